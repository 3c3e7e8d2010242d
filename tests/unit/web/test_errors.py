"""Pages for what went wrong say what to do, and show nothing of what was being read."""

import logging
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from goldthread.web import errors
from tests import world
from tests.world import Kind

pytestmark = pytest.mark.django_db


def body(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def test_a_refusal_is_the_rules_own_sentence() -> None:
    answer = errors.refused(RequestFactory().get("/"), NotAllowed("Only its leads may. Ask one of them."))

    assert answer.status_code == 403
    assert "Only its leads may. Ask one of them." in body(answer)


def test_what_cannot_be_done_and_what_somebody_else_did_first_are_two_headings() -> None:
    not_now = errors.not_possible(RequestFactory().get("/"), NotPossible("It is accepted already."))
    beaten = errors.not_possible(RequestFactory().get("/"), ChangedMeanwhile("Somebody was first."))

    assert (not_now.status_code, beaten.status_code) == (409, 409)
    assert '<h1 class="govuk-heading-xl">This cannot be done now</h1>' in body(not_now)
    assert '<h1 class="govuk-heading-xl">Somebody changed this before you</h1>' in body(beaten)


def test_a_fault_has_a_number_that_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "goldthread.web"):
        answer = errors.fault(RequestFactory().get("/plans/"))

    number = caplog.records[0].args[0]  # type: ignore[index]
    assert answer.status_code == 500
    assert str(number) in body(answer)


def test_a_fault_of_the_frame_itself_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("no database")

    monkeypatch.setattr(errors, "render", fails)
    answer = errors.fault(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert "Something went wrong on this site" in body(answer)
    assert "no database" not in body(answer)


@pytest.mark.parametrize(("kind", "offered"), [(Kind.ADMINISTRATOR, False), (Kind.ACTION_LEAD, True)])
def test_what_is_not_there_offers_the_search_to_those_who_may(client: Client, kind: str, offered: bool) -> None:
    client.force_login(world.person(world.council(), kind), backend=settings.AUTHENTICATION_BACKENDS[-1])

    said = body(client.get("/nowhere/"))

    assert ("search for what you need" in said) is offered
    assert "Go to My work" in said
