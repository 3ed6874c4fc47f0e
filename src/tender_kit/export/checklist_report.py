"""A checklist as a report: a part for each section, a line for each thing to do."""

from __future__ import annotations

from itertools import groupby

from tender_kit.analysis.wording import say_measures, say_moment, say_number
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.vocab.words import Words

_WIDTHS = {
    "number": 6,
    "clause_number": 9,
    "clause": 56,
    "figures": 22,
    "points": 8,
    "answer": 26,
    "proofs": 34,
    "due": 17,
    "state": 9,
    "lot": 9,
    "responsible": 10,
    "quote": 48,
}
_SCREEN_ONLY = {"lot", "responsible", "quote"}


def checklist_report(checklist: Checklist, words: Words) -> Report:
    """Put a checklist into words."""
    columns = tuple(Column(words("head", key), width, key not in _SCREEN_ONLY) for key, width in _WIDTHS.items())
    parts = tuple(
        Part(words("section", section), columns, tuple(_cells(row, words) for row in rows))
        for section, rows in groupby(checklist.rows, key=lambda row: row.section)
    )
    named = (("project.name", checklist.title), ("project.number", checklist.project_number), ("buyer", checklist.buyer))
    lines = [f"{words('field', path)}: {value}" for path, value in named if value]
    lines.append(f"{words('word', 'source')}: {checklist.uri or '-'} · SHA-256 {checklist.sha256[:12]}")
    return Report(words("word", "checklist"), (*lines, words.say("checklist_note")), parts, words.language)


def _cells(row: ChecklistRow, words: Words) -> tuple[Cell, ...]:
    hidden = "" if row.reading == "known" else row.reading
    quotes = quotes_of(row.evidence)
    return (
        Cell(str(row.number)),
        Cell(row.clause_number),
        Cell(row.clause, hidden, quotes),
        Cell(say_measures(row.measures, words)),
        Cell(say_number(row.points) if row.points else ""),
        Cell(row.answer),
        Cell("\n".join(row.proofs)),
        Cell(say_moment(row.due) if row.due else ""),
        Cell(words("work", row.state)),
        Cell(", ".join(row.lots) or words("word", "all_lots")),
        Cell(row.responsible),
        Cell(" / ".join(quotes)),
    )
