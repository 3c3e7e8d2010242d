"""The history: every change, who made it, when and why, in a chain that shows when it was touched.

The database itself refuses to change or delete an event (triggers in the migrations, on both engines).
"""

from django.db import models
from django.db.models import Q

from goldthread.models.fields import one_of, words
from goldthread.models.person import Person


class HistoryVerb(models.TextChoices):
    """What can happen."""

    ORGANISATION_ADDED = "organisation_added", "Organisation added"
    PERSON_ADDED = "person_added", "Person added"
    PERSON_CHANGED = "person_changed", "Person changed"
    PERSON_CLOSED = "person_closed", "Account closed"
    PERSON_OPENED = "person_opened", "Account opened again"
    ROLE_GIVEN = "role_given", "Role given"
    ROLE_ENDED = "role_ended", "Role ended"
    SIGNED_IN = "signed_in", "Signed in"
    SIGNED_OUT = "signed_out", "Signed out"
    LOCKED_OUT = "locked_out", "Locked out"
    BOARD_ADDED = "board_added", "Board added"
    BOARD_CHANGED = "board_changed", "Board changed"
    MEMBER_ADDED = "member_added", "Member added"
    MEMBER_ENDED = "member_ended", "Membership ended"
    DOCUMENT_UPLOADED = "document_uploaded", "Paper handed in"
    DOCUMENT_READ = "document_read", "Paper read"
    DOCUMENT_REFUSED = "document_refused", "Paper refused"
    DOCUMENT_STOPPED = "document_stopped", "Reading stopped"
    DOCUMENT_ACCEPTED = "document_accepted", "Paper accepted"
    DOCUMENT_UNDONE = "document_undone", "Acceptance undone"
    DOCUMENT_OPENED = "document_opened", "Paper opened"
    INSPECTION_ADDED = "inspection_added", "Inspection added"
    INSPECTION_UNDONE = "inspection_undone", "Inspection taken back"
    PLAN_ADDED = "plan_added", "Plan added"
    PLAN_UNDONE = "plan_undone", "Plan taken back"
    PLAN_CHANGED = "plan_changed", "Plan changed"
    ITEM_ADDED = "item_added", "Item added"
    ITEM_CHANGED = "item_changed", "Item changed"
    ITEM_UNDONE = "item_undone", "Item taken back"
    ACTION_ADDED = "action_added", "Action added"
    ACTION_CHANGED = "action_changed", "Action changed"
    ACTION_UNDONE = "action_undone", "Action taken back"
    DUE_DATE_CHANGED = "due_date_changed", "Due date changed"
    LEADS_CHANGED = "leads_changed", "Leads changed"
    RATING_CHANGED = "rating_changed", "Rating changed"
    PROGRESS_ADDED = "progress_added", "Progress reported"


class HistoryEvent(models.Model):
    """One change of one thing. number: 1, 2, 3… without a gap. by: who made it; empty when Goldthread did it by itself.

    changes: field → [before, after] in JSON; before is null when the thing is new, after when it is gone.
    plan_id: the plan whose readers may see the event, when there is one; kept as a number since plans can be undone.
    digest: SHA-256 of everything else in the event and of the digest before it (``operations/chain.py``).
    """

    Verb = HistoryVerb

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="history")
    verb = models.CharField(max_length=30, choices=Verb)
    target_kind = models.CharField(max_length=30)
    target_id = models.PositiveBigIntegerField()
    title = words()
    plan_id = models.PositiveBigIntegerField(null=True, blank=True)
    changes = models.JSONField(default=dict)
    why = words()
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            one_of("historyevent", "verb", HistoryVerb.values),
            models.CheckConstraint(condition=Q(number__gte=1), name="history_from_one"),
        )
        indexes = (
            models.Index(fields=["target_kind", "target_id", "number"], name="history_target"),
            models.Index(fields=["plan_id", "number"], name="history_plan"),
        )

    class Privacy:
        internal = frozenset({"number", "at", "verb", "target_kind", "target_id", "title", "plan_id", "why", "digest"})
        personal = frozenset({"by", "changes"})


class HistoryHead(models.Model):
    """The end of the chain: one row, locked while an event is written, so that two writers never take the same number."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="history_one_head"),)

    class Privacy:
        internal = frozenset({"id", "number", "digest"})
