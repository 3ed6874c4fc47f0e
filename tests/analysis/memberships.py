"""Which quotes a comparison should hold in which row and column, and how well it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tender_kit.core.fold import fold
from tender_kit.models.comparison import Cell, Comparison, Entry


@dataclass
class Tally:
    """What stands where it should, and what stands where it should not."""

    total: int = 0
    lost: list[tuple[str, str, str]] = field(default_factory=list)
    cells: int = 0
    strange: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def placed(self) -> float:
        """Share of the quotes that stand in the right row and column."""
        return 1 - len(self.lost) / self.total

    @property
    def dirty(self) -> float:
        """Share of the cells that hold a figure which does not belong."""
        return len({(topic, column) for topic, column, _ in self.strange}) / self.cells


def bare(text: str) -> str:
    return "".join(fold(text).split())


def quotes_of(entry: Entry) -> list[str]:
    return [bare(piece.quote) for piece in entry.evidence]


def quotes_in(cell: Cell) -> list[str]:
    return [quote for entry in cell.entries for quote in quotes_of(entry)]


def alike(one: str, other: str) -> bool:
    return one in other or other in one


# What the comparison gives as facts of the notice.
_FACTS = {"com.pay": ("payments",), "com.term": ("service.period",)}


def cells_of(comparison: Comparison, topic: str, index: int) -> list[Cell]:
    """The cells of a topic in one column: its figures, its prose, and the facts that say the same."""
    keys = (topic, f"{topic}#text", *_FACTS.get(topic, ()))
    return [row.cells[index] for row in comparison.rows if row.key in keys]


def tally_rows(comparison: Comparison, rows: Sequence[Mapping[str, Any]]) -> Tally:
    """Look for every listed quote in its row and column; count the cells of those rows with figures that are not listed."""
    tally = Tally()
    columns = {column.key: index for index, column in enumerate(comparison.columns)}
    by_key = {row.key: row for row in comparison.rows}
    listed = {(topic, column) for row in rows for topic in (row["topic"], *row.get("also", ())) for column in row["cells"]}
    for row in rows:
        for column, quotes in row["cells"].items():
            topics = (row["topic"], *row.get("also", ()))
            cells = [cell for topic in topics for cell in cells_of(comparison, topic, columns[column])]
            found = [quote for cell in cells for quote in quotes_in(cell)]
            tally.total += len(quotes)
            tally.lost += [(row["topic"], column, quote) for quote in quotes if not any(alike(bare(quote), f) for f in found)]
    everything = [(column, bare(quote)) for row in rows for column, quotes in row["cells"].items() for quote in quotes]
    for row in rows:
        for column, index in columns.items():
            cell = by_key[row["topic"]].cells[index] if row["topic"] in by_key else Cell()
            tally.cells += bool(cell.entries) or (row["topic"], column) in listed
            tally.strange += [
                (row["topic"], column, entry.evidence[0].quote)
                for entry in cell.entries
                if entry.measure and not any(column == c and alike(q, quote) for c, q in everything for quote in quotes_of(entry))
            ]
    return tally
