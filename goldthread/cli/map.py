"""``goldthread map``: a plan as one page."""

from datetime import date
from pathlib import Path

import click

from goldthread.cli import inputs, outputs
from goldthread.cli.check import settings_for
from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture

PAGE_ENDINGS = {".html", ".htm"}


@click.command("map")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[FILE]")
@click.option("--plan", "reference", metavar="REF", help="A stored plan by its reference, instead of FILE.")
@click.option("--home", type=click.Path(path_type=Path), help="Where the stored plan is kept; GOLDTHREAD_HOME unless told.")
@click.option("--out", required=True, type=click.Path(path_type=Path, readable=False), help="The page to write, such as plan.html.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, readable=False),
    help="The inspection report that the plan answers, when it is another file.",
)
@click.option("--as-at", type=inputs.Day(), help="The day to draw the plan for: today, unless told here or in goldthread.toml.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, readable=False),
    help="Settings of this plan for the checks; goldthread.toml beside FILE, unless told.",
)
def command(
    files: tuple[Path, ...],
    reference: str | None,
    home: Path | None,
    out: Path,
    report: Path | None,
    as_at: date | None,
    config: Path | None,
) -> None:
    """Draw a plan as one self-contained page: plan on a page, thread map, checks, and every value's own words.

    FILE is a document, or the .json that goldthread read wrote; --plan draws a stored plan. The page needs no network and no script.

    Exit code: 0 drawn; 2 refused.
    """
    inputs.one_or_other(files, reference)
    if len(files) > 1:
        raise Refused(
            f"{len(files)} files were named and a page shows one plan. Name the plan alone, and the inspectors' report with --report."
        )
    file = files[0] if files else None
    papers = [path for path in (file, report, config) if path]
    outputs.refuse_papers(out, papers, endings=(inputs.READABLE | {inputs.PICTURE_ENDING}) - PAGE_ENDINGS, write=".html")
    settings = settings_for(file or Path(out.name), config)
    day = as_at or settings.as_at or inputs.today()
    picture = inputs.with_report(inputs.picture_of(file) if file else _stored(reference or "", home, day), report)
    from goldthread.reports.map import draw
    from goldthread.thread import checks

    outputs.write(out, draw(picture, checks.run(picture, as_at=day, config=settings), as_at=day))
    click.echo(str(out))


def _stored(reference: str, home: Path | None, on: date) -> Picture:
    from goldthread.cli import stored

    return stored.plan(reference, home, on)
