"""Periods: from issue of the documents to the deadline at least as long as the law says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tender_kit.analysis.checks.check import Check, Matter, day_of
from tender_kit.analysis.checks.period_rules import RULES, PeriodRule
from tender_kit.analysis.wording import say_moment
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Notice
from tender_kit.quantities.workdays import is_provisional, workdays_between

_UNITS = {"day": ("日", "days"), "working_day": ("个工作日", "working days")}


def _look(notice: Notice) -> Iterator[Matter]:
    for rule in RULES:
        if notice.kind.value == rule.kind and notice.method.value in rule.methods:
            yield from _apply(notice, rule)


def _apply(notice: Notice, rule: PeriodRule) -> Iterator[Matter]:
    end: Reading[date] = getattr(notice.schedule, rule.end)
    starts: list[Reading[date]] = [getattr(notice.schedule, name) for name in rule.starts]
    start = next((reading for reading in starts if reading.value is not None), None)
    if start is None or start.value is None or end.value is None or day_of(end.value) < day_of(start.value):
        return
    first, last = day_of(start.value), day_of(end.value)
    length = (last - first).days if rule.unit == "day" else workdays_between(first, last)
    # A deadline at nine o'clock of the last day leaves that day unfinished: whether it counts is disputed.
    unfinished = length == rule.least and isinstance(end.value, datetime)
    if length > rule.least or (length == rule.least and not unfinished):
        return
    sure = length < rule.least and start is starts[0] and not (rule.unit == "working_day" and is_provisional(last))
    yield _matter(rule, start, end, length, sure=sure, unfinished=unfinished)


def _matter(rule: PeriodRule, start: Reading[date], end: Reading[date], length: int, *, sure: bool, unfinished: bool) -> Matter:
    assert start.value is not None
    assert end.value is not None
    unit, unit_en = _UNITS[rule.unit]
    zh, en = ("少于", "less than") if sure else ("可能少于", "perhaps less than")
    last_day, last_day_en = ("(最后一日未满)", " (the last day is not complete)") if unfinished else ("", "")
    span = f"{say_moment(day_of(start.value))}至{say_moment(end.value)}"
    span_en = f"from {say_moment(day_of(start.value))} to {say_moment(end.value)}"
    return Matter(
        "info" if unfinished else "warning",
        f"{span}共{length}{unit}{last_day},{zh}法定的{rule.least}{unit}({rule.source})。",
        f"{length} {unit_en} {span_en}{last_day_en}: {en} the {rule.least} {unit_en} of the law ({rule.source}).",
        (*start.evidence, *end.evidence),
    )


CHECK = Check(
    code="deadline_too_short",
    title="编制时间下限",
    title_en="Least time to prepare a bid",
    why="编制时间短于法定下限的,供应商可以质疑;也可能是时间读错,须核对原文。",
    source="政府采购法第三十五条;财库〔2014〕214号第十条;财政部令第74号第二十九条、第四十五条;实施条例第二十一条",
    look=_look,
)
