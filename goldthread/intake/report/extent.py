"""Whether a document is or holds an inspection report, and where in it the report begins and ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Block, Document, Line, Table
from goldthread.intake.report.authority import titled
from goldthread.intake.report.contents import contents_blocks
from goldthread.intake.report.lead import names_lead
from goldthread.intake.report.lines import Strip, strips
from goldthread.intake.report.outcome import outcome_in

_LABELLED = re.compile(r"\b(?:lead|reporting) (?:ofsted |cqc )?inspectors?\s*:")
_DATES = re.compile(
    r"\b(?:inspection|visit|assessment|fieldwork) dates?\s*:|\bdates? of (?:inspection|visit|assessment|fieldwork)s?\s*:"
    r"|\bfieldwork started\b|\bassessment published\b"
)
_PUBLISHED = re.compile(r"(?:report |assessment )?published\b(?: on)?:? \d|(?:date of )?publication(?: date)?: \d")
_LETTER = re.compile(r"^dear \w|^yours sincerely")
_SIGNED = re.compile(r"\b(?:his|her) majesty's inspectors?\b|\bhm inspector\b|\bhmi\b|\bofsted senior|\binspection lead\b")
_BOILERPLATE = re.compile(
    r"the office for standards in education, children's services and skills \(ofsted\) regulates"
    r"|ofsted inspects services that educate and care|his majesty's inspectorate of probation (?:is|inspects)"
)
_INFORMATION = re.compile(
    r"information about (?:this inspection|the local area partnership|this local authority)|record of main findings"
    r"|what needs? to improve|about this inspection|inspection outcome|headline findings|areas covered by the visit"
    r"|main findings|key strengths"
    r"|what does the (?:local authority|lscb) need to improve|our judgements|quality statement scores|overall rating"
    r"|what is it like to be a child .*"
)
_GRADE_END = re.compile(r"\b(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?)$")
_PLAN_TITLE = re.compile(
    r"\b(?:action|improvement|delivery|implementation|response|recovery|development|strategic|service) plans?\b"
    r"|\bstatement of (?:proposed )?action\b"
    r"|\bimprovement (?:programme|tracker)\b|\baction tracker\b|\bresponse to (?:the )?(?:ofsted|inspection)"
)
_COLUMN_WORDS = (
    r"\bactions?\b|\btasks?\b|\bmilestones?\b",
    r"\bleads?\b|\bowners?\b|\bresponsib|\bwho\b|\baccountable\b|\bofficer\b",
    r"\bby when\b|\btimescales?\b|\bdeadline\b|\bdue\b|\btarget date\b|\bwhen\b|\bcompletion\b|\bdate\b",
    r"\bprogress\b|\bupdates?\b|\brag\b|\bstatus\b|\brating\b",
    r"\boutcomes?\b|\bsuccess\b|\bmeasures?\b|\bimpact\b|\bevidence\b",
)
_FRONT = 60  # lines of a report's first pages
_ENOUGH = 4
_ADDRESS = 12  # lines of an address before a letter's title
_OTHER_PAPER = re.compile(r"\b(?:agenda|committee|minutes|appendix|item|papers|report pack|pages?|lodge|meeting)\b")
_COVER = 3  # lines before a plan's title that are part of it


@dataclass(frozen=True, slots=True)
class Extent:
    """first: position of the report's first block. end: of the first block after it. skip: contents pages within."""

    first: int
    end: int
    skip: frozenset[int]


def extent(document: Document) -> Extent:
    """Where the report stands in a document that may hold other papers too."""
    skip = contents_blocks(document)
    lines = strips(document, 0, len(document.blocks), skip)
    first = _start(lines)
    return Extent(first, _end(document, lines, first), skip)


def looks_like_report(document: Document) -> bool:
    """Whether the document is or holds a published inspection report, and not only a plan that quotes one.

    A plan names inspectorates and repeats their words; it has no lead inspector, no letter from one, no numbered prose.
    """
    skip = contents_blocks(document)
    lines = strips(document, 0, len(document.blocks), skip)
    first = _start(lines)
    end = _end(document, lines, first)
    inside = [line for line in lines if first <= line.block < end]
    strong, score = _evidence(inside)
    if _is_plan_first(document, lines, first):
        score -= 3
    return strong and score >= _ENOUGH


def _evidence(lines: Sequence[Strip]) -> tuple[bool, int]:
    folded = [fold(line.text) for line in lines]
    front = folded[:_FRONT]
    title = any(titled(lines, at) for at in range(min(len(lines), _FRONT)))
    inspector = any(_is_inspector(line.text) for line in lines)
    dates = any(_DATES.search(text) for text in front)
    letter = any(_LETTER.search(text) for text in folded) and any(_SIGNED.search(text) for text in folded)
    boilerplate = any(_BOILERPLATE.search(text) for text in folded)
    prose = sum(1 for line in lines if re.match(r"(?:- )?\d{1,3}\. [A-Z]", line.text)) >= 6 and any(len(text) > 60 for text in folded)
    informs = len({text for text in folded if _INFORMATION.fullmatch(text.strip(" ?:"))})
    grades = sum(bool(_GRADE_END.search(text)) for text in front)
    outcome = any(outcome_in(" ".join(line.text for line in lines[at : at + 3])) for at in range(min(len(lines), _FRONT)))
    published = any(_PUBLISHED.match(text) for text in front)
    score = (
        3 * inspector
        + 2 * dates
        + 2 * title
        + 3 * (letter and title)
        + 2 * boilerplate
        + prose
        + min(2, informs)
        + (grades >= 2)
        + 2 * outcome
        + published
    )
    return inspector or boilerplate or (letter and title) or (title and (dates or prose or outcome or (published and informs > 0))), score


def _is_inspector(text: str) -> bool:
    """Whether a line says who led, with a colon or without."""
    return bool(_LABELLED.search(fold(text))) or names_lead(text)


def _start(lines: Sequence[Strip]) -> int:
    """The first block of the report: a title or label that facts of an inspection follow."""
    for at in range(len(lines)):
        if not titled(lines, at):
            continue
        near = [fold(other.text) for other in lines[at : at + 16]]
        if any(_is_inspector(text) or _DATES.search(text) or _LETTER.search(text) or _PUBLISHED.match(text) for text in near):
            return _with_name(lines, at)
    for at, line in enumerate(lines):
        words = fold(line.text)
        if _LABELLED.search(words) or _DATES.search(words):
            return lines[max(0, at - 6)].block
    return lines[0].block if lines else 0


def _with_name(lines: Sequence[Strip], at: int) -> int:
    """The authority's name may stand before the title, and a letter's date and address before its first words."""
    page = lines[at].place.page
    title = at
    while at > 0 and (lines[at - 1].place.page == page if page else title - at < _ADDRESS) and _could_name(lines[at - 1], page):
        at -= 1
    return lines[at].block


def _could_name(line: Strip, page: int | None) -> bool:
    """Whether a line may be an authority's name, a date or a line of an address, and no other paper's words."""
    if page:
        return len(line.text) < 90
    plain = line.text[:1].isupper() or line.text[:1].isdigit()
    return plain and len(line.text) < 70 and not line.text.endswith((".", ":", ";")) and not _OTHER_PAPER.search(fold(line.text))


def _end(document: Document, lines: Sequence[Strip], first: int) -> int:
    """The first block of a plan that follows the report: the title before the first table that has a plan's columns."""
    tables = [at for at in range(first, len(document.blocks)) if _is_plan_table(document.blocks[at])]
    if not tables:
        return len(document.blocks)
    titles = [line for line in lines if first < line.block < tables[0] and _is_plan_title(line)]
    after = _last_prose(document, first, tables[0])
    return _with_cover(document, next((line.block for line in titles if line.block > after), tables[0]), after)


def _with_cover(document: Document, title: int, after: int) -> int:
    """The lines just before a plan's title that stand on its page: the council's or department's name."""
    first = title
    while first - 1 > after and title - first < _COVER and _is_cover(document.blocks[first - 1], document.blocks[title]):
        first -= 1
    return first


def _is_cover(block: Block, title: Block) -> bool:
    if not isinstance(block, Line) or block.place.page != title.place.page or len(block.text) > 90:
        return False
    words = fold(block.text)
    named = block.text[:1].isupper() and not words.endswith((".", ":", ",")) and "copyright" not in words and "blank" not in words
    return named and (block.gap or block.place.page is not None or title.place.line is None)


def _last_prose(document: Document, first: int, end: int) -> int:
    """Position of the last numbered paragraph of the report's run of numbers, or of its back matter."""
    last, expected = first, 0
    for at in range(first, end):
        block = document.blocks[at]
        number = re.match(r"(?:[-–]\s)?(\d{1,3})\.\s", block.text) if isinstance(block, Line) else None
        if number and expected < int(number[1]) <= expected + 5:
            last, expected = at, int(number[1])
    return last


def _is_plan_title(line: Strip) -> bool:
    text = squeeze(line.text)
    return len(text) < 170 and text[:1].isupper() and not text.endswith((".", ",", ";")) and bool(_PLAN_TITLE.search(fold(text)))


def _is_plan_table(block: object) -> bool:
    if not isinstance(block, Table):
        return False
    for row in block.rows[:4]:
        cells = [fold(cell.text) for cell in row if cell.text.strip() and len(cell.text) < 60]
        if len(cells) >= 3 and sum(any(re.search(form, cell) for cell in cells) for form in _COLUMN_WORDS) >= 3:
            return True
    return False


def _is_plan_first(document: Document, lines: Sequence[Strip], first: int) -> bool:
    """Whether the first pages are a plan's: its title among the first lines and its columns in a table."""
    titled = any(_is_plan_title(line) for line in lines[:12] if line.block <= first + 12)
    return titled and any(_is_plan_table(block) for block in document.blocks)
