"""The columns of a comparison: notices, or the lots of a notice that ask for the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from tender_kit.core.readings import Reading
from tender_kit.models.comparison import Column
from tender_kit.models.demands import Payment, Qualification, Requirement, ScoreTable
from tender_kit.models.notice import Lot, Notice
from tender_kit.models.values import Money


class OfLots(Protocol):
    """A clause that may be for some lots only."""

    @property
    def lots(self) -> tuple[str, ...]:
        """Numbers of its lots; empty: all."""


Clause = TypeVar("Clause", bound=OfLots)


@dataclass(frozen=True, slots=True)
class View:
    """What one column shows of its notice: the clauses of its lots, and what its figures are set in relation to."""

    column: Column
    notice: Notice
    lots: tuple[Lot, ...]
    requirements: tuple[Requirement, ...]
    qualifications: tuple[Qualification, ...]
    payments: tuple[Payment, ...]
    score_tables: tuple[ScoreTable, ...]


def make_views(named: Sequence[tuple[str, Notice]], *, by_lot: bool) -> list[View]:
    """Make the columns of notices, each under its name, with the lots that they stand for."""
    return [_view(notice, name, lots) for name, notice in named for lots in (_lot_groups(notice) if by_lot else [()])]


def _view(notice: Notice, name: str, lots: tuple[Lot, ...]) -> View:
    numbers = tuple(lot.number for lot in lots)
    title = "、".join(lot.name.value for lot in lots if lot.name.value) or notice.project.name.value or notice.title.value or ""
    requirements = _ours(notice.requirements, numbers)
    column = Column(
        key=f"{name}/{','.join(numbers)}" if numbers else name,
        title=title,
        lots=numbers,
        uri=notice.source.uri,
        sha256=notice.source.sha256,
        yuan=_yuan(notice, lots),
        months=_months(notice, lots),
        staff=_staff(requirements),
        document=notice.document,
    )
    clauses = (_ours(notice.qualifications, numbers), _ours(notice.payments, numbers), _ours(notice.score_tables, numbers))
    return View(column, notice, lots, requirements, *clauses)


def _ours(clauses: Iterable[Clause], numbers: tuple[str, ...]) -> tuple[Clause, ...]:
    """The clauses of some lots; those that name no lot are for all."""
    return tuple(clause for clause in clauses if not clause.lots or not numbers or set(numbers) & set(clause.lots))


def _yuan(notice: Notice, lots: tuple[Lot, ...]) -> Decimal | None:
    """The budget of a column, else its ceiling; the sum of its lots only where each of them states one."""
    if not lots or len(lots) == len(notice.lots):
        whole = _sum([notice.budget]) or _sum([notice.ceiling])
        if whole is not None or not lots:
            return whole
    return _sum([lot.budget for lot in lots]) or _sum([lot.ceiling for lot in lots])


def _sum(readings: Sequence[Reading[Money]]) -> Decimal | None:
    sums = [reading.value.yuan for reading in readings if reading.value is not None and reading.value.currency == "CNY"]
    return sum(sums, Decimal(0)) or None if len(sums) == len(readings) else None


def _months(notice: Notice, lots: tuple[Lot, ...]) -> Decimal | None:
    """The term in months; none where lots of one column have different terms."""
    own = {lot.service.value.months for lot in lots if lot.service.value is not None}
    if len(own) > 1:
        return None
    whole = notice.service.period.value
    months = next(iter(own), None) or (whole.months if whole else None)
    return Decimal(months) if months else None


def _staff(requirements: Sequence[Requirement]) -> Decimal | None:
    """The people that the team must have at least: the largest such figure, for posts listed one by one are within it."""
    measures = [m for clause in requirements for m in clause.measures if m.topic == "staff.team" and m.per is None]
    counts = [m.value for m in measures if m.unit in ("人", "名", "位") and m.comparator in ("at_least", "exactly") and m.value]
    return max(counts) if counts else None


def _lot_groups(notice: Notice) -> list[tuple[Lot, ...]]:
    """Group the lots that the same clauses are for; one column for all where no clause tells them apart.

    Lots 02 and 03 of a district often share one block of requirements: they are one column.
    """
    groups: dict[tuple[int, ...], list[Lot]] = {}
    for lot in notice.lots:
        groups.setdefault(tuple(_clauses_naming(notice, lot.number)), []).append(lot)
    return [tuple(lots) for lots in groups.values()] if len(groups) > 1 else [()]


def _clauses_naming(notice: Notice, number: str) -> Iterator[int]:
    clauses: list[OfLots] = [*notice.requirements, *notice.qualifications, *notice.payments, *notice.score_tables]
    return (index for index, clause in enumerate(clauses) if number in clause.lots)
