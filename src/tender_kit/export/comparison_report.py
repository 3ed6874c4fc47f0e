"""A comparison as a report: side by side where there is room, else as a list."""

from __future__ import annotations

from dataclasses import replace

from tender_kit.core.readings import evidence_of
from tender_kit.export.comparison_entries import comparison_entries
from tender_kit.export.comparison_words import (
    asking,
    change_of,
    column_facts,
    nested,
    row_depths,
    row_label,
    rows_by_group,
    say_change,
    say_comparable,
    say_entry,
    say_figures,
    say_lead,
)
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.comparison import Comparison, Row
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


def comparison_workbook(comparison: Comparison, words: Words) -> Report:
    """Put a comparison into a workbook: a sheet for each group, and one with a line for each entry."""
    wide = comparison_report(comparison, words)
    entries = comparison_entries(comparison, words, silent=False)
    return replace(wide, parts=(*wide.parts, *entries.parts))


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
    silent = [pair for pair in order if pair[0] == "absent"]
    lead = "\n".join(filter(None, (_INDENT * depth + row_label(row, words), _best_remark(row, words))))
    return [
        (Cell(lead if place == 0 else ""), Cell(_who(said[mark, text], words, rest=silent == [(mark, text)])), Cell(text, mark))
        for place, (mark, text) in enumerate(order)
    ]


def _who(names: list[str], words: Words, *, rest: bool) -> str:
    """Name the columns that say one thing; where all others have been named, they are the rest."""
    if rest:
        return words("compare", "rest").format(count=len(names))
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" +{more}" if more > 0 else "")


def _best_remark(row: Row, words: Words) -> str:
    return f"{words('word', 'strictest')}{_best(row, words)}" if row.strictest else ""
