"""Grades as reports print them, whole or at the end of a line."""

import re
from dataclasses import dataclass

from goldthread.common.text import fold, squeeze
from goldthread.thread import frameworks
from goldthread.thread.frameworks import Framework

WORDS = r"outstanding|good|adequate|inadequate|requires?\s+improvement(?:\s+to\s+be\s+good)?"
_CODES = {"outstanding": "outstanding", "good": "good", "adequate": "adequate", "inadequate": "inadequate"}
_WHOLE = re.compile(
    rf"(?:(?:judgement|grade|rating"
    rf"|score)\s*[:–-]\s*)?(?:grade\s*:?\s*(?P<before>[1-4])\s*[-–:(]*\s*)?(?P<words>{WORDS})\)?\s*(?:\(?\s*grade\s*:?\s*(?P<after>[1-4])\s*\)?)?\s*\d?[.*]?",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?:score\s*[:–-]?\s*)?(?P<score>[1-4])(?:\s*[-–:]\s*evidence shows .*|\s*\(?evidence shows .*)?", re.IGNORECASE)
_SCORE_WORDS = re.compile(
    r"evidence shows (?:an? )?(?P<words>exceptional standard|good standard|some shortfalls|significant shortfalls)", re.IGNORECASE
)
_SCORES = {"exceptional standard": 4, "good standard": 3, "some shortfalls": 2, "significant shortfalls": 1}


@dataclass(frozen=True, slots=True)
class Grade:
    """code: as the picture writes it. number: where the framework numbers its grades. printed: the report's words."""

    code: str
    number: int | None
    printed: str


def whole_grade(text: str) -> str | None:
    """The grade's words when the whole of text is a grade; a number alone is none."""
    flat = squeeze(text).strip("()")
    match = _WHOLE.fullmatch(flat)
    return re.sub(r"(?<=[a-z])\d$", "", flat.strip(" .*")) if match else None


def whole_score(text: str) -> str | None:
    """A quality statement's score when the whole of text is one: ``2``, ``Score: 2``, ``Evidence shows some shortfalls``."""
    flat = squeeze(text)
    return flat if _SCORE.fullmatch(flat) or _SCORE_WORDS.fullmatch(flat.strip(" .")) else None


def read_grade(printed: str, framework: Framework | None) -> Grade | None:
    """What the printed words mean on the framework's scale, or on any scale where it has no such grade."""
    flat = squeeze(printed)
    if framework and (found := framework.grade(flat)):
        return Grade(found.code, found.number, flat)
    match = _WHOLE.fullmatch(flat.strip("()"))
    if match:
        words = fold(match["words"])
        number = match["before"] or match["after"]
        return Grade(_CODES.get(words, "requires_improvement"), int(number) if number else None, flat)
    return _read_score(flat)


def _read_score(flat: str) -> Grade | None:
    score, words = _SCORE.fullmatch(flat), _SCORE_WORDS.search(flat)
    number = int(score["score"]) if score else _SCORES[fold(words["words"])] if words else None
    return Grade(f"score_{number}", number, flat) if number else None


def known_area(printed: str, framework: Framework | None = None) -> bool:
    """Whether printed names an area that the framework, or any framework, judges."""
    scope = (framework,) if framework else frameworks.all()
    return any(scale.area(printed, area.service) for scale in scope for area in scale.areas)
