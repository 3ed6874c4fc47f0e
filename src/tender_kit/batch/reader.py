"""A process that reads files, seen from its caller."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import IO, Any

from tender_kit.batch.attempt import Answer, Read
from tender_kit.core.errors import TenderKitError
from tender_kit.vocab.words import LANGUAGES, Language, load_words


@dataclass(frozen=True, slots=True)
class Task:
    """How every file is read. ``read`` goes to the processes by its name, so it must be a function of a module."""

    read: Read
    seconds: float | None
    language: Language


class ReaderDied(Exception):
    """The process ended in the middle of a file. ``reason`` says how; ``is_late`` when it took too long."""

    def __init__(self, reason: str, *, is_late: bool) -> None:
        super().__init__(reason)
        self.reason, self.is_late = reason, is_late


class Reader:
    """A running process: give it paths, take the answers in the same order."""

    def __init__(self, task: Task) -> None:
        self._task = task
        try:
            self._process = _start()
        except OSError as error:
            raise _cannot_start(error.strerror or "") from error

    def greet(self) -> None:
        """Tell the process what to do, and wait until it is ready.

        Raises ``TenderKitError`` when it does not come up, as starting it does: then no file is to blame.
        """
        self._send((self._task.read, self._task.seconds, self._task.language))
        try:
            pickle.load(_pipe(self._process.stdout))
        except (EOFError, pickle.UnpicklingError) as error:
            raise _cannot_start(_say_end(self._process.wait())) from error

    def give(self, path: str) -> None:
        """Give it a file to read, behind those that it has."""
        self._send(path)

    def take(self) -> Answer:
        """Wait for the next answer; raises ``ReaderDied`` when none will come."""
        begun = time.monotonic()
        try:
            answer: Answer = pickle.load(_pipe(self._process.stdout))
        except (EOFError, pickle.UnpicklingError) as error:
            raise self._obituary(time.monotonic() - begun) from error
        return answer

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def bury(self) -> None:
        """Wait for the end of the process and close its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                _pipe(pipe).close()
            except OSError:  # what was not sent cannot be sent any more
                continue

    def _send(self, what: object) -> None:
        try:
            pickle.dump(what, _pipe(self._process.stdin))
            _pipe(self._process.stdin).flush()
        except OSError:
            return  # it is dead; whoever waits for the answer learns that

    def _obituary(self, waited: float) -> ReaderDied:
        words, code = load_words(self._task.language), self._process.wait()
        seconds = self._task.seconds
        # The watch of the process ends it with 1; its clock started a moment before ours.
        if seconds is not None and code == 1 and waited > seconds / 2:
            return ReaderDied(words.say("too_long", seconds=f"{seconds:g}"), is_late=True)
        return ReaderDied(words.say("reader_died", how=_say_end(code)), is_late=False)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tender_kit.batch.worker"],  # -P: modules never come from a folder of notices
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path)},
        start_new_session=True,  # Ctrl-C reaches the caller alone, who ends its processes
    )


def _cannot_start(how: str) -> TenderKitError:
    return TenderKitError(*(load_words(language).say("no_reader", how=how) for language in LANGUAGES))


def _pipe(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None  # all three were asked for
    return pipe


def _say_end(code: int) -> str:
    """Name the signal that ended a process, or its exit code."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit {code}"
