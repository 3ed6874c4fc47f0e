"""Mending what page makers do to paragraphs: several in one line, or one in many lines.

Some pages come as a single line in which runs of blanks or the ordinals of the headings are all that
is left of the paragraphs; others put every inline element (a figure, a colon, 年) on a line of its own.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Callable, Iterator

from tender_kit.core.spans import Flow
from tender_kit.document.model import Block
from tender_kit.vocab.labels import fields_of, split_label

_LONG = 120
_LONGEST = 4000
_WIDE_GAP = re.compile(r"[ \t]{3,}|\t[ \t]*\t")
_HEADING_INSIDE = re.compile(
    r"(?:(?<=[。;:,. )])|(?<=[^一二三四五六七八九十第、和及至\d])(?=[一二三四五六七八九十]{1,3}、[^、]{2,20}[: ]))"
    r"(?=[一二三四五六七八九十]{1,3}[、.](?![一二三四五六七八九十]{1,3}[包、]))"
)
_BRACKET_INSIDE = re.compile(r"(?<=[。;:])(?=\([一二三四五六七八九十]{1,3}\))")


def split_paragraph(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long line at wide gaps and in front of the headings that stand inside it.

    Lines of a usual length stay whole: a gap in them is layout (``地    址``).
    """
    if end - start < _LONG:
        return [(start, end)]
    text = folded[start:end]
    cuts = sorted({*_gaps(text), *(m.start() for m in _HEADING_INSIDE.finditer(text)), *_brackets(text)})
    edges = [0, *[c for c in cuts if 0 < c < len(text)], len(text)]
    return [(start + a, start + b) for a, b in itertools.pairwise(edges)]


def _gaps(text: str) -> Iterator[int]:
    """Give the ends of wide gaps between runs that are more than the spaced-out signs of a label."""
    behind = 0
    for gap in _WIDE_GAP.finditer(text):
        left = text[behind : gap.start()].strip()
        if len(left) >= 4 or left.endswith((":", "。")):
            yield gap.end()
        behind = gap.end()


def _brackets(text: str) -> list[int]:
    """Give the places of (一) (二) …: two at least, or it is a reference."""
    places = [m.start() for m in _BRACKET_INSIDE.finditer(text)]
    return places if len(places) > 1 else []


# A line that cannot begin a paragraph, or after which none can end.
_CLOSES = re.compile(
    r"[。,;:、.)\]》」』”’%?!]|(?:年|月|日|时|分|秒)(?![\w])|(?:至|到|或|和|及|与|-|~|—)$|个?工作日|元(?=$|[/整。,;(])"
)
_OPENS = re.compile(
    r"(?:[(\[《「『“‘、,+]|并于|应于|将于|至|到|由|(?<!接)受|对|拟对|在|为|的|以|与|和|及|或|自本公告发布之日起"
    r"|[^:]不(?:得|应)?(?:[少低]于|[超高大多小]|超过|[高大多小]于)?|至[少多]|最[少多]|[≥≤])$"
)
_FIGURE_COLON = re.compile(r"\d:$")
_LABEL_AHEAD = re.compile(r"[^,。;:]{2,24}:")
_BARE_NUMBER = re.compile(r"[\d.*:,-]{1,24}$")
_UNIT_BEHIND = re.compile(r"(?:年|月|日|时|分|秒|号|个|元|万元|%|[.:、,。)]|工作日|天|/)")
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d*]{1,3}\)|\d{1,2}(?:\.\d{1,2})*[、.](?!\d)|\*{1,2}[、.](?![\d*]))"
)


def join_fragments(blocks: list[Block]) -> list[Block]:
    """Join lines that are pieces of one paragraph; cells are left alone.

    Only strong signs count: closing punctuation or 年 月 日 at the beginning of a line, an opening
    bracket or a dangling preposition at the end of the one before, a figure cut from its unit.
    """
    shredded = _is_shredded(blocks)
    joined = _join(blocks, _one_paragraph)
    return _join(joined, _goes_on) if shredded else joined


def _join(blocks: list[Block], belongs: Callable[[Block, Block], bool]) -> list[Block]:
    joined: list[Block] = []
    for block in blocks:
        if joined and belongs(joined[-1], block):
            _append(joined[-1], block)
        else:
            joined.append(block)
    return joined


def _one_paragraph(last: Block, block: Block) -> bool:
    if last.cell or block.cell or last.noise or block.noise:
        return False
    before, behind = last.flow.text, block.flow.text
    if len(before) > _LONGEST:  # each join copies the paragraph: a page of ten thousand lines that end in 至 must not
        return False
    if _spaced_label(before, behind):
        return True
    if _NUMBERED.match(behind) and len(behind) > 3:
        return False
    if before[-1:] == ":" and before[-2:-1].isdigit() and behind[0].isdigit():
        return True
    if fields_of(split_label(before)[0]) and behind[0] not in ":(":
        return False
    if _CLOSES.match(behind):
        return not (behind[0] == "、" and len(behind) > 2) and not before.endswith("。")
    if _NUMBERED.fullmatch(before) and len(before) <= 4:
        return True
    if behind.startswith("(") and not before.endswith(("。", ";")):
        return len(before) > 1 and not _heading_like(before)
    if _bracket_cut(before, behind):
        return True
    if _OPENS.search(before) and not before.endswith(":"):
        return len(before) > 4 or before in {"至", "到", "并于"} or before[-1] in "(《“["
    return _figure_cut(before, behind)


_SHRED = re.compile(r"[年月日时分秒.,:、。()/至\d]|[一二三四五六七八九十]")


def _is_shredded(blocks: list[Block]) -> bool:
    """Whether inline elements stand on lines of their own all over the page: many lines of one sign."""
    lines = [block.flow.text for block in blocks if block.cell is None and not block.noise]
    shreds = [line for line in lines if len(line) == 1 and _SHRED.match(line)]
    marks = sum(not line.isdigit() for line in shreds)
    return len(shreds) >= 8 and len(shreds) * 10 >= len(lines) and marks * 2 >= len(shreds)


def _goes_on(last: Block, block: Block) -> bool:
    """Whether a line of a shredded page goes on: neither ends a sentence nor is followed by a label or a number."""
    if last.cell or block.cell or last.noise or block.noise:
        return False
    before, behind = last.flow.text, block.flow.text
    if behind[:1].isdigit() and _FIGURE_COLON.search(before):
        return True
    if before.endswith(("。", ";", ":", "公告", "公示")) or _NUMBERED.match(behind) or _heading_like(before):
        return False
    label = _LABEL_AHEAD.match(behind)
    return not (label and fields_of(split_label(label.group()[:-1])[0])) and not fields_of(split_label(behind)[0])


def _bracket_cut(before: str, behind: str) -> bool:
    """Whether a bracket opens in one line and closes at the beginning of the next."""
    opened = before.rfind("(")
    closed = behind.find(")")
    if opened < 0 or closed < 0 or ")" in before[opened:] or "(" in behind[:closed]:
        return False
    return len(before) - opened < 40 and closed < 40


def _spaced_label(before: str, behind: str) -> bool:
    """Whether the signs of a label stand on several lines: 地 / 址:."""
    if len(before) > 2:
        return False
    label = _LABEL_AHEAD.match(before + behind)
    return bool(label and fields_of(label.group()[:-1])) or before + behind == "联系"


def _heading_like(text: str) -> bool:
    return bool(_NUMBERED.match(text)) and len(text) < 20


def _figure_cut(before: str, behind: str) -> bool:
    """Whether a figure and its unit, or two pieces of a figure, stand on two lines."""
    if _BARE_NUMBER.match(behind) and len(behind) <= 10:
        return (
            (before[-1:] in "年月日时点午晚.:起共计币为达第" or before[-1:].isdigit())
            and not _BARE_NUMBER.match(before)
            and not before.endswith(":")
        )
    return (before[-1:] == "*" or before[-1:].isdigit()) and bool(_UNIT_BEHIND.match(behind)) and len(before) > 4


def _append(last: Block, block: Block) -> None:
    last.flow = last.body = Flow(last.flow.text + block.flow.text, array("i", [*last.flow.offsets, *block.flow.offsets]))
    last.end = block.end
