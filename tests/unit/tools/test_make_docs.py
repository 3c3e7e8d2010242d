"""The reference says what the code says."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from goldthread.thread import checks, frameworks
from tools import make_docs
from tools.reference import checks as check_pages
from tools.reference import frameworks as framework_pages
from tools.reference import headings, picture, problems
from tools.reference.markdown import cell, sentence


@pytest.mark.slow
def test_the_reference_is_current():
    assert make_docs.stale() == []


@pytest.mark.slow
def test_the_same_code_gives_the_same_pages():
    assert make_docs.pages() == make_docs.pages()


@pytest.mark.slow
def test_a_changed_page_and_a_page_of_nothing_are_stale_until_written(tmp_path: Path):
    make_docs.write(tmp_path)
    (tmp_path / "picture.md").write_text("changed by hand", encoding="utf-8")
    (tmp_path / "gone.md").write_text("of something that is no more", encoding="utf-8")
    assert make_docs.stale(tmp_path) == ["gone.md", "picture.md"]
    make_docs.write(tmp_path)
    assert make_docs.stale(tmp_path) == []
    assert not (tmp_path / "gone.md").exists()


def test_an_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]):
    assert make_docs.main(["--chekc"]) == 2
    assert "--check" in capsys.readouterr().err


def test_every_check_has_its_place_in_a_page_and_in_the_index():
    made = check_pages.pages()
    for check in checks.all_checks():
        theme = next(text for path, text in made.items() if path.startswith(f"checks/gt{check.code[2]}"))
        assert f"## {check.code}: {check.title}" in theme
        assert f"[{check.code}](" in made["checks/README.md"]


def test_every_framework_has_a_page():
    assert {f"frameworks/{one.code}.md" for one in frameworks.all()} < framework_pages.pages().keys()


def test_a_gap_between_frameworks_is_printed_with_its_reason():
    made = framework_pages.pages()
    assert "An overall grade is not given from April 2026" in made["frameworks/ilacs-2023.md"]
    assert "Adequate has no counterpart" in made["frameworks/slac-2009.md"]


@pytest.mark.parametrize("part", picture._PARTS, ids=lambda part: part.__name__)
def test_every_field_of_the_picture_has_a_meaning(part: type):
    assert [entry.name for entry in picture.entries(part) if not entry.meaning] == []


def test_meanings_that_the_code_gives_are_not_given_a_second_time():
    doubled = {
        (part.__name__, name)
        for part in picture._PARTS
        for name in picture.described(part).keys() & picture._BY_NAME.get(part.__name__, {}).keys()
    }
    assert doubled == set()


def test_a_docstring_is_split_by_field():
    @dataclass
    class Lamp:
        """A lamp. colour, shade: as painted; not faded. watts: its power, None when unknown."""

        colour: str
        shade: str
        watts: int | None

    assert picture.summary(Lamp) == "A lamp."
    assert picture.described(Lamp) == {
        "colour": "as painted; not faded",
        "shade": "as painted; not faded",
        "watts": "its power, null when unknown",
    }


def test_only_headings_that_the_reader_knows_are_listed_with_a_meaning():
    (text,) = headings.pages().values()
    assert "| who leads | Lead; " in text


def test_a_problem_is_found_where_it_is_written():
    source = 'def doubt(n):\n    yield Problem(where="x", found=f"{n} leads", expected="one lead", do="Say which.", severity="error")\n'
    assert list(problems.written(source)) == [problems.Said("… leads", "one lead", "Say which.", "error")]


def test_a_problem_said_to_a_gatherer_is_found_too():
    source = 'doubts.say(where, "no key", "a key to the ratings", "Ask for the key.")'
    assert list(problems.written(source)) == [problems.Said("no key", "a key to the ratings", "Ask for the key.", "warning")]


def test_a_problem_whose_words_stand_elsewhere_is_not_listed():
    assert list(problems.written("Problem(where=place, found=found, expected=expected, do=do)")) == []


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("give it a date", "Give it a date."),
        ("Why?", "Why?"),
        ("`other` is none", "`other` is none."),
        ("", ""),
        ("two\nlines.", "Two lines."),
    ],
)
def test_sentences(given: str, printed: str):
    assert sentence(given) == printed


def test_a_cell_cannot_end_its_table():
    assert cell("one | two\nthree") == "one \\| two three"
