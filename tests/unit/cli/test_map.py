"""``goldthread map``: one file is written, where ``--out`` says, or nothing is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from goldthread.thread.picture import Picture, Source
from tests.factories import a_finding, a_picture

Run = Callable[..., Result]
Store = Callable[..., Path]


@pytest.mark.slow
def test_the_page_is_written_and_its_path_printed(goldthread: Run, stored: Store, tmp_path: Path) -> None:
    done = goldthread("map", stored(a_picture()), "--out", "pages/plan.html", "--as-at", "2026-03-31")
    assert (done.exit_code, done.stdout) == (0, "pages/plan.html\n")
    assert "As at 31 March 2026" in (tmp_path / "pages/plan.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pages", "plan.json"]


@pytest.mark.slow
def test_a_report_alone_has_a_page_too(goldthread: Run, stored: Store, tmp_path: Path) -> None:
    report = Picture(source=Source(file="report.pdf", kinds=("inspection_report",)), findings=(a_finding(text="Visits to children"),))
    assert goldthread("map", stored(report), "--out", "plan.html").exit_code == 0
    assert "Visits to children" in (tmp_path / "plan.html").read_text(encoding="utf-8")


def test_out_must_be_named(goldthread: Run, stored: Store) -> None:
    assert goldthread("map", stored(a_picture())).exit_code == 2


def test_the_paper_itself_is_never_overwritten(goldthread: Run, stored: Store) -> None:
    plan = stored(a_picture())
    before = plan.read_bytes()
    assert goldthread("map", plan, "--out", plan).exit_code == 2
    assert plan.read_bytes() == before


@pytest.mark.slow
def test_a_place_that_cannot_be_written_is_refused_and_leaves_nothing(goldthread: Run, stored: Store, tmp_path: Path) -> None:
    plan = stored(a_picture())
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = goldthread("map", plan, "--out", "taken/plan.html")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "taken"]


@pytest.mark.parametrize("out", ["plan.pdf", "plan.docx", "plan2.json", "folder"])
def test_a_page_is_not_written_under_the_name_of_something_else(goldthread: Run, stored: Store, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    done = goldthread("map", stored(a_picture()), "--out", out)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--out" in done.stderr
