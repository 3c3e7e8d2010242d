"""Tables that are made ordinary before they are read: a column an agency, and columns that go on in the next table."""

import pytest

from tests.unit.intake.plan.plan_papers import actions, items, line, table

LEFT = (("Ref", "Priority", "Action", "Lead"), ("1", "Recording", "Close old records.", "Practice Lead"))
RIGHT = (("Due date", "Progress", "RAG"), ("31/01/2026", "412 closed.", "Green"))


def test_each_agency_s_cell_is_an_action_that_it_leads() -> None:
    (item,) = items(
        table(
            ("Area for improvement", "Children’s social care", "Police", "By when"),
            ("Strategy discussions lack health.", "Invite the nurse to each of them.", "Send an officer within the hour.", "April 2026"),
        )
    )
    assert item.text == "Strategy discussions lack health."
    assert [(action.text, action.leads, action.due_dates) for action in item.actions] == [
        ("Invite the nurse to each of them.", ("Children’s social care",), ("2026-04",)),
        ("Send an officer within the hour.", ("Police",), ("2026-04",)),
    ]


def test_an_agency_with_nothing_to_do_has_no_action() -> None:
    (item,) = items(
        table(
            ("Area for improvement", "Health", "Police", "By when"),
            ("Discussions lack health.", "Invite the nurse to each of them.", "", "April 2026"),
            ("Discussions lack health.", "Keep a rota of nurses for them.", "Send an officer within the hour.", "May 2026"),
        )
    )
    assert [action.leads for action in item.actions] == [("Health",), ("Health",), ("Police",)]


def test_ticks_under_agencies_are_no_actions() -> None:
    found = actions(
        table(
            ("Area for improvement", "Action", "Health", "Police", "By when"),
            ("Discussions lack health.", "Invite the nurse to each of them.", "✓", "", "April 2026"),
        )
    )
    assert [action.text for action in found] == ["Invite the nurse to each of them."]


def test_columns_on_the_next_page_belong_to_their_rows() -> None:
    (action,) = actions(table(*LEFT), table(*RIGHT, number=2))
    assert (action.due_dates, action.rating, [entry.text for entry in action.progress]) == (("2026-01-31",), "Green", ["412 closed."])
    assert action.places
    assert action.places["by_when_text"].table == 2


@pytest.mark.parametrize(
    "further",
    [
        pytest.param((*RIGHT, ("", "", "Red")), id="another number of rows"),
        pytest.param((("Ref", "Due date", "RAG"), ("1", "31/01/2026", "Green")), id="a number of its own"),
        pytest.param((("Due date", "Lead"), ("31/01/2026", "Director")), id="a heading said again"),
        pytest.param((("Area", "Due date", "RAG"), ("Recording", "31/01/2026", "Green")), id="what is to improve"),
        pytest.param((("Colour", "RAG"), ("31/01/2026", "Green")), id="an unknown heading"),
    ],
)
def test_another_table_is_not_joined(further: tuple[tuple[str, ...], ...]) -> None:
    action, *_ = actions(table(*LEFT), table(*further, number=2))
    assert action.due_dates == ()


def test_a_line_between_keeps_tables_apart() -> None:
    (action,) = actions(table(*LEFT), line("Measures of the whole service"), table(*RIGHT, number=2))
    assert action.due_dates == ()


def test_a_plan_on_a_page_lists_actions_under_its_pillars() -> None:
    found = items(
        line("Our improvement plan on a page", level=1),
        table(
            ("Pillar 1: Strong leaders", "Pillar 2: Safe homes"),
            ("• Visit every team\n• Publish priorities", "• Build two homes\n  near schools"),
        ),
    )
    assert [(item.text, [action.text for action in item.actions]) for item in found] == [
        ("Pillar 1: Strong leaders", ["Visit every team", "Publish priorities"]),
        ("Pillar 2: Safe homes", ["Build two homes near schools"]),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("Strengths", "Weaknesses"), ("• Visits", "• Plans")), id="lists of something else"),
        pytest.param((("Pillar 1: Leaders", "Pillar 2: Homes"), ("We visit every team.", "We build homes.")), id="no lists"),
    ],
)
def test_other_columns_of_words_are_no_plan(rows: tuple[tuple[str, ...], ...]) -> None:
    assert items(line("Our improvement plan on a page", level=1), table(*rows)) == ()


def test_an_item_s_words_go_on_in_the_next_line_of_print() -> None:
    (item,) = items(
        table(
            ("Area for improvement", "Action", "Lead", "Timescale"),
            ("The timeliness of health", "Book each assessment on the day", "Designated Nurse", "31 May 2026"),
            ("assessments.", "a child comes into care.", "", ""),
            ruled=False,
        ),
        file="plan.txt",
    )
    assert item.text == "The timeliness of health assessments."
    assert [action.text for action in item.actions] == ["Book each assessment on the day a child comes into care."]


def test_actions_by_quarter_are_an_action_each() -> None:
    (item,) = items(
        table(
            ("Priority", "Lead", "Actions for Q1", "Actions for Q2"),
            ("Reduce distant placements", "Commissioner", "Map needs.", "Sign two providers."),
        )
    )
    assert [(action.text, action.leads, action.by_when_text) for action in item.actions] == [
        ("Map needs.", ("Commissioner",), "Actions for Q1"),
        ("Sign two providers.", ("Commissioner",), "Actions for Q2"),
    ]


def test_a_recovery_action_is_told_of_the_action_that_is_late() -> None:
    (action,) = actions(
        table(
            ("Action (off track)", "Owner", "Forecast date", "Recovery action", "RAG"),
            ("Recruit managers", "Recruitment Lead", "31/03/2026", "Search firm engaged.", "Red"),
        )
    )
    assert (action.text, [entry.text for entry in action.progress]) == ("Recruit managers", ["Search firm engaged."])
