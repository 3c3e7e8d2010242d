"""People, their accounts and their roles. Every change of what somebody may do ends their sessions."""

from datetime import date

from django.db import transaction
from django.db.models import F

from goldthread.models import Organisation, Person, Role
from goldthread.operations import history
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.rules import people as rules
from goldthread.rules import permissions
from goldthread.rules.acting import Acting, day_before
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission


@transaction.atomic
def add(*, name: str, organisation: Organisation, by: Acting, email: str | None = None, job_title: str = "") -> Person:
    """A person. With an e-mail address they can be given a password and sign in."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    return _add(name, organisation, email, job_title, by.person)


@transaction.atomic
def first_administrator(*, name: str, email: str, organisation: Organisation, on: date) -> Person:
    """The account that adds all others, while there is nobody at all."""
    if Person.objects.exists():
        raise NotPossible("There are people already. An administrator adds further ones.")
    person = _add(name, organisation, email, "", None)
    _give(person, Role.Kind.ADMINISTRATOR, organisation, on, None, None)
    return person


@transaction.atomic
def change(
    *, person: Person, by: Acting, name: str, email: str | None, job_title: str, organisation: Organisation, note: str = ""
) -> Person:
    """What is known of a person."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    before = states.of(person)
    _refuse_taken(email, person)
    person.name, person.email, person.job_title = name, email or None, job_title
    person.organisation, person.note = organisation, note
    person.save()
    history.record(Verb.PERSON_CHANGED, person, by=by.person, before=before)
    return person


@transaction.atomic
def set_open(*, person: Person, is_open: bool, by: Acting, why: str = "") -> Person:
    """Closes an account at once, or opens it again. Raises NotAllowed for one's own."""
    rules.check_can_close(by, person)
    before = states.of(person)
    person.is_active = is_open
    person.permission_version = F("permission_version") + 1
    person.save()
    person.refresh_from_db()
    history.record(Verb.PERSON_OPENED if is_open else Verb.PERSON_CLOSED, person, by=by.person, before=before, why=why)
    return person


@transaction.atomic
def give_role(
    *, person: Person, kind: str, organisation: Organisation, by: Acting, starts_on: date | None = None, ends_on: date | None = None
) -> Role:
    """A role from a day, today unless told. Raises NotAllowed for one's own account, NotPossible when it is held already."""
    rules.check_can_give_role(by, person, kind, ends_on)
    return _give(person, kind, organisation, starts_on or by.on, ends_on, by.person)


@transaction.atomic
def end_role(*, role: Role, by: Acting, ends_on: date | None = None) -> None:
    """The role is held until that day, its last; without a day it is gone now. One that began today then goes altogether."""
    rules.check_can_end_role(by, role)
    before = states.of(role)
    last = ends_on or day_before(by.on)
    if last < role.starts_on:
        history.write([history.gone(Verb.ROLE_ENDED, role)], by=by.person)
        role.delete()
    else:
        role.ends_on = last
        role.save()
        history.record(Verb.ROLE_ENDED, role, by=by.person, before=before, title=_title(role))
    _sessions_end(role.person)


def _add(name: str, organisation: Organisation, email: str | None, job_title: str, by: Person | None) -> Person:
    _refuse_taken(email, None)
    person = Person(name=name, organisation=organisation, email=email or None, job_title=job_title)
    person.set_unusable_password()
    person.save()
    history.record(Verb.PERSON_ADDED, person, by=by)
    return person


def _refuse_taken(email: str | None, person: Person | None) -> None:
    others = Person.objects.exclude(pk=person.pk) if person else Person.objects.all()
    if email and others.filter(email__iexact=email).exists():
        raise NotPossible("Somebody has this e-mail address already. Look the person up, or use another address.")


def _give(person: Person, kind: str, organisation: Organisation, starts_on: date, ends_on: date | None, by: Person | None) -> Role:
    if Role.objects.filter(person=person, kind=kind, organisation=organisation, ends_on__isnull=True).exists():
        raise NotPossible(f"{person.name} holds the role “{Role.Kind(kind).label}” already.")
    role = Role.objects.create(person=person, kind=kind, organisation=organisation, starts_on=starts_on, ends_on=ends_on)
    history.record(Verb.ROLE_GIVEN, role, by=by, title=_title(role))
    _sessions_end(person)
    return role


def _title(role: Role) -> str:
    return f"{role.get_kind_display()}: {role.person.name}"


def _sessions_end(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(permission_version=F("permission_version") + 1)
