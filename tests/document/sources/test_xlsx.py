"""Spreadsheets that are attached to notices: lists to buy, score tables."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import tender_kit
from tender_kit.core.errors import LimitExceeded, UnreadableSource
from tender_kit.document.layout import Layout
from tender_kit.document.sources import Limits, read_layout
from tender_kit.document.sources.xlsx_values import shown

from .shapes import cells, grids, texts

ITEMS = (
    ("某县福利院护理用品采购清单", None, None, None),
    ("预算金额：36.8万元", None, None, None),
    ("序号", "名称", "数量", "单价（元）"),
    (1, "护理床", 10, 1200.5),
    (2, "轮椅", 5, 880),
    ("合计：见上表", None, None, None),
)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def book(*rows: tuple[object, ...]) -> tuple[openpyxl.Workbook, Worksheet]:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    return made, sheet


def layout_of(made: openpyxl.Workbook, limits: Limits | None = None) -> Layout:
    return read_layout(saved(made), limits=limits or Limits())


def test_titles_and_notes_are_lines_and_rows_are_a_table() -> None:
    layout = layout_of(book(*ITEMS)[0])
    assert layout.media_type.endswith("spreadsheetml.sheet")
    assert texts(layout) == ["某县福利院护理用品采购清单", "预算金额：36.8万元", "合计：见上表"]
    assert cells(grids(layout.parts)[0])[1] == ["1", "护理床", "10", "1200.5"]


def test_a_list_to_buy_is_read_into_items() -> None:
    notice = tender_kit.parse(saved(book(*ITEMS)[0]))
    assert [
        (item.name, str(item.quantity), str(item.unit_price.value.yuan)) for item in notice.items if item.unit_price.value
    ] == [
        ("护理床", "10", "1200.5"),
        ("轮椅", "5", "880"),
    ]
    assert notice.budget.value is not None
    assert notice.budget.value.yuan == 368000


def test_merged_cells_reach_over_rows_and_columns() -> None:
    made, sheet = book(("因素", "分值", None), ("服务方案", 20, "完整"), (None, 10, "可行"), (None, None, "其他"))
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("A2:A4")
    (grid,) = grids(layout_of(made).parts)
    spans = [(cell.rowspan, cell.colspan) for row in grid.rows for cell in row]
    assert cells(grid)[1:] == [["服务方案", "20", "完整"], ["10", "可行"], ["", "其他"]]
    assert spans[:3] == [(1, 1), (1, 2), (3, 1)]


def test_a_row_that_only_a_merged_cell_fills_beside_it_stays_in_the_table() -> None:
    made, sheet = book(("因素", "标准"), ("方案", "完整"), (None, "可行"))
    sheet.merge_cells("A2:A3")
    layout = layout_of(made)
    assert texts(layout) == []
    assert len(grids(layout.parts)[0].rows) == 3


def test_sheets_stand_under_their_names_in_order_and_empty_rows_part_tables() -> None:
    made, _ = book(("甲", "乙"), ("1", "2"), (), ("丙", "丁"), ("3", "4"))
    more = made.create_sheet("评分表")
    more.append(("因素", "分值"))
    more.append(("报价", 30))
    layout = layout_of(made)
    assert texts(layout) == ["评分表"]
    assert [cells(grid)[0] for grid in grids(layout.parts)] == [["甲", "乙"], ["丙", "丁"], ["因素", "分值"]]


def test_what_is_hidden_is_left_out_and_said() -> None:
    made, sheet = book(("甲", "乙", "丙"), ("1", "2", "3"), ("4", "5", "6"))
    made.create_sheet("草稿").append(("不公开", "9"))
    made["草稿"].sheet_state = "hidden"
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    layout = layout_of(made)
    assert cells(grids(layout.parts)[0]) == [["甲", "丙"], ["1", "3"]]
    assert [code for code, _, _ in layout.notes] == ["source.part_unread"]


def test_formulas_are_not_run_and_values_look_as_in_the_sheet() -> None:
    made, sheet = book(
        ("项目", "预算", "比例", "截止"), ("甲", 1429200, 0.3, datetime(2026, 4, 20, 9, 30)), ("乙", "=1+1", True, "#N/A")
    )
    sheet["B2"].number_format, sheet["C2"].number_format = '#,##0.00"元"', "0%"
    sheet["D2"].number_format = "yyyy-mm-dd hh:mm"
    assert cells(grids(layout_of(made).parts)[0])[1:] == [
        ["甲", "1,429,200.00元", "30%", "2026-04-20 09:30"],
        ["乙", "", "TRUE", "#N/A"],
    ]


@pytest.mark.parametrize(
    ("stored", "code", "seen"),
    [
        ("12", "General", "12"),
        ("1200000", "General", "1200000"),
        ("1.5E-3", "General", "0.0015"),
        ("36.8", '0.00"万元"', "36.80万元"),
        ("1234567.895", "#,##0.00_);[Red]\\(#,##0.00\\)", "1,234,567.90"),
        ("0.085", "0.0%", "8.5%"),
        ("10", "0.##", "10"),
        ("500", "[$¥-804]#,##0", "¥500"),
        ("46132", 'yyyy"年"m"月"d"日"', "2026年4月20日"),
        ("0.395833333", "h:mm", "09:30"),
        ("999999999999", "yyyy-mm-dd", "999999999999"),
        ("1E9999", "0.00", "1E9999"),
        ("nan", "0.00", "nan"),
        ("五", "0.00", "五"),
        ("5", "0." + "0" * 5000, "5.00000000000000000000"),
    ],
)
def test_a_number_is_given_as_it_is_seen(stored: str, code: str, seen: str) -> None:
    assert shown(stored, code) == seen


def test_cells_that_are_far_apart_cost_nothing_until_they_make_a_table() -> None:
    made, sheet = book(("甲", "乙"), ("1", "2"))
    sheet["XFD1048576"] = "远"
    assert texts(layout_of(made)) == ["远"]
    made, sheet = book()
    for n in range(1, 200):
        sheet.cell(n, 3 * n, "甲")
        sheet.cell(n, 3 * n + 1, "乙")
    with pytest.raises(LimitExceeded, match=r"Limits\(table_cells"):
        layout_of(made, Limits(table_cells=50_000))


def test_merged_cells_that_lie_over_one_another_are_bounded() -> None:
    made, sheet = book(("甲", "乙"), *[("1", "2")] * 2_000)
    for n in range(2, 2_000):
        sheet.merged_cells.add(f"A{n}:B2000")
    assert cells(grids(layout_of(made).parts)[0])[0] == ["甲", "乙"]


def test_broken_files_give_one_clear_error() -> None:
    whole = saved(book(*ITEMS)[0])
    for data in (whole[:-200], whole.replace(b"xl/workbook.xml", b"xl/workbook.xmm")):
        with pytest.raises(UnreadableSource, match=r"\.xlsx"):
            read_layout(data)
