"""Term and place of service, of the project and of each lot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document, Pair
from tender_kit.extractors.context import Context
from tender_kit.extractors.corrections import corrected_pairs, stale_runs
from tender_kit.extractors.lot_numbers import shares
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.models.notice import Lot, Service
from tender_kit.models.values import NoticeKind, Period
from tender_kit.quantities.durations import PeriodParts, parse_period
from tender_kit.vocab.labels import fields_of, split_label

_TERM = re.compile(r"(?:期限|时限|服务期|周期|年限|履约期|实施期|托管期|承接期)$")
_NO_TERM = re.compile(r"公告|公示|有效|质保|保修|付款|支付|获取|投标|响应|异议|质疑|报名|提交|合同签订|保密|整改|验收|缴纳")


def _tells_term(pair: Pair) -> bool:
    return "service_period" in pair.fields or bool(_TERM.search(pair.label) and not _NO_TERM.search(pair.label))


def _heads_terms(head: str) -> bool:
    return "service_period" in fields_of(split_label(head)[0])


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
        if _tells_term(pair):
            periods.extend(_period(document, pair.value, pair.form))
        if "service_place" in fields and len(pair.value.text) < 120:
            flow = _clause(pair.value)
            places.append(Found(0, document.evidence(flow.whole, f"service.place.{pair.form}"), flow.text))
    for cells in document.columns(_heads_terms):
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


def tie_terms(context: Context, service: Service) -> tuple[tuple[Lot, ...], Service]:
    """Give each lot the term that is said of it; where those differ, none of them is the project's.

    计划工期:1标段75日历天,2标段30日历天; a label under the heading of a lot; a column of a table of lots.
    """
    if len(context.lots) < 2:
        return context.lots, service
    terms = {number: _best(found) for number, found in _by_lot(context).items()}
    lots = tuple(lot.model_copy(update={"service": terms[lot.number]}) if lot.number in terms else lot for lot in context.lots)
    own = [Found(0, term.evidence[0], term.value) for term in terms.values() if term.value is not None]
    is_of_a_lot = any(place.evidence == quote for place in own for quote in service.period.evidence)
    agree = all(_agree(one.value, other.value) for one, other in pairwise(own))
    if agree or not is_of_a_lot:
        return lots, service
    return lots, service.model_copy(update={"period": resolve(own, same=_agree)})


def _by_lot(context: Context) -> dict[str, list[Found[Period]]]:
    stale = stale_runs(context.document, context.kind)
    found: dict[str, list[Found[Period]]] = {}
    for number, value, form in _said_of_lots(context):
        if not stale.top(value.at(0)):
            found.setdefault(number, []).extend(_period(context.document, value, form))
    return found


def _said_of_lots(context: Context) -> Iterator[tuple[str, Flow, str]]:
    """Yield each lot with what is said of its term, by labels and by columns."""
    for pair in context.document.pairs:
        if pair.value.text and _tells_term(pair):
            yield from ((number, value, pair.form) for number, value in _shares(context, pair.value))
    for cells in context.document.columns(_heads_terms):
        yield from ((lot, cell.flow, "column") for cell in cells if (lot := context.lot_at(cell.start)))


def _shares(context: Context, value: Flow) -> Iterator[tuple[str, Flow]]:
    """Part a value among the lots that it names; one that names none is of the lot that it stands under."""
    parts = list(shares(value))
    for numbers, part in parts:
        share = part.strip(" :;,、为")
        yield from ((number, share) for number in context.named_lots(numbers) if share.text)
    here = None if parts else context.lot_at(value.at(0))
    if here:
        yield here, value


def _agree(one: Period | None, other: Period | None) -> bool:
    """Whether two terms say nothing different, as far as both say something."""
    if one is None or other is None:
        return True
    parts = ((one.months, other.months), (one.days, other.days), (one.start, other.start), (one.end, other.end))
    return all(a == b for a, b in parts if a is not None and b is not None)
