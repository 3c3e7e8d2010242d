"""An action against its date, and a date that moved."""

from datetime import date

import pytest

from goldthread.reports.rows import plan_rows
from goldthread.reports.slipping import Standing, moved, standing
from tests.factories import a_picture, an_action, an_item

DAY = date(2026, 3, 31)
Revision = tuple[str | None, list[str]]


def stands(**fields: object) -> Standing:
    (row,) = plan_rows(a_picture([an_item(actions=[an_action(**fields)])]), as_at=DAY)
    return standing(row, DAY)


@pytest.mark.parametrize(
    ("due", "state", "words"),
    [
        ("2026-03-30", "late", "1 day late"),
        ("2026-02", "late", "31 days late"),
        ("2026-03-31", "soon", "due today"),
        ("2026-03", "soon", "due today"),
        ("2026-04-12", "soon", "due in 12 days"),
        ("2026-12", "open", ""),
    ],
)
def test_an_action_is_late_from_the_day_after_its_date(due: str, state: str, words: str) -> None:
    said = stands(due_dates=(due,), by_when_text=due)

    assert (said.state, said.words) == (state, words)


def test_what_is_done_is_done_whatever_its_date() -> None:
    assert stands(due_dates=("2026-02",), rating="Blue", progress="Completed.") == Standing(state="done", words="done")


def test_a_passed_date_that_makes_nothing_late_is_told_as_the_plan_prints_it() -> None:
    said = stands(due_dates=("2025-12",), by_when_text="Monthly from December 2025", recurrence="monthly")

    assert (said.state, said.printed) == ("open", "Monthly from December 2025")


def test_no_date_is_not_late() -> None:
    assert stands(due_dates=(), by_when_text="To be confirmed") == Standing(state="open")


@pytest.mark.parametrize(
    ("revisions", "words", "slipped"),
    [
        ([("31 March 2026", ["2026-03-31"]), ("May", ["2026-05-31"])], "moved once, 61 days later than 31 March 2026", True),
        ([("March", ["2026-03"]), ("May", ["2026-05"]), ("June", ["2026-06"])], "moved twice, 91 days later than March 2026", True),
        ([("May", ["2026-05-02"]), ("May", ["2026-05-01"])], "moved once, 1 day earlier than 2 May 2026", False),
        ([("May", ["2026-05"]), ("May", ["2026-05-31"])], "moved once, first May 2026", False),
        ([("TBC", []), ("May", ["2026-05"])], "moved once, first TBC", False),
        ([(None, []), ("x", []), ("y", []), ("May", ["2026-05"])], "moved 3 times, first no date", False),
    ],
)
def test_a_date_that_moved_says_how_often_and_how_far(revisions: list[Revision], words: str, slipped: bool) -> None:
    found = moved(revisions)

    assert found is not None
    assert (found.words, found.slipped) == (words, slipped)


def test_a_date_that_was_never_changed_did_not_move() -> None:
    assert moved([("May", ["2026-05"])]) is None
    assert moved([]) is None
