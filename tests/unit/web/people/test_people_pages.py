"""The list of people, one person, and what administrators change there."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import DjangoAssertNumQueries

from goldthread.models import HistoryEvent, Organisation, Person
from goldthread.operations import boards, organisations, people
from goldthread.web.day import today
from tests import world
from tests.factories import a_picture, an_action, an_item
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import Kind, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> world.World:
    return world.council()


def site(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def admin(council: world.World) -> Client:
    return site(council.administrator)


@pytest.fixture
def lead(council: world.World) -> Person:
    return world.person(council, Kind.ACTION_LEAD, name="Ben Lead", job_title="Head of Safeguarding")


def names(response) -> list[str]:
    return [row.text_content().strip() for row in html.fromstring(response.content).xpath("//tbody//th")]


def at(name: str, person: Person, *more: int) -> str:
    return reverse(name, args=[person.pk, *more])


def test_everybody_is_listed_by_name(admin: Client, lead: Person) -> None:
    response = admin.get("/people/")

    assert_strict(response)
    assert names(response) == ["Ada Minister", lead.name, "Orla Manager"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("words=ben", ["Ben Lead"]),
        ("words=safeguarding", ["Ben Lead"]),
        ("words=manager+orla", ["Orla Manager"]),
        ("words=stranger", []),
        ("role=administrator", ["Ada Minister"]),
        ("role=inspector", []),
        ("role=pirate", ["Ada Minister", "Ben Lead", "Gwen Gone", "Nobody Known", "Orla Manager"]),
        ("account=closed", ["Gwen Gone"]),
        ("account=none", ["Nobody Known"]),
        ("account=open&sort=-name", ["Orla Manager", "Ben Lead", "Ada Minister"]),
        ("sort=-job_title", ["Ben Lead", "Orla Manager", "Nobody Known", "Gwen Gone", "Ada Minister"]),
        ("sort=nonsense", ["Ada Minister", "Ben Lead", "Gwen Gone", "Nobody Known", "Orla Manager"]),
    ],
)
@pytest.mark.usefixtures("lead")
def test_the_list_is_filtered_and_sorted_by_its_address(council: world.World, admin: Client, query: str, expected: list[str]) -> None:
    gone = world.person(council, name="Gwen Gone")
    people.set_open(person=gone, is_open=False, by=acting(council.administrator))
    people.add(name="Nobody Known", organisation=council.council, by=acting(council.administrator))

    assert names(admin.get(f"/people/?{query}")) == expected


def test_a_filter_in_force_can_be_taken_away(admin: Client) -> None:
    response = admin.get("/people/?role=administrator&words=ada&page=1")

    assert "Role today: Administrator" in words(response)
    assert "?words=ada" in response.content.decode()


def test_the_list_is_paged(council: world.World, admin: Client) -> None:
    for number in range(25):
        world.person(council, name=f"Person {number:02}")

    second = admin.get("/people/?page=2")

    assert len(names(admin.get("/people/"))) == 20
    assert names(second)[-1] == "Person 24"
    assert "page 2 of 2" in second.content.decode()


def test_twenty_people_take_few_queries(council: world.World, admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(25):
        world.person(council, Kind.ACTION_LEAD)
    admin.get("/people/")

    with django_assert_max_num_queries(12):
        admin.get("/people/")


def test_others_see_no_closed_accounts_and_not_when_people_came(council: world.World, lead: Person) -> None:
    gone = world.person(council, name="Gwen Gone")
    people.set_open(person=gone, is_open=False, by=acting(council.administrator))

    response = site(lead).get("/people/?account=closed&sort=signed_in")

    assert names(response) == ["Ada Minister", "Ben Lead", "Orla Manager"]
    assert "Last signed in" not in words(response)
    assert site(lead).get(at("person", gone)).status_code == 404


@pytest.mark.parametrize("kind", [Kind.PARTNER_LEAD, Kind.SCRUTINY_COUNCILLOR])
def test_whoever_may_not_look_people_up_is_told_why_and_sees_themselves(council: world.World, kind: str) -> None:
    who = world.person(council, kind)
    response = site(who).get("/people/")

    assert response.status_code == 403
    assert "The list of people is for members of the council’s staff" in words(response)
    assert site(who).get(at("person", council.manager)).status_code == 404
    assert site(who).get(at("person", who)).status_code == 200


def test_a_person_s_page_says_who_they_are_what_they_hold_and_lead(council: world.World, lead: Person) -> None:
    world.plan(council, a_picture([an_item("A1", actions=[an_action("Train managers", leads=("Head of Safeguarding",))])]))
    manager = acting(council.manager)
    board = boards.add(organisation=council.council, facts=boards.Facts(name="Improvement Board"), by=manager)
    boards.add_member(board=board, person=lead, by=manager)

    response = site(council.manager).get(at("person", lead))

    assert_strict(response)
    for said in ("Head of Safeguarding", "Northmere", lead.email, "Action lead", "1 January 2025", "Improvement Board", "Train managers"):
        assert said in words(response)


def test_only_administrators_see_account_note_and_history(council: world.World, lead: Person) -> None:
    people.change(
        person=lead,
        by=acting(council.administrator),
        name=lead.name,
        email=lead.email,
        job_title="",
        organisation=council.council,
        note="Rings back",
    )

    seen, hidden = words(site(council.administrator).get(at("person", lead))), words(site(council.manager).get(at("person", lead)))

    for said in ("Rings back", "Last signed in", "Close the account", "Ben Lead added to the people"):
        assert said in seen
        assert said not in hidden


def test_an_administrator_reads_no_plans_on_the_way(council: world.World, admin: Client, lead: Person) -> None:
    world.plan(council, a_picture([an_item("A1", actions=[an_action("Train managers", leads=("Head of Safeguarding",))])]))

    assert "Train managers" not in admin.get(at("person", lead)).content.decode()


def test_a_person_s_page_takes_few_queries(
    council: world.World, admin: Client, lead: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    world.plan(council, a_picture([an_item("A1", actions=[an_action(leads=("Head of Safeguarding",)) for _ in range(30)])]))
    page = at("person", lead)
    for reader in (admin, site(council.manager)):
        reader.get(page)
        with django_assert_max_num_queries(25):
            reader.get(page)


def test_one_s_own_page_offers_nothing_to_change(council: world.World, admin: Client) -> None:
    response = admin.get(at("person", council.administrator))

    assert "This is you" in words(response)
    assert "Close the account" not in words(response)
    assert "Change" not in words(response).replace("Changed", "")


CHANGES = ["person_change", "person_link", "person_close", "person_open", "person_second_steps", "role_give"]


@pytest.mark.parametrize("name", CHANGES)
def test_nobody_changes_their_own_account(council: world.World, admin: Client, name: str) -> None:
    for answer in (admin.get(at(name, council.administrator)), admin.post(at(name, council.administrator), {"why": "x"})):
        assert answer.status_code == 403
        assert "This is your own account" in words(answer)


@pytest.mark.parametrize("name", [*CHANGES, "person_add", "organisation_add"])
def test_nobody_but_administrators_changes_anything(council: world.World, lead: Person, name: str) -> None:
    where = reverse(name) if name.endswith("_add") else at(name, lead)
    for answer in (site(council.manager).get(where), site(council.manager).post(where, {"why": "x"})):
        assert answer.status_code == 403
        assert "Ask an administrator" in words(answer)


@pytest.mark.parametrize("name", [*CHANGES, "person_add", "organisation_add"])
def test_every_form_keeps_to_the_policy(admin: Client, lead: Person, name: str) -> None:
    assert_strict(admin.get(reverse(name) if name.endswith("_add") else at(name, lead)))


def test_a_person_is_added_and_what_comes_next_is_said(council: world.World, admin: Client) -> None:
    answer = admin.post(
        "/people/add/",
        {"name": "Nia New", "email": "Nia@Northmere.test", "job_title": "", "organisation": council.council.pk, "note": ""},
        follow=True,
    )

    assert Person.objects.get(email="nia@northmere.test").name == "Nia New"
    assert "Nia New is added. Give a role next" in words(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Enter a name"),
        ({"email": "nia"}, "is not a complete e-mail address"),
        ({"email": "ADA@northmere.test"}, "Somebody has this e-mail address already"),
    ],
)
def test_what_is_wrong_stands_above_the_form_with_what_was_typed(
    council: world.World, admin: Client, typed: dict[str, str], said: str
) -> None:
    given = {"name": "Nia New", "email": "nia@northmere.test", "job_title": "Team manager", "organisation": council.council.pk, **typed}

    answer = admin.post("/people/add/", given)

    assert any(said in line for line in problems(answer)), problems(answer)
    assert "Team manager" in answer.content.decode()
    assert "Error: Add a person" in answer.content.decode()


def test_a_person_is_changed(council: world.World, admin: Client, lead: Person) -> None:
    page = admin.get(at("person_change", lead))
    assert "Head of Safeguarding" in page.content.decode()

    admin.post(page.request["PATH_INFO"], {"name": "Ben Major", "email": "ben@northmere.test", "organisation": council.council.pk})

    lead.refresh_from_db()
    assert (lead.name, lead.email, lead.job_title) == ("Ben Major", "ben@northmere.test", "")


def test_an_organisation_is_added_and_can_be_chosen(admin: Client) -> None:
    answer = admin.post("/people/organisations/add/", {"name": "Integrated Care Board", "kind": "partner"}, follow=True)

    assert "Integrated Care Board is added" in words(answer)
    assert "Integrated Care Board" in admin.get("/people/add/").content.decode()
    assert problems(admin.post("/people/organisations/add/", {})) == ["Enter a name", "Choose what it is"]


def role(council: world.World, kind: str, **days: str) -> dict[str, object]:
    start = today()
    return {
        "kind": kind,
        "organisation": council.council.pk,
        "starts_on_day": start.day,
        "starts_on_month": start.month,
        "starts_on_year": start.year,
        **days,
    }


def test_a_role_is_given(council: world.World, admin: Client, lead: Person) -> None:
    answer = admin.post(at("role_give", lead), role(council, Kind.BOARD_MEMBER), follow=True)

    assert "The role “Board member” is given" in words(answer)
    assert acting(lead, today()).has(Kind.BOARD_MEMBER)


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.INSPECTOR, "time-boxed"), (Kind.ACTION_LEAD, "holds the role “Action lead” already"), ("", "Choose a role")]
)
def test_a_role_that_cannot_be_given_says_why(council: world.World, admin: Client, lead: Person, kind: str, said: str) -> None:
    answer = admin.post(at("role_give", lead), role(council, kind))

    assert answer.status_code == 200
    assert any(said in line for line in problems(answer)), problems(answer)


def test_what_each_role_lets_one_do_is_there_to_read(admin: Client, lead: Person) -> None:
    assert "add people and give roles" in words(admin.get(at("role_give", lead)))


def test_where_there_are_two_councils_the_role_s_is_chosen(council: world.World, admin: Client, lead: Person) -> None:
    assert 'type="hidden" name="organisation"' in admin.get(at("role_give", lead)).content.decode()
    organisations.add(name="Southmere", kind=Organisation.Kind.COUNCIL, by=acting(council.administrator))

    assert "Southmere" in words(admin.get(at("role_give", lead)))


def test_a_role_ends_now_or_on_a_day(admin: Client, lead: Person) -> None:
    held = lead.roles.get()
    page = at("role_end", lead, held.pk)
    assert_strict(admin.get(page))
    assert problems(admin.post(page, {"when": "later"})) == ["Enter the last day, for example 27 3 2026"]

    admin.post(page, {"when": "later", "last_day": "27", "last_month": "3", "last_year": "2099"})
    held.refresh_from_db()
    assert str(held.ends_on) == "2099-03-27"

    admin.post(page, {"when": "now"})
    assert not acting(lead, today()).roles


def test_another_s_role_is_not_there(council: world.World, admin: Client, lead: Person) -> None:
    assert admin.get(at("role_end", lead, council.manager.roles.get().pk)).status_code == 404


def test_an_account_is_closed_with_a_reason_and_opened_again(admin: Client, lead: Person) -> None:
    assert problems(admin.post(at("person_close", lead), {})) == ["Say why, in a sentence"]
    lead.refresh_from_db()
    assert lead.is_active

    closed = admin.post(at("person_close", lead), {"why": "Left the council"}, follow=True)
    assert "The account of Ben Lead is closed" in words(closed)
    assert "Reason: Left the council" in words(closed)
    again = admin.post(at("person_close", lead), {"why": "Left"})
    assert "closed already" in problems(again)[0]

    admin.post(at("person_open", lead), {"why": "Came back"})
    lead.refresh_from_db()
    assert lead.is_active


def test_the_link_is_sent_to_the_person_alone(admin: Client, lead: Person, django_capture_on_commit_callbacks) -> None:
    assert lead.email in words(admin.get(at("person_link", lead)))

    with django_capture_on_commit_callbacks(execute=True):
        answer = admin.post(at("person_link", lead), follow=True)

    (message,) = mail.outbox
    link = re.search(r"http://testserver(/password/\S+)", message.body)
    assert message.to == [lead.email]
    assert link
    assert link[1] not in answer.content.decode()


def test_a_link_to_nowhere_is_not_sent(council: world.World, admin: Client) -> None:
    nobody = people.add(name="Nobody Known", organisation=council.council, by=acting(council.administrator))

    assert "Send a link" not in words(admin.get(at("person", nobody)))
    assert "has no e-mail address here" in problems(admin.post(at("person_link", nobody)))[0]


def test_second_steps_are_taken_away_for_somebody_who_lost_them(admin: Client, lead: Person) -> None:
    Authenticator.objects.create(user=lead, type="totp", data={"secret": "x"})
    assert "Take away second steps" in words(admin.get(at("person", lead)))

    admin.post(at("person_second_steps", lead), {"why": "Lost the telephone"})

    assert not Authenticator.objects.exists()
    assert HistoryEvent.objects.latest("number").why == "Second steps taken away: Lost the telephone"
