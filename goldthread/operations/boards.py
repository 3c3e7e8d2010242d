"""The register of boards and who sits on them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from goldthread.common.text import fold
from goldthread.models import Board, Membership, Monitoring, Organisation, Person, Plan
from goldthread.operations import history, search
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.rules import boards as rules
from goldthread.rules.acting import Acting, day_before
from goldthread.rules.errors import ChangedMeanwhile

Capacity = Membership.Capacity


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
    rules.check_names(organisation, (facts.name, *facts.aliases))
    board = Board(organisation=organisation)
    _fill(board, facts)
    history.record(Verb.BOARD_ADDED, board, by=by.person)
    search.index([board])
    _join_plans(board, by)
    return board


@transaction.atomic
def change(*, board: Board, facts: Facts, by: Acting) -> Board:
    """What the register says of a board. Plans that print a name that it no longer has are joined to it no longer."""
    rules.check_can_change(by)
    rules.check_names(board.organisation, (facts.name, *facts.aliases), board)
    before, aliases = states.of(board), board.aliases
    _fill(board, facts)
    if states.of(board) != before:
        history.record(Verb.BOARD_CHANGED, board, by=by.person, before=before)
        search.index([board])
    _leave_plans(board, aliases, by)
    _join_plans(board, by)
    return board


@transaction.atomic
def add_alias(*, board: Board, alias: str, by: Acting) -> Board:
    """One more name that papers use for the board. Plans that print it are joined to the board."""
    return change(board=board, facts=replace(facts_of(board), aliases=(*board.aliases, alias)), by=by)


@transaction.atomic
def add_member(
    *, board: Board, person: Person, by: Acting, capacity: str = Capacity.MEMBER, alternate_for: Person | None = None,
    starts_on: date | None = None, ends_on: date | None = None,
) -> Membership:  # fmt: skip
    """Somebody sits on the board from a day, today unless told, and perhaps until a day. alternate_for: whose seat an alternate fills."""
    rules.check_can_change(by)
    first = starts_on or by.on
    rules.check_can_sit(board, person, capacity, alternate_for, first, ends_on)
    member = Membership.objects.create(
        board=board, person=person, capacity=capacity, alternate_for=alternate_for, starts_on=first, ends_on=ends_on
    )
    history.record(Verb.MEMBER_ADDED, member, by=by.person)
    return member


@transaction.atomic
def end_member(*, member: Membership, by: Acting, ends_on: date | None = None, why: str = "") -> None:
    """Somebody sits on the board until that day, yesterday unless told. What began today and ends before it goes altogether."""
    rules.check_can_change(by)
    last = ends_on or day_before(by.on)
    held = _still_sits(member)
    rules.check_can_end(held, last, by.on)
    before = states.of(held)
    if last < held.starts_on:
        history.write([history.gone(Verb.MEMBER_ENDED, held, why=why)], by=by.person)
        held.delete()
        return
    held.ends_on = member.ends_on = last
    held.save()
    history.record(Verb.MEMBER_ENDED, held, by=by.person, before=before, why=why)


def _still_sits(member: Membership) -> Membership:
    """The membership as it is now, locked. Raises ChangedMeanwhile when somebody has ended it since the page was opened."""
    now = Membership.objects.select_for_update(of=("self",)).select_related("person", "board").filter(pk=member.pk).first()
    if now is None or now.ends_on != member.ends_on:
        raise ChangedMeanwhile("Somebody else has ended this membership since you opened the page. Nothing more was done.")
    return now


def facts_of(board: Board) -> Facts:
    """What the register says of it now."""
    return Facts(
        name=board.name,
        aliases=tuple(board.aliases),
        chair=board.chair,
        cadence=board.cadence,
        purpose=board.purpose,
        meets_in_public=board.meets_in_public,
    )


def _fill(board: Board, facts: Facts) -> None:
    board.name, board.aliases = facts.name.strip(), _unlike(facts.name, facts.aliases)
    board.chair, board.cadence = facts.chair.strip(), facts.cadence.strip()
    board.purpose, board.meets_in_public = facts.purpose.strip(), facts.meets_in_public
    board.save()


def _unlike(name: str, aliases: Sequence[str]) -> list[str]:
    """The aliases without empty ones, repeats and the name itself, however it is typeset."""
    found: dict[str, str] = {}
    for alias in aliases:
        found.setdefault(fold(alias), alias.strip())
    return [alias for key, alias in found.items() if key not in ("", fold(name))]


def _leave_plans(board: Board, aliases: Sequence[str], by: Acting) -> None:
    gone = {fold(alias) for alias in aliases} - _names(board)
    watched = Monitoring.objects.filter(board=board) if gone else ()
    _set_board(None, [row for row in watched if fold(row.as_printed) in gone], by, "The name that the plan prints is no name of the board.")


def _join_plans(board: Board, by: Acting) -> None:
    loose = Monitoring.objects.filter(plan__organisation=board.organisation, board__isnull=True)
    joined = [row for row in loose if fold(row.as_printed) in _names(board)]
    _set_board(board, joined, by, "A board that the plan names is in the register now.")


def _names(board: Board) -> set[str]:
    return {fold(name) for name in (board.name, *board.aliases)}


def _set_board(board: Board | None, rows: Sequence[Monitoring], by: Acting, why: str) -> None:
    plans = [(plan, states.of(plan)) for plan in Plan.objects.filter(pk__in={row.plan_id for row in rows})]
    Monitoring.objects.filter(pk__in=[row.pk for row in rows]).update(board=board)
    history.write([history.entry(Verb.PLAN_CHANGED, plan, before=before, why=why) for plan, before in plans], by=by.person)
