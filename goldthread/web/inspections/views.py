"""Inspections, their judgements over the years, and what answers each finding."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.models import Inspection
from goldthread.queries import coverage, findings
from goldthread.queries import inspections as queries
from goldthread.rules import permissions
from goldthread.rules.inspections import title
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.inspections import board, showing, threads
from goldthread.web.inspections.forms import FindingFilter, ServiceFilter
from goldthread.web.tags.parts import Link

PAGE = 50
"""Findings on one page."""


@require_safe
@needs(Permission.INSPECTIONS_READ)
def inspections(request: Request) -> HttpResponse:
    """Every inspection, the newest first, and a board of judgements for each authority."""
    listed = list(queries.listed(request.who))
    histories = queries.histories_of(listed)
    form = ServiceFilter(request.GET, board.services(histories))
    boards, notes = board.boards(histories, form.chosen)
    context = {
        "heading": "Inspections",
        "wide": True,
        "listed": [(one, title(one), showing.period(one)) for one in listed],
        "boards": boards,
        "notes": notes,
        "filter": form,
        "chosen": [Link(text=f"Service: {form.chosen}", href="?")] if form.chosen else [],
        "scales": board.scales(listed),
        "uploads": permissions.can(request.who, Permission.DOCUMENTS_UPLOAD),
    }
    return render(request, "inspections/inspections.html", context)


@require_safe
@needs(Permission.INSPECTIONS_READ)
def inspection(request: Request, pk: int) -> HttpResponse:
    """One inspection: its judgements in the report's own words, and its findings with what answers them."""
    who = request.who
    row = get_object_or_404(queries.visible_to(who), pk=pk)
    told = coverage.of_inspection(row, who, request.GET.get("plan", ""))
    form = FindingFilter(request.GET, coverage.options(told.lines))
    lines = coverage.chosen(told.lines, form.choice())
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": title(row),
        "caption": row.authority or "",
        "section": "Inspections",
        "breadcrumbs": [Link(text="Inspections", href=reverse("inspections")), Link(text=title(row))],
        "wide": True,
        "row": row,
        "told": told,
        "headline": showing.headline(told),
        "reads_plans": permissions.can(who, Permission.PLANS_READ),
        "facts": showing.facts(row),
        "judged": list(showing.judgements_of(told, row)),
        "found": [showing.found(line, told) for line in page],
        "page": page,
        "page_obj": page,
        "filter": form,
        "chosen": form.tags(),
    }
    return render(request, "inspections/inspection.html", context)


@require_safe
@needs(Permission.INSPECTIONS_READ)
def finding(request: Request, pk: int) -> HttpResponse:
    """One finding in the inspectors' words, and the thread below it."""
    who = request.who
    row = get_object_or_404(queries.findings_visible_to(who), pk=pk)
    told = coverage.of_inspection(row.inspection, who, request.GET.get("plan", ""))
    line = next(one for one in told.lines if one.pk == row.pk)
    context = {
        "heading": f"{line.covered.kind} {line.covered.ref}",
        "caption": title(row.inspection),
        "section": "Inspections",
        "breadcrumbs": _crumbs(row.inspection, line),
        "row": row,
        "line": line,
        "told": told,
        "facts": threads.finding_facts(line, told),
        "threads": [threads.thread(one, line, told, who.on) for one in findings.below(line, told, who)],
        "above": threads.above(line, told, row.inspection),
        "missing": showing.missing(line),
        "reads_plans": permissions.can(who, Permission.PLANS_READ),
        "place": showing.where(line.finding.place),
    }
    return render(request, "inspections/finding.html", context)


def _crumbs(row: Inspection, line: coverage.Line) -> list[Link]:
    return [
        Link(text="Inspections", href=reverse("inspections")),
        Link(text=title(row), href=reverse("inspection", args=[row.pk])),
        Link(text=f"{line.covered.kind} {line.covered.ref}"),
    ]
