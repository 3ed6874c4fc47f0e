"""The examples beside each check are its test."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.analysis.screening.examples import results_of

from tender_kit.analysis.screening.check import Example, ScreenCheck
from tender_kit.analysis.screening.checks import CHECKS

CASES = [(check, example) for check in CHECKS for example in check.examples]
IDS = [f"{check.code}-{number}" for check in CHECKS for number, _ in enumerate(check.examples)]


@pytest.mark.parametrize(("check", "example"), CASES, ids=IDS)
def test_an_example_gives_its_verdicts(check: ScreenCheck, example: Example) -> None:
    results = results_of(check, example)
    assert Counter(result.verdict for result in results) == Counter(example.verdicts), [r.reason for r in results]
