"""What a picture proposes, in words and with its places, and which problems name it."""

from dataclasses import replace

import pytest

from goldthread.common.dates import PartDate
from goldthread.common.places import Place
from goldthread.thread.picture import (
    Evidence,
    GlossaryEntry,
    Mechanism,
    Monitoring,
    Part,
    Picture,
    Problem,
    Progress,
    StatusKey,
)
from goldthread.thread.proposals.fields import Field
from goldthread.thread.proposals.listing import Proposal, general_problems, proposals
from tests.factories import a_finding, a_judgement, a_picture, a_place, a_plan, an_action, an_inspection, an_item


def by_path(picture: Picture, path: str) -> Proposal:
    return next(one for one in proposals(picture) if one.path == path)


def field(picture: Picture, path: str, name: str) -> Field:
    return next(one for one in by_path(picture, path).fields if one.name == name)


def with_action(**fields: object) -> Picture:
    return a_picture([an_item(actions=[an_action(**fields)])])


def problem(where: str) -> Problem:
    return Problem(where=where, found="31/02/2026", expected="a day", do="Say which.")


def test_everything_that_a_person_decides_on_is_listed_in_order() -> None:
    plan = a_plan(
        [an_item(actions=[an_action(), an_action()])],
        monitoring=(Monitoring(board="Improvement Board"),),
        mechanisms=(Mechanism(text="A monthly update"),),
        status_key=(StatusKey(label="Red"),),
        glossary=(GlossaryEntry(term="DMT", meaning="Management team"),),
    )
    picture = Picture(inspection=an_inspection(), judgements=(a_judgement(),), findings=(a_finding(),), plan=plan)

    assert [(one.kind, one.path, one.parent) for one in proposals(picture)] == [
        ("inspection", "/inspection", None),
        ("judgement", "/judgements/0", None),
        ("finding", "/findings/0", None),
        ("plan", "/plan", None),
        ("monitoring", "/plan/monitoring/0", None),
        ("mechanism", "/plan/mechanisms/0", None),
        ("item", "/plan/items/0", None),
        ("action", "/plan/items/0/actions/0", "/plan/items/0"),
        ("action", "/plan/items/0/actions/1", "/plan/items/0"),
        ("status", "/plan/status_key/0", None),
        ("term", "/plan/glossary/0", None),
    ]


def test_values_are_in_words_and_nothing_is_empty() -> None:
    picture = with_action(leads=("Head of Care", "DCS"), due_dates=(PartDate("2026-03"), PartDate("2026-05-01")), rating=None)

    assert field(picture, "/plan/items/0/actions/0", "leads").value == "Head of Care and DCS"
    assert field(picture, "/plan/items/0/actions/0", "due_dates").value == "March 2026 and 1 May 2026"
    assert field(picture, "/plan/items/0/actions/0", "rating").value == ""


def test_codes_are_in_words_with_their_choices() -> None:
    picture = Picture(inspection=an_inspection(), judgements=(a_judgement(grade="requires_improvement"),), findings=(a_finding(),))

    grade = field(picture, "/judgements/0", "grade")
    assert grade.value.startswith("Requires improvement")
    assert grade.raw in dict(grade.choices)
    assert field(picture, "/findings/0", "kind").value == "Area for improvement"
    assert field(picture, "/inspection", "framework").value != "ilacs-2023"


def test_each_value_has_the_nearest_place_known() -> None:
    row, leads = a_place(quote="the row"), a_place(quote="the leads")
    picture = with_action(place=row, places={"leads": leads}, evidence=(Evidence(text="A survey", place=a_place(quote="evidence")),))

    assert field(picture, "/plan/items/0/actions/0", "leads").place == leads
    assert field(picture, "/plan/items/0/actions/0", "recurrence").place == row
    assert field(picture, "/plan/items/0/actions/0", "evidence/0/text").place.quote == "evidence"


def test_a_value_without_a_place_is_shown_where_it_was_read_with_another() -> None:
    picture = with_action(place=a_place(quote="the row"), places={"by_when_text": a_place(quote="Monthly")})

    assert field(picture, "/plan/items/0/actions/0", "recurrence").place.quote == "Monthly"


def test_parts_and_progress_are_fields_with_their_letters() -> None:
    picture = with_action(parts=(Part(letter="a", text="Plan"),), progress=(Progress(text="Begun"), Progress(letter="a", text="Done")))

    labels = {one.name: one.label for one in by_path(picture, "/plan/items/0/actions/0").fields}
    assert labels["parts/0/text"] == "Part a"
    assert (labels["progress/0/text"], labels["progress/1/text"]) == ("Progress", "Progress a")


# Problems


@pytest.mark.parametrize(
    ("where", "paths"),
    [
        ("item 1.4", ["/plan/items/0"]),
        ("item 1.4 › text", ["/plan/items/0"]),
        ("item 1.4 › action 7 › by when", ["/plan/items/0/actions/0"]),
        ("item 1.4 › action 2", ["/plan/items/0/actions/1"]),
        ("item 1.4 › action 9", ["/plan/items/0"]),
        ("section 1 › item 4", ["/plan/items/0"]),
        ("item 1.4 › action 7; item 2; and 3 more", ["/plan/items/0/actions/0", "/plan/items/1"]),
        ("A1, A2", ["/findings/0", "/findings/1"]),
        ("page 9, line 3", ["/findings/1"]),
        ("inspection: publication", ["/inspection"]),
        ("plan.docx, item 2", ["/plan/items/1"]),
        ("item 5", []),
        ("A1, B9", []),
        ("table 3 › rows", []),
        ("columns", []),
    ],
)
def test_a_problem_is_told_with_what_it_names(where: str, paths: list[str]) -> None:
    items = [an_item("1.4", actions=[an_action(number="7"), an_action(number=None)]), an_item("2")]
    findings = (a_finding("A1"), a_finding("A2", place=Place(page=9, line=3, quote="as printed")))
    picture = replace(a_picture(items), findings=findings, problems=(problem(where),))
    picture = replace(picture, source=replace(picture.source, file="plan.docx"))

    assert [one.path for one in proposals(picture) if one.problems] == paths
    assert general_problems(picture) == (() if paths else picture.problems)
