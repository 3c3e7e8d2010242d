"""Papers are listed and handed in; one paper says where it is; its file is given out and never shown."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from lxml import html

from goldthread.common.errors import Refused
from goldthread.models import Document, HistoryEvent
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import documents, reading
from goldthread.rules.documents import LOST_AFTER
from goldthread.web.documents.forms import HandInForm
from goldthread.web.documents.uploads import CappedUploadHandler
from tests import papers, world
from tests.factories import a_finding, a_picture
from tests.unit.web.documents.conftest import SignIn
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db
Status = Document.Status
NEW = "/papers/new/"


def a_file(name: str = "plan.docx", content: bytes = b"words") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page(client: Client, paper: Document, **headers: str) -> str:
    return words(client.get(f"/papers/{paper.pk}/", **headers))


# The list


def test_an_empty_list_says_what_will_be_here_and_how(manager: Client) -> None:
    answer = manager.get("/papers/")
    assert_strict(answer)
    assert "No papers yet" in words(answer)
    assert "Hand in a paper" in words(answer)


def test_papers_are_listed_with_where_they_stand_and_who_handed_them_in(northmere: World, manager: Client) -> None:
    papers.read(northmere, name="report.pdf")
    papers.handed_in(northmere, name="plan.docx")
    said = words(manager.get("/papers/"))
    assert said.index("plan.docx") < said.index("report.pdf")
    assert "Ready for review 11 of 11 not decided" in said
    assert "by Orla Manager" in said
    assert "All (2) Waiting (1) Ready for review (1)" in said


def test_the_list_is_cut_down_by_where_papers_stand(northmere: World, manager: Client) -> None:
    papers.read(northmere, name="report.pdf")
    papers.handed_in(northmere, name="plan.docx")
    said = words(manager.get("/papers/?status=read"))
    assert "report.pdf" in said
    assert "plan.docx" not in said
    assert "plan.docx" in words(manager.get("/papers/?status=nonsense"))


def test_a_list_of_twenty_is_cheap(northmere: World, manager: Client, django_assert_max_num_queries: object) -> None:
    for number in range(25):
        papers.handed_in(northmere, name=f"{number}.docx", content=str(number).encode())
    manager.get("/papers/")
    with django_assert_max_num_queries(12):
        assert "Showing 1 to 20 of 25 papers" in words(manager.get("/papers/"))


def test_a_director_reads_papers_and_hands_none_in(northmere: World, sign_in: SignIn) -> None:
    paper, director = papers.read(northmere), sign_in(world.person(northmere, Kind.DIRECTOR))
    assert "Hand in a paper" not in words(director.get("/papers/"))
    assert "See what was read" in page(director, paper)
    assert director.get(NEW).status_code == 403
    assert director.post(NEW, {"papers": a_file(), "read_as": "auto"}).status_code == 403
    assert Document.objects.count() == 1


def test_a_paper_is_absent_for_those_who_may_not_read_papers(northmere: World, sign_in: SignIn) -> None:
    paper, lead = papers.read(northmere), sign_in(world.person(northmere, Kind.ACTION_LEAD))
    for address in ("", "file/", "review/", "review/items/", "review/change/?path=/plan", "accept/", "undo/"):
        assert lead.get(f"/papers/{paper.pk}/{address}").status_code == 403
    assert lead.get("/papers/").status_code == 403


@pytest.mark.parametrize("address", ["", "file/", "review/", "review/items/", "review/change/", "accept/", "undo/"])
def test_a_paper_that_does_not_exist_is_not_found(manager: Client, address: str) -> None:
    assert manager.get(f"/papers/77/{address}").status_code == 404


# Handing in


def test_the_page_says_kinds_and_size_before_a_file_is_chosen(manager: Client) -> None:
    answer = manager.get(NEW)
    assert_strict(answer)
    assert problems(answer) == []
    assert "Word (.docx), Excel (.xlsx), PDF, web page (.html), table (.csv) or text (.txt, .md); each up to 50 MB" in words(answer)


def test_one_file_leads_to_its_own_page(manager: Client) -> None:
    answer = manager.post(NEW, {"papers": a_file(), "read_as": "plan"})
    paper = Document.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/papers/{paper.pk}/")
    assert (paper.name, paper.read_as, paper.status) == ("plan.docx", "plan", Status.WAITING)


def test_report_and_plan_handed_in_together_become_two_papers(manager: Client) -> None:
    answer = manager.post(NEW, {"papers": [a_file("report.pdf", b"one"), a_file("plan.docx", b"two")], "read_as": "auto"}, follow=True)
    assert answer.redirect_chain == [("/papers/", 302)]
    assert "“report.pdf” and “plan.docx” are handed in." in words(answer)
    assert set(Document.objects.values_list("name", flat=True)) == {"report.pdf", "plan.docx"}


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([], "Choose a file"),
        ([a_file("plan.docx", b"")], "The file is empty. Save it again and choose it"),
        ([a_file("plan.exe")], "plan.exe is a .exe file"),
        ([a_file("plan")], "plan has no ending that tells its kind"),
        ([a_file(f"{number}.txt", b"x") for number in range(11)], "11 files were chosen; at most 10 are read at once"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_line_and_what_was_chosen_stays(
    manager: Client, files: list[SimpleUploadedFile], problem: str
) -> None:
    answer = manager.post(NEW, {"papers": files, "read_as": "report"})
    assert_strict(answer)
    (line,) = problems(answer)
    assert line.startswith(problem)
    (kept,) = html.fromstring(answer.content).xpath("//input[@name='read_as' and @checked]/@value")
    assert kept == "report"
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_refused_with_both_sizes(manager: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HandInForm.base_fields["papers"], "most", 2_000)
    (line,) = problems(manager.post(NEW, {"papers": a_file("plan.docx", b"x" * 3_000), "read_as": "auto"}))
    assert line.startswith("plan.docx has 3 kB; at most 2 kB can be read")


def test_the_same_file_again_is_refused_by_name_while_the_others_are_taken(northmere: World, manager: Client) -> None:
    papers.handed_in(northmere, name="first.docx", content=b"same")
    answer = manager.post(NEW, {"papers": [a_file("second.docx", b"same"), a_file("new.docx", b"new")], "read_as": "auto"})
    (line,) = problems(answer)
    assert line.startswith("second.docx: Orla Manager handed in this very file already, as “first.docx”; it is waiting.")
    assert "“new.docx” is handed in." in words(answer)
    assert set(Document.objects.values_list("name", flat=True)) == {"first.docx", "new.docx"}


def test_a_name_is_text_wherever_it_is_shown(manager: Client) -> None:
    name = "<b onclick=alert(1)>\u202excod.docx"
    answer = manager.post(NEW, {"papers": a_file(name, b"words"), "read_as": "auto"}, follow=True)
    assert_strict(answer)
    assert b"<b onclick" not in answer.content
    assert "\u202e" not in answer.content.decode()


# One paper


def test_a_waiting_paper_says_its_turn_and_asks_again_by_itself_or_by_a_link(northmere: World, manager: Client) -> None:
    papers.handed_in(northmere, name="first.docx", content=b"first")
    paper = papers.handed_in(northmere, name="second.docx")
    answer = manager.get(f"/papers/{paper.pk}/")
    assert_strict(answer)
    assert "Waiting its turn: 1 paper before it" in words(answer)
    assert "See how far it is" in words(answer)
    assert f'hx-get="/papers/{paper.pk}/" hx-trigger="every 2s"'.encode() in answer.content


def test_a_paper_that_is_being_read_says_what_is_done(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    Document.objects.update(status=Status.READING, started_at=timezone.now() - timedelta(seconds=9), told="reading scanned page 3 of 7")
    said = page(manager, paper)
    assert "Being read: reading scanned page 3 of 7" in said
    assert "seconds so far" in said
    assert "Stop" in said


def test_what_the_page_fetches_is_a_part_of_it_until_there_is_something_else_to_see(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    part = manager.get(f"/papers/{paper.pk}/", headers={"HX-Request": "true"})
    assert b"<h1" not in part.content
    assert b'id="progress"' in part.content
    with papers.reader(a_picture()):
        reading.read(document_id=paper.pk)
    after = manager.get(f"/papers/{paper.pk}/", headers={"HX-Request": "true"})
    assert (after.headers["HX-Refresh"], after.content) == ("true", b"")


def test_a_reading_is_stopped_and_begun_again_by_buttons(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    assert "The reading is stopped." in words(manager.post(f"/papers/{paper.pk}/stop/", follow=True))
    assert "Waiting to be read" in words(manager.post(f"/papers/{paper.pk}/read-again/", follow=True))
    assert manager.get(f"/papers/{paper.pk}/stop/").status_code == 405


def test_stopping_what_is_read_already_says_why_not(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere)
    answer = manager.post(f"/papers/{paper.pk}/stop/")
    assert answer.status_code == 409
    assert "“pack.docx” is ready for review" in words(answer)


def test_a_refused_paper_says_why_and_what_to_do(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere, name="plan.docx")
    with papers.failing(Refused("plan.docx: a password protects this file. Save a copy without a password and read that.")):
        reading.read(document_id=paper.pk)
    answer = manager.get(f"/papers/{paper.pk}/")
    assert_strict(answer)
    said = words(answer)
    assert "plan.docx: a password protects this file. Save a copy without a password and read that." in said
    assert "Refused A password protects this file. 2" in words(manager.get("/papers/"))
    assert "Hand in another file Read it as a report Read it as a plan" in said
    manager.post(f"/papers/{paper.pk}/read-again/", {"read_as": "plan"})
    assert Document.objects.values_list("status", "read_as").get() == (Status.WAITING, "plan")


def test_what_was_read_as_one_thing_can_be_read_for_whatever_it_holds(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    Document.objects.update(status=Status.REFUSED, read_as="report", told="Nothing was found.")
    assert "Read it again" in page(manager, paper)
    manager.post(f"/papers/{paper.pk}/read-again/", {"read_as": "nonsense"})
    assert Document.objects.get().read_as == "report"


def test_a_paper_whose_reader_is_gone_can_be_read_again(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    Document.objects.update(status=Status.READING, started_at=timezone.now() - LOST_AFTER * 2)
    assert "Whoever read this paper is gone" in page(manager, paper)
    manager.post(f"/papers/{paper.pk}/read-again/")
    assert Document.objects.get().status == Status.WAITING


def test_a_read_paper_says_in_a_sentence_what_was_found(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere, a_picture(findings=[a_finding("A1"), a_finding("A2")]))
    answer = manager.get(f"/papers/{paper.pk}/")
    assert_strict(answer)
    said = words(answer)
    assert "Goldthread read 2 findings, 1 item, 1 action, 1 board, 4 ratings in the key and 1 term, and nothing in it was doubtful." in said
    assert "12 of 12 proposals are not decided" in said


def test_an_accepted_paper_leads_to_what_was_made_of_it(northmere: World, manager: Client) -> None:
    paper = papers.accepted(northmere)
    answer = manager.get(f"/papers/{paper.pk}/")
    assert_strict(answer)
    assert "Accepted by Orla Manager" in words(answer)
    assert b'href="/plans/northmere' in answer.content
    assert b'href="/inspections/' in answer.content


@pytest.mark.parametrize("status", Status.values)
def test_a_paper_costs_few_queries_wherever_it_stands(
    northmere: World, manager: Client, status: str, django_assert_max_num_queries: object
) -> None:
    paper = papers.accepted(northmere)
    accepted = {} if status == Status.ACCEPTED else {"accepted_at": None, "accepted_by": None}
    Document.objects.filter(pk=paper.pk).update(status=status, started_at=timezone.now(), **accepted)
    with django_assert_max_num_queries(25):
        assert manager.get(f"/papers/{paper.pk}/").status_code == 200


# The file


def test_the_file_is_given_out_to_keep_and_never_to_be_shown(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere, name="plan – “final”.html", content=b"<script>alert(1)</script>")
    answer = manager.get(f"/papers/{paper.pk}/file/")
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''plan%20%E2%80%93")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    event = HistoryEvent.objects.get(verb=Verb.DOCUMENT_OPENED)
    assert (event.by, event.target_id) == (northmere.manager, paper.pk)


def test_a_file_that_is_gone_is_said_to_be(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    Path(paper.file.path).unlink()
    answer = manager.get(f"/papers/{paper.pk}/file/")
    assert answer.status_code == 409
    assert "is not where Goldthread keeps its files" in words(answer)
    assert not HistoryEvent.objects.filter(verb=Verb.DOCUMENT_OPENED).exists()


def test_a_stopped_papers_timeline_says_who_did_what(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    documents.stop(document=paper, by=acting(northmere.manager))
    said = page(manager, paper)
    assert said.index("Reading stopped") < said.index("Paper handed in")


def test_of_a_file_beyond_the_limit_only_its_beginning_reaches_the_disk(
    manager: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAX_UPLOAD_BYTES = 100_000
    monkeypatch.setattr(HandInForm.base_fields["papers"], "most", 100_000)
    kept: list[int] = []
    whole = CappedUploadHandler.file_complete

    def complete(handler: CappedUploadHandler, size: int) -> Any:
        kept.append(handler.file.tell())
        return whole(handler, size)

    monkeypatch.setattr(CappedUploadHandler, "file_complete", complete)
    (line,) = problems(manager.post(NEW, {"papers": a_file("plan.docx", b"x" * 1_000_000), "read_as": "auto"}))
    assert line.startswith("plan.docx has 1 MB; at most 100 kB can be read")
    assert kept[0] < 200_000
