"""Read many files on all cores: results in the order of the files, as they come, with little of them in memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import closing
from functools import partial

from tender_kit.batch.attempt import Answer, Read, attempt
from tender_kit.batch.crew import Crew
from tender_kit.batch.files import PathName, expand
from tender_kit.batch.reader import Task
from tender_kit.batch.results import Failure, Parsed
from tender_kit.core.errors import TenderKitError
from tender_kit.document.sources.limits import Limits
from tender_kit.pipeline import read_notice
from tender_kit.vocab.words import Language

# Files that may be under way for each process: enough that one slow file does not stop the others, few enough that
# what waits for its turn stays small (some 50 KB each).
AHEAD = 16
SECONDS = 300.0


def parse_many(
    paths: PathName | Iterable[PathName],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    seconds: float | None = SECONDS,
    language: Language = "zh",
) -> Generator[Parsed, None, None]:
    """Read many notices on all cores; yield a ``Parsed`` for each file, in the order of the files, as they come.

    ``paths``: files, and folders for the notices in them. No file stops the run: what cannot be read, takes longer
    than ``seconds``, or ends its process gives a ``failure``. ``workers``: processes, one for each core unless
    told; 1 reads in this process, where neither time nor death are guarded. ``language``: of the failures.

    At most ``16 × workers`` files are under way, so memory does not grow with their number. Leaving the loop, or
    ``close()``, ends the processes.

    Raises:
        TenderKitError: ``workers`` or ``seconds`` make no sense, or no process can be started.
    """
    read = partial(read_notice, limits=limits) if limits else read_notice
    return read_many(paths, read, workers=workers, seconds=seconds, language=language)


def read_many(
    paths: PathName | Iterable[PathName],
    read: Read,
    *,
    workers: int | None = None,
    seconds: float | None = SECONDS,
    language: Language = "zh",
) -> Generator[Parsed, None, None]:
    """Do the same with a reader of one's own: a function of a module that makes a notice of a path."""
    if workers is not None and workers < 1:
        raise TenderKitError("workers 至少为 1;不填则每个核心一个进程", "workers is at least 1; leave it out for one per core")
    if seconds is not None and seconds <= 0:
        raise TenderKitError("seconds 须大于 0;None 为不限时", "seconds must be more than 0; None sets no limit")
    files = expand(paths)
    if workers == 1:
        return (_read_here(path, read, language) for path in files)
    return _read_in_processes(files, Task(read, seconds, language), workers or cores())


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_in_processes(files: Iterator[str], task: Task, workers: int) -> Generator[Parsed, None, None]:
    under_way: deque[tuple[str, Future[Answer]]] = deque()
    with closing(Crew(task, workers)) as crew:
        for path in files:
            under_way.append((path, crew.submit(path)))
            while under_way and (len(under_way) >= AHEAD * workers or under_way[0][1].done()):
                yield _finished(under_way)
        while under_way:
            yield _finished(under_way)


def _finished(under_way: deque[tuple[str, Future[Answer]]]) -> Parsed:
    path, answer = under_way.popleft()
    return _parsed(path, answer.result())


def _parsed(path: str, answer: Answer) -> Parsed:
    if answer.reason:
        return Parsed(path, failure=Failure(path, answer.reason))
    return Parsed(path, sent=answer.line, text=answer.text)


def _read_here(path: str, read: Read, language: Language) -> Parsed:
    found = attempt(read, path, language)
    return Parsed(path, failure=Failure(path, found)) if isinstance(found, str) else Parsed(path, made=found)
