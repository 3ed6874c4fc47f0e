"""A figure brought to a year, where that makes sense."""

from __future__ import annotations

from decimal import Decimal

from tender_kit.vocab.topics import find_topic, periods_per_year

# What is done by the quarter adds up whatever else its topic counts: 每季度1次需求调查, though 需求调查 is asked in percent.
_DONE = frozenset(("次", "场", "期", "份", "篇", "条", "个", "回", "场次", "班"))
_RHYTHMS = frozenset(("week", "month", "quarter", "half_year", "year"))
_NO_SUM = frozenset(("%", "‰", "周岁", "岁", "年", "月", "日", "工作日", "平方米", "元", "人/天"))


def per_year(
    value: Decimal | None, *, unit: str | None, per: str | None, topic: str | None, term_months: int | None
) -> Decimal | None:
    """Bring a figure to a year: × 4 for a quarter, × 12 for a month, × 52 for a week, × 12 / term for the whole term.

    None for rates, levels, head counts, figures per unit and days (working days differ), and where the
    term is not known. Source: aggregation rules of the taxonomy.

    >>> per_year(Decimal(1), unit="次", per="quarter", topic="cap.supervise", term_months=None)
    Decimal('4')
    """
    if value is None or unit in _NO_SUM or per == "day":
        return None
    found = find_topic(topic) if topic else None
    if found and not found.is_yearly and not (per in _RHYTHMS and unit in _DONE):
        return None
    rhythm = per or ("project" if found and found.aggregate in ("sum_over_term", "money_sum") else "")
    times = periods_per_year(rhythm, term_months=term_months)
    if times is None:
        return None
    yearly = (value * times).quantize(Decimal("0.01"))
    return yearly.quantize(Decimal(1)) if yearly == yearly.to_integral_value() else yearly
