"""Turn a notice into what a bid has to answer, prove and hand in. Nothing in the notice that binds is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tender_kit.analysis.facts import fact
from tender_kit.analysis.wording import say_proof, say_reading, say_share
from tender_kit.core.readings import Reading
from tender_kit.models.checklist import Checklist, ChecklistRow
from tender_kit.models.demands import Requirement, ScoreItem
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Language, Words, load_words

_DATES = ("documents_from", "documents_until", "questions_until", "bid_deadline", "opening")
_TERMS = ("service.period", "submission.performance_bond.amount", "submission.performance_bond.percent")
_HAND_IN = ("submission.copies", "submission.place", "submission.bid_bond.amount", "submission.bid_bond.percent")


def checklist(notice: Notice, *, language: Language = "zh") -> Checklist:
    """Make the checklist of a notice.

    Sections in this order: key dates, mandatory clauses, qualification clauses with the papers that
    prove them, papers, all other requirement clauses, score items by points, payment and contract terms,
    risks. Every row carries the source that it rests on; what the notice hides is listed as hidden.

    Args:
        notice: the notice.
        language: language of what to answer; clauses stay as written.
    """
    words = load_words(language)
    due = notice.schedule.bid_deadline.value
    rows = [
        *_dates(notice, words),
        *_clauses(notice, words, due, mandatory=True),
        *_qualifications(notice, words, due),
        *_papers(notice, words, due),
        *_clauses(notice, words, due, mandatory=False),
        *_scoring(notice, words, due),
        *_payments(notice, words),
        *_risks(notice, words),
    ]
    return Checklist(
        title=notice.project.name.value or notice.title.value or "",
        project_number=notice.project.number.value or "",
        buyer=(notice.buyer.name.value if notice.buyer else None) or "",
        uri=notice.source.uri,
        sha256=notice.source.sha256,
        rows=tuple(row.model_copy(update={"number": number}) for number, row in enumerate(rows, start=1)),
    )


def _of_reading(section: Any, path: str, reading: Reading[Any], words: Words, **more: Any) -> ChecklistRow:
    text = f"{words('field', path)}:{say_reading(reading, words, path)}"
    return ChecklistRow(number=0, section=section, clause=text, reading=reading.state, evidence=reading.evidence, **more)


def _dates(notice: Notice, words: Words) -> Iterator[ChecklistRow]:
    for name in _DATES:
        reading: Reading[date | datetime] = getattr(notice.schedule, name)
        if reading.state != "absent":
            yield _of_reading("dates", f"schedule.{name}", reading, words, due=reading.value, answer=words.say("answer_date"))


def _clauses(notice: Notice, words: Words, due: date | None, *, mandatory: bool) -> Iterator[ChecklistRow]:
    for clause in notice.requirements:
        if clause.mandatory is mandatory:
            yield ChecklistRow(
                number=0,
                section="mandatory" if mandatory else "requirement",
                clause_number=clause.number,
                clause=clause.text,
                lots=clause.lots,
                path=clause.path,
                measures=clause.measures,
                answer=_answer(clause, words),
                due=due,
                reading="masked" if any(measure.mask for measure in clause.measures) else "known",
                evidence=clause.evidence,
            )


def _answer(clause: Requirement, words: Words) -> str:
    """What to write against a clause: a figure against figures, a description against prose."""
    if any(measure.mask for measure in clause.measures):
        how = "answer_masked"
    elif clause.measures:
        limits = all(measure.comparator == "at_most" for measure in clause.measures)
        how = "answer_at_most" if limits else "answer_figure"
    else:
        how = "answer_clause"
    said = words.say(how)
    return f"{words.say('answer_mandatory')};{said}" if clause.mandatory else said


def _qualifications(notice: Notice, words: Words, due: date | None) -> Iterator[ChecklistRow]:
    for clause in notice.qualifications:
        yield ChecklistRow(
            number=0,
            section="qualification",
            clause_number=clause.number,
            clause=clause.text,
            lots=clause.lots,
            answer=words.say("answer_qualification"),
            proofs=tuple(say_proof(proof, words) for proof in clause.proofs),
            due=due,
            evidence=clause.evidence,
        )


def _papers(notice: Notice, words: Words, due: date | None) -> Iterator[ChecklistRow]:
    answer = words.say("answer_paper")
    for paper in notice.submission.papers:
        yield ChecklistRow(number=0, section="papers", clause=paper.text, answer=answer, due=due, evidence=paper.evidence)
    yield from _terms(notice, "papers", _HAND_IN, words, answer=answer, due=due)


def _terms(notice: Notice, section: str, paths: tuple[str, ...], words: Words, **more: Any) -> Iterator[ChecklistRow]:
    for path in paths:
        for reading in fact(notice, path):
            if reading.state != "absent":
                yield _of_reading(section, path, reading, words, **more)


def _scoring(notice: Notice, words: Words, due: date | None) -> Iterator[ChecklistRow]:
    """Score items, those with most points first; rows whose points are hidden stand last."""
    found = [
        (item, group.name, table.title, table.lots)
        for table in notice.score_tables
        for group in table.groups
        for item in group.items
    ]
    for item, group, title, lots in sorted(found, key=lambda entry: -_points(entry[0])):
        yield ChecklistRow(
            number=0,
            section="scoring",
            clause_number=item.number,
            clause="\n".join(filter(None, (item.text, item.criterion))),
            lots=lots,
            path=tuple(filter(None, (title, group))),
            points=item.points,
            answer=words.say("answer_scoring"),
            due=due,
            reading="masked" if item.points.mask else "known",
            evidence=item.evidence,
        )


def _points(item: ScoreItem) -> Decimal:
    return item.points.value if item.points.value is not None else Decimal(-1)


def _payments(notice: Notice, words: Words) -> Iterator[ChecklistRow]:
    answer = words.say("answer_payment")
    for part in notice.payments:
        yield ChecklistRow(
            number=0,
            section="payment",
            clause=" · ".join(filter(None, (say_share(part, words), part.trigger))) or part.evidence[0].quote,
            lots=part.lots,
            answer=answer,
            reading="masked" if part.mask else "known",
            evidence=part.evidence,
        )
    yield from _terms(notice, "payment", _TERMS, words, answer=answer)


def _risks(notice: Notice, words: Words) -> Iterator[ChecklistRow]:
    for finding in notice.findings:
        message = finding.message if words.language == "zh" else finding.message_en
        yield ChecklistRow(
            number=0,
            section="risk",
            clause=f"[{words('severity', finding.severity)}] {message}",
            answer=words.say("answer_risk"),
            evidence=finding.evidence,
        )
