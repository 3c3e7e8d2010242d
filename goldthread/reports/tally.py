"""A plan in a few numbers: how many actions, and how many of them are late, undated or without anything to show for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.reports.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of actions. late: past their date and not shown as done; beyond: dated after the inspectors' limit; undated: neither a date
    nor a recurrence; unproved: neither evidence nor progress; unevidenced: no evidence of effect, with or without progress."""

    actions: int = 0
    late: int = 0
    beyond: int = 0
    undated: int = 0
    unproved: int = 0
    unevidenced: int = 0
    done: int = 0

    @property
    def words(self) -> str:
        """``71 actions: 23 late, 12 without a date, 4 with nothing reported, 9 without evidence of effect``."""
        return f"{self.held}: {self.wrong}" if self.actions else "No actions"

    @property
    def held(self) -> str:
        """``71 actions``."""
        return f"{self.actions:,} action{'' if self.actions == 1 else 's'}"

    @property
    def wrong(self) -> str:
        """The numbers of ``words`` without the first. Progress is no evidence, so the last two are told apart."""
        told = (
            (self.late, "late"),
            (self.undated, "without a date"),
            (self.unproved, "with nothing reported"),
            (self.unevidenced, "without evidence of effect"),
        )
        said = ", ".join(f"{number:,} {words}" for number, words in told if number)
        return said or "none late, none without a date, none without evidence of effect"


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
        unevidenced=sum(row.proof != "evidence" for row in them),
        done=states.count("done"),
    )
