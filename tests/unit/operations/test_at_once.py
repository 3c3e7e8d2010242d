"""Several people do the same thing with a paper at the same moment; it is done once, and the others are told why not."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a database of its own, on the engine that the tests run on."""
    home = {"GOLDTHREAD_HOME": str(tmp_path), "GOLDTHREAD_SECRET_KEY": "only for tests"}
    server = os.environ.get("GOLDTHREAD_TEST_DATABASE_URL", "")
    if not server:
        yield {**home, "GOLDTHREAD_DATABASE_URL": ""}
        return
    import psycopg

    name = f"gt_at_once_{secrets.token_hex(4)}"
    address = server.rpartition("/")[0]
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield {**home, "GOLDTHREAD_DATABASE_URL": f"{address}/{name}"}
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.slow
def test_what_several_people_do_at_once_is_done_once(database: dict[str, str]) -> None:
    environment = {**os.environ, **database, "DJANGO_SETTINGS_MODULE": "goldthread.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.at_once"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    told = found["told"]
    assert found["counts"] == {"papers": 1, "plans": 1, "inspections": 1}
    assert found["verbs"] == ["document_uploaded", "document_read", "document_accepted"]
    assert told["read"] == told["rest"] == ["", "", "", ""]
    for step, why in (("receive", "handed in this very file already"), ("accept", "is accepted"), ("undo", "is not accepted")):
        first, *others = told[step]
        assert first == ""
        assert all(why in one for one in others), told[step]
    assert found["left"] == 0
