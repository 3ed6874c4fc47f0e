"""Times of day: ``9时30分``, ``09:30:00``, ``下午2:30``, ``24时``, and the hours of a day on which something is open."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta, timezone
from itertools import islice
from typing import NamedTuple

from tender_kit.quantities.numerals import parse_number

BEIJING = timezone(timedelta(hours=8))
"""The one zone of all notices; China keeps no daylight saving time."""

_HALVES = "上午|下午|早上|早晨|清晨|凌晨|中午|正午|傍晚|晚上|晚间|晚|夜间|AM|PM|am|pm"
_LATE = frozenset(("下午", "傍晚", "晚上", "晚间", "晚", "夜间", "PM", "pm"))
_HALF_PAST = 30
_CN = "[零〇一二三四五六七八九十]{1,3}"
SEPARATOR = r"(?:[-—–─~]{1,3}|截?至|到)"
"""Fragment: what stands between the two ends of a range."""


def clock(name: str) -> str:
    """Make the fragment of a time of day, with groups ``name`` + ``half``, ``hour``, ``min``, ``sec``."""
    return (
        rf"(?:(?P<{name}half>{_HALVES})\s{{0,2}}:?\s{{0,2}})?(?P<{name}hour>[0-9*#]{{1,2}}|{_CN})\s{{0,2}}"
        rf"(?:(?:点钟|[时点](?![间候段刻代之效位]))(?:\s{{0,2}}(?P<{name}min>[0-9*#]{{1,2}}|{_CN}|半)(?:\s{{0,2}}分|(?![0-9])))?"
        rf"(?:\s{{0,2}}(?P<{name}sec>[0-9*#]{{1,2}})\s{{0,2}}秒|\s?整)?"
        rf"|:\s{{0,2}}(?P<{name}mi2>[0-9*#]{{2}})(?:\s{{0,2}}:\s{{0,2}}(?P<{name}se2>[0-9*#]{{2}}))?(?![0-9:])(?:\s?[分时](?![间候段刻代之效位]))?)"
    )


_RANGE = re.compile(rf"(?:(?<![0-9:.年月-])|(?=[上下中]午|晚)){clock('a')}\s{{0,2}}{SEPARATOR}\s{{0,2}}{clock('b')}")


def read_clock(match: re.Match[str], name: str, inherited: str | None = None) -> tuple[int, int, int] | None:
    """Read hour (0 to 24), minute and second; None where masked or impossible.

    ``inherited`` is the half of the day of the left end of a range: ``下午2:00-5:00``.
    """
    half = match[name + "half"] or inherited
    written = (match[name + "hour"], match[name + "min"] or match[name + "mi2"], match[name + "sec"] or match[name + "se2"])
    if any(part and ("*" in part or "#" in part) for part in written):
        return None
    hour, minute, second = (_figure(part) for part in written)
    if hour is None or minute is None or second is None:
        return None
    if (half in _LATE and hour < 12) or (half in ("中午", "正午") and hour < 10):
        hour += 12
    elif half == "凌晨" and hour == 12:
        hour = 0
    whole_day = hour == 24 and minute == second == 0
    return (hour, minute, second) if whole_day or (hour < 24 and minute < 60 and second < 60) else None


def _figure(text: str | None) -> int | None:
    if not text:
        return 0
    value = _HALF_PAST if text == "半" else parse_number(text)
    return None if value is None else int(value)


def at_clock(day: datetime, hms: tuple[int, int, int]) -> datetime | None:
    """Set a time on a day (given at midnight); 24:00 is midnight of the next day. None beyond the calendar.

    >>> at_clock(datetime(2025, 2, 28), (24, 0, 0)).isoformat()
    '2025-03-01T00:00:00+08:00'
    """
    try:
        return day.replace(tzinfo=BEIJING) + timedelta(hours=hms[0], minutes=hms[1], seconds=hms[2])
    except OverflowError:
        return None


class DailyWindow(NamedTuple):
    """The outer bounds of the hours of a day, and where in the text they stand."""

    first: time
    last: time
    start: int
    end: int


def find_daily_window(text: str) -> DailyWindow | None:
    """Give the outer bounds of the hours of a day; None where the text states no range of hours.

    The end of a day (``24:00``) is given as 23:59:59, its last second.

    >>> find_daily_window("每天上午9:00至11:30,下午13:30至17:00(北京时间)")
    DailyWindow(first=datetime.time(9, 0), last=datetime.time(17, 0), start=2, end=28)
    """
    ends: list[tuple[int, int, int]] = []
    places: list[int] = []
    for match in islice(_RANGE.finditer(text), 20):
        first = read_clock(match, "a")
        last = read_clock(match, "b")
        if first and last and last < first:  # 下午2:00-5:00: the right end is in the same half of the day
            last = read_clock(match, "b", match["ahalf"])
        if first and last and first <= last:
            ends += [first, last]
            places += match.span()
    if not ends:
        return None
    first, last = min(ends), max(ends)
    closing = time(23, 59, 59) if last[0] == 24 else time(*last)
    return DailyWindow(time(*first), closing, min(places), max(places))
