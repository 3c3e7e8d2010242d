"""Authenticator app, recovery codes and passkeys: added, asked for, used, removed."""

import json
import re
import time
from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from goldthread.models import HistoryEvent, Person
from tests import world
from tests.unit.web.accounts.device import Device
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import PASSWORD, Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Person:
    return world.person(world.council(), Kind.ACTION_LEAD, name="Ben Lead")


@pytest.fixture
def site() -> Client:
    """A browser at a host that a passkey can belong to."""
    return Client(HTTP_HOST="localhost")


def sign_in(site: Client, person: Person) -> HttpResponse:
    return site.post("/sign-in/", {"login": person.email, "password": PASSWORD})


def confirmed(site: Client, person: Person) -> Client:
    """Signed in, with the password entered again just now."""
    sign_in(site, person)
    site.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return site


def code(secret: str, seconds: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time() + seconds) // 30))


def events(person: Person) -> list[str]:
    rows = HistoryEvent.objects.filter(target_kind="person", target_id=person.pk).values_list("verb", "why")
    return [why or verb for verb, why in rows]


def data(response: HttpResponse, name: str) -> dict:
    (block,) = html.fromstring(response.content).xpath("//script[@id=$name]", name=name)
    return json.loads(block.text)


def add_app(site: Client) -> str:
    """The app is added; its secret."""
    page = site.get(reverse("mfa_activate_totp"))
    assert_strict(page)
    secret = html.fromstring(page.content).get_element_by_id("key").text
    assert b"data:image/svg+xml;base64," in page.content
    answer = site.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes"), problems(answer)
    return secret


def add_passkey(site: Client, device: Device, **form: str) -> HttpResponse:
    page = site.get(reverse("mfa_add_webauthn"))
    assert_strict(page)
    made = device.make(data(page, "creation-options"))
    return site.post(reverse("mfa_add_webauthn"), {"name": "Office laptop", "passwordless": "on", "credential": made, **form})


def test_a_second_step_is_added_only_after_the_password_again(site: Client, lead: Person) -> None:
    sign_in(site, lead)

    answer = site.get(reverse("mfa_activate_totp"))

    assert unquote(answer.url) == f"{reverse('account_reauthenticate')}?next={reverse('mfa_activate_totp')}"
    assert_strict(site.get(answer.url))
    assert site.post(answer.url, {"password": PASSWORD, "next": reverse("mfa_activate_totp")}).url == reverse("mfa_activate_totp")


def test_with_an_app_the_password_alone_lets_nobody_in(site: Client, lead: Person) -> None:
    secret = add_app(confirmed(site, lead))
    site.post("/sign-out/")
    signed_in = events(lead).count("signed_in")
    Authenticator.objects.filter(type="totp").update(last_used_at=None)
    cache.clear()

    answer = sign_in(site, lead)

    assert answer.url == reverse("mfa_authenticate")
    assert site.get(reverse("account")).status_code == 302
    assert events(lead).count("signed_in") == signed_in

    page = site.get(answer.url)
    assert_strict(page)
    assert site.post(answer.url, {"code": code(secret)}).url == reverse("my_work")
    assert events(lead).count("signed_in") == signed_in + 1


def test_a_code_works_once(site: Client, lead: Person) -> None:
    secret = add_app(confirmed(site, lead))
    cache.clear()
    used = code(secret)
    for expected in (302, 200):
        site.post("/sign-out/")
        sign_in(site, lead)
        assert site.post(reverse("mfa_authenticate"), {"code": used}).status_code == expected


def test_codes_are_not_guessed_either(site: Client, lead: Person) -> None:
    add_app(confirmed(site, lead))
    site.post("/sign-out/")
    sign_in(site, lead)

    answers = [site.post(reverse("mfa_authenticate"), {"code": "000000"}) for _ in range(11)]

    assert [answer.status_code for answer in answers][:10] == [200] * 10
    assert answers[-1].status_code == 429
    assert "Wait before you try again" in answers[-1].content.decode()
    assert events(lead)[-1] == "locked_out"


def test_the_owner_is_told_and_the_history_says_what_was_added(site: Client, lead: Person, django_capture_on_commit_callbacks) -> None:
    confirmed(site, lead)
    with django_capture_on_commit_callbacks(execute=True):
        add_app(site)

    assert "Authenticator app added" in events(lead)
    assert {message.subject for message in mail.outbox} == {"Your second steps for Goldthread changed"}
    assert {address for message in mail.outbox for address in message.to} == {lead.email}


def test_the_secret_is_not_readable_in_the_database(site: Client, lead: Person) -> None:
    secret = add_app(confirmed(site, lead))

    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored


def test_a_recovery_code_signs_in_once(site: Client, lead: Person) -> None:
    add_app(confirmed(site, lead))
    page = site.get(reverse("mfa_view_recovery_codes"))
    assert_strict(page)
    codes = re.findall(r"<code>(\d{8})</code>", page.content.decode())
    assert len(codes) == 10

    for expected in (302, 200):
        site.post("/sign-out/")
        sign_in(site, lead)
        assert site.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == expected


def test_recovery_codes_are_kept_as_a_file_and_made_anew(site: Client, lead: Person) -> None:
    add_app(confirmed(site, lead))
    before = site.get(reverse("mfa_download_recovery_codes")).content
    assert_strict(site.get(reverse("mfa_generate_recovery_codes")))

    site.post(reverse("mfa_generate_recovery_codes"))

    assert site.get(reverse("mfa_download_recovery_codes")).content != before


def test_without_the_app_the_password_signs_in_again(site: Client, lead: Person) -> None:
    add_app(confirmed(site, lead))
    assert_strict(site.get(reverse("mfa_deactivate_totp")))

    site.post(reverse("mfa_deactivate_totp"))
    site.post("/sign-out/")

    assert sign_in(site, lead).url == reverse("my_work")
    assert not Authenticator.objects.exists()


def test_a_passkey_signs_in_by_itself(site: Client, lead: Person) -> None:
    device = Device()
    assert add_passkey(confirmed(site, lead), device).url == reverse("mfa_view_recovery_codes")
    site.post("/sign-out/")

    options = site.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()["request_options"]
    answer = site.post(reverse("mfa_login_webauthn"), {"credential": device.sign(options), "next": "/account/"})

    assert answer.url == "/account/"
    assert site.get("/account/").status_code == 200
    assert events(lead)[-1] == "signed_in"


def test_a_passkey_is_the_second_step_after_a_password(site: Client, lead: Person) -> None:
    device = Device()
    add_passkey(confirmed(site, lead), device)
    site.post("/sign-out/")
    answer = sign_in(site, lead)
    assert answer.url == reverse("mfa_authenticate")

    options = data(site.get(answer.url), "request-options")

    assert site.post(answer.url, {"credential": device.sign(options)}).url == reverse("my_work")


def test_a_passkey_confirms_that_it_is_its_owner(site: Client, lead: Person) -> None:
    device = Device()
    add_passkey(confirmed(site, lead), device)
    page = site.get(reverse("mfa_reauthenticate_webauthn"))
    assert_strict(page)

    answer = site.post(page.request["PATH_INFO"], {"credential": device.sign(data(page, "request-options")), "next": "/account/"})

    assert answer.url == "/account/"


def test_another_device_does_not_sign_in(site: Client, lead: Person) -> None:
    device, other = Device(), Device()
    add_passkey(confirmed(site, lead), device)
    other.owner = device.owner
    site.post("/sign-out/")

    options = site.get(reverse("mfa_login_webauthn"), HTTP_ACCEPT="application/json").json()["request_options"]
    answer = site.post(reverse("mfa_login_webauthn"), {"credential": other.sign(options)})

    assert answer.url == reverse("account_login")
    assert "not right" in words(site.get(answer.url))
    assert "_auth_user_id" not in site.session


def test_a_device_that_does_not_ask_who_holds_it_is_no_passkey(site: Client, lead: Person) -> None:
    answer = add_passkey(confirmed(site, lead), Device(verifies=False))

    assert answer.status_code == 200
    assert problems(answer)
    assert not Authenticator.objects.exists()


def test_passkeys_are_named_and_removed(site: Client, lead: Person) -> None:
    add_passkey(confirmed(site, lead), Device())
    (key,) = Authenticator.objects.filter(type="webauthn")
    listed = site.get(reverse("mfa_list_webauthn"))
    assert_strict(listed)
    assert "Office laptop" in words(listed)

    assert_strict(site.get(reverse("mfa_edit_webauthn", args=[key.pk])))
    site.post(reverse("mfa_edit_webauthn", args=[key.pk]), {"name": "Blue key"})
    assert "Blue key" in words(site.get(reverse("mfa_list_webauthn")))

    assert_strict(site.get(reverse("mfa_remove_webauthn", args=[key.pk])))
    site.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert not Authenticator.objects.exists()
    assert "Passkey removed" in events(lead)


def test_nobody_reaches_another_s_passkey(site: Client, lead: Person) -> None:
    add_passkey(confirmed(site, lead), Device())
    (key,) = Authenticator.objects.filter(type="webauthn")
    other = Client(HTTP_HOST="localhost")
    confirmed(other, Person.objects.get(name="Orla Manager"))

    assert other.get(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404
    assert other.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_the_overview_says_what_there_is(site: Client, lead: Person) -> None:
    sign_in(site, lead)
    page = site.get(reverse("mfa_index"))

    assert_strict(page)
    assert "You have none" in words(page)
