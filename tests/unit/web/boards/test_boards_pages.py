"""The register and one board: what is shown, what is flagged, and what is refused with its reason."""

from datetime import date

import pytest
from django.test import Client
from lxml import html

from goldthread.models import Action, Board, HistoryEvent, Lead, Membership, Monitoring, Person
from goldthread.operations import boards as operations
from goldthread.operations.boards import Facts
from tests import world
from tests.factories import a_board, a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import find
from tests.unit.web.markup import words as told
from tests.unit.web.pages import assert_strict, problems, words
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db


def a_registered(northmere: World, name: str = "Improvement Board", **fields: object) -> Board:
    return operations.add(organisation=northmere.council, facts=Facts(name=name, **fields), by=acting(northmere.manager))


def planned(northmere: World, *watching: str, answering: tuple[str, ...] = (), **fields: object) -> str:
    lines = [an_action(f"Action {at}", number=str(at), accountable_to=(name,), **fields) for at, name in enumerate(answering, 1)]
    monitoring = tuple(a_board(name, "quarterly", purpose="Looks at all of it") for name in watching)
    return world.plan(northmere, a_picture(plan=a_plan([an_item(actions=lines)], monitoring=monitoring))).reference


def opened(client: Client, address: str, **query: str) -> html.HtmlElement:
    answer = client.get(address, query)
    assert_strict(answer)
    return html.fromstring(answer.content)


def rows(page: html.HtmlElement) -> list[str]:
    return [told(row) for row in find(page, "tbody tr")]


# The register


def test_the_register_shows_what_each_board_is_and_flags_what_nobody_said(northmere: World, manager: Client) -> None:
    a_registered(northmere, "Cabinet", cadence="monthly", chair="The leader", meets_in_public=True, aliases=["Executive"])
    board = a_registered(northmere)
    operations.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))
    planned(northmere, "Improvement Board")

    page = opened(manager, "/boards/")

    assert rows(page) == [
        "Cabinet also Executive monthly in public The leader 0 none that you see",
        "Improvement Board not said not said 1 Improvement plan",
    ]
    assert [told(one) for one in find(page, ".gt-break")] == ["not said"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"named": "exec"}, ["Cabinet"]),
        ({"without_cadence": "on"}, ["Improvement Board"]),
        ({"plan": "northmere"}, ["Improvement Board"]),
        ({"plan": "nonsense"}, ["Cabinet", "Improvement Board"]),
        ({"named": "zebra"}, []),
        ({"page": "99"}, ["Cabinet", "Improvement Board"]),
    ],
)
def test_the_register_can_be_narrowed(northmere: World, manager: Client, query: dict[str, str], shown: list[str]) -> None:
    a_registered(northmere, "Cabinet", cadence="monthly", aliases=["Executive"])
    a_registered(northmere)
    planned(northmere, "Improvement Board")

    page = opened(manager, "/boards/", **query)

    assert [told(link) for link in find(page, "tbody th a")] == shown


def test_a_filter_in_force_can_be_taken_away(northmere: World, manager: Client) -> None:
    a_registered(northmere)

    page = opened(manager, "/boards/", named="improv", without_cadence="on")

    assert [(told(link), link.get("href")) for link in find(page, ".gt-filter__tag")] == [
        ("Remove this filter: Name: improv", "?without_cadence=on"),
        ("Remove this filter: No cadence", "?named=improv"),
    ]


def test_an_empty_register_says_what_will_be_here(northmere: World, manager: Client, sign_in: SignIn) -> None:
    assert "Add the first one" in words(manager.get("/boards/"))
    assert "The board secretary or the improvement manager adds them" in words(
        sign_in(world.person(northmere, Kind.DIRECTOR)).get("/boards/")
    )


@pytest.mark.parametrize("kind", [Kind.DIRECTOR, Kind.PARTNER_LEAD, Kind.SCRUTINY_COUNCILLOR])
def test_only_keepers_are_offered_changes(northmere: World, sign_in: SignIn, kind: str) -> None:
    board = a_registered(northmere)
    operations.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))
    planned(northmere, "Scrutiny Committee")
    client = sign_in(world.person(northmere, kind))

    for address in ("/boards/", f"/boards/{board.pk}/", "/boards/names/"):
        addresses = [link.get("href") for link in find(opened(client, address), "main a")]
        assert [href for href in addresses if "add" in href or "change" in href or "end" in href or "alias" in href] == []


# One board


def test_a_board_shows_its_members_what_it_watches_and_what_answers_to_it(northmere: World, manager: Client) -> None:
    board = a_registered(northmere, aliases=["IB"], purpose="Holds to account", cadence="monthly")
    chair, other = world.person(northmere, name="Cleo Chair", job_title="Leader"), world.person(northmere, name="Otto Other")
    for person, capacity, stands_for, ends in (
        (chair, "chair", None, None),
        (other, "alternate", chair, date(2026, 6, 30)),
        (northmere.manager, "observer", None, date(2026, 3, 1)),
    ):
        operations.add_member(
            board=board, person=person, by=acting(northmere.manager), capacity=capacity, alternate_for=stands_for,
            starts_on=date(2026, 1, 1), ends_on=ends,
        )  # fmt: skip
    planned(northmere, "Improvement Board", answering=("IB", "Cabinet"), due_dates=("2026-03-19",), leads=("Head",))

    page = opened(manager, f"/boards/{board.pk}/")

    assert rows(page) == [
        "Cleo Chair Leader, Northmere Chair 1 January 2026 no end End the membership of Cleo Chair",
        "Otto Other Northmere Alternate for Cleo Chair 1 January 2026 30 June 2026 End the membership of Otto Other",
        "Orla Manager Northmere Observer 1 January 2026 1 March 2026",
        "Improvement plan Improvement Board quarterly Looks at all of it",
        "1.1 Action 1 Improve the supervision of social workers Head 19 March 2026 12 days late not rated",
    ]
    assert "“Improvement plan” says quarterly" in told(find(page, "dl")[0])
    assert "Board added" in told(find(page, ".gt-timeline")[0])


def test_a_missing_cadence_is_flagged(northmere: World, manager: Client) -> None:
    board = a_registered(northmere)

    assert [told(one) for one in find(opened(manager, f"/boards/{board.pk}/"), "dl .gt-break")] == ["Nobody has said how often it meets"]


def test_a_partner_sees_their_own_actions_only_and_no_links_to_people(northmere: World, sign_in: SignIn) -> None:
    board = a_registered(northmere)
    operations.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))
    planned(northmere, answering=("Improvement Board", "Improvement Board"))
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    Lead.objects.create(action=Action.objects.get(text="Action 2"), order=9, as_printed="Partner", person=partner)

    page = opened(sign_in(partner), f"/boards/{board.pk}/")

    assert "Action 2" in told(page)
    assert "Action 1" not in told(page)
    assert [link.get("href") for link in find(page, "main a") if "/people/" in link.get("href")] == []


def test_a_board_that_is_not_there(northmere: World, manager: Client, sign_in: SignIn) -> None:
    board = a_registered(northmere)

    assert manager.get(f"/boards/{board.pk + 1}/").status_code == 404
    assert sign_in(northmere.administrator).get(f"/boards/{board.pk}/").status_code == 403


# Names that no board has


def test_names_of_plans_are_offered_to_the_register(northmere: World, manager: Client) -> None:
    planned(northmere, "Scrutiny & Audit Committee", answering=("Thresholds Panel", "Thresholds Panel", "Director"))

    page = opened(manager, "/boards/names/")

    assert "2 boards that plans name are not in the register" in words(manager.get("/boards/"))
    assert [told(row) for row in find(page, "tbody tr")] == [
        "Scrutiny & Audit Committee Improvement plan It watches the plan Add as a new board (Scrutiny & Audit Committee) "
        "It is another name of a board (Scrutiny & Audit Committee)",
        "Thresholds Panel Improvement plan 2 actions answer to it Add as a new board (Thresholds Panel) "
        "It is another name of a board (Thresholds Panel)",
    ]
    add = next(link.get("href") for link in find(page, "tbody a") if "add" in link.get("href"))
    assert find(opened(manager, add), "input[name=name]")[0].get("value") == "Scrutiny & Audit Committee"


def test_when_every_name_is_known_that_is_said(manager: Client) -> None:
    assert "Every name is known" in words(manager.get("/boards/names/"))
    assert manager.get("/boards/names/alias/").status_code == 302


# Filling in, checking, saving

FILLED = {"name": "Scrutiny Committee", "aliases": "CSC\n\n The Committee ", "chair": "A", "cadence": "quarterly", "purpose": "P"}


def test_a_board_is_added_after_its_answers_were_checked(northmere: World, manager: Client) -> None:
    planned(northmere, "The Committee")

    checked = manager.post("/boards/add/", FILLED)
    assert "Check your answers" in words(checked)
    assert "Improvement plan, which prints “The Committee”" in words(checked)
    assert not Board.objects.exists()
    again = manager.post("/boards/add/", {**FILLED, "again": "yes"})
    assert find(html.fromstring(again.content), "input[name=cadence]")[0].get("value") == "quarterly"
    saved = manager.post("/boards/add/", {**FILLED, "checked": "yes"}, follow=True)

    board = Board.objects.get()
    assert (board.name, board.aliases, board.cadence, board.meets_in_public) == (
        "Scrutiny Committee", ["CSC", "The Committee"], "quarterly", False,
    )  # fmt: skip
    assert Monitoring.objects.get().board == board
    assert "Scrutiny Committee is in the register." in words(saved)
    assert_strict(checked)
    assert_strict(saved)


def test_the_check_page_carries_everything_that_was_typed(manager: Client) -> None:
    page = html.fromstring(manager.post("/boards/add/", {**FILLED, "name": '"><b>'}).content)

    form = find(page, "form.gt-confirm")[0]
    assert {field.get("name"): field.get("value") for field in find(form, "input")} == {
        **FILLED, "name": '"><b>', "csrfmiddlewaretoken": find(form, "input")[0].get("value"), "checked": "yes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"name": ""}, "Enter name"),
        ({"name": "cabinet"}, "“cabinet” is a name of Cabinet already. One name stands for one board."),
        ({"aliases": "x" * 201}, f"“{'x' * 40}…” has 201 characters. At most 200 fit; enter the name without its purpose."),
        ({"cadence": "x" * 61}, "How often it meets has 61 characters. At most 60 fit"),
    ],
)
@pytest.mark.parametrize("step", [{}, {"checked": "yes"}])
def test_what_cannot_be_saved_is_said_beside_the_form(
    northmere: World, manager: Client, changed: dict[str, str], problem: str, step: dict[str, str]
) -> None:
    a_registered(northmere, "Cabinet")

    answer = manager.post("/boards/add/", {**FILLED, **changed, **step})

    assert problems(answer) == [problem]
    assert answer.status_code == 200
    assert Board.objects.count() == 1


def test_a_change_says_which_plans_it_joins_and_which_it_leaves(northmere: World, manager: Client) -> None:
    board = a_registered(northmere, aliases=["Old", "Kept"])
    planned(northmere, "Old", "Kept", "New")
    given = {"name": "Improvement Board", "aliases": "Kept\nNew"}

    said = words(manager.post(f"/boards/{board.pk}/change/", given))
    manager.post(f"/boards/{board.pk}/change/", {**given, "checked": "yes"})

    joins, leaves = said.split("no longer, and its members")
    assert "which prints “New”" in joins
    assert "which prints “Old”" in leaves
    assert {row.as_printed: row.board == board for row in Monitoring.objects.all()} == {"Old": False, "Kept": True, "New": True}


def test_a_printed_name_becomes_another_name_of_a_board(northmere: World, manager: Client) -> None:
    board = a_registered(northmere)
    planned(northmere, "IB")
    address = "/boards/names/alias/?name=IB"

    assert problems(manager.post(address, {})) == ["Choose an answer: Which board is it?"]
    assert "Also called IB" in words(manager.post(address, {"board": board.pk}))
    manager.post(address, {"board": board.pk, "checked": "yes"})

    board.refresh_from_db()
    assert (board.aliases, Monitoring.objects.get().board) == (["IB"], board)


# Members


def day(name: str, on: date | None) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(on, part)) for part in ("day", "month", "year")} if on else {}


def sitting(person: Person, **more: str) -> dict[str, str]:
    return {"person": str(person.pk), "capacity": "member", **day("starts_on", world.DAY), **more}


def test_somebody_is_seated_after_a_check_and_the_history_tells_it(northmere: World, manager: Client) -> None:
    board, person = a_registered(northmere), world.person(northmere, name="Ann Able")
    address = f"/boards/{board.pk}/members/add/"
    given = sitting(person, capacity="co_optee", **day("ends_on", date(2027, 3, 31)))

    said = words(manager.post(address, given))
    saved = manager.post(address, {**given, "checked": "yes"}, follow=True)

    assert "Co-optee First day 31 March 2026 Last day 31 March 2027" in said
    member = Membership.objects.get()
    assert (member.person, member.capacity, member.starts_on, member.ends_on) == (person, "co_optee", world.DAY, date(2027, 3, 31))
    assert "Ann Able sits on Improvement Board from 31 March 2026." in words(saved)
    assert "Member added" in words(saved)


def test_seats_that_are_refused_say_why(northmere: World, manager: Client) -> None:
    board, person = a_registered(northmere), world.person(northmere, name="Ann Able")
    operations.add_member(board=board, person=person, by=acting(northmere.manager), starts_on=date(2026, 1, 1))
    address = f"/boards/{board.pk}/members/add/"

    assert problems(manager.post(address, sitting(person))) == [
        "Ann Able sits on Improvement Board already, since 1 January 2026. End that first, or change nothing."
    ]
    assert problems(manager.post(address, sitting(northmere.manager, alternate_for=str(person.pk)))) == [
        "Only an alternate sits for somebody else. Choose “Alternate”, or leave out Ann Able."
    ]
    assert problems(manager.post(address, {})) == ["Choose person", "Choose capacity", "Enter the date, for example 27 3 2026"]
    assert Membership.objects.count() == 1


def test_a_membership_ends_after_a_check(northmere: World, manager: Client) -> None:
    board, person = a_registered(northmere), world.person(northmere, name="Ann Able")
    member = operations.add_member(board=board, person=person, by=acting(northmere.manager), starts_on=date(2026, 1, 1))
    address = f"/boards/{board.pk}/members/{member.pk}/end/"
    given = {**day("ends_on", date(2026, 3, 30)), "why": "Left the council"}

    form = opened(manager, address)
    assert [find(form, f"input[name=ends_on_{part}]")[0].get("value") for part in ("day", "month", "year")] == ["30", "3", "2026"]
    assert "they no longer read plans because this board watches them" in words(manager.post(address, given))
    saved = manager.post(address, {**given, "checked": "yes"}, follow=True)

    member.refresh_from_db()
    assert member.ends_on == date(2026, 3, 30)
    assert "Ann Able sits on Improvement Board until 30 March 2026." in words(saved)
    assert HistoryEvent.objects.filter(verb="member_ended").get().why == "Left the council"
    assert problems(manager.post(address, given)) == ["Ann Able sat on Improvement Board until 30 March 2026. Nothing is left to end."]


def test_a_membership_of_another_board_is_not_found_here(northmere: World, manager: Client) -> None:
    board, other = a_registered(northmere), a_registered(northmere, "Cabinet")
    member = operations.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))

    assert manager.get(f"/boards/{other.pk}/members/{member.pk}/end/").status_code == 404


@pytest.mark.parametrize("kind", [Kind.DIRECTOR, Kind.BOARD_MEMBER, Kind.SCRUTINY_COUNCILLOR])
def test_others_are_told_who_keeps_the_register(northmere: World, sign_in: SignIn, kind: str) -> None:
    board = a_registered(northmere)
    client = sign_in(world.person(northmere, kind))

    for address in ("/boards/add/", f"/boards/{board.pk}/change/", f"/boards/{board.pk}/members/add/", "/boards/names/alias/?name=B"):
        answer = client.post(address, {**FILLED, "checked": "yes"})
        assert answer.status_code == 403
        assert "Board secretaries and the improvement manager keep the register of boards" in words(answer)
    assert Board.objects.count() == 1


# What pages cost


def test_twelve_queries_for_a_full_page_of_the_register(northmere: World, manager: Client, django_assert_max_num_queries: object) -> None:
    for at in range(25):
        board = a_registered(northmere, f"Board {at:02}")
        operations.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))
    planned(northmere, *(f"Board {at:02}" for at in range(20)), "Unknown Panel", answering=("Other Panel",) * 30)
    manager.get("/boards/")

    with django_assert_max_num_queries(12):
        manager.get("/boards/")


def test_twenty_queries_for_a_full_board(northmere: World, manager: Client, django_assert_max_num_queries: object) -> None:
    board = a_registered(northmere)
    for at in range(10):
        operations.add_member(board=board, person=world.person(northmere, name=f"P {at}"), by=acting(northmere.manager))
    planned(northmere, "Improvement Board", answering=("Improvement Board",) * 30)
    manager.get("/boards/")

    with django_assert_max_num_queries(20):
        manager.get(f"/boards/{board.pk}/")
