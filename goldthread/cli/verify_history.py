"""``goldthread verify-history``: proof that nothing was changed behind Goldthread's back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goldthread.cli import site
from goldthread.common.errors import Refused

if TYPE_CHECKING:
    from goldthread.operations.verification import Checkpoint


@click.command("verify-history")
@click.option("--home", type=click.Path(path_type=Path), help="Folder of database, uploads and key; GOLDTHREAD_HOME unless told.")
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file, best kept on another machine, that holds how far the chain went last time; it is moved on when all is whole.",
)
def command(home: Path | None, checkpoint: Path | None) -> None:
    """Prove that the history is whole and that every record is what it says.

    Exit code: 0 whole; 1 the first broken link, or every record that was changed outside Goldthread; 2 refused.
    """
    site.set_up(home)
    from goldthread.operations import verification

    earlier = _read(checkpoint) if checkpoint and checkpoint.exists() else None
    faults = list(_found(earlier))
    for fault in faults:
        click.echo(f"broken: {fault}")
    if faults:
        raise click.exceptions.Exit(1)
    now = verification.checkpoint()
    if checkpoint:
        checkpoint.write_text(f"{now}\n", encoding="utf-8")
    click.echo(f"whole: {now.number} events, the last {now.digest[:16]}…; every record is what they add up to")


def _found(earlier: "Checkpoint | None") -> list[str]:
    from django.db import DatabaseError

    from goldthread.operations import verification

    try:
        return [fault.what for fault in verification.broken(earlier)]
    except DatabaseError as problem:
        raise Refused(
            f"The history cannot be read: {str(problem).strip().splitlines()[0]}. Name the folder of the installation with --home."
        ) from None


def _read(path: Path) -> "Checkpoint":
    from goldthread.operations.verification import Checkpoint

    number, _, digest = path.read_text(encoding="utf-8").strip().partition(" ")
    if not number.isdecimal() or len(digest) != 64:
        raise Refused(f"{path.name}: this is no checkpoint of a history. Name the file that verify-history wrote, or a new one.")
    return Checkpoint(number=int(number), digest=digest)
