"""What kind of source the bytes are: by content first, by name only where content leaves it open."""

from __future__ import annotations

import re

from tender_kit.core.errors import UnreadableSource

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "bitmap"),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SORRY = {
    "encrypted": (
        "该 Office 文件设有打开密码，无法读取；请先解除密码再读取。",
        "This Office file is protected by a password; remove it first.",
    ),
    "ole": (
        "这是旧版 Office/WPS 二进制文件(.doc/.xls/.wps)，无法读取；请用 Office 或 WPS 另存为 .docx 或 .xlsx 后再读取。",
        "This is a legacy binary Office file (.doc, .xls, .wps); save it as .docx or .xlsx first.",
    ),
    "rtf": ("这是 RTF 文件，无法读取；请用 Word 或 WPS 另存为 .docx 后再读取。", "This is an RTF file; save it as .docx first."),
    "archive": (
        "这是压缩包(zip/rar/7z/gz)，无法直接读取；请解压后逐个读取其中的文件。",
        "This is an archive; unpack it and read the files inside one by one.",
    ),
    "image": (
        "这是图片，没有文字层；请先做文字识别(OCR)，再读取识别后的文本或 PDF。",
        "This is an image; run OCR first and read the text or PDF that it gives.",
    ),
    "slides": (
        "这是演示文件，暂不支持；请另存为 .docx 或把内容复制为文本后再读取。",
        "This is a presentation; save it as .docx or copy its content as text.",
    ),
    "mhtml": (
        "这是网页存档(.mht)，暂不支持；请用浏览器打开后另存为 .html 再读取。",
        "This is a web archive (.mht); open it in a browser and save it as .html.",
    ),
    "ofd": (
        "这是 OFD 版式文件，暂不支持；请用阅读器导出为 PDF 或文本后再读取。",
        "This is an OFD file; export it as PDF or text first.",
    ),
}

_MAIL = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
_START = re.compile(r"\s*(?:<!--|<%|<\?xml|<!doctype|</?[a-zA-Z][a-zA-Z0-9:]*[\s/>])", re.IGNORECASE)
_SKELETON = re.compile(r"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:table|tr|td|div|br|span|p|li|h[1-6]|a|ul|font|strong|b)\b[^<>]{0,2000}>", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:table|td|div|br|span|li)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\|(?: ?:?-{2,}:? ?\|)+|```)", re.MULTILINE)
_LOOK = 200_000


def sniff_bytes(data: bytes) -> str:
    """Tell ``pdf``, ``docx``, ``xlsx`` or ``text`` (any text format, still to be decoded).

    Raises:
        UnreadableSource: a known kind that has no text to read; the message says what to do.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if b"multipart/related" in data[:2048] and _MAIL.search(data[:2048]):
        raise UnreadableSource(*_SORRY["mhtml"])
    kind = _zip_kind(data) if data.startswith(b"PK\x03\x04") else _magic(data)
    if kind in _SORRY:
        raise UnreadableSource(*_SORRY[kind])
    return kind


def _magic(data: bytes) -> str:
    if data.startswith(_MAGIC[0][0]) and _ENCRYPTED in data:
        return "encrypted"
    kind = next((kind for mark, kind in _MAGIC if data.startswith(mark)), "text")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    if kind == "bitmap":
        # Two letters begin many a text; a bitmap goes on with its length and two empty words.
        return "image" if data[6:10] == b"\0\0\0\0" else "text"
    return kind


def _zip_kind(data: bytes) -> str:
    """Tell Word and Excel from other packages by their parts; the names stand uncompressed in the directory."""
    if b"[Content_Types].xml" in data and b"word/" in data:
        return "docx"
    if b"[Content_Types].xml" in data and (b"xl/workbook" in data or b"ppt/" in data):
        return "xlsx" if b"xl/workbook" in data else "slides"
    return "ofd" if b"OFD.xml" in data else "archive"


def sniff_text(text: str, *, uri: str = "", media_type: str = "") -> str:
    """Tell ``html``, ``markdown`` or ``text``.

    A table row of a text may hold a stray ``<p>`` (award details exported with their mark-up): that is no page.

    >>> sniff_text("<p>公告</p>"), sniff_text("1\\t<p>服务</p>\\t项"), sniff_text("# 公告")
    ('html', 'text', 'markdown')
    """
    head = text[:_LOOK]
    if _SKELETON.search(head) or (_START.match(head) and _TAG.search(head)) or _is_fragment(head):
        return "html"
    name = uri.rsplit("?", 1)[0].lower()
    if media_type in ("text/html", "application/xhtml+xml") or name.endswith((".html", ".htm", ".shtml", ".jhtml")):
        return "html" if _TAG.search(head) else "text"
    if media_type == "text/markdown" or name.endswith((".md", ".markdown")) or _MARKDOWN.search(head):
        return "markdown"
    return "text"


def _is_fragment(head: str) -> bool:
    """Tell mark-up with text before it (a row of a database dump) from text with a stray tag."""
    return len(_BLOCK.findall(head)) >= 5 and len(_TAG.findall(head)) * 100 >= len(head)
