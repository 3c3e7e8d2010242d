"""How an action stands to its date, and how the date itself has moved since the plan was accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.common.dates import PartDate, last_day, spoken
from goldthread.reports.map.timing import days
from goldthread.reports.rows import Row

DONE, LATE, SOON, OPEN = "done", "late", "soon", "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An action against its date. state: ``done``, ``late``, ``soon`` or ``open``; words are empty for ``open``.

    printed: the plan's own words of a date that has passed without making the action late, such as ``from December 2025``.
    """

    state: str
    words: str = ""
    printed: str = ""


def standing(row: Row, as_at: date) -> Standing:
    """``done``, ``163 days late``, ``due in 12 days``, or nothing to say yet."""
    if "done" in row.lateness:
        return Standing(state=DONE, words="done")
    if row.days_late is not None:
        return Standing(state=LATE, words=f"{days(row.days_late)} late")
    if "due_soon" in row.lateness and row.due:
        left = (row.due - as_at).days
        return Standing(state=SOON, words=f"due in {days(left)}" if left else "due today")
    return Standing(state=OPEN, printed=row.timing.by_when if row.due and row.due < as_at else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A date that was changed. times: how often; first: the first one in words; days: from that to the one that counts now, less than 0
    when it was brought forward, None when either of them is no day."""

    times: int
    first: str
    days: int | None

    @property
    def slipped(self) -> bool:
        """Whether the date now is later than it was at first."""
        return self.days is not None and self.days > 0

    @property
    def words(self) -> str:
        """``moved twice, 61 days later than 31 March 2026``."""
        often = {1: "once", 2: "twice"}.get(self.times, f"{self.times} times")
        if not self.days:
            return f"moved {often}, first {self.first}"
        return f"moved {often}, {days(abs(self.days))} {'later' if self.days > 0 else 'earlier'} than {self.first}"


def moved(revisions: Sequence[tuple[str | None, Sequence[str]]]) -> Moved | None:
    """From every date that an action had, the first one first, each as printed and as ISO days or months; None when there was only one."""
    if len(revisions) < 2:
        return None
    (printed, first), (_, now) = revisions[0], revisions[-1]
    was, is_now = _last(first), _last(now)
    return Moved(
        times=len(revisions) - 1,
        first=spoken(max(map(PartDate, first), key=last_day)) if first else printed or "no date",
        days=(is_now - was).days if was and is_now else None,
    )


def _last(dates: Sequence[str]) -> date | None:
    return max((last_day(PartDate(part)) for part in dates), default=None)
