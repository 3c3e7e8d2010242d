"""Reports on the four-point Adequate scale: safeguarding and looked after children, and child protection of 2012."""

from datetime import date

from tests.acceptance.reports.key import AREA, Found, Grade, Key, paragraphs_of
from tests.acceptance.reports.paper import (
    DASH,
    DOT,
    SYMBOL_DOT,
    WINGDINGS_BOX,
    Bullets,
    Contents,
    Entry,
    Heading,
    PageBreak,
    Paper,
    Para,
    Table,
    bullets,
    numbered,
)

Case = tuple[Paper, Key]

SCALE = Table(
    (
        ("Outstanding (Grade 1)", "A service that goes far past the least that is asked of it"),
        ("Good (Grade 2)", "A service that goes past the least that is asked of it"),
        ("Adequate (Grade 3)", "A service that does the least that is asked of it"),
        ("Inadequate (Grade 4)", "A service that does not do the least that is asked of it"),
    ),
    header=False,
    shares=(2, 5),
)
CHILDREN = "Children and young people are safe and feel safe"
HEALTH = "The contribution of health agencies to keeping children and young people safe"
POSITIVE = "Making a positive contribution, including user engagement"
RECORD = {
    "safeguarding": (
        ("Overall effectiveness", "adequate", 3),
        ("Capacity for improvement", "good", 2),
        (CHILDREN, "adequate", 3),
        ("Quality of provision", "inadequate", 4),
        (HEALTH, "good", 2),
        ("Ambition and prioritisation", "good", 2),
        ("Leadership and management", "adequate", 3),
        ("Performance management and quality assurance", "adequate", 3),
        ("Partnership working", "good", 2),
        ("Equality and diversity", "adequate", 3),
    ),
    "looked_after": (
        ("Overall effectiveness", "good", 2),
        ("Capacity for improvement", "good", 2),
        ("Being healthy", "adequate", 3),
        ("Staying safe", "good", 2),
        ("Enjoying and achieving", "adequate", 3),
        (POSITIVE, "outstanding", 1),
        ("Economic well-being", "good", 2),
        ("Quality of provision", "adequate", 3),
        ("Ambition and prioritisation", "good", 2),
        ("Leadership and management", "good", 2),
        ("Performance management and quality assurance", "adequate", 3),
        ("Equality and diversity", "good", 2),
    ),
}
RECORD_GRADES = tuple(Grade(area, grade, number, service) for service, rows in RECORD.items() for area, grade, number in rows)
TOPICS = ("thresholds", "case records", "chairing of conferences", "visits to children", "work with fathers", "the out of hours service")


def _section(start: int, count: int, about: str, **damage: tuple[int, ...]) -> tuple[Para, ...]:
    texts = (
        f"Work on {TOPICS[number % 6]} within {about} is understood by most staff. Inspectors read {number + 11} records and found that "
        f"{number % 7 + 2} of them said too little about what the child wanted, although managers had signed each one."
        for number in range(start, start + count)
    )
    return numbered(start, *texts, **damage)


def _graded(title: str, grade: str, number: int) -> tuple[Heading, Para]:
    return Heading(title, 3), Para(f"Grade {number} ({grade})", bold=True)


NOW = (
    "The council to see that every child on a plan is visited alone at least once in each period of ten working days",
    "NHS Eastermere to give looked after children a full health assessment on time",
)
THREE = (
    "The council and its partners to agree one threshold document and to train staff of every agency in its use",
    "The council to give all social workers supervision each month that leads to a written record on the child's file.",
)
SIX = ("The council to check yearly with foster carers, by a survey and by visits, how well support meets their needs",)


def full_slac() -> Case:
    """22 areas, 64 paragraphs, numbers split and lost, contents, scale, record of main findings, three timescales."""
    before = _section(1, 3, "the review"), _section(4, 8, "services in the area")
    safe = _section(12, 10, "safeguarding", split=(14, 17), lost=(12,))
    capacity, areas = (
        _section(22, 5, "improvement"),
        numbered(27, "In order to make services safer, the council and its partners should act as follows."),
    )
    outcomes, looked = _section(28, 14, "outcomes", lost=(33,)), _section(42, 12, "care", split=(44,))
    last = _section(54, 11, "health of looked after children")
    numbers = (*before[0], *before[1], *safe, *capacity, *areas, *outcomes, *looked, *last)
    record = (
        ("Safeguarding services",),
        *((area, grade.capitalize()) for area, grade, _ in RECORD["safeguarding"]),
        ("Services for looked after children",),
        *((area, grade.capitalize()) for area, grade, _ in RECORD["looked_after"]),
    )
    blocks = (
        Heading("Inspection of safeguarding and looked after children services", 1),
        Heading("Eastermere Metropolitan Borough Council", 2),
        Para("Inspection dates: 7 – 18 March 2011"),
        Para("Reporting inspector: Honor Quillfeather HMI"),
        Para("Age group: All"),
        Para("Published: 27 April 2011"),
        PageBreak(),
        Contents(
            (
                ("About this inspection", 2),
                ("Safeguarding services", 5),
                ("Areas for improvement", 8),
                ("Being healthy", 15),
                ("Record of main findings", 19),
            )
        ),
        PageBreak(),
        Heading("About this inspection"),
        *before[0],
        Heading("The inspection judgements and what they mean"),
        Para("All judgements in this report use the four grades below."),
        SCALE,
        Heading("Service information"),
        *before[1],
        Heading("Safeguarding services"),
        *_graded("Overall effectiveness", "adequate", 3),
        *safe,
        *_graded("Capacity for improvement", "good", 2),
        *capacity,
        Heading("Areas for improvement"),
        *areas,
        Para("Immediately:", bold=True),
        bullets(NOW, SYMBOL_DOT),
        Para("Within three months:", bold=True),
        bullets(THREE, SYMBOL_DOT),
        Para("Within six months:", bold=True),
        bullets(SIX, SYMBOL_DOT),
        Heading("Safeguarding outcomes for children and young people"),
        *_graded(CHILDREN, "adequate", 3),
        *outcomes,
        Heading("Services for looked after children"),
        *_graded("Overall effectiveness", "good", 2),
        *looked,
        *_graded("Being healthy", "adequate", 3),
        *last,
        PageBreak(),
        Heading("Record of main findings: Eastermere"),
        Table(record, header=False, shares=(3, 1)),
    )
    findings = tuple(
        Found(AREA, text, when)
        for texts, when in ((NOW, "immediately"), (THREE, "within_3_months"), (SIX, "within_6_months"))
        for text in texts
    )
    key = Key(
        framework="slac-2009",
        authority=("Eastermere", "Eastermere Metropolitan Borough Council"),
        started=date(2011, 3, 7),
        ended=date(2011, 3, 18),
        published=date(2011, 4, 27),
        lead="Honor Quillfeather",
        grades=RECORD_GRADES,
        findings=findings,
        paragraphs=paragraphs_of(*numbers),
        lost=(12, 33),
    )
    return Paper(title="Inspection", blocks=blocks, page_lines=44, word_lists=False), key


def short_slac() -> Case:
    """No record at the end: grades in headings only, of both services; two lists; sub-points; areas with two numbered leads."""
    safe, looked = _section(3, 4, "the borough"), _section(8, 3, "care")
    leads = (
        Para("In order to improve safeguarding, the council and its partners should:", 7),
        Para("In order to improve services for looked after children, the council should:", 11),
    )
    health = Entry(
        text="ensure that NHS Sallowfield and the council put right what is weak in the health offer:",
        under=("to write down who takes each child to an appointment", "to tell carers the result of every assessment"),
    )
    plain = "hold a meeting of the safeguarding board about what the audit of neglect found"
    late = "write pathway plans with, and not for, all young people who are leaving care"
    about = numbered(
        1, "Five inspectors read 41 files and met staff of all agencies.", "The judgements use grades 1 (outstanding) to 4 (inadequate)."
    )
    blocks = (
        Heading("London Borough of Sallowfield", 1),
        Heading("Inspection of safeguarding and looked after children services"),
        Para("Inspection dates: 30 April – 11 May 2012 Reporting inspector: Dr Ruth Penhallow HMI"),
        Para("Age group: All Published: 15 June 2012"),
        *about,
        Heading("Safeguarding services"),
        Para("Overall effectiveness Grade 3 (adequate)", bold=True),
        *safe,
        Heading("Areas for improvement"),
        leads[0],
        Para("Immediately:"),
        Bullets((health, Entry(text=plain)), WINGDINGS_BOX, DASH),
        Heading("Services for looked after children"),
        Para("Overall effectiveness Grade 2 (good)", bold=True),
        *looked,
        Heading("Areas for improvement"),
        leads[1],
        Para("Within three months:"),
        bullets((late,), WINGDINGS_BOX),
    )
    key = Key(
        framework="slac-2009",
        authority=("Sallowfield", "London Borough of Sallowfield"),
        started=date(2012, 4, 30),
        ended=date(2012, 5, 11),
        published=date(2012, 6, 15),
        lead=("Ruth Penhallow", "Dr Ruth Penhallow"),
        grades=(Grade("Overall effectiveness", "adequate", 3, "safeguarding"), Grade("Overall effectiveness", "good", 2, "looked_after")),
        findings=(
            Found(AREA, " ".join((health.text, *health.under)), "immediately"),
            Found(AREA, plain, "immediately"),
            Found(AREA, late, "within_3_months"),
        ),
        paragraphs=paragraphs_of(*about, *safe, *looked, *leads),
    )
    return Paper(title="Inspection", blocks=blocks, width=72, hang=True, word_lists=False), key


def child_protection() -> Case:
    """2012: arrangements for the protection of children; four judgements on the Adequate scale, in a sentence and headings."""
    first, effective, quality, lead = (
        _section(1, 3, "early help"),
        _section(6, 4, "protection"),
        _section(10, 3, "practice"),
        _section(13, 3, "governance"),
    )
    judged = (
        Para("The overall effectiveness of the arrangements to protect children in Ottersham is judged to be adequate.", 4),
        Para(
            "In order to improve the help and protection given to children and young people in Ottersham, the "
            "local authority and its partners should take the following action.",
            5,
        ),
    )
    now = "Make sure that strategy discussions are held with health and the police, and are written down."
    three = (
        "Put in place a way for managers to see, each week, which assessments are late and why",
        "Hear what children say in conferences, with the help of advocates.",
    )
    names = (
        "The effectiveness of the help and protection provided to children, young people, families and carers",
        "The quality of practice",
        "Leadership and governance",
    )
    blocks = (
        Heading("Inspection of local authority arrangements for the protection of children", 1),
        Heading("Ottersham Council"),
        Para("Inspection dates: 24 September – 3 October 2012"),
        Para("Lead inspector Tobias Marchbanks HMI"),
        Para("Age group: All"),
        Para("Published: 7 November 2012"),
        PageBreak(),
        Contents(
            (
                ("Inspection of local authority arrangements for the protection of children", 2),
                ("The inspection judgements and what they mean", 2),
                ("Overall effectiveness", 2),
                ("Areas for improvement", 3),
                ("Record of main findings", 14),
            )
        ),
        Heading("The inspection judgements and what they mean"),
        *first,
        SCALE,
        Heading("Overall effectiveness"),
        judged[0],
        Heading("Areas for improvement"),
        judged[1],
        Para("Immediately:"),
        bullets((now,), DOT),
        Para("Within three months:"),
        bullets(three, DOT),
        Heading(names[0]),
        Para("Adequate", bold=True),
        *effective,
        Heading(names[1]),
        Para("Inadequate", bold=True),
        *quality,
        Heading(names[2]),
        Para("Good", bold=True),
        *lead,
        Heading("Record of main findings"),
        Table(
            (
                ("Local authority arrangements for the protection of children",),
                ("Overall effectiveness", "Adequate"),
                (names[0], "Adequate"),
                (names[1], "Inadequate"),
                (names[2], "Good"),
            ),
            header=False,
            shares=(3, 1),
        ),
    )
    key = Key(
        framework="other",
        authority=("Ottersham", "Ottersham Council"),
        started=date(2012, 9, 24),
        ended=date(2012, 10, 3),
        published=date(2012, 11, 7),
        lead="Tobias Marchbanks",
        grades=(
            Grade("Overall effectiveness", "adequate"),
            Grade(names[0], "adequate"),
            Grade(names[1], "inadequate"),
            Grade(names[2], "good"),
        ),
        findings=(Found(AREA, now, "immediately"), *(Found(AREA, text, "within_3_months") for text in three)),
        paragraphs=paragraphs_of(*first, *judged, *effective, *quality, *lead),
    )
    return Paper(title="Protection of children", blocks=blocks, word_lists=False), key


CASES = {"slac-full": full_slac, "slac-short": short_slac, "child-protection-2012": child_protection}
