"""The words that reports use as headings: lists of areas, time bands, parts of a report, boilerplate."""

import re

from goldthread.common.text import fold, squeeze
from goldthread.intake.plan.timescale import Timescale, read_timescale
from goldthread.thread import frameworks

AREA = "area_for_improvement"
PRIORITY = "priority_action"
RECOMMENDATION = "recommendation"
LSCB = "local_safeguarding_children_board"

_TAIL = r"(?: (?:for|to|in|of|from|identified|about|relating)\b.{2,70}|\s*[:-] ?.{3,70})?"
_OPENERS = (
    (
        PRIORITY,
        rf"(?:the )?(?:immediate and )?(?:areas? (?:for|of|requiring) )?(?:immediate and )?priority (?:and immediate )?actions?{_TAIL}",
    ),
    (PRIORITY, rf"(?:areas? (?:for|requiring) )?immediate (?:and priority )?actions?(?: required)?{_TAIL}"),
    (PRIORITY, r"(?:the )?(?:areas? of )?significant (?:areas? of )?(?:weakness|weaknesses|concern|concerns)"),
    (PRIORITY, r"causes? (?:of|for) concern"),
    (AREA, r"what (?:needs?|(?:does|do) .{2,70} needs?) to (?:improve|be improved)(?: further)?(?: in this area of .{3,40})?"),
    (
        AREA,
        rf"(?:the )?(?:key |main |specific |other )?areas? (?:for|of|requiring|needing|in need of|that need|that require) (?:further )?(?:improvement|development)s?{_TAIL}",
    ),
    (AREA, r"(?:key )?improvements? (?:that are )?(?:needed|required)"),
    (RECOMMENDATION, rf"(?:key |our |main |summary of (?:the )?)?recommendations?(?: and next steps)?{_TAIL}"),
)
_FORMS = tuple((kind, re.compile(form)) for kind, form in _OPENERS)
_STATEMENT = re.compile(
    r"(?:written statement of action|statement of proposed action|priority action plan)\b.*\b(?:areas? of (?:significant )?(?:weakness|concern)|areas? of significant|significant (?:weakness|concern))"
)
_BAND = re.compile(
    r"(?:(?:action )?(?:to be taken|required|for action)[ :]*)?(?:immediately|with immediate effect|immediate(?: action)?"
    r"|(?:with)?in (?:the next )?(?:\d{1,2}|one|two|three|four|six|nine|twelve) (?:weeks?|months?))"
    r"(?: (?:of|from|after) .{3,60})?"
)
_FOOTNOTE = re.compile(r"(?<=[a-z?’'”)])\s?\d{1,2}$")
_GRADE_TAIL = re.compile(
    r"\s*[-–(]?\s*\bgrade:?\s*\d\s*\(?\s*(?:outstanding|good|adequate|inadequate|satisfactory)?\s*\)?\s*$", re.IGNORECASE
)
_BACK_MATTER = re.compile(
    r"the office for standards in education, children|if you would like a copy of this document|you may (?:re-?use|copy) (?:all|this)"
    r"|© ?crown copyright|piccadilly gate|any complaints about the inspection|if you are not happy with the inspection"
    r"|interested in our work|this (?:publication|report|document) is available at|ofsted is proud to use"
    r"|raising standards,? improving lives|the care quality commission is the independent"
)
_NO_PART = re.compile(r"review of|re-?inspection|inspection of|and review")


def plain_heading(text: str) -> str:
    """A heading as printed, without a footnote figure or a grade at its end, and without dot leaders."""
    flat = re.sub(r"\s*\.{4,}.*$", "", squeeze(text))
    return _FOOTNOTE.sub("", _GRADE_TAIL.sub("", flat)).strip()


def list_kind(text: str) -> str | None:
    """The kind of findings that a heading promises a list of, or None when it promises none."""
    words = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+", "", fold(plain_heading(text))).strip(" .:?*")
    if len(words) > 110:
        return None
    return next((kind for kind, form in _FORMS if form.fullmatch(words)), None)


def lead_in_kind(text: str) -> str | None:
    """The kind of findings that a sentence ending in a colon introduces where a report sets no heading."""
    words = fold(text)
    return PRIORITY if words.endswith(":") and _STATEMENT.search(words) else None


def band(text: str) -> Timescale | None:
    """The time band that the whole text is, as ``Immediately:`` or ``Within three months:``; None when it is none."""
    words = fold(text).strip(" .:;")
    return read_timescale(text) if _BAND.fullmatch(words) else None


def is_back_matter(text: str) -> bool:
    """Whether text is what inspectorates print at the end of every report."""
    return bool(_BACK_MATTER.search(fold(text)))


def part_of(text: str, framework: str | None) -> tuple[bool, str | None]:
    """Whether a heading opens another part of the report, and the service that the part is about.

    Only two frameworks judge services apart: safeguarding and looked after children (2009), and the single
    framework's review of the Local Safeguarding Children Board.
    """
    words = fold(text)
    if framework == "slac-2009" and not _NO_PART.match(words):
        if "looked after" in words:
            return True, "looked_after" if "safeguarding" not in words else "all"
        return "safeguarding" in words and "board" not in words, "safeguarding"
    if framework == "sif-2013" and not _NO_PART.match(words):
        if "lscb" in words or "local safeguarding children board" in words:
            return True, LSCB
        return words.startswith(("the local authority", "what does the local authority", "information about the local authority")), None
    return False, None


def first_service(framework: str | None) -> str | None:
    """The service of what stands before any part: all of them where the framework judges services apart."""
    return "all" if framework == "slac-2009" else None


def is_known_area(text: str) -> bool:
    """Whether text, a grade at its end aside, is an area that some framework judges."""
    words = plain_heading(text)
    return any(framework.area(words, area.service) for framework in frameworks.all() for area in framework.areas if len(words) > 8)
