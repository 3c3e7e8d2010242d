"""The register of boards: who keeps it, what a board may be called, and who may sit on one when."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from goldthread.common.dates import spoken
from goldthread.common.text import fold
from goldthread.models import Board, Membership, Organisation, Person, Role
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission

Capacity = Membership.Capacity
_LONGEST = 200
_FULL = (Capacity.CHAIR, Capacity.MEMBER, Capacity.CO_OPTEE)
"""Those for whom somebody else may sit; observers and secretaries have no seat to fill."""


def check_can_change(by: Acting) -> None:
    """Board secretaries and the improvement manager."""
    permissions.check(by, Permission.BOARDS_CHANGE)


def can_change(by: Acting) -> bool:
    """The same rule as a yes or no."""
    return permissions.can(by, Permission.BOARDS_CHANGE)


def may_sit(who: Acting) -> bool:
    """Whether the person can be on a board at all: those who only look in from outside, and those who only keep accounts, cannot."""
    return bool(who.boards or who.roles - {Role.Kind.INSPECTOR, Role.Kind.ADMINISTRATOR})


def check_names(organisation: Organisation, names: Iterable[str], board: Board | None = None) -> None:
    """A board has a name, and no other board of the organisation has any of its names: a paper that used it would mean two bodies.

    names: its name, then its aliases. board: the one that is being changed.
    """
    name, *aliases = (words.strip() for words in names)
    if not name:
        raise NotPossible("A board needs a name. Enter the one that its own papers use.")
    if too_long := next((words for words in (name, *aliases) if len(words) > _LONGEST), None):
        raise NotPossible(f"“{too_long[:40]}…” has {len(too_long)} characters. At most {_LONGEST} fit; enter the name without its purpose.")
    wanted = {fold(words): words for words in (name, *aliases) if words}
    others = Board.objects.filter(organisation=organisation)
    for other in others.exclude(pk=board.pk) if board else others:
        for taken in (other.name, *other.aliases):
            if fold(taken) in wanted:
                raise NotPossible(f"“{wanted[fold(taken)]}” is a name of {other.name} already. One name stands for one board.")


def check_can_sit(
    board: Board, person: Person, capacity: str, alternate_for: Person | None, starts_on: date, ends_on: date | None = None
) -> None:
    """An open account, one seat at a time, and an alternate only for somebody who has a seat."""
    if not person.is_active:
        raise NotPossible(f"The account of {person.name} is closed. Open it first, or choose somebody else.")
    if capacity not in Capacity.values:
        raise NotPossible(f"“{capacity}” is no capacity in which people sit on boards. Choose one of: {', '.join(Capacity.labels)}.")
    check_period(starts_on, ends_on)
    held = sitting(board, person, starts_on, ends_on)
    if held:
        raise NotPossible(f"{person.name} sits on {board.name} already, {_period(held)}. End that first, or change nothing.")
    if alternate_for is not None:
        _check_alternate(board, person, capacity, alternate_for, starts_on)


def check_period(starts_on: date, ends_on: date | None) -> None:
    """A membership does not end before it starts."""
    if ends_on is not None and ends_on < starts_on:
        raise NotPossible(f"The last day, {spoken(ends_on)}, is before the first, {spoken(starts_on)}. Give a later last day, or none.")


def sitting(board: Board, person: Person, starts_on: date, ends_on: date | None = None) -> Membership | None:
    """The person's membership that overlaps these days; ends_on: None for one without an end."""
    held = Membership.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on), board=board, person=person)
    return (held.filter(starts_on__lte=ends_on) if ends_on else held).first()


def _check_alternate(board: Board, person: Person, capacity: str, alternate_for: Person, on: date) -> None:
    if capacity != Capacity.ALTERNATE:
        raise NotPossible(f"Only an alternate sits for somebody else. Choose “Alternate”, or leave out {alternate_for.name}.")
    if alternate_for.pk == person.pk:
        raise NotPossible("Nobody is their own alternate. Choose the member whose seat it is.")
    seat = sitting(board, alternate_for, on, on)
    if seat is None or seat.capacity not in _FULL:
        raise NotPossible(f"{alternate_for.name} has no seat on {board.name} on {spoken(on)}, so nobody can sit for them. Add them first.")


def check_can_end(member: Membership, ends_on: date, on: date) -> None:
    """What has ended stays so; whoever has an alternate keeps the seat until that one has ended.

    A last day before the first takes away a membership that begins today or later: it never was.
    """
    if member.ends_on is not None and member.ends_on < on:
        raise NotPossible(f"{member.person.name} sat on {member.board.name} until {spoken(member.ends_on)}. Nothing is left to end.")
    if member.starts_on < on:
        check_period(member.starts_on, ends_on)
    sits = Membership.objects.filter(board=member.board, alternate_for=member.person)
    other = sits.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on)).select_related("person").first()
    if other:
        raise NotPossible(f"{other.person.name} sits as alternate for {member.person.name}. End that first, on the same day or before.")


def _period(member: Membership) -> str:
    if member.ends_on:
        return f"from {spoken(member.starts_on)} to {spoken(member.ends_on)}"
    return f"since {spoken(member.starts_on)}"
