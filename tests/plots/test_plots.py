"""Plots leave no notice out, draw only what is stated, and say why a bar is missing."""

from __future__ import annotations

import warnings
from decimal import Decimal
from pathlib import Path

import pytest
from matplotlib.figure import Figure

from tender_kit.analysis.compare import compare
from tender_kit.core.errors import TenderKitError
from tender_kit.core.readings import Reading
from tender_kit.models.comparison import Cell, Column, Comparison, Entry, Row
from tender_kit.models.demands import Payment
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money
from tender_kit.notices import Notices
from tender_kit.plots import plot_budgets, plot_indicators, plot_payments, plot_staffing

CORPUS = Path(__file__).parents[2] / "corpus"


def words_of(figure: Figure) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def names_of(figure: Figure, axes: int = 0) -> list[str]:
    return [label.get_text() for label in figure.axes[axes].get_yticklabels()]


def widths(figure: Figure, axes: int = 0) -> list[float]:
    return [round(patch.get_width(), 2) for patch in figure.axes[axes].patches]  # type: ignore[attr-defined]


def with_payments(notice: Notice, *parts: tuple[str | None, str | None]) -> Notice:
    made = [
        Payment(percent=Decimal(percent) if percent else None, mask=mask, trigger="验收合格后", evidence=notice.budget.evidence)
        for percent, mask in parts
    ]
    return notice.model_copy(update={"payments": tuple(made)})


def row(key: str, *figures: str | None, **more: object) -> Row:
    cells = [
        Cell(state="known", entries=(Entry(text=figure, figure=Decimal(figure)),), figure=Decimal(figure)) if figure else Cell()
        for figure in figures
    ]
    return Row(**{"group": "service", "key": key, "label": key, "unit": "次", "cells": tuple(cells), **more})  # type: ignore[arg-type]


def test_budgets_are_ordered_and_hidden_ones_are_said_in_words(notice: Notice) -> None:
    hidden = notice.model_copy(update={"budget": Reading(state="masked", mask="**万元", evidence=notice.budget.evidence)})
    larger = notice.model_copy(update={"budget": notice.budget.model_copy(update={"value": Money(yuan=Decimal(800000))})})
    foreign = notice.model_copy(
        update={"budget": notice.budget.model_copy(update={"value": Money(yuan=Decimal(9), currency="USD")})}
    )
    figure = plot_budgets([hidden, notice, larger, foreign], ["遮", "小", "大", "外币"])
    assert names_of(figure) == ["大", "小", "遮", "外币"]
    assert widths(figure) == [80, 50, 0, 0]
    assert words_of(figure) == ["80", "50", "**万元(已遮蔽)", "9 USD"]


def test_a_ceiling_is_a_mark_and_words_keep_clear_of_it(notice: Notice) -> None:
    ceiling = notice.budget.model_copy(update={"value": Money(yuan=Decimal(300000))})
    figure = plot_budgets([notice.model_copy(update={"budget": Reading(), "ceiling": ceiling})], ["甲"])
    (line,) = figure.axes[0].lines
    assert list(line.get_xdata()) == [30.0]
    assert figure.axes[0].texts[0].get_position()[0] > 30


def test_hidden_shares_are_hatched_and_take_what_is_left(notice: Notice) -> None:
    figure = plot_payments([with_payments(notice, ("40", None), (None, "**"), (None, "*"))], ["甲"])
    assert widths(figure) == [40, 30, 30]
    assert [bool(patch.get_hatch()) for patch in figure.axes[0].patches] == [False, True, True]
    assert words_of(figure)[1].startswith("**%")


def test_what_the_instalments_do_not_add_up_to_is_left_open(notice: Notice) -> None:
    figure = plot_payments([with_payments(notice, ("25", None)), with_payments(notice)], ["甲", "乙"])
    assert widths(figure) == [25, 75, 100]
    assert words_of(figure)[1:] == ["其余见原文", "未读出付款比例"]


def test_shares_that_count_what_was_paid_before_are_not_drawn_as_shares(notice: Notice) -> None:
    figure = plot_payments([with_payments(notice, ("30", None), ("70", None), ("97", None))], ["甲"])
    assert widths(figure) == [100]
    assert words_of(figure) == ["各笔合计超过 100%,见原文"]


def test_instalments_without_a_share_are_shown_in_their_words(notice: Notice) -> None:
    figure = plot_payments([with_payments(notice, ("70", None), (None, None)), with_payments(notice, (None, None))], ["甲", "乙"])
    assert widths(figure) == [70, 30, 100]
    assert words_of(figure)[1:] == ["验收合格后", "验收合格后"]


def test_lots_that_are_paid_differently_have_a_line_each(notice: Notice) -> None:
    parts = tuple(part.model_copy(update={"lots": (lot,)}) for lot in ("01", "02") for part in notice.payments)
    figure = plot_payments([notice.model_copy(update={"payments": parts})], ["甲"])
    assert names_of(figure) == ["甲/01", "甲/02"]
    assert widths(figure) == [40, 60, 40, 60]


def test_indicators_say_why_a_column_has_no_bar() -> None:
    columns = tuple(Column(key=name, sha256="a" * 64) for name in "甲乙丙")
    hidden = Cell(state="masked", entries=(Entry(text="**次", uncompared="masked"),))
    other = Cell(state="known", entries=(Entry(text="3户", uncompared="unit"),))
    made = row("入户", "12", None, None, per_year=True, strictest=(0,))
    made = made.model_copy(update={"cells": (made.cells[0], hidden, other)})
    figure = plot_indicators(Comparison(columns=columns, rows=(made, row("活动", "1", "2", None))))
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["入户(次/年)", "活动(次)"]
    assert words_of(figure) == ["12", "已遮蔽", "单位不同", "1", "2", "未提及"]
    colors = [patch.get_facecolor() for patch in figure.axes[0].patches]
    assert colors[0] != colors[1]


def test_rows_of_indicators_can_be_chosen() -> None:
    columns = tuple(Column(key=name, sha256="a" * 64) for name in "甲乙")
    rows = (row("budget", "1", "2", group="money"), row("a", "1", None), row("b", "1", "2"), row("c", "1", "2"))
    table = Comparison(columns=columns, rows=rows)
    assert [axes.get_title(loc="left") for axes in plot_indicators(table, most=2).axes] == ["b(次)", "c(次)"]
    chosen = plot_indicators(table, ["budget", "a", "b"]).axes
    assert [axes.get_title(loc="left") for axes in chosen if axes.get_visible()] == ["budget(次)", "a(次)", "b(次)"]
    with pytest.raises(TenderKitError, match="没有可以画的内容"):
        plot_indicators(table, ["nothing"])


def test_staff_is_set_in_relation_to_the_budget_only_where_both_are_known() -> None:
    columns = (
        Column(key="甲", sha256="a" * 64, staff=Decimal(4), yuan=Decimal(800000)),
        Column(key="乙", sha256="a" * 64, staff=Decimal(3)),
        Column(key="丙", sha256="a" * 64, yuan=Decimal(800000)),
    )
    figure = plot_staffing(Comparison(columns=columns, rows=()))
    assert widths(figure, 0) == [4, 3, 0]
    assert widths(figure, 1) == [5, 0, 0]
    assert words_of(figure) == ["4", "3", "未读出团队人数", "5", "没有可用的预算", "未读出团队人数"]


def test_hostile_words_are_no_formulas(notice: Notice, tmp_path: Path) -> None:
    name = "$\\frac{x}$ \n" + "长" * 500
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        plot_budgets([notice], [name]).savefig(tmp_path / "one.png")


def test_plots_of_the_corpus_are_drawn_without_a_warning(tmp_path: Path) -> None:
    notices = Notices.read(sorted(CORPUS.glob("*_202[45]/source.*")))
    table = compare(notices[:8], names=notices.names[:8])
    figures = (
        plot_budgets(notices, notices.names),
        plot_payments(notices, notices.names, language="en"),
        plot_indicators(table),
        plot_staffing(table),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for number, figure in enumerate(figures):
            figure.savefig(tmp_path / f"{number}.png", dpi=40)
