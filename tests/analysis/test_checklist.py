"""The checklist: whatever binds has a row, and each row has its source."""

from __future__ import annotations

from tender_kit.analysis.checklist import checklist
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.notice import Notice


def rows_of(made: Checklist, section: str) -> list[ChecklistRow]:
    return [row for row in made.rows if row.section == section]


def test_sections_stand_in_the_order_of_work(notice: Notice) -> None:
    sections = list(dict.fromkeys(row.section for row in checklist(notice).rows))
    assert sections == ["dates", "mandatory", "qualification", "papers", "requirement", "scoring", "payment", "risk"]


def test_nothing_that_binds_is_left_out(notice: Notice) -> None:
    made = checklist(notice)
    clauses = {row.clause for row in made.rows}
    assert {clause.text for clause in (*notice.requirements, *notice.qualifications)} <= clauses
    assert {paper.text for paper in notice.submission.papers} <= clauses
    items = sum(len(group.items) for table in notice.score_tables for group in table.groups)
    assert len(rows_of(made, "scoring")) == items
    assert len(rows_of(made, "risk")) == len(notice.findings)


def test_rows_are_numbered_and_carry_their_source(notice: Notice) -> None:
    rows = checklist(notice).rows
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.evidence for row in rows)


def test_a_mandatory_clause_comes_first_and_says_so(notice: Notice) -> None:
    (row,) = rows_of(checklist(notice), "mandatory")
    assert row.clause_number == "1.1"
    assert "无效" in row.answer


def test_a_proof_that_the_notice_does_not_name_says_who_asks_for_it(notice: Notice) -> None:
    (row,) = rows_of(checklist(notice), "qualification")
    assert row.proofs == ("营业执照复印件", "法人证书(政府采购法实施条例第十七条)")


def test_score_items_are_sorted_by_points_hidden_ones_last(notice: Notice) -> None:
    rows = rows_of(checklist(notice), "scoring")
    assert [row.clause for row in rows] == ["服务方案", "=团队配置"]
    assert [row.reading for row in rows] == ["known", "masked"]


def test_a_hidden_figure_is_to_be_completed(notice: Notice) -> None:
    row = next(row for row in checklist(notice).rows if row.clause_number == "1.3")
    assert row.reading == "masked"
    assert "遮蔽" in row.answer


def test_bids_are_due_at_the_deadline(notice: Notice) -> None:
    due = notice.schedule.bid_deadline.value
    assert {row.due for row in rows_of(checklist(notice), "qualification")} == {due}
    assert {row.due for row in rows_of(checklist(notice), "payment")} == {None}


def test_answers_speak_english_clauses_stay_as_written(notice: Notice) -> None:
    row = next(row for row in checklist(notice, language="en").rows if row.clause_number == "1.2")
    assert row.answer == "State the figure that you commit to"
    assert row.clause == "每月更新台账。"


def test_an_empty_notice_gives_an_empty_checklist(notice: Notice) -> None:
    assert checklist(Notice(source=notice.source)).rows == ()
