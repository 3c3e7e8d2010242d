"""The search on the page: what is found, how it is marked, and that the hidden leaves no trace."""

import re

import pytest
from django.test import Client
from lxml import html

from goldthread.models import Action, Lead, Person
from goldthread.operations import boards
from goldthread.thread.picture import GlossaryEntry, Picture
from tests import world
from tests.factories import a_finding, a_judgement, a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import find
from tests.unit.web.markup import words as told
from tests.unit.web.pages import assert_strict, words
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db


def about(*texts: str) -> Picture:
    actions = [an_action(text, number=str(at)) for at, text in enumerate(texts, 1)]
    return a_picture(findings=(), plan=a_plan([an_item(text="Item", actions=actions)], monitoring=()))


def opened(client: Client, **query: str) -> html.HtmlElement:
    answer = client.get("/search/", query)
    assert_strict(answer)
    return html.fromstring(answer.content)


def test_everything_found_leads_to_its_page(northmere: World, manager: Client) -> None:
    picture = a_picture(
        [an_item(text="Zebra", actions=[an_action("Zebra")])],
        [a_finding(text="Zebra")],
        [a_judgement("Zebra")],
    )
    plan = a_plan(picture.plan.items, title="Zebra", glossary=(GlossaryEntry(term="Zebra", meaning="Zebra"),))
    world.plan(northmere, a_picture(findings=picture.findings, judgements=picture.judgements, plan=plan))
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra"), by=acting(northmere.manager))
    world.person(northmere, name="Zebra")

    page = opened(manager, q="zebra")

    assert [told(tab) for tab in find(page, ".gt-subnav a")] == [
        "All (8)", "Plans (1)", "Items (1)", "Actions (1)", "Inspections (1)", "Findings (1)", "Boards (1)", "People (1)", "Terms (1)",
    ]  # fmt: skip
    addresses = [link.get("href") for link in find(page, ".gt-found h2 a")]
    assert [manager.get(address).status_code for address in addresses] == [200] * 8
    assert [re.sub(r"\d+", "1", address) for address in addresses] == [
        "/plans/northmere/", "/plans/northmere/items/1/", "/actions/1/", "/findings/1/", "/boards/1/", "/people/1/",
        "/glossary/#term-zebra", "/inspections/1/",
    ]  # fmt: skip


def test_found_words_are_marked_and_everything_else_is_text(northmere: World, manager: Client) -> None:
    world.plan(northmere, about("Supervise <b>all</b> & <script>alert(1)</script>"))

    found = find(opened(manager, q="supervision <i>", kind="action"), ".gt-found")[0]

    assert [told(mark) for mark in find(found, "mark")] == ["Supervise"]
    assert find(found, "b, script") == []
    assert "Supervise <b>all</b> & <script>alert(1)</script>" in found.text_content()


def test_what_was_typed_stays_in_the_box(manager: Client) -> None:
    page = opened(manager, q='"><b> x', kind="board")

    assert find(page, "input[name=q]")[0].get("value") == '"><b> x'
    assert find(page, "input[name=kind]")[0].get("value") == "board"
    assert told(find(page, "title")[0]) == '"><b> x – Search – Goldthread'


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "are looked through"), ("...", "Nothing to look for"), ("zebra", "Nothing that you may see holds all of these")],
)
def test_nothing_found_says_what_to_do(manager: Client, typed: str, said: str) -> None:
    assert said in words(manager.get("/search/", {"q": typed}))


def test_one_kind_and_page_by_page(northmere: World, manager: Client) -> None:
    world.plan(northmere, about(*(f"Zebra {at}" for at in range(25))))
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra Board"), by=acting(northmere.manager))

    page = opened(manager, q="zebra", kind="action", page="2")

    assert "Showing 21 to 25 of 25 results" in told(page)
    assert find(page, ".gt-found")[0].get("start") == "21"
    assert told(find(page, "title")[0]) == "zebra (page 2 of 2) – Search – Goldthread"
    assert [told(tab) for tab in find(page, ".gt-subnav a")] == ["All (26)", "Actions (25)", "Boards (1)"]
    assert find(page, ".gt-subnav a")[2].get("href") == "?q=zebra&kind=board"


def test_one_result_is_one(northmere: World, manager: Client) -> None:
    world.plan(northmere, about("Zebra"))

    assert told(find(opened(manager, q="zebra"), "[role=status]")[0]) == "1 result"


@pytest.mark.parametrize("query", [{"page": "99"}, {"page": "x"}, {"page": "-1"}, {"kind": "nonsense"}, {"kind": "finding"}])
def test_any_address_is_answered(northmere: World, manager: Client, query: dict[str, str]) -> None:
    world.plan(northmere, about("Zebra"))

    opened(manager, q="zebra", **query)


# What may not be seen


def partner(northmere: World, text: str) -> Person:
    person = world.person(northmere, Kind.PARTNER_LEAD, name="Petra Partner")
    Lead.objects.create(action=Action.objects.get(text=text), order=9, as_printed="Partner", person=person)
    return person


def answer(client: Client, **query: str) -> bytes:
    """The page without the key that each answer has for its forms."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", client.get("/search/", query).content)


def test_a_hidden_thing_changes_not_one_byte(northmere: World, sign_in: SignIn) -> None:
    world.plan(northmere, about(*(f"Zebra {at} with a stripe" for at in range(3))))
    client = sign_in(partner(northmere, "Zebra 1 with a stripe"))
    asked = [{"q": "zebra stripe*"}, {"q": "zebra", "kind": "action"}, {"q": "zebra", "page": "2"}, {"q": "giraffe"}]
    before = [answer(client, **query) for query in asked]

    world.plan(northmere, about(*["Zebra stripe stripe giraffe"] * 30))
    world.person(northmere, name="Zebra Stripe Giraffe")

    assert [answer(client, **query) for query in asked] == before
    assert b"Zebra</mark> 1 with a" in before[0]
    assert b"(1)" in before[0]


def test_a_partner_finds_no_people_and_no_other_plan(northmere: World, sign_in: SignIn) -> None:
    world.plan(northmere, about("Zebra", "Giraffe"))
    client = sign_in(partner(northmere, "Zebra"))

    assert find(opened(client, q="giraffe"), ".gt-found") == []
    assert find(opened(client, q="Orla"), ".gt-found") == []
    assert "and people" not in words(client.get("/search/"))


def test_a_councillor_finds_what_is_published_and_boards(northmere: World, sign_in: SignIn) -> None:
    picture = a_picture([an_item(text="Zebra", actions=[an_action("Zebra")])], [a_finding(text="Zebra")])
    world.plan(northmere, picture)
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Zebra Board"), by=acting(northmere.manager))

    page = opened(sign_in(world.person(northmere, Kind.SCRUTINY_COUNCILLOR)), q="zebra")

    assert [told(tab) for tab in find(page, ".gt-subnav a")] == ["All (2)", "Findings (1)", "Boards (1)"]


def test_twelve_queries_for_a_full_page(northmere: World, manager: Client, django_assert_max_num_queries: object) -> None:
    world.plan(northmere, about(*(f"Zebra {at}" for at in range(30))))
    manager.get("/search/")

    with django_assert_max_num_queries(12):
        manager.get("/search/", {"q": "zebra"})
