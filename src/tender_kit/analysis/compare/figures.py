"""Bring the figures of a row to one unit and one basis, and read across the row. What does not fit is not compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tender_kit.analysis.topics import Topic
from tender_kit.models.comparison import Cell, Direction, Entry, Row
from tender_kit.models.demands import Measure

# Units that are what they are: 人次 is not 人, 户次 not 户, an hour not a session. Counting words (个, 场, 次) may
# stand for each other where the topic accepts them.
_EXACT = {"人", "人次", "户", "户次", "名", "小时", "天", "人天", "%", "元", "分"}
_SCALE = {"万元": ("元", 10_000), "万": ("元", 10_000), "亿元": ("元", 100_000_000)}


def fit_figures(row: Row, topic: Topic) -> Row:
    """Give the entries of a topic's row their comparable figures.

    Per year where more columns have figures with a rhythm than without one, else as stated; a figure
    on the other basis, or in another unit, keeps its words and gets no comparable figure.
    """
    yearly = _columns_with(row, topic, per_year=True)
    plain = _columns_with(row, topic, per_year=False)
    per_year = bool(yearly) and len(yearly) >= len(plain)
    unit = _row_unit(row, topic, per_year=per_year)
    cells = tuple(_with_figures(cell, topic, unit, per_year=per_year) for cell in row.cells)
    found = any(entry.figure is not None for cell in cells for entry in cell.entries)
    return row.model_copy(update={"cells": cells, "unit": unit if found else None, "per_year": per_year and found})


def _columns_with(row: Row, topic: Topic, *, per_year: bool) -> list[int]:
    return [
        index
        for index, cell in enumerate(row.cells)
        if any(entry.measure and _amount(entry.measure, per_year=per_year) is not None for entry in cell.entries)
    ]


def _amount(measure: Measure, *, per_year: bool) -> Decimal | None:
    """The figure on one basis; a figure with a rhythm that no year can be made of is on neither."""
    if measure.mask or measure.comparator == "about":
        return None
    if per_year:
        return measure.per_year
    return measure.value if measure.per is None and measure.per_year is None else None


def _row_unit(row: Row, topic: Topic, *, per_year: bool) -> str | None:
    """The unit that most entries of the row have, the topic's own one in doubt."""
    units = [
        _plain_unit(entry.measure.unit, topic)
        for cell in row.cells
        for entry in cell.entries
        if entry.measure and _amount(entry.measure, per_year=per_year) is not None
    ]
    counts = {unit: units.count(unit) for unit in units if unit}
    return max(counts, key=lambda unit: (counts[unit], unit == topic.unit), default=None)


def _plain_unit(unit: str | None, topic: Topic) -> str | None:
    """Bring a unit to the one that its figures are compared in."""
    if unit in _SCALE:
        return _SCALE[unit][0]
    both_count = unit not in _EXACT and topic.unit not in _EXACT
    return topic.unit if unit and both_count and unit in topic.accepted_units else unit


def _with_figures(cell: Cell, topic: Topic, unit: str | None, *, per_year: bool) -> Cell:
    entries = tuple(
        entry.model_copy(update={"figure": _figure(entry.measure, topic, unit, per_year=per_year)}) if entry.measure else entry
        for entry in cell.entries
    )
    return cell.model_copy(update={"entries": entries})


def _figure(measure: Measure, topic: Topic, unit: str | None, *, per_year: bool) -> Decimal | None:
    amount = _amount(measure, per_year=per_year)
    if amount is None or unit is None or _plain_unit(measure.unit, topic) != unit:
        return None
    return amount * _SCALE[measure.unit][1] if measure.unit in _SCALE else amount


def read_across(row: Row) -> Row:
    """Say who asks most, who alone asks and who does not.

    Nobody is said to ask most where figures are equal, where fewer than two columns have one, or where
    a hidden figure could be the largest.
    """
    asking = [index for index, cell in enumerate(row.cells) if cell.state != "absent"]
    silent = tuple(index for index, cell in enumerate(row.cells) if cell.state == "absent")
    alone = asking[0] if len(asking) == 1 and len(row.cells) > 1 else None
    missing = silent if asking else ()
    return row.model_copy(update={"strictest": _strictest(row), "alone": alone, "missing": missing})


def _strictest(row: Row) -> tuple[int, ...]:
    most = {index: figure for index, cell in enumerate(row.cells) if (figure := _most(cell.entries, row.direction)) is not None}
    hidden = any(entry.measure and entry.measure.mask for cell in row.cells for entry in cell.entries)
    if row.direction == "none" or hidden or len(most) < 2 or len(set(most.values())) == 1:
        return ()
    best = max(most.values()) if row.direction == "more" else min(most.values())
    return tuple(index for index, figure in most.items() if figure == best)


def _most(entries: Sequence[Entry], direction: Direction) -> Decimal | None:
    """The figure of a column that binds most. A limit (不超过) in a row of minimums says nothing of how much is asked."""
    wrong = "at_most" if direction == "more" else "at_least"
    figures = [
        entry.figure for entry in entries if entry.figure is not None and entry.measure and entry.measure.comparator != wrong
    ]
    if not figures:
        return None
    return max(figures) if direction == "more" else min(figures)
