"""Signing in and out: who gets in, what is said, what stays in the history."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from goldthread.models import HistoryEvent, Person
from goldthread.operations import people
from tests import world
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import PASSWORD, Kind, acting

pytestmark = pytest.mark.django_db
WHERE = "/sign-in/"


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.fixture
def lead(council: world.World) -> Person:
    return world.person(council, Kind.ACTION_LEAD, name="Ben Lead")


def sign_in(client: Client, person: Person, password: str = PASSWORD, **more: str):
    return client.post(WHERE, {"login": person.email, "password": password, **more})


def events(person: Person) -> list[str]:
    return list(HistoryEvent.objects.filter(target_kind="person", target_id=person.pk).values_list("verb", flat=True))


@pytest.mark.usefixtures("council")
def test_the_page_asks_for_address_and_password_and_helps_who_cannot(client: Client) -> None:
    response = client.get(WHERE)

    assert_strict(response)
    assert "Northmere" in response.content.decode()
    assert "You have no password yet, or have forgotten it" in words(response)


def test_somebody_with_the_right_password_is_in(client: Client, lead: Person) -> None:
    response = sign_in(client, lead)

    assert response.url == reverse("my_work")
    assert events(lead)[-1] == "signed_in"


def test_capitals_and_spaces_in_the_address_do_not_matter(client: Client, lead: Person) -> None:
    response = client.post(WHERE, {"login": f" {str(lead.email).upper()} ", "password": PASSWORD})

    assert response.url == reverse("my_work")


def test_whoever_was_sent_here_goes_on_to_where_they_wanted(client: Client, lead: Person) -> None:
    assert sign_in(client, lead, next="/account/").url == "/account/"


def test_nobody_is_sent_to_another_site(client: Client, lead: Person) -> None:
    assert sign_in(client, lead, next="https://elsewhere.test/").url == reverse("my_work")


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(client: Client, lead: Person) -> None:
    wrong = sign_in(client, lead, "not the password")
    unknown = client.post(WHERE, {"login": "nobody@northmere.test", "password": PASSWORD})

    assert_strict(wrong)
    assert problems(wrong) == problems(unknown)
    assert "The e-mail address or the password is not right" in problems(wrong)[0]


def test_empty_boxes_say_what_to_enter(client: Client) -> None:
    assert problems(client.post(WHERE, {})) == ["Enter your e-mail address", "Enter your password"]


def test_a_closed_account_does_not_get_in(client: Client, council: world.World, lead: Person) -> None:
    people.set_open(person=lead, is_open=False, by=acting(council.administrator))

    response = sign_in(client, lead)

    assert response.url == reverse("account_inactive")
    assert_strict(client.get(response.url))
    assert "_auth_user_id" not in client.session
    assert "signed_in" not in events(lead)


def test_signing_in_gives_the_session_another_key(client: Client, lead: Person) -> None:
    client.get(WHERE)
    session = client.session
    session["planted"] = "yes"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = before = session.session_key

    sign_in(client, lead)

    assert client.session.session_key != before
    client.cookies[settings.SESSION_COOKIE_NAME] = before
    assert client.get(reverse("account")).status_code == 302


def test_signing_out_takes_a_button_and_clears_the_browser(client: Client, lead: Person) -> None:
    sign_in(client, lead)

    assert_strict(client.get("/sign-out/"))
    assert client.get(reverse("account")).status_code == 200

    response = client.post("/sign-out/")

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert "You have signed out" in words(client.get(response.url))
    assert client.get(reverse("account")).status_code == 302
    assert events(lead)[-2:] == ["signed_in", "signed_out"]


@pytest.mark.usefixtures("council")
def test_a_stranger_who_signs_out_leaves_no_event(client: Client) -> None:
    before = HistoryEvent.objects.count()

    assert client.post("/sign-out/").status_code == 302
    assert HistoryEvent.objects.count() == before


def test_nobody_signs_up(client: Client) -> None:
    assert client.get("/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404
