"""Guessing: how soon it ends, that it ends for everybody alike, and that it ends in time."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldthread.models import HistoryEvent, Person
from tests import world
from tests.unit.web.pages import assert_strict, words
from tests.world import PASSWORD, Kind

pytestmark = pytest.mark.django_db
WRONG = "not the password"
NOW = datetime(2026, 3, 31, 13, 5, 30, tzinfo=UTC)


class Clock:
    """The moment at which a request counts."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("time.time", lambda: clock.now.timestamp())
    for name in ("axes.handlers.proxy.now", "django.utils.timezone.now", "django.core.cache.backends.db.tz_now"):
        monkeypatch.setattr(name, clock)
    return clock


@pytest.fixture
def lead() -> Person:
    return world.person(world.council(), Kind.ACTION_LEAD)


def guess(client: Client, login: str | None, password: str = WRONG, address: str = "198.51.100.7") -> HttpResponse:
    return client.post("/sign-in/", {"login": login, "password": password}, REMOTE_ADDR=address)


def locked_out(person: Person) -> int:
    return HistoryEvent.objects.filter(target_id=person.pk, verb="locked_out").count()


@pytest.mark.usefixtures("clock")
def test_the_fifth_wrong_password_closes_the_door_and_says_when_it_opens(client: Client, lead: Person) -> None:
    answers = [guess(client, lead.email) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert "You can try again at 31 March 2026, 2:21 pm" in words(answers[-1])
    assert 890 <= int(answers[-1]["Retry-After"]) <= 901
    assert_strict(answers[-1])


@pytest.mark.usefixtures("clock")
def test_the_right_password_is_refused_too(client: Client, lead: Person) -> None:
    for _ in range(5):
        guess(client, lead.email)

    assert guess(client, lead.email, PASSWORD).status_code == 429
    assert "_auth_user_id" not in client.session


def test_after_the_wait_the_right_password_is_right_again(client: Client, lead: Person, clock: Clock) -> None:
    for _ in range(5):
        guess(client, lead.email)
    clock.later(minutes=14)
    assert guess(client, lead.email, PASSWORD).status_code == 429

    clock.later(minutes=2)

    assert guess(client, lead.email, PASSWORD).status_code == 302


@pytest.mark.usefixtures("clock")
def test_an_account_that_nobody_has_is_closed_with_the_same_bytes(client: Client, lead: Person) -> None:
    known = [guess(client, lead.email) for _ in range(6)]
    unknown = [guess(client, "nobody.here@northmere.test", address="198.51.100.8") for _ in range(6)]

    assert [answer.status_code for answer in known] == [answer.status_code for answer in unknown]
    assert known[4].content == unknown[4].content
    assert known[5].content == unknown[5].content
    assert known[5].headers == unknown[5].headers


@pytest.mark.usefixtures("clock")
def test_before_that_too_the_answers_differ_in_nothing_but_the_form_s_own_key(client: Client, lead: Person) -> None:
    key = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')

    known = key.sub(b"", guess(client, lead.email).content).replace(str(lead.email).encode(), b"")
    unknown = key.sub(b"", guess(client, "nobody@northmere.test").content).replace(b"nobody@northmere.test", b"")

    assert known == unknown


@pytest.mark.usefixtures("clock")
def test_capitals_make_no_further_tries(client: Client, lead: Person) -> None:
    address = str(lead.email)
    tries = [address, address.upper(), address.title(), f" {address}", address.swapcase()]

    assert [guess(client, each).status_code for each in tries][-1] == 429


@pytest.mark.usefixtures("clock")
def test_somebody_else_at_the_same_address_still_gets_in(client: Client, lead: Person) -> None:
    other = world.person(world.World(lead.organisation, Person.objects.get(name="Ada Minister"), lead), Kind.DIRECTOR)
    for _ in range(5):
        guess(client, lead.email)

    assert guess(client, other.email, PASSWORD).status_code == 302


@pytest.mark.usefixtures("clock")
def test_an_account_guessed_at_from_many_addresses_is_closed_at_the_eleventh_guess(client: Client, lead: Person) -> None:
    answers = [guess(client, lead.email, address=f"203.0.113.{number}").status_code for number in range(11)]

    assert answers == [200] * 10 + [429]
    assert locked_out(lead) == 1


@pytest.mark.usefixtures("clock")
def test_one_address_that_guesses_at_many_accounts_is_stopped_at_the_eleventh_guess(client: Client) -> None:
    world.council()

    answers = [guess(client, f"person{number}@elsewhere.test").status_code for number in range(11)]

    assert answers == [200] * 10 + [429]


@pytest.mark.usefixtures("clock")
def test_right_passwords_do_not_count_as_guesses(client: Client, lead: Person) -> None:
    for _ in range(12):
        assert guess(client, lead.email, PASSWORD).status_code == 302
        client.logout()


@pytest.mark.usefixtures("clock")
def test_the_history_has_one_event_with_nothing_but_the_person(client: Client, lead: Person) -> None:
    for _ in range(8):
        guess(client, lead.email)

    (event,) = HistoryEvent.objects.filter(verb="locked_out")
    assert (event.target_id, event.by, event.changes, event.why) == (lead.pk, None, {}, "")


@pytest.mark.usefixtures("clock")
def test_of_an_address_that_nobody_has_nothing_is_kept(client: Client) -> None:
    world.council()
    before = HistoryEvent.objects.count()

    for _ in range(6):
        guess(client, "nobody@northmere.test")

    assert HistoryEvent.objects.count() == before


@pytest.mark.usefixtures("clock")
def test_a_password_is_not_guessed_on_an_open_screen_either(client: Client, lead: Person) -> None:
    client.force_login(lead)

    answers = [client.post(reverse("account_reauthenticate"), {"password": WRONG}).status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]
    assert locked_out(lead) == 1


@pytest.mark.usefixtures("clock")
def test_nor_where_it_is_changed(client: Client, lead: Person) -> None:
    client.force_login(lead)
    new = {"password1": "another long password", "password2": "another long password"}

    answers = [client.post(reverse("account_change_password"), {"oldpassword": WRONG, **new}).status_code for _ in range(5)]

    assert answers[-1] == 429
    lead.refresh_from_db()
    assert lead.check_password(PASSWORD)
