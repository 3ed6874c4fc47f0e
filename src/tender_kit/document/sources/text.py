"""Plain text and Markdown: a line is a paragraph, unless a page's width cut the paragraph into lines."""

from __future__ import annotations

import re

from tender_kit.document.layout import Grid, Paragraph
from tender_kit.document.sources.pages import mark_pages
from tender_kit.document.sources.ragged import join_ragged
from tender_kit.document.sources.unwrap import unwrap

_BREAK = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")
_SPELT = re.compile(r"(?:\\r\\n|\\n|newline)+")


def read_text(text: str) -> list[Paragraph | Grid]:
    """Read plain text. Lines come through to the letter; blank ones are counted in ``gap``.

    >>> [part.text for part in read_text("预算金额:50万元\\n\\n服务期限\\t一年")]
    ['预算金额:50万元', '服务期限\\t一年']
    """
    lines = split_lines(text)
    mark_pages(lines)
    return list(join_ragged(unwrap(lines)))


def split_lines(text: str) -> list[Paragraph]:
    """Cut a text into its lines; a form feed counts as a large gap."""
    lines: list[Paragraph] = []
    gap = 0
    empty = ""
    for line in _BREAK.split(_with_breaks(text)):
        if "\x0c" in line:
            gap += 5
            line = line.replace("\x0c", "")
        if line.strip():
            lines.append(Paragraph(empty + line, gap=gap))
            gap, empty = 0, ""
        elif "\t" in line:
            # A line of nothing but a tab is an empty cell of a table that was copied one cell a line.
            empty += line + "\n"
        else:
            gap += 1
    return lines


def _with_breaks(text: str) -> str:
    """Give the line breaks back to a text that was exported with them spelt out (``newline``, ``\\n``)."""
    spelt = text.count("newline") + text.count("\\n")
    if spelt < 20 or spelt < 4 * text.count("\n"):
        return text
    return _SPELT.sub("\n", text)
