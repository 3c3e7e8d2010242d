"""``goldthread map``: a plan as one page."""

from datetime import date
from pathlib import Path

import click

from goldthread.cli import inputs, outputs
from goldthread.cli.check import settings_for
from goldthread.common.errors import Refused


@click.command("map")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The page to write, such as plan.html.")
@click.option("--report", type=click.Path(path_type=Path), help="The inspection report that the plan answers, when it is another file.")
@click.option("--as-at", type=inputs.Day(), help="The day to draw the plan for: today, unless told here or in goldthread.toml.")
@click.option(
    "--config", type=click.Path(path_type=Path), help="Settings of this plan for the checks; goldthread.toml beside FILE, unless told."
)
def command(file: Path, out: Path, report: Path | None, as_at: date | None, config: Path | None) -> None:
    """Draw a plan as one self-contained page: plan on a page, thread map, checks, and every value's own words.

    FILE is a document, or the .json that goldthread read wrote. The page needs no network and no script.

    Exit code: 0 drawn; 2 refused.
    """
    if out.resolve() in {path.resolve() for path in (file, report) if path}:
        raise Refused(f"{out}: this is the paper itself. Name another file with --out.")
    settings = settings_for(file, config)
    picture = inputs.with_report(inputs.picture_of(file), report)
    from goldthread.reports.map import draw
    from goldthread.thread import checks

    day = as_at or settings.as_at or inputs.today()
    outputs.write(out, draw(picture, checks.run(picture, as_at=day, config=settings), as_at=day))
    click.echo(str(out))
