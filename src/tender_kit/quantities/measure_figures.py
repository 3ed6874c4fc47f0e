"""One figure of a text: its comparator, its value, its unit; or None where it is no measure."""

from __future__ import annotations

import re
from decimal import Decimal

from tender_kit.quantities import measure_traps as traps
from tender_kit.quantities.measure_accepts import TIME_UNITS, accepted
from tender_kit.quantities.measure_grammar import ANSWERED
from tender_kit.quantities.measure_left import Figure, decide_comparator, find_left
from tender_kit.quantities.numerals import parse_number

_RHYTHM_OF = {
    "天": "day",
    "日": "day",
    "周": "week",
    "月": "month",
    "季": "quarter",
    "季度": "quarter",
    "半年": "half_year",
    "年": "year",
}


_CUT = re.compile(r"0[0-9*]")
_ANSWERED = re.compile(ANSWERED)


def read_figure(text: str, match: re.Match[str], clause: int, sentence: int, previous: Figure | None) -> Figure | None:
    """Read one match of the scan as a figure; None where it is a list number, an ordinal, a date, a bare amount."""
    start = match.start()
    # 000册 is the rest of a figure that a line break has cut, and no figure of its own.
    if traps.is_word_part(text, start, match["figure"]) or _CUT.match(match["figure"]):
        return None
    # Bounded: where figure after figure is refused, the words before each must not grow.
    item = max(clause, previous.end if previous else 0, start - 150)
    opening = _opening(text, item, start)
    unit = _unit(match)
    value, upper, mask, unit = _value(match, unit, text[item:start])
    if value is None and mask is None:
        return None
    left = find_left(text, opening if opening >= 0 else item, start)
    closes = opening >= 0 and left.begin - opening <= 2
    comparator, prefix = decide_comparator(text, match, left, previous, item, upper is not None)
    answered = _ANSWERED.match(text, match.end()) if comparator is None and unit in ("分钟", "小时") else None
    if answered:
        comparator = "at_most"
    item_start = _item_start(text, item, opening, closes, clause)
    words = text[item_start:start]
    if not accepted(text, match, unit, left, comparator, words, value, closes):
        return None
    unit, per = _compound(match, unit)
    suffix = match["suffix"] or ""
    return Figure(
        begin=min(left.begin, start),
        start=start,
        digits=match.end("figure"),
        end=answered.end() if answered else _end(text, match),
        item_start=item_start,
        comparator=comparator or "exactly",
        value=value,
        upper=upper,
        mask=mask,
        unit=match["ratio"] or unit or _inferred(words),
        per=per,
        within=suffix.strip().endswith("内") and unit in TIME_UNITS,
        closes=closes and match.end() < len(text) and text[match.end()] == ")",
        prefix=prefix,
    )


def _opening(text: str, first: int, start: int) -> int:
    """The place behind an open bracket between ``first`` and ``start``, else -1."""
    opening = text.rfind("(", first, start)
    return opening + 1 if opening >= 0 and text.find(")", opening, start) < 0 else -1


def _unit(match: re.Match[str]) -> str | None:
    """The unit; that of the upper end where both ends share it (30-40人), not a second date (1日至2026年)."""
    return "%" if match["share"] else match["first"] or match["second"]


def _value(match: re.Match[str], unit: str | None, left: str) -> tuple[Decimal | None, Decimal | None, str | None, str | None]:
    """The figure, the upper one, the mask, and the unit; powers of money stay with the unit (60 万元)."""
    figure, scale = match["figure"], match["scale"] or _shared_scale(match)
    if figure == "半":
        return Decimal("0.5"), None, None, unit
    if not figure.isascii() and not scale and unit == "元" and figure[-1:] == "万" and len(figure) > 1:
        figure, scale = figure[:-1], "万"  # 十万元
    money = scale and (unit == "元" or (unit is None and _FUNDS.search(left)))
    if money:
        unit, scale = scale + "元", ""
    if "*" in figure:
        return None, None, figure.strip(), unit
    value = Decimal(100) if match["share"] and figure == "百" else parse_number(figure + scale)
    if value is not None and scale and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    if value is not None and match["half"]:
        value += Decimal("0.5")
    upper = None
    if match["upper"] and value is not None and match["first"] in (None, match["second"]):
        upper = None if "*" in match["upper"] else parse_number(match["upper"] + ("" if money else match["scale2"] or ""))
        if upper is None or upper <= value:
            upper = None
    return value, upper, None, unit


def _shared_scale(match: re.Match[str]) -> str:
    """The power that both ends of a range share: 5-10万元 is fifty to a hundred thousand."""
    shared = match["scale2"] if match["upper"] and match["first"] is None else None
    low, high = (parse_number(match[name]) for name in ("figure", "upper")) if shared else (None, None)
    return shared or "" if low is not None and high is not None and low < high else ""


_FUNDS = re.compile(r"资金|募集|募捐|款物|筹|物资|折合|折价|价值|保额|金额|捐")


def _item_start(text: str, item: int, opening: int, closes: bool, clause: int) -> int:
    """Where the words of a figure begin: behind the comma or the figure before; inside its bracket."""
    if opening < 0:
        return item
    return opening if not closes else item


def _compound(match: re.Match[str], unit: str | None) -> tuple[str | None, str | None]:
    """人/天 is a unit; in 次/月 the second part is the rhythm."""
    compound = match["compound"]
    if not compound or unit is None:
        return unit, None
    last = compound.rsplit("/", 1)[-1]
    if unit not in ("人", "名", "元", "万元") and compound.count("/") == 1 and last in _RHYTHM_OF:
        return unit, _RHYTHM_OF[last]
    return unit + compound, None


def _end(text: str, match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip())


_COUNTED = re.compile(
    r"(次数|人数|人员|场次|场数|天数|户数|期数|例数|篇数|家数)(?:[^一-龥]{0,2}|须|应|为|达到?|不低于|不少于|≥){0,3}$"
)
_COUNTED_UNIT = {"次数": "次", "人数": "人", "人员": "人", "场次": "场", "场数": "场", "天数": "天", "户数": "户", "期数": "期"}


def _inferred(words: str) -> str | None:
    """The unit that the noun before a bare figure implies: 培训次数≥3."""
    found = _COUNTED.search(words[-14:])
    return _COUNTED_UNIT.get(found.group(1)) if found else None
