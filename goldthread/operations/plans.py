"""Plans are added from an accepted picture, and taken back while nobody has worked on them."""

from collections.abc import Iterator
from dataclasses import asdict

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from goldthread.common.text import slug
from goldthread.models import Action, Document, HistoryEvent, Inspection, Item, Organisation, Plan
from goldthread.operations import history, search
from goldthread.operations.acceptance import PlanWriter
from goldthread.operations.history import Entry, Verb
from goldthread.queries import states
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import Picture

_LONGEST = 50


@transaction.atomic
def add(
    *,
    picture: Picture,
    organisation: Organisation,
    by: Acting,
    inspection: Inspection | None = None,
    document: Document | None = None,
) -> Plan:
    """The plan of a picture with everything in it; one event for the plan, each item and each action."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    plan = Plan.objects.create(
        organisation=organisation,
        inspection=inspection,
        document=document,
        reference=_reference(organisation, inspection),
        title=picture.plan.title,
        owner=picture.plan.owner,
        problems=[asdict(problem) for problem in picture.problems],
    )
    PlanWriter(plan, at=timezone.now(), by=by.person).write(picture.plan)
    history.write(_added(plan), by=by.person)
    search.index([plan])
    return plan


@transaction.atomic
def take_back(*, plan: Plan, by: Acting, why: str) -> None:
    """Takes a plan away again. Raises NotPossible when somebody has changed anything in it since."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    added = (Verb.PLAN_ADDED, Verb.ITEM_ADDED, Verb.ACTION_ADDED)
    later = HistoryEvent.objects.filter(plan_id=plan.pk).exclude(verb__in=added).select_related("by").last()
    if later:
        raise NotPossible(
            f"“{later.title}” has been changed since by {later.by or 'Goldthread'}, and taking the plan back would lose that. "
            "It stays; correct single things on their own pages."
        )
    history.write(_taken_back(plan, why), by=by.person)
    search.forget([plan])
    plan.delete()


def _reference(organisation: Organisation, inspection: Inspection | None) -> str:
    """A short name for addresses and commands: the council and the inspection's year, with a number when it is taken."""
    year = inspection.ended_on.year if inspection and inspection.ended_on else None
    stem = slug(" ".join(filter(None, [organisation.name, str(year or "")])))[:_LONGEST].strip("-") or "plan"
    taken = set(Plan.objects.filter(reference__startswith=stem).values_list("reference", flat=True))
    return next(name for name in _names(stem) if name not in taken)


def _names(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1


def _added(plan: Plan) -> Iterator[Entry]:
    yield history.entry(Verb.PLAN_ADDED, plan)
    yield from (history.entry(Verb.ITEM_ADDED, item) for item in states.ahead(Item.objects.filter(plan=plan).select_related("plan")))
    yield from (history.entry(Verb.ACTION_ADDED, action) for action in states.ahead(_actions(plan)))


def _taken_back(plan: Plan, why: str) -> Iterator[Entry]:
    yield from (history.gone(Verb.ACTION_UNDONE, action, why=why) for action in states.ahead(_actions(plan)))
    yield from (history.gone(Verb.ITEM_UNDONE, item, why=why) for item in states.ahead(Item.objects.filter(plan=plan)))
    yield history.gone(Verb.PLAN_UNDONE, plan, why=why)


def _actions(plan: Plan) -> QuerySet[Action]:
    return Action.objects.filter(item__plan=plan).select_related("item").order_by("item__order", "order")
