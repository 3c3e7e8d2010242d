"""What came of reading one paper."""

from dataclasses import dataclass
from pathlib import Path

from goldthread.thread.picture import Picture

CLEAN, DOUBTS, REFUSED = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file and what came of it: a picture, or the line that says why not. out: where its picture was written."""

    file: Path
    picture: Picture | None = None
    refusal: str = ""
    out: Path | None = None

    @property
    def doubts(self) -> int:
        """Problems that need a person."""
        return sum(problem.severity != "info" for problem in self.picture.problems) if self.picture else 0

    @property
    def code(self) -> int:
        """The exit code that this file alone would give."""
        return REFUSED if self.picture is None else DOUBTS if self.doubts else CLEAN
