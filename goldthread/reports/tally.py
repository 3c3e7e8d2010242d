"""A plan in a few numbers: how many actions, and how many of them are late, undated or without anything to show for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.reports.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of actions. late: past their date and not shown as done; beyond: dated after the inspectors' limit; undated: neither a date
    nor a recurrence; unproved: neither evidence nor progress."""

    actions: int = 0
    late: int = 0
    beyond: int = 0
    undated: int = 0
    unproved: int = 0
    done: int = 0

    @property
    def words(self) -> str:
        """``71 actions: 23 late, 12 without a date, 9 without evidence``."""
        return f"{self.held}: {self.wrong}" if self.actions else "No actions"

    @property
    def held(self) -> str:
        """``71 actions``."""
        return f"{self.actions:,} action{'' if self.actions == 1 else 's'}"

    @property
    def wrong(self) -> str:
        """``23 late, 12 without a date, 9 without evidence``."""
        told = [
            f"{number:,} {words}"
            for number, words in ((self.late, "late"), (self.undated, "without a date"), (self.unproved, "without evidence"))
            if number
        ]
        return ", ".join(told) or "none late, none without a date, none without evidence"


def tally(rows: Iterable[Row]) -> Tally:
    """The rows in numbers."""
    them = tuple(rows)
    states = [state for row in them for state in row.lateness]
    return Tally(
        actions=len(them),
        late=states.count("overdue"),
        beyond=states.count("after_limit"),
        undated=states.count("undated"),
        unproved=sum(row.proof == "none" for row in them),
        done=states.count("done"),
    )
