"""What needs each person today, and what is nobody else's business."""

from datetime import UTC, date, datetime, timedelta

import pytest

from goldthread.common.dates import PartDate
from goldthread.models import Action, Document, Lead, Person, Plan
from goldthread.operations import actions, boards, people
from goldthread.queries import plan_pages, work
from goldthread.rules.acting import Acting
from goldthread.thread.picture import Action as Line
from tests import world
from tests.factories import a_picture, a_plan, an_action, an_item
from tests.world import DAY, Kind, World, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def northmere() -> World:
    return world.council()


def due(text: str, *dates: str, **fields: object) -> Line:
    given = {"due_dates": tuple(map(PartDate, dates)), "by_when_text": " ".join(dates) or None, "leads": ("Someone",)}
    return an_action(text, **given | fields)


def planned(northmere: World, *lines: Line, **fields: object) -> Plan:
    numbered = [an_action(**{**{f: getattr(line, f) for f in line.__slots__}, "number": str(at)}) for at, line in enumerate(lines, 1)]
    return world.plan(northmere, a_picture(plan=a_plan([an_item(actions=numbered)], **fields)))


def lead_all(person: Person) -> Acting:
    for action in Action.objects.all():
        Lead.objects.create(action=action, order=50, as_printed=person.name, person=person)
    return acting(person)


def texts(found: work.Work) -> dict[str, list[str]]:
    return {name: [one.words for one in rows] for name, rows in found.mine.items() if rows}


def test_my_actions_are_grouped_by_when_they_are_due(northmere: World) -> None:
    planned(
        northmere,
        due("Late", "2026-03-29"),
        due("Later still late", "2026-01"),
        due("Today", "2026-03-31"),
        due("In four weeks", "2026-04-28"),
        due("After that", "2026-04-29"),
        due("Never said"),
        due("Comes back", recurrence="quarterly"),
        due("This term", by_when_text="Spring 2026"),
        due("Next season", by_when_text="Summer 2026"),
        due("Last season", by_when_text="Autumn 2025"),
        due("Done", "2026-01-01", rating="Blue"),
    )
    who = lead_all(world.person(northmere, Kind.HEAD_OF_SERVICE))

    assert texts(work.of(who)) == {
        "late": ["Later still late", "Late"],
        "soon": ["Today", "This term", "In four weeks"],
        "passed": ["Last season"],
        "undated": ["Never said"],
        "later": ["After that", "Next season", "Comes back"],
    }
    assert work.of(who).attention == 7


def test_what_i_led_once_or_shall_lead_is_not_my_work(northmere: World) -> None:
    planned(northmere, due("Once"), due("Tomorrow"), due("Now"))
    person = world.person(northmere, Kind.ACTION_LEAD)
    for text, starts, ends in (("Once", None, date(2026, 3, 30)), ("Tomorrow", date(2026, 4, 1), None), ("Now", None, DAY)):
        action = Action.objects.get(text=text)
        Lead.objects.create(action=action, order=50, as_printed="I", person=person, starts_on=starts, ends_on=ends)

    assert texts(work.of(acting(person))) == {"undated": ["Now"]}


def test_a_role_that_reads_no_plans_is_shown_none(northmere: World) -> None:
    planned(northmere, due("Audit"))

    assert texts(work.of(lead_all(world.person(northmere, Kind.SCRUTINY_COUNCILLOR)))) == {}


def paper(northmere: World, name: str, status: str, uploaded: date) -> Document:
    at = datetime(uploaded.year, uploaded.month, uploaded.day, 12, tzinfo=UTC)
    return Document.objects.create(
        organisation=northmere.council, name=name, sha256="0" * 64, size=1, status=status, uploaded_at=at, uploaded_by=northmere.manager
    )


def test_papers_wait_for_the_improvement_manager_only(northmere: World) -> None:
    paper(northmere, "new.docx", "read", DAY)
    paper(northmere, "old.docx", "read", date(2026, 1, 5))
    paper(northmere, "broken.pdf", "refused", DAY - timedelta(days=28))
    paper(northmere, "broken long ago.pdf", "refused", DAY - timedelta(days=29))
    for status in set(Document.Status.values) - {"read", "refused"}:
        paper(northmere, status, status, DAY)

    assert [found.name for found in work.of(acting(northmere.manager)).papers] == ["old.docx", "broken.pdf", "new.docx"]
    assert work.of(acting(world.person(northmere, Kind.DIRECTOR))).papers == ()


def test_gaps_of_plans_are_counted_for_the_manager(northmere: World) -> None:
    season = due("Named a season", by_when_text="Summer 2026")
    planned(northmere, due("Nobody known"), due("Dated", "2026-05"), due("Recurs", recurrence="monthly"), season, title="Plan A")
    manager, known = acting(northmere.manager), world.person(northmere, Kind.ACTION_LEAD)
    actions.change_leads(
        action=Action.objects.get(text="Dated"), by=manager, version=1, leads=[actions.NewLead(words="Known", person=known)]
    )

    (gap,) = work.of(manager).gaps

    assert (gap.title, gap.unled, gap.undated) == ("Plan A", 3, 1)
    assert work.of(manager).attention == 2
    assert work.of(acting(known)).gaps == ()


def test_my_work_counts_as_undated_what_the_plans_page_lists(northmere: World) -> None:
    season, ongoing = due("Season", by_when_text="Autumn 2025"), due("Ongoing", by_when_text="Ongoing", recurrence="ongoing")
    row = planned(northmere, season, ongoing, due("Recurs", recurrence="monthly"), due("To be said", by_when_text="tbc"), due("Never said"))
    manager = acting(northmere.manager)
    lead_all(northmere.manager)

    (gap,) = work.of(manager).gaps
    listed = [one.text for one in plan_pages.read(manager, row).rows if "undated" in one.lateness]

    assert listed == ["To be said", "Never said"]
    assert gap.undated == plan_pages.tallies(manager, [row])[row.pk].undated == 2
    assert texts(work.of(manager))["undated"] == listed


def test_a_plan_without_gaps_is_not_listed(northmere: World) -> None:
    planned(northmere, due("Dated", "2026-05"))
    lead_all(world.person(northmere, Kind.ACTION_LEAD))

    assert work.of(acting(northmere.manager)).gaps == []


def test_members_see_their_boards_with_what_they_watch(northmere: World) -> None:
    planned(northmere, due("Audit"), title="Watched")
    manager, member = acting(northmere.manager), world.person(northmere, Kind.BOARD_MEMBER)
    mine = boards.add(organisation=northmere.council, facts=boards.Facts(name="Improvement Board"), by=manager)
    boards.add(organisation=northmere.council, facts=boards.Facts(name="Another Board"), by=manager)
    boards.add_member(board=mine, person=member, by=manager, starts_on=DAY)

    (board,) = work.of(acting(member)).boards

    assert (board.name, [row.plan.title for row in board.seen]) == ("Improvement Board", ["Watched"])
    assert work.of(acting(member)).attention == 0
    assert work.of(acting(member, DAY - timedelta(days=1))).is_empty


def test_administrators_look_after_accounts(northmere: World) -> None:
    idle = world.person(northmere, name="Ida Idle")
    admin = acting(northmere.administrator)
    ending = world.person(northmere, Kind.INSPECTOR, name="Ines Pector", ends_on=DAY + timedelta(days=28))
    world.person(northmere, Kind.INSPECTOR, ends_on=DAY + timedelta(days=29))
    world.person(northmere, Kind.ACTION_LEAD)
    people.add(name="Named by a plan", organisation=northmere.council, by=admin)
    closed = world.person(northmere, name="Closed")
    people.set_open(person=closed, is_open=False, by=admin)

    found = work.of(admin)

    assert list(found.without_role) == [idle]
    assert [role.person for role in found.ending] == [ending]
    assert (found.attention, work.of(acting(northmere.manager)).without_role) == (2, ())


def test_nothing_at_all_is_said_to_be_nothing(northmere: World) -> None:
    assert work.of(acting(world.person(northmere, Kind.DATA_ANALYST))).is_empty


@pytest.mark.parametrize(
    ("kind", "queries"), [(Kind.ACTION_LEAD, 3), (Kind.IMPROVEMENT_MANAGER, 5), (Kind.ADMINISTRATOR, 2), (Kind.BOARD_MEMBER, 3)]
)
def test_few_queries(northmere: World, kind: str, queries: int, django_assert_max_num_queries: object) -> None:
    planned(northmere, *(due(f"Audit {at}") for at in range(20)))
    who = lead_all(world.person(northmere, kind))

    with django_assert_max_num_queries(queries):
        assert work.of(who)
