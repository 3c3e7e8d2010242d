"""The report's record of its judgements: a table, or lines that once were one."""

import re
from collections.abc import Iterator, Sequence

from goldthread.common.text import fold
from goldthread.intake.document import Document, Table
from goldthread.intake.report.extent import Extent
from goldthread.intake.report.grades import WORDS, whole_grade, whole_score
from goldthread.intake.report.headings import first_service, part_of
from goldthread.intake.report.judgement_rows import Row, line_rows, plain_area, table_rows
from goldthread.intake.report.lines import Strip
from goldthread.thread import frameworks
from goldthread.thread.frameworks import Framework

Graded = tuple[Row, str | None]
"""An area with its grade, and the service that it is judged for."""

_FRONT = 80  # lines of the first pages, where a report gives its judgements
_RECORD_LINES = 80
_HEADING = 90  # characters
_RATED = ("cqc-asc", frameworks.OTHER)
_RECORD = re.compile(
    r"record of (?:main|key)? ?(?:findings|judgements)|(?:summary of )?judgements?(?: and grades| grades)?|inspection judgements"
)
_OVERALL_RATING = re.compile(rf"(?:overall|local authority|council)?\s*(?:rating|judgement)\s*[:–-]?\s*(?P<grade>{WORDS})", re.IGNORECASE)
_RATING_HEAD = re.compile(r"(?:local authority |overall |our )?rating(?: and score)?:?|overall rating:?")


def record_rows(document: Document, part: Extent, lines: Sequence[Strip], code: str | None) -> list[Graded]:
    """The rows of the report's tables of judgements, or of lines that once were one, each with its service."""
    rows = [row for at in range(part.first, part.end) if at not in part.skip for row in _table(document, at, code)]
    parts = _parts(lines, code)
    told = [(row, _service(row, code, parts)) for row in rows]
    if not told or frameworks.find(code):  # part of a table may come as lines
        told += [*_lined(_recorded(lines), code), *_scores(lines, code)]
    rated = any(fold(row.area).startswith("overall") for row, _ in told)
    return told if rated or code not in _RATED else [*told, *_rating(lines)]


def _table(document: Document, at: int, code: str | None) -> list[Row]:
    block = document.blocks[at]
    return table_rows(block, at, any_area=code in (None, frameworks.OTHER)) if isinstance(block, Table) else []


def _parts(lines: Sequence[Strip], code: str | None) -> list[tuple[int, str | None]]:
    """The blocks at which a part of the report about another service begins, in order."""
    turns = ((line.block, part_of(line.text, code)) for line in lines if len(line.text) < _HEADING)
    return [(block, service) for block, (begins, service) in turns if begins]


def _service(row: Row, code: str | None, parts: Sequence[tuple[int, str | None]]) -> str | None:
    """The service of a table's row: from the heading above it, in the table or before it, or the framework's for that area."""
    if code == "slac-2009":
        if row.group and part_of(row.group, code)[0]:
            return part_of(row.group, code)[1]
        return next((service for block, service in reversed(parts) if block < row.block), None)
    framework = frameworks.find(code)
    area = framework.area(row.area) if framework else None
    return area.service if area else None


def _recorded(lines: Sequence[Strip]) -> Sequence[Strip]:
    """The lines of the first pages and those after a heading for the record of judgements."""
    at = next(
        (at for at, line in enumerate(lines) if at > _FRONT and len(line.text) < 60 and _RECORD.fullmatch(fold(line.text).strip(" :"))),
        None,
    )
    return [*lines[:_FRONT], *(lines[at : at + _RECORD_LINES] if at is not None else ())]


def _lined(lines: Sequence[Strip], code: str | None) -> Iterator[Graded]:
    """Rows from lines, part by part where the framework judges services apart."""
    framework = frameworks.find(code)
    service, run = first_service(code), list[Strip]()
    for line in lines:
        turns, other = part_of(line.text, code) if len(line.text) < 90 else (False, None)
        if turns:
            yield from _of_lines(run, service, framework)
            service, run = other, []
        else:
            run.append(line)
    yield from _of_lines(run, service, framework)


def _of_lines(run: Sequence[Strip], service: str | None, framework: Framework | None) -> Iterator[Graded]:
    for row in line_rows(run):
        area = framework.area(row.area, service) or framework.area(row.area) if framework else None
        if framework is None or area:
            yield row, (area.service if area else service)


def _scores(lines: Sequence[Strip], code: str | None) -> Iterator[Graded]:
    """Quality statements with their scores on one of the next two lines."""
    framework = frameworks.find(code) if code == "cqc-asc" else None
    for at, line in enumerate(lines[: _FRONT * 2] if framework else ()):
        area = framework.area(plain_area(line.text)) if framework and len(line.text) < 90 else None
        near = next((other for other in lines[at + 1 : at + 3] if whole_score(other.text)), None)
        if area and near and not area.overall:
            yield Row(plain_area(line.text), near.text, near.place.saying(f"{line.text} {near.text}"), near.block), area.service


def _rating(lines: Sequence[Strip]) -> Iterator[Graded]:
    """The overall rating that a line names, or that stands under a heading for it."""
    for at, line in enumerate(lines[:_FRONT]):
        match = _OVERALL_RATING.fullmatch(line.text)
        told = match["grade"] if match else None
        if not told and _RATING_HEAD.fullmatch(fold(line.text)):
            told = next((grade for other in lines[at + 1 : at + 4] if (grade := whole_grade(other.text))), None)
        if told:
            yield Row("Overall rating", told, line.place, line.block), None
            return
