"""Score tables in all the forms that they come in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.document.build import build_document
from tender_kit.extractors.context import Context
from tender_kit.extractors.score_tables import extract_score_tables
from tender_kit.models.demands import ScoreTable


def read(source: str, media_type: str = "text/plain") -> tuple[Context, tuple[ScoreTable, ...]]:
    context = Context(document=build_document(source, media_type=media_type))
    return context, extract_score_tables(context)


def rows(table: ScoreTable) -> list[tuple[str, str, object]]:
    return [
        (group.name, item.text, item.points.mask if item.points.value is None else item.points.value)
        for group in table.groups
        for item in group.items
    ]


def html(*lines: str) -> str:
    return "<html><body><p>六、评审办法</p><table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table></body></html>"


def test_a_grid_with_merged_groups_and_factors() -> None:
    source = html(
        "<td>评审部分</td><td>序号</td><td>评审因素</td><td>分值</td><td>评审标准</td>",
        "<td rowspan=2>商务部分<br>（12分）</td><td>1</td><td>类似业绩</td><td>8</td><td>每提供一份合同得2分，最高得8分。</td>",
        "<td>2</td><td>荣誉</td><td>4</td><td>每项得1分，最高得4分。</td>",
        "<td rowspan=2>技术部分（78分）</td><td rowspan=2>3</td><td rowspan=2>团队</td><td>40</td><td>社工每增加1名得5分。</td>",
        "<td>38</td><td>护士每增加1名得2分。</td>",
        "<td>价格部分（10分）</td><td>4</td><td>报价</td><td>10</td><td>最低价为基准价，得满分。</td>",
        "<td colspan=3>合计</td><td>100</td><td></td>",
    )
    context, (table,) = read(source, "text/html")
    assert rows(table) == [
        ("商务部分", "类似业绩", Decimal(8)),
        ("商务部分", "荣誉", Decimal(4)),
        ("技术部分", "团队 社工每增加1名得5分", Decimal(40)),
        ("技术部分", "团队 护士每增加1名得2分", Decimal(38)),
        ("价格部分", "报价", Decimal(10)),
    ]
    assert (table.purpose, table.total.value, table.groups[0].points.value) == ("evaluation", Decimal(100), Decimal(12))
    assert set(context.claimed.values()) == {"score"}
    document = context.document
    evidence = [quote for group in table.groups for item in group.items for quote in item.evidence]
    assert all(document.text[quote.start : quote.end] == quote.quote for quote in evidence)


def test_rows_that_head_groups_and_a_table_that_goes_on_over_a_page() -> None:
    first = "<table><tr><td>评分项目</td><td>评分标准</td><td>分值</td></tr><tr><td colspan=3>一、商务部分（20分）</td></tr>"
    first += "<tr><td>信誉</td><td>优得20分，良得10分。</td><td>20</td></tr></table>"
    second = (
        "<table><tr><td colspan=3>二、服务部分（80分）</td></tr><tr><td>方案</td><td>完整得80分。</td><td>80</td></tr></table>"
    )
    _, (table,) = read(f"<html><body>{first}{second}</body></html>", "text/html")
    assert rows(table) == [("商务部分", "信誉", Decimal(20)), ("服务部分", "方案", Decimal(80))]


def test_a_table_without_points_column_needs_points_in_its_words() -> None:
    head = "<td>序号</td><td>评审因素</td><td>评审标准</td>"
    checked = html(head, "<td>1</td><td>营业执照</td><td>有效</td>", "<td>2</td><td>签章</td><td>齐全</td>")
    scored = html(
        head, "<td>1</td><td>业绩</td><td>每个得2分，最高得6分</td>", "<td>2</td><td>方案</td><td>优得9分，良得5分</td>"
    )
    assert read(checked, "text/html")[1] == ()
    assert [points for _, _, points in rows(read(scored, "text/html")[1][0])] == [Decimal(6), Decimal(9)]


def test_scores_of_bidders_are_no_score_table() -> None:
    source = html(
        "<td>供应商名称</td><td>价格分值</td><td>技术得分</td><td>排名</td>", "<td>甲公司</td><td>9</td><td>80</td><td>1</td>"
    )
    assert read(source, "text/html")[1] == ()


def test_tabs_with_masked_points() -> None:
    text = "评审小组打分，满分***分。\n"
    text += "序号\t评审项目\t评审要点\t分值\n*\t团队\t社工每名得*分,最高得**分\t**分\n*\t方案\t目标明确\t**分\n九、其他"
    _, (table,) = read(text)
    assert rows(table) == [("", "团队", "**"), ("", "方案", "**")]
    assert (table.total.mask, table.groups[0].items[0].criterion) == ("***", "社工每名得*分,最高得**分")


FLAT = """站点运营量化评分表

工作类别

工作要求

计分(满分***)

场地(**分)

*.设接待室、活动室两类空间

每类得*分,共*分。

*.门牌按统一样式制作。

*分。

活动  *分)

每月举办主题活动≥*场,全年不间断

基础分为*分,每多一场加*分,*分。

其他

街道交办的其他工作任务。

、经费

不超过**万元
"""


def test_flattened_rows_without_a_counter() -> None:
    context, (table,) = read(FLAT)
    assert rows(table) == [
        ("场地", "设接待室、活动室两类空间", "*"),
        ("场地", "门牌按统一样式制作", "*"),
        ("活动", "每月举办主题活动≥*场,全年不间断", "*"),
        ("其他", "街道交办的其他工作任务", None),
    ]
    assert (table.title, table.purpose, table.total.mask) == ("站点运营量化评分表", "evaluation", "***")
    assert [rule.kind for rule in table.groups[1].items[0].rules] == ["base", "increment"]
    assert all(context.document.blocks[index].flow.text != "不超过**万元" for index in context.claimed)


def test_flattened_rows_with_the_points_before_the_criterion() -> None:
    text = "评分标准\n评分因素\n分值\n评分标准\n"
    text += "报价\n10分\n最低报价为基准价。\n其他报价按比例计算。\n"
    text += "方案\n60分\n优得60分，良得40分。\n业绩\n30分\n每个得10分。\n七、公告期限\n五个工作日"
    _, (table,) = read(text)
    assert rows(table) == [("", "报价", Decimal(10)), ("", "方案", Decimal(60)), ("", "业绩", Decimal(30))]
    assert table.groups[0].items[0].criterion == "最低报价为基准价。 其他报价按比例计算"


def test_one_cell_a_line_with_counters_and_groups() -> None:
    text = (
        "某站考核评分表（总分20分）\n考核项目\n序号\n考核内容\n评分办法\n分值\n站点（10分）\n1\n每周开放五天\n少一天扣1分\n6\n"
        "2\n台账齐全\n由考核组评定\n4\n活动（10分）\n3\n每月一场\n每场1分\n10\n扣分项\n4\n发生安全事故\n每起扣20分\n/\n某街道办事处"
    )
    context, (table,) = read(text)
    assert [(group, points) for group, _, points in rows(table)] == [
        ("站点", Decimal(6)),
        ("站点", Decimal(4)),
        ("活动", Decimal(10)),
        ("扣分项", None),
    ]
    assert (table.purpose, table.total.value) == ("performance", Decimal(20))
    kinds = {context.document.blocks[index].flow.text: kind for index, kind in context.claimed.items()}
    assert (kinds["每周开放五天"], kinds["少一天扣1分"]) == ("indicator", "score")


def test_a_list_of_deductions() -> None:
    text = "二、考核标准\n每月基准分100分。\n1.迟到的，每次扣2分。\n"
    text += "2.未着装的，每次扣1分。\n3.被投诉的，每次扣10分。\n三、付款\n4.按月支付。"
    _, (table,) = read(text)
    assert rows(table) == [("", "迟到的,每次扣2分", None), ("", "未着装的,每次扣1分", None), ("", "被投诉的,每次扣10分", None)]
    assert table.groups[0].items[2].rules[0].points.value == Decimal(10)
    assert table.purpose == "performance"


def test_factors_told_in_clauses() -> None:
    text = "五、评审办法\n采用综合评分法，满分100分。\n1.报价（20分）：以最低价为基准。\n2.实施方案（50分）\n"
    text += "完整可行的得50分，较好的得30分。\n3.团队（30分）：每名社工得5分，最高30分。\n六、公告期限\n5个工作日"
    _, (table,) = read(text)
    assert rows(table) == [("", "报价", Decimal(20)), ("", "实施方案", Decimal(50)), ("", "团队", Decimal(30))]
    assert (table.total.value, table.groups[0].items[1].criterion) == (Decimal(100), "完整可行的得50分,较好的得30分")


def test_a_row_whose_points_are_the_sum_of_those_below_heads_them() -> None:
    head = "<td>序号</td><td>评分项</td><td>权重(%)</td><td>评分准则</td>"
    rows_of = ["<td>1</td><td>服务部分</td><td>60</td><td></td>", "<td></td><td>方案</td><td>40</td><td>优得满分</td>"]
    _, (table,) = read(html(head, *rows_of, "<td></td><td>人员</td><td>20</td><td>每人5分</td>"), "text/html")
    assert rows(table) == [("服务部分", "方案", Decimal(40)), ("服务部分", "人员", Decimal(20))]
    assert table.groups[0].points.value == Decimal(60)


def test_flattened_rows_that_bare_points_close() -> None:
    text = "评分因素\n评分标准\n分值\n"
    text += "报价\n最低价为基准。\n得分保留两位小数。\n10\n方案\n完整得50-90分。\n较差得0-49分。\n90\n合计\n100"
    _, (table,) = read(text)
    assert rows(table) == [("", "报价", Decimal(10)), ("", "方案", Decimal(90))]
    assert table.groups[0].items[1].criterion == "完整得50-90分。 较差得0-49分"


def test_flattened_rows_that_begin_with_their_group() -> None:
    text = "评审部分\n评审因素\n评分标准\n分值\n商务评审\n业绩\n每个得3分，最高得12分。\n12\n"
    text += "商务评审\n团队\n每人得2分，最高得8分。\n8\n技术评审\n方案\n优得80分，良得50分。\n80\n"
    _, (table,) = read(text)
    assert rows(table) == [
        ("商务评审", "业绩", Decimal(12)),
        ("商务评审", "团队", Decimal(8)),
        ("技术评审", "方案", Decimal(80)),
    ]


def test_factors_told_in_one_sentence() -> None:
    _, (table,) = read("八、评分构成：服务方案45分，团队30分，报价25分；总分最高者入选。\n")
    assert rows(table) == [("", "服务方案", Decimal(45)), ("", "团队", Decimal(30)), ("", "报价", Decimal(25))]


@pytest.mark.parametrize("text", ["评分构成：服务方案45分，团队30分。\n", "考核结果：一组60分，二组30分，三组20分。\n"])
def test_points_that_do_not_make_a_hundred_are_no_factors(text: str) -> None:
    assert read(text)[1] == ()


def test_a_column_of_notes_says_how_points_are_earned() -> None:
    source = html(
        "<td>评审部分</td><td>评分项</td><td>说明</td><td>分值</td>",
        "<td>商务</td><td>业绩</td><td>每份合同得3分，最高得15分</td><td>15分</td>",
        "<td>技术</td><td>方案</td><td>优60至85分，良30至59分</td><td>85分</td>",
    )
    _, (table,) = read(source.replace("六、评审办法", "本项目采用综合评分法，满分100分，评审因素如下："), "text/html")
    assert [item.criterion for group in table.groups for item in group.items] == [
        "每份合同得3分,最高得15分",
        "优60至85分,良30至59分",
    ]
    assert [piece.quote for piece in table.evidence] == ["本项目采用综合评分法，满分100分，评审因素如下："]


@pytest.mark.parametrize(
    "text",
    [
        "六、付款\n1.考核得分90分及以上的全额支付。\n2.考核得分80分以上的扣减10%。\n3.低于80分的不予支付。",
        "评审得分由高到低排序，得分相同的按报价由低到高排序。",
        "名称\n分值\n联系方式\n电话：0000-1234567",
    ],
)
def test_prose_about_scores_is_no_table(text: str) -> None:
    assert read(text)[1] == ()


def test_names_before_what_is_judged_are_groups() -> None:
    source = "考核评分表\n项目 | 考核内容 | 分值\n走访完成 | 按月走访，每少1户扣1分 | 60分\n老人评价 | 满意率92%得满分 | 40分\n"
    _, (table,) = read(source)
    assert rows(table) == [("走访完成", "按月走访,每少1户扣1分", Decimal(60)), ("老人评价", "满意率92%得满分", Decimal(40))]


def test_groups_said_again_in_each_row_are_groups() -> None:
    source = "评分办法，满分100分\n评审部分\t评审内容\t评分标准\t分值\n价格部分\t投标报价\t最低价得满分\t30\n"
    source += "商务部分\t类似业绩\t每有一个得4分，最高12分\t12\n商务部分\t人员配备\t每名得3分，最高18分\t18\n"
    source += "技术部分\t服务方案\t优30分，良20分\t30\n技术部分\t应急预案\t优10分，良5分\t10\n"
    _, (table,) = read(source)
    assert [(group.name, len(group.items)) for group in table.groups] == [("价格部分", 1), ("商务部分", 2), ("技术部分", 2)]


@pytest.mark.parametrize(
    "head", ["<td colspan=2>技术部分（60）</td>", "<td>技术部分</td><td>60</td>"], ids=["merged", "by-number"]
)
def test_a_numbered_row_above_its_parts_is_their_head(head: str) -> None:
    source = html(
        "<td>序号</td><td>评分项</td><td>权重（%）</td>",
        "<td>1</td><td>价格</td><td>40</td>",
        f"<td>2</td>{head}",
        "<td>2.1</td><td>实施方案</td><td>35</td>",
        "<td>2.2</td><td>团队成员</td><td>25</td>",
    )
    _, (table,) = read(source)
    assert rows(table) == [
        ("", "价格", Decimal(40)),
        ("技术部分", "实施方案", Decimal(35)),
        ("技术部分", "团队成员", Decimal(25)),
    ]
