"""What the reading doubted, in words for the review."""

import re
from dataclasses import dataclass
from datetime import date

from goldthread.common.dates import spoken
from goldthread.thread.picture import Problem

_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A problem of the reading in words. kind: ``Lost``, ``Doubt`` or ``Note``."""

    kind: str
    found: str
    expected: str
    do: str
    where: str


def doubt_in_words(problem: Problem) -> Doubt:
    """The problem with its days written out and without stops of its own."""
    kind = {"error": "Lost", "warning": "Doubt"}.get(problem.severity, "Note")
    found, expected = problem.found.rstrip("."), problem.expected.rstrip(".")
    return Doubt(kind=kind, found=_full_days(found), expected=_full_days(expected), do=_full_days(problem.do), where=problem.where)


def _full_days(told: str) -> str:
    """Days of the picture's form (2026-03-27) as people write them; what is no day stays."""
    return _ISO_DAY.sub(_full_day, told)


def _full_day(found: re.Match[str]) -> str:
    try:
        return spoken(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]
