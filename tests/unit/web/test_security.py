"""Headers, cookies and settings: what a browser is told, and that an installation in public is set up as it should be."""

import secrets
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from goldthread.settings import oidc
from tests import world
from tests.unit.web.pages import assert_headers, assert_strict
from tests.unit.web.processes import manage
from tests.world import PASSWORD, Kind

pytestmark = pytest.mark.django_db
OPEN = [
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_inactive",
]
OWN = ["account", "account_logout", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_list_webauthn"]


@pytest.fixture
def signed_in() -> Client:
    who = world.person(world.council(), Kind.ACTION_LEAD)
    client = Client()
    client.post("/sign-in/", {"login": who.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize("name", OPEN)
def test_pages_for_strangers_have_nothing_inline_and_every_header(client: Client, name: str) -> None:
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert_strict(response)


@pytest.mark.parametrize("name", OWN)
def test_so_do_one_s_own(signed_in: Client, name: str) -> None:
    response = signed_in.get(reverse(name))

    assert response.status_code == 200
    assert_strict(response)


@pytest.mark.parametrize("name", OWN)
def test_nobody_sees_them_without_signing_in(client: Client, name: str) -> None:
    answer = client.get(reverse(name))

    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


def test_pages_that_are_not_there_keep_to_it_too(client: Client) -> None:
    response = client.get("/there/is/no/such/page/")

    assert response.status_code == 404
    assert_strict(response)


def test_answers_that_are_no_pages_have_the_headers(client: Client) -> None:
    assert_headers(client.get("/healthz"))
    assert_headers(client.post("/sign-out/"))


def test_a_form_from_elsewhere_is_refused(signed_in: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in.cookies

    response = strict.post(reverse("account_change_password"), {})

    assert response.status_code == 403
    assert_strict(response)


def test_cookies_are_not_for_scripts_nor_for_other_sites(signed_in: Client) -> None:
    signed_in.get("/sign-in/")
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = signed_in.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=31_536_000)
def test_by_https_browsers_are_told_to_stay_with_it() -> None:
    site = Client()

    assert site.get("/sign-in/").url == "https://testserver/sign-in/"
    assert site.get("/sign-in/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.slow
def test_an_installation_in_public_passes_django_s_own_inspection(tmp_path: Path) -> None:
    public = {
        "GOLDTHREAD_HOME": str(tmp_path),
        "GOLDTHREAD_HOSTS": "goldthread.northmere.test",
        "GOLDTHREAD_SECRET_KEY": secrets.token_urlsafe(64),
    }

    told = manage("check", "--deploy", "--fail-level", "WARNING", **public)

    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout


def test_the_directory_s_door_is_the_only_other_place_that_a_form_may_lead_to() -> None:
    class Env:
        def __call__(self, name: str, default: str = "") -> str:
            return {"GOLDTHREAD_OIDC_SERVER": "https://login.council.test/tenant/v2"}.get(name, default)

    assert oidc.origins(Env()) == ["https://login.council.test"]  # type: ignore[arg-type]
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] == ["'self'"]
