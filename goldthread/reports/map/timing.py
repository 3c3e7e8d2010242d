"""An action's date beside the inspectors' limit, in days and in words. What counts as late is for the checks to say."""

from collections.abc import Sequence
from datetime import date

from goldthread.common.dates import PartDate, first_day, last_day, spoken
from goldthread.reports.map.content import ActionLine, Timing
from goldthread.reports.map.words import sentence
from goldthread.thread.checks.limits import Limit
from goldthread.thread.checks.wording import term_in
from goldthread.thread.picture import Action


def days(number: int) -> str:
    """``1 day``, ``45 days``."""
    return f"{number:,} day{'' if number == 1 else 's'}"


def limit_words(limit: Limit) -> str:
    """The limit without how it was counted."""
    return limit.said.split(" (")[0]


def _later(council: PartDate, limit: date) -> str:
    """A month is later by at least its first day and at most its last, and is not made more exact than that."""
    least, most = (first_day(council) - limit).days, (last_day(council) - limit).days
    return days(most) if least == most else f"{least} to {days(most)}"


def _against(limit: Limit | None, council: PartDate | None, *, late: bool) -> str:
    if limit is None:
        return "no limit known"
    if council is None:
        return f"no date to set against the limit of {limit_words(limit)}"
    if late:
        return f"{_later(council, limit.day)} later than the limit of {limit_words(limit)}"
    if last_day(council) > limit.day:
        return f"in the month of the limit of {limit_words(limit)}"
    return f"on the limit of {limit_words(limit)}" if last_day(council) == limit.day else f"within the limit of {limit_words(limit)}"


def _by_when(action: Action) -> str:
    if action.by_when_text and action.by_when_text.strip():
        return action.by_when_text
    dates = " to ".join(spoken(due) for due in action.due_dates)
    return dates or (sentence(action.recurrence) if action.recurrence else "no date")


def timing(action: Action, limit: Limit | None, *, late: bool, overdue: bool) -> Timing:
    """The timing of one action. The council's date is its last one, since that is when the work would be done; else its term."""
    council = max(action.due_dates, key=first_day) if action.due_dates else term_in(action.by_when_text or "")
    return Timing(
        by_when=_by_when(action),
        council=last_day(council) if council else None,
        limit=limit.day if limit else None,
        late=late,
        overdue=overdue,
        words=_against(limit, council, late=late),
    )


def span(actions: Sequence[ActionLine]) -> tuple[date, date] | None:
    """The first and last day among all dates and limits; None when there is none."""
    found = [day for line in actions for day in (line.timing.council, line.timing.limit) if day]
    return (min(found), max(found)) if found else None
