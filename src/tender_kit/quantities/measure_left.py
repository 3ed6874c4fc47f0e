"""The comparator of a figure: the words to its left, those to its right, or the list that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tender_kit.quantities.measure_grammar import LEFT

Comparator = Literal["at_least", "at_most", "exactly", "about", "between"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that may be a measure. ``begin`` is where its comparator begins, ``start`` its digits.

    ``within`` marks a time limit (24小时内); ``closes`` a figure that stands alone in brackets (不低于30%);
    ``prefix`` a comparator that goes before its noun and so may govern a whole list.
    """

    begin: int
    start: int
    digits: int
    end: int
    item_start: int
    comparator: Comparator
    value: Decimal | None
    upper: Decimal | None
    mask: str | None
    unit: str | None
    per: str | None
    within: bool
    closes: bool
    prefix: Literal["", "list", "sentence"]


@dataclass(frozen=True, slots=True)
class Left:
    """The comparator found to the left: ``word`` as written, ``gap`` what stands between it and the figure."""

    comparator: Comparator | None
    begin: int
    gap: str
    word: str


_NEAR = re.compile(r"^[^\d,;。:]{0,12}$")
_FAR = re.compile(r"^[^\d,;。:]{0,48}$")
_GOVERNS = re.compile(r"^(?:应|须|需)?(?:包含|包括|含|具备|满足|有)")


def find_left(text: str, first: int, start: int) -> Left:
    """The comparator to the left of a figure: the last one, near enough to it."""
    window = text[max(first, start - 64) : start]
    base = start - len(window)
    last = next(reversed(list(LEFT.finditer(window))), None)
    if last is None:
        return _reach(window, start)
    gap, kind, word = window[last.end() :], last.lastgroup, last.group()
    if kind == "strict":
        return _strict(window, last, gap, start)
    reach = _FAR if word in ("至少", "最少", "至多", "最多") else _NEAR
    if not reach.match(gap):
        return Left(None, start, "", "")
    if kind == "about" and len(gap) > 2:
        return Left(None, start, "", "")
    comparator: Comparator = "at_least" if kind == "at_least" else "at_most" if kind == "at_most" else "about"
    return Left(comparator, base + last.start(), gap, word)


_DUTY = re.compile(r"(?:应|须|需|必须|要|均|得)(?:当)?$")


_RATE = re.compile(r"(?:率|误差|偏差)(?:应|须|需|要)?$")
_CAREER = re.compile(r"经历|经验|工作|从事|从业|服务|资格|任职")


def _strict(window: str, last: re.Match[str], gap: str, start: int) -> Left:
    """超过 and 低于 state a duty only behind 应 or 须; else they are a condition, and the figure is none."""
    # 服务期满后20日内 is a time limit, no figure that is to be reached.
    if len(gap) > 2 or (last.group() == "满" and gap.startswith(("后", "前", "之"))):
        return Left(None, start, "", "")
    if last.group() == "满":
        kind: Comparator | None = "at_least" if _CAREER.search(window) else "exactly"
        return Left(kind, start - len(gap) - 1, gap, "满" if kind == "at_least" else "?满")
    if _RATE.search(window, 0, last.start()):
        limit: Comparator = "at_most" if last.group() in ("低于", "小于", "少于") else "at_least"
        return Left(limit, start - len(gap) - len(last.group()), gap, last.group())
    if last.group() in ("超过", "高于", "大于", "多于") and _DUTY.search(window, 0, last.start()):
        return Left("at_least", start - len(gap) - len(last.group()), gap, last.group())
    return Left("exactly", start, gap, "?" + last.group())


_REACH = re.compile(r"(?:达到?|实现|保持在?|确保)(?:了)?$")


def _reach(window: str, start: int) -> Left:
    return Left("exactly", start, "", "达到") if _REACH.search(window) else Left(None, start, "", "")


def decide_comparator(
    text: str, match: re.Match[str], left: Left, previous: Figure | None, item: int, between: bool
) -> tuple[Comparator | None, Literal["", "list", "sentence"]]:
    """Decide between the words to the left, those to the right, and the list that the figure stands in."""
    suffix = (match["suffix"] or "").strip()
    if left.comparator in ("at_least", "at_most") and left.word[:1] != "?":
        return left.comparator, _prefix(left)
    if suffix.endswith("以上"):
        return "at_least", ""
    if suffix.endswith(("以下", "内")):
        return "at_most", ""
    if between:
        return "between", ""
    if suffix.endswith(("左右", "上下")) or left.comparator == "about" or match["loose"]:
        return "about", ""
    if left.comparator == "exactly":
        return "exactly", ""
    return _carried(text, previous, item, match.start())


def _prefix(left: Left) -> Literal["", "list", "sentence"]:
    if left.word in ("至少", "最少") and _GOVERNS.match(left.gap):
        return "sentence"
    return "list" if left.word in ("至少", "最少") and len(left.gap) > 1 else ""


_JOINED = re.compile(r"^[^,;。:\d]{0,16}(?:[、和及与]|配备|配)[^,;。:\d]{0,16}$")
_FIGURE_FIRST = re.compile(r"^[^,;。:\d、]{0,16}[、和及与]$")


def _carried(
    text: str, previous: Figure | None, item: int, start: int
) -> tuple[Comparator | None, Literal["", "list", "sentence"]]:
    """A comparator before a list governs its other figures: 至少包含电脑两台、桌一张; 不少于3名社工、2名护理员."""
    if previous is None or previous.comparator not in ("at_least", "at_most") or previous.within:
        return None, ""
    between = text[previous.end : start]
    if previous.prefix == "sentence" and not re.search(r"[;。)\n]", between) and len(between) <= 30:
        return previous.comparator, "sentence"
    if previous.prefix == "list" and _JOINED.match(between):
        return previous.comparator, "list"
    if previous.begin < previous.start and _FIGURE_FIRST.match(between):
        return previous.comparator, ""
    return None, ""
