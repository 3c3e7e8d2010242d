"""Which words open a list of findings, and which only speak of one."""

import pytest

from goldthread.intake.report.headings import AREA, PRIORITY, RECOMMENDATION, band, is_graded_area, lead_in_kind, list_kind, part_of


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What needs to improve?", AREA),
        ("What needs to improve?1", AREA),
        ("What needs to improve in this area of social work practice", AREA),
        ("Areas for improvement", AREA),
        ("Areas for development", AREA),
        ("What does the LSCB need to improve?", AREA),
        ("Areas for priority action", PRIORITY),
        ("Area for priority action", PRIORITY),
        ("Priority and immediate action", PRIORITY),
        ("Areas for immediate and priority action", PRIORITY),
        ("4. Recommendations", RECOMMENDATION),
        ("Recommendations for the council", RECOMMENDATION),
    ],
)
def test_a_heading_promises_findings_of_its_kind(heading: str, kind: str) -> None:
    assert list_kind(heading) == kind


@pytest.mark.parametrize(
    "heading",
    [
        "Recommendations from the previous inspection",
        "Areas for improvement identified at the last inspection",
        "Progress against areas for improvement",
        "What does the area partnership need to do better?",
        "Strengths",
        "Main findings",
        "Summary of findings",
        "Areas for improvement are known to leaders and are being dealt with in a plan that partners have signed and the board reads",
    ],
)
def test_a_heading_about_something_else_promises_none(heading: str) -> None:
    assert list_kind(heading) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The area must submit a written statement of action to tackle the following areas of significant weakness:", PRIORITY),
        ("The visit identified the following areas for development:", AREA),
        ("The visit identified areas for development.", None),
        ("Leaders have a plan for the following areas for improvement from the last inspection:", None),
    ],
)
def test_a_sentence_leads_in_to_findings_only_when_a_list_is_to_follow(sentence: str, kind: str | None) -> None:
    assert lead_in_kind(sentence) == kind


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Immediately:", "immediately"),
        ("With immediate effect", "immediately"),
        ("Within three months:", "within_3_months"),
        ("Within 6 months of publication of this report:", "within_6_months"),
        ("within three months.", None),
        ("Within three months of coming into care, children have a plan for permanence that is kept under review", None),
        ("Immediately after the visit leaders made changes", None),
    ],
)
def test_a_time_band_is_a_line_of_its_own(text: str, code: str | None) -> None:
    told = band(text)
    assert (told.code if told else None) == code


@pytest.mark.parametrize(
    ("text", "graded"),
    [
        ("The experiences and progress of care leavers: inadequate", True),
        ("The experiences and progress of children in care is good.", True),
        ("Overall effectiveness Grade 3 (adequate)", True),
        ("Staff morale is good.", False),
        ("The experiences and progress of care leavers", False),
    ],
)
def test_an_area_with_its_grade_is_a_heading(text: str, graded: bool) -> None:
    assert is_graded_area(text) is graded


def test_only_frameworks_that_judge_services_apart_have_parts() -> None:
    assert part_of("Services for looked after children", "slac-2009") == (True, "looked_after")
    assert part_of("Safeguarding services", "slac-2009") == (True, "safeguarding")
    assert part_of("Services for looked after children", "ilacs-2023")[0] is False
    assert part_of("Inspection of safeguarding and looked after children services", "slac-2009")[0] is False
