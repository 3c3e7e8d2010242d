"""What the checks find in a plan, and the boards that watch it."""

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from goldthread.models import Action, Finding, Item
from goldthread.operations import boards
from goldthread.thread.picture import Picture
from tests import world
from tests.factories import a_board, a_finding, a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import by_id, find, only, words
from tests.unit.web.pages import assert_strict
from tests.world import World

pytestmark = pytest.mark.django_db
CHECKS = "/plans/northmere/checks/"


def with_late_actions(number: int = 3) -> Picture:
    late = [an_action(f"Step {at} of the work", number=str(at), due_dates=("2026-02",)) for at in range(1, number + 1)]
    early = an_action("Publish a report", progress="A draft was written.", due_dates=("2026-12",), by_when_text="December 2026")
    return a_picture([an_item("1", actions=late), an_item("2", actions=[early])], findings=[a_finding("A1", "Nobody answers this at all")])


def body(response: HttpResponse) -> html.HtmlElement:
    assert response.status_code == 200
    assert_strict(response)
    return html.fromstring(response.content)


def codes(page: html.HtmlElement) -> list[str]:
    return [words(one) for one in find(page, "h3 .gt-ref")]


def spots(page: html.HtmlElement, code: str) -> list[html.HtmlElement]:
    return find(by_id(page, f"check-{code}").getparent(), "ul.gt-spots li")


def test_each_check_says_why_it_matters_and_what_to_do(manager: Client, northmere: World) -> None:
    world.plan(northmere, with_late_actions())

    page = body(manager.get(CHECKS))

    assert "as at 31 March 2026" in words(only(page, ".gt-lede"))
    overdue = words(by_id(page, "check-GT303").getparent())
    assert "GT303 Past its date and not done (3)" in overdue
    assert "Most serious" in overdue
    assert "what is overdue, and when will it close?" in overdue
    assert "What to do:" in overdue


def test_every_finding_leads_to_its_place(manager: Client, northmere: World) -> None:
    world.plan(northmere, with_late_actions())

    page = body(manager.get(CHECKS))

    first = only(spots(page, "GT303")[0], "a")
    assert words(first) == "Item 1, action 1"
    assert first.get("href") == f"/actions/{Action.objects.get(text='Step 1 of the work').pk}/"
    assert only(spots(page, "GT701")[0], "a").get("href") == f"/findings/{Finding.objects.get().pk}/"


def test_a_finding_about_the_whole_plan_links_what_it_concerns(manager: Client, northmere: World) -> None:
    late = an_action(due_dates=("2026-02",))
    world.plan(northmere, a_picture([an_item("1", actions=[late]), an_item("2", actions=[late])]))

    (spot,) = spots(body(manager.get(CHECKS)), "GT303")

    assert words(spot).startswith("The plan as a whole")
    assert [link.get("href") for link in find(spot, "a")] == [
        f"/plans/northmere/items/{item.pk}/" for item in Item.objects.order_by("order")
    ]


def test_of_a_check_that_finds_much_a_few_are_shown_and_all_are_a_link_away(manager: Client, northmere: World) -> None:
    world.plan(northmere, with_late_actions(60))

    page = body(manager.get(CHECKS))
    link = only(by_id(page, "check-GT303").getparent(), "p a")

    assert len(spots(page, "GT303")) == 5
    assert words(link) == "All 60 findings of GT303"
    first, second = (body(manager.get(f"{CHECKS}{link.get('href')}{more}")) for more in ("", "&page=2"))
    assert (codes(first), codes(second)) == (["GT303"], ["GT303"])
    assert (len(spots(first, "GT303")), len(spots(second, "GT303"))) == (50, 10)


def test_findings_are_filtered_in_the_address(manager: Client, northmere: World) -> None:
    world.plan(northmere, with_late_actions())
    second = Item.objects.get(ref="2")

    everything = codes(body(manager.get(CHECKS)))
    grave = body(manager.get(f"{CHECKS}?severity=error"))
    of_item = codes(body(manager.get(f"{CHECKS}?item={second.pk}")))

    assert {words(tag) for tag in find(grave, ".gt-check .govuk-tag")} == {"Most serious"}
    assert "GT303" in everything
    assert "GT303" not in of_item
    assert [words(tag) for tag in find(grave, "a.gt-filter__tag")] == ["Remove this filter: How grave: Most serious"]


def test_what_no_check_finds_is_said_to_be_none(manager: Client, northmere: World) -> None:
    world.plan(northmere, with_late_actions())

    page = body(manager.get(f"{CHECKS}?code=GT199&item=999999"))

    assert "No finding fits these filters" in words(page)


def test_boards_stand_as_the_plan_prints_them_with_the_register_behind(manager: Client, northmere: World) -> None:
    known = boards.add(organisation=northmere.council, facts=boards.Facts(name="Improvement Board"), by=world.acting(northmere.manager))
    watching = (a_board("Improvement Board", cadence="monthly", purpose="Holds all to account"), a_board("Cabinet", cadence=None))
    world.plan(northmere, a_picture(plan=a_plan(monitoring=watching)))

    page = body(manager.get("/plans/northmere/boards/"))

    first, second = (words(row) for row in find(page, "tbody tr"))
    assert first == "Improvement Board monthly Holds all to account"
    assert second == "Cabinet – not in the register of boards not said how often not said"
    assert [link.get("href") for link in find(page, "tbody a")] == [f"/boards/{known.pk}/"]


def test_a_plan_that_no_board_watches_says_so(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_picture(plan=a_plan(monitoring=())))

    assert "The plan names no board that watches it." in words(body(manager.get("/plans/northmere/boards/")))
