"""Cells of an item table as values: quantity with its unit, sums of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tender_kit.core.readings import Reading
from tender_kit.document.model import Block, Cell, Document
from tender_kit.extractors.resolve import resolve
from tender_kit.extractors.sums import find_money
from tender_kit.models.values import Money
from tender_kit.quantities.numerals import NUMBER, parse_number

_QUANTITY = re.compile(
    rf"(?:约|共|暂定|≥|数量[:为]?)?\s?(?P<figure>{NUMBER})\s?(?P<unit>\(?[^\d\s()、,;。]{{0,8}}\)?)?(?P<rest>.*)", re.DOTALL
)
_UNIT = re.compile(r"[^\d\s,;。:]{1,8}")
_HEAD_UNIT = re.compile(r"\((?:单位:?)?([^()]{1,6})\)$")
_NO_UNIT = re.compile(r"单位|计量|元|如有|年|月|日")
_MONEY_UNIT = re.compile(r"(?:金额)?单位[:为]?\s?(?:人民币)?\s?(万元|元|亿元)")
_LOOK_BACK = 2


def read_quantity(text: str) -> tuple[Decimal | None, str | None]:
    """Read a quantity and the unit behind it; none of both where the text is no quantity.

    >>> read_quantity("1(项)"), read_quantity("1,200.00人次"), read_quantity("见附件")
    ((Decimal('1'), '项'), (Decimal('1200.00'), '人次'), (None, None))
    """
    found = _QUANTITY.match(text.strip())
    if not found or len(found["rest"]) > 12:
        return None, None
    value = parse_number(found["figure"])
    return value, (found["unit"] or "").strip("()") or None if value is not None else None


def read_unit(text: str, head: str) -> str | None:
    """Read the unit cell, or else the unit in the head of the quantity (``数量(台)``)."""
    bare = text.strip("() ")
    if _UNIT.fullmatch(bare) and bare not in "//—-无":
        return bare
    found = _HEAD_UNIT.search(head)
    return found.group(1) if found and not _NO_UNIT.search(found.group(1)) else None


def read_sum(document: Document, cell: Cell, unit: str, rule: str) -> Reading[Money]:
    """Read a sum of money from a cell whose head, or table, gives the unit."""
    return resolve(find_money(document, cell.flow, unit, rank=0, rule=rule)[:1])


def money_unit(head: str, around: str) -> str:
    """The unit that the head of a column gives, or else the one that stands above the table."""
    found = re.search(r"(?:万|亿)?元", head)
    return found.group() if found else around


def unit_above(content: Sequence[Block], at: int) -> str:
    """The unit that a line above a table gives for all its sums (``金额单位:万元``); "" where none does.

    ``at`` is the number of content blocks above the table.
    """
    for block in reversed(content[max(0, at - _LOOK_BACK) : at]):
        found = _MONEY_UNIT.search(block.flow.text)
        if found:
            return found.group(1)
    return ""
