"""A waiting paper is read in a process of its own, and what was read is kept. For the job alone; the paper's page says how it goes."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldthread.common.errors import Refused
from goldthread.intake import sandbox, words
from goldthread.models import Document, Proposal
from goldthread.models.document import DocumentStatus as Status
from goldthread.operations import history
from goldthread.operations.history import Verb
from goldthread.queries import reviews, states
from goldthread.reports.map.words import fit
from goldthread.thread import codec

_AT_ONCE = 500
_AT_THE_COMMAND_LINE = {
    "say what it is with --as report or --as plan": "have it read again as a report or as a plan",
    "Run it through OCR, or use --ocr when Tesseract is installed": "Run it through OCR and hand in what comes out",
    " Where LibreOffice is installed, --ocr reads it as it is.": "",
    "Put it in a PDF and read that with --ocr, or type it in": "Run it through OCR and hand in the text, or type it in",
}
"""Advice of the readers that only the command line has an option for, and the advice here."""


class _Stopped(Exception):
    """Somebody asked for the reading to stop, or another reader has the paper by now."""


def read(*, document_id: int) -> None:
    """Reads a waiting paper; does nothing when another reader has it or nobody wants it any more. For the job alone.

    Whatever goes wrong is told on the paper's own page, in words for the reader.
    """
    since = timezone.now()
    waiting = Document.objects.filter(pk=document_id, status=Status.WAITING)
    if not waiting.update(status=Status.READING, started_at=since, told="", stop_asked=False):
        return
    document = Document.objects.defer("picture", "words").get(pk=document_id)
    try:
        reading = sandbox.read(Path(document.file.path), document.read_as, progress=lambda doing: _tell(document_id, since, doing))
        _keep(document_id, since, reading)
    except _Stopped:
        _ended(document_id, since, Status.STOPPED, "Stopped before it was read. It can be read again.")
    except Refused as refused:
        _ended(document_id, since, Status.REFUSED, _as_here(str(refused), document))
    except BaseException:
        told = "Reading it failed through a fault of Goldthread’s. Have it read again; if it fails again, tell whoever runs this site."
        _ended(document_id, since, Status.REFUSED, told)
        raise


def _as_here(told: str, document: Document) -> str:
    """A refusal with the name that the file's owner knows, and with what can be done here instead of at the command line."""
    for there, here in _AT_THE_COMMAND_LINE.items():
        told = told.replace(there, here)
    stored, given = Path(document.file.name), Path(document.name)
    return fit(told.replace(stored.name, given.name).replace(stored.stem, given.stem))  # the stem alone: a name with the right ending


def _tell(document_id: int, since: datetime, doing: str) -> None:
    """Says on the paper's page what is being done. Raises _Stopped when it shall not go on."""
    mine = Document.objects.filter(pk=document_id, status=Status.READING, started_at=since, stop_asked=False)
    if not mine.update(told=fit(doing)):
        raise _Stopped


def _mine(document_id: int, since: datetime) -> Document | None:
    """The paper, locked, when the reader who began at that moment still has it."""
    still = Document.objects.select_for_update().filter(pk=document_id, status=Status.READING, started_at=since)
    return still.first()


@transaction.atomic
def _ended(document_id: int, since: datetime, status: str, told: str) -> None:
    document = _mine(document_id, since)
    if document is None:
        return
    before = states.of(document)
    document.status, document.told, document.stop_asked = status, told, False
    document.save(update_fields=["status", "told", "stop_asked"])
    verb = Verb.DOCUMENT_STOPPED if status == Status.STOPPED else Verb.DOCUMENT_REFUSED
    history.record(verb, document, by=None, before=before)


@transaction.atomic
def _keep(document_id: int, since: datetime, reading: sandbox.Reading) -> None:
    """What was read, and one proposal for each thing in it that needs a decision."""
    document = _mine(document_id, since)
    if document is None or document.stop_asked:
        raise _Stopped
    before = states.of(document)
    picture = storable(codec.to_builtins(reading.picture))
    picture["source"]["file"] = document.name  # not the name it is stored under
    document.picture, document.words = picture, storable(json.loads(words.to_json(reading.words)))
    document.status, document.told, document.read_at = Status.READ, "", timezone.now()
    document.save()
    document.proposals.all().delete()
    rows = (
        Proposal(document=document, order=at, kind=one.kind, path=one.path)
        for at, one in enumerate(reviews.needed(codec.from_builtins(picture)))
    )
    Proposal.objects.bulk_create(rows, batch_size=_AT_ONCE)
    history.record(Verb.DOCUMENT_READ, document, by=None, before=before)


def storable(value: Any) -> Any:
    """The JSON value with every text as a page and a database can hold it."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else fit(value)  # PostgreSQL stores no zero
    if isinstance(value, dict):
        return {key: storable(one) for key, one in value.items()}
    return [storable(one) for one in value] if isinstance(value, list | tuple) else value
