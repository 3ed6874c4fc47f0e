"""Set notices side by side: facts first, then what they demand, topic by topic, then free clauses by their wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from tender_kit.analysis.compare.across import note_difference, read_across
from tender_kit.analysis.compare.cells import fact_rows, make_cell
from tender_kit.analysis.compare.clauses import Asked, ask
from tender_kit.analysis.compare.columns import View, make_views
from tender_kit.analysis.compare.demands import payment_rows, qualification_rows
from tender_kit.analysis.compare.figures import fit_figures
from tender_kit.analysis.compare.ratios import budget_ratios, with_ratios
from tender_kit.analysis.compare.scoring import score_rows
from tender_kit.analysis.compare.versions import are_versions, in_order, with_changes
from tender_kit.analysis.compare.wording import line_up
from tender_kit.analysis.facts import check_names, unique_names
from tender_kit.analysis.topics import FREE, Topic, find_topic, topic_order
from tender_kit.models.comparison import Comparison, Direction, Entry, Row, RowGroup
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import Language, Words, load_words

__all__ = ["compare"]

_GROUPS: tuple[RowGroup, ...] = get_args(RowGroup)
# Marks the row of what a topic's clauses say in prose, beside the row of its figures.
_PROSE = "#text"


def compare(
    notices: Sequence[Notice],
    *,
    names: Sequence[str] = (),
    by_lot: bool = True,
    versions: bool | None = None,
    language: Language = "zh",
) -> Comparison:
    """Set notices, or their lots, side by side.

    Rows come in the groups of ``RowGroup``. A requirement stands in the row of its topic, each of its figures in the
    row of the figure's topic; clauses of no topic stand in one row where they are worded alike. Figures are compared
    only in one unit and on one basis (per year, or as stated); masked, unread and absent ones never are.

    Args:
        notices: one notice with several lots, or any number of notices.
        names: what to call the notices, one for each; without them they are called by their files.
        by_lot: a column for each group of lots that ask for the same, instead of one per notice.
        versions: whether the notices are versions of one project (tender and correction, last year's and this
            year's), to be compared as such; found out from their numbers and names where it is None.
        language: language of the words that the values are put into; clauses stay as written.
    """
    words = load_words(language)
    as_versions = are_versions(notices) if versions is None else versions
    if names:
        check_names(names, len(notices))
    named = list(zip(names or unique_names(notices), notices, strict=True))
    views = make_views(in_order(named) if as_versions else named, by_lot=by_lot and not as_versions)
    asked = [ask(view.requirements, words) for view in views]
    rows = [
        *_fact_rows(views, words),
        *map(read_across, qualification_rows(views, words)),
        *_topic_rows(views, asked, apart=as_versions),
        *map(note_difference, score_rows(views, words)),
        *map(read_across, payment_rows(views, words)),
    ]
    rows.sort(key=lambda row: _GROUPS.index(row.group))
    if as_versions:
        rows = _with_changes(rows, views)
    return Comparison(columns=tuple(view.column for view in views), rows=tuple(rows), versions=as_versions)


def _fact_rows(views: Sequence[View], words: Words) -> Iterator[Row]:
    columns = [view.column for view in views]
    for row in fact_rows(views, words):
        yield note_difference(budget_ratios(row, columns) if row.key == "budget" else row)


def _topic_rows(views: Sequence[View], asked: Sequence[Asked], *, apart: bool) -> Iterator[Row]:
    """Give the rows of each topic: its figures, then its prose; ``apart`` gives each clause of prose a row."""
    topics = {topic for column in asked for topic in (*column.figures, *column.prose)}
    for topic in sorted(topics, key=topic_order):
        info = find_topic(topic)
        figures = [column.figures.get(topic, []) for column in asked]
        prose = [column.prose.get(topic, []) for column in asked]
        if topic == FREE:
            yield from _free_rows(info, [[*a, *b] for a, b in zip(figures, prose, strict=True)], views)
            continue
        if any(figures):
            yield _figure_row(info, figures, views, also=[bool(entries) for entries in prose])
        if any(prose):
            yield from _prose_rows(info, prose, figures, apart=apart)


def _row(info: Topic, columns: Sequence[Sequence[Entry]], *, key: str = "", parent: str = "") -> Row:
    cells = tuple(make_cell(entries) for entries in columns)
    row = Row(group=info.group, key=key or info.id, label=info.zh, label_en=info.en, cells=cells, direction=info.direction)
    return row.model_copy(update={"section": info.section, "parent": parent})


def _figure_row(info: Topic, columns: Sequence[Sequence[Entry]], views: Sequence[View], also: Sequence[bool]) -> Row:
    row = fit_figures(_row(info, columns, parent=info.under), info, [view.column.months for view in views])
    return with_ratios(read_across(row, also=also), [view.column for view in views], info.aggregate)


def _prose_rows(
    info: Topic, prose: Sequence[Sequence[Entry]], figures: Sequence[Sequence[Entry]], *, apart: bool
) -> Iterator[Row]:
    """Prose beside figures hangs under their row; between versions every clause is a row of its own."""
    beside = any(figures)
    parent = info.id if beside else ""
    if not apart:
        also = [bool(entries) for entries in figures]
        yield read_across(
            _text_row(info, prose, key=f"{info.id}{_PROSE}" if beside else "", parent=info.id if beside else ""), also=also
        )
        return
    for number, line in enumerate(line_up([[entry.text for entry in entries] for entries in prose]), start=1):
        yield _text_row(info, _pick(prose, line), key=f"{info.id}{_PROSE}:{number}", parent=parent)


def _text_row(info: Topic, columns: Sequence[Sequence[Entry]], *, key: str = "", parent: str = "") -> Row:
    row = _row(info, columns, key=key, parent=parent)
    names = {"label": f"{info.zh}·文字要求", "label_en": f"{info.en}, in prose"} if parent else {}
    return note_difference(row.model_copy(update={"direction": "none", **names}))


def _free_rows(info: Topic, columns: Sequence[Sequence[Entry]], views: Sequence[View]) -> Iterator[Row]:
    """Clauses of no topic: a row for those that are worded alike in several columns, one row for all others."""
    lines = line_up([[_wording(entry) for entry in entries] for entries in columns])
    shared = [line for line in lines if len({column for column, _ in line}) > 1]
    for number, line in enumerate(shared, start=1):
        picked = _pick(columns, line)
        more = {**_name(columns[line[0][0]][line[0][1]]), "direction": _direction(picked)}
        row = _row(info, picked, key=f"{FREE}:{number}").model_copy(update=more)
        yield read_across(fit_figures(row, info, [view.column.months for view in views]))
    taken = {place for line in shared for place in line}
    rest = [[e for place, e in enumerate(entries) if (index, place) not in taken] for index, entries in enumerate(columns)]
    if any(rest):
        yield read_across(_row(info, rest))


def _direction(columns: Sequence[Sequence[Entry]]) -> Direction:
    """Which figure asks more where no topic tells: the larger of minimums, the smaller of limits."""
    kinds = {entry.measure.comparator for entries in columns for entry in entries if entry.measure}
    return "more" if kinds == {"at_least"} else "less" if kinds == {"at_most"} else "none"


def _wording(entry: Entry) -> str:
    return entry.evidence[0].quote if entry.measure and entry.evidence else entry.text


def _name(entry: Entry) -> dict[str, str]:
    """Name a row after its first clause."""
    head = _wording(entry).strip().split("。")[0][:24]
    return {"label": head, "label_en": head}


def _pick(columns: Sequence[Sequence[Entry]], line: Iterable[tuple[int, int]]) -> list[list[Entry]]:
    """The entries of one row by column; one that hangs under another stands alone where that is in another row."""
    places = set(line)
    return [
        [entry.model_copy(update={"under": None}) for place, entry in enumerate(entries) if (index, place) in places]
        for index, entries in enumerate(columns)
    ]


# A notice that states demands at all states all of them; whether it speaks of dates or money is another matter.
_APART = {"identity", "money", "dates", "qualification"}


def _with_changes(rows: Sequence[Row], views: Sequence[View]) -> list[Row]:
    spoken: dict[str, list[bool]] = {}
    for row in rows:
        says = [cell.state != "absent" for cell in row.cells]
        kind = row.group if row.group in _APART else "demands"
        spoken[kind] = [before or now for before, now in zip(spoken.get(kind, says), says, strict=True)]
    return [with_changes(row, views, spoken[row.group if row.group in _APART else "demands"]) for row in rows]
