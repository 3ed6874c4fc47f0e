"""Put a checklist together: the sections in the order in which a bid is made, each by its own maker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import get_args

from tender_kit.analysis.checklist.case import Case, Maker
from tender_kit.analysis.checklist.changes import change_rows, changes_of, settle
from tender_kit.analysis.checklist.clauses import mandatory_rows, requirement_rows
from tender_kit.analysis.checklist.dates import date_rows
from tender_kit.analysis.checklist.papers import paper_rows
from tender_kit.analysis.checklist.qualifications import qualification_rows
from tender_kit.analysis.checklist.questions import question_rows
from tender_kit.analysis.checklist.risks import risk_rows
from tender_kit.analysis.checklist.scoring import scoring_rows
from tender_kit.analysis.checklist.terms import term_rows
from tender_kit.analysis.checklist.unclassified import unclassified_rows
from tender_kit.analysis.checks.check import day_of, lot_key
from tender_kit.core.errors import TenderKitError
from tender_kit.models.checklist import Checklist, ChecklistRow, ChecklistSection
from tender_kit.models.notice import Notice
from tender_kit.quantities.workdays import workdays_between
from tender_kit.vocab.words import Language, load_words

SECTIONS: tuple[ChecklistSection, ...] = get_args(ChecklistSection)
MAKERS: tuple[Maker, ...] = (
    date_rows,
    mandatory_rows,
    qualification_rows,
    paper_rows,
    requirement_rows,
    scoring_rows,
    term_rows,
    risk_rows,
    question_rows,
)
_COUNTED = 366
_BEIJING = timezone(timedelta(hours=8))


def checklist(
    notice: Notice,
    *,
    corrections: Sequence[Notice] = (),
    lot: str | None = None,
    on: date | None = None,
    language: Language = "zh",
) -> Checklist:
    """Make the checklist of a notice: whatever binds has a row, each row has its source, and nothing drops out silently.

    Args:
        notice: the notice.
        corrections: its correction notices, oldest first; what they state goes before what the notice states.
        lot: number of the one lot to list (``01``, ``1`` and ``包1`` are one); None: all, each row names its lots.
        on: the day that days left are counted from; None: today in Beijing.
        language: language of what to do; clauses stay as written.

    Raises:
        TenderKitError: the notice has no such lot; the message names those that it has.
    """
    words = load_words(language)
    case = Case((notice, *corrections), words, on or datetime.now(_BEIJING).date(), _lot_of(notice, lot, language))
    changes = changes_of(case)
    made = _once(row for maker in MAKERS for row in maker(case))
    rows = settle([*change_rows(case, changes), *made], changes)
    rows += _once(unclassified_rows(case, [*made, *rows]))
    kept = [row for row in rows if case.applies(row.lots)]
    return Checklist(
        title=case.reading("project.name").value or notice.title.value or "",
        project_number=case.reading("project.number").value or "",
        buyer=case.reading("buyer.name").value or "",
        agency=case.reading("agency.name").value or "",
        lot=case.lot,
        on=case.on,
        uri=notice.source.uri,
        sha256=notice.source.sha256,
        corrections=tuple(correction.source.uri for correction in corrections),
        rows=arrange(kept, case.on),
    )


def _once(rows: Iterable[ChecklistRow]) -> list[ChecklistRow]:
    """Give sentences that a notice repeats once, with all their places."""
    found: dict[tuple[str, ...], ChecklistRow] = {}
    for number, row in enumerate(rows):
        # Clauses may well say the same under different heads; sentences picked out by their words have no head.
        place = "" if row.kind in _PICKED else str(number)
        name = (row.section, row.kind, row.source, row.clause, place)
        known = found.get(name)
        found[name] = row if known is None else known.model_copy(update={"evidence": (*known.evidence, *row.evidence)})
    return list(found.values())


_PICKED = {"form", "sentence", "way", "void", "binding", "figure"}


def _lot_of(notice: Notice, wanted: str | None, language: Language) -> str:
    if not wanted:
        return ""
    found = [lot.number for lot in notice.lots if lot_key(lot.number) == lot_key(wanted)]
    if found:
        return found[0]
    known = ", ".join(lot.number for lot in notice.lots)
    words = load_words(language)
    raise TenderKitError(words.say("no_such_lot" if known else "no_lots", lot=wanted, known=known))


def arrange(rows: Sequence[ChecklistRow], on: date | None) -> tuple[ChecklistRow, ...]:
    """Put rows into the order of the sections, lots apart from each other, number them and count the days left."""
    # Most rows are due at one deadline: each day is counted once.
    left: dict[date | None, dict[str, int | None]] = {
        row.due: _left(day_of(row.due), on) for row in rows if row.due is not None and on is not None
    }
    order = sorted(rows, key=lambda row: (SECTIONS.index(row.section), row.lots if row.section in _BY_LOT else ()))
    return tuple(row.model_copy(update={"number": number, **left.get(row.due, {})}) for number, row in enumerate(order, start=1))


# Sections whose rows stand lot by lot: first those for all lots, then each group of lots.
_BY_LOT = {"mandatory", "qualification", "papers", "requirement", "scoring", "payment"}


def _left(due: date, on: date) -> dict[str, int | None]:
    """Working days more than a year away help nobody to plan, and counting them costs more than the rest of the list."""
    days = (due - on).days
    return {"days_left": days, "workdays_left": workdays_between(on, due) if abs(days) <= _COUNTED else None}
