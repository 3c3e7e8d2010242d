"""One inspection and one finding: what the report says, what answers it, and only as far as the reader may see."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client
from lxml import html

from goldthread.common.dates import PartDate
from goldthread.models import Action, Finding, Inspection, Item, Judgement, Plan
from goldthread.thread.picture import Evidence, Picture
from tests import big, world
from tests.factories import a_finding, a_judgement, a_picture, a_place, a_plan, an_action, an_inspection, an_item
from tests.unit.web.markup import by_id, find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World

pytestmark = pytest.mark.django_db
SUPERVISION, VISITS = "Improve the supervision of social workers", "Visit children in care as often as the law says"
HEALTH = "The hospital trust should share discharge letters with general practitioners"
MEANING = "Serious failures leave children harmed or at risk of harm, or leaders do not know or act"
FINDINGS = (
    a_finding(
        "A1", SUPERVISION, addressees=("the council",), timescale="within_3_months", place=a_place(page=4, line=7, quote=SUPERVISION)
    ),
    a_finding("A2", VISITS, addressees=("the council", "partners"), timescale="immediately"),
    a_finding("A3", HEALTH, addressees=("NHS Northmere",)),
    a_finding("¶1", "Caseloads are high in one team.", kind="paragraph"),
)


def picture(*items: Any, **fields: Any) -> Picture:
    """Four findings, of which the first is answered by one item with two actions."""
    proved = an_action(
        "Train managers",
        due_dates=(PartDate("2026-03-19"),),
        by_when_text="19 March 2026",
        rating="Amber",
        evidence=(Evidence(text="Audit of 20 records"),),
    )
    second = an_action("Write guidance", number="2", leads=("Designated Nurse",), due_dates=(PartDate("2026-05"),), by_when_text="May 2026")
    given = {
        "inspection": an_inspection(published=date(2026, 2, 20), lead_inspector="Corisande Vellacott"),
        "judgements": [a_judgement("Overall effectiveness", "inadequate", place=a_place(page=2, line=9, quote="Inadequate"))],
        "findings": FINDINGS,
        "plan": a_plan(list(items) or [an_item(text=SUPERVISION, actions=[proved, second])]),
    }
    return a_picture(**given | fields)


def page(client: Client, address: str = "") -> html.HtmlElement:
    answer = client.get(f"/inspections/{Inspection.objects.get().pk}/{address}")
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def finding(client: Client, ref: str, address: str = "") -> html.HtmlElement:
    answer = client.get(f"/findings/{Finding.objects.get(ref=ref).pk}/{address}")
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def rows(shown: html.HtmlElement) -> list[str]:
    """The findings' rows."""
    return [words(line) for line in find(find(shown, "main table")[-1], "tbody tr")]


def refs(shown: html.HtmlElement) -> list[str]:
    return [row.removeprefix("Area for improvement ").removeprefix("Paragraph ").split(" ")[0] for row in rows(shown)]


def main(shown: html.HtmlElement) -> str:
    return words(only(shown, "main"))


# --- the inspection


def test_the_sentence_comes_first_and_its_figures_lead_to_what_they_count(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    shown = page(manager)
    lede = only(shown, "p.govuk-body-l")

    assert words(lede).startswith("1 of 3 areas is answered; 1 is left to others ; 1 is answered by nothing .")
    for link, expected in zip(find(lede, "a")[:3], (["A1"], ["A3"], ["A2"]), strict=True):
        address = urlparse(str(link.get("href")))
        assert address.fragment == "findings"
        assert refs(page(manager, f"?{address.query}")) == expected


def test_the_facts_and_the_judgements_in_the_reports_own_words_with_their_place(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    shown = page(manager)

    assert "Lead inspector Corisande Vellacott" in main(shown)
    assert "Report published 20 February 2026" in main(shown)
    assert words(by_id(shown, f"judgement-{Judgement.objects.get().pk}")) == (
        f"Overall effectiveness I Inadequate {MEANING} “Inadequate” Page 2, line 9"
    )


def test_each_finding_says_what_answers_it_and_why_or_that_nothing_does(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    answered, unanswered, _ = rows(page(manager))

    assert f"Item 1: {SUPERVISION} Two actions, the last by May 2026. Joined because the item says the same words" in answered
    assert "Within 3 months, by 20 May 2026 Limit kept" in answered
    assert unanswered.endswith("no item answers it")
    assert find(page(manager), "span.gt-break")


def test_a_time_that_only_the_plan_prints_is_said_to_be_the_plans(northmere: World, manager: Client) -> None:
    own = an_item(text=SUPERVISION, timescale="within_3_months")
    world.plan(northmere, picture(own, findings=(a_finding("A1", SUPERVISION), a_finding("A2", VISITS))))

    answered, unanswered = rows(page(manager))

    assert "The report prints none; the plan says within 3 months" in answered
    assert "No time limit" in unanswered
    assert "Inspectors’ limit The report prints none; the plan says within 3 months" in main(finding(manager, "A1"))


def test_findings_of_several_kinds_are_asked_for_once_in_the_sentence(northmere: World, manager: Client, sign_in: SignIn) -> None:
    mixed = (a_finding("A1", SUPERVISION), a_finding("R1", VISITS, kind="recommendation"))
    world.plan(northmere, picture(findings=mixed))
    councillor = sign_in(world.person(northmere, Kind.SCRUTINY_COUNCILLOR))

    assert words(only(page(councillor), "p.govuk-body-l")) == "Inspectors asked for two things."
    assert words(only(page(manager), "p.govuk-body-l")).startswith("1 of 2 things that inspectors asked for is answered")


def test_a_finding_for_other_bodies_only_is_left_to_them(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    assert rows(page(manager))[2].endswith("Left to others: NHS Northmere")


def test_an_answered_finding_says_where_else_it_is_covered(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture(an_item(text=SUPERVISION, notes="Also included in the health action plan")))

    assert rows(page(manager))[0].endswith("Also in the health action plan")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["A1", "A2", "A3"]),  # paragraphs need not be answered
        ("?kind=all", ["A1", "A2", "A3", "¶1"]),
        ("?kind=paragraph", ["¶1"]),
        ("?state=covered", ["A1"]),
        ("?state=not+covered", ["A2"]),
        ("?state=covered+elsewhere", ["A3"]),
        ("?addressee=the+council", ["A1", "A2"]),
        ("?addressee=partners", ["A2"]),  # addressed to two
        ("?timescale=immediately", ["A2"]),
        ("?timescale=none", ["A3"]),
        ("?timescale=immediately&state=covered", ["No"]),
        ("?kind=nonsense&state=nonsense", ["A1", "A2", "A3", "¶1"]),
    ],
)
def test_findings_are_chosen_by_kind_addressee_limit_and_whether_they_are_covered(
    northmere: World, manager: Client, address: str, expected: list[str]
) -> None:
    world.plan(northmere, picture())

    assert refs(page(manager, address)) == expected


def test_what_was_chosen_can_be_taken_away_one_by_one(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    tags = find(page(manager, "?timescale=immediately&state=covered"), "a.gt-filter__tag")

    assert [words(tag) for tag in tags] == [
        "Remove this filter: Covered or not: Covered by the plan",
        "Remove this filter: Time limit: Immediately",
    ]
    assert [parse_qs(urlparse(str(tag.get("href"))).query) for tag in tags] == [{"timescale": ["immediately"]}, {"state": ["covered"]}]


def test_without_a_plan_nothing_is_said_to_be_left_out(northmere: World, manager: Client) -> None:
    world.inspection(northmere, picture())

    shown = page(manager)

    assert "Inspectors asked for three areas." in main(shown)
    assert "No plan that you can see answers this inspection yet" in main(shown)
    assert not find(shown, "span.gt-break")


def test_of_two_plans_the_newest_is_shown_and_the_other_is_one_press_away(northmere: World, manager: Client) -> None:
    first = world.plan(northmere, picture(plan=a_plan([an_item(text=VISITS)], title="The first plan")))
    world.plan(northmere, picture(plan=a_plan([an_item(text=SUPERVISION)], title="The second plan")), answers=first.inspection)

    assert refs(page(manager, "?state=covered")) == ["A1"]
    assert "Other plans answer it too: The first plan" in main(page(manager))
    assert refs(page(manager, f"?state=covered&plan={first.reference}")) == ["A2"]


def test_more_findings_than_fit_stand_on_further_pages(northmere: World, manager: Client) -> None:
    many = tuple(a_finding(f"A{number}", f"Finding number {number}") for number in range(1, 61))
    world.plan(northmere, picture(findings=many))

    assert (len(rows(page(manager))), len(rows(page(manager, "?page=2")))) == (50, 10)
    assert "(page 2 of 2)" in str(page(manager, "?page=2").findtext(".//title"))


# --- the finding


def test_a_finding_shows_its_words_place_limit_and_the_thread_below_it(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    shown = finding(manager, "A1")

    assert words(only(shown, "figure.gt-quote")) == f"{SUPERVISION} Page 4, line 7"
    assert "Inspectors’ limit Within 3 months, by 20 May 2026 Within the limit of 20 May 2026" in main(shown)
    assert [words(knot) for knot in find(shown, "ol.gt-thread li")] == [
        f"Judgement I Inadequate Overall effectiveness {MEANING}",
        f"Area for improvement A1 {SUPERVISION}",
        f"Item 1 {SUPERVISION}",
        "Outcome Social workers are supervised every month",
        "Action 1.1 A Amber Train managers Led by Head of Safeguarding. Due: 19 March 2026; within the limit of 20 May 2026; 12 days late",
        "Evidence, action 1.1 Audit of 20 records",
        "Action 1.2 Write guidance Led by Designated Nurse. Due: May 2026; in the month of the limit of 20 May 2026",
        "Evidence of action 1.2 nothing reported",
        "Measure no measure",
    ]


def test_every_knot_leads_to_its_page(northmere: World, manager: Client) -> None:
    plan = world.plan(northmere, picture())
    inspection, item = Inspection.objects.get(), Item.objects.get()

    assert [link.get("href") for link in find(finding(manager, "A1"), "ol.gt-thread a")] == [
        f"/inspections/{inspection.pk}/#judgement-{Judgement.objects.get().pk}",
        f"/plans/{plan.reference}/items/{item.pk}/",
        *(f"/actions/{action.pk}/" for action in Action.objects.order_by("order")),
    ]


def test_a_finding_that_nothing_answers_has_a_broken_thread(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    assert words(only(finding(manager, "A2"), "li.gt-thread--broken")) == "Item no item answers it"


def test_a_paragraph_that_no_item_takes_up_breaks_no_thread(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    shown = finding(manager, "¶1")

    assert not find(shown, "li.gt-thread--broken")
    assert "No item takes it up" in main(shown)


# --- readers


def test_those_who_see_only_their_own_actions_learn_of_nothing_else(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    world.plan(northmere, picture())
    client = sign_in(nurse)

    shown, one = page(client), finding(client, "A1")

    assert "Your actions answer 1 of 3 areas." in main(shown)
    assert "one action of yours" in rows(shown)[0].lower()
    assert rows(shown)[1].endswith("Not answered by an action of yours")
    assert not find(shown, "span.gt-break")
    assert "Write guidance" in main(one)
    for told in (main(shown), main(one)):
        assert "Train managers" not in told
        assert "19 March 2026" not in told
        assert "Audit of 20 records" not in told


def test_an_own_action_elsewhere_opens_no_plan_that_answers_this_inspection(northmere: World, sign_in: SignIn) -> None:
    nurse = world.person(northmere, Kind.PARTNER_LEAD, job_title="Another post")
    world.plan(northmere, picture())

    shown = page(sign_in(nurse))

    assert "No plan that you can see answers this inspection yet" in main(shown)
    assert "Train managers" not in main(finding(sign_in(nurse), "A1"))


def test_a_scrutiny_councillor_reads_findings_and_nothing_of_the_plan(northmere: World, sign_in: SignIn) -> None:
    world.plan(northmere, picture())
    client = sign_in(world.person(northmere, Kind.SCRUTINY_COUNCILLOR))

    for told in (main(page(client)), main(finding(client, "A1"))):
        assert SUPERVISION in told
        assert "Item 1" not in told
        assert "papers that your committee is given" in told
    assert Plan.objects.get().reference not in client.get(f"/inspections/{Inspection.objects.get().pk}/").content.decode()


def test_the_pages_hold_nothing_inline_whatever_the_report_says(northmere: World, manager: Client) -> None:
    hostile = "<script>alert(1)</script>"
    found = a_finding(hostile, hostile, addressees=(hostile,), section=hostile, service=hostile, place=a_place(quote=hostile))
    world.plan(northmere, picture(findings=(found,), judgements=[a_judgement(hostile, hostile, place=a_place(quote=hostile))]))

    assert_strict(manager.get(f"/inspections/{Inspection.objects.get().pk}/?kind=all"))
    assert_strict(manager.get(f"/findings/{Finding.objects.get().pk}/"))


@pytest.mark.slow
def test_a_large_plan_costs_no_more_than_25_queries(northmere: World, manager: Client, django_assert_max_num_queries: Any) -> None:
    world.plan(northmere, big.a_big_picture())
    for address in (f"/inspections/{Inspection.objects.get().pk}/?kind=all", f"/findings/{Finding.objects.order_by('order')[0].pk}/"):
        with django_assert_max_num_queries(25):
            assert manager.get(address).status_code == 200
