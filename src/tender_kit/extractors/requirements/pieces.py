"""A block as clauses: split where numbers run on inside it, and at sentences where it is long.

``1 主动发现 … 2 家计调查 …`` in one cell, ``一是…;二是…``, ``…证明。2、培训:…``: many portals flatten a table or a
list into one paragraph, and the clause is what a bidder answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tender_kit.core.scan import find_from
from tender_kit.core.spans import Flow

_CHINESE = "一二三四五六七八九十"
_STYLES = {
    "comma": r"(?<![\d.])(?P<comma>\d{1,2})、(?=[^\d])",
    "point": r"(?<![\d.])(?P<point>\d{1,2})[.．](?=[^\d.])",
    "bracket": r"\((?P<bracket>\d{1,2})\)(?=[^,;。、])",
    "half": r"(?<![\d(])(?P<half>\d{1,2})\)(?=[一-龥])",
    "circle": r"(?P<circle>[①-⑳])",
    "chinese": rf"(?P<chinese>[{_CHINESE}]{{1,3}})、",
    "inner": rf"\((?P<inner>[{_CHINESE}]{{1,3}})\)",
    "first": rf"第(?P<first>[{_CHINESE}])[,、:是]",
    "yes": rf"(?P<yes>[{_CHINESE}])是(?!否)",
    "bare": r"(?<![\d.*])(?P<bare>\d{1,2})(?=[一-龥])",
}
_NUMBER = re.compile("|".join(_STYLES.values()))
_FIRST = re.compile(rf"[0-9(①-⑳{_CHINESE}第]")
_STOPS = frozenset("。;:!?\n )】")
_SOFT = frozenset("。;:!?,\n")
_LONG = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of a block: its list number, what stands behind it, and the title that it begins with."""

    number: str
    flow: Flow
    title: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    style: str
    count: int


def split_pieces(flow: Flow, number: str = "", body: Flow | None = None) -> list[Piece]:
    """Split the flow of a block at the numbers inside it, then at sentences where a part is long.

    >>> from tender_kit.core.spans import make_flow
    >>> [p.number for p in split_pieces(make_flow("1、建档:不少于20份。2、培训:全年2次。", 0))]
    ['1、', '2、']
    """
    flow = body if body is not None else flow
    marks = _marks(flow)
    pieces: list[Piece] = []
    bounds = [*(m.start for m in marks), len(flow.text)]
    if bounds[0] > 0:
        pieces += _sentences(flow.slice(0, bounds[0]), number)
    for mark, behind in zip(marks, bounds[1:], strict=True):
        pieces += _sentences(flow.slice(mark.end, behind), flow.text[mark.start : mark.end])
    return pieces


def _marks(flow: Flow) -> list[_Mark]:
    """The numbers that begin items: those that count up, each at a place where an item can begin."""
    found: dict[str, list[list[_Mark]]] = {}
    for match in find_from(_FIRST, _NUMBER, flow.text):
        style = match.lastgroup or ""
        if not _begins(flow, match.start(), style):
            continue
        mark = _Mark(match.start(), match.end(), style, _count(match[style]))
        runs = found.setdefault(style, [])
        if mark.count == 1:
            runs.append([mark])
        elif runs and runs[-1][-1].count == mark.count - 1:
            runs[-1].append(mark)
    least = {"bare": 3}
    kept = [mark for style, runs in found.items() for run in runs if len(run) >= least.get(style, 2) for mark in run]
    return sorted(kept, key=lambda m: m.start)


def _begins(flow: Flow, start: int, style: str) -> bool:
    """Whether an item can begin here: at the start, behind a stop, or behind a blank of the layout."""
    if start == 0:
        return True
    before = flow.text[start - 1]
    blank = flow.is_parted(start)
    if style == "bare":
        return blank
    if style in ("first", "yes", "circle"):
        return before in _SOFT or blank
    return before in _STOPS or blank


def _count(digits: str) -> int:
    if digits.isascii():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _CHINESE.find(digits) + 1
    return (_CHINESE.find(tens) + 1 if tens else 1) * 10 + (_CHINESE.find(ones) + 1 if ones else 0)


_SENTENCE = re.compile(r"[^。!?\n]+[。!?\n]*")
_TITLE = re.compile(r"^([^,;。:\d]{2,16})[:。](?=.)")


def _sentences(flow: Flow, number: str) -> Iterator[Piece]:
    """Give a part whole where it is short, else sentence by sentence; all keep the title of the part."""
    found = _TITLE.match(flow.text)
    title = found.group(1) if found else ""
    spans = [(0, len(flow.text))] if len(flow.text) <= _LONG else [match.span() for match in _SENTENCE.finditer(flow.text)]
    for start, end in spans:
        sentence = flow.slice(start, end).strip(" \n\t")
        if len(sentence.text.rstrip("。;,、:")) > 1:
            yield Piece(number, sentence, title)
