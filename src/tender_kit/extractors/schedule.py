"""Days and hours: publication, documents on offer, deadline, opening, notice period."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from tender_kit.core.model import Moment
from tender_kit.core.readings import Reading
from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document, Pair
from tender_kit.extractors.corrections import corrected_pairs, stale_runs
from tender_kit.extractors.prose import announced_deadlines, announced_openings, openings_at_deadline
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.schedule_labels import fields_by_words, fields_of_note, is_of_other_matter, topic_of
from tender_kit.extractors.schedule_moments import read_moments, readable
from tender_kit.extractors.schedule_period import find_notice_period
from tender_kit.extractors.schedule_published import TAIL, TOP, published_on_the_page
from tender_kit.models.notice import Schedule
from tender_kit.models.values import NoticeKind
from tender_kit.quantities.clock import DailyWindow
from tender_kit.quantities.masks import fits
from tender_kit.quantities.moments import MomentMatch, find_daily_window, find_spans_of_time

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
# 采购公告日期 in the notice of a result is the day of the notice before it.
_INVITING = frozenset((NoticeKind.TENDER, NoticeKind.PREQUALIFICATION, NoticeKind.INTENTION, NoticeKind.REQUIREMENTS))
_FIRST_NOTICE = re.compile(r"(?:采购|招标|磋商|谈判|询价|比选)公告(?:发布)?(?:日期|时间)$")


def _whole_label(document: Document, pair: Pair) -> str:
    """A label with the word before it: 磋商|公告发布日期 is known by its end alone."""
    return document.folded[max(0, pair.label_span.start - 4) : pair.label_span.end]


def extract_schedule(document: Document, kind: NoticeKind) -> Schedule:
    """Read the schedule; a combined label (截止及开标时间) gives both moments."""
    places: dict[str, list[Found[Moment]]] = {
        name: [] for name in ("published", "documents_from", "documents_until", "questions_until", "bid_deadline", "opening")
    }
    stale = stale_runs(document, kind)
    fresh = corrected_pairs(document) if kind is NoticeKind.CORRECTION else []
    for rank, pairs in ((0, fresh), (2, document.pairs)):
        for pair in pairs:
            is_older = kind not in _INVITING and _FIRST_NOTICE.search(_whole_label(document, pair))
            if not is_older and (not pair.value.text or not _is_stale(pair.value, stale)):
                _from_pair(document, pair, rank, places)
    for flow in announced_deadlines(document):
        if not _is_stale(flow, stale):
            places["bid_deadline"].extend(readable(read_moments(document, flow, 4, "schedule.bid_deadline.sentence"))[:1])
    for flow in announced_openings(document):
        if not _is_stale(flow, stale):
            places["opening"].extend(readable(read_moments(document, flow, 4, "schedule.opening.sentence"))[:1])
    places["opening"].extend(_at_deadline(document, places["bid_deadline"]))
    places["published"].extend(published_on_the_page(document))
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
    if fields & {"time", "published"} and not pair.section.heading and pair.block.index < TOP and pair.label in _PAGE_TIMES:
        places["published"].extend(readable(read_moments(document, pair.value, rank, "schedule.published.page"))[:1])
    elif {"time", "published"} <= fields and not topic_of(pair.section) and pair.block.index >= len(document.blocks) - TAIL:
        places["published"].extend(readable(read_moments(document, pair.value, rank + 3, "schedule.published.end"))[:1])
    elif "time" in fields:
        _by_section(document, pair, rank, places)
    elif fields & {"published", "contract_published"} and not (
        pair.label.startswith("公示") and find_spans_of_time(pair.value.text)
    ):
        places["published"].extend(read_moments(document, pair.value, rank, f"schedule.published.{pair.form}")[:1])
    elif (fields & {"documents_time", "registration"} and ("时间" in pair.label or not _NO_WINDOW.search(pair.label))) or (
        "documents" in fields and pair.form != "heading"
    ):
        _window(document, pair, rank + ("registration" in fields), places)
    elif "documents_from" in fields:
        places["documents_from"].extend(read_moments(document, pair.value, rank, "schedule.documents_from.label")[:1])
    elif "documents_until" in fields:
        places["documents_until"].extend(read_moments(document, pair.value, rank, "schedule.documents_until.label")[:1])
    elif "questions_until" in fields:
        places["questions_until"].extend(read_moments(document, pair.value, rank, "schedule.questions_until.label")[:1])
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
    one = fields == {"opening"} or "opening" not in fields
    handing_in = "opening" not in fields | both or (one and re.search(r"报价|递交|提交|响应", pair.label))
    if window and window.last and handing_in:
        # 2026年3月27日8时30分至9时30分: the day stands with the first hour, so the whole window is quoted.
        found = _bound(document, pair.value, window.last, None, rank, "schedule.bid_deadline.window")
        whole = document.evidence(pair.value.span(window.start, window.end), found.evidence.rule)
        places["bid_deadline"].append(replace(found, evidence=whole))
        return
    for name in ("bid_deadline", "opening"):
        if name in fields or name in both:
            weaker = 0 if name in fields or "time" in pair.fields else 1
            places[name].extend(read_moments(document, pair.value, rank + weaker, f"schedule.{name}.{pair.form}")[:1])


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
        places[name].extend(read_moments(document, flow, rank, f"schedule.{name}.{pair.form}")[:1])
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


def published_day(schedule: Schedule) -> date | None:
    """Give the day of publication where it is known."""
    value = schedule.published.value
    return value.date() if isinstance(value, datetime) else value
