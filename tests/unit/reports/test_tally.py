"""A plan in a few numbers."""

from datetime import date

from goldthread.reports.rows import plan_rows
from goldthread.reports.tally import Tally, tally
from goldthread.thread.picture import Evidence
from tests.factories import a_picture, an_action, an_item

DAY = date(2026, 3, 31)


def test_each_state_is_counted_once_for_each_action() -> None:
    late = an_action(due_dates=("2026-02",))
    undated = an_action(due_dates=(), by_when_text="To be confirmed", evidence=(Evidence(text="Audit of 20 records"),))
    done = an_action(due_dates=("2026-02",), rating="Blue", progress="Completed in January 2026.")

    counted = tally(plan_rows(a_picture([an_item(actions=[late, undated, done])]), as_at=DAY))

    assert counted == Tally(actions=3, late=1, undated=1, unproved=1, unevidenced=2, done=1)
    assert counted.words == "3 actions: 1 late, 1 without a date, 1 with nothing reported, 2 without evidence of effect"


def test_what_is_late_may_be_after_the_inspectors_limit_too() -> None:
    action = an_action(due_dates=("2026-02",))

    counted = tally(plan_rows(a_picture([an_item(actions=[action], due="2025-06-30")]), as_at=DAY))

    assert (counted.late, counted.beyond) == (1, 1)


def test_words_leave_out_what_there_is_none_of() -> None:
    assert Tally(actions=1, late=1).words == "1 action: 1 late"
    assert Tally(actions=2000).words == "2,000 actions: none late, none without a date, none without evidence of effect"


def test_a_plan_without_actions_says_so() -> None:
    assert tally(()).words == "No actions"
