"""Word files (``.docx``): the package, opened with care, and its parts in reading order."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable

from lxml import etree

from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.layout import Layout, Paragraph
from tender_kit.document.sources.docx_body import Body
from tender_kit.document.sources.docx_numbering import Numbering
from tender_kit.document.sources.limits import Limits, check_limit

_MAIN = re.compile(rb'Target="/?((?:word/)?document\d*\.xml)"')
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HIGHEST_RATIO = 400
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, limits: Limits) -> Layout:
    """Read a Word file: body with its list numbers, tables and text boxes, notes; headers and footers as noise.

    Macros, comments and deleted text are not read; external entities are not followed.

    Raises:
        UnreadableSource: broken, protected, or nothing but pictures.
        LimitExceeded: it unpacks to more than the limits allow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package, limits)
            return _read(package, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError) as error:
        raise UnreadableSource(
            "该 .docx 文件已损坏或设有密码，无法读取；请用 Word 或 WPS 打开后另存为 .docx 再读取。",
            "This .docx file is broken or protected; open it in Word or WPS and save it again.",
        ) from error


def _check(package: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse zip bombs by what the directory says; ``_part`` holds it to its word."""
    entries = package.infolist()
    check_limit("entries", len(entries), limits)
    check_limit("decompressed", sum(entry.file_size for entry in entries), limits)
    for entry in entries:
        if entry.file_size > 10_000_000 and entry.file_size > _HIGHEST_RATIO * max(1, entry.compress_size):
            raise LimitExceeded(
                f"{entry.filename[:60]} 的压缩比超过 {_HIGHEST_RATIO}，疑为压缩炸弹；如确认无误，请另存为 .docx 再读取。",
                f"{entry.filename[:60]} inflates by more than {_HIGHEST_RATIO}; it looks like a zip bomb and was not read.",
            )


def _part(package: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    with package.open(name) as part:
        data = part.read(limits.decompressed + 1)
    check_limit("decompressed", len(data), limits)
    return data


def _read(package: zipfile.ZipFile, limits: Limits) -> Layout:
    names = set(package.namelist())
    main = _main_name(package, names, limits)
    content = _part(package, main, limits)
    check_limit("elements", content.count(b"<"), limits)
    check_limit("table_cells", content.count(b"<w:tc>") + content.count(b"<w:tc "), limits)
    styles = _parse(_part(package, "word/styles.xml", limits)) if "word/styles.xml" in names else None
    lists = _parse(_part(package, "word/numbering.xml", limits)) if "word/numbering.xml" in names else None
    body = Body(Numbering(lists, styles), limits.depth)
    notes: list[tuple[str, str, str]] = []
    layout = Layout(_MEDIA, "utf-8", body.parts(_parse(content, notes)), notes)
    for name in sorted(name for name in names if re.fullmatch(r"word/(?:footnotes|endnotes)\.xml", name)):
        layout.parts.extend(body.parts(_parse(_part(package, name, limits))))
    layout.parts[:0] = _margin(package, names, "header", limits)
    layout.parts.extend(_margin(package, names, "footer", limits))
    _note_unread(layout, content, names)
    return layout


def _main_name(package: zipfile.ZipFile, names: set[str], limits: Limits) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    found = _MAIN.search(_part(package, "_rels/.rels", limits))
    name = found.group(1).decode("ascii") if found else ""
    if name not in names:
        raise ValueError("no main part")
    return name


def _parse(data: bytes, notes: list[tuple[str, str, str]] | None = None) -> etree._Element:
    """Parse one part, recovering what can be; a part that breaks off is noted."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)
    # "Strict" files name the same tags by another address (ISO/IEC 29500).
    root = etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    if root is None:
        raise ValueError("no XML")
    if notes is not None and len(parser.error_log.filter_from_fatals()):
        notes.append(
            (
                "source.damaged",
                "Word 正文已损坏，损坏处之后的文字可能缺失",
                "The XML is broken; text behind the break may be lost.",
            )
        )
    return root


def _margin(package: zipfile.ZipFile, names: Iterable[str], kind: str, limits: Limits) -> list[Paragraph]:
    """Read headers or footers, each wording once; a page number alone is left out."""
    texts: dict[str, None] = {}
    for name in sorted(name for name in names if re.fullmatch(rf"word/{kind}\d*\.xml", name)):
        parts = Body(Numbering(None, None), 0).parts(_parse(_part(package, name, limits)))
        texts.update(
            dict.fromkeys(part.text for part in parts if isinstance(part, Paragraph) and not part.text.strip().isdigit())
        )
    return [Paragraph(text, noise=f"running_{kind}") for text in texts]


def _note_unread(layout: Layout, content: bytes, names: set[str]) -> None:
    """Say what the file holds and the layout does not."""
    has_media = any(name.startswith("word/media/") for name in names)
    if has_media and not any(part for part in layout.parts if not part.noise):
        raise UnreadableSource(
            "该 Word 文件只有图片，没有文字；请先做文字识别(OCR)，再读取识别后的文件。",
            "This Word file holds nothing but pictures; run OCR first.",
        )
    if b"<w:altChunk" in content:
        layout.notes.append(
            ("source.part_unread", "Word 文件中有嵌入的外部片段未读取", "Embedded chunks of the Word file were not read.")
        )
