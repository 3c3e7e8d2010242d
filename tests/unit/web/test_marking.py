"""Every page of the working record says how it is marked and as of which day; nothing else does."""

import pytest
from django.conf import settings
from django.test import Client

from goldthread.models import Action, Plan
from tests import world
from tests.factories import a_finding, a_picture, an_action, an_item
from tests.world import Kind

pytestmark = pytest.mark.django_db
MARK = "OFFICIAL-SENSITIVE"


def signed_in(kind: str) -> Client:
    council = world.council()
    world.plan(council, a_picture([an_item("1", actions=[an_action()])], findings=[a_finding("A1")]))
    client = Client()
    client.force_login(world.person(council, kind), backend=settings.AUTHENTICATION_BACKENDS[-1])
    return client


def test_pages_with_plans_or_people_are_marked() -> None:
    client = signed_in(Kind.IMPROVEMENT_MANAGER)
    action, plan = Action.objects.get(), Plan.objects.get()

    for address in (
        "/", "/inspections/", "/plans/", f"/plans/{plan.reference}/", f"/actions/{action.pk}/", "/boards/",
        "/people/", "/glossary/", "/search/", "/papers/", f"/actions/{action.pk}/progress/", "/boards/add/",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert f"{MARK}</span> · as at" in answer.content.decode(), address


def test_sign_in_errors_and_ones_own_account_are_not() -> None:
    client = signed_in(Kind.ACTION_LEAD)

    for answer in (Client().get("/sign-in/"), client.get("/nowhere/"), client.get("/papers/new/"), client.get("/account/")):
        assert MARK not in answer.content.decode()
