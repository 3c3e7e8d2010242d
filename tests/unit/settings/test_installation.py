"""What an installation may and may not be."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from goldthread.settings import database, secrets
from goldthread.settings.checks import journal_words

HERE = ["127.0.0.1", "localhost"]


@pytest.mark.parametrize(("version", "mode"), [((3, 40, 1), "DELETE"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL"), ((3, 52, 0), "WAL")])
def test_the_journal_goes_by_the_library(version: tuple[int, ...], mode: str) -> None:
    assert database.journal_mode(version) == mode


@pytest.mark.parametrize(
    ("version", "words"), [((3, 40, 1), "rollback journal: a write-ahead log can lose"), ((3, 51, 3), "write-ahead log: it is not older")]
)
def test_the_check_says_which_and_why(version: tuple[int, ...], words: str) -> None:
    assert words in journal_words(version)


def test_sqlite_lies_in_the_home_and_waits_for_other_writers(tmp_path: Path) -> None:
    found = database.settings("", tmp_path)

    assert found["NAME"] == tmp_path / "goldthread.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_by_its_address(tmp_path: Path) -> None:
    found = database.settings("postgresql://name:secret@db.council.example:5433/plans", tmp_path)

    assert (found["ENGINE"], found["HOST"], found["PORT"], found["NAME"]) == (
        "django.db.backends.postgresql",
        "db.council.example",
        5433,
        "plans",
    )


def test_another_database_is_refused_without_repeating_the_password(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="does not name a PostgreSQL database") as refused:
        database.settings("mysql://name:secret@host/plans", tmp_path)
    assert "secret" not in str(refused.value)


def test_faults_are_never_shown_in_public() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"answers to plans\.council\.example"):
        secrets.refuse_debug_in_public(debug=True, hosts=[*HERE, "plans.council.example"])
    secrets.refuse_debug_in_public(debug=True, hosts=HERE)
    secrets.refuse_debug_in_public(debug=False, hosts=["plans.council.example"])


@pytest.mark.parametrize("host", ["*", ".example", "0.0.0.0"])
def test_a_wildcard_is_public(host: str) -> None:
    assert not secrets.is_private([*HERE, host])


def test_a_standing_day_is_for_demonstrations() -> None:
    assert secrets.standing_day("2026-03-31", hosts=HERE) == date(2026, 3, 31)
    assert secrets.standing_day("", hosts=["plans.council.example"]) is None
    with pytest.raises(ImproperlyConfigured, match="real day"):
        secrets.standing_day("2026-03-31", hosts=["plans.council.example"])
    with pytest.raises(ImproperlyConfigured, match="such as 2026-03-31"):
        secrets.standing_day("tomorrow", hosts=HERE)


def test_the_key_is_kept_once_and_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert secrets.key_in(home) != secrets.key_in(home)  # before there is one, each process has its own

    key = secrets.keep_key(home)

    assert secrets.keep_key(home) == secrets.key_in(home) == key
    assert stat.S_IMODE(os.stat(home / "secret.key").st_mode) == 0o600
