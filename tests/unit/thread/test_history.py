"""A plan can be seen as it stood: what was recorded can be undone to the letter, and a trail that does not fit is refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from goldthread.common.errors import Refused
from goldthread.thread.history import as_at, record
from goldthread.thread.picture import Change
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.strategies import pictures_without_history

JANUARY, MARCH, MAY = date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)
DAY = timedelta(days=1)


def with_items(*items):
    return a_picture(items)


def paths(picture):
    return [change.path for change in picture.history]


@pytest.mark.slow
@given(pictures_without_history, pictures_without_history)
def test_what_was_recorded_can_be_undone(before, after):
    recorded = record(before, after, on=MARCH)
    assert replace(recorded, history=()) == after
    assert as_at(recorded, MARCH) == recorded
    assert as_at(recorded, MARCH - DAY) == before


@pytest.mark.slow
@given(pictures_without_history, pictures_without_history, pictures_without_history)
def test_two_changes_are_undone_one_by_one(first, second, third):
    recorded = record(record(first, second, on=MARCH), third, on=MAY)
    assert replace(as_at(recorded, MARCH), history=()) == second
    assert as_at(recorded, JANUARY) == first


def test_a_change_says_where_when_who_and_why():
    before = with_items(an_item(actions=[an_action(rating="Amber")]))
    after = with_items(an_item(actions=[an_action(rating="Green")]))
    (change,) = record(before, after, on=MARCH, by="Improvement manager", why="Training is over").history
    assert change == Change(
        on=MARCH,
        path="/plan/items/0/actions/0/rating",
        before="Amber",
        after="Green",
        by="Improvement manager",
        why="Training is over",
    )


def test_an_item_put_in_between_is_one_change():
    one, two, new = an_item("1", text="Supervision"), an_item("2", text="Placements"), an_item("1a", text="Health assessments")
    recorded = record(with_items(one, two), with_items(one, new, two), on=MARCH)
    assert paths(recorded) == ["/plan/items/1"]
    assert as_at(recorded, JANUARY) == with_items(one, two)


def test_items_taken_away_come_back_in_their_places():
    items = [an_item(str(number), text=f"Subject {number}") for number in range(1, 6)]
    recorded = record(with_items(*items), with_items(items[0], items[3]), on=MARCH)
    assert as_at(recorded, JANUARY) == with_items(*items)


def test_nothing_changed_leaves_no_trace():
    assert record(a_picture(), a_picture(), on=MARCH).history == ()


def test_a_picture_without_history_stands_as_it_is():
    assert as_at(a_picture(), date(1999, 1, 1)) == a_picture()


def test_the_day_of_a_change_already_has_it():
    recorded = record(a_picture(), a_picture(plan=a_plan(title="Second plan")), on=MARCH)
    assert as_at(recorded, MARCH).plan.title == "Second plan"


def test_changes_are_recorded_in_order():
    recorded = record(a_picture(), a_picture([]), on=MAY)
    with pytest.raises(Refused, match=r"31 March 2026.*31 May 2026"):
        record(recorded, a_picture(), on=MARCH)


@pytest.mark.parametrize(
    "change",
    [
        Change(on=MARCH, path="/plan/items/0/actions/0/rating", before="Amber", after="Blue"),
        Change(on=MARCH, path="/plan/items/7/rating", before="Amber", after="Blue"),
        Change(on=MARCH, path="/plan/items/7", before={"ref": "8"}, after=None),
        Change(on=MARCH, path="/plan/items/0", before=None, after={"ref": "9"}),
        Change(on=MARCH, path="/plan/items/first", before=None, after={"ref": "9"}),
        Change(on=MARCH, path="/weather/today", before="fine", after="wet"),
        Change(on=MARCH, path="/plan/title/0", before="fine", after="wet"),
        Change(on=MARCH, path="", before={}, after={}),
    ],
)
def test_a_change_that_does_not_fit_is_refused_with_its_place(change):
    with pytest.raises(Refused, match=f"31 March 2026 at {change.path or 'the top'} does not fit"):
        as_at(a_picture(history=(change,)), JANUARY)


def test_undoing_into_what_is_no_picture_is_refused():
    change = Change(on=MARCH, path="/plan/title", before=["not", "a", "title"], after="Improvement plan")
    with pytest.raises(Refused, match="title"):
        as_at(a_picture(history=(change,)), JANUARY)
