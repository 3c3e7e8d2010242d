"""Looking people up."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from goldthread.models import Organisation, Person
from goldthread.queries import history
from goldthread.queries import people as queries
from goldthread.rules import people as rules
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.history.showing import happened
from goldthread.web.people import showing
from goldthread.web.people.forms import PeopleFilter
from goldthread.web.tags.parts import Column, Link

ON_A_PAGE: Final = 20
ACTIONS_SHOWN: Final = 20
SECTION: Final = "People"
_COLUMNS: Final = (
    Column(text="Name", key="name"),
    Column(text="Job title", key="job_title"),
    Column(text="Organisation", key="organisation"),
    Column(text="Roles today"),
)
_FOR_ADMINISTRATORS: Final = (Column(text="Account"), Column(text="Last signed in", key="signed_in"))


@needs(Permission.PEOPLE_READ)
def people(request: Request) -> HttpResponse:
    """The list."""
    manages = permissions.can(request.who, Permission.ACCOUNTS_MANAGE)
    columns = (*_COLUMNS, *(_FOR_ADMINISTRATORS if manages else ()))
    sort = _sort(request.GET.get("sort", ""), columns)
    chooser = PeopleFilter(request.GET, dict(Organisation.objects.values_list("pk", "name")), manages=manages)
    page = Paginator(queries.found(request.who, chooser.wanted(), sort), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": SECTION,
        "wide": manages,
        "manages": manages,
        "chooser": chooser,
        "columns": columns,
        "sort": sort,
        "page_obj": page,
    }
    return render(request, "people/people.html", context)


def _sort(asked: str, columns: tuple[Column, ...]) -> str:
    return asked if asked.removeprefix("-") in {column.key for column in columns if column.key} else "name"


@needs(Permission.SIGNED_IN)
def person(request: Request, pk: int) -> HttpResponse:
    """One person: for those who look people up, for administrators, and for the person."""
    who = request.who
    found = get_object_or_404(queries.visible_to(who), pk=pk)
    manages = rules.can_manage(who, found)
    led = queries.led_by(found, who)
    context: dict[str, Any] = {
        "heading": found.name,
        "caption": found.job_title,
        "section": SECTION,
        "breadcrumbs": _trail(who, found),
        "person": found,
        "manages": manages,
        "is_own": who.person.pk == found.pk,
        "facts": showing.facts(found, who, manages=manages),
        "roles": [held for held in queries.roles_of(found, who.on) if manages or not held.is_over],
        "sits": queries.memberships_of(found, who),
        "led": led[:ACTIONS_SHOWN],
        "led_in_all": led.count(),
    }
    if permissions.can(who, Permission.ACCOUNTS_MANAGE):
        steps = queries.steps_of(found)
        context |= {
            "account_facts": showing.account(found, steps, manages=manages),
            "steps": steps,
            "events": happened(history.of_person(found, who)),
        }
    return render(request, "people/person.html", context)


def _trail(who: Acting, person: Person) -> list[Link]:
    first = [Link(text=SECTION, href=reverse("people"))] if permissions.can(who, Permission.PEOPLE_READ) else []
    return [*first, Link(text=person.name)]
