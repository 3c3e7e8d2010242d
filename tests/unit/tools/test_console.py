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


def test_blocks_that_do_not_run_goldthread_are_let_be(tmp_path: Path):
    text = "```console\n$ make demo\nanything\n```\n\n```sh\ngoldthread --version\n```\n"
    assert console.played(text, tmp_path) == text


def test_only_lines_with_a_prompt_are_commands():
    assert console.commands("$ one\noutput $ no\n$ two\n") == ["one", "two"]
