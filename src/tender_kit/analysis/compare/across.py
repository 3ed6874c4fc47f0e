"""Read across a row: who asks most and by how much, who alone asks, who does not, whether the columns differ."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tender_kit.models.comparison import Cell, Row


def read_across(row: Row, *, also: Sequence[bool] = ()) -> Row:
    """Say what stands out in a row.

    Nobody is said to ask most where figures are equal, where fewer than two columns have one, or where a hidden
    figure could be the largest.

    Args:
        row: a row with its comparable figures.
        also: which columns ask in another row of the same topic (in prose, say): those are not missing here.
    """
    asks = [cell.state != "absent" or other for cell, other in zip(row.cells, also or [False] * len(row.cells), strict=True)]
    asking = [index for index, does in enumerate(asks) if does]
    silent = tuple(index for index, does in enumerate(asks) if not does)
    here = [index for index in asking if row.cells[index].state != "absent"]
    lone = len(asking) == 1 and len(row.cells) > 1 and bool(here)
    found = {"alone": asking[0] if lone else None, "missing": silent if asking else ()}
    return note_difference(row).model_copy(update={**found, **_strictest(row)})


def note_difference(row: Row) -> Row:
    """Tell whether the columns of a row say different things: by their figures where all have one, else by their words."""
    figures = [cell.figure for cell in row.cells]
    values: set[object] = set(figures) if None not in figures else {_said(cell) for cell in row.cells}
    return row.model_copy(update={"differs": len(values) > 1})


def _said(cell: Cell) -> tuple[str, frozenset[str]]:
    return cell.state, frozenset("".join(entry.text.split()) for entry in cell.entries)


def _strictest(row: Row) -> dict[str, object]:
    figures = {index: cell.figure for index, cell in enumerate(row.cells) if cell.figure is not None}
    hidden = any(entry.uncompared == "masked" for cell in row.cells for entry in cell.entries)
    levels = sorted(set(figures.values()), reverse=row.direction == "more")
    if row.direction == "none" or hidden or len(levels) < 2:
        return {}
    best, following = levels[:2]
    lead = abs(best - following)
    percent = (lead * 100 / following).quantize(Decimal("0.1")) if following else None
    return {
        "strictest": tuple(index for index, figure in figures.items() if figure == best),
        "lead": lead,
        "lead_percent": percent,
    }
