"""From paths to files: a folder stands for the notices in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from stat import S_ISREG

SUFFIXES = (".html", ".htm", ".txt", ".md", ".docx", ".xlsx", ".pdf")

PathName = str | PathLike[str]


def expand(paths: PathName | Iterable[PathName]) -> Iterator[str]:
    """Yield files in order; a folder gives the files in it, and itself where there is none, so that it is reported."""
    for path in [paths] if isinstance(paths, str | PathLike) else paths:
        name = os.fspath(path)
        if name and os.path.isdir(name):
            yield from map(str, find_files(Path(name)) or [Path(name)])
        else:
            yield name


def find_files(source: Path) -> list[Path]:
    """Give the files of a folder that can be notices, in the order of their paths; a file is itself.

    A folder inside that cannot be opened and a link that leads nowhere are given too: whoever reads them reports them.
    """
    if not source.is_dir():
        return [source]
    closed: list[Path] = []
    inside = [
        Path(folder, name)
        for folder, _, names in os.walk(source, onerror=lambda error: closed.append(Path(error.filename)))
        for name in names
        if name.lower().endswith(SUFFIXES)
    ]
    return sorted([*closed, *filter(_can_be_read, inside)], key=str)


def _can_be_read(path: Path) -> bool:
    """Leave out what is no file: opening a named pipe would wait for ever."""
    try:
        return S_ISREG(path.stat().st_mode)
    except OSError:
        return True
