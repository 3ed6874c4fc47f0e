"""Versions of one project: told from other projects, set in order, and what each changes."""

from __future__ import annotations

import pytest

from tender_kit.analysis.compare import compare
from tender_kit.analysis.compare.versions import are_versions
from tender_kit.models.comparison import Change, Comparison
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice

TENDER = """青石县社会救助服务项目竞争性磋商公告
项目编号:QS-2026-018
项目名称:青石县社会救助服务项目
采购人:青石县民政局
预算金额:50万元
提交响应文件截止时间:2026年4月20日 09:30
发布时间:2026年4月1日
二、服务要求
1.每季度入户走访不少于{visits}次。
2.服务对象满意度不低于85%。
{third}
"""
CORRECTION = """青石县社会救助服务项目更正公告
项目编号:QS-2026-018
项目名称:青石县社会救助服务项目
采购人:青石县民政局
发布时间:2026年4月8日
更正内容:提交响应文件截止时间更正为2026年4月27日 09:30。
"""


def tender(
    visits: int = 4, third: str = "3.服务人员须统一着装并佩戴工作证。", year: int = 2026, number: str = "QS-2026-018"
) -> Notice:
    text = TENDER.format(visits=visits, third=third).replace("2026", str(year)).replace(f"QS-{year}-018", number)
    return read_notice(text, uri=f"{year}-{visits}.txt")


def changes(comparison: Comparison, key: str) -> tuple[Change | None, ...]:
    return next(row.changes for row in comparison.rows if row.key == key)


def test_one_number_or_one_name_but_for_its_year_is_one_project() -> None:
    assert are_versions([tender(), read_notice(CORRECTION)])
    assert are_versions([tender(), tender(year=2025, number="QS-2025-007")])


def test_projects_of_two_buyers_are_none(notice: Notice, other: Notice) -> None:
    assert not are_versions([notice, other])
    assert not are_versions([notice])
    elsewhere = read_notice(TENDER.format(visits=4, third="").replace("青石县", "白石县").replace("QS-2026-018", "BS-1"))
    assert not are_versions([tender(), elsewhere])


def test_the_older_version_comes_first() -> None:
    comparison = compare([read_notice(CORRECTION, uri="new.txt"), tender()])
    assert comparison.versions
    assert [column.key for column in comparison.columns] == ["2026-4", "new"]


def test_a_correction_loosens_a_deadline_and_is_silent_on_the_rest() -> None:
    comparison = compare([tender(), read_notice(CORRECTION, uri="new.txt")])
    assert changes(comparison, "schedule.bid_deadline") == (None, "changed")
    assert changes(comparison, "svc.visit_home") == (None, "silent")
    assert changes(comparison, "project.number") == (None, "same")


@pytest.mark.parametrize(("visits", "change"), [(6, "tightened"), (2, "loosened"), (4, "same")])
def test_a_figure_is_tightened_or_loosened(visits: int, change: Change) -> None:
    comparison = compare([tender(year=2025, number="QS-2025-007"), tender(visits)])
    assert changes(comparison, "svc.visit_home") == (None, change)


def test_clauses_are_added_and_dropped_one_by_one() -> None:
    old = tender(year=2025, number="QS-2025-007", third="3.服务人员须统一着装并佩戴工作证。")
    new = tender(third="3.服务车辆由供应商自备,费用包含在报价中。")
    comparison = compare([old, new])
    prose = {row.changes for row in comparison.rows if row.group not in ("identity", "dates", "money", "qualification")}
    assert {(None, "added"), (None, "dropped"), (None, "same")} <= prose


def test_districts_are_compared_side_by_side_where_one_says_so() -> None:
    comparison = compare([tender(), tender(6)], versions=False)
    assert not comparison.versions
    assert all(row.changes == () for row in comparison.rows)
