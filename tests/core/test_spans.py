"""Flows read without the blanks of the layout and know the way back."""

from __future__ import annotations

import pytest

from tender_kit.core.spans import Flow, Span, make_flow


@pytest.mark.parametrize(
    ("folded", "text"),
    [
        pytest.param("联 系  人: 李老师", "联系人:李老师", id="spaced-label"),
        pytest.param("2026-03-05 \n 09:30", "2026-03-05 09:30", id="day-and-hour-keep-one-space"),
        pytest.param("Office 365 版", "Office 365版", id="latin-words-keep-theirs"),
        pytest.param("不少于 12 \t次", "不少于12次", id="blanks-around-a-figure"),
        pytest.param("1 429 200 元", "1 429 200元", id="grouped-figure-stays-grouped"),
        pytest.param("不少于*\n***人次", "不少于****人次", id="mask-broken-over-lines"),
        pytest.param("不少于* ***人次", "不少于* ***人次", id="masks-side-by-side"),
        pytest.param("评审\n办法", "评审办法", id="word-broken-over-lines"),
        pytest.param(" 项目 ", "项目", id="blanks-at-the-ends"),
        pytest.param("预算金额", "预算金额", id="nothing-to-take-out"),
        pytest.param("   ", "", id="blanks-only"),
    ],
)
def test_what_a_flow_reads(folded: str, text: str) -> None:
    flow = make_flow(folded, 0)
    assert flow.text == text
    assert len(flow.offsets) == len(flow.text)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("地址", Span(10, 14)),
        ("12号", Span(19, 23)),
        ("地址:东路12号", Span(10, 23)),
    ],
)
def test_the_way_back(words: str, span: Span) -> None:
    source = "地  址: 东路 12 号"
    flow = make_flow(source, 10)
    at = flow.text.index(words)
    found = flow.span(at, at + len(words))
    assert found == span
    assert source[found.start - 10 : found.end - 10].replace(" ", "") == words


def test_parts_of_a_flow_keep_their_places() -> None:
    flow = make_flow("预算 : 50 万元 。", 100)
    part = flow.slice(3, 8).strip("。")
    assert (part.text, part.whole) == ("50万元", Span(105, 110))
    assert flow.slice(7, 8).strip("。").text == ""
    assert flow.whole == Span(100, 112)


def test_strip_of_nothing_but_signs_is_empty() -> None:
    assert Flow(" ; ", 0).strip(" ;").text == ""
