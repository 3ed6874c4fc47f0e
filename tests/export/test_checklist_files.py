"""Checklists as files: forms that can be filled in and handed round, printed, and opened without a warning."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tender_kit.analysis.checklist import checklist
from tender_kit.export import export, render
from tender_kit.models.checklist import Checklist
from tender_kit.models.notice import Notice

DAY = date(2026, 4, 1)
SUFFIXES = (".xlsx", ".docx", ".md", ".html", ".csv", ".json")
SECTIONS = 9


@pytest.fixture
def made(notice: Notice) -> Checklist:
    return checklist(notice, on=DAY)


@pytest.fixture
def book(made: Checklist) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render(made, ".xlsx")))


def heads(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[1]]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_checklist_gives_the_same_bytes(notice: Notice, suffix: str, language: str) -> None:
    made = checklist(notice, on=DAY, language=language)  # type: ignore[arg-type]
    assert render(made, suffix, language=language) == render(made, suffix, language=language)  # type: ignore[arg-type]


def test_a_sheet_for_each_section_between_the_overview_and_the_choices(book: Workbook) -> None:
    assert book.sheetnames == [
        "总览", "关键时间", "实质性条款", "资格要求与证明材料", "须提交的材料与格式", "服务要求应答与偏离", "评分项(按分值)",
        "商务、付款与合同条款", "风险提示", "向采购方提出的问题", "选项",
    ]  # fmt: skip


def test_states_deviations_and_people_are_chosen_from_lists(book: Workbook, made: Checklist) -> None:
    sheet = book["服务要求应答与偏离"]
    rows = sum(row.section == "requirement" for row in made.rows)
    choices = {
        heads(sheet)[openpyxl.utils.column_index_from_string(str(v.sqref)[0]) - 1]: v
        for v in sheet.data_validations.dataValidation
    }
    assert choices["进度"].formula1 == '"待办,进行中,已完成,不适用"'
    assert choices["偏离"].formula1 == '"正偏离,无偏离,负偏离"'
    assert "'选项'!$A$3" in choices["责任人"].formula1
    assert not choices["责任人"].showErrorMessage
    assert str(choices["进度"].sqref).endswith(str(rows + 1))
    assert [cell.value for cell in book["选项"]["A"]][2:4] == ["投标负责人", "服务方案"]


def test_the_overview_counts_states_by_formula(book: Workbook) -> None:
    sheet = book["总览"]
    found = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows() if row[1].value is not None}
    assert found["服务要求应答与偏离"][0] == 2
    assert str(found["服务要求应答与偏离"][1]).startswith("=COUNTIF('服务要求应答与偏离'!")
    assert len([name for name in found if name != "分区"]) == SECTIONS + 1
    assert str(found["合计"][0]).startswith("=SUM(")
    links = [cell.hyperlink.location for cell in sheet["A"] if cell.hyperlink]
    assert links[0] == "'关键时间'!A1"


def test_sheets_are_frozen_filtered_and_set_up_for_print(book: Workbook) -> None:
    for sheet in book.worksheets[1:-1]:
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert "青石县社会救助服务项目" in sheet.oddHeader.left.text
        assert "2026-04-01" in sheet.oddHeader.left.text
        assert sheet.oddFooter.center.text == "第 &P 页,共 &N 页"
        assert all(cell.alignment.wrap_text for cell in sheet[2])


def test_a_name_with_the_sign_of_header_codes_prints_as_it_is(notice: Notice) -> None:
    named = notice.project.name.model_copy(update={"value": "A&B" * 60})
    made = checklist(notice.model_copy(update={"project": notice.project.model_copy(update={"name": named})}), on=DAY)
    sheet = openpyxl.load_workbook(io.BytesIO(render(made, ".xlsx"))).worksheets[1]
    assert sheet.oddHeader.left.text.startswith("A&&BA&&B")
    assert len(sheet.oddHeader.left.text) <= 120


def test_each_row_has_its_source_and_numbers_sort_as_numbers(book: Workbook) -> None:
    sheet = book["评分项(按分值)"]
    column = {name: index for index, name in enumerate(heads(sheet))}
    first = [cell.value for cell in sheet[2]]
    assert first[column["分值"]] == 20
    assert "服务方案20分" in first[column["原文"]]
    assert sheet.column_dimensions[openpyxl.utils.get_column_letter(column["识别码(勿改)"] + 1)].hidden


def test_dates_stand_first_and_near_ones_are_marked(notice: Notice) -> None:
    made = checklist(notice, on=date(2026, 4, 18))
    sheet = openpyxl.load_workbook(io.BytesIO(render(made, ".xlsx"))).worksheets[1]
    column = heads(sheet).index("剩余天数")
    row = next(row for row in sheet.iter_rows(min_row=2) if "截止" in str(row[2].value) and row[column].value == 2)
    assert row[column].fill.fgColor.rgb.endswith("FFF3BF")


def test_the_document_has_headers_captions_and_repeated_heads(made: Checklist) -> None:
    paper = Document(io.BytesIO(render(made, ".docx")))
    assert sum(len(table.rows) - 1 for table in paper.tables) == len(made.rows)
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in paper.tables)
    assert "青石县社会救助服务项目 · QS-2026-018 · 2026-04-01" in paper.sections[0].header.paragraphs[0].text
    footer = paper.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer
    captions = [paragraph for paragraph in paper.paragraphs if paragraph.style is not None and paragraph.style.name == "Caption"]
    assert len(captions) == len(paper.tables) == SECTIONS
    assert "SEQ 表" in captions[0]._p.xml
    headings = [p.text for p in paper.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings[0].startswith("关键时间")


def test_the_document_leaves_room_for_answers(made: Checklist) -> None:
    paper = Document(io.BytesIO(render(made, ".docx")))
    labels = [[cell.text for cell in table.rows[0].cells] for table in paper.tables]
    order = [child.tag for child in paper.tables[0]._tbl.tblPr]
    assert order.index(qn("w:tblCellMar")) < order.index(qn("w:tblLook"))
    table = next(row for row in labels if "要求数值" in row and "我方应答" in row)
    assert {"偏离", "责任人", "进度"} <= set(table)
    assert "识别码(勿改)" not in table


def test_csv_and_markdown_hold_every_row(made: Checklist) -> None:
    text = render(made, ".csv").decode("utf-8-sig")
    page = render(made, ".md").decode()
    assert "识别码" not in page
    assert "我方应答" in page
    for row in made.rows:
        assert row.clause.split("\n")[0][:20].lstrip("=") in text
    assert page.count("\n## ") == SECTIONS


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_office_program_opens_it(made: Checklist, tmp_path: Path, suffix: str) -> None:
    assert SOFFICE is not None
    path = export(made, tmp_path / f"todo{suffix}")
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", str(path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0
    assert "repair" not in (done.stdout + done.stderr).lower()
    assert (tmp_path / "todo.pdf").read_bytes().startswith(b"%PDF")
