"""What inspectors wrote that a plan may have to answer."""

from django.db import models
from django.db.models import Q

from goldthread.models.fields import in_order, maybe_words, names, one_of, place, words
from goldthread.models.inspection import Inspection


class FindingKind(models.TextChoices):
    """What inspectors call it."""

    AREA_FOR_IMPROVEMENT = "area_for_improvement", "Area for improvement"
    PRIORITY_ACTION = "priority_action", "Priority action"
    RECOMMENDATION = "recommendation", "Recommendation"
    PARAGRAPH = "paragraph", "Paragraph"


class Finding(models.Model):
    """An area for improvement, priority action, recommendation or paragraph. due: a day or a month (``2012-03``), as in the picture."""

    Kind = FindingKind

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveIntegerField()
    ref = models.CharField(max_length=60)
    kind = models.CharField(max_length=30, choices=Kind)
    service = maybe_words()
    number = models.CharField(max_length=60, null=True, blank=True)
    section = maybe_words()
    text = words()
    timescale = models.CharField(max_length=30, null=True, blank=True)
    due = models.CharField(max_length=10, null=True, blank=True)
    addressees = names()
    inferred = models.BooleanField(default=False)
    place = place()

    class Meta:
        ordering = ("inspection", "order")
        constraints = (
            in_order("finding", "inspection"),
            one_of("finding", "kind", FindingKind.values),
            models.CheckConstraint(condition=~Q(ref=""), name="finding_has_ref"),
        )

    class Privacy:
        open = frozenset(
            {
                "id", "inspection", "order", "ref", "kind", "service", "number", "section", "text", "timescale", "due", "addressees",
                "inferred", "place",
            }
        )  # fmt: skip

    def __str__(self) -> str:
        return self.ref
