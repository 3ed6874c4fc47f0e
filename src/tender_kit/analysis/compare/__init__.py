"""Set notices side by side: facts first, then what they demand, topic by topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tender_kit.analysis.compare.columns import View, make_views
from tender_kit.analysis.compare.figures import fit_figures, read_across
from tender_kit.analysis.facts import FACT_PATHS, fact
from tender_kit.analysis.topics import FREE, find_topic, kind_label, topic_order
from tender_kit.analysis.wording import say_measure, say_reading, say_share
from tender_kit.core.readings import Reading, evidence_of
from tender_kit.models.comparison import Cell, Comparison, Entry, Row, RowGroup
from tender_kit.models.demands import Requirement
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Language, Words, load_words

# What a lot may state for itself; everything else is said once for the whole notice.
_OF_LOT = {"budget": "budget", "ceiling": "ceiling", "service.period": "service"}
_FACT_GROUPS: dict[str, RowGroup] = {"identity": "identity", "money": "money", "dates": "dates", "place": "dates"}
# A title repeats the project's name; telephone numbers belong to a contact sheet, not to a comparison.
_LEFT_OUT = {"title", "buyer.phones", "buyer.emails", "agency.phones", "agency.emails", "agency.contacts", "agency.address"}


def compare(notices: Sequence[Notice], *, by_lot: bool = True, language: Language = "zh") -> Comparison:
    """Set notices, or their lots, side by side.

    Rows: identity, money, dates, qualification clauses by kind, requirement clauses by topic of the
    taxonomy, clauses of no topic, payments. Figures of a topic are compared only in one unit and on one
    basis (per year, or as stated); masked, unread and absent values never are.

    Args:
        notices: one notice with several lots, or any number of notices.
        by_lot: a column for each group of lots that ask for the same, instead of one per notice.
        language: language of the words that the values are put into; clauses stay as written.
    """
    words = load_words(language)
    views = make_views(notices, by_lot=by_lot)
    rows = [
        *_fact_rows(views, words),
        *_qualification_rows(views, words),
        *_topic_rows(views, words),
        *_payment_rows(views, words),
    ]
    return Comparison(columns=tuple(view.column for view in views), rows=tuple(rows))


def _fact_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    for group, row_group in _FACT_GROUPS.items():
        for path in FACT_PATHS[group]:
            cells = tuple(_fact_cell(_readings(view, path), words, path) for view in views)
            if path not in _LEFT_OUT and any(cell.state != "absent" for cell in cells):
                yield _row(row_group, path, cells)


def _readings(view: View, path: str) -> tuple[Reading[object], ...]:
    own = tuple(getattr(lot, _OF_LOT[path]) for lot in view.lots) if path in _OF_LOT else ()
    return own if any(reading.state != "absent" for reading in own) else fact(view.notice, path)


def _fact_cell(readings: Iterable[Reading[object]], words: Words, path: str) -> Cell:
    given = [reading for reading in readings if reading.state != "absent"]
    if not given:
        return Cell()
    entries = tuple(Entry(text=say_reading(reading, words, path), evidence=reading.evidence) for reading in given)
    return Cell(state=given[0].state, entries=entries)


def _row(group: RowGroup, key: str, cells: tuple[Cell, ...]) -> Row:
    return Row(group=group, key=key, label=load_words("zh")("field", key), label_en=load_words("en")("field", key), cells=cells)


def _qualification_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    for path in FACT_PATHS["qualification"]:
        cells = tuple(_fact_cell(fact(view.notice, path), words, path) for view in views)
        if any(cell.state != "absent" for cell in cells):
            yield _row("qualification", path, cells)
    kinds = dict.fromkeys(clause.kind for view in views for clause in view.qualifications)
    for kind in kinds:
        cells = tuple(_cell(_clauses(view, kind)) for view in views)
        label, label_en = kind_label(kind)
        yield read_across(Row(group="qualification", key=kind, label=label, label_en=label_en, cells=cells))


def _clauses(view: View, kind: str) -> list[Entry]:
    return [
        Entry(text=clause.text, number=clause.number, evidence=clause.evidence)
        for clause in view.qualifications
        if clause.kind == kind
    ]


def _cell(entries: Sequence[Entry]) -> Cell:
    """A cell is masked where it gives no figure but the shape of one."""
    measures = [entry.measure for entry in entries if entry.measure]
    hidden = bool(measures) and all(measure.value is None and measure.mask for measure in measures)
    return Cell(state="masked" if hidden else "known" if entries else "absent", entries=tuple(entries))


def _topic_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    by_view = [_entries_by_topic(view, words) for view in views]
    topics = sorted({topic for entries in by_view for topic in entries}, key=topic_order)
    for topic in topics:
        info = find_topic(topic)
        cells = tuple(_cell(entries.get(topic, ())) for entries in by_view)
        row = Row(
            group=info.group,
            section=info.section,
            key=topic,
            label=info.zh,
            label_en=info.en,
            direction=info.direction,
            cells=cells,
        )
        yield row if topic == FREE else read_across(fit_figures(row, info))


def _entries_by_topic(view: View, words: Words) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for clause in view.requirements:
        for topic, entry in _entries(clause, words):
            found.setdefault(topic, []).append(entry)
    return found


def _entries(clause: Requirement, words: Words) -> Iterator[tuple[str, Entry]]:
    """One entry for each measure under the measure's topic; the clause itself where no measure speaks for its topic."""
    topics = set()
    for measure in clause.measures:
        topic = measure.topic or clause.topic or FREE
        topics.add(topic)
        text = f"{say_measure(measure, words, subject=False)} · {measure.evidence[0].quote if measure.evidence else clause.text}"
        yield (
            topic,
            Entry(text=text, number=clause.number, mandatory=clause.mandatory, measure=measure, evidence=evidence_of([measure])),
        )
    if not topics or (clause.topic and clause.topic not in topics):
        entry = Entry(text=clause.text, number=clause.number, mandatory=clause.mandatory, evidence=clause.evidence)
        yield clause.topic or FREE, entry


def _payment_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    def instalments(view: View) -> Cell:
        entries = [
            Entry(text=" · ".join(filter(None, (say_share(part, words), part.trigger))), evidence=part.evidence)
            for part in view.payments
        ]
        masked = bool(view.payments) and all(part.mask for part in view.payments)
        return Cell(state="masked" if masked else "known" if entries else "absent", entries=tuple(entries))

    yield from _named_row("payment", "payments", views, instalments)


def _named_row(group: RowGroup, key: str, views: Sequence[View], make: Callable[[View], Cell]) -> Iterator[Row]:
    cells = tuple(make(view) for view in views)
    if any(cell.entries for cell in cells):
        yield read_across(_row(group, key, cells))
