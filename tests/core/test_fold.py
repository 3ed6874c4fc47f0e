"""Folding keeps every place: an offset in the folded text is an offset in the text."""

from __future__ import annotations

import pytest

from tender_kit.core.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("预算（万元）：８７．５", "预算(万元):87.5", id="full-width-figures-and-brackets"),
        pytest.param("★满意度≥９０％", "★满意度≥90%", id="percent-sign"),
        pytest.param("政府釆购", "政府采购", id="the-other-sign-for-buying"),
        pytest.param("地\u3000\u00a0址", "地  址", id="ideographic-and-no-break-space"),
        pytest.param("￥５０万元", "¥50万元", id="two-yen-signs"),
        pytest.param("ＪＨ﹡﹡－０１", "JH**-01", id="small-asterisks"),
        pytest.param("时间∶9︰30", "时间:9:30", id="ratio-signs-for-colons"),
        pytest.param("\ufeff项目\u200b名称", " 项目 名称", id="byte-order-mark-and-zero-width"),
        pytest.param("⼯程", "工程", id="kangxi-radical-from-a-pdf"),
        pytest.param("、。“”《》【】—", "、。“”《》【】—", id="chinese-punctuation-stays"),
        pytest.param("120㎡…⑴①", "120㎡…⑴①", id="signs-that-would-grow-stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


def test_folding_twice_changes_nothing() -> None:
    once = fold("投标（响应）截止时间：２０２６年４月１日\u3000９时")
    assert once == "投标(响应)截止时间:2026年4月1日 9时"
    assert fold(once) == once
