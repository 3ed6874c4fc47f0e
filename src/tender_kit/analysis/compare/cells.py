"""Cells and rows, and the rows of single facts: identity, money, dates, what a qualification says with yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tender_kit.analysis.compare.columns import View
from tender_kit.analysis.facts import FACT_PATHS, fact
from tender_kit.analysis.wording import say_reading
from tender_kit.core.readings import Reading
from tender_kit.models.comparison import Cell, Entry, Row, RowGroup
from tender_kit.vocab.words import Words, load_words

ABSENT = Cell()
# What a lot may state for itself; everything else is said once for the whole notice.
_OF_LOT = {"budget": "budget", "ceiling": "ceiling", "service.period": "service"}
_FACT_GROUPS: dict[str, RowGroup] = {
    "identity": "identity",
    "money": "money",
    "dates": "dates",
    "place": "dates",
    "qualification": "qualification",
}
# A title repeats the project's name; telephone numbers belong to a contact sheet, not to a comparison.
_LEFT_OUT = {"title", "buyer.phones", "buyer.emails", "agency.phones", "agency.emails", "agency.contacts", "agency.address"}


def make_cell(entries: Sequence[Entry]) -> Cell:
    """Put entries into a cell; it is masked where it gives no figure but the shape of one."""
    if not entries:
        return ABSENT
    measures = [entry.measure for entry in entries if entry.measure]
    hidden = bool(measures) and all(measure.value is None and measure.mask for measure in measures)
    return Cell(state="masked" if hidden else "known", entries=tuple(entries))


def make_row(group: RowGroup, key: str, cells: Sequence[Cell], **more: Any) -> Row:
    """Make a row whose name the catalogue of words knows."""
    zh, en = load_words("zh"), load_words("en")
    table = "field" if zh.has("field", key) else "row"
    return Row(group=group, key=key, label=zh(table, key), label_en=en(table, key), cells=tuple(cells), **more)


def fact_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    """Give a row for each single fact that at least one column speaks of."""
    for group, row_group in _FACT_GROUPS.items():
        for path in FACT_PATHS[group]:
            cells = tuple(_fact_cell(_readings(view, path), words, path) for view in views)
            if path not in _LEFT_OUT and any(cell.state != "absent" for cell in cells):
                yield make_row(row_group, path, cells)


def _readings(view: View, path: str) -> tuple[Reading[object], ...]:
    own = tuple(getattr(lot, _OF_LOT[path]) for lot in view.lots) if path in _OF_LOT else ()
    return own if any(reading.state != "absent" for reading in own) else fact(view.notice, path)


def _fact_cell(readings: Iterable[Reading[object]], words: Words, path: str) -> Cell:
    given = [reading for reading in readings if reading.state != "absent"]
    if not given:
        return ABSENT
    entries = tuple(Entry(text=say_reading(reading, words, path), evidence=reading.evidence) for reading in given)
    return Cell(state=given[0].state, entries=entries)
