"""``tender-kit checklist`` as a user runs it: lots, a day, corrections, and a filled file brought over."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from tender_kit.app.cli.program import build_program

CORPUS = Path(__file__).parents[2] / "corpus"
TENDER = """溪口区老年人上门服务项目竞争性磋商公告
一、项目基本情况
项目编号:XK-2026-018
采购方式:竞争性磋商
预算金额:890000.00元
二、响应文件提交
截止时间:2026年1月20日09时00分
三、服务要求
1.每名老人每月上门不少于2次。
2.建立服务台账,每月更新。
四、联系方式
采购人:溪口区民政局
"""
CORRECTION = """溪口区老年人上门服务项目更正公告
一、原公告的采购项目编号:XK-2026-018
二、更正内容
1.原公告中“每名老人每月上门不少于2次”,现变更为“每名老人每月上门不少于3次”。
2.响应文件提交截止时间由2026年1月20日09时00分变更为2026年1月27日14时00分。
"""


def run(*arguments: str, language: str = "zh") -> Result:
    return CliRunner().invoke(build_program(language), ["checklist", *arguments])  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tender.txt").write_text(TENDER, "utf-8")
    (tmp_path / "correction.txt").write_text(CORRECTION, "utf-8")
    return tmp_path


def rows(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)["rows"]
    return found


def test_days_are_counted_from_the_day_that_is_given(folder: Path) -> None:
    made = rows(run(str(folder / "tender.txt"), "--on", "2026-01-10", "--format", "json"))
    deadline = next(row for row in made if row["key"] == "schedule.bid_deadline")
    assert (deadline["days_left"], deadline["workdays_left"]) == (10, 7)


def test_a_day_that_is_none_is_refused() -> None:
    result = run("x.txt", "--on", "1.4.2026")
    assert result.exit_code == 2
    assert "2026-04-01" in result.stderr


def test_one_lot_is_listed() -> None:
    source = str(CORPUS / "yunyan_jiuzhuzhan_2024" / "source.txt")
    made = rows(run(source, "--lot", "01", "--format", "json"))
    assert {tuple(row["lots"]) for row in made} == {(), ("01",)}  # type: ignore[arg-type]
    refused = run(source, "--lot", "9")
    assert (refused.exit_code, "01, 02, 03" in refused.stderr) == (2, True)


@pytest.mark.parametrize("order", [("tender", "correction"), ("correction", "tender")])
def test_a_correction_is_taken_in_whatever_the_order(folder: Path, order: tuple[str, ...]) -> None:
    made = rows(run(*(str(folder / f"{name}.txt") for name in order), "--format", "json"))
    changed = {str(row["clause"]) for row in made if row["change"] == "changed"}
    assert {"每名老人每月上门不少于3次。", "投标(响应)截止"} <= changed


def test_answers_survive_a_correction(folder: Path) -> None:
    first, second = folder / "first.xlsx", folder / "second.xlsx"
    assert run(str(folder / "tender.txt"), "-o", str(first)).exit_code == 0
    book = openpyxl.load_workbook(first)
    sheet = book["服务要求应答与偏离"]
    heads = [cell.value for cell in sheet[1]]
    for row in (2, 3):
        sheet.cell(row, heads.index("我方应答") + 1).value = f"应答{row}"
    book.save(first)
    result = run("--merge", str(first), str(folder / "tender.txt"), str(folder / "correction.txt"), "-o", str(second))
    assert result.exit_code == 0
    assert "保留 2 行填写内容" in result.stderr
    sheet = openpyxl.load_workbook(second)["服务要求应答与偏离"]
    heads = [cell.value for cell in sheet[1]]
    kept = {row[heads.index("条款原文")].value: row[heads.index("我方应答")].value for row in sheet.iter_rows(min_row=2)}
    assert kept == {"每名老人每月上门不少于3次。": "应答2", "建立服务台账,每月更新。": "应答3"}
    marks = [row[heads.index("变化")].value for row in sheet.iter_rows(min_row=2)]
    assert marks[0] == "已变更"


def test_two_notices_are_refused(folder: Path) -> None:
    (folder / "other.txt").write_text(TENDER, "utf-8")
    result = run(str(folder / "tender.txt"), str(folder / "other.txt"))
    assert result.exit_code == 2
    assert "一份公告" in result.stderr


def test_a_correction_alone_does_not_wipe_out_what_was_filled_in(folder: Path) -> None:
    assert run(str(folder / "tender.txt"), "-o", str(folder / "first.xlsx")).exit_code == 0
    result = run("--merge", str(folder / "first.xlsx"), str(folder / "correction.txt"))
    assert result.exit_code == 2
    assert "同时给出原公告" in result.stderr


def test_a_file_that_is_no_checklist_is_refused(folder: Path) -> None:
    (folder / "bad.xlsx").write_bytes(b"nothing")
    result = run("--merge", str(folder / "bad.xlsx"), str(folder / "tender.txt"), "-o", str(folder / "out.xlsx"))
    assert result.exit_code == 2
    assert not (folder / "out.xlsx").exists()


def test_it_speaks_english(folder: Path) -> None:
    result = run(str(folder / "tender.txt"), "--lang", "en", language="en")
    assert "Key dates" in result.stdout
    assert "Days left" in result.stdout
    assert "Key (do not edit)" not in result.stdout
