"""What people do to an action leaves what was before, says who and why, and gives way to whoever was first."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from goldthread.models import Action, DueDate, HistoryEvent, Lead, Plan, Progress
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import actions, verification
from goldthread.operations.actions import NewLead
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.world import DAY, Kind, World, acting

pytestmark = pytest.mark.django_db
TOMORROW, YESTERDAY = DAY + timedelta(days=1), DAY - timedelta(days=1)


@pytest.fixture
def northmere() -> World:
    council = world.council()
    action = an_action(
        leads=("Head of Safeguarding", "Practice Lead"), responsible_lead="Head of Safeguarding", parts=("Write", "Teach"), rating="Red"
    )
    world.plan(council, a_picture([an_item(actions=[action])]))
    return council


def row() -> Action:
    return Action.objects.get()


def last() -> HistoryEvent:
    return HistoryEvent.objects.order_by("-number")[0]


def change_date(council: World, dates: list[str], **fields: Any) -> DueDate:
    given = {"action": row(), "by": acting(council.manager), "version": row().version, "by_when": "", "why": "The trainer left."}
    return actions.change_due_date(**given | {"dates": dates} | fields)


def hand_over(council: World, *leads: NewLead, **fields: Any) -> None:
    given = {"action": row(), "by": acting(council.manager), "version": row().version}
    actions.change_leads(**given | {"leads": leads} | fields)


def led() -> list[tuple[str, date | None, date | None]]:
    return list(Lead.objects.order_by("order").values_list("as_printed", "starts_on", "ends_on"))


HEAD, PRACTICE = NewLead(words="Head of Safeguarding", responsible=True), NewLead(words="Practice Lead")


# --- dates


def test_a_new_date_is_a_further_revision_with_who_and_why_and_the_printed_one_stays(northmere: World) -> None:
    change_date(northmere, ["2026-05-31"], by_when="end of May 2026", recurrence="quarterly")

    printed, moved = DueDate.objects.order_by("revision")
    assert (printed.revision, printed.dates, printed.by_when) == (1, ["2025-09"], "September 2025")
    assert (moved.revision, moved.dates, moved.by_when, moved.recurrence) == (2, ["2026-05-31"], "end of May 2026", "quarterly")
    assert (moved.due_on, moved.set_by, moved.why) == (date(2026, 5, 31), northmere.manager, "The trainer left.")
    assert (last().verb, last().by, last().why) == (Verb.DUE_DATE_CHANGED, northmere.manager, "The trainer left.")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"dates": []}, "An action needs a date"),
        ({"dates": ["soon"]}, "neither a day nor a month"),
        ({"why": "  "}, "needs a reason"),
        ({"dates": ["2025-09"], "by_when": "September 2025"}, "due already"),
    ],
)
def test_a_date_that_cannot_be_changes_nothing(northmere: World, fields: dict[str, Any], message: str) -> None:
    events = HistoryEvent.objects.count()

    with pytest.raises(NotPossible, match=message):
        change_date(northmere, **{"dates": ["2026-05"]} | fields)

    assert (DueDate.objects.count(), HistoryEvent.objects.count(), row().version) == (1, events, 1)


# --- leads


def test_a_hand_over_ends_the_leads_on_the_day_before_and_keeps_them(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputy", responsible=True), why="A new post")

    assert led() == [
        ("Head of Safeguarding", None, YESTERDAY),
        ("Practice Lead", None, YESTERDAY),
        ("Deputy", DAY, None),
    ]
    assert (last().verb, last().why) == (Verb.LEADS_CHANGED, "A new post")


def test_a_lead_who_goes_on_as_before_is_left_alone(northmere: World) -> None:
    hand_over(northmere, HEAD, NewLead(words="Deputy"))

    assert led() == [("Head of Safeguarding", None, None), ("Practice Lead", None, YESTERDAY), ("Deputy", DAY, None)]


def test_a_hand_over_to_come_leaves_the_leads_until_then(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputy", responsible=True), on=date(2026, 6, 1))

    assert led() == [
        ("Head of Safeguarding", None, date(2026, 5, 31)),
        ("Practice Lead", None, date(2026, 5, 31)),
        ("Deputy", date(2026, 6, 1), None),
    ]


def test_a_hand_over_before_one_to_come_takes_its_place(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputy", responsible=True), on=date(2026, 6, 1))
    hand_over(northmere, NewLead(words="Principal", responsible=True))

    assert led() == [("Head of Safeguarding", None, YESTERDAY), ("Practice Lead", None, YESTERDAY), ("Principal", DAY, None)]


def test_a_hand_over_to_come_can_be_called_off(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputy", responsible=True), on=date(2026, 6, 1))
    hand_over(northmere, HEAD, PRACTICE)

    assert led() == [("Head of Safeguarding", None, None), ("Practice Lead", None, None)]


def test_a_slip_of_today_can_be_put_right_today(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputi", responsible=True))
    hand_over(northmere, NewLead(words="Deputy", responsible=True))

    assert led()[2:] == [("Deputy", DAY, None)]


def test_a_hand_over_may_not_lie_before_the_one_that_it_follows(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Deputy", responsible=True), on=date(2026, 2, 1))

    with pytest.raises(NotPossible, match="Deputy leads the action since 1 February 2026"):
        hand_over(northmere, HEAD, on=date(2026, 1, 15))

    assert led()[2:] == [("Deputy", date(2026, 2, 1), None)]


def test_the_same_leads_again_are_no_change(northmere: World) -> None:
    with pytest.raises(NotPossible, match="lead the action already"):
        hand_over(northmere, HEAD, PRACTICE)


def test_leads_that_were_taken_from_the_cell_above_are_confirmed_by_giving_them_again() -> None:
    council = world.council()
    world.plan(council, a_picture([an_item(actions=[an_action(leads=("Head",), responsible_lead="Head", leads_basis="filled_down")])]))

    hand_over(council, NewLead(words="Head", responsible=True))

    assert row().leads_basis == "printed"
    assert led() == [("Head", None, None)]


def test_another_lead_can_become_responsible(northmere: World) -> None:
    hand_over(northmere, NewLead(words="Head of Safeguarding"), NewLead(words="Practice Lead", responsible=True))

    held = Lead.objects.filter(ends_on=None).order_by("order").values_list("as_printed", "responsible")
    assert list(held) == [("Head of Safeguarding", False), ("Practice Lead", True)]


# --- rating and progress


def test_a_rating_carries_its_reason_into_the_history(northmere: World) -> None:
    actions.rate(action=row(), by=acting(northmere.manager), version=1, rating="Green", why="All teams trained.")

    assert row().rating == "Green"
    assert (last().verb, last().changes, last().why) == (Verb.RATING_CHANGED, {"rating": ["Red", "Green"]}, "All teams trained.")


@pytest.mark.parametrize(
    ("rating", "why", "message"),
    [
        ("Purple", "Because", "no rating of this plan’s key"),
        ("Green", " ", "needs a reason"),
        ("Red", "Because", "rated “Red” already"),
    ],
)
def test_a_rating_that_cannot_be_changes_nothing(northmere: World, rating: str, why: str, message: str) -> None:
    with pytest.raises(NotPossible, match=message):
        actions.rate(action=row(), by=acting(northmere.manager), version=1, rating=rating, why=why)

    assert (row().rating, row().version) == ("Red", 1)


def test_a_plan_without_a_key_takes_its_own_words() -> None:
    council = world.council()
    world.plan(council, a_picture(plan=a_plan(status_key=())))

    actions.rate(action=row(), by=acting(council.manager), version=1, rating="On track", why="As agreed.")

    assert row().rating == "On track"


def test_progress_is_added_after_what_was_said(northmere: World) -> None:
    for letter, text in ((None, " The first "), ("b", "The second")):
        actions.add_progress(action=row(), by=acting(northmere.manager), version=row().version, text=text, letter=letter)

    assert list(Progress.objects.order_by("order").values_list("order", "letter", "text")) == [
        (0, None, "The first"),
        (1, "b", "The second"),
    ]
    assert [said.by for said in Progress.objects.all()] == [northmere.manager] * 2


def test_progress_on_a_part_that_there_is_not_is_refused(northmere: World) -> None:
    with pytest.raises(NotPossible, match="no part c"):
        actions.add_progress(action=row(), by=acting(northmere.manager), version=1, text="Done", letter="c")


# --- what all have in common

Change = Callable[[World, Any, int], object]
CHANGES: dict[str, Change] = {
    "date": lambda council, by, version: change_date(council, ["2026-05"], by=by, version=version),
    "leads": lambda council, by, version: hand_over(council, NewLead(words="Deputy", responsible=True), by=by, version=version),
    "rating": lambda _council, by, version: actions.rate(action=row(), by=by, version=version, rating="Green", why="Because"),
    "progress": lambda _council, by, version: actions.add_progress(action=row(), by=by, version=version, text="Said"),
}
EACH = pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))


@EACH
def test_every_change_counts_up_the_action_and_its_plan_and_stands_in_the_chain(northmere: World, change: Change) -> None:
    change(northmere, acting(northmere.manager), 1)

    assert (row().version, Plan.objects.get().version) == (2, 2)
    assert (last().target_kind, last().target_id, last().plan_id) == ("action", row().pk, Plan.objects.get().pk)
    assert list(verification.broken()) == []


@EACH
def test_every_change_over_an_older_state_gives_way(northmere: World, change: Change) -> None:
    actions.add_progress(action=row(), by=acting(northmere.manager), version=1, text="First")
    events = HistoryEvent.objects.count()

    with pytest.raises(ChangedMeanwhile):
        change(northmere, acting(northmere.manager), 1)

    assert (row().version, HistoryEvent.objects.count()) == (2, events)


@EACH
def test_no_change_is_made_by_somebody_who_may_not_whatever_they_saw(northmere: World, change: Change) -> None:
    reader = acting(world.person(northmere, Kind.LEAD_MEMBER))

    for version in (1, 0):
        with pytest.raises(NotAllowed):
            change(northmere, reader, version)

    assert row().version == 1
