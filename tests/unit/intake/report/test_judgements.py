"""Judgements under each framework, however the record is printed; nothing computed, conflicts told. All words are made up."""

import pytest

from goldthread.intake.report.read import ReportReading, read_report
from tests.unit.intake.report.printed import FRONT, PARAGRAPHS, document

IMPACT = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
OVERALL = "Overall effectiveness"
AREAS = (IMPACT, HELP, CARE, LEAVERS, OVERALL)
SLAC = """
Inspection of safeguarding and looked after children services

London Borough of Norhaven

Inspection dates: 28 February to 11 March 2011

Reporting inspector: Odile Farrant HMI

Age group: All

Published: 15 April 2011

All inspection judgements are made using the following scale.

Outstanding: a service that far exceeds what is needed
Good: a service that exceeds what is needed

Outstanding | A service that far exceeds what is needed
Adequate | A service that meets what is needed

Safeguarding services

Overall effectiveness

Grade 3 (adequate)

1. Services are adequate.

Capacity for improvement Grade {capacity}

2. The capacity is there.

Services for looked after children

Overall effectiveness

Grade: 4 (inadequate)

3. Services are inadequate.

Record of main findings

Safeguarding services |
Overall effectiveness | Adequate
Capacity for improvement | Good
Services for looked after children |
Overall effectiveness | Inadequate
How good are outcomes for looked after children and care leavers? |
Equality and diversity | Good
"""


def read(text: str, *, file: str = "report.txt") -> ReportReading:
    """The report of the text."""
    return read_report(document(text, file=file))


def graded(text: str) -> list[tuple[str, str | None, str | None]]:
    """Areas with grades and the printed words."""
    return [(judgement.area, judgement.grade, judgement.as_printed) for judgement in read(FRONT + text).judgements]


def record(*grades: str) -> str:
    """A table of judgements."""
    return "\nJudgement | Grade\n" + "\n".join(f"{area} | {grade}" for area, grade in zip(AREAS, grades, strict=False)) + "\n\nText.\n"


@pytest.mark.parametrize("words", ["Requires improvement", "Requires improvement to be good", "Requires Improvement to be good"])
def test_requires_improvement_is_one_grade_in_the_words_printed(words: str) -> None:
    assert graded(record(words, "Good")) == [(IMPACT, "requires_improvement", words), (HELP, "good", "Good")]


FIVE = [
    (IMPACT, "good", "Good"),
    (HELP, "requires_improvement", "Requires improvement to be good"),
    (CARE, "good", "Good"),
    (LEAVERS, "inadequate", "Inadequate"),
    (OVERALL, "inadequate", "Inadequate"),
]


@pytest.mark.parametrize(
    "printed",
    [
        record(*(words for _area, _grade, words in FIVE)),
        # a table flattened to lines: all areas and then all grades; grades at the ends; on the line after
        "\nJudgement\n" + "\n".join(AREAS) + "\nGrade\nGood\nRequires improvement\nto be good\nGood\nInadequate\nInadequate\n\nText.\n",
        "\n" + "\n".join(f"{area} {words}" for area, _grade, words in FIVE) + "\n\nText.\n",
        "\n" + "\n".join(f"{area}\n{words}" for area, _grade, words in FIVE) + "\n\nText.\n",
    ],
)
def test_a_record_of_judgements_is_read_as_table_or_as_lines(printed: str) -> None:
    assert graded(printed) == FIVE


def test_judgements_may_stand_in_headings_alone() -> None:
    assert graded(f"\n{LEAVERS}: inadequate\n\n{PARAGRAPHS}\n\n{CARE} is good.\n\nText.\n") == [
        (LEAVERS, "inadequate", "inadequate"),
        (CARE, "good", "good"),
    ]


def test_a_heading_at_odds_with_the_record_is_told_and_the_record_kept() -> None:
    reading = read(FRONT + record("Good", "Good", "Good") + f"\n{CARE}: outstanding\n\n{PARAGRAPHS}\n")
    assert [judgement.grade for judgement in reading.judgements] == ["good", "good", "good"]
    told = [problem for problem in reading.problems if "in one place" in problem.found]
    assert len(told) == 1
    assert "“Good”" in told[0].found
    assert "“outstanding”" in told[0].found


def test_the_same_grade_in_other_words_is_no_conflict() -> None:
    reading = read(FRONT + record("Requires improvement", "Good") + f"\n{IMPACT}: requires improvement to be good\n\n{PARAGRAPHS}\n")
    assert not [problem for problem in reading.problems if "in one place" in problem.found]


@pytest.mark.parametrize(
    "text",
    [
        "\nOutstanding | Services make an exceptional difference\nGood | Services are effective\n\nText.\n",
        "\nOutstanding: a service that makes a difference\nGood: a service that is effective\n\nText.\n",
        "\nStaff morale is good. The overall effectiveness of audits is inadequate.\n",
        "\nPrevious judgement\n\nThe council was judged inadequate for the experiences and progress of care leavers in 2019.\n",
    ],
)
def test_scales_and_prose_are_no_judgements(text: str) -> None:
    assert graded(text) == []


def test_no_overall_grade_is_worked_out_where_the_framework_gives_none() -> None:
    reading = read(FRONT.replace("2024", "2026") + record("Good", "Good", "Good", "Good"))
    assert reading.inspection.framework == "ilacs-2026"
    assert [judgement.area for judgement in reading.judgements] == [IMPACT, HELP, CARE, LEAVERS]
    told = [problem for problem in reading.problems if "not given under this framework" in problem.expected]
    assert [problem.severity for problem in told] == ["info"]


@pytest.mark.parametrize(
    ("year", "areas", "framework"),
    [
        (2018, (IMPACT, HELP, "The experiences and progress of children in care and care leavers", OVERALL), "ilacs-2018"),
        (2024, AREAS, "ilacs-2023"),
        (2026, AREAS[:4], "ilacs-2026"),
        (2025, AREAS[:4], "ilacs-2023"),
    ],
)
def test_what_is_judged_tells_the_edition(year: int, areas: tuple[str, ...], framework: str) -> None:
    table = "\nJudgement | Grade\n" + "\n".join(f"{area} | Good" for area in areas) + "\n\nText.\n"
    assert read(FRONT.replace("2024", str(year)) + table).inspection.framework == framework


def test_the_old_framework_judges_two_services_on_a_numbered_scale() -> None:
    reading = read(SLAC.format(capacity="2 (good)"))
    assert [(judgement.service, judgement.area, judgement.grade, judgement.grade_number) for judgement in reading.judgements] == [
        ("safeguarding", "Overall effectiveness", "adequate", 3),
        ("safeguarding", "Capacity for improvement", "good", 2),
        ("looked_after", "Overall effectiveness", "inadequate", 4),
        ("looked_after", "Equality and diversity", "good", 2),
    ]
    assert [problem.found for problem in reading.problems] == ["“Equality and diversity” is graded in the record of main findings alone"]
    assert (reading.inspection.framework, reading.inspection.age_group) == ("slac-2009", "All")


def test_the_old_framework_tells_a_heading_at_odds_with_its_record() -> None:
    said = [problem.found for problem in read(SLAC.format(capacity="3 (adequate)")).problems]
    assert "“Capacity for improvement” is graded “Good” in one place and “Grade 3 (adequate)” in another" in said


SIF = """
Norhaven Council

Inspection of services for children in need of help and protection, children looked after and care leavers

and

Review of the effectiveness of the Local Safeguarding Children Board

Inspection date: 24 – 28 June 2013

Report published: 12 September 2013

Children’s services in Norhaven require improvement to be good

1. Children who need help and protection | Requires improvement
2. Children looked after and achieving permanence | Requires improvement
2.1 Adoption performance | Good
2.2 Experiences and progress of care leavers | Inadequate
3. Leadership, management and governance | Requires improvement

The Local Safeguarding Children Board (LSCB) is inadequate

Executive summary

Areas for improvement

1. Improve assessments.

The Local Safeguarding Children Board (LSCB)

What does the LSCB need to improve?

2. Publish a framework for learning.
"""


def test_the_single_framework_gives_five_grades_the_whole_and_the_board() -> None:
    reading = read(SIF)
    assert reading.inspection.framework == "sif-2013"
    assert reading.inspection.authority == "Norhaven"
    assert [(judgement.service, judgement.area, judgement.grade) for judgement in reading.judgements] == [
        (None, "Children who need help and protection", "requires_improvement"),
        (None, "Children looked after and achieving permanence", "requires_improvement"),
        (None, "Adoption performance", "good"),
        (None, "Experiences and progress of care leavers", "inadequate"),
        (None, "Leadership, management and governance", "requires_improvement"),
        (None, "Overall effectiveness", "requires_improvement"),
        ("local_safeguarding_children_board", "The Local Safeguarding Children Board (LSCB)", "inadequate"),
    ]
    assert [(finding.ref, finding.service) for finding in reading.findings] == [
        ("A1", None),
        ("A2", "local_safeguarding_children_board"),
    ]


SEND = """
Area SEND inspection of Norhaven Local Area Partnership

Inspection dates: 29 January to 2 February 2024

Inspection outcome

{outcome}

Information about this inspection

Odile Farrant, Ofsted Lead Inspector
"""


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The local area partnership’s arrangements typically lead to positive experiences and outcomes for children.", 1),
        ("The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children.", 2),
        ("There are widespread and/or systemic failings leading to significant concerns about children.", 3),
    ],
)
def test_the_outcome_for_send_is_a_sentence(sentence: str, number: int) -> None:
    judgements = read(SEND.format(outcome=sentence)).judgements
    assert [(judgement.grade, judgement.grade_number) for judgement in judgements] == [(f"outcome_{number}", number)]


def test_an_outcome_of_an_earlier_inspection_is_none_of_this_one() -> None:
    reading = read(SEND.format(outcome="The previous inspection found widespread and/or systemic failings."))
    assert reading.judgements == ()
    assert any("judgements" in problem.found for problem in reading.problems)


def test_scores_out_of_a_hundred_are_no_grades() -> None:
    reading = read(
        "Norhaven Council: local authority assessment\n\nAssessment published: 14 June 2024\n\nLocal authority rating and score\n\n"
        "Norhaven Council\n\nGood\n\nScore: 79/100\n\n"
        "Quality statement scores\n\nAssessing needs\nScore: 2\nSafeguarding\nScore: 3\n\nText.\n"
    )
    assert [(judgement.area, judgement.grade) for judgement in reading.judgements] == [
        ("Assessing needs", "score_2"),
        ("Safeguarding", "score_3"),
        ("Overall rating", "good"),
    ]


@pytest.mark.parametrize("kind", ["Focused visit", "Monitoring visit"])
def test_a_visit_gives_no_grades_and_says_so(kind: str) -> None:
    reading = read(
        f"15 March 2023\n\nMs Una Marr\nDirector of Children’s Services\nNorhaven Council\n\n"
        f"Dear Ms Marr\n\n{kind} to Norhaven children’s services\n\n"
        f"This letter summarises the findings of the {kind.lower()} on 7 and 8 February 2023.\n\nHeadline findings\n\nPlans are good.\n\n"
        "Yours sincerely\n\nOdile Farrant\nHis Majesty’s Inspector\n"
    )
    assert reading.judgements == ()
    assert (reading.inspection.framework, reading.inspection.lead_inspector) == ("ilacs-2023", "Odile Farrant")
    assert str(reading.inspection.started) == "2023-02-07"
    assert {problem.severity for problem in reading.problems} == {"info"}
