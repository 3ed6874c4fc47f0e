"""What every family of extractors is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tender_kit.core.runs import Layers
from tender_kit.document.model import Block, Cell, Document
from tender_kit.extractors.lot_numbers import plain_number
from tender_kit.models.notice import Lot
from tender_kit.models.values import NoticeKind


@dataclass(slots=True)
class Context:
    """The document, and what the families before have found that later ones need.

    ``scopes`` are (start, end, lot numbers) runs of the text that a heading, a table or a label ties to
    lots; the last one that covers a place holds. ``claimed`` are block indexes that a family has claimed
    as its own kind of clause (score rows, qualifications), so that none is read as two kinds.
    """

    document: Document
    kind: NoticeKind = NoticeKind.OTHER
    lots: tuple[Lot, ...] = ()
    scopes: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    published: date | None = None
    term_months: int | None = None
    claimed: dict[int, str] = field(default_factory=dict)
    _layers: Layers[tuple[str, ...]] | None = field(default=None, init=False, repr=False)
    _rows: dict[int, dict[int, list[Cell]]] = field(default_factory=dict, init=False, repr=False)

    def lots_at(self, offset: int) -> tuple[str, ...]:
        """Tell the lots that a place of the text is for; () where nothing ties it to some of them."""
        if self._layers is None or self._layers.count != len(self.scopes):
            self._layers = Layers(self.scopes)
        return self._layers.top(offset) or ()

    def lot_at(self, offset: int) -> str | None:
        """Tell the one lot that a place of the text is for; None where it is for several, or for all."""
        lots = self.lots_at(offset)
        return lots[0] if len(lots) == 1 else None

    def named_lots(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Give the lots of the document that bear these numbers, as the document writes them: 1 is its 01."""
        known = {plain_number(lot.number): lot.number for lot in self.lots}
        return tuple(known[plain] for number in numbers if (plain := plain_number(number)) in known)

    def row_of(self, cell: Cell) -> list[Cell]:
        """Give the first row that a cell stands in; [] for a cell of a row that its table has dropped."""
        rows = self._rows.get(id(cell.table))
        if rows is None:
            rows = self._rows[id(cell.table)] = {id(each): row for row in reversed(cell.table.rows) for each in row}
        return rows.get(id(cell), [])

    def claim(self, block: Block, kind: str) -> None:
        """Mark a block as a clause of one kind (``qualification``, ``payment``, ``score`` …)."""
        self.claimed[block.index] = kind
