"""Whether every value is supported by its own quote: the figures of a value are read again from the words it rests on.

This is no second parser: it only asks whether the digits, the unit and the comparator that make a value stand in its
quotes at all. What it finds is a fault of the reader, not of the notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.demands import Measure, Payment, ScoreItem
from tender_kit.models.notice import Notice
from tender_kit.models.results import Item
from tender_kit.models.values import Duration, Money, Period
from tender_kit.quantities.measure_grammar import ANSWERED
from tender_kit.quantities.numerals import NUMBER, parse_number
from tender_kit.vocab.characters import simplify

_NUMBER = re.compile(NUMBER)
_BLANK = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")
# A unit may stand in the head of the column or in the label: 预算金额(万元) beside 87.5.
_SCALES = tuple(Decimal(scale) for scale in (1, 1000, 10_000, 100_000_000))
_MARKS = re.compile(r"[\W_]+")
_COMPARATORS = {
    "at_least": re.compile(
        r"(?<!不)(?:至少|≥|>=|>|以上|达|大于|超过|多于|高于|保证|满|\+|起|最少|最低|足|逾)|不[得能应可]?[少低小短]"
    ),
    "at_most": re.compile(
        rf"(?<!不)(?:低于|小于|少于|不足)|不[得能应可]?[超高大多长晚迟]|至多|最多|≤|<=|<|内|以下|前|最高|最长|限|里|{ANSWERED}"
    ),
    "about": re.compile(r"约|左右|大致|预计|余|多|近|上下"),
}


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A value whose quotes do not hold what it says."""

    path: str
    value: str
    quotes: tuple[str, ...]


def find_unsupported(notice: Notice) -> list[Unsupported]:
    """Read every known value again from its own quotes; give those that the quotes do not bear out.

    Computed values (``origin`` is ``derived``) rest on other facts and are passed over; so are values of a closed
    list (kinds, methods, yes and no), which are judgements of whole sentences.
    """
    return list(_walk(notice, ""))


def _walk(value: Any, path: str, above: str = "") -> Iterator[Unsupported]:
    if isinstance(value, Reading):
        yield from _reading(value, path)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value, start=1):
            yield from _walk(entry, f"{path}.{index}", above)
    elif isinstance(value, BaseModel):
        evidence = getattr(value, "evidence", ())
        if not _bears(value, above):
            yield Unsupported(path, _said(value), tuple(piece.quote for piece in evidence))
        for name in type(value).model_fields:
            if name not in _JUDGED:
                yield from _walk(getattr(value, name), f"{path}.{name}".removeprefix("."), _words(evidence))


# Judgements of whole sentences, and what is no value of the notice.
_JUDGED = {"document", "coverage", "findings", "source", "set_aside", "category", "kind", "method", "consortium"}


def _said(value: BaseModel) -> str:
    return " ".join(f"{name}={found}" for name, found in value if name != "evidence" and found not in (None, "", (), False))


def _reading(reading: Reading[Any], path: str) -> Iterator[Unsupported]:
    if reading.state != "known" or reading.origin == "derived":
        return
    words = _words(reading.evidence)
    if not words or not _stated(reading.value, words):
        yield Unsupported(path, str(reading.value), tuple(piece.quote for piece in reading.evidence))


def _words(evidence: Sequence[Evidence]) -> str:
    """The quotes with their layout taken out: a figure may be cut by blanks (1 429 200) or set apart by them, so both stand."""
    texts = [simplify(fold(piece.quote)) for piece in evidence]
    return "|".join((*(_BLANK.sub("", text) for text in texts), *texts))


_FREE = re.compile(r"免费|无偿|不收|不收费|零元|/")


def _stated(value: Any, words: str) -> bool:
    match value:
        case Money():
            scaled = any(number * scale == value.yuan for number in _numbers(words) for scale in _SCALES)
            return scaled or (value.yuan == 0 and bool(_FREE.search(words)))
        case Duration():
            return value.count in _numbers(words) or (value.count == 6 and "半年" in words)
        case Period():
            return _period(value, words)
        case date():
            return _moment(value, words)
        case Decimal() | int() if not isinstance(value, bool):
            return Decimal(value) in _numbers(words)
        case str() if type(value) is str:
            return _MARKS.sub("", simplify(fold(value))) in _MARKS.sub("", words)
    return True


def _numbers(words: str) -> set[Decimal]:
    """All numbers of some words, Chinese and arabic; of 1.5万 and 十万 also the 1.5 and the 10."""
    found = set()
    for match in _NUMBER.finditer(words.replace("队伍", "队")):
        found |= {parse_number(match.group()), parse_number(match.group().rstrip("万亿"))}
    found |= {Decimal(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", words)}
    return {number for number in found if number is not None}


def _moment(value: date, words: str) -> bool:
    wanted = {value.month, value.day}
    if isinstance(value, datetime) and (value.hour or value.minute):
        wanted |= {value.minute} if value.minute else set()
        hours = {value.hour, value.hour - 12 if value.hour > 12 else value.hour, 24 if value.hour == 0 else value.hour}
        if not hours & _parts(words):
            return False
    return wanted <= _parts(words)


def _parts(words: str) -> set[int]:
    """The numbers that a date may be made of; of 20250221 also its parts."""
    parts = {int(number) for number in _numbers(words) if number == number.to_integral_value()}
    for run in _DIGITS.findall(words):
        parts |= {int(run[place : place + 2]) for place in range(0, len(run) - 1, 2)} if len(run) >= 6 else {int(run)}
    return parts


def _period(value: Period, words: str) -> bool:
    ends = [end for end in (value.start, value.end) if end and not (_moment(end, words) or _whole_month(end, words))]
    if ends and not (ends == [value.end] and value.start):  # 2025年5月1日起12个月: the last day follows
        return False
    numbers = _numbers(words)
    if value.start and value.end and not ends:
        return True
    if value.days is not None:
        return value.days in numbers
    months = Decimal(value.months or 0)
    return bool({months, months / 12} & numbers) or "半" in words or _adds_up(months, numbers) or "年" in words


def _whole_month(day: date, words: str) -> bool:
    """10月底前, 2024年度: the day follows from the month or the year."""
    return day.month in _parts(words) or day.year in _parts(words)


def _adds_up(months: Decimal, numbers: set[Decimal]) -> bool:
    """1+1+1年."""
    return any(number and months % (number * 12) == 0 for number in numbers)


def _bears(value: BaseModel, above: str) -> bool:
    match value:
        case Measure():
            return _measure(value, above)
        case Payment() if value.percent is not None:
            return value.percent in _shares(_words(value.evidence))
        case ScoreItem() if value.points.value is not None and value.evidence:
            return value.points.value in _numbers(_words(value.evidence))
        case Item() if value.quantity is not None:
            return value.quantity in _numbers(_words(value.evidence))
    return True


_HALF = re.compile(r"([0-9]{1,4}|[一二三四五六七八九十两]{1,3})个半")


def _measure(measure: Measure, above: str) -> bool:
    """The figure stands in the quote; the comparator there or, where it governs a list, in the clause above."""
    words = _words(measure.evidence)
    if measure.implied or measure.value is None:
        return bool(words)
    wanted = {figure for figure in (measure.value, measure.upper) if figure is not None}
    halves = {(parse_number(found[1]) or Decimal(0)) + Decimal("0.5") for found in _HALF.finditer(words)}
    if not wanted <= _numbers(words) | _shares(words) | halves:
        return False
    pattern = _COMPARATORS.get(measure.comparator)
    return pattern is None or bool(pattern.search(words) or pattern.search(above))


def _shares(words: str) -> set[Decimal]:
    """Shares that are not written in figures: 百分之三十, 三成, 八折, 全额."""
    found = _numbers(words.replace("百分之", " ").replace("千分之", " "))
    found |= {number * 10 for number in found} | {Decimal(100)} | ({Decimal(50)} if "半" in words else set())
    return found
