"""What sign-in tells us, passed on to the operations that record it. Connected when the application is ready."""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.handlers.proxy import AxesProxyHandler
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from goldthread.models import Person
from goldthread.operations import accounts, sessions

SEEN, STARTED, VERSION = "seen", "started", "permission_version"
"""What a session knows of itself: seconds since 1970 of its last page and its beginning, and under which permissions it began."""
ENDED_BECAUSE = "goldthread_ended_because"
"""Attribute of a request whose session Goldthread ends by itself: the reason, for the history."""

_STEPS = {
    Authenticator.Type.TOTP: "authenticator app",
    Authenticator.Type.WEBAUTHN: "passkey",
    Authenticator.Type.RECOVERY_CODES: "recovery codes",
}


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: Person, **_: Any) -> None:
    now, version = int(time.time()), Person.objects.values_list("permission_version", flat=True).get(pk=user.pk)
    request.session.update({SEEN: now, STARTED: now, VERSION: version})
    sessions.signed_in(person=user)


@receiver(user_logged_out)
def _signed_out(request: HttpRequest, user: Person | None, **_: Any) -> None:
    if user is not None:
        sessions.signed_out(person=user, why=getattr(request, ENDED_BECAUSE, ""))


@receiver(user_locked_out)
def _locked_out(username: str | None, **_: Any) -> None:
    sessions.locked_out(email=username or "")


@receiver(password_reset)
def _password_reset(request: HttpRequest, user: Person, **_: Any) -> None:
    """Whoever has the e-mail of an account need not wait for the wrong passwords that somebody tried before."""
    address = user.email or ""
    AxesProxyHandler.reset_attempts(username=address)
    get_adapter(request)._delete_login_attempts_cached_email(request, email=address)


@receiver(authenticator_added)
def _step_added(user: Person, authenticator: Authenticator, **_: Any) -> None:
    _note(user, authenticator, "added")


@receiver(authenticator_reset)
def _step_renewed(user: Person, authenticator: Authenticator, **_: Any) -> None:
    _note(user, authenticator, "renewed")


@receiver(authenticator_removed)
def _step_removed(user: Person, authenticator: Authenticator, **_: Any) -> None:
    _note(user, authenticator, "removed")


def _note(user: Person, authenticator: Authenticator, done: str) -> None:
    words = _STEPS[Authenticator.Type(authenticator.type)]
    accounts.second_step_changed(person=user, what=f"{words.capitalize()} {done}")
