"""Papers: handed in, stopped and read again, decided on, accepted as one operation, taken back. ``reading`` reads them."""

import hashlib
import secrets
from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from goldthread.common.errors import Refused
from goldthread.common.text import one_line
from goldthread.models import Document, Inspection, Organisation, Plan, Proposal
from goldthread.models.document import DocumentStatus as Status
from goldthread.operations import history, inspections, plans, reading
from goldthread.operations.history import Verb
from goldthread.queries import reviews, states
from goldthread.reports.map.words import fit
from goldthread.rules import accepting, permissions
from goldthread.rules import documents as rules
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotPossible
from goldthread.rules.permissions import Permission
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, Decision, accepted, change
from goldthread.thread.proposals.fields import Field, checked

READER = "goldthread.jobs.reading.read_document"
"""The job that reads; named by its path, since jobs stand above operations."""

_AT_ONCE = 500
_LONGEST_NAME = 255


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
        name=_named(name),
        sha256=sha256,
        size=file.size or 0,
        read_as=read_as,
        uploaded_at=timezone.now(),
        uploaded_by=by.person,
    )
    document.file.save(f"{secrets.token_hex(16)}{_ending(name)}", file, save=False)
    try:
        document.save()
        history.record(Verb.DOCUMENT_UPLOADED, document, by=by.person)
    except BaseException:
        document.file.delete(save=False)  # the record is undone with the transaction, the file is not
        raise
    _have_it_read(document)
    return document


def _named(name: str) -> str:
    """The file's own name without folders, on one line; its ending is kept when it is too long."""
    return fit(one_line(name.replace("\\", "/").rsplit("/", 1)[-1]))[-_LONGEST_NAME:] or "A file without a name"


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


def _refuse_known(sha256: str, organisation: Organisation, *, besides: int = 0) -> None:
    """The same file twice would make the same plan twice. One that was refused or stopped may come again."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # of two who hand in the same file at once, one waits here
    others = Document.objects.filter(organisation=organisation, sha256=sha256).exclude(pk=besides).select_related("uploaded_by")
    known = others.exclude(status__in=(Status.REFUSED, Status.STOPPED)).only("name", "status", "uploaded_by__name").first()
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


# While it is read


@transaction.atomic
def read_again(*, document: Document, by: Acting, read_as: str = "") -> Document:
    """Has a refused or stopped paper, or one whose reader was lost, read once more; as something else when that is said."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    document = _locked(document)
    rules.check_can_read_again(document, timezone.now())
    _refuse_known(document.sha256, document.organisation, besides=document.pk)
    return _move(document, Status.WAITING, Verb.DOCUMENT_UPLOADED, by, why="Read again", read_as=read_as or document.read_as)


@transaction.atomic
def stop(*, document: Document, by: Acting) -> Document:
    """Stops a reading: at once when it has not begun, within a few seconds when it has."""
    permissions.check(by, Permission.DOCUMENTS_UPLOAD)
    document = _locked(document)
    if document.status == Status.READING and not rules.is_lost(document, timezone.now()):
        Document.objects.filter(pk=document.pk).update(stop_asked=True)
        return document
    return _move(document, Status.STOPPED, Verb.DOCUMENT_STOPPED, by)


def find_lost(*, now: datetime) -> int:
    """Papers whose reader was lost (the machine went down while it read) wait again; returns how many."""
    reading = Document.objects.filter(status=Status.READING).values_list("pk", flat=True)
    return sum(_given_back(pk, now) for pk in list(reading))


def give_back_all() -> int:
    """As ``find_lost``, for a start of the background work: whoever read before it is gone, and one that is not notices and stops."""
    reading = Document.objects.filter(status=Status.READING).values_list("pk", flat=True)
    return sum(_given_back(pk, None) for pk in list(reading))


@transaction.atomic
def _given_back(document_id: int, now: datetime | None) -> bool:
    document = Document.objects.select_for_update().defer("picture", "words").get(pk=document_id)
    if document.status != Status.READING or (now and not rules.is_lost(document, now)):
        return False
    _move(document, Status.WAITING, Verb.DOCUMENT_STOPPED, None, why="Its reader was lost; it is read again")
    return True


def _locked(document: Document) -> Document:
    return Document.objects.select_for_update().defer("picture", "words").get(pk=document.pk)


def _move(document: Document, to: str, verb: Verb, by: Acting | None, *, why: str = "", read_as: str = "") -> Document:
    """A locked paper's next status; one that waits is queued."""
    rules.check_can_move(document, to)
    before = states.of(document)
    document.status, document.told, document.stop_asked, document.read_as = to, "", False, read_as or document.read_as
    document.save(update_fields=["status", "told", "stop_asked", "read_as"])
    history.record(verb, document, by=by.person if by else None, before=before, why=why)
    if to == Status.WAITING:
        _have_it_read(document)
    return document


@transaction.atomic
def opened(*, document: Document, by: Acting) -> None:
    """Notes that somebody takes the file itself. Raises NotPossible when it is not where files are kept."""
    permissions.check(by, Permission.DOCUMENTS_READ)
    if not document.file.storage.exists(document.file.name):
        raise NotPossible(
            f"The file of “{document.name}” is not where Goldthread keeps its files. Whoever runs this site may have it in a backup."
        )
    history.record(Verb.DOCUMENT_OPENED, document, by=by.person, before=states.of(document))


# Deciding and accepting


@transaction.atomic
def decide(*, document: Document, by: Acting, decisions: Mapping[str, Decision], why: str = "") -> None:
    """Keeps what a person decided about single proposals, by path. What was decided before may be decided anew until acceptance."""
    document = _locked(document)
    rules.check_can_decide(by, document)
    rows = {row.path: row for row in document.proposals.filter(path__in=decisions)}
    for path, decision in decisions.items():
        if path not in rows:
            raise NotPossible(f"“{one_line(path)[:80]}” is not among what was read. Open the review again and decide there.")
        row = rows[path]
        row.decision, row.value = decision.verdict, _checked(document, path, decision)
        row.why, row.decided_at, row.decided_by = fit(why), timezone.now(), by.person
    Proposal.objects.bulk_update(rows.values(), ["decision", "value", "why", "decided_at", "decided_by"], batch_size=_AT_ONCE)


def _checked(document: Document, path: str, decision: Decision) -> dict[str, Any] | None:
    """A change's values, each one that its field can hold. Raises NotPossible for others."""
    if decision.verdict != "change":
        return None
    known = {field.name: field for field in reviews.read(document).proposal(path).fields}
    if strange := decision.values.keys() - known.keys():
        raise NotPossible(f"“{one_line(min(strange))[:80]}” is no field of what was read. Open the review again and change it there.")
    try:
        return {name: _held(known[name], reading.storable(value)) for name, value in decision.values.items()}
    except Refused as refused:
        raise NotPossible(str(refused)) from None


def _held(field: Field, value: Any) -> Any:
    return value if value == field.raw else checked(field, value)


@transaction.atomic
def accept_the_rest(*, document: Document, by: Acting, leaving: Collection[str] = ()) -> int:
    """Accepts every proposal that nobody has decided on, save those at some paths; returns how many those were."""
    document = _locked(document)
    rules.check_can_decide(by, document)
    undecided = document.proposals.filter(decision=Proposal.Decision.OPEN).values_list("pk", "path")
    left = frozenset(leaving)
    meant = [pk for pk, path in undecided if path not in left]
    for start in range(0, len(meant), _AT_ONCE):
        some = Proposal.objects.filter(pk__in=meant[start : start + _AT_ONCE])
        some.update(decision=Proposal.Decision.ACCEPT, decided_at=timezone.now(), decided_by=by.person)
    return len(meant)


def decided(document: Document) -> dict[str, Decision]:
    """What was decided so far, by path."""
    rows = document.proposals.exclude(decision=Proposal.Decision.OPEN).values_list("path", "decision", "value")
    return {path: _decision(verdict, value) for path, verdict, value in rows}


def _decision(verdict: str, value: Any) -> Decision:
    return change(value) if verdict == Proposal.Decision.CHANGE else ACCEPT if verdict == Proposal.Decision.ACCEPT else REFUSE


def outcome(document: Document) -> Picture:
    """The picture that the decisions give. Raises NotPossible when something is undecided or does not fit."""
    read = reviews.read(document)
    nothing_read = {one.path: ACCEPT for one in read.proposals if one.path not in read.paths}
    try:
        return accepted(read.picture, nothing_read | decided(document))
    except Refused as refused:
        raise NotPossible(str(refused)) from None


@transaction.atomic
def accept(*, document: Document, by: Acting, answers: Inspection | None = None, confirmed: Container[str] = ()) -> Accepted:
    """What was decided becomes records: an inspection, a plan or both, in one operation that ``undo`` takes back.

    answers: the inspection that a plan without a report of its own answers. confirmed: codes of ``rules.accepting`` that a person ticked.
    Raises NotPossible when the inspection is held already, and when something was to be confirmed.
    """
    document = _locked(document)
    rules.check_can_decide(by, document)
    picture, before = outcome(document), states.of(document)
    Organisation.objects.select_for_update().get(
        pk=document.organisation_id
    )  # of two who accept at once, one waits here and sees the other's
    accepting.check_is_new(picture, Inspection.objects.select_related("document"))
    accepting.check_confirmed(doubts(picture, document, answers), confirmed)
    made = _records(picture, document, by, answers)
    document.status, document.accepted_at, document.accepted_by = Status.ACCEPTED, timezone.now(), by.person
    document.report = _answered(made, document)
    document.save(update_fields=["status", "accepted_at", "accepted_by", "report"])
    history.record(Verb.DOCUMENT_ACCEPTED, document, by=by.person, before=before)
    return made


def doubts(picture: Picture, document: Document, answers: Inspection | None) -> list[accepting.Doubt]:
    """What a person is to confirm before it is accepted."""
    answered = answers if picture.plan.items and not accepting.holds_report(picture) else None
    return [*accepting.about_another(picture, document.organisation.name), *accepting.answered_already(answered)]


def _answered(made: Accepted, document: Document) -> Document | None:
    """The report that the plan answers, where it came in a file of its own."""
    report = made.plan.inspection.document if made.plan and made.plan.inspection else None
    return report if report != document else None


def _records(picture: Picture, document: Document, by: Acting, answers: Inspection | None) -> Accepted:
    inspection, plan, home = None, None, document.organisation
    if accepting.holds_report(picture):
        inspection = inspections.add(picture=picture, organisation=home, by=by, document=document)
    if picture.plan.items:
        plan = plans.add(picture=picture, organisation=home, inspection=inspection or answers, by=by, document=document)
    if inspection is None and plan is None:
        raise NotPossible("Everything that was read has been refused, so there is nothing to accept. Accept something, or leave the paper.")
    return Accepted(inspection, plan)


@transaction.atomic
def undo(*, document: Document, by: Acting, why: str) -> None:
    """Takes an acceptance back, while nobody has worked on what it made; the review stands as it was."""
    document = _locked(document)
    rules.check_can_undo(by, document)
    before = states.of(document)
    for plan in document.plans.all():
        plans.take_back(plan=plan, by=by, why=why)
    for inspection in document.inspections.all():
        inspections.take_back(inspection=inspection, by=by, why=why)
    document.status, document.accepted_at, document.accepted_by, document.report = Status.READ, None, None, None
    document.save(update_fields=["status", "accepted_at", "accepted_by", "report"])
    history.record(Verb.DOCUMENT_UNDONE, document, by=by.person, before=before, why=why)
