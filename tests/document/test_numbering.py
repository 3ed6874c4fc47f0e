"""List numbers at the beginning of a paragraph, and what only looks like one."""

from __future__ import annotations

import pytest

from tender_kit.core.fold import fold
from tender_kit.document.numbering import read_number


@pytest.mark.parametrize(
    ("text", "number", "style"),
    [
        ("第三章 采购需求", "第三章", "chapter"),
        ("第二部分 合同条款", "第二部分", "part"),
        ("第十二条 乙方责任", "第十二条", "article"),
        ("一、项目概况", "一、", "chinese"),
        ("十一、其他", "十一、", "chinese"),
        ("三.商务要求", "三.", "chinese"),
        ("（二）服务内容", "(二)", "chinese_bracket"),
        ("3.服务标准", "3.", "arabic"),
        ("3、服务标准", "3、", "arabic"),
        ("12、验收", "12、", "arabic"),
        ("5.4个案管理", "5.4", "decimal2"),
        ("2.1人员配置", "2.1", "decimal2"),
        ("1.2.3 回访", "1.2.3", "decimal3"),
        ("（3）走访", "(3)", "bracket"),
        ("[2]走访", "[2]", "bracket"),
        ("4）走访", "4)", "half_bracket"),
        ("②心理疏导", "②", "circled"),
        ("⑵心理疏导", "⑵", "circled"),
        ("A.服务站", "A.", "letter"),
        ("(*)服务站", "(*)", "masked_bracket"),
        ("*.服务站", "*.", "masked"),
        ("*、服务站", "*、", "masked_comma"),
        ("、预算资金", "、", "lost"),
    ],
)
def test_styles(text: str, number: str, style: str) -> None:
    found = read_number(fold(text).replace(" ", ""))
    assert (found.text, found.style) == (number, style)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2026年3月5日开标", id="a-year"),
        pytest.param("二〇二六年三月", id="a-year-in-words"),
        pytest.param("3.17日前提交", id="a-day-with-a-point"),
        pytest.param("50万元", id="a-sum"),
        pytest.param("1.5万元", id="a-sum-with-a-point"),
        pytest.param("2.5公里以内", id="a-distance"),
        pytest.param("95%以上", id="a-share"),
        pytest.param("第三方机构评估", id="third-party"),
        pytest.param("一户一档", id="a-set-phrase"),
        pytest.param("项目概况", id="plain-words"),
        pytest.param("0571-88001234", id="a-phone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text).length == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("3.3 1标段拟派项目经理须持证", "3.3", id="a-lot-behind-it"),
        pytest.param("3.3 12号包投标人须持证", "3.3", id="a-lot-of-two-digits-behind-it"),
        pytest.param("3.3 2包投标人须持证", "3.3", id="a-package-behind-it"),
        pytest.param("2.5 10 36.8", "", id="figures-of-a-row"),
        pytest.param("2.5 3包装", "", id="a-measure-word"),
    ],
)
def test_a_lot_may_stand_behind_a_number(text: str, number: str) -> None:
    assert read_number(text).text == number


@pytest.mark.parametrize(
    ("text", "marks", "number"),
    [
        ("★1.提供24小时热线", "★", "1."),
        ("▲(二)驻点人数", "▲", "(二)"),
        ("*三、付款方式", "*", "三、"),
        ("★▲3、人员", "★▲", "3、"),
    ],
)
def test_stars_before_a_number(text: str, marks: str, number: str) -> None:
    found = read_number(text)
    assert (found.marks, found.text) == (marks, number)


def test_markdown_headings_keep_their_level() -> None:
    assert [read_number(line).hashes for line in ("# 标题", "### 二、服务内容", "二、服务内容")] == [1, 3, 0]


def test_ranks_nest() -> None:
    lines = ["第一章总则", "一、概况", "(一)目标", "1.内容", "1.1场地", "(1)面积", "①卧室"]
    ranks = [read_number(line).rank for line in lines]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
