"""``goldthread demo``: Northmere's papers through the real intake, checks and map."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.cli import inputs, outputs
from goldthread.cli.check import settings_for
from goldthread.common.dates import spoken
from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture

if TYPE_CHECKING:
    from goldthread.thread.checks import CheckFinding

REPORT, PLAN = "inspection-report.pdf", "improvement-plan.docx"
WORST = 8
"""Findings printed in full, the gravest first; the page holds them all."""


@click.command("demo")
@click.option(
    "--pack", type=click.Path(path_type=Path), default=Path("northmere/pack"), show_default=True, help="The folder of the papers."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build/northmere.html"),
    show_default=True,
    help="The page to write.",
)
@click.option("--as-at", type=inputs.Day(), help="The day to show the plan for; the plan's own, unless told.")
def command(pack: Path, out: Path, as_at: date | None) -> None:
    """Read the made-up authority Northmere's papers, say what is broken, and draw the page.

    Everything happens as with papers of your own: goldthread read, check and map do the same on any file.
    """
    for name in (REPORT, PLAN):
        if not (pack / name).is_file():
            raise Refused(f"{pack / name}: Northmere's papers are not here. Run this in the project's folder, or name theirs with --pack.")
    click.echo(f"Reading {pack / REPORT} and {pack / PLAN} …\n")
    plan = inputs.picture_of(pack / PLAN)
    picture = inputs.with_report(plan, pack / REPORT)
    _tell(picture)
    from goldthread.reports.map import draw
    from goldthread.thread import checks

    settings = settings_for(pack / PLAN, None)
    day = as_at or settings.as_at or inputs.today()
    found = checks.run(picture, as_at=day, config=settings)
    _tell_breaks(found, day)
    outputs.write(out, draw(picture, found, as_at=day))
    click.echo(f"\nThe whole plan, its thread and every finding are on one page. Open it in a browser:\n  {out.resolve()}")
    click.echo("\nYour own papers: .venv/bin/goldthread map YOUR-PLAN.docx --report YOUR-REPORT.pdf --out plan.html")


def _tell(picture: Picture) -> None:
    from goldthread.cli.summary import described

    for told in described(picture):
        click.echo(told)


def _tell_breaks(found: "Sequence[CheckFinding]", as_at: date) -> None:
    kinds = Counter(finding.title for finding in found)
    broken = [finding for finding in found if finding.severity == "error"]
    click.echo(f"\nAs at {spoken(as_at)} the checks found {len(found)} breaks and weak places of {len(kinds)} kinds. The gravest:")
    seen: set[str] = set()
    for finding in broken:
        if finding.code not in seen and len(seen) < WORST:
            seen.add(finding.code)
            same = kinds[finding.title] - 1
            more = f" (and {same} more of this kind)" if same else ""
            click.echo(f"  {finding.code} {finding.where}: {finding.message}{more}")
