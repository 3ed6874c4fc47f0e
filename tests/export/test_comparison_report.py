"""A comparison in the formats that are read, printed or counted with."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import openpyxl
import pytest
from docx import Document
from openpyxl.worksheet.worksheet import Worksheet
from tests.export.made_comparison import HOSTILE, made_comparison, made_large, made_versions

from tender_kit.export import make_report, render
from tender_kit.export.comparison_report import comparison_list, report_for_width
from tender_kit.export.comparison_words import nested, rounded, row_depths, say_lead
from tender_kit.export.report import SHADES
from tender_kit.models.comparison import Cell, Column, Comparison, Entry, Row
from tender_kit.vocab.words import load_words

ZH = load_words("zh")


def lines_of(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(comparison, ".csv").decode("utf-8-sig"))))


def sheets_of(comparison: Comparison) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(io.BytesIO(render(comparison, ".xlsx"))).worksheets}


def test_markdown_says_who_asks_most_and_by_how_much() -> None:
    text = render(made_comparison(), ".md").decode()
    for words in (
        "要求最高: heian(24 次/年) +4 次/年(20%)",
        "仅此提出: qingshi",
        "未提出: loaded",
        "★ 1.1 ≥4 次/季度",
        "\\[= 16 次/年]",
        "<br>　每次不少于1小时",
        "| 　每次时长 |",
        "(每万元预算 0.32)",
        "包 01、02 · 50万元 · 12 个月 · 4 人",
    ):
        assert words in text
    assert "↑ 收紧" in render(made_versions(), ".md").decode()


def test_csv_has_a_line_for_each_entry_and_for_each_silent_cell() -> None:
    made = made_comparison()
    lines = lines_of(made)
    assert len(lines) == sum(len(cell.entries) or 1 for row in made.rows for cell in row.cells)
    visit = next(line for line in lines if line["内容"].startswith("≥4 次/季度"))
    assert visit["分组"] == "服务要求"
    assert visit["主题类别"] == "专业服务"
    assert visit["列"] == "qingshi"
    assert (visit["可比数值"], visit["可比单位"], visit["条款号"], visit["实质性"]) == ("16", "次/年", "1.1", "是")
    assert visit["原文"] == "每季度入户走访不少于4次"
    most = next(line for line in lines if line["要求最高"] == "是" and line["键"] == "staff.social_worker")
    assert (most["高出次高者"], most["高出(%)"]) == ("2", "50")
    assert {line["状态"] for line in lines} == {"已读出", "已遮蔽", "有多个值", "未能读懂", "未提及"}


def test_csv_of_versions_says_what_changed() -> None:
    assert [line["版本变化"] for line in lines_of(made_versions()) if line["列"] == "2026"] == ["收紧", "删除", "新增", "相同"]


def test_what_a_version_drops_is_in_the_workbook() -> None:
    values = [row for row in sheets_of(made_versions())["逐项数据"].iter_rows(values_only=True) if "删除" in row]
    assert [(row[4], row[5]) for row in values] == [("午餐", "2026")]


def test_silent_columns_are_told_apart_where_one_of_them_dropped_it() -> None:
    row = made_versions().rows[1]
    columns = (*made_versions().columns, Column(key="2027", sha256="c"))
    made = Comparison(
        columns=columns, rows=(row.model_copy(update={"cells": (*row.cells, Cell()), "changes": (None, "dropped", "same")}),)
    )
    assert [cells[1].text for cells in comparison_list(made, ZH).parts[0].rows] == ["2025", "2026", "2027"]


def test_the_workbook_has_a_sheet_for_each_group_and_one_of_entries() -> None:
    sheets = sheets_of(made_comparison())
    assert list(sheets) == ["金额", "人员配备", "服务要求", "付款与商务", "其他条款", "逐项数据", "source"]
    service = sheets["服务要求"]
    assert service.freeze_panes == "C2"
    assert service.auto_filter.ref == "A1:E3"
    assert service.column_dimensions["C"].width == 40
    assert service["D2"].fill.fgColor.rgb.endswith(SHADES["strictest"])
    assert sheets["金额"]["D2"].fill.fgColor.rgb.endswith(SHADES["masked"])


def test_figures_in_the_workbook_can_be_counted_with() -> None:
    sheet = sheets_of(made_comparison())["逐项数据"]
    heads = [cell.value for cell in sheet[1]]
    figures = [row[heads.index("可比数值")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert sum(figure for figure in figures if figure is not None) == 16 + 24 + 2 + 20 + 1 + 4 + 6
    assert "未提及" not in [row[heads.index("状态")] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_quotes_are_notes_and_formulas_are_words() -> None:
    sheet = sheets_of(made_comparison())["付款与商务"]
    assert sheet["D2"].comment is not None
    assert sheet["D2"].comment.text == '=HYPERLINK("http://x.example")'
    entries = sheets_of(made_comparison())["逐项数据"]
    cells = [cell for row in entries.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("suffix", [".md", ".csv", ".xlsx", ".docx", ".html"])
def test_hostile_texts_go_into_every_format(suffix: str) -> None:
    data = render(made_comparison(), suffix)
    assert data == render(made_comparison(), suffix)
    assert b"\x1b" not in data or suffix in (".xlsx", ".docx")  # those are compressed
    if suffix in (".md", ".csv"):
        assert b"\x00" not in data
        assert HOSTILE.encode() not in data


def test_paper_gets_a_list_where_columns_are_many() -> None:
    paper = Document(io.BytesIO(render(made_large(9, 10, 200), ".docx")))
    assert [cell.text for cell in paper.tables[0].rows[0].cells] == ["主题", "列", "内容"]
    narrow = Document(io.BytesIO(render(made_comparison(), ".docx")))
    assert len(narrow.tables[0].rows[0].cells) == 5


def test_a_list_names_who_says_what_and_the_silent_ones_as_the_rest() -> None:
    parts = {part.title: part for part in comparison_list(made_comparison(), ZH).parts}
    assert [[cell.text for cell in row] for row in parts["金额"].rows] == [
        ["预算金额", "qingshi", "50万元"],
        ["", "heian", "\u202e万05算预\u202c"],
        ["", "其余 1 列", "—"],
    ]
    assert [cell.text for cell in parts["其他条款"].rows[0]] == ["其他条款", "qingshi, heian, loaded", "全年活动8场"]
    assert parts["人员配备"].rows[0][0].text == "专职社工(人)\n要求最高(6 人) +2 人(50%)"


def test_a_terminal_shows_side_by_side_what_has_room() -> None:
    made = made_comparison()
    assert report_for_width(made, ZH, 120) == make_report(made, ZH)
    assert report_for_width(made, ZH, 80) == comparison_list(made, ZH)
    assert report_for_width(made_large(5, 5, 200), ZH, 120).parts[0].columns[1].label == "列"


@pytest.mark.parametrize(
    ("direction", "lead", "said"),
    [("more", "4", "+4 次/年(33.33%)"), ("less", "2", "−2 次/年(33.33%)"), ("more", None, "")],
)
def test_how_a_lead_is_said(direction: str, lead: str | None, said: str) -> None:
    percent = Decimal(100) / 3 if lead else None
    row = Row(group="service", key="k", label="k", cells=(), unit="次", per_year=True, direction=direction,
              lead=Decimal(lead) if lead else None, lead_percent=percent)  # type: ignore[arg-type]  # fmt: skip
    assert say_lead(row, ZH) == said


@pytest.mark.parametrize(
    ("under", "order"),
    [
        ((None, None, None), [(0, "0"), (0, "1"), (0, "2")]),
        ((None, None, 0), [(0, "0"), (1, "2"), (0, "1")]),
        ((None, 0, 1), [(0, "0"), (1, "1"), (2, "2")]),
        ((2, None, None), [(0, "1"), (0, "2"), (1, "0")]),
        ((1, 0, None), [(0, "2"), (0, "0"), (0, "1")]),  # a ring
        ((0, 9, -1), [(0, "0"), (0, "1"), (0, "2")]),  # itself, beyond the end, before the beginning
    ],
)
def test_no_entry_is_lost_whatever_it_hangs_under(under: tuple[int | None, ...], order: list[tuple[int, str]]) -> None:
    entries = [Entry(text=str(place), under=above) for place, above in enumerate(under)]
    assert [(depth, entry.text) for depth, entry in nested(entries)] == order


def test_depths_of_rows() -> None:
    made = [Row(group="other", key=key, parent=parent, label=key, cells=()) for key, parent in ("a ", "ba", "cb", "dx", "ee")]
    assert row_depths(made) == [0, 1, 2, 0, 0]


def test_rounding_keeps_small_figures() -> None:
    assert [rounded(Decimal(value)) for value in ("0", "0.00123456", "-0.5", "12345.678")] == [
        "0",
        "0.00123",
        "-0.5",
        "12,345.68",
    ]
