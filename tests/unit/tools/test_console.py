"""What the documentation shows is what the commands print."""

from pathlib import Path

import pytest

from tools import console


@pytest.mark.slow
def test_every_command_shown_prints_what_is_shown():
    assert console.stale() == []


@pytest.mark.slow
def test_output_is_put_below_its_command(tmp_path: Path):
    text = "Try:\n\n```console\n$ goldthread --version | tr o 0\nsomething old\n$ echo two\n```\n\nAfter.\n"
    shown = console.played(text, tmp_path)
    assert shown.startswith("Try:\n\n```console\n$ goldthread --version | tr o 0\ng0ldthread, ")
    assert "something old" not in shown
    assert shown.endswith("\n$ echo two\ntwo\n```\n\nAfter.\n")


@pytest.mark.slow
def test_both_streams_are_shown_and_nothing_of_the_machine(tmp_path: Path):
    assert "no such file" in console.run("goldthread read gone.pdf", tmp_path)
    assert str(tmp_path) not in console.run("goldthread read gone.pdf", tmp_path)


@pytest.mark.parametrize(
    ("now", "stale", "broken"), [("same", False, False), ("other", True, False), ("Traceback (most recent call last):", True, True)]
)
def test_a_page_is_stale_when_it_differs_or_its_commands_break(now: str, stale: bool, broken: bool):
    page = console.Page(Path("page.md"), "same", now)
    assert (page.stale, page.broken) == (stale, broken)


def test_blocks_of_another_kind_are_let_be(tmp_path: Path):
    text = "```sh\n$ goldthread --version\n```\n\n```text\n$ make demo\n```\n"
    assert console.played(text, tmp_path) == text


def test_only_lines_with_a_prompt_are_commands():
    assert console.commands("$ one\noutput $ no\n$ two\n") == ["one", "two"]
