"""Winners and ranked candidates: from award tables, from labels, from the columns of a candidate table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.core.readings import Reading
from tender_kit.document.model import Document, Pair
from tender_kit.extractors.awards_draft import (
    NO_AMOUNT,
    RATE,
    SUPPLIER,
    AwardDraft,
    first_line,
    read_sums,
    take_bid,
    unit_of_column,
)
from tender_kit.extractors.awards_table import read_award_table, read_rank
from tender_kit.extractors.context import Context
from tender_kit.extractors.organisations import is_supplier_name
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.notice import Lot
from tender_kit.models.parties import Party
from tender_kit.models.results import Award
from tender_kit.models.values import Money, NoticeKind

_KINDS = {NoticeKind.AWARD, NoticeKind.CONTRACT, NoticeKind.CORRECTION, NoticeKind.ACCEPTANCE}
_RANKED = re.compile(r"第([一二三四五六七八九十\d]{1,2})(?:名|中标|成交|候选|排序)")
_ADDRESS = re.compile(r"(?:供应商|中标人|成交人|中标供应商|成交供应商|单位|企业|机构|公司|注册|联系)?地址")


def extract_awards(context: Context) -> tuple[Award, ...]:
    """Read the awards of result, candidate and contract notices; none for other kinds."""
    if context.kind not in _KINDS:
        return ()
    document = context.document
    drafts = [draft for table in document.tables if not table.noise for draft in read_award_table(context, table)]
    labelled = list(_from_pairs(context))
    drafts = _merged([*labelled, *drafts] if any(d.amounts for d in labelled) else [*drafts, *labelled])
    drafts = drafts or list(_from_sentences(context))
    if context.kind is NoticeKind.CONTRACT and len(drafts) == 1 and all(found.value is None for found in drafts[0].amounts):
        drafts[0].amounts = _contract_sum(document) or drafts[0].amounts
    return tuple(_award(document, draft, context.lots) for draft in drafts)


def _contract_sum(document: Document) -> list[Found[Money]]:
    """Read the contract sum of a contract notice off the column of its table of goods."""
    for table in document.tables:
        column = next((i for i, head in enumerate(table.heads) if re.search(r"合同(?:总)?(?:金额|价)", head)), None)
        if column is None:
            continue
        unit = unit_of_column(table, table.heads[column])
        for row in (row for row in table.body if column < len(row)):
            found = read_sums(document, row[column].flow, unit, "awards.amount.contract")
            if found:
                return found
    # 合计金额小写:******.00元 / 合计金额大写:贰拾捌万陆仟肆佰元整: what one line hides the next may give
    stated = [pair for pair in document.pairs if _CONTRACT_SUM.fullmatch(pair.label)]
    sums = [found for pair in stated for found in read_sums(document, pair.value, pair.note or "元", "awards.amount.contract")]
    return sorted(sums, key=lambda found: found.value is None)[:1]


_CONTRACT_SUM = re.compile(r"(?:合同|合计|总计?)(?:总)?(?:金额|价款?|价)(?:\(?[大小]写\)?)?|\(?[大小]写\)?")


def _merged(drafts: list[AwardDraft]) -> list[AwardDraft]:
    """Make one award of several mentions of a supplier in a lot."""
    kept: list[AwardDraft] = []
    named: dict[tuple[str, str | None], list[AwardDraft]] = {}
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


def _same_lot(one: AwardDraft, other: AwardDraft) -> bool:
    lots = one.lot == other.lot or one.lot is None or other.lot is None
    sums = {f.value.yuan for d in (one, other) for f in d.amounts[:1] if f.value is not None}
    return lots and len(sums) < 2


def _award(document: Document, draft: AwardDraft, lots: tuple[Lot, ...]) -> Award:
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


def _from_pairs(context: Context) -> Iterator[AwardDraft]:
    """Read 中标供应商:… with the sum that follows it, up to the next supplier."""
    draft: AwardDraft | None = None
    for pair in context.document.pairs:
        if _names_supplier(pair):
            if draft:
                yield draft
            draft = _supplier_draft(context, pair)
        elif draft and "award_amount" in pair.fields and not draft.amounts and not NO_AMOUNT.search(pair.label):
            is_rate = bool(RATE.search(pair.value.text[:30] + pair.label))
            take_bid(context.document, draft, pair.value, "label", unit=pair.note or "元", is_rate=is_rate)
        elif draft and _ADDRESS.fullmatch(pair.label) and not draft.address.is_known and pair.value.text and _near(draft, pair):
            evidence = (context.document.evidence(pair.value.whole, "awards.address.label"),)
            draft.address = Reading(state="known", value=pair.value.text, evidence=evidence)
    if draft:
        yield draft


_WON = re.compile(
    r"(?:(?:中标|成交|中选)(?:人|供应商|单位|机构|社会组织)?[为是:](?P<supplier>[^,。;:()]{4,40})|(?:确定|由)(?P<by>[^,。;:()]{4,40}?)(?:为)?(?:中标|成交|中选)(?:人|供应商|单位)?)"
    r"(?:[^。;]{0,160}?(?:中标|成交|合同|中选)(?:金额|总价|价格|价)[为是:]?(?P<sum>[^,。;]{2,60}))?"
)


def _from_sentences(context: Context) -> Iterator[AwardDraft]:
    """Read 中标人为X,…,中标金额为Y where neither a table nor a label names the winner."""
    for block in context.document.blocks_with("中标", "成交", "中选"):
        for won in _WON.finditer(block.flow.text, 0, min(len(block.flow.text), 2000)):
            name = block.flow.slice(*won.span("supplier" if won["supplier"] else "by")).strip()
            if not is_supplier_name(name.text):
                continue
            draft = AwardDraft(name, "awards.sentence")
            draft.lot = context.lot_at(block.start)
            if won["sum"]:
                value = block.flow.slice(*won.span("sum"))
                draft.amounts.extend(read_sums(context.document, value, "", "awards.amount.sentence"))
            yield draft


def _near(draft: AwardDraft, pair: Pair) -> bool:
    return 0 <= pair.label_span.start - draft.supplier.whole.end < 60


def _names_supplier(pair: Pair) -> bool:
    if re.search(r"地址|电话|联系|代码|类型|规模|得分|数量|报价|金额|资格|要求|评审", pair.label) or (
        pair.form == "heading" and len(pair.value.text) > 60
    ):
        return False
    return "supplier" in pair.fields or bool(SUPPLIER.search(pair.label))


def _supplier_draft(context: Context, pair: Pair) -> AwardDraft | None:
    value = first_line(pair.value)
    cut = re.search(r"[,;。]|\((?:联合体|牵头)|(?:地址|金额|报价|联系)", value.text)
    name = value.slice(0, cut.start()).strip() if cut and cut.start() > 3 else value
    if not 4 <= len(name.text) <= 60 or not is_supplier_name(name.text):
        return None
    winner = re.search(r"中标|成交|中选|入围|乙方|承包", pair.label) and "候选" not in pair.label
    draft = AwardDraft(name, "awards.winner" if winner else f"awards.{pair.form}")
    draft.lot = context.lot_at(pair.label_span.start)
    ranked = _RANKED.search(pair.label)
    if ranked:
        rank = read_rank(ranked[1])
        evidence = (context.document.evidence(pair.label_span, "awards.rank.label"),)
        draft.rank = Reading(state="known", value=rank, evidence=evidence) if rank else Reading()
    return draft
