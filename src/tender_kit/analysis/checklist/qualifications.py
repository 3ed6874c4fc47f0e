"""Qualification clauses with the papers that prove them, and the conditions that a notice states as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, fact_rows, make_row
from tender_kit.analysis.wording import say_proof
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.demands import Qualification
from tender_kit.models.notice import Notice

_NO_CONSORTIUM = re.compile(r"不(?:接受|允许|得)[^,。;]{0,8}联合体|联合体[^,。;]{0,6}不(?:接受|允许)")

_ASKS_MORE = re.compile(r"资质|证书|许可|须具[备有]")


def qualification_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give set-aside, consortium and industry first: they decide whether a bid is possible at all; then every clause."""
    due = case.reading("schedule.bid_deadline").value
    for path in ("set_aside", "consortium"):
        reading = case.reading(path)
        said = f"todo_{path}_{str(reading.value).lower()}" if reading.is_known else "todo_unsure"
        yield from fact_rows(case, "qualification", path, answer=case.words.say(said), due=due)
    yield from _industries(case)
    for notice in case.notices:
        for clause in notice.qualifications:
            yield _row(case, notice, clause)


def _row(case: Case, notice: Notice, clause: Qualification) -> ChecklistRow:
    words = case.words
    # A clause that asks for a licence may say in brackets that consortia are not admitted.
    is_refusal = clause.kind == "consortium" and _NO_CONSORTIUM.search(clause.text) and not _ASKS_MORE.search(clause.text)
    proofs = () if is_refusal else clause.proofs
    stated = any(proof.stated for proof in proofs)
    said = "todo_proof_stated" if stated else "todo_proof_usual" if proofs else "todo_proof_unknown"
    if is_refusal:
        said = "todo_consortium_false"
    return make_row(
        case,
        notice,
        "qualification",
        clause.text,
        clause.evidence,
        kind=clause.kind,
        clause_number=clause.number,
        lots=clause.lots,
        answer=words.say(said),
        proofs=tuple(say_proof(proof, words) for proof in proofs),
        due=case.reading("schedule.bid_deadline").value,
        reading="masked" if "**" in clause.text else "known",
    )


def _industries(case: Case) -> Iterator[ChecklistRow]:
    """The industry goes into the declaration of a small or medium enterprise; a wrong one voids it."""
    seen: set[tuple[str, ...]] = set()
    for lot in case.notice.lots:
        evidence = lot.industry.evidence
        if lot.industry.value is None or (lot.industry.value, lot.number) in seen:
            continue
        seen.add((lot.industry.value, lot.number))
        yield make_row(
            case,
            case.notice,
            "qualification",
            f"{case.words('head', 'industry')}:{lot.industry.value}",
            evidence,
            key=f"lots.{lot.number}.industry",
            kind="industry",
            lots=(lot.number,),
            answer=case.words.say("todo_industry"),
            proofs=(case.words.say("proof_sme"),),
            due=case.reading("schedule.bid_deadline").value,
        )
