"""A comparison as a DataFrame: long, and with a column for each notice."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from tender_kit.analysis.compare import compare
from tender_kit.models.comparison import Cell, Column, Comparison, Entry, Ratio, Row
from tender_kit.models.notice import Notice


@pytest.fixture
def table(notice: Notice, other: Notice) -> Comparison:
    return compare([notice, other])


def made() -> Comparison:
    """Two notices, one of which is called like a column of the frame; a nested figure, a hidden one, a ratio, a change."""
    columns = (Column(key="unit", sha256="a" * 64, yuan=Decimal(500000)), Column(key="乙", sha256="b" * 64))
    asked = Cell(
        state="known",
        entries=(Entry(text="每季度4次", figure=Decimal(16)), Entry(text="每次1小时", under=0)),
        figure=Decimal(16),
    )
    hidden = Cell(state="masked", entries=(Entry(text="**次", uncompared="masked"),))
    row = Row(
        group="service", key="svc.visit_home", label="入户", unit="次", per_year=True, cells=(asked, hidden), strictest=(0,),
        ratios=(Ratio(kind="per_10k_yuan", figures=(Decimal("0.32"), None)),), changes=(None, "loosened"),
    )  # fmt: skip
    silent = Row(group="legal", key="law.x", label="违约", cells=(Cell(), asked), alone=1, missing=(0,))
    return Comparison(columns=columns, rows=(row, silent))


def test_long_has_a_line_for_each_entry_and_for_each_cell_without_one() -> None:
    frame = made().to_frame()
    assert list(zip(frame["row"], frame["column"], frame["entry"].fillna(0), strict=True)) == [
        ("svc.visit_home", "unit", 1),
        ("svc.visit_home", "unit", 2),
        ("svc.visit_home", "乙", 1),
        ("law.x", "unit", 0),
        ("law.x", "乙", 1),
        ("law.x", "乙", 2),
    ]
    assert frame["state"].to_list() == ["known", "known", "masked", "absent", "known", "known"]
    assert frame["under_entry"].fillna(0).to_list() == [0, 1, 0, 0, 0, 1]
    assert frame["is_strictest"].to_list()[:3] == [True, True, False]
    assert frame["asks_alone"].to_list() == [False, False, False, False, True, True]
    assert frame["is_missing"].to_list() == [False, False, False, True, False, False]
    assert frame["change"].astype(object).to_list()[2] == "loosened"
    assert frame["per_10k_yuan"].to_list()[0] == Decimal("0.32")
    assert frame["per_10k_yuan"].isna().to_list()[2:] == [True] * 4
    assert frame["uncompared"].astype(object).to_list()[2] == "masked"


def test_wide_has_a_column_for_each_notice_even_for_one_that_is_called_unit() -> None:
    frame = made().to_frame(wide="figure", figures="float")
    assert list(frame.columns) == ["unit", "乙"]
    assert frame.index.names == ["group", "row", "label", "unit", "per_year"]
    assert frame["unit"].fillna(-1).to_list() == [16.0, -1.0]
    assert made().to_frame(wide="state")["乙"].to_list() == ["masked", "known"]
    assert made().to_frame(wide="text").iloc[0, 0] == "每季度4次\n每次1小时"


def test_a_wrong_width_is_refused() -> None:
    with pytest.raises(ValueError, match="figure, text, state"):
        made().to_frame(wide="figures")  # type: ignore[arg-type]


def test_columns_and_types_do_not_depend_on_the_comparison(table: Comparison) -> None:
    empty = Comparison(columns=(), rows=()).to_frame()
    full = table.to_frame()
    assert list(empty.columns) == list(full.columns) == list(made().to_frame().columns)
    assert list(empty.dtypes) == list(full.dtypes)
    assert Comparison(columns=(), rows=()).to_frame(wide="state").shape == (0, 0)


def test_a_comparison_joins_with_its_notices(table: Comparison, notice: Notice) -> None:
    frame = table.to_frame()
    assert set(frame["sha256"]) == {notice.source.sha256}
    visits = frame[frame["row"] == "svc.visit_home"]
    assert visits["measure_value"].to_list() == [Decimal(4), Decimal(6)]
    assert visits["quote"].notna().all()
    hidden = frame[frame["row"] == "svc.event"]
    assert hidden["state"].to_list() == ["masked", "masked"]
    assert hidden["figure"].isna().all()
    assert hidden["measure_mask"].to_list() == ["**", "**"]


def test_a_comparison_read_back_from_json_gives_the_same_frame(table: Comparison) -> None:
    again = Comparison.model_validate_json(table.model_dump_json())
    pd.testing.assert_frame_equal(again.to_frame(), table.to_frame())
