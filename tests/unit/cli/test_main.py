"""The command as a whole: its help, its errors, what it loads."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result

from goldthread.cli.main import COMMANDS

Run = Callable[..., Result]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed_and_explains_itself(goldthread: Run, command: str) -> None:
    assert command in goldthread("--help").output
    shown = goldthread(command, "--help")
    assert shown.exit_code == 0
    assert "Exit code" in shown.output or command == "demo"


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
