"""What happened, in words, for those who may read it."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from goldthread.models import Action, HistoryEvent, Plan
from goldthread.operations import actions, boards, people
from goldthread.queries import history
from goldthread.queries.telling import Change
from tests import world
from tests.factories import a_picture, an_action, an_item
from tests.world import Kind, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.fixture
def plan(council: world.World) -> Plan:
    line = an_action("Train managers to supervise", leads=("Head of Service",), due_dates=("2026-03-31",))
    return world.plan(council, a_picture([an_item("A1", actions=[line])]))


@pytest.fixture
def action(plan: Plan) -> Action:
    return Action.objects.get(item__plan=plan)


def move(council: world.World, action: Action, day: str) -> None:
    action.refresh_from_db()
    actions.change_due_date(
        action=action, by=acting(council.manager), version=action.version, by_when="", dates=[day], why="The trainer left"
    )


def test_a_change_says_what_it_was_and_is_who_made_it_and_why(council: world.World, action: Action) -> None:
    move(council, action, "2026-05-29")

    told = history.timeline("action", action.pk)[0]

    assert told.title == "Due date changed"
    assert told.words == "Due date of ‘Train managers to supervise’ changed from 31 March 2026 to 29 May 2026"
    assert told.sentence.endswith("29 May 2026 by Orla Manager")
    assert told.why == "The trainer left"
    assert told.changes == (Change(label="Due date", was="31 March 2026", now="29 May 2026"),)


def test_events_come_newest_first(council: world.World, action: Action) -> None:
    move(council, action, "2026-05-29")

    assert [told.title for told in history.timeline("action", action.pk)] == ["Due date changed", "Action added"]


def test_of_a_list_only_what_went_and_came_is_told(council: world.World, action: Action) -> None:
    lead = world.person(council, Kind.ACTION_LEAD, name="Ben Lead")
    new = [actions.NewLead(words="Head of Service"), actions.NewLead(words="Training lead", person=lead, responsible=True)]
    actions.change_leads(action=action, by=acting(council.manager), version=action.version, leads=new)

    (change,) = history.timeline("action", action.pk)[0].changes

    assert change == Change(label="Leads", was="", now="Training lead (Ben Lead, responsible, from 31 March 2026)")


def test_what_is_worked_out_by_goldthread_is_by_nobody(council: world.World) -> None:
    founded = history.visible_to(acting(council.administrator)).get(verb="organisation_added")

    (told,) = history.tell([founded])

    assert (told.by_name, told.sentence) == ("", "Northmere added to the organisations")


def test_a_role_is_told_with_its_person_and_days(council: world.World) -> None:
    who = world.person(council, Kind.INSPECTOR, name="Ines Spector")
    people.end_role(role=who.roles.get(), by=acting(council.administrator))

    ended, given, *_ = history.of_person(who, acting(council.administrator))

    assert given.words == "Role ‘Inspector’ given to Ines Spector from 1 January 2025 until 31 December 2026"
    assert ended.words == "Role ‘Inspector’ of Ines Spector ended; last held on 30 March 2026"


def test_a_role_that_was_given_today_and_ended_stays_in_the_history(council: world.World) -> None:
    who = world.person(council, name="Dee Day")
    admin = acting(council.administrator)
    role = people.give_role(person=who, kind=Kind.DIRECTOR, organisation=council.council, by=admin)
    people.end_role(role=role, by=admin)

    assert [told.words for told in history.of_person(who, admin)][:2] == [
        "Role ‘Director of children’s services’ of Dee Day taken away",
        "Role ‘Director of children’s services’ given to Dee Day from 31 March 2026",
    ]


def test_a_board_tells_who_sat_on_it_even_after_they_left(council: world.World) -> None:
    manager = acting(council.manager)
    board = boards.add(organisation=council.council, facts=boards.Facts(name="Improvement Board"), by=manager)
    stays = boards.add_member(board=board, person=council.manager, by=manager, starts_on=date(2026, 1, 5))
    boards.end_member(member=stays, by=manager)

    ended, joined, added = history.timeline("board", board.pk)

    assert added.words == "Improvement Board added to the register of boards"
    assert joined.words == "Orla Manager sits on a board from 5 January 2026: Member, Improvement Board"
    assert ended.words == "Orla Manager sits on a board no longer: Member, Improvement Board; 30 March 2026 was the last day"


def test_every_event_of_a_plan_can_be_told(council: world.World, action: Action) -> None:
    move(council, action, "2026-05-29")

    for told in history.tell(list(HistoryEvent.objects.select_related("by"))):
        assert told.words
        assert told.title


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [
        (Kind.ADMINISTRATOR, {"organisation", "person", "role"}),
        (Kind.IMPROVEMENT_MANAGER, {"board", "inspection", "plan", "item", "action"}),
        (Kind.INSPECTOR, {"board", "inspection", "plan", "item", "action"}),
        (Kind.ACTION_LEAD, set()),
        (Kind.PARTNER_LEAD, set()),
        (Kind.SCRUTINY_COUNCILLOR, set()),
    ],
)
@pytest.mark.usefixtures("plan")
def test_the_whole_history_is_as_far_as_the_role_sees(council: world.World, kind: str, kinds: set[str]) -> None:
    boards.add(organisation=council.council, facts=boards.Facts(name="Another board"), by=acting(council.manager))

    seen = history.visible_to(acting(world.person(council, kind)))

    assert set(seen.values_list("target_kind", flat=True)) == kinds


def test_nobody_reads_of_another_s_account_but_administrators(council: world.World) -> None:
    who = world.person(council, Kind.ACTION_LEAD)

    assert history.of_person(who, acting(council.manager)) == ()
    assert history.of_person(who, acting(who)) != ()
    with pytest.raises(ValueError, match="of_person"):
        history.timeline("person", who.pk)


def test_pages_follow_each_other_without_a_gap(council: world.World) -> None:
    for number in range(5):
        world.person(council, name=f"Person {number}")
    events = history.visible_to(acting(council.administrator))
    everything = list(events.order_by("-number").values_list("number", flat=True))

    first = history.stretch(events, size=3)
    second = history.stretch(events, size=3, before=first.older)
    back = history.stretch(events, size=3, after=second.newer)

    assert [told.number for told in (*first.told, *second.told)] == everything[:6]
    assert back == history.Stretch(told=first.told, older=first.older, newer=None)
    assert first.newer is None
    assert history.stretch(events, size=3, before=everything[-1] + 1).older is None


def test_a_page_takes_few_queries(council: world.World, action: Action, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    move(council, action, "2026-05-29")
    events = history.visible_to(acting(council.manager))

    with django_assert_max_num_queries(6):
        history.stretch(events, size=20)
