"""Inspections, judgements and findings, as far as a reader may see."""

from django.db.models import Q, QuerySet

from goldthread.models import Finding, Inspection, Plan, Role
from goldthread.queries import plans
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission

_BEFORE_PUBLICATION = frozenset(
    {Role.Kind.IMPROVEMENT_MANAGER, Role.Kind.DIRECTOR, Role.Kind.HEAD_OF_SERVICE, Role.Kind.LEAD_MEMBER, Role.Kind.INSPECTOR}
)
"""Who reads a report before it is published; it is confidential until then."""


def visible_to(who: Acting) -> QuerySet[Inspection]:
    """Published inspections for everybody whose role reads them; others for those who answer for the service.

    An inspection whose report prints no day of publication counts as published once a plan answers it.
    """
    inspections = Inspection.objects.select_related("organisation")
    if not permissions.can(who, Permission.INSPECTIONS_READ):
        return inspections.none()
    if who.has(*_BEFORE_PUBLICATION):
        return inspections
    return inspections.filter(Q(published_on__lte=who.on) | Q(published_on__isnull=True, plans__isnull=False)).distinct()


def findings_visible_to(who: Acting) -> QuerySet[Finding]:
    """The findings of visible inspections."""
    return Finding.objects.filter(inspection__in=visible_to(who)).select_related("inspection")


def plans_answering(inspection: Inspection, who: Acting) -> QuerySet[Plan]:
    """The plans that answer it and that the reader sees whole."""
    return plans.whole_to(who).filter(inspection=inspection)
