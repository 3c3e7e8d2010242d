"""``goldthread serve``: the site."""

from pathlib import Path

import click

from goldthread.cli import site


@click.command("serve")
@click.option("--home", type=click.Path(path_type=Path), help="Folder of database, uploads and key; GOLDTHREAD_HOME unless told.")
@click.option("--host", default=site.HOST, show_default=True, help="Address to listen on; name the site's own in GOLDTHREAD_HOSTS.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that answer; each with four threads.")
@click.option("--council", help="Name of the council, for an installation that has none yet.")
@click.option("--administrator", metavar="NAME <EMAIL>", help="The first administrator, for an installation that has nobody yet.")
def command(home: Path | None, host: str, port: int, workers: int, council: str | None, administrator: str | None) -> None:
    """Serve the site until Ctrl-C.

    The database is brought to this version first. An installation that is new needs --council and --administrator once; the first
    administrator's link to set a password is printed.

    Exit code: 0 stopped by whoever started it; 1 a part of it ended by itself; 2 refused.
    """
    site.set_up(home)
    site.prepare()
    from goldthread.cli import first_steps

    address = _address(host, port)
    for told in first_steps.take(council, administrator, address):
        click.echo(told)
    click.echo(f"Goldthread is at {address}, served from {host}:{port}. Ctrl-C stops it.")
    raise SystemExit(site.serve(host, port, workers))


def _address(host: str, port: int) -> str:
    """The address that readers open: the first public name of the site, or where it listens while it has none."""
    from django.conf import settings

    from goldthread.settings import secrets

    public = [name for name in settings.ALLOWED_HOSTS if not secrets.is_private([name]) and not name.startswith((".", "*"))]
    scheme = "https" if settings.HTTPS else "http"
    return f"{scheme}://{public[0]}" if public else f"{scheme}://{host}:{port}"
