"""Notices made by hand, one fact at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from tender_kit.analysis.checks import find_findings
from tender_kit.core.readings import Evidence, Finding, Reading
from tender_kit.models.notice import Notice, Schedule, Source
from tender_kit.models.values import Method, Money, NoticeKind

BEIJING = timezone(timedelta(hours=8))
QUOTE = Evidence(start=0, end=2, quote="原文", rule="hand")


class Make:
    """Short ways to write readings and notices."""

    @staticmethod
    def known(value: Any, quote: str = "原文", start: int = 0) -> Reading[Any]:
        return Reading(
            state="known", value=value, evidence=(Evidence(start=start, end=start + len(quote), quote=quote, rule="hand"),)
        )

    @staticmethod
    def yuan(amount: str) -> Reading[Money]:
        return Make.known(Money(yuan=Decimal(amount)))

    @staticmethod
    def notice(**fields: Any) -> Notice:
        return Notice(source=Source(sha256="0" * 64, media_type="text/plain", chars=0), **fields)

    @staticmethod
    def tender(method: Method, **moments: date | datetime) -> Notice:
        schedule = Schedule(**{name: Make.known(moment) for name, moment in moments.items()})
        return Make.notice(kind=Make.known(NoticeKind.TENDER), method=Make.known(method), schedule=schedule)

    @staticmethod
    def at(*parts: int) -> datetime:
        return datetime(*parts, tzinfo=BEIJING)  # type: ignore[misc,arg-type]

    quote = QUOTE


@pytest.fixture
def make() -> type[Make]:
    return Make


@pytest.fixture
def find() -> Callable[[Notice, str], list[Finding]]:
    """Give the findings of one check."""
    return lambda notice, code: [finding for finding in find_findings(notice) if finding.code == code]
