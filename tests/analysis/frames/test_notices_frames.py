"""Notices as DataFrames: types, states, keys, and nothing lost on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from tender_kit.analysis.facts import FACT_PATHS
from tender_kit.analysis.frames import SHEETS, notices_frame
from tender_kit.analysis.frames.flatten import field_columns
from tender_kit.analysis.frames.table import Column, Named, Sheet, make_frame
from tender_kit.core.readings import Reading
from tender_kit.models.demands import ScoreGroup, ScoreTable
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money
from tender_kit.notices import Notices

CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="module")
def corpus() -> Notices:
    return Notices.read(sorted(CORPUS.glob("*/source.*")))


@pytest.mark.parametrize("kind", SHEETS)
def test_columns_and_types_do_not_depend_on_the_notices(kind: str, corpus: Notices, notice: Notice) -> None:
    empty, one = notices_frame(kind, []), notices_frame(kind, [Named("a", notice)])
    many = notices_frame(kind, map(Named, corpus.names, corpus))
    assert list(empty.columns) == list(one.columns) == list(many.columns)
    assert list(empty.columns[:2]) == ["notice", "sha256"]
    assert list(empty.dtypes) == list(one.dtypes) == list(many.dtypes)
    assert pd.concat([empty, many]).dtypes.to_list() == list(many.dtypes)


@pytest.mark.parametrize("kind", SHEETS)
def test_text_is_never_empty_but_missing(kind: str, corpus: Notices) -> None:
    frame = notices_frame(kind, map(Named, corpus.names, corpus))
    texts = frame.select_dtypes("string")
    assert not (texts == "").any(axis=None)


def test_every_fact_has_its_state(notice: Notice) -> None:
    frame = Notices([notice]).to_frame()
    paths = [path.removeprefix("schedule.").removeprefix("submission.") for paths in FACT_PATHS.values() for path in paths]
    assert [path for path in paths if f"{path.replace('.', '_')}_state" not in frame] == []
    states = frame.loc[0, ["budget_state", "ceiling_state", "method_state", "buyer_phones_state", "agency_name_state"]]
    assert states.to_list() == ["known", "ambiguous", "unread", "masked", "absent"]
    values = frame.loc[0, ["ceiling_yuan", "method", "buyer_phones", "agency_name"]]
    assert values.isna().all()
    assert frame.loc[0, "buyer_phones_mask"] == "0571-8000****"


def test_types_of_the_columns() -> None:
    types = Notices().to_frame(figures="float").dtypes.astype(str)
    assert types["budget_yuan"] == "float64"
    assert types["bid_deadline_at"] == "datetime64[us, Asia/Shanghai]"
    assert types["bid_deadline_day"] == types["service_period_end"] == "datetime64[us]"
    assert types["consortium"] == "boolean"
    assert types["chars"] == types["service_period_months"] == types["findings"] == "Int64"
    assert types["kind"] == types["set_aside"] == types["budget_state"] == "category"
    assert types["title"] == "string"


def test_figures_stay_decimal_until_floats_are_asked_for(notice: Notice) -> None:
    notices = Notices([notice])
    kept, converted = notices.to_frame(), notices.to_frame(figures="float")
    assert kept["budget_yuan"].dtype == object
    assert kept.loc[0, "budget_yuan"] == Decimal("500000.00")
    assert isinstance(kept.loc[0, "budget_yuan"], Decimal)
    assert converted.loc[0, "budget_yuan"] == 500000.0
    assert converted["ceiling_yuan"].isna().all()
    assert notices.measures_frame()["value"].sum() == Decimal(4 + 85 + 1)


def test_a_day_does_not_become_midnight(notice: Notice) -> None:
    day = Reading(state="known", value=date(2026, 4, 1), evidence=notice.budget.evidence)
    frame = Notices([notice.model_copy(update={"schedule": notice.schedule.model_copy(update={"published": day})})]).to_frame()
    assert frame.loc[0, "published_day"] == pd.Timestamp("2026-04-01")
    assert pd.isna(frame.loc[0, "published_at"])
    assert frame.loc[0, "bid_deadline_day"] == pd.Timestamp("2026-04-20")
    assert frame.loc[0, "bid_deadline_at"] == pd.Timestamp("2026-04-20 09:30", tz="Asia/Shanghai")


def test_a_sum_says_its_currency(notice: Notice) -> None:
    dollars = notice.budget.model_copy(update={"value": Money(yuan=Decimal(9), currency="USD")})
    frame = Notices([notice, notice.model_copy(update={"budget": dollars})]).to_frame()
    assert frame["budget_currency"].to_list() == ["CNY", "USD"]


def test_measures_join_with_their_clauses_and_their_notice(corpus: Notices) -> None:
    measures, clauses, notices = corpus.measures_frame(), corpus.requirements_frame(), corpus.to_frame()
    joined = measures.merge(clauses, on=["notice", "requirement"], suffixes=("", "_of_clause"), validate="many_to_one")
    assert len(joined) == len(measures)
    assert (joined["clause_text"] == joined["text"]).all()
    assert len(measures.merge(notices, on="notice", validate="many_to_one")) == len(measures)
    assert notices["measures"].sum() == len(measures)
    assert clauses["measures"].sum() == len(measures)


def test_measures_say_whether_their_figure_is_hidden(notice: Notice) -> None:
    frame = Notices([notice]).measures_frame()
    assert frame["state"].to_list() == ["known", "known", "known", "masked"]
    assert frame["mask"].to_list()[-1] == "**"
    assert frame["topic_label"].notna().all()
    assert frame.loc[0, ["clause_number", "per", "per_year"]].to_list() == ["1.1", "quarter", Decimal(16)]


def test_nothing_is_lost_between_notices_and_frames(corpus: Notices) -> None:
    counts = corpus.to_frame()
    for kind in ("lots", "qualifications", "requirements", "payments", "items", "awards", "findings"):
        assert len(notices_frame(kind, map(Named, corpus.names, corpus))) == counts[kind].sum(), kind
    rows = sum(len(group.items) for one in corpus for table in one.score_tables for group in table.groups)
    assert corpus.score_frame()["item"].notna().sum() == rows
    facts = corpus.facts_frame()
    assert set(facts["fact"]) == {path for paths in FACT_PATHS.values() for path in paths}
    assert len(facts.drop_duplicates(["notice", "fact", "reading"])) == len(facts)


def test_every_quote_stands_where_the_frame_says(corpus: Notices) -> None:
    frame = corpus.evidence_frame()
    texts = {name: one.document.text for name, one in zip(corpus.names, corpus, strict=True) if one.document}
    assert all(texts[row.notice][row.start : row.end] == row.quote for row in frame.itertuples())
    assert frame["path"].str.match(r"budget|requirements\.\d+\.measures\.\d+$").any()
    in_notice = corpus[0].model_dump_json().count('"quote":')
    assert (frame["notice"] == corpus.names[0]).sum() == in_notice


def test_several_quotes_of_one_line_are_all_shown(corpus: Notices) -> None:
    items = corpus.items_frame()
    several = items[items["quote"].str.contains(" … ", regex=False)]
    assert len(several) > 10
    row = several.iloc[0]
    text = corpus[corpus.names.index(row["notice"])].document.text  # type: ignore[union-attr]
    assert all(part in text[row["start"] : row["end"]] for part in row["quote"].split(" … "))


def test_rivals_stand_in_the_frame_of_facts(notice: Notice) -> None:
    facts = Notices([notice]).facts_frame().set_index("fact")
    assert facts.loc["ceiling", "candidates"].count("/") == 1
    assert pd.isna(facts.loc["ceiling", "value"])
    assert facts.loc["budget", "quote"] == "预算金额:50万元"
    assert facts.loc["agency.name", "state"] == "absent"


def test_an_empty_group_of_a_score_table_keeps_its_line(notice: Notice) -> None:
    bare = ScoreTable(title="评分表", purpose="evaluation", groups=(ScoreGroup(name="商务"),))
    tables = (*notice.score_tables, bare, ScoreTable(title="考核表", purpose="performance"))
    frame = Notices([notice.model_copy(update={"score_tables": tables})]).score_frame()
    assert frame["table_title"].to_list() == ["评分表", "评分表", "评分表", "考核表"]
    assert frame["group_name"].to_list()[:3] == ["技术", "技术", "商务"]
    assert frame["points_state"].astype(object).where(frame["item"].notna(), None).to_list()[:2] == ["masked", "known"]
    assert frame["item"].isna().to_list() == [False, False, True, True]


def test_an_instalment_says_whether_its_share_is_hidden(notice: Notice) -> None:
    hidden = notice.payments[0].model_copy(update={"percent": None, "mask": "**"})
    frame = Notices([notice.model_copy(update={"payments": (hidden, notice.payments[1])})]).payments_frame(figures="float")
    assert frame["state"].to_list() == ["masked", "known"]
    assert frame["percent"].fillna(-1).to_list() == [-1.0, 60.0]


def test_a_word_that_the_list_does_not_have_is_refused() -> None:
    column = Column("state", ("known", "masked"), lambda word: word)
    with pytest.raises(ValueError, match="lost not among known, masked"):
        make_frame(Sheet(((column,),), [("known",), ("lost",)]))
    assert make_frame(Sheet(((column,),), [("",), ("known",)]))["state"].isna().to_list() == [True, False]


def test_two_columns_of_one_name_are_refused() -> None:
    column = Column("unit", "text", lambda word: word)
    with pytest.raises(ValueError, match="unit"):
        make_frame(Sheet(((column,), (column,)), []))


def test_a_type_without_a_place_in_a_table_is_refused() -> None:
    with pytest.raises(TypeError, match="no place in a table"):
        list(field_columns("measure", dict, lambda owner: owner))
