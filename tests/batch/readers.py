"""Readers for tests: what a file says is what happens to the process that reads it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from pathlib import Path

from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice


def read(path: Path) -> Notice:
    """Do what the first word of a file says, then read it like any other."""
    word, _, rest = path.read_text("utf-8").partition(" ")
    if word in DEEDS:
        DEEDS[word](path, rest)
    return read_notice(path)


def _die_once(path: Path, _: str) -> None:
    scar = path.with_suffix(".scar")
    if not scar.exists():
        scar.touch()
        os._exit(7)


def _note_process(path: Path, _: str) -> None:
    path.with_suffix(".pid").write_text(str(os.getpid()))
    time.sleep(600)


def _talk(*_: object) -> None:
    print("a library that talks")
    os.write(1, b"and one that does so behind Python's back")
    print("and one that warns", file=sys.stderr)


DEEDS = {
    "EXIT": lambda *_: os._exit(3),
    "KILL": lambda *_: os.kill(os.getpid(), signal.SIGKILL),
    "SLEEP": lambda *_: time.sleep(600),
    # A pattern of C code lets no other thread of Python run: no watch of Python's would end it.
    "GRIND": lambda *_: re.match(r"(a+)+b", "a" * 60),
    "RAISE": lambda *_: 1 // 0,
    "ONCE": _die_once,
    "WAIT": _note_process,
    "TALK": _talk,
}
