"""Terms that plans explain."""

from django.db.models import QuerySet

from goldthread.models import GlossaryTerm
from goldthread.queries import plans
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


def visible_to(who: Acting) -> QuerySet[GlossaryTerm]:
    """The terms of plans that the reader sees, whole or in part: a plan explains its words to everybody whom it concerns."""
    terms = GlossaryTerm.objects.select_related("plan")
    return terms.filter(plan__in=plans.visible_to(who)) if permissions.can(who, Permission.GLOSSARY_READ) else terms.none()
