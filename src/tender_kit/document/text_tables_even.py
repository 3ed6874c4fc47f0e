"""Tables of which only the cells are left, one a line, where no counter begins the rows: rows of even length."""

from __future__ import annotations

from collections.abc import Sequence

from tender_kit.document.text_tables_align import fits, shape_of
from tender_kit.document.text_tables_grid import Found, GridSlot, Stroke
from tender_kit.vocab.columns import column_kind

_MOST_HEADS = 16
_LONGEST_HEAD = 24
_LONGEST_CELL = 300
_JUDGED = {"points", "earned", "criterion", "factor"}


def find_even_table(strokes: Sequence[Stroke], at: int) -> Found | None:
    """Find the table whose first head is this stroke: three known heads, two of them of figures, and rows that fit all.

    Heads of score tables are left alone: their rows are seldom even.
    """
    kinds = _heads(strokes, at)
    typed = [column for column, kind in enumerate(kinds) if shape_of(kind)]
    if len(kinds) < 3 or len(typed) < 2 or len(typed) == len(kinds) or _JUDGED & set(kinds):
        return None
    width = len(kinds)
    rows = [strokes[at : at + width]]
    start = at + width
    while start + width <= len(strokes) and _fits(strokes[start : start + width], kinds, typed):
        rows.append(strokes[start : start + width])
        start += width
    if len(rows) < 2:
        return None
    return Found("flat", at, start - 1, [[GridSlot(stroke.start, stroke.end) for stroke in row] for row in rows])


def _heads(strokes: Sequence[Stroke], at: int) -> list[str]:
    kinds: list[str] = []
    for stroke in strokes[at : at + _MOST_HEADS]:
        kind = column_kind(stroke.text) if len(stroke.text) <= _LONGEST_HEAD else None
        if kind is None or ":" in stroke.text:
            break
        kinds.append(kind)
    return kinds


def _fits(row: Sequence[Stroke], kinds: Sequence[str], typed: Sequence[int]) -> bool:
    """Whether each figure stands under its head, and nothing else of the row is a figure, a label or a page of text."""
    if not all(fits(kinds[column], row[column].text) > 0 for column in typed):
        return False
    words = [stroke.text for column, stroke in enumerate(row) if column not in typed]
    return all(len(text) <= _LONGEST_CELL and not text.endswith(":") and not text.isdecimal() for text in words)
