"""Working days by the official calendar: public holidays and the days worked in exchange."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache, lru_cache


@lru_cache(maxsize=4096)
def _official(day: date) -> bool | None:
    """Ask the published calendar; None for years that it does not hold."""
    # Imported here: ``import tender_kit`` stays light, and only periods in working days need the table.
    import chinese_calendar  # type: ignore[import-untyped]  # ships no type hints

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def is_provisional(day: date) -> bool:
    """Tell whether the holidays of that year are not (yet) in the table, so that only weekends count.

    >>> is_provisional(date(2025, 1, 1)), is_provisional(date(2050, 1, 1))
    (False, True)
    """
    return _official(day) is None


def is_workday(day: date) -> bool:
    """Tell whether a day is a working day; from Monday to Friday in provisional years.

    >>> is_workday(date(2025, 9, 28)), is_workday(date(2025, 10, 1))  # a Sunday worked in exchange, National Day
    (True, False)
    """
    known = _official(day)
    return day.weekday() < 5 if known is None else known


def add_workdays(day: date, n: int) -> date:
    """Give the ``n``-th working day after (before, where negative) a day, which is itself not counted.

    Source of the counting: 财政部令第87号 art. 85.

    >>> add_workdays(date(2025, 9, 26), 5)
    datetime.date(2025, 10, 10)
    """
    step = timedelta(days=1 if n >= 0 else -1)
    left = abs(n)
    while left:
        day += step
        left -= is_workday(day)
    return day


def workdays_between(a: date, b: date) -> int:
    """Count the working days after ``a`` up to and with ``b``; negative where ``b`` is before ``a``.

    >>> workdays_between(date(2025, 2, 14), date(2025, 2, 21))
    5
    """
    return _weekdays(b) - _weekdays(a) + _exceptions(b) - _exceptions(a)


def _weekdays(day: date) -> int:
    """Count Mondays to Fridays from 1 January of year 1, a Monday, to a day: never day by day, notices say 9999年."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)


def _exceptions(day: date) -> int:
    """Count what the calendar adds to the weekdays up to a day, and takes off them."""
    extra, free = _calendar()
    return bisect_right(extra, day) - bisect_right(free, day)


@cache
def _calendar() -> tuple[list[date], list[date]]:
    """List the weekend days worked in exchange and the weekdays that are free, in order."""
    import chinese_calendar

    return (
        sorted(day for day in chinese_calendar.workdays if day.weekday() >= 5),
        sorted(day for day in chinese_calendar.holidays if day.weekday() < 5),
    )
