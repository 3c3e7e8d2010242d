"""The site as a set of processes: its database made ready, its pages served, its background work done. Nothing here knows the field."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from goldthread.common.errors import Refused

HOST = "127.0.0.1"
_HERE = ("127.0.0.1", "::1", "localhost")
_AGAIN = 20
"""How often background work is begun again before something must be wrong with it."""
_MARK = "demonstration"
"""A file in the home of a demonstration, whose passwords everybody knows."""


def set_up(home: Path | None = None, **environment: str) -> None:
    """Django is ready for use in this process. home: where database, uploads and key are kept; the environment's unless told.

    Raises Refused when the settings do not hold together.
    """
    if home is not None:
        os.environ["GOLDTHREAD_HOME"] = str(home.resolve())
    os.environ.update(environment)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as problem:
        raise Refused(str(problem)) from None


def prepare() -> None:
    """The home folder, the key and the newest form of the database. Raises Refused when the database cannot be reached."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import OperationalError

    from goldthread.settings import secrets

    secrets.keep_key(settings.HOME)
    settings.SECRET_KEY = os.environ.get("GOLDTHREAD_SECRET_KEY") or secrets.key_in(settings.HOME)
    for folder in (settings.UPLOADS, settings.STATIC_ROOT):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("clearsessions")  # of sessions and jobs that are over nothing is kept
        call_command("prune_db_task_results", verbosity=0)
    except OperationalError as problem:
        raise Refused(f"The database cannot be reached: {str(problem).strip().splitlines()[0]}. See GOLDTHREAD_DATABASE_URL.") from None


def serve(host: str, port: int, workers: int) -> int:
    """Pages and background work until Ctrl-C, or until the pages end by themselves; returns the exit code.

    Background work that ends (a paper too large for the machine's memory) is begun again, so that nobody's page is lost with it.
    """
    check_free(host, port)
    _check_private(host)
    processes = [subprocess.Popen(command) for command in (_pages(host, port, workers), _background())]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        return _first_to_end(processes)
    except (KeyboardInterrupt, SystemExit):
        return 0
    finally:
        _end(processes)


def mark_demonstration() -> None:
    """From now on the home is served to this machine only."""
    from django.conf import settings

    (settings.HOME / _MARK).touch()


def _check_private(host: str) -> None:
    """Raises Refused when what must stay on this machine would be served to others."""
    from django.conf import settings

    from goldthread.settings import secrets

    if host in _HERE and secrets.is_private(settings.ALLOWED_HOSTS):
        return
    if (settings.HOME / _MARK).exists():
        raise Refused(f"{settings.HOME.name}: a demonstration, whose passwords everybody knows. It is served to this machine only.")
    if settings.DEBUG or settings.TODAY:
        raise Refused("GOLDTHREAD_DEBUG and GOLDTHREAD_TODAY are for this machine only. Leave them out, or leave --host at 127.0.0.1.")


def check_free(host: str, port: int) -> None:
    """Raises Refused when something else listens there, or when it is not ours to listen on."""
    import socket

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as problem:
            raise Refused(
                f"{host}:{port} cannot be used ({problem.strerror}). Stop what listens there, or name another port: --port {port + 1}."
            ) from None


def _pages(host: str, port: int, workers: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "goldthread.web.wsgi:application"),
        *("--bind", f"{host}:{port}", "--workers", str(workers), "--threads", "4", "--timeout", "60"),
        *("--log-level", "warning", "--max-requests", "5000", "--max-requests-jitter", "500"),
    ]


def _background() -> list[str]:
    return [sys.executable, "-m", "django", "work"]


def _first_to_end(processes: list["subprocess.Popen[bytes]"]) -> int:
    """Waits for any of them, without asking again and again. The second is background work, which is begun again some times."""
    for _ in range(_AGAIN):
        number, status = os.wait()
        if number == processes[1].pid:
            click.echo("The background work has ended by itself and is begun again. Its last words stand above.", err=True)
            processes[1] = subprocess.Popen(_background())
        elif number == processes[0].pid:
            processes[0].returncode = os.waitstatus_to_exitcode(status)
            break
    click.echo("A part of the site has ended by itself; the rest is stopped too. Its last words stand above.", err=True)
    return 1


def _end(processes: Sequence["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.returncode is None:
            process.terminate()
    for process in processes:
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        if process.returncode is None:
            process.kill()
            process.wait()
