"""A bid in question: one notice, one of its lots, one day. What the checks ask it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from tender_kit.analysis.checks.check import day_of, lot_key
from tender_kit.analysis.screening.statements import Statement
from tender_kit.analysis.screening.wording import hides_a_figure, sentence_of
from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.demands import Measure, Payment, Requirement
from tender_kit.models.notice import Lot, Notice
from tender_kit.models.profile_values import Form
from tender_kit.models.values import Money, Period

T = TypeVar("T")


class ByLot(Generic[T]):
    """Things that are for all lots or for some, found by lot without a walk over all of them.

    >>> clauses = ByLot([("a", []), ("b", ["1"]), ("c", ["2"]), ("d", [])])
    >>> clauses.of("2"), clauses.of("")
    (['a', 'c', 'd'], ['a', 'b', 'c', 'd'])
    """

    def __init__(self, things: Iterable[tuple[T, Iterable[str]]]) -> None:
        self._all: list[T] = []
        self._common: list[int] = []
        self._own: dict[str, list[int]] = {}
        for place, (thing, keys) in enumerate(things):
            self._all.append(thing)
            places = [self._own.setdefault(key, []) for key in dict.fromkeys(keys)] or [self._common]
            for found in places:
                found.append(place)

    def of(self, key: str) -> list[T]:
        """Give what is for a lot, in order; for the key "" everything."""
        if not key:
            return self._all
        own = self._own.get(key)
        return [self._all[place] for place in (sorted([*self._common, *own]) if own else self._common)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a notice asks, sorted by lot once for all bids.

    ``statements`` stand under the code of the check that answers for them, "" where no check claims them.
    """

    notice: Notice
    statements: Mapping[str, ByLot[Statement]]
    requirements: ByLot[Requirement]
    payments: ByLot[Payment]


def sort_by_lot(notice: Notice, claimed: Mapping[str, Sequence[Statement]]) -> Asked:
    """Sort what a notice asks by the lots that it asks it for."""
    return Asked(
        notice,
        {code: ByLot((s, s.lots) for s in statements) for code, statements in claimed.items()},
        ByLot((clause, map(lot_key, clause.lots)) for clause in notice.requirements),
        ByLot((payment, map(lot_key, payment.lots)) for payment in notice.payments),
    )


@dataclass(frozen=True, slots=True)
class Bid:
    """What an organisation would bid for: a notice, or one lot of it, with the clauses that are for it."""

    notice: Notice
    on: date
    form: Form
    lot: Lot | None
    statements: Mapping[str, Sequence[Statement]]
    requirements: Sequence[Requirement]
    payments: Sequence[Payment]

    def said(self, code: str) -> Sequence[Statement]:
        """Give the statements that a check answers for: those of this lot, asked of this form."""
        return self.statements.get(code, ())

    def measures(self, *topics: str) -> list[tuple[Requirement, Measure]]:
        """Give the measures of some topics (``staff.`` for a whole group) with their clauses."""
        return [
            (clause, measure)
            for clause in self.requirements
            for measure in clause.measures
            if (measure.topic or clause.topic or "").startswith(topics)
        ]

    def hidden(self, *topics: str) -> list[Requirement]:
        """Give the clauses of some topics that hide a figure, whether it was read as a measure or not."""
        return [clause for clause in self.requirements if (clause.topic or "").startswith(topics) and hides_a_figure(clause.text)]

    @property
    def bid_day(self) -> date:
        """The day on which papers have to be valid: the deadline where it is known, else today."""
        deadline = self.notice.schedule.bid_deadline.value
        return max(day_of(deadline), self.on) if deadline else self.on

    @property
    def is_split(self) -> bool:
        """Whether the sum of the whole project says nothing of this lot."""
        return self.lot is not None and len(self.notice.lots) > 1

    @property
    def most(self) -> Reading[Money]:
        """What a bid may cost at most: the ceiling price where it is known, else the budget."""
        return self._first_known(self._sums("ceiling", "budget"))

    @property
    def budget(self) -> Reading[Money]:
        """What the buyer has: the budget where it is known, else the ceiling price."""
        return self._first_known(self._sums("budget", "ceiling"))

    def _sums(self, *names: str) -> list[Reading[Money]]:
        own = [getattr(self.lot, name) for name in names] if self.lot else []
        return own if self.is_split else own + [getattr(self.notice, name) for name in names]

    @staticmethod
    def _first_known(sums: list[Reading[Money]]) -> Reading[Money]:
        spoken = [reading for reading in sums if reading.state != "absent"]
        return next((reading for reading in spoken if reading.is_known), spoken[0] if spoken else Reading())

    @property
    def period(self) -> Reading[Period]:
        """The term of service of this lot."""
        return self.lot.service if self.lot and self.lot.service.state != "absent" else self.notice.service.period

    @property
    def months(self) -> Decimal | None:
        """The term in months; days are taken as thirtieths."""
        period = self.period.value
        if period is None:
            return None
        if period.months is not None:
            return Decimal(period.months)
        if period.days is not None:
            return Decimal(period.days) / 30
        if period.start and period.end:
            return Decimal((period.end - period.start).days + 1) / Decimal("30.44")
        return None

    def words_of(self, evidence: Iterable[Evidence]) -> str:
        """Give the sentences that some evidence stands in."""
        text = self.notice.document.text if self.notice.document else ""
        return " ".join(sentence_of(piece, text).quote for piece in evidence)

    @property
    def named_by(self) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
        """What the project is called, with where: lot, project, title."""
        readings = [self.lot.name] if self.lot else []
        readings += [self.notice.project.name, self.notice.title]
        return tuple((reading.value, reading.evidence) for reading in readings if reading.value)

    @property
    def is_procured_by_law(self) -> bool:
        """Whether it names a method of the Procurement Law, so that its limits on conditions hold."""
        outside = {"price_comparison", "selection", "auction", "other"}
        return self.notice.method.value is None or self.notice.method.value.value not in outside


def make_bid(asked: Asked, on: date, form: Form, lot: Lot | None) -> Bid:
    """Make the bid for one lot, or for a notice that is not split."""
    key = lot_key(lot.number) if lot else ""
    statements = {
        code: [s for s in by_lot.of(key) if not s.forms or form in s.forms] for code, by_lot in asked.statements.items()
    }
    return Bid(asked.notice, on, form, lot, statements, asked.requirements.of(key), asked.payments.of(key))
