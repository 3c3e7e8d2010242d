"""When a session ends: of itself in time, and at once when what its owner may do has changed."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.models import HistoryEvent, Person
from goldthread.operations import accounts, people
from tests import world
from tests.unit.web.pages import words
from tests.world import PASSWORD, Kind, acting

pytestmark = pytest.mark.django_db
MINUTE, HOUR = 60, 3600


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.fixture
def lead(council: world.World) -> Person:
    return world.person(council, Kind.ACTION_LEAD)


@pytest.fixture
def site(lead: Person) -> Client:
    """Somebody who has just signed in."""
    client = Client()
    assert client.post("/sign-in/", {"login": lead.email, "password": PASSWORD}).status_code == 302
    return client


class Later:
    """Moves the clock by which sessions are measured."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.by, now = 0, time.time
        monkeypatch.setattr("goldthread.web.middleware.time.time", lambda: now() + self.by)

    def __call__(self, seconds: int) -> None:
        self.by += seconds


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    return Later(monkeypatch)


def is_in(site: Client) -> bool:
    return site.get(reverse("account")).status_code == 200


def last_event(person: Person) -> tuple[str, str]:
    return HistoryEvent.objects.filter(target_kind="person", target_id=person.pk).values_list("verb", "why").last()


def test_half_an_hour_without_a_page_ends_it(site: Client, later: Later, lead: Person) -> None:
    later(29 * MINUTE)
    assert is_in(site)
    later(31 * MINUTE)

    answer = site.get(reverse("account"))

    assert answer.url == "/sign-in/?ended=away&next=%2Faccount%2F"
    assert "You were away for more than 30 minutes" in words(site.get(answer.url))
    assert last_event(lead) == ("signed_out", "You were away for more than 30 minutes")
    assert "_auth_user_id" not in site.session


def test_twelve_hours_end_it_whoever_is_busy(site: Client, later: Later) -> None:
    for _ in range(35):
        later(20 * MINUTE)
        assert is_in(site)
    later(21 * MINUTE)

    assert "ended=long" in site.get(reverse("account")).url


def test_what_was_typed_into_a_form_that_lay_open_is_not_sent_again(site: Client, later: Later) -> None:
    later(31 * MINUTE)

    assert site.post(reverse("account_change_password"), {}).url == "/sign-in/?ended=away"


def test_a_part_of_a_page_is_not_replaced_by_the_sign_in_page(site: Client, later: Later) -> None:
    later(31 * MINUTE)

    answer = site.get(reverse("account"), headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in/?ended=away&next=%2Faccount%2F")


def test_another_role_ends_it(site: Client, council: world.World, lead: Person) -> None:
    people.give_role(person=lead, kind=Kind.BOARD_MEMBER, organisation=council.council, by=acting(council.administrator))

    answer = site.get(reverse("account"))

    assert "ended=changed" in answer.url
    assert "What your account may do has changed" in words(site.get(answer.url))


def test_a_role_that_is_over_ends_it(site: Client, council: world.World, lead: Person) -> None:
    people.end_role(role=lead.roles.get(), by=acting(council.administrator))

    assert "ended=changed" in site.get(reverse("account")).url


def test_closing_the_account_ends_it_at_the_next_page(site: Client, council: world.World, lead: Person) -> None:
    people.set_open(person=lead, is_open=False, by=acting(council.administrator))

    assert site.get(reverse("account")).url == "/sign-in/?next=/account/"


def test_opening_it_again_does_not_bring_the_session_back(site: Client, council: world.World, lead: Person) -> None:
    for is_open in (False, True):
        people.set_open(person=lead, is_open=is_open, by=acting(council.administrator))

    assert not is_in(site)


def test_taking_second_steps_away_ends_it(site: Client, council: world.World, lead: Person) -> None:
    accounts.remove_second_steps(person=lead, by=acting(council.administrator), why="Lost telephone")

    assert not is_in(site)


def test_a_changed_password_ends_every_other_session_and_gives_this_one_another_key(site: Client, lead: Person) -> None:
    other = Client()
    other.post("/sign-in/", {"login": lead.email, "password": PASSWORD})
    before = site.session.session_key

    new = {"password1": "another long password", "password2": "another long password"}
    answer = site.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **new})

    assert answer.url == reverse("account")
    assert is_in(site)
    assert site.session.session_key != before
    assert not is_in(other)


def test_somebody_else_s_change_ends_nothing(site: Client, council: world.World) -> None:
    other = world.person(council, Kind.DIRECTOR)
    people.set_open(person=other, is_open=False, by=acting(council.administrator))

    assert is_in(site)


def test_the_clock_of_a_session_starts_when_its_owner_signs_in(site: Client, later: Later, lead: Person) -> None:
    later(13 * HOUR)
    site.get(reverse("account"))
    site.post("/sign-in/", {"login": lead.email, "password": PASSWORD})
    later(-13 * HOUR)

    assert is_in(site)
