"""The papers that notices ask for by name: licences of organisations, certificates of people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tender_kit.core.fold import fold
from tender_kit.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """One paper under all its names; ``forms`` are the legal forms that hold it by their registration."""

    name: str
    pattern: re.Pattern[str]
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Skill:
    """A certificate of people; ``levels`` are the words that name a level of it, tried in their order.

    ``is_obtainable``: anyone can get one in days (健康证).
    """

    name: str
    pattern: re.Pattern[str]
    levels: Mapping[str, tuple[str, ...]]
    is_obtainable: bool = False


def _any_of(names: list[str]) -> re.Pattern[str]:
    """Longer names first; a standard may be written with a blank (ISO 9001)."""
    return re.compile("|".join(re.escape(fold(name)).replace("ISO", r"ISO\s?") for name in sorted(names, key=len, reverse=True)))


@cache
def known_papers() -> tuple[KnownPaper, ...]:
    """Load the papers of organisations."""
    entries = read_toml("certificates.toml")["paper"]
    return tuple(KnownPaper(e["names"][0], _any_of(e["names"]), frozenset(e.get("forms", ()))) for e in entries)


@cache
def skills() -> tuple[Skill, ...]:
    """Load the certificates of people."""
    return tuple(
        Skill(
            e["names"][0],
            _any_of(e["names"]),
            {level: tuple(words) for level, words in e.get("levels", {}).items()},
            e.get("obtainable", False),
        )
        for e in read_toml("certificates.toml")["skill"]
    )


def papers_in(text: str) -> list[KnownPaper]:
    """Find the known papers that a folded text names, in the order of the list.

    >>> [paper.name for paper in papers_in("具有有效的餐饮服务许可或ISO 9001认证")]
    ['食品经营许可证', 'ISO9001']
    """
    return [paper for paper in known_papers() if paper.pattern.search(text)]


def skills_in(text: str) -> list[Skill]:
    """Find the certificates of people that a folded text names.

    >>> [skill.name for skill in skills_in("社会工作师(中级)1名,养老护理员2名")]
    ['社会工作者', '养老护理员']
    """
    return [skill for skill in skills() if skill.pattern.search(text)]


def level_in(skill: Skill, text: str) -> str | None:
    """Tell which level of a certificate a text names; None where it names none.

    >>> levels = skills_in("社会工作者")[0]
    >>> level_in(levels, "助理社会工作师"), level_in(levels, "社会工作师(中级)及以上"), level_in(levels, "持证社工")
    ('junior', 'intermediate', None)
    """
    return next((level for level, words in skill.levels.items() if any(word in text for word in words)), None)
