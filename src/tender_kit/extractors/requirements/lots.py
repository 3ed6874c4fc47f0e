"""The lots that a clause, or one figure in it, is for."""

from __future__ import annotations

import re

from tender_kit.document.model import Block, Cell
from tender_kit.extractors.context import Context
from tender_kit.extractors.lot_numbers import plain_number
from tender_kit.quantities.measures import MeasureMatch

_N = r"[\dA-Z一二三四五六七八九十]{1,3}"
_RUN = rf"(?:第?{_N}(?:[、和,及]第?{_N}){{0,9}})"
_NAMED = re.compile(
    rf"(?:包|标段|标项|分标)(?:组)?号?\s?{_N}(?:[、和,及](?:合同|采购|分)?(?:包|标段|标项)?\s?{_N}){{0,9}}(?![\dA-Za-z])"
    rf"|{_RUN}\s?号?(?:合同|采购)?(?:包|标段|标项|分标)(?!含|括)"
)
_SENTENCE = re.compile(r"[。;\n]")
_NUMBER = re.compile(_N)
_LEAD = re.compile(
    rf"^[\[【(]?(?:第)?(?:(?:合同|采购|标|子|分)?(?:包|标段|标项|分标)组?\s?{_N}|{_N}\s?(?:包|标段"
    rf"|标项))[^,:、。;]{{0,16}}[\])】]?[,:、]"
)
_LABEL = re.compile(r"^[^:,;。]{2,10}:(?=(?:合同|采购|标)?(?:包|标段|标项|分标))")
_CHINESE = "一二三四五六七八九十"


def lots_of(context: Context, block: Block, text: str = "") -> tuple[str, ...]:
    """Tell the lots of a clause: those it begins with, those its place is tied to."""
    if len(context.lots) <= 1:
        return tuple(lot.number for lot in context.lots)
    head = _LABEL.sub("", text[:40])
    lead = _LEAD.match(head)
    if lead:
        run = _NAMED.search(head)  # 合同包1、合同包2共同要求: the first of a list is not all of it
        named = _known(context, head[: max(lead.end(), run.end() if run else 0)])
        if named:
            return named
    if block.cell is not None and (of_column := _known(context, _head(block.cell))):
        return of_column
    if block.cell is not None and _shared(context, block.cell):
        return tuple(lot.number for lot in context.lots)
    if block.cell is not None and block.cell.rowspan > 1:
        return _spanned(context, block.cell)
    at = context.lots_at(block.start)
    if not at and block.cell is not None:
        at = _beside(context, block.cell)
    return at or next((found for title in reversed(block.section.path) if (found := _titled(context, title))), ())


def _head(cell: Cell) -> str:
    """The head of the column that a cell stands in: 分标A."""
    heads = cell.table.heads
    return heads[cell.column] if cell.row >= cell.table.head_rows and cell.column < len(heads) else ""


def _titled(context: Context, title: str) -> tuple[str, ...]:
    """The lots that a heading names: 通用要求(适用于第一、第二标段)."""
    return _known(context, title) if re.search(r"要求|需求|内容|标准|适用|指标|清单", title) else ()


def _beside(context: Context, cell: Cell) -> tuple[str, ...]:
    """The lot of a row whose lot stands in a cell that spans several rows."""
    return next((lots for other in context.row_of(cell) if (lots := context.lots_at(other.start))), ())


_SHARED = re.compile(
    r"^(?:共同|共用|通用|公共|公用|各包|全部)$|^(?:[两二三四五六]个|各|全部|所有|以上各?)(?:合同|采购)?(?:包|标段|标项)(?:共同|均|都|通用)?"
)


def _shared(context: Context, cell: Cell) -> bool:
    """Whether the row of a cell is for all lots: 两个合同包共同要求."""
    return any(other.row == cell.row and _SHARED.match(other.text) for other in context.row_of(cell)[:2])


def _spanned(context: Context, cell: Cell) -> tuple[str, ...]:
    """The lots of all rows that a cell spans: one cell may hold what several lots share."""
    rows = cell.table.rows[cell.row : cell.row + cell.rowspan]
    found = dict.fromkeys(n for row in rows if row for n in context.lots_at(row[0].start))
    return tuple(found) or context.lots_at(cell.start)


def inline_lots(context: Context, text: str, match: MeasureMatch) -> tuple[str, ...]:
    """Tell the lots named last before a figure in its sentence: ``包1不低于92%、包2不低于90%``, ``3包每月服务3次``."""
    if len(context.lots) <= 1:
        return ()
    begin = max((found.end() for found in _SENTENCE.finditer(text, max(0, match.start - 120), match.start)), default=0)
    runs = list(_NAMED.finditer(text, max(begin, match.start - 120), match.start))
    if not runs:  # 采购包1要求派驻4名工程师;系统可用率不低于99%。: a lot that opens a sentence holds to its full stop
        first = max(0, match.start - _SENTENCE_LENGTH)
        opened = max(text.rfind(stop, first, match.start) for stop in "。\n") + 1 or first
        opening = _OPENING.match(text, opened, match.start)
        runs = list(_NAMED.finditer(text, opening.end("label"), match.start)) if opening else []
    return _known(context, runs[-1].group()) if runs else ()


_SENTENCE_LENGTH = 400
_OPENING = re.compile(
    rf"(?P<label>(?:[^,;。:\n]{{2,12}}:)?)(?:合同|采购|标)?(?:包|标段|标项|分标)(?:组)?号?\s?{_N}(?:要求|须|应|需|:)"
)


def _known(context: Context, words: str) -> tuple[str, ...]:
    """The lots of the document that some words name."""
    named = {_plain(n) for run in _NAMED.finditer(words) for n in _NUMBER.findall(run.group())}
    return tuple(lot.number for lot in context.lots if _plain(lot.number) in named) if named else ()


def _plain(number: str) -> str:
    if len(number) == 1 and number in _CHINESE:
        return str(_CHINESE.index(number) + 1)
    return plain_number(number)
