"""The pages of a plan: all plans, one plan on a page, one item's thread, the thread map, the checks, the boards that watch it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from goldthread.models import Plan
from goldthread.queries import boards, glossary, plan_pages
from goldthread.queries import plans as queries
from goldthread.reports.check_groups import SEVERITY_WORDS, by_severity, in_themes
from goldthread.reports.map import Fold, thread_map
from goldthread.reports.map.words import sentence
from goldthread.reports.rows import sorted_by
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.plans import checklist, mapped, places, tables, threads
from goldthread.web.plans.forms import CheckFilter, PlanFilter
from goldthread.web.tags.parts import Link

PLANS_ON_A_PAGE = 20
FINDINGS_ON_A_PAGE = 50
SPOTS = 5
"""Findings of one check that are shown while those of all checks are."""


@needs(Permission.PLANS_READ)
def plans(request: Request) -> HttpResponse:
    """Every plan that the reader sees, in numbers."""
    page = Paginator(queries.visible_to(request.who), PLANS_ON_A_PAGE).get_page(request.GET.get("page"))
    tallies = plan_pages.tallies(request.who, list(page.object_list))
    context = {
        "heading": "Plans",
        "page_obj": page,
        "plans": [(plan, tallies[plan.pk]) for plan in page.object_list],
    }
    return render(request, "plans/plans.html", context)


@needs(Permission.PLANS_READ)
def plan(request: Request, reference: str) -> HttpResponse:
    """The plan on a page; for those who lead single actions, theirs."""
    found = get_object_or_404(queries.visible_to(request.who), reference=reference)
    reading = plan_pages.read(request.who, found)
    chooser = PlanFilter(request.GET, reading)
    sort, column, downwards = tables.order(request.GET.get("sort", ""))
    rows = sorted_by(chooser.rows(), column, downwards)
    page = Paginator(rows, chooser.per).get_page(request.GET.get("page"))
    whole = isinstance(reading, plan_pages.Whole)
    context = {
        **places.frame(found, request.who, "plan", whole=whole),
        "heading": str(found),
        "wide": True,
        "reading": reading,
        "chooser": chooser,
        "forms": [chooser],
        "sort": sort,
        "columns": tables.ROWS,
        "page_obj": page,
        "lines": list(tables.lines(page.object_list, reading, places.href(found, reading.ids))),
        "by_item": column == tables.PLAIN,
        "figures": tables.figures(reading),
        "boards": plan_pages.watching(found) if whole else (),
        "report_shown": whole and plan_pages.report_shown(request.who, found),
    }
    return render(request, "plans/plan.html", context)


@needs(Permission.PLANS_READ)
def item(request: Request, reference: str, pk: int) -> HttpResponse:
    """One item with its golden thread, from judgement to measure."""
    row = get_object_or_404(queries.items_visible_to(request.who), pk=pk, plan__reference=reference)
    found = get_object_or_404(queries.visible_to(request.who), pk=row.plan_id)
    reading = plan_pages.read(request.who, found)
    thread = reading.item(pk)
    whole, address = isinstance(reading, plan_pages.Whole), places.href(found, reading.ids)
    knots = list(threads.knots(thread, reading, address))
    context = {
        **places.frame(found, request.who, "item", whole=whole),
        "heading": thread.line.item.text or f"Item {thread.line.item.ref}",
        "caption": f"Item {thread.line.item.ref}",
        "thread": thread,
        "pk": pk,
        "facts": threads.facts(thread),
        "behind": list(threads.answered(thread, address)),
        "knots": knots,
        "lede": threads.lede(thread, knots),
        "report_shown": plan_pages.report_shown(request.who, found),
        "glossary": glossary.of_plan(found),
    }
    context["breadcrumbs"] = [*context["breadcrumbs"], Link(text=f"Item {thread.line.item.ref}")]
    return render(request, "plans/item.html", context)


@needs(Permission.WHOLE_PLANS_READ)
def plan_map(request: Request, reference: str) -> HttpResponse:
    """The thread map, with one fold of a big plan open at a time."""
    found = _whole(request, reference)
    plan_pages.check_report(request.who, found)
    reading = plan_pages.whole(request.who, found)
    folds, address = places.Folds(found, reading), places.href(found, reading.ids)
    drawn = thread_map(
        reading.picture,
        (),  # what the checks find has a page of its own, and no drawing shows it
        as_at=request.who.on,
        href=address,
        fold=Fold(opened=folds.opened(request.GET.get("open", "")), href=folds.href),
    )
    context = {
        **places.frame(found, request.who, "plan_map", whole=True),
        "heading": "Thread map",
        "caption": str(found),
        "wide": True,
        "map": drawn,
        "words": sentence(drawn.total.words),
        "sheets": mapped.sheets(drawn, folds.name),
        "outline": mapped.outline(drawn.outline),
        "breaks": list(mapped.kinds(drawn, address)),
    }
    return render(request, "plans/plan_map.html", context)


@needs(Permission.WHOLE_PLANS_READ)
def plan_checks(request: Request, reference: str) -> HttpResponse:
    """What the checks find, by theme; one check's findings page by page."""
    found = _whole(request, reference)
    plan_pages.check_report(request.who, found)
    reading = plan_pages.whole(request.who, found)
    chooser = CheckFilter(request.GET, reading)
    spots = chooser.spots()
    page = Paginator(spots, FINDINGS_ON_A_PAGE).get_page(request.GET.get("page")) if chooser.pages else None
    shown = in_themes(list(page.object_list)) if page else in_themes(spots, most=SPOTS)
    context = {
        **places.frame(found, request.who, "plan_checks", whole=True),
        "heading": "Checks",
        "caption": str(found),
        "reading": reading,
        "chooser": chooser,
        "forms": [chooser],
        "severities": [(number, SEVERITY_WORDS[severity], severity) for severity, number in by_severity(reading.checked).items()],
        "total": len(reading.checked),
        "shown": len(spots),
        "themes": checklist.themes(shown, request.GET, places.href(found, reading.ids)),
        "page_obj": page,
    }
    return render(request, "plans/plan_checks.html", context)


@needs(Permission.WHOLE_PLANS_READ)
def plan_boards(request: Request, reference: str) -> HttpResponse:
    """The boards that the plan says watch it."""
    found = _whole(request, reference)
    seen = set(boards.visible_to(request.who).values_list("pk", flat=True))
    context = {
        **places.frame(found, request.who, "plan_boards", whole=True),
        "heading": "Boards that watch it",
        "caption": str(found),
        "columns": tables.BOARDS,
        "watching": [(one, places.board(one, seen)) for one in plan_pages.watching(found)],
    }
    return render(request, "plans/plan_boards.html", context)


def _whole(request: Request, reference: str) -> Plan:
    return get_object_or_404(queries.whole_to(request.who), reference=reference)
