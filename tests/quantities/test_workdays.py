from datetime import date, timedelta

import pytest

from tender_kit.quantities.workdays import add_workdays, is_provisional, is_workday, workdays_between


def test_holidays_and_exchanged_days_count_as_the_calendar_says() -> None:
    assert add_workdays(date(2025, 9, 26), 5) == date(2025, 10, 10)
    assert add_workdays(date(2026, 2, 10), 5) == date(2026, 2, 24)
    assert add_workdays(date(2025, 1, 24), 7) == date(2025, 2, 10)


def test_counting_back_and_forth_agrees() -> None:
    first, last = date(2025, 4, 25), date(2025, 5, 12)
    n = workdays_between(first, last)
    assert n == 9
    assert add_workdays(first, n) == last
    assert workdays_between(last, first) == -n
    assert add_workdays(date(2025, 2, 21), -5) == date(2025, 2, 14)


def test_years_without_a_calendar_are_provisional_and_count_weekdays() -> None:
    assert is_provisional(date(2060, 1, 1))
    assert not is_provisional(date(2025, 1, 1))
    assert workdays_between(date(2060, 3, 5), date(2060, 3, 12)) == 5


@pytest.mark.parametrize("first", [date(2003, 12, 20), date(2019, 12, 31), date(2026, 9, 30), date(2051, 1, 1)])
def test_the_count_is_that_of_the_days_one_by_one(first: date) -> None:
    days = [first + timedelta(days=n) for n in range(1, 500)]
    for length in (0, 1, 6, 7, 40, 499):
        assert workdays_between(first, first + timedelta(days=length)) == sum(map(is_workday, days[:length]))


def test_a_deadline_in_the_year_9999_is_counted_to_the_end() -> None:
    assert 2_074_000 < workdays_between(date(2050, 1, 1), date(9999, 12, 31)) < 2_075_000
