"""Spans, and the text that patterns run on with the way back to the text that a reader sees."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open run of ``Document.text``, in code points."""

    start: int
    end: int


class Flow(NamedTuple):
    """A run of text as it reads: folded, with the spaces and line breaks of its layout taken out.

    ``text`` is what patterns run on; ``offsets[i]`` is the place of its character ``i`` in
    ``Document.text``. Notices space their labels out (``地  址``), break words over the lines of a
    page and put blanks around figures; a pattern should not have to know.

    >>> flow = make_flow("不 少于 10 人", 5)
    >>> flow.text, flow.span(3, 6)
    ('不少于10人', Span(start=10, end=14))
    """

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Give the place in ``Document.text`` of ``self.text[start:end]`` (not empty)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def slice(self, start: int, end: int) -> Flow:
        """Give a part of this flow."""
        return Flow(self.text[start:end], self.offsets[start:end])

    def strip(self, characters: str = " \n\t") -> Flow:
        """Give this flow without the given characters at its two ends."""
        bare = self.text.strip(characters)
        if len(bare) == len(self.text):
            return self
        left = self.text.find(bare)  # what is left begins with none of the characters, so this is where it begins
        return Flow(bare, self.offsets[left : left + len(bare)])

    @property
    def whole(self) -> Span:
        """The place of the whole flow in ``Document.text``."""
        return self.span(0, len(self.text))


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
        return Flow(folded, range(start, start + len(folded)))
    kept: list[str] = []
    offsets = array("i")  # a list would take nine times the memory
    position = 0
    for gap in _GAP.finditer(folded):
        first, behind = gap.span()
        between = first > 0 and behind < len(folded) and folded[first - 1] in _WORD and folded[behind] in _WORD
        if between and behind == first + 1 and folded[first] == " ":
            continue
        kept.append(folded[position:first] + (" " if between else ""))
        offsets.extend(range(start + position, start + first + between))
        position = behind
    if not kept:
        return Flow(folded, range(start, start + len(folded)))
    kept.append(folded[position:])
    offsets.extend(range(start + position, start + len(folded)))
    return Flow("".join(kept), offsets)
