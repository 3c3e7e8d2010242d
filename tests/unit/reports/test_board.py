"""The board of judgements: every grade in its own words, every gap with its reason, and nothing made up."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goldthread.reports.board import BoardCell, JudgementBoard, judgement_board
from goldthread.thread.picture import Judgement, Picture
from tests import strategies
from tests.factories import a_judgement, a_picture, an_inspection
from tests.unit.reports.pointers import at

CARE_AND_LEAVERS = "The experiences and progress of children in care and care leavers"
IN_CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"


def inspected(framework: str, year: int, *judgements: Judgement, **fields: object) -> Picture:
    return a_picture([], [], judgements, inspection=an_inspection(framework=framework, started=date(year, 5, 12), published=None, **fields))


def cells(board: JudgementBoard) -> dict[str, tuple[BoardCell, ...]]:
    return {row.area: row.cells for row in board.rows}


def test_an_area_keeps_its_row_while_the_frameworks_data_says_that_it_is_the_same() -> None:
    board = judgement_board(
        [
            inspected("ilacs-2018", 2019, a_judgement(CARE_AND_LEAVERS, "good")),
            inspected("ilacs-2023", 2025, a_judgement(LEAVERS, "inadequate")),
        ]
    )
    then, now = cells(board)[LEAVERS]
    assert (then.state, then.mark, then.words, then.key) == ("absent", None, "not judged", None)
    assert "Good" in then.why
    assert (now.state, now.words, now.key, now.picture) == ("given", "Inadequate", "/judgements/0", 1)
    assert [column.words for column in board.columns] == ["inspected 12 May 2019", "inspected 12 May 2025"]


def test_no_overall_grade_is_made_up_where_a_framework_gives_none() -> None:
    board = judgement_board(
        [
            inspected("ilacs-2023", 2024, a_judgement("Overall effectiveness", "good")),
            inspected("ilacs-2026", 2026, a_judgement(IN_CARE, "good"), a_judgement(LEAVERS, "good")),
        ]
    )
    (overall,) = [row for row in board.rows if row.overall]
    assert [cell.words for cell in overall.cells] == ["Good", "not judged"]
    assert overall.cells[1].why


def test_an_area_that_was_judged_and_not_read_is_not_said_to_be_absent() -> None:
    board = judgement_board([inspected("ilacs-2023", 2025, a_judgement(IN_CARE, "good"))])
    assert [(cell.state, cell.words) for cell in cells(board)[LEAVERS]] == [("unread", "no grade read")]


def test_a_name_that_is_nearly_an_areas_is_not_taken_for_it() -> None:
    board = judgement_board([inspected("ilacs-2023", 2025, a_judgement("Experiences of children somewhere in care", "good"))])
    assert cells(board)[IN_CARE][0].state == "unread"
    assert cells(board)["Experiences of children somewhere in care"][0].words == "Good"


def test_an_inspection_under_no_known_framework_stands_apart_with_the_reason() -> None:
    board = judgement_board(
        [
            inspected("other", 2011, a_judgement("Standards", "satisfactory"), framework_name="Joint area review"),
            inspected("ilacs-2023", 2025),
        ]
    )
    assert [(column.framework, column.known) for column in board.columns] == [("Joint area review", False), ("ILACS 2023", True)]
    then, now = cells(board)["Standards"]
    assert (then.words, then.comparable, now.state) == ("Satisfactory", False, "absent")
    assert "no framework" in then.why
    assert all(row.cells[0].state == "absent" for row in board.rows if row.area != "Standards")


def test_a_second_grade_for_one_area_is_not_lost() -> None:
    board = judgement_board([inspected("ilacs-2023", 2025, a_judgement(IN_CARE, "good"), a_judgement(IN_CARE, "inadequate"))])
    assert [row.cells[0].words for row in board.rows if row.area == IN_CARE] == ["Good", "Inadequate"]


def test_columns_stand_as_the_pictures_were_given() -> None:
    undated = a_picture([], [], inspection=an_inspection(started=None, published=None))
    board = judgement_board([undated, inspected("ilacs-2023", 2025)])
    assert [column.picture for column in board.columns] == [0, 1]
    assert board.columns[0].words == "no date read"


def test_no_inspections_make_an_empty_board() -> None:
    assert judgement_board([]) == JudgementBoard(columns=(), rows=())


KNOWN = st.sampled_from(["ilacs-2018", "ilacs-2023", "ilacs-2026", "slac-2009", "send-2023", "other", None])
AREAS = st.sampled_from([IN_CARE, LEAVERS, CARE_AND_LEAVERS, "Overall effectiveness", "Standards", ""])
GRADES = st.sampled_from(["good", "inadequate", "requires_improvement", "outcome_2", None])
JUDGED = st.builds(Judgement, area=AREAS, grade=GRADES, as_printed=strategies.maybe_words)


@given(st.lists(st.tuples(KNOWN, st.lists(JUDGED, max_size=4)), max_size=3))
def test_every_judgement_stands_once_and_no_colour_without_its_word(told: list[tuple[str | None, list[Judgement]]]) -> None:
    pictures = [a_picture([], [], judgements, inspection=an_inspection(framework=code)) for code, judgements in told]
    board = judgement_board(pictures)
    assert all([cell.picture for cell in row.cells] == list(range(len(pictures))) for row in board.rows)
    shown = [(cell.picture, cell.key) for row in board.rows for cell in row.cells if cell.key]
    assert sorted(shown) == sorted((n, f"/judgements/{at}") for n, picture in enumerate(pictures) for at in range(len(picture.judgements)))
    for cell in (cell for row in board.rows for cell in row.cells):
        assert (cell.mark is not None) == (cell.state == "given")
        assert cell.words
        assert cell.mark is None or (cell.mark.word and cell.mark.letter and at(pictures[cell.picture], cell.key or "").area is not None)
        assert cell.state != "absent" or cell.why
