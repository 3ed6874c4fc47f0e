"""The topics of social-service requirements: what a figure or a clause is about, and how it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from tender_kit.vocab.load import read_toml

Direction = Literal["min", "max", "target"]
Aggregate = Literal[
    "sum_over_term",
    "per_period",
    "per_unit",
    "level",
    "headcount",
    "one_off",
    "money_sum",
    "duration",
    "deadline",
    "score",
    "boolean",
]


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """A group of topics."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: words that name it, the unit it is counted in, how it adds up, which figure asks more."""

    id: str
    zh: str
    en: str
    group: str
    synonyms: tuple[str, ...]
    patterns: tuple[str, ...]
    metric: str
    unit: str
    accepted_units: tuple[str, ...]
    aggregate: Aggregate
    direction: Direction
    note: str
    source: str
    under: str = ""  # the topic whose units its figures are about: sessions are sessions of a group

    @property
    def is_yearly(self) -> bool:
        """Whether a figure of it may be brought to a year: levels hold throughout, people are there at any time."""
        return _yearly()[self.aggregate]

    @property
    def units(self) -> tuple[str, ...]:
        """The units that its figures come in, the usual one first."""
        return (self.unit, *self.accepted_units) if self.unit else self.accepted_units


@cache
def topics() -> Mapping[str, Topic]:
    """Load the topics by id, in the order of the taxonomy."""
    found = {}
    for entry in read_toml("topics.toml")["topic"]:
        lists = {name: tuple(entry.get(name, ())) for name in ("synonyms", "patterns", "accepted_units")}
        found[entry["id"]] = Topic(**{"note": "", **entry, **lists})
    return found


@cache
def topic_groups() -> Mapping[str, TopicGroup]:
    """Load the groups by id, in order."""
    return {entry["id"]: TopicGroup(**entry) for entry in read_toml("topics.toml")["group"]}


@cache
def _yearly() -> Mapping[Aggregate, bool]:
    return {name: rule["yearly"] for name, rule in read_toml("topics.toml")["aggregation"].items()}


def find_topic(topic: str) -> Topic | None:
    """Give a topic by its id; None for an unknown one.

    >>> find_topic("svc.case").zh
    '个案服务'
    """
    return topics().get(topic)


@cache
def topic_order() -> Mapping[str, int]:
    """Give each topic its place in the taxonomy."""
    return {topic: place for place, topic in enumerate(topics())}


@cache
def topic_patterns() -> Mapping[str, re.Pattern[str]]:
    """Compile the patterns of the topics that have some; they run on folded text."""
    return {topic.id: re.compile("|".join(topic.patterns)) for topic in topics().values() if topic.patterns}


def patterns_for(text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give the topics with a pattern that can match a text, in their order: it holds a sign that the pattern begins with."""
    letters = set(text)
    for topic, pattern, signs in _patterns_by_sign():
        if signs is None or not signs.isdisjoint(letters):
            yield topic, pattern


@cache
def _patterns_by_sign() -> tuple[tuple[str, re.Pattern[str], frozenset[str] | None], ...]:
    found = []
    for topic, pattern in topic_patterns().items():
        signs = [first_signs(part) for part in topics()[topic].patterns]
        known = [part for part in signs if part is not None]
        found.append((topic, pattern, frozenset().union(*known) if len(known) == len(signs) else None))
    return tuple(found)


_GROUPS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_LEAD = re.compile(r"\(\?:(?P<choices>[^()\\.?*+{}^$]+)\)(?![?*{])|\[(?P<signs>[^\]^\\-]+)\](?![?*{])|(?P<sign>\w)(?![?*{])")


def first_signs(pattern: str) -> frozenset[str] | None:
    """Tell the signs that a match of a pattern can begin with; None where its beginning is none of the simple ones.

    >>> sorted(first_signs("(?:开展|组织)[^。;]{0,10}小组") or ()), first_signs("(?:集中)?培训"), first_signs("天|次")
    (['开', '组'], None, None)
    """
    lead = _LEAD.match(pattern)
    if lead is None or "|" in _GROUPS.sub("", pattern):
        return None
    if lead["choices"]:
        firsts = [choice[:1] for choice in lead["choices"].split("|")]
        return frozenset(firsts) if all(first.isalnum() for first in firsts) else None
    return frozenset(lead["signs"] or lead["sign"])


@cache
def topic_words() -> Mapping[str, tuple[str, ...]]:
    """Give for each synonym the topics that it names."""
    found: dict[str, tuple[str, ...]] = {}
    for topic in topics().values():
        for word in topic.synonyms:
            found[word] = (*found.get(word, ()), topic.id)
    return found


_PERIODS = {"day": 365, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1}


def periods_per_year(rhythm: str, *, term_months: int | None = None) -> Decimal | None:
    """Tell how many periods of a rhythm a year has; for ``project`` the share of a year in the term.

    None where that is not known: a project without a term.

    >>> periods_per_year("quarter"), periods_per_year("project", term_months=24)
    (Decimal('4'), Decimal('0.5'))
    """
    if rhythm in _PERIODS:
        return Decimal(_PERIODS[rhythm])
    return Decimal(12) / term_months if rhythm == "project" and term_months else None
