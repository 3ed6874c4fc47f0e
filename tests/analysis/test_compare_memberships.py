"""Facts stand in the row and the column where a reader looks for them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tender_kit.analysis.compare import compare
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice

from . import labels
from .memberships import Tally, tally_rows

SHARED = Path(__file__).parents[3] / "shared"
OWN = labels.entries_of("rows.toml", "row")


@cache
def notice_of(case: str) -> Notice:
    (source,) = (labels.CORPUS / case).glob("source.*")
    return read_notice(source.read_bytes(), uri=f"{case}{source.suffix}")


def comparisons() -> Iterator[tuple[tuple[str, ...], list[Mapping[str, Any]]]]:
    for cases in dict.fromkeys(tuple(row["comparison"]) for row in OWN):
        yield cases, [row for row in OWN if tuple(row["comparison"]) == cases]


def tally(cases: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Tally:
    return tally_rows(compare([notice_of(case) for case in cases], versions=False), rows)


def test_the_facts_of_the_corpus_stand_where_a_reader_looks_for_them() -> None:
    tallies = [tally(cases, rows) for cases, rows in comparisons()]
    lost = [place for one in tallies for place in one.lost]
    total = sum(one.total for one in tallies)
    assert total >= 60
    assert 1 - len(lost) / total >= 0.95, lost


# Without the documents beside the clone there is nothing to set side by side.
@pytest.mark.skipif(not (SHARED / "eval" / "rows.json").exists(), reason="no shared documents beside this clone")
def test_the_rows_of_real_notices_hold_what_belongs_and_little_else() -> None:
    rows = json.loads((SHARED / "eval" / "rows.json").read_text("utf-8"))
    names = ("002", "003", "000", "004")
    sources = [next((SHARED / "seeds").glob(f"{name}_*.txt")) for name in names]
    notices = [read_notice(path.read_bytes(), uri=f"{name}.txt") for name, path in zip(names, sources, strict=True)]
    comparison = compare(notices)
    found = tally_rows(comparison, rows)
    assert {row["topic"] for row in rows} <= {row.key for row in comparison.rows} | {"svc.hotline"}
    assert found.placed >= 0.95, found.lost
    assert found.dirty <= 0.1, found.strange
