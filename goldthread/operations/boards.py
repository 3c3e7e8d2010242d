"""The register of boards and who sits on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldthread.common.text import fold
from goldthread.models import Board, Membership, Monitoring, Organisation, Person, Plan
from goldthread.operations import history, search
from goldthread.operations.history import Entry, Verb
from goldthread.queries import states
from goldthread.rules import boards as rules
from goldthread.rules.acting import Acting, day_before
from goldthread.rules.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the register says of a board. aliases: other names that papers use for it."""

    name: str
    aliases: Sequence[str] = ()
    chair: str = ""
    cadence: str = ""
    purpose: str = ""
    meets_in_public: bool = False


@transaction.atomic
def add(*, organisation: Organisation, facts: Facts, by: Acting) -> Board:
    """A board. Plans that name it, by its name or an alias, are joined to it."""
    rules.check_can_change(by)
    _refuse_taken(organisation, facts, None)
    board = Board(organisation=organisation)
    _fill(board, facts)
    history.record(Verb.BOARD_ADDED, board, by=by.person)
    search.index([board])
    _join_plans(board, by)
    return board


@transaction.atomic
def change(*, board: Board, facts: Facts, by: Acting) -> Board:
    """What the register says of a board."""
    rules.check_can_change(by)
    _refuse_taken(board.organisation, facts, board)
    before = states.of(board)
    _fill(board, facts)
    history.record(Verb.BOARD_CHANGED, board, by=by.person, before=before)
    search.index([board])
    _join_plans(board, by)
    return board


@transaction.atomic
def add_member(
    *, board: Board, person: Person, by: Acting, capacity: str = Membership.Capacity.MEMBER, alternate_for: Person | None = None,
    starts_on: date | None = None,
) -> Membership:  # fmt: skip
    """Somebody sits on the board from a day, today unless told."""
    rules.check_can_change(by)
    if Membership.objects.filter(board=board, person=person, ends_on__isnull=True).exists():
        raise NotPossible(f"{person.name} sits on {board.name} already. End that first, or change nothing.")
    member = Membership.objects.create(
        board=board, person=person, capacity=capacity, alternate_for=alternate_for, starts_on=starts_on or by.on
    )
    history.record(Verb.MEMBER_ADDED, member, by=by.person)
    return member


@transaction.atomic
def end_member(*, member: Membership, by: Acting) -> None:
    """Somebody sits on the board no longer; yesterday was their last day. One that began today goes altogether."""
    rules.check_can_change(by)
    before, last = states.of(member), day_before(by.on)
    if last < member.starts_on:
        history.write([history.gone(Verb.MEMBER_ENDED, member)], by=by.person)
        member.delete()
        return
    member.ends_on = last
    member.save()
    history.record(Verb.MEMBER_ENDED, member, by=by.person, before=before)


def _fill(board: Board, facts: Facts) -> None:
    board.name, board.aliases = facts.name.strip(), [alias.strip() for alias in facts.aliases if alias.strip()]
    board.chair, board.cadence = facts.chair.strip(), facts.cadence.strip()
    board.purpose, board.meets_in_public = facts.purpose.strip(), facts.meets_in_public
    board.save()


def _refuse_taken(organisation: Organisation, facts: Facts, board: Board | None) -> None:
    """Raises NotPossible when another board has one of the names: a paper that used it would mean two bodies."""
    wanted = {fold(name): name for name in [facts.name, *facts.aliases]}
    others = Board.objects.filter(organisation=organisation)
    for other in others.exclude(pk=board.pk) if board else others:
        for name in [other.name, *other.aliases]:
            if fold(name) in wanted:
                raise NotPossible(f"“{wanted[fold(name)]}” is a name of {other.name} already. One name stands for one board.")


def _join_plans(board: Board, by: Acting) -> None:
    names = {fold(name) for name in [board.name, *board.aliases]}
    loose = Monitoring.objects.filter(plan__organisation=board.organisation, board__isnull=True)
    joined = [row for row in loose if fold(row.as_printed) in names]
    plans = {plan.pk: (plan, states.of(plan)) for plan in Plan.objects.filter(pk__in={row.plan_id for row in joined})}
    Monitoring.objects.filter(pk__in=[row.pk for row in joined]).update(board=board)
    history.write([_changed(plan, before) for plan, before in plans.values()], by=by.person)


def _changed(plan: Plan, before: states.State) -> Entry:
    return history.entry(Verb.PLAN_CHANGED, plan, before=before, why="A board that the plan names is in the register now.")
