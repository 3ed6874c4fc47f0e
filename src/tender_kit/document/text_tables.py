"""Find the tables that stand in plain lines: tabs, pipes, aligned columns, one cell a line.

A page that was copied as text keeps its tables only as a habit of its lines. Each finder knows one
habit; a run of lines becomes a table only where heads, shapes and counts agree, so that prose never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tender_kit.document.text_tables_even import find_even_table
from tender_kit.document.text_tables_flat import find_flat_table
from tender_kit.document.text_tables_grid import Found, GridSlot, Line, Stroke, TextGrid, make_strokes
from tender_kit.document.text_tables_pipe import find_pipe_table
from tender_kit.document.text_tables_space import find_space_table
from tender_kit.document.text_tables_tab import find_tab_tables

__all__ = ["GridSlot", "Line", "TextGrid", "find_text_tables"]


def find_text_tables(lines: Sequence[Line], folded: str) -> list[TextGrid]:
    """Find the tables in a sequence of paragraphs, in order; they do not overlap.

    ``folded`` is the folded text of the document, ``lines`` are spans of it. Whole paragraphs are taken:
    where a table begins or ends inside one, what stands beside it becomes a row over the whole width.
    """
    strokes = make_strokes(lines, folded)
    return list(_whole_lines(_find(strokes, folded), strokes, lines))


def _find(strokes: Sequence[Stroke], folded: str) -> Iterator[Found]:
    at = 0
    while at < len(strokes):
        tables = _tables_at(strokes, at, folded)
        yield from (table for table in tables if table.rows)
        at = max(at, *(table.last for table in tables)) + 1 if tables else at + 1


def _tables_at(strokes: Sequence[Stroke], at: int, folded: str) -> list[Found]:
    """Ask the finders whose sign the line carries."""
    text = strokes[at].text
    found: Found | None = None
    if "|" in text:
        found = find_pipe_table(strokes, at, folded)
    if not found and "\t" in text:
        tables = find_tab_tables(strokes, at, folded)
        if tables:
            return tables
    if not found and "  " in text:
        found = find_space_table(strokes, at, folded)
    if not found and len(text) <= 30:
        found = find_flat_table(strokes, at) or find_even_table(strokes, at)
    return [found] if found else []


def _whole_lines(tables: Iterator[Found], strokes: Sequence[Stroke], lines: Sequence[Line]) -> Iterator[TextGrid]:
    taken = -1
    for found in tables:
        first, last = strokes[found.first].line, strokes[found.last].line
        if first <= taken:
            continue
        width = max(sum(slot.colspan for slot in row) for row in found.rows)
        above = _beside(strokes, range(found.first - 1, -1, -1), first, width)[::-1]
        below = _beside(strokes, range(found.last + 1, len(strokes)), last, width)
        taken = last
        yield TextGrid(found.form, lines[first].index, lines[last].index, [*above, *found.rows, *below])


def _beside(strokes: Sequence[Stroke], numbers: range, line: int, width: int) -> list[list[GridSlot]]:
    """Make rows of the lines of a paragraph that the table does not take."""
    rows = []
    for number in numbers:
        if strokes[number].line != line:
            break
        rows.append([GridSlot(strokes[number].start, strokes[number].end, colspan=width)])
    return rows
