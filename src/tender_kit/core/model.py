"""The base of all models, and the types of their figures and moments."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer

from tender_kit.core.lending import use


class Model(BaseModel):
    """A frozen value; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def _repr_html_(self) -> str | None:
        """Show this value in a notebook; None, and with it the plain form, where it has no page of its own."""
        shown: str | None = use("html", self)
        return shown


def _canonical(value: Decimal) -> str:
    return format(value, "f")


Figure = Annotated[Decimal, PlainSerializer(_canonical, return_type=str, when_used="json")]
"""A decimal figure; in JSON a plain string of digits (``"500000"``, never ``"5E+5"``)."""


def _day_or_time(value: Any) -> Any:
    """Read ten characters as a day: a day without a time must not become midnight."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
    return value


Moment = Annotated[datetime | date, BeforeValidator(_day_or_time)]
"""A day, or a day with a time of day at +08:00; only what the document states."""
