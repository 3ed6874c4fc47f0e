"""The same notice gives the same facts, whatever the order of sets, the locale and the time zone of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
CASES = sorted(CORPUS.glob("*/source.*"))
SAMPLE = [*CASES[::6], *(path for path in CASES if path.suffix not in (".html", ".txt"))]
SETTINGS = {
    "another order of sets": {"PYTHONHASHSEED": "1"},
    "a third order of sets": {"PYTHONHASHSEED": "20260420"},
    "no locale": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another time zone": {"PYTHONHASHSEED": "0", "TZ": "America/New_York"},
}
PROGRAM = """
import sys, tender_kit
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        notice = tender_kit.parse(file.read())
    sys.stdout.buffer.write(notice.model_dump_json().encode("utf-8") + b"\\n")
"""


def facts(**settings: str) -> bytes:
    """The notices of the sample as JSON, read by a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHASHSEED", "LC_ALL", "LANG", "TZ")}
    command = [sys.executable, "-c", PROGRAM, *map(str, SAMPLE)]
    return subprocess.run(command, check=True, capture_output=True, env={**kept, **settings}).stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    return facts(PYTHONHASHSEED="0")


def test_the_sample_is_read(usual: bytes) -> None:
    assert len(usual.splitlines()) == len(SAMPLE) >= 8


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_the_facts_are_the_same(usual: bytes, settings: dict[str, str]) -> None:
    assert facts(**settings) == usual
