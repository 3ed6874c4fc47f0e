"""Numerals: ``1,429,200.00``, ``一百二十``, ``三万五``, ``二〇二五``, ``壹佰贰拾万``, ``1.5万``, ``半``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

CHINESE_DIGITS: dict[str, int] = {
    **{digit: value for value, digits in enumerate(("零〇○", "一壹弌", "二贰貳两兩弍", "三叁參叄")) for digit in digits},
    **{digit: value for value, digits in enumerate(("四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"), 4) for digit in digits},
}
"""Each Chinese digit, small, capital and traditional, and its value."""

_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_PLAIN = str.maketrans({"拾": "十", "佰": "百", "仟": "千", "萬": "万", "億": "亿", "圓": "圆", "廿": "二十", "卅": "三十"})

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""Fragment: an arabic figure, thousands set off with commas or not."""

_LETTERS = "".join(CHINESE_DIGITS) + "十百千万亿拾佰仟萬億廿卅"
CHINESE = rf"(?:[{_LETTERS}]{{1,24}}(?:点[{''.join(CHINESE_DIGITS)}]{{1,8}})?|半)"
"""Fragment: a run of Chinese numerals; not each run is a number (``parse_number`` says which).

Bounded: a document may be one run of ten thousand 一, and a pattern tries a fragment at each of them.
"""

NUMBER = rf"(?:{ARABIC}(?:亿{ARABIC}万|[百千万亿]{{1,2}})?|{CHINESE})"
"""Fragment: any numeral run, arabic (``60万`` with its power) or Chinese. To be given to ``parse_number``."""

_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3}){2,}(?:\.[0-9]+)?")
_MIXED_PART = re.compile(rf"({ARABIC})([百千万亿]{{0,2}})")
_D = "[" + "".join(CHINESE_DIGITS) + "]"
_SECTION = re.compile(rf"零?(?:({_D})千)?(?:零?({_D})百)?(?:零?({_D}?)十)?(零?)({_D})?")


def parse_number(text: str) -> Decimal | None:
    """Read a whole text as one number; None where it is none.

    A power without a digit (``百``, ``千万``) is no number: it stands in idioms more often than for
    a hundred. Digits side by side are a number only with a zero among them or four long
    (``二〇二五``): ``三四次`` means three or four.

    >>> [str(parse_number(text)) for text in ("1,429,200.00", "1.5万", "两千零五", "三万五", "二〇二五", "半", "三四")]
    ['1429200.00', '15000.0', '2005', '35000', '2025', '0.5', 'None']
    """
    text = text.strip()
    if not text or len(text) > 60:
        return None
    if text.isascii() and text.isdigit():
        return _small(text) if len(text) <= 3 else Decimal(text)
    if "0" <= text[0] <= "9":
        return _mixed(text)
    if text in ("半", "一半"):
        return Decimal("0.5")
    return _chinese(text.translate(_PLAIN))


@cache
def _small(digits: str) -> Decimal:
    """One value for all the small figures alike, of which a document has thousands."""
    return Decimal(digits)


def _mixed(text: str) -> Decimal | None:
    """An arabic figure with or without powers: ``60万``, ``5千万``, ``1亿2000万``; ``1 429 200``."""
    if _SPACED.fullmatch(text):
        return Decimal(text.replace(" ", ""))
    total, position, last = Decimal(0), 0, 10**13
    while position < len(text):
        part = _MIXED_PART.match(text, position)
        if part is None:
            return None
        power = 1
        for letter in part.group(2):
            power *= _POWERS[letter]
        if power >= last:
            return None
        total, position, last = total + Decimal(part.group(1).replace(",", "")) * power, part.end(), power
    return total


def _chinese(text: str) -> Decimal | None:
    """A number in Chinese numerals, capitals already made small."""
    whole, point, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not fraction or any(letter not in CHINESE_DIGITS for letter in fraction):
        return None
    return Decimal(f"{value}." + "".join(str(CHINESE_DIGITS[letter]) for letter in fraction))


def _whole(text: str) -> int | None:
    if all(letter in CHINESE_DIGITS for letter in text):
        return _positional(text)
    return _grouped(text, "亿万")


def _positional(text: str) -> int | None:
    """Digits side by side: ``五``, ``一〇八``, ``二〇二五``."""
    digits = [CHINESE_DIGITS[letter] for letter in text]
    if len(digits) == 1:
        return digits[0]
    if not digits or digits[0] == 0 or (0 not in digits and len(digits) < 4):
        return None
    return int("".join(map(str, digits)))


def _grouped(text: str, powers: str) -> int | None:
    """Split at 亿, then at 万, then read what is below ten thousand."""
    if not powers:
        return _section(text)
    left, power, right = text.rpartition(powers[0])
    if not power:
        return _grouped(text, powers[1:])
    above = _grouped(left, powers) if left else None
    if above is None:
        return None
    below = _tail(right, _POWERS[power], powers[1:])
    return None if below is None else above * _POWERS[power] + below


def _tail(text: str, power: int, powers: str) -> int | None:
    """What follows a power: nothing, a number, or one digit of the next lower power (``三万五``)."""
    if not text:
        return 0
    if len(text) == 1 and text in CHINESE_DIGITS:
        return CHINESE_DIGITS[text] * power // 10
    value = _grouped(text, powers)
    return value if value is not None and value < power else None


def _section(text: str) -> int | None:
    """A number below ten thousand: ``两千零五``, ``一百一十``, ``三百五`` (350), ``十五``."""
    found = _SECTION.fullmatch(text)
    if found is None or not text:
        return None
    thousands, hundreds, tens, zero, last = found.groups()
    value = _digit(thousands) * 1000 + _digit(hundreds) * 100
    if tens is not None:
        value += (_digit(tens) if tens else 1) * 10
    if last is None:
        return None if zero else value
    bare = not zero and tens is None
    scale = 10 if bare and hundreds else 100 if bare and thousands else 1
    return value + _digit(last) * scale


def _digit(letter: str | None) -> int:
    return CHINESE_DIGITS[letter] if letter else 0
