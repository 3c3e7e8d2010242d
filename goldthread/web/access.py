"""How a view says what it needs. A view without it is refused to everybody, and a test fails that finds one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from goldthread.models import Person
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission

View = Callable[..., HttpResponseBase]
OPEN = "open"
"""Needs nobody to be signed in: the sign-in pages and the health of the site."""


class Request(HttpRequest):
    """A request of somebody who is signed in. who: the person with today's roles."""

    user: Person
    who: Acting


def needs(permission: Permission) -> Callable[[View], View]:
    """The view is for people whose role holds the permission; others read why not, and strangers are asked to sign in."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            permissions.check(request.who, permission)
            return view(request, *args, **kwargs)

        guarded.needs = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def open_to_all(view: View) -> View:
    """The view is for anybody, signed in or not."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    guarded.needs = OPEN  # type: ignore[attr-defined]
    return guarded
