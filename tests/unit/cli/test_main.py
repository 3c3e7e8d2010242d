"""The command as a whole: its help, its errors, what it loads."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from goldthread.cli.main import COMMANDS

Run = Callable[..., Result]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed_and_explains_itself(goldthread: Run, command: str) -> None:
    assert command in goldthread("--help").output
    shown = goldthread(command, "--help")
    assert shown.exit_code == 0
    assert "Exit code" in shown.output


def test_an_unknown_command_is_a_usage_error(goldthread: Run) -> None:
    assert goldthread("frobnicate").exit_code == 2


@pytest.mark.slow
def test_help_loads_no_reader_and_no_template() -> None:
    heavy = ["lxml", "pypdfium2", "docx", "openpyxl", "jinja2", "rich", "rapidfuzz", "msgspec", "holidays"]
    code = (
        "import sys\nfrom goldthread.cli.main import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_a_refusal_is_one_line_on_the_error_stream(goldthread: Run) -> None:
    done = goldthread("read", "nowhere.docx")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "nowhere.docx" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        (["frobnicate"], "frobnicate"),
        (["--frobnicate"], "--frobnicate"),
        (["read"], "FILE"),
        (["read", "plan.docx", "--as", "letter"], "letter"),
        (["read", "plan.docx", "--out"], "--out"),
        (["check", "plan.docx", "--as-at", "31/02/2026"], "31/02/2026"),
        (["map", "plan.docx"], "--out"),
        (["map", "plan.docx", "report.pdf", "--out", "plan.html"], "--report"),
    ],
)
def test_what_is_mistyped_is_told_in_one_line(goldthread: Run, typed: list[str], named: str) -> None:
    done = goldthread(*typed)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert named in done.stderr


def test_ctrl_c_is_not_taken_for_a_finding(goldthread: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_names: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("goldthread.cli.inputs.files_named", stop)
    done = goldthread("read", "plan.docx")
    assert (done.exit_code, done.stderr) == (130, "Stopped.\n")


@pytest.mark.slow
@pytest.mark.parametrize("redirected", ["> /dev/full", ">&-", "2>&-", "| true"])
@pytest.mark.parametrize("typed", ["--help", "read nowhere.docx"])
def test_nowhere_to_print_gives_no_traceback(typed: str, redirected: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this machine has no /dev/full")
    done = subprocess.run(
        f"{sys.executable} -m goldthread.cli {typed} {redirected}", shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    if "nowhere" in typed and redirected == "2>&-":
        assert done.returncode == 2
