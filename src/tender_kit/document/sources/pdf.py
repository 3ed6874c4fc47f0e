"""PDF by its text layer, laid out as on the page.

``pypdf`` in layout mode keeps the lines in reading order and columns apart; plain extraction gives the
page number first and a table one cell a line, and pdfminer tears the rows of a table apart.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PageObject, PdfReader

from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.layout import Layout, Paragraph
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.document.sources.pages import mark_pages
from tender_kit.document.sources.text import split_lines
from tender_kit.document.sources.unwrap import unwrap

# Two columns for a Chinese character, as in a text that is set in one width.
_SCALE = 2.0
_FEWEST_CHARACTERS = 10
_FAR_OFF = re.compile(rb"\d{6,}[\d.]*\s[^\n]{0,80}?(?:Td|TD|Tm|cm)\b")


def read_pdf(data: bytes, limits: Limits) -> Layout:
    """Read the text of a PDF; page numbers and running headers become noise.

    Raises:
        UnreadableSource: encrypted, broken, or scanned without a text layer.
        LimitExceeded: more pages than allowed.
    """
    # pypdf reports each oddity of a file to the log; what matters to the user is in the notes.
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        return _read(data, limits)
    finally:
        log.setLevel(level)


def _read(data: bytes, limits: Limits) -> Layout:
    pages = _page_list(_open(data), limits)
    layout = Layout("application/pdf", "")
    texts: list[str] = []
    unpacked = 0
    for number, page in enumerate(pages, 1):
        content = _content(page)
        # A thousand pages may show one stream: what counts is what has to be gone through.
        unpacked += len(content or b"")
        check_limit("decompressed", unpacked, limits)
        text = _text_of(page, content)
        if text is None:
            layout.notes.append(("source.page_lost", f"第 {number} 页无法读取", f"Page {number} cannot be read."))
        elif _is_picture(text, page):
            layout.notes.append(
                ("source.page_scanned", f"第 {number} 页是图片，没有文字层", f"Page {number} is a scan without text.")
            )
        texts.append(text or "")
    if sum(len("".join(text.split())) for text in texts) < _FEWEST_CHARACTERS:
        if any(code == "source.page_lost" for code, _, _ in layout.notes):
            raise _broken()
        raise UnreadableSource(
            "这是扫描版 PDF，没有文字层；请先做文字识别(OCR)，再读取识别后的 PDF 或文本。",
            "This PDF is a scan without a text layer; run OCR first.",
        )
    lines = list(_lines(texts))
    mark_pages(lines)
    layout.parts = list(unwrap(lines))
    return layout


def _open(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        # A broken file makes pypdf raise anything, from KeyError to RecursionError.
        raise _broken() from error
    if locked:
        raise UnreadableSource(
            "该 PDF 设有打开密码，无法读取；请先解除密码再读取。", "This PDF is protected by a password; remove it first."
        )
    return reader


def _page_list(reader: PdfReader, limits: Limits) -> list[PageObject]:
    try:
        check_limit("pages", len(reader.pages), limits)
        return list(reader.pages)
    except LimitExceeded:
        raise
    except Exception as error:
        raise _broken() from error


def _broken() -> UnreadableSource:
    return UnreadableSource(
        "该 PDF 已损坏，无法读取；请用阅读器重新导出，或改用 HTML、文本版本。",
        "This PDF is broken; export it again or use the HTML or text.",
    )


def _content(page: PageObject) -> bytes | None:
    """Unpack what a page draws; None where there is nothing, or it cannot be unpacked."""
    try:
        contents = page.get_contents()
        return None if contents is None else contents.get_data()
    except Exception:
        return None  # pypdf refuses streams that inflate without end, and raises anything for broken ones


def _text_of(page: PageObject, content: bytes | None) -> str | None:
    """Extract one page; plain where the layout of its fonts is beyond the reader, None where nothing works."""
    # Text that is placed a mile off the edge: laid out, the way there would be filled with blanks.
    is_unbounded = content is None or bool(_FAR_OFF.search(content))
    for mode in ("plain",) if is_unbounded else ("layout", "plain"):
        try:
            if mode == "plain":
                return page.extract_text()
            text = page.extract_text(extraction_mode="layout", layout_mode_scale_weight=_SCALE)
            if text.strip():
                return text
        except Exception:
            # A font program of a stranger may raise anything; the page is noted as lost.
            continue
    return None


def _is_picture(text: str, page: PageObject) -> bool:
    if text.strip():
        return False
    try:
        resources = page.get("/Resources") or {}
        return "/XObject" in resources
    except Exception:
        return False


def _lines(texts: list[str]) -> Iterator[Paragraph]:
    """Yield the lines of all pages, each page without its left margin; a page break is a large gap."""
    for text in texts:
        lines = split_lines(text)
        margin = min((len(line.text) - len(line.text.lstrip(" ")) for line in lines), default=0)
        common = _body_margin(lines, margin)
        for index, line in enumerate(lines):
            indent = len(line.text) - len(line.text.lstrip(" "))
            line.text = line.text[min(indent, common) :].rstrip()
            # Blank lines on a page are line spacing: only how much white stands between is known.
            line.gap = 5 if index == 0 else line.gap
            yield line


def _body_margin(lines: list[Paragraph], least: int) -> int:
    """Find the margin of the running text: the smallest indent that several lines share."""
    indents = sorted(len(line.text) - len(line.text.lstrip(" ")) for line in lines)
    return next((indent for indent in indents if sum(indent == other for other in indents) >= 3), least)
