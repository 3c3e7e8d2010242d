"""What each framework grades, how grades are read off a page, and what may not be compared."""

from datetime import date

import pytest

from goldthread.common.errors import Refused
from goldthread.thread import frameworks
from goldthread.thread.frameworks.mapping import history, translate, translate_grade
from tests.factories import a_judgement, an_inspection

IN_CARE_AND_LEAVERS = "The experiences and progress of children in care and care leavers"
IN_CARE = "The experiences and progress of children in care"
CARE_LEAVERS = "The experiences and progress of care leavers"


def test_every_framework_is_there_oldest_first():
    codes = [framework.code for framework in frameworks.all()]
    assert codes == ["slac-2009", "sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026", "jtai", "send-2023", "cqc-asc"]


@pytest.mark.parametrize("framework", frameworks.all(), ids=lambda framework: framework.code)
def test_every_framework_holds_together(framework):
    assert framework.sources
    assert len({grade.code for grade in framework.grades}) == len(framework.grades)
    assert len({(area.title, area.service) for area in framework.areas}) == len(framework.areas)
    assert all(framework.grade(grade.label) == grade and grade.meaning for grade in framework.grades)
    assert all(framework.area(area.title, area.service) == area for area in framework.areas)
    assert {code for rule in framework.must_write for code in rule.grades} <= {grade.code for grade in framework.grades}


@pytest.mark.parametrize(
    ("code", "areas", "overall"),
    [
        ("slac-2009", 22, True),
        ("sif-2013", 7, True),
        ("ilacs-2018", 4, True),
        ("ilacs-2023", 5, True),
        ("ilacs-2026", 4, False),
        ("jtai", 0, False),
        ("send-2023", 1, True),
        ("cqc-asc", 10, True),
    ],
)
def test_areas_and_headline_grade(code, areas, overall):
    framework = frameworks.get(code)
    assert (len(framework.areas), framework.overall) == (areas, overall)


def test_an_unknown_code_is_refused_naming_the_known_ones():
    with pytest.raises(Refused, match=r"slac-2009.*cqc-asc.*other"):
        frameworks.get("ilacs")


def test_other_is_no_framework():
    assert frameworks.find("other") is None
    assert frameworks.find(None) is None


@pytest.mark.parametrize(
    ("code", "printed", "grade"),
    [
        # one grade printed three ways, and with a footnote figure
        ("ilacs-2018", "Requires improvement to be good", "requires_improvement"),
        ("ilacs-2018", "Requires improvement", "requires_improvement"),
        ("ilacs-2018", "Requires Improvement to be  good", "requires_improvement"),
        ("ilacs-2018", "requires improvement\nto be good.", "requires_improvement"),
        ("sif-2013", "Outstanding1", "outstanding"),
        # words and number in either order, or one of them
        ("slac-2009", "Adequate (Grade 3)", "adequate"),
        ("slac-2009", "Grade 3 (adequate)", "adequate"),
        ("slac-2009", "Grade 4: Inadequate", "inadequate"),
        ("slac-2009", "Grade 2", "good"),
        ("send-2023", "Outcome 3", "outcome_3"),
        ("send-2023", "inconsistent experiences and outcomes", "outcome_2"),
        ("cqc-asc", "Good", "good"),
        ("cqc-asc", "2 - Evidence shows some shortfalls", "score_2"),
        ("cqc-asc", "3", "score_3"),
        # another scale's grade is never taken for the nearest of this one
        ("slac-2009", "Requires improvement", None),
        ("ilacs-2018", "Adequate", None),
        ("ilacs-2018", "Grade 3", None),
        ("jtai", "Good", None),
        # words and number that contradict each other, and words that only hold a grade
        ("slac-2009", "Good (Grade 3)", None),
        ("ilacs-2018", "Good practice was seen", None),
        ("ilacs-2018", "", None),
    ],
)
def test_a_printed_grade(code, printed, grade):
    found = frameworks.get(code).grade(printed)
    assert (found and found.code) == grade


@pytest.mark.parametrize(
    ("code", "printed", "service", "title"),
    [
        ("sif-2013", "2.1 Adoption performance", None, "Adoption performance"),
        ("sif-2013", "1. Children who need help and protection", None, "Children who need help and protection"),
        ("ilacs-2023", "The Experiences and Progress of Care Leavers", None, CARE_LEAVERS),
        ("ilacs-2018", "The experiences and progress of children in care and\ncare leavers", None, IN_CARE_AND_LEAVERS),
        ("slac-2009", "Quality of provision", "looked_after", "Quality of provision"),
        # one title for two services says nothing without the service
        ("slac-2009", "Quality of provision", None, None),
        ("ilacs-2026", "Overall effectiveness", None, None),
        ("ilacs-2018", "Care leavers", None, None),
    ],
)
def test_a_printed_area(code, printed, service, title):
    found = frameworks.get(code).area(printed, service)
    assert (found and found.title) == title


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2022, 12, 31), "ilacs-2018"),
        (date(2023, 1, 1), "ilacs-2023"),
        (date(2026, 3, 31), "ilacs-2023"),
        (date(2026, 4, 1), "ilacs-2026"),
    ],
)
def test_the_framework_of_a_day(day, code):
    found = [one.code for one in frameworks.all() if one.code.startswith("ilacs") and one.covers(day)]
    assert found == [code]


def test_what_must_be_written_by_when():
    assert [(rule.working_days, rule.document) for rule in frameworks.get("ilacs-2026").must_write] == [
        (70, "Written statement of action"),
        (20, "Draft action plan"),
    ]
    assert [rule.working_days for rule in frameworks.get("jtai").must_write] == [70]
    assert [rule.working_days for rule in frameworks.get("send-2023").must_write] == [None, None]
    assert frameworks.get("cqc-asc").must_write == ()


@pytest.mark.parametrize(
    ("area", "before", "after", "kind", "titles"),
    [
        (CARE_LEAVERS, "ilacs-2023", "ilacs-2026", "same", [CARE_LEAVERS]),
        (
            "Children who need help and protection",
            "sif-2013",
            "ilacs-2026",
            "same",
            ["The experiences and progress of children who need help and protection"],
        ),
        # one care judgement became two
        (IN_CARE_AND_LEAVERS, "ilacs-2018", "ilacs-2026", "split", [IN_CARE, CARE_LEAVERS]),
        (CARE_LEAVERS, "ilacs-2026", "ilacs-2018", "joined", [IN_CARE_AND_LEAVERS]),
        ("Adoption performance", "sif-2013", "ilacs-2018", "joined", [IN_CARE_AND_LEAVERS]),
        # apart, then together, then apart again: no line runs through
        ("Experiences and progress of care leavers", "sif-2013", "ilacs-2023", "joined", [IN_CARE, CARE_LEAVERS]),
        # gone, and not asked for elsewhere
        ("Overall effectiveness", "ilacs-2018", "ilacs-2026", "none", []),
        ("LSCB", "sif-2013", "ilacs-2018", "none", []),
        ("Being healthy", "slac-2009", "sif-2013", "none", []),
        ("Adoption performance", "sif-2013", "send-2023", "none", []),
        ("Astronomy", "sif-2013", "ilacs-2018", "none", []),
    ],
)
def test_where_an_area_went(area, before, after, kind, titles):
    mapping = translate(area, before, after)
    assert (mapping.kind, [one.title for one in mapping.areas]) == (kind, titles)
    assert mapping.why


def test_two_overall_grades_became_one():
    mapping = translate("Overall effectiveness", "sif-2013", "slac-2009")
    assert (mapping.kind, {area.service for area in mapping.areas}) == ("split", {"safeguarding", "looked_after"})


@pytest.mark.parametrize(
    ("grade", "before", "after", "there"),
    [
        ("good", "sif-2013", "ilacs-2026", "good"),
        ("requires_improvement", "ilacs-2026", "sif-2013", "requires_improvement"),
        ("adequate", "slac-2009", "slac-2009", "adequate"),
        ("adequate", "slac-2009", "sif-2013", None),
        ("adequate", "slac-2009", "ilacs-2026", None),
        ("requires_improvement", "ilacs-2018", "slac-2009", None),
        ("good", "ilacs-2018", "cqc-asc", None),
    ],
)
def test_a_grade_on_another_scale(grade, before, after, there):
    mapping = translate_grade(grade, before, after)
    assert mapping.grade == there
    assert mapping.why or there


def test_adequate_says_why_it_is_not_requires_improvement():
    assert "not Requires improvement" in translate_grade("adequate", "slac-2009", "ilacs-2018").why


def test_history_shows_gaps_with_their_reason():
    care_2018 = a_judgement(IN_CARE_AND_LEAVERS, "outstanding")
    rows = history(
        [
            (
                an_inspection(framework="ilacs-2026", started=date(2026, 4, 27)),
                [a_judgement(CARE_LEAVERS, "good"), a_judgement(IN_CARE, "good")],
            ),
            (an_inspection(framework="ilacs-2018", started=date(2018, 5, 1)), [care_2018, a_judgement("Overall effectiveness", "good")]),
            (an_inspection(framework="other", started=date(2011, 5, 1)), [a_judgement("Standards", "satisfactory")]),
        ]
    )
    cells = {row.area.title: row.cells for row in rows}
    then, now = cells[CARE_LEAVERS]
    assert (now.grade, now.comparable) == ("Good", True)
    assert (then.grade, then.comparable) == (None, False)
    assert "each has its own" in then.why
    assert "Outstanding" in then.why
    assert cells["Overall effectiveness"][0].grade == "Good"
    assert "not given" in cells["Overall effectiveness"][1].why
    assert cells["The impact of leaders on social work practice with children and families"][1].why == "No grade was read for this area."


def test_history_of_one_framework_has_one_row_an_area():
    same = [a_judgement(IN_CARE, "good")]
    rows = history([(an_inspection(started=date(2023, 5, 1)), same), (an_inspection(started=date(2025, 5, 1)), same)])
    assert [row.area for row in rows] == list(frameworks.get("ilacs-2023").areas)


def test_initials_after_an_area_are_no_part_of_it_and_a_grade_is():
    framework = frameworks.get("sif-2013")
    board = framework.area("The effectiveness of the Local Safeguarding Children Board (LSCB)")
    assert board is not None
    assert board.service == "local_safeguarding_children_board"
    assert framework.area("Adoption performance (good)") is None
