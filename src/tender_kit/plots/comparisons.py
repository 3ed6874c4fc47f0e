"""Plots of a comparison: the figures of its rows side by side, and the staff in relation to the budget."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from tender_kit.core.errors import TenderKitError
from tender_kit.models.comparison import Cell, Column, Comparison, Row
from tender_kit.plots.bars import Bar, draw_bars, new_figure
from tender_kit.vocab.words import Language, Words, load_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ACROSS = 2
_DEMANDS = ("staffing", "service", "deliverables", "scoring")
_MILLION = Decimal(1_000_000)


def plot_indicators(comparison: Comparison, keys: Sequence[str] = (), *, most: int = 6, language: Language = "zh") -> Figure:
    """Plot rows of a comparison side by side, each in its own unit; who asks most stands out.

    Args:
        comparison: notices or lots side by side.
        keys: keys of the rows (taxonomy topics); without them the demands that most columns have figures for.
        most: how many rows to choose without ``keys``.
        language: of the labels.

    Raises:
        TenderKitError: no row has figures, or none of the keys is a row with figures.
    """
    words = load_words(language)
    rows = [row for row in comparison.rows if any(cell.figure is not None for cell in row.cells)]
    demands = [row for row in rows if row.group in _DEMANDS]
    chosen = [row for key in keys for row in rows if row.key == key] if keys else _fullest(demands, most)
    if not chosen:
        raise TenderKitError(*(load_words(spoken).say("plot_nothing") for spoken in ("zh", "en")))
    down = -(-len(chosen) // _ACROSS)
    figure, axes = new_figure(len(comparison.columns), columns=min(_ACROSS, len(chosen)), rows=down, width=11)
    for place, row in enumerate(chosen):
        draw_bars(axes[place], list(_bars(comparison.columns, row, words)), _title(row, words), names=place % _ACROSS == 0)
    for empty in axes[len(chosen) :]:
        empty.set_visible(False)
    return figure


def _fullest(rows: Sequence[Row], most: int) -> list[Row]:
    """Choose the rows that most columns have figures for, in the order of the comparison."""
    chosen = sorted(rows, key=lambda row: -sum(cell.figure is not None for cell in row.cells))[:most]
    return [row for row in rows if row in chosen]


def _bars(columns: Sequence[Column], row: Row, words: Words) -> list[Bar]:
    return [
        Bar(column.key, cell.figure, _why(cell, words), index in row.strictest)
        for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
    ]


def _why(cell: Cell, words: Words) -> str:
    """Say why a cell has no figure to compare: its state, or the reason that the comparison gives."""
    if cell.state != "known":
        return words("state", cell.state)
    reasons = dict.fromkeys(entry.uncompared for entry in cell.entries if entry.uncompared)
    return "、".join(words("uncompared", reason) for reason in reasons) or words("plot", "no_figure")


def _title(row: Row, words: Words) -> str:
    label = row.label if words.language == "zh" else row.label_en or row.label
    basis = "/".join(filter(None, (row.unit, words("word", "per_year") if row.per_year else "")))
    return f"{label}({basis})" if basis else label


def plot_staffing(comparison: Comparison, *, language: Language = "zh") -> Figure:
    """Plot the staff that each column requires at least, and beside it the staff per million yuan of its budget.

    A column without a figure for staff or for budget says so; nothing is estimated.
    """
    words = load_words(language)
    names = [column.key for column in comparison.columns]
    figure, (left, right) = new_figure(len(names), columns=2, width=11)
    unknown = words("plot", "no_staff")
    draw_bars(left, [Bar(c.key, c.staff, unknown) for c in comparison.columns], words("plot", "staff"))
    relations = [Bar(c.key, _per_million(c), _missing(c, words)) for c in comparison.columns]
    draw_bars(right, relations, words("plot", "staff_per_budget"), names=False)
    return figure


def _per_million(column: Column) -> Decimal | None:
    if column.staff is None or not column.yuan:
        return None
    return (column.staff * _MILLION / column.yuan).quantize(Decimal("0.1"))


def _missing(column: Column, words: Words) -> str:
    return words("plot", "no_staff") if column.staff is None else words("plot", "no_budget")
