"""The job with the real reader in its own process: what good, broken and hostile files become."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from goldthread.jobs.reading import read_document
from goldthread.models import Document, HistoryEvent
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import documents, reading
from goldthread.rules.documents import LOST_AFTER
from tests import papers, world
from tests.factories import a_picture
from tests.world import World, acting

pytestmark = pytest.mark.django_db
Status = Document.Status
PACK = Path(__file__).parents[3] / "northmere" / "pack"

Capture = Callable[..., object]


@pytest.fixture
def northmere() -> World:
    return world.council()


def handed_in(northmere: World, capture: Capture, name: str, content: bytes) -> Document:
    """Handed in as on the site: the job runs once the file is kept."""
    with capture(execute=True):
        paper = papers.handed_in(northmere, name=name, content=content)
    paper.refresh_from_db()
    return paper


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


CONTENT_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


@pytest.mark.slow
def test_a_plan_is_read_and_waits_for_review(northmere: World, django_capture_on_commit_callbacks: Capture) -> None:
    content = (PACK / "improvement-plan.docx").read_bytes()
    paper = handed_in(northmere, django_capture_on_commit_callbacks, "improvement-plan.docx", content)
    assert (paper.status, paper.told) == (Status.READ, "")
    assert paper.picture["source"]["file"] == "improvement-plan.docx"
    assert paper.picture["source"]["sha256"] == paper.sha256
    assert len(paper.words["passages"]) > 500
    assert paper.proposals.filter(kind="action").count() == 71


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bomb.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": b"<a>" * 120_000_000}), "bomb.docx: "),
        ("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 96, "password"),
        ("plan.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "plan.docx: this is a picture"),
        ("plan.pdf", b"%PDF-1.7\n" + b"nothing" * 50 + b"\n%%EOF", "plan.pdf: "),
        ("plan.xlsx", zipped({"a.txt": b"not a workbook"}), "plan.xlsx: "),
        ("plan.txt", b"   \n \n", "plan.txt: "),
    ],
    ids=["zip bomb", "locked", "picture", "broken PDF", "other archive", "blank"],
)
def test_what_cannot_be_read_is_refused_with_one_line(
    northmere: World, django_capture_on_commit_callbacks: Capture, name: str, content: bytes, told: str
) -> None:
    paper = handed_in(northmere, django_capture_on_commit_callbacks, name, content)
    assert paper.status == Status.REFUSED
    assert told in paper.told
    assert "\n" not in paper.told
    assert Path(paper.file.name).name not in paper.told
    assert paper.picture is None
    assert list(HistoryEvent.objects.filter(target_kind="document").values_list("verb", flat=True))[-1] == Verb.DOCUMENT_REFUSED


@pytest.mark.slow
def test_a_paper_with_characters_that_no_page_may_hold_is_read(northmere: World, django_capture_on_commit_callbacks: Capture) -> None:
    rows = "Ref,Action,Lead,By when\n1,Turn \u202eabout\u202c \x01\x1b[31m now,Head of Care,March 2026\n2,Say \\u0000,Director,May 2026\n"
    paper = handed_in(northmere, django_capture_on_commit_callbacks, "plan.csv", rows.encode())
    assert paper.status == Status.READ, paper.told
    kept = str(paper.picture) + str(paper.words)
    assert not set(kept) & set("\u202e\u202c\x00\x01\x1b")
    assert "Turn about" in kept


@pytest.mark.slow
def test_a_reading_stops_when_somebody_asks_for_it(northmere: World, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = papers.handed_in(northmere, name="plan.docx", content=(PACK / "improvement-plan.docx").read_bytes())
    told = reading._tell

    def asked_meanwhile(*arguments: object) -> None:
        documents.stop(document=paper, by=acting(northmere.manager))
        told(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "_tell", asked_meanwhile)
    read_document.call(paper.pk)
    paper.refresh_from_db()
    assert (paper.status, paper.picture) == (Status.STOPPED, None)


def test_the_job_first_gives_back_papers_whose_reader_was_lost(northmere: World, django_capture_on_commit_callbacks: Capture) -> None:
    lost = papers.handed_in(northmere, name="lost.docx", content=b"lost")
    Document.objects.update(status=Status.READING, started_at=timezone.now() - LOST_AFTER - timedelta(seconds=1))
    other = papers.handed_in(northmere, name="other.docx")
    with papers.reader(a_picture()), django_capture_on_commit_callbacks(execute=True):
        read_document.call(other.pk)
    assert set(Document.objects.values_list("name", "status")) == {("lost.docx", Status.READ), ("other.docx", Status.READ)}
    assert HistoryEvent.objects.filter(target_id=lost.pk, why="Its reader was lost; it is read again").exists()


def test_a_job_whose_paper_is_gone_does_nothing() -> None:
    read_document.call(4_000_000)
    assert not HistoryEvent.objects.exists()
