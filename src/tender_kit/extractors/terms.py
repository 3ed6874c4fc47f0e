"""Conditions of the whole notice: consortium, set-aside for SMEs, term and place of service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Cell, Document
from tender_kit.extractors.corrections import corrected_pairs, stale_runs
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.notice import Service
from tender_kit.models.values import NoticeKind, Period, SetAside
from tender_kit.quantities.checkboxes import keep_ticked
from tender_kit.quantities.durations import PeriodParts, parse_period
from tender_kit.vocab.labels import fields_of, split_label

_CONSORTIUM = re.compile(
    r"(?P<no>不(?:得|接受|允许|支持)联合(?:报名|投标|申报|参加|响应|参选)|(?:不|否\)?|不予|拒绝|谢绝|\(?不(?:允许|接受)\)?)(?:允许|接受|得以?|能|可以?|支持)?(?:投标人|供应商|申请人|机构)?(?:以)?[^,。;]{0,8}?联合体"
    r"|联合体(?!成员|各方|协议|牵头)[^,。;\n]{0,16}?[:]?(?:不接受|不允许|不予接受|不得|否|不)(?![适在])"
    r"|联合体(?:投标|参加|响应|磋商|申报|参选)?[:](?:/|无)?(?:否|不))"
    r"|(?P<yes>(?<![不否])(?:(?:允许|接受|可以|可|是\)?接受)(?:投标人|供应商)?(?:以)?(?:组成)?联合体|可[^,。;不]{0,8}组成联合体)|联合体(?:投标|参加|响应|磋商)?[:](?:是|接受|允许))"
)
_NO_CLAUSE = re.compile(
    r"如(?:果)?(?:允许|接受|以)|若(?:允许|接受)|是否|(?:是/否)|联合体(?:各方|成员|协议|形式参加|牵头)|以联合体"
)
_WHOLE = re.compile(
    r"(?:属于|为|是)?(?<!非)(?<!不)(?<!未)(?<!否)(?<!否\))专门面向(?:中小|小型|小微|小、?微|中、?小)[^,。;\n]{0,10}(?:企业)?(?:采购|预留|的)?|面向中小微[^,。;]{0,30}企业采购|(?:整体|整包|全部)面向(?:中小|小微|小型)|面向中小企业预留|本(?:项目|采购包|合同包|包|标项)面向(?:中小微?|小微|小型)企业|本(?:采购包|合同包|包|标项|项目)专门面向|预留(?:份额)?[^。;]{0,12}100%"
)
_NONE = re.compile(
    r"否\)?专门面向中小|不预留(?:份额)?|非专门面向中小|不(?:属于)?专门面向(?:中小|小)|未(?:预留|专门面向)|不(?:是)?专门面向"
)
_PARTIAL = re.compile(
    r"部分(?:采购包|包|预留|面向)|预留[^。;]{0,20}(?:[1-9]\d?%)|(?:采购包|合同包|包|标段)[\dA-Z一二三]{1,2}[^。;]{0,16}专门面向(?:中小|小)"
)
_SHARE_KEPT = re.compile(r"预留[^。;,%]{0,14}(?<!\d)\d{1,2}(?:\.\d+)?%")  # 预留份额为40%以上
_SET_ASIDE_HEAD = "专门面向中小企业"
_LABEL_YES = re.compile(r"^[\s(]*(?:是|■是|☑是|√是|专门面向|整体|全部|要求专门)")
_LABEL_NO = re.compile(r"^[\s(]*(?:否|■否|☑否|√否|非专门|不专门|不)")


def extract_consortium(document: Document) -> Reading[bool]:
    """Read whether consortia may bid: labels first, then sentences."""
    found: list[Found[bool]] = []
    for pair in document.pairs:
        if "consortium" in pair.fields and (pair.value.text or pair.note):
            answer = _answer(keep_ticked(pair.value).text or pair.note)
            span = pair.value.whole if pair.value.text else pair.label_span
            if answer is not None or len(pair.value.text) < 12:
                found.append(Found(0, document.evidence(span, "consortium.label"), answer))
    for head, cells in _columns(document):
        if "consortium" in fields_of(split_label(head)[0]):
            answers = [(cell, _answer(keep_ticked(cell.flow).text)) for cell in cells]
            found.extend(Found(0, document.evidence(cell.flow.whole, "consortium.column"), said) for cell, said in answers)
    for block in document.blocks_with("联合"):
        flow = keep_ticked(block.flow)
        for sentence in _CONSORTIUM.finditer(flow.text):
            around = flow.text[max(0, sentence.start() - 12) : sentence.end()]
            if "是否" in around or (_NO_CLAUSE.search(around) and not sentence["no"]):
                continue
            answer = sentence["no"] is None
            found.append(Found(1, document.evidence(flow.span(*sentence.span()), "consortium.sentence"), answer))
    return resolve(_first_sentences(found))


def _first_sentences(found: list[Found[bool]]) -> list[Found[bool]]:
    """A refusal holds against a later clause on how consortia would have to bid."""
    sentences = [f for f in found if f.rank == 1]
    if any(f.value is False for f in sentences):
        return [f for f in found if f.rank == 0 or f.value is False]
    return found


def _answer(text: str) -> bool | None:
    if text.startswith("是否"):
        return None
    if re.match(r"[^,。;]{0,12}(?:不接受|不允许|否|不得|不)", text) and not re.match(r"[□○]否", text):
        return False
    if re.match(r"[^,。;]{0,8}(?:接受|允许|是|可以)", text):
        return True
    return None


def extract_set_aside(document: Document, lots: int) -> Reading[SetAside]:
    """Read whether the project, of so many lots, is set aside for small and medium enterprises."""
    found: list[Found[SetAside]] = []
    for pair in document.pairs:
        if "set_aside" in pair.fields and pair.value.text:
            answer = _set_aside_answer(keep_ticked(pair.value).text)
            if answer:
                found.append(Found(0, document.evidence(pair.value.whole, "set_aside.label"), answer))
    for head, cells in _columns(document):
        value = (
            _over_lots({_set_aside_answer(keep_ticked(cell.flow).text) for cell in cells}) if _SET_ASIDE_HEAD in head else None
        )
        if value:
            found.append(Found(0, document.evidence(cells[0].flow.whole, "set_aside.column"), value))
    return resolve(found[:1] or _combined(_set_aside_sentences(document), lots))


def _columns(document: Document) -> Iterator[tuple[str, list[Cell]]]:
    """Give the columns of all tables: the head, and the filled cells below it."""
    for table in document.tables:
        for column, head in enumerate(table.heads):
            cells = [row[column] for row in table.body if column < len(row) and row[column].blocks]
            if cells:
                yield head, cells


def _set_aside_answer(text: str) -> SetAside | None:
    if text.startswith("是否"):
        return None
    if _NONE.search(text) or _LABEL_NO.match(text):
        return "none"
    if _PARTIAL.search(text) and "100%" not in text:
        return "partial"
    if _WHOLE.search(text) or _LABEL_YES.match(text):
        return "whole"
    return None


def _over_lots(answers: set[SetAside | None]) -> SetAside | None:
    known = {a for a in answers if a}
    if len(known) > 1:
        return "partial"
    return next(iter(known), None)


_Said = tuple[Found[SetAside], tuple[str, ...]]
_NEAR = 30


def _set_aside_sentences(document: Document) -> list[_Said]:
    """Find what sentences say of the set-aside, each with the lots that its paragraph names before it."""
    found: list[_Said] = []
    for block in document.blocks_with("面向", "预留"):
        found.extend(_said(document, block, _NONE, "none"))
        found.extend(_said(document, block, _WHOLE, "whole"))
    return found


def _said(document: Document, block: Block, words: re.Pattern[str], answer: SetAside) -> Iterator[_Said]:
    """Find what a paragraph says, conditions (如专门面向…) left out."""
    flow = keep_ticked(block.flow)
    text = flow.text
    for sentence in words.finditer(text):
        before = text[: sentence.start()]
        if re.search(r"(?:如|若|对于|凡|是否|对)[^,。;:]{0,10}$", before):
            continue
        lots = [mention[2] for mention in find_lot_numbers(text[max(0, sentence.start() - 120) : sentence.start() + 4])]
        clause = len(before) - len(re.split(r"[。;,]", before[-_NEAR:])[-1])  # 预留份额40%以上专门面向中小企业采购
        shared = answer == "whole" and _SHARE_KEPT.search(text, clause, min(len(text), sentence.end() + 20))
        said: SetAside = "partial" if shared else answer
        place: Found[SetAside] = Found(1, document.evidence(flow.span(*sentence.span()), "set_aside.sentence"), said)
        yield place, (lots[-1] if lots else ())


def _combined(said: list[_Said], count: int) -> list[Found[SetAside]]:
    """One lot set aside and another not: partial. Else the sentence that speaks of the whole, a refusal first."""
    by_lot = {lots: place.value for place, lots in said if lots}
    some = 0 < len({n for lots in by_lot for n in lots}) < count and "whole" in by_lot.values() and all(lots for _, lots in said)
    if some or len(set(by_lot.values())) > 1:
        return [Found(1, said[0][0].evidence, "partial")]
    places = [place for place, _ in said]
    refusals = [place for place in places if place.value == "none"]
    return refusals[:1] or places[:1]


_TERM = re.compile(r"(?:期限|时限|服务期|周期|年限|履约期|实施期|托管期|承接期)$")
_NO_TERM = re.compile(r"公告|公示|有效|质保|保修|付款|支付|获取|投标|响应|异议|质疑|报名|提交|合同签订|保密|整改|验收|缴纳")


def extract_service(document: Document, kind: NoticeKind) -> Service:
    """Read term and place of service; of a correction what stands after it."""
    periods: list[Found[Period]] = []
    places: list[Found[str]] = []
    for pair in corrected_pairs(document) if kind is NoticeKind.CORRECTION else ():
        if "service_period" in pair.fields:
            periods.extend(_period(document, pair.value, "corrected"))
    stale = stale_runs(document, kind)
    for pair in document.pairs:
        fields = set(pair.fields)
        if not pair.value.text or stale.top(pair.value.at(0)):
            continue
        if "service_period" in fields or (_TERM.search(pair.label) and not _NO_TERM.search(pair.label)):
            periods.extend(_period(document, pair.value, pair.form))
        if "service_place" in fields and len(pair.value.text) < 120:
            flow = _clause(pair.value)
            places.append(Found(0, document.evidence(flow.whole, f"service.place.{pair.form}"), flow.text))
    for head, cells in _columns(document):
        if "service_period" in fields_of(split_label(head)[0]):
            periods.extend(found for cell in cells for found in _period(document, cell.flow, "column"))
    periods = periods or list(_stated(document, stale))
    return Service(period=_best(periods), place=resolve(places[:1]))


# 服务期为合同签订后的一年; 服务期两年; 服务时间12个月: a term in a sentence, where no label gives one.
_STATED = re.compile(
    r"(?<![质保])(?:服务(?:期限?|周期|时间)|合同(?:履行)?期限?|履约期限?|项目(?:实施)?周期|实施(?:期限?|周期)|托管期限?)(?:为|是|:|共|计|暂定为?)?"
    r"(?P<value>(?:自|从|合同|签订|协议)?[^,。;:()\d内满届中外间每]{0,16}?[\d一二两三四五六七八九十半](?![\d.]{0,6}[%小分次元人名日])[^。;,]{1,40})"
)


def _stated(document: Document, stale: Layers[bool]) -> Iterator[Found[Period]]:
    """Find the first term that a sentence states, and that no correction has replaced."""
    for block in document.blocks_with("期", "服务时间"):
        for said in _STATED.finditer(block.flow.text):
            value = block.flow.slice(*said.span("value"))
            parts = parse_period(value.text)
            if parts is not None and (parts.months or parts.days or parts.end) and not stale.top(value.at(0)):
                evidence = document.evidence(value.span(parts.first, parts.last), "service.period.sentence")
                yield Found(2, evidence, _as_period(parts))
                return


def _clause(value: Flow) -> Flow:
    cut = re.search(r"[。;\n]", value.text)
    return value.slice(0, cut.start()) if cut and cut.start() else value


def _period(document: Document, value: Flow, form: str) -> list[Found[Period]]:
    text = value.text[:200]
    rank = {"corrected": -1, "line": 0, "next_line": 0, "cell": 0, "heading": 1, "column": 1}.get(form, 1)
    parts = parse_period(text)
    if parts is None:
        if "*" in text[:40]:
            return [Found(rank, document.evidence(_clause(value).whole, f"service.period.{form}"), mask=_clause(value).text)]
        if len(text) > 80 and form == "heading":
            return []
        return [Found(rank, document.evidence(_clause(value).whole, f"service.period.{form}"))]
    evidence = document.evidence(value.span(parts.first, parts.last), f"service.period.{form}")
    return [Found(rank, evidence, _as_period(parts))]


def _as_period(parts: PeriodParts) -> Period:
    return Period(months=parts.months, days=parts.days, start=parts.start, end=parts.end)


def _best(periods: list[Found[Period]]) -> Reading[Period]:
    """Take the first place that says most; terms that differ between items end with the latest end."""
    values = [f for f in periods if f.value is not None]
    if not values:
        return resolve(periods)
    rank = min(f.rank for f in values)
    same_rank = [f for f in values if f.rank == rank]
    ends = [f for f in same_rank if f.value and f.value.end and not f.value.start and not f.value.months]
    if ends and len(ends) == len(same_rank):
        latest = max(ends, key=lambda f: str(f.value.end if f.value else ""))
        return resolve([latest])
    return resolve([max(same_rank, key=_fullness)])


def _fullness(found: Found[Period]) -> int:
    value = found.value
    return sum(part is not None for part in (value.months, value.days, value.start, value.end)) if value else 0
