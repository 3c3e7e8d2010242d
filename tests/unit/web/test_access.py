"""Every address of the site, asked as every role. The table ``access.txt`` is written by hand and is not made from the permissions.

An address without a row fails, a row without an address fails, and so does a view that does not say what it needs. An object with an
exclamation mark is asked by POST, for addresses that answer nothing else.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import world
from tests.unit.web.roles import ROLES, Everybody, everybody

pytestmark = pytest.mark.django_db  # so that ``-m django_db`` asks it of PostgreSQL too
TABLE = Path(__file__).with_name("access.txt")
ANSWERS = {200: "P", 302: "P", 405: "P", 403: "R", 409: "P", 404: "N"}
"""What came back → the letter of the table. 405 and 409: the door was passed, and the address wants another method or another moment."""


def patterns(inside: Any = None) -> Iterator[URLPattern]:
    """Every address of the site, whatever it is included from."""
    for entry in (inside or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


def rows() -> Iterator[tuple[str, str, str]]:
    """The table's lines as (address, which object, a letter for each role)."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, which, *letters = line.split()
            yield name, which, "".join(letters)


@pytest.fixture
def cast(db: None) -> Everybody:  # noqa: ARG001 - the database
    return everybody()


def arguments(which: str, cast: Everybody) -> dict[str, Any]:
    """What stands in the address for the object that a row names."""
    plan = {"reference": cast.plan.reference}
    return {
        "-": {},
        "plan": plan,
        "unwatched": {"reference": cast.unwatched.reference},
        "item": {**plan, "pk": cast.item.pk},
        "other-item": {**plan, "pk": cast.other.item.pk},
        "own": {"pk": cast.own.pk},
        "other": {"pk": cast.other.pk},
        "inspection": {"pk": cast.inspection.pk},
        "unpublished": {"pk": cast.unpublished.pk},
        "finding": {"pk": cast.finding.pk},
        "board": {"pk": cast.board.pk},
        "member": {"pk": cast.board.pk, "member": cast.member.pk},
        "paper": {"pk": cast.document.pk},
        "part": {"pk": cast.document.pk, "part": "items"},
        "person": {"pk": cast.people[world.Kind.HEAD_OF_SERVICE].pk},
        "role": {
            "pk": cast.people[world.Kind.HEAD_OF_SERVICE].pk,
            "role": cast.people[world.Kind.HEAD_OF_SERVICE].roles.get().pk,
        },
        "key": {"uidb36": "1", "key": "a-b"},
        "passkey": {"pk": 1},
    }[which.removesuffix("!")]


def letter(client: Client, address: str, which: str) -> str:
    answer = client.post(address) if which.endswith("!") else client.get(address)
    if answer.status_code == 302 and "/sign-in/" in answer["Location"]:
        return "S"
    return ANSWERS.get(answer.status_code, str(answer.status_code))


def signed_in(cast: Everybody, role: str) -> Client:
    client = Client()
    if role != "public":
        client.force_login(cast.people[role], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert {pattern.name for pattern in patterns()} == {name for name, _, _ in rows()}


def test_every_view_says_what_it_needs() -> None:
    assert [pattern.name for pattern in patterns() if not hasattr(pattern.callback, "needs")] == []


def test_a_row_has_a_letter_for_every_role() -> None:
    assert [row for row in rows() if len(row[2]) != len(ROLES)] == []


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_address_as(role: str, cast: Everybody, settings: Any) -> None:
    settings.TODAY = world.DAY
    client = signed_in(cast, role)
    column = ROLES.index(role)

    found = {(name, which): letter(client, reverse(name, kwargs=arguments(which, cast)), which) for name, which, _ in rows()}

    assert found == {(name, which): letters[column] for name, which, letters in rows()}
