"""The page of one action: the thread above and below it, its facts, and only what its reader may see."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from goldthread.common.dates import PartDate
from goldthread.models import Action, Board, Finding, Inspection, Item, Judgement, Plan
from goldthread.operations import actions, boards
from goldthread.operations.actions import NewLead
from goldthread.thread.picture import Evidence, Picture, Progress
from tests import big, world
from tests.factories import a_finding, a_judgement, a_measure, a_picture, a_place, an_action, an_inspection, an_item
from tests.unit.web.markup import by_id, find, only, words
from tests.unit.web.pages import assert_strict
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db
TEXT = "Improve the supervision of social workers"


def picture(**fields: Any) -> Picture:
    """One item that answers one finding under one judgement, with one whole action."""
    given: dict[str, Any] = {
        "text": "Train managers to supervise",
        "leads": ("Head of Safeguarding",),
        "responsible_lead": "Head of Safeguarding",
        "rating": "Green",
        "evidence": (Evidence(text="Audit of 20 records"),),
        "due_dates": (PartDate("2026-05"),),
        "by_when_text": "May 2026",
    }
    item = an_item(text=TEXT, actions=[an_action(**given | fields)], measures=(a_measure(),), due=PartDate("2026-06-30"))
    return a_picture([item], findings=[a_finding("A1", TEXT)], judgements=[a_judgement()])


def row() -> Action:
    return Action.objects.get()


def page(client: Client, pk: int | None = None) -> html.HtmlElement:
    answer = client.get(f"/actions/{pk or row().pk}/")
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def facts(shown: html.HtmlElement) -> dict[str, str]:
    lines = find(shown, "dl.govuk-summary-list div")
    return {words(only(line, "dt")): words(find(line, "dd")[0]) for line in lines if find(line, "dt")}


def thread(shown: html.HtmlElement) -> list[str]:
    return [words(knot) for knot in find(shown, "ol.gt-thread li")]


# --- the thread


def test_the_thread_runs_from_the_judgement_to_the_measure(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())

    assert thread(page(manager)) == [
        "Judgement G Good Overall effectiveness Children get the help, protection and care that they need",
        f"Area for improvement A1 {TEXT} Joined because the item says the same words",
        f"Item 1 {TEXT}",
        "Outcome Social workers are supervised every month",
        "This action, 1.1 G Green Train managers to supervise",
        "Evidence Audit of 20 records",
        "Measure 95% of social workers supervised in the month",
    ]


def test_every_knot_above_the_action_leads_to_its_page(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    inspection, judgement = Inspection.objects.get(), Judgement.objects.get()

    assert [link.get("href") for link in find(page(manager), "ol.gt-thread a")] == [
        f"/inspections/{inspection.pk}/#judgement-{judgement.pk}",
        f"/findings/{Finding.objects.get().pk}/",
        f"/plans/{Plan.objects.get().reference}/items/{Item.objects.get().pk}/",
    ]


def test_the_thread_is_broken_where_something_is_missing_with_a_link_to_mend_it(northmere: World, manager: Client) -> None:
    lines = an_item(
        outcomes=(), actions=[an_action(leads=("Head", "Deputy"), responsible_lead=None)], measures=()
    )  # no finding, outcome, evidence
    world.plan(northmere, a_picture([lines], findings=[a_finding("A1", "Something else entirely")]))

    broken = find(page(manager), "li.gt-thread--broken")

    assert [words(one) for one in broken] == [
        "Finding no finding behind this item",
        "Outcome no outcome",
        "Lead two leads, none responsible Say who is responsible",
        "Evidence nothing reported Report progress",
        "Measure no measure",
    ]
    assert [only(one, "a").get("href") for one in broken if find(one, "a")] == [
        f"/actions/{row().pk}/leads/",
        f"/actions/{row().pk}/progress/",
    ]


def test_the_report_is_not_quoted_before_it_is_published_to_those_who_may_not_read_it(northmere: World, sign_in: SignIn) -> None:
    secret = picture()
    secret = a_picture(
        list(secret.plan.items),
        findings=[a_finding("A1", TEXT)],
        judgements=[a_judgement()],
        inspection=an_inspection(published=date(2026, 6, 1)),
    )
    world.plan(northmere, secret)
    analyst = sign_in(world.person(northmere, Kind.DATA_ANALYST))

    told = thread(page(analyst))

    assert told[0] == "Finding The report is confidential until it is published"
    assert not any("Good" in one or "A1" in one for one in told)


# --- facts


def test_the_facts_of_an_action(northmere: World, manager: Client) -> None:
    world.person(northmere, Kind.HEAD_OF_SERVICE, name="Sunniva Okparike", job_title="Head of Safeguarding")
    by = acting(northmere.manager)
    board = boards.add(organisation=northmere.council, facts=boards.Facts(name="Improvement Board", aliases=["IB"]), by=by)
    world.plan(northmere, picture(accountable_to=("IB", "Some panel")))

    told = facts(page(manager))

    assert told["Leads"] == "Head of Safeguarding (Sunniva Okparike)"
    assert told["Due"] == "May 2026"
    assert told["Inspectors’ limit"] == "30 June 2026 Within the limit of 30 June 2026"
    assert told["Delivery rating"].startswith("G Green On track As printed in the plan")
    assert told["Accountable to"] == "IB (Improvement Board) Some panel, which the register of boards does not know"
    assert Board.objects.get() == board


def test_the_date_is_said_in_full_beside_the_plans_words_and_the_limit_in_days(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture(due_dates=(PartDate("2026-07-10"),), by_when_text="10/07/26 or sooner"))

    told = facts(page(manager))

    assert told["Due"] == "10 July 2026 The plan says: 10/07/26 or sooner"
    assert told["Inspectors’ limit"] == "30 June 2026 10 days later than the limit of 30 June 2026"


def test_what_is_missing_becomes_a_link_for_those_who_may_and_words_for_others(northmere: World, manager: Client, sign_in: SignIn) -> None:
    world.plan(northmere, picture(leads=(), responsible_lead=None, due_dates=(), by_when_text="To be confirmed", rating=None))
    reader = sign_in(world.person(northmere, Kind.LEAD_MEMBER))

    can, cannot = facts(page(manager)), facts(page(reader))

    assert [can[key] for key in ("Leads", "Due", "Delivery rating")] == ["Say who leads it", "Enter due date", "Rate it"]
    assert [cannot[key] for key in ("Leads", "Due", "Delivery rating")] == [
        "Nobody leads it",
        "No date. The plan says: To be confirmed",
        "Not rated",
    ]


@pytest.mark.parametrize(
    ("recurrence", "printed", "said"),
    [("monthly", "Monthly", "Monthly"), ("monthly", None, "Monthly"), (None, "Summer 2026", "Summer 2026")],
)
def test_what_recurs_or_names_a_season_is_not_asked_for_a_date(
    northmere: World, manager: Client, recurrence: str | None, printed: str | None, said: str
) -> None:
    world.plan(northmere, picture(due_dates=(), by_when_text=printed, recurrence=recurrence))

    assert facts(page(manager))["Due"] == said


def test_late_is_said_in_days_until_it_is_done(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture(due_dates=(PartDate("2026-03-19"),), by_when_text="19 March 2026", rating="Amber"))

    assert "12 days late" in words(only(page(manager), "main"))
    actions.rate(action=row(), by=acting(northmere.manager), version=1, rating="Blue", why="All trained.")
    assert "days late" not in words(only(page(manager), "main"))


def test_a_rating_says_who_set_it_when_and_why(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    actions.rate(action=row(), by=acting(northmere.manager), version=1, rating="Amber", why="Two teams wait.")

    told = facts(page(manager))["Delivery rating"]

    assert told.startswith("A Amber In progress, some slippage Set by Orla Manager on ")
    assert "Two teams wait" in told


def test_leads_to_come_are_told_with_their_day(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    actions.change_leads(
        action=row(), by=acting(northmere.manager), version=1, leads=[NewLead(words="Deputy", responsible=True)], on=date(2026, 6, 1)
    )

    told = facts(page(manager))

    assert told["Leads"] == "Head of Safeguarding, until 31 May 2026"
    assert told["Leads to come"] == "Deputy, from 1 June 2026"


def test_who_led_before_stays_on_the_page(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    actions.change_leads(action=row(), by=acting(northmere.manager), version=1, leads=[NewLead(words="Deputy", responsible=True)])

    told = facts(page(manager))

    assert told["Leads"] == "Deputy, since 31 March 2026"
    assert told["Led before"] == "Head of Safeguarding, until 30 March 2026"


def test_a_long_history_is_told_in_full_when_asked(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    for version in range(1, 52):
        actions.add_progress(action=row(), by=acting(northmere.manager), version=version, text=f"Step {version}")

    def told(address: str) -> int:
        return len(find(html.fromstring(manager.get(address).content), "ol.gt-timeline")[-1])

    (more,) = [one for one in find(page(manager), "main a") if "Show everything" in words(one)]
    assert told(f"/actions/{row().pk}/") == 50
    assert told(f"/actions/{row().pk}/{str(more.get('href')).split('#')[0]}") == 52


# --- dates, progress, history, document


def test_every_date_is_listed_the_printed_first_with_how_far_it_moved(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    by = acting(northmere.manager)
    given = {"action": row(), "by": by, "by_when": ""}
    actions.change_due_date(**given, version=1, dates=["2026-06-10"], why="The trainer left.")
    actions.change_due_date(**given, version=2, dates=["2026-06-05"], why="A trainer was found.")

    (table,) = [one for one in find(page(manager), "table") if "printed date first" in words(one)]
    lines = [words(line) for line in find(table, "tbody tr")]

    assert [line.split(" Orla Manager ")[1] for line in lines] == [
        "The printed date, as the plan was accepted",
        "The trainer left.",
        "A trainer was found.",
    ]
    assert lines[0].startswith("May 2026 ")
    assert lines[1].startswith("10 June 2026 10 days later ")
    assert lines[2].startswith("5 June 2026 (now) 5 days earlier ")


def test_progress_is_told_newest_first_and_what_was_printed_apart(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture(progress=(Progress(letter="a", text="Ten trained"),), parts=("Train", "Test")))
    by = acting(northmere.manager)
    for version, text in enumerate(("Twelve trained", "All <b>trained</b>"), start=1):
        actions.add_progress(action=row(), by=by, version=version, text=text)

    shown = page(manager)
    told = [words(one) for one in find(only(shown, "main"), "ol.gt-timeline")[0]]

    assert [one.split("m ", 1)[1] for one in told] == ["All <b>trained</b>", "Twelve trained"]
    assert "As the plan printed it Part a : Ten trained" in words(only(shown, "main"))


def test_the_history_tells_what_was_and_is_with_the_reason(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture())
    actions.change_due_date(
        action=row(), by=acting(northmere.manager), version=1, by_when="", dates=["2026-06-10"], why="The trainer left."
    )

    newest = find(only(page(manager), "main"), "ol.gt-timeline")[-1][0]

    assert "Due date of ‘Train managers to supervise’ changed from May 2026 to 10 June 2026." in words(newest)
    assert "Reason: The trainer left." in words(newest)


def test_where_the_action_stands_in_the_document(northmere: World, manager: Client) -> None:
    at = a_place(page=12, line=3, quote="1. Train managers to supervise | May 2026")
    world.plan(northmere, picture(place=at, places={"leads": a_place(page=12, line=4, quote="HoS")}))

    quoted = [words(one) for one in find(page(manager), "figure.gt-quote")]

    assert quoted == [
        "1. Train managers to supervise | May 2026 The whole action: page 12, line 3",
        "HoS Leads: page 12, line 4",
    ]


def test_what_the_checks_say_of_this_action_stands_there_with_advice(northmere: World, manager: Client) -> None:
    world.plan(
        northmere, picture(leads=("Head", "Deputy"), responsible_lead=None, due_dates=(PartDate("2026-08"),), by_when_text="August 2026")
    )

    shown = page(manager)
    told = words(by_id(shown, "checks").getnext())

    assert "responsible" in told
    assert "its item's limit is 30 June 2026" in told


def test_checks_of_other_actions_are_not_told_here(northmere: World, manager: Client) -> None:
    clean = {"accountable_to": ("Improvement Board",), "progress": (Progress(text="Twelve of 20 managers trained, 20 March 2026"),)}
    lines = [an_action("Train all 20 managers", number="1", due_dates=(PartDate("2026-05"),), by_when_text="May 2026", **clean)]
    lines.append(an_action("Write the policy", number="2", leads=(), due_dates=(), by_when_text="", leads_basis="none"))
    world.plan(northmere, a_picture([an_item(actions=lines)]))
    first, second = Action.objects.order_by("order")

    assert "nobody leads" not in words(only(page(manager, first.pk), "main"))
    assert "nobody leads" in words(only(page(manager, second.pk), "main"))


def test_an_acronym_that_the_plan_explains_is_no_fault_of_the_action(northmere: World, manager: Client) -> None:
    world.plan(northmere, picture(text="Train every IRO to supervise"))

    assert "IRO" not in words(by_id(page(manager), "checks").getnext())


def test_only_readers_of_the_whole_plan_are_led_to_all_of_its_checks(northmere: World, manager: Client, sign_in: SignIn) -> None:
    nurse = sign_in(world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse"))
    world.plan(northmere, picture(leads=("Designated Nurse",)))
    pk = row().pk

    def leads_on(client: Client) -> bool:
        return any("/checks/" in str(link.get("href")) for link in find(page(client, pk), "main a"))

    assert not leads_on(nurse)
    assert leads_on(manager)


# --- readers


def test_buttons_are_shown_to_those_who_may_press_them(northmere: World, sign_in: SignIn) -> None:
    world.plan(northmere, picture(leads=("The post",)))

    def pressed(kind: str) -> list[str]:
        client = sign_in(world.person(northmere, kind))
        return [words(one) for one in find(page(client), "main a.govuk-button")]

    assert pressed(Kind.IMPROVEMENT_MANAGER) == ["Report progress", "Change due date", "Rate", "Hand over"]
    assert pressed(Kind.HEAD_OF_SERVICE) == ["Hand over"]
    assert pressed(Kind.ACTION_LEAD) == []
    assert pressed(Kind.INSPECTOR) == []


def test_a_partner_lead_finds_their_own_action_and_no_other(northmere: World, sign_in: SignIn) -> None:
    partner = world.person(northmere, Kind.PARTNER_LEAD, job_title="Designated Nurse")
    lines = [an_action("Own", leads=("Designated Nurse",)), an_action("Other", leads=("Head of Safeguarding",))]
    world.plan(northmere, a_picture([an_item(actions=lines)]))
    own, other = Action.objects.order_by("order")
    client = sign_in(partner)

    shown = page(client, own.pk)

    assert [words(one) for one in find(shown, "main a.govuk-button")] == ["Report progress", "Change due date", "Rate"]
    assert "Other" not in words(only(shown, "main"))
    assert client.get(f"/actions/{other.pk}/").status_code == 404
    assert client.get(f"/actions/{other.pk}/due-date/").status_code == 404


def test_the_page_holds_nothing_inline_and_no_words_become_markup(northmere: World, manager: Client) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    world.plan(
        northmere,
        picture(
            text=hostile,
            leads=(hostile,),
            responsible_lead=hostile,
            by_when_text=hostile,
            accountable_to=(hostile,),
            rating=hostile,
            place=a_place(quote=hostile),
            progress=(Progress(text=hostile),),
        ),
    )

    assert_strict(manager.get(f"/actions/{row().pk}/"))


@pytest.mark.slow
def test_no_page_of_an_action_of_a_large_plan_asks_more_than_25_queries(
    northmere: World, manager: Client, django_assert_max_num_queries: Any
) -> None:
    world.plan(northmere, big.a_big_picture())
    first = Action.objects.order_by("item__order", "order")[0]
    for end in ("", "due-date/", "leads/", "rating/", "progress/"):
        with django_assert_max_num_queries(25):
            assert manager.get(f"/actions/{first.pk}/{end}").status_code == 200
