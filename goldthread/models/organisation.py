"""Councils, partner agencies and inspectorates."""

from django.db import models

from goldthread.models.fields import one_of


class OrganisationKind(models.TextChoices):
    """What an organisation is to the service."""

    COUNCIL = "council", "Council"
    PARTNER = "partner", "Partner agency"
    INSPECTORATE = "inspectorate", "Inspectorate"


class Organisation(models.Model):
    """A council or an agency that people belong to."""

    Kind = OrganisationKind

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta:
        ordering = ("name",)
        constraints = (one_of("organisation", "kind", OrganisationKind.values),)

    class Privacy:
        open = frozenset({"id", "name", "kind"})

    def __str__(self) -> str:
        return self.name
