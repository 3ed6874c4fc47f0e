"""What a comparison needs to know of a topic: its name, its place, its unit, and which figure asks more."""

from __future__ import annotations

from dataclasses import dataclass

from tender_kit.models.comparison import Direction

FREE = "free"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the taxonomy as a row of a comparison."""

    id: str
    zh: str
    en: str
    group: str
    unit: str = ""
    accepted_units: tuple[str, ...] = ()
    direction: Direction = "none"


def find_topic(topic: str) -> Topic:
    """Give a topic; clauses of no topic stand together in the row ``free``."""
    return Topic(topic, topic, topic, topic.split(".")[0], direction="more")


def topic_order(topic: str) -> tuple[int, int]:
    """Sort topics as the taxonomy lists them, ``free`` last."""
    return (int(topic == FREE), 0)


def kind_label(kind: str) -> tuple[str, str]:
    """Name a kind of qualification clause in Chinese and in English."""
    return kind, kind


def group_label(group: str) -> tuple[str, str]:
    """Name a group of topics in Chinese and in English."""
    return group, group
