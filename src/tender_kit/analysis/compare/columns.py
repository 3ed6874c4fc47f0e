"""The columns of a comparison: notices, or the lots of a notice that ask for the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tender_kit.analysis.facts import short_name
from tender_kit.models.comparison import Column
from tender_kit.models.demands import Payment, Qualification, Requirement
from tender_kit.models.notice import Lot, Notice


class OfLots(Protocol):
    """A clause that may be for some lots only."""

    @property
    def lots(self) -> tuple[str, ...]:
        """Numbers of its lots; empty: all."""


Clause = TypeVar("Clause", bound=OfLots)


@dataclass(frozen=True, slots=True)
class View:
    """What one column shows of its notice."""

    column: Column
    notice: Notice
    lots: tuple[Lot, ...]

    def _ours(self, clauses: Iterable[Clause]) -> list[Clause]:
        numbers = {lot.number for lot in self.lots}
        return [clause for clause in clauses if not clause.lots or not numbers or numbers & set(clause.lots)]

    @property
    def requirements(self) -> list[Requirement]:
        """The requirement clauses of this column's lots."""
        return self._ours(self.notice.requirements)

    @property
    def qualifications(self) -> list[Qualification]:
        """The qualification clauses of this column's lots."""
        return self._ours(self.notice.qualifications)

    @property
    def payments(self) -> list[Payment]:
        """The instalments of this column's lots."""
        return self._ours(self.notice.payments)


def make_views(notices: Sequence[Notice], *, by_lot: bool) -> list[View]:
    """Make the columns, with names that tell them apart."""
    taken: set[str] = set()
    views = []
    for notice in notices:
        name = _unique(short_name(notice), taken)
        groups = _lot_groups(notice) if by_lot else [()]
        views += [_view(notice, name, lots) for lots in groups]
    return views


def _view(notice: Notice, name: str, lots: tuple[Lot, ...]) -> View:
    numbers = tuple(lot.number for lot in lots)
    title = "、".join(lot.name.value for lot in lots if lot.name.value) or notice.project.name.value or notice.title.value or ""
    key = f"{name}/{','.join(numbers)}" if numbers else name
    column = Column(key=key, title=title, lots=numbers, uri=notice.source.uri, sha256=notice.source.sha256)
    return View(column, notice, lots)


def _lot_groups(notice: Notice) -> list[tuple[Lot, ...]]:
    """Group the lots that the same clauses are for; one column for all where no clause tells them apart.

    Lots 02 and 03 of a district often share one block of requirements: they are one column.
    """
    groups: dict[tuple[int, ...], list[Lot]] = {}
    for lot in notice.lots:
        groups.setdefault(tuple(_clauses_naming(notice, lot.number)), []).append(lot)
    return [tuple(lots) for lots in groups.values()] if len(groups) > 1 else [()]


def _clauses_naming(notice: Notice, number: str) -> Iterator[int]:
    clauses: list[OfLots] = [*notice.requirements, *notice.qualifications, *notice.payments]
    return (index for index, clause in enumerate(clauses) if number in clause.lots)


def _unique(name: str, taken: set[str]) -> str:
    chosen, count = name, 1
    while chosen in taken:
        count += 1
        chosen = f"{name}-{count}"
    taken.add(chosen)
    return chosen
