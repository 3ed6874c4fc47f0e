"""Conditions of the whole notice: consortium, set-aside for SMEs, term and place of service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.core.readings import Reading
from tender_kit.document.model import Block, Document
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.values import SetAside
from tender_kit.quantities.checkboxes import keep_ticked
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
    for cells in document.columns(lambda head: "consortium" in fields_of(split_label(head)[0])):
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
    for cells in document.columns(lambda head: _SET_ASIDE_HEAD in head):
        value = _over_lots({_set_aside_answer(keep_ticked(cell.flow).text) for cell in cells})
        if value:
            found.append(Found(0, document.evidence(cells[0].flow.whole, "set_aside.column"), value))
    return resolve(found[:1] or _combined(_set_aside_sentences(document), lots))


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
