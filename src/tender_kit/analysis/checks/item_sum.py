"""Line items: their totals add up to the award, or to the budget that they specify."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter, lot_key
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Notice
from tender_kit.models.results import Item
from tender_kit.models.values import Money


def _look(notice: Notice) -> Iterator[Matter]:
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in notice.items:
        groups.setdefault(tuple(lot_key(lot) for lot in item.lots), []).append(item)
    for lots, items in groups.items():
        totals = [item.total.value.yuan for item in items if item.total.value is not None]
        sums = _stated(notice, lots, alone=len(groups) == 1)
        if len(totals) < len(items) or sums is None:
            continue
        yield from _compare(sum(totals, Decimal(0)), *sums, items)


def _compare(added: Decimal, name: str, name_en: str, stated: Reading[Money], items: list[Item]) -> Iterator[Matter]:
    if stated.value is None or abs(added - stated.value.yuan) <= Decimal("0.01") * len(items):
        return
    evidence = (*stated.evidence, *(e for item in items for e in (item.total.evidence or item.evidence)))
    yield Matter(
        # A list may name only a part of what the budget pays for; it cannot name more.
        "info" if name == "预算金额" and added < stated.value.yuan else "warning",
        f"明细合计{say_figure(added)}元,与{name}{say_figure(stated.value.yuan)}元不一致。",
        f"The items add up to {say_figure(added)} yuan, but the {name_en} is {say_figure(stated.value.yuan)} yuan.",
        evidence,
    )


def _stated(notice: Notice, lots: tuple[str, ...], *, alone: bool) -> tuple[str, str, Reading[Money]] | None:
    """The sum that a group of items has to meet: that of the one winner of the lot, else the budget."""
    if notice.awards:
        winners = [a for a in notice.awards if a.rank.value in (None, 1) and _covers(a.lot, lots, alone=alone)]
        return ("中标(成交)金额", "award", winners[0].amount) if len(winners) == 1 else None
    if len(lots) == 1:
        budget = next((lot.budget for lot in notice.lots if lot_key(lot.number) == lots[0]), None)
        return ("预算金额", "budget", budget) if budget else None
    return ("预算金额", "budget", notice.budget) if alone and not lots else None


def _covers(lot: str | None, lots: tuple[str, ...], *, alone: bool) -> bool:
    return lots == (lot_key(lot),) if lots else alone


CHECK = Check(
    code="items_total",
    title="明细合计与金额",
    title_en="Sum of the items against the award or the budget",
    why="明细与成交金额或预算对不上,说明有漏项、错项或金额录入有误。",
    source="财政部令第87号第五十九条;中标(成交)结果公告应载明主要标的的单价与数量(第六十九条)",
    look=_look,
)
