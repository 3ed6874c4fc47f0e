"""Where something stands in a notice: the headings above it and the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document
from tender_kit.models.notice import Notice

_STOPS = "。；;!?！？\n\t"
_MOST = 240
_SENTENCE = re.compile(r"[^。;!?\n]+[。;!?]?")


@dataclass(frozen=True, slots=True)
class Places:
    """The blocks of a document by their place; without a document nothing but the quotes themselves."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def block(self, offset: int) -> Block | None:
        """Find the block that an offset lies in."""
        index = bisect_right(self.starts, offset) - 1
        return self.blocks[index] if 0 <= index < len(self.blocks) else None

    def path(self, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
        """Give the headings above the first quote."""
        block = self.block(evidence[0].start) if evidence else None
        return block.section.path if block else ()

    def sentence(self, evidence: tuple[Evidence, ...]) -> str:
        """Give the sentence or line around the first quote, without the blanks of its layout."""
        if not evidence:
            return ""
        first = evidence[0]
        if self.text[first.start : first.end] != first.quote:
            return " ".join(first.quote.split())
        least, most = max(0, first.start - _MOST), min(len(self.text), first.end + _MOST)
        start = max((self.text.rfind(stop, least, first.start) for stop in _STOPS), default=-1) + 1
        ends = [end for stop in _STOPS if (end := self.text.find(stop, first.end - 1, most)) >= 0]
        return " ".join(self.text[max(start, least) : min(ends, default=most) + 1].split())


def places_of(notice: Notice) -> Places:
    """Index the blocks of a notice's document."""
    document = notice.document
    text = document.text if document is not None else ""
    blocks = tuple(document.content) if isinstance(document, Document) else ()
    return Places(text, blocks, tuple(block.start for block in blocks))


def sentences_of(notice: Notice) -> Iterator[tuple[Block, Flow]]:
    """Cut the running text and the cells of a notice into sentences, headings too, without their list numbers."""
    if not isinstance(notice.document, Document):
        return
    for block in notice.document.content:
        for found in _SENTENCE.finditer(block.body.text):
            flow = block.body.slice(*found.span()).strip()
            if flow.text:
                yield block, flow


def is_covered(start: int, end: int, runs: list[tuple[int, int]]) -> bool:
    """Whether a run of text touches one of some sorted, separate runs.

    >>> is_covered(5, 8, [(0, 3), (7, 9)]), is_covered(3, 7, [(0, 3), (7, 9)])
    (True, False)
    """
    index = bisect_right(runs, (end - 1, 1 << 60)) - 1
    return index >= 0 and runs[index][1] > start


def is_within(start: int, end: int, runs: list[tuple[int, int]]) -> bool:
    """Whether a run of text lies in one of some sorted, separate runs, but for a stop at its end.

    >>> is_within(5, 8, [(0, 3), (4, 7)]), is_within(5, 9, [(0, 3), (4, 7)])
    (True, False)
    """
    index = bisect_right(runs, (start, 1 << 60)) - 1
    return index >= 0 and runs[index][1] >= end - 1


def joined_runs(evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    """Join the places of some evidence into sorted, separate runs."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted({(piece.start, piece.end) for piece in evidence}):
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return runs
