"""Papers: handed in, read in the background, decided on, accepted as one operation, taken back."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from goldthread.common.errors import Refused
from goldthread.intake import sandbox, words
from goldthread.models import Document, Inspection, Organisation, Person, Plan, Proposal
from goldthread.models.document import DocumentStatus as Status
from goldthread.operations import history, inspections, plans
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.rules import documents as rules
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.thread import codec
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, Decision, accepted, change
from goldthread.thread.proposals.listing import proposals as proposed

READER = "goldthread.jobs.reading.read_document"
"""The job that reads; named by its path, since jobs stand above operations."""
LOST_AFTER = timedelta(minutes=10)
"""A paper that has been read for so long has lost its reader: the sandbox itself ends after two minutes."""

_AT_ONCE = 500
_NUL = "\\u0000"
"""As JSON writes it. No document means it, and PostgreSQL stores none."""


class _Stopped(Exception):
    """Somebody asked for the reading to stop."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an acceptance made."""

    inspection: Inspection | None
    plan: Plan | None


# Handing in


@transaction.atomic
def receive(*, file: File, name: str, organisation: Organisation, by: Acting, read_as: str = "auto") -> Document:  # type: ignore[type-arg]
    """Takes a file in, and has it read once this is committed. Raises NotPossible when it is too large, empty or here already."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    _check_size(file.size or 0)
    sha256 = _sum(file)
    _refuse_known(sha256, organisation)
    document = Document(
        organisation=organisation,
        name=Path(name).name[-255:],
        sha256=sha256,
        size=file.size or 0,
        read_as=read_as,
        uploaded_at=timezone.now(),
        uploaded_by=by.person,
    )
    document.file.save(f"{secrets.token_hex(16)}{_ending(name)}", file, save=False)
    document.save()
    history.record(Verb.DOCUMENT_UPLOADED, document, by=by.person)
    _have_it_read(document)
    return document


def _check_size(size: int) -> None:
    most = settings.MAX_UPLOAD_BYTES
    if size == 0:
        raise NotPossible("The file is empty. Choose the file that holds the report or the plan.")
    if size > most:
        raise NotPossible(
            f"The file has {size / 1_000_000:.0f} MB; the most is {most // 1_048_576} MB. "
            "Save it without pictures, or hand in the part that holds the report or the plan."
        )


def _sum(file: File) -> str:  # type: ignore[type-arg]
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def _refuse_known(sha256: str, organisation: Organisation) -> None:
    """The same file twice would make the same plan twice. One that was refused or stopped may come again."""
    gone = (Status.REFUSED, Status.STOPPED)
    known = Document.objects.filter(organisation=organisation, sha256=sha256).exclude(status__in=gone).select_related("uploaded_by").first()
    if known:
        raise NotPossible(
            f"{known.uploaded_by.name} handed in this very file already, as “{known.name}”; it is {known.get_status_display().lower()}. "
            "Open that one under Papers."
        )


def _ending(name: str) -> str:
    """The file's ending, by which its reader is chosen, when it is one of plain letters."""
    ending = Path(name).suffix.lower()
    return ending if len(ending) <= 8 and ending[1:].isalnum() and ending.isascii() else ""


def _have_it_read(document: Document) -> None:
    transaction.on_commit(lambda: import_string(READER).enqueue(document.pk))


# Reading


def read(*, document_id: int) -> None:
    """Reads a waiting paper; does nothing when another reader has it or nobody wants it any more. For the job alone.

    Whatever goes wrong is told on the paper's own page, in words for the reader.
    """
    if not Document.objects.filter(pk=document_id, status=Status.WAITING).update(status=Status.READING, started_at=timezone.now(), told=""):
        return
    document = Document.objects.get(pk=document_id)
    try:
        reading = sandbox.read(Path(document.file.path), document.read_as, progress=lambda doing: _tell(document_id, doing))
    except _Stopped:
        _ended(document_id, Status.STOPPED, Verb.DOCUMENT_STOPPED, "Stopped before it was read. It can be read again.")
    except Refused as refused:
        _ended(document_id, Status.REFUSED, Verb.DOCUMENT_REFUSED, _named(str(refused), document))
    except BaseException:
        _ended(
            document_id, Status.REFUSED, Verb.DOCUMENT_REFUSED, "Reading it failed through a fault of Goldthread’s. Try again, or tell us."
        )
        raise
    else:
        _keep(document_id, reading)


def _tell(document_id: int, doing: str) -> None:
    if Document.objects.filter(pk=document_id, stop_asked=True).exists():
        raise _Stopped
    Document.objects.filter(pk=document_id).update(told=doing)


def _named(told: str, document: Document) -> str:
    """The refusal under the name that its owner knows, not the one it is stored under."""
    return told.replace(Path(document.file.name).name, document.name)


@transaction.atomic
def _ended(document_id: int, status: str, verb: Verb, told: str) -> None:
    document = Document.objects.select_for_update().get(pk=document_id)
    before = states.of(document)
    document.status, document.told, document.stop_asked = status, told, False
    document.save(update_fields=["status", "told", "stop_asked"])
    history.record(verb, document, by=None, before=before)


@transaction.atomic
def _keep(document_id: int, reading: sandbox.Reading) -> None:
    """What was read, and one proposal for each thing in it."""
    document = Document.objects.select_for_update().get(pk=document_id)
    before = states.of(document)
    picture = _clean(reading.picture, document)
    document.picture, document.words = codec.to_builtins(picture), _storable(words.to_json(reading.words).decode())
    document.status, document.told, document.read_at, document.stop_asked = Status.READ, "", timezone.now(), False
    document.save()
    document.proposals.all().delete()
    rows = (Proposal(document=document, order=at, kind=one.kind, path=one.path) for at, one in enumerate(proposed(picture)))
    Proposal.objects.bulk_create(rows, batch_size=_AT_ONCE)
    history.record(Verb.DOCUMENT_READ, document, by=None, before=before)


def _clean(picture: Picture, document: Document) -> Picture:
    """As it can be stored, with the file's own name instead of the stored one."""
    content = _storable(codec.to_json(picture))
    content["source"]["file"] = document.name
    return codec.from_builtins(content)


def _storable(text: str) -> Any:
    return json.loads(text.replace(_NUL, "�"))


@transaction.atomic
def read_again(*, document: Document, by: Acting) -> Document:
    """Has a refused or stopped paper read once more."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    return _move(document, Status.WAITING, Verb.DOCUMENT_UPLOADED, by.person, queue=True)


@transaction.atomic
def stop(*, document: Document, by: Acting) -> Document:
    """Stops a reading: at once when it has not begun, within a few seconds when it has."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    document = Document.objects.select_for_update().get(pk=document.pk)
    if document.status == Status.READING:
        Document.objects.filter(pk=document.pk).update(stop_asked=True)
        return document
    return _move(document, Status.STOPPED, Verb.DOCUMENT_STOPPED, by.person)


def find_lost(*, now: datetime) -> int:
    """Papers whose reader was lost (the machine went down while it read) wait again; returns how many."""
    lost = Document.objects.filter(status=Status.READING, started_at__lt=now - LOST_AFTER)
    for document in lost:
        with transaction.atomic():
            _move(document, Status.WAITING, Verb.DOCUMENT_STOPPED, None, queue=True)
    return len(lost)


def _move(document: Document, to: str, verb: Verb, by: Person | None, *, queue: bool = False) -> Document:
    document = Document.objects.select_for_update().get(pk=document.pk)
    rules.check_can_move(document, to)
    before = states.of(document)
    document.status, document.told, document.stop_asked = to, "", False
    document.save(update_fields=["status", "told", "stop_asked"])
    history.record(verb, document, by=by, before=before)
    if queue:
        _have_it_read(document)
    return document


# Deciding and accepting


@transaction.atomic
def decide(*, document: Document, by: Acting, decisions: Mapping[str, Decision], why: str = "") -> None:
    """Keeps what a person decided about single proposals, by path. What was decided before may be decided anew until acceptance."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    rules.check_can_decide(by, document)
    rows = {row.path: row for row in document.proposals.filter(path__in=decisions)}
    if missing := set(decisions) - set(rows):
        raise NotPossible(f"“{min(missing)}” is not among what was read. Open the review again and decide there.")
    for path, decision in decisions.items():
        row = rows[path]
        row.decision, row.value = decision.verdict, dict(decision.values) if decision.verdict == "change" else None
        row.why, row.decided_at, row.decided_by = why, timezone.now(), by.person
    Proposal.objects.bulk_update(rows.values(), ["decision", "value", "why", "decided_at", "decided_by"], batch_size=_AT_ONCE)


@transaction.atomic
def accept_the_rest(*, document: Document, by: Acting) -> int:
    """Accepts every proposal that nobody has decided on; returns how many those were."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    rules.check_can_decide(by, document)
    undecided = document.proposals.filter(decision=Proposal.Decision.OPEN)
    return undecided.update(decision=Proposal.Decision.ACCEPT, decided_at=timezone.now(), decided_by=by.person)


def decided(document: Document) -> dict[str, Decision]:
    """What was decided so far, by path."""
    rows = document.proposals.exclude(decision=Proposal.Decision.OPEN).values_list("path", "decision", "value")
    return {path: _decision(verdict, value) for path, verdict, value in rows}


def _decision(verdict: str, value: Any) -> Decision:
    return change(value) if verdict == Proposal.Decision.CHANGE else ACCEPT if verdict == Proposal.Decision.ACCEPT else REFUSE


def outcome(document: Document) -> Picture:
    """The picture that the decisions give. Raises Refused when something is undecided or does not fit."""
    return accepted(codec.from_builtins(document.picture), decided(document))


@transaction.atomic
def accept(*, document: Document, by: Acting, answers: Inspection | None = None) -> Accepted:
    """What was decided becomes records: an inspection, a plan or both, in one operation that ``undo`` takes back.

    answers: the inspection that a plan without a report of its own answers.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    rules.check_can_decide(by, document)
    picture, before = outcome(document), states.of(document)
    made = _records(picture, document, by, answers)
    document.status, document.accepted_at, document.accepted_by = Status.ACCEPTED, timezone.now(), by.person
    document.save(update_fields=["status", "accepted_at", "accepted_by"])
    history.record(Verb.DOCUMENT_ACCEPTED, document, by=by.person, before=before)
    return made


def _records(picture: Picture, document: Document, by: Acting, answers: Inspection | None) -> Accepted:
    inspection, plan, home = None, None, document.organisation
    if picture.judgements or picture.findings:
        inspection = inspections.add(picture=picture, organisation=home, by=by, document=document)
    if picture.plan.items:
        plan = plans.add(picture=picture, organisation=home, inspection=inspection or answers, by=by, document=document)
    if inspection is None and plan is None:
        raise NotPossible("Everything that was read has been refused, so there is nothing to accept. Accept something, or leave the paper.")
    return Accepted(inspection, plan)


@transaction.atomic
def undo(*, document: Document, by: Acting, why: str) -> None:
    """Takes an acceptance back, while nobody has worked on what it made; the review stands as it was."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    rules.check_can_undo(by, document)
    before = states.of(document)
    for plan in document.plans.all():
        plans.take_back(plan=plan, by=by, why=why)
    for inspection in document.inspections.all():
        inspections.take_back(inspection=inspection, by=by, why=why)
    document.status, document.accepted_at, document.accepted_by = Status.READ, None, None
    document.save(update_fields=["status", "accepted_at", "accepted_by"])
    history.record(Verb.DOCUMENT_UNDONE, document, by=by.person, before=before, why=why)
