"""What labels and lists of sums say of lots: 标项名称, 预算金额 in a lot's run of text, 560000,400000."""

from __future__ import annotations

import re
from itertools import zip_longest

from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document, Pair, Section
from tender_kit.extractors.lot_numbers import find_lot_numbers, leading_lot, normal_number, shares
from tender_kit.extractors.lots_drafts import LotDraft, LotDrafts, take_name
from tender_kit.extractors.resolve import Found
from tender_kit.extractors.sums import find_money


def read_labels(lots: LotDrafts) -> None:
    """Give 标项名称, 预算金额 and the like to the lot in whose run of text they stand, or to 标项名称's own."""
    shortest = Layers(sorted(lots.scopes, key=lambda s: s[1] - s[0])[::-1])
    unnumbered = 0
    listed: tuple[str, Section | None] = ("", None)
    named: list[Pair] = []
    for pair in lots.document.pairs:
        fields = set(pair.fields)
        if not pair.value.text:
            continue
        numbers = shortest.top(pair.label_span.start) or ()
        if not numbers and listed[0] and listed[1] is pair.section and pair.form != "heading":
            numbers = (listed[0],)
        if "lot_number" in fields and pair.form in {"line", "next_line", "cell"} and not re.search(r"品目|数|总", pair.label):
            number = _value_number(pair)
            if number:
                lots.draft(number)
                continue
        if LOT_NAME.fullmatch(pair.label) and (not numbers or listed[0]):
            unnumbered += 1
            numbers = (_number_in(pair.value.text) or str(unnumbered),)
            lots.draft(numbers[0])
            listed = (numbers[0], pair.section)
            named.append(pair)
        _from_mentions(lots, pair)
        if len(numbers) == 1:
            _from_pair(lots.document, lots.draft(numbers[0]), pair)
    _tie_named(lots, named)


def _tie_named(lots: LotDrafts, named: list[Pair]) -> None:
    """Tie what stands below 标项名称:分标1… to that lot, up to the next such label in the same section."""
    for pair, following in zip_longest(named, named[1:]):
        number = _number_in(pair.value.text)
        if number:
            end = following.block.start if following and following.section is pair.section else pair.section.end
            lots.scope(pair.block.start, end, (number,))


def _from_mentions(lots: LotDrafts, pair: Pair) -> None:
    """Give 采购预算:分包1为300000元,分包2为200000元 to the lots that the value names."""
    name = next((n for n in ("budget", "ceiling") if n in pair.fields), None)
    if name:
        _share_out(lots, pair.value, name, pair.note)


def _share_out(lots: LotDrafts, value: Flow, name: str, note: str) -> None:
    for numbers, share in shares(value):
        if len(numbers) == 1 and share.text:
            draft = lots.draft(numbers[0])
            sums = find_money(lots.document, share, note, rank=0, rule=f"lots.{name}.mention")[:1]
            (draft.budgets if name == "budget" else draft.ceilings).extend(f for f in sums if f.value or f.mask)


_SHARED_OUT = re.compile(
    r"(?:(?P<budget>预算)|(?P<ceiling>限价|控制价))[^。;()]{0,40}?\d[\d,.]{0,15}(?:万|亿)?元\((?P<shares>[^()]{6,300})\)"
)


def read_sentences(lots: LotDrafts) -> None:
    """Read sums that a sentence shares out, 总预算调整为95万元(1包60万元;2包35万元), and lots named on the way."""
    for block in lots.document.content:
        text = block.flow.text
        if "包" not in text and "标" not in text:
            continue
        for found in _SHARED_OUT.finditer(text) if "元(" in text else ():
            _share_out(lots, block.flow.slice(*found.span("shares")), "budget" if found["budget"] else "ceiling", "元")
        _names_on_the_way(lots, block)
        _sums_on_the_way(lots, block)


_SUM_ON_THE_WAY = re.compile(
    r"(?:(?P<budget>(?:合同包|采购包)?预算(?:金额)?)|(?P<ceiling>(?:最高)?(?:投标|响应)?限价|控制价))[为是:]?(?P<sum>[\d*][\d,.*]{0,15}(?:万|亿)?元)"
)


def _sums_on_the_way(lots: LotDrafts, block: Block) -> None:
    """Read 标段一(站内照料):预算36万元,控制价35.5万元 and 划为合同包1。合同包预算75万元: the sums of the lot named last."""
    mentions = find_lot_numbers(block.flow.text[:_LONGEST])
    for found in _SUM_ON_THE_WAY.finditer(block.flow.text, 0, _LONGEST) if mentions else ():
        before = [mention for mention in mentions if mention[1] <= found.start()]
        if not before or len(before[-1][2]) != 1 or found.start() - before[-1][1] > _NEAR:
            continue
        draft = lots.draft(before[-1][2][0])
        target, name = (draft.budgets, "budget") if found["budget"] else (draft.ceilings, "ceiling")
        if not target:
            sums = find_money(lots.document, block.flow.slice(*found.span("sum")), "", rank=1, rule=f"lots.{name}.sentence")
            target.extend(sums[:1])


_LONGEST, _NEAR = 600, 60


_NAMED_NEXT = re.compile(r"[;。](?=[^,。;:()]{1,8}\()")


_CALLED = re.compile(
    r"[为是:](?P<name>[\u4e00-\u9fff“《][^,。;:()\d]{2,38}(?:采购|购置|服务|项目|工程|施工|安装|监理|运营|设备|建设|改造|修缮|培训|评估|照护|托养))(?=[,。;]|$)"
)


def _names_on_the_way(lots: LotDrafts, block: Block) -> None:
    """Read …;第2包(硬件)的截止时间…: a lot with its name in brackets that begins a sentence, beside a known one.

    So too 1标段为课桌椅采购,2标段为多媒体设备采购: what each of several lots is said to be.
    """
    called = [
        (numbers[0], block.flow.slice(*said.span("name")))
        for _, end, numbers in find_lot_numbers(block.flow.text[:_LONGEST])
        if len(numbers) == 1 and (said := _CALLED.match(block.flow.text, end))
    ]
    for number, name in called if len(called) > 1 else ():
        draft = lots.draft(number)
        if not draft.names:
            draft.names.append(Found(1, lots.document.evidence(name.whole, "lots.name.sentence"), name.text))
    for found in _NAMED_NEXT.finditer(block.flow.text) if lots.drafts else ():
        rest = block.flow.slice(found.end(), min(len(block.flow.text), found.end() + 80))
        mention = next(iter(find_lot_numbers(rest.text)), None)
        if mention and mention[0] == 0 and len(mention[2]) == 1 and rest.text[mention[1] : mention[1] + 1] == "(":
            take_name(lots, lots.draft(mention[2][0]), rest.slice(mention[1], len(rest.text)), single=True)


_LIST = re.compile(r"\d{4,}(?:\.\d+)?(?:[,、;]\d{4,}(?:\.\d+)?)+")


def read_lists(lots: LotDrafts) -> None:
    """Give 最高限价(元):560000,400000 to the lots in their order, where there are as many sums as lots."""
    drafts = list(lots.drafts.values())
    listed = [(name, pair) for pair in lots.document.pairs for name in ("budget", "ceiling") if name in pair.fields]
    for name, pair in listed:
        sums = re.findall(r"[\d.]+", pair.value.text) if _LIST.fullmatch(pair.value.text) else []
        if len(sums) != len(drafts) or len(drafts) < 2:
            continue
        for draft, figure in zip(drafts, re.finditer(r"[\d.]+", pair.value.text), strict=True):
            target = draft.budgets if name == "budget" else draft.ceilings
            flow = pair.value.slice(*figure.span())
            target.extend(find_money(lots.document, flow, pair.note, rank=1, rule=f"lots.{name}.list"))


LOT_NAME = re.compile(r"(?:标项|子包|包件?|标段|分包|采购包|合同包|分标|标包|包组)名称")


def _number_in(name: str) -> str:
    """Give the number that a lot's name begins with: E包房地产评估."""
    return leading_lot(name[:_BEGINNING])[0]


_BEGINNING = 12


def _value_number(pair: Pair) -> str | None:
    text = pair.value.text
    mention = find_lot_numbers(text[:20])
    if mention and mention[0][0] == 0:
        return mention[0][2][0]
    return normal_number(text) if re.fullmatch(r"[\dA-Z一二三四五六七八九十]{1,4}", text) else None


def _from_pair(document: Document, draft: LotDraft, pair: Pair) -> None:
    fields = set(pair.fields)
    if "lot_name" in fields and re.search(r"名称$", pair.label) and not draft.names:
        flow = pair.value
        end = leading_lot(flow.text[:_BEGINNING])[1]
        if 0 < end < len(flow.text) and flow.is_parted(end):  # 分标1 膳食保障服务: its number is no part of the name
            flow = flow.slice(end, len(flow.text))
        draft.names.append(Found(0, document.evidence(flow.whole, "lots.name.label"), flow.text))
    for name, target in (("budget", draft.budgets), ("ceiling", draft.ceilings)):
        if name in fields and not target:
            target.extend(find_money(document, pair.value, pair.note, rank=0, rule=f"lots.{name}.label")[:1])
    for name in ("industry", "quantity", "unit"):
        if name in fields and len(pair.value.text) < 40:
            place = Found(0, document.evidence(pair.value.whole, f"lots.{name}.label"), pair.value.text)
            draft.texts.setdefault(name, []).append(place)
