"""The least lengths of time that the law sets between the steps of a procedure, as data.

Source of the counting: 财政部令第87号 art. 85 and 86: the first day is not counted, 不少于 includes the number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tender_kit.models.values import Method, NoticeKind

_TENDERS = frozenset((Method.OPEN_TENDER, Method.INVITED_TENDER))


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """From one field of the schedule to another: at least ``least`` days or working days.

    ``starts``: the fields from which the period may run, the surest first. A period that runs from another
    than the first is only perhaps too short.
    """

    methods: frozenset[Method]
    kind: NoticeKind
    starts: tuple[str, ...]
    end: str
    least: int
    unit: Literal["day", "working_day"]
    source: str


_ISSUE = ("documents_from", "published")
RULES: tuple[PeriodRule, ...] = (
    PeriodRule(_TENDERS, NoticeKind.TENDER, _ISSUE, "bid_deadline", 20, "day", "政府采购法第三十五条"),
    PeriodRule(
        frozenset((Method.COMPETITIVE_CONSULTATION,)),
        NoticeKind.TENDER,
        _ISSUE,
        "bid_deadline",
        10,
        "day",
        "财库〔2014〕214号第十条",
    ),
    PeriodRule(
        frozenset((Method.COMPETITIVE_NEGOTIATION,)),
        NoticeKind.TENDER,
        _ISSUE,
        "bid_deadline",
        3,
        "working_day",
        "财政部令第74号第二十九条",
    ),
    PeriodRule(
        frozenset((Method.INQUIRY,)), NoticeKind.TENDER, _ISSUE, "bid_deadline", 3, "working_day", "财政部令第74号第四十五条"
    ),
    PeriodRule(
        frozenset(Method), NoticeKind.PREQUALIFICATION, ("published", "documents_from"), "bid_deadline", 5, "working_day",
        "政府采购法实施条例第二十一条",
    ),
)  # fmt: skip

ON_OFFER: dict[Method, tuple[int, str]] = {
    Method.OPEN_TENDER: (5, "财政部令第87号第十八条"),
    Method.INVITED_TENDER: (5, "财政部令第87号第十八条"),
    Method.COMPETITIVE_CONSULTATION: (5, "财库〔2014〕214号第十条"),
}
"""Working days for which the documents are on offer, with the source."""

NOTICE_PERIODS: dict[tuple[NoticeKind, Method | None], tuple[int, str]] = {
    (NoticeKind.TENDER, Method.OPEN_TENDER): (5, "财政部令第87号第十六条"),
    (NoticeKind.PREQUALIFICATION, None): (5, "财政部令第87号第十六条"),
    (NoticeKind.SINGLE_SOURCE, None): (5, "政府采购法实施条例第三十八条"),
    (NoticeKind.AWARD, None): (1, "财政部令第87号第六十九条"),
}
"""Working days for which a notice stays published, with the source; None: whatever the method."""
