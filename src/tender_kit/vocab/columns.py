"""Heads of table columns: what kind of column a head announces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tender_kit.vocab.load import read_toml

_BLANKS = re.compile(r"[ \t\n]+")
_SENTENCE = re.compile(r"[,。;:]|[\d*]\s?分(?!值)")
_BRACKETS = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|【[^【】]{0,40}】")
_LONGEST = 24
_LOOKED_AT = 80


@dataclass(frozen=True, slots=True)
class _Columns:
    words: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    any_pattern: re.Pattern[str]
    parts: tuple[tuple[str, str], ...]


@cache
def _columns() -> _Columns:
    entries = read_toml("columns.toml")["column"]
    words: dict[str, str] = {}
    for entry in entries:
        for word in entry["words"]:
            words.setdefault(word, entry["id"])
    patterns = tuple((re.compile(text), entry["id"]) for entry in entries for text in entry.get("patterns", ()))
    any_pattern = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in patterns))
    return _Columns(words, patterns, any_pattern, tuple((part, entry["id"]) for entry in entries for part in entry["parts"]))


def column_kind(head: str) -> str | None:
    """Tell what kind of column a folded head announces; None where it is no known head.

    The kinds are the ids in ``data/columns.toml``. A note in brackets does not count.

    >>> column_kind("单价(元)"), column_kind("数 量"), column_kind("按月支付服务费")
    ('unit_price', 'quantity', None)
    """
    return _kind(head[:_LOOKED_AT])


@lru_cache(maxsize=8192)
def _kind(head: str) -> str | None:
    plain = _BLANKS.sub("", head).strip("★▲:")
    if not plain or _SENTENCE.search(plain):
        return None
    columns = _columns()
    if plain in columns.words:
        return columns.words[plain]
    bare = _BRACKETS.sub("", plain)
    if bare in columns.words:
        return columns.words[bare]
    if len(bare) > _LONGEST:
        return None
    whole = None
    if columns.any_pattern.fullmatch(bare):
        whole = next((kind for pattern, kind in columns.patterns if pattern.fullmatch(bare)), None)
    return whole or next((kind for part, kind in columns.parts if part in bare), None)
