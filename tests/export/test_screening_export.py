"""Screenings as reports: the same words in every format, safe cells, the same bytes."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

import tender_kit as tk
from tender_kit.export import SUFFIXES, make_report, render
from tender_kit.models.screening import Screening, ScreeningTable
from tender_kit.vocab.words import load_words

ROOT = Path(__file__).parent.parent.parent
ON = date(2026, 3, 2)


@pytest.fixture(scope="module")
def table() -> ScreeningTable:
    notices = [tk.parse(path) for path in sorted(ROOT.glob("corpus/*/source.*"))[:12]]
    return tk.screen(notices, tk.load_profile(ROOT / "examples" / "org.toml"), on=ON)


@pytest.fixture(scope="module")
def hostile() -> Screening:
    head = "青石县社工站项目公开招标公告\n"
    text = f"{head}项目名称:=HYPERLINK(1)<script>alert(1)</script>\n二、申请人的资格要求:\n1.须为<b>行业龙头|=1+1;"
    return tk.screen(tk.parse(text), tk.load_profile(ROOT / "examples" / "org.toml"), on=ON)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_both_go_into_every_format_and_always_the_same(table: ScreeningTable, suffix: str) -> None:
    for value in (table, table[0]):
        first = render(value, suffix)
        assert len(first) > 300
        assert first == render(value, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_table_can_be_written(suffix: str) -> None:
    assert render(ScreeningTable(on=ON, screenings=()), suffix) or suffix == ".jsonl"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_has_a_row_for_every_check(table: ScreeningTable, language: str) -> None:
    words = load_words(language)  # type: ignore[arg-type]  # a parameter of the test
    for screening in table.screenings:
        report = make_report(screening, words)
        assert sum(len(part.rows) for part in report.parts) == len(screening.results)
    report = make_report(table, words)
    assert [len(part.rows) for part in report.parts] == [len(table), sum(len(s.results) for s in table.screenings)]


def test_the_page_escapes_and_says_the_outcome(hostile: Screening, table: ScreeningTable) -> None:
    page = render(hostile, ".html").decode()
    assert "<script" not in page
    assert "行业龙头" in page
    assert "不可投" in render(table, ".html").decode()


def test_the_sheet_holds_words_not_formulas(hostile: Screening) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(hostile, ".xlsx")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")} <= {"s"}


def test_the_document_holds_every_check(table: ScreeningTable) -> None:
    paper = Document(io.BytesIO(render(table[0], ".docx")))
    assert sum(len(part.rows) - 1 for part in paper.tables) == len(table[0].results)
