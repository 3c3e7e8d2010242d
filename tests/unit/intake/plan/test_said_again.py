"""Items said again: “(continued)” on the next page, “as above” in the items' column."""

import pytest

from goldthread.intake.plan.builder import without_continued
from tests.unit.intake.plan.plan_papers import LEFT, heading, items, table

HEADS = ("Area", "Action", "Lead", "By when")


@pytest.mark.parametrize("again", ["Recording (continued)", "Recording – cont’d", "Recording cont.", "RECORDING (CONTINUED)"])
def test_an_item_that_is_continued_is_one_item(again: str) -> None:
    (item,) = items(
        table(HEADS, ("Recording", "Agree a template.", "Practice Lead", "May 2026")),
        table(HEADS, (again, "Audit its use.", "Audit Manager", "June 2026"), number=2),
    )
    assert [action.text for action in item.actions] == ["Agree a template.", "Audit its use."]


def test_a_continued_band_keeps_what_was_said_of_its_item() -> None:
    heads = ("No", "Action", "Lead", "By when")
    (item,) = items(
        table(
            heads,
            ("Priority 1: Recording", LEFT, LEFT, LEFT),
            ("NB: agreed by Cabinet.", LEFT, LEFT, LEFT),
            ("1", "Agree a template.", "Practice Lead", "May 2026"),
            ("Priority 1: Recording (continued)", LEFT, LEFT, LEFT),
            ("2", "Audit its use.", "Audit Manager", "June 2026"),
        )
    )
    assert (len(item.actions), item.notes) == (2, "NB: agreed by Cabinet.")


def test_another_item_that_is_continued_is_its_own() -> None:
    found = items(
        heading("Improvement plan", 1),
        table(
            HEADS,
            ("Recording", "Agree a template.", "Practice Lead", "May 2026"),
            ("Visits (continued)", "Plan them.", "Team Manager", "June 2026"),
        ),
    )
    assert len(found) == 2


@pytest.mark.parametrize("text", ["Care to be continued at home", "Continuity", "Content", "Continued"])
def test_words_that_only_look_like_it_stay(text: str) -> None:
    assert without_continued(text) == text


@pytest.mark.parametrize("ditto", ["As above", "ditto", "“"])
def test_as_above_in_the_items_column_is_the_item_above(ditto: str) -> None:
    (item,) = items(
        table(
            HEADS,
            ("Visits", "Plan visits.", "Team Manager", "March 2026"),
            (ditto, "Report missed ones.", "Data Manager", "April 2026"),
        )
    )
    assert (item.text, len(item.actions)) == ("Visits", 2)
