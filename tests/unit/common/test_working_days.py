"""Limits counted in England's working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.common.working_days import add_working_days, is_working_day, working_days_between

DAYS = st.dates(min_value=date(2009, 1, 1), max_value=date(2032, 12, 31))


def test_seventy_working_days_after_a_published_report() -> None:
    # Stockton-on-Tees 2023: published 9 May, plan asked for by 16 August; the late May bank holiday does not count.
    assert add_working_days(date(2023, 5, 9), 70) == date(2023, 8, 16)
    # Kirklees: 25 November 2016 to 9 March 2017.
    assert working_days_between(date(2016, 11, 25), date(2017, 3, 9)) == 71


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 28), "a Saturday"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday, which Scotland does not keep"),
        (date(2021, 12, 28), "a day in lieu of Boxing Day"),
        (date(2022, 9, 19), "a one-off holiday"),
    ],
)
def test_days_off(day: date, why: str) -> None:
    assert not is_working_day(day), why


def test_other_countries_holidays_are_worked() -> None:
    assert is_working_day(date(2026, 3, 17)), "Northern Ireland's"
    assert is_working_day(date(2026, 1, 2)), "Scotland's"


def test_a_closed_office_moves_the_limit() -> None:
    friday, monday = date(2026, 3, 27), date(2026, 3, 30)
    assert add_working_days(friday, 1) == monday
    assert add_working_days(friday, 1, closed={monday}) == monday + timedelta(days=1)


def test_a_limit_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        add_working_days(date(2026, 3, 27), 0)


def test_nothing_lies_between_a_day_and_an_earlier_one() -> None:
    assert working_days_between(date(2026, 3, 27), date(2026, 3, 20)) == 0


@settings(deadline=None)
@given(DAYS, st.integers(1, 130))
def test_adding_and_counting_agree(start: date, number: int) -> None:
    end = add_working_days(start, number)
    assert is_working_day(end)
    assert working_days_between(start, end) == number


@settings(deadline=None)
@given(DAYS, DAYS, DAYS)
def test_counting_adds_up_over_a_day_between(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    parts = working_days_between(first, middle) + working_days_between(middle, last)
    assert working_days_between(first, last) == parts
