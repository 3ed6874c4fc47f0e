"""A filled checklist is brought over: same clause, same answers; what has changed is marked; nothing written is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tender_kit
from tender_kit.analysis.checklist import checklist, merge
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.notice import Notice

DAY = date(2026, 4, 1)
CASES = sorted((Path(__file__).parents[3] / "corpus").glob("*/source.*"))[::4]


def fill(made: Checklist) -> Checklist:
    """Write an answer of its own into every row."""
    rows = [
        row.model_copy(update={"response": f"答{row.number}", "state": "doing", "responsible": "李工", "remarks": "核"})
        for row in made.rows
    ]
    return made.model_copy(update={"rows": tuple(rows)})


def with_clause(notice: Notice, index: int, text: str) -> Notice:
    clauses = list(notice.requirements)
    clauses[index] = clauses[index].model_copy(update={"text": text})
    return notice.model_copy(update={"requirements": tuple(clauses)})


def row_of(made: Checklist, number: str) -> ChecklistRow:
    return next(row for row in made.rows if row.clause_number == number)


@pytest.mark.parametrize("path", CASES, ids=[path.parent.name for path in CASES])
def test_the_same_notice_keeps_every_answer_and_marks_nothing(path: Path) -> None:
    made = checklist(tender_kit.parse(path), on=DAY)
    merged = merge(fill(made), made)
    assert [row.response for row in merged.rows] == [f"答{row.number}" for row in made.rows]
    assert {row.change for row in merged.rows} - {"changed", "dropped"} <= {""}


def test_a_reworded_clause_keeps_its_answer_and_shows_the_old_wording(notice: Notice) -> None:
    filled = fill(checklist(notice, on=DAY))
    new = checklist(with_clause(notice, 0, "每季度入户走访不少于6次,服务对象满意度不低于85%。"), on=DAY)
    row = row_of(merge(filled, new), "1.1")
    assert (row.response, row.state, row.responsible, row.remarks) == (row_of(filled, "1.1").response, "doing", "李工", "核")
    assert (row.change, row.former) == ("changed", "每季度入户走访不少于4次,服务对象满意度不低于85%。")


def test_a_clause_that_ceases_to_be_substantive_is_still_the_same(notice: Notice) -> None:
    filled = fill(checklist(notice, on=DAY))
    plain = notice.requirements[0].model_copy(update={"mandatory": False})
    merged = merge(filled, checklist(notice.model_copy(update={"requirements": (plain, *notice.requirements[1:])}), on=DAY))
    row = row_of(merged, "1.1")
    assert (row.section, row.response) == ("requirement", row_of(filled, "1.1").response)


def test_a_new_clause_is_marked_new_and_a_lost_one_is_kept_apart(notice: Notice) -> None:
    filled = fill(checklist(notice, on=DAY))
    merged = merge(filled, checklist(with_clause(notice, 1, "设置服务站点三处。"), on=DAY))
    assert row_of(merged, "1.2").change == "new"
    assert row_of(merged, "1.2").response == ""
    (dropped,) = [row for row in merged.rows if row.section == "dropped"]
    assert (dropped.clause, dropped.change, dropped.response) == (
        "每月更新台账。", "dropped", row_of(filled, "1.2").response,
    )  # fmt: skip
    assert dropped.evidence == ()


def test_a_lost_clause_without_an_answer_goes(notice: Notice) -> None:
    merged = merge(checklist(notice, on=DAY), checklist(with_clause(notice, 1, "设置服务站点三处。"), on=DAY))
    assert [row for row in merged.rows if row.section == "dropped"] == []


def test_what_was_dropped_before_is_kept_the_next_time(notice: Notice) -> None:
    new = checklist(with_clause(notice, 1, "设置服务站点三处。"), on=DAY)
    once = merge(fill(checklist(notice, on=DAY)), new)
    again = merge(once, new)
    assert [row.clause for row in again.rows if row.section == "dropped"] == ["每月更新台账。"]


def test_between_two_near_clauses_none_is_guessed(notice: Notice) -> None:
    """One old clause, two new ones that are equally near it: the answer goes to neither and is kept."""
    filled = fill(checklist(with_clause(notice, 1, "每月走访低保家庭不少于2次。"), on=DAY))
    first, second = (
        notice.requirements[1].model_copy(update={"number": number, "text": f"每月走访低保家庭不少于{count}次。"})
        for number, count in (("8.1", 3), ("8.2", 4))
    )
    new = notice.model_copy(update={"requirements": (notice.requirements[0], first, second, notice.requirements[2])})
    merged = merge(filled, checklist(new, on=DAY))
    assert {row_of(merged, number).change for number in ("8.1", "8.2")} == {"new"}
    assert [row.clause for row in merged.rows if row.section == "dropped"] == ["每月走访低保家庭不少于2次。"]


def test_clauses_of_other_lots_are_not_taken_for_each_other(lots_notice: Notice) -> None:
    filled = fill(checklist(lots_notice, on=DAY))
    merged = merge(filled, checklist(lots_notice, on=DAY))
    for row in merged.rows:
        old = next(other for other in filled.rows if other.response == row.response)
        assert (old.lots, old.clause) == (row.lots, row.clause)


def test_a_moved_deadline_is_marked_with_its_old_day(notice: Notice) -> None:
    filled = fill(checklist(notice, on=DAY))
    late = notice.schedule.bid_deadline.model_copy(update={"value": notice.schedule.bid_deadline.value.replace(day=27)})  # type: ignore[union-attr]
    moved = notice.model_copy(update={"schedule": notice.schedule.model_copy(update={"bid_deadline": late})})
    row = next(row for row in merge(filled, checklist(moved, on=DAY)).rows if row.key == "schedule.bid_deadline")
    assert (row.change, row.former) == ("changed", "投标(响应)截止 2026-04-20 09:30")
