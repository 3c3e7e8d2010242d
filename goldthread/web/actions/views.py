"""One action: where it stands in the thread, its facts, its dates and everything that happened to it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.models import Action
from goldthread.queries import actions, glossary, history, inspections, plans
from goldthread.reports.map.marks import key_marks
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.actions import showing
from goldthread.web.tags.parts import Link

_EVERYTHING = 1000
"""Events that ``?history=all`` tells; no action has more."""


def fetched(who: Acting, pk: int) -> Action:
    """The action with everything under it, as far as the reader may see it; else 404."""
    return get_object_or_404(actions.ahead(plans.actions_visible_to(who)), pk=pk)


@require_safe
@needs(Permission.PLANS_READ)
def action(request: Request, pk: int) -> HttpResponse:
    """The page of one action."""
    who = request.who
    row = fetched(who, pk)
    told = actions.threaded(row, who.on)
    latest = history.LATEST if "history" not in request.GET else _EVERYTHING
    events = history.timeline("action", row.pk, latest=latest)
    can, answered = showing.may(who, row), row.item.plan.inspection
    report = answered is not None and inspections.is_open(answered, who)
    context = {
        **frame(row, told.action.ref, who),
        "row": row,
        "told": told,
        "can": can,
        "facts": showing.facts(row, told, actions.boards_named(row.accountable_to, who), events, who, can),
        "knots": list(showing.knots(row, told, can, report=report)),
        "revisions": showing.revisions(row),
        "parts": list(row.parts.all()),
        "reported": showing.reported(row),
        "printed": [one for one in row.progress.all() if not one.at],
        "late": showing.late(row, told, who.on),
        "events": showing.happened(events),
        "more_events": len(events) == history.LATEST,
        "quotes": showing.quotes(told),
        "document": row.item.plan.document if permissions.can(who, Permission.DOCUMENTS_READ) else None,
        "key": key_marks(told.key),
        "glossary": glossary.of_plan(row.item.plan),
    }
    return render(request, "actions/action.html", context)


def frame(row: Action, ref: str, who: Acting) -> dict[str, Any]:
    """What every page of an action shares: its name and where it lies."""
    plan = row.item.plan
    whole = plans.sees_whole(who, plan)
    first = Link(text="Plans", href=reverse("plans")) if whole else Link(text="My work", href=reverse("my_work"))
    crumbs = [
        first,
        Link(text=str(plan), href=reverse("plan", kwargs={"reference": plan.reference})),
        Link(text=f"Item {row.item.ref}", href=reverse("item", kwargs={"reference": plan.reference, "pk": row.item_id})),
        Link(text=f"Action {ref}"),
    ]
    return {
        "heading": f"Action {ref}",
        "caption": str(plan),
        "section": "Plans",
        "breadcrumbs": crumbs,
        "whole": whole,
    }
