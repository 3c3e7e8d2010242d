"""Headings that ask in sentences, are misspelt or ask how far things are; tables that only look as wide as the plan."""

import pytest

from goldthread.intake.plan.columns import Role, role_of
from tests.unit.intake.plan.plan_papers import actions, heading, items, table

ASKING = (
    "Area for improvement as set out in the inspection report published in 2025",
    "What specific actions will be taken by the service in order to address the area for improvement identified by inspectors?",
    "Name of the person who is responsible for making sure that the action is carried out in full and on time",
    "Date by which the action is expected to be fully completed",
    "What progress has been made so far and what is the evidence for it (please give figures where they are available)?",
)


def test_headings_in_sentences_are_no_action() -> None:
    found = actions(
        table(
            ASKING,
            ("Quality of interviews.", "Commission an interviewer.", "Commissioning Manager", "30 April 2026", "Tender issued."),
            ("Timeliness of interviews.", "Offer one within 72 hours.", "Team Manager", "31 January 2026", "66% in time."),
        )
    )
    assert [(action.leads, action.due_dates, [entry.text for entry in action.progress]) for action in found] == [
        (("Commissioning Manager",), ("2026-04-30",), ["Tender issued."]),
        (("Team Manager",), ("2026-01-31",), ["66% in time."]),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("PROGESS", Role.PROGRESS),
        ("Timscale", Role.BY_WHEN),
        ("Responsibilty", Role.LEAD),
        ("Process", None),
        ("How far are we?", Role.PROGRESS),
        ("How do we know?", Role.MEASURE),
        ("How will we do it?", Role.ACTION),
    ],
)
def test_headings_misspelt_and_asking(text: str, role: Role | None) -> None:
    assert role_of(text) is role


PLAN = table(
    ("Priority", "Action", "Lead", "By when", "RAG"),
    ("Continuity", "Name a worker.", "Head of Care", "March 2026", "Amber"),
    ("Continuity", "Check it weekly.", "Data Manager", "May 2026", "Green"),
)


def test_another_table_of_the_same_width_under_its_own_heading_is_no_plan() -> None:
    courses = table(
        ("Course", "Audience", "Provider", "Date", "Places"),
        ("Direct work", "Social workers", "Practice academy", "12 March 2026", "20"),
        number=2,
    )
    assert len(actions(PLAN, heading("Training"), courses, file="plan.pdf")) == 2


def test_rows_on_the_next_page_still_belong_to_the_plan() -> None:
    rest = table(("Continuity", "Ask the children themselves.", "Participation Lead", "June 2026", "Red"), number=2)
    assert len(actions(PLAN, rest, file="plan.pdf")) == 3


def test_a_sentence_below_a_labelled_name_in_a_sheet_says_why() -> None:
    heads = ("No.", "Action", "Lead", "By when", "RAG")
    _, second = items(
        table(
            heads,
            ("1", "Hold an assembly.", "Participation Lead", "July 2026", "Green"),
            ("Priority 2: Acting early",),
            ("Help comes late.",),
            heads,
            ("1", "Place workers in schools.", "Head of Early Help", "May 2026", "Red"),
        )
    )
    assert (second.text, second.notes) == ("Acting early", "Help comes late.")
