"""Readings: five states, nothing in them can be changed, every quote has a place."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from tender_kit.core.readings import Evidence, Reading, evidence_of

QUOTE = Evidence(start=3, end=7, quote="50万元", rule="budget.line")


def test_a_reading_is_absent_until_something_is_read() -> None:
    reading: Reading[str] = Reading()
    assert (reading.state, reading.value, reading.evidence, reading.origin) == ("absent", None, (), "stated")
    assert not reading.is_known


@pytest.mark.parametrize(
    ("state", "known"), [("known", True), ("masked", False), ("ambiguous", False), ("unread", False), ("absent", False)]
)
def test_only_known_is_known(state: str, known: bool) -> None:
    assert Reading[str].model_validate({"state": state}).is_known is known


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"state": "guessed"}, id="no-such-state"),
        pytest.param({"origin": "guessed"}, id="no-such-origin"),
        pytest.param({"sure": 0.9}, id="no-confidence-figures"),
        pytest.param({"evidence": "预算"}, id="evidence-is-no-string"),
    ],
)
def test_what_a_reading_refuses(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Reading[str].model_validate(fields)


def test_readings_are_frozen() -> None:
    reading = Reading[Decimal](state="known", value=Decimal(5))
    with pytest.raises(ValidationError):
        reading.value = Decimal(6)  # type: ignore[misc]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"start": -1, "end": 3, "quote": "abc", "rule": "r"}, id="before-the-text"),
        pytest.param({"start": 0, "end": 0, "quote": "", "rule": "r"}, id="empty-quote"),
        pytest.param({"start": 0, "end": 3, "quote": "abc"}, id="no-rule"),
    ],
)
def test_evidence_has_a_place_a_quote_and_a_rule(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate(fields)


def test_the_evidence_of_several_facts_in_order() -> None:
    other = Evidence(start=9, end=12, quote="一年期", rule="term")
    facts = [Reading(state="known", value="a", evidence=(QUOTE,)), object(), Reading(), Reading(evidence=(other, QUOTE))]
    assert evidence_of(facts) == (QUOTE, other, QUOTE)
