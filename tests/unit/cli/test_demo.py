"""``goldthread demo``: the made-up authority's story, through everything that papers of one's own go through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.unit.cli import processes

Run = Callable[..., Result]


@pytest.mark.slow
def test_it_says_what_it_did_what_is_broken_and_who_signs_in_and_tells_its_story_once(tmp_path: Path) -> None:
    home = tmp_path / "demo"

    first = processes.goldthread("demo", "--home", home, "--prepare-only")
    second = processes.goldthread("demo", "--home", home, "--prepare-only")

    assert first.returncode == 0, first.stderr
    assert "inspection-report.pdf is read; " in first.stdout
    assert "as at 31 March 2026 the checks find" in first.stdout
    assert first.stdout.count("@northmere.example  ") == 17  # one sign-in for each role
    assert "password is “follow-the-thread”" in first.stdout
    assert second.returncode == 0
    assert "is in" in second.stdout
    assert "is read" not in second.stdout
    assert processes.goldthread("verify-history", "--home", home).stdout.startswith("whole: ")


@pytest.mark.slow
def test_beginning_afresh_never_takes_away_what_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")

    done = processes.goldthread("demo", "--home", tmp_path, "--afresh", "--prepare-only")

    assert done.returncode == 2
    assert "holds “thesis.docx”, which no demonstration wrote" in done.stderr
    assert (tmp_path / "thesis.docx").exists()


def test_without_the_papers_it_says_where_to_run_it(goldthread: Run) -> None:
    done = goldthread("demo")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--pack" in done.stderr
