"""What was read and how it was decided, counted and cut into parts."""

from collections.abc import Callable
from typing import Any

import pytest

from goldthread.models import Document
from goldthread.operations import documents
from goldthread.queries import reviews
from goldthread.queries.reviews import PARTS, Count
from goldthread.thread.picture import Picture, Problem
from goldthread.thread.proposals.deciding import ACCEPT, REFUSE, change
from tests import papers, world
from tests.factories import a_finding, a_judgement, a_picture, a_plan, an_action, an_inspection, an_item
from tests.world import World, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def northmere() -> World:
    return world.council()


def decide(northmere: World, paper: Document, **decisions: Any) -> reviews.Review:
    documents.decide(document=paper, by=acting(northmere.manager), decisions=decisions)
    return reviews.of(paper)


def a_doubt(where: str, severity: str = "warning") -> Problem:
    return Problem(where=where, found="this", expected="that", do="Look.", severity=severity)


def test_parts_hold_every_proposal_once_and_only_those_that_hold_any_are_named(northmere: World) -> None:
    review = reviews.of(papers.read(northmere, a_picture(judgements=[a_judgement()])))
    assert [part.name for part, _ in review.parts] == ["inspection", "judgements", "findings", "plan", "boards", "items", "key", "glossary"]
    assert sum(count.total for _, count in review.parts) == len(review.read.needed) == review.count().total
    assert not reviews.of(papers.read(northmere, a_picture(findings=[]), name="b.docx")).of(PARTS[1])


@pytest.mark.parametrize(
    ("facts", "needed"),
    [
        ({"framework": None, "authority": None, "inspectorates": (), "published": None}, False),
        ({"framework": None, "authority": "Northmere", "inspectorates": (), "published": None}, True),
    ],
)
def test_an_inspection_of_which_a_plan_says_something_is_decided_on(facts: dict[str, Any], needed: bool) -> None:
    picture = a_picture(findings=[], inspection=an_inspection(**facts))
    assert ("/inspection" in {one.path for one in reviews.needed(picture)}) is needed


def test_a_report_that_names_nothing_of_itself_still_asks_for_the_inspections_facts() -> None:
    nothing = an_inspection(framework=None, authority=None, inspectorates=(), published=None)
    no_plan = a_plan(items=[], title=None, owner=None, monitoring=(), status_key=(), glossary=())
    paths = {one.path for one in reviews.needed(a_picture(findings=[a_finding()], inspection=nothing, plan=no_plan))}
    assert paths == {"/inspection", "/findings/0"}


def test_decisions_are_counted_and_what_goes_with_a_refused_item_is_refused_too(northmere: World) -> None:
    picture = a_picture(
        [an_item("1", [an_action("One"), an_action("Two")]), an_item("2")],
        problems=(a_doubt("item 2"), a_doubt("A1", "info")),
    )
    paper = papers.read(northmere, picture)
    choices = {"/plan/items/0": REFUSE, "/plan/items/0/actions/1": ACCEPT, "/findings/0": change({"text": "New"}), "/plan": ACCEPT}
    review = decide(northmere, paper, **choices)
    assert review.count() == Count(total=14, open=9, doubtful=1, open_doubtful=1, changed=1, refused=3)
    assert (review.count().decided, review.count().accepted) == (5, 2)
    assert review.doubtful == ("/plan/items/1",)


def test_lists_of_what_is_open_and_of_what_is_doubtful(northmere: World) -> None:
    picture = a_picture([an_item("1"), an_item("2")], problems=(a_doubt("item 2"),))
    review = decide(northmere, papers.read(northmere, picture), **{"/plan/items/1": ACCEPT})
    part = next(part for part in PARTS if part.name == "items")
    paths: Callable[[str], list[str]] = lambda show: [one.path for one in reviews.listed(review, part, show)]  # noqa: E731
    assert paths("all") == ["/plan/items/0", "/plan/items/0/actions/0", "/plan/items/1", "/plan/items/1/actions/0"]
    assert paths("open") == ["/plan/items/0", "/plan/items/0/actions/0", "/plan/items/1/actions/0"]
    assert paths("doubts") == ["/plan/items/1"], "decided or not"


def test_changes_are_told_as_was_and_is_and_refusals_by_title(northmere: World) -> None:
    paper = papers.read(northmere, a_picture([an_item("1", [an_action()])]))
    changes = {"leads": ["The Director"], "due_dates": []}
    review = decide(northmere, paper, **{"/plan/items/0/actions/0": change(changes), "/findings/0": REFUSE})
    told = [(one.title, one.label, one.was, one.now) for one in reviews.changed(review)]
    assert told == [
        ("Action 1 of item 1", "Leads", "Head of Safeguarding", "The Director"),
        ("Action 1 of item 1", "Due dates", "September 2025", ""),
    ]
    assert [one.title for one in reviews.refused(review)] == ["Area for improvement A1"]


@pytest.mark.parametrize(
    ("picture", "makes", "asks"),
    [
        (a_picture(), [(1, "inspection"), (1, "plan"), (1, "finding")], False),
        (a_picture(findings=[]), [(1, "plan")], True),
        (a_picture(plan=a_plan(items=[])), [(1, "inspection"), (1, "finding")], False),
    ],
)
def test_what_accepting_would_make(northmere: World, picture: Picture, makes: list[tuple[int, str]], asks: bool) -> None:
    outcome = reviews.outcome(reviews.of(papers.read(northmere, picture)))
    assert [made for made in outcome.makes if made[1] in ("inspection", "plan", "finding")] == makes
    assert outcome.needs_inspection is asks


def test_what_is_refused_makes_nothing(northmere: World) -> None:
    review = decide(northmere, papers.read(northmere), **{"/plan/items/0": REFUSE, "/findings/0": REFUSE})
    assert not {"inspection", "plan", "finding", "item", "action"} & {words for _, words in reviews.outcome(review).makes}


def test_what_was_worked_out_is_named(northmere: World) -> None:
    filled = an_action(leads_basis="filled_down")
    nobody = an_action(leads=(), leads_basis="filled_down")
    paper = papers.read(northmere, a_picture([an_item("1", [an_action(), filled, nobody])], findings=[a_finding(inferred=True)]))
    inferred = reviews.read(paper).inferred
    assert {path: set(fields) for path, fields in inferred.items()} == {
        "/findings/0": {"number"},
        "/plan/items/0/actions/1": {"leads"},
    }


def test_content_is_parsed_once_and_anew_when_it_was_read_anew(northmere: World, django_assert_num_queries: Any) -> None:
    paper = papers.read(northmere)
    first = reviews.read(paper)
    with django_assert_num_queries(0):
        assert reviews.read(paper) is first
    stale = Document.objects.get(pk=paper.pk)
    Document.objects.update(read_at=paper.uploaded_at)
    paper.refresh_from_db()
    assert reviews.read(paper) is not first
    reviews._words.cache_clear()
    with pytest.raises(Document.DoesNotExist):
        reviews.words(stale)


def test_there_is_nothing_of_a_paper_that_was_not_read(northmere: World) -> None:
    with pytest.raises(Document.DoesNotExist):
        reviews.read(papers.handed_in(northmere))
