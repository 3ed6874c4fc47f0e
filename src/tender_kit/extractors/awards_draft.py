"""An award while its parts come in, and what its readers share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from tender_kit.core.readings import Evidence, Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document, Table
from tender_kit.extractors.resolve import Found
from tender_kit.extractors.sums import find_money
from tender_kit.models.values import Money
from tender_kit.quantities.percents import find_percents

SUPPLIER = re.compile(
    r"(?:中标|成交|中选|入围|拟中标|拟成交)(?:\(成交\)|\(中标\)|/成交)?(?:供应商|候选|人|单位|企业|排序)|候选人|供应商名称|投标人名称|承包人|排序单位"
)
NO_AMOUNT = re.compile(r"代理|服务费|收费|得分|评分|分值|单价基准|预算|限价|控制价")
RATE = re.compile(r"%|‰|折|优惠率|下浮|费率")


@dataclass(slots=True)
class AwardDraft:
    """One award while its parts come in."""

    supplier: Flow
    rule: str
    lot: str | None = None
    amounts: list[Found[Money]] = field(default_factory=list)
    address: Reading[str] = field(default_factory=Reading)
    score: Reading[Decimal] = field(default_factory=Reading)
    rank: Reading[int] = field(default_factory=Reading)
    quotes: list[Evidence] = field(default_factory=list)  # bids that are no sum: 下浮率8.5%


def read_sums(document: Document, flow: Flow, unit: str, rule: str) -> list[Found[Money]]:
    """Find the sums of a value, hidden ones too."""
    return [f for f in find_money(document, flow, unit, rank=0, rule=rule) if f.value is not None or f.mask]


def take_bid(document: Document, draft: AwardDraft, value: Flow, place: str, *, unit: str, is_rate: bool) -> None:
    """Take the sum of a bid; one in percent is no sum, but what the award rests on. ``place``: column, label."""
    if not is_rate:
        draft.amounts.extend(read_sums(document, value, unit, f"awards.amount.{place}"))
    elif find_percents(value.text):
        draft.quotes.append(document.evidence(value.whole, f"awards.rate.{place}"))


def unit_of_column(table: Table, head: str) -> str:
    """Give the unit of money of a column: its head states it, or a line above the table."""
    return "万元" if "万元" in head else table.unit or "元"


def first_line(flow: Flow) -> Flow:
    """Cut a value at its first line break."""
    cut = flow.text.find("\n")
    return flow.slice(0, cut).strip() if cut > 3 else flow
