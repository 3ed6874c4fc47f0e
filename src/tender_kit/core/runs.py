"""Runs of text and which of them cover a place: a notice with a thousand lots must not walk them all for each clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Generic, TypeVar

T = TypeVar("T")


class Layers(Generic[T]):
    """Half-open runs laid over one another in their order, the later above the earlier.

    >>> lots = Layers([(0, 100, "1"), (20, 30, "2")])
    >>> lots.top(10), lots.top(20), lots.top(30), lots.top(100)
    ('1', '2', '1', None)
    """

    def __init__(self, runs: Sequence[tuple[int, int, T]]) -> None:
        self.count = len(runs)
        self._edges = sorted({edge for start, end, _ in runs if start < end for edge in (start, end)})
        opening = sorted((start, place) for place, (start, end, _) in enumerate(runs) if start < end)
        open_runs: list[tuple[int, int]] = []
        self._tops: list[T | None] = []
        at = 0
        for edge in self._edges:
            while at < len(opening) and opening[at][0] == edge:
                place = opening[at][1]
                heappush(open_runs, (-place, runs[place][1]))
                at += 1
            while open_runs and open_runs[0][1] <= edge:
                heappop(open_runs)
            self._tops.append(runs[-open_runs[0][0]][2] if open_runs else None)

    def top(self, place: int) -> T | None:
        """Give what the uppermost run over a place stands for; None where there is none."""
        before = bisect_right(self._edges, place) - 1
        return self._tops[before] if before >= 0 else None


class Apart:
    """Half-open runs that do not touch one another; a run that would is not taken.

    >>> taken = Apart()
    >>> taken.add(5, 9), taken.add(8, 12), taken.add(9, 12)
    (True, False, True)
    """

    def __init__(self, runs: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in runs:
            self.add(start, end)

    def covers(self, place: int) -> bool:
        """Tell whether a run covers a place.

        >>> Apart([(5, 9)]).covers(8), Apart([(5, 9)]).covers(9)
        (True, False)
        """
        behind = bisect_right(self._ends, place)
        return behind < len(self._starts) and self._starts[behind] <= place

    def add(self, start: int, end: int) -> bool:
        """Take a run, unless it overlaps one that is already there."""
        place = bisect_right(self._ends, start)
        if place < len(self._starts) and self._starts[place] < end:
            return False
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True
