"""Line up clauses of different columns by their wording."""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt

from tender_kit.core.fold import fold
from tender_kit.extractors.topics import named_topics
from tender_kit.vocab.load import read_toml

# Above it two clauses stand in one row. Of the pairs in tests/analysis/clause_pairs.toml four of five that lie above it do ask
# for the same; lower, rows fill with what only sounds alike. What is left apart still stands in the row of other clauses.
THRESHOLD = 0.36
_WORDS, _GRAMS, _NAMES = 0.4, 0.3, 0.3
_CHINESE = re.compile(r"[一-龥]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """A clause as weighted words, pairs of characters, and names of topics; each of length one."""

    words: dict[str, float]
    grams: dict[str, float]
    names: dict[str, float]


@lru_cache(maxsize=16384)
def profile(text: str) -> Profile:
    """Take a clause apart.

    Words tell meanings apart, rare ones more than others; pairs of characters forgive where a word is cut; names of
    topics hold together what is called differently (走访, 探访). Words of every notice (供应商, 应当, 相关) weigh little.
    """
    folded = fold(text)
    runs = _CHINESE.findall(folded)
    words = {word: _weight(word) for run in runs for word in _cutter().cut(run)}
    grams = {run[place : place + 2] for run in runs for place in range(len(run) - 1)}
    weighted = {gram: 0.15 if gram in _common_grams() else 1.0 for gram in sorted(grams)}
    return Profile(_unit(words), _unit(weighted), _unit(dict.fromkeys(named_topics(folded), 1.0)))


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts runs of characters into words, and knows how rare each is."""

    cut: Callable[[str], list[str]]
    rarity: Mapping[str, float]
    usual: float


@cache
def _cutter() -> _Cutter:
    import jieba  # type: ignore[import-untyped]  # it ships no types
    import jieba.analyse  # type: ignore[import-untyped]

    jieba.setLogLevel(logging.WARNING)
    known = jieba.analyse.TFIDF()
    return _Cutter(jieba.lcut, known.idf_freq, known.median_idf)


@cache
def _common() -> frozenset[str]:
    return frozenset(read_toml("common_words.toml")["words"])


@cache
def _common_grams() -> frozenset[str]:
    return frozenset(word[place : place + 2] for word in _common() for place in range(len(word) - 1))


def _weight(word: str) -> float:
    rarity = sqrt(_cutter().rarity.get(word, _cutter().usual))
    return rarity * (0.1 if word in _common() else 0.2 if len(word) == 1 else 1.0)


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def likeness(one: str, other: str) -> float:
    """Tell how alike two clauses are worded, from 0 to 1.

    >>> likeness("未经采购人同意不得更换项目人员", "更换人员须经采购人书面同意") > likeness("每月报送工作简报", "按月支付服务费")
    True
    """
    a, b = profile(one), profile(other)
    return _WORDS * _dot(a.words, b.words) + _GRAMS * _dot(a.grams, b.grams) + _NAMES * _dot(a.names, b.names)


def _dot(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large[key] for key, weight in small.items() if key in large)


def line_up(columns: Sequence[Sequence[str]], threshold: float = THRESHOLD) -> list[list[tuple[int, int]]]:
    """Put clauses that are worded alike into rows, in the order in which they first appear.

    A clause joins the row whose clauses are on average most like it, where that is above the threshold; else it opens
    a row of its own. Clauses of one column share a row only where they are alike, too.

    Args:
        columns: the clauses of each column.
        threshold: the least likeness.

    Returns:
        Rows of (column, place in the column).
    """
    index = _Index()
    rows: list[list[tuple[int, int]]] = []
    texts: list[list[str]] = []
    for column, clauses in enumerate(columns):
        for place, text in enumerate(clauses):
            near = [(row, _mean(text, texts[row])) for row in index.near(text)]
            row, best = max(near, key=lambda found: (found[1], -found[0]), default=(-1, 0.0))
            if best < threshold:
                row = len(rows)
                rows.append([])
                texts.append([])
            rows[row].append((column, place))
            texts[row].append(text)
            index.add(row, text)
    return rows


_SEEN = 6


def _mean(text: str, others: Sequence[str]) -> float:
    """The mean likeness to the clauses of a row; of a long row the first few speak for all."""
    seen = others[:_SEEN]
    return sum(likeness(text, other) for other in seen) / len(seen)


class _Index:
    """Finds the rows that share words with a clause, so that not every clause is held against every other."""

    _MOST = 12
    _COMMON = 400

    def __init__(self) -> None:
        self._rows: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, row: int, text: str) -> None:
        for gram in profile(text).grams:
            self._rows[gram].add(row)

    def near(self, text: str) -> list[int]:
        """The rows that share most with a clause; pairs of characters that half the rows have lead nowhere."""
        shared: Counter[int] = Counter()
        for gram, weight in profile(text).grams.items():
            rows = self._rows.get(gram, ())
            if len(rows) <= self._COMMON and weight > 0:
                shared.update(rows)
        return [row for row, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[: self._MOST]]
