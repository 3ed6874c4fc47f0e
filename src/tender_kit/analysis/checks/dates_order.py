"""Schedule: publication, documents, deadline and opening follow on each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tender_kit.analysis.checks.check import Check, Matter, day_of, is_before
from tender_kit.analysis.wording import say_moment
from tender_kit.core.readings import Reading, Severity
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind
from tender_kit.vocab.words import load_words

_ORDER = ("published", "documents_from", "documents_until", "bid_deadline", "opening")
_QUESTIONS = ("published", "questions_until", "bid_deadline")
# In notices that come after the bids, or that change an earlier one, publication stands at another place.
_INVITES = (NoticeKind.TENDER, NoticeKind.PREQUALIFICATION, NoticeKind.REQUIREMENTS, NoticeKind.OTHER)


def _look(notice: Notice) -> Iterator[Matter]:
    yield from _in_order(notice, _ORDER)
    yield from _in_order(notice, _QUESTIONS, only="questions_until")


def _in_order(notice: Notice, names: tuple[str, ...], only: str = "") -> Iterator[Matter]:
    invites = notice.kind.value is None or notice.kind.value in _INVITES
    dated = [(name, getattr(notice.schedule, name)) for name in names if invites or name != "published"]
    there = [(name, reading) for name, reading in dated if reading.is_known and reading.value is not None]
    for (name, earlier), (later_name, later) in pairwise(there):
        if only in (name, later_name, "") and _is_out_of_order(name, earlier.value, later.value):
            yield _matter(name, earlier, later_name, later)


def _is_out_of_order(name: str, earlier: date, later: date) -> bool:
    """Documents may be had until the end of the day of the deadline: platforms print 23:59 there."""
    return is_before(later, day_of(earlier) if name == "documents_until" else earlier)


def _matter(name: str, earlier: Reading[date], later_name: str, later: Reading[date]) -> Matter:
    assert earlier.value is not None
    assert later.value is not None
    # The day of publication is often that of a copy; the deadline and what hangs on it decide about a bid.
    severity: Severity = "warning" if name == "published" else "error"
    zh, en = load_words("zh"), load_words("en")
    key, later_key = f"schedule.{name}", f"schedule.{later_name}"
    one, other = say_moment(earlier.value), say_moment(later.value)
    return Matter(
        severity,
        f"{zh('field', later_key)}({other})早于{zh('field', key)}({one})。",
        f"{en('field', later_key)} ({other}) lies before: {en('field', key)} ({one}).",
        (*earlier.evidence, *later.evidence),
    )


CHECK = Check(
    code="dates_order",
    title="时间先后",
    title_en="Order of the dates",
    why="时间先后颠倒时至少有一个时间写错;按错误的时间递交会被拒收。",
    source="财政部令第87号第十八条、第三十三条、第三十九条(开标应当在投标截止的同一时间)",
    look=_look,
)
