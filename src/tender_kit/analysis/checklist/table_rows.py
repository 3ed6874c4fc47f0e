"""The cells of one row of a table are one demand: 长者学堂 | 每周2场 | 年度数量(场) ≥96 wants one response, not three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tender_kit.analysis.checklist.places import Places
from tender_kit.core.readings import Evidence
from tender_kit.document.model import Cell, Document
from tender_kit.models.demands import Requirement

_FIGURE = re.compile(r"[≥≤><=~约\d*.,%()+-]+")
_LONGEST = 240


def join_rows(document: object, places: Places, clauses: Iterable[Requirement]) -> Iterator[Requirement]:
    """Give the clauses, those that stand in the short cells of one table row as one, in the words of its cells."""
    for place, group in groupby(clauses, key=lambda clause: _row_of(places, clause)):
        found = list(group)
        is_short = sum(len(clause.text) for clause in found) <= _LONGEST
        if place is None or not isinstance(document, Document) or not is_short:
            yield from found
        else:
            yield _joined(document, places, found)


def _cell(places: Places, piece: Evidence) -> Cell | None:
    block = places.block(piece.start)
    return block.cell if block is not None else None


def _row_of(places: Places, clause: Requirement) -> tuple[int, int, tuple[str, ...], bool] | None:
    """Name the table row that a clause fills a whole cell of; None for running text and for long cells."""
    cell = _cell(places, clause.evidence[0])
    if cell is None or len(cell.blocks) != 1:
        return None
    return cell.table.start, cell.row, clause.lots, clause.mandatory


def _joined(document: Document, places: Places, clauses: list[Requirement]) -> Requirement:
    pieces = {piece: None for clause in clauses for piece in clause.evidence}
    pieces.update({piece: None for clause in clauses for measure in clause.measures for piece in measure.evidence})
    cells = {id(cell): cell for piece in pieces if (cell := _cell(places, piece)) is not None}
    shown = sorted(cells.values(), key=lambda cell: (cell.row, cell.column))
    first = clauses[0]
    return first.model_copy(
        update={
            "text": " | ".join(_say(document, cell) for cell in shown) if len(shown) > 1 else first.text,
            "topic": next((clause.topic for clause in clauses if clause.measures and clause.topic), first.topic),
            "measures": tuple(measure for clause in clauses for measure in clause.measures),
            "evidence": tuple(document.evidence(cell.flow.whole, "checklist.row") for cell in shown),
        }
    )


def _say(document: Document, cell: Cell) -> str:
    """Write a cell; a bare figure says nothing without the head of its column."""
    heads = cell.table.heads
    words = document.words(cell.flow)
    is_bare = _FIGURE.fullmatch(cell.text) and cell.column < len(heads) and cell.row >= cell.table.head_rows
    return f"{heads[cell.column]} {words}" if is_bare else words
