"""What the commands do with an installation: stored plans, the history, a server's address."""

import shutil
import socket
import sqlite3
from pathlib import Path

import pytest

from tests.unit.cli.processes import goldthread

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("installation") / "home"
    assert goldthread("demo", "--home", made, "--prepare-only").returncode == 0
    return made


def test_a_stored_plan_is_checked_and_drawn_by_its_reference(home: Path, tmp_path: Path) -> None:
    named = ("--plan", "northmere-council-2025", "--home", home, "--as-at", "2026-03-31")

    checked = goldthread("check", *named)
    drawn = goldthread("map", *named, "--out", tmp_path / "plan.html")

    assert checked.returncode == 1
    assert "northmere-council-2025:item 1:action 3: GT303" in checked.stdout
    assert drawn.returncode == 0, drawn.stderr
    assert "improvement-plan.docx" in (tmp_path / "plan.html").read_text(encoding="utf-8")


def test_an_unknown_plan_is_refused_with_those_that_are_there(home: Path) -> None:
    done = goldthread("check", "--plan", "elsewhere", "--home", home)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "The plans here: northmere-council-2025." in done.stderr


@pytest.mark.parametrize("words", [("check",), ("check", "a.docx", "--plan", "b"), ("map", "--out", "x.html")])
def test_a_file_or_a_plan_and_not_both(words: tuple[str, ...]) -> None:
    done = goldthread(*words)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "amed" in done.stderr


def test_an_empty_folder_is_no_installation(tmp_path: Path) -> None:
    for words in (("check", "--plan", "x"), ("verify-history",)):
        done = goldthread(*words, "--home", tmp_path)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "--home" in done.stderr


def test_a_row_changed_behind_its_back_is_named(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "home"
    kept = tmp_path / "kept.txt"
    shutil.copytree(home, copy)
    assert goldthread("verify-history", "--home", copy, "--checkpoint", kept).returncode == 0
    with sqlite3.connect(copy / "goldthread.sqlite3") as database:
        database.execute("UPDATE goldthread_action SET text = 'Something easier' WHERE id = 5")
    database.close()

    done = goldthread("verify-history", "--home", copy, "--checkpoint", kept)

    assert done.returncode == 1
    assert done.stdout == "broken: action 5 was changed outside Goldthread: text\n"


def test_a_papers_file_that_was_changed_is_named(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "home"
    shutil.copytree(home, copy)
    papers = sorted((copy / "uploads").rglob("*.pdf"))
    papers[0].write_bytes(papers[0].read_bytes() + b" ")

    assert goldthread("verify-history", "--home", copy).stdout == "broken: the file of document 1 is not what was handed in\n"


def test_a_demonstration_is_served_to_this_machine_only(home: Path) -> None:
    done = goldthread("serve", "--home", home, "--host", "0.0.0.0", "--port", "8998")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "a demonstration, whose passwords everybody knows" in done.stderr


def test_a_checkpoint_that_is_none_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("yesterday")

    done = goldthread("verify-history", "--home", home, "--checkpoint", tmp_path / "kept.txt")

    assert (done.returncode, done.stderr) == (
        2,
        "kept.txt: this is no checkpoint of a history. Name the file that verify-history wrote, or a new one.\n",
    )


def test_a_new_installation_needs_a_council_and_an_administrator(tmp_path: Path) -> None:
    done = goldthread("serve", "--home", tmp_path / "home", "--port", "8999")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "--council" in done.stderr


def test_an_address_in_use_is_refused_before_anything_is_started(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = goldthread("demo", "--home", home, "--port", str(other.getsockname()[1]))

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot be used" in done.stderr
