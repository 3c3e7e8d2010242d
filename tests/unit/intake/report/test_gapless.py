"""Reports saved as text without blank lines: hard-wrapped, with footers and footnotes between the lines. All words are made up."""

import pytest

from goldthread.intake.report.read import read_report
from tests.unit.intake.report.printed import document

FOOTER = "Inspection of Norhaven local authority children’s services\n3rd June 2024 to 14th June 2024 {}\n"
TEXT = f"""Inspection of Norhaven local
authority children’s services
Inspection dates: 3 June 2024 to 14 June 2024
Lead inspector: Odile Farrant, His Majesty’s Inspector
Judgement Grade
The impact of leaders on social work
practice with children and families Good
The experiences and progress of children who
need help and protection
Requires
improvement to
be good
The experiences and progress of children in care Good
Overall effectiveness Good
Norhaven is a place by the sea. Leaders in it have worked hard and the
areas for improvement that were found in 2021 are behind them.
{FOOTER.format(1)}What needs to improve?1
\uf0b7 The quality of plans for children and
young people.
\uf0b7 The reach of services.
1 The areas are not in order.
{FOOTER.format(2)}\uf0b7 The speed of visits.
The experiences and progress of children who need help and
protection: requires improvement to be good
1. Families get help. They value it
and
{FOOTER.format(3)}say so.
2.Thresholds are known to all who work
with families.
3. Visits are made.
The Office for Standards in Education, Children’s Services and Skills (Ofsted) inspects.
"""


def test_a_report_without_blank_lines_is_read_whole() -> None:
    reading = read_report(document(TEXT))
    assert reading.inspection.authority == "Norhaven"
    assert [judgement.grade for judgement in reading.judgements] == ["good", "requires_improvement", "good", "good"]
    assert [(finding.ref, finding.text) for finding in reading.findings] == [
        ("A1", "The quality of plans for children and young people."),
        ("A2", "The reach of services."),
        ("A3", "The speed of visits."),
        ("¶1", "Families get help. They value it and say so."),
        ("¶2", "Thresholds are known to all who work with families."),
        ("¶3", "Visits are made."),
    ]


def test_sections_of_wrapped_headings_are_whole() -> None:
    sections = {finding.section for finding in read_report(document(TEXT)).findings if finding.kind == "paragraph"}
    assert sections == {"The experiences and progress of children who need help and protection: requires improvement to be good"}


@pytest.mark.parametrize("words", ["Areas for improvement", "Recommendations"])
def test_words_within_a_sentence_open_no_list(words: str) -> None:
    text = TEXT.replace("Norhaven is a place by the sea. Leaders", f"The council has a plan for its\n{words}\nwhich leaders")
    assert [finding.ref for finding in read_report(document(text)).findings if not finding.ref.startswith("¶")] == ["A1", "A2", "A3"]
