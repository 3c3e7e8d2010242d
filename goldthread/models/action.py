"""Actions: lines of the plan, with their parts, leads, dates, progress and evidence."""

from django.db import models
from django.db.models import Q

from goldthread.models.fields import ends_after_it_starts, in_order, maybe_words, names, one_of, place, words
from goldthread.models.person import Person
from goldthread.models.plan import Item


class Action(models.Model):
    """One line of the plan. version: counts its changes, so that two people do not overwrite each other unseen."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="actions")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=60, null=True, blank=True)
    text = words()
    accountable_to = names()
    rating = models.CharField(max_length=120, null=True, blank=True)
    impact_rating = models.CharField(max_length=120, null=True, blank=True)
    leads_basis = models.CharField(max_length=12, default="none")
    place = place()
    places = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("item", "order")
        constraints = (
            in_order("action", "item"),
            one_of("action", "leads_basis", ("printed", "filled_down", "none")),
        )

    class Privacy:
        internal = frozenset(
            {
                "id", "item", "order", "number", "text", "accountable_to", "rating", "impact_rating", "leads_basis", "place", "places",
                "version",
            }
        )  # fmt: skip


class Part(models.Model):
    """A lettered part of an action."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveIntegerField()
    letter = models.CharField(max_length=20)
    text = words()

    class Meta:
        ordering = ("action", "order")
        constraints = (in_order("part", "action"),)

    class Privacy:
        internal = frozenset({"id", "action", "order", "letter", "text"})


class Lead(models.Model):
    """Who leads an action, from when to when. as_printed: the post or person as the plan says it; person: who that is, when known.

    starts_on is empty when the plan came with this lead; ends_on is the last day.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="leads")
    order = models.PositiveIntegerField()
    as_printed = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="leads")
    responsible = models.BooleanField(default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("action", "order")
        constraints = (
            in_order("lead", "action"),
            ends_after_it_starts("lead"),
            models.UniqueConstraint(fields=["action"], condition=Q(responsible=True, ends_on__isnull=True), name="lead_one_responsible"),
            models.CheckConstraint(condition=~Q(as_printed=""), name="lead_has_words"),
        )

    class Privacy:
        internal = frozenset({"id", "action", "order", "responsible", "starts_on", "ends_on"})
        personal = frozenset({"as_printed", "person"})


class DueDate(models.Model):
    """One revision of when an action is due. The one with the highest number counts; none is ever changed or taken away.

    dates: days and months as in the picture (``2026-03-27``, ``2026-03``). due_on: the last day that is still in time.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="due_dates")
    revision = models.PositiveIntegerField()
    by_when = maybe_words()
    dates = names()
    recurrence = models.CharField(max_length=60, null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="set_dates")
    why = words()

    class Meta:
        ordering = ("action", "revision")
        constraints = (
            models.UniqueConstraint(fields=["action", "revision"], name="duedate_revision_once"),
            models.CheckConstraint(condition=Q(revision=1) | ~Q(why=""), name="duedate_change_has_a_reason"),
        )
        indexes = (models.Index(fields=["due_on"], name="duedate_due_on"),)

    class Privacy:
        internal = frozenset({"id", "action", "revision", "by_when", "dates", "recurrence", "due_on", "set_at", "why"})
        personal = frozenset({"set_by"})


class Progress(models.Model):
    """What somebody reports about an action or its lettered part. Added, never changed. at and by are empty when the paper printed it."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="progress")
    order = models.PositiveIntegerField()
    letter = models.CharField(max_length=20, null=True, blank=True)
    text = words()
    at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="progress")

    class Meta:
        ordering = ("action", "order")
        constraints = (in_order("progress", "action"),)

    class Privacy:
        internal = frozenset({"id", "action", "order", "letter", "at"})
        personal = frozenset({"text", "by"})


class Evidence(models.Model):
    """What the plan offers to show an action's effect."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="evidence")
    order = models.PositiveIntegerField()
    text = words()
    place = place()

    class Meta:
        ordering = ("action", "order")
        constraints = (in_order("evidence", "action"),)

    class Privacy:
        internal = frozenset({"id", "action", "order", "place"})
        personal = frozenset({"text"})
