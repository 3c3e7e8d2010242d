"""Filling in, checking, saving: three pages with one address, without anything kept between them but what the forms carry."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from goldthread.rules.errors import NotPossible
from goldthread.web.access import Request

CHECKED, AGAIN = "checked", "again"
_OWN: Final = frozenset({"csrfmiddlewaretoken", CHECKED, AGAIN})


def stepped(
    request: Request,
    form: forms.Form,
    *,
    rule: Callable[[dict[str, Any]], None],
    check: Callable[[dict[str, Any]], dict[str, Any]],
    save: Callable[[dict[str, Any]], HttpResponse],
    context: dict[str, Any],
) -> HttpResponse:
    """The page for where somebody has got to.

    rule: raises NotPossible for what cannot be saved, which is said beside the form. check: the context of the page on which the answers
    are checked. save: does it, and leads on. context: of the page that is filled in.
    """
    if request.method == "POST" and AGAIN not in request.POST and form.is_valid():
        try:
            if CHECKED in request.POST:
                return save(form.cleaned_data)
            rule(form.cleaned_data)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(request, "boards/check.html", {**context, **check(form.cleaned_data), "carried": _carried(request)})
    return render(request, "boards/fill.html", {**context, "form": form})


def _carried(request: Request) -> list[tuple[str, str]]:
    """What was typed, as it was typed, for the page that follows."""
    return [(name, value) for name, values in request.POST.lists() if name not in _OWN for value in values]
