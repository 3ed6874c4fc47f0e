"""A comparison as a table: a line for each row, column and entry, or a column for each notice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import methodcaller
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from tender_kit.analysis.frames.flatten import STATES, columns_of, within
from tender_kit.analysis.frames.table import Column, Figures, Group, Sheet, make_frame, place_column
from tender_kit.models import comparison as models
from tender_kit.models.demands import Measure

if TYPE_CHECKING:
    import pandas as pd

Wide = Literal["figure", "text", "state"]


def comparison_frame(comparison: models.Comparison, *, wide: Wide | None = None, figures: Figures = "decimal") -> pd.DataFrame:
    """Give a comparison as a DataFrame.

    Long (the default): a line for each row × column × entry. A cell without entries keeps its line, so
    that what is absent, masked or unread is seen. ``figure`` is the comparable figure of the entry, ``cell_figure``
    the one of its cell that binds most. Join with the frames of the notices on ``sha256``.

    Wide: a line for each row and a column for each notice or lot, which holds the figure, the words or the state of
    its cell. Read figures together with states: a hidden figure is as empty as one that nobody asks for.
    """
    if wide is None:
        return make_frame(_long(comparison), figures=figures)
    across = tuple(_across(wide, index) for index in range(len(comparison.columns)))
    frame = make_frame(Sheet((_HEAD, across), ((row, row) for row in comparison.rows)), figures=figures)
    frame = frame.set_index([column.name for column in _HEAD])
    return frame.set_axis([column.key for column in comparison.columns], axis="columns")


def _across(what: Wide, index: int) -> Column:
    """The cells of one notice; named by its place, because a file may be called ``unit``."""
    match what:
        case "figure":
            return Column(str(index), "figure", lambda row: row.cells[index].figure)
        case "state":
            return Column(str(index), STATES, lambda row: row.cells[index].state)
        case "text":
            return Column(str(index), "text", lambda row: "\n".join(dict.fromkeys(e.text for e in row.cells[index].entries)))
    raise ValueError(f"wide: {what!r} is none of figure, text, state")


class Place(NamedTuple):
    """A cell of a comparison by its row and the number of its column."""

    row: models.Row
    at: int

    @property
    def change(self) -> str | None:
        """What the column changes against the version before it."""
        return self.row.changes[self.at] if self.row.changes else None

    def ratio(self, kind: str) -> Decimal | None:
        """The ratio of a kind in this column; None where a side is not known."""
        return next((ratio.figures[self.at] for ratio in self.row.ratios if ratio.kind == kind), None)


def _long(comparison: models.Comparison) -> Sheet:
    groups = (_HEAD, _ROW, _COLUMN, _PLACE, _CELL, place_column("entry"), _ENTRY)
    return Sheet(groups, _cells(comparison))


def _cells(comparison: models.Comparison) -> Iterator[tuple[Any, ...]]:
    for row in comparison.rows:
        for index, (column, cell) in enumerate(zip(comparison.columns, row.cells, strict=True)):
            for number, entry in enumerate(cell.entries, start=1) if cell.entries else [(None, None)]:
                yield row, row, column, Place(row, index), cell, number, entry


_LEFT_OUT = ("group", "key", "label", "unit", "per_year", "cells", "strictest", "alone", "missing", "ratios", "changes")
_HEAD: Group = (
    Column("group", get_args(models.RowGroup), lambda row: row.group),
    Column("row", "text", lambda row: row.key),
    Column("label", "text", lambda row: row.label),
    Column("unit", "text", lambda row: row.unit),
    Column("per_year", "flag", lambda row: row.per_year),
)
_ROW: Group = columns_of(models.Row, leave_out=_LEFT_OUT)
_COLUMN: Group = (
    Column("column", "text", lambda column: column.key),
    Column("sha256", "text", lambda column: column.sha256),
    *columns_of(models.Column, leave_out=("key", "sha256", "document"), prefix="column_"),
)
_PLACE: Group = (
    Column("is_strictest", "flag", lambda place: place.at in place.row.strictest),
    Column("asks_alone", "flag", lambda place: place.at == place.row.alone),
    Column("is_missing", "flag", lambda place: place.at in place.row.missing),
    Column("change", get_args(models.Change), lambda place: place.change),
    *(Column(kind, "figure", methodcaller("ratio", kind)) for kind in get_args(models.RatioKind)),
)
_CELL: Group = (Column("state", STATES, lambda cell: cell.state), Column("cell_figure", "figure", lambda cell: cell.figure))
_ENTRY: Group = (
    Column("clause_number", "text", lambda entry: entry.number),
    *columns_of(models.Entry, leave_out=("number", "measure", "under")),
    Column("under_entry", "count", lambda entry: None if entry.under is None else entry.under + 1),
    *within(columns_of(Measure, leave_out=("evidence",), prefix="measure_"), lambda entry: entry.measure),
)
