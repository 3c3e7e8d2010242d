"""Passwords: the link that sets one, asking for it, changing it."""

import re
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from goldthread.models import HistoryEvent, Person
from goldthread.operations import accounts, people
from goldthread.rules.errors import NotAllowed, NotPossible
from tests import world
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import PASSWORD, Kind, acting

pytestmark = pytest.mark.django_db
NEW = "a very long new password"


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.fixture
def lead(council: world.World) -> Person:
    return world.person(council, Kind.ACTION_LEAD, name="Ben Lead")


@pytest.fixture
def newcomer(council: world.World) -> Person:
    return people.add(name="Nia New", email="nia@northmere.test", organisation=council.council, by=acting(council.administrator))


def follow(client: Client, link: str, password: str = NEW) -> HttpResponse:
    """Opens the link and sets the password."""
    form = client.get(link)
    return client.post(form.url, {"password1": password, "password2": password}) if form.status_code == 302 else form


def can_sign_in(person: Person, password: str) -> bool:
    return Client().post("/sign-in/", {"login": person.email, "password": password}).status_code == 302


def ask(email: str | None, capture) -> HttpResponse:
    with capture(execute=True):
        return Client().post(reverse("account_reset_password"), {"email": email})


def link_in(text: str) -> str:
    (found,) = re.findall(r"http://testserver(/\S+)", text)
    return found


def test_a_new_account_gets_its_first_password_by_the_link(client: Client, newcomer: Person) -> None:
    link = accounts.password_link(newcomer)
    form = client.get(client.get(link).url)
    assert_strict(form)
    assert newcomer.email not in form.content.decode()

    assert follow(client, link).url == reverse("account_reset_password_from_key_done")
    assert_strict(client.get(reverse("account_reset_password_from_key_done")))
    assert can_sign_in(newcomer, NEW)


def test_looking_at_the_link_uses_nothing_up(newcomer: Person) -> None:
    link = accounts.password_link(newcomer)
    for method in ("get", "head", "get"):
        getattr(Client(), method)(link)

    assert follow(Client(), link).status_code == 302


def test_the_key_does_not_stay_in_the_address(client: Client, newcomer: Person) -> None:
    link = accounts.password_link(newcomer)

    assert link.split("-", 1)[1] not in client.get(link).url


def test_the_link_works_once(client: Client, newcomer: Person) -> None:
    link = accounts.password_link(newcomer)
    follow(client, link)

    again = follow(Client(), link, "yet another long password")

    assert "This link cannot be used" in words(again)
    assert can_sign_in(newcomer, NEW)


@pytest.mark.parametrize("change", ["address", "closed", "signed_in"])
def test_the_link_dies_when_the_account_is_another(council: world.World, lead: Person, change: str) -> None:
    link = accounts.password_link(lead)
    admin = acting(council.administrator)
    if change == "address":
        people.change(person=lead, by=admin, name=lead.name, email="other@northmere.test", job_title="", organisation=council.council)
    elif change == "closed":
        people.set_open(person=lead, is_open=False, by=admin)
    else:
        assert can_sign_in(lead, PASSWORD)

    assert "This link cannot be used" in words(follow(Client(), link))


@pytest.mark.parametrize(
    ("has_password", "age", "works"),
    [
        (False, timedelta(days=3, seconds=-1), True),
        (False, timedelta(days=3, seconds=1), False),
        (True, timedelta(hours=1), True),
        (True, timedelta(hours=1, seconds=1), False),
    ],
)
def test_a_first_password_may_wait_three_days_and_a_forgotten_one_an_hour(
    monkeypatch: pytest.MonkeyPatch, lead: Person, newcomer: Person, has_password: bool, age: timedelta, works: bool
) -> None:
    person, made = lead if has_password else newcomer, datetime(2026, 3, 31, 12, 0)
    monkeypatch.setattr(accounts.Links, "_now", lambda _self: made)
    token = accounts.Links().make_token(person)
    monkeypatch.setattr(accounts.Links, "_now", lambda _self: made + age)

    assert accounts.Links().check_token(person, token) is works


def test_somebody_else_s_key_is_none(lead: Person, newcomer: Person) -> None:
    uid = accounts.password_link(newcomer).split("/")[-2].split("-", 1)[0]
    key = accounts.password_link(lead).split("/")[-2].split("-", 1)[1]

    assert "This link cannot be used" in words(Client().get(f"/password/{uid}-{key}/"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("short", "short", "This password is too short"),
        ("qwertyuiop123", "qwertyuiop123", "too common"),
        ("a very long password", "another long password", "You must type the same password each time"),
        ("", "", "Enter a new password"),
    ],
)
def test_a_poor_password_is_refused_in_words(client: Client, newcomer: Person, first: str, second: str, expected: str) -> None:
    form = client.get(accounts.password_link(newcomer)).url

    answer = client.post(form, {"password1": first, "password2": second})

    assert any(expected in line for line in problems(answer)), problems(answer)
    assert_strict(answer)


def test_whoever_forgot_it_gets_a_link_by_e_mail(lead: Person, django_capture_on_commit_callbacks) -> None:
    answer = ask(lead.email, django_capture_on_commit_callbacks)

    assert answer.url == reverse("account_reset_password_done")
    (message,) = mail.outbox
    assert message.to == [lead.email]
    assert message.subject == "Set your password for Goldthread"
    assert "within an hour" in message.body
    assert follow(Client(), link_in(message.body)).status_code == 302
    assert can_sign_in(lead, NEW)


def test_an_address_that_nobody_has_is_told_the_same_and_gets_nothing(lead: Person, django_capture_on_commit_callbacks) -> None:
    known = ask(lead.email, django_capture_on_commit_callbacks)
    sent = len(mail.outbox)
    unknown = ask("nobody@northmere.test", django_capture_on_commit_callbacks)

    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)
    assert len(mail.outbox) == sent
    page = Client().get(known.url)
    assert_strict(page)
    assert "If there is an open account with that address" in words(page)


def test_a_closed_account_gets_nothing(council: world.World, lead: Person, django_capture_on_commit_callbacks) -> None:
    people.set_open(person=lead, is_open=False, by=acting(council.administrator))

    ask(lead.email, django_capture_on_commit_callbacks)

    assert mail.outbox == []


def test_asking_again_and_again_is_stopped(lead: Person, django_capture_on_commit_callbacks) -> None:
    answers = [ask(lead.email, django_capture_on_commit_callbacks).status_code for _ in range(4)]

    assert answers == [302, 302, 302, 429]


def test_the_link_ends_the_wait_after_wrong_passwords(client: Client, lead: Person) -> None:
    for _ in range(5):
        client.post("/sign-in/", {"login": lead.email, "password": "wrong"})
    assert client.post("/sign-in/", {"login": lead.email, "password": PASSWORD}).status_code == 429

    follow(client, accounts.password_link(lead))

    assert can_sign_in(lead, NEW)


def test_setting_one_is_in_the_history_and_told_to_the_owner(client: Client, newcomer: Person, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        follow(client, accounts.password_link(newcomer))

    assert HistoryEvent.objects.last().why == "Password set"
    assert [(message.to, message.subject) for message in mail.outbox] == [([newcomer.email], "Your password for Goldthread was set")]


def test_no_password_and_no_link_ever_stands_in_the_history(client: Client, newcomer: Person) -> None:
    link = accounts.password_link(newcomer)
    follow(client, link)

    kept = str(list(HistoryEvent.objects.values_list("title", "changes", "why")))

    assert NEW not in kept
    assert link not in kept


def test_an_administrator_has_the_link_sent(council: world.World, newcomer: Person, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        accounts.send_link(person=newcomer, by=acting(council.administrator), site="http://testserver")

    (message,) = mail.outbox
    assert message.to == ["nia@northmere.test"]
    assert "within three days" in message.body
    assert HistoryEvent.objects.last().why == "Link to set a password sent"


def test_nobody_else_has_it_sent(council: world.World, lead: Person, newcomer: Person) -> None:
    with pytest.raises(NotAllowed, match="Ask an administrator"):
        accounts.send_link(person=newcomer, by=acting(lead), site="http://testserver")
    with pytest.raises(NotAllowed, match="your own account"):
        accounts.send_link(person=council.administrator, by=acting(council.administrator), site="http://testserver")


def test_without_an_address_no_link_is_sent(council: world.World) -> None:
    nobody = people.add(name="No Mail", organisation=council.council, by=acting(council.administrator))

    with pytest.raises(NotPossible, match="no e-mail address"):
        accounts.send_link(person=nobody, by=acting(council.administrator), site="http://testserver")


def test_the_old_address_is_told_that_another_took_its_place(
    council: world.World, lead: Person, django_capture_on_commit_callbacks
) -> None:
    before = lead.email
    with django_capture_on_commit_callbacks(execute=True):
        people.change(
            person=lead,
            by=acting(council.administrator),
            name=lead.name,
            email="Ben@Elsewhere.Test",
            job_title="",
            organisation=council.council,
        )

    assert [message.to for message in mail.outbox] == [[before]]
    lead.refresh_from_db()
    assert lead.email == "ben@elsewhere.test"


def test_changing_it_takes_the_old_one(lead: Person) -> None:
    site = Client()
    site.force_login(lead)
    page = site.get(reverse("account_change_password"))
    assert_strict(page)

    wrong = site.post(reverse("account_change_password"), {"oldpassword": "wrong", "password1": NEW, "password2": NEW})
    assert problems(wrong) == ["This is not your current password"]

    site.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert can_sign_in(lead, NEW)


def test_without_a_password_changing_it_leads_to_the_link(newcomer: Person, council: world.World) -> None:
    people.give_role(
        person=newcomer,
        kind=Kind.DIRECTOR,
        organisation=council.council,
        by=acting(council.administrator),
        starts_on=world.LONG_AGO,
    )
    newcomer.refresh_from_db()
    site = Client()
    site.force_login(newcomer)

    assert site.get(reverse("account_change_password")).url == reverse("account_reset_password")
