"""From the cells of a sheet, wherever they stand, to paragraphs and tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import NamedTuple

from tender_kit.document.layout import Grid, GridCell, Paragraph
from tender_kit.document.sources.grids import settle_grid


class Range(NamedTuple):
    """Cells that are merged, first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """The cells that hold text: row → column → text. Rows and columns between them do not cost anything."""

    merges: list[Range]
    cells: dict[int, dict[int, str]] = field(default_factory=dict)


def sheet_parts(sheet: Sheet, check: Callable[[int], None]) -> tuple[int, list[Paragraph | Grid]]:
    """Cut a sheet into tables and the lines around them; give the number of cells too.

    An empty row parts two tables. Of the rows between, those at the beginning and the end with one cell only are a title,
    a note or a sum in words: paragraphs. ``check`` is asked before a table is laid out, with the cells so far.
    """
    parts: list[Paragraph | Grid] = []
    carried = _carried(sheet)
    count = 0
    for rows in _runs(sheet):
        wide = [index for index, row in enumerate(rows) if len(sheet.cells[row]) + carried[row] > 1]
        first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
        columns = sorted({column for row in rows[first:last] for column in sheet.cells[row]})
        count += (last - first) * len(columns)
        check(count)
        parts.extend(_lines(sheet, rows[:first]))
        parts.extend(settle_grid(_grid(sheet, rows[first:last], columns)))
        parts.extend(_lines(sheet, rows[last:]))
    return count, parts


def _carried(sheet: Sheet) -> dict[int, int]:
    """Count for each row the cells that reach down into it from above: they are part of it, without a text of their own."""
    rows = sorted(sheet.cells)
    changes = [0] * (len(rows) + 1)
    for merge in sheet.merges:
        if merge.left in sheet.cells.get(merge.top, ()):
            first = bisect_right(rows, merge.top)
            changes[first] += 1
            changes[max(first, bisect_right(rows, merge.bottom))] -= 1
    return dict(zip(rows, accumulate(changes), strict=False))


def _runs(sheet: Sheet) -> Iterator[list[int]]:
    """Yield the rows that follow one another without an empty one between."""
    for _, run in groupby(enumerate(sorted(sheet.cells)), lambda entry: entry[1] - entry[0]):
        yield [row for _, row in run]


def _lines(sheet: Sheet, rows: list[int]) -> list[Paragraph]:
    return [Paragraph(text) for row in rows for text in sheet.cells[row].values()]


def _grid(sheet: Sheet, rows: list[int], columns: list[int]) -> Grid:
    spans = _spans(sheet, rows, columns)
    return Grid([[_cell(sheet, row, column, spans) for column in columns if (row, column) not in spans.covered] for row in rows])


@dataclass(slots=True)
class _Spans:
    """The size of merged cells by their first place, and the places that they cover beside it."""

    sizes: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)


def _spans(sheet: Sheet, rows: list[int], columns: list[int]) -> _Spans:
    found = _Spans()
    left = len(rows) * len(columns)
    for merge in sheet.merges:
        down = rows[bisect_left(rows, merge.top) : bisect_right(rows, merge.bottom)]
        across = columns[bisect_left(columns, merge.left) : bisect_right(columns, merge.right)]
        left -= len(down) * len(across)
        if left < 0:
            break  # more than the table has: merged cells that lie over one another, which no program writes
        if down and across and (down[0], across[0]) == (merge.top, merge.left):
            found.sizes[merge.top, merge.left] = len(down), len(across)
            found.covered |= {(row, column) for row in down for column in across} - {(merge.top, merge.left)}
    return found


def _cell(sheet: Sheet, row: int, column: int, spans: _Spans) -> GridCell:
    text = sheet.cells[row].get(column, "")
    down, across = spans.sizes.get((row, column), (1, 1))
    return GridCell([Paragraph(line) for line in text.splitlines() if line.strip()], down, across)
