"""The fields of a model as columns: what a type becomes in a table is said once, here.

A reading gives its value, its ``_state`` and its ``_mask``. A day never becomes midnight: a moment gives ``_day``,
and ``_at`` only where the document states the time. Figures carry their unit in the name (``budget_yuan``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from tender_kit.analysis.frames.table import Column, Group, Kind, in_beijing
from tender_kit.core.model import Model
from tender_kit.core.readings import Evidence, Reading, State
from tender_kit.models.demands import Number
from tender_kit.models.values import Duration, DurationUnit, Money, Period, Region

Get = Callable[[Any], Any]
STATES: tuple[State, ...] = get_args(State)
_SURENESS: tuple[State, ...] = ("known", "ambiguous", "masked", "unread", "absent")
_BETWEEN = {"path": " › ", "lots": ","}
_SCALARS: dict[Any, Kind] = {str: "text", bool: "flag", int: "count", Decimal: "figure", date: "day"}
# A value of several parts as columns: what is added to its name, the kind, the part.
_PARTS: dict[Any, tuple[tuple[str, Kind | tuple[str, ...], str], ...]] = {
    Money: (("_yuan", "figure", "yuan"), ("_currency", "text", "currency")),
    Number: (("", "figure", "value"), ("_mask", "text", "mask")),
    Duration: (("_count", "figure", "count"), ("_unit", get_args(DurationUnit), "unit")),
    Period: (("_months", "count", "months"), ("_days", "count", "days"), ("_start", "day", "start"), ("_end", "day", "end")),
    Region: tuple((f"_{part}", "text", part) for part in ("province", "city", "district", "code")),
}


def columns_of(model: type[Model], *, leave_out: Sequence[str] = (), prefix: str = "") -> Group:
    """Give the columns of a model's fields, in their order."""
    fields = ((name, field.annotation) for name, field in model.model_fields.items() if name not in leave_out)
    return tuple(column for name, kind in fields for column in field_columns(prefix + name, kind, _reader(name)))


def within(columns: Group, step: Get) -> Group:
    """Read columns from a part of an object; where the part is None they are empty."""
    return tuple(Column(column.name, column.kind, _behind(step, column.get)) for column in columns)


def field_columns(name: str, annotation: Any, get: Get) -> Iterator[Column]:
    """Give the columns of one field; raises ``TypeError`` for a type that has no place in a table."""
    kind = bare(annotation)
    if get_origin(kind) is tuple:
        yield from _list_columns(name, get_args(kind)[0], get)
    elif isinstance(kind, type) and issubclass(kind, Reading):
        yield from reading_columns(name, kind, lambda owner: [get(owner)])
    elif isinstance(kind, type) and issubclass(kind, Model) and kind not in _PARTS:
        yield from within(columns_of(kind, prefix=f"{name}_"), get)
    else:
        yield from value_columns(name, kind, get)


def reading_columns(name: str, annotation: Any, get: Callable[[Any], Sequence[Reading[Any]]]) -> Iterator[Column]:
    """Give the columns of a fact: value, state, mask. Of several readings (telephone numbers) the values stand in a row,
    and the state is the least sure of theirs.
    """
    kind = bare(bare(annotation).__pydantic_generic_metadata__["args"][0])
    if kind is str:
        yield Column(name, "text", lambda owner: "; ".join(r.value for r in get(owner) if r.value is not None))
    else:
        yield from value_columns(name, kind, lambda owner: next((r.value for r in get(owner)), None))
    yield Column(f"{name}_state", STATES, lambda owner: _least_sure(get(owner)))
    if kind is not bool and not _words(kind):
        yield Column(f"{name}_mask", "text", lambda owner: "; ".join(r.mask for r in get(owner) if r.mask))


def value_columns(name: str, kind: Any, get: Get) -> Iterator[Column]:
    """Give the columns of a value that is no reading."""
    if kind in _PARTS:
        for suffix, part_kind, part in _PARTS[kind]:
            yield Column(name + suffix, part_kind, _behind(get, _reader(part)))
        if kind is Number:
            yield state_column(f"{name}_state", _behind(get, _reader("value")), _behind(get, _reader("mask")))
    elif kind in _SCALARS or _words(kind):
        yield Column(name, _words(kind) or _SCALARS[kind], get)
    elif set(get_args(kind)) == {datetime, date}:
        yield Column(f"{name}_day", "day", _behind(get, _day))
        yield Column(f"{name}_at", "moment", _behind(get, lambda moment: moment if isinstance(moment, datetime) else None))
    else:
        raise TypeError(f"{name}: {kind} has no place in a table")


def state_column(name: str, value: Get, mask: Get) -> Column:
    """The state of a figure that is no reading: known, masked where the document shows the shape of it, else absent."""
    return Column(name, STATES, lambda one: "known" if value(one) is not None else "masked" if mask(one) else "absent")


def _list_columns(name: str, annotation: Any, get: Get) -> Iterator[Column]:
    kind = bare(annotation)
    if kind is Evidence:
        yield from _evidence_columns(get)
    elif kind is str:
        yield Column(name, "text", lambda owner: _BETWEEN.get(name, "; ").join(get(owner)))
    elif issubclass(kind, Reading):
        yield from reading_columns(name, kind, get)
    elif "text" in kind.model_fields:
        yield Column(name, "text", lambda owner: "; ".join(part.text for part in get(owner)))
    else:
        yield Column(name, "count", lambda owner: len(get(owner)))


def _evidence_columns(get: Get) -> Iterator[Column]:
    """The quotes, and the stretch of the text that they lie in; each by itself stands in the frame of the evidence."""
    yield Column("quote", "text", lambda owner: " … ".join(dict.fromkeys(e.quote for e in get(owner))))
    yield Column("start", "count", lambda owner: min((e.start for e in get(owner)), default=None))
    yield Column("end", "count", lambda owner: max((e.end for e in get(owner)), default=None))
    yield Column("rule", "text", lambda owner: "; ".join(dict.fromkeys(e.rule for e in get(owner))))


def bare(annotation: Any) -> Any:
    """Take ``Annotated`` and ``| None`` off a type.

    >>> bare(Annotated[Decimal, "canonical"] | None)
    <class 'decimal.Decimal'>
    """
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        stated = [kind for kind in get_args(annotation) if kind is not type(None)]
        return bare(stated[0]) if len(stated) == 1 else annotation
    return annotation


def _words(kind: Any) -> tuple[str, ...]:
    """The closed list that a type takes its words from; empty where it is no such type."""
    if get_origin(kind) is Literal:
        return tuple(word for word in get_args(kind) if word)
    return tuple(word.value for word in kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


def _least_sure(readings: Sequence[Reading[Any]]) -> State:
    return max((reading.state for reading in readings), key=_SURENESS.index, default="absent")


def _reader(name: str) -> Get:
    return lambda owner: getattr(owner, name)


def _behind(first: Get, then: Get) -> Get:
    """Read a part of what another getter gives; None stays None."""

    def get(owner: Any) -> Any:
        value = first(owner)
        return None if value is None else then(value)

    return get


def _day(moment: date) -> date:
    return in_beijing(moment).date() if isinstance(moment, datetime) else moment
