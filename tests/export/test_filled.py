"""Filled checklists come back: what a person has written, from spreadsheets as they leave a spreadsheet program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tender_kit.analysis.checklist import checklist
from tender_kit.core.errors import TenderKitError
from tender_kit.document.sources.limits import Limits
from tender_kit.export import export
from tender_kit.export.filled import merge_checklist, read_checklist
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.notice import Notice

DAY = date(2026, 4, 1)


def filled(notice: Notice) -> Checklist:
    update = {
        "response": "=满足\n见第12页",
        "deviation": "positive",
        "state": "done",
        "responsible": "王老师",
        "remarks": "+核对",
    }
    made = checklist(notice, on=DAY)
    return made.model_copy(update={"rows": tuple(row.model_copy(update=update) for row in made.rows)})


def answers(row: ChecklistRow) -> tuple[str, ...]:
    return row.response, row.deviation, row.state, row.responsible, row.remarks


def clause_rows(made: Checklist) -> list[ChecklistRow]:
    return [row for row in made.rows if row.section in ("mandatory", "requirement", "payment")]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_answers_come_back_from_every_format(notice: Notice, tmp_path: Path, suffix: str, language: str) -> None:
    path = export(filled(notice), tmp_path / f"todo{suffix}", language=language)  # type: ignore[arg-type]
    merged = merge_checklist(path, notice, on=DAY)
    assert {answers(row) for row in clause_rows(merged)} == {("=满足\n见第12页", "positive", "done", "王老师", "+核对")}
    assert {row.state for row in merged.rows} == {"done"}
    assert {row.change for row in merged.rows} == {""}


def test_a_score_items_own_points_and_a_reply_are_answers(notice: Notice, tmp_path: Path) -> None:
    merged = merge_checklist(export(filled(notice), tmp_path / "a.xlsx"), notice, on=DAY)
    assert {row.response for row in merged.rows if row.section in ("scoring", "question")} == {"=满足\n见第12页"}


def edit(path: Path, change: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def put(book: openpyxl.Workbook, sheet: str, head: str, row: int, value: object) -> None:
    heads = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, heads.index(head) + 1).value = value  # type: ignore[union-attr]


def test_sheets_may_be_sorted_renamed_and_get_columns_of_their_own(notice: Notice, tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["服务要求应答与偏离"]
        put(book, sheet.title, "我方应答", 2, "每月更新")
        sheet.title = "技术响应"
        sheet.insert_cols(1)
        sheet.cell(1, 1).value = "页码"
        sheet.move_range(f"A2:{openpyxl.utils.get_column_letter(sheet.max_column)}2", rows=5)

    path = edit(export(checklist(notice, on=DAY), tmp_path / "a.xlsx"), change)
    merged = merge_checklist(path, notice, on=DAY)
    assert [row.response for row in merged.rows if row.response] == ["每月更新"]
    assert next(row for row in merged.rows if row.response).clause_number == "1.2"


def test_a_clause_without_its_key_is_found_by_its_words(notice: Notice, tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        put(book, "实质性条款", "我方应答", 2, "承诺5次")
        put(book, "实质性条款", "识别码(勿改)", 2, None)

    merged = merge_checklist(edit(export(checklist(notice, on=DAY), tmp_path / "a.xlsx"), change), notice, on=DAY)
    assert [row.response for row in merged.rows if row.section == "mandatory"] == ["承诺5次"]


def test_a_state_that_is_no_choice_is_named_with_its_place(notice: Notice, tmp_path: Path) -> None:
    path = export(checklist(notice, on=DAY), tmp_path / "a.xlsx")
    with pytest.raises(TenderKitError, match=r"第 2 行.*差不多.*待办"):
        read_checklist(edit(path, lambda book: put(book, "实质性条款", "进度", 2, "差不多")))


def foreign(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["姓名", "电话"])
    book.save(path)


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)


def with_entities(path: Path) -> None:
    foreign(path)
    source = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            head = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>' if name.endswith("sheet1.xml") else b""
            new.writestr(name, head + old.read(name))


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("other.xlsx", foreign, "不是本工具生成的清单"),
        ("bomb.xlsx", bomb, "没有读取"),
        ("entities.xlsx", with_entities, "外部实体"),
        ("broken.xlsx", lambda path: path.write_bytes(b"PK\x03\x04 nothing"), "无法打开"),
        ("empty.xlsx", lambda path: path.write_bytes(b""), "无法打开"),
        ("no.json", lambda path: path.write_text("{}"), "不是本工具生成的清单"),
        ("no.csv", lambda path: path.write_text("a,b\n1,2\n"), "不是本工具生成的清单"),
        ("latin.csv", lambda path: path.write_bytes(b"\xff\xfe\x00a"), "无法打开"),
        ("todo.docx", lambda path: path.write_bytes(b"PK"), "xlsx、csv 和 json"),
        ("missing.xlsx", lambda path: None, "无法打开"),
    ],
)
def test_what_is_no_checklist_is_refused_in_one_sentence(
    tmp_path: Path, name: str, make: Callable[[Path], object], said: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(TenderKitError, match=said) as caught:
        read_checklist(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_the_limits_hold(notice: Notice, tmp_path: Path) -> None:
    path = export(checklist(notice, on=DAY), tmp_path / "a.xlsx")
    for limits in (Limits(bytes=100), Limits(decompressed=1000), Limits(entries=3), Limits(table_cells=20)):
        with pytest.raises(TenderKitError, match="Limits"):
            read_checklist(path, limits=limits)


def test_a_workbook_saved_by_another_program_is_read(notice: Notice, tmp_path: Path) -> None:
    """Days that a spreadsheet program has made of texts are days again, and numbers stay what they were."""

    def change(book: openpyxl.Workbook) -> None:
        put(book, "关键时间", "截止时间", 2, date(2026, 4, 20))

    path = edit(export(filled(notice), tmp_path / "a.xlsx"), change)
    row = read_checklist(path).rows[0]
    assert row.section == "dates"
    assert row.due == date(2026, 4, 20)
