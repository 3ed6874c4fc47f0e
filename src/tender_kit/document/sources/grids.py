"""Whether a source's table is a table, or only how the page was laid out."""

from __future__ import annotations

from tender_kit.document.layout import Grid, GridCell, Paragraph

_WIDEST = 60
_LARGEST = 300_000


def settle_grid(grid: Grid) -> list[Paragraph | Grid]:
    """Give the table with spans cut to size, or its paragraphs where it only places things on the page."""
    grid.rows = [row for row in grid.rows if row]
    if not any(cell.content for row in grid.rows for cell in row):
        return []
    if _is_layout(grid):
        return [part for row in grid.rows for cell in row for part in cell.content]
    _clamp(grid)
    grid.rows = [spread for row in grid.rows for spread in _splice(row)]
    return [grid]


def _splice(row: list[GridCell]) -> list[list[GridCell]]:
    """Lift a table that stands in one cell of a row but fills as many columns of it.

    A family of portals writes the items of a lot so: ``包1 | <table of five columns> | 预算``.
    """
    nested = [(at, cell.content[0]) for at, cell in enumerate(row) if cell.colspan > 1 and len(cell.content) == 1]
    grids = [(at, part) for at, part in nested if isinstance(part, Grid)]
    if len(grids) != 1 or any(cell.rowspan > 1 for cell in row):
        return [row]
    at, inner = grids[0]
    if any(sum(cell.colspan for cell in each) != row[at].colspan or any(c.rowspan > 1 for c in each) for each in inner.rows):
        return [row]
    for cell in row:
        cell.rowspan = len(inner.rows)
    return [[*row[:at], *inner.rows[0], *row[at + 1 :]], *inner.rows[1:]]


def _is_layout(grid: Grid) -> bool:
    """Tell a layout table: one column; or large contents of which a row has only one beside spacers."""
    if all(len(row) <= 1 for row in grid.rows):
        return True
    filled = [[cell for cell in row if cell.content] for row in grid.rows]
    large = [cell for row in filled for cell in row if _is_article(cell)]
    if not large:
        return False
    side_by_side = [row for row in filled if len(row) > 1]
    if not side_by_side:
        return True
    # A menu beside an article; a label beside its nested table is a row of a form.
    share = sum(map(_size, large)) / (sum(_size(cell) for row in filled for cell in row) or 1)
    return len(side_by_side) <= 1 and share >= 0.6 and not _is_labelled(side_by_side[0])


def _is_labelled(row: list[GridCell]) -> bool:
    first = row[0].content
    return len(first) == 1 and isinstance(first[0], Paragraph) and len(first[0].text) <= 20


def _is_article(cell: GridCell) -> bool:
    return len(cell.content) >= 8 or any(isinstance(part, Grid) for part in cell.content)


def _size(cell: GridCell) -> int:
    """Count the characters of a cell, those of nested tables by a guess: only the share matters."""
    return sum(len(part.text) if isinstance(part, Paragraph) else 20 * sum(map(len, part.rows)) for part in cell.content)


def _clamp(grid: Grid) -> None:
    """Cut spans to what the table has: pages say ``colspan="1000"`` for a whole row."""
    width = max(sum(cell.colspan if cell.colspan <= _WIDEST else 1 for cell in row) for row in grid.rows)
    height = len(grid.rows)
    if width * height > _LARGEST:
        width = max(len(row) for row in grid.rows)
    for index, row in enumerate(grid.rows):
        for cell in row:
            cell.colspan = min(cell.colspan, width)
            cell.rowspan = min(cell.rowspan, height - index)
    # Spans that pile up (each row begins cells over a thousand more) would fill more places than the table can have.
    if _places(grid) > min(_LARGEST, max(width, _WIDEST) * height):
        for cell in (cell for row in grid.rows for cell in row):
            cell.rowspan = 1
    if _places(grid) > _LARGEST:
        for cell in (cell for row in grid.rows for cell in row):
            cell.colspan = 1


def _places(grid: Grid) -> int:
    return sum(cell.colspan * cell.rowspan for row in grid.rows for cell in row)
