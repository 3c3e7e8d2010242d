"""The whole history, as far as a reader may see it."""

from typing import Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from goldthread.queries import history as queries
from goldthread.queries import plans
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.history import showing
from goldthread.web.history.forms import PAGING, HistoryFilter

ON_A_PAGE: Final = 20


@needs(Permission.HISTORY_READ)
def history(request: Request) -> HttpResponse:
    """Events, newest first, a page at a time."""
    who = request.who
    chooser = HistoryFilter(
        request.GET,
        people=dict(queries.actors(who).values_list("pk", "name")),
        kinds=queries.kinds_of(who),
        plans={plan.pk: str(plan) for plan in plans.whole_to(who)},
    )
    found = queries.asked_for(queries.visible_to(who), chooser.asked())
    before, after = (_number(request.GET.get(name)) for name in PAGING)
    stretch = queries.stretch(found, size=ON_A_PAGE, before=before, after=after)
    context = {
        "heading": "History",
        "form": chooser if any(chooser.errors.values()) else None,
        "chooser": chooser,
        "events": showing.linked(stretch.told, queries.still_there(stretch.told)),
        "older": _address(request.GET, before=stretch.older),
        "newer": _address(request.GET, after=stretch.newer),
    }
    return render(request, "history/history.html", context)


def _number(asked: str | None) -> int | None:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 19 else None


def _address(query: QueryDict, **page: int | None) -> str | None:
    """The page's own address at another place; None where there is nothing."""
    ((name, number),) = page.items()
    if number is None:
        return None
    changed = query.copy()
    for gone in PAGING:
        changed.pop(gone, None)
    changed[name] = str(number)
    return f"?{changed.urlencode()}"
