"""Find what a dotted path means in a notice: ``budget``, ``schedule.bid_deadline``, ``lots.1.budget``, 预算金额."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel

from tender_kit.core.model import models_in
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import LANGUAGES, Words, load_words


class UnknownField(LookupError):
    """No such field, or no such entry in it; the message says which ones there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """One reading or one clause of a notice, with the path that leads to it."""

    path: str
    value: Any

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the text that it rests on."""
        found: tuple[Evidence, ...] = getattr(self.value, "evidence", ())
        return found


def find_places(notice: Notice, wanted: str, words: Words) -> list[Place]:
    """Give the readings and clauses at a path, by its English path or its name in the catalogue.

    Raises:
        UnknownField: the message names the nearest fields, or how many entries there are.
    """
    path = _by_name().get(wanted, wanted)
    rest = path.split(".")
    if rest[0] not in known_paths():
        raise _unknown(wanted, words)
    value: Any = notice
    while rest and value is not None:
        if isinstance(value, tuple):
            value, rest = _entry(value, rest, path, words)
        elif _is_part(value, rest[0]):
            value, rest = getattr(value, rest[0]), rest[1:]
        else:
            raise _unknown(wanted, words)
    return list(_places(value, path))


def _is_part(value: Any, name: str) -> bool:
    return isinstance(value, BaseModel) and not isinstance(value, Reading) and name in type(value).model_fields


def _unknown(wanted: str, words: Words) -> UnknownField:
    """Name the nearest fields: those spelt alike, else those of the same part."""
    same_part = [path for path in known_paths() if path.startswith(f"{wanted.split('.')[0]}.")]
    alike = get_close_matches(wanted, [*known_paths(), *_by_name()], n=4, cutoff=0.5)
    near = list(dict.fromkeys(_by_name().get(name, name) for name in alike)) or same_part[:6]
    return UnknownField(words.say("unknown_field", field=wanted, near=", ".join(near) or "-"))


def _entry(entries: tuple[Any, ...], rest: list[str], path: str, words: Words) -> tuple[Any, list[str]]:
    """An entry by its own number, which may hold dots (01, (一), 1.1), else by its place, from 1."""
    for size in range(len(rest), 0, -1):
        token = ".".join(rest[:size])
        for entry in entries:
            if token in (getattr(entry, "number", None), getattr(entry, "lot", None)):
                return entry, rest[size:]
    if rest[0].isdecimal() and 0 < int(rest[0]) <= len(entries):
        return entries[int(rest[0]) - 1], rest[1:]
    name = path.removesuffix("." + ".".join(rest))
    raise UnknownField(words.say("no_such_entry", field=name, count=len(entries), wanted=rest[0]))


def _places(value: Any, path: str) -> Iterator[Place]:
    """What can be explained at or below a value: readings, and clauses that carry their own evidence."""
    if isinstance(value, Reading):
        yield Place(path, value)
    elif isinstance(value, tuple):
        for number, entry in enumerate(value, start=1):
            yield from _places(entry, f"{path}.{getattr(entry, 'number', None) or number}")
    elif isinstance(value, BaseModel):
        if getattr(value, "evidence", ()):
            yield Place(path, value)
        else:
            for name in type(value).model_fields:
                yield from _places(getattr(value, name), f"{path}.{name}")


def walk(notice: Notice) -> Iterator[Place]:
    """Yield every reading and clause of a notice."""
    for name in type(notice).model_fields:
        if name not in ("source", "document", "coverage"):
            yield from _places(getattr(notice, name), name)


@cache
def known_paths() -> tuple[str, ...]:
    """The paths that lead to readings, clauses and lists of them, without the numbers of entries."""
    return tuple(path for path in _paths(Notice, "") if path.split(".")[0] not in ("source", "document", "coverage"))


def _paths(model: type[BaseModel], above: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        path = f"{above}{name}"
        inner = next(models_in(info.annotation), None)
        if inner is None or name == "evidence":
            continue
        yield path
        is_list = "tuple" in str(info.annotation)
        if not is_list and not issubclass(inner, Reading):
            yield from _paths(inner, f"{path}.")


@cache
def _by_name() -> dict[str, str]:
    """Paths by their names in all languages of the catalogue."""
    return {
        name: path
        for language in LANGUAGES
        for path, name in load_words(language).table("field").items()
        if path in known_paths()
    }
