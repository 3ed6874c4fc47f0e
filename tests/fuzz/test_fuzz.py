"""A thousand broken documents: read truly or refused with a word on it. ``make fuzz`` runs twenty thousand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fuzz.cases import FEWEST, Case, documents, make_case
from tests.fuzz.driver import SEED, run
from tests.fuzz.invariants import breaches
from tests.fuzz.mutators import MUTATORS

import tender_kit
from tender_kit.core.errors import TenderKitError

CASES, PART = 1_000, 50


# A part at a time, so that a failure names few cases; `python -m tests.fuzz.driver --only NUMBER` runs one again.
@pytest.mark.parametrize("first", range(0, CASES, PART))
def test_broken_documents_are_read_truly_or_refused(first: int) -> None:
    results = (run(SEED, number, small=True) for number in range(first, first + PART))
    assert [f"case {number} ({name}): {said}" for number, name, said in results if said] == []


def test_a_case_is_its_seed_and_its_number() -> None:
    assert make_case(SEED, 7) == make_case(SEED, 7)
    assert make_case(SEED, 7) != make_case(SEED, 8)
    assert make_case(SEED, 7) != make_case(SEED + 1, 7)


def test_every_mutator_is_used_and_most_cases_are_read_not_refused() -> None:
    cases = [make_case(SEED, number) for number in range(400)]
    assert {name for case in cases for name in case.name.partition(": ")[2].split(", ")} >= MUTATORS.keys()
    texts, packages = documents()
    assert len(texts) >= FEWEST
    assert {name.rpartition(".")[2] for name in packages} == {"docx", "pdf", "xlsx"}
    assert sum(map(is_read, cases[:60])) >= 48


def is_read(case: Case) -> bool:
    try:
        return bool(tender_kit.parse(case.source).document)
    except TenderKitError:
        return False


def test_a_breach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    case = make_case(SEED, 1)
    assert breaches(case, 1) == []
    honest = tender_kit.parse(case.origin)
    wrong = honest.title.evidence[0].model_copy(update={"start": 0, "end": 1})
    lying = honest.model_copy(update={"title": honest.title.model_copy(update={"evidence": (wrong,)})})
    monkeypatch.setattr(tender_kit, "parse", lambda _: lying)
    assert [said.partition(":")[0] for said in breaches(replace(case, is_faithful=True), 1)] == ["untrue"]
    monkeypatch.setattr(tender_kit, "parse", lambda _: 1 / 0)
    assert breaches(case, 1)[0].startswith("ZeroDivisionError at ")
