"""Boards are added, renamed and joined to the plans that print their names; people sit on them from day to day."""

from datetime import date, timedelta

import pytest

from goldthread.models import Board, HistoryEvent, Membership, Monitoring, Person
from goldthread.operations import boards
from goldthread.operations.boards import Facts
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed, NotPossible
from tests import world
from tests.factories import a_board, a_picture, a_plan
from tests.world import DAY, Kind, World, acting

pytestmark = pytest.mark.django_db
Capacity = Membership.Capacity


@pytest.fixture
def northmere() -> World:
    return world.council()


@pytest.fixture
def manager(northmere: World) -> Acting:
    return acting(northmere.manager)


def a_registered(northmere: World, name: str = "Improvement Board", **fields: object) -> Board:
    return boards.add(organisation=northmere.council, facts=Facts(name=name, **fields), by=acting(northmere.manager))


def watching(northmere: World, *names: str) -> None:
    world.plan(northmere, a_picture(plan=a_plan(monitoring=tuple(a_board(name) for name in names))))


def joined() -> dict[str, str | None]:
    return {row.as_printed: row.board and row.board.name for row in Monitoring.objects.select_related("board")}


def verbs() -> list[str]:
    return list(HistoryEvent.objects.filter(target_kind__in=["board", "plan", "membership"]).values_list("verb", flat=True))


# Boards and their names


def test_a_new_board_is_joined_to_plans_that_print_one_of_its_names(northmere: World) -> None:
    watching(northmere, "The  Improvement board", "Scrutiny Committee", "Cabinet")

    a_registered(northmere, "Improvement Board", aliases=["the improvement Board", "SCRUTINY COMMITTEE"])

    assert joined() == {"The  Improvement board": "Improvement Board", "Scrutiny Committee": "Improvement Board", "Cabinet": None}
    assert verbs() == ["plan_added", "board_added", "plan_changed"]


def test_aliases_are_kept_once_and_in_order(northmere: World) -> None:
    board = a_registered(northmere, "Cabinet", aliases=[" B ", "a", "b", "", "CABINET", "A"])

    assert board.aliases == ["B", "a"]


def test_an_alias_that_goes_takes_its_plans_along_and_a_rename_does_not(northmere: World, manager: Acting) -> None:
    watching(northmere, "Old Name", "Alias")
    board = a_registered(northmere, "Old Name", aliases=["Alias"])

    boards.change(board=board, facts=Facts(name="New Name"), by=manager)

    assert joined() == {"Old Name": "New Name", "Alias": None}


def test_one_more_alias(northmere: World, manager: Acting) -> None:
    watching(northmere, "CPB")
    board = a_registered(northmere, "Corporate Parenting Board", aliases=["Panel"], cadence="monthly", chair="Lead Member")

    boards.add_alias(board=board, alias="CPB", by=manager)

    board.refresh_from_db()
    assert (board.aliases, board.cadence, board.chair) == (["Panel", "CPB"], "monthly", "Lead Member")
    assert joined() == {"CPB": "Corporate Parenting Board"}


def test_saving_without_a_change_is_no_event(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere, aliases=["IB"])

    boards.change(board=board, facts=Facts(name="Improvement Board", aliases=["IB"]), by=manager)

    assert verbs() == ["board_added"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (Facts(name="  "), "needs a name"),
        (Facts(name="CABINET"), "is a name of Cabinet already"),
        (Facts(name="Board", aliases=["exec"]), "“exec” is a name of Cabinet already"),
        (Facts(name="x" * 201), "At most 200 fit"),
        (Facts(name="Board", aliases=["x" * 201]), "At most 200 fit"),
    ],
)
def test_names_that_are_refused(northmere: World, manager: Acting, facts: Facts, why: str) -> None:
    a_registered(northmere, "Cabinet", aliases=["Exec"])

    with pytest.raises(NotPossible, match=why):
        boards.add(organisation=northmere.council, facts=facts, by=manager)
    assert Board.objects.count() == 1


def test_a_board_keeps_its_own_names(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere, "Cabinet", aliases=["Exec"])

    boards.change(board=board, facts=Facts(name="Exec", aliases=["Cabinet"]), by=manager)

    assert (board.name, board.aliases) == ("Exec", ["Cabinet"])


@pytest.mark.parametrize("kind", [Kind.DIRECTOR, Kind.BOARD_MEMBER, Kind.INSPECTOR, Kind.ADMINISTRATOR])
def test_others_do_not_keep_the_register(northmere: World, kind: str) -> None:
    board, by = a_registered(northmere), acting(world.person(northmere, kind))
    member = boards.add_member(board=board, person=northmere.manager, by=acting(northmere.manager))
    for change in (
        lambda: boards.add(organisation=northmere.council, facts=Facts(name="B"), by=by),
        lambda: boards.change(board=board, facts=Facts(name="B"), by=by),
        lambda: boards.add_alias(board=board, alias="B", by=by),
        lambda: boards.add_member(board=board, person=by.person, by=by),
        lambda: boards.end_member(member=member, by=by),
    ):
        with pytest.raises(NotAllowed):
            change()


# Members


def sit(board: Board, person: Person, by: Acting, **fields: object) -> Membership:
    return boards.add_member(board=board, person=person, by=by, **fields)


def test_somebody_sits_from_today_and_the_history_says_so(northmere: World, manager: Acting) -> None:
    member = sit(a_registered(northmere), northmere.manager, manager, capacity=Capacity.CHAIR)

    assert (member.starts_on, member.ends_on, member.get_capacity_display()) == (DAY, None, "Chair")
    assert verbs() == ["board_added", "member_added"]


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        (date(2026, 1, 1), None, True),
        (date(2026, 1, 1), date(2026, 2, 1), True),
        (date(2025, 1, 1), date(2026, 1, 31), False),
        (date(2026, 2, 28), None, True),
        (date(2026, 3, 1), None, False),
    ],
)
def test_nobody_sits_twice_at_a_time(northmere: World, manager: Acting, first: date, last: date | None, refused: bool) -> None:
    board, person = a_registered(northmere), northmere.manager
    sit(board, person, manager, starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 28))

    if refused:
        with pytest.raises(NotPossible, match="sits on Improvement Board already, from 1 February 2026 to 28 February 2026"):
            sit(board, person, manager, starts_on=first, ends_on=last)
    else:
        sit(board, person, manager, starts_on=first, ends_on=last)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"capacity": "king"}, "no capacity in which people sit"),
        ({"starts_on": DAY, "ends_on": DAY - timedelta(days=1)}, "is before the first"),
    ],
)
def test_memberships_that_are_refused(northmere: World, manager: Acting, fields: dict[str, object], why: str) -> None:
    with pytest.raises(NotPossible, match=why):
        sit(a_registered(northmere), northmere.manager, manager, **fields)
    assert not Membership.objects.exists()


def test_a_closed_account_takes_no_seat(northmere: World, manager: Acting) -> None:
    gone = world.person(northmere, name="Gwen Gone")
    gone.is_active = False
    gone.save()

    with pytest.raises(NotPossible, match="The account of Gwen Gone is closed"):
        sit(a_registered(northmere), gone, manager)


def test_an_alternate_sits_for_somebody_who_has_a_seat(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere)
    chair, other, third = (world.person(northmere, name=name) for name in ("Cleo Chair", "Otto Other", "Thea Third"))
    sit(board, chair, manager, capacity=Capacity.CHAIR)
    sit(board, third, manager, capacity=Capacity.OBSERVER)

    for stands_for, capacity, why in (
        (chair, Capacity.MEMBER, "Only an alternate sits for somebody else"),
        (other, Capacity.ALTERNATE, "Nobody is their own alternate"),
        (northmere.manager, Capacity.ALTERNATE, "has no seat on Improvement Board on 31 March 2026"),
        (third, Capacity.ALTERNATE, "has no seat"),
    ):
        with pytest.raises(NotPossible, match=why):
            sit(board, other, manager, capacity=capacity, alternate_for=stands_for)
    assert sit(board, other, manager, capacity=Capacity.ALTERNATE, alternate_for=chair).alternate_for == chair


def test_a_membership_ends_yesterday_unless_told(northmere: World, manager: Acting) -> None:
    board = a_registered(northmere)
    one = sit(board, northmere.manager, manager, starts_on=date(2026, 1, 1))
    two = sit(board, northmere.administrator, manager, starts_on=date(2026, 1, 1))

    boards.end_member(member=one, by=manager)
    boards.end_member(member=two, by=manager, ends_on=date(2026, 5, 31), why="Leaves the council")

    assert (one.ends_on, two.ends_on) == (date(2026, 3, 30), date(2026, 5, 31))
    assert HistoryEvent.objects.filter(verb="member_ended").last().why == "Leaves the council"


@pytest.mark.parametrize("first", [DAY, DAY + timedelta(days=9)])
def test_what_never_was_goes_altogether(northmere: World, manager: Acting, first: date) -> None:
    member = sit(a_registered(northmere), northmere.manager, manager, starts_on=first)

    boards.end_member(member=member, by=manager)

    assert not Membership.objects.exists()
    assert verbs()[-1] == "member_ended"


def test_endings_that_are_refused(northmere: World, manager: Acting) -> None:
    board, alternate = a_registered(northmere), world.person(northmere, name="Alma Alternate")
    member = sit(board, northmere.manager, manager, starts_on=date(2026, 1, 1))
    stands_in = sit(board, alternate, manager, capacity=Capacity.ALTERNATE, alternate_for=northmere.manager)

    with pytest.raises(NotPossible, match="Alma Alternate sits as alternate for Orla Manager"):
        boards.end_member(member=member, by=manager)
    boards.end_member(member=stands_in, by=manager)
    with pytest.raises(NotPossible, match="is before the first"):
        boards.end_member(member=member, by=manager, ends_on=date(2025, 12, 31))
    boards.end_member(member=member, by=manager)
    with pytest.raises(NotPossible, match=r"until 30 March 2026\. Nothing is left to end"):
        boards.end_member(member=member, by=manager)
