"""Running headers and feet that stand between the lines, and lines that are none. All words are made up."""

import pytest

from goldthread.intake.report.furniture import page_feet, running_lines
from goldthread.intake.report.read import read_report
from tests.unit.intake.report.printed import FRONT, document


def running(text: str) -> list[str]:
    whole = document(text)
    return [getattr(whole.blocks[at], "text", "") for at in sorted(running_lines(whole, 0, len(whole.blocks)))]


def test_a_foot_of_two_lines_is_known_by_its_rising_numbers() -> None:
    foot = "Inspection of Norhaven\n3 June to 14 June 2024 {}\n"
    assert running(f"Joint report on Norhaven\n\nText one\n{foot.format(1)}\nmore text\n{foot.format(2)}") == [
        "Inspection of Norhaven",
        "3 June to 14 June 2024 1",
        "Inspection of Norhaven",
        "3 June to 14 June 2024 2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # prose that comes again, headings that count, a line that comes again without a page's number
        "since the last visit.\nA\nsince the last visit.\nB\nsince the last visit.",
        "Recommendation 1\nA\nRecommendation 2\nB",
        "Report of the board\nA\nReport of the board",
        "Published report 2\nA\nPublished report 1",
    ],
)
def test_other_lines_that_come_again_stay(text: str) -> None:
    assert running(text) == []


def test_the_feet_keep_their_days() -> None:
    whole = document("A\n3 to 14 June 2024 1\nB\n3 to 14 June 2024 2\n")
    assert page_feet(whole, 0, len(whole.blocks)) == ("3 to 14 June 2024",)


@pytest.mark.parametrize(("days", "told"), [("10 June to 21 June 2024", True), ("3 June to 14 June 2024", False), ("page of 2024", False)])
def test_feet_with_other_days_than_the_front_are_told(days: str, told: bool) -> None:
    text = "".join(f"\nText that fills page {number}\nInspection of Norhaven\n{days} {number}\n" for number in (1, 2, 3))
    reading = read_report(document(FRONT + text))
    assert any("on other pages" in problem.found for problem in reading.problems) is told
    assert str(reading.inspection.started) == "2024-06-03"
