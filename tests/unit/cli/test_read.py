"""``goldthread read``: what is printed, what is written and where, and how it ends."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from goldthread.cli import inputs
from goldthread.common.errors import Refused
from goldthread.thread.picture import Picture, Problem, Source
from tests.factories import a_picture, a_plan, an_item

Run = Callable[..., Result]
DOUBT = Problem(where="table 1, row 2", found="no date", expected="a date", do="Ask the lead.")
NOTE = Problem(where="sheet 3", found="a hidden sheet", expected="", do="", severity="info")
PICTURES = {
    "clean.docx": a_picture(problems=(NOTE,)),
    "doubtful.docx": a_picture(problems=(DOUBT, NOTE)),
    "report.pdf": Picture(source=Source(file="report.pdf", kinds=("inspection_report",))),
}


@pytest.fixture(autouse=True)
def papers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of papers whose reading is settled: reading itself is tested elsewhere, in a process of its own."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in (*PICTURES, "broken.pdf", "~$lock.docx", ".hidden.docx", "picture.png"):
        (folder / name).write_bytes(b"x")

    def picture_of(file: Path, **_options: object) -> Picture:
        if file.name not in PICTURES:
            raise Refused(f"{file.name}: not a whole PDF.\nFetch it again.")
        return PICTURES[file.name]

    monkeypatch.setattr(inputs, "picture_of", picture_of)
    return folder


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["clean.docx"], 0),
        (["doubtful.docx"], 1),
        (["broken.pdf"], 2),
        # with several papers the gravest speaks
        (["clean.docx", "doubtful.docx"], 1),
        (["clean.docx", "broken.pdf"], 2),
    ],
)
def test_exit_code(goldthread: Run, names: list[str], code: int) -> None:
    assert goldthread("read", *(f"papers/{name}" for name in names)).exit_code == code


def test_the_picture_is_written_where_out_says_and_nowhere_else(goldthread: Run, tmp_path: Path) -> None:
    goldthread("read", "papers/clean.docx", "--out", "clean.json")
    assert json.loads((tmp_path / "clean.json").read_text(encoding="utf-8"))["schema"] == "goldthread.picture/1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean.json", "papers"]


def test_without_out_nothing_is_written(goldthread: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    goldthread("read", "papers/clean.docx")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_gives_one_picture_a_paper_under_the_papers_own_name(goldthread: Run, tmp_path: Path) -> None:
    done = goldthread("read", "papers", "--out", "pictures/")
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["clean.docx.json", "doubtful.docx.json", "report.pdf.json"]
    assert "broken.pdf: not a whole PDF. Fetch it again." in done.stderr.splitlines()
    assert "3 papers read, 1 refused." in done.stdout


def test_one_paper_with_a_folder_as_out(goldthread: Run, tmp_path: Path) -> None:
    goldthread("read", "papers/clean.docx", "--out", "pictures/")
    assert (tmp_path / "pictures/clean.docx.json").is_file()


def test_two_papers_of_one_name_do_not_overwrite_each_other(goldthread: Run, tmp_path: Path) -> None:
    (tmp_path / "clean.docx").write_bytes(b"x")
    goldthread("read", "clean.docx", "papers/clean.docx", "--out", "pictures/")
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["clean.docx-2.json", "clean.docx.json"]


def test_several_papers_and_a_file_as_out_are_refused_before_reading(goldthread: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine", encoding="utf-8")
    assert goldthread("read", "papers/clean.docx", "papers/report.pdf", "--out", "out.json").exit_code == 2
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_papers_is_refused(goldthread: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = goldthread("read", "empty")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_locked_and_hidden_files_of_a_folder_are_nobodys_papers(papers: Path) -> None:
    assert [path.name for path in inputs.files_named([papers])] == ["broken.pdf", "clean.docx", "doubtful.docx", "report.pdf"]


def test_the_summary_says_what_was_read_and_what_needs_a_person(goldthread: Run) -> None:
    said = goldthread("read", "papers/doubtful.docx").stdout
    assert "1 item" in said
    assert "1 problem needs a person" in said
    assert "table 1, row 2: no date. Expected: a date. Ask the lead." in said
    assert "hidden sheet" not in said


def test_quiet_prints_nothing_but_refusals(goldthread: Run) -> None:
    assert goldthread("read", "papers/doubtful.docx", "--quiet").output == ""
    assert "broken.pdf" in goldthread("read", "papers/broken.pdf", "--quiet").stderr


def test_words_of_a_paper_are_never_taken_for_the_terminals_markup(goldthread: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = a_plan([an_item()], title="[red]Plan[/red] \x1b[31m for :smile:")
    monkeypatch.setitem(PICTURES, "clean.docx", a_picture(plan=odd))
    said = goldthread("read", "papers/clean.docx").stdout
    assert "[red]Plan[/red]" in said
    assert ":smile:" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("out", ["papers/clean.docx", "./papers/../papers/clean.docx", "link.docx", "other.docx", "", " "])
def test_out_never_writes_over_a_paper(goldthread: Run, papers: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "link.docx").symlink_to(papers / "clean.docx")
    (tmp_path / "other.docx").write_bytes(b"x")
    done = goldthread("read", "papers/clean.docx", "--out", out)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "--out" in done.stderr
    assert (papers / "clean.docx").read_bytes() == (tmp_path / "other.docx").read_bytes() == b"x"


def test_a_stored_picture_that_is_read_is_not_written_over_by_its_neighbour(goldthread: Run, papers: Path) -> None:
    (papers / "clean.docx.json").write_text("mine", encoding="utf-8")
    assert goldthread("read", "papers/clean.docx", "papers/clean.docx.json", "--out", "papers/").exit_code == 2
    assert (papers / "clean.docx.json").read_text(encoding="utf-8") == "mine"


def test_what_out_links_to_is_replaced_and_the_link_stays(goldthread: Run, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    goldthread("read", "papers/clean.docx", "--out", "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert "goldthread.picture/1" in (tmp_path / "real.json").read_text(encoding="utf-8")


def test_a_pipe_as_out_is_written_to_and_not_replaced(goldthread: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    goldthread("read", "papers/clean.docx", "--out", "pipe")
    assert (tmp_path / "pipe").is_fifo()
    assert os.read(reader, 20).startswith(b"{")
    os.close(reader)


def test_counts_agree_with_what_they_count(goldthread: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = Source(file="plan.xlsx", kinds=("improvement_plan",), pages=3)
    monkeypatch.setitem(PICTURES, "clean.docx", a_picture(source=workbook, plan=a_plan([an_item()])))
    said = goldthread("read", "papers/clean.docx").stdout
    assert "plan.xlsx: improvement plan, 3 sheets" in said
    assert "Of 1 action: " in said


def test_a_problem_is_one_line_where_there_is_no_terminal(goldthread: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PICTURES, "clean.docx", a_picture(problems=(replace(DOUBT, found="no date " * 40),)))
    assert goldthread("read", "papers/clean.docx").stdout.splitlines()[-1].endswith("Ask the lead.")


def test_what_a_folder_holds_besides_papers_is_named(goldthread: Run, papers: Path) -> None:
    (papers / "old plan.doc").write_bytes(b"x")
    said = goldthread("read", "papers").stdout
    assert said.splitlines()[-1].endswith("old plan.doc, picture.png")
    assert "lock" not in said.splitlines()[-1]
