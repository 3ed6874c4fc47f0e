"""Every case of the corpus, field by field.

One test per case and field: `pytest tests/corpus -k "yunyan and measures"`. A known failure is written down in the
`[xfail]` table of the case's `meta.toml` and is strict: a field that starts to pass has to leave the table.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tender_kit

from . import facts, readings

CORPUS = Path(__file__).parents[2] / "corpus"
CASES = sorted(path for path in CORPUS.iterdir() if path.is_dir()) if CORPUS.is_dir() else []
FEWEST = 58
NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+_20\d\d")
TRAIT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
in_case = pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])


@cache
def expected_of(case: Path) -> dict[str, Any]:
    return json.loads((case / "expected.json").read_text("utf-8"))


@cache
def meta_of(case: Path) -> dict[str, Any]:
    return tomllib.loads((case / "meta.toml").read_text("utf-8"))


def source_of(case: Path) -> Path:
    (source,) = case.glob("source.*")
    return source


@cache
def attempt(case: Path) -> tender_kit.Notice | Exception:
    """Parse once, even where parsing raises: a crash is told in one line per test, not in one traceback per field."""
    try:
        return tender_kit.parse(source_of(case))
    except Exception as error:
        return error


def parsed(case: Path) -> tender_kit.Notice:
    notice = attempt(case)
    if isinstance(notice, Exception):
        pytest.fail(f"{case.name} cannot be parsed: {notice!r}", pytrace=False)
    return notice


@cache
def compared(case: Path) -> dict[str, list[str]]:
    return facts.differences(expected_of(case), readings.facts_of(parsed(case)))


def is_whole(case: Path) -> bool:
    return (case / "expected.json").is_file() and (case / "meta.toml").is_file()


def fields_of(case: Path) -> list[str]:
    """The fields that a case compares: known from its expectation alone, before anything is parsed."""
    nothing = {**dict.fromkeys((*facts.SINGLE, *facts.COMPOUND)), **{name: [] for name in facts.LISTS}}
    return list(facts.differences(expected_of(case), nothing))


def every_field() -> list[Any]:
    out = []
    for case in filter(is_whole, CASES):
        known = meta_of(case).get("xfail", {})
        for field in fields_of(case):
            marks = [pytest.mark.xfail(strict=True, reason=known[field])] if field in known else []
            out.append(pytest.param(case, field, marks=marks, id=f"{case.name}-{field}"))
    return out


def test_the_corpus_is_there() -> None:
    assert len(CASES) >= FEWEST, f"{len(CASES)} cases under {CORPUS}: a lost folder must not pass as a passed one"


@in_case
def test_case_is_complete(case: Path) -> None:
    assert NAME.fullmatch(case.name), "folders are <place>_<service>_<year>, in small ascii letters"
    assert sorted(path.stem for path in case.iterdir()) == ["expected", "meta", "source"]
    meta = meta_of(case)
    assert {"title", "kind", "traits", "why", "written"} <= meta.keys() <= {"title", "kind", "traits", "why", "written", "xfail"}
    assert meta["kind"] == expected_of(case)["kind"]
    assert meta["traits"]
    assert all(TRAIT.fullmatch(trait) for trait in meta["traits"])
    assert len(meta["why"]) > 40
    assert meta["written"] == "by hand"


@in_case
def test_known_failures_name_fields_that_are_compared(case: Path) -> None:
    assert set(meta_of(case).get("xfail", {})) <= set(fields_of(case))


@in_case
def test_expectation_has_known_keys(case: Path) -> None:
    assert expected_of(case).keys() <= {*facts.SINGLE, *facts.COMPOUND, *facts.LISTS}


@in_case
def test_expected_quotes_stand_in_the_source(case: Path) -> None:
    """A quote that is not in the document is a slip of the case's author; … stands for a page break inside it."""
    body = facts.plain(parsed(case).document.text)
    quotes = [entry["quote"] for name in facts.LISTS for entry in expected_of(case).get(name, []) if "quote" in entry]
    assert [part for entry in quotes for part in entry.split("…") if facts.plain(part) not in body] == []


@in_case
def test_evidence_is_verbatim(case: Path) -> None:
    notice = parsed(case)
    found = list(readings.evidence_in(notice))
    assert found
    assert [x for x in found if notice.document.text[x.start : x.end] != x.quote] == []


@pytest.mark.parametrize(("case", "field"), every_field())
def test_field(case: Path, field: str) -> None:
    assert compared(case)[field] == []
