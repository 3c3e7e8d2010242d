"""Coming and going, for the history: nothing about a person but who it was."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from goldthread.models import HistoryEvent, Person
from goldthread.operations import history
from goldthread.operations.history import Verb
from goldthread.queries import states

_AGAIN_AFTER: Final = timedelta(minutes=15)
"""A lockout that goes on is one event: whoever keeps guessing does not fill the history."""


@transaction.atomic
def signed_in(*, person: Person) -> None:
    """Somebody is in, with every step that their account asks for."""
    _record(Verb.SIGNED_IN, person)


@transaction.atomic
def signed_out(*, person: Person, why: str = "") -> None:
    """Somebody left, or Goldthread ended their session: why says the reason then."""
    _record(Verb.SIGNED_OUT, person, why)


@transaction.atomic
def locked_out(*, email: str) -> None:
    """Too many wrong passwords or codes for an address. Nothing is kept of an address that is nobody's."""
    person = Person.objects.filter(email__iexact=email.strip()).first() if email else None
    if person is None or _is_recorded(person):
        return
    _record(Verb.LOCKED_OUT, person)


def _is_recorded(person: Person) -> bool:
    since = timezone.now() - _AGAIN_AFTER
    return HistoryEvent.objects.filter(target_kind="person", target_id=person.pk, verb=Verb.LOCKED_OUT, at__gt=since).exists()


def _record(verb: Verb, person: Person, why: str = "") -> None:
    found = Person.objects.get(pk=person.pk)  # a request hands over a stand-in for the person
    by = None if verb == Verb.LOCKED_OUT else found
    history.record(verb, found, by=by, before=states.of(found), why=why)
