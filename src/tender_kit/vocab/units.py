"""The units that figures come in, and the words that say how a figure binds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from tender_kit.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: those of one ``id`` count the same thing, ``factor`` of the first one of that id."""

    zh: str
    id: str
    en: str
    kind: Literal["count", "time", "money", "level", "rate"]
    source: str
    factor: Decimal = Decimal(1)
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComparatorWord:
    """A word beside a figure; a strict one leaves the figure itself out."""

    word: str
    comparator: Literal["at_least", "at_most", "exactly", "about"]
    side: Literal["before", "after"]
    source: str
    is_strict: bool = False


@cache
def units() -> Mapping[str, Unit]:
    """Load the units by the word that notices write."""
    entries = read_toml("units.toml")["unit"]
    return {entry["zh"]: Unit(**{**entry, "factor": Decimal(entry.get("factor", 1))}) for entry in entries}


def unit_id(word: str) -> str:
    """Give what a unit counts, so that 名 and 人 compare; an unknown unit is itself.

    >>> unit_id("名") == unit_id("人"), unit_id("餐次")
    (True, '餐次')
    """
    found = units().get(word)
    return found.id if found else word


@cache
def comparators() -> tuple[ComparatorWord, ...]:
    """Load the words that say how a figure binds, the longest first."""
    found = [
        ComparatorWord(entry["word"], entry["is"], entry["side"], entry["source"], entry.get("strict", False))
        for entry in read_toml("comparators.toml")["comparator"]
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry.word)))
