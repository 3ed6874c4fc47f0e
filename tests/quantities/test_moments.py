from datetime import date, datetime, time

import pytest

from tender_kit.quantities.clock import BEIJING, find_daily_window
from tender_kit.quantities.moments import find_moments, find_spans_of_time, fits_moment, parse_vague_end


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BEIJING)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-02-21", date(2025, 2, 21)),
        ("2025.2.21", date(2025, 2, 21)),
        ("2025/2/21", date(2025, 2, 21)),
        ("20250221", date(2025, 2, 21)),
        ("二〇二五年三月十五日", date(2025, 3, 15)),
        ("二O二五年十二月三十一日", date(2025, 12, 31)),
        ("2025 年 2 月 5 日", date(2025, 2, 5)),
        ("2025年2月25日 9时30分", at(2025, 2, 25, 9, 30)),
        ("2025年2月25日 09:30:00", at(2025, 2, 25, 9, 30)),
        ("2025年2月25日上午9:00", at(2025, 2, 25, 9)),
        ("2025年2月25日下午2:30", at(2025, 2, 25, 14, 30)),
        ("2025年2月25日下午14:30", at(2025, 2, 25, 14, 30)),
        ("2025年2月25日中午12时", at(2025, 2, 25, 12)),
        ("2025年2月25日9点半", at(2025, 2, 25, 9, 30)),
        ("2025年2月28日24时", at(2025, 3, 1)),
        ("2025年2月25日(星期二)上午9:30", at(2025, 2, 25, 9, 30)),
        ("2025年02月25日09点30分00秒(北京时间)", at(2025, 2, 25, 9, 30)),
        ("2026\n年\n8\n月\n7\n日\n10\n点\n00\n分", at(2026, 8, 7, 10)),
        ("20260515165500", at(2026, 5, 15, 16, 55)),
        ("2025-02-2509:30", at(2025, 2, 25, 9, 30)),
        ("2024 年6 月18 日9:00 止", at(2024, 6, 18, 9)),
    ],
)
def test_reads_one_moment(text: str, value: date) -> None:
    (moment,) = find_moments(text)
    assert (moment.value, moment.mask) == (value, None)


@pytest.mark.parametrize("text", ["2025-02-30", "2025年2月31日9:00", "2025年13月1日", "2025年2月1日25时"])
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    assert [moment.value for moment in find_moments(text)] == [None]


@pytest.mark.parametrize("text", ["****年**月**日 **时**分", "****-**-** **:**", "20**年*月**日", "**********"])
def test_hidden_digits_keep_their_shape(text: str) -> None:
    assert [(moment.value, moment.mask) for moment in find_moments(text)] == [(None, text)]


@pytest.mark.parametrize(
    "text", ["JH25-210104-00073", "13800002025", "采购编号2025-0212-11", "2月25日", "2025年2月", "7.3期刊", ""]
)
def test_codes_and_parts_of_dates_are_no_moments(text: str) -> None:
    assert find_moments(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年2月1日至2023年12月31日", date(2023, 2, 1), date(2023, 12, 31)),
        ("2023年2月1日至12月31日", date(2023, 2, 1), date(2023, 12, 31)),
        ("2023.2.1-12.31", date(2023, 2, 1), date(2023, 12, 31)),
        ("2025年2月14日至21日", date(2025, 2, 14), date(2025, 2, 21)),
        ("2025年2月14日(星期五)起至2月21日止", date(2025, 2, 14), date(2025, 2, 21)),
        ("2025-02-14 00:00:00 至 2025-02-21 23:59:59", at(2025, 2, 14), at(2025, 2, 21, 23, 59, 59)),
        ("2025年2月25日9:00-11:30", at(2025, 2, 25, 9), at(2025, 2, 25, 11, 30)),
        ("2025年2月25日下午2:00-5:00", at(2025, 2, 25, 14), at(2025, 2, 25, 17)),
        ("2025年6月1日至次年5月31日", date(2025, 6, 1), date(2026, 5, 31)),
        ("2025年2月14日至2025年2月21日上午9:00-11:30,下午13:30-17:00", date(2025, 2, 14), at(2025, 2, 21, 17)),
        ("2025年2月14日至2025年2月21日,每天上午9:00至11:30", date(2025, 2, 14), date(2025, 2, 21)),
    ],
)
def test_reads_both_ends_of_a_range(text: str, first: date, last: date) -> None:
    (span,) = find_spans_of_time(text)
    assert span.first is not None
    assert span.last is not None
    assert (span.first.value, span.last.value) == (first, last)


def test_an_open_end_is_none() -> None:
    (until,) = find_spans_of_time("/至2021年07月15日")
    assert until.first is None
    assert until.last is not None
    assert until.last.value == date(2021, 7, 15)
    (since,) = find_spans_of_time("自2025年3月1日起")
    assert since.last is None


def test_a_range_that_runs_backwards_has_no_right_value() -> None:
    (span,) = find_spans_of_time("2025年11月20日至2月10日")
    assert span.last is not None
    assert (span.last.value, span.last.mask) == (None, None)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("每天上午9:00至11:30,下午13:30至17:00(北京时间)", (time(9), time(17))),
        ("00:00:00-23:59:59", (time(0), time(23, 59, 59))),
        ("上午8:30-12:00,下午2:30-5:30", (time(8, 30), time(17, 30))),
        ("9时至17时30分", (time(9), time(17, 30))),
        ("每天0:00至24:00", (time(0), time(23, 59, 59))),
        ("另行通知", None),
        ("比例为1:1.5", None),
    ],
)
def test_reads_the_hours_of_a_day(text: str, window: tuple[time, time] | None) -> None:
    found = find_daily_window(text)
    assert (found[:2] if found else None) == window


def test_a_vague_end_is_its_last_day() -> None:
    assert parse_vague_end("2022年11月底前完成") == date(2022, 11, 30)
    assert parse_vague_end("2024年2月底") == date(2024, 2, 29)
    assert parse_vague_end("2022年底前") == date(2022, 12, 31)
    assert parse_vague_end("2022年11月前") is None


def test_a_moment_fits_the_mask_that_hides_it() -> None:
    assert fits_moment("****年**月**日**时**分", at(2025, 2, 25, 9, 30))
    assert fits_moment("20**-**-**", date(2025, 2, 25))
    assert fits_moment("****年**月**日24时", at(2025, 2, 26)) is True
    assert not fits_moment("20**-1*-**", date(2025, 2, 25))
    assert not fits_moment("****年**月**日", at(2025, 2, 25, 9, 30))
