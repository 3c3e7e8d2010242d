"""The history page: what it says, to whom, and how one finds something in it."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries

from goldthread.models import Action, Person, Plan
from goldthread.operations import actions, plans
from tests import world
from tests.factories import a_picture, an_action, an_item
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import Kind, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.fixture
def plan(council: world.World) -> Plan:
    line = an_action("Train managers to supervise", due_dates=("2026-03-31",))
    return world.plan(council, a_picture([an_item("A1", actions=[line])]))


@pytest.fixture
def moved(council: world.World, plan: Plan) -> Action:
    """An action whose date was moved."""
    action = Action.objects.get(item__plan=plan)
    actions.change_due_date(
        action=action, by=acting(council.manager), version=action.version, by_when="", dates=["2026-05-29"], why="The trainer left"
    )
    return action


def site(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def titles(response) -> list[str]:
    return [one.text_content() for one in html.fromstring(response.content).xpath("//*[@class='gt-timeline__title']")]


def test_each_event_is_told_in_words_with_who_and_why(council: world.World, moved: Action) -> None:
    response = site(council.manager).get("/history/")

    assert_strict(response)
    assert titles(response)[0] == "Due date of ‘Train managers to supervise’ changed from 31 March 2026 to 29 May 2026"
    assert "Orla Manager, " in words(response)
    assert "Reason: The trainer left" in words(response)
    assert reverse("action", args=[moved.pk]) in response.content.decode()


@pytest.mark.usefixtures("plan")
def test_administrators_read_of_accounts_and_of_no_plan(council: world.World) -> None:
    response = site(council.administrator).get("/history/")

    assert_strict(response)
    assert "Orla Manager added to the people" in titles(response)
    assert "Train managers" not in words(response)
    assert "Plans" not in words(response)


@pytest.mark.usefixtures("plan")
def test_the_improvement_manager_does_not_read_who_came_and_went(council: world.World) -> None:
    site(council.administrator)

    told = words(site(council.manager).get("/history/"))

    assert "signed in" not in told
    assert "added to the people" not in told


@pytest.mark.parametrize("kind", [Kind.ACTION_LEAD, Kind.PARTNER_LEAD, Kind.SCRUTINY_COUNCILLOR, Kind.HEAD_OF_SERVICE])
def test_others_are_told_why_not(council: world.World, kind: str) -> None:
    response = site(world.person(council, kind)).get("/history/")

    assert response.status_code == 403
    assert "What changed on one action stands on its own page" in words(response)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=plan", ["Plan ‘Improvement plan’ added"]),
        ("kind=item", ["Item ‘Improve the supervision of social workers’ added"]),
        ("kind=person", None),
        ("by=999999", None),
        ("first=1+January+2099", []),
        ("last=1/1/2020", []),
        ("kind=plan&first=1/1/2020&last=1+January+2099", ["Plan ‘Improvement plan’ added"]),
    ],
)
@pytest.mark.usefixtures("moved")
def test_the_history_is_filtered_by_its_address(council: world.World, query: str, expected: list[str] | None) -> None:
    """None: what the reader may not choose narrows nothing."""
    manager = site(council.manager)

    found = titles(manager.get(f"/history/?{query}"))

    assert found == (titles(manager.get("/history/")) if expected is None else expected)


@pytest.mark.usefixtures("moved")
def test_by_person_and_by_plan(council: world.World, plan: Plan) -> None:
    manager = site(council.manager)

    assert len(titles(manager.get(f"/history/?by={council.manager.pk}&plan={plan.pk}"))) == 4
    assert "Done by: Orla Manager" in words(manager.get(f"/history/?by={council.manager.pk}"))


def test_a_day_that_is_none_is_said_so(council: world.World) -> None:
    response = site(council.manager).get("/history/?first=32+March+2026")

    assert problems(response) == ["32 March 2026 is no day that can be read. Enter one like 27 March 2026 or 27/3/2026"]
    assert_strict(response)


def test_pages_follow_each_other(council: world.World) -> None:
    for _ in range(15):
        world.person(council, Kind.ACTION_LEAD)
    admin = site(council.administrator)
    first = admin.get("/history/")

    (older,) = html.fromstring(first.content).xpath("//a[@rel='next']/@href")
    second = admin.get(f"/history/{older}")
    (newer,) = html.fromstring(second.content).xpath("//a[@rel='prev']/@href")

    assert len(titles(first)) == 20
    assert not set(titles(first)) & set(titles(second))
    assert titles(admin.get(f"/history/{newer}")) == titles(first)


@pytest.mark.parametrize("number", ["x", "-1", "1" * 30, ""])
def test_a_page_that_is_none_is_the_first(council: world.World, number: str) -> None:
    manager = site(council.manager)

    assert titles(manager.get(f"/history/?before={number}")) == titles(manager.get("/history/"))


def test_what_was_taken_back_has_no_link(council: world.World, plan: Plan) -> None:
    number = Action.objects.get(item__plan=plan).pk
    plans.take_back(plan=plan, by=acting(council.manager), why="The wrong paper")

    response = site(council.manager).get("/history/?kind=action")

    assert titles(response)[0] == "Action ‘Train managers to supervise’ taken back"
    assert f'href="{reverse("action", args=[number])}"' not in response.content.decode()


def test_a_page_takes_few_queries(council: world.World, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    world.plan(council, a_picture([an_item("A1", actions=[an_action() for _ in range(40)])]))
    for who in (council.manager, council.administrator):
        reader = site(who)
        reader.get("/history/")
        with django_assert_max_num_queries(25):
            reader.get("/history/")
