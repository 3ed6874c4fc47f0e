"""Which clause of a new text is which clause of an old one, when wordings may have changed.

``NEAR`` is the least likeness (``rapidfuzz`` ratio of the wordings, 0 to 100) at which a clause counts as another one reworded. A
clause with another figure, an exchanged verb or an added half-sentence stays above it. Of
the clauses of ``corpus/`` 2 of 100 have another clause of the same notice above it, nearly all of them rows of tables of
like things; those pair by their equal words first, so only one that is struck out while a like one is put in could be
taken for it, and such a row is shown as changed, with the old wording. Missing a pair costs less: the answer is kept under
what was dropped. ``CLEAR`` is how far the best must stand before the next: two near candidates are no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

NEAR = 80.0
CLEAR = 8.0
_SHORTEST_HELD = 12  # a few words stand in many clauses,
_LONGEST_HOLDER = 2.2  # and many clauses in a description of the whole work


def best_match(text: str, candidates: Sequence[str]) -> int | None:
    """Give the index of the candidate that is the same clause, or None where none is near or two are.

    >>> best_match("每月入户走访不少于3次", ["每月入户走访不少于2次", "每年开展主题活动不少于8场"])
    0
    >>> best_match("每月走访3次", ["每月走访2次", "每月走访4次"]) is None
    True
    """
    scores = likeness(text, candidates)
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    if best is None or scores[best] < NEAR:
        return None
    next_best = max((score for index, score in enumerate(scores) if index != best), default=0.0)
    return best if scores[best] == 100.0 > next_best or scores[best] - next_best >= CLEAR else None


def likeness(text: str, candidates: Sequence[str]) -> list[float]:
    """Give how like a wording is to each candidate, 0 to 100: as a whole, or as one with something added."""
    # Imported here: only a merge needs it, and ``import tender_kit`` stays light.
    from rapidfuzz import fuzz

    return [max(fuzz.ratio(text, other), _held(text, other, fuzz.partial_ratio)) for other in candidates]


def _held(text: str, other: str, partial_ratio: Callable[[str, str], float]) -> float:
    """Give how nearly the shorter of two wordings stands within the longer, counted a tenth less than a likeness of the whole."""
    short, long = sorted((len(text), len(other)))
    if short < _SHORTEST_HELD or long > _LONGEST_HOLDER * short:
        return 0.0
    return 0.9 * partial_ratio(text, other)
