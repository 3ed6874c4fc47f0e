"""Periods: the documents are on offer for at least five working days."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter, day_of
from tender_kit.analysis.checks.period_rules import ON_OFFER
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind
from tender_kit.quantities.workdays import is_provisional, is_workday, workdays_between


def _look(notice: Notice) -> Iterator[Matter]:
    first, last = notice.schedule.documents_from, notice.schedule.documents_until
    rule = ON_OFFER.get(notice.method.value) if notice.method.value else None
    if rule is None or notice.kind.value != NoticeKind.TENDER or first.value is None or last.value is None:
        return
    # Works that are tendered have calendar days of their own (招标投标法实施条例 art. 16).
    works = notice.project.category.value == "works"
    begin, end = day_of(first.value), day_of(last.value)
    if end < begin or (works and (end - begin).days >= rule[0] - 1):
        return
    # The day of issue itself is not counted; where documents are on offer only after publication, it is none.
    length = workdays_between(begin, end)
    offered = length + is_workday(begin)
    if length >= rule[0] or (offered >= rule[0] and _follows_publication(notice)):
        return
    sure = offered < rule[0] and not works and not is_provisional(end)
    zh, en = ("少于", "less than") if sure else ("可能少于", "perhaps less than")
    counted = f"{offered}个工作日" + ("" if offered < rule[0] else f"(首日不计为{length}个)")
    yield Matter(
        "warning" if sure else "info",
        f"文件获取期为{begin}至{end},共{counted},{zh}法定的{rule[0]}个工作日({rule[1]})。",
        f"The documents are on offer from {begin} to {end}, {offered} working days ({length} without the first): "
        f"{en} the {rule[0]} working days of the law ({rule[1]}).",
        (*first.evidence, *last.evidence),
    )


def _follows_publication(notice: Notice) -> bool:
    """Whether the notice was published before the documents were on offer."""
    published, first = notice.schedule.published.value, notice.schedule.documents_from.value
    return published is not None and first is not None and day_of(published) < day_of(first)


CHECK = Check(
    code="documents_too_short",
    title="文件提供期限",
    title_en="Time for which the documents are on offer",
    why="获取文件的时间短于法定期限的,错过的供应商可以质疑;也可能是时间读错。",
    source="财政部令第87号第十八条;财库〔2014〕214号第十条;招标投标法实施条例第十六条",
    look=_look,
)
