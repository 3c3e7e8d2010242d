"""What every request passes: sessions that end in time, refusals in words, answers that no cache keeps."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from goldthread.rules.acting import acting
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from goldthread.web import errors
from goldthread.web.day import today

Answer = Callable[[HttpRequest], HttpResponse]
SEEN, VERSION = "seen", "permission_version"
_EVERY = 60
"""Seconds between two notes in the session that somebody is still there; more often would write on every page."""


class Sessions:
    """Ends a session after half an hour without a page, when the account is closed, and when what the person may do has changed.

    Sets ``request.who``, the person with today's roles, for those who are signed in.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user: Any = request.user
        if user.is_authenticated:
            ended = _ended(request, user)
            if ended:
                logout(request)
                messages.info(request, ended)
                return redirect(f"{settings.LOGIN_URL}")
            request.who = SimpleLazyObject(lambda: acting(user, today()))  # type: ignore[attr-defined]
        return self.get_response(request)


def _ended(request: HttpRequest, user: Any) -> str | None:
    """Why the session is over, or None; notes that the person was seen."""
    session, now = request.session, int(time.time())
    if session.setdefault(VERSION, user.permission_version) != user.permission_version:
        return "What your account may do has changed, so your session has ended. Sign in again to go on."
    seen = session.get(SEEN, now)
    if now - seen > settings.IDLE_SECONDS:
        return "You were away for more than 30 minutes, so your session has ended. Sign in again to go on."
    if now - seen >= _EVERY or SEEN not in session:
        session[SEEN] = now
    return None


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
        if not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        return response
