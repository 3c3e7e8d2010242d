"""The register as a reader sees it."""

from datetime import date

import pytest

from goldthread.models import Action, Board, Lead
from goldthread.operations import boards as operations
from goldthread.operations.boards import Facts
from goldthread.queries import boards, plans
from goldthread.rules.acting import Acting
from goldthread.thread.picture import GlossaryEntry
from tests import world
from tests.factories import a_board, a_picture, a_plan, an_action, an_item
from tests.world import DAY, Kind, World, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def northmere() -> World:
    return world.council()


@pytest.fixture
def manager(northmere: World) -> Acting:
    return acting(northmere.manager)


def a_registered(northmere: World, name: str, **fields: object) -> Board:
    return operations.add(organisation=northmere.council, facts=Facts(name=name, **fields), by=acting(northmere.manager))


def planned(northmere: World, *watching: str, answering: tuple[tuple[str, ...], ...] = (), **fields: object) -> str:
    lines = [an_action(f"Action {at}", number=str(at), accountable_to=names) for at, names in enumerate(answering, 1)]
    monitoring = tuple(a_board(name) for name in watching)
    return world.plan(northmere, a_picture(plan=a_plan([an_item(actions=lines)], monitoring=monitoring, **fields))).reference


def names(found: list[Board]) -> list[str]:
    return [board.name for board in found]


def test_the_register_can_be_narrowed(northmere: World, manager: Acting) -> None:
    a_registered(northmere, "Care Leavers’ Forum", cadence="six-weekly")
    a_registered(northmere, "Cabinet", aliases=["Exécutive"])
    reference = planned(northmere, "Cabinet")

    found = boards.register(manager)

    assert names(found) == ["Cabinet", "Care Leavers’ Forum"]
    assert names(boards.narrowed(found, named="leavers' f")) == ["Care Leavers’ Forum"]
    assert names(boards.narrowed(found, named="exécu")) == ["Cabinet"]
    assert names(boards.narrowed(found, plan=reference)) == ["Cabinet"]
    assert names(boards.narrowed(found, plan="other")) == []
    assert names(boards.narrowed(found, without_cadence=True)) == ["Cabinet"]


def test_the_register_takes_three_queries(northmere: World, manager: Acting, django_assert_num_queries: object) -> None:
    for at in range(20):
        a_registered(northmere, f"Board {at:02}")
    planned(northmere, "Board 00", "Board 01")
    operations.add_member(board=Board.objects.get(name="Board 01"), person=northmere.manager, by=manager)

    with django_assert_num_queries(3):
        shown = [(board.members, [row.plan.reference for row in board.seen]) for board in boards.register(manager)[:3]]

    assert shown == [(0, ["northmere"]), (1, ["northmere"]), (0, [])]


def test_plans_that_a_reader_does_not_see_are_not_among_those_watched(northmere: World) -> None:
    board = a_registered(northmere, "Cabinet")
    reference = planned(northmere, "Cabinet")
    for kind in (Kind.PARTNER_LEAD, Kind.SCRUTINY_COUNCILLOR):
        who = acting(world.person(northmere, kind))
        found = boards.register(who)

        assert [found[0].seen, boards.watched(board, who), boards.narrowed(found, plan=reference)] == [[], [], []]


def test_an_administrator_sees_no_boards(northmere: World) -> None:
    a_registered(northmere, "Cabinet")

    assert boards.register(acting(northmere.administrator)) == []


def test_members_by_time_and_capacity(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere, "Cabinet")
    people = {name: world.person(northmere, name=name) for name in ("Ann", "Ben", "Cat", "Dan", "Eve")}
    for name, capacity, starts, ends in (
        ("Ben", "member", date(2026, 1, 1), None),
        ("Ann", "secretary", DAY, DAY),
        ("Cat", "chair", date(2026, 1, 1), None),
        ("Dan", "member", date(2026, 1, 1), date(2026, 3, 30)),
        ("Eve", "member", date(2026, 4, 1), None),
    ):
        operations.add_member(board=board, person=people[name], by=manager, capacity=capacity, starts_on=starts, ends_on=ends)

    found = boards.members(board, manager)

    assert [[row.person.name for row in rows] for rows in (found.now, found.later, found.before)] == [
        ["Cat", "Ben", "Ann"],
        ["Eve"],
        ["Dan"],
    ]


def test_actions_answer_to_a_board_by_any_of_its_names(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere, "Corporate Parenting Board", aliases=["CPB", "Children’s Panel"])
    planned(
        northmere,
        answering=(("corporate parenting  board",), ("Cabinet", "CPB"), ("Children's Panel",), (), ("Corporate Parenting",), ("CPBs",)),
    )

    assert list(boards.accountable(board, manager).values_list("text", flat=True)) == ["Action 1", "Action 2", "Action 3"]


def test_a_partner_sees_only_their_own_of_a_boards_actions(northmere: World) -> None:
    board = a_registered(northmere, "Cabinet")
    planned(northmere, answering=(("Cabinet",), ("Cabinet",)))
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    Lead.objects.create(action=Action.objects.get(text="Action 2"), order=9, as_printed="Partner", person=partner)

    assert list(boards.accountable(board, acting(partner)).values_list("text", flat=True)) == ["Action 2"]
    assert not boards.accountable(board, acting(world.person(northmere, Kind.SCRUTINY_COUNCILLOR))).exists()


def unregistered(who: Acting) -> list[boards.Unregistered]:
    return boards.unregistered(boards.visible_to(who), plans.whole_to(who))


def test_names_that_no_board_has(northmere: World, manager: Acting) -> None:
    a_registered(northmere, "Cabinet", aliases=["The Executive"])
    planned(
        northmere,
        "Scrutiny Committee",
        "the executive",
        "Lead Member for Children",
        answering=(("Cabinet",), ("Scrutiny  committee", "Director"), ("SSG",), ("Scrutiny Committee",)),
        glossary=(GlossaryEntry(term="SSG", meaning="Safeguarding standards group"),),
    )

    found = unregistered(manager)

    assert [(one.name, one.watches, one.actions, len(one.plans)) for one in found] == [
        ("Scrutiny Committee", True, 2, 1),
        ("SSG", False, 1, 1),
    ]


def test_names_are_listed_of_whole_plans_only(northmere: World) -> None:
    planned(northmere, "Scrutiny Committee", answering=(("Thresholds Panel",),))
    partner = world.person(northmere, Kind.PARTNER_LEAD)
    Lead.objects.create(action=Action.objects.get(), order=9, as_printed="Partner", person=partner)

    assert unregistered(acting(partner)) == []


def test_registering_a_name_takes_it_off_the_list(northmere: World, manager: Acting) -> None:
    planned(northmere, "Scrutiny Committee")
    a_registered(northmere, "Scrutiny Committee")

    assert unregistered(manager) == []
