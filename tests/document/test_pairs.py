"""Labels and their values, wherever the page puts them."""

from __future__ import annotations

import pytest

from tender_kit.document.build import build_document
from tender_kit.document.model import Pair


def pairs(text: str, media_type: str = "text/plain") -> list[Pair]:
    return build_document(text, media_type=media_type).pairs


def brief(text: str) -> list[tuple[str, str]]:
    return [(pair.label, pair.value.text) for pair in pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("项目编号：QS-2026-01", [("项目编号", "QS-2026-01")], id="one-in-a-line"),
        pytest.param("项目编号：QS-01 项目名称：助餐服务", [("项目编号", "QS-01"), ("项目名称", "助餐服务")], id="two-in-a-line"),
        pytest.param("地    址：东路1号", [("地址", "东路1号")], id="spaced-label"),
        pytest.param("二、预算金额：50万元。", [("预算金额", "50万元")], id="behind-a-list-number"),
        pytest.param("投标截止时间：2026年4月1日9:30", [("投标截止时间", "2026年4月1日9:30")], id="colon-of-a-time-is-none"),
        pytest.param(
            "联系人：李老师电话：0571-88001234", [("联系人", "李老师"), ("电话", "0571-88001234")], id="no-gap-between-two"
        ),
        pytest.param(
            "代理机构：恒信咨询有限公司 地址：南路9号",
            [("代理机构", "恒信咨询有限公司"), ("地址", "南路9号")],
            id="company-before-the-gap-is-no-part-of-the-label",
        ),
        pytest.param("采购人名称：\n青石县民政局", [("采购人名称", "青石县民政局")], id="value-in-the-next-line"),
        pytest.param("项目名称\n助餐服务", [("项目名称", "助餐服务")], id="label-alone-in-its-line"),
        pytest.param("网址：http://www.example.cn/a", [("网址", "http://www.example.cn/a")], id="colon-of-an-address"),
        pytest.param("【采购预算】 50万元（含税）", [("采购预算", "50万元(含税)")], id="label-in-brackets"),
        pytest.param(
            "【开标时间】2026年4月1日【开标地点】二楼", [("开标时间", "2026年4月1日"), ("开标地点", "二楼")], id="two-in-brackets"
        ),
        pytest.param("【公开招标】助餐服务采购公告", [], id="bracket-that-is-no-label"),
        pytest.param("招标编号 青建招〔2026〕3号", [("招标编号", "青建招〔2026〕3号")], id="blank-behind-the-label"),
        pytest.param(
            "项目名称 助餐服务  预算金额 50万元", [("项目名称", "助餐服务"), ("预算金额", "50万元")], id="two-with-blanks"
        ),
        pytest.param("项目名称 预算金额 采购时间", [], id="heads-of-columns"),
        pytest.param(
            "采购人：青石县民政局 联系人 苟干事 电话：0839-8620011",
            [("采购人", "青石县民政局联系人苟干事"), ("联系人", "苟干事"), ("电话", "0839-8620011")],
            id="blank-between-colons",
        ),
        pytest.param("项目编号：\n项目名称：助餐服务", [("项目编号", ""), ("项目名称", "助餐服务")], id="empty-before-a-label"),
    ],
)
def test_in_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("预算金额（万元）：87.5", "万元"),
        ("最高限价（如有）：50万元", "如有"),
        ("投标截止时间（北京时间）：2026年4月1日", "北京时间"),
        ("投标截止时间变更为：2026年4月1日", "变更为"),
    ],
)
def test_what_stands_in_the_label(text: str, note: str) -> None:
    (pair,) = pairs(text)
    assert note in pair.note
    assert pair.fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("采购人：青石县民政局", "buyer"),
        ("招 标 人：青石县民政局", "buyer"),
        ("政府采购计划编号：QSJH-1", "plan_number"),
        ("招标控制价：50万元", "ceiling"),
        ("合同履行期限：一年", "service_period"),
        ("提交响应文件截止时间及地点：2026年4月1日", "bid_deadline"),
    ],
)
def test_what_a_label_means(text: str, field: str) -> None:
    (pair,) = pairs(text)
    assert field in pair.fields


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("供应商应当在规定的时间内完成下列工作:走访。", id="a-clause-with-a-colon"),
        pytest.param("本项目的实施地点:青石县。", id="short-label-inside-a-word"),
    ],
)
def test_known_fields_are_not_found_inside_clauses(text: str) -> None:
    assert [pair.fields for pair in pairs(text) if "time" in pair.fields or "place" in pair.fields] == []


def test_tables_of_labels() -> None:
    html = "<table><tr><td>项目名称</td><td>助餐服务</td></tr><tr><td>预算金额（万元）</td><td>36</td></tr></table>"
    assert [(p.label, p.note, p.value.text, p.form) for p in pairs(html, "text/html")] == [
        ("项目名称", "", "助餐服务", "cell"),
        ("预算金额", "万元", "36", "cell"),
    ]


def test_a_cell_that_names_whose_labels_stand_beside_it_is_no_label() -> None:
    for group, below in (("<td rowspan=2>采购人</td>", ""), ("<td>采购人</td>", "<td>采购人</td>")):
        rows = f"<tr>{group}<td>地址</td><td>东路1号</td></tr><tr>{below}<td>联系人</td><td>赵工</td></tr>"
        found = pairs(f"<table>{rows}</table>", "text/html")
        assert [(p.label, p.value.text) for p in found] == [("地址", "东路1号"), ("联系人", "赵工")]


def test_the_only_project_of_a_table() -> None:
    table = "序号\t采购项目名称\t采购需求概况\t预算金额（万元）\t预计采购时间\n1\t助餐服务\t为老年人供餐\t36\t2026年7月"
    found = [(p.label, p.note, p.value.text) for p in pairs(table) if p.form == "column"]
    assert found == [("采购项目名称", "", "助餐服务"), ("预算金额", "万元", "36")]


def test_labels_and_values_parted_by_tabs() -> None:
    (where, when) = pairs("行政区域\t清河区\t公告时间\t2026年05月11日 17:02")
    assert [(p.label, p.value.text) for p in (where, when)] == [("行政区域", "清河区"), ("公告时间", "2026年05月11日17:02")]


def test_several_projects_of_a_table_are_no_pairs() -> None:
    table = "序号\t采购项目名称\t预算金额（万元）\n1\t助餐服务\t36\n2\t助浴服务\t20"
    assert [p for p in pairs(table) if p.form == "column"] == []


def test_a_pair_knows_its_section_and_its_place() -> None:
    document = build_document("一、项目基本情况\n预算金额：50 万元")
    pair = document.pairs[-1]
    assert pair.section.title == "项目基本情况"
    assert document.text[pair.label_span.start : pair.label_span.end] == "预算金额"
    assert document.evidence(pair.value.whole, "r").quote == "50 万元"


LOTS = (
    "<table><tr><td>标段</td><td>名称</td><td>投标截止时间</td></tr>"
    "<tr><td>一标段</td><td>日间照料</td>{one}</tr><tr><td>二标段</td><td>居家照料</td>{two}</tr></table>"
)


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        ('<td rowspan="2">2026-04-01 09:30</td>', "", ["2026-04-01 09:30"]),
        ("<td>2026-04-01 09:30</td>", "<td>2026-04-01 09:30</td>", ["2026-04-01 09:30"]),
        ("<td>2026-04-01 09:30</td>", "<td>2026-04-02 09:30</td>", ["2026-04-01 09:30", "2026-04-02 09:30"]),
    ],
    ids=["merged", "repeated", "different"],
)
def test_a_column_of_deadlines_speaks_for_the_project(one: str, two: str, values: list[str]) -> None:
    found = pairs(LOTS.format(one=one, two=two), "text/html")
    assert [pair.value.text for pair in found if pair.form == "column"] == values
