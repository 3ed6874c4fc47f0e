"""Money: a ceiling price is not above the budget."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money


def _look(notice: Notice) -> Iterator[Matter]:
    yield from _compare("", "", notice.budget, notice.ceiling)
    for lot in notice.lots:
        yield from _compare(f"{lot.number}包", f"Lot {lot.number}: ", lot.budget, lot.ceiling)


def _compare(where: str, where_en: str, budget: Reading[Money], ceiling: Reading[Money]) -> Iterator[Matter]:
    if budget.value is None or ceiling.value is None or ceiling.value.yuan <= budget.value.yuan:
        return
    high, low = say_figure(ceiling.value.yuan), say_figure(budget.value.yuan)
    yield Matter(
        "error",
        f"{where}最高限价{high}元高于预算金额{low}元。",
        f"{where_en}the ceiling price of {high} yuan is above the budget of {low} yuan.".capitalize(),
        (*budget.evidence, *ceiling.evidence),
    )


CHECK = Check(
    code="ceiling_above_budget",
    title="最高限价与预算",
    title_en="Ceiling price against the budget",
    why="最高限价只能在预算以内;两者颠倒时,报价的上限不明。",
    source="财政部令第87号第十二条(可以在采购预算额度内合理设定最高限价)",
    look=_look,
)
