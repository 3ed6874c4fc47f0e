"""Days and hours: publication, documents on offer, deadline, opening, notice period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from tender_kit.core.model import Moment
from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document, Pair
from tender_kit.extractors.corrections import corrected_pairs, stale_spans
from tender_kit.extractors.prose import announced_deadlines, announced_openings, openings_at_deadline
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.schedule_labels import fields_by_words, fields_of_note, is_of_other_matter, topic_of
from tender_kit.extractors.schedule_period import find_notice_period
from tender_kit.models.notice import Schedule
from tender_kit.models.values import NoticeKind
from tender_kit.quantities.clock import DailyWindow
from tender_kit.quantities.masks import fits
from tender_kit.quantities.moments import MomentMatch, find_daily_window, find_moments, find_spans_of_time

_BEIJING = timezone(timedelta(hours=8))
_KNOWN = {
    "published",
    "contract_published",
    "documents_time",
    "documents",
    "documents_from",
    "documents_until",
    "registration",
    "questions_until",
    "bid_deadline",
    "opening",
    "time",
    "first_notice_date",
    "notice_period",
    "service_period",
    "submission_start",
    "award_date",
    "sign_date",
}
_NO_WINDOW = re.compile(r"方式|方法|地点|材料|费")
_PAGE_TIMES = {"时间", "日期", "发布", "发表", "发布于", "发表于"}
# 比选时间:4月30日下午3:00(申报材料当场递交): what is handed in at the session is due then.
_HANDED_THERE = re.compile(r"(?:文件|材料|资料)(?:当场|现场)(?:递交|提交)")
_NOTHING = re.compile(r"^(?:无|/|空|-+)")
_ELSEWHERE = re.compile(r"^(?:详见|见|另行|待定|以.*为准)")
_ON_ITS_OWN = re.compile(r"^[\d二〇○零一三四五六七八九十年月日*./ :-]{6,24}$")
_PAGE_LINE = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?"
    r"(?:来源|【|\[|发布|浏览|点击|作者|编辑|字体|阅读|打印|$)"
    r"|[^,。;:\d]{4,30}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$"
)
_SAID_PUBLISHED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?发布")
_TOP, _TAIL = 24, 12


def extract_schedule(document: Document, kind: NoticeKind) -> Schedule:
    """Read the schedule; a combined label (截止及开标时间) gives both moments."""
    places: dict[str, list[Found[Moment]]] = {
        name: [] for name in ("published", "documents_from", "documents_until", "questions_until", "bid_deadline", "opening")
    }
    stale = Layers([(*run, True) for run in stale_spans(document)] if kind is NoticeKind.CORRECTION else [])
    fresh = corrected_pairs(document) if kind is NoticeKind.CORRECTION else []
    for rank, pairs in ((0, fresh), (2, document.pairs)):
        for pair in pairs:
            if not pair.value.text or not _is_stale(pair.value, stale):
                _from_pair(document, pair, rank, places)
    for flow in announced_deadlines(document):
        if not _is_stale(flow, stale):
            places["bid_deadline"].extend(_readable(_moments(document, flow, 4, "schedule.bid_deadline.sentence"))[:1])
    for flow in announced_openings(document):
        if not _is_stale(flow, stale):
            places["opening"].extend(_readable(_moments(document, flow, 4, "schedule.opening.sentence"))[:1])
    places["opening"].extend(_at_deadline(document, places["bid_deadline"]))
    places["published"].extend(_published_elsewhere(document))
    readings = {name: resolve(found, same=_same, finer=_finer, fits=_fits) for name, found in places.items()}
    readings["published"] = _day(resolve(_earliest(places["published"]), same=_same, fits=_fits))
    return Schedule(**readings, notice_period=find_notice_period(document))


def _at_deadline(document: Document, deadlines: list[Found[Moment]]) -> list[Found[Moment]]:
    """The deadline as the opening, where the notice says that they are one; it rests on both sentences."""
    said = next(openings_at_deadline(document), None)
    if said is None:
        return []
    beside = document.evidence(said.whole, "schedule.opening.at_deadline")
    return [replace(f, rank=f.rank + 4, beside=beside) for f in deadlines if f.value is not None]


def _is_stale(flow: Flow, stale: Layers[bool]) -> bool:
    """Whether a value is what a correction has replaced."""
    return stale.top(flow.at(0)) is not None


def _readable(found: list[Found[Moment]]) -> list[Found[Moment]]:
    return [f for f in found if f.value is not None or f.mask]


def _earliest(found: list[Found[Moment]]) -> list[Found[Moment]]:
    """Keep the first moment of the strongest kind of place: later ones are of earlier notices or of the contract."""
    values = [f for f in found if f.value is not None]
    best = min(values, key=lambda f: (f.rank, f.evidence.start), default=None)
    return [*([best] if best else []), *(f for f in found if f.mask)]


def _same(one: Moment, other: Moment) -> bool:
    return one == other and isinstance(one, datetime) == isinstance(other, datetime)


def _finer(one: Moment, other: Moment) -> bool:
    """Whether ``one`` is a time on the day that ``other`` is."""
    return isinstance(one, datetime) and not isinstance(other, datetime) and one.date() == other


def _fits(mask: str, value: Moment) -> bool:
    """Whether the asterisks of a masked moment can hide a value: the day is enough."""
    shown = re.sub(r"[^\d*]", "", mask)[:8]
    if fits(shown, value.strftime("%Y%m%d")):
        return True
    return shown.startswith("****") and "*" in mask


def _day(reading: Reading[Moment]) -> Reading[Moment]:
    """Cut publication down to its day: a page's clock is the server's, not the notice's."""
    if isinstance(reading.value, datetime):
        return reading.model_copy(update={"value": reading.value.date()})
    return reading


def _from_pair(document: Document, pair: Pair, rank: int, places: dict[str, list[Found[Moment]]]) -> None:
    fields = set(pair.fields)
    if not pair.value.text or (pair.form == "heading" and len(pair.value.text) > 200) or is_of_other_matter(pair):
        return
    if pair.label in _PAGE_TIMES:
        fields = fields | {"published"}
    elif not fields & _KNOWN or re.search(r"[及和与、]", pair.label):
        fields = fields | fields_by_words(pair.label)
    if fields & {"bid_deadline", "opening"}:
        fields = fields | (fields_of_note(pair.note) & {"bid_deadline", "opening"})
    if fields & {"time", "published"} and not pair.section.heading and pair.block.index < _TOP and pair.label in _PAGE_TIMES:
        places["published"].extend(_readable(_moments(document, pair.value, rank, "schedule.published.page"))[:1])
    elif {"time", "published"} <= fields and not topic_of(pair.section) and pair.block.index >= len(document.blocks) - _TAIL:
        places["published"].extend(_readable(_moments(document, pair.value, rank + 3, "schedule.published.end"))[:1])
    elif "time" in fields:
        _by_section(document, pair, rank, places)
    elif fields & {"published", "contract_published"} and not (
        pair.label.startswith("公示") and find_spans_of_time(pair.value.text)
    ):
        places["published"].extend(_moments(document, pair.value, rank, f"schedule.published.{pair.form}")[:1])
    elif (fields & {"documents_time", "registration"} and ("时间" in pair.label or not _NO_WINDOW.search(pair.label))) or (
        "documents" in fields and pair.form != "heading"
    ):
        _window(document, pair, rank + ("registration" in fields), places)
    elif "documents_from" in fields:
        places["documents_from"].extend(_moments(document, pair.value, rank, "schedule.documents_from.label")[:1])
    elif "documents_until" in fields:
        places["documents_until"].extend(_moments(document, pair.value, rank, "schedule.documents_until.label")[:1])
    elif "questions_until" in fields:
        places["questions_until"].extend(_moments(document, pair.value, rank, "schedule.questions_until.label")[:1])
    elif fields & {"bid_deadline", "opening"} and not re.search(r"开始(?:递交|提交|报价|投标)?时间|评标日期", pair.label):
        _deadlines(document, pair, fields, rank, places)
    elif "截止时间" in pair.label:
        _by_section(document, pair, rank, places)


def _by_section(document: Document, pair: Pair, rank: int, places: dict[str, list[Found[Moment]]]) -> None:
    topic = topic_of(pair.section)
    if topic.startswith("documents"):
        _window(document, pair, rank, places)
    elif topic:
        _deadlines(document, pair, set(topic.split("+")), rank, places)


def _deadlines(document: Document, pair: Pair, fields: set[str], rank: int, places: dict[str, list[Found[Moment]]]) -> None:
    """Read a deadline or an opening; under a heading that names both, a label that names neither gives both."""
    both = set(topic_of(pair.section).split("+"))
    if _HANDED_THERE.search(pair.value.text):
        fields = fields | {"bid_deadline"}
    window = next((s for s in find_spans_of_time(pair.value.text) if s.first), None)
    handing_in = "opening" not in fields | both or (fields == {"opening"} and re.search(r"报价|递交|提交|响应", pair.label))
    if window and window.last and handing_in:
        found = _bound(document, pair.value, window.last, None, rank, "schedule.bid_deadline.window")
        places["bid_deadline"].append(found)
        return
    for name in ("bid_deadline", "opening"):
        if name in fields or name in both:
            weaker = 0 if name in fields or "time" in pair.fields else 1
            places[name].extend(_moments(document, pair.value, rank + weaker, f"schedule.{name}.{pair.form}")[:1])


def _moments(document: Document, flow: Flow, rank: int, rule: str) -> list[Found[Moment]]:
    """Give the moments of a value; a label whose value is no moment gives one finding without value."""
    found: list[Found[Moment]] = []
    for match in find_moments(flow.text):
        evidence = document.evidence(flow.span(match.start, match.end), rule)
        if match.value is not None:
            found.append(Found(rank, evidence, match.value))
        elif match.mask:
            found.append(Found(rank, evidence, mask=match.mask))
    if not found and flow.text and not re.search(r"前$", flow.text) and len(flow.text) < 60:
        evidence = document.evidence(flow.whole, rule)
        if not _NOTHING.match(flow.text):
            found.append(Found(rank, evidence, hidden=bool(_ELSEWHERE.match(flow.text))))
    return found


def _window(document: Document, pair: Pair, rank: int, places: dict[str, list[Found[Moment]]]) -> None:
    """Read the window in which documents are on offer; daily hours give its outer bounds."""
    flow = pair.value
    spans = find_spans_of_time(flow.text)
    if not spans:
        name = (
            "documents_until"
            if re.search(r"截止|结束", pair.label) or pair.note.endswith(("为", "至", "到"))
            else "documents_from"
        )
        places[name].extend(_moments(document, flow, rank, f"schedule.{name}.{pair.form}")[:1])
        return
    span = spans[0]
    hours = find_daily_window(flow.text)
    for name, match in (("documents_from", span.first), ("documents_until", span.last)):
        if match is not None:
            places[name].append(_bound(document, flow, match, hours, rank, f"schedule.{name}.{pair.form}"))


def _bound(document: Document, flow: Flow, match: MomentMatch, hours: DailyWindow | None, rank: int, rule: str) -> Found[Moment]:
    """One end of a window; a day alone takes the hour from the hours of each day, which it then rests on as well."""
    evidence = document.evidence(flow.span(match.start, match.end), rule)
    value: Moment | None = match.value
    if value is None:
        return Found(rank, evidence, mask=match.mask)
    if hours is None or isinstance(value, datetime):
        return Found(rank, evidence, value)
    hour = hours.first if rule.startswith("schedule.documents_from") else hours.last
    beside = document.evidence(flow.span(hours.start, hours.end), rule)
    return Found(rank, evidence, datetime.combine(value, hour.replace(second=0), _BEIJING), beside=beside)


def _published_elsewhere(document: Document) -> Iterable[Found[Moment]]:
    """A day alone on a line: at the top of a copy, or as the signature at the end."""
    content = [block for block in document.content if block.cell is None]
    for block in content[:_TOP]:
        yield from _lone_day(document, block, 4)
        yield from _leading_day(document, block)
    for block in reversed(content[max(3, len(content) - _TAIL) :]):
        found = list(_lone_day(document, block, 5)) or list(_signed_day(document, block))
        if found:
            yield from found
            return


def _lone_day(document: Document, block: Block, rank: int) -> Iterable[Found[Moment]]:
    if _ON_ITS_OWN.match(block.flow.text) or block.flow.text.startswith("[发布:"):
        found = _moments(document, block.flow, rank, "schedule.published.alone")
        yield from (f for f in found[:1] if f.value is not None)


def _leading_day(document: Document, block: Block) -> Iterable[Found[Moment]]:
    """A page's own line: 2026年03月05日 16:20 来源:…【打印】, or a name and a day."""
    text = block.flow.text
    said = _SAID_PUBLISHED.search(text)
    if said and len(text) <= 80:
        yield from _readable(_moments(document, block.flow.slice(*said.span()), 4, "schedule.published.page"))[:1]
        return
    if len(text) > 80 or not _PAGE_LINE.match(text):
        return
    yield from _readable(_moments(document, block.flow, 4, "schedule.published.page"))[:1]


def _signed_day(document: Document, block: Block) -> Iterable[Found[Moment]]:
    """A signature and its day in one line: 某某局2025年3月1日."""
    text = block.flow.text
    if re.search(r"[。;]\d{4}年\d{1,2}月\d{1,2}日$", text):
        start = re.search(r"[。;](?=\d{4}年\d{1,2}月\d{1,2}日$)", text)
        yield from _readable(
            _moments(document, block.flow.slice(start.end() if start else 0, len(text)), 5, "schedule.published.end")
        )
        return
    if len(text) > 60 or ":" in text:
        return
    moments = find_moments(text)
    if (
        moments
        and moments[-1].end == len(text)
        and moments[-1].value is not None
        and not re.search(r"\d|[,。;至]", text[: moments[-1].start])
    ):
        match = moments[-1]
        yield Found(5, document.evidence(block.flow.span(match.start, match.end), "schedule.published.signature"), match.value)


def published_day(schedule: Schedule) -> date | None:
    """Give the day of publication where it is known."""
    value = schedule.published.value
    return value.date() if isinstance(value, datetime) else value
