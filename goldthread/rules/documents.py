"""Papers: when one may be read, read again, decided on, accepted, taken back."""

from datetime import datetime, timedelta

from goldthread.models import Document, HistoryEvent, Plan
from goldthread.models.document import DocumentStatus as Status
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission

MOVES = {
    Status.WAITING: {Status.READING, Status.STOPPED},
    Status.READING: {Status.READ, Status.REFUSED, Status.STOPPED, Status.WAITING},
    Status.READ: {Status.ACCEPTED},
    Status.ACCEPTED: {Status.READ},
    Status.REFUSED: {Status.WAITING},
    Status.STOPPED: {Status.WAITING},
}
"""What can become of a paper. READING → WAITING: its reader was lost and it is read again; ACCEPTED → READ: the acceptance was undone."""


LOST_AFTER = timedelta(minutes=10)
"""A paper that has been read for so long has lost its reader: the sandbox itself ends after two minutes."""


def is_lost(document: Document, now: datetime) -> bool:
    """Whether it is being read, as it says, but its reader must be gone."""
    return document.status == Status.READING and (document.started_at is None or document.started_at < now - LOST_AFTER)


def can_read_again(document: Document, now: datetime) -> bool:
    """Whether it can be given to a reader once more: it was refused or stopped, or its reader is gone."""
    return document.status in (Status.REFUSED, Status.STOPPED) or is_lost(document, now)


def check_can_read_again(document: Document, now: datetime) -> None:
    """Raises NotPossible while somebody reads it, and when it is read already."""
    if not can_read_again(document, now):
        raise NotPossible(
            f"“{document.name}” is {document.get_status_display().lower()}, and only a paper that was refused or stopped is read again. "
            "Open it to see where it is."
        )


def check_can_move(document: Document, to: str) -> None:
    """Raises NotPossible when the paper's status does not lead there."""
    if to not in MOVES[Status(document.status)]:
        raise NotPossible(
            f"“{document.name}” is {document.get_status_display().lower()}: that cannot be done now. Open it to see where it is."
        )


def check_can_decide(by: Acting, document: Document) -> None:
    """The improvement manager, while the paper is ready for review."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    check_can_move(document, Status.ACCEPTED)


def can_decide(by: Acting, document: Document) -> bool:
    """The same rule as a yes or no."""
    return permissions.can(by, Permission.DOCUMENTS_UPLOAD) and document.status == Status.READ


def check_can_undo(by: Acting, document: Document) -> None:
    """The improvement manager, as long as nobody has worked on what was accepted."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    if document.status != Status.ACCEPTED:
        raise NotPossible(f"“{document.name}” is not accepted, so there is nothing to take back.")
    if worked_on := first_change(document):
        who = worked_on.by.name if worked_on.by else "Goldthread"
        raise NotPossible(
            f"“{worked_on.title}” has been changed since by {who}, and taking the paper back would lose that. "
            "It stays; correct single things on their own pages."
        )


def first_change(document: Document) -> HistoryEvent | None:
    """The first change that somebody made to a plan which came from this paper, after it was accepted."""
    plans = list(Plan.objects.filter(document=document).values_list("pk", flat=True))
    added = ("plan_added", "item_added", "action_added")
    return HistoryEvent.objects.filter(plan_id__in=plans).exclude(verb__in=added).select_related("by").first()
