"""The judgements of a report: from its record of them, checked against the headings that print a grade too."""

import re
from collections.abc import Iterator, Sequence

from goldthread.common.text import fold
from goldthread.intake.document import Document
from goldthread.intake.report.chunks import HEADING, TEXT, Chunk
from goldthread.intake.report.extent import Extent
from goldthread.intake.report.grades import WORDS, read_grade, whole_grade
from goldthread.intake.report.headings import first_service, part_of
from goldthread.intake.report.judgement_record import Graded, record_rows
from goldthread.intake.report.judgement_rows import Row, plain_area
from goldthread.intake.report.lines import Strip
from goldthread.intake.report.outcome import outcome
from goldthread.thread import frameworks
from goldthread.thread.frameworks import Framework
from goldthread.thread.picture import Judgement, Problem

_FRONT = 80  # lines of the first pages, where a report gives its judgements
_LONGEST = 240
_GRADE_AT_END = re.compile(
    rf"(?:\bgrade\s*:?\s*[1-4]\s*[-–:]?\s*)?\(?\b(?:{WORDS})\)?(?:\s*\(?grade\s*:?\s*[1-4]\)?)?[.*]?\s?\d?$", re.IGNORECASE
)
_LINK = re.compile(r"(?:\s+(?:is|are|was|were|has been|judged|to be|rated|therefore|:|–|-))+$|[\s:–(,-]+$", re.IGNORECASE)
_WHOLE_SERVICE = re.compile(
    r"(?:the overall judgement(?: for effectiveness)?(?: is that)?\s*)?(?:(?:the )?(?:overall effectiveness of )?"
    r"(?:local authority )?children's (?:social care )?services(?: in .{2,60})?)?"
)

Key = tuple[str | None, str]


def read_judgements(
    document: Document, part: Extent, lines: Sequence[Strip], chunks: Sequence[Chunk], code: str | None
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """What was judged and how, in the order of the record. code: of the framework; None or ``other`` for none known.

    A grade that a heading prints otherwise than the record is a problem; the record's is kept. An overall grade that
    the report does not give is not worked out.
    """
    framework = frameworks.find(code)
    if code == "send-2023":
        found = outcome(lines)
        return ((found,), ()) if found else ((), (_nothing(lines),))
    record = record_rows(document, part, lines, code)
    headed = [(row, service) for row, service in heading_rows(chunks, framework, code)]
    problems = list(_conflicts(record, headed, framework))
    told = _once([*record, *headed] if record else headed, framework)
    judgements = tuple(_judgement(row, service, framework) for row, service in told)
    return judgements, (*problems, *_absent(judgements, framework, lines), *_only_in_record(_once(record, framework), headed, framework))


def heading_rows(chunks: Sequence[Chunk], framework: Framework | None, code: str | None) -> Iterator[Graded]:
    """Headings that end in a grade, or that a heading which is one follows, with the service of their part of the report."""
    service = first_service(code)
    for at, chunk in enumerate(chunks):
        if chunk.kind != HEADING and not (chunk.kind == TEXT and at < _FRONT // 2 and len(chunk.text) < 130):
            continue
        if chunk.kind == HEADING:
            turns, other = part_of(chunk.text, code)
            service = other if turns else service
        following = chunks[at + 1].text if at + 1 < len(chunks) and len(chunks[at + 1].text) < 60 else ""
        for head, grade in _heading_grades(chunk.text, following):
            if row := _heading_row(head, grade, chunk, framework, service):
                yield row


def _heading_grades(text: str, following: str) -> Iterator[tuple[str, str]]:
    if len(text) > _LONGEST:
        return
    match = _GRADE_AT_END.search(text)
    if match and match.start():
        yield _LINK.sub("", text[: match.start()].rstrip()), _balanced(match[0].strip(" .*"))
    elif whole_grade(following):
        yield text, following


def _balanced(grade: str) -> str:
    """The grade without a bracket that has no other end."""
    return grade if "(" in grade and ")" in grade else grade.strip("()")


def _heading_row(head: str, grade: str, chunk: Chunk, framework: Framework | None, service: str | None) -> Graded | None:
    if framework is None:
        return None
    if framework.overall and head and _WHOLE_SERVICE.fullmatch(fold(head)):
        title = next(area.title for area in framework.areas if area.overall)
        return Row(title, grade, chunk.place, chunk.first), None
    area = framework.area(plain_area(head), service) or framework.area(plain_area(head))
    return (Row(plain_area(head), grade, chunk.place.saying(f"{head} {grade}"), chunk.first), area.service) if area else None


def _once(rows: Sequence[Graded], framework: Framework | None) -> list[Graded]:
    """Each area where it is printed first: in the record, else in its heading."""
    kept: dict[Key, Graded] = {}
    for row, service in rows:
        kept.setdefault(_key(row, service, framework), (row, service))
    return list(kept.values())


def _key(row: Row, service: str | None, framework: Framework | None) -> Key:
    area = framework.area(row.area, service) if framework else None
    return service, fold(area.title if area else row.area)


def _judgement(row: Row, service: str | None, framework: Framework | None) -> Judgement:
    grade = read_grade(row.grade, framework)
    return Judgement(
        service=service,
        area=row.area,
        grade=grade.code if grade else None,
        grade_number=grade.number if grade else None,
        as_printed=row.grade,
        place=row.place,
    )


def _code(row: Row, framework: Framework | None) -> str | None:
    grade = read_grade(row.grade, framework)
    return grade.code if grade else None


def _conflicts(record: Sequence[Graded], headed: Sequence[Graded], framework: Framework | None) -> Iterator[Problem]:
    """Every area that the record grades twice, or a heading otherwise than the record (or than an earlier heading)."""
    first: dict[Key, Row] = {}
    told: set[tuple[Key, str | None]] = set()
    for row, service in [*record, *headed]:
        key = _key(row, service, framework)
        known = first.setdefault(key, row)
        code = _code(row, framework)
        if code != _code(known, framework) and (key, code) not in told:
            told.add((key, code))
            yield Problem(
                where=f"{known.place}; {row.place}",
                found=f"“{known.area}” is graded “{known.grade}” in one place and “{row.grade}” in another",
                expected="one grade for each area",
                do=f"“{known.grade}” is used, as the record or the first place has it. Check it in the published report.",
            )


def _absent(judgements: Sequence[Judgement], framework: Framework | None, lines: Sequence[Strip]) -> Iterator[Problem]:
    if framework is None or not framework.areas:
        return
    if not judgements:
        yield _nothing(lines)
    elif not framework.overall:
        yield Problem(
            where="judgements",
            found="No overall grade",
            expected=f"none: an overall grade is not given under this framework ({framework.short_name})",
            do="Nothing. No overall grade is worked out from the others.",
            severity="info",
        )


def _nothing(lines: Sequence[Strip]) -> Problem:
    visit = any(re.search(r"\b(?:focused|monitoring) visit\b", fold(line.text)) for line in lines[:_FRONT])
    return Problem(
        where=str(lines[0].place) if lines else "the report",
        found="No grades" if visit else "No judgements could be read",
        expected="none: a visit of this kind gives no grades" if visit else "the grades or the outcome that the report gives",
        do="Nothing; see the findings." if visit else "Look in the report and add the judgements by hand.",
        severity="info" if visit else "warning",
    )


def _only_in_record(record: Sequence[Graded], headed: Sequence[Graded], framework: Framework | None) -> Iterator[Problem]:
    """Areas without a graded heading, in reports whose other areas have one."""
    with_heading = {_key(row, service, framework) for row, service in headed}
    without = [row for row, service in record if _key(row, service, framework) not in with_heading]
    if framework is None or framework.code != "slac-2009" or not with_heading:
        return
    for row in without:
        yield Problem(
            where=str(row.place),
            found=f"“{row.area}” is graded in the record of main findings alone",
            expected="the same grade under a heading of its own",
            do="The record's grade is used.",
            severity="info",
        )
