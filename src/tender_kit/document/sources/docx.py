"""Word files (``.docx``): the package, opened with care, and its parts in reading order."""

from __future__ import annotations

import re

from tender_kit.core.errors import UnreadableSource
from tender_kit.document.layout import Layout, Paragraph
from tender_kit.document.sources.docx_body import Body
from tender_kit.document.sources.docx_numbering import Numbering
from tender_kit.document.sources.limits import Limits, check_limit, note_depth
from tender_kit.document.sources.package import Package, open_package, parse_part

_MAIN = re.compile(rb'Target="/?((?:word/)?document\d*\.xml)"')
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, limits: Limits) -> Layout:
    """Read a Word file: body with its list numbers, tables and text boxes, notes; headers and footers as noise.

    Macros, comments and deleted text are not read; external entities are not followed.

    Raises:
        UnreadableSource: broken, protected, or nothing but pictures.
        LimitExceeded: it unpacks to more than the limits allow.
    """
    with open_package(data, limits, ".docx") as package:
        return _read(package)


def _read(package: Package) -> Layout:
    limits, names = package.limits, package.names
    content = package.part(_main_name(package))
    check_limit("elements", content.count(b"<"), limits)
    check_limit("table_cells", content.count(b"<w:tc>") + content.count(b"<w:tc "), limits)
    styles = package.tree("word/styles.xml") if "word/styles.xml" in names else None
    lists = package.tree("word/numbering.xml") if "word/numbering.xml" in names else None
    body = Body(Numbering(lists, styles), limits.depth)
    notes: list[tuple[str, str, str]] = []
    layout = Layout(_MEDIA, "utf-8", body.parts(parse_part(content, notes)), notes)
    for name in sorted(name for name in names if re.fullmatch(r"word/(?:footnotes|endnotes)\.xml", name)):
        layout.parts.extend(body.parts(package.tree(name)))
    layout.parts[:0] = _margin(package, "header")
    layout.parts.extend(_margin(package, "footer"))
    if body.is_cut:
        layout.notes.append(note_depth(limits))
    _note_unread(layout, content, names)
    return layout


def _main_name(package: Package) -> str:
    if "word/document.xml" in package.names:
        return "word/document.xml"
    found = _MAIN.search(package.part("_rels/.rels"))
    name = found.group(1).decode("ascii") if found else ""
    if name not in package.names:
        raise ValueError("no main part")
    return name


def _margin(package: Package, kind: str) -> list[Paragraph]:
    """Read headers or footers, each wording once; a page number alone is left out."""
    texts: dict[str, None] = {}
    for name in sorted(name for name in package.names if re.fullmatch(rf"word/{kind}\d*\.xml", name)):
        parts = Body(Numbering(None, None), 0).parts(package.tree(name))
        texts.update(
            dict.fromkeys(part.text for part in parts if isinstance(part, Paragraph) and not part.text.strip().isdigit())
        )
    return [Paragraph(text, noise=f"running_{kind}") for text in texts]


def _note_unread(layout: Layout, content: bytes, names: frozenset[str]) -> None:
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
