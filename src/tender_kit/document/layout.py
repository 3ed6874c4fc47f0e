"""What every reader hands over: paragraphs and grids in reading order, before they have places in a text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Paragraph:
    """One paragraph as a reader sees it; a line break inside it is a ``\\n``.

    ``level`` is the heading level that the source itself gives (``<h2>``, a Word style), else 0.
    ``noise`` names why it is no part of the notice (``navigation``, ``footer``, ``share``, ``related``
    …), else "". Noise keeps its place in the text; extractors do not look at it.
    ``continues`` says that the sentence goes on from the last paragraph that is content: a page number or
    a running header stands between the two. ``gap`` counts the blank lines before it in a plain text.
    """

    text: str
    level: int = 0
    noise: str = ""
    continues: bool = False
    gap: int = 0


def indent(text: str) -> int:
    """Count the columns before the first sign of a line: an ideographic space takes two."""
    return sum(2 if c == "\u3000" else 1 for c in text[: len(text) - len(text.lstrip())])


@dataclass(slots=True)
class GridCell:
    """One cell of a grid as the source has it: spans not yet spread out."""

    content: list[Paragraph | Grid]
    rowspan: int = 1
    colspan: int = 1
    head: bool = False


@dataclass(slots=True)
class Grid:
    """A table as the source has it; a cell may hold grids of its own."""

    rows: list[list[GridCell]]
    noise: str = ""


@dataclass(slots=True)
class Layout:
    """A source after reading. ``notes`` are (code, Chinese, English) that become findings of the notice."""

    media_type: str
    encoding: str
    parts: list[Paragraph | Grid] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
