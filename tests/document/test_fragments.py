"""Lines that are pieces of one paragraph, and one line that is several."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.document.fragments import split_paragraph


def lines(text: str) -> list[str]:
    return [block.flow.text for block in build_document(text).blocks]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("投标截止时间：2026\n年\n3\n月\n5\n日", ["投标截止时间:2026年3月5日"], id="a-date-one-token-a-line"),
        pytest.param("本项目预算为50\n万元整", ["本项目预算为50万元整"], id="a-figure-cut-from-its-unit"),
        pytest.param("地\n址：东路1号", ["地址:东路1号"], id="a-label-sign-by-sign"),
        pytest.param("现委托青石招标有限公司（以下简称\n代理机构）组织采购", None, id="a-bracket-over-two-lines"),
        pytest.param("响应文件应于\n2026年3月5日前送达", ["响应文件应于2026年3月5日前送达"], id="a-dangling-preposition"),
        pytest.param("每季培训不少于\n12课时", ["每季培训不少于12课时"], id="a-comparator-cut-from-its-figure"),
        pytest.param("使用操作培训不\n少于1次", ["使用操作培训不少于1次"], id="a-comparator-cut-in-two"),
        pytest.param("详见采购文件\n。", ["详见采购文件。"], id="a-full-stop-alone"),
    ],
)
def test_pieces_are_joined(text: str, read: list[str] | None) -> None:
    assert lines(text) == (read or ["现委托青石招标有限公司(以下简称代理机构)组织采购"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("采购人：青石县民政局\n采购代理机构：青石招标有限公司", id="two-labels"),
        pytest.param("一、项目概况\n二、服务要求", id="two-headings"),
        pytest.param("服务内容如下\n（一）走访探视", id="a-bracketed-number-begins-a-paragraph"),
        pytest.param("服务内容如下\n（*）走访探视", id="a-hidden-number-begins-a-paragraph"),
        pytest.param("服务内容如下\n*、走访探视", id="a-hidden-ordinal-begins-a-paragraph"),
        pytest.param("青石县民政局\n2026年3月5日", id="a-signature-and-its-day"),
        pytest.param("是否接受联合体:不\n1.资格", id="an-answer-is-no-comparator"),
        pytest.param("走访不少于4次。\n每次不少于1小时。", id="two-sentences"),
    ],
)
def test_paragraphs_stay_apart(text: str) -> None:
    assert lines(text) == text.replace("：", ":").replace("（", "(").replace("）", ")").split("\n")


def test_a_joined_line_quotes_the_document() -> None:
    document = build_document("预算金额：50\n万元")
    (block,) = document.blocks
    at = block.flow.text.index("50")
    assert document.evidence(block.flow.span(at, at + 4), "r").quote == "50\n万元"


def split(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_paragraph(text, 0, len(text))]


FILLER = "本项目面向辖区内困难家庭提供走访探视、心理疏导、资源链接和政策宣传等服务,由承接机构组建专业队伍按月开展。" * 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(f"一、项目概况:{FILLER}二、服务要求:{FILLER}", 2, id="headings-inside"),
        pytest.param(f"{FILLER}     联系人:李老师", 2, id="a-wide-gap"),
        pytest.param(f"{FILLER}要求如下:(一)走访。(二)宣传。", 3, id="bracketed-ordinals"),
        pytest.param(f"{FILLER}符合前款(一)规定的除外。", 1, id="one-ordinal-is-a-reference"),
        pytest.param("一、概况:略。二、要求:略。", 1, id="a-line-of-usual-length"),
        pytest.param("地      址:东路1号", 1, id="a-spaced-label"),
    ],
)
def test_long_lines_are_cut(text: str, count: int) -> None:
    parts = split(text)
    assert len(parts) == count
    assert "".join(parts) == "".join(text.split()) or "     " in text or "      " in text


def test_a_lot_list_is_not_cut() -> None:
    assert len(split(f"{FILLER}本次采购一、二、三包同时进行。")) == 1
