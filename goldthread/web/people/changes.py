"""What administrators change about people: each page says what will happen, and a refusal stands beside what was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from goldthread.models import Person, Role
from goldthread.operations import accounts, organisations
from goldthread.operations import people as operations
from goldthread.queries import people as queries
from goldthread.rules import people as rules
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.web.access import Request, needs
from goldthread.web.people.forms import DirectoryForm, EndRoleForm, OrganisationForm, PersonForm, RoleForm, WhyForm
from goldthread.web.people.views import SECTION
from goldthread.web.tags.parts import Link

_manages = needs(Permission.ACCOUNTS_MANAGE)


@_manages
def add(request: Request) -> HttpResponse:
    """Somebody new."""
    form = PersonForm(_posted(request), initial={"organisation": request.who.person.organisation_id})

    def save(given: dict[str, Any]) -> HttpResponse:
        made = operations.add(by=request.who, **{**given, "email": given["email"] or None})
        messages.success(request, f"{made.name} is added. Give a role next, then have the link sent by which they set a password.")
        return redirect("person", made.pk)

    context = {"heading": "Add a person", "breadcrumbs": _trail("Add a person"), "button": "Add the person", "cancel": reverse("people")}
    return _filled(request, form, save, {**context, "asks_organisation": True})


@_manages
def change(request: Request, pk: int) -> HttpResponse:
    """What is known of somebody."""
    person = _found(request, pk)
    known = {name: getattr(person, name) for name in ("name", "email", "job_title", "note")}
    form = PersonForm(_posted(request), initial={**known, "organisation": person.organisation_id})

    def save(given: dict[str, Any]) -> HttpResponse:
        operations.change(person=person, by=request.who, **{**given, "email": given["email"] or None})
        return _back(request, person, "The changes are saved.")

    return _filled(request, form, save, {**_of(person, "Change what is known"), "button": "Save changes", "asks_organisation": True})


@_manages
def add_organisation(request: Request) -> HttpResponse:
    """A partner agency, an inspectorate, another council."""
    form = OrganisationForm(_posted(request))

    def save(given: dict[str, Any]) -> HttpResponse:
        made = organisations.add(by=request.who, **given)
        messages.success(request, f"{made.name} is added. People can belong to it now.")
        return redirect("people")

    heading = "Add an organisation"
    context = {"heading": heading, "breadcrumbs": _trail(heading), "button": "Add the organisation", "cancel": reverse("people")}
    return _filled(request, form, save, context)


@_manages
def give_role(request: Request, pk: int) -> HttpResponse:
    """A role, from a day."""
    person = _found(request, pk)
    form = RoleForm(_posted(request), initial={"starts_on": request.who.on})

    def save(given: dict[str, Any]) -> HttpResponse:
        role = operations.give_role(person=person, by=request.who, **given)
        return _back(request, person, f"The role “{role.get_kind_display()}” is given. If they are signed in, they sign in once more.")

    lets = [(kind.label, queries.lets(kind.value)) for kind in Role.Kind]
    return _filled(request, form, save, {**_of(person, "Give a role"), "button": "Give the role", "lets": lets})


@_manages
def end_role(request: Request, pk: int, role: int) -> HttpResponse:
    """A role ends, now or on a day."""
    person = _found(request, pk)
    held = get_object_or_404(person.roles.select_related("person", "organisation"), pk=role)
    form = EndRoleForm(_posted(request))

    def save(_given: dict[str, Any]) -> HttpResponse:
        operations.end_role(role=held, by=request.who, ends_on=form.last_day())
        return _back(request, person, f"The role “{held.get_kind_display()}” ends. If they are signed in, they sign in once more.")

    words = (
        f"Without the role “{held.get_kind_display()}” {person.name} can do less, or nothing, here. What they did before stays as it is."
    )
    return _filled(request, form, save, {**_of(person, "End a role"), "button": "End the role", "kind": "warning", "words": words})


@_manages
def send_link(request: Request, pk: int) -> HttpResponse:
    """The link by which somebody sets a password, to their own address."""
    person = _found(request, pk)

    def save(_given: dict[str, Any]) -> HttpResponse:
        accounts.send_link(person=person, by=request.who, site=request.build_absolute_uri("/").rstrip("/"))
        return _back(request, person, f"A link to set a password is on its way to {person.email}.")

    words = (
        f"A link goes to {person.email} and to nobody else. It sets a password once, within an hour. The password of now works until then."
        if person.has_usable_password()
        else f"A link goes to {person.email or 'their address'} and to nobody else. It sets their first password once, within three days."
    )
    return _filled(request, forms.Form(_posted(request)), save, {**_of(person, "Send the link"), "button": "Send the link", "words": words})


@_manages
def close(request: Request, pk: int) -> HttpResponse:
    """Nobody signs in with the account any longer."""
    person = _found(request, pk)
    words = (
        f"{person.name} is signed out at once and cannot sign in again. Their name stays on what they did and lead. "
        "An administrator can open the account again."
    )
    return _open_or_close(request, person, False, words, {"heading": "Close the account", "button": "Close the account", "kind": "warning"})


@_manages
def open_again(request: Request, pk: int) -> HttpResponse:
    """The account is used again, with the roles that it holds."""
    person = _found(request, pk)
    words = f"{person.name} can sign in again with the password that they had, and with every role that has not ended."
    return _open_or_close(request, person, True, words, {"heading": "Open the account again", "button": "Open the account"})


@_manages
def remove_second_steps(request: Request, pk: int) -> HttpResponse:
    """For somebody who has lost what they sign in with."""
    person = _found(request, pk)
    form = WhyForm(_posted(request))

    def save(given: dict[str, Any]) -> HttpResponse:
        accounts.remove_second_steps(person=person, by=request.who, why=given["why"])
        return _back(request, person, "The second steps are taken away. The password alone signs in until another step is added.")

    words = (
        "Their authenticator app, passkeys and recovery codes stop working, and they are signed out. "
        "Be sure that it is really they who ask: see or ring them, at a number that you knew before."
    )
    return _filled(
        request, form, save, {**_of(person, "Take away second steps"), "button": "Take them away", "kind": "warning", "words": words}
    )


@_manages
def directory(request: Request, pk: int) -> HttpResponse:
    """The number by which the council's directory knows somebody, so that they sign in by it."""
    person = _found(request, pk)
    form = DirectoryForm(_posted(request), initial={"number": queries.directory_number(person)})

    def save(given: dict[str, Any]) -> HttpResponse:
        accounts.join_directory(person=person, number=given["number"], by=request.who)
        return _back(request, person, "The number in the directory is saved.")

    words = f"Whoever the directory knows by this number signs in as {person.name}. Be sure that it is theirs: hear it from them."
    return _filled(request, form, save, {**_of(person, "Sign-in by the directory"), "button": "Save the number", "words": words})


def _open_or_close(request: Request, person: Person, is_open: bool, words: str, page: dict[str, str]) -> HttpResponse:
    form = WhyForm(_posted(request))

    def save(given: dict[str, Any]) -> HttpResponse:
        operations.set_open(person=person, is_open=is_open, by=request.who, why=given["why"])
        return _back(request, person, f"The account of {person.name} is {'open again' if is_open else 'closed'}.")

    return _filled(request, form, save, {**_of(person, page["heading"]), **page, "words": words})


def _filled(request: Request, form: forms.Form, save: Callable[[dict[str, Any]], HttpResponse], context: dict[str, Any]) -> HttpResponse:
    """The page of a form; when it was sent and holds, what saving it leads to. A refusal stands above the form, with all that was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            return save(form.cleaned_data)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    return render(request, "people/fill.html", {"section": SECTION, **context, "form": form})


def _found(request: Request, pk: int) -> Person:
    person = get_object_or_404(queries.visible_to(request.who), pk=pk)
    rules.check_can_manage(request.who, person)
    return person


def _posted(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _of(person: Person, heading: str) -> dict[str, Any]:
    here = reverse("person", args=[person.pk])
    trail = [Link(text=SECTION, href=reverse("people")), Link(text=person.name, href=here), Link(text=heading)]
    return {"heading": heading, "caption": person.name, "breadcrumbs": trail, "cancel": here}


def _trail(heading: str) -> list[Link]:
    return [Link(text=SECTION, href=reverse("people")), Link(text=heading)]


def _back(request: Request, person: Person, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("person", person.pk)
