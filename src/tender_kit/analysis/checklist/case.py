"""What all sections of a checklist work on: the notice with its corrections, the day, the lot, and how a row is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from tender_kit.analysis.checklist.places import Places, places_of
from tender_kit.analysis.checks.check import lot_key
from tender_kit.analysis.facts import fact
from tender_kit.analysis.wording import say_reading
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.checklist import ChecklistRow, ChecklistSection
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind
from tender_kit.vocab.words import Words

_CLOSED = {NoticeKind.AWARD, NoticeKind.CONTRACT, NoticeKind.ACCEPTANCE, NoticeKind.TERMINATION}


@dataclass(frozen=True, slots=True)
class Case:
    """One project: the notice first, its corrections behind it in their order."""

    notices: tuple[Notice, ...]
    words: Words
    on: date
    lot: str = ""
    places: dict[str, Places] = field(default_factory=dict)

    @property
    def notice(self) -> Notice:
        """The notice itself."""
        return self.notices[0]

    @property
    def is_open(self) -> bool:
        """Whether a bid can still be made: no result, contract or acceptance is announced."""
        return self.notice.kind.value not in _CLOSED

    def applies(self, lots: tuple[str, ...]) -> bool:
        """Whether something for these lots (none: all) is for the lot of the checklist."""
        return not self.lot or not lots or lot_key(self.lot) in map(lot_key, lots)

    def readings(self, path: str) -> tuple[Notice, tuple[Reading[Any], ...]]:
        """Give what is in force at a path and the notice that says so: the last one that speaks of it."""
        for notice in reversed(self.notices):
            given = tuple(reading for reading in fact(notice, path) if reading.state != "absent")
            if given:
                return notice, given
        return self.notice, ()

    def reading(self, path: str) -> Reading[Any]:
        """Give the single reading in force at a path."""
        given = self.readings(path)[1]
        return given[0] if given else Reading()

    def source(self, notice: Notice) -> str:
        """Name the file of a correction; "" for the notice itself."""
        return "" if notice is self.notice else notice.source.uri or notice.source.sha256[:12]

    def place(self, notice: Notice) -> Places:
        """Give the headings and sentences of a notice, found once."""
        key = f"{notice.source.sha256}:{notice.source.uri}"
        if key not in self.places:
            self.places[key] = places_of(notice)
        return self.places[key]


Maker = Callable[[Case], Iterator[ChecklistRow]]
"""What makes the rows of one section."""


def make_row(
    case: Case, notice: Notice, section: ChecklistSection, clause: str, evidence: tuple[Evidence, ...], **more: Any
) -> ChecklistRow:
    """Make a row; its headings, its sentence and its key follow from the clause unless they are given."""
    lots = more.get("lots", ())
    place = case.place(notice)
    names = {notice.title.value, notice.project.name.value}
    more["path"] = tuple(title for title in more.get("path") or place.path(evidence) if title not in names)
    more.setdefault("sentence", place.sentence(evidence))
    more.setdefault("key", clause_key(section, clause, lots))
    more.setdefault("source", case.source(notice))
    return ChecklistRow(number=0, section=section, clause=clause, evidence=evidence, **more)


def fact_rows(case: Case, section: ChecklistSection, path: str, **more: Any) -> Iterator[ChecklistRow]:
    """Make the rows of the fact at a path, as it is in force; what a correction has replaced is told."""
    notice, given = case.readings(path)
    for reading in given:
        clause = f"{case.words('field', path)}:{say_reading(reading, case.words, path)}"
        former = former_of(case, notice, path, reading)
        change = {"change": "changed", "former": former} if former else {}
        yield make_row(case, notice, section, clause, evidence_in(reading), key=path, reading=reading.state, **change, **more)


def former_of(case: Case, notice: Notice, path: str, reading: Reading[Any]) -> str:
    """Say what the notice itself stated where a correction states something else."""
    if notice is case.notice:
        return ""
    now = say_reading(reading, case.words, path)
    before = [say_reading(old, case.words, path) for old in fact(case.notice, path) if old.state != "absent"]
    return "; ".join(text for text in before if text != now)


def evidence_in(reading: Reading[Any]) -> tuple[Evidence, ...]:
    """Give the evidence of a reading and of all its rivals."""
    pieces = (*reading.evidence, *(piece for candidate in reading.candidates for piece in candidate.evidence))
    return tuple(dict.fromkeys(pieces))


def clause_key(section: str, clause: str, lots: tuple[str, ...]) -> str:
    """Give a stable name for a clause: it does not change with its number, its width of characters or its blanks.

    A clause keeps its key when it becomes substantive or ceases to be so.

    >>> clause_key("requirement", "每月 走访１次", ()) == clause_key("mandatory", "每月走访1次", ())
    True
    """
    room = "clause" if section in ("mandatory", "requirement", "payment") else section
    words = "|".join((room, ",".join(map(lot_key, lots)), bare(clause)))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Bring a wording to what makes it the same: half width, no blanks.

    >>> bare("每月 走访１次。")
    '每月走访1次。'
    """
    return "".join(fold(text).split())
