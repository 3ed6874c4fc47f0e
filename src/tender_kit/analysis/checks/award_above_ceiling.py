"""Awards: no award above the ceiling price or the budget."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter, lot_key
from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Lot, Notice
from tender_kit.models.values import Money


def _look(notice: Notice) -> Iterator[Matter]:
    lots: dict[str, Lot] = {}
    for lot in notice.lots:
        lots.setdefault(lot_key(lot.number), lot)
    for award in notice.awards:
        for name, name_en, limit in _limits(notice, lots.get(lot_key(award.lot)) if award.lot is not None else None):
            if award.amount.value is None or limit.value is None or award.amount.value.yuan <= limit.value.yuan:
                continue
            amount, most = say_figure(award.amount.value.yuan), say_figure(limit.value.yuan)
            supplier = award.supplier.name.value or "供应商"
            yield Matter(
                "error",
                f"{supplier}的金额{amount}元高于{name}{most}元。",
                f"The amount of {supplier}, {amount} yuan, is above the {name_en} of {most} yuan.",
                (*award.amount.evidence, *limit.evidence),
            )
            break


def _limits(notice: Notice, lot: Lot | None) -> Iterator[tuple[str, str, Reading[Money]]]:
    """The limits of the award's lot, the strictest first; then those of the project, which hold for each lot too."""
    if lot is not None:
        yield "该包最高限价", "lot's ceiling", lot.ceiling
        yield "该包预算金额", "lot's budget", lot.budget
    yield "最高限价", "ceiling", notice.ceiling
    yield "预算金额", "budget", notice.budget


CHECK = Check(
    code="award_above_ceiling",
    title="中标(成交)金额与限价",
    title_en="Award against the ceiling price",
    why="超过预算或最高限价的投标无效;结果公告出现这种金额,可以提出质疑。",
    source="财政部令第87号第六十三条(报价超过预算金额或者最高限价的,投标无效)",
    look=_look,
)
