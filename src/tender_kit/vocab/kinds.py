"""The words that tell the kind of a notice and its procurement method."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tender_kit.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class KindWords:
    """One kind: words in titles, words that take a title back, headings and labels that only it has."""

    id: str
    title: re.Pattern[str]
    refused: re.Pattern[str] | None
    body: re.Pattern[str] | None
    source: str


@dataclass(frozen=True, slots=True)
class MethodWords:
    """One procurement method and the words that name it."""

    id: str
    zh: str
    words: re.Pattern[str]
    source: str


@cache
def notice_kinds() -> tuple[KindWords, ...]:
    """Load the kinds in the order in which titles are asked."""
    return tuple(
        KindWords(
            entry["id"],
            re.compile("|".join(entry["title"])),
            re.compile("|".join(entry["not"])) if entry.get("not") else None,
            re.compile("|".join(entry["body"])) if entry["body"] else None,
            entry["source"],
        )
        for entry in read_toml("notice_kinds.toml")["kind"]
    )


@cache
def methods() -> tuple[MethodWords, ...]:
    """Load the methods, the more specific words first."""
    return tuple(
        MethodWords(entry["id"], entry["zh"], re.compile("|".join(entry["words"])), entry["source"])
        for entry in read_toml("methods.toml")["method"]
    )
