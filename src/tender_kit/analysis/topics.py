"""What a comparison needs to know of a topic: its name, its place, its unit, and which figure asks more."""

from __future__ import annotations

from dataclasses import dataclass

from tender_kit.models.comparison import Direction, RowGroup
from tender_kit.vocab import topics
from tender_kit.vocab.qualifications import qualification_kinds
from tender_kit.vocab.words import LANGUAGES, load_words

FREE = "free"
# The groups of the taxonomy that are more to a reader than a service: whom to employ, what to hand over, what to sign.
_ROW_GROUPS: dict[str, RowGroup] = {"staff": "staffing", "rep": "deliverables", "com": "payment", "qa": "scoring", "law": "legal"}
_DIRECTIONS: dict[str, Direction] = {"min": "more", "max": "less"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the taxonomy as a row of a comparison."""

    id: str
    zh: str
    en: str
    group: RowGroup
    section: str = ""
    unit: str = ""
    accepted_units: tuple[str, ...] = ()
    direction: Direction = "none"
    aggregate: str = ""
    under: str = ""


def find_topic(topic: str) -> Topic:
    """Give a topic; clauses of no topic stand together in the row ``free``.

    >>> find_topic("svc.case").unit, find_topic("free").group
    ('例', 'other')
    """
    info = topics.find_topic(topic)
    if info is None:
        zh, en = (load_words(language)("row", topic) for language in LANGUAGES)
        return Topic(topic, zh, en, "other")
    direction = _DIRECTIONS.get(info.direction, "none")
    group = _ROW_GROUPS.get(info.group, "service")
    names = (info.id, info.zh, info.en, group, info.group)
    return Topic(*names, info.unit, info.accepted_units, direction, info.aggregate, info.under)


def topic_order(topic: str) -> int:
    """Sort topics as the taxonomy lists them, what it does not list last."""
    return topics.topic_order().get(topic, len(topics.topic_order()))


def group_label(group: str) -> tuple[str, str]:
    """Name a group of topics in Chinese and in English."""
    info = topics.topic_groups().get(group)
    return (info.zh, info.en) if info else (group, group)


def kind_label(kind: str) -> tuple[str, str]:
    """Name a kind of qualification clause in Chinese and in English."""
    info = qualification_kinds().get(kind)
    return (info.zh, info.en) if info else (kind, kind)
