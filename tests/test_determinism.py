"""The same notice gives the same facts, whatever the order of sets, the locale and the time zone of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent.parent / "corpus"
CASES = sorted(CORPUS.glob("*/source.*"))
SAMPLE = [*CASES[::6], *(path for path in CASES if path.suffix not in (".html", ".txt"))]
INSTALLED = (
    subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split() if shutil.which("locale") else []
)
# Turkish has an i of its own, which has broken many a lower(); a Chinese one names months and money differently.
LOCALES = [name for name in INSTALLED if name.lower().startswith(("tr_tr", "zh_cn", "de_de"))]
SETTINGS = {
    "another order of sets": {"PYTHONHASHSEED": "1"},
    "a third order of sets": {"PYTHONHASHSEED": "20260420"},
    "no locale": {"PYTHONHASHSEED": "0", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another time zone": {"PYTHONHASHSEED": "0", "TZ": "America/New_York"},
    "the other end of the world": {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"},
    **{f"locale {name}": {"PYTHONHASHSEED": "7", "LC_ALL": name, "LANG": name} for name in LOCALES},
}
PROGRAM = """
import locale, sys, tender_kit
from tender_kit.export import render
locale.setlocale(locale.LC_ALL, "")
notices = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        notices.append(tender_kit.parse(file.read(), uri=path))
    sys.stdout.buffer.write(notices[-1].model_dump_json().encode("utf-8") + b"\\n")
for value in (tender_kit.compare(notices[:3]), tender_kit.checklist(notices[0])):
    for suffix in (".json", ".csv", ".html"):
        sys.stdout.buffer.write(render(value, suffix).replace(b"\\n", b" ") + b"\\n")
"""
EXPORTS = 6


def facts(**settings: str) -> bytes:
    """The notices of the sample as JSON, read by a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONHASHSEED", "LC_ALL", "LANG", "TZ")}
    command = [sys.executable, "-c", PROGRAM, *map(str, SAMPLE)]
    return subprocess.run(command, check=True, capture_output=True, env={**kept, **settings}).stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    return facts(PYTHONHASHSEED="0")


def test_the_sample_is_read(usual: bytes) -> None:
    assert usual.count(b"\n") - EXPORTS == len(SAMPLE) >= 8


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS.keys())
def test_the_facts_are_the_same(usual: bytes, settings: dict[str, str]) -> None:
    assert facts(**settings) == usual
