"""Sums of money as findings: budget and ceiling of the project, and the tools that other families share."""

from __future__ import annotations

import re

from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document, Pair
from tender_kit.extractors.corrections import corrected_pairs
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.notice import Lot
from tender_kit.models.values import Money
from tender_kit.quantities.money import find_amounts, fits_amount

_LIST = re.compile(r"\d{4,}(?:\.\d+)?(?:[,、;]\d{4,}(?:\.\d+)?)+")
_HIDDEN = re.compile(r"^(?:详见|见|以).{0,20}(?:文件|附件|公告|需求)|^查看")
_EMPTY = re.compile(r"^[\s/\\—\-–无空。.;,]*$|^(?:无|空|/|¥?0(?:\.0+)?元?|元|万元|待定|另行通知)$")


def find_money(document: Document, value: Flow, note: str, *, rank: int, rule: str) -> list[Found[Money]]:
    """Find the sums of a value; ``note`` is the unit in the label or the column head.

    A label with a value that is no sum gives one finding without value: it is there and not understood.
    A placeholder (``/``, 无, ￥0.00) gives none.
    """
    text = value.text
    if not text or _EMPTY.match(text):
        return []
    found: list[Found[Money]] = []
    for amount in find_amounts(text, _unit(note)):
        evidence = document.evidence(value.span(amount.start, amount.end), rule)
        if amount.yuan is not None and amount.yuan > 0:
            found.append(Found(rank, evidence, Money(yuan=amount.yuan)))
        elif amount.mask:
            found.append(Found(rank, evidence, mask=amount.mask))
    if found:
        return found
    evidence = document.evidence(value.whole, rule)
    return [Found(rank, evidence, hidden=bool(_HIDDEN.match(text)))]


def _unit(note: str) -> str:
    if "万" in note:
        return "万元"
    return "元"


def same_money(one: Money, other: Money) -> bool:
    """Whether two sums are equal."""
    return one.yuan == other.yuan


def fits_money(mask: str, money: Money) -> bool:
    """Whether a mask can hide a sum."""
    return fits_amount(mask, money.yuan)


def extract_sums(
    document: Document, lots: tuple[Lot, ...], lot_spans: list[tuple[int, int, tuple[str, ...]]]
) -> tuple[Reading[Money], Reading[Money]]:
    """Read budget and ceiling of the whole project.

    What stands in the run of text of a lot is the lot's, except where the lot is the only one and the
    project itself states none.
    """
    readings: list[Reading[Money]] = []
    spans = Layers(lot_spans)
    fresh = corrected_pairs(document)
    for name in ("budget", "ceiling"):
        found: list[Found[Money]] = []
        for pair in fresh:
            if name in pair.fields:
                found.extend(find_money(document, pair.value, pair.note, rank=-1, rule=f"{name}.correction")[:1])
        for pair in document.pairs:
            if name in pair.fields and not (len(lots) > 1 and _LIST.fullmatch(pair.value.text)):
                found.extend(_from_pair(document, pair, name, spans))
        found.extend(_from_sentences(document, name, spans))
        if name == "ceiling" and readings[0].is_known:
            found.extend(_at_budget(document, readings[0]))
        own = _with_others(resolve(found, same=same_money, fits=fits_money), found)
        readings.append(own if own.state != "absent" else _only_lot(lots, name, document))
    return readings[0], readings[1]


def _with_others(reading: Reading[Money], found: list[Found[Money]]) -> Reading[Money]:
    """Quote every place that states the sum: the summary above the notice says it again (预算金额 ￥148.50万元)."""
    if not reading.is_known or reading.value is None:
        return reading
    others = (f.evidence for f in found if f.value is not None and same_money(f.value, reading.value))
    quotes = {(piece.start, piece.end): piece for piece in (*reading.evidence, *others)}
    return reading.model_copy(update={"evidence": tuple(quotes.values())})


_AT_BUDGET = re.compile(
    r"(?:最高(?:投标|响应)?限价|控制价)(?:\([^()]{1,12}\))?[:为】]{0,2}(?:等?同于?|即为?|与)(?:本|项目|采购|上述){0,2}预算(?:金额|总额|价)?(?:一致|相同)?"
)


def _at_budget(document: Document, budget: Reading[Money]) -> list[Found[Money]]:
    """The budget as the ceiling, where the notice says that they are one; it rests on both sentences."""
    for block in document.content:
        said = _AT_BUDGET.search(block.flow.text) if "价" in block.flow.text else None
        if said and budget.value is not None:
            beside = document.evidence(block.flow.span(*said.span()), "ceiling.at_budget")
            return [Found(4, budget.evidence[0], budget.value, beside=beside)]
    return []


_IS = (
    r"(?:仍?为:?|共计?|合计|是|约|:|控制在|不超过|不得超过|不高于|上限为?)?(?:人民币)?"
    r"(?=[\d*¥一二三四五六七八九十壹贰叁肆伍陆柒捌玖])"
)
_SENTENCES = {
    "budget": re.compile(
        rf"(?:预算(?:总)?(?:金额|资金|经费|价|额)?|(?:托管|项目|服务|采购|购买)经费|(?<![一-龥])资金|经费(?:总额|上限|额度|规模)?|资金(?:总额|额度|规模)|总额)(?:\((?:含税|人民币)\))?{_IS}"
    ),
    "ceiling": re.compile(
        rf"(?:(?:费用|报价|总价|价格)(?=不高于|不超过|不得超过|上限)|最高(?:投标)?限价|招标控制价|最高(?:投标|响应)?报价|控制价)(?:\([^()]{{1,12}}\))?{_IS}"
    ),
}


def _from_sentences(document: Document, name: str, lot_spans: Layers[tuple[str, ...]]) -> list[Found[Money]]:
    """Read 项目总预算99万元 and 最高限价18.6万元 inside a sentence."""
    found: list[Found[Money]] = []
    for block in document.blocks_with("预算", "价", "费", "资金", "总额"):
        if lot_spans.top(block.start) is not None:
            continue
        for words in _SENTENCES[name].finditer(block.flow.text):
            if find_lot_numbers(block.flow.text[max(0, words.start() - 6) : words.start()]):
                continue  # A包预算12万元 is the lot's own
            value = block.flow.slice(words.end(), min(len(block.flow.text), words.end() + 24))
            amount = next(iter(find_amounts(value.text)), None)
            small = amount is not None and amount.yuan is not None and amount.yuan < 1000
            if not amount or amount.start or small or re.match(r"/|的\d", value.text[amount.end :]):
                continue
            evidence = document.evidence(value.span(amount.start, amount.end), f"{name}.sentence")
            if amount.yuan or amount.mask:
                found.append(Found(3, evidence, Money(yuan=amount.yuan) if amount.yuan else None, mask=amount.mask))
    return found[:1]


def _only_lot(lots: tuple[Lot, ...], name: str, document: Document) -> Reading[Money]:
    """The labelled sum of the only lot is the project's."""
    if len(lots) != 1:
        return Reading()
    reading: Reading[Money] = getattr(lots[0], name)
    if not reading.is_known or reading.evidence[0].rule.endswith("column"):
        return Reading()
    return reading.model_copy(update={"origin": "derived"})


def _from_pair(document: Document, pair: Pair, name: str, lot_spans: Layers[tuple[str, ...]]) -> list[Found[Money]]:
    if pair.form == "heading" and len(pair.value.text) > 120:
        return []
    total = re.search(r"(?:共计?|合计|总计|总额)(?=[\d¥人])", pair.value.text[:60])
    if _is_lots_own(pair, lot_spans) or (any(m[0] <= 2 for m in find_lot_numbers(pair.value.text[:12])) and not total):
        return []
    rank = 1 if re.search(r"投资|概算|估算|经费|规模|标的|金额$", pair.label) and "预算" not in pair.label else 0
    value = pair.value.slice(total.end(), len(pair.value.text)) if total and total.start() else pair.value
    if {"budget", "ceiling"} <= set(pair.fields):
        own = _OWN_WORDS[name].search(value.text)
        value = value.slice(own.end(), len(value.text)) if own else value
    found = find_money(document, value, pair.note, rank=rank, rule=f"{name}.{pair.form}")
    return found[:1]


# 预算及限价:本项目预算为24万元,最高限价23.8万元
_OWN_WORDS = {
    "budget": re.compile(r"预算(?:金额|资金|总额)?(?=[为:是]?[^,。;]{1,24}元)"),
    "ceiling": re.compile(r"(?:限价|控制价)(?=[为:是]?[^,。;]{1,24}元)"),
}


def _is_lots_own(pair: Pair, lot_spans: Layers[tuple[str, ...]]) -> bool:
    if re.match(r"(?:采购包|合同包|标项|包|标段|分包|分标|品目)", pair.label):
        return True
    if re.search(r"总额|总预算|总金额|总投资", pair.label):
        return False
    return lot_spans.top(pair.label_span.start) is not None
