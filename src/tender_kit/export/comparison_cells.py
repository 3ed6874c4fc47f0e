"""A comparison in the words and marks of its page: what the template goes through, with nothing left to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tender_kit.core.readings import State
from tender_kit.export.comparison_sources import SourceOfColumn, sources_of, visible
from tender_kit.export.comparison_words import (
    asking,
    bare_text,
    change_of,
    column_facts,
    converted,
    nested,
    row_depths,
    rows_by_group,
    say_basis,
    say_change,
    say_figures,
    say_lead,
    say_row,
    say_section,
    say_uncompared,
    split_figure,
)
from tender_kit.export.report import quotes_of
from tender_kit.models.comparison import Comparison, Entry, Row
from tender_kit.vocab.words import Words

# Cells that a browser lays out without a pause; groups beyond them begin folded.
_MOST_AT_ONCE = 4_000
_MOST_NAMES = 2  # silent columns that a row names; of more it gives the number


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One thing that a cell says; ``places`` are those of its quotes in the source of its column."""

    figure: str
    text: str
    number: str
    mandatory: bool
    notes: tuple[str, ...]
    depth: int
    places: str


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell; ``badges`` are pairs of a class and a word."""

    state: str
    badges: tuple[tuple[str, str], ...] = ()
    entries: tuple[PageEntry, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row, or the name of a section of the taxonomy (no cells) above the rows that are in it."""

    label: str
    basis: str = ""
    remark: str = ""
    depth: int = 0
    differs: bool = False
    cells: tuple[PageCell, ...] = ()


@dataclass(frozen=True, slots=True)
class PageGroup:
    """A group of rows that folds; ``is_open`` says whether it begins open."""

    key: str
    name: str
    rows: tuple[PageRow, ...]
    count: int
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column: its name, title, facts, where it comes from, and the number of its source text."""

    key: str
    title: str
    facts: tuple[str, ...]
    uri: str
    sha256: str
    source: int


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template needs of a comparison."""

    columns: tuple[PageColumn, ...]
    groups: tuple[PageGroup, ...]
    sources: tuple[SourceOfColumn, ...]

    @property
    def is_large(self) -> bool:
        """Whether it has more cells than a browser lays out at once."""
        return any(not group.is_open for group in self.groups)


def page_of(comparison: Comparison, words: Words) -> Page:
    """Put a comparison into the words of its page."""
    of_column = sources_of(comparison)
    sources = tuple({id(source): source for source in of_column}.values())
    numbers = {id(source): number for number, source in enumerate(sources)}
    columns = tuple(
        PageColumn(
            visible(column.key),
            visible(column.title),
            tuple(map(visible, column_facts(column, words))),
            visible(column.uri),
            visible(column.sha256),
            numbers[id(source)],
        )
        for column, source in zip(comparison.columns, of_column, strict=True)
    )
    return Page(columns, tuple(_groups(comparison, of_column, words)), sources)


def _groups(comparison: Comparison, sources: list[SourceOfColumn], words: Words) -> Iterator[PageGroup]:
    """Yield the groups; the first one is open, and those behind it as long as the cells are not too many."""
    cells = 0
    for place, (group, rows) in enumerate(rows_by_group(comparison).items()):
        cells += len(rows) * len(sources)
        is_open = place == 0 or cells <= _MOST_AT_ONCE
        yield PageGroup(group, words("row", group), tuple(_rows(rows, comparison, sources, words)), len(rows), is_open)


def _rows(rows: list[Row], comparison: Comparison, sources: list[SourceOfColumn], words: Words) -> Iterator[PageRow]:
    section = ""
    for row, depth in zip(rows, row_depths(rows), strict=True):
        if row.section and row.section != section and row.group == "service":
            yield PageRow(visible(say_section(row.section, words)))
        section = row.section
        yield PageRow(
            label=visible(say_row(row, words)),
            basis=visible(say_basis(row, words)),
            remark=visible(_remark(row, comparison, words)),
            depth=min(depth, 3),
            differs=row.differs,
            cells=tuple(_cell(row, index, source, words) for index, source in enumerate(sources)),
        )


def _remark(row: Row, comparison: Comparison, words: Words) -> str:
    """Who alone asks, who does not where these are few, else how many ask; nothing where all do."""
    names = [column.key for column in comparison.columns]
    if row.alone is not None:
        return words("compare", "only").format(column=names[row.alone])
    asked = len(asking(row.cells))
    if 0 < len(row.missing) <= min(_MOST_NAMES, asked - 1):
        return f"{words('word', 'missing')}: {', '.join(names[place] for place in row.missing)}"
    return words("compare", "asking").format(asked=asked, all=len(names)) if asked < len(names) else ""


_SILENT = PageCell("absent")


def _cell(row: Row, index: int, source: SourceOfColumn, words: Words) -> PageCell:
    cell = row.cells[index]
    badges = tuple(_badges(row, index, words))
    if cell.state == "absent" and not cell.entries:
        return PageCell("absent", badges) if badges else _SILENT
    entries = tuple(_entry(entry, depth, row, cell.state, source, words) for depth, entry in nested(cell.entries))
    return PageCell(cell.state, badges, entries, tuple(say_figures(row, index, words)))


def _badges(row: Row, index: int, words: Words) -> Iterator[tuple[str, str]]:
    state = row.cells[index].state
    if state not in ("known", "absent"):
        yield f"state {state}", words("state", state)
    if index in row.strictest:
        yield "most", visible(f"{words('word', 'strictest')} {say_lead(row, words)}".rstrip())
    if row.alone == index:
        yield "alone", words("word", "alone")
    if change := change_of(row, index):
        yield f"change {change}", say_change(change, words)


def _entry(entry: Entry, depth: int, row: Row, state: State, source: SourceOfColumn, words: Words) -> PageEntry:
    """Put an entry into words; one that is not understood shows what stands there."""
    figure, text = split_figure(entry, words)
    if state not in ("known", "absent"):
        text = bare_text(text, state, words) or " / ".join(quotes_of(entry.evidence)) or text
    notes = (converted(entry, row, words), say_uncompared(entry, words))
    return PageEntry(
        figure=visible(figure),
        text=visible(text),
        number=visible(entry.number),
        mandatory=entry.mandatory,
        notes=tuple(visible(note) for note in notes if note),
        depth=min(depth, 3),
        places=" ".join(dict.fromkeys(source.place(piece) for piece in entry.evidence)),
    )
