"""What to hand in, where, at which price and with which security."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document, Section
from tender_kit.extractors.context import Context
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.sums import find_money
from tender_kit.models.demands import Bond, Paper, Submission
from tender_kit.models.values import Money
from tender_kit.quantities.percents import find_percents

_PAPERS = re.compile(
    r"(?:申报|报名|提交|响应|投标|递交|申请|参选|应提供|需提供|须提供|提供)[^。;:]{0,12}(?:材料|文件|资料)(?:要求|清单|组成|包括|如下|:|$)|(?:材料|资料)(?:要求|清单)$"
)
_SEPARATOR = re.compile(r"[、,;](?![^()]{0,80}\))")
_PAPER_WORD = re.compile(
    r"执照|证书|授权|报价|方案|证明|声明|承诺|报告|身份证|合同|名单|简历|登记证|许可证|表$|书$|函$|清单|材料|复印件|扫描件|业绩|截图|记录"
)
_COPIES = re.compile(
    r"(?:正本|一式|副本|份数|共)[^。;\n]{0,40}?(?:[\d一二三四五六七八九十壹贰叁肆伍陆*]{1,3}\s?份|[\d一二三四五六七八九十*]份)[^。;\n]{0,30}"
)
_FREE = re.compile(r"^(?:免费|不收(?:取)?(?:费用|工本费)?|无偿|¥?0(?:\.0+)?(?!\.?[0-9])元?)")
_NO_BOND = re.compile(r"不(?:收取|要求|需|需要|提交|交纳|缴纳)|无需|免(?:收|交|缴)|^(?:无|否|/|0)")
_BOND_SENTENCE = re.compile(
    r"(?P<none>(?:不(?:收取|要求提交|需要?(?:提交|交纳|缴纳))|无需(?:提交|交纳|缴纳)?|免收|免交)[^,。;\n]{0,10}?(?P<which>投标|磋商|谈判|响应|履约|报价|询价)?保证金)"
)
# 履约保证金为合同金额的5%: a sentence that no label opens.
_BOND_STATED = re.compile(
    r"(?P<which>投标|磋商|谈判|响应|履约|报价|询价)保证金(?:的)?(?:金额|数额|比例)?(?:为|按|是)"
    r"(?P<value>[^,;。\n\d*]{0,20}[\d*][\d*.,]{0,16}\s?(?:%|万?元))"
)
_PRICED = re.compile(r"(?:售价|每[份套](?:售价|收取|工本费)?|工本费)(?:为|:|人民币|¥){0,3}(?P<sum>\d[\d,.]{0,12}\s?元)(?!/)")
_DATED = re.compile(r"\d{4}[年/.-]")
_PLACES = {
    "place": ("submission_place", re.compile(r"提交|递交|响应|截止|开标|开启")),
    "documents_place": ("documents_place", re.compile(r"获取|领取|发售|报名|购买")),
}


def extract_submission(context: Context) -> Submission:
    """Read papers, copies, places, price and bonds."""
    document = context.document
    return Submission(
        papers=tuple(_papers(document)),
        copies=_copies(document),
        place=_place(document, "place"),
        documents_place=_place(document, "documents_place"),
        documents_way=_way(document),
        documents_price=_price(document),
        bid_bond=_bond(document, "bid_bond"),
        performance_bond=_bond(document, "performance_bond"),
    )


def _papers(document: Document) -> Iterator[Paper]:
    """Give the papers under a heading or behind a label that asks for them."""
    seen: set[str] = set()
    inside: dict[int, bool] = {}
    for block in document.content:
        if block.heading or block.cell or len(block.flow.text) > 600:
            continue
        key = id(block.section)
        if key not in inside:
            title = block.section.title
            inside[key] = bool(title and len(title) < 24 and _PAPERS.search(title))
        if not inside[key] and not _asks_for_papers(block):
            continue
        flow = _behind_label(block)
        for paper in _cut(document, flow):
            if paper.text not in seen:
                seen.add(paper.text)
                yield paper


def _asks_for_papers(block: Block) -> bool:
    """Whether a block begins with a label that asks for papers."""
    head, colon, _ = block.body.text[:30].partition(":")
    return bool(colon and _PAPERS.search(head + ":"))


def _behind_label(block: Block) -> Flow:
    text = block.body.text
    at = text.find(":", 0, 30)
    return block.body.slice(at + 1, len(text)) if at > 0 and at + 1 < len(text) else block.body


def _cut(document: Document, flow: Flow) -> Iterator[Paper]:
    text = flow.text
    sentence = re.match(r"[^。\n]+", text)
    end = sentence.end() if sentence else len(text)
    edges = [0, *(m.end() for m in _SEPARATOR.finditer(text, 0, end)), end]
    for start, behind in itertools.pairwise(edges):
        part = flow.slice(start, behind).strip(" \n\t、,;。.等")
        if 2 < len(part.text) <= 60 and _PAPER_WORD.search(part.text):
            yield Paper(text=part.text, evidence=(document.evidence(part.whole, "submission.paper"),))


def _copies(document: Document) -> Reading[str]:
    for pair in document.pairs:
        if "份数" in pair.label and 2 < len(pair.value.text) < 100:
            return _known(document, pair.value, "submission.copies.label")
    for block in document.blocks_with("份"):
        found = _COPIES.search(block.flow.text)
        if found and re.search(r"文件|材料|正本|副本|胶装|密封", block.flow.text):
            return _known(document, block.flow.slice(*found.span()), "submission.copies.sentence")
    return Reading()


def _known(document: Document, flow: Flow, rule: str) -> Reading[str]:
    evidence = (document.evidence(flow.whole, rule),)
    if document.masked and re.fullmatch(r"[*\s]+", flow.text):
        return Reading(state="masked", mask=flow.text, evidence=evidence)
    return Reading(state="known", value=flow.text, evidence=evidence)


def _under(section: Section, words: re.Pattern[str]) -> bool:
    return any(words.search(title) for title in section.path)


def _place(document: Document, name: str) -> Reading[str]:
    field, words = _PLACES[name]
    found: list[Found[str]] = []
    for pair in document.pairs:
        labelled = field in pair.fields and "place" not in pair.fields
        if not pair.value.text or len(pair.value.text) > 200 or _DATED.match(pair.value.text):
            continue
        if labelled or ("place" in pair.fields and _under(pair.section, words)):
            found.append(Found(0 if labelled else 1, document.evidence(pair.value.whole, f"submission.{name}"), pair.value.text))
    return resolve(found[:1])


def _way(document: Document) -> Reading[str]:
    for pair in document.pairs:
        fields = set(pair.fields)
        if pair.value.text and (
            "documents_way" in fields or ("way" in fields and _under(pair.section, _PLACES["documents_place"][1]))
        ):
            return _known(document, pair.value, "submission.documents_way")
    return Reading()


def _price(document: Document) -> Reading[Money]:
    for pair in document.pairs:
        if "documents_price" not in pair.fields or not pair.value.text:
            continue
        if _FREE.match(pair.value.text):
            evidence = (document.evidence(pair.value.whole, "submission.documents_price.free"),)
            return Reading(state="known", value=Money(yuan=Decimal(0)), evidence=evidence)
        found = find_money(document, pair.value, pair.note, rank=0, rule="submission.documents_price")
        if found:
            return resolve(found[:1])
    return _price_told(document)


def _price_told(document: Document) -> Reading[Money]:
    """Read the price out of the sentence that says where the documents are to be had: 领取谈判文件,每份300元."""
    for block in document.blocks_with("售价", "每份", "每套", "工本费"):
        told = _PRICED.search(block.flow.text)
        if told and re.search(r"文件", block.flow.text) and re.search(r"获取|领取|发售|购买|出售", block.flow.text):
            value = block.flow.slice(*told.span("sum"))
            if _FREE.match(value.text):
                evidence = (document.evidence(value.whole, "submission.documents_price.free"),)
                return Reading(state="known", value=Money(yuan=Decimal(0)), evidence=evidence)
            return resolve(find_money(document, value, "", rank=0, rule="submission.documents_price.sentence")[:1])
    return Reading()


def _bond(document: Document, name: str) -> Bond:
    for pair in document.pairs:
        if name in pair.fields and pair.value.text and len(pair.value.text) < 300:
            return _bond_of(document, pair.value, pair.note, name)
    word = "履约" if name == "performance_bond" else ("投标", "磋商", "谈判", "响应", "报价", "询价")
    for block in document.blocks_with("保证金"):
        for sentence in _BOND_SENTENCE.finditer(block.flow.text):
            if sentence["which"] and sentence["which"] in word:
                evidence = (document.evidence(block.flow.span(*sentence.span()), f"submission.{name}.sentence"),)
                return Bond(required=Reading(state="known", value=False, evidence=evidence))
        for stated in _BOND_STATED.finditer(block.flow.text):
            if stated["which"] in word:
                return _bond_of(document, block.flow.slice(*stated.span("value")), "", name)
    return Bond()


def _bond_of(document: Document, value: Flow, note: str, name: str) -> Bond:
    rule = f"submission.{name}"
    evidence = (document.evidence(value.whole, rule),)
    if _NO_BOND.search(value.text[:24]):
        return Bond(required=Reading(state="known", value=False, evidence=evidence))
    amount: Reading[Money] = resolve([f for f in find_money(document, value, note, rank=0, rule=rule) if f.value or f.mask][:1])
    shares = find_percents(value.text)
    percent: Reading[Decimal] = Reading()
    if shares:
        quote = (document.evidence(value.span(shares[0].start, shares[0].end), rule),)
        if shares[0].percent is not None:
            percent = Reading(state="known", value=shares[0].percent, evidence=quote)
        elif shares[0].mask:
            percent = Reading(state="masked", mask=shares[0].mask, evidence=quote)
    return Bond(required=Reading(state="known", value=True, evidence=evidence), amount=amount, percent=percent)
