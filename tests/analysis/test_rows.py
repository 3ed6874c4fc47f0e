"""The rows that a reader wants are what they say: words of the corpus, known topics and lots, over the whole of the taxonomy."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from tender_kit.vocab.topics import topics

from . import labels

ROWS = labels.entries_of("rows.toml", "row")
KEYS = {"comparison", "topic", "also", "why", "cells"}
GROUPS = {"svc", "asst", "data", "assess", "cap", "res", "pub", "site", "staff", "rep", "com", "qa", "law"}
Membership = tuple[str, str, str, str]


def memberships() -> list[Membership]:
    return [
        ("+".join(row["comparison"]), row["topic"], column, quote)
        for row in ROWS
        for column, quotes in row["cells"].items()
        for quote in quotes
    ]


def lots_of(case: str) -> set[str]:
    expected = json.loads((labels.CORPUS / case / "expected.json").read_text("utf-8"))
    return {lot["number"] for lot in expected["lots"]}


@pytest.mark.parametrize("row", ROWS, ids=[f"{index}-{row['topic']}" for index, row in enumerate(ROWS)])
def test_a_row_names_what_there_is(row: dict[str, Any]) -> None:
    assert not set(row) - KEYS
    assert {row["topic"], *row.get("also", [])} <= set(topics())
    assert 3 <= len(row["comparison"]) <= 5
    for column, quotes in row["cells"].items():
        case, _, lots = column.partition("/")
        assert case in row["comparison"]
        assert set(filter(None, lots.split(","))) <= lots_of(case), column
        for quote in quotes:
            assert labels.stands_in(quote, case), f"{column}: {quote}"


def test_each_membership_stands_once() -> None:
    assert not [membership for membership, times in Counter(memberships()).items() if times > 1]


def test_the_rows_span_the_taxonomy() -> None:
    assert len(memberships()) >= 90
    assert {row["topic"].split(".")[0] for row in ROWS} == GROUPS
    assert sum(len(row["cells"]) > 1 for row in ROWS) >= 60, "rows in which something stands beside something else"
    assert any("*" in quote for *_, quote in memberships()), "masked figures"
    assert any("," in column for _, _, column, _ in memberships()), "lots that share a column"
