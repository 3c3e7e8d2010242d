"""``goldthread demo``: the site with Northmere's story in it."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.cli import inputs, site
from goldthread.cli.check import settings_for
from goldthread.common.dates import spoken
from goldthread.common.errors import Refused
from goldthread.common.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goldthread.thread.checks import CheckFinding

REPORT, PLAN = "inspection-report.pdf", "improvement-plan.docx"
WORST = 5
"""Findings printed in full, the gravest first; the site holds them all."""
_OURS = {
    "demonstration",
    "goldthread.sqlite3",
    "goldthread.sqlite3-journal",
    "goldthread.sqlite3-wal",
    "goldthread.sqlite3-shm",
    "secret.key",
    "uploads",
    "static",
}


@click.command("demo")
@click.option(
    "--pack", type=click.Path(path_type=Path), default=Path("northmere/pack"), show_default=True, help="The folder of the papers."
)
@click.option(
    "--home", type=click.Path(path_type=Path), default=Path("build/demo"), show_default=True, help="Folder of its database and uploads."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--as-at", type=inputs.Day(), help="The day that stands for today; the plan's own, unless told.")
@click.option("--afresh", is_flag=True, help="Begin again: what was done in the demonstration so far is thrown away.")
@click.option("--prepare-only", is_flag=True, help="Make everything ready and do not serve it.")
def command(pack: Path, home: Path, port: int, as_at: date | None, afresh: bool, prepare_only: bool) -> None:
    """Serve the site with the made-up authority Northmere's story in it.

    The papers go through the real intake and are accepted by the same operations as yours would be. Every role has a sign-in. The
    site answers to this machine only.

    Exit code: 0 stopped by whoever started it; 1 a part of it ended by itself; 2 refused.
    """
    for name in (REPORT, PLAN):
        if not (pack / name).is_file():
            raise Refused(f"{pack / name}: Northmere's papers are not here. Run this in the project's folder, or name theirs with --pack.")
    if not prepare_only:
        site.check_free(site.HOST, port)
    if afresh:
        _throw_away(home)
    day = as_at or settings_for(pack / PLAN, None).as_at or inputs.today()
    site.set_up(
        home,
        GOLDTHREAD_TODAY=day.isoformat(),
        GOLDTHREAD_HOSTS="127.0.0.1,localhost,[::1]",
        GOLDTHREAD_DEBUG="false",
        GOLDTHREAD_DATABASE_URL="",  # never into somebody's real database
        GOLDTHREAD_EMAIL_URL="dummymail://",  # nobody of Northmere has a letter box
    )
    site.prepare()
    site.mark_demonstration()
    _tell_story(pack, home, day)
    _tell_breaks(day)
    _tell_sign_ins(day, port)
    if not prepare_only:
        click.echo("\nCtrl-C stops it.")
        raise SystemExit(site.serve(site.HOST, port, workers=2))


def _throw_away(home: Path) -> None:
    """Takes away a demonstration's own files, and refuses to touch a folder that holds anything else."""
    if not home.exists():
        return
    if strange := sorted(path.name for path in home.iterdir() if path.name not in _OURS):
        raise Refused(f"{home}: holds “{one_line(strange[0])}”, which no demonstration wrote; nothing was taken away. Name another --home.")
    shutil.rmtree(home)


def _tell_story(pack: Path, home: Path, day: date) -> None:
    from goldthread.cli import northmere

    if northmere.is_there():
        click.echo(f"Northmere is in {home} already, with whatever was done since. To begin again: --afresh.")
        return
    click.echo(f"Reading {pack / REPORT} and {pack / PLAN} …\n")
    for told in northmere.tell(pack, day):
        click.echo(f"  {told}")


def _tell_breaks(day: date) -> None:
    from goldthread.models import Plan
    from goldthread.queries.pictures import of_plan
    from goldthread.thread import checks

    for plan in Plan.objects.select_related("inspection"):
        found = checks.run(of_plan(plan, on=day).picture, as_at=day)
        kinds = Counter(finding.title for finding in found)
        click.echo(f"\n{plan}: as at {spoken(day)} the checks find {len(found)} breaks and weak places of {len(kinds)} kinds. The gravest:")
        for told in _gravest(found, kinds):
            click.echo(f"  {told}")


def _gravest(found: "Sequence[CheckFinding]", kinds: "Counter[str]") -> list[str]:
    first = {finding.code: finding for finding in reversed(found) if finding.severity == "error"}
    grave = [finding for finding in found if first.get(finding.code) is finding][:WORST]
    return [f"{finding.code} {finding.where}: {finding.message}{_more(kinds[finding.title] - 1)}" for finding in grave]


def _more(same: int) -> str:
    return f" (and {same} more of this kind)" if same else ""


def _tell_sign_ins(day: date, port: int) -> None:
    from goldthread.cli import northmere

    click.echo(f"\nThe site: http://{site.HOST}:{port} – everybody’s password is “{northmere.PASSWORD}”; today is {spoken(day)} there.\n")
    rows = list(northmere.sign_ins(day))
    width = max(len(row.email) for row in rows)
    for row in rows:
        click.echo(f"  {row.email:<{width}}  {row.roles}")
