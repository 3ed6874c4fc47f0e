"""Lengths of time (``5个工作日``, ``90日历天``, ``一年半``), and terms of service (``自合同签订之日起一年``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from tender_kit.quantities.clock import SEPARATOR
from tender_kit.quantities.masks import MASK
from tender_kit.quantities.moments import TimeSpan, as_day, find_moments, find_spans_of_time, parse_vague_end
from tender_kit.quantities.numerals import ARABIC, CHINESE, parse_number

TimeUnit = Literal["minute", "hour", "day", "working_day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in the unit in which it is stated; ``mask`` (asterisks and digits alone) where it is hidden."""

    start: int
    end: int
    count: Decimal | None
    unit: TimeUnit
    mask: str | None


@dataclass(frozen=True, slots=True)
class PeriodParts:
    """A term: months or days, first and last day, as far as stated; ``first`` and ``last`` tell where it stands."""

    months: int | None
    days: int | None
    start: date | None
    end: date | None
    first: int
    last: int


# What stands behind the figure. Calendar days are not working days. 年 behind a year and 月 behind the number of a
# month are dates (2025年12月): a term says 12个月. 5日 is a date unless a limit follows.
_UNITS: tuple[tuple[TimeUnit, str], ...] = (
    ("working_day", r"(?:个\s?)?(?:法定\s?)?工作\s?[日天]"),
    ("minute", r"分钟"),
    ("hour", r"(?:个\s?)?(?:小时|钟头)"),
    ("day", r"(?:个\s?)?(?:日历|自然|公历)[天日]|天(?![然气])|日(?=\s?(?:[之以]?[内前后]|期|的|[,。;、)]|$))"),
    ("week", r"(?:个\s?)?(?:星期|礼拜)(?![一二三四五六日天])|周(?![岁边末密到年转期])"),
    ("month", r"个\s?月(?!嫂)|(?<=半)月"),
    ("year", r"(?:个\s?)?(?:周年|整年|自然年|年度)|年(?![级度龄代轻幼检审末底初中终报份]|\s?[0-9*]{1,2}\s?月)"),
)
_CN = "一二两三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾"
_FIGURE = rf"{MASK}|{ARABIC}|[{_CN}]{{1,12}}|(?<![上下过大多])半(?![数径程])"
_LENGTH = re.compile(
    rf"(?<![0-9A-Za-z.第*{_CN}])(?P<figure>{_FIGURE})\s{{0,2}}(?:\(\s?(?:{ARABIC}|{MASK}|{CHINESE})\s?\)\s?)?"
    rf"(?P<half>个半(?=[月年天小]))?(?:{'|'.join(f'(?P<{unit}>{words})' for unit, words in _UNITS)})(?P<plus>半(?![年月天]))?"
)
_HALF = Decimal("0.5")


def find_durations(text: str) -> list[Length]:
    """Find lengths of time in a folded text, in order.

    Half a year is 0.5 year; days of a month (``每月5日前``) and the years and months of dates are no lengths.

    >>> [(str(x.count), x.unit) for x in find_durations("5个工作日,90日历天,一年半,12个月,半年,30日内,2025年12月5日前")]
    [('5', 'working_day'), ('90', 'day'), ('1.5', 'year'), ('12', 'month'), ('0.5', 'year'), ('30', 'day')]
    """
    return list(_lengths(text))


def _lengths(text: str) -> Iterator[Length]:
    for match in _LENGTH.finditer(text):
        unit: TimeUnit = next(unit for unit, _ in _UNITS if match[unit])
        figure = match["figure"]
        if match[unit] == "日" and text[max(0, match.start() - 1) : match.start()] in ("月", "每", "年"):
            continue
        if "*" in figure or "#" in figure:
            if unit != "year" or len(figure) < 4:
                yield Length(match.start(), match.end(), None, unit, figure)
            continue
        count = parse_number(figure)
        if count is None or (unit == "year" and count > 100):
            continue
        yield Length(match.start(), match.end(), count + (_HALF if match["half"] or match["plus"] else 0), unit, None)


_YEARLY = re.compile(r"(?<![0-9])[0-9](?:\s?\+\s?[0-9]){1,5}\s?年?(?![0-9+])")
_CALENDAR_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s?(?:年\s?)?(?:整年度?|全年度?|年度|度)(?=\s*(?:[,。;、()]|$))")
_MONTHS = re.compile(
    rf"(?<![0-9])(20[0-9]{{2}})\s?[年./]\s?([0-9]{{1,2}})\s?月?份?\s?起?\s?{SEPARATOR}\s?(?:(20[0-9]{{2}})\s?[年./]\s?)?([0-9]{{1,2}})\s?月(?!\s?[0-9])"
)
_BY = re.compile(r"\s?(?:\([^()]{0,10}\)\s?)?(?:[之以]?前|止|为止|结束)")
# 三年,合同一年一签; 期满可续签一年; 质保期两年: none of these is the term.
_NOT_TERM_BEHIND = re.compile(r"\s?(?:一[签考聘续评]|[一1]次)")
_NOT_TERM_BEFORE = re.compile(r"(?:续签|续约|续聘|延长|延续|顺延|质保|保修|缺陷责任|试用|首|每|提前|近)[^,。;]{0,5}$")


def parse_period(text: str) -> PeriodParts | None:
    """Read the term of a service; None where the text states none, or hides it.

    A term between two days has months only where they are whole. A term that starts on a stated day has
    its last day derived. Where a longer term and the dates of one year of it stand side by side, the term
    that stands first holds.

    >>> parse_period("2023年2月1日至2023年12月31日").months, parse_period("三年,合同一年一签").months
    (11, 36)
    >>> parse_period("工期100天").days, parse_period("2022年11月底前完成").end, parse_period("**个月")
    (100, datetime.date(2022, 11, 30), None)
    """
    text = text[:2000]
    spans = find_spans_of_time(text)
    between = next((span for span in spans if span.first and span.last), None)
    length = _term(text)
    dated = _between(between) if between else None
    if between and (length is None or (dated and (between.start < length.first or length.months in (None, dated.months)))):
        return dated
    if length is not None:
        return _from_start(length, spans) if length.months or length.days else None
    return _calendar_year(text) or _between_months(text) or _open_term(text, spans)


def _term(text: str) -> PeriodParts | None:
    """The length that is the term; without months and days where it is hidden."""
    if sums := _YEARLY.search(text):
        figures = [int(n) for n in re.findall("[0-9]", sums[0])]
        if "年" in sums[0] or "年" not in text:
            return PeriodParts(sum(figures) * 12, None, None, None, *sums.span())
    lengths = [x for x in _lengths(text) if x.unit in ("day", "week", "month", "year") and _may_be_term(text, x)]
    # 合同签订后30日内进场,服务期一年: a limit is the term only where no length stands without 内.
    free = [x for x in lengths if not re.match(r"\s?[之以]?[内前]", text[x.end : x.end + 3])]
    chosen = (free or lengths)[:1]
    return _as_parts(text, chosen[0], lengths) if chosen else None


def _may_be_term(text: str, length: Length) -> bool:
    behind = _NOT_TERM_BEHIND.match(text, length.end)
    return not (behind or _NOT_TERM_BEFORE.search(text, max(0, length.start - 10), length.start))


def _as_parts(text: str, length: Length, lengths: list[Length]) -> PeriodParts | None:
    end, months, days = length.end, None, None
    if length.count is not None and length.unit in ("month", "year"):
        count = length.count * (12 if length.unit == "year" else 1)
        for other in lengths:  # 1年6个月; but 一年(12个月) says the same twice
            adjacent = other.start >= length.end and text[length.end : other.start] in ("", "零", "又", " ")
            if length.unit == "year" and other.unit == "month" and adjacent and other.count:
                count, end = count + other.count, other.end
        months = int(count) if count == int(count) else None
    elif length.count is not None:
        count = length.count * (7 if length.unit == "week" else 1)
        days = int(count) if count == int(count) else None
    return PeriodParts(months, days, None, None, length.start, end)


def _between(span: TimeSpan) -> PeriodParts | None:
    first, last = (as_day(end.value) if end and end.value else None for end in (span.first, span.last))
    if first is None or last is None or last < first:
        return None
    return PeriodParts(_whole_months(first, last), None, first, last, span.start, span.end)


def _whole_months(first: date, last: date) -> int | None:
    """Count months where they are whole; to the same day a month later counts as whole too."""
    after = last + timedelta(days=1) if last < date.max else last
    months = (after.year - first.year) * 12 + after.month - first.month
    short_month = after.day == 1 and first.day > 28  # 1月31日至2月28日
    if after.day == first.day or last.day == first.day or short_month:
        return months or None
    return None


def _from_start(parts: PeriodParts, spans: list[TimeSpan]) -> PeriodParts:
    """Add the first day where one is stated (``自2025年3月1日起一年``), and the last day that follows from it."""
    span = next((s for s in spans if s.first and s.first.value and s.last is None), None)
    if span is None or span.first is None or span.first.value is None:
        return parts
    start = as_day(span.first.value)
    first, last = min(parts.first, span.start), max(parts.last, span.end)
    return PeriodParts(parts.months, parts.days, start, _last_day(start, parts), first, last)


def _last_day(start: date, parts: PeriodParts) -> date | None:
    try:
        if parts.days:
            return start + timedelta(days=parts.days - 1)
        year, month = divmod(start.year * 12 + start.month - 1 + (parts.months or 0), 12)
        return date(year, month + 1, start.day) - timedelta(days=1)
    except (ValueError, OverflowError):  # the 31st of a shorter month: not stated which day is meant
        return None


def _calendar_year(text: str) -> PeriodParts | None:
    match = _CALENDAR_YEAR.search(text)
    if match is None:
        return None
    year = int(match[1])
    return PeriodParts(12, None, date(year, 1, 1), date(year, 12, 31), *match.span())


def _between_months(text: str) -> PeriodParts | None:
    """``2025年3月至12月``: from the first day of the one to the last day of the other."""
    match = _MONTHS.search(text)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    last_year, last_month = int(match[3] or year), int(match[4])
    length = (last_year - year) * 12 + last_month - month + 1
    if not (1 <= month <= 12 and 1 <= last_month <= 12 and length > 0):
        return None
    after = date(last_year + last_month // 12, last_month % 12 + 1, 1)
    return PeriodParts(length, None, date(year, month, 1), after - timedelta(days=1), *match.span())


def _open_term(text: str, spans: list[TimeSpan]) -> PeriodParts | None:
    """A term of which only one end is stated: ``至2025年12月31日``, ``11月底前``, ``自2025年3月1日起``."""
    for span in spans:
        first, last = (as_day(end.value) if end and end.value else None for end in (span.first, span.last))
        if first or last:
            return PeriodParts(None, None, first, last, span.start, span.end)
    for moment in find_moments(text):
        if moment.value and _BY.match(text, moment.end):
            return PeriodParts(None, None, None, as_day(moment.value), moment.start, moment.end)
    end = parse_vague_end(text)
    return PeriodParts(None, None, None, end, 0, len(text)) if end else None
