"""Line items: unit price times quantity is the total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.wording import say_figure
from tender_kit.models.notice import Notice


def _look(notice: Notice) -> Iterator[Matter]:
    for item in notice.items:
        price, total = item.unit_price.value, item.total.value
        if price is None or total is None or item.quantity is None:
            continue
        product = price.yuan * item.quantity
        # A unit price is rounded to the cent, so that many of them may be off by half a cent each.
        if abs(product - total.yuan) <= max(Decimal("0.01"), abs(item.quantity) * Decimal("0.005")):
            continue
        worked = f"{say_figure(price.yuan)}×{say_figure(item.quantity)}={say_figure(product)}"
        yield Matter(
            "warning",
            f"“{item.name}”单价×数量为{worked}元,与总价{say_figure(total.yuan)}元不一致。",
            f"“{item.name}”: unit price × quantity is {worked} yuan, but the total says {say_figure(total.yuan)} yuan.",
            (*item.evidence, *item.unit_price.evidence, *item.total.evidence),
        )


CHECK = Check(
    code="item_row_total",
    title="单价×数量与总价",
    title_en="Unit price × quantity against the total",
    why="报价或成交明细算不拢时,以单价还是总价为准会改变金额。",
    source="财政部令第87号第五十九条(单价汇总与总价不一致的,以单价为准)",
    look=_look,
)
