"""What every request passes: sessions that end in time, refusals in words, answers that no cache keeps."""

import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from goldthread.rules.acting import acting
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from goldthread.web import errors
from goldthread.web.accounts.signals import ENDED_BECAUSE, SEEN, STARTED, VERSION
from goldthread.web.day import today

Answer = Callable[[HttpRequest], HttpResponse]
_EVERY = 60
"""Seconds between two notes in the session that somebody is still there; more often would write on every page."""

ENDED: Final = {
    "changed": "What your account may do has changed",
    "away": "You were away for more than 30 minutes",
    "long": "You had been signed in for 12 hours",
}
"""Why Goldthread ends a session: the name in the address of the sign-in page, and the words."""


_AT_ONCE = "Somebody did the same at the same moment, and theirs was first. Nothing was saved twice: open the page again and look."


class Sessions:
    """Ends a session after half an hour without a page, after twelve hours, and when what the person may do has changed.

    A closed account and a changed password end it too: Django then finds nobody in the session. Sets ``request.who``, the person with
    today's roles, for those who are signed in.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        if user.is_authenticated:
            ended = _ended(request, user)
            if ended:
                return _whole_page(request, _end(request, ended))
            request.who = SimpleLazyObject(lambda: acting(user, today()))  # type: ignore[attr-defined]
        return _whole_page(request, self.get_response(request))


def _ended(request: HttpRequest, user: Any) -> str | None:
    """Why the session is over, by its name in ``ENDED``, or None; notes that the person was seen."""
    session, now = request.session, int(time.time())
    if session.setdefault(VERSION, user.permission_version) != user.permission_version:
        return "changed"
    if now - session.setdefault(STARTED, now) > settings.LONGEST_SECONDS:
        return "long"
    seen = session.get(SEEN, now)
    if now - seen > settings.IDLE_SECONDS:
        return "away"
    if now - seen >= _EVERY or SEEN not in session:
        session[SEEN] = now
    return None


def _end(request: HttpRequest, ended: str) -> HttpResponse:
    """The sign-in page, with the reason; what was asked for is where the reader comes back to, unless it would change something."""
    setattr(request, ENDED_BECAUSE, ENDED[ended])
    logout(request)
    after = {"next": request.get_full_path()} if request.method == "GET" else {}
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode({'ended': ended, **after})}")


def _whole_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Where a page fetches a part of itself and the session is over, the page goes to sign in, and not the part."""
    where = response.headers.get("Location", "")
    if "HX-Request" not in request.headers or not where.startswith(reverse(settings.LOGIN_URL)):
        return response
    return HttpResponse(status=204, headers={"HX-Redirect": where})


class Refusals:
    """Turns what rules raise into a page that says why: 403 not allowed, 409 not possible now, 404 not there for this reader."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for what a view raised; None leaves it to Django."""
        if isinstance(error, NotAllowed):
            return errors.refused(request, error)
        if isinstance(error, IntegrityError):  # two did the same at once, and the database kept one
            return errors.not_possible(request, ChangedMeanwhile(_AT_ONCE))
        if isinstance(error, NotPossible | ChangedMeanwhile):
            return errors.not_possible(request, error)
        if isinstance(error, Http404):
            return errors.not_found(request, error)
        return None


class PrivateAnswers:
    """Answers to people who are signed in are kept by no cache, and powerful features of browsers stay off."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
        response["Cache-Control"] = "no-store"
        return response
