"""Spans, and the text that patterns run on with the way back to the text that a reader sees."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run of ``Document.text``, in code points."""

    start: int
    end: int


class Flow(NamedTuple):
    """A run of text as it reads: folded, with the spaces and line breaks of its layout taken out.

    ``text`` is what patterns run on; ``at(i)`` is the place of its character ``i`` in
    ``Document.text``. Notices space their labels out (``地  址``), break words over the lines of a
    page and put blanks around figures; a pattern should not have to know. Most flows are a run of the
    document as it stands: for them ``places`` is the place of the first character, else of each.

    >>> flow = make_flow("不 少于 10 人", 5)
    >>> flow.text, flow.span(3, 6)
    ('不少于10人', Span(start=10, end=14))
    """

    text: str
    places: int | Sequence[int]

    @property
    def offsets(self) -> Sequence[int]:
        """The places of all characters in ``Document.text``."""
        places = self.places
        return range(places, places + len(self.text)) if isinstance(places, int) else places

    def at(self, index: int) -> int:
        """Give the place in ``Document.text`` of one character."""
        places = self.places
        return places + index if isinstance(places, int) else places[index]

    def first_at(self, place: int) -> int:
        """Give the first character that stands at a place of ``Document.text`` or behind it."""
        return bisect_left(self.offsets, place)

    def is_parted(self, index: int) -> bool:
        """Whether something that the flow leaves out stands before a character."""
        places = self.places
        return not isinstance(places, int) and places[index] - places[index - 1] > 1

    def span(self, start: int, end: int) -> Span:
        """Give the place in ``Document.text`` of ``self.text[start:end]`` (not empty)."""
        places = self.places
        if isinstance(places, int):
            return Span(places + start, places + end)
        return Span(places[start], places[end - 1] + 1)

    def slice(self, start: int, end: int) -> Flow:
        """Give a part of this flow; ``0 <= start <= end``."""
        places = self.places
        return Flow(self.text[start:end], places + start if isinstance(places, int) else places[start:end])

    def strip(self, characters: str = " \n\t") -> Flow:
        """Give this flow without the given characters at its two ends."""
        bare = self.text.strip(characters)
        if len(bare) == len(self.text):
            return self
        left = self.text.find(bare)  # what is left begins with none of the characters, so this is where it begins
        return self.slice(left, left + len(bare))

    @property
    def whole(self) -> Span:
        """The place of the whole flow in ``Document.text``."""
        return self.span(0, len(self.text))


NO_FLOW = Flow("", 0)

_GAP = re.compile(r"[ \t\n][ \t\n]*")  # one sign first: the engine then runs to it without trying the others
_WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz*")


def make_flow(folded: str, start: int) -> Flow:
    """Make the flow of a folded text that begins at ``start`` of the document.

    A blank is layout where it touches a character that is no latin letter and no digit; between two
    words or two figures (``2025-02-14 09:00``, ``Office 365``) one space is kept.

    >>> make_flow("地  址:  2025-02-14  09:00", 0).text
    '地址:2025-02-14 09:00'
    """
    if " " not in folded and "\n" not in folded and "\t" not in folded:
        return Flow(folded, start)
    kept: list[str] = []
    offsets = array("i")  # a list would take nine times the memory
    position = 0
    for gap in _GAP.finditer(folded):
        first, behind = gap.span()
        between = first > 0 and behind < len(folded) and folded[first - 1] in _WORD and folded[behind] in _WORD
        if between and behind == first + 1 and folded[first] == " ":
            continue
        if between and folded[first - 1 : behind + 1] == "*\n*":  # the edge of the page cuts a masked figure in two
            between = False
        kept.append(folded[position:first] + (" " if between else ""))
        offsets.extend(range(start + position, start + first + between))
        position = behind
    if not kept:
        return Flow(folded, start)
    kept.append(folded[position:])
    offsets.extend(range(start + position, start + len(folded)))
    return Flow("".join(kept), offsets)
