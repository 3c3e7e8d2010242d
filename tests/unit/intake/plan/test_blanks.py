"""Blank and “as above” lead cells: which repeat the cell above and which are gaps."""

import pytest

from tests.unit.intake.plan.plan_papers import actions, read, table

HEADS = ("Issue", "Action", "Lead", "By when")


def _plan(*leads: tuple[str, ...]) -> list[tuple[str, ...]]:
    rows = [HEADS]
    for item, group in enumerate(leads, 1):
        for at, lead in enumerate(group):
            rows.append((f"Issue {item} is not dealt with." if not at else "", f"Do the {item}.{at} thing well.", lead, "May 2026"))
    return rows


def test_leads_printed_once_an_item_go_down_its_rows() -> None:
    reading = read(table(*_plan(("Head of Care", "", ""), ("Head of Help", ""))))
    found = [(action.leads, action.leads_basis) for item in reading.plan.items for action in item.actions]
    assert found == [
        (("Head of Care",), "printed"),
        (("Head of Care",), "filled_down"),
        (("Head of Care",), "filled_down"),
        (("Head of Help",), "printed"),
        (("Head of Help",), "filled_down"),
    ]
    assert [problem.severity for problem in reading.problems if problem.where == "leads"] == ["info"]


@pytest.mark.parametrize(
    "leads",
    [
        (("Head of Care", "", "Head of Help"), ("Head of Help", "Head of Care", "Head of Care")),  # one gap among many
        (("Head of Care", ""), ("", "")),  # an item that prints none
        (("Head of Care", "", ""),),  # one item shows no habit
    ],
)
def test_a_gap_stays_a_gap(leads: tuple[tuple[str, ...], ...]) -> None:
    found = actions(table(*_plan(*leads)))
    assert any(not action.leads for action in found)
    assert not any(action.leads_basis == "filled_down" for action in found)


@pytest.mark.parametrize("mark", ["As above", "as above.", "ditto", "″", '"', "''", "Do.", "Same as above", "(as above)", "〃"])
def test_ditto_marks_repeat_the_cell_above(mark: str) -> None:
    found = actions(table(HEADS, ("Issue.", "Do one thing well.", "Head of Care", "May 2026"), ("", "Do another well.", mark, mark)))
    assert [(action.leads, action.leads_basis, action.due_dates) for action in found] == [
        (("Head of Care",), "printed", ("2026-05",)),
        (("Head of Care",), "filled_down", ("2026-05",)),
    ]


def test_ditto_without_anything_above_is_no_name_made_up() -> None:
    (action,) = actions(table(HEADS, ("Issue.", "Do one thing well.", "″", "May 2026")))
    assert (action.leads, action.leads_basis) == ((), "none")


def test_as_above_in_the_progress_stays_what_was_said() -> None:
    found = actions(
        table((*HEADS, "Progress"), ("Issue.", "Do a thing.", "Head of Care", "May 2026", "Begun."), ("", "Do it.", "X", "", "As above"))
    )
    assert found[1].progress[0].text == "As above"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("—", []),
        ("-", []),
        ("– –", []),
        ("n/a", []),
        ("N/A.", []),
        ("N.A.", []),
        # a statement stays, even one of nothing, and so do words beside a dash
        ("None to date", ["None to date"]),
        ("Nil return in May", ["Nil return in May"]),
        ("– begun", ["– begun"]),
        ("N/A until May", ["N/A until May"]),
    ],
)
def test_a_dash_or_not_applicable_is_no_progress(cell: str, told: list[str]) -> None:
    rows = (("Action", "Lead", "By when", "Progress"), ("Visit every child in time.", "Head of Care", "May 2026", cell))
    (action,) = actions(table(*rows, ("Train every worker well.", "Head of Help", "June 2026", "All done")))[:1]
    assert [progress.text for progress in action.progress] == told


def test_a_dash_in_one_quarter_is_no_progress_of_it() -> None:
    rows = (
        ("Action", "Lead", "By when", "Progress Q1", "Progress Q2"),
        ("Visit every child in time.", "Head of Care", "May 2026", "—", "Done"),
    )
    (action,) = actions(table(*rows, ("Train every worker well.", "Head of Help", "June 2026", "Begun", "n/a")))[:1]
    assert [progress.text for progress in action.progress] == ["Progress Q2: Done"]
