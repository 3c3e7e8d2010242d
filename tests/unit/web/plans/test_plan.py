"""The plans in numbers, and one plan on a page."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from goldthread.models import Action
from goldthread.operations import actions
from goldthread.thread.picture import Evidence, Picture
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_inspection, an_item
from tests.unit.web.markup import find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db
PLAN = "/plans/northmere/"


def a_plan_in_trouble() -> Picture:
    """One action late, one after the limit with evidence, one without a date, one done."""
    late = an_action("Train managers to supervise", due_dates=("2026-01-30",), rating="Red", accountable_to=("Improvement Board",))
    after = an_action(
        "Audit records each month",
        number="2",
        leads=("Head of Care", "Designated Nurse"),
        due_dates=("2026-09",),
        by_when_text="September 2026",
        evidence=(Evidence(text="Audit of 20 records"),),
        rating="Amber",
    )
    undated = an_action("Write guidance", due_dates=(), by_when_text="To be confirmed", progress="A draft was written.")
    done = an_action("Publish the offer", number="2", due_dates=("2026-01",), rating="Blue", progress="Completed in January.")
    items = [
        an_item("1", section="Help", text="Improve supervision", due="2026-06-30", actions=[late, after]),
        an_item("2", section="Care", text="Improve <b>planning</b>", actions=[undated, done]),
    ]
    return a_picture(plan=a_plan(items, title="Northmere’s plan"), inspection=a_picture().inspection)


def body(response: HttpResponse) -> html.HtmlElement:
    assert response.status_code == 200
    return html.fromstring(response.content)


def rows(page: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows of actions."""
    return [row for row in find(page, "table.gt-plan tr") if find(row, "td")]


def refs(page: html.HtmlElement) -> list[str]:
    return [words(only(row, "th .gt-ref")) for row in rows(page)]


def cells(page: html.HtmlElement, ref: str) -> dict[str, str]:
    """What the row of an action says, by the label of each cell."""
    row = rows(page)[refs(page).index(ref)]
    return {cell.get("data-label"): words(cell) for cell in row if cell.get("data-label")}


def seen(client: Client, query: str = "") -> list[str]:
    return refs(body(client.get(f"{PLAN}?{query}")))


# The list


def test_the_list_tells_each_plan_in_numbers(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    response = manager.get("/plans/")

    assert_strict(response)
    assert "4 actions: 1 late, 1 without a date, 1 with nothing reported, 3 without evidence of effect." in words(
        only(body(response), "main")
    )
    assert "as at 31 March 2026" in words(body(response))


def test_an_empty_list_says_what_will_be_here(manager: Client) -> None:
    assert "A plan stands here once its paper has been read and accepted" in words(body(manager.get("/plans/")))


def test_the_list_counts_a_partners_own_actions(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    world.plan(northmere, a_plan_in_trouble())
    world.plan(northmere, a_picture())

    page = body(sign_in(nurse).get("/plans/"))

    assert "1 action: none late" in words(only(page, "main"))
    assert len(find(page, ".gt-plan-entry")) == 1


# A plan on a page


def test_the_page_begins_with_the_plan_in_a_sentence(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    response = manager.get(PLAN)

    assert_strict(response)
    page = body(response)
    assert words(only(page, "h1")) == "Northmere’s plan"
    assert words(only(page, ".gt-lede")) == "4 actions: 1 late, 1 without a date, 1 with nothing reported, 3 without evidence of effect."
    about = words(only(page, ".gt-plan-about"))
    assert about.startswith("Northmere Council. Answers the inspection published on 14 March 2025")
    assert "Watched by 1 board" in about


def test_every_number_leads_to_the_actions_that_it_counts(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    counts = {words(one): one for one in find(body(manager.get(PLAN)), ".gt-counts li")}

    assert list(counts) == [
        "1 late",
        "0 moved to a later date",
        "1 later than the inspectors’ limit",
        "1 without a date",
        "1 with nothing reported",
        "3 without evidence of effect",
    ]
    assert seen(manager, only(counts["1 late"], "a").get("href")[1:]) == ["1.1"]
    assert seen(manager, only(counts["1 later than the inspectors’ limit"], "a").get("href")[1:]) == ["1.2"]
    assert seen(manager, only(counts["1 with nothing reported"], "a").get("href")[1:]) == ["1.1"]
    assert seen(manager, only(counts["3 without evidence of effect"], "a").get("href")[1:]) == ["1.1", "2.1", "2.2"]
    assert find(counts["0 moved to a later date"], "a") == []


def test_a_row_says_all_that_a_tired_reader_needs(manager: Client, northmere: World) -> None:
    plan = world.plan(northmere, a_plan_in_trouble())
    late = Action.objects.get(text="Train managers to supervise")

    page = body(manager.get(PLAN))

    assert cells(page, "1.1") == {
        "Action": "1.1 Train managers to supervise",
        "Leads": "HS Head of Safeguarding",
        "Due": "30 January 2026",
        "Lateness": "60 days late",
        "Inspectors’ limit": "kept",
        "Rating": "R Red",
        "Proof": "nothing reported",
        "Breaks": "3 no finding behind this item; nothing reported; no measure",
    }
    assert only(rows(page)[0], "th a").get("href") == f"/actions/{late.pk}/"
    assert only(find(page, ".gt-plan__item")[0], "a").get("href") == f"{PLAN}items/{plan.items.all()[0].pk}/"


def test_what_is_broken_is_said_in_words(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(PLAN))
    broken, undated, done = cells(page, "1.2"), cells(page, "2.1"), cells(page, "2.2")

    assert broken["Leads"] == "HC Head of Care DN Designated Nurse two leads, none responsible"
    assert broken["Inspectors’ limit"] == "broken limit 30 June 2026"
    assert broken["Proof"] == "evidence"
    assert (undated["Due"], undated["Rating"], undated["Proof"]) == ("To be confirmed", "not rated", "progress only")
    assert undated["Inspectors’ limit"] == "none known"
    assert done["Lateness"] == "done"


def test_words_of_the_document_are_never_markup(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(PLAN))

    assert find(page, "main table b a") == []
    assert "Improve <b>planning</b>" in words(find(page, ".gt-plan__item")[1])


def test_a_date_that_was_put_off_is_told_and_counted(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())
    late, by = Action.objects.get(text="Train managers to supervise"), world.acting(northmere.manager)
    actions.change_due_date(action=late, by=by, version=1, by_when="May 2026", dates=["2026-05-31"], why="Recruitment.")

    page = body(manager.get(PLAN))

    assert cells(page, "1.1")["Due"] == "31 May 2026 moved once, 121 days later than 30 January 2026"
    assert "1 moved to a later date" in [words(one) for one in find(page, ".gt-counts li")]
    assert seen(manager, "lateness=moved") == ["1.1"]


def test_the_plans_own_key_says_what_its_ratings_mean(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    assert "R Red Off track or overdue" in words(only(body(manager.get(PLAN)), ".gt-rating-key"))


# Filters, order, pages


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["1.1", "1.2", "2.1", "2.2"]),
        ("words=audit+records", ["1.2"]),
        ("words=designated", ["1.2"]),
        ("words=nothing+of+the+kind", []),
        ("lateness=overdue", ["1.1"]),
        ("lateness=undated", ["2.1"]),
        ("lateness=done", ["2.2"]),
        ("proof=evidence", ["1.2"]),
        ("rating=Amber", ["1.2"]),
        ("rating=none", ["2.1"]),
        ("lead=Head+of+Care", ["1.2"]),
        ("section=Care", ["2.1", "2.2"]),
        ("board=Improvement+Board", ["1.1"]),
        ("section=Help&proof=none", ["1.1"]),
        ("sort=due", ["1.1", "2.2", "1.2", "2.1"]),
        ("sort=-due", ["1.2", "2.2", "1.1", "2.1"]),
        ("sort=nonsense", ["1.1", "1.2", "2.1", "2.2"]),
        ("sort=-ref", ["2.2", "2.1", "1.2", "1.1"]),
    ],
)
def test_what_is_asked_for_stands_in_the_address(manager: Client, northmere: World, query: str, expected: list[str]) -> None:
    world.plan(northmere, a_plan_in_trouble())

    if expected:
        assert seen(manager, query) == expected
    else:
        assert "No action fits these filters" in words(body(manager.get(f"{PLAN}?{query}")))


def test_an_item_is_asked_for_by_its_id(manager: Client, northmere: World) -> None:
    plan = world.plan(northmere, a_plan_in_trouble())

    assert seen(manager, f"item={plan.items.get(ref='2').pk}") == ["2.1", "2.2"]
    assert "No action fits" in words(body(manager.get(f"{PLAN}?item=999999")))


def test_chosen_filters_are_tags_that_can_be_taken_away_one_by_one(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(f"{PLAN}?section=Care&rating=Blue&sort=due&page=3"))
    tags = {words(tag): tag.get("href") for tag in find(page, "a.gt-filter__tag")}

    assert list(tags) == ["Remove this filter: Rating: Blue", "Remove this filter: Section: Care"]
    assert parse_qs(tags["Remove this filter: Rating: Blue"][1:]) == {"section": ["Care"], "sort": ["due"]}


def test_a_kept_link_to_what_is_gone_shows_nothing_and_says_what_was_chosen(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(f"{PLAN}?lead=Somebody+who+left"))

    assert "Remove this filter: Lead: Somebody who left" in [words(tag) for tag in find(page, "a.gt-filter__tag")]
    assert "No action fits these filters" in words(page)


def test_headings_say_which_way_the_table_is_sorted(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(f"{PLAN}?sort=-late"))

    assert {words(one): one.get("aria-sort") for one in find(page, "thead th") if one.get("aria-sort")} == {"Lateness": "descending"}
    assert words(only(page, "caption")) == "Actions, sorted by lateness, most first"
    assert find(page, ".gt-plan__item") == []


def test_fifty_actions_stand_on_a_page_unless_others_are_asked_for(manager: Client, northmere: World) -> None:
    items = [an_item("1", actions=[an_action(f"Step {number}", number=str(number)) for number in range(1, 56)])]
    world.plan(northmere, a_picture(items))

    assert len(seen(manager)) == 50
    assert seen(manager, "page=2") == ["1.51", "1.52", "1.53", "1.54", "1.55"]
    assert len(seen(manager, "per=20")) == 20
    assert len(seen(manager, "per=100")) == 55
    assert find(body(manager.get(f"{PLAN}?per=20")), "a.gt-filter__tag") == []


def test_words_that_are_too_long_are_told_and_nothing_breaks(manager: Client, northmere: World) -> None:
    world.plan(northmere, a_plan_in_trouble())

    page = body(manager.get(PLAN, {"words": "x" * 300}))

    assert "Words has 300 characters. At most 200 fit" in words(only(page, ".govuk-error-summary"))


# Who sees what


def test_a_partner_sees_only_their_own_actions_and_no_views_of_the_whole(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    world.plan(northmere, a_plan_in_trouble())

    page = body(sign_in(nurse).get(PLAN))

    assert refs(page) == ["1.2"]
    assert (
        words(only(page, ".gt-lede")) == "You lead 1 action of this plan: none late, none without a date, none without evidence of effect."
    )
    assert find(page, ".gt-subnav") == []
    assert "Train managers" not in words(page)
    assert "Improvement Board" not in words(only(page, "main"))


def test_a_plan_without_a_part_for_the_reader_is_not_there(northmere: World, sign_in: SignIn) -> None:
    stranger = world.person(northmere, Kind.PARTNER_LEAD)
    world.plan(northmere, a_plan_in_trouble())

    assert sign_in(stranger).get(PLAN).status_code == 404


def test_history_is_a_view_for_those_who_read_all_of_it(manager: Client, northmere: World, sign_in: SignIn) -> None:
    lead = world.person(northmere, Kind.ACTION_LEAD)
    plan = world.plan(northmere, a_plan_in_trouble())

    tabs = {words(tab): tab.get("href") for tab in find(body(manager.get(PLAN)), ".gt-subnav a")}

    assert list(tabs) == ["Plan", "Thread map", "Checks", "Boards that watch it", "History"]
    assert tabs["History"] == f"/history/?plan={plan.pk}"
    assert "History" not in [words(tab) for tab in find(body(sign_in(lead).get(PLAN)), ".gt-subnav a")]


def test_a_report_that_is_not_published_yet_is_named_and_not_linked(manager: Client, northmere: World, sign_in: SignIn) -> None:
    lead = world.person(northmere, Kind.ACTION_LEAD)
    plan = world.plan(northmere, a_picture(inspection=an_inspection(published=date(2026, 5, 14))))

    inspection = f"/inspections/{plan.inspection_id}/"
    linked = [[link.get("href") for link in find(body(client.get(PLAN)), ".gt-plan-about a")] for client in (manager, sign_in(lead))]

    assert [inspection in links for links in linked] == [True, False]
