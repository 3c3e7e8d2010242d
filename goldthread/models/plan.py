"""The improvement plan: its facts, items, outcomes and measures."""

from django.db import models
from django.db.models import Q

from goldthread.models.board import Board
from goldthread.models.document import Document
from goldthread.models.fields import in_order, maybe_words, one_of, place, words
from goldthread.models.inspection import Inspection
from goldthread.models.organisation import Organisation


class Plan(models.Model):
    """One plan. reference: its short name in addresses and on the command line. version: counts the changes of anything in it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plans")
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, null=True, blank=True, related_name="plans")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="plans")
    reference = models.SlugField(max_length=60, unique=True)
    title = maybe_words()
    owner = maybe_words()
    version = models.PositiveIntegerField(default=1)
    problems = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = (models.CheckConstraint(condition=~Q(reference=""), name="plan_has_reference"),)

    class Privacy:
        internal = frozenset({"id", "organisation", "inspection", "document", "reference", "title", "owner", "version", "problems"})

    def __str__(self) -> str:
        return self.title or self.reference


class Monitoring(models.Model):
    """A board that the plan says watches it, as the plan prints it and as the register of boards knows it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="monitoring")
    order = models.PositiveIntegerField()
    board = models.ForeignKey(Board, on_delete=models.PROTECT, null=True, blank=True, related_name="watches")
    as_printed = models.TextField()
    cadence = models.CharField(max_length=60, null=True, blank=True)
    purpose = maybe_words()
    place = place()

    class Meta:
        ordering = ("plan", "order")
        constraints = (in_order("monitoring", "plan"),)

    class Privacy:
        internal = frozenset({"id", "plan", "order", "board", "as_printed", "cadence", "purpose", "place"})


class Mechanism(models.Model):
    """A way of monitoring that the plan promises."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="mechanisms")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=60, null=True, blank=True)
    text = words()
    place = place()

    class Meta:
        ordering = ("plan", "order")
        constraints = (in_order("mechanism", "plan"),)

    class Privacy:
        internal = frozenset({"id", "plan", "order", "number", "text", "place"})


class RatingKey(models.Model):
    """One entry of the plan's own key of ratings."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="rating_key")
    order = models.PositiveIntegerField()
    label = models.TextField()
    colour = models.CharField(max_length=60, null=True, blank=True)
    meaning = maybe_words()

    class Meta:
        ordering = ("plan", "order")
        constraints = (in_order("ratingkey", "plan"),)

    class Privacy:
        internal = frozenset({"id", "plan", "order", "label", "colour", "meaning"})


class GlossaryTerm(models.Model):
    """A term as the plan explains it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="glossary")
    order = models.PositiveIntegerField()
    term = models.TextField()
    meaning = models.TextField()

    class Meta:
        ordering = ("plan", "order")
        constraints = (in_order("glossaryterm", "plan"),)

    class Privacy:
        internal = frozenset({"id", "plan", "order", "term", "meaning"})


class ItemKind(models.TextChoices):
    """What an item of a plan stands for."""

    RECOMMENDATION = "recommendation", "Recommendation"
    AREA_FOR_DEVELOPMENT = "area_for_development", "Area for development"
    ACTION_GROUP = "action_group", "Group of actions"


class Item(models.Model):
    """A heading of the plan with what stands under it."""

    Kind = ItemKind

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveIntegerField()
    ref = models.CharField(max_length=60)
    section = maybe_words()
    number = models.CharField(max_length=60, null=True, blank=True)
    kind = models.CharField(max_length=30, choices=Kind)
    source = maybe_words()
    text = words()
    timescale = models.CharField(max_length=30, null=True, blank=True)
    due = models.CharField(max_length=10, null=True, blank=True)
    notes = maybe_words()
    rating = models.CharField(max_length=120, null=True, blank=True)
    impact_rating = models.CharField(max_length=120, null=True, blank=True)
    place = place()

    class Meta:
        ordering = ("plan", "order")
        constraints = (in_order("item", "plan"), one_of("item", "kind", ItemKind.values))

    class Privacy:
        internal = frozenset(
            {
                "id", "plan", "order", "ref", "section", "number", "kind", "source", "text", "timescale", "due", "notes", "rating",
                "impact_rating", "place",
            }
        )  # fmt: skip

    def __str__(self) -> str:
        return self.ref


class Outcome(models.Model):
    """What should be different."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="outcomes")
    order = models.PositiveIntegerField()
    text = models.TextField()
    place = place()

    class Meta:
        ordering = ("item", "order")
        constraints = (in_order("outcome", "item"),)

    class Privacy:
        internal = frozenset({"id", "item", "order", "text", "place"})


class Measure(models.Model):
    """How anybody will know: stated by an item, or by one of its actions."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, null=True, blank=True, related_name="measures")
    action = models.ForeignKey("goldthread.Action", on_delete=models.CASCADE, null=True, blank=True, related_name="measures")
    order = models.PositiveIntegerField()
    text = models.TextField()
    place = place()

    class Meta:
        ordering = ("item", "action", "order")
        constraints = (
            models.UniqueConstraint(fields=["item", "order"], condition=Q(item__isnull=False), name="measure_in_item_order"),
            models.UniqueConstraint(fields=["action", "order"], condition=Q(action__isnull=False), name="measure_in_action_order"),
            models.CheckConstraint(
                condition=Q(item__isnull=True, action__isnull=False) | Q(item__isnull=False, action__isnull=True),
                name="measure_of_one_thing",
            ),
        )

    class Privacy:
        internal = frozenset({"id", "item", "action", "order", "text", "place"})
