"""Reports as Excel workbooks. Needs openpyxl (extra ``xlsx``)."""

from __future__ import annotations

import io
import re

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tender_kit.export.fixed_zip import EPOCH, without_clock
from tender_kit.export.report import SHADES, Cell, Part, Report, printable, sources_under
from tender_kit.export.xlsx_form import add_choices, add_overview, add_people, set_header

_HEAD = PatternFill("solid", fgColor=SHADES["head"])
_LINE = Side(style="thin", color="CBD5E1")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRE = Alignment(vertical="top", wrap_text=True, horizontal="center")
_NAME = re.compile(r"[\[\]:*?/\\']")
_MOST = 32_767  # characters that a cell can hold
_NOTE = 1_500


def render_xlsx(report: Report, part_head: str) -> bytes:
    """Write a report as a workbook: one sheet with filters where all parts have the same columns, else one for each.

    A report with a form gets an overview of its progress in front, drop-downs, and the list of people behind.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    parts = [report.joined(part_head)] if report.is_uniform and not report.form else list(report.parts)
    taken: set[str] = set()
    front = book.create_sheet(_sheet_name(report.form.overview, taken)) if report.form else None
    sheets = [book.create_sheet(_sheet_name(part.title, taken)) for part in parts]
    for sheet, part in zip(sheets, parts, strict=True):
        _fill(sheet, part)
    if report.form and front is not None:
        people = add_people(book.create_sheet(_sheet_name(report.form.lists, taken)), report.form)
        for sheet, part in zip(sheets, parts, strict=True):
            add_choices(sheet, part, people)
            set_header(sheet, report.form)
        add_overview(front, report, list(zip(sheets, parts, strict=True)))
    else:
        if not parts:
            _fill(book.create_sheet(_sheet_name(report.title, taken)), Part(report.title, (), ()))
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
        write_words(head, column.label)
        head.font, head.fill = Font(bold=True), _HEAD
        head.alignment, head.border = Alignment(vertical="center", wrap_text=True), _BOX
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width, dimension.hidden = column.width, column.is_hidden or _is_idle(part, index - 1)
    sheet.row_dimensions[1].height = 32
    for number, row in enumerate(part.rows, start=2):
        shown = "\n".join(cell.text for cell in row)
        for index, cell in enumerate(row, start=1):
            _fill_cell(sheet, number, index, cell, shown)
        sheet.row_dimensions[number].height = _height(row, part)
    frozen = part.frozen or (2 if len(part.columns) > 4 else 0)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    if part.rows:
        sheet.auto_filter.ref = sheet.dimensions
    _set_up_print(sheet, part)


def _is_idle(part: Part, index: int) -> bool:
    """Whether a column says nothing and waits for nothing: it is there, for programs, but takes no room."""
    return bool(part.rows) and not part.columns[index].to_fill and not any(row[index].text for row in part.rows)


def _height(row: tuple[Cell, ...], part: Part) -> float:
    """Make room for the longest cell: programs differ in whether they do so themselves. Chinese takes two columns a character."""
    lines = 1
    for cell, column in zip(row, part.columns, strict=True):
        widths = [sum(2 if ord(character) > 0x2E7F else 1 for character in line) for line in cell.text.split("\n")]
        if not column.is_hidden:
            lines = max(lines, sum(max(1, -(-width // max(column.width - 2, 1))) for width in widths))
    return min(lines * 16.0 + 2, 409.0)


def _set_up_print(sheet: Worksheet, part: Part) -> None:
    """Print the columns that a page has room for, fitted to its width, with the heads on every page."""
    printed = [index for index, column in enumerate(part.columns, start=1) if column.on_paper]
    if printed:
        sheet.print_area = f"A1:{get_column_letter(printed[-1])}{sheet.max_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _fill_cell(sheet: Worksheet, row: int, column: int, cell: Cell, shown: str) -> None:
    target = sheet.cell(row, column)
    if cell.figure is None:
        write_words(target, cell.text)
    else:
        target.value = cell.figure
    target.alignment = _TOP if cell.figure is None else _CENTRE
    target.border = _BOX
    if cell.mark in SHADES:
        target.fill = PatternFill("solid", fgColor=SHADES[cell.mark])
    quotes = "\n".join(sources_under(Cell(shown, quotes=cell.quotes))) if cell.quotes else ""
    if quotes:
        target.comment = Comment(printable(quotes)[:_NOTE], "tender_kit", height=160, width=420)


def write_words(target: object, text: str) -> None:
    """Write words as words: a cell that begins with ``=`` must not become a formula."""
    target.value = printable(text)[:_MOST]  # type: ignore[attr-defined]
    target.data_type = "s"  # type: ignore[attr-defined]
    if text.startswith(("=", "+", "-", "@")):
        target.quotePrefix = True  # type: ignore[attr-defined]


def _about(sheet: Worksheet, report: Report) -> None:
    for number, line in enumerate((report.title, *report.lines), start=1):
        write_words(sheet.cell(number, 1), line)
    sheet.column_dimensions["A"].width = 100
