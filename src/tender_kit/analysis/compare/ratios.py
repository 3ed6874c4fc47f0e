"""Figures in relation to what the columns state besides: the budget, the term, the people required."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from tender_kit.models.comparison import Column, Ratio, RatioKind, Row

# Levels and shares say nothing per yuan: 80 % satisfaction for twice the money is the same demand.
_NEVER = frozenset(("level", "per_unit", "deadline", "score", "boolean", "duration"))


def with_ratios(row: Row, columns: Sequence[Column], aggregate: str) -> Row:
    """Add the ratios of a row of figures, each where both of its sides are known.

    A figure of a year is set against the budget of a year, a total against the whole budget; what is per month is
    a twelfth of a year. What is done for each of many (次/人) has none: nothing says how many there are.
    """
    if row.unit is None or "/" in row.unit or aggregate in _NEVER:
        return row
    kinds: tuple[tuple[RatioKind, Callable[[Decimal, Column], Decimal | None]], ...] = (
        ("per_10k_yuan", lambda figure, column: _per_money(figure, column, per_year=row.per_year)),
        ("per_month", lambda figure, _: figure / 12 if row.per_year else None),
        ("per_staff", lambda figure, column: figure / column.staff if column.staff else None),
    )
    wanted = kinds[:1] if aggregate == "headcount" else kinds
    ratios = [Ratio(kind=kind, figures=_across(row, columns, make)) for kind, make in wanted]
    return row.model_copy(update={"ratios": tuple(ratio for ratio in ratios if any(f is not None for f in ratio.figures))})


def _per_money(figure: Decimal, column: Column, *, per_year: bool) -> Decimal | None:
    if not column.yuan:
        return None
    if not per_year:
        return figure * 10000 / column.yuan
    return figure * 10000 * column.months / (column.yuan * 12) if column.months else None


def _across(row: Row, columns: Sequence[Column], make: Callable[[Decimal, Column], Decimal | None]) -> tuple[Decimal | None, ...]:
    pairs = zip(row.cells, columns, strict=True)
    return tuple(_rounded(make(cell.figure, column)) if cell.figure is not None else None for cell, column in pairs)


def budget_ratios(row: Row, columns: Sequence[Column]) -> Row:
    """Add to the budget's row its figures in yuan, and what they come to by the month and by the person required."""
    per_month = tuple(_rounded(c.yuan / c.months) if c.yuan and c.months else None for c in columns)
    per_staff = tuple(_rounded(c.yuan / c.staff) if c.yuan and c.staff else None for c in columns)
    kinds: tuple[tuple[RatioKind, tuple[Decimal | None, ...]], ...] = (("per_month", per_month), ("per_staff", per_staff))
    ratios = tuple(Ratio(kind=kind, figures=figures) for kind, figures in kinds if any(f is not None for f in figures))
    known = [cell.state == "known" and column.yuan is not None for cell, column in zip(row.cells, columns, strict=True)]
    cells = tuple(
        cell.model_copy(update={"figure": column.yuan}) if given else cell
        for cell, column, given in zip(row.cells, columns, known, strict=True)
    )
    return row.model_copy(update={"cells": cells, "unit": "元", "ratios": ratios})


_DIGITS = 4


def _rounded(value: Decimal | None) -> Decimal | None:
    """Keep two decimals, of a small ratio four digits: one person for 216万元 is no nought.

    >>> _rounded(Decimal("0.00462963")), _rounded(Decimal(500000) / 12)
    (Decimal('0.004630'), Decimal('41666.67'))
    """
    if value is None:
        return None
    places = 2 if abs(value) >= 1 or not value else _DIGITS - 1 - value.adjusted()
    return value.quantize(Decimal(1).scaleb(-places))
