"""Signing in and out, and one's own account. What allauth's views do unchanged is listed in ``urls``."""

from typing import Any, Final

from allauth.account import views as account
from allauth.socialaccount.adapter import get_adapter as get_directory_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.models import Person
from goldthread.queries import history, people
from goldthread.web.access import Request
from goldthread.web.middleware import ENDED
from goldthread.web.people.showing import step_words
from goldthread.web.tags.parts import Event, Fact

_LEFT: Final = "left"
_LATEST = 5
"""Events of one's account on one's own page."""
_CLEAR = '"cache", "storage"'
"""What a browser forgets at sign-out. Not ``cookies``: that would clear those of the council's other services too, on the same domain."""


class SignIn(account.LoginView):
    """allauth's view, with the reason why the reader is here again."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """ended: a sentence, when a session has ended; left: whether by the reader; directories: other doors."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        why = self.request.GET.get("ended", "")
        return {
            **context,
            "ended": ENDED.get(why, ""),
            "left": why == _LEFT,
            "directories": get_directory_adapter().list_providers(self.request) if settings.SOCIALACCOUNT_PROVIDERS else [],
        }


sign_in = SignIn.as_view()


def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Ends the session by POST; asked by GET, a page with the button."""
    if request.method != "POST":
        return account.logout(request)
    account.logout(request)
    response = redirect(f"{reverse(settings.LOGIN_URL)}?ended={_LEFT}")
    response["Clear-Site-Data"] = _CLEAR
    return response


def change_password(request: Request) -> HttpResponseBase:
    """For those who have a password; others, who come by the directory or a passkey, get a link that sets one."""
    return account.password_change(request) if request.user.has_usable_password() else redirect("account_reset_password")


def own_account(request: Request) -> HttpResponse:
    """Who the reader is here, what each role lets them do, and what they sign in with."""
    person, who = request.who.person, request.who
    steps = people.steps_of(person)
    context = {
        "heading": "Your account",
        "facts": _facts(person),
        "roles": people.roles_of(person, who.on),
        "steps": steps,
        "signing_in": _signing_in(person, steps),
        "told": [Event(title=told.words, when=told.at, words=told.why) for told in history.of_person(person, who, latest=_LATEST)],
    }
    return render(request, "account/account.html", context)


def _facts(person: Person) -> list[Fact]:
    return [
        Fact(key="Name", value=person.name),
        Fact(key="E-mail address", value=person.email),
        Fact(key="Job title", value=person.job_title),
        Fact(key="Organisation", value=person.organisation.name),
    ]


def _signing_in(person: Person, steps: people.Steps) -> list[Fact]:
    password = "set" if person.has_usable_password() else "none: you sign in without one"
    return [
        Fact(key="Password", value=password, href=reverse("account_change_password")),
        Fact(key="Second steps", value=step_words(steps) or "none", href=reverse("mfa_index")),
    ]
