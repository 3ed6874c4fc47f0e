from datetime import date
from decimal import Decimal

import pytest

from tender_kit.quantities.durations import PeriodParts, find_durations, parse_period


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("5个工作日", "5", "working_day"),
        ("90日历天", "90", "day"),
        ("30日内", "30", "day"),
        ("三年", "3", "year"),
        ("半年", "0.5", "year"),
        ("一年半", "1.5", "year"),
        ("12个月", "12", "month"),
        ("半个月", "0.5", "month"),
        ("一个半月", "1.5", "month"),
        ("两个半小时", "2.5", "hour"),
        ("15分钟", "15", "minute"),
        ("两周", "2", "week"),
        ("5(五)个工作日", "5", "working_day"),
        ("投标截止时间15日前", "15", "day"),
    ],
)
def test_reads_one_length(text: str, count: str, unit: str) -> None:
    (length,) = find_durations(text)
    assert (length.count, length.unit) == (Decimal(count), unit)


def test_hidden_digits_keep_their_shape() -> None:
    (length,) = find_durations("*个工作日")
    assert (length.count, length.mask) == (None, "*")


@pytest.mark.parametrize(
    "text", ["2025年", "二〇二五年", "12月5日前", "每月5日前", "5*8小时", "第3年", "下半年", "三年级", "****年**月", "60周岁"]
)
def test_dates_and_words_are_no_lengths(text: str) -> None:
    assert find_durations(text) == []


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("自合同签订之日起一年", 12),
        ("自签订合同之日起贰年", 24),
        ("三年,合同一年一签", 36),
        ("1+1+1年", 36),
        ("三年(1+1+1)", 36),
        ("1年6个月", 18),
        ("一年(12个月)", 12),
        ("自****年**月**日至****年**月**日(共十八个月)", 18),
        ("服务期一年半", 18),
        ("两年,期满可续签一年", 24),
        ("合同签订后30日内进场,服务期1年", 12),
        ("服务期限:3年,首期2025年1月1日至2025年12月31日", 36),
    ],
)
def test_reads_the_months_of_a_term(text: str, months: int) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.months, period.days, period.end) == (months, None, None)


@pytest.mark.parametrize(
    ("text", "months", "start", "end"),
    [
        ("2023年2月1日至2023年12月31日", 11, date(2023, 2, 1), date(2023, 12, 31)),
        ("2025年6月1日至次年5月31日", 12, date(2025, 6, 1), date(2026, 5, 31)),
        ("2026年3月20日起2027年3月19日止", 12, date(2026, 3, 20), date(2027, 3, 19)),
        ("2025年3月15日至2026年3月15日", 12, date(2025, 3, 15), date(2026, 3, 15)),
        ("2025年3月1日至2025年11月15日", None, date(2025, 3, 1), date(2025, 11, 15)),
        ("2024 整年度", 12, date(2024, 1, 1), date(2024, 12, 31)),
        ("2026年度", 12, date(2026, 1, 1), date(2026, 12, 31)),
        ("2025年3月至12月", 10, date(2025, 3, 1), date(2025, 12, 31)),
        ("自2025年3月1日起一年", 12, date(2025, 3, 1), date(2026, 2, 28)),
        ("2022年11月底前完成", None, None, date(2022, 11, 30)),
        ("自合同签订之日起至2026年12月31日", None, None, date(2026, 12, 31)),
        ("2025年12月31日前完成", None, None, date(2025, 12, 31)),
    ],
)
def test_reads_the_ends_of_a_term(text: str, months: int | None, start: date | None, end: date | None) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.months, period.start, period.end) == (months, start, end)


def test_days_stay_days() -> None:
    assert parse_period("工期100天") == PeriodParts(None, 100, None, None, 2, 6)


@pytest.mark.parametrize(
    "text", ["**个月", "****年**月**日至****年**月**日", "60个工作日", "1", "按采购文件执行", "供货期+质保期", ""]
)
def test_a_hidden_or_missing_term_is_none(text: str) -> None:
    assert parse_period(text) is None
