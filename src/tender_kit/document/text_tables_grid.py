"""What the finders of tables in plain lines share: lines, slots, grids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tender_kit.core.spans import Flow, Span, make_flow

_TAG = re.compile(r"</?(?:p|br|div|span|strong|b|em|ul|li)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text: its number among the paragraphs, and its span."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GridSlot:
    """A cell where it begins; ``end == start`` for an empty one.

    ``pieces`` are its paragraphs, each the runs of text that it is made of, where the cell is no single
    run: in drawn tables the lines of neighbouring cells alternate. Empty: the cell is ``start..end``.
    """

    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1
    pieces: tuple[tuple[Span, ...], ...] = ()

    def flows(self, folded: str) -> list[Flow]:
        """Give the flows of the paragraphs of this cell; none for an empty cell."""
        if self.start >= self.end:
            return []
        paragraphs = self.pieces or ((Span(self.start, self.end),),)
        flows = [_join(folded, runs) for runs in paragraphs]
        return [flow for flow in flows if flow.text]


def _join(folded: str, runs: Sequence[Span]) -> Flow:
    """Make one flow of several runs; the break between them is layout."""
    if len(runs) == 1:
        return make_flow(folded[runs[0].start : runs[0].end], runs[0].start).strip()
    places = [place for run in runs for place in (*range(run.start, run.end), run.end)]
    text = "\n".join(folded[run.start : run.end] for run in runs)
    flow = make_flow(text, 0)
    return Flow(flow.text, [places[offset] for offset in flow.offsets]).strip()


@dataclass(frozen=True, slots=True)
class TextGrid:
    """A table in plain lines: the paragraphs ``first..last`` and its rows, each slot once, spans not spread out."""

    form: str
    first: int
    last: int
    rows: list[list[GridSlot]]


class Stroke(NamedTuple):
    """One physical line: the line of the sequence it belongs to, its span without outer blanks, its folded text."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder gives: the form, the strokes ``first..last`` it takes, the rows."""

    form: str
    first: int
    last: int
    rows: list[list[GridSlot]]


def make_strokes(lines: Sequence[Line], folded: str) -> list[Stroke]:
    """Cut the paragraphs at their line breaks; blank lines are left out."""
    strokes = []
    for number, line in enumerate(lines):
        position = line.start
        for raw in folded[line.start : line.end].split("\n"):
            text = raw.strip(" \t")
            if text:
                start = position + (raw.find(text) if len(text) < len(raw) else 0)
                strokes.append(Stroke(number, start, start + len(text), text))
            position += len(raw) + 1
    return strokes


def trimmed(folded: str, start: int, end: int) -> GridSlot:
    """Make the slot of a run, without the blanks at its ends."""
    text = folded[start:end]
    left = len(text) - len(text.lstrip(" \t\n"))
    right = len(text.rstrip(" \t\n"))
    return GridSlot(start + left, start + right) if left < right else GridSlot(start, start)


def without_tags(slot: GridSlot, folded: str) -> GridSlot:
    """Part a cell at the tags that were pasted into it as text (``<p>``, ``<br>``): each run is a paragraph."""
    text = folded[slot.start : slot.end]
    if "<" not in text or not _TAG.search(text):
        return slot
    edges = [0, *(place for tag in _TAG.finditer(text) for place in tag.span()), len(text)]
    runs = [trimmed(folded, slot.start + a, slot.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    pieces = tuple((Span(run.start, run.end),) for run in runs if run.start < run.end)
    return GridSlot(slot.start, slot.end, slot.rowspan, slot.colspan, pieces)
