"""Money, payment and contract terms that a bid accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tender_kit.analysis.checklist.case import Case, bare, evidence_in, fact_rows, make_row
from tender_kit.analysis.checklist.clauses import term_clause_rows
from tender_kit.analysis.checklist.places import is_covered, joined_runs, sentences_of
from tender_kit.analysis.wording import say_duration, say_reading, say_share
from tender_kit.core.readings import Reading, evidence_of
from tender_kit.document.model import Document
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.demands import Payment
from tender_kit.models.notice import Notice

_FACTS = {
    "budget": "todo_budget",
    "ceiling": "todo_ceiling",
    "service.period": "todo_term",
    "service.place": "todo_place",
}
_BOND = ("submission.performance_bond.amount", "submission.performance_bond.percent")
_MONEY = re.compile(
    r"(?:扣减|扣除|扣罚|核减|支付|结算|退还|违约金|赔偿|解除合同|终止合同|尾款)[^。;]{0,60}(?:费|款|%|金|元|责任|合同)"
    r"|(?:费|款|金|分)[^。;]{0,30}(?:扣减|扣除|扣罚|支付|结算|赔偿)|报价(?:应|须|必须|不得|包括|包含|超过|高于)|不予支付"
    r"|违约金|履约保证金|保密|泄露|转包|分包|知识产权|归(?:甲方|采购人)所有|(?:发票|票据)|保险"
)
_SHORTEST = 8
_LOT_FACTS = {"budget": "todo_budget", "ceiling": "todo_ceiling", "service": "todo_term", "quantity": "todo_item"}


def term_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give budget, ceiling and term of the project and of its lots, the payments, the bond, and the clauses of the contract."""
    say = case.words.say
    for path, said in _FACTS.items():
        yield from fact_rows(case, "payment", path, kind="term", answer=say(said))
    yield from _lot_facts(case)
    for notice in case.notices:
        yield from (_payment_row(case, notice, payment) for payment in notice.payments)
    yield from _bond(case)
    yield from term_clause_rows(case)
    yield from _sentences(case)


def _bond(case: Case) -> Iterator[ChecklistRow]:
    say = case.words.say
    rows = [row for path in _BOND for row in fact_rows(case, "payment", path, kind="bond", answer=say("todo_performance_bond"))]
    if not rows:
        asked = case.reading("submission.performance_bond.required").value
        said = say("todo_no_bond" if asked is False else "todo_performance_bond")
        rows = list(fact_rows(case, "payment", "submission.performance_bond.required", kind="bond", answer=said))
    yield from rows


def _lot_facts(case: Case) -> Iterator[ChecklistRow]:
    words = case.words
    for lot in case.notice.lots:
        for name, said in _LOT_FACTS.items():
            reading: Reading[Any] = getattr(lot, name)
            if reading.state == "absent":
                continue
            label = words("head", "period" if name == "service" else name)
            yield make_row(
                case,
                case.notice,
                "payment",
                f"{label}:{say_reading(reading, words)}",
                evidence_in(reading),
                key=f"lots.{lot.number}.{name}",
                kind="term",
                lots=(lot.number,),
                answer=words.say(said),
                reading=reading.state,
            )


def _sentences(case: Case) -> Iterator[ChecklistRow]:
    """Give the sentences on price, deductions and liability that no payment, fact or clause above holds."""
    for notice in case.notices:
        document = notice.document
        if not isinstance(document, Document):
            continue
        items = (item for table in notice.score_tables for group in table.groups for item in group.items)
        held = (*notice.requirements, *notice.qualifications, *notice.payments, *items, notice.budget, notice.ceiling)
        runs = joined_runs(evidence_of(held))
        for block, flow in sentences_of(notice):
            # A few signs of a quoted sum inside do not make the sentence known: its end has to be quoted.
            end = flow.whole.end
            if block.heading or not _MONEY.search(flow.text) or is_covered(end - 2, end, runs) or len(flow.text) < _SHORTEST:
                continue
            evidence = (document.evidence(flow.whole, "checklist.term"),)
            said = case.words("todo_topic", "com")
            yield make_row(case, notice, "payment", document.words(flow), evidence, kind="sentence", answer=said)


def _payment_row(case: Case, notice: Notice, payment: Payment) -> ChecklistRow:
    words = case.words
    within = words.say("within", time=say_duration(payment.within, words)) if payment.within else ""
    if bare(within) in bare(payment.trigger):
        within = ""
    said = [say_share(payment, words), payment.trigger, within]
    clause = " · ".join(filter(None, said)) or payment.evidence[0].quote
    return make_row(
        case,
        notice,
        "payment",
        clause,
        payment.evidence,
        kind="payment",
        lots=payment.lots,
        answer=words.say("todo_payment"),
        reading="masked" if payment.mask else "known",
    )
