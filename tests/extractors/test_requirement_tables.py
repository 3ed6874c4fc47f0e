"""Tables of requirements: units and rhythms in columns of their own, cells that name all lots; posts in words."""

import pytest
from tests.extractors.test_requirements import figures, measures, read

from tender_kit.models.values import NoticeKind


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("指标名称\t数量\t单位\t周期", [("exactly", 120, "人次", "quarter"), ("exactly", 2, "场", "month")]),
        ("服务指标\t目标值\t单位\t频次", [("exactly", 120, "人次", "quarter"), ("exactly", 2, "场", "month")]),
        ("货物名称\t数量\t单位\t备注", []),
    ],
)
def test_units_and_rhythms_in_columns_beside_the_figure(heads: str, expected: list[tuple[str, int, str, str]]) -> None:
    found = measures(read(f"三、服务指标\n{heads}\n评估\t120\t人次\t每季度\n讲座\t2\t场\t每月\n"))
    assert [(m.comparator, m.value, m.unit, m.per) for m in found if not m.implied] == expected


def test_a_cell_that_says_shared_names_all_lots() -> None:
    table = "<h2>商务要求</h2><table><tr><th>分标</th><th>事项</th><th>要求</th></tr>"
    table += (
        "<tr><td>A分标</td><td>人员</td><td>社工不少于2名</td></tr><tr><td>B分标</td><td>人员</td><td>社工不少于3名</td></tr>"
    )
    table += "<tr><td>共同</td><td>响应</td><td>故障15分钟响应</td></tr></table>"
    assert [clause.lots for clause in read(table) if clause.measures] == [("A",), ("B",), ("A", "B")]


def test_a_post_in_words_binds_in_the_new_wording_of_a_correction() -> None:
    text = "更正公告\n更正内容\n1、原文件“负责人一名”，修改为“配备专职项目负责人一名，须持证”。\n"
    assert figures(text, NoticeKind.CORRECTION) == ["1名"]


def test_a_column_for_each_lot_with_the_unit_beside_the_name_of_the_row() -> None:
    table = "<h2>专项指标</h2><p>包A、包B</p><p>包A:东片服务</p><p>包B:西片服务</p><h2>服务要求</h2>"
    table += "<table><tr><th>指标</th><th>包A</th><th>包B</th></tr>"
    table += "<tr><td>全年个案(例)</td><td>30</td><td>不少于26</td></tr></table>"
    found = [(clause.lots, m.comparator, m.value, m.unit, m.per) for clause in read(table) for m in clause.measures]
    assert found == [(("A",), "exactly", 30, "例", "year"), (("B",), "at_least", 26, "例", "year")]


def test_an_item_is_work_where_its_neighbours_are() -> None:
    text = "一、项目基本情况\n项目编号:QS-1\n1.走访服务:每月走访不少于20户。\n"
    text += "2.资源链接:链接爱心单位不少于5家。\n3.活动:每季度开展活动1场。\n"
    assert [m.value for m in measures(read(text, NoticeKind.TENDER))] == [20, 5, 1]


def test_a_rhythm_in_the_head_of_a_column_governs_its_counts() -> None:
    rows = "个案\t不少于30例\n讲座\t6场,每场30人次\n满意\t满意率≥95%\n"
    found = measures(read(f"三、服务要求\n服务项目\t年度目标\n{rows}"))
    assert [(m.value, m.unit, m.per) for m in found] == [
        (30, "例", "year"),
        (6, "场", "year"),
        (30, "人次", None),
        (95, "%", None),
    ]


def test_heads_of_columns_bind_the_bare_figures_below() -> None:
    table = "三、服务要求\n岗位\t最低配置人数（人）\t单次时长不超过（分钟）\n社工\t3\t60\n督导\t1\t90\n"
    found = [(m.comparator, m.value, m.unit) for m in measures(read(table))]
    assert found == [("at_least", 3, "人"), ("at_most", 60, "分钟"), ("at_least", 1, "人"), ("at_most", 90, "分钟")]


def test_an_amount_beside_a_post_counts_people() -> None:
    table = "三、人员要求\n岗位\t数量\t要求\n负责人\t1名\t大专以上学历\n护理员\t不少于3名\t持健康证\n后勤\t2\t身体健康\n"
    found = [(m.comparator, m.value, m.unit) for m in measures(read(table))]
    assert found == [("exactly", 1, "名"), ("at_least", 3, "名"), ("exactly", 2, "人")]


def test_what_a_background_tells_binds_nobody() -> None:
    text = "采购需求\n一、项目背景\n某街道辖9个社区，有老年人3200人。\n二、服务要求\n每月走访老年人不少于20户。\n"
    assert [m.value for m in measures(read(text))] == [20]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [("服务内容\t数量\t单位", [(800, "人次")]), ("货物名称\t数量\t单位", [])],
)
def test_a_list_of_services_counts_work_and_one_of_goods_line_items(heads: str, expected: list[tuple[int, str]]) -> None:
    found = measures(read(f"三、服务要求\n{heads}\n助浴\t800\t人次\n轮椅\t20\t台\n总包\t1\t项\n"))
    assert [(m.value, m.unit) for m in found] == expected
