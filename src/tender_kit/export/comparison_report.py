"""A comparison as a report: a part for each group of rows, a column for each notice or lot."""

from __future__ import annotations

from itertools import groupby

from tender_kit.analysis.wording import say_figure
from tender_kit.core.readings import evidence_of
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.comparison import Cell as Asked
from tender_kit.models.comparison import Comparison, Row
from tender_kit.vocab.words import Words


def comparison_report(comparison: Comparison, words: Words) -> Report:
    """Put a comparison into words."""
    names = [column.key for column in comparison.columns]
    heads = (Column(words("head", "topic"), 20), *(Column(name, 40) for name in names), Column(words("head", "remark"), 24))
    parts = []
    for group, rows in groupby(comparison.rows, key=lambda row: row.group):
        cells = tuple(_cells(row, names, words) for row in rows)
        parts.append(Part(words("row", group), heads, cells))
    lines = tuple(f"{column.key}: {column.title}" for column in comparison.columns if column.title)
    return Report(words("word", "comparison"), (*lines, words.say("comparison_note")), tuple(parts), words.language, aligned=True)


def _cells(row: Row, names: list[str], words: Words) -> tuple[Cell, ...]:
    asked = tuple(_asked(cell, index in row.strictest, words) for index, cell in enumerate(row.cells))
    return (Cell(row_label(row, words)), *asked, Cell(_remark(row, names, words)))


def row_label(row: Row, words: Words) -> str:
    """Name a row, with the unit and the basis on which its figures are compared."""
    label = row.label if words.language == "zh" else row.label_en or row.label
    basis = "/".join(filter(None, (row.unit, words("word", "per_year") if row.per_year else "")))
    return f"{label}({basis})" if basis else label


def _asked(cell: Asked, is_strictest: bool, words: Words) -> Cell:
    if cell.state == "absent":
        return Cell("—", "absent")
    texts = [("★ " if entry.mandatory else "") + entry.text for entry in cell.entries]
    mark = "strictest" if is_strictest else "" if cell.state == "known" else cell.state
    return Cell("\n".join(dict.fromkeys(texts)) or words("state", cell.state), mark, quotes_of(evidence_of(cell.entries)))


def _remark(row: Row, names: list[str], words: Words) -> str:
    """Who asks most and by which figures, who alone asks, who does not."""
    remarks = []
    if row.strictest:
        figures = {entry.figure for i in row.strictest for entry in row.cells[i].entries if entry.figure is not None}
        best = max(figures) if row.direction == "more" else min(figures)
        who = ", ".join(names[i] for i in row.strictest)
        remarks.append(f"{words('word', 'strictest')}: {who}({say_figure(best)})")
    if row.alone is not None:
        remarks.append(f"{words('word', 'alone')}: {names[row.alone]}")
    elif row.missing:
        remarks.append(f"{words('word', 'missing')}: {', '.join(names[i] for i in row.missing)}")
    return "\n".join(remarks)
