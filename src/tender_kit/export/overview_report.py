"""Many notices as one table, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from tender_kit.analysis.facts import fact, short_name
from tender_kit.analysis.wording import say_reading
from tender_kit.export.notice_report import notice_title
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Words

_FACTS = ("kind", "method", "region", "budget", "schedule.bid_deadline", "service.period")


def overview_report(notices: Sequence[Notice], words: Words) -> Report:
    """Put many notices into one table."""
    heads = [words("head", "file"), words("field", "project.name"), *(words("field", path) for path in _FACTS)]
    counts = [words("head", "requirements"), words("head", "measures"), words("head", "findings")]
    columns = tuple(Column(label, 24 if index < 2 else 14) for index, label in enumerate([*heads, *counts]))
    rows = tuple(_row(notice, words) for notice in notices)
    return Report(words("word", "overview"), (), (Part(words("word", "overview"), columns, rows),), words.language)


def _row(notice: Notice, words: Words) -> tuple[Cell, ...]:
    cells = [Cell(short_name(notice)), Cell(notice_title(notice, words))]
    for path in _FACTS:
        for reading in fact(notice, path):
            text = "" if reading.state == "absent" else say_reading(reading, words, path)
            cells.append(Cell(text, "" if reading.is_known else reading.state, quotes_of(reading.evidence)))
    measures = sum(len(clause.measures) for clause in notice.requirements)
    return (*cells, Cell(str(len(notice.requirements))), Cell(str(measures)), Cell(str(len(notice.findings))))
