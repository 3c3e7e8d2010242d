"""GT3xx: limits, late dates, and dates that are none."""

from datetime import date

import pytest

from goldthread.common.dates import PartDate
from goldthread.thread import checks
from goldthread.thread.checks.base import Subject
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.checks.limits import limit_of, months_after
from goldthread.thread.picture import Inspection, Item, Part, Picture, Plan, StatusKey

DAY = date(2012, 3, 29)
PUBLISHED = date(2011, 11, 18)


def flagged(code: str, picture: Picture, day: date = DAY) -> list[str]:
    return [finding.where for finding in checks.run(picture, as_at=day, select=[code])]


def inspected(*items: Item, **more: object) -> Picture:
    inspection = Inspection(started=date(2011, 10, 3), ended=date(2011, 10, 14), published=PUBLISHED)
    return Picture(inspection=inspection, plan=Plan(items=items), **more)  # type: ignore[arg-type]


def dated(due: str, by_when: str | None = None, item: dict[str, object] | None = None) -> Picture:
    return inspected(an_item(an_action(due=due, by_when_text=by_when or due or None), **(item or {})))  # type: ignore[arg-type]


KEY = (
    StatusKey(label="Red", colour="red", meaning="Off track"),
    StatusKey(label="Blue", colour="blue", meaning="Complete and verified"),
)
BANDED = an_item(ref="9", text="Care plans", timescale="within_3_months", due=PartDate("2012-02"))
"""A heading that resolves its band to the end of a month, so that all bands of the plan do."""


@pytest.mark.parametrize(
    ("timescale", "due", "beside", "limit"),
    [
        # the heading's own date comes first
        ("within_3_months", "2012-01", [], date(2012, 1, 31)),
        ("immediately", "2011-12-05", [], date(2011, 12, 5)),
        # counted from publication: two weeks, the same day, the shorter month's last day
        ("immediately", None, [], date(2011, 12, 2)),
        ("within_3_months", None, [], date(2012, 2, 18)),
        ("within_6_months", None, [], date(2012, 5, 18)),
        # to the ends of months where the plan's own headings count so
        ("immediately", None, [BANDED], date(2011, 11, 30)),
        ("within_6_months", None, [BANDED], date(2012, 5, 31)),
        # no limit that anybody can count
        ("other", None, [BANDED], None),
        (None, None, [BANDED], None),
    ],
)
def test_limit_of_an_item(timescale: str | None, due: str | None, beside: list[Item], limit: date | None) -> None:
    item = an_item(timescale=timescale, due=PartDate(due) if due else None)
    found = limit_of(item, Subject(picture=inspected(item, *beside), as_at=DAY))
    assert (found and found.day) == limit


def test_without_a_publication_date_a_band_has_no_limit() -> None:
    item = an_item(timescale="immediately")
    assert limit_of(item, Subject(picture=Picture(plan=Plan(items=(item,))), as_at=DAY)) is None


def test_an_item_without_a_limit_has_the_earliest_of_its_findings() -> None:
    text = "Improve supervision of social workers"
    item = an_item(text=text)
    findings = (an_area("A1", text, timescale="within_6_months"), an_area("A2", text, due=PartDate("2012-01-20")))
    found = limit_of(item, Subject(picture=inspected(item, findings=findings), as_at=DAY))
    assert found is not None
    assert found.day == date(2012, 1, 20)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2011, 11, 30), 3, date(2012, 2, 29)),
        (date(2012, 1, 31), 3, date(2012, 4, 30)),
        (date(2012, 3, 31), -1, date(2012, 2, 29)),
        (date(2012, 1, 15), -2, date(2011, 11, 15)),
    ],
)
def test_months_after(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


WITHIN_3 = {"timescale": "within_3_months", "due": PartDate("2012-02")}


@pytest.mark.parametrize(
    ("due", "item", "late"),
    [
        ("2012-03", WITHIN_3, True),
        ("2012-03-01", WITHIN_3, True),
        # a range is as late as its end, a date followed by a report as late as the report
        ("2012-02 2012-03", WITHIN_3, True),
        ("2012-09", {"timescale": "immediately"}, True),
        # on the limit, in its month, before it, without one
        ("2012-02-29", WITHIN_3, False),
        ("2012-02", WITHIN_3, False),
        ("2011-12", WITHIN_3, False),
        ("2011-12", {"timescale": "immediately"}, False),
        ("2012-09", {}, False),
        ("", WITHIN_3, False),
    ],
)
def test_date_after_the_inspectors_limit(due: str, item: dict[str, object], late: bool) -> None:
    assert bool(flagged("GT305", dated(due, item=item))) is late


@pytest.mark.parametrize(
    ("by_when", "due", "codes"),
    [
        ("Report to the board", "", {"GT301"}),
        (None, "", {"GT301"}),
        ("Immediate and ongoing", "", {"GT302"}),
        ("Ongoing, as key part of role", "", {"GT302"}),
        ("Summer term", "", {"GT308"}),
        ("TBC", "", {"GT308"}),
        ("2012-13", "", set()),
        ("Q3", "", {"GT308"}),
        ("Q3 2012", "", set()),
        ("Easter", "", {"GT308"}),
        ("Easter 2012", "", set()),
        ("by 13 March", "", {"GT301"}),
        ("within six months", "", set()),
        ("In post December 2011, then ongoing", "2011-12", {"GT302"}),
        ("Starts May 2012, then ongoing", "2012-05", set()),
        # each of these has its date
        ("Ongoing. To be reviewed August 2012", "2012-08", set()),
        ("Immediate, by 30 April 2012", "2012-04-30", set()),
        ("Summer term (July 2012)", "2012-07", set()),
        ("April 2012", "2012-04", set()),
    ],
)
def test_dates_that_are_none(by_when: str | None, due: str, codes: set[str]) -> None:
    found = checks.run(dated(due, by_when), as_at=DAY, select=["GT301", "GT302", "GT308"])
    assert {finding.code for finding in found} == codes


@pytest.mark.parametrize("code", ["GT301", "GT302", "GT308"])
def test_a_rhythm_is_a_date(code: str) -> None:
    assert flagged(code, inspected(an_item(an_action(by_when_text="Quarterly, ongoing", recurrence="quarterly")))) == []


def test_dates_in_every_part_are_dates() -> None:
    parts = (Part(letter="a", text="Audit by end February 2012"), Part(letter="b", text="Report by 30.03.12"))
    assert flagged("GT301", inspected(an_item(an_action(parts=parts)))) == []
    assert flagged("GT301", inspected(an_item(an_action(parts=(*parts, Part(letter="c", text="Train")))))) == ["item 1:action 1"]


def test_a_plan_without_dates_is_told_once() -> None:
    actions = [an_action(f"Step {number}", number=str(number)) for number in (1, 2, 3)]
    assert flagged("GT301", inspected(an_item(*actions))) == ["plan"]


@pytest.mark.parametrize(
    ("due", "said", "rating", "late"),
    [
        ("2012-02", "Draft is out for comment.", None, True),
        ("2012-02", "", None, True),
        ("2012-02", "To be completed by April.", None, True),
        ("2012-02", "Not yet complete.", None, True),
        ("2012-02", "Training completed, launch to commence in April.", None, True),
        ("2012-02", "Completed.", "Red", True),
        # done by words or by the plan's own key, or not yet late
        ("2012-02", "Completed and in use.", None, False),
        ("2012-02", "Policy published January 2012.", None, False),
        ("2012-02", "Working on it.", "Blue", False),
        ("2012-03", "Draft is out for comment.", None, False),
        ("2012-03-29", "", None, False),
        ("2012-02 2012-06", "", None, False),
        ("2012-02", "Records say when a nurse needs to be invited. This is now fully in place.", None, False),
    ],
)
def test_past_due(due: str, said: str, rating: str | None, late: bool) -> None:
    picture = example(an_item(an_action(due=due, said=said, rating=rating)), status_key=KEY)
    assert bool(flagged("GT303", picture)) is late


@pytest.mark.parametrize(
    ("action", "said", "done"),
    [
        ("Review the role and prepare a business case", "Business case has been prepared", True),
        ("Recruit a coordinator", "A coordinator was recruited in January.", True),
        ("Circulate the guidance", "Guidance has now been circulated to every team.", True),
        # a draft, another verb, the verb still ahead, a noun that looks like it
        ("Prepare a business case", "A draft case has been prepared", False),
        ("Prepare a business case", "The matter has been discussed", False),
        ("Prepare a business case", "A case has been prepared and is to be agreed", False),
        ("Review the role", "The report of the review was late", False),
        ("Prepare a business case", "", False),
    ],
)
def test_progress_that_reports_the_actions_own_verb(action: str, said: str, done: bool) -> None:
    assert bool(flagged("GT303", inspected(an_item(an_action(action, due="2012-02", said=said))))) is not done


def test_a_plan_that_reports_nothing_is_told_once_what_has_passed() -> None:
    silent = [an_action(f"Step {number}", number=str(number), due="2012-01") for number in (1, 2)]
    assert flagged("GT303", inspected(an_item(*silent))) == ["plan"]
    assert flagged("GT303", inspected(an_item(*silent, an_action("Train", number="3", said="Begun.")))) == [
        "item 1:action 1",
        "item 1:action 2",
    ]


def test_work_that_starts_on_a_date_and_goes_on_is_not_past() -> None:
    assert flagged("GT303", dated("2011-12", "In post December 2011, then ongoing")) == []


@pytest.mark.parametrize(
    ("by_when", "late"),
    [
        ("Report to the board for scrutiny April", True),
        ("by 13 March", True),
        ("by end of May", True),
        # in time, whichever year is meant; no month; not a month; two months
        ("by 13 January", False),
        ("February", False),
        ("Report to the board", False),
        ("This may be later", False),
        ("March or April", False),
    ],
)
def test_a_month_without_a_year_is_late_when_its_first_is(by_when: str, late: bool) -> None:
    assert bool(flagged("GT305", dated("", by_when, item=WITHIN_3))) is late


def test_a_band_counts_from_a_day_that_somebody_gives() -> None:
    action = an_action(by_when_text="within six months")
    assert flagged("GT308", Picture(plan=Plan(items=(an_item(action),)))) == ["item 1:action 1"]
    assert flagged("GT308", inspected(an_item(action))) == []


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("2012-03", True),
        ("2012-03-31", True),
        # a band counted to the day in the report and to the end of the month in the plan is one band
        ("2012-02-29", False),
        ("2012-02", False),
        ("2012-01", False),
    ],
)
def test_heading_that_gives_longer(heading: str, found: bool) -> None:
    text = "Provide regular reflective supervision to social workers"
    area = an_area("A1", text, timescale="within_3_months", due=PartDate("2012-02-18"))
    item = an_item(an_action(), text=text, timescale="within_3_months", due=PartDate(heading))
    assert bool(flagged("GT310", inspected(item, findings=(area,)))) is found


def test_a_band_worked_out_to_the_day_is_counted_as_the_plan_counts() -> None:
    item = an_item(timescale="within_3_months", due=PartDate("2012-02-18"))
    found = [limit_of(item, Subject(picture=inspected(item, *beside), as_at=DAY)) for beside in ([BANDED], [])]
    assert [limit and limit.day for limit in found] == [date(2012, 2, 29), date(2012, 2, 18)]


def test_a_date_that_comes_round_again_is_not_past() -> None:
    assert flagged("GT303", inspected(an_item(an_action(due="2012-01", recurrence="quarterly")))) == []


@pytest.mark.parametrize(
    ("due", "by_when", "found"),
    [
        ("2012-03 2012-02", "March - February 2012", True),
        # forwards, one month, two dates that are no range
        ("2012-02 2012-03", "February – March 2012", False),
        ("2012-02 2012-02-10", "February 2012 to 10 February 2012", False),
        ("2012-06 2012-03", "June 2012 (draft March 2012)", False),
        ("2012-06 2012-03", "June 2012, with a report to the board of March 2012", False),
        ("2012-06-30 2012-03-01", "30-06-2012; draft 01-03-2012", False),
    ],
)
def test_ranges_the_wrong_way_round(due: str, by_when: str, found: bool) -> None:
    assert bool(flagged("GT304", dated(due, by_when))) is found


SUPERVISION = "Provide regular reflective supervision to social workers"


@pytest.mark.parametrize(
    ("other", "due", "found"),
    [
        (f"{SUPERVISION} in the looked-after service", "2012-02", ["item 2"]),
        # one limit, another subject, no limit
        (f"{SUPERVISION} in the looked-after service", "2011-11", []),
        ("Improve the attendance of looked-after children at school", "2012-02", []),
        (f"{SUPERVISION} in the looked-after service", None, []),
    ],
)
def test_two_limits_for_one_subject(other: str, due: str | None, found: list[str]) -> None:
    items = (
        an_item(an_action(), text=SUPERVISION, due=PartDate("2011-11")),
        an_item(an_action("Train all managers"), ref="2", text=other, due=PartDate(due) if due else None),
    )
    assert flagged("GT306", inspected(*items)) == found


def test_items_that_repeat_an_action_share_a_subject_even_when_they_say_so() -> None:
    audit = an_action("Run a regular audit of supervision files in every team")
    items = (
        an_item(audit, text="Supervision", due=PartDate("2011-11")),
        an_item(audit, ref="2", text="Social workers", due=PartDate("2012-02"), notes="Shared with item 1."),
    )
    assert flagged("GT306", inspected(*items)) == ["item 2"]
    assert flagged("GT109", inspected(*items)) == []


@pytest.mark.parametrize(
    ("code", "due", "found"),
    [
        ("GT307", "2010-12", True),
        # begun during the inspection, in its month, after it
        ("GT307", "2011-10", False),
        ("GT307", "2011-11", False),
        ("GT309", "2021-06", True),
        ("GT309", "2015-06", False),
        ("GT309", "2016-11", False),
    ],
)
def test_dates_out_of_time(code: str, due: str, found: bool) -> None:
    assert bool(flagged(code, dated(due))) is found


def test_without_an_inspection_no_date_is_before_it() -> None:
    assert flagged("GT307", example(an_item(an_action(due="1999-01")))) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ({"timescale": "within_3_months"}, {"timescale": "immediately"}, True),
        ({"due": PartDate("2012-03")}, {"due": PartDate("2012-02-29")}, True),
        # the same, sooner, unsaid
        ({"timescale": "immediately"}, {"timescale": "immediately"}, False),
        ({"timescale": "immediately"}, {"timescale": "within_3_months"}, False),
        ({"due": PartDate("2012-02")}, {"due": PartDate("2012-02-29")}, False),
        ({}, {"timescale": "immediately"}, False),
        ({"timescale": "within_3_months"}, {}, False),
        ({"timescale": "other"}, {"timescale": "immediately"}, False),
    ],
)
def test_heading_gives_longer_than_the_inspectors(ours: dict[str, object], theirs: dict[str, object], found: bool) -> None:
    item = an_item(an_action(), text=SUPERVISION, **ours)  # type: ignore[arg-type]
    picture = inspected(item, findings=(an_area("A1", SUPERVISION, **theirs),))
    assert bool(flagged("GT310", picture)) is found
