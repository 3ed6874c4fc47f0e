"""Tables of which only the cells are left, one a line: a run of heads, then rows that a counter begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tender_kit.document.text_tables_align import align, fits, shape_of
from tender_kit.document.text_tables_grid import Found, GridSlot, Stroke
from tender_kit.vocab.columns import column_kind
from tender_kit.vocab.labels import fields_of, split_label

_LONGEST_HEAD = 24
_MOST_HEADS = 16
_MOST_LINES = 40
_SPARE = 3
_REGULAR = 3
_POOREST = -2
_NO_HEAD = re.compile(
    r"[:。;!?]|\([\d*]+分\)|\d{4}|^(?:[一二三四五六七八九十\d*]{1,3}|\([一二三四五六七八九十\d*]{1,3}\))[、.)]|^\("
    r"|^第[一二三四五六七八九十\d]{1,3}[章节部]|[^表]表$"  # what stands above a table: 第二章 供应商须知, 须知前附表
)
_STOPS = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}[章节部]|附件|附[:表]|注[:1]|说明:|备注:|【)"
    r"|\d{1,2}(?:\.\d{1,2})+[^\d.]|\d{1,2}[、.][^\d]"
)
_LABEL = re.compile(r"([^:。]{2,14}):")
_DATE = re.compile(r"[\d*]{4}年[\d*]{1,2}月[\d*]{1,2}日")
_POINTED = re.compile(r"\([\d*]+分\)$")
_SUM = re.compile(r"合计|总计|小计|总分|合计金额|总价|总得分")
_MERGED = {"group", "industry", "lot", "lot_name"}


@dataclass(frozen=True, slots=True)
class _Head:
    """The heads: their strokes ``first..last``, their kinds, and which column counts the rows."""

    first: int
    last: int
    kinds: tuple[str | None, ...]
    counter: int


def find_flat_table(strokes: Sequence[Stroke], at: int) -> Found | None:
    """Find the table whose first head is this stroke."""
    kind = column_kind(strokes[at].text)
    if kind is None or _NO_HEAD.search(strokes[at].text):
        return None
    head = _head(strokes, at)
    if head is None:
        return None
    rows = _rows(strokes, head)
    if not rows or not _convincing(strokes, head, rows):
        return None
    last = max(b for row in rows for _, b in row) - 1
    return Found("flat", at, last, _grid(strokes, head, rows))


# ---------------------------------------------------------------- heads


def _head(strokes: Sequence[Stroke], at: int) -> _Head | None:
    """Read heads up to the line before the first counter; with a column in front of it, up to the last known head."""
    kinds: list[str | None] = []
    counter = -1
    for number in range(at, min(len(strokes), at + _MOST_HEADS + 1)):
        text = strokes[number].text
        if counter >= 0 and _order(text) == 1 and len(kinds) - counter >= 2:
            return _checked(_Head(at, number - 1, tuple(kinds), counter), strokes)
        if len(text) > _LONGEST_HEAD or _NO_HEAD.search(text):
            return _behind_group(strokes, at, kinds, counter, number)
        kind = column_kind(text)
        if kind in ("number", "lot") and counter < 0:
            counter = len(kinds)
        kinds.append(kind)
    return None


def _behind_group(strokes: Sequence[Stroke], at: int, kinds: list[str | None], counter: int, number: int) -> _Head | None:
    """A counter that is not the first column: the group that opens the first row stands before the first counter."""
    if counter < 1 or number + 1 >= len(strokes) or _order(strokes[number + 1].text) != 1:
        return None
    return _checked(_Head(at, number - 1, tuple(kinds), counter), strokes)


def _checked(head: _Head, strokes: Sequence[Stroke]) -> _Head | None:
    """Trim a group that was taken for a head, and ask for known heads: three columns, two of them known."""
    kinds = list(head.kinds)
    last = head.last
    while head.counter > 0 and kinds and kinds[-1] is None and len(kinds) > head.counter + 2:
        kinds.pop()
        last -= 1
    known = sum(kind is not None for kind in kinds)
    if len(kinds) < 3 or known < 2 or len(kinds) > _MOST_HEADS:
        return None
    return _Head(head.first, last, tuple(kinds), head.counter)


def _order(text: str) -> int | None:
    """Read a counter: 1 for ``1``, ``01``, ``一``, ``(1)``; 0 for a masked one; None for other text."""
    bare = text.strip("().、 ")
    if not bare or len(bare) > 5:
        return None
    if bare.isdecimal():
        return int(bare) if len(bare) <= 3 else None
    if set(bare) == {"*"} and len(bare) <= 2:
        return 0
    if bare[0] in "一二三四五六七八九十" and all(sign in "一二三四五六七八九十" for sign in bare):
        return _chinese(bare)
    head, _, tail = bare.partition("-")
    return int(tail) if head.isdecimal() and tail.isdecimal() else None


def _style(text: str) -> tuple[bool, bool, bool, bool]:
    """How a counter is written; the counters of one column are written alike, so that 03 does not follow 2."""
    bare = text.strip("().、 ")
    return text.startswith("0"), "-" in text, text.startswith("("), bare.isdecimal()


def _chinese(text: str) -> int:
    digits = "一二三四五六七八九"
    tens, _, ones = text.partition("十") if "十" in text else ("", "", text)
    value = (digits.find(tens) + 1 if tens else 1) * 10 if "十" in text else 0
    return value + (digits.find(ones) + 1 if ones else 0)


# ---------------------------------------------------------------- rows

Runs = list[tuple[int, int]]
"""For each column the strokes ``a..b`` (half open) of a row's cell."""


def _rows(strokes: Sequence[Stroke], head: _Head) -> list[Runs]:
    """Cut what follows the heads into rows, each from one counter to the next."""
    start = head.last + 1
    rows: list[Runs] = []
    if head.counter:
        while start < len(strokes) and _order(strokes[start].text) != 1:
            start += 1
            if start - head.last > head.counter + 1:
                return []
    before: Runs = _columns(strokes, (head.last + 1, start), head.kinds[: head.counter])
    number = 1
    while start < len(strokes):
        row, behind = _row(strokes, head, start, number)
        if row is None:
            break
        own = head.kinds[head.counter + 1 :]
        rows.append([*before, (start, start + 1), *row[: len(own)]])
        before = row[len(own) :] if behind is not None else []
        if behind is None:
            break
        start, number = behind, number + 1
    return rows


def _columns(strokes: Sequence[Stroke], run: tuple[int, int], kinds: Sequence[str | None]) -> Runs:
    texts = [strokes[number].text for number in range(*run)]
    return [(run[0] + a, run[0] + b) for a, b in align(texts, kinds)[1]] if kinds else []


def _row(strokes: Sequence[Stroke], head: _Head, start: int, number: int) -> tuple[Runs | None, int | None]:
    """Read the cells behind a counter and, if there is a next row, where its counter stands.

    Of the lines that could be the next counter the one counts that lets the cells fit their heads best;
    what stands before it is shared between this row and the columns in front of the next counter.
    """
    own = head.kinds[head.counter + 1 :]
    stop = _stop(strokes, start)
    limit = min(stop, start + 2 + 3 * len(own) + head.counter, len(strokes) - 1)
    style = _style(strokes[start].text)
    counters = [
        end
        for end in range(start + 2, limit + 1)
        if _order(text := strokes[end].text) in (number + 1, 0) and (_style(text) == style or (number >= 9 and text.isdecimal()))
    ]
    whole = (*own, *head.kinds[: head.counter])
    tries = [(_regular(end - start - 1, own, whole), *_laid(strokes, start, end, whole), end) for end in counters]
    extra, score, runs, end = max(tries, key=lambda t: t[0] + t[1], default=(0, -1, [], 0))
    if tries and score + extra >= (len(own) // 2 if number == 1 else _POOREST):
        return runs, end
    ends = range(start + 2, min(stop, start + 1 + len(own) + _SPARE) + 1)
    score, runs = max((_laid(strokes, start, end, own) for end in ends), key=lambda t: t[0], default=(-1, []))
    return (runs, None) if score >= len(own) // 2 else (None, None)


def _regular(count: int, own: Sequence[str | None], whole: Sequence[str | None]) -> int:
    """A counter right behind as many cells as there are heads speaks for itself, whatever a cell looks like."""
    return _REGULAR if count in (len(own), len(whole)) else 0


def _laid(strokes: Sequence[Stroke], start: int, end: int, kinds: Sequence[str | None]) -> tuple[int, Runs]:
    """Lay the strokes behind a counter under heads."""
    texts = [strokes[k].text for k in range(start + 1, end)]
    score, runs = align(texts, kinds)
    return score, [(start + 1 + a, start + 1 + b) for a, b in runs]


def _stop(strokes: Sequence[Stroke], start: int) -> int:
    """The first stroke behind a counter that cannot be a cell: a heading, a label, a date line, a sum."""
    for number in range(start + 1, min(len(strokes), start + _MOST_LINES)):
        text = strokes[number].text
        if (_is_outside(text) and number > start + 1) or _DATE.fullmatch(text) or _SUM.fullmatch(text):
            return number
    return min(len(strokes), start + _MOST_LINES)


def _is_outside(text: str) -> bool:
    """A heading, a note or a known label; a heading with points is the head of a group."""
    label = _LABEL.match(text)
    known = bool(label and fields_of(split_label(label.group(1))[0]))
    return known or bool(_STOPS.match(text) and not _POINTED.search(text))


def _convincing(strokes: Sequence[Stroke], head: _Head, rows: list[Runs]) -> bool:
    """Several counted rows, or one whose typed cells all look their part."""
    if len(rows) >= 2:
        return True
    kinds = head.kinds
    typed = [(kind, a) for kind, (a, b) in zip(kinds, rows[0], strict=False) if b - a == 1 and shape_of(kind)]
    known = sum(kind is not None for kind in kinds)
    return (
        known * 2 > len(kinds)
        and len(typed) >= 2
        and sum(fits(kind, strokes[a].text) > 0 for kind, a in typed) * 3 > len(typed) * 2
    )


# ---------------------------------------------------------------- grid


def _grid(strokes: Sequence[Stroke], head: _Head, rows: list[Runs]) -> list[list[GridSlot]]:
    """Make the slots; a group, an industry or a lot that a row lacks is the one above, which spans both."""
    columns = [_heights(rows, column, head) for column in range(len(head.kinds))]
    grid = [[GridSlot(strokes[n].start, strokes[n].end) for n in range(head.first, head.last + 1)]]
    for number, row in enumerate(rows):
        place = strokes[row[0][0]].start
        slots = []
        for column, heights in enumerate(columns):
            if heights[number] == 0:
                continue
            a, b = row[column] if column < len(row) else (0, 0)
            slots.append(GridSlot(strokes[a].start, strokes[b - 1].end, heights[number]) if a < b else GridSlot(place, place))
            place = slots[-1].end
        grid.append(slots)
    return grid


def _heights(rows: list[Runs], column: int, head: _Head) -> list[int]:
    """Rows that each cell of a column covers; 0 for a place that a cell above covers."""
    heights = [1] * len(rows)
    if head.kinds[column] not in _MERGED and column >= head.counter:
        return heights
    opened = -1
    for number, row in enumerate(rows):
        if column < len(row) and row[column][0] < row[column][1]:
            opened = number
        elif opened >= 0:
            heights[opened] += 1
            heights[number] = 0
    return heights
