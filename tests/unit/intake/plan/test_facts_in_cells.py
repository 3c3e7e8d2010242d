"""One cell or one line that says everything of an action under labels; reports of progress without anybody's name."""

import pytest

from goldthread.intake.plan.columns import Role, role_of
from tests.unit.intake.plan.plan_papers import actions, heading, items, line, table

HEADS = ("Recommendation", "Our response")


def told(action: str, lead: str, when: str) -> str:
    return f"Action: {action}\nLead: {lead}\nBy when: {when}"


def test_facts_with_a_line_each_in_one_cell() -> None:
    first, second = items(
        table(
            HEADS,
            (
                "Record wishes.",
                told("Add a page for wishes\nto each record.", "Systems Manager", "30 April 2026") + "\nProgress: Designed.",
            ),
            ("Supervise regularly.", told("Put dates in diaries.", "Team managers", "31 January 2026")),
        )
    )
    (action,) = first.actions
    assert (first.text, action.text, action.leads, action.due_dates) == (
        "Record wishes.",
        "Add a page for wishes to each record.",
        ("Systems Manager",),
        ("2026-04-30",),
    )
    assert [entry.text for entry in action.progress] == ["Designed."]
    assert second.actions[0].due_dates == ("2026-01-31",)


def test_a_cell_may_tell_of_two_actions() -> None:
    both = told("Add a page.", "Systems Manager", "April 2026") + "\n" + told("Train staff.", "Practice Lead", "May 2026")
    (item,) = items(table(HEADS, ("Record wishes.", both)))
    assert [(action.text, action.leads) for action in item.actions] == [
        ("Add a page.", ("Systems Manager",)),
        ("Train staff.", ("Practice Lead",)),
    ]


def test_a_colon_in_a_sentence_is_no_label() -> None:
    found = actions(
        table(("Recommendation", "Action", "Lead"), ("Record wishes.", "Add two pages: wishes and feelings.", "Systems Manager"))
    )
    assert [action.text for action in found] == ["Add two pages: wishes and feelings."]


def test_a_numbered_sentence_with_its_facts_in_the_same_line() -> None:
    found = actions(
        heading("Improvement plan", 1),
        heading("Life-story work"),
        line("1. Give each child a book. Lead: Permanence Lead. By when: 30 June 2026. Status: Amber."),
        line("2. Train carers in it. Lead: Fostering Manager. By when: 31 May 2026. Status: Red."),
    )
    assert [(action.number, action.text, action.leads, action.due_dates, action.rating) for action in found] == [
        ("1", "Give each child a book.", ("Permanence Lead",), ("2026-06-30",), "Amber"),
        ("2", "Train carers in it.", ("Fostering Manager",), ("2026-05-31",), "Red"),
    ]


def test_dashes_between_facts_are_no_part_of_them() -> None:
    found = actions(
        heading("Improvement plan", 1),
        heading("Life-story work"),
        line("Give each child a book – Lead: Permanence Lead – By: June 2026", bullet=True),
        line("• Train carers in it – Lead: Fostering Manager – By: May 2026"),
    )
    assert [(action.text, action.leads) for action in found] == [
        ("Give each child a book", ("Permanence Lead",)),
        ("Train carers in it", ("Fostering Manager",)),
    ]


def test_a_report_of_progress_needs_nobody_s_name() -> None:
    (item,) = items(
        table(
            ("Recommendation", "Progress since last report", "Previous RAG", "Current RAG", "Next steps"),
            ("Strengthen oversight.", "Panel now meets fortnightly.", "Red", "Amber", "Move it to weekly."),
        )
    )
    (action,) = item.actions
    assert (item.text, action.text, action.rating) == ("Strengthen oversight.", "Move it to weekly.", "Amber")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Meeting date", Role.OTHER),
        ("Minute ref", Role.SOURCE),
        ("Actual impact", Role.EVIDENCE),
        ("Expected impact", Role.OUTCOME),
    ],
)
def test_headings_of_trackers(text: str, role: Role) -> None:
    assert role_of(text) is role


def test_in_plain_print_a_short_line_over_such_entries_names_their_item() -> None:
    found = items(
        line("Improvement plan"),
        line("Court work", gap=True),
        line("1. File every statement on time. Lead: Court Manager. By when: 28 February 2026.", gap=True),
        line("Life-story work", gap=True),
        line("2. Give each child a book. Lead: Permanence Lead. By when: 30 June 2026.", gap=True),
        file="plan.txt",
    )
    assert [(item.text, len(item.actions)) for item in found] == [("Court work", 1), ("Life-story work", 1)]


def test_who_sponsors_a_priority_is_not_its_name() -> None:
    (item,) = items(
        line("Improvement plan"),
        line("Priority 1: Strong leaders", gap=True),
        line("Sponsor: Director of Services", gap=True),
        table(("Ref", "Action", "Lead", "By when"), ("1a", "Name a lead.", "Director", "May 2026")),
        file="plan.txt",
    )
    assert (item.text, item.notes) == ("Strong leaders", "Sponsor: Director of Services")


def test_leads_of_two_agencies_stay_two_where_print_wraps() -> None:
    (action,) = actions(
        table(
            ("Area", "Action", "LA lead", "Health lead", "By when"),
            ("Waits", "Open a clinic.", "Early Help Manager", "Designated Clinical Officer", "May 2026"),
        ),
        file="plan.txt",
    )
    assert action.leads == ("Early Help Manager", "Designated Clinical Officer")
