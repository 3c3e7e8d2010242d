"""``goldthread check``: where the thread of a plan is broken."""

from datetime import date
from pathlib import Path

import click

from goldthread.cli import inputs
from goldthread.common.dates import spoken
from goldthread.common.errors import Refused
from goldthread.thread.checks.config import CONFIG_NAME, Config, from_toml

CLEAN, FOUND = 0, 1


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--report", type=click.Path(path_type=Path), help="The inspection report that the plan answers, when it is another file.")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True, help="How to print.")
@click.option("--select", default="", metavar="CODES", help="Only these checks, by code or its beginning: GT1,GT305.")
@click.option("--ignore", default="", metavar="CODES", help="All but these checks, by code or its beginning.")
@click.option("--as-at", type=inputs.Day(), help="The day to check for: today, unless told here or in goldthread.toml.")
@click.option("--config", type=click.Path(path_type=Path), help=f"Settings of this plan; {CONFIG_NAME} beside FILE, unless told.")
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    report: Path | None,
    form: str,
    select: str,
    ignore: str,
    as_at: date | None,
    config: Path | None,
) -> None:
    """Check a plan: a document, or the .json that goldthread read wrote.

    Text output is one finding a line: plan.docx:item 5:action 2: GT204 what is wrong — what to do.

    Exit code: 0 nothing found; 1 something found; 2 refused.
    """
    from goldthread.reports.check_output import FORMATS, Checked
    from goldthread.thread import checks

    chosen = {"select": _codes(select), "ignore": _codes(ignore)}
    checks.chosen(**chosen)  # codes that no check has are refused before any file is read
    checked = []
    for file in inputs.files_named(files):
        settings = settings_for(file, config)
        day = as_at or settings.as_at or inputs.today()
        picture = inputs.with_report(inputs.plan_of(file), report)
        found = checks.run(picture, as_at=day, config=settings, **chosen)
        checked.append(Checked(file=str(file), as_at=day, found=found))
    click.echo(FORMATS[form](checked), nl=False)
    found_in_all = sum(len(one.found) for one in checked)
    if form == "text":
        days = ", ".join(sorted({spoken(one.as_at) for one in checked}))
        click.echo(f"{found_in_all or 'Nothing'} found in {len(checked)} file{'s' if len(checked) > 1 else ''}, as at {days}.", err=True)
    context.exit(FOUND if found_in_all else CLEAN)


def settings_for(file: Path, named: Path | None) -> Config:
    """The plan's settings: from the file named, else from ``goldthread.toml`` beside the plan, else none."""
    place = named or file.parent / CONFIG_NAME
    if named is None and not place.is_file():
        return Config()
    try:
        return from_toml(place.read_text(encoding="utf-8"), place.name)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise Refused(f"{place}: these settings cannot be read ({why}). Check the name given to --config.") from None


def _codes(listed: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in listed.split(",") if code.strip())
