"""Which answer of a form is ticked."""

from __future__ import annotations

import pytest

from tender_kit.core.fold import fold
from tender_kit.core.spans import make_flow
from tender_kit.quantities.checkboxes import keep_ticked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("■是 □否", "是", id="black-square"),
        pytest.param("□是 ☑否", "否", id="ticked-square"),
        pytest.param("□是 √否", "否", id="bare-tick"),
        pytest.param("（√）是（ ）否", "是", id="ticks-in-brackets"),
        pytest.param("是□ 否☑", "否", id="boxes-behind-the-answers"),
        pytest.param("是☑否□", "是", id="boxes-behind-without-gap"),
        pytest.param("□接受 ■不接受", "不接受", id="longer-answers"),
        pytest.param("更正事项：☑采购公告 □采购文件 □采购结果", "更正事项:采购公告", id="three-answers"),
        pytest.param("☑采购公告 ☑采购文件 □采购结果", "采购公告采购文件", id="two-ticked"),
        pytest.param("□是 □否", "是否", id="nothing-ticked-nothing-chosen"),
        pytest.param("本项目（□是 ☑否）接受联合体", "本项目(否)接受联合体", id="inside-a-sentence"),
        pytest.param("●服务要求", "●服务要求", id="a-bullet-is-no-box"),
        pytest.param("不接受联合体", "不接受联合体", id="no-box-at-all"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert keep_ticked(make_flow(fold(text), 0)).text == left


def test_what_is_left_knows_its_place() -> None:
    text = "接受联合体：□是 ☑否。"
    flow = keep_ticked(make_flow(fold(text), 0))
    at = flow.text.index("否")
    span = flow.span(at, at + 1)
    assert text[span.start : span.end] == "否"
