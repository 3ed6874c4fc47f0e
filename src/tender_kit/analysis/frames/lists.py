"""What notices list, as tables: lots, clauses, figures, score rows, instalments, items, awards, findings.

Every line carries the keys of its notice and the places of what it belongs to (``requirement``, ``measure``, ``table`` …,
counted from 1 in the order of the notice): join on these. The lots that a clause is for stand in one column with
commas between them; none means all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tender_kit.analysis.frames.flatten import columns_of, state_column
from tender_kit.analysis.frames.table import KEYS, Column, Group, Named, Sheet, place_column
from tender_kit.analysis.topics import find_topic, kind_label
from tender_kit.core.model import Model
from tender_kit.core.readings import Finding
from tender_kit.models.demands import Measure, Payment, Qualification, Requirement, ScoreGroup, ScoreItem, ScoreRule, ScoreTable
from tender_kit.models.notice import Lot
from tender_kit.models.results import Award, Item


def lots_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each lot; a notice that is not split has none."""
    return _entries(named, "lots", "place", Lot)


def qualifications_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each qualification clause, with the papers that prove it."""
    return _entries(named, "qualifications", "qualification", Qualification, more=_KIND)


def requirements_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each requirement clause, with the number of its measures."""
    return _entries(named, "requirements", "requirement", Requirement, more=_TOPIC)


def payments_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each instalment."""
    state = state_column("state", lambda part: part.amount if part.percent is None else part.percent, lambda part: part.mask)
    return _entries(named, "payments", "payment", Payment, more=(state,))


def items_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each item of the tables of goods and services."""
    return _entries(named, "items", "item", Item)


def awards_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each winner or ranked candidate."""
    return _entries(named, "awards", "award", Award)


def findings_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each finding: what the reader of the notice has to know."""
    return _entries(named, "findings", "finding", Finding)


def _entries(named: Iterable[Named], field: str, place: str, model: type[Model], *, more: Group = ()) -> Sheet:
    rows = ((one, number, entry) for one in named for number, entry in enumerate(getattr(one.notice, field), start=1))
    return Sheet((KEYS, place_column(place), (*columns_of(model), *more)), rows)


def measures_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each quantified obligation, with the clause that it stands in (``clause_…``)."""
    state = state_column("state", lambda measure: measure.value, lambda measure: measure.mask)
    clause = columns_of(Requirement, leave_out=("measures", "evidence"), prefix="clause_")
    places = (place_column("requirement"), place_column("measure"))
    return Sheet((KEYS, *places, (*columns_of(Measure), state, *_TOPIC), clause), _measures(named))


def _measures(named: Iterable[Named]) -> Iterator[tuple[Any, ...]]:
    for one in named:
        for number, clause in enumerate(one.notice.requirements, start=1):
            for place, measure in enumerate(clause.measures, start=1):
                yield one, number, place, measure, clause


def score_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each row of a score table, with its table and its group; an empty table or group keeps a line."""
    table = columns_of(ScoreTable, leave_out=("groups", "evidence"), prefix="table_")
    group = columns_of(ScoreGroup, leave_out=("items", "evidence"), prefix="group_")
    places = (place_column("table"), place_column("group"), place_column("item"))
    return Sheet((KEYS, *places, table, group, columns_of(ScoreItem)), _score_rows(named))


def _score_rows(named: Iterable[Named]) -> Iterator[tuple[Any, ...]]:
    tables = ((one, number, table) for one in named for number, table in enumerate(one.notice.score_tables, start=1))
    for one, number, table in tables:
        for at, group in _numbered(table.groups):
            for place, item in _numbered(group.items if group else ()):
                yield one, number, at, place, table, group, item


def score_rules_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each scoring rule of a row: what earns or loses points."""
    places = tuple(place_column(name) for name in ("table", "group", "item", "score_rule"))
    rows = (
        (one, number, at, place, position, rule)
        for one, number, at, place, _, _, item in _score_rows(named)
        if item
        for position, rule in enumerate(item.rules, start=1)
    )
    return Sheet((KEYS, *places, columns_of(ScoreRule)), rows)


def _numbered(entries: Sequence[Any]) -> Iterable[tuple[int | None, Any]]:
    """Count entries from 1; nothing gives one empty entry, so that what stands above it is not lost."""
    return enumerate(entries, start=1) if entries else [(None, None)]


def _of_topic(part: Callable[[Any], str]) -> Callable[[Any], str | None]:
    return lambda entry: part(find_topic(entry.topic)) if entry.topic else None


_TOPIC: Group = (
    Column("topic_label", "text", _of_topic(lambda topic: topic.zh)),
    Column("topic_label_en", "text", _of_topic(lambda topic: topic.en)),
    Column("topic_group", "text", _of_topic(lambda topic: topic.section)),
)
_KIND: Group = (
    Column("kind_label", "text", lambda clause: kind_label(clause.kind)[0]),
    Column("kind_label_en", "text", lambda clause: kind_label(clause.kind)[1]),
)
