"""The glossary: terms by letter, two meanings side by side, and acronyms that nothing explains."""

import pytest
from django.test import Client
from lxml import html

from goldthread.models import Action, Lead
from goldthread.thread.picture import GlossaryEntry
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import by_id, find
from tests.unit.web.markup import words as told
from tests.unit.web.pages import assert_strict, words
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db


def explaining(northmere: World, title: str, *texts: str, **terms: str) -> str:
    actions = [an_action(text, number=str(at), leads=("Head",)) for at, text in enumerate(texts or ("Train",), 1)]
    glossary = tuple(GlossaryEntry(term=term, meaning=meaning) for term, meaning in terms.items())
    return world.plan(
        northmere, a_picture(plan=a_plan([an_item(actions=actions)], title=title, glossary=glossary, monitoring=()))
    ).reference


def opened(client: Client, **query: str) -> html.HtmlElement:
    answer = client.get("/glossary/", query)
    assert_strict(answer)
    return html.fromstring(answer.content)


def shown(page: html.HtmlElement) -> list[str]:
    return [told(row) for row in find(page, ".gt-glossary div")]


def test_terms_stand_under_their_letters(northmere: World, manager: Client) -> None:
    explaining(northmere, "Plan", IRO="Independent <reviewer>", iq="Quotient", ADVISER="Personal")

    page = opened(manager)

    assert [told(heading) for heading in find(page, "main h2")] == ["A", "I", "Used in the plan and never explained"]
    assert shown(page) == ["ADVISER Personal", "iq Quotient", "IRO Independent <reviewer>"]
    for link in find(page, ".gt-letters a"):
        by_id(page, (link.get("href") or "").lstrip("#"))
    by_id(page, "term-iro")


def test_two_meanings_are_both_shown_with_their_plans(northmere: World, manager: Client) -> None:
    explaining(northmere, "First", PA="Personal adviser")
    explaining(northmere, "Second", PA="Physical activity")

    page = opened(manager)

    assert shown(page) == ["PA explained in 2 ways Physical activity Second Personal adviser First"]
    assert "1 term, 1 explained in more than one way" in told(page)
    assert "Choose a plan to see the acronyms" in told(page)


def test_terms_can_be_narrowed_and_filters_taken_away(northmere: World, manager: Client) -> None:
    first = explaining(northmere, "First", PA="Personal adviser", QA="Quality")
    explaining(northmere, "Second", PA="Physical activity")

    page = opened(manager, plan=first, words="adviser")

    assert shown(page) == ["PA Personal adviser First"]
    assert [(told(link), link.get("href")) for link in find(page, ".gt-filter__tag")] == [
        ("Remove this filter: Words: adviser", f"?plan={first}"),
        ("Remove this filter: Plan: First", "?words=adviser"),
    ]
    assert "No terms fit these filters" in told(opened(manager, words="zebra"))
    assert len(shown(opened(manager, plan="nonsense"))) == 2


def test_acronyms_that_nothing_explains_lead_to_the_plan(northmere: World, manager: Client) -> None:
    reference = explaining(northmere, "Plan", "Ask the SSOB", "The SSOB and the IRO", IRO="Reviewer")

    page = opened(manager)

    assert [told(row) for row in find(page, "tbody tr")] == ["SSOB in the plan 2"]
    assert find(page, "tbody a")[0].get("href") == f"/plans/{reference}/?words=SSOB"
    assert "uses 1 acronym that neither its glossary nor its text explains" in told(page)


def test_a_plan_that_explains_itself_is_told_so(northmere: World, manager: Client) -> None:
    explaining(northmere, "Plan", "Ask the IRO", IRO="Reviewer")

    assert "Every acronym of “Plan” is explained" in words(manager.get("/glossary/"))


def test_a_partner_sees_the_terms_of_their_plan_and_not_what_it_leaves_unexplained(northmere: World, sign_in: SignIn) -> None:
    explaining(northmere, "Theirs", "Ask the SSOB", IRO="Reviewer")
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    Lead.objects.create(action=Action.objects.get(), order=9, as_printed="Partner", person=partner)
    hidden = explaining(northmere, "Hidden", PA="Personal adviser")
    client = sign_in(partner)

    page = opened(client)

    assert shown(page) == ["IRO Reviewer"]
    assert "SSOB" not in told(page)
    assert "Hidden" not in told(page)
    assert client.get("/glossary/", {"plan": hidden}).content.count(b"Personal adviser") == 0


@pytest.mark.parametrize("kind", [Kind.SCRUTINY_COUNCILLOR, Kind.BOARD_MEMBER])
def test_an_empty_glossary_says_what_will_be_here(northmere: World, sign_in: SignIn, kind: str) -> None:
    explaining(northmere, "Plan", IRO="Reviewer")

    assert "No terms yet" in words(sign_in(world.person(northmere, kind)).get("/glossary/"))


def test_twelve_queries(northmere: World, manager: Client, django_assert_max_num_queries: object) -> None:
    explaining(northmere, "Plan", *(f"Ask the SSOB {at}" for at in range(30)), **{f"T{at}": "Term" for at in range(20)})
    manager.get("/glossary/")

    with django_assert_max_num_queries(12):
        manager.get("/glossary/")
