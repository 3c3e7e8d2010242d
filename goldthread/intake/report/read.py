"""An inspection report as read: the inspection, its judgements and its findings. The one way in to this package."""

from dataclasses import dataclass
from datetime import date

from goldthread.intake.document import Document, Table
from goldthread.intake.report.authority import find_authority
from goldthread.intake.report.chunks import Chunk, chunked
from goldthread.intake.report.extent import Extent, extent, looks_like_report
from goldthread.intake.report.facts import Facts, read_facts
from goldthread.intake.report.findings import read_findings
from goldthread.intake.report.framework import Recognised, recognise
from goldthread.intake.report.furniture import page_feet
from goldthread.intake.report.judgement_rows import line_rows, table_rows
from goldthread.intake.report.judgements import heading_rows, read_judgements
from goldthread.intake.report.lines import Strip, strips
from goldthread.thread import frameworks
from goldthread.thread.picture import Finding, Inspection, Judgement, Problem

__all__ = ["ReportReading", "looks_like_report", "read_report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """What a report says. first, end: the blocks of the document that the report takes, end exclusive."""

    inspection: Inspection
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    first: int
    end: int


def read_report(document: Document) -> ReportReading:
    """The report in the document, which may hold a plan after it. What is not printed is None or absent; doubts are problems."""
    part = extent(document)
    lines = strips(document, part.first, part.end, part.skip)
    chunks = chunked(document, part.first, part.end, part.skip)
    facts = read_facts(lines, page_feet(document, part.first, part.end))
    known = recognise(lines, _areas(document, part, lines, chunks), facts.started or facts.published)
    inspection, doubts = _inspection(lines, facts, known)
    judgements, judged = read_judgements(document, part, lines, chunks, known.code)
    findings, found = read_findings(chunks, known.code, facts.published)
    problems = (*facts.problems, *doubts, *judged, *found)
    return ReportReading(
        inspection=inspection, judgements=judgements, findings=tuple(findings), problems=problems, first=part.first, end=part.end
    )


def _areas(document: Document, part: Extent, lines: tuple[Strip, ...], chunks: tuple[Chunk, ...]) -> list[str]:
    """Titles of what is judged, which tell one edition of a framework from the next."""
    blocks = ((at, document.blocks[at]) for at in range(part.first, part.end) if at not in part.skip)
    tabled = [row.area for at, block in blocks if isinstance(block, Table) for row in table_rows(block, at)]
    if tabled:
        return tabled
    newest = frameworks.get("ilacs-2023"), frameworks.get("ilacs-2018")
    return [row.area for framework in newest for row, _service in heading_rows(chunks, framework, framework.code)] + _front_areas(lines)


def _front_areas(lines: tuple[Strip, ...]) -> list[str]:
    return [row.area for row in line_rows(lines[:80])]


def _inspection(lines: tuple[Strip, ...], facts: Facts, known: Recognised) -> tuple[Inspection, list[Problem]]:
    authority = find_authority(lines)
    places = dict(facts.places)
    if authority:
        places["authority"] = authority.place
    if known.place:
        places["framework"] = known.place
    inspection = Inspection(
        framework=known.code,
        framework_name=known.name,
        authority=authority.name if authority else None,
        inspectorates=known.inspectorates,
        started=facts.started,
        ended=facts.ended,
        published=facts.published,
        lead_inspector=facts.lead_inspector,
        age_group=facts.age_group,
        places=places or None,
    )
    return inspection, list(_missing(inspection))


def _missing(inspection: Inspection) -> list[Problem]:
    """A problem for each fact that a report normally prints and this one does not."""
    wanted: tuple[tuple[str, str, str | date | None, str], ...] = (
        ("authority", "the council or local area inspected", inspection.authority, "warning"),
        ("framework", "words that name the kind of inspection", inspection.framework, "warning"),
        ("dates", "the days of the inspection", inspection.started, "warning"),
        ("publication", "the day of publication", inspection.published, "info"),
    )
    return [
        Problem(
            where=f"inspection: {name}",
            found="Not printed where it could be read",
            expected=expected,
            do="Add it by hand from the published report; nothing is assumed.",
            severity=severity,
        )
        for name, expected, value, severity in wanted
        if value is None
    ]
