"""From columns and rows to a DataFrame: the one place where pandas is loaded.

Every column has one type, whether there are rows or not:

=========  =================================  =====================================================
kind       dtype                              for
=========  =================================  =====================================================
text       ``string``                         words; nothing stated is ``<NA>``, never ``""``
flag       ``boolean``                        yes, no, not stated
count      ``Int64``                          whole numbers, places in the document
figure     ``object`` (Decimal) or float64    figures, by the argument ``figures``
day        ``datetime64[us]``                 a day as the document states it
moment     ``datetime64[us, Asia/Shanghai]``  a day with a time of day
words      ``category``                       one of a closed list (states, kinds, comparators)
=========  =================================  =====================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tender_kit.models.notice import Notice

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "flag", "count", "figure", "day", "moment"]
Figures = Literal["decimal", "float"]
BEIJING = timezone(timedelta(hours=8))
_DTYPES = {
    "text": "string",
    "flag": "boolean",
    "count": "Int64",
    "day": "datetime64[us]",
    "moment": "datetime64[us, Asia/Shanghai]",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its kind (or the closed list of its words), and how its value comes from an object."""

    name: str
    kind: Kind | tuple[str, ...]
    get: Callable[[Any], Any]


Group = tuple[Column, ...]


class Sheet(NamedTuple):
    """A table before pandas: its columns in groups, and rows that hold an object (or None) for each group."""

    groups: tuple[Group, ...]
    rows: Iterable[Sequence[Any]]


class Named(NamedTuple):
    """A notice and the name that it goes by in the tables."""

    name: str
    notice: Notice


KEYS: Group = (
    Column("notice", "text", lambda named: named.name),
    Column("sha256", "text", lambda named: named.notice.source.sha256),
)


def place_column(name: str) -> Group:
    """A column for the place of an entry in its list, counted from 1."""
    return (Column(name, "count", lambda place: place),)


def make_frame(sheet: Sheet, *, figures: Figures = "decimal") -> pd.DataFrame:
    """Make a DataFrame. Its columns, their order and their types are the same whatever the rows are, none included."""
    import pandas as pd

    kept = list(sheet.rows)
    found: dict[str, pd.Series[Any]] = {}
    for place, group in enumerate(sheet.groups):
        objects = [row[place] for row in kept]
        for column in group:
            if column.name in found:
                raise ValueError(f"two columns are named {column.name}")
            found[column.name] = _series([None if one is None else column.get(one) for one in objects], column, figures)
    return pd.DataFrame(found)


def _series(values: list[Any], column: Column, figures: Figures) -> pd.Series[Any]:
    import pandas as pd

    kind = column.kind
    if isinstance(kind, tuple):
        return pd.Series(pd.Categorical(_checked(values, column.name, kind), categories=list(kind)))
    if kind == "figure":
        if figures == "float":
            return pd.Series([None if value is None else float(value) for value in values], dtype="float64")
        return pd.Series(values, dtype="object")
    if kind == "moment":
        values = [value and in_beijing(value) for value in values]
    elif kind == "text":
        values = [value or None for value in values]
    return pd.Series(values, dtype=_DTYPES[kind])


def _checked(values: list[Any], name: str, words: tuple[str, ...]) -> list[str | None]:
    """Refuse a word that the list does not have: pandas would turn it into a missing value and say nothing."""
    found = [str(value) if value else None for value in values]
    unknown = sorted({word for word in found if word is not None} - set(words))
    if unknown:
        raise ValueError(f"{name}: {', '.join(unknown)} not among {', '.join(words)}")
    return found


def in_beijing(moment: datetime) -> datetime:
    """Give a time as the clock in Beijing shows it; one without a zone is taken to be of that clock."""
    return moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)
