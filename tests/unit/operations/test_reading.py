"""A paper is read once, whoever else reads it, stops it or is lost; what readers advise is said as it can be done on the site."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

import goldthread.intake
from goldthread.common.errors import Refused
from goldthread.models import Action, Document, HistoryEvent
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import documents, reading
from goldthread.operations.reading import _as_here, storable
from goldthread.rules.acting import Acting
from goldthread.rules.documents import LOST_AFTER
from goldthread.rules.errors import NotPossible
from goldthread.thread.proposals.deciding import REFUSE
from tests import papers, world
from tests.factories import a_judgement, a_picture, a_plan, an_action, an_inspection, an_item
from tests.world import World, acting

pytestmark = pytest.mark.django_db
Status = Document.Status

_HOME = Path(goldthread.intake.__file__).parent


@pytest.fixture
def northmere() -> World:
    return world.council()


@pytest.fixture
def manager(northmere: World) -> Acting:
    return acting(northmere.manager)


def verbs() -> list[str]:
    return list(HistoryEvent.objects.filter(target_kind="document").values_list("verb", flat=True))


def status(paper: Document) -> tuple[str, str]:
    """Where it stands and what is told."""
    return Document.objects.values_list("status", "told").get(pk=paper.pk)


def test_reading_gives_one_proposal_for_each_thing_under_the_papers_own_name(northmere: World) -> None:
    paper = papers.read(northmere, a_picture(judgements=[a_judgement()]), papers.lines("one", "two"), name="pack.docx")
    assert paper.status == Status.READ
    assert paper.picture["source"]["file"] == "pack.docx"
    assert list(paper.proposals.values_list("kind", flat=True)[:5]) == ["inspection", "judgement", "finding", "plan", "monitoring"]
    assert verbs() == [Verb.DOCUMENT_UPLOADED, Verb.DOCUMENT_READ]


def test_a_plan_alone_proposes_no_inspection_and_a_report_alone_no_plan(northmere: World) -> None:
    plan = papers.read(
        northmere, a_picture(inspection=an_inspection(framework=None, authority=None, inspectorates=(), published=None), findings=[])
    )
    nothing = a_plan(items=[], title=None, owner=None, monitoring=(), status_key=(), glossary=())
    report = papers.read(northmere, a_picture(plan=nothing), name="report.pdf")
    assert "/inspection" not in plan.proposals.values_list("path", flat=True)
    assert set(report.proposals.values_list("kind", flat=True)) == {"inspection", "finding"}


def test_what_no_page_or_database_may_hold_is_taken_out_of_picture_and_words(northmere: World) -> None:
    nasty = "Turn\u202e about\u2066 \x00 and \x1b[31m; \\u0000 stays"
    picture = a_picture([an_item(text=nasty, outcomes=[nasty], actions=[an_action(nasty)])])
    paper = papers.read(northmere, picture, papers.lines(nasty))
    expected = "Turn about \ufffd and \ufffd[31m; \\u0000 stays"
    item = paper.picture["plan"]["items"][0]
    assert (item["text"], item["actions"][0]["text"]) == (expected, expected)
    assert paper.words["passages"][0][0] == expected
    documents.accept_the_rest(document=paper, by=acting(northmere.manager))
    documents.accept(document=paper, by=acting(northmere.manager))
    assert Action.objects.get().text == expected


def test_of_two_readers_one_reads(northmere: World) -> None:
    paper = papers.handed_in(northmere)
    turns: list[str] = []

    def other() -> None:
        turns.append("first")
        reading.read(document_id=paper.pk)

    with papers.reader(a_picture(), doing=other):
        reading.read(document_id=paper.pk)
    reading.read(document_id=paper.pk)
    assert turns == ["first"]
    assert verbs().count(Verb.DOCUMENT_READ) == 1


def test_nothing_is_read_that_is_not_there_any_more() -> None:
    reading.read(document_id=4_000_000)
    assert verbs() == []


def test_a_refusal_names_the_file_as_its_owner_knows_it(northmere: World) -> None:
    paper = papers.handed_in(northmere, name="plan.docx")
    stored = Path(paper.file.name).name
    with papers.failing(Refused(f"{stored}: a password protects this file. Save a copy without a password and read that.")):
        reading.read(document_id=paper.pk)
    assert status(paper) == (Status.REFUSED, "plan.docx: a password protects this file. Save a copy without a password and read that.")
    assert verbs() == [Verb.DOCUMENT_UPLOADED, Verb.DOCUMENT_REFUSED]


def test_a_name_with_another_ending_is_the_owners_too(northmere: World) -> None:
    paper = papers.handed_in(northmere, name="plan.docx")
    stored = Path(paper.file.name)
    told = f"{stored.name}: this is plain text, not a Word document. Rename it to {stored.stem}.txt and read it again."
    with papers.failing(Refused(told)):
        reading.read(document_id=paper.pk)
    assert stored.stem not in status(paper)[1]
    assert "Rename it to plan.txt" in status(paper)[1]


def test_a_fault_of_ours_is_told_without_its_words_and_goes_on_to_the_log(northmere: World) -> None:
    paper = papers.handed_in(northmere)
    with papers.failing(ValueError("a document's words")), pytest.raises(ValueError, match="words"):
        reading.read(document_id=paper.pk)
    assert status(paper)[0] == Status.REFUSED
    assert "fault of Goldthread’s" in status(paper)[1]
    assert "document's words" not in status(paper)[1]


def test_a_waiting_paper_stops_at_once_and_its_job_then_finds_nothing_to_do(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)
    documents.stop(document=paper, by=manager)
    with papers.failing(AssertionError("was read")):
        reading.read(document_id=paper.pk)
    assert status(paper) == (Status.STOPPED, "")


def test_a_paper_that_is_being_read_stops_when_its_reader_next_tells_of_its_progress(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)
    with papers.reader(a_picture(), doing=lambda: documents.stop(document=paper, by=manager) and None):
        reading.read(document_id=paper.pk)
    assert status(paper) == (Status.STOPPED, "Stopped before it was read. It can be read again.")
    assert not paper.proposals.exists()


def test_what_was_stopped_or_refused_can_be_read_again(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)
    documents.stop(document=paper, by=manager)
    documents.read_again(document=paper, by=manager)
    with papers.reader(a_picture()):
        reading.read(document_id=paper.pk)
    assert status(paper)[0] == Status.READ


def test_a_paper_is_not_given_to_a_second_reader_while_it_is_being_read(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)
    Document.objects.update(status=Status.READING, started_at=timezone.now())
    with pytest.raises(NotPossible, match="is being read"):
        documents.read_again(document=paper, by=manager)


def test_a_lost_reader_is_found_and_its_paper_waits_again(northmere: World) -> None:
    lost, busy = papers.handed_in(northmere), papers.handed_in(northmere, content=b"others")
    now = timezone.now()
    Document.objects.filter(pk=lost.pk).update(status=Status.READING, started_at=now - LOST_AFTER - timedelta(seconds=1))
    Document.objects.filter(pk=busy.pk).update(status=Status.READING, started_at=now)
    assert documents.find_lost(now=now) == 1
    assert (status(lost)[0], status(busy)[0]) == (Status.WAITING, Status.READING)


def test_a_reader_that_was_thought_lost_changes_nothing_when_it_comes_back(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)

    def thought_lost() -> None:
        Document.objects.update(started_at=timezone.now() - LOST_AFTER * 2)
        documents.find_lost(now=timezone.now())
        with papers.reader(a_picture([an_item(text="Read by the second")])):
            reading.read(document_id=paper.pk)
        documents.decide(document=paper, by=manager, decisions={"/plan/items/0": REFUSE})

    with papers.reader(a_picture([an_item(text="Read by the first")]), doing=thought_lost):
        reading.read(document_id=paper.pk)
    paper.refresh_from_db()
    assert paper.picture["plan"]["items"][0]["text"] == "Read by the second"
    assert paper.proposals.get(path="/plan/items/0").decision == "refuse"
    assert verbs().count(Verb.DOCUMENT_READ) == 1


def test_a_lost_paper_can_be_stopped_and_read_again_by_hand(northmere: World, manager: Acting) -> None:
    paper = papers.handed_in(northmere)
    Document.objects.update(status=Status.READING, started_at=timezone.now() - LOST_AFTER * 2)
    documents.stop(document=paper, by=manager)
    assert status(paper)[0] == Status.STOPPED
    Document.objects.update(status=Status.READING)
    assert documents.read_again(document=paper, by=manager).status == Status.WAITING


# What is told and kept


def advice() -> Iterator[str]:
    """Every sentence of the readers that names an option of the command line, but for those said only when that option is given."""
    for file in sorted(_HOME.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            said = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if ("--ocr" in said or "--as" in said) and "which --ocr needs" not in said:
                yield said


def test_readers_do_name_options() -> None:
    assert len(list(advice())) >= 4


@pytest.mark.parametrize("told", list(advice()))
def test_no_advice_names_an_option_that_the_site_does_not_have(told: str) -> None:
    assert "--" not in _as_here(told, Document(name="plan.docx", file="abc.docx"))


def test_a_refusal_names_the_file_as_it_was_handed_in() -> None:
    assert _as_here("abc.docx: the file is empty.", Document(name="plan.docx", file="ab/abc.docx")) == "plan.docx: the file is empty."


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("plain", "plain"),
        ("a\x00b", "a\ufffdb"),
        ("\\u0000", "\\u0000"),
        ("turned \u202eabout\u2069", "turned about"),
        ({"a": ["\x1b[0m", 1, None, True, 2.5]}, {"a": ["\ufffd[0m", 1, None, True, 2.5]}),
        ((("x\x00", 1),), [["x\ufffd", 1]]),
        ("lines\nand\ttabs – “kept”", "lines\nand\ttabs – “kept”"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_can_be_stored_and_shown(value: object, kept: object) -> None:
    assert storable(value) == kept
