"""The base of all models, and the types of their figures and moments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer

from tender_kit.core.lending import use

_GIVEN: dict[frozenset[str], set[str]] = {}
"""The names of fields that models were built with: one set for all that were built alike."""


class Model(BaseModel):
    """A frozen value; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    if not TYPE_CHECKING:  # the checker knows the fields

        def __init__(self, /, **values: Any) -> None:
            """Check the values. The set of names that pydantic keeps with each model, up to half of it, is one for all alike."""
            self.__pydantic_validator__.validate_python(values, self_instance=self)
            given = self.__pydantic_fields_set__
            object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))

        __init__.__pydantic_base_init__ = True  # it takes what the models' own takes, so nested values need no call of it

    def _repr_html_(self) -> str | None:
        """Show this value in a notebook; None, and with it the plain form, where it has no page of its own."""
        shown: str | None = use("html", self)
        return shown


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a type is made of: of ``tuple[Lot, ...]`` the lot."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from models_in(argument)


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
