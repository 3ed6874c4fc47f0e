"""What all formats render: a report is a title, a few lines, and parts that are tables. Values in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence

# The ground of a cell by its mark, and that of the heads of columns.
SHADES = {
    "head": "E2E8F0",
    "masked": "FFF3BF",
    "ambiguous": "FFF3BF",
    "unread": "FFE0B2",
    "strictest": "DFF3E4",
    "error": "FFD9D6",
    "warning": "FFF3BF",
    "new": "DFF3E4",
    "changed": "FFE0B2",
    "dropped": "E5E7EB",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: str) -> str:
    """Leave out the characters that XML cannot hold."""
    return _CONTROL.sub("", text)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is in Latin characters, as spreadsheets count.

    ``on_paper`` is false for what a page has no room for; there the source stands under its cell instead.
    ``to_fill`` columns are shown even where they are empty. A spreadsheet offers the ``choices``, or those of the
    report's list of people where ``takes_people``; ``is_hidden`` columns are for programs.
    """

    label: str
    width: int = 16
    on_paper: bool = True
    to_fill: bool = False
    choices: tuple[str, ...] = ()
    takes_people: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, how surely they stand, and the sentences that they come from.

    ``mark`` is a state (``masked``, ``unread``, ``absent``, ``ambiguous``), ``strictest``, a severity, a change, or "".
    ``figure`` is the number that the words write: a spreadsheet holds it instead of them, so that it sorts and counts.
    """

    text: str
    mark: str = ""
    quotes: tuple[str, ...] = ()
    figure: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A titled table; ``frozen`` of its columns stay in sight in a spreadsheet, 0 leaves that to the format."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    frozen: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """What a report has that is to be filled in and handed round.

    ``header`` stands at the head of every page. ``people`` may be changed by the reader. ``states`` are the choices of the
    column ``state_label``, the first for what is not begun, ``done`` those that count as finished. The other words are
    those of the sheets and captions around the tables.
    """

    header: str
    people: tuple[str, ...]
    state_label: str
    states: tuple[str, ...]
    done: tuple[str, ...]
    caption: str
    page: str
    overview: str
    lists: str
    lists_note: str
    people_label: str
    heads: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole output, before it takes a format.

    The columns of an ``aligned`` report mean the same in all its parts and stand below each other, empty or not.
    A report with a ``form`` gets drop-downs, an overview of its progress, and headers and footers on its pages.
    """

    title: str
    lines: tuple[str, ...]
    parts: tuple[Part, ...]
    language: str = "zh"
    aligned: bool = False
    form: Form | None = None

    @property
    def is_uniform(self) -> bool:
        """Whether all parts have the same columns, so that they can stand in one sheet."""
        return len({part.columns for part in self.parts}) == 1

    def joined(self, head: str) -> Part:
        """Give all parts of a uniform report as one, with a column ``head`` that names the part."""
        columns = (Column(head, 20), *self.parts[0].columns)
        rows = tuple((Cell(part.title), *row) for part in self.parts for row in part.rows)
        return Part(self.title, columns, rows)


def quotes_of(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Give the quotes of some evidence, each once."""
    return tuple(dict.fromkeys(piece.quote for piece in evidence))


def plain(texts: Iterable[str]) -> tuple[Cell, ...]:
    """Make cells of bare words."""
    return tuple(Cell(text) for text in texts)


def sources_under(cell: Cell) -> tuple[str, ...]:
    """Give the quotes of a cell that its own words do not already show; width and blanks make no difference."""
    shown = _bare(cell.text)
    return tuple(quote for quote in cell.quotes if _bare(quote) not in shown)


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def paper_columns(part: Part, *, drop_empty: bool) -> list[int]:
    """Choose the columns that a page has room for: not the wide ones, and none that stays empty."""
    shown = [index for index, column in enumerate(part.columns) if column.on_paper]
    filled = (index for index in shown if not drop_empty or any(row[index].text for row in part.rows))
    return sorted({*filled, *(index for index in shown if part.columns[index].to_fill)})
