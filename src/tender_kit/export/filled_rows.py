"""From the cells of a filled checklist back to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from tender_kit.core.errors import TenderKitError
from tender_kit.export.checklist_report import CLAUSE_COLUMNS, RESPONSE_COLUMNS
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.vocab.words import LANGUAGES, Words, load_words

Grid = Sequence[Sequence[str]]
_BEIJING = timezone(timedelta(hours=8))
_PLAIN = ("clause_number", "responsible", "remarks", "key", "former")
_CHOICES = {"state": "work", "deviation": "deviation"}
# Which section a sheet is where its name has been changed: by the column that holds its clauses.
_SECTIONS = {
    "matter": "dates",
    "paper": "papers",
    "item": "scoring",
    "risk": "risk",
    "question": "question",
    "sentence": "unclassified",
    "clause": "requirement",
}


def read_grids(grids: Iterable[tuple[str, Grid]], path: Path, words: Words) -> Checklist:
    """Read the rows of named grids; lines above the first heads of ours, and grids without them, are passed over.

    Raises:
        TenderKitError: no grid has our heads, or a cell holds a value that is no choice.
    """
    rows: list[ChecklistRow] = []
    is_ours = False
    for title, grid in grids:
        columns: dict[str, int] = {}
        for number, line in enumerate(grid, start=1):
            heads = _columns(line)
            is_ours = is_ours or bool(heads)
            if heads:
                columns = heads
            elif columns:
                rows.extend(_row(title, line, columns, f"{path}", number, words))
    if not is_ours:
        raise TenderKitError(words.say("filled_unknown", path=path))
    return Checklist(uri=str(path), sha256="", rows=tuple(rows))


@cache
def _keys(table: str) -> Mapping[str, str]:
    """Give the keys of a table of the catalogue by their words, in every language."""
    return {word: key for language in LANGUAGES for key, word in load_words(language).table(table).items()}


def _columns(line: Sequence[str]) -> dict[str, int]:
    """Find our columns in a line of heads; {} where it is none of ours: a clause and a state have to be there."""
    found: dict[str, int] = {}
    for index, cell in enumerate(line):
        key = _keys("checklist").get(cell.strip())
        if key is None and index == 0 and cell.strip() in {load_words(language)("head", "group") for language in LANGUAGES}:
            key = "group"
        if key is not None:
            found.setdefault(key, index)
    return found if "state" in found and any(name in found for name in CLAUSE_COLUMNS) else {}


def _row(
    title: str, line: Sequence[str], columns: Mapping[str, int], path: str, number: int, words: Words
) -> Iterator[ChecklistRow]:
    values = {key: line[index].strip() for key, index in columns.items() if index < len(line) and line[index].strip()}
    clause_key = next(name for name in CLAUSE_COLUMNS if name in columns)
    clause = values.get(clause_key, "")
    if not clause:
        return
    fields: dict[str, Any] = {name: values[name] for name in _PLAIN if name in values}
    for name, table in _CHOICES.items():
        if name in values:
            fields[name] = _choice(values[name], table, words("checklist", name), path, number, words)
    yield ChecklistRow(
        number=0,
        section=_section(title or values.get("group", ""), clause_key),  # type: ignore[arg-type]  # a key of the table of sections
        clause=clause,
        lots=_lots(values.get("lots", "")),
        due=_moment(values.get("due", "")),
        response=next((values[name] for name in RESPONSE_COLUMNS if name in values), ""),
        sentence=values.get("quote", ""),
        **fields,
    )


def _choice(value: str, table: str, label: str, path: str, number: int, words: Words) -> str:
    key = _keys(table).get(value)
    if key is None:
        known = " / ".join(words.table(table).values())
        raise TenderKitError(words.say("filled_value", path=path, row=number, column=label, value=value[:40], known=known))
    return key


def _section(title: str, clause_key: str) -> str:
    return _keys("section").get(title.strip(), _SECTIONS[clause_key])


def _lots(text: str) -> tuple[str, ...]:
    everything = {load_words(language)("word", "all_lots") for language in LANGUAGES}
    return () if text in everything else tuple(lot.strip() for lot in text.split(",") if lot.strip())


def _moment(text: str) -> date | None:
    """Read a day, or a day with its time; a cell that somebody has changed into something else is no due day."""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=_BEIJING) if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return None
