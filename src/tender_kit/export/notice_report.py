"""A notice as a report: facts, lots, qualifications, requirements with their measures, score tables, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tender_kit.analysis.facts import fact, walk_facts
from tender_kit.analysis.topics import find_topic, kind_label
from tender_kit.analysis.wording import (
    say_duration,
    say_figure,
    say_measures,
    say_number,
    say_proof,
    say_reading,
    say_rule,
    say_share,
)
from tender_kit.core.readings import Evidence, Reading, evidence_of
from tender_kit.export.report import Cell, Column, Part, Report, plain, quotes_of
from tender_kit.models.demands import ScoreTable
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Words

_WIDTHS = {
    "clause": 60,
    "item": 40,
    "criterion": 60,
    "rules": 24,
    "proofs": 36,
    "figures": 26,
    "message": 60,
    "quote": 60,
    "value": 48,
}


def notice_report(notice: Notice, words: Words) -> Report:
    """Put a notice into words. Parts that the notice does not have are left out; absent facts too."""
    makers = (_facts, _lots, _qualifications, _requirements, _scores, _payments, _items, _awards, _papers, _findings)
    parts = tuple(part for make in makers for part in make(notice, words) if part.rows)
    return Report(notice_title(notice, words), _source_lines(notice, words), parts, words.language)


def notice_title(notice: Notice, words: Words) -> str:
    """The name that a reader knows the notice by."""
    return notice.project.name.value or notice.title.value or notice.source.uri or words("word", "notice")


def _source_lines(notice: Notice, words: Words) -> tuple[str, ...]:
    source, coverage = notice.source, notice.coverage
    return (
        words.say("source_line", uri=source.uri or "-", chars=source.chars, sha=source.sha256[:12]),
        words.say("coverage", figures=coverage.figures, used=coverage.used),
    )


def columns(words: Words, *keys: str) -> tuple[Column, ...]:
    """Make columns of their catalogue keys."""
    return tuple(Column(words("head", key), _WIDTHS.get(key, 14), key != "quote") for key in keys)


def _quoted(text: str, evidence: Iterable[Evidence], mark: str = "") -> Cell:
    return Cell(text, mark, quotes_of(evidence))


def _facts(notice: Notice, words: Words) -> Iterator[Part]:
    given = [path for _, path, readings in walk_facts(notice) if any(reading.state != "absent" for reading in readings)]
    yield facts_part(notice, given, words)


def facts_part(notice: Notice, paths: Iterable[str], words: Words) -> Part:
    """Put single facts into a table, a line each: value, state, and the sentence that it stands in."""
    heads = columns(words, "field", "value", "state", "quote")
    return Part(words("word", "facts"), heads, tuple(_fact(notice, path, words) for path in paths))


def _fact(notice: Notice, path: str, words: Words) -> tuple[Cell, ...]:
    given = [reading for reading in fact(notice, path) if reading.state != "absent"] or [Reading[Any]()]
    text = "; ".join(say_reading(reading, words, path) for reading in given)
    mark = next((reading.state for reading in given if not reading.is_known), "")
    states = dict.fromkeys(_state(reading, words) for reading in given)
    sentences = dict.fromkeys(_sentence(notice, evidence) for evidence in evidence_of(given[:1])[:2])
    value = _quoted(text, evidence_of(given), mark)
    return (Cell(words("field", path)), value, Cell(" / ".join(states)), Cell(" / ".join(sentences)))


def _state(reading: Reading[Any], words: Words) -> str:
    """How a fact stands; of one that is known, where it comes from if not from its own place."""
    return words("state", reading.state) if reading.origin == "stated" else words("origin", reading.origin)


_AROUND = 28
_SENTENCE_ENDS = "。；;\n\t"


def _sentence(notice: Notice, evidence: Evidence) -> str:
    """Give the sentence or line that a quote stands in, cut where it is long; the quote alone without a document."""
    if notice.document is None:
        return evidence.quote
    text = notice.document.text
    first = max(max(text.rfind(sign, 0, evidence.start) for sign in _SENTENCE_ENDS) + 1, evidence.start - _AROUND)
    ends = [place for sign in _SENTENCE_ENDS if (place := text.find(sign, evidence.end, evidence.end + _AROUND)) >= 0]
    last = min(ends, default=min(len(text), evidence.end + _AROUND))
    return " ".join(text[first:last].split())


def _lots(notice: Notice, words: Words) -> Iterator[Part]:
    rows = []
    for lot in notice.lots:
        readings = (lot.name, lot.budget, lot.ceiling, lot.industry, lot.quantity, lot.unit, lot.service)
        cells = (
            _quoted(_blank_absent(say_reading(r, words), r.state), r.evidence, "" if r.is_known else r.state) for r in readings
        )
        rows.append((Cell(lot.number), *cells))
    heads = columns(words, "lot", "name", "budget", "ceiling", "industry", "quantity", "unit", "period")
    yield Part(words("field", "lots"), heads, tuple(rows))


def _blank_absent(text: str, state: str) -> str:
    """An empty cell of a table says by itself that nothing is stated."""
    return "" if state == "absent" else text


def _lot_names(lots: Sequence[str], words: Words) -> str:
    return ", ".join(lots) or words("word", "all_lots")


def _qualifications(notice: Notice, words: Words) -> Iterator[Part]:
    side = 0 if words.language == "zh" else 1
    rows = tuple(
        (
            Cell(clause.number),
            Cell(words("basis", clause.basis)),
            Cell(kind_label(clause.kind)[side]),
            _quoted(clause.text, clause.evidence),
            Cell("\n".join(say_proof(proof, words) for proof in clause.proofs)),
            Cell(_lot_names(clause.lots, words)),
        )
        for clause in notice.qualifications
    )
    heads = columns(words, "clause_number", "basis", "kind", "clause", "proofs", "lot")
    yield Part(words("field", "qualifications"), heads, rows)


def topic_name(topic: str | None, words: Words) -> str:
    """Name a topic, "" where there is none."""
    if not topic:
        return ""
    info = find_topic(topic)
    return info.zh if words.language == "zh" else info.en


def _requirements(notice: Notice, words: Words) -> Iterator[Part]:
    rows = []
    for clause in notice.requirements:
        masked = any(measure.mask for measure in clause.measures)
        rows.append(
            (
                Cell(clause.number),
                Cell("★" if clause.mandatory else ""),
                _quoted(clause.text, clause.evidence),
                Cell(say_measures(clause.measures, words), "masked" if masked else ""),
                Cell(topic_name(clause.topic, words)),
                Cell(" › ".join(clause.path[-2:])),
                Cell(_lot_names(clause.lots, words)),
            )
        )
    heads = columns(words, "clause_number", "mandatory", "clause", "figures", "topic", "path", "lot")
    yield Part(words("field", "requirements"), heads, tuple(rows))


def _scores(notice: Notice, words: Words) -> Iterator[Part]:
    for table in notice.score_tables:
        total = say_number(table.total)
        title = table.title or words("field", "score_tables")
        head = f"{title}({words('purpose', table.purpose)}{', ' + total + words('word', 'points') if total else ''})"
        yield Part(head, columns(words, "group", "number", "item", "criterion", "points", "rules"), _score_rows(table, words))


def _score_rows(table: ScoreTable, words: Words) -> tuple[tuple[Cell, ...], ...]:
    rows = []
    for group in table.groups:
        points = say_number(group.points)
        name = f"{group.name}({points})" if group.name and points else group.name
        for item in group.items:
            rules = "\n".join(say_rule(rule, words) for rule in item.rules)
            hidden = "masked" if item.points.mask else ""
            what = _quoted(item.text, item.evidence)
            rows.append(
                (Cell(name), Cell(item.number), what, Cell(item.criterion), Cell(say_number(item.points), hidden), Cell(rules))
            )
    return tuple(rows)


def _payments(notice: Notice, words: Words) -> Iterator[Part]:
    rows = tuple(
        (
            Cell(str(number)),
            Cell(say_share(part, words), "masked" if part.mask else ""),
            _quoted(part.trigger, part.evidence),
            Cell(say_duration(part.within, words) if part.within else ""),
            Cell(_lot_names(part.lots, words)),
        )
        for number, part in enumerate(notice.payments, start=1)
    )
    yield Part(words("field", "payments"), columns(words, "number", "percent", "trigger", "within", "lot"), rows)


def _items(notice: Notice, words: Words) -> Iterator[Part]:
    rows = []
    for item in notice.items:
        quantity = say_figure(item.quantity) if item.quantity is not None else ""
        prices = (_blank_absent(say_reading(r, words), r.state) for r in (item.unit_price, item.total))
        first = (Cell(item.number or ""), _quoted(item.name, item.evidence))
        rows.append((*first, *plain((quantity, item.unit or "", *prices, item.scope, item.standard))))
    heads = columns(words, "number", "name", "quantity", "unit", "unit_price", "total", "scope", "standard")
    yield Part(words("field", "items"), heads, tuple(rows))


def _awards(notice: Notice, words: Words) -> Iterator[Part]:
    rows = []
    for award in notice.awards:
        supplier = _quoted(say_reading(award.supplier.name, words), award.evidence)
        readings = (award.amount, award.score, award.rank)
        rows.append((Cell(award.lot or ""), supplier, *plain(_blank_absent(say_reading(r, words), r.state) for r in readings)))
    yield Part(words("field", "awards"), columns(words, "lot", "supplier", "amount", "score", "rank"), tuple(rows))


def _papers(notice: Notice, words: Words) -> Iterator[Part]:
    rows = tuple((Cell(str(n)), _quoted(paper.text, paper.evidence)) for n, paper in enumerate(notice.submission.papers, start=1))
    yield Part(words("field", "submission.papers"), columns(words, "number", "clause"), rows)


def _findings(notice: Notice, words: Words) -> Iterator[Part]:
    rows = []
    for finding in notice.findings:
        message = finding.message if words.language == "zh" else finding.message_en
        quotes = quotes_of(finding.evidence)
        rows.append(
            (
                Cell(words("severity", finding.severity), finding.severity),
                Cell(message),
                Cell(finding.code),
                Cell(" / ".join(quotes)),
            )
        )
    yield Part(words("field", "findings"), columns(words, "severity", "message", "code", "quote"), tuple(rows))
