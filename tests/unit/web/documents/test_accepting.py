"""What will be made is shown before it is made; then it is made at once, and can be taken back."""

from datetime import date

import pytest
from django.test import Client

from goldthread.models import Action, Document, Inspection, Plan
from goldthread.operations import actions, documents
from goldthread.thread.proposals.deciding import REFUSE, change
from tests import papers
from tests.factories import a_finding, a_picture, a_plan, an_action, an_inspection, an_item
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import World, acting

pytestmark = pytest.mark.django_db


def decided(northmere: World, paper: Document, **decisions: object) -> Document:
    manager = acting(northmere.manager)
    documents.decide(document=paper, by=manager, decisions=decisions)  # type: ignore[arg-type]
    documents.accept_the_rest(document=paper, by=manager)
    return paper


def test_what_will_be_made_and_what_was_changed_and_refused_is_shown_first(northmere: World, manager: Client) -> None:
    picture = a_picture([an_item("1"), an_item("2", text="Unwanted")], findings=[a_finding("A1"), a_finding("A2")])
    choices = {"/plan/items/1": REFUSE, "/findings/0": change({"text": "New words"})}
    paper = decided(northmere, papers.read(northmere, picture), **choices)
    answer = manager.get(f"/papers/{paper.pk}/accept/")
    assert_strict(answer)
    said = words(answer)
    assert "This will make 1 inspection, 1 plan, 2 findings, 1 item, 1 action, 1 board, 4 ratings in the key and 1 term." in said
    assert "was How often social workers are supervised → now New words" in said
    assert "Item 2: Unwanted" in said
    assert "Accept 12 proposals" in said


def test_undecided_proposals_are_counted_and_there_is_no_button_to_accept(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere)
    answer = manager.get(f"/papers/{paper.pk}/accept/")
    assert_strict(answer)
    assert "11 proposals are not decided" in words(answer)
    assert "Accept the other 11 and go on" in words(answer)
    assert "Accept 11 proposals" not in words(answer)
    refused = manager.post(f"/papers/{paper.pk}/accept/")
    assert refused.status_code == 409
    assert problems(refused) == ["The inspection has no decision yet. Accept, change or refuse it."]
    assert not Plan.objects.exists()


def test_accepting_leads_to_what_was_made_and_twice_makes_it_once(northmere: World, manager: Client) -> None:
    paper = decided(northmere, papers.read(northmere))
    answer = manager.post(f"/papers/{paper.pk}/accept/", follow=True)
    assert "“pack.docx” is accepted." in words(answer)
    assert "Plan: Improvement plan" in words(answer)
    assert manager.post(f"/papers/{paper.pk}/accept/").status_code == 409
    assert manager.get(f"/papers/{paper.pk}/accept/").status_code == 302
    assert (Plan.objects.count(), Inspection.objects.count()) == (1, 1)


def test_a_plan_without_a_report_asks_which_inspection_it_answers(northmere: World, manager: Client) -> None:
    report = a_picture(plan=a_plan(items=[]), inspection=an_inspection(framework_name="ILACS", ended=date(2025, 2, 7)))
    papers.accepted(northmere, report, name="report.pdf")
    paper = decided(northmere, papers.read(northmere, a_picture(findings=[]), name="plan.docx"))
    page = words(manager.get(f"/papers/{paper.pk}/accept/"))
    assert "Which inspection does this plan answer?" in page
    assert "Northmere: ILACS 2023 inspection, February 2025" in page
    (line,) = problems(manager.post(f"/papers/{paper.pk}/accept/"))
    assert line.startswith("Choose the inspection that this plan answers")
    assert len(problems(manager.post(f"/papers/{paper.pk}/accept/", {"answers": "99999"}))) == 1
    assert not Plan.objects.filter(inspection=None).exists()
    manager.post(f"/papers/{paper.pk}/accept/", {"answers": str(Inspection.objects.get().pk)})
    assert Plan.objects.get(document=paper).inspection == Inspection.objects.get()
    assert "Answers the report report.pdf" in words(manager.get(f"/papers/{paper.pk}/"))


def test_a_report_about_another_council_is_said_to_be_one_and_waits_for_a_tick(northmere: World, manager: Client) -> None:
    paper = decided(northmere, papers.read(northmere, a_picture(inspection=an_inspection(authority="Bolton"))))
    address, said = f"/papers/{paper.pk}/accept/", "This report is about Bolton, and this is Northmere’s Goldthread."
    assert said in words(manager.get(address))
    refused = manager.post(address)
    assert_strict(refused)
    assert problems(refused) == [f"{said} Tick the box if that is meant"]
    assert not Inspection.objects.exists()
    manager.post(address, {"other_authority": "on"})
    assert Inspection.objects.get().authority == "Bolton"


def test_a_report_about_the_council_under_another_of_its_names_asks_for_nothing(northmere: World, manager: Client) -> None:
    paper = decided(northmere, papers.read(northmere, a_picture(inspection=an_inspection(authority="NORTHMERE Council"))))
    assert "This report is about" not in words(manager.get(f"/papers/{paper.pk}/accept/"))
    manager.post(f"/papers/{paper.pk}/accept/")
    assert Inspection.objects.exists()


def test_an_inspection_that_is_here_already_is_refused_by_name_and_its_plan_can_still_be_accepted(
    northmere: World, manager: Client
) -> None:
    papers.accepted(northmere, a_picture(plan=a_plan(items=[])), name="report.pdf")
    paper = decided(northmere, papers.read(northmere, name="both.docx"))
    address = f"/papers/{paper.pk}/accept/"
    (line,) = problems(manager.post(address))
    assert line.startswith(
        "The inspection “Northmere: ILACS 2023 inspection, March 2025” is here already, from “report.pdf”. To accept only"
    )
    assert not Plan.objects.exists()
    parts = paper.proposals.exclude(path__startswith="/plan").values_list("path", flat=True)
    documents.decide(document=paper, by=acting(northmere.manager), decisions=dict.fromkeys(parts, REFUSE))
    manager.post(address, {"answers": str(Inspection.objects.get().pk)})
    assert Plan.objects.get().inspection == Inspection.objects.get()


def test_a_second_plan_for_an_inspection_waits_for_a_tick_and_the_choice_is_kept(northmere: World, manager: Client) -> None:
    papers.accepted(northmere, name="both.docx")
    paper = decided(northmere, papers.read(northmere, a_picture(findings=[]), name="plan.docx"))
    address, chosen = f"/papers/{paper.pk}/accept/", {"answers": str(Inspection.objects.get().pk)}
    said = "A plan answers this inspection already: Improvement plan; a second one would double everybody’s work."
    assert said not in words(manager.get(address))
    asked = manager.post(address, chosen)
    assert_strict(asked)
    assert problems(asked) == [f"{said} Tick the box if that is meant"]
    assert "checked" in asked.content.decode().split('name="answers"')[1].split(">")[0]
    assert Plan.objects.count() == 1
    manager.post(address, chosen | {"second_plan": "on"})
    assert Plan.objects.filter(inspection=Inspection.objects.get()).count() == 2


def test_a_plan_may_answer_none_that_is_held_here(northmere: World, manager: Client) -> None:
    papers.accepted(northmere, a_picture(plan=a_plan(items=[])), name="report.pdf")
    paper = decided(northmere, papers.read(northmere, a_picture(findings=[]), name="plan.docx"))
    manager.post(f"/papers/{paper.pk}/accept/", {"answers": "none"})
    assert Plan.objects.get().inspection is None


def test_where_no_inspection_is_held_the_plan_stands_by_itself_and_says_so(northmere: World, manager: Client) -> None:
    paper = decided(northmere, papers.read(northmere, a_picture(findings=[])))
    assert "accept the report first" in words(manager.get(f"/papers/{paper.pk}/accept/"))
    manager.post(f"/papers/{paper.pk}/accept/")
    assert Plan.objects.get().inspection is None


def test_a_paper_of_which_everything_is_refused_makes_nothing_and_says_so(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere)
    decided(northmere, paper, **dict.fromkeys(paper.proposals.values_list("path", flat=True), REFUSE))
    answer = manager.post(f"/papers/{paper.pk}/accept/")
    assert_strict(answer)
    assert answer.status_code == 409
    assert problems(answer) == [
        "Everything that was read has been refused, so there is nothing to accept. Accept something, or leave the paper."
    ]


def test_an_acceptance_is_taken_back_after_a_reason(northmere: World, manager: Client) -> None:
    paper = papers.accepted(northmere)
    answer = manager.get(f"/papers/{paper.pk}/undo/")
    assert_strict(answer)
    assert "Plan: Improvement plan" in words(answer)
    assert problems(manager.post(f"/papers/{paper.pk}/undo/")) == ["Enter why it is taken back"]
    assert Plan.objects.exists()
    after = manager.post(f"/papers/{paper.pk}/undo/", {"why": "The wrong year"}, follow=True)
    assert "The review stands as it was" in words(after)
    assert "Check and accept" in words(after)
    assert not Plan.objects.exists()


def test_it_is_not_taken_back_when_somebody_has_worked_on_it(northmere: World, manager: Client) -> None:
    paper = papers.accepted(northmere, a_picture([an_item(actions=[an_action("Train managers")])]))
    action = Action.objects.get()
    actions.add_progress(action=action, by=acting(northmere.manager), version=action.version, text="Begun")
    for answer in (manager.get(f"/papers/{paper.pk}/undo/"), manager.post(f"/papers/{paper.pk}/undo/", {"why": "mistake"})):
        assert answer.status_code == 409
        assert_strict(answer)
        assert "“Train managers” has been changed since by Orla Manager" in words(answer)
        assert b'name="why"' not in answer.content
    assert Plan.objects.count() == 1


def test_there_is_nothing_to_take_back_before_acceptance(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere)
    answer = manager.get(f"/papers/{paper.pk}/undo/")
    assert answer.status_code == 409
    assert "is not accepted, so there is nothing to take back" in words(answer)
