"""Winners and candidates in the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.core.readings import Reading
from tender_kit.document.model import Cell, Document, Table
from tender_kit.extractors.awards_draft import NO_AMOUNT, RATE, SUPPLIER, AwardDraft, first_line, take_bid, unit_of_column
from tender_kit.extractors.context import Context
from tender_kit.extractors.lot_numbers import find_lot_numbers, normal_number
from tender_kit.extractors.organisations import is_supplier_name
from tender_kit.quantities.numerals import parse_number
from tender_kit.vocab.labels import fields_of, split_label

_BARE_SUPPLIER = re.compile(r"^(?:单位|企业|公司|机构|投标单位|投标人|供应商|响应人|预中标单位)(?:名称)?$")
_AMOUNT = re.compile(r"金额|总价|单价|报价|价格|价$|中标价|成交价|投标价")
_RANK = re.compile(r"排名|排序|名次|候选顺序|推荐顺序")
_SCORE = re.compile(r"(?:综合|最终|总|评审|评标)?(?:得分|评分)(?!标准|细则|办法)|总分")


def read_award_table(context: Context, table: Table) -> Iterator[AwardDraft]:
    """Read the rows of a table that names suppliers with their sums, ranks or scores."""
    heads, body = _laid_out(table)
    named = [i for i, head in enumerate(heads) if _is_supplier(head)]
    if not named:
        return
    supplier = next((i for i in named if any(i < len(row) and is_supplier_name(row[i].text) for row in body)), named[0])
    amounts = [
        i for i, h in enumerate(heads) if _AMOUNT.search(split_label(h)[0]) and not NO_AMOUNT.search(h) and "评审" not in h
    ]
    amounts.sort(key=lambda i: not re.search(r"中标|成交|合同", heads[i]))
    lot = next(
        (i for i, h in enumerate(heads) if re.search(r"^(?:包|标段|标项|合同包|采购包|分包|分标)", h) and "名称" not in h), None
    )
    others = _Columns(
        next((i for i, h in enumerate(heads) if _RANK.search(h)), _column_of_ranks(body)),
        next((i for i, h in enumerate(heads) if _SCORE.search(h) and not _AMOUNT.search(h)), None),
        next((i for i, h in enumerate(heads) if h.endswith("地址")), None),
    )
    if not amounts and others.rank is None and not re.search(r"中标|成交|中选|候选|入围", heads[supplier]):
        return
    for row in body:
        draft = _from_row(context, row, supplier, heads, amounts[:1])
        if draft:
            draft.lot = _lot_of(context, row, lot)
            _add_columns(context.document, draft, row, others)
            yield draft


_PLACE = re.compile(r"第[一二三四五1-5](?:名|(?:中标|成交|中选)?候选人|名?(?:中标|成交)(?:候选)?人)")


def _laid_out(table: Table) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """Give heads and rows, turned over where the candidates stand side by side: 第一名 | 第二名 above 甲公司 | 乙公司."""
    across = table.rows[0][1:] if table.rows else []
    if len(across) < 2 or not all(_PLACE.fullmatch(cell.text.strip()) for cell in across):
        return table.heads, list(table.body)
    rows = [row for row in table.rows if len(row) == len(across) + 1]
    return tuple(row[0].text.strip() for row in rows), [[row[place] for row in rows] for place in range(1, len(across) + 1)]


def _column_of_ranks(body: list[list[Cell]]) -> int | None:
    """Find the column that holds places alone, whatever its head: 第一名, 第二名."""
    first = body[0] if body else []
    columns = (i for i in range(len(first)) if all(i < len(row) and _PLACE.fullmatch(row[i].text.strip()) for row in body))
    return next(columns, None)


@dataclass(frozen=True, slots=True)
class _Columns:
    rank: int | None
    score: int | None
    address: int | None


def _is_supplier(head: str) -> bool:
    fields = fields_of(split_label(head)[0])
    named = "supplier" in fields or bool(SUPPLIER.search(head) or _BARE_SUPPLIER.match(head))
    return named and not re.search(r"地址|电话|代码|数量|规模|类型|评审|(?:排名|排序|名次|顺序)$", head)


def _from_row(context: Context, row: list[Cell], supplier: int, heads: tuple[str, ...], amounts: list[int]) -> AwardDraft | None:
    if supplier >= len(row) or not row[supplier].blocks or row[supplier].text == heads[supplier]:
        return None
    name = row[supplier].flow.strip(" \n\t,;。")
    if not 4 <= len(name.text) <= 60 or not is_supplier_name(first_line(name).text):
        return None
    winning = re.search(r"中标|成交|中选|候选|入围", heads[supplier])
    draft = AwardDraft(first_line(name), "awards.column" if winning else "awards.bidders")
    for column in (column for column in amounts if column < len(row)):
        cell = row[column]
        is_rate = bool(RATE.search(cell.text + heads[column]))
        take_bid(context.document, draft, cell.flow, "column", unit=unit_of_column(cell.table, heads[column]), is_rate=is_rate)
    return draft


def _lot_of(context: Context, row: list[Cell], column: int | None) -> str | None:
    if column is not None and column < len(row):
        text = row[column].text.strip()
        mention = find_lot_numbers(text)
        if mention:
            return mention[0][2][0]
        return normal_number(text) if text and len(text) <= 12 else None
    return context.lot_at(row[0].start)


def _add_columns(document: Document, draft: AwardDraft, row: list[Cell], columns: _Columns) -> None:
    if columns.rank is not None and columns.rank < len(row):
        rank = read_rank(row[columns.rank].text)
        if rank is not None and row[columns.rank].blocks:
            evidence = (document.evidence(row[columns.rank].flow.whole, "awards.rank.column"),)
            draft.rank = Reading(state="known", value=rank, evidence=evidence)
    if columns.score is not None and columns.score < len(row):
        found = re.search(r"\d+(?:\.\d+)?", row[columns.score].text)
        if found:
            span = row[columns.score].flow.span(*found.span())
            draft.score = Reading(
                state="known", value=Decimal(found.group()), evidence=(document.evidence(span, "awards.score.column"),)
            )
    if columns.address is not None and columns.address < len(row) and row[columns.address].blocks:
        flow = row[columns.address].flow
        draft.address = Reading(
            state="known", value=flow.text, evidence=(document.evidence(flow.whole, "awards.address.column"),)
        )


def read_rank(text: str) -> int | None:
    """Read a place in the order: 第一名, 2."""
    found = re.search(r"\d{1,2}|[一二三四五六七八九十]{1,2}", text)
    number = parse_number(found.group()) if found else None
    return int(number) if number is not None else None
