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


def test_a_schedule_s_summary_row_heads_its_tasks() -> None:
    found = items(
        table(
            ("WBS", "Task name", "Duration", "Start", "Finish", "Resource names", "% complete"),
            ("1", "Stable workforce", "120 days", "05/01/2026", "19/06/2026", "", "40%"),
            ("1.1", "Advertise posts", "20 days", "05/01/2026", "30/01/2026", "Recruitment Lead", "100%"),
            ("2", "Supervision", "90 days", "02/02/2026", "05/06/2026", "", "10%"),
            ("2.1", "Choose a template", "15 days", "02/02/2026", "20/02/2026", "Practice Lead", "30%"),
        )
    )
    assert [(item.number, item.text, [action.number for action in item.actions]) for item in found] == [
        ("1", "Stable workforce", ["1.1"]),
        ("2", "Supervision", ["2.1"]),
    ]


def test_a_numbered_action_with_a_lead_of_its_own_is_no_summary() -> None:
    (item,) = items(
        table(
            HEADS,
            ("1", "Report visits.", "Head of Care", "May 2026"),
            ("1.1", "Report them weekly.", "Head of Help", "June 2026"),
        )
    )
    assert [action.number for action in item.actions] == ["1", "1.1"]


def test_a_code_above_its_parts_heads_them() -> None:
    found = items(
        table(
            ("Code & title", "Due date", "Managed by", "Status"),
            ("CYP 1 Front door", "", "", ""),
            ("CYP 1.1 Redesign the form", "31/03/2026", "Duty Manager", "In progress"),
            ("CYP 2 Sufficiency", "", "", ""),
            ("CYP 2.1 Recruit ten carers", "30/09/2026", "Fostering Manager", "Overdue"),
        )
    )
    assert [len(item.actions) for item in found] == [1, 1]


def test_a_recommendation_that_nobody_answers_is_kept() -> None:
    first, second = items(
        table(
            ("No", "Recommendation", "Action", "Lead", "By when"),
            ("1", "That young people sit on panels.", "Train twenty interviewers.", "Director", "May 2026"),
            ("2", "That a second centre is opened.", "", "", ""),
        )
    )
    assert (len(first.actions), second.text, second.actions) == (1, "That a second centre is opened.", ())
