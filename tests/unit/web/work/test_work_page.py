"""My work: what is shown to whom, in which words, at which cost."""

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from goldthread.models import Action, Document, Lead, Person, Plan
from goldthread.operations import boards
from tests import world
from tests.factories import a_board, a_picture, a_plan, an_action, an_item
from tests.unit.web.markup import find
from tests.unit.web.markup import words as told
from tests.unit.web.pages import assert_strict, words
from tests.unit.web.plans.conftest import SignIn
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db


def planned(northmere: World, *dates: str, **fields: object) -> Plan:
    lines = [
        an_action(f"Action {at}", number=str(at), leads=("Post",), due_dates=(due,) if due else (), by_when_text=due or None, **fields)
        for at, due in enumerate(dates, 1)
    ]
    return world.plan(northmere, a_picture(plan=a_plan([an_item("3", text="Supervise", actions=lines)], title="Plan of Northmere")))


def leads(person: Person, *texts: str) -> None:
    for action in Action.objects.filter(text__in=texts) if texts else Action.objects.all():
        Lead.objects.create(action=action, order=50, as_printed=person.name, person=person)


def opened(client: Client, address: str = "/") -> html.HtmlElement:
    answer = client.get(address)
    assert_strict(answer)
    return html.fromstring(answer.content)


def test_a_lead_sees_what_is_late_first_with_its_days(northmere: World, sign_in: SignIn) -> None:
    planned(northmere, "2026-03-19", "2026-04-10", "", "2026-09", rating="Amber")
    person = world.person(northmere, Kind.HEAD_OF_SERVICE)
    leads(person)

    page = opened(sign_in(person))

    assert [told(heading) for heading in find(page, "h2")][:4] == [
        "Late (1)", "Due in the next 28 days (1)", "Without a date (1)", "Later (1)",
    ]  # fmt: skip
    assert [told(row) for row in find(page, "tbody tr")] == [
        "3.1 Action 1 Supervise 19 March 2026 12 days late A Amber",
        "3.2 Action 2 Supervise 10 April 2026 A Amber",
        "3.3 Action 3 Supervise no date A Amber",
        "3.4 Action 4 Supervise September 2026 A Amber",
    ]
    assert "You lead 4 open actions: 1 late, 1 due in the next 28 days, 1 without a date and 1 later or recurring." in words_of(page)
    assert told(find(page, "h1")[0]) == "My work 3 need attention"
    assert find(page, "tbody a")[0].get("href") == f"/actions/{Action.objects.get(text='Action 1').pk}/"


def words_of(page: html.HtmlElement) -> str:
    return told(find(page, "main")[0])


def test_a_partner_sees_their_own_and_nothing_of_others(northmere: World, sign_in: SignIn) -> None:
    planned(northmere, "2026-03-19", "2026-03-20")
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    leads(partner, "Action 2")

    said = words(sign_in(partner).get("/"))

    assert "Action 2" in said
    assert "Action 1" not in said
    assert "You lead 1 open action, late." in said


def test_a_long_group_is_cut_and_read_on_page_by_page(northmere: World, sign_in: SignIn) -> None:
    planned(northmere, *["2026-03-01"] * 23, "2026-04-01")
    person = world.person(northmere, Kind.ACTION_LEAD)
    leads(person)
    client = sign_in(person)

    first = opened(client)
    whole = opened(client, "/?group=late&page=2")

    assert len(find(first, "tbody tr")) == 21
    assert [link.get("href") for link in find(first, "section p a")] == ["/?group=late"]
    assert len(find(whole, "tbody tr")) == 3
    assert "Showing 21 to 23 of 23 actions" in words_of(whole)
    assert find(whole, "h2")[0].text.strip() == "Late"


@pytest.mark.parametrize("group", ["nonsense", "", "late"])
def test_any_group_can_be_asked_for(manager: Client, group: str) -> None:
    assert manager.get("/", {"group": group, "page": "x"}).status_code == 200


def test_the_manager_sees_papers_and_what_plans_lack(northmere: World, manager: Client) -> None:
    plan = planned(northmere, "2026-05", "")
    paper = Document.objects.create(
        organisation=northmere.council, name="<plan>.docx", sha256="0" * 64, size=1, status="read", uploaded_at=timezone.now(),
        uploaded_by=northmere.manager,
    )  # fmt: skip

    page = opened(manager)

    links = {told(link): link.get("href") for link in find(page, "main a")}
    assert links["<plan>.docx"] == f"/papers/{paper.pk}/"
    assert links["2 actions without a lead who is a known person"] == f"/work/without-a-known-person/{plan.reference}/"
    assert links["1 action without a date"] == f"/plans/{plan.reference}/?lateness=undated"
    assert told(find(page, "h1")[0]) == "My work 3 need attention"
    assert manager.get(links["1 action without a date"]).status_code == 200


def test_actions_without_a_known_person_are_listed_to_be_handed_over(northmere: World, manager: Client) -> None:
    plan = planned(northmere, "2026-05", "2026-03-19")
    leads(northmere.manager, "Action 1")

    page = opened(manager, f"/work/without-a-known-person/{plan.reference}/")

    assert [told(row) for row in find(page, "tbody tr")] == ["3.2 Action 2 Supervise Post 19 March 2026 12 days late not rated"]
    assert manager.get("/work/without-a-known-person/other/").status_code == 404


def test_a_board_member_sees_boards_with_the_plans_they_watch(northmere: World, sign_in: SignIn) -> None:
    plan = planned(northmere, "2026-05")
    board = boards.add(organisation=northmere.council, facts=boards.Facts(name=a_board().board), by=acting(northmere.manager))
    member = world.person(northmere, Kind.BOARD_MEMBER)
    boards.add_member(board=board, person=member, by=acting(northmere.manager), starts_on=world.DAY)

    page = opened(sign_in(member))

    assert {link.get("href") for link in find(page, "main a")} == {f"/boards/{board.pk}/", f"/plans/{plan.reference}/"}
    assert "Nobody has said how often it meets" in words_of(page)


def test_a_councillor_reads_why_no_plan_stands_under_their_committee(northmere: World, sign_in: SignIn) -> None:
    planned(northmere, "2026-05")
    board = boards.add(organisation=northmere.council, facts=boards.Facts(name=a_board().board), by=acting(northmere.manager))
    councillor = world.person(northmere, Kind.SCRUTINY_COUNCILLOR)
    boards.add_member(board=board, person=councillor, by=acting(northmere.manager), starts_on=world.DAY)

    said = words(sign_in(councillor).get("/"))

    assert "Scrutiny councillors read the papers that are issued to their committee" in said
    assert "Plan of Northmere" not in said


def test_an_administrator_sees_accounts_to_look_after(northmere: World, sign_in: SignIn) -> None:
    idle = world.person(northmere, name="Ida Idle")
    ends = world.person(northmere, Kind.INSPECTOR, name="Ines Pector", ends_on=world.DAY)

    page = opened(sign_in(northmere.administrator))

    assert {link.get("href") for link in find(page, "main a")} == {f"/people/{idle.pk}/", f"/people/{ends.pk}/"}
    assert "Ines Pector Inspector 31 March 2026" in words_of(page)


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (Kind.ACTION_LEAD, "The actions that you lead stand here", "Accounts"),
        (Kind.DATA_ANALYST, "The boards that you sit on stand here", "actions that you lead"),
        (Kind.ADMINISTRATOR, "Accounts without a role stand here", "boards that you sit on"),
        (Kind.INSPECTOR, "Inspections and plans are open to you by the menu above", "boards that you sit on"),
    ],
)
def test_nothing_to_do_says_what_will_be_here(northmere: World, sign_in: SignIn, kind: str, said: str, unsaid: str) -> None:
    shown = words(sign_in(world.person(northmere, kind)).get("/"))

    assert "Nothing needs you today" in shown
    assert said in shown
    assert unsaid not in shown


@pytest.mark.parametrize("kind", [Kind.IMPROVEMENT_MANAGER, Kind.HEAD_OF_SERVICE, Kind.PARTNER_LEAD, Kind.BOARD_MEMBER, Kind.ADMINISTRATOR])
def test_under_twelve_queries(northmere: World, sign_in: SignIn, kind: str, django_assert_max_num_queries: object) -> None:
    planned(northmere, *["2026-03-01"] * 20)
    person = world.person(northmere, kind)
    leads(person)
    client = sign_in(person)
    client.get("/")

    with django_assert_max_num_queries(11):
        client.get("/")
