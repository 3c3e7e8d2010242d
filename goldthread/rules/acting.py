"""A person acting on a day, with the roles that they hold on that day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet

from goldthread.models import Membership, Person, Role

Kind = Role.Kind


@dataclass(frozen=True)
class Acting:
    """Who acts or reads, when, and as what. boards: those that the person sits on that day."""

    person: Person
    on: date
    roles: frozenset[str]
    boards: frozenset[int]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The roles in words, in the order of the list of roles."""
        return tuple(kind.label for kind in Kind if kind.value in self.roles)

    def has(self, *kinds: str) -> bool:
        """Whether any of these roles is held."""
        return not self.roles.isdisjoint(kinds)


def held_on(day: date) -> Q:
    """Rows with starts_on and ends_on that hold on that day, its first and last day included."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def acting(person: Person, on: date) -> Acting:
    """The person as of that day: two queries. A closed account holds no role."""
    if not person.is_active:
        return Acting(person, on, frozenset(), frozenset())
    roles: QuerySet[Role, str] = Role.objects.filter(held_on(on), person=person, organisation__kind="council").values_list(
        "kind", flat=True
    )
    boards = Membership.objects.filter(held_on(on), person=person).values_list("board_id", flat=True)
    return Acting(person, on, frozenset(roles), frozenset(boards))


def day_before(day: date) -> date:
    """The last day of what ends when something else starts on the day."""
    return day - timedelta(days=1)
