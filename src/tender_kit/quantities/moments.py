"""Days and times: ``2025年2月25日(星期二)上午9:30``, ``2025-02-21``, ``二〇二五年三月十五日``; and ranges of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tender_kit.quantities.clock import BEIJING, SEPARATOR, at_clock, clock, find_daily_window, read_clock
from tender_kit.quantities.masks import fits
from tender_kit.quantities.numerals import parse_number

__all__ = [
    "BEIJING",
    "MomentMatch",
    "TimeSpan",
    "as_day",
    "find_daily_window",
    "find_moments",
    "find_spans_of_time",
    "fits_moment",
    "parse_vague_end",
]


@dataclass(frozen=True, slots=True)
class MomentMatch:
    """A day or a time (+08:00); ``mask`` as written where digits are hidden; both None for a day that does not exist."""

    start: int
    end: int
    value: date | datetime | None
    mask: str | None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Two ends in time; an end that the text leaves open is None."""

    start: int
    end: int
    first: MomentMatch | None
    last: MomentMatch | None


_S = r"\s{0,3}"
_ZERO = "零〇○Oo0"
_CN = "一二三四五六七八九"
_YEAR = (
    r"(?:[12*#][0-9*#]{3}|[0-9*#]{1,3}[*#]|[*#][0-9*#]{1,3}"
    rf"|二[{_ZERO}][{_ZERO}{_CN}]{{2}}|一九[{_ZERO}{_CN}]{{2}})"
)
_PART = r"(?:[0-9*#]{1,2}|[一二三四五六七八九十廿]{1,3}|元(?=\s{0,3}月))"
_WEEKDAY = r"(?:\(?\s?(?:星期|周|礼拜)\s?[一二三四五六日天*]\s?\)?)?"
_GLUE = rf"{_S}{_WEEKDAY}{_S}(?:\(?北京时间\)?)?{_S}(?:[T:]|,(?=[^,。;至到~—-]{{4,14}}(?:$|[^0-9:至到~—-])))?{_S}"
_CLOCKED = rf"(?:{_GLUE}{clock('')})?"
_NEXT = r"(?![0-9*]|(?P=sep)[0-9]{1,3}(?![0-9]))|(?=[0-2][0-9]:[0-5][0-9])"
_MOMENT = re.compile(
    rf"(?:(?<![0-9*#])(?P<y1>{_YEAR}){_S}年{_S}(?P<m1>{_PART}){_S}月{_S}(?P<d1>{_PART}){_S}(?:[日号]|(?=\s[0-9]{{1,2}}\s?[:时点]))"
    rf"|(?<![0-9A-Za-z./*#])(?<![A-Za-z]-)(?P<y2>[12][0-9*#]{{3}}|[*#]{{4}})\s?(?P<sep>[-/.])\s?(?P<m2>[0-9*#]{{1,2}})\s?(?P=sep)\s?"
    rf"(?P<d2>[0-9*#]{{1,2}})(?:{_NEXT})"
    r"|(?<![0-9A-Za-z.*\[(-])(?P<y3>(?:19|20)[0-9]{2})(?P<m3>0[1-9]|1[0-2])(?P<d3>[0-2][0-9]|3[01])"
    rf"(?:(?=[0-2][0-9][0-5][0-9])(?P<h3>[0-9]{{4}})(?:[0-5][0-9])?)?(?![0-9A-Za-z.*-])){_CLOCKED}"
)
_RIGHT = re.compile(
    rf"(?:(?P<next>次年|翌年|第二年|明年)?(?:(?P<m1>{_PART}){_S}月{_S})?(?P<d1>{_PART}){_S}[日号]|(?P<m2>[0-9*#]{{1,2}})[./](?P<d2>[0-9*#]{{1,2}})(?![0-9.:])){_CLOCKED}"
)
_HOURS = re.compile(clock(""))
_UNTIL = re.compile(
    rf"{_S}(?:\([^()]{{0,10}}\))?{_S}(?:(?:起|开始|止)?{_S}[,、]?{_S}{SEPARATOR}|起{_S}(?=20[0-9]{{2}}[^,。;]{{4,16}}止)){_S}"
)
_MORE_HOURS = re.compile(rf"\s?[,、;及和]?\s?{clock('a')}\s?{SEPARATOR}\s?")
_FROM = re.compile(rf"{_S}(?:\([^()]{{0,10}}\))?{_S}(?:起|开始)")
_OPEN = re.compile(r"(?:截?至|到|截止到?)\s{0,3}$")
_STARS = re.compile(r"\s*(\*{8,10}(?:\s?\*{1,2}:\*{2}){0,2}|\*{6,10}:\*{2})\s?(?:之?前|止)?\s*")
_STARRED_HOUR = re.compile(r"(?<![0-9*])\*{6,12}:\*{2}(?![0-9*])")
_VAGUE = re.compile(rf"(?<![0-9*])(?P<y>{_YEAR}){_S}年{_S}(?:(?P<m>{_PART}){_S}月份?|年)?{_S}[底末]")


def find_moments(text: str) -> list[MomentMatch]:
    """Find days and times in a folded text, in order. Only with day, month and year: a part is no moment.

    ``24时`` is midnight of the next day; a day that does not exist has neither value nor mask.

    >>> [str(m.value) for m in find_moments("2025年2月25日(星期二)上午9:30,2025.2.21,二〇二五年三月十五日24时,2025-02-30")]
    ['2025-02-25 09:30:00+08:00', '2025-02-21', '2025-03-16 00:00:00+08:00', 'None']
    """
    if stars := _STARS.fullmatch(text):  # masks that ate the separators too: only where nothing else stands there
        return [MomentMatch(stars.start(1), stars.end(1), None, stars[1])]
    found = [_moment(text, match, _ymd(match)) for match in _MOMENT.finditer(text)]
    return found or [MomentMatch(*match.span(), None, match[0]) for match in _STARRED_HOUR.finditer(text)]


def _ymd(match: re.Match[str]) -> tuple[str, str, str]:
    for n in "123":
        if match["y" + n]:
            return match["y" + n], match["m" + n], match["d" + n]
    raise AssertionError(match)


def _moment(text: str, match: re.Match[str], ymd: tuple[str, str, str]) -> MomentMatch:
    """Turn the parts of a match (year and month perhaps of the left end of a range) into a moment."""
    start, end = match.span()
    groups = match.groupdict()
    if any("*" in (part or "") or "#" in (part or "") for part in (*ymd, groups["hour"], groups["min"], groups["mi2"])):
        return MomentMatch(start, end, None, text[start:end])
    day = _day(*ymd)
    value: date | datetime | None = day
    hour3 = groups.get("h3")
    if day and (groups["hour"] or hour3):
        hms = (int(hour3[:2]), int(hour3[2:]), 0) if hour3 else read_clock(match, "")
        value = at_clock(datetime.combine(day, time()), hms) if hms and hms[0] <= 24 else None
    return MomentMatch(start, end, value, None)


def _day(year: str, month: str, day: str) -> date | None:
    for zero in _ZERO[3:]:
        year = year.replace(zero, "〇") if not year.isdecimal() else year
    figures = [parse_number(part) for part in (year, month.replace("元", "一"), day)]
    try:
        return date(*(int(figure) for figure in figures if figure is not None))
    except (ValueError, TypeError, OverflowError):
        return None


def find_spans_of_time(text: str) -> list[TimeSpan]:
    """Find ranges of time: two moments, the right one perhaps without year or month, or one open end.

    Hours behind the right day count as its outer bound. A right end before its left one has no value.

    >>> [(str(s.first.value), str(s.last.value)) for s in find_spans_of_time("2023年2月1日至12月31日")]
    [('2023-02-01', '2023-12-31')]
    >>> [(s.first, str(s.last.value)) for s in find_spans_of_time("/至2021年07月15日")]
    [(None, '2021-07-15')]
    >>> [str(s.last.value) for s in find_spans_of_time("2016年7月12日9:00-11:30至2016年7月14日9:00-17:00")]
    ['2016-07-14 17:00:00+08:00']
    """
    spans: list[TimeSpan] = []
    moments = find_moments(text)
    used = -1
    for n, left in enumerate(moments):
        if left.start < used:
            continue
        right = _right_end(text, left, moments[n + 1] if n + 1 < len(moments) else None)
        if right is not None:
            right = _last_day(text, _last_hour(text, right), moments)
            spans.append(TimeSpan(left.start, right.end, left, right))
            used = right.end
        elif _FROM.match(text, left.end):
            spans.append(TimeSpan(left.start, left.end, left, None))
        elif _OPEN.search(text, max(0, left.start - 8), left.start):
            spans.append(TimeSpan(left.start, left.end, None, left))
    return spans


def _right_end(text: str, left: MomentMatch, following: MomentMatch | None) -> MomentMatch | None:
    until = _UNTIL.match(text, left.end)
    if until is None:
        return None
    if following is not None and following.start == until.end():
        return following
    part = _RIGHT.match(text, until.end())
    if part is not None:
        return _completed(text, left, part)
    return _hour_end(text, left, until.end())


def _completed(text: str, left: MomentMatch, part: re.Match[str]) -> MomentMatch:
    """Give the right end the year (and month) of the left one."""
    month, day = part["m1"] or part["m2"], part["d1"] or part["d2"]
    year = str(left.value.year + bool(part["next"])) if left.value else "****"
    if month is None:
        month = str(left.value.month) if left.value else "**"
    right = _moment(text, part, (year, month, day))
    backwards = left.value is not None and right.value is not None and as_day(right.value) < as_day(left.value)
    return replace(right, value=None) if backwards else right


def _hour_end(text: str, left: MomentMatch, position: int) -> MomentMatch | None:
    """Read a bare time of day as the end on the same day: ``2月25日9:00-11:30``."""
    hours = _HOURS.match(text, position)
    if hours is None or (left.mask is None and not isinstance(left.value, datetime)):
        return None
    start, end = hours.span()
    if left.mask is not None or "*" in hours.group():
        return MomentMatch(start, end, None, text[start:end])
    assert isinstance(left.value, datetime)
    midnight = datetime.combine(left.value.date(), time())
    for half in (None, "下午"):  # 下午2:00-5:00: the right end may leave the half of the day out
        hms = read_clock(hours, "", half)
        value = at_clock(midnight, hms) if hms else None
        if value is not None and value >= left.value:
            return MomentMatch(start, end, value, None)
    return MomentMatch(start, end, None, None)


def _last_hour(text: str, right: MomentMatch) -> MomentMatch:
    """Move a right end with opening hours to its outer bound: ``…至2月21日9:00-11:30,13:30-17:00``."""
    for _ in range(4):
        until = _UNTIL.match(text, right.end) or _MORE_HOURS.match(text, right.end)
        later = _hour_end(text, right, until.end()) if until else None
        if later is None or later.value is None:
            return right
        right = replace(later, start=right.start)
    return right


def _last_day(text: str, right: MomentMatch, moments: list[MomentMatch]) -> MomentMatch:
    """Go on to the last day where the hours of the first stand between: ``7月12日9:00-11:30至7月14日9:00-11:30``."""
    until = _UNTIL.match(text, right.end)
    later = next((moment for moment in moments if until and moment.start == until.end()), None)
    if later is None or later.value is None or right.value is None or as_day(later.value) <= as_day(right.value):
        return right
    return _last_hour(text, later)


def as_day(moment: date | datetime) -> date:
    """Give the day of a moment.

    >>> as_day(datetime(2025, 2, 25, 9, 30))
    datetime.date(2025, 2, 25)
    """
    return moment.date() if isinstance(moment, datetime) else moment


def parse_vague_end(text: str) -> date | None:
    """Give the last day that a wording like ``2022年11月底前`` or ``2022年底`` allows; None where there is none.

    >>> parse_vague_end("2022年11月底前"), parse_vague_end("2022年11月前")
    (datetime.date(2022, 11, 30), None)
    """
    match = _VAGUE.search(text)
    first = _day(match["y"], match["m"] or "12", "1") if match and "*" not in match.group() else None
    return first and first.replace(day=monthrange(first.year, first.month)[1])


def fits_moment(mask: str, moment: date | datetime) -> bool:
    """Tell whether a moment can be what a masked one hides; the shape must show as many parts as the moment has.

    >>> fits_moment("****年**月**日", date(2025, 2, 25)), fits_moment("**********", date(2025, 2, 25))
    (True, True)
    """
    shape = "".join(mask.split())
    if set(shape) <= set("*#"):
        return len(shape) == 10 and not isinstance(moment, datetime)
    return any(_fits_parts(shape, parts) for parts in _parts(moment))


def _parts(moment: date | datetime) -> Iterator[list[int]]:
    day = [moment.year, moment.month, moment.day]
    if not isinstance(moment, datetime):
        yield day
        return
    hours = [moment.hour, moment.minute, moment.second]
    yield from ([*day, *hours[:n]] for n in (1, 2, 3) if not any(hours[n:]))
    if not any(hours):  # midnight may be written as 24 o'clock of the day before
        before = moment - timedelta(days=1)
        yield from ([before.year, before.month, before.day, *[24, 0, 0][:n]] for n in (1, 2, 3))


def _fits_parts(shape: str, parts: list[int]) -> bool:
    groups = re.findall(r"[0-9*#]+", shape)
    if len(groups) != len(parts):
        return False
    return all(
        group == str(part) or fits(group, f"{part:0{len(group)}d}") or group == f"{part:02d}"
        for group, part in zip(groups, parts, strict=True)
    )
