"""A comparison as one table with a line for each entry: for counting, not for reading."""

from __future__ import annotations

from decimal import Decimal

from tender_kit.export.comparison_words import change_of, say_basis, say_row, say_section
from tender_kit.export.report import Cell, Column, Part, Report, plain, quotes_of
from tender_kit.models.comparison import Cell as Asked
from tender_kit.models.comparison import Comparison, Entry, Row
from tender_kit.vocab.words import Words

# Columns of the table that counts: each with the table of the catalogue that names it, and its width.
_TIDY = (
    ("head", "group", 12),
    ("compare", "section", 14),
    ("compare", "key", 18),
    ("compare", "parent", 12),
    ("head", "topic", 20),
    ("compare", "column", 20),
    ("head", "lot", 8),
    ("head", "state", 10),
    ("head", "clause_number", 9),
    ("head", "mandatory", 8),
    ("compare", "content", 50),
    ("compare", "figure", 12),
    ("compare", "row_unit", 10),
    ("compare", "uncompared", 14),
    ("word", "strictest", 8),
    ("compare", "lead", 10),
    ("compare", "lead_percent", 10),
    ("compare", "change", 10),
    ("head", "quote", 50),
)


def comparison_entries(comparison: Comparison, words: Words, *, silent: bool = True) -> Report:
    """Put a comparison into one table with a line for each entry of each cell, and, if ``silent``, one for each silent cell.

    A cell that is silent because a version dropped what it said has a line in any case. It is what a program or a pivot
    table wants: states, figures, units and flags in columns of their own.
    """
    heads = tuple(Column(words(table, key), width) for table, key, width in _TIDY)
    rows = tuple(
        line
        for row in comparison.rows
        for index, cell in enumerate(row.cells)
        if silent or cell.state != "absent" or change_of(row, index) == "dropped"
        for line in _tidy_lines(comparison, row, index, cell, words)
    )
    title = words("compare", "entries")
    return Report(title, (), (Part(title, heads, rows),), words.language)


def _tidy_lines(comparison: Comparison, row: Row, index: int, cell: Asked, words: Words) -> list[tuple[Cell, ...]]:
    column = comparison.columns[index]
    named = plain(
        (
            words("row", row.group),
            say_section(row.section, words) if row.section else "",
            row.key,
            row.parent,
            say_row(row, words),
            column.key,
            "、".join(column.lots),
            words("state", cell.state),
        )
    )
    is_most = index in row.strictest
    leads = (row.lead, row.lead_percent) if is_most else (None, None)
    change = change_of(row, index)
    rest = (Cell(_yes(is_most, words)), *map(_number, leads), Cell(words("change", change) if change else ""))
    return [(*named, *_tidy_entry(entry, row, words), *rest, _quote(entry)) for entry in cell.entries or (Entry(text=""),)]


def _tidy_entry(entry: Entry, row: Row, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(entry.number),
        Cell(_yes(entry.mandatory, words)),
        Cell(entry.text),
        _number(entry.figure),
        Cell("" if entry.figure is None else say_basis(row, words)),
        Cell(words("uncompared", entry.uncompared) if entry.uncompared else ""),
    )


def _number(figure: Decimal | None) -> Cell:
    return Cell("" if figure is None else format(figure, "f"), figure=figure)


def _yes(holds: bool, words: Words) -> str:
    return words("word", "yes") if holds else ""


def _quote(entry: Entry) -> Cell:
    return Cell(" / ".join(quotes_of(entry.evidence)))
