"""A measure brought to a year, where that makes sense."""

from __future__ import annotations

from decimal import Decimal

from tender_kit.quantities.measures import MeasureMatch
from tender_kit.vocab.topics import find_topic

_TIMES = {"week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}
# Levels hold throughout, head counts stand at any time, limits of time and figures per unit add up to nothing.
_NEVER = frozenset(("level", "headcount", "per_unit", "deadline", "score", "boolean", "duration", "one_off"))
_NO_SUM = frozenset(("%", "‰", "周岁", "岁", "年", "月", "日", "工作日", "平方米", "元"))


def per_year(match: MeasureMatch, topic: str | None, term_months: int | None) -> Decimal | None:
    """Bring a figure to a year: × 4 for a quarter, × 12 for a month, × 52 for a week, × 12 / term for the whole term.

    None for rates, levels, head counts, figures per unit and days (working days differ), and where the
    term is not known. Source: aggregation rules of the taxonomy.
    """
    if match.value is None or match.unit in _NO_SUM or match.upper is not None:
        return None
    rule = _rule(topic)
    if rule in _NEVER:
        return None
    if match.per in _TIMES:
        return match.value * _TIMES[match.per]
    total = match.per == "project" or (match.per is None and rule in ("sum_over_term", "money_sum"))
    if not total or not term_months:
        return None
    yearly = (match.value * 12 / term_months).quantize(Decimal("0.01"))
    return yearly.quantize(Decimal(1)) if yearly == yearly.to_integral_value() else yearly


def _rule(topic: str | None) -> str:
    found = find_topic(topic) if topic else None
    return found.aggregate if found else ""
