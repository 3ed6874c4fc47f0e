"""A comparison as a report: wide for reading, as a list for a narrow screen, one line per entry for counting."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tender_kit.core.readings import evidence_of
from tender_kit.export.comparison_words import (
    asking,
    change_of,
    column_facts,
    nested,
    row_depths,
    row_label,
    rows_by_group,
    say_basis,
    say_change,
    say_comparable,
    say_entry,
    say_figures,
    say_lead,
    say_row,
    say_section,
)
from tender_kit.export.report import Cell, Column, Part, Report, plain, quotes_of
from tender_kit.models.comparison import Cell as Asked
from tender_kit.models.comparison import Comparison, Entry, Row
from tender_kit.vocab.words import Words

_INDENT = "　"
_MOST_ON_PAPER = 5  # columns that a page across has room for
_LEAST_WIDTH, _BESIDE = 22, 36  # characters that a column needs on a terminal, and the two beside all
_MOST_NAMES = 6  # names of columns that a line gives; of more it gives the number


def report_for(comparison: Comparison, words: Words, *, suffix: str = "") -> Report:
    """Put a comparison into the words and the shape that suit a format: a table of data for CSV, a list where paper is narrow."""
    if suffix == ".csv":
        return comparison_entries(comparison, words)
    if suffix == ".xlsx":
        return comparison_workbook(comparison, words)
    is_narrow = suffix == ".docx" and len(comparison.columns) > _MOST_ON_PAPER
    return (comparison_list if is_narrow else comparison_report)(comparison, words)


def report_for_width(comparison: Comparison, words: Words, width: int) -> Report:
    """Put a comparison into words for a terminal: side by side where its columns have room, else as a list."""
    fits = len(comparison.columns) * _LEAST_WIDTH + _BESIDE <= width
    return (comparison_report if fits else comparison_list)(comparison, words)


def comparison_report(comparison: Comparison, words: Words) -> Report:
    """Put a comparison into words: a part for each group of rows, a column for each notice or lot."""
    names = [column.key for column in comparison.columns]
    heads = (Column(words("head", "topic"), 20), Column(words("head", "remark"), 22), *(Column(name, 40) for name in names))
    parts = tuple(
        Part(words("row", group), heads, tuple(_cells(row, depth, names, words) for row, depth in _with_depth(rows)), frozen=2)
        for group, rows in rows_by_group(comparison).items()
    )
    return Report(words("word", "comparison"), _lines(comparison, words), parts, words.language, aligned=True)


def comparison_list(comparison: Comparison, words: Words) -> Report:
    """Put a comparison into words for a narrow screen: under each row a line for each thing that is said, with who says it."""
    names = [column.key for column in comparison.columns]
    heads = (Column(words("head", "topic"), 20), Column(words("compare", "column"), 28), Column(words("compare", "content"), 60))
    parts = tuple(
        Part(
            words("row", group),
            heads,
            tuple(line for row, depth in _with_depth(rows) for line in _listed(row, depth, names, words)),
        )
        for group, rows in rows_by_group(comparison).items()
    )
    return Report(words("word", "comparison"), _lines(comparison, words), parts, words.language, aligned=True)


def _with_depth(rows: list[Row]) -> list[tuple[Row, int]]:
    return list(zip(rows, row_depths(rows), strict=True))


def _lines(comparison: Comparison, words: Words) -> tuple[str, ...]:
    lines = [
        f"{column.key}: {' · '.join(filter(None, (column.title, *column_facts(column, words))))}".rstrip(": ")
        for column in comparison.columns
    ]
    differing = sum(row.differs for row in comparison.rows)
    counts = words("compare", "counts")
    lines.append(counts.format(columns=len(comparison.columns), rows=len(comparison.rows), differing=differing))
    if comparison.versions:
        lines.append(words("compare", "versions"))
    return (*lines, words.say("comparison_note"))


def _cells(row: Row, depth: int, names: list[str], words: Words) -> tuple[Cell, ...]:
    asked = tuple(_asked(row, index, words) for index in range(len(row.cells)))
    return (Cell(_INDENT * depth + row_label(row, words)), Cell(_remark(row, names, words)), *asked)


def _asked(row: Row, index: int, words: Words) -> Cell:
    cell = row.cells[index]
    change = say_change(change_of(row, index), words)
    if cell.state == "absent":
        return Cell(f"— {change}".rstrip(), "absent")
    mark = "strictest" if index in row.strictest else "" if cell.state == "known" else cell.state
    return Cell("\n".join(_told(row, index, words)), mark, quotes_of(evidence_of(cell.entries)))


def _told(row: Row, index: int, words: Words) -> list[str]:
    """All that a cell says, a line each: its entries, those that hang under others indented, its figures, its change."""
    cell = row.cells[index]
    lines = [_INDENT * depth + say_entry(entry, row, words) for depth, entry in nested(cell.entries)]
    figures = " · ".join(say_figures(row, index, words))
    change = say_change(change_of(row, index), words)
    said = list(dict.fromkeys(lines)) or [words("state", cell.state)]
    return [*said, *(f"({extra})" for extra in (figures, change) if extra)]


def _remark(row: Row, names: list[str], words: Words) -> str:
    """Who asks most, with the figure and by how much; who alone asks; who does not."""
    remarks = []
    if row.strictest:
        who = ", ".join(names[i] for i in row.strictest)
        remarks.append(f"{words('word', 'strictest')}: {who}{_best(row, words)}")
    if row.alone is not None:
        remarks.append(f"{words('word', 'alone')}: {names[row.alone]}")
    elif row.missing:
        silent = ", ".join(names[i] for i in row.missing)
        count = words("compare", "asking").format(asked=len(asking(row.cells)), all=len(names))
        remarks.append(f"{words('word', 'missing')}: {silent}" if len(row.missing) <= _MOST_NAMES else count)
    return "\n".join(remarks)


def _best(row: Row, words: Words) -> str:
    """The figure of the strictest columns, and their lead over the next."""
    cell = row.cells[row.strictest[0]]
    figures = [cell.figure] if cell.figure is not None else [e.figure for e in cell.entries if e.figure is not None]
    if not figures:
        return ""
    best = min(figures) if row.direction == "less" else max(figures)
    return f"({say_comparable(best, row, words)})" + (f" {lead}" if (lead := say_lead(row, words)) else "")


def _listed(row: Row, depth: int, names: list[str], words: Words) -> list[tuple[Cell, ...]]:
    """One line for each thing that is said, with all the columns that say just that; the silent ones together at the end."""
    said: dict[tuple[str, str], list[str]] = {}
    for index in range(len(row.cells)):
        cell = _asked(row, index, words)
        said.setdefault((cell.mark, cell.text), []).append(names[index])
    order = sorted(said, key=lambda pair: pair[0] == "absent")
    lead = "\n".join(filter(None, (_INDENT * depth + row_label(row, words), _best_remark(row, words))))
    return [
        (Cell(lead if place == 0 else ""), Cell(_who(said[mark, text], mark, words)), Cell(text, mark))
        for place, (mark, text) in enumerate(order)
    ]


def _who(names: list[str], mark: str, words: Words) -> str:
    """Name the columns that say one thing. The silent ones are the rest: all others have been named."""
    if mark == "absent":
        return words("compare", "rest").format(count=len(names))
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" +{more}" if more > 0 else "")


def _best_remark(row: Row, words: Words) -> str:
    return f"{words('word', 'strictest')}{_best(row, words)}" if row.strictest else ""


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

    It is what a program or a pivot table wants: states, figures, units and flags in columns of their own.
    """
    heads = tuple(Column(words(table, key), width) for table, key, width in _TIDY)
    rows = tuple(
        line
        for row in comparison.rows
        for index, cell in enumerate(row.cells)
        if silent or cell.state != "absent"
        for line in _tidy_lines(comparison, row, index, cell, words)
    )
    title = words("compare", "entries")
    return Report(title, _lines(comparison, words), (Part(title, heads, rows),), words.language)


def comparison_workbook(comparison: Comparison, words: Words) -> Report:
    """Put a comparison into a workbook: a sheet for each group, and one with a line for each entry."""
    wide = comparison_report(comparison, words)
    entries = comparison_entries(comparison, words, silent=False).parts
    return replace(wide, parts=(*wide.parts, *entries))


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
