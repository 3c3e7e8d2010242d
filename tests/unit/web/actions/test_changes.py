"""Changing an action on the site: typed, checked, done; refused with a reason; nothing typed is ever lost."""

from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from goldthread.common.dates import PartDate
from goldthread.models import Action, DueDate, Lead, Progress
from goldthread.operations import actions
from tests import world
from tests.factories import a_finding, a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import find, only, words
from tests.unit.web.pages import assert_strict, problems
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db
LIMIT = PartDate("2026-06-30")


@pytest.fixture
def plan(northmere: World) -> World:
    """An action due in May 2026 under a limit of 30 June 2026, led by the head of safeguarding."""
    action = an_action(
        "Train managers", leads=("Head of Safeguarding",), responsible_lead="Head of Safeguarding", due_dates=(PartDate("2026-05"),),
        by_when_text="May 2026", parts=("Write", "Teach"), rating="Green",
    )  # fmt: skip
    world.plan(northmere, a_picture([an_item(actions=[action], due=LIMIT)], findings=[a_finding()]))
    return northmere


@pytest.fixture
def editor(plan: World, manager: Client) -> Client:  # noqa: ARG001 - the action that is changed
    """The improvement manager's browser, before that action."""
    return manager


def row() -> Action:
    return Action.objects.get()


def at(end: str) -> str:
    return f"/actions/{row().pk}/{end}/"


def send(client: Client, end: str, step: str = "check", **typed: Any) -> HttpResponse:
    return client.post(at(end), {"version": row().version, "step": step} | typed)


def heading(answer: HttpResponse) -> str:
    (found,) = html.fromstring(answer.content).xpath("//h1")
    return words(found).split(" ", 2)[-1] if words(found).startswith("Action ") else words(found)


def hidden(answer: HttpResponse) -> dict[str, str]:
    """What the first form of the page would send."""
    form = find(html.fromstring(answer.content), "main form")[0]
    return {one.get("name"): one.get("value") for one in find(form, "input[type=hidden]") if one.get("name") != "csrfmiddlewaretoken"}


def warnings(answer: HttpResponse) -> list[str]:
    return [words(one).removeprefix("! Warning: ") for one in find(html.fromstring(answer.content), "div.govuk-warning-text")]


# --- the due date

WHY = {"why": "The trainer left."}


@pytest.mark.parametrize(
    ("typed", "dates", "said"),
    [
        ("31 May 2026", ["2026-05-31"], "31 May 2026"),
        ("31/05/2026", ["2026-05-31"], "31 May 2026"),
        ("end of June 2026", ["2026-06-30"], "30 June 2026"),
        ("June 2026", ["2026-06"], "June 2026"),
        ("by 15 June 2026", ["2026-06-15"], "15 June 2026"),
        ("1 June 2026 to 30 June 2026", ["2026-06-01", "2026-06-30"], "1 June 2026 to 30 June 2026"),
    ],
)
def test_a_date_is_read_as_people_type_it_checked_and_set(editor: Client, typed: str, dates: list[str], said: str) -> None:
    checked = send(editor, "due-date", due=typed, **WHY)

    assert heading(checked) == "Check the new date"
    assert DueDate.objects.count() == 1

    done = editor.post(at("due-date"), hidden(checked), follow=True)

    assert (DueDate.objects.last().dates, DueDate.objects.last().by_when) == (dates, said)
    assert f"The due date is {said} now" in done.content.decode()


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Enter when it is due now, a day or a month"),
        ("soon", "“soon” gives no date. Enter a day such as 31 May 2026 or 31/05/2026, or a month such as May 2026"),
        ("no date", "“no date” gives no date."),
        ("31/02/2026", "“31/02/2026” gives no date: the calendar has no such day."),
        ("spring 2026", "“spring 2026” gives no date: a season is not a date."),
        ("31 May 2026 or 30 June 2026", "31 May 2026 and 30 June 2026 are several dates."),
    ],
)
def test_what_is_no_date_is_said_with_what_would_be_right(editor: Client, typed: str, problem: str) -> None:
    answer = send(editor, "due-date", due=typed, **WHY)

    assert problems(answer)[0].startswith(problem)
    assert only(html.fromstring(answer.content), "input[name=due]").get("value", "") == typed
    assert DueDate.objects.count() == 1


def test_a_date_needs_a_reason(editor: Client) -> None:
    assert problems(send(editor, "due-date", due="June 2026", why="  ")) == ["Say why the date changes"]


def test_the_plans_words_may_not_say_another_date(editor: Client) -> None:
    assert problems(send(editor, "due-date", due="31 May 2026", words="July 2026", **WHY)) == [
        "The words say July 2026 and the date above says 31 May 2026. Make the two agree, or leave the words out"
    ]


def test_words_and_recurrence_are_kept_as_typed(editor: Client) -> None:
    checked = send(editor, "due-date", due="31 May 2026", words="End of May 2026, then every quarter", recurrence="quarterly", **WHY)
    editor.post(at("due-date"), hidden(checked))

    latest = DueDate.objects.get(revision=2)
    assert (latest.by_when, latest.recurrence) == ("End of May 2026, then every quarter", "quarterly")


def test_a_date_after_the_limit_is_warned_of_and_needs_a_tick(editor: Client) -> None:
    checked = send(editor, "due-date", due="31 July 2026", **WHY)
    assert warnings(checked) == ["31 July 2026 is after the inspectors’ limit of 30 June 2026."]

    unticked = editor.post(at("due-date"), hidden(checked))
    assert problems(unticked) == ["Tick the box if the date is to be set all the same"]
    assert DueDate.objects.count() == 1

    assert editor.post(at("due-date"), hidden(unticked) | {"confirmed": "on"}).status_code == 302
    assert DueDate.objects.get(revision=2).dates == ["2026-07-31"]


def test_the_third_time_that_a_date_moves_back_needs_a_tick(plan: World, manager: Client) -> None:
    for version, day in enumerate(("2026-06-05", "2026-06-10"), start=1):
        actions.change_due_date(action=row(), by=acting(plan.manager), version=version, by_when="", dates=[day], why="Slipped.")

    assert warnings(send(manager, "due-date", due="15 June 2026", **WHY)) == [
        "The date has moved back twice already. This would be the third time."
    ]
    assert warnings(send(manager, "due-date", due="7 June 2026", **WHY)) == []


def test_from_the_check_one_can_go_back_to_what_was_typed(editor: Client) -> None:
    checked = send(editor, "due-date", due="June 2026", **WHY)
    again = editor.post(at("due-date"), hidden(checked) | {"step": "edit"})

    shown = html.fromstring(again.content)
    assert heading(again) == "Change due date"
    assert only(shown, "input[name=due]").get("value") == "June 2026"
    assert words(only(shown, "textarea[name=why]")) == "The trainer left."


def test_the_date_that_it_has_already_is_refused_beside_what_was_typed(editor: Client) -> None:
    answer = send(editor, "due-date", "save", due="May 2026", **WHY)

    assert problems(answer) == ["That is when the action is due already. Give another date, or leave it as it is."]
    assert only(html.fromstring(answer.content), "input[name=due]").get("value") == "May 2026"


# --- leads


def typed_leads(*lines: str, responsible: str = "", on: date = world.DAY) -> dict[str, str]:
    day = {"on_day": str(on.day), "on_month": str(on.month), "on_year": str(on.year)}
    return {f"lead_{number}": line for number, line in enumerate(lines, 1)} | {"responsible": responsible} | day


def test_the_form_starts_from_those_who_lead_now_with_room_for_more(editor: Client) -> None:
    shown = html.fromstring(editor.get(at("leads")).content)

    assert [one.get("value") for one in find(shown, "input[list=people]")] == ["Head of Safeguarding", None, None, None]


def test_leads_are_chosen_by_name_by_job_title_or_typed_as_a_post(plan: World, manager: Client) -> None:
    by_name = world.person(plan, Kind.ACTION_LEAD, name="Sunniva Okparike", job_title="Service Manager")
    by_title = world.person(plan, Kind.PARTNER_LEAD, name="Ravi Ashgrove", job_title="Designated Nurse")
    checked = send(manager, "leads", **typed_leads("sunniva okparike", "Designated Nurse", "Somebody to be named", responsible="1"))

    told = words(only(html.fromstring(checked.content), "main dl"))
    assert "Service Manager Sunniva Okparike finds the action under My work" in told
    assert "Somebody to be named The words stand by themselves" in told

    manager.post(at("leads"), hidden(checked))

    held = Lead.objects.filter(ends_on=None).order_by("order").values_list("as_printed", "person", "responsible")
    assert list(held) == [
        ("Service Manager", by_name.pk, True),
        ("Designated Nurse", by_title.pk, False),
        ("Somebody to be named", None, False),
    ]


def test_a_job_title_that_two_people_have_stands_for_neither_and_a_name_for_one(plan: World, manager: Client) -> None:
    first, _second = (world.person(plan, Kind.TEAM_MANAGER, name=name, job_title="Team Manager") for name in ("Ann Lee", "Bo May"))

    manager.post(at("leads"), hidden(send(manager, "leads", **typed_leads("Team Manager"))))
    assert Lead.objects.get(ends_on=None).person is None

    manager.post(at("leads"), hidden(send(manager, "leads", **typed_leads("Ann Lee, Team Manager"))))
    lead = Lead.objects.get(ends_on=None)
    assert (lead.as_printed, lead.person) == ("Ann Lee", first)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (typed_leads(""), "Enter a post or a name. An action without a lead is one that nobody does"),
        (typed_leads("Head", "Deputy"), "There are 2 leads. Choose the one who answers for the action"),
        (typed_leads("Head", "Deputy", responsible="3"), "Lead 3 is empty. Choose one of the leads that are filled in"),
        (typed_leads("Head", "Head", responsible="1"), "The same lead is named twice. Leave one of them out."),
        (typed_leads("Head") | {"on_day": "31", "on_month": "2"}, "The calendar has no 31 February 2026."),
    ],
)
def test_leads_that_cannot_be_are_told_beside_what_was_typed(editor: Client, typed: dict[str, str], problem: str) -> None:
    answer = send(editor, "leads", "save", **typed)

    assert problems(answer)[0].startswith(problem)
    assert Lead.objects.get().ends_on is None


def test_a_hand_over_to_come_says_so(editor: Client) -> None:
    checked = send(editor, "leads", **typed_leads("Deputy", on=date(2026, 6, 1)))
    done = editor.post(at("leads"), hidden(checked), follow=True)

    assert "Deputy will lead" in done.content.decode()
    assert Lead.objects.get(as_printed="Deputy").starts_on == date(2026, 6, 1)


# --- rating and progress


def test_the_rating_offers_the_plans_own_key_with_its_meanings(editor: Client) -> None:
    shown = html.fromstring(editor.get(at("rating")).content)

    assert [words(one) for one in find(shown, "main label.govuk-radios__label")] == [
        "Red: Off track or overdue",
        "Amber: In progress, some slippage",
        "Green: On track",
        "Blue: Complete",
        "Not rated",
    ]


@pytest.mark.parametrize(("typed", "rating"), [("Amber", "Amber"), ("none", None)])
def test_a_rating_is_set_with_its_reason(editor: Client, typed: str, rating: str | None) -> None:
    assert send(editor, "rating", rating=typed, why="Two teams wait.").status_code == 302
    assert row().rating == rating


def test_a_plan_without_a_key_takes_a_rating_in_words(northmere: World, manager: Client) -> None:
    world.plan(northmere, a_picture(plan=a_plan(status_key=())))

    assert send(manager, "rating", rating="On track", why="As agreed.").status_code == 302
    assert row().rating == "On track"


def test_progress_is_about_the_whole_or_about_a_part(editor: Client) -> None:
    for letter in ("", "b"):
        assert send(editor, "progress", text="Twelve trained", letter=letter).status_code == 302

    assert list(Progress.objects.order_by("order").values_list("letter", flat=True)) == [None, "b"]


# --- somebody else was first

TYPED: dict[str, dict[str, str]] = {
    "due-date": {"due": "June 2026", "why": "The trainer left."},
    "leads": typed_leads("Deputy"),
    "rating": {"rating": "Amber", "why": "Two teams wait."},
    "progress": {"text": "Twelve trained"},
}


@pytest.mark.parametrize("step", ["check", "save"])
@pytest.mark.parametrize("end", list(TYPED))
def test_when_somebody_else_was_first_nothing_is_lost(plan: World, manager: Client, end: str, step: str) -> None:
    actions.rate(action=row(), by=acting(plan.manager), version=1, rating="Red", why="The trainer is ill.")

    answer = manager.post(at(end), {"version": 1, "step": step} | TYPED[end])

    assert (answer.status_code, row().version) == (409, 2)
    told = words(only(html.fromstring(answer.content), "main"))
    assert "Rating changed Orla Manager" in told
    assert "The trainer is ill." in told
    assert all(typed in told for typed in TYPED[end].values() if typed)

    again = manager.post(at(end), hidden(answer))

    assert (again.status_code, problems(again)) == (200, [])
    kept = again.content.decode()
    assert all(typed in kept for typed in TYPED[end].values() if typed)
    assert only(html.fromstring(again.content), "input[name=version]").get("value") == "2"


# --- those who may not


@pytest.mark.parametrize("end", list(TYPED))
def test_who_may_not_is_told_why_and_who_may_when_asking_and_when_sending(plan: World, sign_in: SignIn, end: str) -> None:
    lead = sign_in(world.person(plan, Kind.ACTION_LEAD))

    for answer in (lead.get(at(end)), send(lead, end, "save", **TYPED[end])):
        assert answer.status_code == 403
        assert "improvement manager" in answer.content.decode()
    assert row().version == 1


@pytest.mark.parametrize("end", list(TYPED))
def test_forms_hold_nothing_inline(editor: Client, end: str) -> None:
    assert_strict(editor.get(at(end)))
    assert_strict(send(editor, end, "check", **(TYPED[end] if end in ("due-date", "leads") else {})))


def test_no_words_typed_become_markup_on_the_way(editor: Client) -> None:
    hostile = "<script>alert(1)</script>"
    assert_strict(send(editor, "due-date", due="June 2026", words=hostile, why=hostile))
    assert_strict(send(editor, "leads", **typed_leads(hostile)))
    assert_strict(editor.post(at("progress"), {"version": 0, "text": hostile, hostile: hostile}))
