"""From what was found in several places of a document to one reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tender_kit.core.readings import Candidate, Evidence, Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One place that speaks of a fact. ``rank`` 0 is the strongest kind of place.

    Exactly one of ``value`` and ``mask`` is given, or neither: then the label is there and what
    follows was not understood. ``hidden`` marks words that point elsewhere (详见采购文件), ``beside`` is what
    else the value rests on: the hours of each day beside a day.
    """

    rank: int
    evidence: Evidence
    value: T | None = None
    mask: str | None = None
    hidden: bool = False
    beside: Evidence | None = None


def _equal(one: object, other: object) -> bool:
    return one == other


def resolve(
    found: Sequence[Found[T]],
    *,
    same: Callable[[T, T], bool] = _equal,
    finer: Callable[[T, T], bool] = lambda one, other: False,
    fits: Callable[[str, T], bool] = lambda mask, value: False,
) -> Reading[T]:
    """Choose among places: the strongest kind that gives a value; two different values there are ambiguous.

    ``same`` tells equal values, ``finer(a, b)`` that ``a`` says what ``b`` says and more (a time beside
    its day), ``fits`` that a mask hides a value: then the value found in a weaker place fills the mask.
    """
    values = [f for f in found if f.value is not None]
    masks = [f for f in found if f.mask]
    if values:
        return _known(values, masks, same, finer, fits)
    if masks:
        best = min(masks, key=lambda f: f.rank)
        return Reading(state="masked", mask=best.mask, evidence=(best.evidence,))
    hidden = next((f for f in found if f.hidden), None)
    if hidden:
        return Reading(state="masked", evidence=(hidden.evidence,))
    if found:
        return Reading(state="unread", evidence=tuple(f.evidence for f in found[:1]))
    return Reading()


def _known(
    values: list[Found[T]],
    masks: list[Found[T]],
    same: Callable[[T, T], bool],
    finer: Callable[[T, T], bool],
    fits: Callable[[str, T], bool],
) -> Reading[T]:
    rank = min(f.rank for f in values)
    groups: list[list[Found[T]]] = []
    for place in (f for f in values if f.rank == rank):
        group = next((g for g in groups if _same(g[0], place, same) or _finer(g[0], place, finer)), None)
        if group is not None:
            group.append(place)
            continue
        coarse = next((g for g in groups if _finer(place, g[0], finer)), None)
        if coarse is not None:
            coarse.insert(0, place)
        else:
            groups.append([place])
    if len(groups) > 1:
        candidates = tuple(_candidate(g) for g in groups)
        return Reading(state="ambiguous", candidates=candidates, evidence=tuple(g[0].evidence for g in groups))
    best = groups[0][0]
    filled = [m for m in masks if m.rank < rank and best.value is not None and fits(m.mask or "", best.value)]
    beside = (best.beside,) if best.beside else ()
    evidence = (best.evidence, *beside, *(m.evidence for m in filled[:1]))
    return Reading(state="known", value=best.value, evidence=evidence, origin="reconciled" if filled else "stated")


def _candidate(group: list[Found[T]]) -> Candidate[T]:
    value = group[0].value
    assert value is not None
    return Candidate(value=value, evidence=tuple(f.evidence for f in group))


def _same(one: Found[T], other: Found[T], same: Callable[[T, T], bool]) -> bool:
    return one.value is not None and other.value is not None and same(one.value, other.value)


def _finer(one: Found[T], other: Found[T], finer: Callable[[T, T], bool]) -> bool:
    return one.value is not None and other.value is not None and finer(one.value, other.value)
