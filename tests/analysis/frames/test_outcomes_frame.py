"""Screenings and checklists as DataFrames."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import tender_kit as tk

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def table() -> tk.ScreeningTable:
    cases = ("changshan_cishanzongheti_2025", "yiwu_gongyichuangtou_2026", "tanghe_rijianzhaoliao_2025")
    notices = tk.Notices.read([ROOT / "corpus" / case for case in cases])
    return tk.screen(notices, tk.load_profile(ROOT / "examples" / "org.toml"), on=date(2026, 1, 10))


def test_a_line_for_each_notice_in_the_order_of_the_ranking(table: tk.ScreeningTable) -> None:
    frame = table.to_frame(figures="float")
    assert frame["notice"].to_list() == [screening.name for screening in table.screenings]
    assert frame["outcome"].to_list() == ["go", "review", "no_go"]
    hidden = frame.set_index("notice").loc["changshan_cishanzongheti_2025"]
    assert (hidden["deadline_state"], hidden["budget_state"]) == ("masked", "masked")
    assert hidden[["deadline_day", "deadline_at", "days_left", "budget_yuan"]].isna().all()
    assert hidden["budget_mask"] == "**万元"


def test_a_line_for_each_check_with_its_sentence(table: tk.ScreeningTable) -> None:
    frame = table.results_frame()
    assert len(frame) == sum(len(screening.results) for screening in table.screenings)
    last = table.screenings[-1]
    ours = frame[frame["notice"].eq(last.name)]
    assert ours.loc[ours["decides"], "code"].to_list() == [result.code for result in last.deciding]
    assert ours.loc[ours["decides"], "verdict"].eq("fails").all()
    assert frame.loc[frame["verdict"].eq("fails"), "reason"].notna().all()
    joined = frame.merge(table.to_frame(), on="notice", suffixes=("", "_of_notice"), validate="many_to_one")
    assert (joined["outcome"] == joined["outcome_of_notice"]).all()


def test_a_line_for_each_row_of_a_checklist(notice: tk.Notice) -> None:
    todo = tk.checklist(notice, on=date(2026, 4, 1))
    frame = todo.to_frame()
    assert frame["number"].to_list() == [row.number for row in todo.rows]
    assert frame["section"].to_list() == [row.section for row in todo.rows]
    deadline = frame[frame["key"].eq("schedule.bid_deadline")].iloc[0]
    assert deadline["due_at"] == pd.Timestamp("2026-04-20 09:30", tz="Asia/Shanghai")
    assert frame["change"].isna().all()
    assert frame["sha256"].eq(notice.source.sha256).all()


def test_columns_and_types_do_not_depend_on_what_there_is(table: tk.ScreeningTable, notice: tk.Notice) -> None:
    nothing = table.model_copy(update={"screenings": ()})
    todo = tk.checklist(notice)
    empty = todo.model_copy(update={"rows": ()})
    for full, bare in (
        (table.to_frame(), nothing.to_frame()),
        (table.results_frame(), nothing.results_frame()),
        (todo.to_frame(), empty.to_frame()),
    ):
        assert bare.empty
        assert list(bare.columns) == list(full.columns)
        assert list(bare.dtypes) == list(full.dtypes)
