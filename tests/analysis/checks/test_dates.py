"""Dates out of order, and periods shorter than the law allows."""

from datetime import date
from decimal import Decimal

import pytest

from tender_kit.models.notice import Schedule
from tender_kit.models.values import Duration, Method, NoticeKind

OPEN, CONSULT = Method.OPEN_TENDER, Method.COMPETITIVE_CONSULTATION


def test_an_opening_before_the_deadline_is_an_error(make, find):
    notice = make.tender(OPEN, bid_deadline=make.at(2025, 3, 20, 9, 30), opening=make.at(2025, 3, 20, 9))
    (finding,) = find(notice, "dates_order")
    assert (finding.severity, finding.message) == (
        "error",
        "开标(开启)时间(2025-03-20 09:00)早于投标(响应)截止(2025-03-20 09:30)。",
    )


def test_a_day_and_a_time_of_that_day_are_in_order(make, find):
    notice = make.tender(
        OPEN,
        published=date(2025, 2, 20),
        documents_from=make.at(2025, 2, 20, 9),
        documents_until=make.at(2025, 3, 20, 23, 59),
        bid_deadline=make.at(2025, 3, 20, 9, 30),
        opening=date(2025, 3, 20),
    )
    assert find(notice, "dates_order") == []


def test_order_is_kept_over_what_is_missing(make, find):
    notice = make.tender(OPEN, documents_from=date(2025, 3, 1), opening=date(2024, 3, 20))
    assert len(find(notice, "dates_order")) == 1


def test_an_award_is_published_after_all_else(make, find):
    schedule = Schedule(published=make.known(date(2025, 4, 1)), bid_deadline=make.known(date(2025, 3, 20)))
    assert find(make.notice(kind=make.known(NoticeKind.AWARD), schedule=schedule), "dates_order") == []
    assert len(find(make.notice(kind=make.known(NoticeKind.TENDER), schedule=schedule), "dates_order")) == 1


@pytest.mark.parametrize(
    ("method", "first", "last", "severities"),
    [
        (OPEN, date(2025, 3, 1), date(2025, 3, 21), []),
        (OPEN, date(2025, 3, 1), date(2025, 3, 15), ["warning"]),
        (CONSULT, date(2025, 2, 14), date(2025, 2, 25), []),
        (CONSULT, date(2025, 2, 14), date(2025, 2, 23), ["warning"]),
        (Method.INQUIRY, date(2025, 9, 30), date(2025, 10, 10), ["warning"]),
        (Method.INQUIRY, date(2025, 9, 30), date(2025, 10, 13), []),
        (Method.SELECTION, date(2025, 3, 1), date(2025, 3, 2), []),
    ],
)
def test_the_time_to_prepare_a_bid_has_a_least_length(make, find, method, first, last, severities):
    notice = make.tender(method, documents_from=first, bid_deadline=last)
    assert [finding.severity for finding in find(notice, "deadline_too_short")] == severities


def test_an_unfinished_last_day_is_only_a_remark(make, find):
    notice = make.tender(CONSULT, documents_from=date(2025, 2, 14), bid_deadline=make.at(2025, 2, 24, 9, 30))
    (finding,) = find(notice, "deadline_too_short")
    assert (finding.severity, "可能少于" in finding.message) == ("info", True)


def test_from_publication_alone_a_period_is_only_perhaps_too_short(make, find):
    notice = make.tender(OPEN, published=date(2025, 3, 1), bid_deadline=date(2025, 3, 15))
    (finding,) = find(notice, "deadline_too_short")
    assert "可能少于法定的20日" in finding.message
    assert "perhaps less than" in finding.message_en


@pytest.mark.parametrize(
    ("published", "first", "last", "severities"),
    [
        (date(2025, 2, 14), date(2025, 2, 17), date(2025, 2, 21), []),
        (date(2025, 2, 17), date(2025, 2, 17), date(2025, 2, 21), ["info"]),
        (date(2025, 2, 14), date(2025, 2, 17), date(2025, 2, 20), ["warning"]),
        (date(2025, 9, 26), date(2025, 9, 29), date(2025, 10, 8), ["warning"]),
    ],
)
def test_documents_are_on_offer_for_five_working_days(make, find, published, first, last, severities):
    notice = make.tender(OPEN, published=published, documents_from=first, documents_until=last)
    assert [finding.severity for finding in find(notice, "documents_too_short")] == severities


@pytest.mark.parametrize(
    ("count", "unit", "severities"), [(5, "working_day", []), (3, "working_day", ["warning"]), (5, "day", ["info"])]
)
def test_a_tender_notice_stands_for_five_working_days(make, find, count, unit, severities):
    period = make.known(Duration(count=Decimal(count), unit=unit))
    notice = make.notice(kind=make.known(NoticeKind.TENDER), method=make.known(OPEN), schedule=Schedule(notice_period=period))
    assert [finding.severity for finding in find(notice, "notice_period_too_short")] == severities
