"""From requirement clauses to entries under topics: each figure in the row of its topic, prose in a row beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import digits

from tender_kit.analysis.compare.nesting import find_parents
from tender_kit.analysis.topics import FREE
from tender_kit.analysis.wording import say_measure
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.extractors.topics import Place, listed_topics, text_topic
from tender_kit.models.comparison import Entry
from tender_kit.models.demands import Measure, Requirement
from tender_kit.vocab.words import Words


@dataclass(slots=True)
class Asked:
    """What one column asks: figures by topic, prose by topic."""

    figures: dict[str, list[Entry]] = field(default_factory=dict)
    prose: dict[str, list[Entry]] = field(default_factory=dict)


def ask(clauses: Sequence[Requirement], words: Words) -> Asked:
    """Sort the clauses of a column: one with several figures feeds several rows, what it says besides stands as prose."""
    asked = Asked()
    for clause in clauses:
        _add_figures(clause, words, asked)
        for topic, entry in _prose(clause):
            asked.prose.setdefault(topic, []).append(entry)
    return asked


def _add_figures(clause: Requirement, words: Words, asked: Asked) -> None:
    """A figure that limits each unit of another hangs under that one where both stand in one row."""
    parents = find_parents(clause.measures)
    places: dict[int, tuple[str, int]] = {}
    for index, measure in enumerate(clause.measures):
        parent = parents.get(index)
        over = places.get(parent) if parent is not None else None
        topic = _topic_of(measure, clause, over[0] if over else None)
        entries = asked.figures.setdefault(topic, [])
        under = over[1] if over and over[0] == topic else None
        places[index] = (topic, len(entries))
        entry = _entry(measure, clause, words, under)
        entries.append(entry)
        for other in _shared(measure, clause, topic) if under is None else ():
            asked.figures.setdefault(other, []).append(entry)


def _topic_of(measure: Measure, clause: Requirement, over: str | None) -> str:
    """A nested figure that names no topic of its own stands in the row of the one that it hangs under."""
    return measure.topic or over or clause.topic or FREE


# What is listed behind a figure ends where the clause ends, or where another figure begins.
_TAIL = re.compile(r"[^,;。:!?()\d*\n]{0,200}")
_FIGURE = re.compile(r"[\d*一两二三四五六七八九十]{1,12}[个次场期人名位家]")
_EACH = re.compile(r"各(?=[\d*一两二三四五六七八九十])|每岗")
# A figure of places is about all that is looked at there: 抽查2个镇、4个村热线值守、清单送达情况.
_PLACES = re.compile(r"(?:镇街|乡镇|街道|苏木|嘎查|社区|村社?)(?:、[\d*]{1,4}个(?:镇街|乡镇|街道|苏木|嘎查|社区|村社?))*")


def _shared(measure: Measure, clause: Requirement, topic: str) -> list[str]:
    """The further topics of a figure that several things share.

    They stand behind it up to the end of the clause (每季度开展1次需求调查、议事协商会议), with 各 before it
    (督导、专员各一名).
    """
    if not measure.evidence or not clause.evidence or measure.implied:
        return []
    piece = measure.evidence[0]
    each = _EACH.search(fold(piece.quote))
    if each:
        found = listed_topics(flat(piece.quote[: each.start()]), measure.unit)
    else:
        found = _listed_behind(measure, clause.evidence[0], piece)
    return [other for other in found if other != topic]


def _listed_behind(measure: Measure, whole: Evidence, piece: Evidence) -> tuple[str, ...]:
    text = fold(whole.quote)
    figures = list(_FIGURE.finditer(fold(piece.quote)))
    if not figures or piece.start < whole.start:
        return ()
    start = piece.start - whole.start + figures[-1].end()
    places = _PLACES.match(text, start)
    tail = _TAIL.match(text, places.end() if places else start)
    if tail is None:
        return ()
    listed = tail.group()
    if text[tail.end() : tail.end() + 1] in (*digits, "*"):
        listed = listed[: max(listed.rfind("、"), 0)]
    return listed_topics(flat(listed), None if places else measure.unit)


def _entry(measure: Measure, clause: Requirement, words: Words, under: int | None) -> Entry:
    quote = measure.evidence[0].quote if measure.evidence else clause.text
    return Entry(
        text=f"{say_measure(measure, words, subject=False)} · {flat(quote)}",
        number=clause.number,
        mandatory=clause.mandatory,
        measure=measure,
        under=under,
        evidence=measure.evidence or clause.evidence,
    )


_STOPS = re.compile(r"[^。;!?]*[。;!?]?")
_COMMAS = re.compile(r"[^,。;!?]*[,。;!?]?")
# A list title in front of figures (政策宣传。) says no more than the row's own name.
_LEAST = 10


def _prose(clause: Requirement) -> Iterator[tuple[str, Entry]]:
    """What a clause says besides its figures, sentence by sentence under each topic that a part of it names.

    A sentence that names none goes on with the one before it. Of a clause without figures nothing is left out; of
    one with figures the parts that hold them stand in the rows of the figures.
    """
    cited = [piece for measure in clause.measures for piece in measure.evidence]
    parts: list[tuple[tuple[str, ...], list[Evidence]]] = []
    for sentence in (piece for whole in clause.evidence for piece in _split(whole, _STOPS)):
        for piece in [sentence] if not _meets(sentence, cited) else _beside(sentence, cited):
            topics = _named(piece)
            if parts and topics in ((), parts[-1][0]):
                parts[-1][1].append(piece)
            else:
                parts.append((topics or (clause.topic or FREE,), [piece]))
    for topics, pieces in parts:
        text = "".join(flat(piece.quote) for piece in pieces)
        if len(text) >= _LEAST or not cited or topics != (clause.topic or FREE,):
            for topic in topics:
                yield topic, Entry(text=text, number=clause.number, mandatory=clause.mandatory, evidence=tuple(pieces))


def _beside(sentence: Evidence, cited: Sequence[Evidence]) -> list[Evidence]:
    """The parts of a sentence with figures that ask for something else: 每月报送1次,紧急事项随时上报."""
    return [part for part in _split(sentence, _COMMAS) if not _meets(part, cited) and _named(part)]


def _named(piece: Evidence) -> tuple[str, ...]:
    """The topics that a sentence and the parts between its commas name, that of the whole first."""
    words = flat(piece.quote)
    whole = text_topic(words, Place())
    parts = [text_topic(flat(part.quote), Place()) for part in _split(piece, _COMMAS) if len(part.quote) < len(piece.quote)]
    return tuple(dict.fromkeys(topic for topic in (whole, *parts) if topic))[:_MOST_TOPICS]


_MOST_TOPICS = 3


def _split(whole: Evidence, pattern: re.Pattern[str]) -> Iterator[Evidence]:
    for found in pattern.finditer(fold(whole.quote)):
        part = whole.quote[found.start() : found.end()]
        quote = part.strip()
        if quote:
            start = whole.start + found.start() + part.index(quote)
            yield Evidence(start=start, end=start + len(quote), quote=quote, rule=whole.rule)


def _meets(piece: Evidence, cited: Sequence[Evidence]) -> bool:
    return any(piece.start < other.end and other.start < piece.end for other in cited)


_GAP = re.compile(r"(?<=[^\x00-\xff])[ \t\u00a0\u3000]{1,8}(?=[^\x00-\xff])")


def flat(text: str) -> str:
    """Take the line breaks and the blanks of the layout out of a quote.

    >>> flat("每 月\\n走访 2 次")
    '每月走访 2 次'
    """
    return _GAP.sub("", "".join(line.strip() for line in text.splitlines()))
