"""One picture from two papers: the inspection report and the plan that answers it, published apart."""

from collections.abc import Iterator
from dataclasses import replace

from goldthread.thread.picture import Picture, Problem


def joined(plan: Picture, report: Picture) -> Picture:
    """The plan's picture with the inspection, judgements and findings of the report's.

    What the plan's own file says of an inspection gives way: the report is the inspectors' own word. Both files stay
    named, the report's in ``report_source``; every problem says in which of them it stands, the report's come first.
    """
    return replace(
        plan,
        inspection=report.inspection,
        judgements=report.judgements,
        findings=report.findings,
        problems=(*_named(report), *_named(plan)),
        report_source=report.source,
    )


def _named(picture: Picture) -> Iterator[Problem]:
    return (replace(problem, where=f"{picture.source.file}, {problem.where}") for problem in picture.problems)
