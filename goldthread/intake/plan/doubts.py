"""Problems of a reading, said once for a kind and place rather than once for each cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from goldthread.common.text import shorten
from goldthread.thread.picture import Problem

_MOST_PLACES = 6


@dataclass(slots=True)
class Doubts:
    """Gathers problems. Those that differ only in where they stand are told as one that names the places."""

    found: dict[tuple[str, str, str, str], dict[str, None]] = field(default_factory=dict)

    def add(self, problem: Problem, where: str = "") -> None:
        """Take a problem; where: the place that its own ``where`` is within (“item 3 › action 2”)."""
        whole = " › ".join(part for part in (where, problem.where) if part)
        key = (shorten(problem.found, 160), problem.expected, problem.do, problem.severity)
        self.found.setdefault(key, {})[whole] = None

    def say(self, where: str, found: str, expected: str, do: str, severity: str = "warning") -> None:
        """Take a problem in its parts."""
        self.add(Problem(where=where, found=found, expected=expected, do=do, severity=severity))

    def extend(self, problems: Iterable[Problem], where: str = "") -> None:
        """Take several."""
        for problem in problems:
            self.add(problem, where)

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order they were first met."""
        return tuple(
            replace(Problem(where=_together(list(places)), found=found, expected=expected, do=do), severity=severity)
            for (found, expected, do, severity), places in self.found.items()
        )


def _together(places: list[str]) -> str:
    shown = "; ".join(places[:_MOST_PLACES])
    return f"{shown}; and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else shown
