"""The single facts of notices as tables: a line for each notice, a line for each fact, a line for each quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, get_args

from tender_kit.analysis.facts import FACT_PATHS, fact, walk_facts
from tender_kit.analysis.frames.flatten import bare, columns_of, reading_columns, within
from tender_kit.analysis.frames.table import KEYS, Column, Named, Sheet, place_column
from tender_kit.analysis.wording import say_value
from tender_kit.core.model import Model
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.notice import Coverage, Notice, Source
from tender_kit.vocab.words import load_words


def notices_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each notice: its single facts, each with its state, and how much of everything else it has."""
    source = within(columns_of(Source, leave_out=("sha256", "encoding")), lambda notice: notice.source)
    facts = (column for paths in FACT_PATHS.values() for path in paths for column in _fact_columns(path))
    about = within((*source, *facts, *_counts()), lambda n: n.notice)
    return Sheet((KEYS, about), ((one, one) for one in named))


def _fact_columns(path: str) -> Iterator[Column]:
    """Name the columns by the path, without the parts that only say where the models keep them: ``bid_deadline_at``."""
    name = path.removeprefix("schedule.").removeprefix("submission.").replace(".", "_")
    return reading_columns(name, _annotation(path), lambda notice: fact(notice, path))


def _annotation(path: str) -> Any:
    """Give the type of the readings at a path: ``Reading[Money]`` for ``budget``."""
    kind: Any = Notice
    for name in path.split("."):
        kind = bare(kind.model_fields[name].annotation)
    return get_args(kind)[0] if get_args(kind) else kind


def _counts() -> Iterator[Column]:
    for name in ("lots", "qualifications", "requirements", "score_tables", "payments", "items", "awards", "findings"):
        yield Column(name, "count", partial(_count, name))
    yield Column("measures", "count", lambda notice: sum(len(clause.measures) for clause in notice.requirements))
    yield from within(columns_of(Coverage, prefix="coverage_"), lambda notice: notice.coverage)


def _count(field: str, notice: Notice) -> int:
    return len(getattr(notice, field))


def facts_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each single fact, absent ones too: how it stands, its value in words, its rivals, its quote."""
    zh, en = load_words("zh"), load_words("en")
    about = (
        Column("group", "text", lambda fact: fact[0]),
        Column("fact", "text", lambda fact: fact[1]),
        Column("label", "text", lambda fact: zh("field", fact[1])),
        Column("label_en", "text", lambda fact: en("field", fact[1])),
        Column("value", "text", lambda fact: _in_words(fact[2].value, fact[1])),
        Column("candidates", "text", lambda fact: " / ".join(_in_words(c.value, fact[1]) for c in fact[2].candidates)),
    )
    reading = columns_of(Reading, leave_out=("value", "candidates"))
    rows = (
        (one, (group, path, reading), place, reading)
        for one in named
        for group, path, readings in walk_facts(one.notice)
        for place, reading in enumerate(readings or (Reading[Any](),), start=1)
    )
    return Sheet((KEYS, about, place_column("reading"), reading), rows)


def _in_words(value: Any, path: str) -> str:
    return "" if value is None else say_value(value, load_words("zh"), path)


# ---------------------------------------------------------------- a line for each quote


def evidence_sheet(named: Iterable[Named]) -> Sheet:
    """A line for each piece of evidence: the path of what rests on it, its two places in the text, its quote, its rule."""
    path = (Column("path", "text", lambda path: path),)
    rows = ((one, path, place, piece) for one in named for path, place, piece in _walk_evidence(one.notice, ""))
    return Sheet((KEYS, path, place_column("piece"), columns_of(Evidence)), rows)


def _walk_evidence(value: Any, path: str) -> Iterator[tuple[str, int, Evidence]]:
    """Walk a model to all its evidence; entries of lists are counted from 1 (``requirements.3.measures.1``)."""
    if isinstance(value, Model):
        for place, piece in enumerate(getattr(value, "evidence", ()), start=1):
            yield path, place, piece
        for name in type(value).model_fields:
            if name not in ("evidence", "document"):
                yield from _walk_evidence(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for place, entry in enumerate(value, start=1):
            yield from _walk_evidence(entry, f"{path}.{place}")
