"""Area special educational needs and disabilities inspections: three outcomes, and the letters of 2016 to 2022."""

from datetime import date

from tests.acceptance.reports.key import ANY, AREA, PRIORITY, Found, Grade, Key
from tests.acceptance.reports.paper import DASH, SQUARE, Beside, Bullets, Entry, Heading, PageBreak, Paper, Para, Table, bullets

Case = tuple[Paper, Key]

OUTCOME = "Inspection outcome"


def _front(area: str, dates: str, *outcome: str) -> tuple:
    return (
        Heading("Local Area Partnership report", 3),
        Heading(f"Area SEND inspection of {area} Local Area Partnership", 1),
        Para(f"Inspection dates: {dates}"),
        Para("Dates of previous inspection: 4 to 8 June 2018"),
        Heading(OUTCOME),
        *(Para(text) for text in outcome),
        Heading("Information about the local area partnership"),
        Para(
            f"{area} Council and NHS Mid {area} Integrated Care Board (ICB) are jointly responsible for the "
            "planning and commissioning of services."
        ),
        Heading("What is it like to be a child or young person with special educational needs and/or disabilities (SEND) in this area?"),
        Para("Some children wait a long time. Others are helped at once. Experiences that are inconsistent feel unfair to families."),
        Heading("What is the area partnership doing that is effective?"),
        bullets(("Nurseries spot needs early and act on them.", "Portage workers are valued by parents and carers.")),
        Heading("What does the area partnership need to do better?"),
        bullets(("Waits for speech and language therapy are too long for children of school age.",)),
    )


def _back(area: str) -> tuple:
    return (
        PageBreak(),
        Heading("Local area partnership details"),
        Beside(
            ("Local Authority", f"{area} Council", "Zebedee Thornycroft", "Director of Children’s Services"),
            ("Integrated Care Board", f"NHS Mid {area}", "Philippa Moonstone", "Chief Executive"),
        ),
        Heading("Information about this inspection"),
        Para(
            "The inspection was led by one of His Majesty’s Inspectors (HMI) from Ofsted, with a team from "
            "Ofsted and the Care Quality Commission (CQC)."
        ),
        Heading("Inspection team", 3),
        Table(
            (("Ofsted", "Care Quality Commission"), ("Saffron Eddowes, Ofsted HMI Lead inspector", "Otto Brightwell, CQC Lead inspector")),
            ruled=False,
        ),
    )


def outcome_1() -> Case:
    """Typically positive; areas in a table of one column."""
    want = (
        "Leaders should widen the choice of work experience for young people with complex needs.",
        "The partnership should make the local offer easier to search on a phone.",
    )
    blocks = (
        *_front(
            "Hartswell",
            "12 to 16 February 2024",
            "The local area partnership’s special educational needs and/or disabilities (SEND) arrangements "
            "typically lead to positive experiences and outcomes for children and young people with SEND. The "
            "local area partnership is taking action where improvements are needed.",
            "The next full area SEND inspection will be within approximately five years.",
        ),
        Heading("Areas for improvement"),
        Table((("Areas for improvement",), *((text,) for text in want)), flow="below"),
        *_back("Hartswell"),
    )
    key = Key(
        framework="send-2023",
        authority="Hartswell",
        started=date(2024, 2, 12),
        ended=date(2024, 2, 16),
        lead="Saffron Eddowes",
        grades=(Grade(OUTCOME, "outcome_1", 1),),
        findings=tuple(Found(AREA, text) for text in want),
    )
    return Paper(title="Area SEND", blocks=blocks), key


def outcome_2() -> Case:
    """Inconsistent; a list with dashes under one area; a page foot inside it; dates across two months."""
    nested = Entry(
        text="Leaders across education, health and care should press on with their plan to reduce waits for:",
        under=("autism assessments;", "wheelchairs; and", "mental health support."),
    )
    want = (
        "The partnership should agree how it will know that training has changed what schools do.",
        "The authority should raise the quality of education, health and care (EHC) plans, both new and existing.",
    )
    blocks = (
        *_front(
            "St Werburgs",
            "28 April to 2 May 2025",
            "The local area partnership’s arrangements lead to inconsistent experiences and outcomes for "
            "children and young people with special educational needs and/or disabilities (SEND). The local area "
            "partnership must work jointly to make improvements.",
            "The next full area SEND inspection will be within approximately three years.",
        ),
        Heading("Areas for improvement"),
        Bullets((Entry(text=want[0]), nested, Entry(text=want[1])), SQUARE, DASH),
        *_back("St Werburgs"),
    )
    found = (Found(AREA, want[0]), Found(AREA, " ".join((nested.text, *nested.under))), Found(AREA, want[1]))
    key = Key(
        framework="send-2023",
        authority="St Werburgs",
        started=date(2025, 4, 28),
        ended=date(2025, 5, 2),
        lead="Saffron Eddowes",
        grades=(Grade(OUTCOME, "outcome_2", 2),),
        findings=found,
    )
    footer = ("Area SEND inspection report: St Werburgs Local Area Partnership, 28 April to 2 May 2025",)
    return Paper(title="Area SEND", blocks=blocks, footer=footer, page_lines=34), key


def outcome_3() -> Case:
    """Systemic failings; priority actions in a table with the responsible bodies beside them; areas in a second table."""
    rows = (
        (
            ("Ellingstoke Council", "NHS Mid Ellingstoke Integrated Care Board"),
            "Leaders should act with urgency to find and meet the needs of children who are out of school, and "
            "check each month that this has been done.",
        ),
        (
            ("NHS Mid Ellingstoke Integrated Care Board",),
            "Leaders should act to cut the wait for a first appointment with the neurodevelopmental service.",
        ),
        (("Ellingstoke Council",), "Leaders should act to clear late EHC plans and keep families told of progress."),
    )
    want = "Leaders across the partnership should involve young people in the writing of the new strategy."
    blocks = (
        *_front(
            "Ellingstoke",
            "16 to 20 October 2023",
            "There are widespread and/or systemic failings leading to significant concerns about the experiences "
            "and outcomes of children and young people with special educational needs and/or disabilities "
            "(SEND), which the local area partnership must address urgently.",
            "A monitoring inspection will be carried out within approximately 18 months. The next full "
            "reinspection will be within approximately three years.",
            "As a result of this inspection, HMCI requires the local area partnership to prepare and submit a "
            "priority action plan (area SEND) to address the identified areas for priority action.",
        ),
        Heading("Areas for priority action"),
        Table((("Responsible body", "Areas for priority action"), *(("\n".join(bodies), text) for bodies, text in rows)), shares=(2, 5)),
        Heading("Areas for improvement"),
        Table((("Areas for improvement",), (want,)), flow="below"),
        *_back("Ellingstoke"),
    )
    key = Key(
        framework="send-2023",
        authority="Ellingstoke",
        started=date(2023, 10, 16),
        ended=date(2023, 10, 20),
        lead="Saffron Eddowes",
        grades=(Grade(OUTCOME, "outcome_3", 3),),
        findings=(*(Found(PRIORITY, text, ANY, bodies) for bodies, text in rows), Found(AREA, want)),
    )
    return Paper(title="Area SEND", blocks=blocks), key


def send_2016() -> Case:
    """A letter that asks for a written statement of action; strengths and weaker points under each heading; no outcome."""
    weak = (
        "the absence of a joint plan that education, health and care have all agreed;",
        "the poor quality of education, health and care plans; and",
        "long waits for occupational therapy.",
    )
    points = ("Reports from health visitors do not always reach schools.", "Parents do not know where to find the local offer.")
    blocks = (
        Para("9 November 2017"),
        Para("Ms Delphine Arkwright, Director of Children’s Services, Rookhope Council"),
        Para("Dear Ms Arkwright"),
        Heading("Joint local area SEND inspection in Rookhope"),
        Para(
            "Between 25 September 2017 and 29 September 2017, Ofsted and the Care Quality Commission (CQC) "
            "conducted a joint inspection of the local area of Rookhope to judge its effectiveness in carrying "
            "out the reforms of 2014."
        ),
        Para(
            "As a result of the findings of this inspection, Her Majesty’s Chief Inspector (HMCI) has determined "
            "that a written statement of action is required because of significant areas of weakness in the "
            "local area’s practice."
        ),
        Heading("Main findings"),
        bullets(("Leaders have begun to work together, but not soon enough.",)),
        Heading("The effectiveness of the local area in identifying needs"),
        Heading("Strengths", 3),
        bullets(("Two-year-olds are seen on time.",)),
        Heading("Areas for development", 3),
        bullets(points),
        Heading("The inspection raises significant concerns about the effectiveness of the local area."),
        Para(
            "The local area is required to produce and submit a written statement of action to Ofsted that "
            "explains how it will tackle the following areas of significant weakness:"
        ),
        bullets(weak),
        Para("Yours sincerely"),
        Para("Lysander Greengrass HMI"),
    )
    key = Key(
        framework="other",
        authority=("Rookhope", "Rookhope Council"),
        started=date(2017, 9, 25),
        ended=date(2017, 9, 29),
        published=(None, date(2017, 11, 9)),
        lead=(None, "Lysander Greengrass"),
        findings=tuple(Found((PRIORITY, AREA, "recommendation"), text, ANY) for text in weak),
        loose=points,
    )
    return Paper(title="SEND letter", blocks=blocks), key


CASES = {"send-outcome-1": outcome_1, "send-outcome-2": outcome_2, "send-outcome-3": outcome_3, "send-2016-letter": send_2016}
