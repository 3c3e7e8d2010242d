"""What Django's ``check`` says of an installation."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks

from goldthread.settings import database


@checks.register(checks.Tags.database)
def journal(databases: Sequence[str] | None = None, **_: Any) -> Sequence[checks.CheckMessage]:
    """Says which journal SQLite keeps and why."""
    if "default" not in (databases or []) or settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        return []
    return [checks.Info(journal_words(sqlite3.sqlite_version_info), id="goldthread.I001")]


def journal_words(version: tuple[int, ...]) -> str:
    """One sentence: the journal in use with that SQLite, and the reason."""
    shown, needed = ".".join(map(str, version)), ".".join(map(str, database.SAFE_WAL))
    if database.journal_mode(version) == "WAL":
        return f"SQLite {shown} keeps a write-ahead log: it is not older than {needed}, so readers go on while one person writes."
    return (
        f"SQLite {shown} keeps a rollback journal: a write-ahead log can lose a commit before {needed}. "
        "Readers wait while one person writes; PostgreSQL, or a newer SQLite, lets them go on."
    )
