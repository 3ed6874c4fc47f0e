"""Figures in relation to the budget, the term and the people required: only where both sides are known."""

from __future__ import annotations

from decimal import Decimal

from tender_kit.analysis.compare import compare
from tender_kit.models.comparison import Comparison, RatioKind, Row
from tender_kit.pipeline import read_notice

NOTICE = """{place}社会工作服务项目采购需求
预算金额:{budget}
服务期限:{term}
服务要求
1.全年开展主题活动不少于{events}场,服务对象满意度不低于{satisfied}%。
2.配备不少于{staff}人的项目团队。
3.每名老人每月上门探访不少于{visits}次。
4.项目周期内开展个案服务不少于{cases}例。
"""


def compared(*figures: dict[str, object]) -> Comparison:
    usual: dict[str, object] = {
        "budget": "50万元",
        "term": "一年",
        "events": 8,
        "satisfied": 85,
        "staff": 4,
        "visits": 2,
        "cases": 12,
    }
    notices = [
        read_notice(NOTICE.format(**{**usual, "place": "甲乙丙"[index] + "县", **more}), uri=f"{index}.txt")
        for index, more in enumerate(figures)
    ]
    return compare(notices, versions=False)


def row(comparison: Comparison, key: str) -> Row:
    return next(row for row in comparison.rows if row.key == key)


def ratio(found: Row, kind: RatioKind) -> list[Decimal | None]:
    return next((list(ratio.figures) for ratio in found.ratios if ratio.kind == kind), [])


def test_a_yearly_figure_is_set_against_the_budget_of_a_year() -> None:
    events = row(compared({}, {"term": "二年", "budget": "100万元", "events": 16}), "svc.event")
    assert ratio(events, "per_10k_yuan") == [Decimal("0.16"), Decimal("0.32")]
    assert ratio(events, "per_month") == [Decimal("0.6667"), Decimal("1.33")]
    assert ratio(events, "per_staff") == [Decimal(2), Decimal(4)]


def test_the_budget_is_set_against_months_and_people() -> None:
    budget = row(compared({}, {"staff": 10}), "budget")
    assert ratio(budget, "per_month") == [Decimal("41666.67")] * 2
    assert ratio(budget, "per_staff") == [Decimal(125000), Decimal(50000)]


def test_a_hidden_budget_gives_no_ratio() -> None:
    events = row(compared({}, {"budget": "**万元"}), "svc.event")
    assert ratio(events, "per_10k_yuan") == [Decimal("0.16"), None]


def test_levels_and_figures_for_each_of_many_have_none() -> None:
    comparison = compared({}, {"satisfied": 90, "visits": 4})
    assert row(comparison, "qa.satisfy").ratios == ()
    visits = row(comparison, "svc.visit_home")
    assert (visits.unit, visits.ratios, visits.strictest) == ("次/人", (), (1,))


def test_a_total_of_the_term_is_brought_to_a_year_where_the_term_is_known() -> None:
    cases = row(compared({}, {"term": "二年", "cases": 12}), "svc.case")
    assert ([cell.figure for cell in cases.cells], cases.per_year) == ([12, 6], True)
    assert (cases.strictest, cases.lead, cases.lead_percent) == ((0,), 6, Decimal("100.0"))


def test_a_total_without_a_term_keeps_its_words_and_says_why() -> None:
    cases = row(compared({}, {}, {"term": "以合同为准"}), "svc.case")
    assert [cell.figure for cell in cases.cells] == [12, 12, None]
    assert cases.cells[2].entries[0].uncompared == "period"
