"""Questions to put to the agency, by when, and under which law: what is hidden, unread, contradictory or may be challenged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tender_kit.analysis.checklist.case import Case, bare, evidence_in, make_row
from tender_kit.analysis.checklist.challenges import FINDINGS, challenges_of
from tender_kit.analysis.checklist.legal_periods import ask_by
from tender_kit.analysis.checklist.places import sentences_of
from tender_kit.analysis.facts import FACT_PATHS
from tender_kit.analysis.wording import say_reading
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence, Reading
from tender_kit.document.model import Document
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind

# What a question need not be asked about: names of the notice itself, and findings that have questions of their own.
_NO_QUESTION = {"title", "kind", "method", "region", "project.category", "project.plan_number", "schedule.published"}
_ITEMISED = {"masked", "unread", "ambiguous", "reconciled"}
_LISTED = 12
_CONTACTS = tuple(f"{role}.{name}" for role in ("buyer", "agency") for name in ("address", "contacts", "phones", "emails"))
_WAY = re.compile(
    r"(?:质疑|异议|询问|投诉|疑问)[^。;]{0,40}(?:提出|提交|递交|书面|范本|格式|内容|受理|一次性)"
    r"|书面[^。;]{0,12}(?:质疑|异议|疑问)|质疑函|提起投诉"
)


def question_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the questions: first what stops the work on the bid, then what may be challenged."""
    yield from _of_facts(case)
    yield from _of_lots(case)
    yield from _of_hidden_figures(case)
    yield from _of_findings(case)
    yield from _of_challenges(case)
    yield from _ways(case)


def _ask(case: Case, notice: Notice, text: str, evidence: tuple[Evidence, ...], key: str, *, challenge: bool) -> ChecklistRow:
    due, law = ask_by(case, challenge=challenge)
    said = case.words.say("todo_challenge" if challenge else "todo_ask", whom=_whom(case))
    kind = "challenge" if challenge else "inquiry"
    return make_row(case, notice, "question", text, evidence, key=key, kind=kind, due=due, law=law, answer=said, origin="derived")


def _whom(case: Case) -> str:
    """Name whom to ask, with the telephone number where the notice gives one."""
    for role in ("agency", "buyer"):
        name = case.reading(f"{role}.name").value
        if name:
            phones = [phone.value for phone in case.readings(f"{role}.phones")[1] if phone.value]
            return f"{name}({phones[0]})" if phones else str(name)
    return case.words("word", "agency_or_buyer")


def _of_facts(case: Case) -> Iterator[ChecklistRow]:
    words, kind = case.words, case.notice.kind.value
    yield from _of_contacts(case)
    for path in (path for paths in FACT_PATHS.values() for path in paths if path not in (*_NO_QUESTION, *_CONTACTS)):
        notice, given = case.readings(path)
        for reading in given:
            if reading.is_known:
                continue
            name, value = words("field", path), say_reading(reading, words, path)
            text = words.say(f"ask_{reading.state}", name=name, value=value)
            yield _ask(case, notice, text, evidence_in(reading), f"ask.{path}", challenge=False)
        if path == "schedule.bid_deadline" and not given and kind in (NoticeKind.TENDER, NoticeKind.PREQUALIFICATION):
            text = words.say("ask_absent", name=words("field", path))
            yield _ask(case, notice, text, (), f"ask.{path}", challenge=False)


def _of_contacts(case: Case) -> Iterator[ChecklistRow]:
    """One row for addresses and telephone numbers: they stand on the site of first publication."""
    words = case.words
    hidden = [(path, r) for path in _CONTACTS for r in case.readings(path)[1] if not r.is_known]
    if hidden:
        names = "、".join(dict.fromkeys(words("field", path) for path, _ in hidden))
        evidence = tuple(piece for _, reading in hidden for piece in evidence_in(reading))
        row = _ask(case, case.notice, words.say("ask_contacts", names=names), evidence, "ask.contacts", challenge=False)
        yield row.model_copy(update={"answer": words.say("todo_look_up"), "law": ""})


def _ways(case: Case) -> Iterator[ChecklistRow]:
    """Give the sentences that say how and where questions, challenges and objections are to be put."""
    for notice in case.notices:
        document = notice.document
        if not isinstance(document, Document):
            continue
        for block, flow in sentences_of(notice):
            if not block.heading and _WAY.search(flow.text):
                evidence, said = (document.evidence(flow.whole, "checklist.way"),), case.words.say("todo_way")
                yield make_row(case, notice, "question", document.words(flow), evidence, kind="way", answer=said)


def _of_lots(case: Case) -> Iterator[ChecklistRow]:
    words = case.words
    for lot in case.notice.lots:
        for name in ("name", "budget", "ceiling", "quantity", "service"):
            reading: Reading[Any] = getattr(lot, name)
            if reading.state in ("absent", "known") or not case.applies((lot.number,)):
                continue
            label = f"{lot.number} {words('head', 'period' if name == 'service' else name)}"
            text = words.say(f"ask_{reading.state}", name=label, value=say_reading(reading, words))
            yield _ask(case, case.notice, text, evidence_in(reading), f"ask.lots.{lot.number}.{name}", challenge=False)


def _of_hidden_figures(case: Case) -> Iterator[ChecklistRow]:
    """One question for all clauses that hide a figure: a copy with asterisks may hide dozens, the documents show all at once."""
    for notice in case.notices:
        items = [item for table in notice.score_tables for group in table.groups for item in group.items if item.points.mask]
        clauses = [clause for clause in notice.requirements if any(measure.mask for measure in clause.measures)]
        lists = {
            "measures": [(clause.text, clause.evidence) for clause in clauses if case.applies(clause.lots)],
            "points": [(item.text, item.evidence) for item in items],
            "payments": [(payment.evidence[0].quote, payment.evidence) for payment in notice.payments if payment.mask],
        }
        for name, hidden in lists.items():
            if hidden:
                places = "\n".join(f"· {' '.join(text.split())[:60]}" for text, _ in hidden[:_LISTED])
                more = "\n…" if len(hidden) > _LISTED else ""
                text = case.words.say(f"ask_{name}", count=len(hidden)) + f"\n{places}{more}"
                evidence = tuple(piece for _, pieces in hidden for piece in pieces)
                yield _ask(case, notice, text, evidence, f"ask.{name}", challenge=False)


def _of_findings(case: Case) -> Iterator[ChecklistRow]:
    for notice in case.notices:
        for finding in notice.findings:
            if finding.code in _ITEMISED or finding.severity == "info" or "." in finding.code or not finding.evidence:
                continue
            message = finding.message if case.words.language == "zh" else finding.message_en
            challenge = finding.code in FINDINGS
            text = case.words.say("ask_finding", message=message)
            key = f"ask.{finding.code}.{bare(message)[:40]}"
            yield _ask(case, notice, text, finding.evidence, key, challenge=challenge)


def _of_challenges(case: Case) -> Iterator[ChecklistRow]:
    for notice in case.notices:
        for text, lots, evidence in _conditions(notice):
            if not case.applies(lots):
                continue
            for challenge in challenges_of(fold(text)):
                reason = case.words.say(f"challenge_{challenge.name}")
                question = case.words.say("ask_challenge", clause=" ".join(text.split())[:120], reason=reason)
                row = _ask(case, notice, question, evidence, f"ask.{challenge.name}.{bare(text)[:40]}", challenge=True)
                yield row.model_copy(update={"lots": lots, "law": _laws(challenge.law, row.law)})


def _conditions(notice: Notice) -> Iterator[tuple[str, tuple[str, ...], tuple[Evidence, ...]]]:
    for clause in notice.qualifications:
        yield clause.text, clause.lots, clause.evidence
    for table in notice.score_tables:
        if table.purpose == "evaluation":
            for item in (item for group in table.groups for item in group.items):
                yield f"{item.text} {item.criterion}".strip(), table.lots, item.evidence


def _laws(*laws: str) -> str:
    return ";".join(dict.fromkeys(law for law in laws if law))
