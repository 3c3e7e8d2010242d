"""Inspections are added from an accepted picture, and taken back while nothing stands on them."""

from django.db import transaction

from goldthread.models import Document, Inspection, Organisation
from goldthread.operations import acceptance, history, search
from goldthread.operations.history import Verb
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import Picture


@transaction.atomic
def add(*, picture: Picture, organisation: Organisation, by: Acting, document: Document | None = None) -> Inspection:
    """The inspection of a picture, with its judgements and findings."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    inspection = acceptance.inspection(picture, organisation, document)
    history.record(Verb.INSPECTION_ADDED, inspection, by=by.person)
    search.index([inspection])
    return inspection


@transaction.atomic
def take_back(*, inspection: Inspection, by: Acting, why: str) -> None:
    """Takes an inspection away again. Raises NotPossible when a plan answers it."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    plan = inspection.plans.first()
    if plan:
        raise NotPossible(f"The plan “{plan}” answers this inspection. Take the plan back first.")
    history.write([history.gone(Verb.INSPECTION_UNDONE, inspection, why=why)], by=by.person)
    search.forget([inspection])
    inspection.delete()
