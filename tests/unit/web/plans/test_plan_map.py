"""The thread map of a plan, as a drawing and in words."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from goldthread.models import Action, Finding, Item
from goldthread.thread.picture import Picture
from tests import big, world
from tests.factories import a_finding, a_judgement, a_picture, an_action, an_inspection, an_item
from tests.unit.web.markup import by_id, find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db
MAP = "/plans/northmere/map/"
TEXT = "Improve the supervision of social workers"


def small() -> Picture:
    return a_picture(
        [an_item("1", text=TEXT), an_item("2", text="Anything else", outcomes=[])],
        findings=[a_finding("A1", TEXT), a_finding("A2", "Visits to children"), a_finding("A3", "Work with fathers")],
        judgements=[a_judgement()],
    )


def body(response: HttpResponse) -> html.HtmlElement:
    assert response.status_code == 200
    assert_strict(response)
    return html.fromstring(response.content)


def drawn(page: html.HtmlElement) -> list[str]:
    """Where the nodes of the drawings lead."""
    return [link.get("href") for link in find(page, "svg a")]


def test_every_node_leads_to_a_page_of_the_site(manager: Client, northmere: World) -> None:
    world.plan(northmere, small())

    links = drawn(body(manager.get(MAP)))

    assert f"/actions/{Action.objects.all()[0].pk}/" in links
    assert f"/findings/{Finding.objects.get(ref='A1').pk}/" in links
    assert f"/inspections/{Finding.objects.all()[0].inspection_id}/" in links
    assert not [link for link in links if "#" in link or not link.startswith("/")]


def test_an_items_heading_leads_to_its_page(manager: Client, northmere: World) -> None:
    world.plan(northmere, small())

    headings = [link.get("href") for link in find(body(manager.get(MAP)), "h3 a")]

    assert headings == [f"/plans/northmere/items/{item.pk}/" for item in Item.objects.order_by("order")]


def test_the_same_is_said_in_words_with_every_break(manager: Client, northmere: World) -> None:
    world.plan(northmere, small())

    page = body(manager.get(MAP))

    outline = words(only(page, "ul.gt-outline"))
    assert f"Finding A1 {TEXT}" in outline
    assert "Led by Head of Safeguarding" in outline
    assert "no item answers this" in outline
    breaks = [words(one) for one in find(page, "details summary")]
    assert "One item without an outcome" in breaks
    assert "Two actions with nothing reported" in breaks
    assert "Two findings that no item answers" in breaks


def test_words_of_the_document_are_never_markup(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_picture([an_item(text="<b>Bold</b>", actions=[an_action("<i>x</i>")])]))

    page = body(manager.get(MAP))

    assert find(page, "main b") == [
        one for one in find(page, "main b") if one.get("aria-hidden") or one.getparent().get("class", "").startswith("gt-rating")
    ]
    assert find(page, "main i") == []


def test_a_big_plan_is_folded_and_opens_one_fold_or_item_at_a_time(manager: Client, northmere: World) -> None:
    world.plan(northmere, big.a_big_picture(items=8, actions=10, findings=20))
    item = Item.objects.order_by("order")[0]

    own = "/plans/northmere-2025/map/"
    folded, opened, of_item = (body(manager.get(f"{own}{asked}")) for asked in ("", "?open=fold-1", f"?open=item-{item.pk}"))

    assert f"{own}?open=fold-1#fold-1" in drawn(folded)
    assert not [link for link in drawn(folded) if link.startswith("/actions/")]
    assert len([link for link in drawn(opened) if link.startswith("/actions/")]) >= 20
    assert by_id(opened, f"item-{item.pk}") is not None
    assert f"/actions/{item.actions.all()[0].pk}/" in drawn(of_item)


@pytest.mark.parametrize("asked", ["fold-99", "item-999", "item-99999999999999999999", "nonsense", "../"])
def test_a_fold_that_there_is_not_is_no_fold(manager: Client, northmere: World, asked: str) -> None:
    world.plan(northmere, small())

    assert manager.get(MAP, {"open": asked}).status_code == 200


def test_a_plan_with_nothing_in_it_says_what_will_be_here(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_picture([], findings=[]))

    assert "Nothing to draw yet" in words(body(manager.get(MAP)))


def test_a_partner_reads_why_there_is_no_map_for_them(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Head of Safeguarding")
    world.plan(northmere, small())

    response = sign_in(nurse).get(MAP)

    assert response.status_code == 403
    assert "Your role sees the actions that you lead" in response.content.decode()


def test_a_confidential_report_is_not_drawn(northmere: World, sign_in: SignIn) -> None:
    lead = world.person(northmere, Kind.ACTION_LEAD)
    world.plan(northmere, a_picture(inspection=an_inspection(published=date(2026, 5, 14))))

    for address in (MAP, "/plans/northmere/checks/"):
        response = sign_in(lead).get(address)
        assert response.status_code == 403
        assert "14 May 2026" in response.content.decode()
