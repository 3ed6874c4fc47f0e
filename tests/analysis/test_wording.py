"""Values in words: what a reader sees must not say more or less than what was read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tender_kit.analysis.facts import FACT_PATHS, fact, short_name, walk_facts
from tender_kit.analysis.wording import (
    say_figure,
    say_law,
    say_measure,
    say_measures,
    say_moment,
    say_money,
    say_money_briefly,
    say_period,
    say_reading,
    say_value,
)
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.demands import Measure
from tender_kit.models.notice import Notice
from tender_kit.models.values import Duration, Method, Money, Period
from tender_kit.vocab.words import load_words

ZH, EN = load_words("zh"), load_words("en")
HERE = (Evidence(start=0, end=1, quote="不", rule="made"),)


@pytest.mark.parametrize(
    ("figure", "said"),
    [("0", "0"), ("2.50", "2.5"), ("1000", "1000"), ("12000", "12,000"), ("-12000.5", "-12,000.5"), ("5E+5", "500,000")],
)
def test_figures(figure: str, said: str) -> None:
    assert say_figure(Decimal(figure)) == said


def test_sums_name_both_units_where_they_are_round() -> None:
    assert say_money(Money(yuan=Decimal("368000")), ZH) == "368,000元(36.8 万元)"
    assert say_money(Money(yuan=Decimal("1234567.89")), ZH) == "1,234,567.89元"
    assert say_money(Money(yuan=Decimal("800")), EN) == "800 yuan"
    assert say_money(Money(yuan=Decimal("10"), currency="USD"), ZH) == "10 USD"
    assert say_money_briefly(Money(yuan=Decimal("1436000")), ZH) == "143.6万元"


def test_a_day_does_not_become_midnight() -> None:
    assert say_moment(date(2026, 4, 20)) == "2026-04-20"
    assert say_moment(datetime(2026, 4, 20, 9, 30, tzinfo=UTC)) == "2026-04-20 09:30"


def test_terms_say_their_length_and_their_ends() -> None:
    assert say_period(Period(months=12), ZH) == "12个月"
    assert say_period(Period(days=100), EN) == "100 days"
    assert say_period(Period(start=date(2026, 1, 1), end=date(2026, 12, 31)), ZH) == "2026-01-01至2026-12-31"
    assert say_value(Duration(count=Decimal(5), unit="working_day"), ZH) == "5个工作日"


def test_the_five_states_look_different() -> None:
    states = [
        Reading(state="known", value=Method.INQUIRY, evidence=HERE),
        Reading(state="masked", mask="**", evidence=HERE),
        Reading(state="unread", evidence=HERE),
        Reading(state="ambiguous", evidence=HERE),
        Reading[Method](),
    ]
    said = [say_reading(reading, ZH, "method") for reading in states]
    assert said[:3] == ["询价", "**(已遮蔽)", "未能读懂"]
    assert len(set(said)) == 5


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Measure(comparator="at_least", value=Decimal(85), unit="%", evidence=HERE), "≥85%"),
        (Measure(comparator="at_most", value=Decimal(3), unit="天", evidence=HERE), "≤3 天"),
        (Measure(comparator="between", value=Decimal(15), upper=Decimal(25), unit="人", evidence=HERE), "15–25 人"),
        (Measure(comparator="about", value=Decimal(260), unit="人", evidence=HERE), "约260 人"),
        (Measure(comparator="exactly", mask="**", unit="场", per="year", evidence=HERE), "** 场/年"),
        (
            Measure(comparator="exactly", value=Decimal(1), unit="次", per="month", implied=True, evidence=HERE),
            "1 次/月(未写次数)",
        ),
    ],
)
def test_measures(measure: Measure, said: str) -> None:
    assert say_measure(measure, ZH) == said


def test_what_a_measure_is_about_is_said_where_there_are_several() -> None:
    one = Measure(comparator="exactly", value=Decimal(1), unit="名", subject="站长", evidence=HERE)
    two = Measure(comparator="at_least", value=Decimal(2), unit="名", subject="护理员", evidence=HERE)
    assert say_measures((one,), ZH) == "1 名"
    assert say_measures((one, two, two), ZH) == "站长: 1 名; 护理员: ≥2 名"


def test_laws_are_cited_in_the_reader_s_language() -> None:
    assert say_law("政府采购法 art. 22(6)", ZH) == "政府采购法第22条(6)"
    assert say_law("custom", EN) == "by custom"


def test_every_fact_has_a_path_and_a_name(notice: Notice) -> None:
    walked = [path for _, path, _ in walk_facts(notice)]
    assert walked == [path for paths in FACT_PATHS.values() for path in paths]
    assert all(ZH.has("field", path) and EN.has("field", path) for path in walked)


def test_a_missing_party_has_no_readings(notice: Notice) -> None:
    assert fact(notice, "agency.name") == ()
    assert [reading.value for reading in fact(notice, "buyer.name")] == ["青石县民政局"]
    with pytest.raises(AttributeError):
        fact(notice, "schedule.deadline")


@pytest.mark.parametrize(
    ("uri", "name"), [("a/b/notice-7.html", "notice-7"), ("a/yunyan/source.txt", "yunyan"), ("-", "青石县"), ("", "青石县")]
)
def test_short_names(notice: Notice, uri: str, name: str) -> None:
    named = notice.model_copy(update={"source": notice.source.model_copy(update={"uri": uri})})
    assert short_name(named) == name
