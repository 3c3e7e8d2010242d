"""Which database, and how SQLite is set up."""

import sqlite3
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SAFE_WAL = (3, 51, 3)
"""The first SQLite in which a write-ahead log cannot lose a commit when its log is reset while another process reads."""

_SECONDS = 20
"""How long a writer waits for another one."""


def settings(url: str, home: Path) -> dict[str, Any]:
    """Django's settings of the database at the address, or of SQLite in the home folder when there is none."""
    return _postgresql(url) if url else _sqlite(home / "goldthread.sqlite3")


def journal_mode(version: tuple[int, ...]) -> str:
    """``WAL`` where the library's is safe (readers go on while one writes), ``DELETE``, the rollback journal, where it is older."""
    return "WAL" if version >= SAFE_WAL else "DELETE"


def _sqlite(file: Path) -> dict[str, Any]:
    mode = journal_mode(sqlite3.sqlite_version_info)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # a transaction that will write waits at its start and never fails half way
            "timeout": _SECONDS,
            "init_command": f"PRAGMA journal_mode={mode}; PRAGMA synchronous=FULL;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    found = environ.Env.db_url_config(url)
    if found.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "GOLDTHREAD_DATABASE_URL does not name a PostgreSQL database. It looks like postgresql://name:password@host:5432/goldthread;"
            " leave it out and SQLite is used."
        )
    options = {"connect_timeout": 5, **found.get("OPTIONS", {})}
    return {**found, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False, "OPTIONS": options}
