"""Page numbers and running headers of texts that were once pages: what stands between two pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tender_kit.document.layout import Paragraph, indent

_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\s*(\d{1,3})\s*")
_DRESSED = re.compile(
    r"\s*(?:[-—–－·~]{1,2}\s*(\d{1,3})\s*[-—–－·~]{1,2}|第\s*(\d{1,3})\s*页(?:[\s,，/|]*共\s*\d{1,3}\s*页)?"
    r"|(\d{1,3})\s*/\s*\d{1,3}|共\s*\d{1,3}\s*页[\s,，/|]*第\s*(\d{1,3})\s*页|[Pp]age\s*(\d{1,3})(?:\s*of\s*\d{1,3})?)\s*"
)
_FEWEST_LINES = 8
_CENTRED = 10


def mark_pages(lines: Sequence[Paragraph]) -> None:
    """Mark page numbers and the lines that repeat beside them as noise, in place.

    A figure alone on a line is a page number only where such lines count upwards through the document with
    a page of text between them: tables that were copied one cell a line hold their serial numbers so.
    """
    numbers = _page_numbers(lines)
    for index in numbers:
        lines[index].noise = "page_number"
    _mark_running(lines, numbers)


def _page_numbers(lines: Sequence[Paragraph]) -> list[int]:
    dressed: list[tuple[int, int]] = []
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        text = line.text.strip()
        if len(text) > 24 or not _DIGIT.search(text):
            continue
        if found := _DRESSED.fullmatch(text):
            dressed.append((index, int(next(group for group in found.groups() if group))))
        elif (found := _BARE.fullmatch(text)) and _stands_alone(lines, index):
            bare.append((index, int(found.group(1))))
    if len(dressed) >= 2 and _counts_up(dressed):
        return [index for index, _ in dressed]
    return [index for index, _ in _paged(bare)]


def _stands_alone(lines: Sequence[Paragraph], index: int) -> bool:
    line = lines[index]
    behind = lines[index + 1].gap if index + 1 < len(lines) else 1
    return line.gap > 0 or behind > 0 or indent(line.text) >= _CENTRED


def _paged(numbers: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the run of figures that counts up by one with a page between each two."""
    best: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for number in numbers:
        if run and number[1] == run[-1][1] + 1 and number[0] - run[-1][0] >= (_FEWEST_LINES if len(run) > 1 else 1):
            run.append(number)
        elif not run or number[1] <= run[0][1]:
            run = [number]
        if len(run) > len(best):
            best = list(run)
    return best if len(best) >= 3 else []


def _counts_up(numbers: list[tuple[int, int]]) -> bool:
    steps = [later[1] - earlier[1] for earlier, later in pairwise(numbers)]
    return all(step >= 0 for step in steps) and any(step > 0 for step in steps)


def _mark_running(lines: Sequence[Paragraph], numbers: list[int]) -> None:
    """Mark headers and footers: the same short line at three page breaks or more."""
    at_breaks = {near for index in numbers for near in (index - 2, index - 1, index + 1, index + 2)}
    at_breaks |= {near for index, line in enumerate(lines) if line.gap >= 5 for near in (index - 1, index)}
    places = sorted(near for near in at_breaks if 0 <= near < len(lines) and not lines[near].noise)
    repeated = Counter(lines[near].text.strip() for near in places)
    everywhere = Counter(line.text.strip() for line in lines)
    for near in places:
        text = lines[near].text.strip()
        if len(text) <= 60 and repeated[text] >= 3 and repeated[text] == everywhere[text]:
            lines[near].noise = "running_header"
