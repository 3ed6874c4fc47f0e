"""From bytes to a document: one text, every part a span of it."""

from __future__ import annotations

import hashlib

import pytest

from tender_kit.core.spans import make_flow
from tender_kit.document.build import build_document, join_flows

PLAIN = "青石县助餐项目采购公告\n\n一、项目名称：助餐项目\n二、预算金额：５０万元\n序号\t内容\t数量\n1\t供餐\t120\n2\t配送\t60\n"
HTML = (
    "<html><body><h1>青石县助餐项目采购公告</h1><p>预算金额：<b>５０</b>万元</p>"
    "<table><tr><td rowspan=2>供餐</td><td>早餐</td></tr><tr><td>午餐</td></tr></table></body></html>"
)


@pytest.mark.parametrize(("source", "media_type"), [(PLAIN, "text/plain"), (HTML, "text/html")], ids=["plain", "html"])
def test_every_part_is_a_span_of_the_text(source: str, media_type: str) -> None:
    document = build_document(source, media_type=media_type)
    assert len(document.folded) == len(document.text)
    assert document.blocks
    for block in document.blocks:
        assert document.folded[block.start] == block.flow.text[0]
        assert document.folded[block.end - 1] == block.flow.text[-1]
        assert all(document.folded[at] == sign for at, sign in zip(block.flow.offsets, block.flow.text, strict=True))
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))


def test_the_text_keeps_its_characters() -> None:
    document = build_document(PLAIN, uri="a.txt")
    assert "５０万元" in document.text
    assert "50万元" in document.folded
    assert (document.uri, document.sha256) == ("a.txt", hashlib.sha256(PLAIN.encode()).hexdigest())


def test_bytes_of_an_old_page() -> None:
    document = build_document(PLAIN.encode("gb18030"))
    assert document.encoding.lower().startswith("gb")
    assert "青石县助餐项目采购公告" in document.text


def test_a_table_in_plain_lines_becomes_cells() -> None:
    (table,) = build_document(PLAIN).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["序号", "内容", "数量"],
        ["1", "供餐", "120"],
        ["2", "配送", "60"],
    ]


def test_spans_of_cells_are_spread_out() -> None:
    (table,) = build_document(HTML, media_type="text/html").tables
    assert [[cell.text for cell in row] for row in table.rows] == [["供餐", "早餐"], ["供餐", "午餐"]]
    assert table.rows[0][0] is table.rows[1][0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("预算金额：**万元\n项目编号：QS-****-**\n联系电话：0571-********", True, id="figures-behind-asterisks"),
        pytest.param("*1.投标人须具备资质。\n*2.服务期一年。", False, id="asterisks-that-mark-clauses"),
        pytest.param("预算金额：50万元", False, id="no-asterisks"),
    ],
)
def test_masked_documents(text: str, masked: bool) -> None:
    assert build_document(text).masked is masked


def test_traditional_characters_are_read_and_quoted_as_written() -> None:
    document = build_document(
        "採購項目公告\n預算金額：50萬元\n採購人：青石縣民政局\n項目名稱：養老服務項目\n聯繫電話：0571-88001234\n開標時間：2026年4月1日"
    )
    pair = next(pair for pair in document.pairs if "buyer" in pair.fields)
    assert pair.value.text == "青石县民政局"
    assert document.words(pair.value) == "青石縣民政局"


@pytest.mark.parametrize("source", [" \n\t ", "。", "——\n***"], ids=["blank", "one-sign", "signs"])
def test_nothing_to_read_is_no_crash(source: str) -> None:
    document = build_document(source)
    assert (document.pairs, document.tables, document.root.children) == ([], [], [])


def test_flows_are_joined_by_a_line_break() -> None:
    joined = join_flows([make_flow("甲 乙", 0), make_flow("丙", 10)])
    assert joined.text == "甲乙\n丙"
    assert joined.span(3, 4) == (10, 11)
    assert join_flows([]).text == ""
