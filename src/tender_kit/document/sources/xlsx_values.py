"""What the cell of a spreadsheet shows: its stored value in the format that the sheet gives it (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

# Formats that a file may name by number alone; those of dates in a Chinese Office show year, month and day.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-m-d h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 44: '"¥"#,##0.00',
    **dict.fromkeys((15, 16, 17), "yyyy-m-d"), **dict.fromkeys((18, 19), "h:mm"),
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), 'yyyy"年"m"月"d"日"'),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
}  # fmt: skip
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].')
_PLACES = re.compile(r"[0#?](?:[0#?,]*[0#?])?(?:\.([0#?]*))?(,{0,3})")
_OWN_KIND = re.compile(r"[Ee][+-]|/|General|@")
_LONGEST_CODE = 200
_MOST_PLACES = 20
_DATE = re.compile(r"[ymdhs]|上午", re.IGNORECASE)
_EXACT = Context(prec=15, rounding=ROUND_HALF_UP)  # a sheet keeps fifteen digits: 0.1 + 0.2 is stored as 0.30000000000000004
_LONGEST = 40
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def shown(stored: str, code: str, *, is_1904: bool = False) -> str:
    """Give a number as the sheet shows it; a number that is none, or in a format of its own kind, as it is stored.

    >>> shown("1429200", '#,##0.00"元"'), shown("0.3", "0%"), shown("0.30000000000000004", "General")
    ('1,429,200.00元', '30%', '0.3')
    >>> shown("46132.395833333336", "yyyy-mm-dd hh:mm"), shown("46132", 'yyyy"年"m"月"d"日"')
    ('2026-04-20 09:30', '2026年4月20日')
    """
    try:
        number = _EXACT.create_decimal(stored)
    except InvalidOperation:
        return stored
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        return stored
    section = code[:_LONGEST_CODE].split(";")[0]
    if _DATE.search(_LITERAL.sub("", section)):
        return _day(number, section, is_1904=is_1904) or _plain(number)
    return _figure(number, section)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figure(number: Decimal, section: str) -> str:
    bare = _LITERAL.sub(lambda found: "\0" * len(found.group()), section)
    places = _PLACES.search(bare)
    if places is None or _OWN_KIND.search(bare):
        return _plain(number)
    scaled = (number * 100 if "%" in bare else number).scaleb(-3 * len(places[2]))
    text = f"{_rounded(scaled, min(len(places[1] or ''), _MOST_PLACES)):{',' if ',' in places[0].rstrip(',') else ''}f}"
    if "#" in (places[1] or ""):
        text = text.rstrip("0").rstrip(".")
    # The words around the figure are part of what is seen: 0.00"万元".
    return f"{_spoken(section[: places.start()])}{text}{_spoken(section[places.end() :])}"


def _spoken(code: str) -> str:
    return _LITERAL.sub(lambda found: found[1] or found[2] or found[3] or "", code).strip()


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=Context(prec=2 * _LONGEST + 20))


def _day(number: Decimal, section: str, *, is_1904: bool) -> str:
    """Give a day as the format writes it, Chinese or with hyphens; its time where the format shows one."""
    try:
        at = (_EPOCH_1904 if is_1904 else _EPOCH) + timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return ""
    bare = _LITERAL.sub("", section).lower()
    time = f"{at:%H:%M}" if "h" in bare else ""
    if not re.search(r"[yd]", bare) and time:
        return time
    day = f"{at.year}年{at.month}月{at.day}日" if "年" in section or "月" in section else date.isoformat(at)
    return f"{day} {time}".strip()
