"""Sign-in by the council's directory: off until settings name one, and then only for those whom an administrator has joined to it."""

from types import SimpleNamespace

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount
from django.test import Client, RequestFactory

from goldthread.models import HistoryEvent
from goldthread.operations import accounts
from goldthread.queries import people as queries
from goldthread.rules.errors import NotAllowed, NotPossible
from goldthread.web.accounts.adapter import DirectoryAdapter
from tests import world
from tests.unit.web.processes import manage
from tests.world import Kind, acting

pytestmark = pytest.mark.django_db
NAMES = ("openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled", "person_directory")
_ASK = "from django.urls import get_resolver; print(*(name for name in get_resolver().reverse_dict if isinstance(name, str)))"


@pytest.fixture
def council() -> world.World:
    return world.council()


def test_without_a_directory_there_is_no_door(client: Client) -> None:
    assert client.get("/sign-in/directory/council/").status_code == 404
    assert "directory" not in client.get("/sign-in/").content.decode()


@pytest.mark.slow
def test_with_a_directory_there_is_one() -> None:
    directory = {
        "GOLDTHREAD_OIDC_SERVER": "https://login.council.test/v2",
        "GOLDTHREAD_OIDC_CLIENT_ID": "goldthread",
        "GOLDTHREAD_OIDC_CLIENT_SECRET": "only for tests",
    }

    told = manage("shell", "--no-imports", "-c", _ASK, **directory)

    assert all(name in told.stdout for name in NAMES), told.stdout


def test_whom_nobody_has_joined_is_told_the_number_for_an_administrator(council: world.World) -> None:
    request = RequestFactory().get("/")
    login = SimpleNamespace(account=SimpleNamespace(uid="00u-7-kestrel"))

    with pytest.raises(ImmediateHttpResponse) as stopped:
        DirectoryAdapter(request).is_open_for_signup(request, login)

    assert stopped.value.response.status_code == 403
    assert "00u-7-kestrel" in stopped.value.response.content.decode()
    assert council.council.name in stopped.value.response.content.decode()


def test_an_administrator_joins_and_parts_the_two(council: world.World) -> None:
    admin = acting(council.administrator)

    accounts.join_directory(person=council.manager, number=" 00u-7 ", by=admin)
    assert queries.directory_number(council.manager) == "00u-7"
    assert HistoryEvent.objects.latest("number").why == "Joined to the directory"

    accounts.join_directory(person=council.manager, number="", by=admin)
    assert not SocialAccount.objects.exists()


def test_a_number_is_one_person_s(council: world.World) -> None:
    admin, other = acting(council.administrator), world.person(council, Kind.DIRECTOR)
    accounts.join_directory(person=council.manager, number="00u-7", by=admin)

    with pytest.raises(NotPossible, match="that of Orla Manager already"):
        accounts.join_directory(person=other, number="00u-7", by=admin)


def test_nobody_joins_their_own_account(council: world.World) -> None:
    with pytest.raises(NotAllowed):
        accounts.join_directory(person=council.administrator, number="00u-7", by=acting(council.administrator))
    with pytest.raises(NotAllowed):
        accounts.join_directory(person=council.administrator, number="00u-7", by=acting(council.manager))
