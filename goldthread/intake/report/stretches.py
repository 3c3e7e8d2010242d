"""A report's chunks parted at its headings, each stretch with the section and service that it stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.common.text import squeeze
from goldthread.intake.report.bodies import bodies, heading_bodies, lead_in_bodies
from goldthread.intake.report.chunks import BULLET, HEADING, NUMBERED, SMALL, TABLE, TEXT, Chunk
from goldthread.intake.report.grades import whole_grade
from goldthread.intake.report.headings import (
    band,
    first_service,
    is_back_matter,
    is_graded_area,
    is_section_title,
    lead_in_kind,
    list_kind,
    part_of,
    plain_heading,
)
from goldthread.intake.report.judgement_rows import names_area
from goldthread.intake.report.responsible_words import names_responsible

_GRADED = re.compile(
    r"[:–-]?\s*\(?\b(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)\)?[.*]?\d?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What stands under one heading. section: the heading without grade and footnote figure, None before the first.

    kind: of the findings that the heading promises, None when it promises none. addressees: bodies that it names.
    """

    chunks: tuple[Chunk, ...]
    heading: Chunk | None = None
    section: str | None = None
    service: str | None = None
    kind: str | None = None
    addressees: tuple[str, ...] = ()


def stretches(chunks: Sequence[Chunk], framework: str | None) -> tuple[Stretch, ...]:
    """The stretches in print order; headings inside a list (time bands, whom it addresses) stay in its stretch."""
    walk = _Walk(framework)
    for at, chunk in enumerate(chunks):
        walk.take(chunk, chunks[at + 1 : at + 4])
    walk.close()
    return tuple(walk.found)


class _Walk:
    """The stretch that is open while the report is gone through, and those before it."""

    def __init__(self, framework: str | None) -> None:
        self.framework = framework
        self.found: list[Stretch] = []
        self.inside: list[Chunk] = []
        self.heading: Chunk | None = None
        self.section: str | None = None
        self.kind: str | None = None
        self.service = first_service(framework)
        self.begun = False  # a list or numbered prose has been seen

    def take(self, chunk: Chunk, following: Sequence[Chunk]) -> None:
        """The next chunk: the heading of another stretch, or part of the open one."""
        self.begun = self.begun or chunk.kind == NUMBERED or self.kind is not None
        if is_back_matter(chunk.text):
            self.close()
            self.heading = self.section = self.kind = None
            return
        opens = _opens(chunk, following)
        if chunk.kind == HEADING and whole_grade(chunk.text):
            return
        if not opens and (chunk.kind != HEADING or (self.kind and _stays(chunk, self.heading, next(iter(following), None)))):
            self.inside.append(chunk)
            return
        self._open(chunk, opens)

    def close(self) -> None:
        """End the open stretch."""
        if self.inside or self.heading:
            told = heading_bodies(self.heading.text) if self.heading and self.kind else ()
            self.found.append(
                Stretch(
                    chunks=tuple(self.inside),
                    heading=self.heading,
                    section=self.section,
                    service=self.service,
                    kind=self.kind,
                    addressees=told,
                )
            )
        self.inside = []

    def _open(self, chunk: Chunk, kind: str | None) -> None:
        """Another stretch. The review of a board follows the authority's part; its grade on the cover opens no part."""
        self.close()
        turns, service = part_of(chunk.text, self.framework)
        if turns and (self.begun or service is None or self.framework != "sif-2013"):
            self.service = service
        self.heading, self.kind = chunk, kind
        self.section = section_of(chunk) if chunk.kind == HEADING else self.section
        if chunk.kind != HEADING and chunk.number:
            self.inside.append(chunk)


def section_of(heading: Chunk) -> str:
    """The heading as printed, without a footnote figure, dot leaders or a numbered grade."""
    return squeeze(plain_heading(heading.text)).rstrip(" :")


def _opens(chunk: Chunk, following: Sequence[Chunk]) -> str | None:
    """The kind of findings that a list heading, or a sentence leading in to a list, promises."""
    if chunk.kind == HEADING:
        return list_kind(chunk.text)
    if chunk.kind not in (TEXT, NUMBERED):
        return None
    after = next((other.kind for other in following if other.kind != SMALL), None)
    return lead_in_kind(chunk.text) if after in (BULLET, NUMBERED, TABLE) else None


def _stays(chunk: Chunk, heading: Chunk | None, following: Chunk | None) -> bool:
    """Whether a heading stands within a list: a time band, a body that is addressed, or a heading of lower rank."""
    if band(chunk.text):
        return True
    if lead_in_bodies(chunk.text) or names_responsible(chunk.text) is not None:
        return True
    if len(chunk.text) > 120 or is_graded_area(chunk.text) or is_section_title(chunk.text):
        return False
    lower = _is_lower(chunk, heading)
    if names_area(plain_heading(chunk.text)):
        return lower and following is not None and following.kind == BULLET
    return lower or bool(bodies(chunk.text.rstrip(" :")))


def _is_lower(chunk: Chunk, heading: Chunk | None) -> bool:
    if heading is None or heading.kind != HEADING:
        return False
    if chunk.level and heading.level:
        return chunk.level > heading.level
    return 0 < chunk.size < heading.size - 0.5
