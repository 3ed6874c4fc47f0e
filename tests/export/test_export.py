"""Exports: one value, seven formats; whole files, safe cells, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from tender_kit.analysis.checklist import checklist
from tender_kit.analysis.compare import compare
from tender_kit.core.errors import TenderKitError
from tender_kit.export import SUFFIXES, export, render
from tender_kit.models.checklist import Checklist
from tender_kit.models.comparison import Comparison
from tender_kit.models.notice import Notice

HOSTILE = '=HYPERLINK("http://x.example")<script>alert(1)</script>|**万元'


@pytest.fixture
def hostile(notice: Notice) -> Notice:
    clause = notice.requirements[1].model_copy(update={"text": HOSTILE})
    return notice.model_copy(update={"requirements": (clause,)})


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_value_goes_into_every_format_and_always_the_same(notice: Notice, other: Notice, suffix: str) -> None:
    for value in (notice, compare([notice, other]), checklist(notice), [notice, other]):
        first = render(value, suffix)
        assert len(first) > 100
        assert first == render(value, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_notice_that_says_nothing_can_be_written(notice: Notice, suffix: str) -> None:
    empty = Notice(source=notice.source)
    for value in (empty, compare([empty, empty]), checklist(empty), [empty]):
        assert render(value, suffix)


def test_json_gives_the_models_back(notice: Notice, other: Notice) -> None:
    again = Notice.model_validate_json(render(notice, ".json"))
    assert again == notice.model_copy(update={"document": None})
    comparison = compare([notice, other])
    bare = tuple(column.model_copy(update={"document": None}) for column in comparison.columns)
    assert Comparison.model_validate_json(render(comparison, ".json")) == comparison.model_copy(update={"columns": bare})
    made = checklist(notice)
    assert Checklist.model_validate_json(render(made, ".json")) == made


def test_figures_in_json_are_strings_of_digits(notice: Notice) -> None:
    assert json.loads(render(notice, ".json"))["budget"]["value"]["yuan"] == "500000.00"


def test_json_lines_hold_a_notice_each(notice: Notice, other: Notice) -> None:
    lines = render([notice, other], ".jsonl").decode().splitlines()
    assert [json.loads(line)["source"]["uri"] for line in lines] == ["qingshi.txt", "heian.txt"]


def test_html_escapes_what_the_notice_says_and_needs_nothing_else(hostile: Notice) -> None:
    page = render(checklist(hostile), ".html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.replace("http://x.example", "")


def test_spreadsheet_cells_are_words_never_formulas(hostile: Notice) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(checklist(hostile), ".xlsx")))
    cells = [cell for sheet in book.worksheets[1:] for row in sheet.iter_rows() for cell in row]
    cells = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {HOSTILE, "=团队配置"} <= {cell.value for cell in cells}
    # The overview counts with formulas of our own; it repeats no words of the notice as one.
    formulas = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.data_type == "f"]
    assert [formula for formula in formulas if not re.match(r"=(?:COUNTIF|SUM|IF)\(", formula)] == []


def test_csv_cells_are_words_never_formulas(hostile: Notice) -> None:
    text = render(checklist(hostile), ".csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert "'" + HOSTILE in cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_the_sheet_is_frozen_filtered_and_wide_enough(notice: Notice) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(render([notice, notice], ".xlsx"))).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_markdown_keeps_masks_and_bars(hostile: Notice) -> None:
    text = render(hostile, ".md").decode()
    assert "\\*\\*万元" in text
    assert "\\|" in text


def test_the_document_repeats_its_heads_and_holds_every_row(notice: Notice) -> None:
    made = checklist(notice)
    paper = Document(io.BytesIO(render(made, ".docx")))
    assert sum(len(table.rows) - 1 for table in paper.tables) == len(made.rows)
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in paper.tables)
    assert paper.core_properties.author == "tender_kit"


def test_control_characters_do_not_break_office_files(notice: Notice) -> None:
    clause = notice.requirements[1].model_copy(update={"text": "一\x00二\x0b三\ufffe"})
    broken = notice.model_copy(update={"requirements": (clause,)})
    for suffix in (".xlsx", ".docx"):
        assert render(broken, suffix)


def test_a_comparison_marks_who_asks_most(notice: Notice, other: Notice) -> None:
    text = render(compare([notice, other]), ".md").decode()
    assert "要求最高: heian(24 次/年)" in text
    page = render(compare([notice, other]), ".html").decode()
    assert 'class="b most"' in page


def test_english_words(notice: Notice) -> None:
    text = render(checklist(notice, language="en"), ".md", language="en").decode()
    assert "## Key dates" in text
    assert "2026-04-20 09:30" in text


def test_a_file_appears_whole(notice: Notice, tmp_path: Path) -> None:
    target = export(notice, tmp_path / "notice.md")
    assert target.read_bytes() == render(notice, ".md")
    assert [path.name for path in tmp_path.iterdir()] == ["notice.md"]


@pytest.mark.parametrize(("name", "said"), [("a.pdf", ".pdf"), ("plain", "-"), ("no/such/a.md", "no/such")])
def test_wrong_targets_are_refused_with_what_to_do(notice: Notice, tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(TenderKitError, match=said):
        export(notice, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_other_values_are_refused() -> None:
    with pytest.raises(TenderKitError, match="dict"):
        render({"a": 1}, ".md")  # type: ignore[arg-type]


def test_a_missing_extra_is_named(notice: Notice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tender_kit.export.xlsx", None)
    with pytest.raises(TenderKitError, match="openpyxl"):
        render(notice, ".xlsx")


def test_the_verb_and_the_package_of_its_name_are_both_there(notice: Notice, tmp_path: Path) -> None:
    code = "import tender_kit.export, tender_kit as tk; tk.export([], 'a.md'); print(tk.export)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout
    assert (tmp_path / "a.md").is_file()
