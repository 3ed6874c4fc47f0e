"""What the rows of a table are: column heads, a title, or labels with their values."""

from __future__ import annotations

import re
from functools import lru_cache

from tender_kit.document.model import Cell, Table
from tender_kit.vocab.labels import fields_of, split_label

_HEAD_LENGTH = 24
_LABEL_LENGTH = 40
_UNIT = re.compile(r"单位[: ]{0,3}(?:人民币)?[(]?(万元|元|亿元)|[(](万元|元)[)]\s*$")
_FIGURE = re.compile(r"\d{3,}|\d+\.\d+|\d+[%元万]|[。;]")


def find_head_rows(table: Table) -> None:
    """Tell the column heads of a table from its body; a title row above them becomes its title."""
    while len(table.rows) > 1 and len({id(c) for c in table.rows[0]}) == 1 and table.width > 1 and _short(table.rows[0][0]):
        table.title = table.title or next(iter(table.rows[0][0].blocks), None)
        if len(table.rows) > 2 and not _heads_ahead(table):
            break
        del table.rows[0]
    table.head_rows = 0 if is_label_table(table) else _count_heads(table)


def _heads_ahead(table: Table) -> bool:
    return bool(distinct(table.rows[1])) and len(distinct(table.rows[1])) > 1


def distinct(row: list[Cell]) -> list[Cell]:
    """Give the cells of a row, one that reaches over several columns once."""
    return list({id(cell): cell for cell in row}.values())


def _short(cell: Cell) -> bool:
    return len(cell.text) <= 2 * _HEAD_LENGTH


def is_label(cell: Cell) -> bool:
    """Whether a cell holds a known label and nothing else, or ends with a colon."""
    return len(cell.text) <= 4 * _LABEL_LENGTH and _is_label(cell.text.strip())


@lru_cache(maxsize=2048)
def _is_label(text: str) -> bool:
    if not text or len(text) > _LABEL_LENGTH:
        return False
    return bool(fields_of(split_label(text.rstrip(":"))[0])) or (text.endswith(":") and len(text) < 20)


def is_label_table(table: Table) -> bool:
    """Whether the table sets labels beside values: in columns 0, 2, … most filled cells are labels."""
    if table.width < 2 or (len(table.rows) == 1 and table.width > 2):
        return False
    rows = [without_group(distinct(row)) for row in table.rows]
    filled = [row for row in rows if row and row[0].text]
    if not filled:
        return False
    leading = sum(is_label(row[0]) and not all(is_label(cell) for cell in row[1:] if cell.text) for row in filled)
    if table.width == 2:
        return leading * 2 >= len(filled)
    row_heads = sum(all(is_label(cell) for cell in row if cell.text) and len(row) > 2 for row in filled[:2])
    paired = sum(len(row) == 2 or _alternate(row) for row in filled)
    return leading * 2 >= len(filled) and paired * 2 >= len(filled) and not row_heads


def without_group(row: list[Cell]) -> list[Cell]:
    """Leave out the cell that names whose labels the rows beside it hold: 采购人 | 名称 | 某局, below it 地址 | 某路."""
    return row[1:] if len(row) == 3 and is_label(row[0]) and is_label(row[1]) and not is_label(row[2]) else row


def _alternate(row: list[Cell]) -> bool:
    """Whether labels and values take turns in a row."""
    labels = [is_label(cell) for cell in row if cell.text]
    return all(labels[::2]) and not any(labels[1::2])


def _count_heads(table: Table) -> int:
    """Count the rows of column heads: marked as heads, or short and free of figures above rows that are not."""
    if not table.rows:
        return 0
    marked = 0
    for row in table.rows:
        if not all(cell.head for cell in row):
            break
        marked += 1
    if 0 < marked < len(table.rows):
        return marked
    first = table.rows[0]
    if len(table.rows) == 1 or not _is_head(first):
        return 0
    depth = max((cell.rowspan for cell in first if cell.rowspan < len(table.rows)), default=1)
    wide = any(cell.colspan > 1 for cell in first)
    return depth if depth > 1 and wide and all(_is_head(row) for row in table.rows[:depth]) else 1


def _is_head(row: list[Cell]) -> bool:
    cells = distinct(row)
    texts = [cell.text for cell in cells if cell.text]
    if len(texts) < 2 or any(len(text) > _HEAD_LENGTH or _FIGURE.search(text) for text in texts):
        return False
    known = sum(bool(fields_of(split_label(text)[0])) for text in texts)
    return known >= 2 or known * 2 >= len(texts) or not any(re.search(r"\d", text) for text in texts)


def unit_above(table: Table, folded: str) -> str:
    """Give the unit of money that the line above a table, or its title, states for the whole table."""
    above = folded[max(0, table.start - 60) : table.start] + (table.title.flow.text if table.title else "")
    found = list(_UNIT.finditer(above.replace("\n", " ")))
    return next((g for g in found[-1].groups() if g), "") if found else ""
