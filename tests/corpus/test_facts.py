"""The comparison itself: what it lets pass, and what it must not let pass."""

from __future__ import annotations

from typing import Any

import pytest

from .facts import differences, same_moment, same_place

MEASURE: dict[str, Any] = {
    "lots": ["01"],
    "quote": "每月督导不少于2次",
    "comparator": "at_least",
    "value": "2",
    "upper": None,
    "unit": "次",
    "per": "month",
    "topic": "cap.supervise",
}


def measures(*changes: dict[str, Any]) -> dict[str, list[str]]:
    return differences({"measures": [MEASURE]}, {"measures": [{**MEASURE, **change} for change in changes]})


def wrong(result: dict[str, list[str]]) -> list[str]:
    return [field for field, lines in result.items() if lines]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({}, []),
        ({"value": "2.0", "quote": "对各站每月督导不少于2次,留存记录", "lots": ("1",)}, []),
        ({"value": "3"}, ["measures"]),
        ({"comparator": "exactly"}, ["measures"]),
        ({"unit": "场"}, []),
        ({"unit": "人"}, ["measures"]),
        ({"quote": "每季度培训不少于2次"}, ["measures"]),
        ({"per": "year"}, ["measures.per"]),
        ({"lots": ()}, ["measures.lots"]),
        ({"topic": "svc.case"}, ["measures.topic"]),
    ],
)
def test_a_measure_is_compared_in_all_its_parts(change: dict[str, Any], fields: list[str]) -> None:
    assert wrong(measures(change)) == fields


def test_missed_and_spurious_entries_both_count() -> None:
    assert wrong(measures()) == ["measures"]
    assert wrong(measures({}, {"value": "5"})) == ["measures"]


def test_a_key_that_is_left_out_is_not_compared() -> None:
    bare = {key: value for key, value in MEASURE.items() if key not in ("per", "topic")}
    assert wrong(differences({"measures": [bare]}, {"measures": [{**MEASURE, "per": "day", "topic": None}]})) == []


def test_the_same_words_in_two_lots_find_their_own_lot() -> None:
    both = [{**MEASURE, "lots": ["02"]}, {**MEASURE, "lots": ["01"]}]
    assert wrong(differences({"measures": [MEASURE, {**MEASURE, "lots": ["02"]}]}, {"measures": both})) == []


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        ("500000", "500000.00", True),
        ("500000", "50", False),
        ("500000", None, False),
        (None, "500000", False),
        (None, None, True),
        ({"mask": "**万元"}, {"mask": "**"}, True),
        ({"mask": "**万元"}, {"mask": "***"}, False),
        ({"mask": "**万元"}, "20", False),
    ],
)
def test_money_is_compared_as_money_and_masks_as_masks(expected: Any, found: Any, right: bool) -> None:
    assert (wrong(differences({"budget": expected}, {"budget": found})) == []) is right


def test_a_party_that_is_not_stated_must_not_be_found() -> None:
    office = {"name": "县民政局", "address": None, "contacts": [], "phones": []}
    assert wrong(differences({"agency": None}, {"agency": office})) == ["agency.name"]
    assert wrong(differences({"buyer": office}, {"buyer": None})) == ["buyer.name"]
    assert wrong(differences({"buyer": office}, {"buyer": {**office, "phones": ["0000"]}})) == ["buyer.phones"]


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        ("2026-03-31", "2026-03-31", True),
        ("2026-03-31", "2026-03-31T09:30:00+08:00", False),
        ("2026-03-31T09:30", "2026-03-31T09:30:00+08:00", True),
        ("2026-03-31T09:30", "2026-03-31", False),
    ],
)
def test_a_moment_is_as_exact_as_stated(expected: str, found: str, right: bool) -> None:
    assert same_moment(expected, found) is right


def test_quotes_meet_when_one_holds_the_other() -> None:
    assert same_place("每月督导 2 次", "对各站每月督导2次。")
    assert not same_place("每月督导2次", "全年培训四期")
    assert not same_place("", "每月督导2次")
