"""Numbers printed with an action's or an item's words."""

import pytest

from goldthread.intake.plan.builder import take_number
from tests.unit.intake.plan.plan_papers import actions, items, table


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("R1 Improve care plans.", "R1", "Improve care plans."),
        ("AFI2 Visit children.", "AFI2", "Visit children."),
        ("Action 1.1 – Use the tool.", "1.1", "Use the tool."),
        ("Action 3: Teach the tool.", "3", "Teach the tool."),
        ("SG-A2: Visit.", "SG-A2", "Visit."),
        # laws, forms and quarters are no numbers
        ("S47 Enquiries are started on time.", None, "S47 Enquiries are started on time."),
        ("Q1 Report to the board.", None, "Q1 Report to the board."),
        ("Action plans are SMART.", None, "Action plans are SMART."),
        ("Action is taken.", None, "Action is taken."),
    ],
)
def test_numbers_with_letters(text: str, number: str | None, words: str) -> None:
    assert take_number(text) == (number, words)


def test_dotted_numbers_part_a_cell_into_actions_that_share_lead_and_date() -> None:
    found = actions(
        table(("Actions", "Lead", "Date"), ("2.1 Ask fathers.\n2.2 Record details.\n2.3 Invite them.", "Head of Care", "May 2026"))
    )
    assert [(action.number, action.text, action.leads, action.due_dates) for action in found] == [
        ("2.1", "Ask fathers.", ("Head of Care",), ("2026-05",)),
        ("2.2", "Record details.", ("Head of Care",), ("2026-05",)),
        ("2.3", "Invite them.", ("Head of Care",), ("2026-05",)),
    ]


def test_a_board_under_a_shared_date_is_no_second_date() -> None:
    found = actions(
        table(("Action", "Lead", "By when"), ("1. Train nurses.\n2. Ask schools.", "Nurse Lead", "May 2026\nHealth and Wellbeing Board"))
    )
    assert [(action.due_dates, action.accountable_to) for action in found] == [(("2026-05",), ("Health and Wellbeing Board",))] * 2


def _tracker(*rows: tuple[str, str]) -> list[tuple[str | None, list[str | None]]]:
    """Each item's number and those of its actions, from rows of a number and the item's words (blank: the same item)."""
    told = [(ref, item, f"Do thing {at} well.", "Head of Care", "May 2026") for at, (ref, item) in enumerate(rows, 1)]
    found = items(table(("Ref", "Improvement needed", "Action", "Lead", "By when"), *told))
    return [(item.number, [action.number for action in item.actions]) for item in found]


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        # a count that goes on over the rows of one item counts actions, in every item that it runs through
        ((("W1", "Waits are long."), ("W2", ""), ("W3", "Plans are poor.")), [(None, ["W1", "W2"]), (None, ["W3"])]),
        ((("1", "Waits are long."), ("2", ""), ("3", "Plans are poor.")), [(None, ["1", "2"]), (None, ["3"])]),
        # one number an item: it is the item's
        ((("W1", "Waits are long."), ("", ""), ("W2", "Plans are poor.")), [("W1", [None, None]), ("W2", [None])]),
        ((("W1", "Waits are long."), ("W2", "Plans are poor.")), [("W1", [None]), ("W2", [None])]),
        # a number that does not go on is told as it stands
        ((("A1", "Waits are long."), ("B7", ""), ("C1", "Plans are poor.")), [("A1", [None, "B7"]), ("C1", [None])]),
    ],
)
def test_a_number_column_that_counts_actions_numbers_no_item(
    rows: tuple[tuple[str, str], ...], numbers: list[tuple[str | None, list[str | None]]]
) -> None:
    assert _tracker(*rows) == numbers
