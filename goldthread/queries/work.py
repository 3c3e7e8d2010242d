"""What needs a person today, by what they are to the service."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from goldthread.models import Action, Board, Document, Lead, Monitoring, Person, Role
from goldthread.queries import people, plans, standing
from goldthread.queries.standing import Standing
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, held_on
from goldthread.rules.permissions import Permission
from goldthread.thread.checks.wording import term_in

SOON: Final = timedelta(days=28)
LATE, DUE_SOON, PASSED, UNDATED, LATER = "late", "soon", "passed", "undated", "later"
GROUPS: Final = (LATE, DUE_SOON, PASSED, UNDATED, LATER)
"""The groups of a person's actions, in the order of the page; those before the last need attention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What a plan lacks that its manager can mend. Counts of its actions."""

    reference: str
    title: str
    unled: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Everything that needs one person on one day. Each part is empty for those whose work it is not.

    mine: every group's actions by its name; papers: read and waiting for review, or refused lately; boards: with the plans that they watch
    as ``seen``; without_role: accounts that can do nothing; ending: roles that end within four weeks.
    """

    mine: dict[str, tuple[Standing, ...]]
    papers: Sequence[Document] = ()
    gaps: Sequence[Gap] = ()
    boards: Sequence[Any] = ()
    without_role: Sequence[Person] = ()
    ending: Sequence[Role] = ()

    @property
    def attention(self) -> int:
        """How many things need the person: actions but later ones, papers, kinds of gaps of each plan, accounts, roles."""
        own = sum(len(self.mine[name]) for name in GROUPS[:-1])
        gaps = sum(bool(gap.unled) + bool(gap.undated) for gap in self.gaps)
        return own + gaps + len(self.papers) + len(self.without_role) + len(self.ending)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show at all."""
        return not (self.attention or self.mine[LATER] or self.boards)


def of(who: Acting) -> Work:
    """What needs the person on their day."""
    manages = permissions.can(who, Permission.DOCUMENTS_UPLOAD)
    accounts = permissions.can(who, Permission.ACCOUNTS_MANAGE)
    return Work(
        mine=grouped(open_actions(who), who.on),
        papers=_papers(who) if manages else (),
        gaps=_gaps(who) if manages else (),
        boards=_boards(who) if who.boards and permissions.can(who, Permission.BOARDS_READ) else (),
        without_role=_without_role(who) if accounts else (),
        ending=_ending(who) if accounts else (),
    )


def open_actions(who: Acting) -> list[Standing]:
    """The actions that the person leads and that are not done."""
    if not permissions.can(who, Permission.PLANS_READ):
        return []
    led = plans.actions_visible_to(who).filter(pk__in=plans.led_by(who).values("action"))
    return [one for one in standing.of(led.order_by("item__plan", "item__order", "order"), who.on) if not one.is_done]


def grouped(actions: Sequence[Standing], on: date) -> dict[str, tuple[Standing, ...]]:
    """The actions by group: the latest first, then by date; without a date as the plan has them."""
    found: dict[str, list[Standing]] = {name: [] for name in GROUPS}
    for one in actions:
        found[_group(one, on)].append(one)
    found[LATE].sort(key=lambda one: -one.days_late)
    for name in (DUE_SOON, LATER):
        found[name].sort(key=lambda one: one.day or date.max)
    return {name: tuple(rows) for name, rows in found.items()}


def _group(one: Standing, on: date) -> str:
    """A season or a day to start from that has passed is no day to be late by, and is not the same as no date."""
    if one.days_late:
        return LATE
    if one.is_undated:
        return UNDATED
    if one.recurs or (one.day and one.day > on + SOON):
        return LATER
    return DUE_SOON if one.day and one.day >= on else PASSED


def _papers(who: Acting) -> list[Document]:
    """Papers whose reading is finished, oldest first. One that could not be read is news for four weeks."""
    refused = Q(status=Document.Status.REFUSED, uploaded_at__date__gte=who.on - SOON)
    waiting = Document.objects.filter(Q(status=Document.Status.READ) | refused)
    return list(waiting.only("name", "status", "told", "uploaded_at").order_by("uploaded_at", "id"))


def unled(who: Acting) -> QuerySet[Action]:
    """Visible actions without a lead who is a known person, with today's leads fetched ahead as ``printed``."""
    actions = plans.actions_visible_to(who).filter(~Exists(_known(who))).order_by("item__plan", "item__order", "order")
    return standing.with_leads(actions, who.on)


def _known(who: Acting) -> QuerySet[Lead]:
    """Known people who lead the action of the outer query today or from a later day on."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=who.on)
    return Lead.objects.filter(still, action=OuterRef("pk"), person__isnull=False)


def _gaps(who: Acting) -> list[Gap]:
    actions = standing.with_due(plans.actions_visible_to(who).select_related(None)).annotate(unled=~Exists(_known(who)))
    undated = Q(due_on__isnull=True, recurrence__isnull=True)
    rows = actions.filter(Q(unled=True) | undated).order_by("item__plan", "item__order", "order")
    unled, dateless, titles = Counter[str](), Counter[str](), {}
    for reference, title, is_unled, due_on, recurrence, by_when in rows.values_list(
        "item__plan__reference", "item__plan__title", "unled", "due_on", "recurrence", "by_when"
    ):
        titles[reference] = title or reference
        unled[reference] += is_unled
        dateless[reference] += due_on is None and not recurrence and term_in(by_when or "") is None
    gaps = [Gap(reference=plan, title=title, unled=unled[plan], undated=dateless[plan]) for plan, title in titles.items()]
    return [gap for gap in gaps if gap.unled or gap.undated]


def _boards(who: Acting) -> list[Any]:
    seen = Monitoring.objects.filter(plan__in=plans.visible_to(who).values("pk")).select_related("plan")
    return list(Board.objects.filter(pk__in=who.boards).prefetch_related(Prefetch("watches", seen, to_attr="seen")))


def _without_role(who: Acting) -> list[Person]:
    """Open accounts with an address and without a role today."""
    held = Role.objects.filter(held_on(who.on), person=OuterRef("pk"))
    return list(people.visible_to(who).filter(~Exists(held), is_active=True, email__isnull=False))


def _ending(who: Acting) -> list[Role]:
    roles = Role.objects.filter(held_on(who.on), ends_on__lte=who.on + SOON, person__is_active=True)
    return list(roles.select_related("person", "organisation").order_by("ends_on", "person__name"))
