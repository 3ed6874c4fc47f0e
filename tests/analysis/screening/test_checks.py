"""What holds of every check: it says what it is, it answers what it claims, and it never takes what is hidden for met."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel
from tests.analysis.screening.examples import notice_of, profile_with, results_of

import tender_kit as tk
from tender_kit.analysis.screening.check import Example, ScreenCheck
from tender_kit.analysis.screening.checks import CHECKS
from tender_kit.analysis.screening.profile_file import all_keys
from tender_kit.core.readings import Candidate, Evidence, Reading

CASES = [(check, example) for check in CHECKS for example in check.examples]
IDS = [f"{check.code}-{number}" for check in CHECKS for number, _ in enumerate(check.examples)]
MET = [(check, example) for check, example in CASES if "meets" in example.verdicts]
MET_IDS = [name for name, (_, example) in zip(IDS, CASES, strict=True) if "meets" in example.verdicts]


@pytest.mark.parametrize(("check", "example"), CASES, ids=IDS)
def test_an_example_gives_its_verdicts(check: ScreenCheck, example: Example) -> None:
    results = results_of(check, example)
    assert Counter(result.verdict for result in results) == Counter(example.verdicts), [r.reason for r in results]


@pytest.mark.parametrize(("check", "example"), CASES, ids=IDS)
def test_a_verdict_rests_on_a_sentence_of_the_notice(check: ScreenCheck, example: Example) -> None:
    notice = notice_of(example)
    for result in results_of(check, example):
        assert result.evidence or result.verdict != "meets"
        assert notice.document is not None
        assert all(notice.document.text[e.start : e.end] == e.quote for e in result.evidence)
        assert result.reason.endswith("。")
        assert result.reason_en.endswith(".")
        assert re.search("[一-鿿]", result.reason)
        assert bool(result.to_do) == bool(result.to_do_en)


@pytest.mark.parametrize("check", CHECKS, ids=[check.code for check in CHECKS])
def test_a_check_says_what_it_is(check: ScreenCheck) -> None:
    assert re.search("[一-鿿]", check.title)
    assert re.search("[A-Za-z]", check.title_en)
    assert check.why.endswith("。")
    assert check.source
    assert set(check.fields) <= set(all_keys())
    verdicts = {verdict for example in check.examples for verdict in example.verdicts}
    assert len(check.examples) >= 2
    assert verdicts, "no example of an answer"


def test_codes_are_unique_and_named_as_their_files() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))
    assert [check.code for check in CHECKS if check.look.__module__.rpartition(".")[2] != check.code] == []


def test_every_check_that_can_decide_shows_that_it_does() -> None:
    """Each verdict is shown by examples of many checks, and each decisive check by one that does not end in ``meets``."""
    shown = Counter(verdict for check in CHECKS for example in check.examples for verdict in set(example.verdicts))
    assert min(shown.values()) > 20
    lenient = [c.code for c in CHECKS if c.decisive and {v for e in c.examples for v in e.verdicts} == {"meets"}]
    assert lenient == []


HIDDEN = Evidence(start=0, end=4, quote="****", rule="hidden")


def hidden(value: Any, state: str) -> Any:
    """A notice whose readings are all in a state that is not known, and whose clauses are all hidden."""
    if isinstance(value, Reading):
        return _hidden_reading(value, state)
    if isinstance(value, tuple):
        return tuple(hidden(entry, state) for entry in value)
    if not isinstance(value, BaseModel):
        return value
    changes: dict[str, Any] = {name: hidden(getattr(value, name), state) for name in type(value).model_fields}
    for name in ("text", "trigger"):
        if name in changes:
            changes[name] = "****"
    if "evidence" in changes:
        changes["evidence"] = (HIDDEN,)
    if "mask" in changes:
        changes |= {name: None for name in ("value", "upper", "percent", "amount", "per_year") if name in changes}
        changes["mask"] = "**"
    return value.model_copy(update=changes)


def _hidden_reading(reading: Reading[Any], state: str) -> Reading[Any]:
    if not reading.is_known:
        return reading
    if state == "ambiguous":
        rivals = (Candidate(value=reading.value, evidence=(HIDDEN,)), Candidate(value=reading.value, evidence=(HIDDEN,)))
        return Reading(state="ambiguous", candidates=rivals)
    return Reading(state=state, mask="**" if state == "masked" else None, evidence=(HIDDEN,))


@pytest.mark.parametrize("state", ["masked", "unread", "ambiguous"])
@pytest.mark.parametrize(("check", "example"), MET, ids=MET_IDS)
def test_what_is_not_known_is_never_met(check: ScreenCheck, example: Example, state: str) -> None:
    notice = notice_of(example)
    parts = {
        name: hidden(getattr(notice, name), state) for name in type(notice).model_fields if name not in ("document", "source")
    }
    screening = tk.screen(
        notice.model_copy(update={**parts, "document": None}), profile_with(example.profile), on=date(2026, 3, 2)
    )
    assert [(result.code, result.reason) for result in screening.results if result.verdict == "meets"] == []
    assert screening.outcome != "go"


@pytest.mark.parametrize(("check", "example"), MET, ids=MET_IDS)
def test_a_clause_with_a_hidden_figure_is_never_met(check: ScreenCheck, example: Example) -> None:
    if not re.search(r"\d", example.clause):
        return
    masked = Example(example.verdicts, clause=re.sub(r"\d+", "*", example.clause), profile=example.profile, on=example.on)
    assert [result.verdict for result in results_of(check, masked) if result.verdict == "meets"] == []
