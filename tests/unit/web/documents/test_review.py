"""The review shows each proposal beside the document's own words, keeps every decision, and loses nothing when a field is wrong."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from lxml import html

from goldthread.intake.words import Passage, Words
from goldthread.models import Document
from goldthread.operations import documents
from goldthread.thread.picture import Picture, Problem
from goldthread.thread.proposals.deciding import REFUSE
from tests import papers, world
from tests.big import a_big_picture
from tests.factories import a_finding, a_picture, a_place, an_action, an_item
from tests.unit.web.documents.conftest import SignIn
from tests.unit.web.pages import assert_strict, problems, words
from tests.world import Kind, World, acting

pytestmark = pytest.mark.django_db
ACTION = "/plan/items/0/actions/0"


@pytest.fixture
def paper(northmere: World) -> Document:
    """A plan of two items and three actions; the second action repeats the lead of the first, and the third has a doubt."""
    printed = an_action(
        "Train managers", place=Placed.row(2), places={"text": Placed.cell(2, 1, "Train managers"), "leads": Placed.cell(2, 2)}
    )
    filled = an_action("Audit records", number="2", leads_basis="filled_down", place=Placed.row(3))
    doubtful = an_action("Visit children", by_when_text="Soon", due_dates=())
    doubt = Problem(where="item 2 › action 1 › by when", found="Soon", expected="a day or a month", do="Say which date is meant.")
    note = Problem(where="item 1", found="no number", expected="a number", do="It was counted.", severity="info")
    general = Problem(where="ratings", found="no rating", expected="one for each action", do="Look at the document.", severity="error")
    picture = a_picture([an_item("1", [printed, filled]), an_item("2", [doubtful])], problems=(doubt, note, general))
    return papers.read(northmere, picture, Placed.words)


class Placed:
    """A document of one table: words, leads and dates."""

    words = Words(
        passages=tuple(
            Passage(text=text, table=1, row=row, column=column)
            for row, cells in enumerate((("Action", "Lead"), ("Train managers", "Head of Safeguarding"), ("Audit records", "ditto")), 1)
            for column, text in enumerate(cells, 1)
        )
    )

    @staticmethod
    def cell(row: int, column: int, quote: str = "Head of Safeguarding") -> Any:
        return a_place(page=None, line=None, table=1, row=row, column=column, quote=quote)

    @staticmethod
    def row(row: int) -> Any:
        quote = " | ".join(one.text for one in Placed.words.passages if one.row == row)
        return a_place(page=None, line=None, table=1, row=row, column=1, quote=quote)


@pytest.fixture
def see(manager: Client, paper: Document) -> Callable[..., HttpResponse]:
    return lambda address="review/items/": manager.get(f"/papers/{paper.pk}/{address}")


@pytest.fixture
def send(manager: Client, paper: Document) -> Callable[..., HttpResponse]:
    """Sends the form of a page as a browser does, with some of its choices made."""

    def sent(address: str, choices: dict[str, str] | None = None, *, press: tuple[str, str] | None = None) -> HttpResponse:
        page = html.fromstring(manager.get(f"/papers/{paper.pk}/{address}").content)
        (form,) = page.xpath("//form[@class='gt-review']")
        values = {**dict(form.form_values()), **(choices or {}), **dict([press] if press else [])}
        return manager.post(f"/papers/{paper.pk}/{address}", values)

    return sent


def decisions(paper: Document) -> dict[str, str]:
    return dict(paper.proposals.exclude(decision="open").values_list("path", "decision"))


def cells(answer: HttpResponse, number: int) -> dict[str, str]:
    """The document's lines beside a proposal: the fields in the margin → the words, marks in brackets."""
    (article,) = html.fromstring(answer.content).xpath(f"//article[@id='proposal-{number}']")
    found = {}
    for line in article.xpath(".//*[contains(@class, 'gt-source__line')]"):
        label, said = line.xpath("./p")
        for mark in said.xpath("./mark"):
            mark.text = f"[{mark.text}]"
        found[label.text_content()] = said.text_content()
    return found


# Looking


def test_the_overview_counts_each_part_and_says_the_doubts_about_the_whole(see: Callable[..., HttpResponse]) -> None:
    answer = see("review/")
    assert_strict(answer)
    said = words(answer)
    assert "None of 14 proposals is decided yet; 1 of them has a doubt that needs you." in said
    assert "Items and actions 1 with doubts not decided 0 of 5 decided" in said
    assert "Lost about ratings. Found: no rating. Right would be one for each action. Look at the document." in said
    assert "Accept the 13 without doubts" in said
    assert "Accept what is doubtful (1)" in said
    assert "Judgements" not in said


def test_a_value_is_marked_where_the_document_says_it(see: Callable[..., HttpResponse]) -> None:
    answer = see()
    assert_strict(answer)
    beside = cells(answer, 2)
    assert beside["Words"] == "[Train managers]"
    assert beside["Leads"] == "[Head of Safeguarding]"
    assert "Table 1, row 2" in words(answer)


def test_what_no_cell_says_is_shown_as_inferred(see: Callable[..., HttpResponse]) -> None:
    assert words(see()).count("Inferred: its own cell is blank or merged, so the lead above stands.") == 1


def test_doubts_stand_beside_what_they_are_about_and_notes_are_no_doubts(see: Callable[..., HttpResponse]) -> None:
    said = words(see())
    assert "Doubt. Found: Soon. Right would be a day or a month. Say which date is meant." in said
    assert "Note. Found: no number. Right would be a number. It was counted." in said
    only = words(see("review/items/?show=doubts"))
    assert "Visit children" in only
    assert "Train managers" not in only


def test_days_in_a_doubt_are_written_out(northmere: World, manager: Client) -> None:
    found = Problem(where="plan", found="2026-03-27, not 2026-13-01", expected="a day after 2026-04-01", do="Look.")
    paper = papers.read(northmere, a_picture(problems=(found,)))
    said = words(manager.get(f"/papers/{paper.pk}/review/")) + words(manager.get(f"/papers/{paper.pk}/review/plan/"))
    assert "Found: 27 March 2026, not 2026-13-01. Right would be a day after 1 April 2026. Look." in said


def test_a_document_is_text_wherever_it_is_shown(northmere: World, manager: Client) -> None:
    nasty = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    place = a_place(quote=nasty)
    picture = a_picture(
        findings=[a_finding(nasty, nasty, place=place)], problems=(Problem(where=nasty, found=nasty, expected=nasty, do=nasty),)
    )
    paper = papers.read(northmere, picture, papers.lines(nasty), name=f"{nasty}.docx"[-40:])
    for address in ("", "review/", "review/findings/", "review/change/?path=/findings/0", "accept/"):
        answer = manager.get(f"/papers/{paper.pk}/{address}")
        assert_strict(answer)
        assert b"<script>alert" not in answer.content
        assert b"<img" not in answer.content


def test_a_shaded_cell_without_words_says_its_colour(northmere: World, manager: Client) -> None:
    words_ = Words(passages=(Passage(text="", table=1, row=1, column=1, fill="C00000"),))
    place = a_place(page=None, line=None, table=1, row=1, column=1, quote="")
    paper = papers.read(northmere, a_picture([an_item(actions=[an_action(rating="Red", places={"rating": place})])]), words_)
    answer = manager.get(f"/papers/{paper.pk}/review/items/")
    assert_strict(answer)
    assert b'aria-label="Shaded in the colour C00000"' in answer.content


def test_a_part_without_proposals_and_one_that_is_none(see: Callable[..., HttpResponse]) -> None:
    assert "Nothing here" in words(see("review/judgements/"))
    assert see("review/others/").status_code == 404


def test_there_is_no_review_of_what_is_not_read(northmere: World, manager: Client) -> None:
    paper = papers.handed_in(northmere)
    for address in ("review/", "review/items/", "review/change/?path=/plan"):
        assert manager.get(f"/papers/{paper.pk}/{address}").status_code == 404
    assert manager.get(f"/papers/{paper.pk}/accept/").status_code == 409


def test_a_director_reads_the_review_and_decides_nothing(northmere: World, paper: Document, sign_in: SignIn) -> None:
    director = sign_in(world.person(northmere, Kind.DIRECTOR))
    answer = director.get(f"/papers/{paper.pk}/review/items/")
    assert_strict(answer)
    assert b'type="radio"' not in answer.content
    assert "Save these decisions" not in words(answer)
    assert director.post(f"/papers/{paper.pk}/review/items/", {"was:/plan": "open", "/plan": "accept"}).status_code == 403
    assert director.get(f"/papers/{paper.pk}/review/change/?path=/plan").status_code == 403
    assert director.post(f"/papers/{paper.pk}/review/accept-the-rest/").status_code == 403
    assert decisions(paper) == {}


# Deciding


def test_choices_of_a_page_are_kept_and_those_not_made_stay_open(paper: Document, send: Callable[..., HttpResponse]) -> None:
    answer = send("review/items/", {"/plan/items/0": "accept", ACTION: "refuse"})
    assert answer["Location"] == f"/papers/{paper.pk}/review/"
    assert decisions(paper) == {"/plan/items/0": "accept", ACTION: "refuse"}


def test_what_is_saved_is_told(paper: Document, manager: Client, send: Callable[..., HttpResponse]) -> None:
    send("review/items/", {"/plan/items/0": "accept", ACTION: "refuse", "/plan/items/1": "accept"})
    assert "Saved: 2 accepted and 1 refused." in words(manager.get(f"/papers/{paper.pk}/review/"))


def test_accepting_the_page_respects_what_was_chosen_on_it_and_before(
    northmere: World, paper: Document, send: Callable[..., HttpResponse]
) -> None:
    documents.decide(document=paper, by=acting(northmere.manager), decisions={"/plan/items/0": REFUSE})
    send("review/items/", {"/plan/items/1": "refuse"}, press=("accept_all", "yes"))
    kept = decisions(paper)
    assert (kept["/plan/items/0"], kept["/plan/items/1"]) == ("refuse", "refuse")
    assert ACTION not in kept, "goes with its item"


def test_actions_of_a_refused_item_need_no_decision(see: Callable[..., HttpResponse], send: Callable[..., HttpResponse]) -> None:
    send("review/items/", {"/plan/items/0": "refuse"})
    said = words(see())
    assert said.count("Goes with its item, which is refused.") == 2
    assert "Items and actions 1 with doubts not decided and 3 refused 3 of 5 decided" in words(see("review/"))
    assert "2 of 5 not decided" in said


def test_a_choice_that_was_on_the_page_before_does_not_undo_somebody_elses_later_one(
    northmere: World, paper: Document, manager: Client
) -> None:
    documents.decide(document=paper, by=acting(northmere.manager), decisions={"/plan/items/0": REFUSE})
    sent = {"was:/plan/items/0": "accept", "/plan/items/0": "accept", "was:/plan/items/1": "open"}
    manager.post(f"/papers/{paper.pk}/review/items/", sent)
    assert decisions(paper) == {"/plan/items/0": "refuse"}


def test_a_choice_is_kept_though_the_list_has_changed_meanwhile(northmere: World, paper: Document, manager: Client) -> None:
    documents.accept_the_rest(document=paper, by=acting(northmere.manager))
    manager.post(f"/papers/{paper.pk}/review/items/?show=open", {f"was:{ACTION}": "open", ACTION: "refuse"})
    assert decisions(paper)[ACTION] == "refuse"


@pytest.mark.parametrize(
    "sent", [{"was:/plan/items/9": "open", "/plan/items/9": "accept"}, {f"was:{ACTION}": "open", ACTION: "nonsense"}, {}]
)
def test_what_no_page_offers_changes_nothing(paper: Document, manager: Client, sent: dict[str, str]) -> None:
    assert manager.post(f"/papers/{paper.pk}/review/items/", sent).status_code == 302
    assert decisions(paper) == {}


def test_the_rest_never_takes_what_is_doubtful_along(paper: Document, manager: Client) -> None:
    answer = manager.post(f"/papers/{paper.pk}/review/accept-the-rest/", {"then": "accept"})
    assert answer["Location"] == f"/papers/{paper.pk}/review/accept-doubtful/"
    assert len(decisions(paper)) == 13
    assert "/plan/items/1/actions/0" not in decisions(paper)


def test_what_is_doubtful_is_named_with_its_doubt_and_taken_with_a_tick(paper: Document, manager: Client) -> None:
    address = f"/papers/{paper.pk}/review/accept-doubtful/"
    page = manager.get(address)
    assert_strict(page)
    assert "Action 1 of item 2" in words(page)
    assert "Doubt. Found: Soon." in words(page)
    chosen = {"path": ["/plan/items/1/actions/0", "/plan"]}
    assert problems(manager.post(address, chosen)) == ["Tick the box: I have looked at each of these in the document"]
    assert decisions(paper) == {}
    answer = manager.post(address, {**chosen, "looked": "on"}, follow=True)
    assert decisions(paper) == {"/plan/items/1/actions/0": "accept"}
    assert "1 with doubts is accepted." in words(answer)
    assert "Accepted with doubts (1)" in words(answer)


def test_decisions_after_acceptance_are_refused_with_a_reason(northmere: World, manager: Client) -> None:
    paper = papers.accepted(northmere)
    answer = manager.post(f"/papers/{paper.pk}/review/items/", {f"was:{ACTION}": "accept", ACTION: "refuse"})
    assert answer.status_code == 409
    assert "“pack.docx” is accepted" in words(answer)
    shown = manager.get(f"/papers/{paper.pk}/review/items/")
    assert "Accepted" in words(shown)
    assert b'type="radio"' not in shown.content
    assert manager.get(f"/papers/{paper.pk}/review/change/?path={ACTION}").status_code == 409


# Changing


def test_change_leads_to_a_page_for_each_and_keeps_the_other_choices(paper: Document, send: Callable[..., HttpResponse]) -> None:
    answer = send("review/items/", {"/plan/items/0": "change", ACTION: "change", "/plan/items/1": "refuse"})
    assert answer["Location"] == f"/papers/{paper.pk}/review/change/?path=%2Fplan%2Fitems%2F0&path=%2Fplan%2Fitems%2F0%2Factions%2F0"
    assert decisions(paper) == {"/plan/items/1": "refuse"}


def test_changing_asks_for_every_field_in_its_own_way_beside_the_documents_words(see: Callable[..., HttpResponse]) -> None:
    answer = see(f"review/change/?path={ACTION}")
    assert_strict(answer)
    page = html.fromstring(answer.content)
    assert page.xpath("string(//textarea[@name='field-leads'])").strip() == "Head of Safeguarding"
    assert page.xpath("string(//textarea[@name='field-due_dates'])").strip() == "September 2025"
    assert page.xpath("string(//input[@name='field-number']/@value)") == "1"
    assert page.xpath("//mark")
    item = html.fromstring(see("review/change/?path=/plan/items/0").content)
    assert item.xpath("//select[@name='field-kind']/option/@value") == ["recommendation", "area_for_development", "action_group"]
    assert item.xpath("//select[@name='field-timescale']/option/@value")[0] == ""
    assert item.xpath("string(//textarea[@name='field-outcomes-0-text'])").strip() == "Social workers are supervised every month"


def changed(manager: Client, paper: Document, path: str = ACTION, after: str = "", **fields: str) -> HttpResponse:
    """Sends the change page with some fields filled in otherwise."""
    address = f"/papers/{paper.pk}/review/change/?path={path}{after}"
    (form,) = html.fromstring(manager.get(address).content).xpath("//form[contains(@class, 'gt-confirm')]")
    return manager.post(address, {**dict(form.form_values()), **{name.replace("__", "-"): value for name, value in fields.items()}})


def test_a_change_is_kept_with_its_reason_and_shown_as_was_and_is(
    paper: Document, manager: Client, see: Callable[..., HttpResponse]
) -> None:
    answer = changed(manager, paper, field__leads="The Director\r\nHead of Law", field__due_dates="May 2026", why="Agreed in March")
    row = paper.proposals.get(path=ACTION)
    assert answer["Location"] == f"/papers/{paper.pk}/review/items/#proposal-2"
    assert (row.decision, row.why) == ("change", "Agreed in March")
    assert row.value == {"leads": ["The Director", "Head of Law"], "due_dates": ["2026-05"]}
    said = words(see())
    assert "was September 2025 → now May 2026" in said
    assert "Change it again" in said


def test_a_change_that_changes_nothing_is_an_acceptance(paper: Document, manager: Client) -> None:
    changed(manager, paper)
    assert decisions(paper) == {ACTION: "accept"}


def test_several_lines_are_kept_without_the_browsers_line_ends(paper: Document, manager: Client) -> None:
    changed(manager, paper, field__text="One\r\nTwo")
    assert paper.proposals.get(path=ACTION).value == {"text": "One\nTwo"}


def test_every_wrong_field_is_named_at_once_and_nothing_typed_is_lost(paper: Document, manager: Client) -> None:
    answer = changed(manager, paper, "/plan/items/0", field__due="31 February 2026", field__kind="other", field__text="Kept as typed")
    assert_strict(answer)
    said = problems(answer)
    assert len(said) == 2
    assert any(line.startswith("Due cannot be “31 February 2026”. Enter a day such as 27 March 2026") for line in said)
    assert b"Kept as typed" in answer.content
    assert words(answer).count("31 February 2026") >= 1
    assert decisions(paper) == {}


def test_a_required_field_left_empty_is_asked_for(northmere: World, manager: Client) -> None:
    paper = papers.read(northmere)
    (line,) = problems(changed(manager, paper, "/plan/glossary/0", field__term=""))
    assert line == "Enter term"


def test_the_next_to_be_changed_comes_after_the_first(paper: Document, manager: Client) -> None:
    answer = changed(manager, paper, after="&path=/plan/items/1&show=doubts", field__text="Other words")
    assert answer["Location"] == f"/papers/{paper.pk}/review/change/?path=%2Fplan%2Fitems%2F1&show=doubts"
    assert "1 more to change after this one" in words(manager.get(f"/papers/{paper.pk}/review/change/?path={ACTION}&path=/plan"))


def test_a_change_starts_from_the_change_before(paper: Document, manager: Client) -> None:
    changed(manager, paper, field__text="Other words")
    page = html.fromstring(manager.get(f"/papers/{paper.pk}/review/change/?path={ACTION}").content)
    assert page.xpath("string(//textarea[@name='field-text'])").strip() == "Other words"
    changed(manager, paper, field__leads="The Director")
    assert paper.proposals.get(path=ACTION).value == {"text": "Other words", "leads": ["The Director"]}


def test_the_buttons_of_a_changed_proposal_lead_to_changing_it_again(
    paper: Document, manager: Client, send: Callable[..., HttpResponse]
) -> None:
    changed(manager, paper, field__text="Other words")
    answer = send("review/items/", press=("change", ACTION))
    assert answer["Location"].startswith(f"/papers/{paper.pk}/review/change/?path=%2Fplan")


@pytest.mark.parametrize("query", ["", "?path=", "?path=/plan/items/9", "?path=/nonsense"])
def test_there_is_nothing_to_change_where_nothing_was_read(see: Callable[..., HttpResponse], query: str) -> None:
    assert see(f"review/change/{query}").status_code == 404


# Size


@pytest.fixture
def big(northmere: World) -> Document:
    picture: Picture = a_big_picture(items=20, actions=20, findings=100)
    passages = (Passage(text=one.place.quote or "", page=one.place.page, line=one.place.line) for one in picture.findings)
    return papers.read(northmere, picture, Words(passages=tuple(passages)))


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", ["", "review/", "review/items/?page=11", "review/findings/", "review/change/?path=/plan/items/3", "accept/"]
)
def test_pages_of_a_large_paper_cost_few_queries(
    big: Document, manager: Client, address: str, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    with django_assert_max_num_queries(15):
        assert manager.get(f"/papers/{big.pk}/{address}").status_code == 200


@pytest.mark.slow
def test_deciding_on_a_page_costs_few_queries(big: Document, manager: Client, django_assert_max_num_queries: Callable[..., Any]) -> None:
    page = html.fromstring(manager.get(f"/papers/{big.pk}/review/items/?page=2").content)
    values = dict(page.xpath("//form[@class='gt-review']")[0].form_values())
    with django_assert_max_num_queries(20):
        answer = manager.post(f"/papers/{big.pk}/review/items/?page=2", {**values, "accept_all": "yes"})
    assert answer["Location"] == f"/papers/{big.pk}/review/items/?page=3"
    assert set(decisions(big).values()) == {"accept"}
    assert len(decisions(big)) == 20


def test_the_papers_page_counts_doubts_as_the_review_does_and_tabs_what_they_show(see: Callable[..., HttpResponse]) -> None:
    assert "1 proposal with doubts, and 1 note about the whole paper" in words(see(""))
    shown = words(see())
    assert "Items and actions (5)" in shown
    assert "With doubts (1)" in shown


def test_a_term_whose_place_was_not_kept_is_not_said_to_be_missing(see: Callable[..., HttpResponse]) -> None:
    shown = words(see("review/glossary/"))
    assert "Where it stands was not kept while reading." in shown
    assert "Nothing in the document" not in shown
