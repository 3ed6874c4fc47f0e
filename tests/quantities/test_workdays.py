from datetime import date

from tender_kit.quantities.workdays import add_workdays, is_provisional, workdays_between


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
