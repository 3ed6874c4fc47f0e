"""Text made to be slow or to break: each parser stays linear and raises nothing."""

import pytest
from tests.work import grows_in_step

from tender_kit.quantities import clock, durations, masks, moments, money, numerals, percents, rhythms

PARSERS = [
    money.find_amounts,
    lambda text: money.find_amounts(text, "元"),
    moments.find_moments,
    moments.find_spans_of_time,
    moments.parse_vague_end,
    clock.find_daily_window,
    durations.find_durations,
    durations.parse_period,
    percents.find_percents,
    rhythms.find_rhythms,
    masks.looks_masked,
    masks.is_mask,
    masks.bounds,
    numerals.parse_number,
]
UNITS = [
    "1",
    "*",
    "一",
    "1,",
    "1,111",
    "2025年",
    "2025-",
    "2025年1月1日",
    "9:00-",
    " ",
    "\n",
    "(",
    "1元(",
    "**a",
    "十",
    "111 ",
    "百分之",
    "1+",
    "至",
]


@pytest.mark.parametrize("unit", UNITS)
def test_long_repetitions_are_read_in_linear_time(unit: str) -> None:
    for parse in PARSERS:
        assert grows_in_step(parse, unit)
