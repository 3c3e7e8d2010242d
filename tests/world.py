"""Records for tests, made by the real operations. Everything is invented.

``council()`` founds a council with an administrator and an improvement manager; ``person(world, Kind.X)`` adds somebody with a role;
``plan(world)`` accepts a small picture, or any other. ``acting(person)`` is the person on DAY.
"""

from dataclasses import dataclass, field
from datetime import date

from goldthread.models import Inspection, Organisation, Person, Plan, Role
from goldthread.operations import inspections, organisations, people, plans
from goldthread.rules.acting import Acting
from goldthread.rules.acting import acting as _acting
from goldthread.thread.picture import Picture

DAY = date(2026, 3, 31)
Kind = Role.Kind
LONG_AGO = date(2025, 1, 1)
PASSWORD = "a long enough password"


@dataclass
class World:
    """A council with the two people whom everything starts from."""

    council: Organisation
    administrator: Person
    manager: Person
    people: dict[str, Person] = field(default_factory=dict)


def council(name: str = "Northmere") -> World:
    """A council, its first administrator and its improvement manager."""
    founded = organisations.found(name=name)
    first = people.first_administrator(name="Ada Minister", email="ada@northmere.test", organisation=founded, on=LONG_AGO)
    world = World(council=founded, administrator=first, manager=first)
    world.manager = person(world, Kind.IMPROVEMENT_MANAGER, name="Orla Manager")
    return world


def acting(who: Person, on: date = DAY) -> Acting:
    """The person with the roles of that day."""
    return _acting(who, on)


def person(
    world: World,
    kind: str | None = None,
    *,
    name: str = "",
    job_title: str = "",
    organisation: Organisation | None = None,
    ends_on: date | None = None,
) -> Person:
    """Somebody with an account, a password and, unless none is named, a role."""
    number = Person.objects.count() + 1
    name = name or f"Person {number}"
    admin = acting(world.administrator)
    made = people.add(
        name=name,
        email=f"person{number}@northmere.test",
        job_title=job_title,
        organisation=organisation or world.council,
        by=admin,
    )
    if kind:
        end = ends_on or (date(2026, 12, 31) if kind == Kind.INSPECTOR else None)
        people.give_role(person=made, kind=kind, organisation=world.council, by=admin, starts_on=LONG_AGO, ends_on=end)
    made.set_password(PASSWORD)
    made.save(update_fields=["password"])
    made.refresh_from_db()
    return made


def inspection(world: World, picture: Picture) -> Inspection:
    """The picture's inspection, accepted by the improvement manager."""
    return inspections.add(picture=picture, organisation=world.council, by=acting(world.manager))


def plan(world: World, picture: Picture, *, answers: Inspection | None = None) -> Plan:
    """The picture's plan, accepted by the improvement manager, with the picture's own inspection unless another is named."""
    answered = answers or (inspection(world, picture) if picture.judgements or picture.findings else None)
    return plans.add(picture=picture, organisation=world.council, inspection=answered, by=acting(world.manager))
