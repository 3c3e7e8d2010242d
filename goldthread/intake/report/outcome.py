"""The outcome of an area SEND inspection (2023 framework), which is a sentence and no grade."""

import re
from collections.abc import Sequence

from goldthread.common.text import fold
from goldthread.intake.report.lines import Strip
from goldthread.thread.picture import Judgement

AREA = "Inspection outcome"
_FORMS = (
    (3, re.compile(r"widespread (?:and/or|and|or) systemic failings")),
    (2, re.compile(r"(?:arrangements (?:\w+ )?(?:lead|leads|led) to )(inconsistent experiences and outcomes)")),
    (1, re.compile(r"arrangements (typically lead to positive experiences and outcomes)")),
)
_NOT_THIS = re.compile(r"\b(?:previous|last|first) inspection\b|\bone of three\b|\bmonitoring inspection in 20")
_SPAN = 4  # lines of print that the sentence may run over
_FRONT = 120


def outcome_in(text: str) -> tuple[int, str] | None:
    """The outcome's number, 1 to 3, and its words as printed; None when text states none."""
    words = fold(text)
    if _NOT_THIS.search(words):
        return None
    for number, form in _FORMS:
        if match := form.search(words):
            return number, _printed(text, match[match.lastindex or 0])
    return None


def outcome(lines: Sequence[Strip]) -> Judgement | None:
    """The outcome that the report's first pages state."""
    for at in range(min(len(lines), _FRONT)):
        joined = " ".join(line.text for line in lines[at : at + _SPAN])
        found = outcome_in(joined)
        if found and not outcome_in(" ".join(line.text for line in lines[at + 1 : at + 1 + _SPAN])):
            number, printed = found
            return Judgement(
                area=AREA, grade=f"outcome_{number}", grade_number=number, as_printed=printed, place=lines[at].place.saying(joined)
            )
    return None


def _printed(text: str, folded: str) -> str:
    flat = " ".join(text.split())
    at = flat.casefold().find(folded)
    return flat[at : at + len(folded)] if at >= 0 else folded
