"""Bring the figures of a row to one unit and one basis. What does not fit is shown as written and says why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.analysis.topics import Topic
from tender_kit.extractors.annual import per_year as bring_to_year
from tender_kit.models.comparison import Cell, Direction, Entry, Row, Uncompared
from tender_kit.models.demands import Measure
from tender_kit.vocab.units import unit_id, units

# Counting words (个, 场, 次, 期) stand for each other where the topic takes both. People and households are what they are:
# 人次 is not 人, 户次 not 户, 课时 not 小时.
_COUNTERS = frozenset(
    (
        *("case", "piece", "item", "time", "session", "group_session", "issue", "class", "organisation", "facility", "place"),
        *("station", "village", "team", "group", "article", "post", "copy", "set"),
    )
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A figure in the unit that it can be compared in, by the year and as stated."""

    unit: str
    stated: Decimal | None
    yearly: Decimal | None


def fit_figures(row: Row, topic: Topic, months: Sequence[Decimal | None] = ()) -> Row:
    """Give the entries of a topic's row their comparable figures.

    Per year where at least as many columns have figures of a year as have figures without a rhythm, else as stated.
    A figure on the other basis, in another unit, hidden or approximate keeps its words and says why it is not compared.

    Args:
        row: cells with entries.
        topic: the topic's units and how its figures add up.
        months: the term of service of each column, for totals of the whole term.
    """
    months = months or [None] * len(row.cells)
    amounts = [[_amount(entry, topic, term) for entry in cell.entries] for cell, term in zip(row.cells, months, strict=True)]
    if not any(amount for column in amounts for amount in column):
        return row
    yearly = sum(any(a and a.yearly is not None for a in column) for column in amounts)
    stated = sum(any(a and a.stated is not None for a in column) for column in amounts)
    per_year = 0 < yearly >= stated
    unit = _row_unit(amounts, topic, per_year=per_year)
    pairs = zip(row.cells, amounts, strict=True)
    cells = tuple(_fit(cell, column, unit, row.direction, per_year=per_year) for cell, column in pairs)
    found = any(cell.figure is not None for cell in cells)
    return row.model_copy(update={"cells": cells, "unit": unit if found else None, "per_year": per_year and found})


def _amount(entry: Entry, topic: Topic, term: Decimal | None) -> _Amount | None:
    measure = entry.measure
    if measure is None or entry.under is not None or measure.value is None or measure.comparator == "about" or not measure.unit:
        return None
    unit, factor = _common_unit(measure.unit, topic)
    each = find_each(measure.subject) if topic.aggregate != "per_unit" else ""
    unit = f"{unit}/{each}" if each else unit
    yearly = measure.per_year if measure.per_year is not None else _yearly(measure, topic, term)
    stated = measure.value if measure.per is None and yearly is None else None
    return _Amount(unit, stated * factor if stated is not None else None, yearly * factor if yearly is not None else None)


_EACH = re.compile(r"每(?!一?个?(?:季度?|半年|学期|工作日|两|[月周日天年次\d]))一?(?P<counter>[个名位])?(?P<noun>[一-龥]{1,6})")
# What there is one of, however it is called: a person, a household, a place of work.
_ONE_OF = (
    ("人", re.compile(r"人|老|者|童|员|生|对象|名|位")),
    ("户", re.compile(r"户|家庭")),
    ("点", re.compile(r"站|点|中心|间|所|院|之家|机构")),
)


def find_each(subject: str) -> str:
    """Tell what a figure is about one of: 每名老人 is a person, 每站 a place; empty for a figure of the whole.

    Two visits to each of many people are no two visits: such figures are compared among themselves.

    >>> find_each("每名老人"), find_each("每季度"), find_each("督导每月到每间")
    ('人', '', '点')
    """
    found = _EACH.search(subject)
    if found is None:
        return ""
    noun = found["noun"]
    return next((name for name, words in _ONE_OF if words.search(noun)), noun[: 2 if found["counter"] else 1])


def _yearly(measure: Measure, topic: Topic, term: Decimal | None) -> Decimal | None:
    """The term of a lot may be known where that of the notice is not."""
    if measure.upper is not None:
        return None
    months = int(term) if term else None
    return bring_to_year(measure.value, unit=measure.unit, per=measure.per, topic=topic.id, term_months=months)


def _common_unit(unit: str, topic: Topic) -> tuple[str, Decimal]:
    """Give the unit that figures of a unit are compared in, and how many of it one is.

    >>> from tender_kit.analysis.topics import find_topic
    >>> _common_unit("次", find_topic("svc.event")), _common_unit("万元", find_topic("res.fund"))
    (('场', Decimal('1')), ('元', Decimal('10000')))
    """
    known = units().get(unit)
    if known is None:
        return unit, Decimal(1)
    own = topic.unit.split("/")[0]
    if known.id in _COUNTERS and unit_id(own) in _COUNTERS and (unit == own or unit in topic.accepted_units):
        return own, Decimal(1)
    first = next(zh for zh, other in units().items() if other.id == known.id and other.factor == 1)
    return (own if unit_id(own) == known.id and units()[own].factor == 1 else first), known.factor


def _row_unit(amounts: Sequence[Sequence[_Amount | None]], topic: Topic, *, per_year: bool) -> str | None:
    """The unit that most columns have, the topic's own one in doubt."""
    own = topic.unit.split("/")[0]
    counts = Counter(
        unit for column in amounts for unit in {a.unit for a in column if a and _on_basis(a, per_year=per_year) is not None}
    )
    return max(counts, key=lambda unit: (counts[unit], unit == own, unit), default=None)


def _on_basis(amount: _Amount, *, per_year: bool) -> Decimal | None:
    return amount.yearly if per_year else amount.stated


def _fit(cell: Cell, amounts: Sequence[_Amount | None], unit: str | None, direction: Direction, *, per_year: bool) -> Cell:
    entries = tuple(
        _with_figure(entry, amount, unit, per_year=per_year) for entry, amount in zip(cell.entries, amounts, strict=True)
    )
    return cell.model_copy(update={"entries": entries, "figure": _binding(entries, direction)}) if entries else cell


def _with_figure(entry: Entry, amount: _Amount | None, unit: str | None, *, per_year: bool) -> Entry:
    if entry.measure is None:
        return entry
    figure = _on_basis(amount, per_year=per_year) if amount and amount.unit == unit else None
    if figure is not None:
        return entry.model_copy(update={"figure": figure})
    return entry.model_copy(update={"uncompared": _why(entry, amount, unit)})


def _why(entry: Entry, amount: _Amount | None, unit: str | None) -> Uncompared:
    measure = entry.measure
    if measure is not None and measure.value is None:
        return "masked"
    if entry.under is not None:
        return "nested"
    if measure is not None and measure.comparator == "about":
        return "approximate"
    return "period" if amount is not None and amount.unit == unit else "unit"


def _binding(entries: Sequence[Entry], direction: Direction) -> Decimal | None:
    """The figure of a column that binds most. A limit (不超过) in a row of minimums says nothing of how much is asked."""
    wrong = "at_least" if direction == "less" else "at_most"
    figures = [e.figure for e in entries if e.figure is not None and e.measure and e.measure.comparator != wrong]
    if direction == "none" and not figures:
        figures = [e.figure for e in entries if e.figure is not None]
    if not figures:
        return None
    return min(figures) if direction == "less" else max(figures)
