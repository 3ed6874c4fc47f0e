"""Many notices as JSON lines in a file: in the order of the files, whole or not at all under its name, resumable."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tender_kit.batch.journal import Journal, Place, part_of
from tender_kit.batch.results import Failure, Parsed

__all__ = ["Step", "part_of", "write_lines"]


class Step(NamedTuple):
    """How far a run is: files that are done, those of them that an earlier run has read, the failure of the last one."""

    done: int
    reused: int
    failure: Failure | None = None


def write_lines(
    paths: Iterable[str], out: Path, parse: Callable[[Iterator[str]], Generator[Parsed, None, None]], *, resume: bool = False
) -> Generator[Step, None, None]:
    """Write the notices of files to ``out``, a line each in the order of the files; yield a step for each file that is read.

    Until all is read the lines stand in ``out`` + ``.part``. That stays when the run is stopped; with ``resume`` files
    whose content is there, or in ``out`` from an earlier run, are not read again. What could not be read has no line
    and is tried again. Without ``resume`` the run begins anew.

    Raises ``OSError`` where the output cannot be written; what was written before stays in the part.
    """
    places: list[Place | None] = []
    asked: list[int] = []

    def unread() -> Iterator[str]:
        for at, path in enumerate(paths):
            places.append(journal.find(path))
            if places[at] is None:
                asked.append(at)
                yield path

    with Journal(out, resume=resume) as journal, closing(parse(unread())) as found:
        for answered, parsed in enumerate(found, start=1):
            if parsed.failure is None:
                places[asked[answered - 1]] = journal.add(parsed.line)
            yield Step(len(places) - len(asked) + answered, len(places) - len(asked), parsed.failure)
        journal.finish([place for place in places if place])
        yield Step(len(places), len(places) - len(asked))
