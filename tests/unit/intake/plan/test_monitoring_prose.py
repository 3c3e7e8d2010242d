"""Boards that running text names as watching the plan, and what must not be taken for one. All words are made up."""

import pytest

from goldthread.common.places import Place
from goldthread.intake.document import Line
from goldthread.intake.plan.monitoring_prose import read_prose
from goldthread.thread.picture import Monitoring


def told(*texts: str) -> list[tuple[str, str | None]]:
    """The boards and cadences of lines of print; a text that begins with “¶” stands after a blank line."""
    lines = [Line(text=text.lstrip("¶"), place=Place(line=at), gap=text.startswith("¶")) for at, text in enumerate(texts, 1)]
    return [(board.board, board.cadence) for board in read_prose(lines)]


@pytest.mark.parametrize(
    ("sentence", "boards"),
    [
        ("The plan is overseen by the Getting to Good Board, which meets monthly.", [("Getting to Good Board", "monthly")]),
        ("The Improvement Board meets every six weeks and is chaired by Odile Farrant.", [("Improvement Board", "every six weeks")]),
        ("This plan will be monitored by the Children's Scrutiny Committee.", [("Children's Scrutiny Committee", None)]),
        ("Our improvement plan is reviewed monthly by the Practice Board.", [("Practice Board", "monthly")]),
        (
            "The plan is overseen by the Practice Board monthly and by the Overview Committee every quarter.",
            [("Practice Board", "monthly"), ("Overview Committee", "every quarter")],
        ),
        ("Progress is reported to the Practice Board each month.", [("Practice Board", "each month")]),
        ("The Practice Board oversees the improvement plan and meets monthly.", [("Practice Board", "monthly")]),
        ("The Practice Board (PB) receives a report on the plan every six weeks.", [("Practice Board", "every six weeks")]),
        ("The Practice Board meets monthly to scrutinise this plan.", [("Practice Board", "monthly")]),
        ("It is new. The plan is overseen by an independent improvement board.", [("independent improvement board", None)]),
        # what must not be taken for one: other meetings, other plans, an action, no board
        ("Children meet their social worker every six weeks.", []),
        ("The team meets weekly to allocate.", []),
        ("The Corporate Parenting Board meets quarterly with children in care.", []),
        ("The plan is reviewed by the core group every six weeks.", []),
        ("Each child's plan is overseen by the Permanence Panel monthly.", []),
        ("Child protection plans are monitored by the Practice Board monthly.", []),
        ("The Permanence Panel reviews care plans monthly.", []),
        ("Report monthly to the Improvement Board on visits.", []),
        ("1. The plan is overseen by the Practice Board, which meets monthly.", []),
        ("Action: The plan is overseen by the Practice Board, which meets monthly.", []),
        ("The plan is overseen by the Director.", []),
    ],
)
def test_a_sentence_that_says_who_watches_the_plan(sentence: str, boards: list[tuple[str, str | None]]) -> None:
    assert told(sentence) == boards


def test_a_sentence_goes_on_over_lines_of_print() -> None:
    assert told(
        "Norhaven wants every child to thrive. This plan is overseen by the Getting",
        "to Good Board, which",
        "meets monthly.",
        "¶The team meets weekly.",
    ) == [("Getting to Good Board", "monthly")]


def test_a_board_told_twice_is_one_with_its_cadence() -> None:
    assert told("The plan is overseen by the Practice Board.", "¶The Practice Board meets monthly.") == [("Practice Board", "monthly")]


def test_a_board_known_from_a_list_is_not_told_again() -> None:
    line = Line(text="The plan is overseen by the Practice Board, which meets monthly.", place=Place(line=1))
    assert read_prose([line], [Monitoring(board="Practice Board", cadence="monthly")]) == ()
