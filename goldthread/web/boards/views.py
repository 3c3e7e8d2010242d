"""The register of boards and one board."""

from typing import Any, Final, cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.models import Action
from goldthread.queries import boards as queries
from goldthread.queries import history, plans, standing
from goldthread.rules import boards as rules
from goldthread.rules import permissions
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.boards import showing
from goldthread.web.boards.forms import RegisterFilter
from goldthread.web.tags.parts import Column, Link

ON_A_PAGE: Final = 20
SECTION: Final = "Boards"
_COLUMNS: Final = (
    Column(text="Board"),
    Column(text="Meets"),
    Column(text="Chair"),
    Column(text="Members", numeric=True),
    Column(text="Plans it watches"),
)
_ACTIONS: Final = (Column(text="Action"), Column(text="Leads as printed"), Column(text="Due"), Column(text="Rating"))


@require_safe
@needs(Permission.BOARDS_READ)
def boards(request: Request) -> HttpResponse:
    """The register."""
    whole = list(plans.whole_to(request.who))
    chooser = RegisterFilter(request.GET, whole)
    register = queries.register(request.who)
    page = Paginator(queries.narrowed(register, **chooser.chosen()), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": "Boards",
        "wide": True,
        "chooser": chooser,
        "page_obj": page,
        "columns": _COLUMNS,
        "unregistered": len(queries.unregistered(register, whole)),
        "may_change": rules.can_change(request.who),
    }
    return render(request, "boards/boards.html", context)


@require_safe
@needs(Permission.BOARDS_READ)
def board(request: Request, pk: int) -> HttpResponse:
    """One board: what it is, who sits on it, what it watches and what answers to it."""
    found = get_object_or_404(queries.visible_to(request.who), pk=pk)
    may_change = rules.can_change(request.who)
    watches = queries.watched(found, request.who)
    page = Paginator(queries.accountable(found, request.who), ON_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "heading": found.name,
        "section": SECTION,
        "breadcrumbs": [Link(text=SECTION, href=reverse("boards")), Link(text=found.name)],
        "board": found,
        "may_change": may_change,
        "reads_people": permissions.can(request.who, Permission.PEOPLE_READ),
        "facts": showing.facts(found, watches, may_change=may_change),
        "members": queries.members(found, request.who),
        "watches": watches,
        "page_obj": page,
        "actions": standing.of(standing.with_leads(cast("QuerySet[Action]", page.object_list), request.who.on), request.who.on),
        "columns": _ACTIONS,
        "several_plans": len({row.plan_id for row in watches}) > 1,
        "events": showing.happened(history.timeline("board", found.pk, latest=ON_A_PAGE)),
    }
    return render(request, "boards/board.html", context)


@require_safe
@needs(Permission.BOARDS_READ)
def names(request: Request) -> HttpResponse:
    """Boards that plans name and the register does not have."""
    context = {
        "heading": "Named by a plan, not in the register",
        "section": SECTION,
        "breadcrumbs": [Link(text=SECTION, href=reverse("boards")), Link(text="Named by a plan, not in the register")],
        "names": [showing.Named(one) for one in queries.unregistered(queries.visible_to(request.who), plans.whole_to(request.who))],
        "may_change": rules.can_change(request.who),
    }
    return render(request, "boards/names.html", context)
