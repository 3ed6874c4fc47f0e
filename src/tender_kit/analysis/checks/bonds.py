"""Bonds: a bid bond of at most 2 % of the budget, a performance bond of at most 10 % of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.models.demands import Bond
from tender_kit.models.notice import Notice

BID_MOST = Decimal(2)
PERFORMANCE_MOST = Decimal(10)


def _look(notice: Notice) -> Iterator[Matter]:
    yield from _share(notice.submission.bid_bond, BID_MOST, "投标保证金", "bid bond")
    yield from _share(notice.submission.performance_bond, PERFORMANCE_MOST, "履约保证金", "performance bond")
    amount, budget = notice.submission.bid_bond.amount, notice.budget
    if amount.value is None or budget.value is None or amount.value.yuan * 100 <= budget.value.yuan * BID_MOST:
        return
    yuan = say_figure(amount.value.yuan)
    yield Matter(
        "warning",
        f"投标保证金{yuan}元超过预算金额的2%。",
        f"The bid bond of {yuan} yuan is above 2 % of the budget.",
        (*amount.evidence, *budget.evidence),
    )


def _share(bond: Bond, most: Decimal, name: str, name_en: str) -> Iterator[Matter]:
    percent = bond.percent.value
    if percent is None or percent <= most:
        return
    yield Matter(
        "warning",
        f"{name}比例{say_figure(percent)}%超过上限{most}%。",
        f"The {name_en} of {say_figure(percent)} % is above the limit of {most} %.",
        bond.percent.evidence,
    )


CHECK = Check(
    code="bond_above_limit",
    title="保证金上限",
    title_en="Limits of the bonds",
    why="超过上限的保证金占用资金,供应商可以要求更正。",
    source="政府采购法实施条例第三十三条(投标保证金不超过预算的2%)、第四十八条(履约保证金不超过合同金额的10%)",
    look=_look,
)
