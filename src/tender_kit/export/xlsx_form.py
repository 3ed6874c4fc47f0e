"""What makes a workbook a form: drop-downs, the list of people, the overview of progress, headers and footers of its pages."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tender_kit.export.report import SHADES, Form, Part, Report, printable

_HEAD = PatternFill("solid", fgColor=SHADES["head"])
_PEOPLE_ROWS = 60
_FIRST_PERSON = 3
_LONGEST_HEADER = 120  # a header holds 255 characters, codes and all


def add_people(sheet: Worksheet, form: Form) -> str:
    """Write the list of people; give the formula for the cells of it that are filled, as drop-downs take it."""
    _words(sheet, 1, 1, form.lists_note)
    _words(sheet, 2, 1, form.people_label, bold=True)
    for row, name in enumerate(form.people, start=_FIRST_PERSON):
        _words(sheet, row, 1, name)
    sheet.column_dimensions["A"].width = 40
    name, last = quote_sheetname(sheet.title), _FIRST_PERSON + _PEOPLE_ROWS
    filled = f"COUNTA({name}!$A${_FIRST_PERSON}:$A${last})"
    return f"OFFSET({name}!$A${_FIRST_PERSON},0,0,MAX(1,{filled}),1)"


def add_choices(sheet: Worksheet, part: Part, people: str) -> None:
    """Offer the choices of a column in its cells; names that are not in the list of people may be written too."""
    for index, column in enumerate(part.columns, start=1):
        if not part.rows or not (column.choices or column.takes_people):
            continue
        formula = people if column.takes_people else f'"{",".join(column.choices)}"'
        choice = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=not column.takes_people)
        choice.errorTitle, choice.error = column.label, " / ".join(column.choices)
        letter = get_column_letter(index)
        choice.add(f"{letter}2:{letter}{len(part.rows) + 1}")
        sheet.add_data_validation(choice)


def set_header(sheet: Worksheet, form: Form) -> None:
    """Put the name of the notice at the head of every printed page and the page number at its foot."""
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text, header.right.text = _plain(form.header), "&A"
    footer.center.text = form.page.replace("{page}", "&P").replace("{pages}", "&N")


def _plain(text: str) -> str:
    """Take the codes of headers out of a name: ``&`` begins one."""
    return printable(text).replace("&", "&&")[:_LONGEST_HEADER]


def add_overview(sheet: Worksheet, report: Report, sheets: list[tuple[Worksheet, Part]]) -> None:
    """Write title and lines, and how many rows of each part stand in which state: counted by formulas, so it stays true."""
    form = report.form
    if form is None:
        return
    _words(sheet, 1, 1, report.title, bold=True)
    for row, line in enumerate(report.lines, start=2):
        _words(sheet, row, 1, line, wrap=False)
    top = len(report.lines) + 3
    part_head, rows_head, done_head, sum_head = form.heads
    for column, head in enumerate((part_head, rows_head, *form.states, done_head), start=1):
        _words(sheet, top, column, head, bold=True)
        sheet.cell(top, column).fill = _HEAD
    counted = [(other, part) for other, part in sheets if form.state_label in [column.label for column in part.columns]]
    for row, (other, part) in enumerate(counted, start=top + 1):
        _count(sheet, row, other, part, form)
    if counted:
        _sum(sheet, top, top + len(counted) + 1, sum_head, form)
    sheet.column_dimensions["A"].width = 34
    for column in range(2, len(form.states) + 4):
        sheet.column_dimensions[get_column_letter(column)].width = 12
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    set_header(sheet, form)


def _count(sheet: Worksheet, row: int, other: Worksheet, part: Part, form: Form) -> None:
    _words(sheet, row, 1, part.title)
    sheet.cell(row, 1).hyperlink = Hyperlink(f"A{row}", location=f"{quote_sheetname(other.title)}!A1")
    column = get_column_letter([column.label for column in part.columns].index(form.state_label) + 1)
    places = f"{quote_sheetname(other.title)}!${column}$2:${column}${len(part.rows) + 1}"
    sheet.cell(row, 2).value = len(part.rows)
    for index, state in enumerate(form.states, start=3):
        sheet.cell(row, index).value = f'=COUNTIF({places},"{state}")'
    _share(sheet, row, form)


def _sum(sheet: Worksheet, top: int, row: int, head: str, form: Form) -> None:
    _words(sheet, row, 1, head, bold=True)
    for column in range(2, len(form.states) + 3):
        letter = get_column_letter(column)
        sheet.cell(row, column).value = f"=SUM({letter}{top + 1}:{letter}{row - 1})"
    _share(sheet, row, form)


def _share(sheet: Worksheet, row: int, form: Form) -> None:
    """The share of a row that is done or does not apply."""
    letters = [get_column_letter(index) for index, state in enumerate(form.states, start=3) if state in form.done]
    cell = sheet.cell(row, len(form.states) + 3)
    cell.value = f"=IF(B{row}=0,0,({'+'.join(f'{letter}{row}' for letter in letters)})/B{row})"
    cell.number_format = "0%"


def _words(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False, wrap: bool = False) -> None:
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = printable(text), "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=wrap)
