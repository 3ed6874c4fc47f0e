"""Winners and ranked candidates: from award tables, from labels, from the columns of a candidate table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tender_kit.core.readings import Evidence, Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Cell, Document, Pair, Table
from tender_kit.extractors.context import Context
from tender_kit.extractors.lot_numbers import find_lot_numbers, normal_number
from tender_kit.extractors.organisations import is_supplier_name
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.sums import find_money
from tender_kit.models.notice import Lot
from tender_kit.models.parties import Party
from tender_kit.models.results import Award
from tender_kit.models.values import Money, NoticeKind
from tender_kit.quantities.numerals import parse_number
from tender_kit.quantities.percents import find_percents
from tender_kit.vocab.labels import fields_of, split_label

_KINDS = {NoticeKind.AWARD, NoticeKind.CONTRACT, NoticeKind.CORRECTION, NoticeKind.ACCEPTANCE}
_SUPPLIER = re.compile(
    r"(?:中标|成交|中选|入围|拟中标|拟成交)(?:\(成交\)|\(中标\)|/成交)?(?:供应商|候选|人|单位|企业|排序)|候选人|供应商名称|投标人名称|承包人|排序单位"
)
_BARE_SUPPLIER = re.compile(r"^(?:单位|企业|公司|机构|投标单位|投标人|供应商|响应人|预中标单位)(?:名称)?$")
_AMOUNT = re.compile(r"金额|总价|单价|报价|价格|价$|中标价|成交价|投标价")
_NO_AMOUNT = re.compile(r"代理|服务费|收费|得分|评分|分值|单价基准|预算|限价|控制价")
_RANK = re.compile(r"排名|排序|名次|候选顺序|推荐顺序")
_SCORE = re.compile(r"(?:综合|最终|总|评审|评标)?(?:得分|评分)(?!标准|细则|办法)|总分")
_RANKED = re.compile(r"第([一二三四五六七八九十\d]{1,2})(?:名|中标|成交|候选|排序)")
_ADDRESS = re.compile(r"(?:供应商|中标人|成交人|中标供应商|成交供应商|单位|企业|机构|公司|注册|联系)?地址")
_RATE = re.compile(r"%|‰|折|优惠率|下浮|费率")


@dataclass(slots=True)
class _Draft:
    """One award while its parts come in."""

    supplier: Flow
    rule: str
    lot: str | None = None
    amounts: list[Found[Money]] = field(default_factory=list)
    address: Reading[str] = field(default_factory=Reading)
    score: Reading[Decimal] = field(default_factory=Reading)
    rank: Reading[int] = field(default_factory=Reading)
    quotes: list[Evidence] = field(default_factory=list)  # bids that are no sum: 下浮率8.5%


def extract_awards(context: Context) -> tuple[Award, ...]:
    """Read the awards of result, candidate and contract notices; none for other kinds."""
    if context.kind not in _KINDS:
        return ()
    document = context.document
    drafts = [draft for table in document.tables if not table.noise for draft in _from_table(context, table)]
    labelled = list(_from_pairs(context))
    drafts = _merged([*labelled, *drafts] if any(d.amounts for d in labelled) else [*drafts, *labelled])
    if context.kind is NoticeKind.CONTRACT and len(drafts) == 1 and not drafts[0].amounts:
        drafts[0].amounts.extend(_contract_sum(document))
    return tuple(_award(document, draft, context.lots) for draft in drafts)


def _contract_sum(document: Document) -> list[Found[Money]]:
    """Read the contract sum of a contract notice off the column of its table of goods."""
    for table in document.tables:
        column = next((i for i, head in enumerate(table.heads) if re.search(r"合同(?:总)?(?:金额|价)", head)), None)
        for row in table.body if column is not None else []:
            unit = "万元" if "万元" in table.heads[column or 0] else table.unit or "元"
            found = _sums(document, row[column or 0].flow, unit, "awards.amount.contract") if (column or 0) < len(row) else []
            if found:
                return found
    return []


def _merged(drafts: list[_Draft]) -> list[_Draft]:
    """Make one award of several mentions of a supplier in a lot."""
    kept: list[_Draft] = []
    named: dict[tuple[str, str | None], list[_Draft]] = {}
    for draft in drafts:
        name = draft.supplier.text
        near = [k for lot in (draft.lot, None) for k in named.get((name, lot), ())] if draft.lot else named.get((name, ""), [])
        twin = next((k for k in near if _same_lot(k, draft)), None)
        if twin is None:
            kept.append(draft)
            for lot in (draft.lot, ""):
                named.setdefault((name, lot), []).append(draft)
            continue
        twin.amounts = twin.amounts or draft.amounts
        twin.quotes += draft.quotes
        twin.lot = twin.lot or draft.lot
        twin.score = twin.score if twin.score.is_known else draft.score
        twin.rank = twin.rank if twin.rank.is_known else draft.rank
    if any(k.amounts for k in kept):
        kept = [k for k in kept if k.amounts or not k.rule.endswith("bidders")]
    priced = [k for k in kept if k.amounts or k.rank.is_known or k.score.is_known or k.rule == "awards.winner"]
    return priced if priced and any(k.amounts for k in priced) else kept


def _same_lot(one: _Draft, other: _Draft) -> bool:
    lots = one.lot == other.lot or one.lot is None or other.lot is None
    sums = {f.value.yuan for d in (one, other) for f in d.amounts[:1] if f.value is not None}
    return lots and len(sums) < 2


def _award(document: Document, draft: _Draft, lots: tuple[Lot, ...]) -> Award:
    evidence = document.evidence(draft.supplier.whole, draft.rule)
    lot = draft.lot or (lots[0].number if len(lots) == 1 else None)
    name: Reading[str] = Reading(state="known", value=draft.supplier.text, evidence=(evidence,))
    if "*" in draft.supplier.text:
        name = Reading(state="masked", mask=draft.supplier.text, evidence=(evidence,))
    return Award(
        lot=lot,
        supplier=Party(name=name, address=draft.address),
        amount=resolve(draft.amounts[:1]),
        score=draft.score,
        rank=draft.rank,
        evidence=(evidence, *draft.quotes),
    )


def _from_table(context: Context, table: Table) -> Iterator[_Draft]:
    heads = table.heads
    supplier = next((i for i, head in enumerate(heads) if _is_supplier(head)), None)
    if supplier is None:
        return
    amounts = [
        i for i, h in enumerate(heads) if _AMOUNT.search(split_label(h)[0]) and not _NO_AMOUNT.search(h) and "评审" not in h
    ]
    amounts.sort(key=lambda i: not re.search(r"中标|成交|合同", heads[i]))
    lot = next(
        (i for i, h in enumerate(heads) if re.search(r"^(?:包|标段|标项|合同包|采购包|分包|分标)", h) and "名称" not in h), None
    )
    others = _Columns(
        next((i for i, h in enumerate(heads) if _RANK.search(h)), None),
        next((i for i, h in enumerate(heads) if _SCORE.search(h) and not _AMOUNT.search(h)), None),
        next((i for i, h in enumerate(heads) if h.endswith("地址")), None),
    )
    if not amounts and others.rank is None and not re.search(r"中标|成交|中选|候选|入围", heads[supplier]):
        return
    for row in table.body:
        draft = _from_row(context, row, supplier, heads, amounts[:1])
        if draft:
            draft.lot = _lot_of(context, row, lot)
            _add_columns(context.document, draft, row, others)
            yield draft


@dataclass(frozen=True, slots=True)
class _Columns:
    rank: int | None
    score: int | None
    address: int | None


def _is_supplier(head: str) -> bool:
    fields = fields_of(split_label(head)[0])
    named = "supplier" in fields or bool(_SUPPLIER.search(head) or _BARE_SUPPLIER.match(head))
    return named and not re.search(r"地址|电话|代码|数量|规模|类型|评审|(?:排名|排序|名次|顺序)$", head)


def _from_row(context: Context, row: list[Cell], supplier: int, heads: tuple[str, ...], amounts: list[int]) -> _Draft | None:
    if supplier >= len(row) or not row[supplier].blocks or row[supplier].text == heads[supplier]:
        return None
    name = row[supplier].flow.strip(" \n\t,;。")
    if not 4 <= len(name.text) <= 60 or not is_supplier_name(_first_line(name).text):
        return None
    winning = re.search(r"中标|成交|中选|候选|入围", heads[supplier])
    draft = _Draft(_first_line(name), "awards.column" if winning else "awards.bidders")
    for column in amounts:
        if column < len(row) and not _RATE.search(row[column].text + heads[column]):
            unit = "万元" if "万元" in heads[column] else row[column].table.unit or "元"
            draft.amounts.extend(_sums(context.document, row[column].flow, unit, "awards.amount.column"))
        elif column < len(row) and row[column].blocks and find_percents(row[column].text):
            draft.quotes.append(context.document.evidence(row[column].flow.whole, "awards.rate.column"))
    return draft


def _sums(document: Document, flow: Flow, unit: str, rule: str) -> list[Found[Money]]:
    return [f for f in find_money(document, flow, unit, rank=0, rule=rule) if f.value is not None or f.mask]


def _first_line(flow: Flow) -> Flow:
    cut = flow.text.find("\n")
    return flow.slice(0, cut).strip() if cut > 3 else flow


def _lot_of(context: Context, row: list[Cell], column: int | None) -> str | None:
    if column is not None and column < len(row):
        text = row[column].text.strip()
        mention = find_lot_numbers(text)
        if mention:
            return mention[0][2][0]
        return normal_number(text) if text and len(text) <= 12 else None
    scoped = context.lots_at(row[0].start)
    return scoped[0] if len(scoped) == 1 else None


def _add_columns(document: Document, draft: _Draft, row: list[Cell], columns: _Columns) -> None:
    if columns.rank is not None and columns.rank < len(row):
        rank = _rank(row[columns.rank].text)
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


def _rank(text: str) -> int | None:
    found = re.search(r"\d{1,2}|[一二三四五六七八九十]{1,2}", text)
    number = parse_number(found.group()) if found else None
    return int(number) if number is not None else None


def _from_pairs(context: Context) -> Iterator[_Draft]:
    """Read 中标供应商:… with the sum that follows it, up to the next supplier."""
    draft: _Draft | None = None
    for pair in context.document.pairs:
        if _names_supplier(pair):
            if draft:
                yield draft
            draft = _supplier_draft(context, pair)
        elif draft and "award_amount" in pair.fields and not draft.amounts and not _NO_AMOUNT.search(pair.label):
            if not _RATE.search(pair.value.text[:30] + pair.label):
                draft.amounts.extend(_sums(context.document, pair.value, pair.note or "元", "awards.amount.label"))
            elif find_percents(pair.value.text):
                draft.quotes.append(context.document.evidence(pair.value.whole, "awards.rate.label"))
        elif draft and _ADDRESS.fullmatch(pair.label) and not draft.address.is_known and pair.value.text and _near(draft, pair):
            evidence = (context.document.evidence(pair.value.whole, "awards.address.label"),)
            draft.address = Reading(state="known", value=pair.value.text, evidence=evidence)
    if draft:
        yield draft


def _near(draft: _Draft, pair: Pair) -> bool:
    return 0 <= pair.label_span.start - draft.supplier.whole.end < 60


def _names_supplier(pair: Pair) -> bool:
    if re.search(r"地址|电话|联系|代码|类型|规模|得分|数量|报价|金额|资格|要求|评审", pair.label) or (
        pair.form == "heading" and len(pair.value.text) > 60
    ):
        return False
    return "supplier" in pair.fields or bool(_SUPPLIER.search(pair.label))


def _supplier_draft(context: Context, pair: Pair) -> _Draft | None:
    value = _first_line(pair.value)
    cut = re.search(r"[,;。]|\((?:联合体|牵头)|(?:地址|金额|报价|联系)", value.text)
    name = value.slice(0, cut.start()).strip() if cut and cut.start() > 3 else value
    if not 4 <= len(name.text) <= 60 or not is_supplier_name(name.text):
        return None
    winner = re.search(r"中标|成交|中选|入围|乙方|承包", pair.label) and "候选" not in pair.label
    draft = _Draft(name, "awards.winner" if winner else f"awards.{pair.form}")
    scoped = context.lots_at(pair.label_span.start)
    draft.lot = scoped[0] if len(scoped) == 1 else None
    ranked = _RANKED.search(pair.label)
    if ranked:
        rank = _rank(ranked[1])
        evidence = (context.document.evidence(pair.label_span, "awards.rank.label"),)
        draft.rank = Reading(state="known", value=rank, evidence=evidence) if rank else Reading()
    return draft
