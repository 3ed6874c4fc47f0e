"""Tables in plain lines, each habit with its own text, and prose that must stay prose."""

from __future__ import annotations

import pytest
from tests.work import calls_of

from tender_kit.core.fold import fold
from tender_kit.document.text_tables import Line, TextGrid, find_text_tables


def grids(text: str) -> tuple[str, list[TextGrid]]:
    folded = fold(text)
    lines, position = [], 0
    for raw in text.split("\n"):
        if raw.strip():
            lines.append(Line(len(lines), position, position + len(raw)))
        position += len(raw) + 1
    return folded, find_text_tables(lines, folded)


def cells(folded: str, grid: TextGrid) -> list[list[str]]:
    return [["/".join(flow.text for flow in slot.flows(folded)) for slot in row] for row in grid.rows]


def only(text: str, form: str) -> tuple[TextGrid, list[list[str]]]:
    folded, found = grids(text)
    assert [grid.form for grid in found] == [form]
    return found[0], cells(folded, found[0])


def test_tabs_with_a_head() -> None:
    grid, rows = only(
        "采购清单如下：\n序号\t服务名称\t数量\t单位\n1\t理发服务\t300\t人次\n2\t助浴服务\t120\t人次\n以上数量为暂定。", "tab"
    )
    assert (grid.first, grid.last) == (1, 3)
    assert rows[2] == ["2", "助浴服务", "120", "人次"]


def test_a_head_row_above_each_item_parts_the_tables() -> None:
    text = "品目号\t品目名称\t数量\t单价（元）\n1-1\t陪诊\t1\t800\n品目号\t服务名称\t数量\t单价（元）\n1-2\t陪护\t2\t900"
    folded, found = grids(text)
    assert [cells(folded, grid)[1][1] for grid in found] == ["陪诊", "陪护"]


def test_a_tab_cell_in_quotes_goes_over_lines() -> None:
    _, rows = only('序号\t内容\t数量\n1\t"上门探访\n电话问候"\t12\n2\t助餐\t30', "tab")
    assert rows[1] == ["1", "上门探访电话问候", "12"]


def test_a_tab_cell_broken_over_lines_without_quotes() -> None:
    _, rows = only("序号\t服务名称\t服务要求\t数量\n1\t探访\t每周一次\n节日另加一次\t12\n2\t助餐\t按日配送\t30", "tab")
    assert rows[1] == ["1", "探访", "每周一次节日另加一次", "12"]


def test_a_tab_row_that_lacks_a_cell_is_laid_under_its_heads() -> None:
    _, rows = only("包号\t标的名称\t所属行业\t数量\n1\t东片区站点运营\t其他行业\t1项\n2\t西片区站点运营\t1项", "tab")
    assert rows[2] == ["2", "西片区站点运营", "", "1项"]


def test_tabs_at_the_end_of_a_row_are_empty_cells() -> None:
    text = "考核项目\t序号\t评分标准\t分值\t得分\n管理\t1\t缺一项扣1分\t8\t\n\t2\t迟一次扣1分\t6\t\n合计\t\t\t14\t"
    _, rows = only(text, "tab")
    assert rows[1:] == [["管理", "1", "缺一项扣1分", "8", ""], ["", "2", "迟一次扣1分", "6", ""], ["合计", "", "", "14", ""]]


def test_what_is_written_once_for_all_rows_has_a_column_of_its_own() -> None:
    text = "序号\t物资名称\t计量单位\t数量\t交货时间\t交货地点\n1\t炊事灶\t台\t8\t30日内\t祥云县\n2\t保温桶\t个\t60"
    _, rows = only(text, "tab")
    assert rows[1] == ["1", "炊事灶", "台", "8", "30日内", "祥云县"]
    assert rows[2][:4] == ["2", "保温桶", "个", "60"]


def test_a_tab_row_that_begins_with_a_tab_goes_on_with_the_cell_above() -> None:
    text = "考核项目\t指标\t评分标准\t分值\n管理（10分）\t制度\t制度健全\t5\n\t档案\t档案完整\t5\n成效\t满意度\t不低于九成\t10"
    _, rows = only(text, "tab")
    assert [row[:2] for row in rows[1:]] == [["管理(10分)", "制度"], ["", "档案"], ["成效", "满意度"]]
    indented = "\n".join(f"\t{line}" for line in text.split("\n"))
    assert only(indented, "tab")[1] == rows


def test_two_rows_that_begin_with_a_tab_are_two_rows() -> None:
    _, rows = only("标项\t内容\t要求\n标项1\t托养\t六十五名\n\t工疗\t每月四次\n\t人员\t九名\n标项2\t康复\t每月两次", "tab")
    assert rows[2:4] == [["", "工疗", "每月四次"], ["", "人员", "九名"]]


def test_a_group_may_stand_on_a_line_above_its_points() -> None:
    head = "考核项目\t指标\t评分标准\t分值\n管理（10分）\t制度\t制度健全\t10\n"
    _, rows = only(f"{head}成效\n（90分）\t满意度\t不低于九成\t50\n\t投诉\t全年无投诉\t40", "tab")
    assert rows[2:] == [["成效(90分)", "满意度", "不低于九成", "50"], ["", "投诉", "全年无投诉", "40"]]
    _, rows = only(f"{head}二、附注\n（1）\t满意度\t不低于九成\t50", "tab")
    assert len(rows) == 2


def test_pasted_markup_parts_the_paragraphs_of_a_cell() -> None:
    _, rows = only("序号\t服务名称\t服务要求\n1\t评估\t<p>评估三百户。</p><p>出具报告。</p>", "tab")
    assert rows[1][2] == "评估三百户。/出具报告。"


def test_markdown() -> None:
    _, rows = only("| 序号 | 名称 | 数量 |\n|---|:---:|---|\n| 1 | 血压计 | 10台 |\n|  | 附件 | 2套 |", "pipe")
    assert rows == [["序号", "名称", "数量"], ["1", "血压计", "10台"], ["", "附件", "2套"]]


def test_labels_before_a_pipe_make_a_table_of_two_columns() -> None:
    _, rows = only("项目编号|QS-2026-01\n项目名称|青石县助餐服务\n采购人|青石县民政局", "pipe")
    assert rows == [["项目编号", "QS-2026-01"], ["项目名称", "青石县助餐服务"], ["采购人", "青石县民政局"]]
    assert grids("首页|新闻\n通知|公告")[1] == []


def test_a_drawn_box_joins_the_lines_of_a_cell() -> None:
    text = (
        "|序号 |名称              |要求                      |\n"
        "|     |                  |（质量）                  |\n"
        "|1    |老年人能力综合评估|每次由两名评估员共同上门，|\n"
        "|     |服务              |并当场填写记录。          |\n"
        "|2    |适老化改造        |一户一方案。              |"
    )
    folded, found = grids(text)
    rows = cells(folded, found[0])
    assert rows[0][2] == "要求/(质量)"
    assert rows[1] == ["1", "老年人能力综合评估服务", "每次由两名评估员共同上门,并当场填写记录。"]
    assert rows[2][1] == "适老化改造"
    flow = found[0].rows[1][1].flows(folded)[0]
    assert [folded[place] for place in flow.offsets] == list(flow.text)


def test_cells_closed_by_pipes_one_a_line() -> None:
    text = (
        "服务清单 |\n||||||||||\n类别 |\n事项 |\n天数 |\n|||||||\n养老 |\n助餐 |\n36 |\n|||||||\n养老 |\n助浴 |\n12 |\n联系人：周"
    )
    grid, rows = only(text, "pipe")
    assert grid.rows[0][0].colspan == 3
    assert rows[1:] == [["类别", "事项", "天数"], ["养老", "助餐", "36"], ["养老", "助浴", "12"]]
    assert grid.last == 12


def test_columns_held_by_blanks_with_units_below_the_heads() -> None:
    text = (
        "  包号      标的名称          数量     预算金额       所属行业\n"
        "                                      （万元）\n"
        "   1    北区日间照料运营      1项       31.5          其他行业\n"
        "   2    南区日间照料运营      1项       28            其他行业\n"
        "    第 1 包服务范围为北区六个社区，第 2 包为南区四个社区，具体点位见合同。"
    )
    grid, rows = only(text, "space")
    assert rows[0][3] == "预算金额(万元)"
    assert rows[2] == ["2", "南区日间照料运营", "1项", "28", "其他行业"]
    assert grid.last == 3


def test_a_centred_cell_takes_the_lines_above_and_below() -> None:
    text = (
        "品目号      名称                 包装    产地\n"
        " 1     甲类试剂                  瓶      国产\n"
        "       乙类试剂与稀释液的\n"
        " 2                               盒      进口\n"
        "       组合包装\n"
        " 3     丙类试剂                  瓶      国产"
    )
    _, rows = only(text, "space")
    assert [row[1] for row in rows[1:]] == ["甲类试剂", "乙类试剂与稀释液的组合包装", "丙类试剂"]


def test_cells_all_centred_on_their_rows_share_the_lines_between_them() -> None:
    text = (
        "序号    评分因素     分值    评分标准\n"
        "                             方案完整可行的得三十分，\n"
        " 1      实施方案     30      较完整的得二十分，其他得\n"
        "                             十分。\n"
        "                             每名持证社工得五分，最高\n"
        " 2      团队         20      得二十分，没有的不得分，\n"
        "                             以证书为准。\n"
        "六、其他"
    )
    grid, rows = only(text, "space")
    assert rows[1][3] == "方案完整可行的得三十分,较完整的得二十分,其他得十分。"
    assert rows[2][3] == "每名持证社工得五分,最高得二十分,没有的不得分,以证书为准。"
    assert grid.last == 6


def test_one_cell_a_line_with_a_merged_column() -> None:
    heads = "项目分三包：\n序号\n包号\n标的名称\n所属行业\n数量\n"
    text = heads + "1\n01\n城东站运营\n其他行业\n1个\n2\n02\n城西站运营\n1个\n3\n03\n城北站运营\n1个\n二、服务要求"
    grid, rows = only(text, "flat")
    assert grid.rows[1][3].rowspan == 3
    assert rows[2] == ["2", "02", "城西站运营", "1个"]
    assert grid.last == 18


def test_one_cell_a_line_with_a_group_before_the_counter() -> None:
    text = (
        "考核项目\n序号\n考核内容\n评分办法\n分值\n站点管理（9分）\n1\n按时开放\n每缺一天扣1分\n3\n2\n台账完整\n由考核组打分\n3\n"
        "3\n安全检查\n每月自查\n3\n活动（6分）\n4\n主题活动\n每场2分\n6\n某街道办事处\n2026年5月1日"
    )
    grid, rows = only(text, "flat")
    assert [len(row) for row in rows] == [5, 5, 4, 4, 5]
    assert rows[2] == ["2", "台账完整", "由考核组打分", "3"]
    assert rows[4][0] == "活动(6分)"
    assert grid.last == 22


def test_one_counted_row_needs_cells_that_look_their_part() -> None:
    _, rows = only("序号\n标的名称\n数量\n预算金额（元）\n1\n助餐配送服务\n1项\n265000", "flat")
    assert rows[1] == ["1", "助餐配送服务", "1项", "265000"]
    assert grids("序号\n名称\n说明\n1\n本项目由街道统筹实施\n其他事项另行通知")[1] == []


def test_one_cell_a_line_without_a_counter_needs_rows_that_fit_all_heads() -> None:
    text = "名称\n规格型号\n数量\n单价（元）\n护理床\n甲型\n20张\n3,500.00\n轮椅\n乙型\n5辆\n800\n五、评审专家名单"
    grid, rows = only(text, "flat")
    assert rows[2] == ["轮椅", "乙型", "5辆", "800"]
    assert grid.last == 11


@pytest.mark.parametrize(
    "text",
    [
        "一、项目概况\n1.项目名称：某项目\n2.预算金额：30万元\n3.服务期限：一年",
        "第一章 磋商公告\t2\n第二章 供应商须知\t8\n第三章 评审办法\t19",
        "采购人：甲局\t电话：1234\n地址：东路\t邮编：5678",
        "服务内容 | 要求\n本项目采用 A|B 两种方案，由采购人选择。",
        "名称\n数量\n单价\n本公告期限为五个工作日。\n联系人：周老师",
        "联  系  人：周老师    电  话：0000-1234567    传  真：0000-7654321\n地  址：和平路",
        "预算金额\n最高限价\n服务期限\n详见采购文件\n供应商应当按照文件要求提交材料。",
    ],
)
def test_prose_stays_prose(text: str) -> None:
    assert grids(text)[1] == []


def test_a_table_inside_a_paragraph_keeps_its_neighbours() -> None:
    text = "清单：\n序号\t名称\t数量\n1\t轮椅\t5\n以上为全部。"
    found = find_text_tables([Line(7, 0, len(text))], fold(text))
    assert (found[0].first, found[0].last) == (7, 7)
    assert cells(fold(text), found[0])[0] == ["清单:"]
    assert cells(fold(text), found[0])[-1] == ["以上为全部。"]


@pytest.mark.parametrize(
    "line", ["序号\n", "1\n", "|a|b\n", "a |\n", "a\tb\n", '1\t"b\n', "序号  名称  数量\n", "|||\n", "| \t" * 30 + "\n", "*\n"]
)
def test_hostile_repetition_stays_linear(line: str) -> None:
    small, large = line * (20_000 // len(line)), line * (160_000 // len(line))
    grids(small)
    assert calls_of(lambda: grids(large)) <= 10 * calls_of(lambda: grids(small))
