"""Reports as Word documents. Needs python-docx (extra ``docx``)."""

from __future__ import annotations

import io
import re
from copy import deepcopy

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from tender_kit.export.fixed_zip import EPOCH, without_clock
from tender_kit.export.report import SHADES, Cell, Form, Part, Report, paper_columns, printable, sources_under

_FONT = "Microsoft YaHei"
_GREY = RGBColor(0x5B, 0x6B, 0x7B)
_INK = RGBColor(0x1C, 0x27, 0x33)


def render_docx(report: Report) -> bytes:
    """Write a report as a document: A4 across, a heading and a table for each part, heads repeated on every page.

    A report with a form gets its name and day at the head of every page, page numbers at the foot, and a numbered
    caption over each table.
    """
    paper = Document()
    _set_up(paper, report)
    paper.add_heading(printable(report.title), level=0)
    for line in report.lines:
        paper.add_paragraph(printable(line)).paragraph_format.space_after = Pt(2)
    for number, part in enumerate(report.parts, start=1):
        paper.add_heading(printable(f"{part.title}({len(part.rows)})"), level=1)
        if report.form:
            _add_caption(paper, report.form, number, part)
        _add_table(paper, part)
    stream = io.BytesIO()
    paper.save(stream)
    return without_clock(stream.getvalue())


def _set_up(paper: Paper, report: Report) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    for name in ("Normal", "Title", "Heading 1", "Caption", "Header", "Footer"):
        style = paper.styles[name]
        style.font.name, style.font.color.rgb = _FONT, _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for side in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(side), None)
        fonts.set(qn("w:eastAsia"), _FONT)
    paper.styles["Title"].font.size = Pt(18)
    paper.styles["Normal"].font.size = paper.styles["Caption"].font.size = Pt(9)
    paper.styles["Header"].font.size = paper.styles["Footer"].font.size = Pt(8)
    core = paper.core_properties
    core.title, core.author, core.comments = printable(report.title)[:250], "tender_kit", ""
    core.created = core.modified = EPOCH
    core.last_modified_by, core.revision = "tender_kit", 1
    if report.form:
        section.header_distance = section.footer_distance = Mm(7)
        section.header.paragraphs[0].text = printable(report.form.header)
        _add_page_numbers(section.footer.paragraphs[0], report.form.page)


def _add_page_numbers(paragraph: Paragraph, wording: str) -> None:
    """Write 第 {page} 页,共 {pages} 页 with fields that Word fills in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in re.split(r"(\{page\}|\{pages\})", wording):
        field = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece)
        if field:
            _add_field(paragraph, field, "1")
        else:
            paragraph.add_run(piece)


def _add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run(shown)
    paragraph._p.append(field)
    field.append(run._r)


def _add_caption(paper: Paper, form: Form, number: int, part: Part) -> None:
    paragraph = paper.add_paragraph(style="Caption")
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(f"{form.caption} ")
    _add_field(paragraph, f"SEQ {form.caption} \\* ARABIC", str(number))
    paragraph.add_run(printable(f" {part.title}"))


def _add_table(paper: Paper, part: Part) -> None:
    shown = paper_columns(part, drop_empty=True)
    table = paper.add_table(rows=1, cols=len(shown), style="Table Grid")
    table.autofit = False
    _pad(table)
    widths = _widths([part.columns[i].width for i in shown])
    _set_widths(table, widths)
    # A row is copied from this one: asking the table for its rows again and again takes the square of their number.
    empty = deepcopy(table.rows[0]._tr)
    for target, index in zip(table.rows[0].cells, shown, strict=True):
        _write(target, Cell(part.columns[index].label, "head"), bold=True)
    _repeat_head(table.rows[0])
    for row in part.rows:
        line = deepcopy(empty)
        table._tbl.append(line)
        for target, index in zip(_Row(line, table).cells, shown, strict=True):
            _write(target, row[index])


def _widths(shares: list[int]) -> list[int]:
    """Share out 267 mm, the width of the page between its margins."""
    least = [max(share, 8) for share in shares]
    return [round(267 * share / sum(least)) for share in least]


def _set_widths(table: Table, widths: list[int]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        _keep_together(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _write(target: _Cell, cell: Cell, *, bold: bool = False) -> None:
    paragraph = target.paragraphs[0]
    paragraph.add_run(printable(cell.text)).bold = bold
    for quote in sources_under(cell):
        run = target.add_paragraph().add_run(printable(quote))
        run.font.size, run.font.color.rgb = Pt(7.5), _GREY
    if cell.mark in SHADES:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), SHADES[cell.mark])
        target._tc.get_or_add_tcPr().append(shade)


def _pad(table: Table) -> None:
    """Keep words off the lines above and below them."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "40")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    # The schema has an order for these: margins of cells stand before the look of the table.
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)


def _repeat_head(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
