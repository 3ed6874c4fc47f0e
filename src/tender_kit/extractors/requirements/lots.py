"""The lots that a clause, or one figure in it, is for."""

from __future__ import annotations

import re

from tender_kit.document.model import Block, Cell
from tender_kit.extractors.context import Context
from tender_kit.quantities.measures import MeasureMatch

_NAMED = re.compile(
    r"(?:合同|采购|标)?(?:包|标段|标项|分标)组?号?\s?(?P<after>[\dA-Z一二三四五六七八九十]{1,3})(?![\dA-Za-z])"
    r"|(?P<before>[\dA-Z一二三四五六七八九十]{1,3})\s?(?:号)?(?:包|标段|分标)(?!含|括)"
)
_LEAD = re.compile(
    r"^[\[【(]?(?:第)?(?:合同|采购|标)?(?:包|标段|标项"
    r"|分标)组?\s?[\dA-Z一二三四五六七八九十]{1,3}(?:[、和,及](?:合同|采购)?(?:包"
    r"|标段)?\s?[\dA-Z]{1,3})*[\])】]?[,:、]|^[A-Z\d]{1,2}包[:,]"
)
_LABEL = re.compile(r"^[^:,;。]{2,10}:(?=(?:合同|采购|标)?(?:包|标段|标项|分标))")
_CHINESE = "一二三四五六七八九十"


def lots_of(context: Context, block: Block, text: str = "") -> tuple[str, ...]:
    """Tell the lots of a clause: those it begins with, those its place is tied to."""
    if not context.lots:
        return ()
    lead = _LEAD.match(_LABEL.sub("", text[:40]))
    if lead:
        named = _known(context, lead.group())
        if named:
            return named
    if block.cell is not None and _shared(block.cell):
        return tuple(lot.number for lot in context.lots)
    if block.cell is not None and block.cell.rowspan > 1:
        return _spanned(context, block.cell)
    return context.lots_at(block.start)


_SHARED = re.compile(r"^(?:[两二三四五六]个|各|全部|所有|以上各?)(?:合同|采购)?(?:包|标段|标项)(?:共同|均|都|通用)?")


def _shared(cell: Cell) -> bool:
    """Whether the row of a cell is for all lots: 两个合同包共同要求."""
    return any(other.row == cell.row and _SHARED.match(other.text) for row in cell.table.rows for other in row[:2])


def _spanned(context: Context, cell: Cell) -> tuple[str, ...]:
    """The lots of all rows that a cell spans: one cell may hold what several lots share."""
    rows = cell.table.rows[cell.row : cell.row + cell.rowspan]
    found = dict.fromkeys(n for row in rows if row for n in context.lots_at(row[0].start))
    return tuple(found) or context.lots_at(cell.start)


def inline_lots(context: Context, text: str, match: MeasureMatch) -> tuple[str, ...]:
    """Tell the lots that stand right before one figure: ``包1不低于92%、包2不低于90%``."""
    if not context.lots:
        return ()
    words = text[match.clause_start : match.start]
    return _known(context, words) if _NAMED.search(words[-8:]) else ()


def _known(context: Context, words: str) -> tuple[str, ...]:
    """The lots of the document that some words name."""
    named = {_plain(m["after"] or m["before"]) for m in _NAMED.finditer(words)}
    named |= {_plain(n) for n in re.findall(r"(?<=[、和,及])[\dA-Z]{1,3}(?=[、和,及:\])】]|$)", words)} if named else set()
    return tuple(lot.number for lot in context.lots if _plain(lot.number) in named)


def _plain(number: str) -> str:
    if len(number) == 1 and number in _CHINESE:
        return str(_CHINESE.index(number) + 1)
    return number.lstrip("0") or number
