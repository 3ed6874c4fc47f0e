"""Payment instalments: share, trigger, term.

合同签订后10个工作日内支付40%;中期评估合格后支付30%: each share ends a clause, and the clause behind
the one before it says what makes it due.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.core.runs import Apart
from tender_kit.core.spans import Flow, Span
from tender_kit.document.model import Block, Cell, Document, Table
from tender_kit.extractors.context import Context
from tender_kit.extractors.lot_numbers import find_lot_numbers
from tender_kit.models.demands import Payment
from tender_kit.models.values import Duration, Money
from tender_kit.quantities.durations import find_durations
from tender_kit.quantities.money import find_amounts
from tender_kit.quantities.percents import Share, find_percents

_SECTION = re.compile(r"付款|支付|经费拨付|资金拨付|拨款|结算|款项|价款")
_SHARE = re.compile(r"%|百分之")
_ACT = re.compile(r"预付|支付|(?<!首)付款(?!条件|说明|方式|比例|计划)|付至|付清|拨付|结清|付给|结算|(?<!首)付(?!款)|发放")
# Instalments by name: 首付款30%,中期款40%,尾款30%.
_NAMED = re.compile(r"(?:首付|首期|预付|进度|中期|末期|尾|余|第[一二三四]期)款?(?:为|:)?$")
_DEDUCTION = re.compile(
    r"扣减|扣除|扣款|扣付|违约|罚|预留|质保金为|履约保证金|保证金|滞纳|利息|税率|按.{0,6}比例扣|得分|不低于|每日|每逾期|降低|下浮|分以[上下]"
)
_OPENS_PAYMENT = re.compile(rf".{{0,4}}?(?:付款|支付|结算)|{_SECTION.pattern}")
_HARD = re.compile(r"扣减|扣除|扣款|违约|罚|滞纳|利息|税率|每逾期|每日")
_RHYTHM = re.compile(
    r"(?:按(?:月|季度?|年|半年|次|实)(?:度)?|每(?:月|季度|半年|年)(?:度)?|分[一二三四五六\d]次|一次性)[^,。;]{0,12}(?:支付|付款|结算|拨付|付清|付)"
)
_REST_PAID = re.compile(
    r"(?:其余|剩余|余下|余款|尾款|其后|此后|之后)[^,。;%]{0,30}(?:支付|付清|结清|结算|拨付|付)(?:清|完)?"
    r"|[^,。;%]{0,30}(?:支付|付清|结清|拨付)(?:全部|全额|合同|项目|服务|的)*(?:剩余|余下|其余|余款|尾款)[^,。;%]{0,8}"
)
_PROGRESS = re.compile(r"(?:完成|达到?|进度|量|率)[^,;。%]{0,8}$")  # 完成服务量50%时付30%
_REPRINT = 300  # the same words so far behind are the notice printed again, not another instalment
_REST = re.compile(r"其余|剩余|余下|余款|余額|餘款|尾款|其后|此后|之后")
# 预留合同价款的5%,验收合格后无息支付: what is held back is paid in the end where the sentence says so.
_HELD_BACK = re.compile(r"(?:预留|留存|留取|暂留|扣留|暂扣)")
_PAID_IN_THE_END = re.compile(r"[^%;。]{0,60}?(?:支付|付清|结清|拨付|返还|退还|付还)(?:给[^,;。]{2,12})?(?=[,;。、]|$)")
_REST_BEFORE = re.compile(rf"(?:{_REST.pattern})[^,。;\d%]{{0,6}}$")
_WHEN_PAID = re.compile(r"[^,。;%]{0,12},[^,。;%]{0,40}(?:支付|拨付|付清|结清)[^,。;%]{0,16}")  # 按季度结算,考核后15日内支付
_SENTENCE = re.compile(r"[^。;\n]+[。;\n]?")
_NOISE = " \n\t,;。:、.)"
_LEAD = re.compile(
    r"^(?:\(?[\d一二三四五六七八九十*]{1,2}[)、.](?![一二三四五六七八九十\d]{1,2}号?(?:标段|标项|包))|第[一二三四五六]次[:付]?|[①-⑩]|(?:首付款|尾款|预付款)(?=[:、]))[:、]?"
)
_HEAD = re.compile(
    r"[^,。;:]{0,8}(?:付款|支付|结算|拨付)(?:方式|条件|说明|进度|安排|计划|办法|及){0,3}:(?:(?:采购包|合同包|标项|包)\d{1,2}:)?"
)


def extract_payments(context: Context) -> tuple[Payment, ...]:
    """Read the instalments of payment clauses, in order of the text."""
    payments: list[Payment] = []
    taken = Apart()
    printed: dict[tuple[str, tuple[str, ...]], int] = {}  # the place among the payments of what was printed first
    for block, flow in _clauses(context.document):
        for payment in _instalments(context, flow):
            place = payment.evidence[0]
            words = (place.quote, payment.lots)
            known = printed.get(words)
            if known is not None and place.start - payments[known].evidence[0].start > _REPRINT:
                payments[known] = payments[known].model_copy(update={"evidence": (*payments[known].evidence, place)})
            elif taken.add(place.start, place.end):
                printed[words] = len(payments)
                payments.append(payment)
                context.claim(block, "payment")
    payments.extend(_from_tables(context, taken))
    payments.sort(key=lambda p: p.evidence[0].start)
    return tuple(_paying(payments))


_MOST_HELD_BACK = 50


def _paying(payments: list[Payment]) -> Iterator[Payment]:
    """Leave out rhythms (按月支付) of lots that are paid in shares; what is only held back (预留5%) leaves the rest to them."""
    shares: dict[str, Decimal] = {}
    for payment in payments:
        if payment.percent is not None or payment.mask:
            held = bool(_HELD_BACK.search(payment.evidence[0].quote)) and payment.percent is not None
            weight = payment.percent if held and payment.percent is not None else Decimal(_MOST_HELD_BACK)
            for lot in {*payment.lots, "any"} if payment.lots else {"all", "any"}:
                shares[lot] = shares.get(lot, Decimal(0)) + weight
    for payment in payments:
        paid = sum(shares.get(lot, 0) for lot in ((*payment.lots, "all") if payment.lots else ("any",)))
        stands = payment.percent is not None or payment.mask or payment.amount or _REST.search(payment.evidence[0].quote)
        if stands or paid < _MOST_HELD_BACK:
            yield payment


def _from_tables(context: Context, taken: Apart) -> Iterator[Payment]:
    """Read a table of instalments: a column of shares beside one of conditions, a row each."""
    document = context.document
    for table in document.tables:
        share = next((i for i, head in enumerate(table.heads) if re.search(r"(?:支付|付款|拨付|结算)?比例|占比", head)), None)
        if share is None or table.noise or not any(re.search(r"付款|支付|拨付|结算", head) for head in table.heads):
            continue
        bare = _holds_bare_shares(table, share)
        for row in (row for row in table.body if share < len(row) and all(cell.blocks for cell in row)):
            found = find_percents(row[share].text) or (_bare_share(row[share]) if bare else [])
            span = Span(row[0].start, row[-1].end)
            if not found or not taken.add(*span):
                continue
            trigger = max((cell.text for cell in row if cell is not row[share]), key=len, default="")
            evidence = (document.evidence(span, "payments.row"),)
            lots = context.lots_at(span.start)
            yield Payment(percent=found[0].percent, mask=found[0].mask, trigger=trigger, lots=lots, evidence=evidence)


_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,2})?|\*{1,3}")


def _holds_bare_shares(table: Table, column: int) -> bool:
    """Whether figures without a sign are shares: below 支付比例(%), or where the column adds up to a hundred."""
    texts = [row[column].text.strip() for row in table.body if column < len(row)]
    figures = [Decimal(text) for text in texts if _FIGURE.fullmatch(text) and "*" not in text]
    return bool(re.search(r"%|百分", table.heads[column])) or sum(figures) == Decimal(100)


def _bare_share(cell: Cell) -> list[Share]:
    text = cell.text.strip()
    if not _FIGURE.fullmatch(text):
        return []
    masked = "*" in text
    return [Share(0, len(text), None if masked else Decimal(text), text if masked else None)]


def _clauses(document: Document) -> Iterator[tuple[Block, Flow]]:
    """Give the texts that speak of payment: values of payment labels, and blocks under payment headings."""
    given = set()
    for pair in document.pairs:
        if "payment" in pair.fields and pair.value.text and pair.form != "heading" and not pair.block.noise:
            given.add(pair.block.index)
            yield pair.block, pair.value
    sections: dict[int, bool] = {}
    naming = {block.index for block in document.blocks_with(*_SECTION.pattern.split("|"), *_SHARE.pattern.split("|"))}
    for block in document.content:
        key = id(block.section)
        if key not in sections:
            sections[key] = any(_SECTION.search(title) for title in block.section.path[-2:])
        if not sections[key] and block.index not in naming:
            continue
        if block.index in given or (block.heading and not find_percents(block.body.text)):
            continue
        if sections[key] or _OPENS_PAYMENT.match(block.body.text) or _speaks_of_share(block.flow.text):
            yield block, block.body


def _speaks_of_share(text: str) -> bool:
    """Whether a paragraph elsewhere pays a share of the contract sum."""
    return bool(_SHARE.search(text)) and bool(
        re.search(
            r"(?:支付|付|拨付)[^。;]{0,20}(?:合同|项目|总|服务|成交|中标)[^。;]{0,14}(?:[\d*][\d*.]*%|百分之)|(?:签约|合同签订|合同生效|协议签订|进场|验收|考核|期满|结项)[^,。;]{0,12}(?:支付|拨付|付)[^,。;]{0,6}(?:[\d*]+%|百分之)",
            text,
        )
    )


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    share: Share | None


def _instalments(context: Context, flow: Flow) -> Iterator[Payment]:
    """Cut the sentences of a clause into one piece for each share that is paid."""
    shared = False
    for sentence in _SENTENCE.finditer(flow.text):
        pieces = list(_pieces(flow.text, *sentence.span()))
        rest = _REST_PAID.match(sentence.group()) if shared and not pieces else None
        if rest:  # …预付30%;余款在期末验收合格后一次付清
            pieces = [_Piece(sentence.start(), sentence.start() + rest.end(), None)]
        shared = shared or any(piece.share for piece in pieces)
        lots = _lots_named(context, sentence.group())
        for piece in pieces:
            payment = _payment(context, flow, piece, lots)
            if payment:
                yield payment


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    sentence = text[start:end]
    shares = [s for s in find_percents(sentence) if _is_paid(sentence, s)]
    position = start
    for share in shares:
        paid = _PAID_IN_THE_END.match(sentence, share.end) if _is_held_back(sentence, share) else None
        behind = start + (paid.end() if paid else share.end)
        yield _Piece(position, behind, share)
        position = behind
    rest = _REST_PAID.search(text[position:end])
    if shares and rest and not _SHARE.search(text, position, end):
        yield _Piece(position + rest.start(), position + rest.end(), None)
    if not shares and not find_percents(sentence):
        yield from _sums_and_rhythm(sentence, start)


def _is_held_back(sentence: str, share: Share) -> bool:
    """Whether a share is kept for later and paid then: 预留5%,期满后支付; a bond or a fine is not."""
    clause = re.split(r"[,;]", sentence[max(0, share.start - 60) : share.start])[-1]
    held = re.search(r"(?:预留|留存|留取|暂留|扣留|暂扣)[^%]{0,16}$|^余(?:下|款)?的?$", clause)
    paid = _PAID_IN_THE_END.match(sentence, share.end) if held else None
    return paid is not None and not re.search(r"履约保证金|违约|罚", clause + paid.group())


def _sums_and_rhythm(sentence: str, start: int) -> Iterator[_Piece]:
    """Find instalments without a share: sums (支付20万元), else a rhythm (按月支付)."""
    position, paid = 0, False
    for amount in find_amounts(sentence):
        before = sentence[position : amount.start]
        clause = re.split(r"[,;]", before)[-1]
        if amount.yuan and "/" not in amount.unit and _ACT.search(clause) and not _DEDUCTION.search(before):
            yield _Piece(start + position, start + amount.end, None)
            position, paid = amount.end, True
    if not paid:
        rhythm = _RHYTHM.search(sentence)
        if rhythm and not _DEDUCTION.search(sentence, 0, rhythm.end()):
            rest = _REST_BEFORE.search(sentence, 0, rhythm.start())  # 其后按季度结算 is what is left, beside shares too
            when = _WHEN_PAID.match(sentence, rhythm.end()) or rhythm
            yield _Piece(start + (rest or rhythm).start(), start + when.end(), None)


def _is_paid(sentence: str, share: Share) -> bool:
    """Whether a share is paid, not deducted: 支付 stands in its clause, no word of deduction before it."""
    before = sentence[max(0, share.start - 60) : share.start]
    clause = re.split(r"[,;]", before)[-1]
    behind = sentence[share.end : share.end + 12]
    if re.search(r"(?:剩余|余下|其余|余款|尾款)[^,;。]{0,6}$", clause) and not _HARD.search(clause):
        return True
    if _is_held_back(sentence, share):
        return True
    acts = list(_ACT.finditer(clause))
    if not acts and _PROGRESS.search(clause) and behind.startswith(("时", "后", "以上", "的")):
        return False
    if _DEDUCTION.search(clause[acts[-1].start() :] if acts and not _HARD.search(clause) else clause) or re.match(
        r"[^,。;]{0,4}(?:违约金|滞纳金|的罚)", behind
    ):
        return False
    return bool(_ACT.search(before) or _NAMED.search(clause) or re.match(r"[^,;。]{0,8}(?:首付|预付|的?合同|的?款)", behind))


def _lots_named(context: Context, sentence: str) -> tuple[str, ...]:
    """The lots of the document that a sentence begins with: 一、二标段预付30%."""
    mention = next((m for m in find_lot_numbers(sentence[:40]) if m[0] <= _LOTS_BEGIN), None)
    return context.named_lots(mention[2] if mention else ())


_LOTS_BEGIN = 3


def _payment(context: Context, flow: Flow, piece: _Piece, named: tuple[str, ...]) -> Payment | None:
    part = flow.slice(piece.start, piece.end).strip(_NOISE)
    head = _HEAD.match(part.text)
    if head:
        part = part.slice(head.end(), len(part.text)).strip(_NOISE)
    lead = _LEAD.match(part.text)
    if lead:
        part = part.slice(lead.end(), len(part.text)).strip(_NOISE)
    if not part.text:
        return None
    amount = next((a.yuan for a in find_amounts(part.text) if a.yuan), None) if piece.share is None else None
    within = next((d for d in find_durations(part.text) if part.text[d.end : d.end + 1] in {"内", "之"}), None)
    term = Duration(count=within.count, unit=within.unit) if within and within.count is not None else None
    return Payment(
        percent=piece.share.percent if piece.share else None,
        mask=piece.share.mask if piece.share else None,
        amount=Money(yuan=amount) if amount else None,
        trigger=_trigger(part.text),
        within=term,
        lots=named or context.lots_at(part.whole.start),
        evidence=(context.document.evidence(part.whole, "payments.share" if piece.share else "payments.rhythm"),),
    )


def _trigger(text: str) -> str:
    """Give the words before the paying: 合同签订生效后10个工作日内."""
    act = _ACT.search(text)
    words = text[: act.start()] if act else re.split(r"[\d*]", text)[0]
    return re.split(r",(?:采购人|甲方|由|向)", words)[0].strip(_NOISE)
