"""The document's words beside a proposal: which are marked, which field stands in the margin, what is said to be near only."""

import pytest

from goldthread.common.places import Place
from goldthread.intake.words import Passage, Words
from goldthread.queries.excerpts import Beside, beside, place_in_words
from goldthread.thread.picture import Picture
from goldthread.thread.proposals.listing import proposals
from tests.factories import a_finding, a_judgement, a_picture, a_place, an_action, an_item
from tests.papers import lines


def shown(picture: Picture, words: Words, path: str, **options: int) -> Beside:
    proposal = next(one for one in proposals(picture) if one.path == path)
    return beside(words, proposal, "plan.docx", **options)


def told(found: Beside) -> list[tuple[str, str]]:
    """Each line: its labels, and its words with exact marks in [ ] and near ones in ( )."""
    brackets = {"exact": "[{}]", "near": "({})", None: "{}"}
    return [
        (", ".join(line.labels), "".join(brackets[piece.marked].format(piece.text) for piece in line.pieces))
        for stretch in found.stretches
        for line in stretch.lines
    ]


def a_row(*cells: str, row: int = 1) -> tuple[Passage, ...]:
    return tuple(Passage(text=text, table=1, row=row, column=column) for column, text in enumerate(cells, 1))


def cell(column: int, quote: str, row: int = 1) -> Place:
    return Place(table=1, row=row, column=column, quote=quote)


def test_a_line_is_shown_with_its_neighbours() -> None:
    place = a_place(line=2, quote="1. Visit children sooner")
    found = shown(
        a_picture(findings=[a_finding(text="Visit children sooner", number="1", place=place)]),
        lines("Before", "1. Visit children sooner", "After", "Later"),
        "/findings/0",
    )
    assert told(found) == [("", "Before"), ("Number, Words", "[1]. [Visit children sooner]"), ("", "After")]
    assert (found.place, found.is_near) == ("Page 1, line 2", False)


def test_the_cells_of_a_row_stand_together_and_empty_ones_are_left_out() -> None:
    words = Words(passages=(*a_row("Heading", "Lead"), *a_row("Train managers", "", "Head of Law / Director", row=2)))
    place = cell(1, "Train managers |  | Head of Law / Director", 2)
    action = an_action(
        "Train managers", leads=("Head of Law", "Director"), place=place, places={"leads": cell(3, "Head of Law / Director", 2)}
    )
    found = shown(a_picture([an_item(actions=[action])]), words, "/plan/items/0/actions/0")
    assert told(found) == [("Words", "[Train managers]"), ("Leads", "[Head of Law] / [Director]")]
    assert [stretch.is_row for stretch in found.stretches] == [True]


def test_a_value_that_was_worked_out_is_marked_nowhere() -> None:
    words = Words(passages=a_row("Safeguarding of children is good", "Good"))
    judgement = a_judgement("Safeguarding of children", service="safeguarding", place=cell(1, "Safeguarding of children is good | Good"))
    labels = {label for label, _ in told(shown(a_picture(judgements=[judgement]), words, "/judgements/0"))}
    assert not any("Service" in label for label in labels)


def test_words_that_are_not_there_letter_for_letter_are_marked_as_near() -> None:
    place = a_place(line=1, quote="quite other words than there are")
    found = shown(a_picture(findings=[a_finding(text="Something", place=place)]), lines("What the page says"), "/findings/0")
    assert told(found) == [("Words", "(What the page says)")]
    assert found.is_near
    assert found.stretches[0].lines[0].is_near


def test_a_proposal_without_a_place_shows_nothing() -> None:
    found = shown(a_picture(), lines("What the page says"), "/plan")
    assert found == Beside(place="")


def test_a_long_neighbour_is_cut() -> None:
    words = Words(passages=(*a_row("One", "x" * 50 + " " + "y" * 500), *a_row("Two", row=2), *a_row("Outcome", row=3)))
    found = shown(a_picture([an_item(text="One", place=cell(1, "One"))]), words, "/plan/items/0")
    assert told(found) == [("Words", "[One]"), ("", "x" * 50 + "…")]


def test_a_shaded_cell_that_says_nothing_keeps_its_colour() -> None:
    words = Words(passages=(Passage(text="Act", table=1, row=1, column=1), Passage(text="", table=1, row=1, column=2, fill="C00000")))
    action = an_action("Act", rating="Red", place=cell(1, "Act"), places={"rating": cell(2, "")})
    lines_ = shown(a_picture([an_item(actions=[action])]), words, "/plan/items/0/actions/0").stretches[0].lines
    assert [(line.labels, line.fill) for line in lines_] == [(("Words",), None), (("Rating",), "C00000")]


@pytest.mark.parametrize(
    ("place", "file", "words"),
    [
        (Place(page=7, line=36), "report.pdf", "Page 7, line 36"),
        (Place(table=10, row=24, column=3), "plan.docx", "Table 10, row 24"),
        (Place(page=3, table=4, row=42, column=6), "plan.XLSX", "Sheet 3, row 42"),
        (Place(table=1, row=2, column=1), "plan.csv", "Row 2"),
        (Place(quote="words"), "plan.docx", ""),
        (Place(), "plan.docx", ""),
    ],
)
def test_places_in_words(place: Place, file: str, words: str) -> None:
    assert place_in_words(place, file) == words


def test_a_value_over_several_lines_has_its_label_once_and_a_neighbour_after_its_last() -> None:
    place = a_place(line=2, quote="Visit children sooner and tell them")
    words = lines("Before", "Visit children", "sooner and tell", "them", "After", "Later")
    found = shown(a_picture(findings=[a_finding(text="Visit children sooner and tell them", place=place)]), words, "/findings/0")
    marked = [("Words", "[Visit children]"), ("", "[sooner and tell]"), ("", "[them]")]
    assert told(found) == [("", "Before"), *marked, ("", "After")]
