"""Rows that lost their merging and still head an item."""

from goldthread.intake.document import Span
from tests.unit.intake.plan.plan_papers import heading, items, table

HEADS = ("No", "Action", "Lead", "By when")


def test_a_number_with_its_parts_below_heads_an_item() -> None:
    found = items(
        table(
            HEADS,
            ("1", "Visits to children", "", ""),
            ("1.1", "Report visits weekly.", "Head of Care", "May 2026"),
            ("2", "Quality of meetings", "", ""),
            ("2.1", "Observe one a month.", "Head of Help", "June 2026"),
        )
    )
    assert [(item.number, item.text, [action.number for action in item.actions]) for item in found] == [
        ("1", "Visits to children", ["1.1"]),
        ("2", "Quality of meetings", ["2.1"]),
    ]


def test_an_action_without_lead_and_date_is_no_heading() -> None:
    (item,) = items(table(HEADS, ("1", "Report visits.", "", ""), ("2", "Observe meetings.", "Head of Help", "June 2026")))
    assert [action.number for action in item.actions] == ["1", "2"]


def test_bold_words_alone_in_a_row_head_an_item() -> None:
    found = items(
        heading("Improvement plan", 1),
        table(
            ("Action", "Lead", "By when"),
            ((Span(text="1. Partners share information", bold=True),), "", ""),
            ("Agree a protocol.", "Head of Care", "May 2026"),
        ),
    )
    assert [(item.number, item.text) for item in found] == [("1", "Partners share information")]


def test_a_row_above_its_outcome_heads_an_item() -> None:
    (item,) = items(
        table(
            ("Action", "Lead", "By when"),
            ("1. Children are heard", "", ""),
            ("Outcome: what children say changes what happens.", "", ""),
            ("Train advocates.", "Participation Officer", "May 2026"),
        )
    )
    assert (item.text, [outcome.text for outcome in item.outcomes]) == ("Children are heard", ["what children say changes what happens."])
    assert len(item.actions) == 1
