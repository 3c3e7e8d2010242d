"""Numbered paragraphs: whole, in order, and with a lost number only where its neighbours leave no choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from goldthread.intake.report.read import read_report
from goldthread.thread.picture import Finding, Problem
from tests.unit.intake.report.printed import FRONT, document

LONG = "Social workers know the children well and visit them often, {}."


def read(text: str, *, file: str = "report.txt") -> tuple[list[Finding], list[Problem]]:
    """The paragraphs, and the report's problems."""
    reading = read_report(document(f"{FRONT}\n{text}", file=file))
    return [finding for finding in reading.findings if finding.kind == "paragraph"], list(reading.problems)


def numbered(*numbers: int | None) -> str:
    """A paragraph a number, as bullets of a list; None has lost its number."""
    return "\n".join(f"- {f'{number}. ' if number else ''}{LONG.format(at)}" for at, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("numbers", "refs", "inferred"),
    [
        ((1, 2, 3), ["¶1", "¶2", "¶3"], []),
        ((1, None, 3), ["¶1", "¶2", "¶3"], ["¶2"]),
        ((1, None, None, 4), ["¶1", "¶2", "¶3", "¶4"], ["¶2", "¶3"]),
        # one stretch of text too few, one too many, and nothing known after it
        ((1, None, 4), ["¶1", "¶4"], []),
        ((1, None, None, 3), ["¶1", "¶3"], []),
        ((1, 2, None), ["¶1", "¶2"], []),
    ],
)
def test_a_lost_number_is_inferred_only_where_it_is_certain(numbers: tuple[int | None, ...], refs: list[str], inferred: list[str]) -> None:
    found, problems = read(numbered(*numbers))
    assert [finding.ref for finding in found] == refs
    assert [finding.ref for finding in found if finding.inferred] == inferred
    assert len([problem for problem in problems if "without its number" in problem.found]) == len(inferred)


def test_an_uncertain_gap_is_told_and_its_text_is_kept() -> None:
    found, problems = read(numbered(1, None, 4))
    assert "often, 1." in found[0].text
    assert any("2, 3 are missing" in problem.found for problem in problems)


def test_the_halves_of_a_paragraph_are_joined_over_a_page_and_a_false_bullet() -> None:
    found, _problems = read(
        "- 1. Assessments are begun\n\n- promptly and end well.\n- 2. Plans are\n\nshared with families.\n- 3. Visits happen."
    )
    assert [finding.text for finding in found] == [
        "Assessments are begun promptly and end well.",
        "Plans are shared with families.",
        "Visits happen.",
    ]


def test_a_number_on_a_line_of_its_own_belongs_to_the_text_after_it() -> None:
    found, _problems = read("1.\nFamilies get help.\n\n2.\nThresholds are known.\n")
    assert [(finding.ref, finding.text) for finding in found] == [("¶1", "Families get help."), ("¶2", "Thresholds are known.")]


def test_a_list_within_a_paragraph_belongs_to_it() -> None:
    found, _problems = read("1. Inspectors saw:\n- children\n- staff.\n2. They read files.\n")
    assert found[0].text == "Inspectors saw:\n− children\n− staff."


def test_a_paragraph_that_breaks_off_says_so() -> None:
    found, problems = read("1. Leaders have a plan for the\n\nStrengths\n\n2. Staff are kind.\n")
    assert found[0].text == "Leaders have a plan for the [...]"
    assert any("breaks off" in problem.found for problem in problems)


def test_sections_are_headings_without_grade_or_footnote() -> None:
    found, _problems = read(
        "The experiences and progress of care leavers: good\n\n1. They do well.\n\nSupport for carers1\n\n2. Carers do well.\n"
    )
    assert [finding.section for finding in found] == ["The experiences and progress of care leavers: good", "Support for carers"]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors read 2. They also met 3. Nobody minded.",
        "2019. A year.\n\n2020. Another.",
        "1. One numbered line in a letter.",
    ],
)
def test_other_numbers_are_no_paragraphs(text: str) -> None:
    assert read(text)[0] == []


def test_letters_set_on_edge_enter_no_text() -> None:
    found, _problems = read("1. Leaders have a plan\n\nP\n\na\n\ng\n\ne\n\n4\n\n9\n\nfor it.\n\n2. Staff are kind.\n")
    assert found[0].text == "Leaders have a plan for it."


@given(some.lists(some.booleans(), min_size=3, max_size=12))
def test_no_paragraph_is_lost_or_renumbered_when_numbers_are(kept: list[bool]) -> None:
    numbers = [number if keep else None for number, keep in enumerate([True, *kept, True], start=1)]
    found, _problems = read(numbered(*numbers))
    assert [finding.number for finding in found] == [str(number) for number in range(1, len(numbers) + 1)]
