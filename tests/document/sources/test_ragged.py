"""Running text whose lines were cut anywhere, and lists of lines that were not."""

from __future__ import annotations

import pytest
from tests.work import grows_in_step

from tender_kit.document.sources.text import read_text

CUT = """三、服务内容
    承接单位为辖区独居老人提供上门服务,每户每月上门不少于2次,每次服
务不少于40分钟,并为行动不便的老人代办医保、水电等事项,每季度组织集体活动不少于
3场,每场参加人数不少于30人,活动照片随月报一并报送;服务对象满意度不低
于90%,每月汇总一次,投诉和表扬一并登记,逐条回访,回访记录存档备查,
投诉应在2个工作日内答复,答复率达到100%。
"""


def texts(text: str) -> list[str]:
    return [part.text.replace("\n", "") for part in read_text(text)]  # type: ignore[union-attr]


def test_a_paragraph_that_was_cut_anywhere_is_one_again() -> None:
    title, paragraph = texts(CUT)
    assert title == "三、服务内容"
    assert "每次服务不少于40分钟" in paragraph
    assert "不少于3场" in paragraph
    assert paragraph.endswith("答复率达到100%。")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "每户每月上门不少于2次,每次不少于40分钟,老人代办医保、水电等\n抽取20单核验时长,每单不足扣1分,至多扣12分\n", id="cells"
        ),
        pytest.param(
            CUT.replace("\n务", "\n\n务").replace("\n3", "\n\n3").replace("\n于", "\n\n于").replace("\n投", "\n\n投"),
            id="blank-lines",
        ),
        pytest.param(
            "项目名称:青石县社工站项目,采购方式:竞争性磋商,预算金额:50万元,\n最高限价:48万元,\n服务期限:一年,\n", id="labels"
        ),
    ],
)
def test_lines_that_stand_for_themselves_stay_apart(text: str) -> None:
    assert len(texts(text)) == len([line for line in text.split("\n") if line.strip()])


def test_joining_is_linear() -> None:
    assert grows_in_step(read_text, "承接单位为辖区独居老人提供上门服务,每户每月上门不少于2次,每次不少于\n")
