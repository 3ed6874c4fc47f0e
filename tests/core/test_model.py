"""Figures and moments survive the way into JSON and back as they were stated."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from pydantic import ValidationError

from tender_kit.core.model import Figure, Model, Moment

BEIJING = timezone(timedelta(hours=8))


class Sample(Model):
    figure: Figure = Decimal(0)
    moment: Moment = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        ("500000", "500000"),
        ("5E+5", "500000"),
        ("1429200.00", "1429200.00"),
        ("0.5", "0.5"),
        ("1E-3", "0.001"),
    ],
)
def test_figures_are_plain_digits(figure: str, written: str) -> None:
    json = Sample(figure=Decimal(figure)).model_dump(mode="json")
    assert json["figure"] == written
    assert Sample.model_validate(json).figure == Decimal(figure)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("2026-03-05", date(2026, 3, 5), id="a-day-does-not-become-midnight"),
        pytest.param("2026-03-05T09:30:00+08:00", datetime(2026, 3, 5, 9, 30, tzinfo=BEIJING), id="a-time-keeps-its-zone"),
        pytest.param("2026-03-05T00:00:00+08:00", datetime(2026, 3, 5, tzinfo=BEIJING), id="midnight-stays-a-time"),
    ],
)
def test_moments_come_back_as_they_went(text: str, moment: Moment) -> None:
    read = Sample.model_validate({"moment": text}).moment
    assert (read, type(read)) == (moment, type(moment))
    assert Sample(moment=moment).model_dump(mode="json")["moment"] == text


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"figures": "1"})


def test_models_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Sample().figure = Decimal(1)  # type: ignore[misc]


def test_a_copy_with_another_value_leaves_the_values_of_models_built_alike_alone() -> None:
    first, second = Sample(figure=Decimal(1)), Sample(figure=Decimal(2))
    copied = first.model_copy(update={"moment": date(2026, 3, 5)})
    assert (first.model_fields_set, second.model_fields_set) == ({"figure"}, {"figure"})
    assert copied.model_fields_set == {"figure", "moment"}
    assert first == Sample.model_validate({"figure": "1"})
