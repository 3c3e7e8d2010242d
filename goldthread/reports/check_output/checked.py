"""What every form of output starts from."""

from dataclasses import dataclass
from datetime import date

from goldthread.thread.checks import CheckFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file and what was found in it. file: as the user named it; as_at: the day it was checked for."""

    file: str
    as_at: date
    found: tuple[CheckFinding, ...] = ()
