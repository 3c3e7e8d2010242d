"""Inspectors' time bands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.dates import is_part_date
from goldthread.intake.timescale import read_timescale


@pytest.mark.parametrize(
    ("text", "code", "due"),
    [
        ("Immediate", "immediately", None),
        ("Immediately:", "immediately", None),
        ("Timescale: Within 3 months (end February 2012)", "within_3_months", "2012-02-29"),
        ("Timescale: Within 6\nmonths (end May\n2012)", "within_6_months", "2012-05-31"),
        ("Within three months of publication:", "within_3_months", None),
        ("Within six months", "within_6_months", None),
        ("within 12 weeks", "other", None),
        ("Within 12 months", "other", None),
        ("By March 2013", "other", "2013-03"),
        ("Ongoing", "other", None),
        # damaged on the way
        ("mescale: Within 3", "within_3_months", None),
        ("Within 3 months (end", "within_3_months", None),
        ("N Timescale: Within 3 months (end February 2012)", "within_3_months", "2012-02-29"),
        # no timescale
        ("", None, None),
        ("Timescale:", None, None),
        ("The council to ensure that plans are timely", None, None),
    ],
)
def test_bands_as_printed(text: str, code: str | None, due: str | None) -> None:
    read = read_timescale(text, None)
    assert (read.code, read.due, read.basis) == (code, due, None)


def test_a_band_without_a_date_is_counted_from_publication_and_says_so() -> None:
    assert read_timescale("Within 3 months", date(2011, 11, 30)).due == "2012-02-29"
    assert read_timescale("Within six months", date(2011, 11, 25)).due == "2012-05-25"
    assert read_timescale("within 12 weeks", date(2011, 11, 30)).due == "2012-02-22"
    assert "25 November 2011" in str(read_timescale("Within six months", date(2011, 11, 25)).basis)


def test_a_printed_date_stands_before_a_counted_one_and_immediately_has_none() -> None:
    printed = read_timescale("Within 3 months (end February 2012)", date(2011, 1, 1))
    assert (printed.due, printed.basis) == ("2012-02-29", None)
    assert read_timescale("Immediately", date(2011, 11, 25)).due is None


@given(st.text() | st.text("within 3 months immediate 2012(end)"), st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_text_is_read(text: str, published: date | None) -> None:
    read = read_timescale(text, published)
    assert read.due is None or is_part_date(read.due)
