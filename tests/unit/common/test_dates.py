"""Days, ranges and months as papers print them."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.dates import (
    COUNCIL_QUARTER,
    COUNCIL_YEAR,
    PartDate,
    day_range,
    find_days,
    find_part_dates,
    find_undated,
    first_day,
    full_year,
    is_part_date,
    last_day,
    month_number,
    parse_day,
    spoken,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2069, 12, 31))


def parts(text: str, year_hint: int | None = None) -> list[str]:
    return [found.value for found in find_part_dates(text, year_hint=year_hint)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 March 2026", date(2026, 3, 27)),
        ("27th March 2026", date(2026, 3, 27)),
        ("Friday, 27th of March, 2026", date(2026, 3, 27)),
        ("Mon 3 Oct 2011", date(2011, 10, 3)),
        ("28 th Feb 2012", date(2012, 2, 28)),
        ("March 27 2026", date(2026, 3, 27)),
        ("March 27th, 2026", date(2026, 3, 27)),
        ("27-Mar-2026", date(2026, 3, 27)),
        ("27-Mar-26", date(2026, 3, 27)),
        ("28/Feb/26", date(2026, 2, 28)),
        ("1/March/2026", date(2026, 3, 1)),
        ("31/Feb/26", None),
        ("27/03/2026", date(2026, 3, 27)),
        ("27.3.26", date(2026, 3, 27)),
        ("1.4.2012", date(2012, 4, 1)),
        ("2026-03-27", date(2026, 3, 27)),
        ("2026-03-27 00:00:00", date(2026, 3, 27)),
        ("2026-03-27T00:00:00", date(2026, 3, 27)),
        (" 29 February 2012. ", date(2012, 2, 29)),
        # two figures of the last century
        ("1 May 70", date(1970, 5, 1)),
        # not a day, more than a day, or none that the calendar has
        ("03/27/2026", None),
        ("31 February 2012", None),
        ("29 February 2013", None),
        ("45 May 2012", None),
        ("12 March", None),
        ("March 2012", None),
        ("Phase 2 Mar 2017", None),
        ("27 March 2026 and later", None),
        ("3.5.5.5.7, 2022", None),
        ("", None),
    ],
)
def test_one_day_as_printed(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3 – 14 October 2011", date(2011, 10, 3), date(2011, 10, 14)),
        ("3-14 October 2011", date(2011, 10, 3), date(2011, 10, 14)),
        ("Tuesday 3 to Friday 14 October 2011", date(2011, 10, 3), date(2011, 10, 14)),
        ("between 3 and 14 October 2011", date(2011, 10, 3), date(2011, 10, 14)),
        ("27 April – 1 May 2026", date(2026, 4, 27), date(2026, 5, 1)),
        ("30 November to 11 December 2015", date(2015, 11, 30), date(2015, 12, 11)),
        ("26 February 2024 to 8 March 2024", date(2024, 2, 26), date(2024, 3, 8)),
        ("29 December 2023 to 5 January 2024", date(2023, 12, 29), date(2024, 1, 5)),
        ("29 December to 5 January 2024", date(2023, 12, 29), date(2024, 1, 5)),
        ("03/10/2011 - 14/10/2011", date(2011, 10, 3), date(2011, 10, 14)),
        ("Inspection dates: 24 – 28 June 2013", date(2013, 6, 24), date(2013, 6, 28)),
        ("On 3 October 2011", date(2011, 10, 3), date(2011, 10, 3)),
        # the figures after a month and a dash are the next day, not the month's year
        ("30 April – 11 May 2012", date(2012, 4, 30), date(2012, 5, 11)),
        ("30 April-11 May 2012", date(2012, 4, 30), date(2012, 5, 11)),
        ("12 August - 23 August 2026", date(2026, 8, 12), date(2026, 8, 23)),
        ("28 November – 13 January 2023", date(2022, 11, 28), date(2023, 1, 13)),
        ("28-Nov-22 to 13-Jan-23", date(2022, 11, 28), date(2023, 1, 13)),
    ],
)
def test_a_range_of_days_has_two_ends(text: str, first: date, last: date) -> None:
    assert day_range(text) == (first, last)


def test_a_range_without_its_year_needs_one_from_the_caller() -> None:
    assert day_range("18 - 29 July") is None
    assert day_range("18 - 29 July", year=2011) == (date(2011, 7, 18), date(2011, 7, 29))
    assert day_range("3 July", year=2011) == (date(2011, 7, 3), date(2011, 7, 3))


@pytest.mark.parametrize("text", ["14 – 3 October 2011", "July 2012", "in 2011", "", "30 – 31 February 2012"])
def test_no_range_is_made_up(text: str) -> None:
    assert day_range(text, year=2012) is None


@pytest.mark.parametrize(
    "text", ["30 April – 11 May 2012", "24 July – 11 August 2026", "12 August - 23 August 2026", "3 May, 14 June and 2 July 2026"]
)
def test_the_next_day_is_never_read_as_a_year(text: str) -> None:
    assert {found.value.year for found in find_days(text)} == {int(text[-4:])}


def test_days_are_found_in_running_text_with_their_offsets() -> None:
    text = "Held 19.1.12. and 28 th Feb 2012; report w/c 26.03.12 at 10.30"
    found = find_days(text)
    assert [one.value for one in found] == [date(2012, 1, 19), date(2012, 2, 28), date(2012, 3, 26)]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # months
        ("March 2012", ["2012-03"]),
        ("Mar-12", ["2012-03"]),
        ("Feb 2012", ["2012-02"]),
        ("Sept 12", ["2012-09"]),
        ("Mar2012", ["2012-03"]),
        ("03/2026", ["2026-03"]),
        ("early March 2012", ["2012-03"]),
        ("mid-March 2012", ["2012-03"]),
        ("Phase 1 completed; Phase 2 Mar 2017", ["2017-03"]),
        ("April 2012/0-13 Project Board", ["2012-04"]),
        # ends of months
        ("end of February 2012", ["2012-02-29"]),
        ("by end April 2012", ["2012-04-30"]),
        ("end-March 2026", ["2026-03-31"]),
        # several, the year printed once
        ("February – March 2012", ["2012-02", "2012-03"]),
        ("Nov/Dec 11", ["2011-11", "2011-12"]),
        ("November – January 2012", ["2011-11", "2012-01"]),
        ("Dec 10/Jan 11", ["2010-12", "2011-01"]),
        ("3 – 14 October 2011", ["2011-10-03", "2011-10-14"]),
        ("28 & 29 March 2012", ["2012-03-28", "2012-03-29"]),
        ("February 2012 - 16 March 2012", ["2012-02", "2012-03-16"]),
        # days
        ("30/04/12", ["2012-04-30"]),
        ("w/c 26.03.12", ["2012-03-26"]),
        ("27/03/2026; 30/06/2026", ["2026-03-27", "2026-06-30"]),
        # the council's year
        ("Q2 2024/25", ["2024-09"]),
        ("2024/25 Q4", ["2025-03"]),
        ("end of Q2 2024/25", ["2024-09-30"]),
        ("year end 2012-13", ["2013-03-31"]),
        ("March 2012/13", ["2013-03"]),
        ("end of 2012", ["2012-12-31"]),
    ],
)
def test_days_and_months_as_printed(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_rules_that_add_something_say_so() -> None:
    assert find_part_dates("Q2 2024/25")[0].basis == COUNCIL_QUARTER
    assert find_part_dates("year end 2012-13")[0].basis == COUNCIL_YEAR
    assert find_part_dates("March 2012")[0].basis is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Summer term 2012", "school term"),
        ("end of academic year 2012/13", "school year"),
        ("Spring 2013", "season"),
        ("Christmas 2012", "holiday"),
        ("end Q2", "quarter"),
        ("Q3 2024", "quarter"),
        ("2012-13", "whole year"),
        ("Business Plan 2012", "whole year"),
        ("31 March", "year is not printed"),
        ("end of March", "year is not printed"),
        ("31 February 2012", "no such day"),
        ("March 12-13", "year"),
    ],
)
def test_what_is_no_date_gives_none_and_says_why(text: str, why: str) -> None:
    assert parts(text) == []
    assert why in find_undated(text)[0].value


@pytest.mark.parametrize(
    "text", ["3.5.5.5.7", "r -", ",", "Ongoing", "ages 0-13", "may be", "we may 12 things", "12.30", "1 of 12", "March 12%"]
)
def test_figures_and_words_that_are_no_dates(text: str) -> None:
    assert parts(text) == []


def test_two_figures_after_a_month_are_a_year_only_near_the_papers_own() -> None:
    assert parts("July 12") == ["2012-07"]
    assert parts("July 12", 2012) == ["2012-07"]
    assert parts("July 12", 2026) == []
    assert parts("July 26", 2026) == ["2026-07"]
    assert parts("Jul-12", 2026) == ["2012-07"]
    assert "day without its year" in find_undated("July 12", year_hint=2026)[0].value


@given(DAYS)
def test_a_day_reads_back_from_every_form(day: date) -> None:
    for text in (spoken(day), f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}", day.isoformat(), f"{day:%a} {day.day} {day:%b} {day.year}"):
        assert parse_day(text) == day, text
        assert parts(f"by {text} at the latest") == [day.isoformat()], text


@given(st.integers(2000, 2069), st.integers(1, 12))
def test_a_month_reads_back_from_every_form(year: int, month: int) -> None:
    expected = f"{year}-{month:02d}"
    for text in (spoken(PartDate(expected)), f"{calendar.month_abbr[month]}-{year % 100:02d}", f"{month:02d}/{year}"):
        assert parts(text) == [expected], text
    assert parts(f"end of {calendar.month_name[month]} {year}") == [last_day(PartDate(expected)).isoformat()]


@given(DAYS, DAYS)
def test_a_range_reads_back(one: date, two: date) -> None:
    first, last = sorted((one, two))
    assert day_range(f"{spoken(first)} to {spoken(last)}") == (first, last)


@given(st.text() | st.text("0123456789/-. marchJuly,thQ'&to"), st.none() | st.integers(1990, 2060))
def test_any_text_is_read_without_failing_and_in_order(text: str, hint: int | None) -> None:
    parse_day(text)
    day_range(text, year=hint)
    found = find_part_dates(text, year_hint=hint)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(is_part_date(one.value) and text[one.start : one.end] == one.text for one in found)
    dated = {(one.start, one.end) for one in found}
    assert dated.isdisjoint((one.start, one.end) for one in find_undated(text, year_hint=hint))


def test_years_and_months_in_figures() -> None:
    assert [full_year(text) for text in ("2012", "12", "'69", "70")] == [2012, 2012, 2069, 1970]
    assert [month_number(text) for text in ("Sept.", "march", "04")] == [9, 3, 4]
    with pytest.raises(ValueError, match="smarch"):
        month_number("smarch")


def test_days_and_months_compare_by_their_ends() -> None:
    assert (first_day(PartDate("2012-02")), last_day(PartDate("2012-02"))) == (date(2012, 2, 1), date(2012, 2, 29))
    assert first_day(PartDate("2012-02-03")) == last_day(PartDate("2012-02-03")) == date(2012, 2, 3)
    assert not is_part_date("2012-13")
    assert not is_part_date("March 2012")
