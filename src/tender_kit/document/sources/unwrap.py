"""Lines of one paragraph together again, where the width of a page cut it.

Converted Word and PDF files break their paragraphs after some forty characters, in the middle of a clause
and over the page number: ``每月不少于 / 5 / 4 次`` says four times, on page five.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tender_kit.document.layout import Paragraph, indent

_ITEM = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}[章节条部篇]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d*]{1,3}[)）]"
    r"|(?:\d{1,2}\.){1,4}\d{0,2}(?![\d%])|\d{1,2}[、．)）]|[*★▲●◆■□☑①-⑳#](?!\*))"
)
_LABEL = re.compile(r"\s*(?!\d{1,2}[：:]\d)[^，。；,;（(]{2,8}[：:]")
_ENDED = re.compile(r"[。！？；：.!?;:]\s*[”’」』）)】]?\s*$")
_OPEN_END = re.compile(r"(?:[，、,（(“《]|不少于|不低于|不超过|不得|至少|不少|[于的和与及或在为至由对每≥≤]|[\d*])\s*$")
_NARROWEST, _WIDEST = 40, 130


@dataclass(frozen=True, slots=True)
class _Page:
    """What a wrapped text looks like: its width in columns, whether blank lines part its paragraphs.

    ``strict``: too few lines reach the edge to be sure of it; only an indented first line is believed.
    ``counted``: the width is one of characters, wide and narrow ones alike.
    """

    width: int
    parted: bool
    strict: bool = False
    counted: bool = False


def unwrap(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Join the lines of each paragraph by ``\\n``; over a page break the second part ``continues``.

    A text that is not wrapped, and every line that has columns, comes back as it is.
    """
    page = _measure(lines)
    if page is None:
        return list(lines)
    _mark_lone_headers(lines, page)
    joined: list[Paragraph] = []
    runs: list[list[str]] = []
    begun: list[Paragraph] = []
    full = interrupted = False
    for line in lines:
        if line.noise:
            joined.append(line)
            interrupted = True
            continue
        goes_on = bool(runs) and _goes_on(runs[-1][-1], line, page, interrupted=interrupted, wrapped=full)
        if page.strict and runs and indent(runs[-1][0]) < 4:
            goes_on = False
        full = _is_full(line.text, page) or (goes_on and full)
        if goes_on and not interrupted:
            runs[-1].append(line.text)
            continue
        line.continues = goes_on
        joined.append(line)
        begun.append(line)
        runs.append([line.text])
        interrupted = False
    for line, run in zip(begun, runs, strict=True):
        line.text = "\n".join(run)
    return joined


def _measure(lines: Sequence[Paragraph]) -> _Page | None:
    """Tell the width of the page, or None where the lines are of no common width."""
    content = [line for line in lines if not line.noise and not has_columns(line.text)]
    widths = sorted(width_of(line.text) for line in content)
    if len(widths) < 6:
        return None
    count = _most_characters(content)
    edge = count or _edge(widths)
    cut = _cut_lines(lines, _Page(edge, parted=False, counted=bool(count))) if edge else []
    if edge and len(cut) >= 3:
        parted = sum(lines[i + 1].gap == 0 for i in cut) * 2 > len(cut)
        return _Page(edge, parted=parted, counted=bool(count))
    if 56 <= widths[-1] <= _WIDEST - 30:
        return _Page(widths[-1], parted=False, strict=True)
    return None


def _most_characters(content: Sequence[Paragraph]) -> int | None:
    """Count the characters of a line where a program cut the text by number: many lines of one count, of unlike widths."""
    lengths = [len(line.text.rstrip()) for line in content]
    count = max(lengths, key=Counter(length for length in lengths if length * 2 >= _NARROWEST).__getitem__)
    full = [width_of(line.text) for line, length in zip(content, lengths, strict=True) if length == count]
    over = sum(length > count for length in lengths)
    alike = len(full) < max(5, len(lengths) // 10) or max(full) - min(full) <= 6
    return None if alike or over * 10 > len(lengths) or not _NARROWEST <= count * 2 <= _WIDEST else count


def _cut_lines(lines: Sequence[Paragraph], page: _Page) -> list[int]:
    """List the lines that reach the edge in the middle of a sentence, before one that goes on with it."""
    return [i for i in range(len(lines) - 1) if _is_full(lines[i].text, page) and _goes_on(lines[i].text, lines[i + 1], page)]


def _edge(widths: list[int]) -> int | None:
    """Find the right edge among sorted widths: the widest place where many lines end; a few may stand over."""
    for place in range(len(widths) - 1, -1, -1):
        width = widths[place]
        near = bisect_right(widths, width) - bisect_left(widths, width - 5)
        over = len(widths) - 1 - place
        if near >= max(3, len(widths) // 20) and over * 50 <= len(widths):
            return width if _NARROWEST <= width <= _WIDEST else None
        if over * 50 > len(widths):
            return None
    return None


def _goes_on(before: str, line: Paragraph, page: _Page, *, interrupted: bool = False, wrapped: bool = False) -> bool:
    """Tell whether ``line`` continues the paragraph that ends with ``before``."""
    if has_columns(before) or has_columns(line.text) or indent(before) >= 16:
        return False
    ended = bool(_ENDED.search(before))
    is_full = _is_full(before, page) or _has_no_room(before, line.text, page)
    if indent(line.text) >= 2 and not (is_full and not ended and indent(before) >= indent(line.text)):
        return False
    if _ITEM.match(line.text) and (ended or not is_full):
        return False
    if page.parted and line.gap and not interrupted:
        return False
    if _LABEL.match(line.text) and not _OPEN_END.search(before):
        return False
    if is_full and ended:  # a short line without an end is no end of a paragraph: the head of a table, cell by cell
        return page.parted and not interrupted and (_is_full(line.text, page) or bool(_ENDED.search(line.text)))
    if is_full:
        return True
    return not ended and (wrapped or interrupted) and bool(_OPEN_END.search(before))


def _mark_lone_headers(lines: Sequence[Paragraph], page: _Page) -> None:
    """Mark a centred line beside a page number that stands in the middle of a sentence."""
    for index in range(1, len(lines) - 1):
        line, before, behind = lines[index], lines[index - 1], lines[index + 1]
        if line.noise or indent(line.text) * 4 < page.width or _ENDED.search(line.text):
            continue
        if before.noise == "page_number" and not behind.noise and _is_cut(lines, index) and indent(behind.text) < 2:
            line.noise = "running_header"


def _is_cut(lines: Sequence[Paragraph], index: int) -> bool:
    before = next((lines[i].text for i in range(index - 1, -1, -1) if not lines[i].noise), "。")
    return not _ENDED.search(before) and bool(_OPEN_END.search(before))


def ends_open(text: str) -> bool:
    """Tell a line that cannot end a paragraph: it stops behind a comma, a bracket that opens, 不少于, a figure."""
    return bool(_OPEN_END.search(text))


def has_ended(text: str) -> bool:
    """Tell a line that ends a sentence, or opens what follows with a colon."""
    return bool(_ENDED.search(text))


def begins_anew(text: str) -> bool:
    """Tell a line that a number or a label opens."""
    return bool(_ITEM.match(text) or _LABEL.match(text))


def _is_full(text: str, page: _Page) -> bool:
    return len(text.rstrip()) == page.width if page.counted else width_of(text) >= page.width - 6


_WORD = re.compile(r"[0-9A-Za-z:.,%/+-]{3,24}")


def _has_no_room(before: str, after: str, page: _Page) -> bool:
    """Tell a line that ends early because the figure or the word that follows is not cut: …,下午 / 14:00至17:30."""
    word = _WORD.match(after)
    return word is not None and not page.counted and width_of(before) + len(word.group()) >= page.width - 6


def width_of(text: str) -> int:
    """Count columns: what takes two bytes in GBK takes two columns in a Chinese font."""
    return len(text.rstrip().encode("gbk", "replace"))


def has_columns(text: str) -> bool:
    """Tell a line of a table: a tab, a pipe, or wide white space inside it."""
    if "\t" in text or "|" in text:
        return True
    inner = text.strip()
    return "   " in inner or "\u3000\u3000" in inner
