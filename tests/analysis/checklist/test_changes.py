"""A correction goes before the notice: rows are reworded, struck out and added, and say so."""

from __future__ import annotations

from datetime import date

import pytest

import tender_kit
from tender_kit.models.checklist import Checklist, ChecklistRow

DAY = date(2026, 1, 9)
TENDER = """溪口区老年人上门服务项目竞争性磋商公告
一、项目基本情况
项目编号:XK-2026-018
采购方式:竞争性磋商(政府采购)
预算金额:890000.00元
二、申请人的资格要求
1.满足《中华人民共和国政府采购法》第二十二条规定;
2.须有居家养老服务业绩3个;
三、获取采购文件
时间:2026年1月8日至2026年1月14日
四、响应文件提交
截止时间:2026年1月20日09时00分
五、服务要求
1.服务频次:每名老人每月上门不少于2次，每次不少于60分钟;
2.服务人员不少于18人;
3.建立服务台账,每月更新。
六、联系方式
采购人:溪口区民政局
"""
CORRECTION = """<html><body><h1>溪口区老年人上门服务项目更正公告</h1>
<p>原公告的采购项目编号：XK-2026-018</p>
<p>二、更正信息</p><p>更正内容：</p>
<table><tr><th>序号</th><th>更正项</th><th>更正前</th><th>更正后</th></tr>
<tr><td>1</td><td>预算金额</td><td>890000.00元</td><td>936000.00元</td></tr>
<tr><td>2</td><td>响应文件提交截止时间</td><td>2026年1月20日09时00分</td><td>2026年1月27日14时00分</td></tr>
<tr><td>3</td><td>服务频次</td><td>每名老人每月上门不少于2次,每次不少于60分钟</td><td>每名老人每月上门不少于3次,每次不少于80分钟</td></tr>
<tr><td>4</td><td>资格要求</td><td>须有居家养老服务业绩3个</td><td>删除此项</td></tr>
</table>
<p>供应商须重新下载采购文件。</p></body></html>""".encode()


@pytest.fixture(scope="module")
def made() -> Checklist:
    correction = tender_kit.parse(CORRECTION)
    return tender_kit.checklist(tender_kit.parse(TENDER), corrections=[correction], on=DAY)


def row_of(made: Checklist, words: str, section: str = "") -> ChecklistRow:
    return next(row for row in made.rows if words in row.clause and section in ("", row.section))


def test_dates_follow_the_correction_and_tell_the_former_day(made: Checklist) -> None:
    row = next(row for row in made.rows if row.key == "schedule.bid_deadline")
    assert (str(row.due)[:16], row.change, row.former) == ("2026-01-27 14:00", "changed", "2026-01-20 09:00")
    assert row.days_left == 18


def test_days_by_law_follow_the_new_day(made: Checklist) -> None:
    row = next(row for row in made.rows if row.key == "legal.changes")
    assert str(row.due) == "2026-01-22"


def test_sums_follow_the_correction(made: Checklist) -> None:
    row = next(row for row in made.rows if row.key == "budget")
    assert "936,000" in row.clause
    assert "890,000" in row.former


def test_a_clause_is_reworded_in_place_with_its_new_figures(made: Checklist) -> None:
    row = row_of(made, "服务频次", "requirement")
    assert row.clause == "服务频次:每名老人每月上门不少于3次,每次不少于80分钟;"
    assert (row.change, row.clause_number) == ("changed", "1.")
    assert "不少于2次" in row.former
    assert [str(measure.value) for measure in row.measures] == ["3", "80"]


def test_the_new_wording_stands_once(made: Checklist) -> None:
    assert sum("每月上门不少于3次" in row.clause for row in made.rows if row.section == "requirement") == 1


def test_a_struck_out_clause_is_shown_as_dropped(made: Checklist) -> None:
    row = row_of(made, "居家养老服务业绩", "dropped")
    assert row.change == "dropped"
    assert not [row for row in made.rows if row.section == "qualification" and "业绩" in row.clause]


def test_every_change_is_listed_as_announced(made: Checklist) -> None:
    rows = [row.clause for row in made.rows if row.section == "correction"]
    assert len(rows) == 4
    assert rows[0] == "预算金额:890000.00元 → 936000.00元"


def test_what_nothing_changes_stays_unmarked(made: Checklist) -> None:
    assert row_of(made, "建立服务台账").change == ""


def test_a_correction_of_another_project_is_a_risk() -> None:
    other = tender_kit.parse(CORRECTION.replace(b"XK-2026-018", b"XK-2026-077"))
    made = tender_kit.checklist(tender_kit.parse(TENDER), corrections=[other], on=DAY)
    assert "XK-2026-077" in next(row.clause for row in made.rows if row.kind == "other_project")


def test_a_terminated_project_says_so() -> None:
    stop = tender_kit.parse("溪口区老年人上门服务项目终止公告\n一、项目编号:XK-2026-018\n二、终止原因:采购任务取消。\n")
    made = tender_kit.checklist(tender_kit.parse(TENDER), corrections=[stop], on=DAY)
    assert next(row.kind for row in made.rows if row.section == "risk") == "stopped"
