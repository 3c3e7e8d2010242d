"""People, their accounts and their roles. Every change of what somebody may do ends their sessions.

Addresses are kept in small letters: sign-in looks for them so.
"""

from datetime import date

from django.db import transaction
from django.db.models import F, Q

from goldthread.common.dates import spoken
from goldthread.common.text import squeeze
from goldthread.models import Organisation, Person, Role
from goldthread.operations import accounts, history, search
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.reports.map.words import fit
from goldthread.rules import people as rules
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, acting, day_before
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from goldthread.rules.permissions import Permission


@transaction.atomic
def add(*, name: str, organisation: Organisation, by: Acting, email: str | None = None, job_title: str = "", note: str = "") -> Person:
    """A person. With an e-mail address they can be given a password and sign in."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    return _add(name, organisation, email, job_title, note, by.person)


@transaction.atomic
def first_administrator(*, name: str, email: str, organisation: Organisation, on: date) -> Person:
    """The account that adds all others, while there is nobody at all."""
    if Person.objects.exists():
        raise NotPossible("There are people already. An administrator adds further ones.")
    person = _add(name, organisation, email, "", "", None)
    _give(person, Role.Kind.ADMINISTRATOR, organisation, on, None, None)
    return person


@transaction.atomic
def change(
    *, person: Person, by: Acting, name: str, email: str | None, job_title: str, organisation: Organisation, note: str = ""
) -> Person:
    """What is known of a person. Raises NotAllowed for oneself. The address that was is told when another takes its place."""
    rules.check_can_change(by, person)
    person = Person.objects.select_for_update().get(pk=person.pk)
    before, old = states.of(person), person.email
    new = _address(email)
    _refuse_taken(new, person)
    person.name, person.email, person.job_title = _named(name), new, squeeze(job_title)
    person.organisation, person.note = organisation, note.strip()
    person.save(update_fields=["name", "email", "job_title", "organisation", "note"])
    search.index([person])
    history.record(Verb.PERSON_CHANGED, person, by=by.person, before=before)
    if old and old != new:
        accounts.address_changed(person=person, before=old)
    return person


@transaction.atomic
def set_open(*, person: Person, is_open: bool, by: Acting, why: str = "") -> Person:
    """Closes an account at once, or opens it again. Raises NotAllowed for one's own."""
    rules.check_can_close(by, person)
    person = _taken(person, by)
    if person.is_active == is_open:
        raise NotPossible(f"The account of {person.name} is {'open' if is_open else 'closed'} already. Nothing was changed.")
    before = states.of(person)
    person.is_active = is_open
    person.save(update_fields=["is_active"])
    _sessions_end(person)
    person.refresh_from_db()
    search.index([person])
    history.record(Verb.PERSON_OPENED if is_open else Verb.PERSON_CLOSED, person, by=by.person, before=before, why=why.strip())
    return person


@transaction.atomic
def give_role(
    *, person: Person, kind: str, organisation: Organisation, by: Acting, starts_on: date | None = None, ends_on: date | None = None
) -> Role:
    """A role from a day, today unless told. Raises NotAllowed for one's own account, NotPossible when it is held already."""
    rules.check_can_give_role(by, person, kind, organisation, starts_on or by.on, ends_on)
    person = _taken(person, by)
    return _give(person, kind, organisation, starts_on or by.on, ends_on, by.person)


@transaction.atomic
def end_role(*, role: Role, by: Acting, ends_on: date | None = None) -> None:
    """The role is held until that day, its last; without a day it is gone now. One that began today then goes altogether."""
    last = ends_on or day_before(by.on)
    _taken(role.person, by)
    role = _still_held(role)
    rules.check_can_end_role(by, role)
    before = states.of(role)
    if last < role.starts_on:
        history.write([history.gone(Verb.ROLE_ENDED, role)], by=by.person)
        role.delete()
    else:
        role.ends_on = last
        role.save(update_fields=["ends_on"])
        history.record(Verb.ROLE_ENDED, role, by=by.person, before=before, title=_title(role))
    _sessions_end(role.person)


def _taken(person: Person, by: Acting) -> Person:
    """The person as they are now, both accounts locked until the transaction ends.

    Raises NotAllowed when whoever acts is no administrator any more: two who end each other's role at once would leave nobody to undo it.
    """
    pair = {found.pk: found for found in Person.objects.select_for_update().filter(pk__in=[person.pk, by.person.pk]).order_by("pk")}
    if not permissions.can(acting(pair[by.person.pk], by.on), Permission.ACCOUNTS_MANAGE):
        raise NotAllowed(permissions.TABLE[Permission.ACCOUNTS_MANAGE].reason)
    return pair[person.pk]


def _still_held(role: Role) -> Role:
    """The role as it is now. Raises ChangedMeanwhile when somebody has ended it altogether since the page was opened."""
    now = Role.objects.select_for_update(of=("self",)).select_related("person", "organisation").filter(pk=role.pk).first()
    if now is None or now.ends_on != role.ends_on:
        raise ChangedMeanwhile("Somebody else has ended this role since you opened the page. Nothing more was done.")
    return now


def _add(name: str, organisation: Organisation, email: str | None, job_title: str, note: str, by: Person | None) -> Person:
    email = _address(email)
    _refuse_taken(email, None)
    person = Person(name=_named(name), organisation=organisation, email=email, job_title=squeeze(job_title), note=note.strip())
    person.set_unusable_password()
    person.save()
    search.index([person])
    history.record(Verb.PERSON_ADDED, person, by=by)
    return person


def _named(name: str) -> str:
    if not squeeze(name):
        raise NotPossible("A person needs a name. Enter it as colleagues would write it.")
    return fit(squeeze(name))


def _address(email: str | None) -> str | None:
    return (email or "").strip().lower() or None


def _refuse_taken(email: str | None, person: Person | None) -> None:
    others = Person.objects.exclude(pk=person.pk) if person else Person.objects.all()
    if email and others.filter(email__iexact=email).exists():
        raise NotPossible("Somebody has this e-mail address already. Look the person up, or use another address.")


def _give(person: Person, kind: str, organisation: Organisation, starts_on: date, ends_on: date | None, by: Person | None) -> Role:
    _refuse_held(person, kind, organisation, starts_on, ends_on)
    role = Role.objects.create(person=person, kind=kind, organisation=organisation, starts_on=starts_on, ends_on=ends_on)
    history.record(Verb.ROLE_GIVEN, role, by=by, title=_title(role))
    _sessions_end(person)
    return role


def _refuse_held(person: Person, kind: str, organisation: Organisation, starts_on: date, ends_on: date | None) -> None:
    """Raises NotPossible when the same role is held on a day of the period."""
    same = Role.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on), person=person, kind=kind, organisation=organisation)
    held = (same.filter(starts_on__lte=ends_on) if ends_on else same).order_by("starts_on").first()
    if held:
        until = f" until {spoken(held.ends_on)}" if held.ends_on else ""
        raise NotPossible(
            f"{person.name} holds the role “{held.get_kind_display()}” already from {spoken(held.starts_on)}{until}. End that first."
        )


def _title(role: Role) -> str:
    return f"{role.get_kind_display()}: {role.person.name}"


def _sessions_end(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(permission_version=F("permission_version") + 1)
