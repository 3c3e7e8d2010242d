"""``goldthread check``: where the thread of a plan is broken."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.cli import inputs
from goldthread.common.dates import spoken
from goldthread.common.errors import Refused, UserFacingError
from goldthread.common.text import one_line
from goldthread.thread.checks.config import CONFIG_NAME, Config, from_toml

if TYPE_CHECKING:
    from goldthread.reports.check_output import Checked

CLEAN, FOUND, REFUSED = 0, 1, 2


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[FILE…]")
@click.option("--plan", "reference", metavar="REF", help="A stored plan by its reference, instead of FILE.")
@click.option("--home", type=click.Path(path_type=Path), help="Where the stored plan is kept; GOLDTHREAD_HOME unless told.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, readable=False),
    help="The inspection report that the plan answers, when it is another file.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True, help="How to print.")
@click.option("--select", default="", metavar="CODES", help="Only these checks, by code or its beginning: GT1,GT305.")
@click.option("--ignore", default="", metavar="CODES", help="All but these checks, by code or its beginning.")
@click.option("--as-at", type=inputs.Day(), help="The day to check for: today, unless told here or in goldthread.toml.")
@click.option(
    "--config", type=click.Path(path_type=Path, readable=False), help=f"Settings of this plan; {CONFIG_NAME} beside FILE, unless told."
)
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    reference: str | None,
    home: Path | None,
    report: Path | None,
    form: str,
    select: str,
    ignore: str,
    as_at: date | None,
    config: Path | None,
) -> None:
    """Check a plan: a document, the .json that goldthread read wrote, or a stored plan (--plan).

    Text output is one finding a line: plan.docx:item 5:action 2: GT204 what is wrong — what to do.

    Exit code: 0 nothing found; 1 something found; 2 refused; of several files, at least one.
    """
    from goldthread.reports.check_output import FORMATS, Checked
    from goldthread.thread import checks

    chosen = {"select": _codes(select), "ignore": _codes(ignore)}
    checks.chosen(**chosen)  # codes that no check has are refused before any file is read
    inputs.one_or_other(files, reference)
    if reference:
        stored = _stored(reference, home, as_at, config, chosen)
        click.echo(FORMATS[form]([stored]), nl=False)
        context.exit(FOUND if stored.found else CLEAN)
    plans = inputs.files_named(files)
    checked: list[Checked] = []
    for file in plans:
        try:
            settings = settings_for(file, config)
            day = as_at or settings.as_at or inputs.today()
            picture = inputs.with_report(inputs.plan_of(file), report)
        except UserFacingError as error:  # one plan that is refused does not keep the others from being checked
            click.echo(one_line(str(error)), err=True)
            continue
        found = checks.run(picture, as_at=day, config=settings, **chosen)
        checked.append(Checked(file=str(file), as_at=day, found=found))
    if checked:
        click.echo(FORMATS[form](checked), nl=False)
    if checked and form == "text":
        click.echo(_total(checked), err=True)
    if len(checked) < len(plans):
        context.exit(REFUSED)
    context.exit(FOUND if any(one.found for one in checked) else CLEAN)


def _stored(reference: str, home: Path | None, as_at: date | None, config: Path | None, chosen: dict[str, tuple[str, ...]]) -> "Checked":
    from goldthread.cli import stored
    from goldthread.reports.check_output import Checked
    from goldthread.thread import checks

    settings = settings_for(Path(reference), config)
    day = as_at or settings.as_at or inputs.today()
    found = checks.run(stored.plan(reference, home, day), as_at=day, config=settings, **chosen)
    return Checked(file=reference, as_at=day, found=found)


def _total(checked: "Sequence[Checked]") -> str:
    found_in_all = sum(len(one.found) for one in checked)
    days = ", ".join(sorted({spoken(one.as_at) for one in checked}))
    return f"{found_in_all or 'Nothing'} found in {len(checked)} file{'s' if len(checked) > 1 else ''}, as at {days}."


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
