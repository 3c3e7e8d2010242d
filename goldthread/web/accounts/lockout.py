"""Too many guesses: how they are counted, and what somebody reads who has to wait. The same words whether or not the account exists."""

from datetime import datetime, timedelta
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldthread.operations import sessions

_FIVE_MINUTES = timedelta(minutes=5)
"""The stretch over which ``ACCOUNT_RATE_LIMITS`` counts."""


def account_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The account that a guess is for, in small letters, so that capitals make no further tries."""
    given = credentials or {}
    name = given.get("login") or given.get("email") or given.get("username") or request.POST.get("login") or ""
    return str(name).strip().lower()[:254]


def client_address(request: HttpRequest) -> str | None:
    """Where a guess comes from: what allauth counts by, so that both count alike. None for what came by no network."""
    return get_client_ip(request)


def locked_out(request: HttpRequest, _response: HttpResponse | None = None, credentials: dict[str, Any] | None = None) -> HttpResponse:
    """After five wrong passwords for one account from one address: until when the door is closed."""
    last = (
        AccessAttempt.objects.filter(username=account_name(request, credentials), ip_address=client_address(request))
        .order_by("-attempt_time")
        .values_list("attempt_time", flat=True)
        .first()
    )
    return _wait(request, (last or timezone.now()) + (get_cool_off(request) or _FIVE_MINUTES))


def too_many_guesses(request: HttpRequest) -> HttpResponse:
    """After too many guesses for an account from anywhere, from one address for anybody, or at a second step."""
    sessions.locked_out(email=_guessed(request))
    return _wait(request, timezone.now() + _FIVE_MINUTES)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """After too many requests of a kind that costs something, whatever they were for."""
    return _wait(request, timezone.now() + _FIVE_MINUTES)


def _guessed(request: HttpRequest) -> str:
    """The address guessed at: typed, of the sign-in under way, or of whoever is signed in."""
    stage = getattr(request, "_login_stage", None)
    owner = stage.login.user if stage else request.user
    return request.POST.get("login") or getattr(owner, "email", None) or ""


def _wait(request: HttpRequest, until: datetime) -> HttpResponse:
    """429. The minute is rounded up, so that trying then works."""
    seconds = max(1, int((until - timezone.now()).total_seconds()) + 1)
    shown = timezone.localtime(until + timedelta(seconds=59)).replace(second=0, microsecond=0)
    response = render(request, "account/locked_out.html", {"until": shown}, status=429)
    response["Retry-After"] = str(seconds)
    return response
