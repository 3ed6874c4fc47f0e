"""Looking for a pattern where it can begin gives what looking for it everywhere gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tender_kit.core.scan import find_from
from tender_kit.extractors import lot_numbers
from tender_kit.extractors.requirements import pieces
from tender_kit.quantities import masks, measure_grammar, percents

PAIRS = {
    "figures": (measure_grammar.FIRST, measure_grammar.SCAN),
    "shares": (percents._FIRST, percents._SHARE),
    "masks": (masks._CONTEXT_FIRST, masks._CONTEXTS),
    "items": (pieces._FIRST, pieces._NUMBER),
    "lots": (lot_numbers._FIRST, lot_numbers._BEHIND),
}
TEXTS = st.text("0123456789*#.,、。;:()%‰百分之一二三十半成个人次月日年包标段项第①②≥不少于至得 A-\n", max_size=60)


@pytest.mark.parametrize("name", PAIRS)
@given(text=TEXTS)
def test_finds_what_a_search_everywhere_finds(name: str, text: str) -> None:
    starts, pattern = PAIRS[name]
    assert [m.span() for m in find_from(starts, pattern, text)] == [m.span() for m in pattern.finditer(text)]


def test_does_not_begin_inside_a_match() -> None:
    assert [m.group() for m in find_from(re.compile("[0-9]"), re.compile("[0-9]+"), "12 345")] == ["12", "345"]
