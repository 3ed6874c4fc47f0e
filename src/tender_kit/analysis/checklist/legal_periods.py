"""The days that the law sets for a supplier, as far as the notice gives the day that they run from.

Source of the counting: 财政部令第87号 art. 85: the first day is not counted. Which law applies: works that are put out
to tender, and what a 招标人 puts out, follow the 招标投标法; other government procurement the 政府采购法; a buyer that
says 非政府采购 follows neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tender_kit.analysis.checklist.case import Case
from tender_kit.analysis.checks.check import day_of
from tender_kit.core.readings import Evidence, evidence_of
from tender_kit.models.values import Method, NoticeKind
from tender_kit.quantities.workdays import add_workdays, is_provisional

Regime = Literal["procurement", "bidding", "own_rules", "unsure"]

_OWN_RULES = re.compile(r"非政府采购|不属于政府采购")
_PROCUREMENT = re.compile(r"政府采购")
_STATUTORY = {
    Method.COMPETITIVE_CONSULTATION,
    Method.COMPETITIVE_NEGOTIATION,
    Method.FRAMEWORK,
}
_TENDERS = {Method.OPEN_TENDER, Method.INVITED_TENDER}
# Days before the deadline up to which a change that affects bids leaves the deadline as it is.
_CHANGES: dict[Method, tuple[int, str, str]] = {
    Method.OPEN_TENDER: (15, "day", "财政部令第87号第二十七条"),
    Method.INVITED_TENDER: (15, "day", "财政部令第87号第二十七条"),
    Method.COMPETITIVE_CONSULTATION: (5, "day", "财库〔2014〕214号第十条"),
    Method.COMPETITIVE_NEGOTIATION: (3, "working_day", "财政部令第74号第二十九条"),
    Method.INQUIRY: (3, "working_day", "财政部令第74号第四十五条"),
}
_INQUIRY_LAW = "政府采购法第五十一条;政府采购法实施条例第五十二条"
_CHALLENGE_LAW = "政府采购法第五十二条;政府采购法实施条例第五十三条"
_OBJECTION_LAW = "招标投标法实施条例第二十二条"
_OPEN_KINDS = {NoticeKind.TENDER, NoticeKind.PREQUALIFICATION, NoticeKind.REQUIREMENTS, NoticeKind.OTHER, NoticeKind.CORRECTION}


@dataclass(frozen=True, slots=True)
class LegalPeriod:
    """A day that follows from the notice by law; ``due`` is None where the day it runs from is not known yet.

    ``bases`` are the days that it may run from, each with the day that follows; ``due`` is the earliest of these.
    """

    name: str
    law: str
    due: date | None
    evidence: tuple[Evidence, ...] = ()
    bases: tuple[tuple[date, date], ...] = ()

    @property
    def is_provisional(self) -> bool:
        """Whether the holidays of that year are not announced yet."""
        return self.due is not None and is_provisional(self.due)


def regime_of(case: Case) -> Regime:
    """Tell which law the procedure follows, as far as the notice says."""
    text = case.notice.document.text if case.notice.document is not None else ""
    method, works = case.reading("method").value, case.reading("project.category").value == "works"
    if _OWN_RULES.search(text):
        return "own_rules"
    if method in _TENDERS and (works or ("招标人" in text and not _PROCUREMENT.search(text))):
        return "bidding"
    return "procurement" if method in _STATUTORY or _PROCUREMENT.search(text) else "unsure"


def legal_periods(case: Case) -> Iterator[LegalPeriod]:
    """Give the legal days in the order of the procedure; none for procedures by rules of the buyer's own."""
    kind, regime = case.notice.kind.value, regime_of(case)
    if regime == "own_rules":
        return
    if kind is NoticeKind.AWARD:
        yield _challenge_of_result(case)
    if kind is not None and kind not in _OPEN_KINDS:
        return
    yield from _notice_end(case)
    yield from _changes(case)
    if regime == "bidding":
        yield from _objection(case)
        return
    yield from _inquiry(case)
    yield _challenge_of_documents(case)
    yield _challenge_of_process(case)
    yield LegalPeriod("challenge_result", _CHALLENGE_LAW, None)


def _day(case: Case, name: str) -> date | None:
    value = case.reading(f"schedule.{name}").value
    return None if value is None else day_of(value)


def _evidence(case: Case, *names: str) -> tuple[Evidence, ...]:
    return evidence_of(case.reading(f"schedule.{name}") for name in names)


def _end_of_notice(case: Case) -> date | None:
    """Reckon the last day of the notice period from the day of publication."""
    start, length = _day(case, "published"), case.reading("schedule.notice_period").value
    if start is None or length is None or length.unit not in ("day", "working_day") or not 0 < length.count <= 60:
        return None
    count = int(length.count)
    return add_workdays(start, count) if length.unit == "working_day" else start + timedelta(days=count)


def _notice_end(case: Case) -> Iterator[LegalPeriod]:
    end = _end_of_notice(case)
    if end is not None:
        yield LegalPeriod(
            "notice_end",
            "财政部令第87号第十六条、第八十五条",
            end,
            _evidence(case, "published", "notice_period"),
        )


def _changes(case: Case) -> Iterator[LegalPeriod]:
    deadline, method = _day(case, "bid_deadline"), case.reading("method").value
    rule = _CHANGES.get(method) if method is not None else None
    if deadline is None or rule is None:
        return
    count, unit, law = rule
    last = deadline - timedelta(days=count) if unit == "day" else add_workdays(deadline, -count)
    yield LegalPeriod("changes", law, last, _evidence(case, "bid_deadline"))


def _inquiry(case: Case) -> Iterator[LegalPeriod]:
    """An inquiry is answered within three working days: asked later, the answer may come behind the deadline."""
    deadline = _day(case, "bid_deadline")
    if deadline is not None:
        yield LegalPeriod("inquiry", _INQUIRY_LAW, add_workdays(deadline, -4), _evidence(case, "bid_deadline"))


def _challenge_of_documents(case: Case) -> LegalPeriod:
    """Seven working days from receipt of the documents or from the end of the notice period: the earliest is the safe one."""
    received = _day(case, "documents_from") or _day(case, "published")
    bases = [day for day in (received, _end_of_notice(case)) if day is not None]
    last = [add_workdays(day, 7) for day in bases]
    return LegalPeriod(
        "challenge_documents",
        _CHALLENGE_LAW,
        min(last, default=None),
        _evidence(case, "documents_from", "published", "notice_period"),
        tuple(zip(bases, last, strict=True)),
    )


def _challenge_of_process(case: Case) -> LegalPeriod:
    opening = _day(case, "opening") or _day(case, "bid_deadline")
    due = None if opening is None else add_workdays(opening, 7)
    return LegalPeriod("challenge_process", _CHALLENGE_LAW, due, _evidence(case, "opening", "bid_deadline")[:1])


def _challenge_of_result(case: Case) -> LegalPeriod:
    published = _day(case, "published")
    end = _end_of_notice(case) or (None if published is None else add_workdays(published, 1))
    due = None if end is None else add_workdays(end, 7)
    return LegalPeriod("challenge_result", _CHALLENGE_LAW, due, _evidence(case, "published", "notice_period"))


def _objection(case: Case) -> Iterator[LegalPeriod]:
    deadline = _day(case, "bid_deadline")
    if deadline is not None:
        due = deadline - timedelta(days=10)
        yield LegalPeriod("objection", _OBJECTION_LAW, due, _evidence(case, "bid_deadline"))


def ask_by(case: Case, *, challenge: bool) -> tuple[date | None, str]:
    """Give the last day to put a question, and the law: a challenge has its own term, an inquiry should be answered in time.

    A day that the notice itself sets for questions goes before the reckoned one.
    """
    stated = case.reading("schedule.questions_until").value
    wanted = ("challenge_documents", "objection") if challenge else ("inquiry", "objection")
    found = next((period for period in legal_periods(case) if period.name in wanted), None)
    law = found.law if found else ""
    if stated is not None and not challenge:
        return stated, law
    return (found.due if found else None), law
