"""Running text under no telling title: its own words say whether it binds the work."""

import pytest
from tests.extractors.test_requirements import figures

from tender_kit import parse


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("录制微课15节,每节10分钟", ["15节", "10分钟"]),
        ("培育社团6个,每个不少于15人", ["6个", "15人"]),
        ("出具审计报告一式6份", ["6份"]),
        ("图像完好率98%,数据每日备份", ["98%"]),
        ("托管班3期,专职教师不少于5名", ["3期", "5名"]),
        ("投标人近三年业绩不少于2个", []),
        ("响应文件一式4份,电子版1份", []),
    ],
)
def test_work_under_an_untelling_title_is_known_by_its_words(words: str, expected: list[str]) -> None:
    assert figures(f"某县服务项目询价公告\n一、项目情况\n1.名称:某县服务项目\n2.概况:{words}\n") == expected


def test_supervision_is_a_service_and_who_supervises_none() -> None:
    text = "比选公告\n二、服务内容\nA.网格员培训\nA1 培训不少于2次。\nB.社区食堂监管\nB1 每家每周现场巡查不少于3次。\n"
    text += "三、监管部门\n电话5次未接可改邮件。\n"
    assert figures(text) == ["2次", "3次"]


def test_names_of_lots_days_and_rules_of_scoring_are_no_clauses() -> None:
    text = "采购需求\n一、服务要求\n标项1、标项2\n2026年3月\n18.2万元\n招标范围:\n人员持证上岗。\n"
    text += (
        "二、考核\n考核项目\t考核内容\t评分标准\t分值\n管理\t台账齐全\t每缺1份扣2分\t40\n成效\t按时开放\t一次未开放扣5分\t60\n"
    )
    told = [requirement.text for requirement in parse(text).requirements]
    assert {"人员持证上岗。", "台账齐全"} <= set(told)
    assert not {"标项1、标项2", "2026年3月", "18.2万元", "招标范围:", "每缺1份扣2分", "一次未开放扣5分"} & set(told)
