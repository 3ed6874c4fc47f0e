"""Tables whose columns are held by blanks, as text that is drawn from a page keeps them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tender_kit.core.spans import Span
from tender_kit.document.text_tables_grid import Found, GridSlot, Stroke
from tender_kit.vocab.columns import column_kind

_GAP = re.compile(r" {2,}|\t+")
_WIDE = re.compile(r"[⺀-￮“”‘’…—×≥≤①-⑳★㎡]")
_HEAD_TAIL = re.compile(r"\([^()]{1,12}\)?|[^()]{0,6}\)")
_SLACK = 4
_MOST_LOOSE = 24
_MOST_WRAPPED = 4
_WIDEST_CELL = 70


@dataclass(slots=True)
class _Piece:
    """A run of words in a line, with the terminal columns that it fills."""

    span: Span
    left: int
    right: int
    text: str


_Placed = list[tuple[int, Span]]
"""The pieces of a line, each with its column."""


@dataclass(slots=True)
class _Row:
    """A row: the span of its own line, and for each column the runs of its cell."""

    line: Span
    cells: list[list[Span]]

    def level(self, column: int) -> int:
        """Runs of a cell on the row's own line."""
        return sum(self.line.start <= run.start < self.line.end for run in self.cells[column])

    def is_open(self, column: int) -> bool:
        """Whether a cell that is centred on its row lacks as many runs below the line as it has above."""
        above = sum(run.start < self.line.start for run in self.cells[column])
        below = sum(run.start >= self.line.end for run in self.cells[column])
        return below < above


def find_space_table(strokes: Sequence[Stroke], at: int, folded: str) -> Found | None:
    """Find the table whose head line is this stroke: three heads or more, most of them known."""
    head = _pieces(strokes[at], folded)
    if len(head) < 3 or not _is_head(head):
        return None
    columns = [[piece.span] for piece in head]
    edges = _edges(head)
    first = at + 1
    while first < len(strokes) and _is_head_tail(_pieces(strokes[first], folded), head):
        for piece in _pieces(strokes[first], folded):
            columns[_column(piece, edges)].append(piece.span)
        first += 1
    rows, last = _body(strokes, first, folded, edges)
    if not rows:
        return None
    return Found("space", at, last, [_slots(columns), *rows])


def _pieces(stroke: Stroke, folded: str) -> list[_Piece]:
    """Cut a line at its wide gaps; the columns count from the beginning of the physical line."""
    opening = folded.rfind("\n", max(0, stroke.start - 400), stroke.start) + 1
    lead = folded[opening : stroke.start] if opening and not folded[opening : stroke.start].strip() else ""
    position, column = 0, len(lead)
    pieces = []
    for gap in [*_GAP.finditer(stroke.text), None]:
        end = gap.start() if gap else len(stroke.text)
        text = stroke.text[position:end]
        room = len(text) + len(_WIDE.findall(text))
        pieces.append(_Piece(Span(stroke.start + position, stroke.start + end), column, column + room, text))
        if gap:
            column += room + gap.end() - gap.start()
            position = gap.end()
    return pieces


def _is_head(head: list[_Piece]) -> bool:
    kinds = [column_kind(piece.text) for piece in head]
    known = sum(kind is not None for kind in kinds)
    return known >= 2 and known * 2 >= len(head) and not any(":" in piece.text or "。" in piece.text for piece in head)


def _is_head_tail(pieces: list[_Piece], head: list[_Piece]) -> bool:
    """Whether a line holds the rest of wrapped heads: units in brackets, below heads and not in the first column."""
    return all(_HEAD_TAIL.fullmatch(p.text) and any(p.left < h.right and h.left < p.right for h in head) for p in pieces)


def _edges(head: list[_Piece]) -> list[tuple[int, int]]:
    return [(piece.left, piece.right) for piece in head]


def _column(piece: _Piece, edges: list[tuple[int, int]]) -> int:
    """The column whose head lies over the piece, or else the nearest one."""

    def distance(number: int) -> tuple[int, int]:
        left, right = edges[number]
        gap = max(left - piece.right, piece.left - right)
        return (gap, abs(left + right - piece.left - piece.right))

    return min(range(len(edges)), key=distance)


def _body(strokes: Sequence[Stroke], first: int, folded: str, edges: list[tuple[int, int]]) -> tuple[list[list[GridSlot]], int]:
    """Read the rows below the head.

    A line whose first column is filled begins a row. Other lines are pieces of cells that are set over
    several lines: they belong to the row above, or, where that has its words and the next row lacks them
    (cells that are centred on their row), to the next.
    """
    rows: list[_Row] = []
    loose: list[_Placed] = []
    lefts: dict[int, int] = {}
    last, centred = first - 1, False
    for number in range(first, len(strokes)):
        placed = _placed(_pieces(strokes[number], folded), edges, lefts)
        if placed is None or len(loose) > _MOST_LOOSE:
            break
        if placed[0][0] or len(placed) < 2:
            loose.append(placed)
            continue
        row = _Row(Span(strokes[number].start, strokes[number].end), [[] for _ in edges])
        for column, span in placed:
            row.cells[column].append(span)
        centred = centred or (not rows and bool(loose))
        _settle(loose, rows[-1] if rows else None, row, centred)
        rows.append(row)
        loose, last = [], number
    last += _finish(loose, rows[-1], folded) if rows else 0
    return [_slots([sorted(cell) for cell in row.cells]) for row in rows], last


def _placed(pieces: list[_Piece], edges: list[tuple[int, int]], lefts: dict[int, int]) -> _Placed | None:
    """Give each piece its column; None for a line that is no line of this table.

    A line with all columns needs no measuring: in text drawn from proportional type the columns drift.
    ``lefts`` are the left ends of the first cells of the columns; they are kept up here.
    """
    columns = [*range(len(edges))] if len(pieces) == len(edges) else [_column(piece, edges) for piece in pieces]
    if len(pieces) == 1:
        columns = [_column_by_left(pieces[0], lefts, columns[0])]
    if columns != sorted(set(columns)):
        return None
    if len(pieces) == 1 and not _fits_below(pieces[0], columns[0], edges, lefts):
        return None
    if len(pieces) > 1 and len(pieces) * 2 < len(edges) and columns[0] == 0:
        return None
    for column, piece in zip(columns, pieces, strict=True):
        lefts.setdefault(column, piece.left)
    return [(column, piece.span) for column, piece in zip(columns, pieces, strict=True)]


def _column_by_left(piece: _Piece, lefts: dict[int, int], otherwise: int) -> int:
    """The column whose cells begin where a lone piece begins; cells are set flush left more often than not."""
    near = sorted((abs(left - piece.left), column) for column, left in lefts.items() if column)
    return near[0][1] if near and near[0][0] <= _SLACK else otherwise


def _fits_below(piece: _Piece, column: int, edges: list[tuple[int, int]], lefts: dict[int, int]) -> bool:
    """Whether a lone piece can be the rest of a cell: not in the first column, and inside its neighbours."""
    if column == 0 or piece.right - piece.left > _WIDEST_CELL or ":" in piece.text:
        return False
    if abs(piece.left - lefts.get(column, -9)) <= _SLACK:
        return True
    before = edges[column - 1][1]
    after = edges[column + 1][0] if column + 1 < len(edges) else edges[column][1] + 40
    return piece.left >= before - _SLACK and piece.right <= after + _SLACK


def _settle(loose: list[_Placed], above: _Row | None, below: _Row, centred: bool) -> None:
    """Share the loose lines between the row above and the row below them.

    ``centred``: lines stood above the first row already, so cells are centred on the lines of their rows.
    """
    for column, span in (piece for placed in loose for piece in placed):
        lacking = not below.level(column) and (above is None or bool(above.cells[column]))
        to_next = above is None or (not above.is_open(column) and (centred or lacking))
        target = below if to_next or above is None else above
        target.cells[column].append(span)


def _finish(loose: list[_Placed], row: _Row, folded: str) -> int:
    """Give the last row the lines below it that are its own; their number."""
    for count, placed in enumerate(loose):
        if len(loose) > _MOST_WRAPPED or not all(_is_rest(row, column, folded[span.start : span.end]) for column, span in placed):
            return count
        for column, span in placed:
            row.cells[column].append(span)
    return len(loose)


def _is_rest(row: _Row, column: int, text: str) -> bool:
    """Whether words below the last row go on with a cell of it.

    The rest of a wrapped cell is no longer than the line above it and reads like no sentence: what
    follows a table may well begin under one of its columns.
    """
    widest = max((run.end - run.start for run in row.cells[column]), default=0)
    return row.is_open(column) or (":" not in text and "。" not in text and len(text) <= widest + 1)


def _slots(columns: list[list[Span]]) -> list[GridSlot]:
    """Make the slots of a row; an empty cell stands where the one before it ends."""
    place = min((run.start for runs in columns for run in runs), default=0)
    slots = []
    for runs in columns:
        if runs:
            slots.append(GridSlot(runs[0].start, runs[-1].end, pieces=(tuple(runs),) if len(runs) > 1 else ()))
            place = runs[-1].end
        else:
            slots.append(GridSlot(place, place))
    return slots
