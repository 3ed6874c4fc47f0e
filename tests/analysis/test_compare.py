"""Side by side: what is compared, and above all what is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tender_kit.analysis.compare import compare
from tender_kit.analysis.compare.across import read_across
from tender_kit.analysis.compare.figures import fit_figures
from tender_kit.analysis.topics import Topic
from tender_kit.core.readings import Evidence
from tender_kit.models.comparison import Cell, Comparison, Direction, Entry, Row
from tender_kit.models.demands import Measure
from tender_kit.models.notice import Notice
from tender_kit.pipeline import read_notice

HERE = (Evidence(start=0, end=1, quote="不", rule="made"),)


def quote(words: str) -> tuple[Evidence, ...]:
    return (Evidence(start=0, end=len(words), quote=words, rule="made"),)


def row_of(comparison: Comparison, key: str) -> Row:
    return next(row for row in comparison.rows if row.key == key)


def asked(*columns: list[Measure], direction: Direction = "more", unit: str = "次", accepted: tuple[str, ...] = ("场",)) -> Row:
    """A row in which each column asks for some measures."""
    cells = tuple(
        Cell(state="known" if measures else "absent", entries=tuple(Entry(text="", measure=m, evidence=HERE) for m in measures))
        for measures in columns
    )
    topic = Topic("t", "主题", "topic", "service", "svc", unit, accepted, direction)
    return read_across(fit_figures(Row(group="service", key="t", label="主题", direction=direction, cells=cells), topic))


def at_least(value: int | str, unit: str = "次", **more: object) -> Measure:
    return Measure(comparator="at_least", value=Decimal(value), unit=unit, evidence=HERE, **more)  # type: ignore[arg-type]


def test_a_quarterly_figure_is_compared_by_the_year(notice: Notice, other: Notice) -> None:
    row = row_of(compare([notice, other]), "svc.visit_home")
    assert [cell.entries[0].figure for cell in row.cells] == [16, 24]
    assert row.per_year
    assert row.strictest == (1,)


def test_every_entry_leads_back_to_its_quote(notice: Notice, other: Notice) -> None:
    comparison = compare([notice, other])
    assert notice.document is not None
    for row in comparison.rows:
        for cell in row.cells:
            for entry in cell.entries:
                assert entry.evidence or cell.state != "known"
                assert all(piece.quote == notice.document.text[piece.start : piece.end] for piece in entry.evidence)


def test_masked_unread_and_absent_are_told_apart(notice: Notice, other: Notice) -> None:
    comparison = compare([notice, other])
    assert row_of(comparison, "svc.event").cells[0].state == "masked"
    assert row_of(comparison, "method").cells[0].state == "unread"
    assert row_of(comparison, "payments").cells[1].state == "absent"


def test_it_says_who_alone_asks_and_who_does_not(notice: Notice, other: Notice) -> None:
    row = row_of(compare([notice, other]), "payments")
    assert row.alone == 0
    assert row.missing == (1,)


def test_lots_that_ask_for_the_same_are_one_column(lots_notice: Notice) -> None:
    comparison = compare([lots_notice])
    assert [column.key for column in comparison.columns] == ["lots/01", "lots/02,03"]
    visits = row_of(comparison, "svc.visit_home")
    assert [[entry.figure for entry in cell.entries] for cell in visits.cells] == [[16], [32]]
    budgets = row_of(comparison, "budget")
    assert [[entry.text for entry in cell.entries] for cell in budgets.cells] == [
        ["10,000元(1 万元)"],
        ["20,000元(2 万元)", "30,000元(3 万元)"],
    ]


def test_lots_can_stay_together(lots_notice: Notice) -> None:
    assert [column.key for column in compare([lots_notice], by_lot=False).columns] == ["lots"]


def test_columns_of_one_name_are_told_apart(notice: Notice) -> None:
    assert [column.key for column in compare([notice, notice]).columns] == ["qingshi", "qingshi-2"]


def test_a_clause_without_topic_is_kept(notice: Notice) -> None:
    words = "须提交营业执照复印件。"
    clause = notice.requirements[1].model_copy(update={"topic": None, "measures": (), "text": words, "evidence": quote(words)})
    row = row_of(compare([notice.model_copy(update={"requirements": (clause,)}), notice], versions=False), "free")
    assert row.cells[0].entries[0].text == words


@pytest.mark.parametrize(
    ("columns", "strictest"),
    [
        (([at_least(4)], [at_least(6)]), (1,)),
        (([at_least(4)], [at_least(6), at_least(2)], [at_least(6)]), (1, 2)),
        (([at_least(4)], [at_least(4)]), ()),  # equal: nobody asks most
        (([at_least(4)], []), ()),  # alone: nothing to compare with
        (([at_least(4)], [at_least(6, "场")]), (1,)),  # counting words that the topic accepts
        (([at_least(4)], [at_least(6, "人次")]), ()),  # people are no sessions
        (([at_least(4)], [at_least(6, per="year", per_year=Decimal(6))]), ()),  # one by the year, one for the term
        (([at_least(4)], [at_least(6, per="month")]), ()),  # a rhythm that no year can be made of
    ],
)
def test_who_asks_most(columns: tuple[list[Measure], ...], strictest: tuple[int, ...]) -> None:
    assert asked(*columns).strictest == strictest


def test_a_hidden_figure_could_be_the_largest() -> None:
    hidden = Measure(comparator="at_least", mask="**", unit="次", evidence=HERE)
    assert asked([at_least(4)], [at_least(6)], [hidden]).strictest == ()


def test_a_limit_says_nothing_of_how_much_is_asked() -> None:
    limit = Measure(comparator="at_most", value=Decimal(9), unit="次", evidence=HERE)
    assert asked([at_least(4)], [limit]).strictest == ()


def test_the_smaller_term_is_the_stricter_one() -> None:
    days = [Measure(comparator="at_most", value=Decimal(n), unit="天", evidence=HERE) for n in (3, 5)]
    assert asked([days[0]], [days[1]], direction="less", unit="天").strictest == (0,)


def test_sums_in_ten_thousands_are_brought_to_yuan() -> None:
    row = asked([at_least(60, "万元")], [at_least(500000, "元")], unit="元")
    assert [cell.entries[0].figure for cell in row.cells] == [600000, 500000]
    assert row.strictest == (0,)


def test_people_and_visits_are_never_mixed() -> None:
    row = asked([at_least(30, "人")], [at_least(50, "人次")], unit="人", accepted=("人次",))
    assert row.strictest == ()


def test_limits_of_no_topic_line_up_by_wording_and_the_smaller_one_asks_more() -> None:
    texts = [f"服务要求\n1.签订合同后{days}日内完成设备安装调试。\n" for days in (30, 45)]
    comparison = compare([read_notice(text, uri=f"{index}.txt") for index, text in enumerate(texts)], versions=False)
    row = row_of(comparison, "free:1")
    assert ([cell.figure for cell in row.cells], row.strictest) == ([30, 45], (0,))
