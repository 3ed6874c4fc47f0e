"""Which figure of a clause limits each unit of another: 每月2场,每场不少于30人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tender_kit.models.demands import Measure
from tender_kit.vocab.units import unit_id

# 每个小组, 每名老人, 每一户: the noun behind the counter is what there is one of; where there is none, the counter itself.
_EACH = re.compile(r"每一?(?P<counter>[个名位])?(?P<noun>[^每\d不少]{0,6})")
_BESIDE = re.compile(r"\(?(?:其中|含|包括)")


def find_parents(measures: Sequence[Measure]) -> dict[int, int]:
    """Tell for each nested figure of a clause the one that it hangs under, by their places.

    A figure is nested where it is about each of something that a figure before it counts (4个小组,每个小组不少于6节),
    or goes on behind such a one without a word of its own (每期2天、不少于50人). A figure with a rhythm stands for itself.

    >>> from decimal import Decimal
    >>> def m(value: int, unit: str, subject: str) -> Measure:
    ...     return Measure(comparator="at_least", value=Decimal(value), unit=unit, subject=subject, evidence=())
    >>> find_parents([m(2, "场", "主题活动"), m(30, "人", "每场"), m(1, "小时", "")])
    {1: 0, 2: 0}
    >>> find_parents([m(2, "年", "质保"), m(1, "个", "每个乡镇")])
    {}
    """
    found: dict[int, int] = {}
    for index in range(len(measures)):
        parent = _parent(measures, index, found)
        if parent is not None:
            found[index] = parent
    return found


def _parent(measures: Sequence[Measure], index: int, found: dict[int, int]) -> int | None:
    measure = measures[index]
    if measure.per is not None or measure.implied:
        return None
    if not measure.subject and index - 1 in found and measure.unit != measures[index - 1].unit:
        return found[index - 1]
    if _BESIDE.match(measure.subject) and index and unit_id(measure.unit or "") == unit_id(measures[index - 1].unit or ""):
        return index - 1
    each = _EACH.match(measure.subject)
    if each is None:
        return None
    before = range(index - 1, -1, -1)
    return next((place for place in before if place not in found and _counts(measures[place], each)), None)


def _counts(measure: Measure, each: re.Match[str]) -> bool:
    """Whether a figure counts what there is one of: 场 for 每场, 小组 for 每个小组, 人次 for 每人."""
    noun = each["noun"] or each["counter"] or ""
    unit = measure.unit or ""
    if not unit or not noun:
        return False
    quote = measure.evidence[0].quote if measure.evidence else ""
    return unit == noun or unit == f"{noun}次" or (unit == each["counter"] and noun in quote) or noun.startswith(unit)
