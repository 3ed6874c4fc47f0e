"""Line items of goods and services: of requirement tables, award notices and contracts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tender_kit.document.model import Cell, Table
from tender_kit.document.text_tables_align import align, rate_cell
from tender_kit.extractors.context import Context
from tender_kit.extractors.items_cells import money_unit, read_quantity, read_sum, read_unit, unit_above
from tender_kit.extractors.items_columns import ItemColumns, read_item_columns
from tender_kit.extractors.items_pairs import find_item_pairs
from tender_kit.models.results import Item
from tender_kit.models.values import NoticeKind

_SUM_ROW = re.compile(r"(?:合\s?计|总\s?计|小\s?计|总\s?价|总\s?额|报价合计)(?:\(?[^()]{0,8}\)?)?:?")
_NO_NAME = re.compile(r"[/\\—\-–.…\s*无]*|不涉及|详见.{0,10}|见附件|以下空白|合计.{0,6}|总计.{0,6}|\d{1,4}")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with the cell that stands under each head."""

    cells: tuple[Cell | None, ...]
    columns: ItemColumns

    def first(self, kind: str) -> Cell | None:
        """The first filled cell of a kind."""
        return next((cell for column in self.columns.of(kind) if (cell := self.cells[column])), None)

    def head(self, kind: str) -> str:
        """The head of the first filled cell of a kind."""
        return next((self.columns.heads[column] for column in self.columns.of(kind) if self.cells[column]), "")

    @property
    def name(self) -> Cell | None:
        """The cell that names the item."""
        cells = (self.cells[column] for column in self.columns.names())
        return next((cell for cell in cells if cell and not _NO_NAME.fullmatch(cell.text)), None)


def extract_items(context: Context) -> tuple[Item, ...]:
    """Read the line items in the order of the text; a line that a notice repeats counts once."""
    document = context.document
    found: list[tuple[int, Item]] = []
    read: list[tuple[int, int]] = []
    content = document.content
    starts = [block.start for block in content]
    for table in document.tables:
        columns = None if table.noise else read_item_columns(table, intended=context.kind is NoticeKind.INTENTION)
        if columns and not _is_claimed(context, table):
            above = unit_above(content, bisect_left(starts, table.start))
            found.extend(_from_table(context, table, columns, above))
            read.append((table.start, table.end))
    found.extend(find_item_pairs(context, read))
    seen: set[tuple[object, ...]] = set()
    items = []
    for _, item in sorted(found, key=lambda pair: pair[0]):
        key = (item.number, item.name, item.quantity, item.unit, item.unit_price.value, item.total.value, item.lots)
        if key not in seen or item.quantity is None:
            items.append(item)
        seen.add(key)
    return tuple(items)


def _is_claimed(context: Context, table: Table) -> bool:
    return any(context.claimed.get(block.index) == "score" for row in table.rows[:3] for cell in row for block in cell.blocks)


def _from_table(context: Context, table: Table, columns: ItemColumns, above: str) -> Iterator[tuple[int, Item]]:
    rows = [row for cells in table.rows[columns.body :] if (row := _row(cells, columns))]
    counted = any(row.first("quantity") for row in rows)
    for row in rows:
        if not (counted and _is_group(row)):
            item = _item(context, row, above)
            if item:
                yield item


def _row(cells: list[Cell], columns: ItemColumns) -> _Row | None:
    """Lay the cells of a row under the heads; None for sums and for rows of one cell.

    Cells that have slipped (a portal that leaves one out) are laid by what they look like.
    """
    distinct = list({id(cell): cell for cell in cells if cell.text}.values())
    if len(distinct) < 2 or any(_SUM_ROW.fullmatch(cell.text) for cell in distinct[:2]):
        return None
    placed = _placed(cells, len(columns.kinds))
    rate = sum(rate_cell(kind, cell.text if cell else "") for kind, cell in zip(columns.kinds, placed, strict=True))
    misfit = any(cell and rate_cell(kind, cell.text) < 0 for kind, cell in zip(columns.kinds, placed, strict=True))
    if misfit and len(distinct) <= len(columns.kinds):
        best, runs = align([cell.text for cell in distinct], columns.kinds)
        laid = _Row(tuple(distinct[a] if a < b else None for a, b in runs), columns)
        if best > rate + 1 and laid.name:
            return laid
    return _Row(tuple(placed), columns)


def _placed(cells: list[Cell], width: int) -> list[Cell | None]:
    """The filled cell under each head; one that is spread over several heads stands under the first of them."""
    placed: list[Cell | None] = []
    for column in range(width):
        cell = cells[column] if column < len(cells) else None
        placed.append(cell if cell and cell.text and not (column and cells[column - 1] is cell) else None)
    return placed


def _is_group(row: _Row) -> bool:
    """A row that heads others: among rows with quantities it has none."""
    return row.first("quantity") is None


def _item(context: Context, row: _Row, above: str) -> tuple[int, Item] | None:
    name = row.name
    if name is None or name.text.replace(" ", "") in row.columns.heads:
        return None
    document = context.document
    number, price, total = row.first("number"), row.first("unit_price"), row.first("total")
    amount = row.first("quantity")
    quantity, unit = read_quantity(amount.text) if amount else (None, None)
    own_unit = row.first("unit")
    cells = [cell for cell in dict.fromkeys((number, name, amount, own_unit, price, total)) if cell]
    sums = {  # a sum without a cell is left to its default: long tables have thousands of rows
        kind: read_sum(document, cell, money_unit(row.head(kind), above), f"item_{kind}")
        for kind, cell in (("unit_price", price), ("total", total))
        if cell
    }
    return name.start, Item(
        number=number.text if number else None,
        name=_plain(name),
        quantity=quantity,
        unit=unit or read_unit(own_unit.text if own_unit else "", row.head("quantity")),
        scope=_plain(row.first("scope")),
        standard=_plain(row.first("standard")),
        lots=_lots(context, row, name.start),
        evidence=tuple(document.evidence(cell.flow.whole, "item_row") for cell in cells),
        **sums,
    )


def _lots(context: Context, row: _Row, start: int) -> tuple[str, ...]:
    """The lots of a row: its own column, the lot that its number begins with (``2-1``), or where it stands."""
    own, number = row.first("lot"), row.first("number")
    for text in (own.text if own else "", number.text.partition("-")[0] if number and "-" in number.text else ""):
        named = context.named_lots([re.sub(r"[^0-9A-Za-z]", "", text)])
        if named:
            return named
    return context.lots_at(start)


def _plain(cell: Cell | None) -> str:
    return cell.text.replace("\n", " ").strip() if cell else ""
