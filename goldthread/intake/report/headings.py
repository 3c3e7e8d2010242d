"""The words that reports use as headings: lists of areas, time bands, parts of a report, boilerplate."""

import re
from functools import lru_cache

from goldthread.common.text import fold, squeeze
from goldthread.intake.timescale import Timescale, read_timescale
from goldthread.thread import frameworks

AREA = "area_for_improvement"
PRIORITY = "priority_action"
RECOMMENDATION = "recommendation"
LSCB = "local_safeguarding_children_board"

_LONGEST = 400  # characters; no heading or sentence that leads in to a list is longer
_TAIL = r"(?: (?:for|to|in|of|from|identified|about|relating)\b.{2,70}|\s*[:-] ?.{3,70})?"
_AREAS = r"(?:the )?(?:key |main |specific |other )?areas? (?:for|of|requiring|needing|in need of|that need|that require)"
_OPENERS = (
    (
        PRIORITY,
        rf"(?:the )?(?:immediate and )?areas? (?:for|of|requiring|needing) (?:immediate and )?priority (?:and immediate )?actions?{_TAIL}",
    ),
    (PRIORITY, rf"(?:the )?(?:immediate and )?priority (?:and immediate )?actions?(?: required)?{_TAIL}"),
    (PRIORITY, rf"(?:areas? (?:for|requiring) )?immediate (?:and priority )?actions?(?: required)?{_TAIL}"),
    (PRIORITY, r"(?:the )?(?:areas? of )?significant (?:areas? of )?(?:weakness|weaknesses|concern|concerns)"),
    (PRIORITY, r"causes? (?:of|for) concern"),
    (
        AREA,
        r"what (?:needs?|(?:does|do) .{2,70} needs?) to (?:improve|be improved)(?: further)?"
        r"(?: (?:in|for|about) (?:this area of |these areas of |the )?.{3,60})?",
    ),
    (AREA, rf"{_AREAS} (?:further )?(?:improvement|development)s?{_TAIL}"),
    (AREA, r"(?:key )?improvements? (?:that are )?(?:needed|required)"),
    (RECOMMENDATION, rf"(?:key |our |main |summary of (?:the )?)?recommendations?(?: and next steps)?{_TAIL}"),
)
_FORMS = tuple((kind, re.compile(form)) for kind, form in _OPENERS)
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier|prior) (?:\w+ ){0,3}(?:inspection|visit|report|jtai|ilacs)"
    r"|\bprogress (?:against|on|made|since|with)\b|\b(?:since|from) the (?:\w+ )?(?:inspection|visit) (?:of|in) |\bresponse to\b"
)
_LEAD_IN = re.compile(
    r"\b(?:following|these) (?:\w+ ){0,3}?(?P<what>areas? (?:for|requiring) (?:immediate and )?priority (?:action"
    r"|improvement)|priority actions?"
    r"|areas? (?:for|requiring|of|that require|that need) (?:further )?(?:improvement|development)|recommendations?)\b[^:]{0,120}:$"
)
_STATEMENT = re.compile(
    r"(?:written statement of action|statement of proposed action|priority action plan)\b.*"
    r"\b(?:areas? of (?:significant )?(?:weakness|concern)|areas? of significant|significant (?:areas? of )?(?:weakness|concern))"
)
_BAND = re.compile(
    r"(?:(?:action )?(?:to be taken|required|for action)[ :]*)?(?:immediately|with immediate effect|immediate(?: action)?"
    r"|(?:with)?in (?:the next )?(?:\d{1,2}|one|two|three|four|six|nine|twelve) (?:weeks?|months?))"
    r"(?: (?:of|from|after) (?:the )?(?:date of )?(?:publication|receipt|receiving|this (?:report|inspection))\b.{0,40})?"
)
_GRADED = re.compile(
    r"(?:(?:\s+(?:is|are)|\s*[:–-])\s*(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)"
    r"|\s+(?-i:requires?) improvement(?: to be good)?)\.?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:annex [a-z][:.]? )?(?:record of (?:the )?(?:main |key )?(?:findings|judgements)(?:\s*[:–-] .{3,50})?|about this inspection"
    r"|service information|information about this .{4,60}"
    r"|(?:summary of )?(?:key )?(?:findings|judgements)|inspection judgements|headline findings|main findings|key strengths"
    r"|next steps|introduction"
    r"|the inspection judgements and what they mean|what the inspection judgements mean|inspection team|our judgements|strengths"
    r"|local area partnership details|what is it like to be a child or young person .{5,60}"
    r"|what (?:is|does) the area partnership (?:doing that is effective|need to do better)|(?:ofsted )?inspection outcome"
    r"|safeguarding services|services for looked after children|safeguarding outcomes for children and young people"
    r"|how good are outcomes for looked after children(?: and care leavers)?)"
)
_FOOTNOTE = re.compile(r"(?<=[a-z?’'”)])\s?\d{1,2}$")
_GRADE_TAIL = re.compile(
    r"\s*[-–(]?\s*\bgrade:?\s*\d\s*\(?\s*(?:outstanding|good|adequate|inadequate|satisfactory)?\s*\)?\s*$", re.IGNORECASE
)
_BACK_MATTER = re.compile(
    r"^yours (?:sincerely|faithfully)\b|the office for standards in education, children"
    r"|if you would like a copy of this document|you may (?:re-?use|copy) (?:all|this)"
    r"|© ?crown copyright|piccadilly gate|any complaints about the inspection|if you are not happy with the inspection"
    r"|interested in our work|this (?:publication|report|document) is available at|ofsted is proud to use"
    r"|raising standards,? improving lives|the care quality commission is the independent"
)
_NO_PART = re.compile(r"review of|re-?inspection|inspection of|and review")
_LIST_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+")


def plain_heading(text: str) -> str:
    """A heading as printed, without a footnote figure or a grade at its end, and without dot leaders."""
    flat = re.sub(r"\s*\.{4,}.*$", "", squeeze(text[:_LONGEST]))
    return _FOOTNOTE.sub("", _GRADE_TAIL.sub("", flat)).strip()


def list_kind(text: str) -> str | None:
    """The kind of findings that a heading promises a list of, or None when it promises none.

    A heading about what an earlier inspection asked for promises none of this one's.
    """
    words = _LIST_NUMBER.sub("", fold(plain_heading(text))).strip(" .:?*")
    if len(words) > 110 or len(text) > _LONGEST or _EARLIER.search(words):
        return None
    return next((kind for kind, form in _FORMS if form.fullmatch(words)), None)


def is_graded_area(text: str) -> bool:
    """Whether text is an area that some framework judges and its grade: "The experiences and progress of care leavers: good"."""
    match = (_GRADED.search(text[-60:]) or _GRADE_TAIL.search(text[-60:])) if len(text) <= _LONGEST else None
    return match is not None and text[:1].isupper() and _is_known(text[: len(text) - len(match[0])].rstrip())


def is_section_title(text: str) -> bool:
    """Whether text is a heading that reports of this kind print in the same words."""
    return len(text) < 100 and bool(_SECTION.fullmatch(fold(plain_heading(text)).strip(" .:?")))


def lead_in_kind(text: str) -> str | None:
    """The kind of findings that a sentence ending in a colon introduces where a report sets no heading."""
    words = fold(text[-_LONGEST:])
    if not words.endswith(":"):
        return None
    if _STATEMENT.search(words):
        return PRIORITY
    told = _LEAD_IN.search(words)
    if told is None or _EARLIER.search(words):
        return None
    return PRIORITY if "priority" in told["what"] else RECOMMENDATION if "recommendation" in told["what"] else AREA


def band(text: str) -> Timescale | None:
    """The time band that the whole text is, as ``Immediately:`` or ``Within three months:``; None when it is none."""
    if len(text) > 110 or not text[:1].isupper():
        return None
    words = fold(text).strip(" .:;")
    return read_timescale(text) if _BAND.fullmatch(words) else None


def is_back_matter(text: str) -> bool:
    """Whether text is what inspectorates print at the end of every report."""
    return bool(_BACK_MATTER.search(fold(text[:_LONGEST])))


def part_of(text: str, framework: str | None) -> tuple[bool, str | None]:
    """Whether a heading opens another part of the report, and the service that the part is about.

    Only two frameworks judge services apart: safeguarding and looked after children (2009), and the single
    framework's review of the Local Safeguarding Children Board.
    """
    words = fold(text[:_LONGEST])
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
    """Whether text, a numbered grade at its end aside, is an area that some framework judges."""
    return len(text) <= _LONGEST and _is_known(plain_heading(text))


@lru_cache(maxsize=1024)
def _is_known(words: str) -> bool:
    return len(words) > 8 and any(framework.area(words, area.service) for framework in frameworks.all() for area in framework.areas)
