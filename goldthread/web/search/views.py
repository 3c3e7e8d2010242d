"""The search."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from goldthread.queries.glossary import anchor
from goldthread.queries.search import Found, Hit
from goldthread.queries.sought import LONGEST
from goldthread.rules import permissions
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.tags.parts import Tab

ON_A_PAGE: Final = 20


@require_safe
@needs(Permission.SEARCH)
def search(request: Request) -> HttpResponse:
    """What is found for ``?q=``, of all kinds or of one (``&kind=action``), page by page."""
    typed = request.GET.get("q", "").strip()[:LONGEST]
    found = Found(request.who, typed, request.GET.get("kind", ""))
    page = Paginator(cast("Sequence[Hit]", found), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": "Search",
        "typed": typed,
        "longest": LONGEST,
        "found": found,
        "finds_people": permissions.can(request.who, Permission.PEOPLE_READ),
        "tabs": list(_tabs(found, typed)) if found.total else (),
        "page_obj": page,
        "hits": [(hit, _address(hit)) for hit in page.object_list],
    }
    return render(request, "search/search.html", context)


def _tabs(found: Found, typed: str) -> Iterator[Tab]:
    """All, then each kind of which something is found; the kind that is asked for is there even when nothing is."""
    yield Tab(text="All", href=_query(typed), current=found.only is None, count=found.total)
    for kind, number in found.counts:
        yield Tab(text=kind.many, href=_query(typed, kind.name), current=found.only == kind, count=number)
    if found.only and found.only not in dict(found.counts):
        yield Tab(text=found.only.many, href=_query(typed, found.only.name), current=True, count=0)


def _query(typed: str, kind: str = "") -> str:
    query = QueryDict(mutable=True)
    query.update({"q": typed} | ({"kind": kind} if kind else {}))
    return f"?{query.urlencode()}"


def _address(hit: Hit) -> str:
    """The page of what is found."""
    match hit.kind.name:
        case "term":
            return f"{reverse('glossary')}#{anchor(hit.words)}"
        case "plan" if hit.plan:
            return reverse("plan", args=[hit.plan.reference])
        case "item" if hit.plan:
            return reverse("item", args=[hit.plan.reference, hit.object_id])
    return reverse(hit.kind.name, args=[hit.object_id])
