"""A document in, a proposed picture out: which papers it holds, and what each interpreter read in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from goldthread.common.errors import Refused
from goldthread.intake.document import Document
from goldthread.intake.report.read import ReportReading, looks_like_report, read_report
from goldthread.thread.picture import Picture, Source

if TYPE_CHECKING:
    from goldthread.intake.plan.read import PlanReading

REPORT, PLAN, AUTO = "report", "plan", "auto"
REPORT_KIND, PLAN_KIND = "inspection_report", "improvement_plan"


def propose(document: Document, *, as_: str = AUTO) -> Picture:
    """The picture that a document proposes; ``source`` has its file name, kinds and pages, not yet its bytes and sum.

    as_: ``report`` or ``plan`` reads the whole document as one kind, ``auto`` finds out which it holds, perhaps both.
    Raises Refused when neither is found, or the kind asked for holds nothing.
    """
    report = _report(document, as_)
    plan = _plan(document, as_, report)
    if report is None and plan is None:
        raise Refused(_nothing(document.file, as_))
    picture = Picture(source=Source(file=document.file, kinds=_kinds(report, plan), pages=document.pages), problems=document.problems)
    if report:
        picture = replace(
            picture,
            inspection=report.inspection,
            judgements=report.judgements,
            findings=report.findings,
            problems=(*picture.problems, *report.problems),
        )
    if plan:
        picture = replace(picture, plan=plan.plan, problems=(*picture.problems, *plan.problems))
    return picture


def _report(document: Document, as_: str) -> ReportReading | None:
    if as_ == PLAN or (as_ == AUTO and not looks_like_report(document)):
        return None
    reading = read_report(document)
    return reading if reading.judgements or reading.findings or reading.inspection.framework or as_ == AUTO else None


def _plan(document: Document, as_: str, report: ReportReading | None) -> "PlanReading | None":
    taken = range(report.first, report.end) if report else range(0)
    if as_ == REPORT or len(taken) == len(document.blocks):
        return None
    from goldthread.intake.plan.read import read_plan  # a third of a short report's time; most reports hold nothing else

    published = report.inspection.published if report else None
    reading = read_plan(document, skip=taken, published=published, findings=[finding.text for finding in report.findings] if report else ())
    return reading if reading.plan.items or (as_ == PLAN and reading.plan.monitoring) else None


def _kinds(report: ReportReading | None, plan: "PlanReading | None") -> tuple[str, ...]:
    return (*((REPORT_KIND,) if report else ()), *((PLAN_KIND,) if plan else ()))


def _nothing(file: str, as_: str) -> str:
    wanted = {REPORT: "no inspection report", PLAN: "no improvement plan"}.get(as_, "neither an inspection report nor an improvement plan")
    expected = {
        REPORT: "A report names its framework, judges areas or lists areas for improvement",
        PLAN: "A plan has a table or list of actions with leads and dates",
    }.get(as_, "A report judges areas or lists areas for improvement; a plan has actions with leads and dates")
    return (
        f"{file}: {wanted} was found in it. {expected}. Check that this is the right file, or say what it is with --as report or --as plan."
    )
