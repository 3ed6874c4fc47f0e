"""HTML as its reader sees it: paragraphs and grids in reading order, hidden things left out.

One pass over lxml's tree, without recursion: pages nest their tables as deep as they like.
"""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from tender_kit.document.layout import Layout
from tender_kit.document.sources.html_noise import settle_noise
from tender_kit.document.sources.html_walk import Walk
from tender_kit.document.sources.limits import Limits, check_limit, note_depth
from tender_kit.document.sources.text import read_text

# Server pages saved before they ran (``<%@ page … %>``): code that no reader sees.
_SERVER_CODE = re.compile(r"<%[^%]{0,4000}%>|<\?(?:php|xml)\b[^>]{0,2000}>", re.IGNORECASE)
_CODE_EDGE = re.compile(r"(</?(?:script|style)\b[^<>]{0,2000}>)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")


def read_html(text: str, limits: Limits) -> Layout:
    """Read a page, or a fragment of one, from text that is already decoded.

    Raises:
        LimitExceeded: too many tags or table cells.
    """
    check_limit("elements", text.count("<"), limits)
    check_limit("table_cells", sum(map(text.count, ("<td", "<TD", "<th", "<TH"))), limits)
    layout = Layout("text/html", "")
    root = _parse(text)
    if root is None:
        layout.parts = read_text(_strip_tags(text))
        if layout.parts:
            layout.notes.append(
                (
                    "source.markup",
                    "网页标签嵌套过深或已损坏，按纯文本读取",
                    "The mark-up is too deep or broken; read as plain text.",
                )
            )
        return layout
    walk = Walk(limits)
    walk.run(root)
    layout.parts = walk.parts
    settle_noise(walk.parts, walk.pieces)
    if walk.is_cut:
        layout.notes.append(note_depth(limits))
    return layout


def _strip_tags(text: str) -> str:
    """Give the text between the tags, for a page that no parser gets through."""
    shown: list[str] = []
    inside_code = False
    for part in _CODE_EDGE.split(text):
        if part[:1] == "<" and _CODE_EDGE.fullmatch(part):
            inside_code = part[1] != "/"
        elif not inside_code:
            shown.append(unescape(_ANY_TAG.sub("\n", part)))
    return "".join(shown)


def _parse(text: str) -> etree._Element | None:
    """Parse in recover mode; None where the parser gives up before the end of the page."""
    clean = _UNPRINTABLE.sub("", _SERVER_CODE.sub("", text) if "<%" in text or "<?" in text else text)
    # UTF-8 bytes with the encoding said: a <meta> that declares another one is overruled.
    parser = etree.HTMLParser(encoding="utf-8", recover=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return None
    too_deep = any("depth" in entry.message.lower() for entry in parser.error_log.filter_from_fatals())
    return None if too_deep else root
