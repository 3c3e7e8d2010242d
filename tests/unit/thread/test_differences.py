"""What changed between two pictures is named, in words for a board, and nothing else is."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given

from goldthread.thread.differences import differences, for_a_board, match
from goldthread.thread.history import record
from goldthread.thread.picture import Finding, Item, Judgement, Outcome, Progress
from tests.factories import a_finding, a_judgement, a_measure, a_picture, a_place, a_plan, an_action, an_inspection, an_item
from tests.strategies import pictures, pictures_without_history

SUPERVISION = "Improve the supervision of social workers in every team"
HEALTH = "See that looked after children have their health assessments in time"
PLACEMENTS = "Find enough placements near home for children in care"


def told(before, after):
    return [one.words for one in differences(before, after)]


def of_action(before, after):
    return told(*(a_picture([an_item("2", [an_action(**given)])]) for given in (before, after)))


@pytest.mark.slow
@given(pictures)
def test_nothing_changed_is_nothing_said(picture):
    assert differences(picture, picture) == ()


@pytest.mark.slow
@given(pictures, pictures)
def test_whatever_changed_is_said_and_said_the_same_again(before, after):
    found = differences(before, after)
    assert bool(found) == (before != after)
    assert found == differences(before, after)
    assert all(one.words and one.subject for one in found)


@pytest.mark.slow
@given(pictures_without_history, pictures_without_history)
def test_what_is_added_one_way_is_removed_the_other_way(before, after):
    there, back = differences(before, after), differences(after, before)
    for kind, opposite in (("added", "removed"), ("removed", "added")):
        assert sorted(one.path for one in there if one.kind == kind) == sorted(one.path for one in back if one.kind == opposite)


OTHER_VALUES = {
    "grade_number": 3,
    "due": "2030-01",
    "due_dates": ("2030-01",),
    "addressees": ("NHS",),
    "inferred": True,
    "outcomes": (Outcome(text="Fewer moves"),),
    "measures": (a_measure(),),
    "actions": (),
    "place": a_place(page=9),
}


@pytest.mark.parametrize(
    ("kind", "field"),
    [(kind, field.name) for kind in (Item, Finding, Judgement) for field in fields(kind)],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_every_field_that_changes_is_named(kind, field):
    base = {Item: an_item(text=SUPERVISION, outcomes=()), Finding: a_finding(), Judgement: a_judgement()}[kind]
    changed = replace(base, **{field: OTHER_VALUES.get(field, f"{getattr(base, field)} or so")})
    into = {
        Item: lambda one: a_picture([one]),
        Finding: lambda one: a_picture(findings=[one]),
        Judgement: lambda one: a_picture(judgements=[one]),
    }
    found = differences(into[kind](base), into[kind](changed))
    assert {one.path.split("/0/")[1].split("/")[0] for one in found} == {field}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        # dates, with how far they moved
        ({"due_dates": ("2012-03",)}, {"due_dates": ("2012-09",)}, "the date moved from March 2012 to September 2012 (6 months later)"),
        ({"due_dates": ("2012-03",)}, {"due_dates": ("2012-02",)}, "the date moved from March 2012 to February 2012 (1 month earlier)"),
        (
            {"due_dates": ("2012-03-01",)},
            {"due_dates": ("2012-03-11",)},
            "the date moved from 1 March 2012 to 11 March 2012 (10 days later)",
        ),
        (
            {"due_dates": ("2012-03-31",)},
            {"due_dates": ("2012-05-31",)},
            "the date moved from 31 March 2012 to 31 May 2012 (2 months later)",
        ),
        ({"due_dates": ()}, {"due_dates": ("2012-09",)}, "the date September 2012 was set"),
        ({"due_dates": ("2012-09",)}, {"due_dates": ()}, "the date September 2012 was taken away"),
        # people
        ({}, {"responsible_lead": "Head of Safeguarding"}, "the responsible lead is now Head of Safeguarding (was nobody)"),
        ({"leads": ("A", "B")}, {"leads": ("B", "C")}, "the leads: “C” added and “A” taken off"),
        ({"leads": ("A", "B")}, {"leads": ("B", "A")}, "the leads: now “B, A” (were “A, B”)"),
        # ratings of delivery and of effect stay apart
        ({"rating": "Amber"}, {"rating": "Green"}, "the rating went from Amber to Green"),
        ({}, {"impact_rating": "Red"}, "the impact rating went from none to Red"),
        # words
        ({"by_when_text": "March"}, {"by_when_text": "Ongoing"}, "by when is now “Ongoing” (was “March”)"),
        ({"text": SUPERVISION}, {"text": SUPERVISION + " by May"}, "the words now also say “by May”"),
    ],
)
def test_what_a_board_reads_of_an_action(before, after, words):
    assert of_action(before, after) == [f"Item 2, action 1: {words}"]


def test_progress_added_to_is_not_progress_replaced():
    assert of_action({"progress": "January: consultant engaged"}, {"progress": "January: consultant engaged. March: half trained"}) == [
        "Item 2, action 1: progress “January: consultant engaged. March: half trained”: the words now also say “. March: half trained”"
    ]


def test_progress_of_a_part_is_named_by_its_letter():
    before, after = Progress(letter="a", text="Started"), Progress(letter="a", text="Started well")
    assert of_action({"progress": [before]}, {"progress": [after]})[0].startswith("Item 2, action 1: progress a: ")


def test_an_insertion_that_renumbers_is_one_addition():
    before = a_picture([an_item("1", text=SUPERVISION), an_item("2", text=HEALTH)])
    after = a_picture([an_item("1", text=SUPERVISION), an_item("2", text=PLACEMENTS), an_item("3", text=HEALTH)])
    found = differences(before, after)
    assert [(one.kind, one.words, one.path) for one in found] == [
        ("added", "Item 2 was added", "/plan/items/1"),
        ("moved", "Item 3 has another number: 3 (was 2)", "/plan/items/2/ref"),
    ]


def test_an_action_put_first_leaves_the_others_alone():
    kept = [an_action("Train all managers", number="1"), an_action("Audit case files monthly", number="2")]
    moved = [replace(one, number=str(number)) for number, one in enumerate(kept, 2)]
    found = differences(a_picture([an_item(actions=kept)]), a_picture([an_item(actions=[an_action("Appoint a lead"), *moved])]))
    assert [one.kind for one in found] == ["added", "moved", "moved"]


def test_reworded_items_are_the_same_items():
    before = a_picture([an_item("1", text=SUPERVISION, rating="Red"), an_item("2", text=HEALTH)])
    after = a_picture([an_item("1", text=HEALTH), an_item("2", text=SUPERVISION.replace("every team", "all teams"), rating="Amber")])
    kinds = {one.kind for one in differences(before, after)}
    assert kinds == {"moved", "changed"}


def test_two_different_items_of_one_number_are_not_one():
    found = differences(a_picture([an_item("1", text=PLACEMENTS)]), a_picture([an_item("1", text="Chair reviews on time")]))
    assert sorted(one.kind for one in found) == ["added", "removed"]


def test_another_order_is_said_once():
    one, two = an_item("1", text=SUPERVISION), an_item("2", text=HEALTH)
    assert told(a_picture([one, two]), a_picture([two, one])) == ["The plan: the items stand in another order"]


def test_findings_and_judgements_speak_of_the_report():
    before = a_picture(findings=[a_finding("A1"), a_finding("A4", PLACEMENTS)], judgements=[a_judgement("Staying safe", "adequate")])
    after = a_picture(findings=[a_finding("A1"), a_finding("A5", HEALTH)], judgements=[a_judgement("Staying safe", "good")])
    assert told(before, after) == [
        "Staying safe: the grade went from adequate to good",
        "Staying safe: the grade as printed is now “Good” (was “Adequate”)",
        "A5 was added to the report",
        "A4 is no longer in the report",
    ]


def test_what_was_removed_is_found_in_the_picture_before():
    before = a_picture([an_item("1", text=HEALTH), an_item("2", [an_action(), an_action("Audit files", number="2")], text=SUPERVISION)])
    after = a_picture([an_item("2", [an_action()], text=SUPERVISION)])
    assert [one.path for one in differences(before, after)] == ["/plan/items/1/actions/1", "/plan/items/0"]


def test_dates_of_the_inspection_are_spoken():
    before = a_picture(inspection=an_inspection(published=date(2025, 3, 14)))
    after = a_picture(inspection=an_inspection(published=date(2025, 3, 21)))
    assert told(before, after) == ["The inspection: the day of publication is now “21 March 2025” (was “14 March 2025”)"]


def test_a_board_is_spared_places_and_trail():
    after = replace(a_picture([an_item(place=a_place(page=3))]), plan=a_plan([an_item(place=a_place(page=3))], title="Plan for children"))
    recorded = record(a_picture(), after, on=date(2026, 3, 31))
    found = differences(a_picture(), recorded)
    assert {one.kind for one in found} == {"changed", "place", "history"}
    assert [one.path for one in for_a_board(found)] == ["/plan/title"]


def test_matching_prefers_equal_entries():
    assert match((an_item("1", text=HEALTH),), (an_item("2", text=HEALTH), an_item("1", text=HEALTH))) == ((0, 1),)
