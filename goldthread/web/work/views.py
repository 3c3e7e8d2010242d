"""What needs the reader today."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.common.dates import spoken
from goldthread.common.text import shorten, words_in_list
from goldthread.models import Action, Document
from goldthread.queries import plans, standing, work
from goldthread.queries.standing import Standing
from goldthread.queries.work import Work
from goldthread.rules import boards, permissions
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.tags.parts import Column, Link, Task

SHOWN = 20
"""Actions of a group that are shown while all groups are, and actions on a page of one group."""
TOLD = 120
"""Characters that are shown of why a paper could not be read; its own page says all."""
_TITLES: Final = {
    work.LATE: ("Late", "late"),
    work.DUE_SOON: ("Due in the next 28 days", "due in the next 28 days"),
    work.PASSED: ("Season or start has passed", "whose season or start has passed"),
    work.UNDATED: ("Without a date", "without a date"),
    work.LATER: ("Later", "later or recurring"),
}
"""Each group's heading, and its words within a sentence."""
COLUMNS: Final = (Column(text="Action"), Column(text="Due"), Column(text="Rating"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some actions under a heading. more: the address of all of them, where only the first are shown."""

    name: str
    title: str
    total: int
    actions: tuple[Standing, ...]
    more: str = ""


@require_safe
@needs(Permission.SIGNED_IN)
def my_work(request: Request) -> HttpResponse:
    """Everything that needs the reader, or one group of their actions page by page (``?group=late``)."""
    found = work.of(request.who)
    name = request.GET.get("group", "")
    page = _page(found, name, request.GET.get("page")) if name in _TITLES else None
    may_lead = permissions.can(request.who, Permission.PROGRESS_ADD)
    context = {
        "heading": "My work",
        "work": found,
        "groups": [_one(name, page)] if page else list(_groups(found)),
        "page_obj": page,
        "lede": _lede(found) or ("You lead no open actions." if may_lead and not found.is_empty else ""),
        "papers": [_task(paper) for paper in found.papers],
        "may_lead": may_lead,
        "may_sit": boards.may_sit(request.who),
        "looks_after_accounts": permissions.can(request.who, Permission.ACCOUNTS_MANAGE),
        "reads_no_plans": ""
        if permissions.can(request.who, Permission.PLANS_READ)
        else permissions.TABLE[Permission.PLANS_READ].said_to(request.who),
        "columns": COLUMNS,
        "several_plans": len({one.plan.pk for rows in found.mine.values() for one in rows}) > 1,
        "breadcrumbs": [Link(text="My work", href=reverse("my_work")), Link(text=_TITLES[name][0])] if page else None,
    }
    return render(request, "work/my_work.html", context)


@require_safe
@needs(Permission.LEADS_CHANGE)
def unled(request: Request, reference: str) -> HttpResponse:
    """The actions of a plan without a lead who is a known person."""
    found = get_object_or_404(plans.whole_to(request.who), reference=reference)
    page = Paginator(work.unled(request.who).filter(item__plan=found), SHOWN).get_page(request.GET.get("page"))
    context = {
        "heading": "Actions without a known person",
        "caption": str(found),
        "section": "My work",
        "breadcrumbs": [Link(text="My work", href=reverse("my_work")), Link(text="Actions without a known person")],
        "page_obj": page,
        "actions": standing.of(cast("QuerySet[Action]", page.object_list), request.who.on),
        "columns": (Column(text="Action"), Column(text="Leads as printed"), Column(text="Due"), Column(text="Rating")),
    }
    return render(request, "work/unled.html", context)


def _groups(found: Work) -> Iterator[Group]:
    for name in work.GROUPS:
        rows = found.mine[name]
        more = f"{reverse('my_work')}?group={name}" if len(rows) > SHOWN else ""
        if rows:
            yield Group(name=name, title=_TITLES[name][0], total=len(rows), actions=rows[:SHOWN], more=more)


def _page(found: Work, name: str, number: str | None) -> Page[Standing]:
    return Paginator(found.mine[name], SHOWN).get_page(number)


def _one(name: str, page: Page[Standing]) -> Group:
    return Group(name=name, title=_TITLES[name][0], total=page.paginator.count, actions=tuple(page.object_list))


def _task(paper: Document) -> Task:
    """A paper as something to do: review what was read, or see why nothing could be."""
    refused = paper.status == Document.Status.REFUSED
    return Task(
        text=paper.name,
        href=reverse("document", args=[paper.pk]),
        hint=f"{shorten(paper.told, TOLD)} " * refused + f"Handed in on {spoken(paper.uploaded_at.date())}.",
        status="Could not be read" if refused else "Ready for review",
        tone="red" if refused else "blue",
    )


def _lede(found: Work) -> str:
    """``You lead 12 open actions: 2 late, 3 due in the next 28 days and 7 later or recurring.`` Empty when there are none."""
    counted = [(len(found.mine[name]), _TITLES[name][1]) for name in work.GROUPS if found.mine[name]]
    total = sum(number for number, _ in counted)
    if len(counted) == 1:
        return f"You lead {total} open action{'s' * (total != 1)}, {'all ' * (total > 1)}{counted[0][1]}."
    return f"You lead {total} open actions: {words_in_list(f'{number} {words}' for number, words in counted)}." if total else ""
