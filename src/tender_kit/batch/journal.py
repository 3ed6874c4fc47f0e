"""The lines of a run that is not over: kept under ``NAME.part``, found again by the content of the files.

A line is used again for a file with the same bytes (SHA-256) and the same suffix, from which the kind of a source may
follow; the name in the line becomes that of the file. So a run that was stopped and resumed ends with the same bytes as
one that was not, as long as it is the same version of the program that reads.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # a module that only POSIX has

from pydantic_core import from_json, to_json

from tender_kit.core.drafts import writing
from tender_kit.pipeline import uri_of

_HEAD = re.compile(rb'\{"source":\{"uri":("(?:[^"\\]|\\.)*"),"sha256":"([0-9a-f]{64})"')


class Key(NamedTuple):
    """What makes a line the right one for a file."""

    sha256: str
    suffix: str


class Place(NamedTuple):
    """Where a line stands; ``uri`` is the name that it has to carry instead of its own, empty where it keeps that."""

    file: Path
    start: int
    end: int
    uri: str = ""


def part_of(out: Path) -> Path:
    """Give the file beside an output in which its lines wait until all are there."""
    return out.with_name(out.name + ".part")


class Journal:
    """The lines of one output file. ``resume``: go on from what earlier runs have left; otherwise from nothing."""

    def __init__(self, out: Path, *, resume: bool) -> None:
        self.out, self.part = out, part_of(out)
        self._done: dict[Key, tuple[str, Place]] = {}
        self._stream = self.part.open("ab")
        _lock(self._stream)
        whole = 0
        if resume:
            self._index(out)
            whole = self._index(self.part)
        self._stream.truncate(whole)  # of the last line of a run that was killed only half may be there

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # a full disk has been told of when the line was written
            self._stream.close()
        if self.part.exists() and self.part.stat().st_size == 0:
            self.part.unlink()

    def _index(self, file: Path) -> int:
        """Note the lines of a file; give its length up to the end of the last whole one."""
        start = 0
        if not file.exists():
            return start
        with file.open("rb") as stream:
            for line in stream:
                if not line.endswith(b"\n"):
                    break
                place = Place(file, start, start + len(line))
                start = place.end
                if (head := _HEAD.match(line)) and _is_json(line):
                    uri = str(from_json(head[1]))
                    self._done[_key(uri, head[2].decode())] = uri, place
        return start

    def find(self, path: str) -> Place | None:
        """Give the line of a file that an earlier run has read."""
        if not self._done:
            return None
        try:
            with open(path, "rb") as stream:
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:  # whoever reads it reports it
            return None
        uri, place = self._done.get(_key(path, sha256), ("", None))
        return place and place._replace(uri="" if uri == uri_of(Path(path)) else uri_of(Path(path)))

    def add(self, line: bytes) -> Place:
        """Write a line; once it is written, a run that is resumed finds it."""
        start = self._stream.seek(0, os.SEEK_END)
        self._stream.write(line + b"\n")
        self._stream.flush()
        return Place(self.part, start, self._stream.tell())

    def finish(self, places: Sequence[Place]) -> None:
        """Put the lines, in this order, under the final name; where there are none, leave what is there."""
        os.fsync(self._stream.fileno())
        self._stream.close()
        if places and self._is_whole(places):
            self.part.replace(self.out)
        elif places:
            with writing(self.out) as stream:
                stream.writelines(_lines(places))
        self.part.unlink(missing_ok=True)

    def _is_whole(self, places: Sequence[Place]) -> bool:
        """Tell whether the part is already what the output has to be: these lines as they are, and no other."""
        ends = [0, *(place.end for place in places)]
        return ends[-1] == self.part.stat().st_size and all(
            place == Place(self.part, end, place.end) for place, end in zip(places, ends, strict=False)
        )


def _lock(stream: BinaryIO) -> None:
    """Keep the file to this run; raises ``OSError`` while another one writes it. Windows has no such lock."""
    if fcntl:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _key(path: str, sha256: str) -> Key:
    return Key(sha256, Path(path).suffix.lower())


def _is_json(line: bytes) -> bool:
    try:
        from_json(line)
    except ValueError:
        return False
    return True


def _lines(places: Sequence[Place]) -> Iterator[bytes]:
    """Read the lines, each with the name that it has to carry."""
    with ExitStack() as stack:
        streams = {file: stack.enter_context(file.open("rb")) for file in {place.file for place in places}}
        for place in places:
            stream = streams[place.file]
            stream.seek(place.start)
            line = stream.read(place.end - place.start)
            yield _renamed(line, place.uri) if place.uri else line


def _renamed(line: bytes, uri: str) -> bytes:
    """Put another name into a line; its place in the line is fixed by the order of the fields."""
    head = _HEAD.match(line)
    assert head is not None  # the index takes no other lines
    return line[: head.start(1)] + to_json(uri) + line[head.end(1) :]
