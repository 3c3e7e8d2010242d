"""A new installation: its council and the first account. Needs Django to be set up."""

import re
from collections.abc import Iterator

from django.utils import timezone

from goldthread.common.errors import Refused
from goldthread.models import Organisation, Person
from goldthread.operations import accounts, organisations, people

_NAME_AND_ADDRESS = re.compile(r"\s*(?P<name>[^<>]+?)\s*<\s*(?P<email>[^<>\s@]+@[^<>\s@]+)\s*>\s*")


def take(council: str | None, administrator: str | None, address: str) -> Iterator[str]:
    """What was done, a sentence each: the council founded, the first administrator's link. Raises Refused when one is missing."""
    if not Organisation.objects.exists():
        if not council or not administrator:
            raise Refused(
                'This installation is new. Say whose it is and who looks after accounts: goldthread serve --council "Northmere Council" '
                '--administrator "Ada Lindqvist <ada@northmere.example>"'
            )
        organisations.found(name=council)
        yield f"{council} is founded."
    if not Person.objects.exists():
        yield from _first(administrator, address)


def _first(administrator: str | None, address: str) -> Iterator[str]:
    found = _NAME_AND_ADDRESS.fullmatch(administrator or "")
    if not found:
        raise Refused('The first administrator is named with an address: --administrator "Ada Lindqvist <ada@northmere.example>"')
    council = Organisation.objects.get()
    person = people.first_administrator(name=found["name"], email=found["email"], organisation=council, on=timezone.localdate())
    yield f"{person.name} is the first administrator. To set a password, open within three days: {address}{accounts.password_link(person)}"
