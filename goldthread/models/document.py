"""Papers that people hand in, what was read from them, and what a person decided about each thing read."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models

from goldthread.models.fields import both_or_neither, one_of, words
from goldthread.models.organisation import Organisation
from goldthread.models.person import Person


def private_storage() -> FileSystemStorage:
    """The folder of uploads, which no address of the site leads into."""
    return FileSystemStorage(location=settings.UPLOADS, base_url=None, file_permissions_mode=0o600, directory_permissions_mode=0o700)


class DocumentStatus(models.TextChoices):
    """Where a document is on its way."""

    WAITING = "waiting", "Waiting"
    READING = "reading", "Being read"
    READ = "read", "Ready for review"
    ACCEPTED = "accepted", "Accepted"
    REFUSED = "refused", "Refused"
    STOPPED = "stopped", "Stopped"


class Document(models.Model):
    """One file as it was handed in. picture: what was read, as ``goldthread.picture/1``; words: the document's own words beside it.

    status: waiting → reading → read → accepted, or refused (it cannot be read), stopped (a person stopped it).
    told: what is being done, or why it was refused, in words for the reader.
    """

    Status = DocumentStatus

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=255)
    file = models.FileField(storage=private_storage, max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    read_as = models.CharField(max_length=10, default="auto")
    status = models.CharField(max_length=12, choices=Status, default=Status.WAITING)
    told = words()
    stop_asked = models.BooleanField(default=False)
    picture = models.JSONField(null=True, blank=True)
    words = models.JSONField(null=True, blank=True)
    report = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="answered_by")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="documents")
    started_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="accepted_documents")

    class Meta:
        ordering = ("-uploaded_at", "-id")
        constraints = (
            one_of("document", "status", DocumentStatus.values),
            both_or_neither("document", "accepted_at", "accepted_by"),
        )

    class Privacy:
        internal = frozenset(
            {
                "id", "organisation", "sha256", "size", "read_as", "status", "told", "stop_asked", "picture", "report",
                "uploaded_at", "started_at", "read_at", "accepted_at",
            }
        )  # fmt: skip
        personal = frozenset({"name", "file", "words", "uploaded_by", "accepted_by"})

    def __str__(self) -> str:
        return self.name


class ProposalDecision(models.TextChoices):
    """What a person said of a proposal."""

    OPEN = "open", "Not decided"
    ACCEPT = "accept", "Accepted"
    CHANGE = "change", "Changed"
    REFUSE = "refuse", "Refused"


class Proposal(models.Model):
    """One thing that a document suggests. path: its JSON pointer in the document's picture; value: what it would be after a change."""

    Decision = ProposalDecision

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="proposals")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=30)
    path = models.CharField(max_length=200)
    decision = models.CharField(max_length=10, choices=ProposalDecision, default=ProposalDecision.OPEN)
    value = models.JSONField(null=True, blank=True)
    why = words()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="decided_proposals")

    class Meta:
        ordering = ("document", "order")
        constraints = (
            one_of("proposal", "decision", ProposalDecision.values),
            models.UniqueConstraint(fields=["document", "path"], name="proposal_path_once"),
            both_or_neither("proposal", "decided_at", "decided_by"),
            models.CheckConstraint(
                condition=models.Q(decision="change", value__isnull=False) | (~models.Q(decision="change") & models.Q(value__isnull=True)),
                name="proposal_value_when_changed",
            ),
        )

    class Privacy:
        internal = frozenset({"id", "document", "order", "kind", "path", "decision", "value", "why", "decided_at"})
        personal = frozenset({"decided_by"})
