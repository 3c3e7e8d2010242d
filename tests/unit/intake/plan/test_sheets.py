"""Sheets that came as one table: legends and glossaries at the plan's head or foot."""

import pytest

from tests.unit.intake.plan.plan_papers import read, table

HEADS = ("Issue", "Action", "Lead", "By when", "RAG")
ROWS = (("Issue one.", "Do a thing.", "Head of Care", "May 2026", "Red"), ("Issue two.", "Do more.", "Head of Help", "June 2026", "Green"))
KEY = (("Red", "Will be late"), ("Amber", "May be late"), ("Green", "On time"))


def test_a_legend_under_the_plan_is_its_key() -> None:
    plan = read(table(HEADS, *ROWS, ("Key",), *KEY), file="plan.csv").plan
    assert [entry.label for entry in plan.status_key] == ["Red", "Amber", "Green"]
    assert [item.text for item in plan.items] == ["Issue one.", "Issue two."]


def test_a_legend_in_bullets_under_the_plan_is_its_key() -> None:
    plan = read(table(HEADS, *ROWS, ("Key to RAG",), *((f"• {label} – {said}",) for label, said in KEY)), file="plan.csv").plan
    assert [(entry.label, entry.meaning) for entry in plan.status_key] == list(KEY)
    assert len(plan.items) == 2


def test_a_legend_above_the_headings_is_its_key() -> None:
    plan = read(table(("RAG", "Meaning"), *KEY, HEADS, *ROWS), file="plan.csv").plan
    assert [entry.label for entry in plan.status_key] == ["Red", "Amber", "Green"]
    assert len(plan.items) == 2


def test_a_legend_without_its_colours_is_no_item() -> None:
    rows = (("Legend",), ("Colour", "Meaning"), ("", "Delayed, plan needed"), ("", "Minor delay"))
    plan = read(table(HEADS, *ROWS, *rows), file="plan.csv").plan
    assert [item.text for item in plan.items] == ["Issue one.", "Issue two."]
    assert plan.status_key == ()


def test_a_glossary_under_the_plan_explains_its_terms() -> None:
    plan = read(table(HEADS, *ROWS, ("Abbreviations",), ("HR", "Human Resources"), ("IRO", "Reviewing officer")), file="plan.csv").plan
    assert [(entry.term, entry.meaning) for entry in plan.glossary] == [("HR", "Human Resources"), ("IRO", "Reviewing officer")]


@pytest.mark.parametrize("title", ["Key priorities for children", "Governance", "Reporting"])
def test_a_title_with_actions_under_it_is_no_legend(title: str) -> None:
    plan = read(table(HEADS, *ROWS, (title,), ("Issue three.", "Do it all.", "Head of Care", "July 2026", "Red")), file="plan.csv").plan
    assert sum(len(item.actions) for item in plan.items) == 3
