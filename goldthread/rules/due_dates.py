"""When an action is due: what can be a date, and what should make somebody stop before a date moves."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from goldthread.common.dates import PartDate, first_day, is_part_date, last_day, spoken
from goldthread.rules.errors import NotPossible

SLIPS = 3
"""So often may a date move back before the next board asks why; the move that makes it this many has to be confirmed."""


def due_on(dates: Sequence[str]) -> date | None:
    """The last day that is still in time: the latest of the dates, a month's last day."""
    return max((last_day(PartDate(part)) for part in dates), default=None)


def check_dates(dates: Sequence[str]) -> tuple[PartDate, ...]:
    """One day or month, or the two ends of a period. Raises NotPossible for anything else, for no date above all."""
    if not dates:
        raise NotPossible("An action needs a date. Give a day such as 31 May 2026 or a month such as May 2026; nothing was changed.")
    wrong = [part for part in dates if not is_part_date(part)]
    if wrong:
        raise NotPossible(f"“{wrong[0]}” is neither a day nor a month of the calendar. Nothing was changed.")
    parts = tuple(map(PartDate, dates))
    if len(parts) > 2:
        raise NotPossible(f"{len(parts)} dates were given. Give one, or the first and the last of a period; nothing was changed.")
    if len(parts) == 2 and first_day(parts[0]) > last_day(parts[1]):
        raise NotPossible(f"A period cannot run from {spoken(parts[0])} to {spoken(parts[1])}. Give the earlier date first.")
    return parts


def check_differs(before: tuple[object, ...], after: tuple[object, ...]) -> None:
    """A revision has to change something. before, after: dates, words and recurrence. Raises NotPossible."""
    if before == after:
        raise NotPossible("That is when the action is due already. Give another date, or leave it as it is.")


def slips(revisions: Sequence[Sequence[str]]) -> int:
    """How often a date moved back, of the dates that an action has had in their order. What had no date could not move."""
    known = [day for dates in revisions if (day := due_on(dates))]
    return sum(later > earlier for earlier, later in pairwise(known))


def cautions(new: Sequence[str], revisions: Sequence[Sequence[str]], *, limit: date | None, on: date) -> tuple[str, ...]:
    """What has to be confirmed before a date is set, in sentences; empty when nothing has.

    revisions: the dates that the action has had, in their order. limit: the inspectors' last day.
    """
    due, count = due_on(new), slips([*revisions, new])
    found = []
    if due and limit and first_day(max(map(PartDate, new), key=first_day)) > limit:
        found.append(f"{spoken_dates(new)} is after the inspectors’ limit of {spoken(limit)}.")
    if count >= SLIPS and count > slips(revisions):
        found.append(f"The date has moved back {times(count - 1)} already. This would be {_ordinal(count)} time.")
    if due and due < on:
        found.append(f"{spoken_dates(new)} has passed. The action would be late from the moment the date is set.")
    return tuple(found)


def spoken_dates(dates: Sequence[str]) -> str:
    """``31 May 2026``, or ``1 May 2026 to 31 May 2026``."""
    return " to ".join(spoken(PartDate(part)) for part in dates)


def times(count: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _ordinal(count: int) -> str:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    return f"the {names[count - 1]}" if count <= len(names) else "yet another"
