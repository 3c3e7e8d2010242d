"""People."""

from django.db.models import Q, QuerySet

from goldthread.models import Person
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


def visible_to(who: Acting) -> QuerySet[Person]:
    """Everybody for administrators; open accounts for those who may look people up; oneself always."""
    people = Person.objects.select_related("organisation")
    if permissions.can(who, Permission.ACCOUNTS_MANAGE):
        return people
    if permissions.can(who, Permission.PEOPLE_READ):
        return people.filter(Q(is_active=True) | Q(pk=who.person.pk))
    return people.filter(pk=who.person.pk)
