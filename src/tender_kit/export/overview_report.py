"""Many notices as one table, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tender_kit.analysis.facts import fact, short_name
from tender_kit.analysis.wording import say_money_briefly, say_reading
from tender_kit.core.readings import Reading
from tender_kit.export.notice_report import notice_title
from tender_kit.export.report import Cell, Column, Part, Report, quotes_of
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money
from tender_kit.vocab.words import Words

_FACTS = ("kind", "method", "region", "budget", "schedule.bid_deadline")


def overview_report(notices: Sequence[Notice], words: Words) -> Report:
    """Put many notices into one table."""
    heads = [words("head", "file"), words("field", "project.name"), *(words("field", path) for path in _FACTS)]
    heads.append(words("head", "counts"))
    columns = tuple(Column(label, 24 if index < 2 else 14) for index, label in enumerate(heads))
    rows = tuple(_row(notice, words) for notice in notices)
    return Report(words("word", "overview"), (), (Part(words("word", "overview"), columns, rows),), words.language)


def _row(notice: Notice, words: Words) -> tuple[Cell, ...]:
    cells = [Cell(short_name(notice)), Cell(notice_title(notice, words))]
    for path in _FACTS:
        for reading in fact(notice, path):
            text = _brief(reading, words, path)
            cells.append(Cell(text, "" if reading.is_known else reading.state, quotes_of(reading.evidence)))
    measures = sum(len(clause.measures) for clause in notice.requirements)
    return (*cells, Cell(f"{len(notice.requirements)}/{measures}/{len(notice.findings)}"))


def _brief(reading: Reading[Any], words: Words, path: str) -> str:
    if reading.state == "absent":
        return ""
    return say_money_briefly(reading.value, words) if isinstance(reading.value, Money) else say_reading(reading, words, path)
