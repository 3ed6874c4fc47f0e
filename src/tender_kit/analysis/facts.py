"""The single facts of a notice as one list: what views, comparisons and explanations walk over."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from tender_kit.core.errors import TenderKitError
from tender_kit.core.readings import Reading
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import LANGUAGES, load_words

# In the order in which a reader asks for them. Groups are those of the comparison.
FACT_PATHS: dict[str, tuple[str, ...]] = {
    "identity": (
        "title",
        "kind",
        "method",
        "project.name",
        "project.number",
        "project.plan_number",
        "project.category",
        "region",
        "buyer.name",
        "buyer.address",
        "buyer.contacts",
        "buyer.phones",
        "buyer.emails",
        "agency.name",
        "agency.address",
        "agency.contacts",
        "agency.phones",
        "agency.emails",
    ),
    "money": (
        "budget",
        "ceiling",
        "submission.documents_price",
        "submission.bid_bond.required",
        "submission.bid_bond.amount",
        "submission.bid_bond.percent",
        "submission.performance_bond.required",
        "submission.performance_bond.amount",
        "submission.performance_bond.percent",
    ),
    "dates": (
        "schedule.published",
        "schedule.documents_from",
        "schedule.documents_until",
        "schedule.questions_until",
        "schedule.bid_deadline",
        "schedule.opening",
        "schedule.notice_period",
        "service.period",
    ),
    "qualification": ("consortium", "set_aside"),
    "place": (
        "service.place",
        "submission.documents_place",
        "submission.documents_way",
        "submission.place",
        "submission.copies",
    ),
}


_STEPS = {path: tuple(path.split(".")) for paths in FACT_PATHS.values() for path in paths}


def fact(notice: Notice, path: str) -> tuple[Reading[Any], ...]:
    """Give the readings at a path: one, several for telephone numbers and the like, none where a party is missing.

    Raises:
        AttributeError: the models have no such field.
    """
    value: Any = notice
    for name in _STEPS.get(path) or path.split("."):
        if value is None:
            return ()
        value = getattr(value, name)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def walk_facts(notice: Notice) -> Iterator[tuple[str, str, tuple[Reading[Any], ...]]]:
    """Yield (group, path, readings) of every single fact, absent ones too."""
    for group, paths in FACT_PATHS.items():
        for path in paths:
            yield group, path, fact(notice, path)


# File names that say nothing; the folder says more.
_BARE = {"source", "index", "content", "notice", "detail"}


def short_name(notice: Notice) -> str:
    """Give the name that a reader knows a notice by: its file, else its place, else its number."""
    path = PurePath(notice.source.uri)
    if notice.source.uri not in ("", "-"):
        return (path.parent.name or path.stem if path.stem.lower() in _BARE else path.stem)[:40]
    region = notice.region.value
    place = region and (region.district or region.city)
    return place or notice.project.number.value or notice.source.sha256[:8]


def unique_names(notices: Iterable[Notice], *, taken: Collection[str] = ()) -> tuple[str, ...]:
    """Give each notice its short name, no name twice."""
    return number_names(map(short_name, notices), taken=taken)


def number_names(names: Iterable[str], *, taken: Collection[str] = ()) -> tuple[str, ...]:
    """Give a name that is taken a number.

    >>> number_names(["a", "b", "a"], taken=["b"])
    ('a', 'b-2', 'a-2')
    """
    used = set(taken)
    chosen = []
    for name in names:
        numbered = (f"{name}-{count}" for count in itertools.count(2))
        free = name if name not in used else next(other for other in numbered if other not in used)
        used.add(free)
        chosen.append(free)
    return tuple(chosen)


def check_names(names: Sequence[str], count: int) -> None:
    """Refuse names that are not one for each notice, each different."""
    if len(names) != count or len(set(names)) != count:
        said = (load_words(language).say("names_unique", count=count, given=len(set(names))) for language in LANGUAGES)
        raise TenderKitError(*said)
