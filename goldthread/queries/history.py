"""The history in words: what happened, to what, by whom and why. ``telling`` says single values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from goldthread.models import HistoryEvent, Person, Plan
from goldthread.models.history import HistoryVerb as Verb
from goldthread.queries import inspections, sentences, states, telling
from goldthread.queries.telling import Change
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission

LATEST: Final = 50
"""Events of one thing that are told unless more are asked for."""
ACCOUNTS: Final = frozenset({"person", "role", "organisation"})
"""Kinds of things whose history is about people's accounts."""
KINDS: Final = {
    "action": "Actions",
    "item": "Items",
    "plan": "Plans",
    "inspection": "Inspections",
    "document": "Papers",
    "board": "Boards",
    "membership": "Memberships of boards",
    "person": "People and signing in",
    "role": "Roles",
    "organisation": "Organisations",
}
"""What events can be about, in words."""
_KINDS: Final = (
    (ACCOUNTS, Permission.ACCOUNTS_MANAGE),
    (frozenset({"plan", "item", "action"}), Permission.WHOLE_PLANS_READ),
    (frozenset({"board", "membership"}), Permission.BOARDS_READ),
    (frozenset({"inspection"}), Permission.INSPECTIONS_READ),
    (frozenset({"document"}), Permission.DOCUMENTS_READ),
)
"""What events can be about, and what a reader of the history needs beside for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event in words.

    title: what happened, as a heading (``Due date changed``). words: the same as a sentence without its end, naming the thing and, when
    one field changed, what it was and is (``Due date of ‘Train managers’ changed from 31 March 2026 to 29 May 2026``).
    changes: every field that changed. by_name: empty when Goldthread did it by itself. kind and target_id: which thing.
    is_own: somebody's own coming and going, where the words name them already.
    """

    number: int
    at: datetime
    by_name: str
    title: str
    words: str
    why: str
    changes: tuple[Change, ...]
    kind: str
    target_id: int
    plan_id: int | None
    is_own: bool

    @property
    def sentence(self) -> str:
        """The words with who did it."""
        return f"{self.words} by {self.by_name}" if self.by_name and not self.is_own else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A page of events, newest first. older, newer: the number to ask the next page ``before`` or ``after``; None where there is none."""

    told: tuple[Told, ...]
    older: int | None
    newer: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """What of the things that events are about is still there. things: kind and id; plans: id → reference."""

    things: frozenset[tuple[str, int]]
    plans: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters of the history; empty ones do not filter.

    by: a person's id; kind: of ``KINDS``; plan: its id; first, last: days in England, both included.
    """

    by: int | None = None
    kind: str = ""
    plan: int | None = None
    first: date | None = None
    last: date | None = None


def visible_to(who: Acting) -> QuerySet[HistoryEvent]:
    """Events of accounts for administrators; events of plans, boards, papers and inspections for those whose role reads the history and the
    thing itself. Of an inspection that is not published yet, for those who open the papers, or answer for the service."""
    seen = Q(target_kind__in=_kinds(who))
    if not permissions.can(who, Permission.DOCUMENTS_READ):
        seen &= ~Q(target_kind="inspection") | Q(target_kind="inspection", target_id__in=inspections.visible_to(who).values("pk"))
    return HistoryEvent.objects.filter(seen).select_related("by")


def _kinds(who: Acting) -> frozenset[str]:
    """The kinds of things whose events the reader may see at all. Nobody reads of accounts and of plans by one role."""
    return frozenset(
        kind
        for kinds, permission in _KINDS
        if permissions.can(who, Permission.HISTORY_READ) and permissions.can(who, permission)
        for kind in kinds
    )


def asked_for(events: QuerySet[HistoryEvent], asked: Asked) -> QuerySet[HistoryEvent]:
    """The events that fit."""
    if asked.by:
        events = events.filter(by=asked.by)
    if asked.kind:
        events = events.filter(target_kind=asked.kind)
    if asked.plan:
        events = events.filter(plan_id=asked.plan)
    if asked.first:
        events = events.filter(at__gte=_midnight(asked.first))
    return events.filter(at__lt=_midnight(asked.last + timedelta(days=1))) if asked.last else events


def kinds_of(who: Acting) -> dict[str, str]:
    """The kinds of things whose events the reader may see at all, in words."""
    seen = _kinds(who)
    return {kind: words for kind, words in KINDS.items() if kind in seen}


def actors(who: Acting) -> QuerySet[Person]:
    """The people who made any event that the reader may see."""
    made = visible_to(who).filter(by=OuterRef("pk")).select_related(None)
    return Person.objects.filter(Exists(made)).order_by("name", "pk")


def still_there(told: Iterable[Told]) -> Still:
    """Which of the things are there: one query for each kind of thing, one for the plans."""
    wanted: dict[str, set[int]] = {}
    events = list(told)
    for event in events:
        wanted.setdefault(event.kind, set()).add(event.target_id)
    found = {
        (kind, pk)
        for kind, ids in wanted.items()
        for pk in states.KINDS[kind]._default_manager.filter(pk__in=ids).values_list("pk", flat=True)
    }
    references = Plan.objects.filter(pk__in={event.plan_id for event in events if event.plan_id}).values_list("pk", "reference")
    return Still(things=frozenset(found), plans=dict(references))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def timeline(kind: str, target_id: int, *, latest: int = LATEST) -> tuple[Told, ...]:
    """The events of one thing, newest first. The caller has fetched the thing as visible to its reader, who then sees its history too.

    kind: as in ``states.KINDS``. Raises ValueError for a kind of accounts: ``of_person`` asks who reads them.
    """
    if kind in ACCOUNTS:
        raise ValueError(f"The history of a {kind} is not for everybody who sees it. Ask of_person, which knows its reader.")
    own = Q(target_kind=kind, target_id=target_id)
    return _latest(own | _sitting_on(target_id) if kind == "board" else own, latest)


def of_person(person: Person, who: Acting, *, latest: int = LATEST) -> tuple[Told, ...]:
    """What happened to a person's account and roles, newest first: for administrators, and for the person."""
    if not (permissions.can(who, Permission.ACCOUNTS_MANAGE) or who.person.pk == person.pk):
        return ()
    given = HistoryEvent.objects.filter(target_kind="role", verb=Verb.ROLE_GIVEN, changes__person_id__1=person.pk)
    return _latest(Q(target_kind="person", target_id=person.pk) | Q(target_kind="role", target_id__in=given.values("target_id")), latest)


def stretch(events: QuerySet[HistoryEvent], *, size: int, before: int | None = None, after: int | None = None) -> Stretch:
    """One page of the events: the newest, those older than ``before``, or those just newer than ``after``."""
    if after is not None:
        found = sorted(events.filter(number__gt=after).order_by("number")[: size + 1], key=lambda event: -event.number)
        more, found = len(found) > size, found[-size:]
        return _stretch(found, older=bool(found), newer=more) if found else stretch(events, size=size)
    older = events.filter(number__lt=before) if before is not None else events
    found = list(older.order_by("-number")[: size + 1])
    return _stretch(found[:size], older=len(found) > size, newer=before is not None)


def _stretch(found: list[HistoryEvent], *, older: bool, newer: bool) -> Stretch:
    return Stretch(
        told=tell(found),
        older=found[-1].number if found and older else None,
        newer=found[0].number if found and newer else None,
    )


def tell(events: Sequence[HistoryEvent]) -> tuple[Told, ...]:
    """Events in words, in the order given; a handful of queries for all of them together."""
    names = telling.names(events)
    return tuple(_told(event, names) for event in events)


def _sitting_on(board_id: int) -> Q:
    joined = HistoryEvent.objects.filter(target_kind="membership", verb=Verb.MEMBER_ADDED, changes__board_id__1=board_id)
    return Q(target_kind="membership", target_id__in=joined.values("target_id"))


def _latest(wanted: Q, latest: int) -> tuple[Told, ...]:
    return tell(list(HistoryEvent.objects.filter(wanted).select_related("by").order_by("-number")[:latest]))


def _told(event: HistoryEvent, names: telling.Names) -> Told:
    changes = telling.changes(event, names)
    return Told(
        number=event.number,
        at=event.at,
        by_name=event.by.name if event.by else "",
        title=event.get_verb_display(),
        words=sentences.sentence(event, changes, names),
        why="" if sentences.is_of_the_account(event) else event.why,
        changes=changes,
        kind=event.target_kind,
        target_id=event.target_id,
        plan_id=event.plan_id,
        is_own=event.verb in sentences.OWN,
    )
