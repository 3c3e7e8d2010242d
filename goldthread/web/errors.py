"""Pages for what went wrong. The same words whether a thing does not exist or is not for this reader."""

import logging
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.rules import permissions
from goldthread.rules.errors import ChangedMeanwhile
from goldthread.rules.permissions import Permission

logger = logging.getLogger("goldthread.web")
_PLAIN = (
    '<!DOCTYPE html><html lang="en-GB"><title>Something went wrong on this site</title><h1>Something went wrong on this site</h1>'
    "<p>The fault is ours, not yours. What you sent may not have been saved. Tell your administrator the reference {number}.</p></html>"
)
"""For when the very frame of the pages fails, as it does without a database."""


def _shown(request: HttpRequest, template: str, context: dict[str, Any], *, status: int) -> HttpResponse:
    """A page of an error bears no marking: it shows nothing of the record."""
    return render(request, template, {"marking": None, **context}, status=status)


def refused(request: HttpRequest, error: Exception) -> HttpResponse:
    """403: the reader's role does not go so far; the rule's own sentence says why."""
    return _shown(request, "errors/403.html", {"reason": str(error)}, status=403)


def not_possible(request: HttpRequest, error: Exception) -> HttpResponse:
    """409: it cannot be done as things stand; nothing was changed."""
    return _shown(request, "errors/409.html", {"reason": str(error), "meanwhile": isinstance(error, ChangedMeanwhile)}, status=409)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: never says whether the thing exists for others."""
    who = getattr(request, "who", None)
    may_search = bool(who and permissions.can(who, Permission.SEARCH))
    return _shown(request, "errors/404.html", {"may_search": may_search}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """400: what was sent cannot be read."""
    return _shown(request, "errors/400.html", {}, status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403 by Django itself."""
    return _shown(request, "errors/403.html", {"reason": "This is not for your account."}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a form from another page, or one that lay open too long."""
    return _shown(request, "errors/csrf.html", {}, status=403)


def fault(request: HttpRequest, *_: Any) -> HttpResponse:
    """500: a fault of ours, with a number that finds it in the log and nothing of what was being read."""
    number = secrets.token_hex(4)
    logger.error("Fault %s at %s", number, getattr(request.resolver_match, "view_name", "an unknown address"))
    try:
        return _shown(request, "errors/500.html", {"reference": number}, status=500)
    except Exception:
        logger.exception("Fault %s could not be shown as a page", number)
        return HttpResponse(_PLAIN.format(number=number), status=500)
