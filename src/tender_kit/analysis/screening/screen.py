"""Screen notices: put every check to every lot, and say which may be bid for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import overload
from zoneinfo import ZoneInfo

from tender_kit.analysis.checks.check import day_of
from tender_kit.analysis.facts import short_name
from tender_kit.analysis.screening.bid import Bid, make_bid, sort_by_lot
from tender_kit.analysis.screening.check import SEE_ORIGINAL, Answer, ScreenCheck
from tender_kit.analysis.screening.checks import CHECKS
from tender_kit.analysis.screening.outcome import as_result, best_of, fit_of, joined, outcome_of, ranked, reasons_first, soften
from tender_kit.analysis.screening.statements import Statement, cut_clauses
from tender_kit.analysis.screening.wording import hides_a_figure, sentence_of
from tender_kit.models.notice import Lot, Notice
from tender_kit.models.profile import Profile
from tender_kit.models.screening import CheckResult, LotOutcome, Screening, ScreeningTable
from tender_kit.models.values import NoticeKind
from tender_kit.quantities.workdays import workdays_between

Answered = tuple[ScreenCheck, Answer]
_OVER = {NoticeKind.AWARD, NoticeKind.CONTRACT, NoticeKind.ACCEPTANCE, NoticeKind.TERMINATION, NoticeKind.SINGLE_SOURCE}


@overload
def screen(notices: Notice, profile: Profile, *, on: date | None = None) -> Screening: ...


@overload
def screen(notices: Sequence[Notice], profile: Profile, *, on: date | None = None) -> ScreeningTable: ...


def screen(notices: Notice | Sequence[Notice], profile: Profile, *, on: date | None = None) -> Screening | ScreeningTable:
    """Screen notices for an organisation: which may it bid for, and why.

    One notice gives a ``Screening``, several a ``ScreeningTable`` with the most promising first. Any decisive failure
    makes a ``no_go``; a decisive doubt, or another failure, makes a ``review``; else it is a ``go``. Of several
    lots the best counts. Masked, unread and ambiguous values never count as met, and a qualification clause that no check
    understands is a doubt of its own. Every sentence is kept in Chinese and in English.

    Args:
        notices: one notice or several.
        profile: the organisation.
        on: the day of the screening; today in Beijing where it is not given.
    """
    today = on or datetime.now(ZoneInfo("Asia/Shanghai")).date()
    if isinstance(notices, Notice):
        return _screen_one(notices, profile, today)
    screenings = ranked(_screen_one(notice, profile, today) for notice in notices)
    return ScreeningTable(organisation=profile.organisation.name, on=today, screenings=screenings)


def _screen_one(notice: Notice, profile: Profile, on: date) -> Screening:
    statements = cut_clauses(notice.qualifications, (lot.number for lot in notice.lots))
    claimed = _claims(statements)
    lots: tuple[Lot | None, ...] = notice.lots if len(notice.lots) > 1 else (notice.lots[0] if notice.lots else None,)
    asked = sort_by_lot(notice, claimed)
    bids = [make_bid(asked, on, profile.organisation.form, lot) for lot in lots]
    by_lot = _answer_all(bids, profile, statements)
    text = notice.document.text if notice.document else ""
    results = reasons_first(_merged(bids, [[(c, _in_full(a, text)) for c, a in answers] for answers in by_lot]))
    outcomes = tuple(outcome_of(as_result(check, answer, ()) for check, answer in answers) for answers in by_lot)
    deadline = notice.schedule.bid_deadline
    last = day_of(deadline.value) if deadline.value else None
    numbers = [lot.number for lot in lots if lot] if len(lots) > 1 else []
    return Screening(
        name=short_name(notice),
        title=notice.project.name.value or notice.title.value or "",
        project_number=notice.project.number.value or "",
        buyer=(notice.buyer.name.value if notice.buyer else None) or "",
        organisation=profile.organisation.name,
        uri=notice.source.uri,
        sha256=notice.source.sha256,
        on=on,
        outcome=best_of(outcomes),
        lots=tuple(LotOutcome(number=n, outcome=o) for n, o in zip(numbers, outcomes, strict=False)),
        fit=fit_of(results),
        deadline=deadline,
        days_left=(last - on).days if last else None,
        workdays_left=workdays_between(on, last) if last and last >= on else None,
        budget=notice.budget if notice.budget.state != "absent" else notice.ceiling,
        results=results,
    )


def _claims(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Share the statements out: to each check those whose words it claims, the rest under ""."""
    claimed: dict[str, list[Statement]] = {}
    for statement in statements:
        codes = [check.code for check in CHECKS if check.claims and check.claims.search(statement.text)]
        for code in codes or [_rest_of(statement)]:
            claimed.setdefault(code, []).append(statement)
    return claimed


def _rest_of(statement: Statement) -> str:
    """What else stands in a clause on policy is policy, too (节约能源,保护环境), and so for registration."""
    if statement.basis == "policy":
        return "policy"
    return "portal" if statement.kind == "registration" else ""


def _answer_all(bids: Sequence[Bid], profile: Profile, statements: Sequence[Statement]) -> list[list[Answered]]:
    """For each lot, what all checks answer; those that do not differ between lots are asked once."""
    asked = _checks_for(bids[0].notice)
    either = frozenset(s.evidence[0].start for s in statements if s.is_alternative and s.evidence)
    cases = frozenset(s.evidence[0].start for s in statements if s.is_conditional and s.evidence)
    shared = [(check, answer) for check in asked if not check.of_lot for answer in check.look(bids[0], profile)]
    own = [[(check, answer) for check in asked if check.of_lot for answer in check.look(bid, profile)] for bid in bids]
    return [joined(soften([(c, _guarded(a)) for c, a in (*shared, *answers)], either, cases)) for answers in own]


def _checks_for(notice: Notice) -> Sequence[ScreenCheck]:
    """All checks; of a notice that takes no bids only what may be of use later."""
    kind = notice.kind.value
    if kind in _OVER:
        return [check for check in CHECKS if check.code == "notice_kind"]
    if kind is NoticeKind.INTENTION:
        return [check for check in CHECKS if check.code in ("notice_kind", "region", "topic", "budget")]
    return CHECKS


def _guarded(answer: Answer) -> Answer:
    """Take back what is said to be met where its own sentence hides something, whatever the check made of it."""
    if answer.verdict != "meets" or not any(hides_a_figure(e.quote) for e in answer.evidence):
        return answer
    why = (f"{answer.why[0].rstrip('。')};但原文有遮蔽。", f"{answer.why[1].rstrip('.')}; but its sentence hides something.")
    return replace(answer, verdict="cannot_tell", why=why, to_do=SEE_ORIGINAL)


def _in_full(answer: Answer, text: str) -> Answer:
    """Give an answer with evidence that can be understood by itself."""
    evidence = tuple(dict.fromkeys(sentence_of(piece, text) for piece in answer.evidence))
    return answer if evidence == answer.evidence else replace(answer, evidence=evidence)


def _merged(bids: Sequence[Bid], by_lot: Sequence[Sequence[Answered]]) -> Iterator[CheckResult]:
    """One result for equal answers of several lots; where all lots have it, it names none."""
    found: dict[tuple[str, Answer], tuple[ScreenCheck, list[str]]] = {}
    for bid, answers in zip(bids, by_lot, strict=True):
        for check, answer in dict.fromkeys(answers):
            numbers = found.setdefault((check.code, answer), (check, []))[1]
            numbers.append(bid.lot.number if bid.lot else "")
    for (_, answer), (check, numbers) in found.items():
        yield as_result(check, answer, () if len(numbers) == len(bids) else tuple(numbers))
