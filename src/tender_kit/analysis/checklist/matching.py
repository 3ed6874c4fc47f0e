"""Which clause of a new text is which clause of an old one, when wordings may have changed.

``NEAR`` is the least likeness (``rapidfuzz`` ratio of the wordings, 0–100) at which a clause counts as the same clause reworded.
Measured over ``corpus/``: different clauses of one notice stay under it in 99 of 100 pairs, and those above differ in
a figure only (tables of like rows); a clause with another figure, an added half-sentence of up to a third of its length or an
exchanged verb stays above it (``tests/analysis/checklist/test_matching.py``). ``CLEAR`` is how far the best must stand
before the next best: two near candidates are no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

NEAR = 72.0
CLEAR = 8.0


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
    """Give how like a wording is to each candidate, 0 to 100; below ``NEAR`` less the margin it is given as 0."""
    # Imported here: only a merge needs it, and ``import tender_kit`` stays light.
    from rapidfuzz import fuzz

    return [fuzz.ratio(text, candidate, score_cutoff=NEAR - CLEAR) for candidate in candidates]
