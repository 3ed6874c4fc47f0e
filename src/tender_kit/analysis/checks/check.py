"""What a check is, and the few words that all checks write their messages with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tender_kit.core.readings import Evidence, Finding, Reading, Severity
from tender_kit.models.notice import Notice


@dataclass(frozen=True, slots=True)
class Check:
    """One question put to a notice.

    ``why`` says what it costs not to know; ``source`` is the law, rule or custom that it rests on.
    ``look`` gives what is the matter: (severity, Chinese message, English message, evidence).
    """

    code: str
    title: str
    title_en: str
    why: str
    source: str
    look: Callable[[Notice], Iterable[Matter]]

    def find(self, notice: Notice) -> tuple[Finding, ...]:
        """Ask a notice the question; () where all is well or where it does not say enough."""
        return tuple(
            Finding(code=self.code, severity=m.severity, message=m.zh, message_en=m.en, evidence=_unique(m.evidence))
            for m in self.look(notice)
        )


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that a check has found."""

    severity: Severity
    zh: str
    en: str
    evidence: tuple[Evidence, ...] = ()


def _unique(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence))


def day_of(moment: date | datetime) -> date:
    """Give the day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(one: date | datetime, other: date | datetime) -> bool:
    """Tell whether one moment lies before another; a day and a time of that day are not in order.

    >>> is_before(date(2025, 2, 25), datetime(2025, 2, 25, 9)), is_before(date(2025, 2, 24), datetime(2025, 2, 25, 9))
    (False, True)
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def known(*readings: Reading[object]) -> bool:
    """Tell whether all of the readings are known."""
    return all(reading.is_known and reading.value is not None for reading in readings)


def lot_key(number: str | None) -> str:
    """Bring a lot number to a form in which 01, 1, 包1 and 合同包1 are one.

    >>> lot_key("合同包01"), lot_key("A包"), lot_key(None)
    ('1', 'A', '')
    """
    digits = "".join(letter for letter in number or "" if letter.isdecimal()).lstrip("0")
    return digits or "".join(letter for letter in number or "" if letter.isascii() and letter.isalnum()).upper()
