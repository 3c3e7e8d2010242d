"""What every page knows: whose service this is, where the reader can go, and the day."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from goldthread.common.text import words_in_list
from goldthread.models import Organisation
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.web.day import today

SECTIONS = (
    ("my_work", "My work", Permission.SIGNED_IN),
    ("inspections", "Inspections", Permission.INSPECTIONS_READ),
    ("plans", "Plans", Permission.PLANS_READ),
    ("boards", "Boards", Permission.BOARDS_READ),
    ("people", "People", Permission.PEOPLE_READ),
    ("documents", "Papers", Permission.DOCUMENTS_READ),
    ("glossary", "Glossary", Permission.GLOSSARY_READ),
    ("search", "Search", Permission.SEARCH),
    ("history", "History", Permission.HISTORY_READ),
)
"""Name of the first page of a section, its words in the navigation, and what it needs."""

_OF_ACCOUNTS = ("account", "mfa_", "socialaccount")
"""Beginnings of the names of addresses at which people look after their own account."""


def page(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. A reader is shown the sections that their roles open, and no others."""
    who = getattr(request, "who", None)
    return {
        "service": "Goldthread",
        "organisation": _council(),
        "home": reverse("my_work"),
        "version": settings.VERSION,
        "today": today(),
        "who": who,
        "navigation": [_entry(request, *section) for section in SECTIONS if who and permissions.can(who, section[2])],
        "account": _account(who) if who else None,
        "marking": _marking(request, who),
    }


def _marking(request: HttpRequest, who: Acting | None) -> dict[str, Any] | None:
    """What stands on every page of the working record: nearly all name people or say what a plan says, so all are marked alike.

    Not on pages for those who are not signed in, of one's own account, or of errors (they say so themselves).
    """
    match = request.resolver_match
    if not who or match is None or (match.url_name or "").startswith(_OF_ACCOUNTS):
        return None
    return {"level": "OFFICIAL-SENSITIVE", "as_at": who.on}


def _council() -> str:
    """The council whose installation this is; Goldthread itself before there is one."""
    councils = Organisation.objects.filter(kind=Organisation.Kind.COUNCIL).order_by("id")
    return councils.values_list("name", flat=True).first() or "Goldthread"


def _account(who: Acting) -> dict[str, str]:
    return {
        "name": who.person.name,
        "role": words_in_list(who.titles) or "No role today",
        "href": reverse("account"),
        "sign_out": reverse("account_logout"),
    }


def _entry(request: HttpRequest, name: str, words: str, _needed: Permission) -> dict[str, Any]:
    href = reverse(name)
    current = request.path == href or (href != "/" and request.path.startswith(href))
    return {"text": words, "href": href, "current": current}
