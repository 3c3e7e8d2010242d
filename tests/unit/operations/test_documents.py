"""Papers are handed in, read once, decided on, accepted as a whole and taken back. Every refusal says why."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from goldthread.models import Action, Document, HistoryEvent, Inspection, Plan, Proposal
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import actions, documents, plans
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed, NotPossible
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, Decision, change
from tests import papers, world
from tests.factories import a_finding, a_picture, a_plan, an_inspection, an_item
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db
Status = Document.Status


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


# Handing in


def test_a_file_waits_to_be_read_and_is_queued_after_the_commit(
    northmere: World, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    with django_capture_on_commit_callbacks() as after:
        paper = papers.handed_in(northmere, name="Plan.DOCX", content=b"twelve bytes")
    assert (paper.name, paper.status, paper.size, paper.uploaded_by) == ("Plan.DOCX", Status.WAITING, 12, northmere.manager)
    assert Path(paper.file.path).read_bytes() == b"twelve bytes"
    assert Path(paper.file.name).suffix == ".docx"
    assert "Plan" not in paper.file.name
    assert verbs() == [Verb.DOCUMENT_UPLOADED]
    assert len(after) == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\plan.docx", "plan.docx"),
        ("plan\x00\x1b[31m.docx", "plan[31m.docx"),
        ("plan\u202excod.exe", "planxcod.exe"),
        ("two\nlines.docx", "two lines.docx"),
        ("a" * 300 + ".docx", "a" * 250 + ".docx"),
        ("\u202e", "A file without a name"),
    ],
)
def test_a_name_is_kept_without_folders_and_without_what_turns_it_about(northmere: World, name: str, kept: str) -> None:
    file = ContentFile(b"words", name="x")
    paper = documents.receive(file=file, name=name, organisation=northmere.council, by=acting(northmere.manager))
    assert paper.name == kept


@pytest.mark.parametrize("ending", [".docx/../../x", ".d\x00cx", ".verylongending", ".…", ""])
def test_only_a_plain_ending_goes_into_the_stored_name(northmere: World, ending: str) -> None:
    file = ContentFile(b"words", name="x")
    paper = documents.receive(file=file, name=f"plan{ending}", organisation=northmere.council, by=acting(northmere.manager))
    assert Path(paper.file.name).suffix == ""


def test_an_empty_and_a_too_large_file_are_refused(northmere: World, settings: pytest.FixtureRequest) -> None:
    with pytest.raises(NotPossible, match="The file is empty"):
        papers.handed_in(northmere, content=b"")
    settings.MAX_UPLOAD_BYTES = 4
    with pytest.raises(NotPossible, match="the most is"):
        papers.handed_in(northmere, content=b"12345")
    assert not Document.objects.exists()


def test_the_same_file_is_not_taken_twice_unless_the_first_was_refused_or_stopped(northmere: World, manager: Acting) -> None:
    first = papers.handed_in(northmere, name="plan.docx")
    with pytest.raises(NotPossible, match=r"Orla Manager handed in this very file already, as “plan\.docx”; it is waiting"):
        papers.handed_in(northmere, name="the same.docx")
    documents.stop(document=first, by=manager)
    second = papers.handed_in(northmere, name="the same.docx")
    with pytest.raises(NotPossible, match=r"already, as “the same\.docx”"):
        documents.read_again(document=first, by=manager)
    assert status(second)[0] == Status.WAITING


def test_a_file_whose_record_cannot_be_kept_is_not_left_behind(northmere: World, monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    before = set(Path(settings.UPLOADS).iterdir()) if Path(settings.UPLOADS).exists() else set()
    monkeypatch.setattr(documents.history, "record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        papers.handed_in(northmere)
    assert set(Path(settings.UPLOADS).iterdir()) == before


@pytest.mark.parametrize("kind", [Kind.DIRECTOR, Kind.HEAD_OF_SERVICE, Kind.ADMINISTRATOR, Kind.SCRUTINY_COUNCILLOR])
def test_only_the_improvement_manager_hands_in_decides_and_accepts(northmere: World, kind: str) -> None:
    paper, other = papers.read(northmere), acting(world.person(northmere, kind))
    file = ContentFile(b"others", name="x.docx")
    with pytest.raises(NotAllowed):
        documents.receive(file=file, name="x.docx", organisation=northmere.council, by=other)
    with pytest.raises(NotAllowed):
        documents.decide(document=paper, by=other, decisions={})
    with pytest.raises(NotAllowed):
        documents.accept_the_rest(document=paper, by=other)
    with pytest.raises(NotAllowed):
        documents.accept(document=paper, by=other)
    with pytest.raises(NotAllowed):
        documents.undo(document=paper, by=other, why="mistake")
    with pytest.raises(NotAllowed):
        documents.stop(document=paper, by=other)
    with pytest.raises(NotAllowed):
        documents.read_again(document=paper, by=other)


# The file


def test_taking_the_file_out_stands_in_the_history(northmere: World) -> None:
    paper, director = papers.handed_in(northmere), acting(world.person(northmere, Kind.DIRECTOR))
    documents.opened(document=paper, by=director)
    event = HistoryEvent.objects.filter(verb=Verb.DOCUMENT_OPENED).get()
    assert (event.by, event.target_id, event.changes) == (director.person, paper.pk, {})
    Path(paper.file.path).unlink()
    with pytest.raises(NotPossible, match="not where Goldthread keeps its files"):
        documents.opened(document=paper, by=director)


# Deciding


def test_decisions_are_kept_with_who_and_why_and_may_be_made_anew(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere)
    documents.decide(document=paper, by=manager, decisions={"/findings/0": REFUSE}, why="Not ours")
    row = paper.proposals.get(path="/findings/0")
    assert (row.decision, row.why, row.decided_by) == ("refuse", "Not ours", northmere.manager)
    documents.decide(document=paper, by=manager, decisions={"/findings/0": change({"text": "Ours"})})
    row.refresh_from_db()
    assert (row.decision, row.value, row.why) == ("change", {"text": "Ours"}, "")


@pytest.mark.parametrize(
    ("path", "decision", "reason"),
    [
        ("/plan/items/9", ACCEPT, "not among what was read"),
        ("/findings/0", change({"colour": "red"}), "is no field"),
        ("/findings/0", change({"due": "soon"}), "Due cannot be “soon”"),
        ("/findings/0", change({"kind": None}), "Kind is empty"),
        ("/plan/items/0/actions/0", change({"leads": "not a list"}), "Leads cannot be"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_and_nothing_is_kept(
    northmere: World, manager: Acting, path: str, decision: Decision, reason: str
) -> None:
    paper = papers.read(northmere)
    with pytest.raises(NotPossible, match=reason):
        documents.decide(document=paper, by=manager, decisions={"/plan": ACCEPT, path: decision})
    assert not paper.proposals.exclude(decision="open").exists()


def test_the_rest_is_accepted_and_what_was_decided_or_left_out_stays(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere)
    documents.decide(document=paper, by=manager, decisions={"/findings/0": REFUSE})
    number = documents.accept_the_rest(document=paper, by=manager, leaving=["/plan"])
    decisions = dict(paper.proposals.values_list("path", "decision"))
    assert (decisions["/findings/0"], decisions["/plan"], decisions["/inspection"]) == ("refuse", "open", "accept")
    assert number == len(decisions) - 2
    assert documents.accept_the_rest(document=paper, by=manager) == 1


# Accepting and taking back


def test_accepting_makes_the_inspection_and_the_plan_as_decided(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere, a_picture([an_item("1"), an_item("2")], findings=[a_finding("A1"), a_finding("A2")]))
    decisions = {"/findings/1": REFUSE, "/plan/items/1": REFUSE, "/plan/items/0/actions/0": change({"leads": ["The Director"]})}
    documents.decide(document=paper, by=manager, decisions=decisions)
    documents.accept_the_rest(document=paper, by=manager)
    made = documents.accept(document=paper, by=manager)
    paper.refresh_from_db()
    assert (paper.status, paper.accepted_by, paper.report) == (Status.ACCEPTED, northmere.manager, None)
    assert made.plan is not None
    assert made.plan.inspection == made.inspection
    assert list(Inspection.objects.get().findings.values_list("ref", flat=True)) == ["A1"]
    action = Action.objects.get()
    assert (action.item.ref, [lead.as_printed for lead in action.leads.all()]) == ("1", ["The Director"])
    assert verbs()[-1] == Verb.DOCUMENT_ACCEPTED


def test_a_plan_alone_answers_the_inspection_that_is_named(northmere: World, manager: Acting) -> None:
    report = papers.accepted(northmere, a_picture([], plan=a_plan(items=[])), name="report.pdf")
    plan = papers.read(northmere, a_picture(findings=[]), name="plan.docx")
    documents.accept_the_rest(document=plan, by=manager)
    made = documents.accept(document=plan, by=manager, answers=Inspection.objects.get())
    plan.refresh_from_db()
    assert (made.inspection, made.plan and made.plan.inspection, plan.report) == (None, Inspection.objects.get(), report)
    with pytest.raises(NotPossible, match="answers this inspection"):
        documents.undo(document=report, by=manager, why="mistake")


def test_what_has_to_be_confirmed_is_not_accepted_without_it(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere, a_picture(inspection=an_inspection(authority="Bolton")))
    documents.accept_the_rest(document=paper, by=manager)
    with pytest.raises(NotPossible, match="about Bolton, and this is Northmere’s"):
        documents.accept(document=paper, by=manager)
    assert documents.accept(document=paper, by=manager, confirmed={"other_authority"}).inspection


def test_the_same_inspection_is_not_accepted_twice(northmere: World, manager: Acting) -> None:
    papers.accepted(northmere, name="once.pdf")
    paper = papers.read(northmere, name="again.pdf")
    documents.accept_the_rest(document=paper, by=manager)
    with pytest.raises(NotPossible, match="is here already, from “once"):
        documents.accept(document=paper, by=manager)
    assert Inspection.objects.count() == 1


def test_what_is_undecided_keeps_the_paper_from_being_accepted(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere)
    with pytest.raises(NotPossible, match="has no decision yet"):
        documents.accept(document=paper, by=manager)
    assert not Plan.objects.exists()


def test_a_paper_of_which_everything_is_refused_makes_nothing(northmere: World, manager: Acting) -> None:
    paper = papers.read(northmere)
    documents.decide(document=paper, by=manager, decisions=dict.fromkeys(paper.proposals.values_list("path", flat=True), REFUSE))
    with pytest.raises(NotPossible, match="nothing to accept"):
        documents.accept(document=paper, by=manager)
    assert status(paper)[0] == Status.READ


def test_accepting_twice_makes_one_plan_and_decisions_after_it_are_refused(northmere: World, manager: Acting) -> None:
    paper = papers.accepted(northmere)
    for late in (
        lambda: documents.accept(document=paper, by=manager),
        lambda: documents.decide(document=paper, by=manager, decisions={"/plan": REFUSE}),
        lambda: documents.accept_the_rest(document=paper, by=manager),
        lambda: documents.read_again(document=paper, by=manager),
        lambda: documents.stop(document=paper, by=manager),
    ):
        with pytest.raises(NotPossible, match="is accepted"):
            late()
    assert (Plan.objects.count(), Inspection.objects.count()) == (1, 1)


def test_a_fault_half_way_through_accepting_leaves_nothing(northmere: World, manager: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = papers.read(northmere)
    documents.accept_the_rest(document=paper, by=manager)
    monkeypatch.setattr(plans.search, "index", lambda _: 1 / 0)
    events = HistoryEvent.objects.count()
    with pytest.raises(ZeroDivisionError):
        documents.accept(document=paper, by=manager)
    assert (Plan.objects.count(), Inspection.objects.count(), HistoryEvent.objects.count()) == (0, 0, events)
    assert status(paper)[0] == Status.READ


def test_an_acceptance_is_taken_back_with_all_it_made_and_the_review_stands(northmere: World, manager: Acting) -> None:
    paper = papers.accepted(northmere)
    documents.undo(document=paper, by=manager, why="The wrong year")
    paper.refresh_from_db()
    assert (paper.status, paper.accepted_by) == (Status.READ, None)
    assert not Plan.objects.exists()
    assert not Inspection.objects.exists()
    assert not paper.proposals.filter(decision=Proposal.Decision.OPEN).exists()
    assert HistoryEvent.objects.filter(verb=Verb.DOCUMENT_UNDONE).get().why == "The wrong year"
    documents.accept(document=paper, by=manager)
    assert Plan.objects.count() == 1


def test_an_acceptance_stays_when_somebody_has_worked_on_what_it_made(northmere: World, manager: Acting) -> None:
    paper = papers.accepted(northmere)
    action = Action.objects.get()
    actions.add_progress(action=action, by=manager, version=action.version, text="Begun")
    with pytest.raises(NotPossible, match="has been changed since by Orla Manager"):
        documents.undo(document=paper, by=manager, why="mistake")
    assert Plan.objects.count() == 1
