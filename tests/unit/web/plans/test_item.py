"""One item with its golden thread."""

from datetime import date

import pytest
from django.test import Client
from lxml import html

from goldthread.models import Action, Finding, Item
from goldthread.thread.picture import Evidence, Picture
from tests import world
from tests.factories import a_finding, a_judgement, a_measure, a_picture, a_place, a_plan, an_action, an_inspection, an_item
from tests.unit.web.markup import find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db
TEXT = "Improve the supervision of social workers"


def whole_thread(**fields: object) -> Picture:
    """An item whose thread runs from a judgement to a measure."""
    proved = an_action(
        "Train managers to supervise",
        due_dates=("2026-05",),
        by_when_text=None,
        evidence=(Evidence(text="Audit of 20 records"),),
        rating="Green",
    )
    item = {"text": TEXT, "notes": "Agreed in June", "actions": [proved], "measures": (a_measure(),), "source": "Ofsted"}
    item |= {"due": "2025-12-31", "place": a_place(page=39, line=12, quote="1. Improve the supervision of social workers")}
    return a_picture([an_item(**item | fields)], findings=[a_finding("A1", TEXT)], judgements=[a_judgement()])


def page(client: Client, picture: Picture, council: World, ref: str = "1") -> html.HtmlElement:
    world.plan(council, picture)
    response = client.get(f"/plans/northmere/items/{Item.objects.get(ref=ref).pk}/")
    assert_strict(response)
    return html.fromstring(response.content)


def kinds(shown: html.HtmlElement) -> list[str]:
    """What the thread passes through, in order."""
    return [words(kind) for kind in find(shown, "ol.gt-thread .gt-thread__kind")]


def breaks(shown: html.HtmlElement) -> list[str]:
    return [words(one) for one in find(shown, ".gt-thread--broken .gt-break")]


def test_a_whole_thread_runs_from_judgement_to_measure(manager: Client, northmere: World) -> None:
    shown = page(manager, whole_thread(), northmere)

    assert words(only(shown, "h1")) == f"Item 1 {TEXT}"
    assert words(only(shown, ".gt-lede")) == "The thread runs from end to end."
    assert kinds(shown)[:4] == ["Judgement", "Area for improvement", "Outcome", "Action"]
    assert kinds(shown)[4] == "Measure"
    assert breaks(shown) == []


def test_progress_is_no_evidence_of_effect_even_where_every_step_is_there(manager: Client, northmere: World) -> None:
    late, told = an_action("Late", progress="Begun."), an_action("Begun", number="2", due_dates=("2026-05",), progress="Begun.")

    shown = page(manager, whole_thread(actions=[late, told]), northmere)

    assert words(only(shown, ".gt-lede")) == "Every step is there, with one action late and two actions without evidence of effect."


def test_the_finding_says_why_it_is_taken_to_be_answered_and_leads_to_its_page(manager: Client, northmere: World) -> None:
    shown = page(manager, whole_thread(), northmere)

    thread = only(shown, "ol.gt-thread")
    assert "Joined because the item says the same words" in words(thread)
    assert f"/findings/{Finding.objects.get().pk}/" in [link.get("href") for link in find(thread, "a")]
    assert f"/actions/{Action.objects.get().pk}/" in [link.get("href") for link in find(thread, "a")]


def test_an_action_shows_its_lead_date_rating_and_evidence(manager: Client, northmere: World) -> None:
    thread = words(only(page(manager, whole_thread(), northmere), "ol.gt-thread"))

    assert "HS Head of Safeguarding May 2026 after the inspectors’ limit G Green" in thread
    assert "Evidence: Audit of 20 records" in thread


def test_what_is_known_of_the_item_stands_beside_its_thread(manager: Client, northmere: World) -> None:
    shown = page(manager, whole_thread(), northmere)

    about = words(only(shown, "dl.gt-about"))
    assert "Raised by Ofsted" in about
    assert "31 December 2025" in about
    assert "Notes Agreed in June" in about
    assert "1. Improve the supervision of social workers" in words(only(shown, "figure.gt-quote"))
    assert "page 39, line 12" in words(only(shown, "figure.gt-quote"))


def test_where_the_thread_breaks_it_says_so_in_its_place(manager: Client, northmere: World) -> None:
    bare = an_action("Do something", leads=("Head of Care", "Designated Nurse"))
    broken = a_picture([an_item(text="Anything else", outcomes=[], actions=[bare])], findings=[a_finding("A1", "Visits to children")])

    shown = page(manager, broken, northmere)

    assert breaks(shown) == ["no finding behind this item", "no outcome", "nothing reported", "no measure"]
    assert "two leads, none responsible" in words(shown)
    assert words(only(shown, ".gt-lede")).startswith("The thread breaks: no finding, no outcome,")


def test_an_item_without_actions_breaks_there(manager: Client, northmere: World) -> None:
    assert "no action" in breaks(page(manager, whole_thread(actions=[]), northmere))


def test_a_judgement_behind_several_findings_is_told_once(manager: Client, northmere: World) -> None:
    item = an_item(text=f"{TEXT} (A1, A2)", source="A1 and A2")
    picture = a_picture([item], findings=[a_finding("A1", TEXT), a_finding("A2", f"{TEXT} (A1, A2)")], judgements=[a_judgement()])

    assert kinds(page(manager, picture, northmere)).count("Judgement") <= 1


def test_a_report_is_confidential_until_it_is_published(northmere: World, sign_in: SignIn) -> None:
    lead = world.person(northmere, Kind.ACTION_LEAD)
    picture = a_picture(
        [an_item(text="Act on the report")],
        findings=[a_finding("A1", "Act on the report of the inspectors")],
        inspection=an_inspection(published=date(2026, 5, 14)),
    )

    shown = page(sign_in(lead), picture, northmere)

    assert "of the inspectors" not in words(shown)
    assert "confidential until it is published" in words(shown)


def test_a_partner_sees_the_item_with_their_own_action_alone(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    own, hidden = an_action("Own", leads=("Designated Nurse",), progress="Begun."), an_action("Hidden", number="2")

    shown = page(sign_in(nurse), whole_thread(actions=[own, hidden]), northmere)

    assert "Hidden" not in words(shown)
    assert "Own" in words(shown)
    assert words(only(shown, ".gt-lede")) == "Every step is there; 1.1 is 182 days late and has no evidence of effect."
    assert "What the checks find" not in words(shown)


def test_items_of_others_and_of_other_plans_are_not_there(manager: Client, northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    own = an_item("1", actions=[an_action("Own", leads=("Designated Nurse",))])
    world.plan(northmere, a_picture(plan=a_plan([own, an_item("2")])))
    world.plan(northmere, a_picture([an_item("elsewhere")]))
    other, elsewhere = (Item.objects.get(ref=ref).pk for ref in ("2", "elsewhere"))

    assert sign_in(nurse).get(f"/plans/northmere/items/{other}/").status_code == 404
    assert manager.get(f"/plans/northmere/items/{elsewhere}/").status_code == 404
    assert manager.get(f"/plans/northmere-2/items/{elsewhere}/").status_code == 200
