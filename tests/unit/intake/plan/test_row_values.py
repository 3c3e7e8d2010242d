"""Cells of a row that say two things, rows of update below an action, headings that explain themselves."""

import pytest

from goldthread.intake.plan.columns import Role, role_of
from tests.unit.intake.plan.plan_papers import LEFT, actions, items, line, table

HEADS = ("No", "Action", "Lead", "By when", "Status and commentary")
LONG = "the first forty families have met their new worker and been asked what they think"


@pytest.mark.parametrize(
    ("status", "rating", "said"),
    [
        (f"Amber – {LONG}", "Amber", LONG),
        (f"Green: {LONG}", "Green", LONG),
        (f"Red\n{LONG}", "Red", LONG),
        (f"Since May {LONG}", None, f"Since May {LONG}"),
        (f"Amberley House – {LONG}", None, f"Amberley House – {LONG}"),
    ],
)
def test_the_colour_that_opens_a_status_in_sentences_is_the_rating(status: str, rating: str | None, said: str) -> None:
    (action,) = actions(table(HEADS, ("1", "Meet families.", "Head of Care", "May 2026", status)))
    assert (action.rating, [entry.text for entry in action.progress]) == (rating, [said])


def test_a_row_of_update_belongs_to_the_action_above_it() -> None:
    update = "Update January 2026: the panel met twice."
    (item,) = items(
        table(
            ("No", "Action", "Lead", "By when"),
            ("1", "Set up a panel.", "Head of Care", "May 2026"),
            (update, LEFT, LEFT, LEFT),
            ("2", "Write plans.", "Head of Help", "June 2026"),
        )
    )
    assert [[entry.text for entry in action.progress] for action in item.actions] == [[update], []]


def test_the_last_update_may_stand_as_a_line_below_the_table() -> None:
    last = "Update January 2026: half are written."
    (item,) = items(
        table(
            ("No", "Action", "Lead", "By when"),
            ("1", "Set up a panel.", "Head of Care", "May 2026"),
            ("Update January 2026: it met twice.", LEFT, LEFT, LEFT),
            ("2", "Write plans.", "Head of Help", "June 2026"),
        ),
        line(last),
    )
    assert [entry.text for entry in item.actions[1].progress] == [last]


def test_a_line_below_a_table_without_such_rows_is_no_update() -> None:
    (action,) = actions(
        table(("No", "Action", "Lead", "By when"), ("1", "Set up a panel.", "Head of Care", "May 2026")),
        line("Update: this plan was agreed in May."),
    )
    assert action.progress == ()


def test_an_outcome_in_a_row_above_the_second_heading_is_kept() -> None:
    heads = ("Ref", "Action", "Lead", "By when", "RAG")
    _, second = items(
        table(
            heads,
            ("1a", "Coach managers.", "Director", "May 2026", "Green"),
            ("Priority 2: Purposeful plans",),
            ("Outcome: Families understand their plan.",),
            heads,
            ("2a", "Write plans.", "Head of Help", "June 2026", "Red"),
        )
    )
    assert [outcome.text for outcome in second.outcomes] == ["Families understand their plan."]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Action (specific and measurable)", Role.ACTION),
        ("Completion date (dd/mm/yy)", Role.BY_WHEN),
        ("Actions (progress to date)", Role.PROGRESS),
        ("How are we doing?", Role.PROGRESS),
        ("How will we get there?", Role.ACTION),
    ],
)
def test_headings_that_explain_or_ask(heading: str, role: Role) -> None:
    assert role_of(heading) is role
