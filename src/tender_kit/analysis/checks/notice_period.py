"""Periods: the notice stays published for as long as the law says."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.period_rules import NOTICE_PERIODS
from tender_kit.analysis.wording import say_duration
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import load_words


def _look(notice: Notice) -> Iterator[Matter]:
    period, kind, method = notice.schedule.notice_period, notice.kind.value, notice.method.value
    if period.value is None or kind is None or notice.project.category.value == "works":
        return
    rule = NOTICE_PERIODS.get((kind, method)) or NOTICE_PERIODS.get((kind, None))
    if rule is None or period.value.unit not in ("day", "working_day"):
        return
    least, source = rule
    # Calendar days hold at most as many working days; five to seven of them perhaps fewer than five.
    short = period.value.count < least
    perhaps = period.value.unit == "day" and least > 1 and least <= period.value.count < least + 2
    if not short and not perhaps:
        return
    zh, en = ("少于", "less than") if short else ("可能少于", "perhaps less than")
    yield Matter(
        "warning" if short else "info",
        f"公告期限{say_duration(period.value, load_words('zh'))},{zh}法定的{least}个工作日({source})。",
        f"The notice period of {say_duration(period.value, load_words('en'))} is {en} the {least} working days of the law "
        f"({source}).",
        period.evidence,
    )


CHECK = Check(
    code="notice_period_too_short",
    title="公告期限下限",
    title_en="Least notice period",
    why="质疑期从公告期限届满之日起算;公告期限不足会影响质疑时限的判断。",
    source="财政部令第87号第十六条、第六十九条;政府采购法实施条例第三十八条",
    look=_look,
)
