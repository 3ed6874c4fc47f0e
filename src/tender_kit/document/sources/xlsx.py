"""Spreadsheets (``.xlsx``): the lists and score tables that are attached to notices, as their reader sees them.

Read as parts of a package like Word files: stored values only, so formulas, macros, links and connections are never
run or followed; hidden sheets, rows and columns are left out, and a note says so.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from tender_kit.document.layout import Layout, Paragraph
from tender_kit.document.sources.limits import Limits, check_limit
from tender_kit.document.sources.package import Package, open_package
from tender_kit.document.sources.xlsx_grid import Range, Sheet, sheet_parts
from tender_kit.document.sources.xlsx_values import BUILT_IN, shown

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMELESS = re.compile(r"(?:Sheet|工作表|表格?)\s?\d*", re.IGNORECASE)


def read_xlsx(data: bytes, limits: Limits) -> Layout:
    """Read a spreadsheet: each visible sheet under its name, its rows as tables with merged cells.

    Raises:
        UnreadableSource: broken or protected.
        LimitExceeded: it unpacks to more than the limits allow, or its cells are too many or too far apart.
    """
    with open_package(data, limits, ".xlsx") as package:
        return _read(package)


@dataclass(slots=True)
class _Book:
    """What all sheets of a file share, and what was met on the way through them."""

    package: Package
    strings: list[str]
    formats: list[str]
    is_1904: bool
    elements: int = 0
    hidden: bool = False
    layout: Layout = field(default_factory=lambda: Layout(_MEDIA, "utf-8"))


def _read(package: Package) -> Layout:
    root = package.tree("xl/workbook.xml")
    properties = root.find(f"{_S}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = _Book(package, _strings(package), _formats(package), is_1904)
    targets = _targets(package)
    cells = 0
    for entry in root.iter(f"{_S}sheet"):
        target = targets.get(entry.get(_LINK) or "", "")
        if entry.get("state") in ("hidden", "veryHidden"):
            book.hidden = True
        elif target in package.names:
            cells += _add_sheet(book, entry.get("name") or "", _sheet(book, target), cells)
    if book.hidden:
        book.layout.notes.append(
            ("source.part_unread", "表格文件中隐藏的工作表、行或列未读取", "Hidden sheets, rows or columns were not read.")
        )
    return book.layout


def _add_sheet(book: _Book, name: str, sheet: Sheet, cells: int) -> int:
    """Add the parts of one sheet; give the number of its cells."""
    count, parts = sheet_parts(sheet, lambda more: check_limit("table_cells", cells + more, book.package.limits))
    if parts and name.strip() and not _NAMELESS.fullmatch(name.strip()):
        book.layout.parts.append(Paragraph(name.strip(), level=1))
    book.layout.parts.extend(parts)
    return count


def _targets(package: Package) -> dict[str, str]:
    """Give the parts that the sheets stand in; what lies outside the package is passed over."""
    found = {}
    for link in package.tree("xl/_rels/workbook.xml.rels").iter():
        if link.get("TargetMode") != "External" and (link.get("Type") or "").endswith("/worksheet"):
            target = link.get("Target") or ""
            found[link.get("Id") or ""] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return found


def _strings(package: Package) -> list[str]:
    if "xl/sharedStrings.xml" not in package.names:
        return []
    content = package.part("xl/sharedStrings.xml")
    check_limit("elements", content.count(b"<"), package.limits)
    return [_words(entry) for entry in package.tree("xl/sharedStrings.xml").iter(f"{_S}si")]


def _words(element: etree._Element) -> str:
    """The text of a cell, its formatted runs joined; readings set above the characters are none of it."""
    return "".join(t.text or "" for t in element.iter(f"{_S}t") if (parent := t.getparent()) is None or parent.tag != f"{_S}rPh")


def _formats(package: Package) -> list[str]:
    """Give the number format of each cell style."""
    if "xl/styles.xml" not in package.names:
        return []
    root = package.tree("xl/styles.xml")
    own = {entry.get("numFmtId"): entry.get("formatCode") or "" for entry in root.iter(f"{_S}numFmt")}
    used = [style.get("numFmtId") or "" for style in root.iterfind(f"{_S}cellXfs/{_S}xf")]
    return [own.get(number) or BUILT_IN.get(_number(number), "General") for number in used]


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else default


def _sheet(book: _Book, name: str) -> Sheet:
    content = book.package.part(name)
    book.elements += content.count(b"<")
    check_limit("elements", book.elements, book.package.limits)
    root = book.package.tree(name)
    unseen = {column for entry in root.iter(f"{_S}col") if _is_hidden(entry) for column in _columns(entry)}
    sheet = Sheet([merge for entry in root.iter(f"{_S}mergeCell") if (merge := _range(entry.get("ref") or ""))])
    row = 0
    for line in root.iter(f"{_S}row"):
        row = _number(line.get("r"), row + 1)
        if _is_hidden(line):
            book.hidden = True
            continue
        column = 0
        for cell in line.iterfind(f"{_S}c"):
            place = _PLACE.fullmatch(cell.get("r") or "")
            column = _column(place[1]) if place else column + 1
            text = _text(book, cell).strip()
            if text and column in unseen:
                book.hidden = True
            elif text:
                sheet.cells.setdefault(row, {})[column] = text
    return sheet


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") in ("1", "true")


def _columns(entry: etree._Element) -> range:
    return range(_number(entry.get("min"), 1), min(_number(entry.get("max"), 1), 16_384) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _range(reference: str) -> Range | None:
    ends = [_PLACE.fullmatch(end) for end in reference.partition(":")[::2]]
    if ends[0] is None or ends[1] is None:
        return None
    first, last = ends[0], ends[1]
    return Range(int(first[2]), _column(first[1]), int(last[2]), _column(last[1]))


def _text(book: _Book, cell: etree._Element) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _words(cell)
    stored = cell.findtext(f"{_S}v") or ""
    if kind == "s":
        index = _number(stored, len(book.strings))
        return book.strings[index] if index < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
    if kind != "n":
        return stored
    style = _number(cell.get("s"))
    return shown(stored, book.formats[style] if style < len(book.formats) else "General", is_1904=book.is_1904)
