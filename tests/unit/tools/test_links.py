"""Links and commands in Markdown lead somewhere."""

from pathlib import Path

import pytest

from tools import links, make_docs


@pytest.mark.slow
def test_every_link_and_command_in_the_repository_leads_somewhere():
    assert [str(one) for one in links.broken(make_docs.ROOT)] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "there.md").write_text('# A page\n\n<a id="gt101"></a>\n\n## What is `here`, and why?\n', encoding="utf-8")
    (tmp_path / "Makefile").write_text("NAME := x\n.PHONY: check test\ncheck test:\n\techo\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "there.md").touch()
    return tmp_path


def whys(folder: Path, text: str) -> list[str]:
    """What is wrong with a page of this text."""
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return [f"{one.line} {one.why}" for one in links.broken(folder, [page])]


@pytest.mark.parametrize(
    "text",
    [
        "[a page](there.md)",
        "[a heading](there.md#what-is-here-and-why)",
        "[a named place](there.md#gt101)",
        "[elsewhere](https://example.org/gone)",
        "# Own heading\n\n[up](#own-heading)",
        "`[not a link](gone.md)`",
        "```\n[not a link](gone.md)\n```",
        "run `make check`",
        "make sure that nothing of it is a command",
        "the list in `docs/there.md`",
        "write `goldthread/intake/readers/KIND.py`",
        "GT301 and `GT999`",
        "`make later-thing` is planned and not there yet",
    ],
)
def test_what_leads_somewhere_is_let_be(folder: Path, text: str):
    assert whys(folder, text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n[a page](gone.md)", "2 the link to gone.md leads nowhere"),
        ("[a heading](there.md#gone)", "1 the link to there.md#gone names no heading there"),
        ("# Here\n\n[up](#gone)", "3 the link to #gone names no heading there"),
        ("one\n\nsee `docs/gone.md`", "3 there is no docs/gone.md"),
        ("GT301 and GT999", "1 there is no check GT999"),
        ("run `make chekc`", "1 there is no make chekc"),
        ("```\nmake chekc\n```", "2 there is no make chekc"),
    ],
)
def test_what_leads_nowhere_is_named_with_its_line(folder: Path, text: str, why: str):
    assert whys(folder, text) == [why]


def test_a_command_that_is_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(links.commands, "names", lambda: {"read"})
    assert whys(folder, "`goldthread read x.pdf` and `goldthread raed x.pdf`") == ["1 there is no goldthread raed"]


def test_without_a_makefile_no_target_is_asked_for(tmp_path: Path):
    assert whys(tmp_path, "run `make anything`") == []
