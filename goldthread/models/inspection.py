"""Inspections and the grades they gave."""

from django.db import models

from goldthread.models.document import Document
from goldthread.models.fields import ends_after_it_starts, in_order, maybe_words, names, place
from goldthread.models.organisation import Organisation


class Inspection(models.Model):
    """One inspection. framework: a code of ``thread.frameworks`` or ``other``. places: of single facts by name."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="inspections")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="inspections")
    framework = models.CharField(max_length=40, null=True, blank=True)
    framework_name = maybe_words()
    authority = maybe_words()
    inspectorates = names()
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    lead_inspector = maybe_words()
    age_group = maybe_words()
    places = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("-ended_on", "-id")
        constraints = (ends_after_it_starts("inspection", "started_on", "ended_on"),)

    class Privacy:
        open = frozenset(
            {
                "id", "organisation", "document", "framework", "framework_name", "authority", "inspectorates", "started_on", "ended_on",
                "published_on", "age_group", "places",
            }
        )  # fmt: skip
        personal = frozenset({"lead_inspector"})


class Judgement(models.Model):
    """A grade for an area, as the framework has it and as the report printed it."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="judgements")
    order = models.PositiveIntegerField()
    service = maybe_words()
    area = models.TextField()
    grade = models.CharField(max_length=40, null=True, blank=True)
    grade_number = models.SmallIntegerField(null=True, blank=True)
    as_printed = maybe_words()
    place = place()

    class Meta:
        ordering = ("inspection", "order")
        constraints = (in_order("judgement", "inspection"),)

    class Privacy:
        open = frozenset({"id", "inspection", "order", "service", "area", "grade", "grade_number", "as_printed", "place"})
