"""Find what a dotted path means in a notice: ``budget``, ``schedule.bid_deadline``, ``lots.1.budget``, 预算金额."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

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
    value: Any = notice
    walked: list[str] = []
    for token in path.split("."):
        value = _step(value, token, walked, wanted, words)
        walked.append(token)
    return list(_places(value, path))


def _step(value: Any, token: str, walked: list[str], wanted: str, words: Words) -> Any:
    if value is None:
        return None
    if isinstance(value, tuple):
        return _entry(value, token, ".".join(walked), words)
    if isinstance(value, BaseModel) and token in type(value).model_fields and not isinstance(value, Reading):
        return getattr(value, token)
    near = get_close_matches(wanted, [*known_paths(), *_by_name()], n=4, cutoff=0.4)
    near = near or [path for path in known_paths() if path.split(".")[0] == walked[0]][:6] if walked else near
    raise UnknownField(words.say("unknown_field", field=wanted, near=", ".join(near) or "-"))


def _entry(entries: tuple[Any, ...], token: str, path: str, words: Words) -> Any:
    """An entry by its own number (01, (一)), else by its place, from 1."""
    for entry in entries:
        if token in (getattr(entry, "number", None), getattr(entry, "lot", None)):
            return entry
    if token.isdecimal() and 0 < int(token) <= len(entries):
        return entries[int(token) - 1]
    raise UnknownField(words.say("no_such_entry", field=path, count=len(entries), wanted=token))


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
        inner = next(_models_in(info.annotation), None)
        if inner is None or name == "evidence":
            continue
        yield path
        is_list = "tuple" in str(info.annotation)
        if not is_list and not issubclass(inner, Reading):
            yield from _paths(inner, f"{path}.")


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _models_in(argument)


@cache
def _by_name() -> dict[str, str]:
    """Paths by their names in all languages of the catalogue."""
    return {
        name: path
        for language in LANGUAGES
        for path, name in load_words(language).table("field").items()
        if path in known_paths()
    }
