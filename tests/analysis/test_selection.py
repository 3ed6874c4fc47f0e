"""A part of a comparison: groups of rows, rows that differ, and what they hang under."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.export.made_comparison import made_comparison

from tender_kit.analysis.compare.selection import find_group, near_groups, select_rows
from tender_kit.models.comparison import Cell, Column, Comparison, Row, RowGroup
from tender_kit.vocab.words import load_words


def keys(comparison: Comparison) -> list[str]:
    return [row.key for row in comparison.rows]


def rows_of(*lines: tuple[str, str, bool]) -> Comparison:
    rows = tuple(
        Row(group="service", key=key, parent=parent, label=key, cells=(Cell(),), differs=differs)
        for key, parent, differs in lines
    )
    return Comparison(columns=(Column(key="a", sha256="a"),), rows=rows)


def test_groups_are_kept_in_their_order() -> None:
    assert keys(select_rows(made_comparison(), only=["service", "money"])) == [
        "budget",
        "svc.visit_home",
        "svc.visit_home#hour",
    ]


def test_nothing_asked_for_keeps_all() -> None:
    made = made_comparison()
    assert select_rows(made) == made


def test_rows_that_differ() -> None:
    assert "free:1" not in keys(select_rows(made_comparison(), diff=True))


def test_both_together() -> None:
    assert keys(select_rows(made_comparison(), only=["other", "payment"], diff=True)) == ["payments"]


def test_what_a_kept_row_hangs_under_is_kept() -> None:
    made = rows_of(("a", "", False), ("b", "a", False), ("c", "b", True), ("d", "a", False))
    assert keys(select_rows(made, diff=True)) == ["a", "b", "c"]


def test_a_parent_that_is_not_there_or_is_itself_does_no_harm() -> None:
    made = rows_of(("a", "gone", True), ("b", "b", True))
    assert keys(select_rows(made, diff=True)) == ["a", "b"]


def test_what_rows_say_of_columns_still_holds() -> None:
    made = made_comparison()
    kept = {row.key: row for row in select_rows(made, only=["service"]).rows}
    assert kept == {row.key: row for row in made.rows if row.group == "service"}
    assert select_rows(made, only=["service"]).columns == made.columns


@pytest.mark.parametrize("group", get_args(RowGroup))
def test_every_group_is_found_by_its_id_and_by_its_names(group: RowGroup) -> None:
    names = (group, group.upper(), *(load_words(language)("row", group) for language in ("zh", "en")))
    assert {find_group(name) for name in names} == {group}


@pytest.mark.parametrize(
    ("wrong", "near"),
    [("monney", ["money"]), ("资格", ["资格要求"]), ("付款", ["付款与商务"]), ("xyzq", list(get_args(RowGroup))), ("", None)],
)
def test_a_wrong_name_gets_the_nearest_right_ones(wrong: str, near: list[str] | None) -> None:
    assert find_group(wrong) is None
    assert near_groups(wrong) == (near or list(get_args(RowGroup)))
