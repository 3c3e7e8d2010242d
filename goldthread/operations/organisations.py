"""Councils and partner agencies."""

from django.db import transaction

from goldthread.common.text import squeeze
from goldthread.models import Organisation, Person
from goldthread.operations import history
from goldthread.operations.history import Verb
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission


@transaction.atomic
def add(*, name: str, kind: str, by: Acting) -> Organisation:
    """An organisation that people can belong to."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    return _add(name, kind, by.person)


@transaction.atomic
def found(*, name: str) -> Organisation:
    """The council whose installation this is: the first organisation, before there is anybody to add it."""
    if Organisation.objects.exists():
        raise NotPossible("This installation has its council already. Administrators add further organisations.")
    return _add(name, Organisation.Kind.COUNCIL, None)


def _add(name: str, kind: str, by: Person | None) -> Organisation:
    name = squeeze(name)
    if not name:
        raise NotPossible("An organisation needs a name. Enter it in full, as it signs its letters.")
    if Organisation.objects.filter(name__iexact=name).exists():
        raise NotPossible(f"“{name}” is there already. Use it, or give the other one a name of its own.")
    organisation = Organisation.objects.create(name=name, kind=kind)
    history.record(Verb.ORGANISATION_ADDED, organisation, by=by)
    return organisation
