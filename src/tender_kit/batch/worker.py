"""A process that reads files: what to do comes in on stdin, answers go out on what was its stdout.

    python -P -m tender_kit.batch.worker

A process of its own, not one of ``multiprocessing``: that would run the caller's script again in each, and a script
without ``if __name__ == "__main__"`` (as most scripts of analysts are) would then start itself without end.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from tender_kit.batch.attempt import Answer, Read, answer
from tender_kit.vocab.words import Language


def main() -> None:
    """Read files until stdin ends, as it does when the caller is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's matter, who ends this process
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    read, seconds, language = pickle.load(sys.stdin.buffer)
    _send(None, answers)
    while (path := _receive(sys.stdin.buffer)) is not None:
        _send(_read_in_time(read, path, seconds, language), answers)


def _read_in_time(read: Read, path: str, seconds: float | None, language: Language) -> Answer:
    """Read a file; end this process when it takes too long.

    The watch is a thread of C: a pattern that runs for ever would not let one of Python's come to its turn.
    """
    if seconds is None:
        return answer(read, path, language)
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return answer(read, path, language)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _send(answer: Answer | None, answers: BinaryIO) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _receive(jobs: BinaryIO) -> str | None:
    try:
        path: str = pickle.load(jobs)
    except EOFError:
        return None
    return path


if __name__ == "__main__":
    main()
