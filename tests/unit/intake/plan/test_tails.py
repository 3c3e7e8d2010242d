"""Lead and date inside the action's own sentence."""

import pytest

from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.tails import take_tail
from tests.unit.intake.plan.plan_papers import actions, table

LEAD, WHEN = Role.LEAD, Role.BY_WHEN


@pytest.mark.parametrize(
    ("text", "words", "facts"),
    [
        (
            "Open a weekend duty desk (Lead: Duty Manager; by 30 June 2026)",
            "Open a weekend duty desk",
            [(LEAD, "Duty Manager"), (WHEN, "30 June 2026")],
        ),
        (
            "Write a neglect strategy – Lead: Head of Help – By: April 2026",
            "Write a neglect strategy",
            [(LEAD, "Head of Help"), (WHEN, "April 2026")],
        ),
        ("Publish the offer on the site [by end May 2026].", "Publish the offer on the site", [(WHEN, "end May 2026")]),
        ("Train every social worker (Owner: Principal Social Worker)", "Train every social worker", [(LEAD, "Principal Social Worker")]),
        ("Hold six conversations (Director, March 2026)", "Hold six conversations", [(LEAD, "Director"), (WHEN, "March 2026")]),
        # what is no lead and no date stays in the sentence
        ("Improve visits to children – when children go missing", None, []),
        ("Agree the thresholds (by which teams decide)", None, []),
        ("Review the pathway (lead professionals attend)", None, []),
        ("Ensure plans are shared – who attends is recorded", None, []),
        ("Meet (Lead: X)", None, []),
        ("Visit children in care homes (Leeds, March 2026)", None, []),
        ("Agree the budget (Cabinet paper, 2026)", None, []),
        ("Act on the letter about visits (Ofsted, March 2026)", None, []),
        ("Follow the guidance on visits (Working Together, July 2023)", None, []),
    ],
)
def test_lead_and_date_that_close_a_sentence(text: str, words: str | None, facts: list[tuple[Role, str]]) -> None:
    assert take_tail(text) == (words or text, facts)


def test_each_numbered_action_of_a_cell_keeps_its_own_lead() -> None:
    found = actions(
        table(
            ("Action", "Progress", "RAG"),
            (
                "1. Open a weekend desk (Lead: Duty Manager; by June 2026)\n2. Join up the phone lines (Lead: Head of ICT)",
                "Begun.",
                "Amber",
            ),
        )
    )
    assert [(action.number, action.leads, action.due_dates) for action in found] == [
        ("1", ("Duty Manager",), ("2026-06",)),
        ("2", ("Head of ICT",), ()),
    ]


def test_columns_of_their_own_say_who_and_when() -> None:
    (action,) = actions(
        table(("Action", "Lead", "By when"), ("Open a weekend desk (Lead: Duty Manager)", "Head of Duty", "May 2026")),
    )
    assert (action.text, action.leads) == ("Open a weekend desk (Lead: Duty Manager)", ("Head of Duty",))


@pytest.mark.parametrize(
    ("cell", "leads", "dates"),
    [
        ("Head of Care, May 2026", ("Head of Care",), ("2026-05",)),
        ("Head of Care\nby end June 2026", ("Head of Care",), ("2026-06-30",)),
        ("Head of Care (from 1 April 2026)", ("Head of Care",), ()),  # a handover is no date of the action
        ("Head of Care", ("Head of Care",), ()),
    ],
)
def test_one_column_for_who_and_when(cell: str, leads: tuple[str, ...], dates: tuple[str, ...]) -> None:
    (action,) = actions(
        table(("Issue", "Action", "Who and by when", "Progress"), ("Late visits.", "Set a standard for visits.", cell, "Begun."))
    )
    assert (action.leads, action.due_dates) == (leads, dates)
