"""Key dates as a countdown: what the notice states and what follows from it by law, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tender_kit.analysis.checklist.case import Case, evidence_in, former_of, make_row
from tender_kit.analysis.checklist.legal_periods import LegalPeriod, legal_periods, regime_of
from tender_kit.analysis.checks.check import day_of
from tender_kit.analysis.wording import say_moment, say_reading
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.values import NoticeKind

_STATED = ("documents_from", "documents_until", "questions_until", "bid_deadline", "opening")
_EXPECTED = {NoticeKind.TENDER, NoticeKind.PREQUALIFICATION}


def date_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the dates in their order; those whose day is not known stand at the end, and say so."""
    rows = [*_stated(case), *_derived(case)]
    yield from sorted(rows, key=lambda row: (row.due is None, day_of(row.due) if row.due else date.max, row.origin == "derived"))


def _stated(case: Case) -> Iterator[ChecklistRow]:
    words = case.words
    for name in _STATED:
        path = f"schedule.{name}"
        notice, given = case.readings(path)
        reading = given[0] if given else case.reading(path)
        if reading.state == "absent" and not (name == "bid_deadline" and case.notice.kind.value in _EXPECTED):
            continue
        known = words("field", path) if reading.value is not None else f"{words('field', path)}:{say_reading(reading, words)}"
        former = former_of(case, notice, path, reading)
        yield make_row(
            case,
            notice,
            "dates",
            known,
            evidence_in(reading),
            key=path,
            due=reading.value,
            reading=reading.state,
            answer=words.say(f"todo_{name}" if reading.is_known else "todo_date_unsure"),
            change="changed" if former else "",
            former=former,
        )


def _derived(case: Case) -> Iterator[ChecklistRow]:
    unsure = regime_of(case) == "unsure"
    for period in legal_periods(case):
        yield make_row(
            case,
            case.notice,
            "dates",
            case.words.say(f"legal_{period.name}"),
            period.evidence,
            key=f"legal.{period.name}",
            kind="derived",
            due=period.due,
            law=case.words.say("legal_unsure", law=period.law) if unsure else period.law,
            origin="derived",
            answer=_how(case, period),
        )


def _how(case: Case, period: LegalPeriod) -> str:
    """Say what to do and how the day was reckoned."""
    say = case.words.say
    parts = [say(f"todo_{period.name}")]
    parts += [say("legal_basis", base=say_moment(base), due=say_moment(due)) for base, due in period.bases]
    if period.is_provisional:
        parts.append(say("legal_provisional"))
    return " ".join(parts) if case.words.language == "en" else "".join(parts)
