"""Which rows of a table are column heads, which table sets labels beside values."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.document.model import Table
from tender_kit.document.tables import is_label_table


def table(rows: list[list[str]], *, head: bool = False) -> Table:
    tag = "th" if head else "td"
    first = "".join(f"<{tag}>{cell}</{tag}>" for cell in rows[0])
    rest = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return build_document(f"<table><tr>{first}</tr>{rest}</table>", media_type="text/html").tables[0]


def test_heads_above_rows() -> None:
    found = table([["序号", "服务内容", "数量", "单价（元）"], ["1", "探访", "120次", "80"], ["2", "助浴", "60次", "150"]])
    assert found.head_rows == 1
    assert found.heads == ("序号", "服务内容", "数量", "单价(元)")
    assert [row[1].text for row in found.body] == ["探访", "助浴"]


def test_heads_that_the_source_marks() -> None:
    assert table([["甲", "乙2026"], ["1", "2"]], head=True).head_rows == 1


def test_a_title_row_above_the_heads() -> None:
    html = (
        "<table><tr><td colspan=3>服务清单</td></tr><tr><td>序号</td><td>服务内容</td><td>数量</td></tr>"
        "<tr><td>1</td><td>探访</td><td>120</td></tr></table>"
    )
    found = build_document(html, media_type="text/html").tables[0]
    assert found.title is not None
    assert (found.title.flow.text, found.heads) == ("服务清单", ("序号", "服务内容", "数量"))


def test_heads_of_two_rows() -> None:
    html = (
        "<table><tr><td rowspan=2>服务名称</td><td colspan=2>频次</td></tr><tr><td>每月</td><td>每年</td></tr>"
        "<tr><td>探访</td><td>2</td><td>24</td></tr></table>"
    )
    found = build_document(html, media_type="text/html").tables[0]
    assert (found.head_rows, found.heads) == (2, ("服务名称", "频次每月", "频次每年"))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["项目名称", "助餐服务"], ["预算金额", "50万元"], ["采购人", "青石县民政局"]], id="two-columns"),
        pytest.param(
            [["项目名称", "助餐服务", "项目编号", "QS-01"], ["采购人", "青石县民政局", "联系电话", "0571-88001234"]],
            id="four-columns",
        ),
        pytest.param([["项目名称：", "助餐服务"], ["评审地点说明：", "三楼"]], id="colons-in-the-cells"),
    ],
)
def test_label_tables(rows: list[list[str]]) -> None:
    found = table(rows)
    assert is_label_table(found)
    assert found.head_rows == 0


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["供应商名称", "供应商地址", "中标金额"], ["甲公司", "东路1号", "100"]], id="an-award-table"),
        pytest.param([["项目名称", "预算金额", "采购人"]], id="one-row-of-labels"),
        pytest.param([["内容", "次数"], ["探访", "12"], ["助浴", "6"]], id="plain-columns"),
    ],
)
def test_no_label_tables(rows: list[list[str]]) -> None:
    assert not is_label_table(table(rows))


def test_rows_of_figures_are_no_heads() -> None:
    assert table([["2026年", "1200元", "98.5%"], ["2027年", "1300元", "99.5%"]]).head_rows == 0
