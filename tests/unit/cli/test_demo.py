"""``goldthread demo``: the made-up authority's papers, through everything that papers of one's own go through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
PACK = Path(__file__).resolve().parents[3] / "northmere" / "pack"


@pytest.mark.slow
def test_it_says_what_it_read_and_what_is_broken_and_where_the_page_is(goldthread: Run, tmp_path: Path) -> None:
    done = goldthread("demo", "--pack", PACK, "--out", "northmere.html")
    assert done.exit_code == 0
    assert "30 items" in done.stdout
    assert "As at 31 March 2026" in done.stdout
    assert "GT701 finding A6" in done.stdout
    assert str(tmp_path / "northmere.html") in done.stdout
    page = (tmp_path / "northmere.html").read_text(encoding="utf-8")
    assert "inspection-report.pdf" in page
    assert "improvement-plan.docx" in page


@pytest.mark.slow
def test_another_day_tells_another_story(goldthread: Run) -> None:
    assert "As at 31 December 2026" in goldthread("demo", "--pack", PACK, "--out", "a.html", "--as-at", "2026-12-31").stdout


def test_without_the_papers_it_says_where_to_run_it(goldthread: Run) -> None:
    done = goldthread("demo")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--pack" in done.stderr
