"""Boards and their members, the plans that they watch, the actions that answer to them, and the names that no board of the register has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, Prefetch, QuerySet, prefetch_related_objects

from goldthread.common.text import fold
from goldthread.models import Action, Board, GlossaryTerm, Membership, Monitoring, Organisation, Plan
from goldthread.queries import plans
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, held_on
from goldthread.rules.permissions import Permission
from goldthread.thread import picture as thread
from goldthread.thread.checks.wording import is_board


def visible_to(who: Acting) -> QuerySet[Board]:
    """Every board for those whose role reads the register."""
    boards = Board.objects.select_related("organisation")
    return boards if permissions.can(who, Permission.BOARDS_READ) else boards.none()


def home() -> Organisation:
    """The council whose register it is. Raises Organisation.DoesNotExist before there is one."""
    return Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).order_by("id")[:1].get()


# The register


def register(who: Acting) -> list[Board]:
    """Every board by name, with ``seen``, what visible plans say of it, and ``members``, how many sit on it today. Three queries."""
    boards: list[Board] = list(visible_to(who))
    prefetch_related_objects(boards, Prefetch("watches", _watches(who), to_attr="seen"))
    sitting = Membership.objects.filter(held_on(who.on)).order_by().values_list("board")
    members = dict(sitting.annotate(number=Count("pk")))
    for board in boards:
        board.members = members.get(board.pk, 0)  # type: ignore[attr-defined]
    return boards


def narrowed(boards: Iterable[Any], *, named: str = "", plan: str = "", without_cadence: bool = False) -> list[Board]:
    """Those of the register with these words in one of their names, that watch the plan (by its reference), that say no cadence."""
    wanted = fold(named)
    return [
        board
        for board in boards
        if any(wanted in fold(name) for name in (board.name, *board.aliases))
        and (not plan or any(row.plan.reference == plan for row in board.seen))
        and not (without_cadence and board.cadence)
    ]


def _watches(who: Acting) -> QuerySet[Monitoring]:
    return Monitoring.objects.filter(plan__in=plans.visible_to(who).order_by().values("pk")).select_related("plan")


# One board


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Who sits on a board today, who will, and who did, the last to leave first."""

    now: tuple[Membership, ...]
    later: tuple[Membership, ...]
    before: tuple[Membership, ...]


def members(board: Board, who: Acting) -> Members:
    """Everybody who sits, will sit or sat on the board: chair first, then by capacity and name."""
    rows = list(board.memberships.select_related("person__organisation", "alternate_for"))
    order = {capacity: at for at, capacity in enumerate(Membership.Capacity.values)}
    rows.sort(key=lambda row: (order[row.capacity], row.person.name))
    past = [row for row in rows if row.ends_on is not None and row.ends_on < who.on]
    return Members(
        now=tuple(row for row in rows if row.starts_on <= who.on and row not in past),
        later=tuple(row for row in rows if row.starts_on > who.on),
        before=tuple(sorted(past, key=lambda row: row.ends_on or who.on, reverse=True)),
    )


def watched(board: Board, who: Acting) -> list[Monitoring]:
    """What visible plans say of the board, one line for each place that names it."""
    return list(_watches(who).filter(board=board).order_by("plan", "order"))


def accountable(board: Board, who: Acting) -> QuerySet[Action]:
    """The visible actions that answer to the board by its name or an alias, in the order of their plans."""
    mine = {fold(name) for name in (board.name, *board.aliases)}
    rows = plans.actions_visible_to(who).filter(item__plan__organisation=board.organisation).exclude(accountable_to=[])
    found = [pk for pk, names in rows.order_by().values_list("pk", "accountable_to") if any(fold(name) in mine for name in names)]
    return Action.objects.filter(pk__in=found).order_by("item__plan", "item__order", "order")


def joining(names: Iterable[str], organisation: Organisation) -> list[Monitoring]:
    """What plans print that a board with these names would be joined to; its members would see those plans."""
    wanted = {fold(name) for name in names}
    loose = Monitoring.objects.filter(board__isnull=True, plan__organisation=organisation).select_related("plan").order_by("plan", "order")
    return [row for row in loose if fold(row.as_printed) in wanted]


def leaving(board: Board, names: Iterable[str]) -> list[Monitoring]:
    """What plans print that the board would be joined to no longer if an alias of it is not among these names."""
    gone = {fold(alias) for alias in board.aliases} - {fold(name) for name in names}
    watched = Monitoring.objects.filter(board=board).select_related("plan").order_by("plan", "order") if gone else ()
    return [row for row in watched if fold(row.as_printed) in gone]


# Names that no board of the register has


@dataclass(slots=True, kw_only=True)
class Unregistered:
    """A board's name as plans print it. plans: those that do; actions: how many answer to it; watches: whether a plan says it watches."""

    name: str
    plans: list[Plan] = field(default_factory=list)
    actions: int = 0
    watches: bool = False


def unregistered(boards: Iterable[Board], of: Iterable[Plan]) -> list[Unregistered]:
    """Boards that these plans name and the register, all of it, does not; in order of name. Posts are left out.

    of: plans that the reader sees whole. Two queries, and one more where abbreviations have to be looked up.
    """
    seen = {plan.pk: plan for plan in of}
    known = {(board.organisation_id, fold(name)) for board in boards for name in (board.name, *board.aliases)}
    is_one = _Judge(list(seen))
    found: dict[str, Unregistered] = {}
    for plan_id, name, watches in _printed(list(seen)):
        key, plan = fold(name), seen[plan_id]
        if (plan.organisation_id, key) in known or not is_one(name, plan_id):
            continue
        one = found.setdefault(key, Unregistered(name=name))
        one.plans += [plan] if plan not in one.plans else []
        one.watches |= watches
        one.actions += not watches
    return [found[key] for key in sorted(found)]


def _printed(ids: Sequence[int]) -> Iterable[tuple[int, str, bool]]:
    """Every name in its place: the plan's id, the name, whether it is among the boards that watch."""
    if not ids:
        return
    watching = Monitoring.objects.filter(plan__in=ids, board__isnull=True).order_by("plan", "order")
    yield from ((row.plan_id, row.as_printed, True) for row in watching)
    answering = Action.objects.filter(item__plan__in=ids).exclude(accountable_to=[]).order_by("item__plan", "item__order", "order")
    for plan_id, names in answering.values_list("item__plan_id", "accountable_to"):
        yield from ((plan_id, name, False) for name in names)


class _Judge:
    """Whether a name in a plan is one of people meeting. A plan's glossary is read when a name is an abbreviation of unknown sense."""

    def __init__(self, plans: Sequence[int]) -> None:
        self._plans = plans
        self._told: dict[tuple[str, int], bool] = {}

    def __call__(self, name: str, plan_id: int) -> bool:
        key = (name, plan_id)
        if key not in self._told:
            is_short = any(word.isupper() for word in name.split())
            self._told[key] = is_board(name, thread.Plan()) or (is_short and is_board(name, self._glossaries[plan_id]))
        return self._told[key]

    @cached_property
    def _glossaries(self) -> dict[int, thread.Plan]:
        entries: dict[int, tuple[thread.GlossaryEntry, ...]] = dict.fromkeys(self._plans, ())
        for row in GlossaryTerm.objects.filter(plan__in=self._plans):
            entries[row.plan_id] += (thread.GlossaryEntry(term=row.term, meaning=row.meaning),)
        return {plan_id: thread.Plan(glossary=glossary) for plan_id, glossary in entries.items()}
