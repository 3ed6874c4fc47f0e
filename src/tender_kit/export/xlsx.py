"""Reports as Excel workbooks. Needs openpyxl (extra ``xlsx``)."""

from __future__ import annotations

import io
import re

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tender_kit.export.fixed_zip import EPOCH, without_clock
from tender_kit.export.report import SHADES, Cell, Part, Report, printable, sources_under

_HEAD = PatternFill("solid", fgColor=SHADES["head"])
_TOP = Alignment(vertical="top", wrap_text=True)
_NAME = re.compile(r"[\[\]:*?/\\']")
_MOST = 32_767  # characters that a cell can hold
_NOTE = 1_500


def render_xlsx(report: Report, part_head: str) -> bytes:
    """Write a report as a workbook: one sheet with filters where all parts have the same columns, else one for each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    parts = [report.joined(part_head)] if report.is_uniform else list(report.parts)
    taken: set[str] = set()
    for part in parts or [Part(report.title, (), ())]:
        _fill(book.create_sheet(_sheet_name(part.title, taken)), part)
    _about(book.create_sheet(_sheet_name("source", taken)), report)
    book.properties.creator = "tender_kit"
    book.properties.title = printable(report.title)
    book.properties.created = book.properties.modified = EPOCH
    stream = io.BytesIO()
    book.save(stream)
    return without_clock(stream.getvalue())


def _sheet_name(title: str, taken: set[str]) -> str:
    base = _NAME.sub(" ", printable(title)).strip()[:28] or "-"
    name, count = base, 1
    while name.lower() in taken:
        count += 1
        name = f"{base[:26]} {count}"
    taken.add(name.lower())
    return name


def _fill(sheet: Worksheet, part: Part) -> None:
    for index, column in enumerate(part.columns, start=1):
        head = sheet.cell(1, index)
        _write(head, column.label)
        head.font, head.fill = Font(bold=True), _HEAD
        head.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    for number, row in enumerate(part.rows, start=2):
        for index, cell in enumerate(row, start=1):
            _fill_cell(sheet, number, index, cell)
        sheet.row_dimensions[number].height = _height(row, part)
    frozen = part.frozen or (2 if len(part.columns) > 4 else 0)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    if part.rows:
        sheet.auto_filter.ref = sheet.dimensions
    _set_up_print(sheet, part)


def _height(row: tuple[Cell, ...], part: Part) -> float:
    """Make room for the longest cell: programs differ in whether they do so themselves. Chinese takes two columns a character."""
    lines = 1
    for cell, column in zip(row, part.columns, strict=True):
        widths = [sum(2 if ord(character) > 0x2E7F else 1 for character in line) for line in cell.text.split("\n")]
        lines = max(lines, sum(max(1, -(-width // max(column.width - 1, 1))) for width in widths))
    return min(lines * 15.0, 409.0)


def _set_up_print(sheet: Worksheet, part: Part) -> None:
    printed = [index for index, column in enumerate(part.columns, start=1) if column.on_paper]
    if printed:
        sheet.print_area = f"A1:{get_column_letter(printed[-1])}{sheet.max_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _fill_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    target = sheet.cell(row, column)
    if cell.figure is None:
        _write(target, cell.text)
    else:
        target.value = cell.figure
    target.alignment = _TOP
    if cell.mark in SHADES:
        target.fill = PatternFill("solid", fgColor=SHADES[cell.mark])
    quotes = "\n".join(sources_under(cell))
    if quotes:
        target.comment = Comment(printable(quotes)[:_NOTE], "tender_kit", height=160, width=420)


def _write(target: object, text: str) -> None:
    """Write words as words: a cell that begins with ``=`` must not become a formula."""
    target.value = printable(text)[:_MOST]  # type: ignore[attr-defined]
    target.data_type = "s"  # type: ignore[attr-defined]
    if text.startswith(("=", "+", "-", "@")):
        target.quotePrefix = True  # type: ignore[attr-defined]


def _about(sheet: Worksheet, report: Report) -> None:
    for number, line in enumerate((report.title, *report.lines), start=1):
        _write(sheet.cell(number, 1), line)
    sheet.column_dimensions["A"].width = 100
