"""Which dates can be, when one has slipped, and what has to be confirmed before one moves."""

from datetime import date

import pytest

from goldthread.rules import due_dates as rules
from goldthread.rules.errors import NotPossible

LIMIT, TODAY = date(2026, 6, 30), date(2026, 3, 31)


@pytest.mark.parametrize("dates", [["2026-05-31"], ["2026-05"], ["2026-05-01", "2026-05-31"], ["2026-05", "2026-05"]])
def test_a_day_a_month_or_a_period_can_be_a_date(dates: list[str]) -> None:
    assert rules.check_dates(dates) == tuple(dates)


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ([], "An action needs a date"),
        (["soon"], "“soon” is neither a day nor a month"),
        (["2026-02-31"], "“2026-02-31” is neither a day nor a month"),
        (["2026"], "“2026” is neither a day nor a month"),
        (["2026-04", "2026-05", "2026-06"], "3 dates were given"),
        (["2026-06-30", "2026-05-01"], "cannot run from 30 June 2026 to 1 May 2026"),
    ],
)
def test_what_can_be_no_date(dates: list[str], message: str) -> None:
    with pytest.raises(NotPossible, match=message):
        rules.check_dates(dates)


@pytest.mark.parametrize(
    ("revisions", "count"),
    [
        ([], 0),
        ([["2026-05"]], 0),
        ([["2026-05"], ["2026-06"]], 1),
        ([["2026-05"], ["2026-05-31"]], 0),  # the same last day, said more exactly
        ([["2026-06"], ["2026-05"]], 0),  # brought forward
        ([["2026-05"], ["2026-06"], ["2026-04"], ["2026-05"]], 2),
        ([[], ["2026-06"]], 0),  # there was no date that could move
        ([["2026-05"], [], ["2026-06"]], 1),
    ],
)
def test_how_often_a_date_has_moved_back(revisions: list[list[str]], count: int) -> None:
    assert rules.slips(revisions) == count


@pytest.mark.parametrize(
    ("new", "revisions", "limit", "said"),
    [
        (["2026-05-31"], [["2026-04"]], LIMIT, []),
        (["2026-06-30"], [["2026-04"]], LIMIT, []),
        (["2026-06"], [["2026-04"]], LIMIT, []),  # the month of the limit may be in time
        (["2026-07-01"], [["2026-04"]], LIMIT, ["1 July 2026 is after the inspectors’ limit of 30 June 2026."]),
        (["2026-07"], [["2026-04"]], LIMIT, ["July 2026 is after the inspectors’ limit of 30 June 2026."]),
        (["2026-07-01"], [["2026-04"]], None, []),
        (["2026-06-30"], [["2026-04"], ["2026-05"]], LIMIT, []),  # the second slip
        (
            ["2026-06-30"],
            [["2026-03"], ["2026-04"], ["2026-05"]],
            LIMIT,
            ["The date has moved back twice already. This would be the third time."],
        ),
        (["2026-04-15"], [["2026-03"], ["2026-04"], ["2026-05"], ["2026-06"]], LIMIT, []),  # forward after three slips
        (["2026-03-30"], [["2026-04"]], LIMIT, ["30 March 2026 has passed. The action would be late from the moment the date is set."]),
        (["2026-03"], [["2026-04"]], LIMIT, []),  # the month ends today
    ],
)
def test_what_has_to_be_confirmed(new: list[str], revisions: list[list[str]], limit: date | None, said: list[str]) -> None:
    assert list(rules.cautions(new, revisions, limit=limit, on=TODAY)) == said


def test_several_things_are_confirmed_together() -> None:
    slipped = [["2026-03"], ["2026-04"], ["2026-05"], ["2026-06"], ["2026-07"]]

    late, often = rules.cautions(["2026-09"], slipped, limit=LIMIT, on=TODAY)

    assert late == "September 2026 is after the inspectors’ limit of 30 June 2026."
    assert often == "The date has moved back 4 times already. This would be the fifth time."


def test_a_revision_has_to_change_something() -> None:
    rules.check_differs((["2026-05"], "May 2026", None), (["2026-05"], "End of May 2026", None))
    with pytest.raises(NotPossible, match="due already"):
        rules.check_differs((["2026-05"], "May 2026", None), (["2026-05"], "May 2026", None))
