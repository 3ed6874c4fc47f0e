"""Plain text and Markdown: a line is a paragraph, unless the line was cut where the page ended."""

from __future__ import annotations

import re

from tender_kit.document.layout import Grid, Paragraph

_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")


def read_text(text: str) -> list[Paragraph | Grid]:
    """Read plain text. Lines come through to the letter; blank ones are counted in ``gap``."""
    parts: list[Paragraph | Grid] = []
    gap = 0
    empty = ""
    for line in _BREAK.split(text):
        if line.strip():
            parts.append(Paragraph(empty + line, gap=gap))
            gap, empty = 0, ""
        elif "\t" in line:
            # A line of nothing but a tab is an empty cell of a table that was copied one cell a line.
            empty += line + "\n"
        else:
            gap += 1
    return parts
