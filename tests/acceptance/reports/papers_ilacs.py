"""Single inspections and inspections of local authority children's services, framework by framework."""

from datetime import date

from tests.acceptance.reports.key import ANY, AREA, PRIORITY, RECOMMENDATION, Found, Grade, Key, paragraphs_of
from tests.acceptance.reports.paper import (
    SQUARE,
    SYMBOL_DOT,
    WINGDINGS_SQUARE,
    Bullets,
    Contents,
    Footnote,
    Heading,
    PageBreak,
    Paper,
    Para,
    Table,
    bullets,
    entries,
    numbered,
)

Case = tuple[Paper, Key]

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
BOTH = "The experiences and progress of children in care and care leavers"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
OVERALL = "Overall effectiveness"
RI = "Requires improvement to be good"
CODES = {"requires improvement to be good": "requires_improvement", "requires improvement": "requires_improvement"}


def grade(area: str, printed: str) -> Grade:
    """A grade of the scale of 2013 and after, from the words printed."""
    return Grade(area, CODES.get(printed.casefold(), printed.casefold()))


def judged(*rows: tuple[str, str], flow: str = "below", ruled: bool = True) -> Table:
    """The table on the front page."""
    return Table((("Judgement", "Grade"), *rows), flow=flow, ruled=ruled, shares=(3, 2))


def areas(*texts: str) -> tuple[Found, ...]:
    """Areas for improvement without timescale."""
    return tuple(Found(AREA, text) for text in texts)


def prose(start: int, topic: str, count: int = 3) -> tuple:
    """Numbered paragraphs of a section."""
    said = (
        f"Most children get timely help from {topic}. In {start + 20} cases that were looked at closely, plans changed as needs changed.",
        f"For a small number of children, {topic} works less well. Requires improvement plans of this kind are not rare; leaders know it.",
        f"Managers check {topic} each month and tell staff what they find. Areas for improvement from the last visit have been acted on.",
        f"Children told inspectors that {topic} had been explained to them in words that they understood.",
    )
    return numbered(start, *(said[number % 4] for number in range(count)))


def sif() -> Case:
    """2013: five judgements with two under the second, the board's review, recommendations, immediate actions; contents."""
    now = (
        "Make sure that all children who go missing are spoken to alone within 72 hours of their return",
        "Clear the backlog of 60 unread contacts in the multi-agency safeguarding hub.",
    )
    later = (
        "Give every care leaver a written summary of their health history",
        "Raise the standard of assessments so that they say what life is like for the child",
        "Ensure that elected members see the results of audits each quarter",
    )
    board = (
        "Agree how the board will test whether training has changed practice.",
        "Report each year on children who live in private fostering",
    )
    names = (
        "Children who need help and protection",
        "Children looked after and achieving permanence",
        "Adoption performance",
        "Experiences and progress of care leavers",
        "Leadership, management and governance",
    )
    rows = (
        (f"1. {names[0]}", "Inadequate"),
        (f"2. {names[1]}", "Requires improvement"),
        (f"2.1 {names[2]}", "Good"),
        (f"2.2 {names[3]}", "Requires improvement"),
        (f"3. {names[4]}", "Inadequate"),
    )
    paras = prose(1, "early help"), prose(4, "permanence planning"), prose(7, "the board")
    blocks = (
        Heading("Castlemoor County Council", 1),
        Heading("Inspection of services for children in need of help and protection, children looked after and care leavers"),
        Heading("and"),
        Heading("Review of the effectiveness of the Local Safeguarding Children Board"),
        Para("Inspection date: 10 November 2014 – 3 December 2014"),
        Para("Report published: 30 January 2015"),
        Para("Children’s services in Castlemoor are inadequate", bold=True),
        Table(rows, header=False, flow="below", shares=(3, 2)),
        Para("The effectiveness of the Local Safeguarding Children Board (LSCB) requires improvement", bold=True),
        PageBreak(),
        Contents(
            (
                ("Executive summary", 3),
                ("Recommendations", 4),
                ("Summary for children and young people", 6),
                ("Leadership, management and governance", 20),
                ("The Local Safeguarding Children Board", 26),
                ("Recommendations", 27),
            )
        ),
        PageBreak(),
        Heading("The local authority"),
        Heading("Information about this local authority area", 3, "1"),
        Para(
            "About 91,000 children and young people live in Castlemoor. Of these, 17% are in poverty. The "
            "previous inspection was in May 2011, when safeguarding was judged to be adequate."
        ),
        Footnote("1", "Figures come from the authority and were checked where that could be done."),
        Heading("Priority and immediate action"),
        bullets(now, SYMBOL_DOT),
        Heading("Areas for improvement"),
        bullets(later, SYMBOL_DOT),
        Heading("The experiences and progress of children who need help and protection"),
        *paras[0],
        Heading("Children looked after and achieving permanence"),
        *paras[1],
        Heading("The Local Safeguarding Children Board (LSCB)"),
        Heading("Recommendations", 3),
        Bullets(entries(board), numbered=True),
        Heading("Inspection findings – the Local Safeguarding Children Board", 3),
        *paras[2],
        Heading("Information about this inspection"),
        Para("The inspection team consisted of eight of Her Majesty’s Inspectors (HMI) from Ofsted and one additional inspector."),
        Para("Lead inspector: Winifred Oakhanger"),
    )
    key = Key(
        framework="sif-2013",
        authority=("Castlemoor", "Castlemoor County Council"),
        started=date(2014, 11, 10),
        ended=date(2014, 12, 3),
        published=date(2015, 1, 30),
        lead="Winifred Oakhanger",
        grades=(
            *(grade(name, row[1]) for name, row in zip(names, rows, strict=True)),
            grade("Overall effectiveness", "Inadequate"),
            grade("The effectiveness of the Local Safeguarding Children Board", "Requires improvement"),
        ),
        findings=(
            *(Found(PRIORITY, text, ANY) for text in now),
            *areas(*later),
            *(Found(RECOMMENDATION, text) for text in board),
        ),
        paragraphs=paragraphs_of(*paras[0], *paras[1], *paras[2]),
    )
    return Paper(title="Castlemoor", blocks=blocks, page_lines=40, word_lists=False), key


WANT_2018 = (
    "The consistency of chronologies, so that a reader can tell what has happened to the child and when.",
    "Timely use of pre-birth planning.",
    "How well brothers’ and sisters’ wishes are weighed when they are placed apart.",
    "Oversight by principal social workers of well-being in the workforce.",
)


def ilacs_2018() -> Case:
    """Care and care leavers judged together; unnumbered prose; dates in words over two months."""
    rows = (LEADERS, "Good"), (HELP, RI), (BOTH, "Good"), (OVERALL, "Good")
    blocks = (
        Heading("Thornwick", 1),
        Heading("Inspection of children’s social care services"),
        Para("Inspection dates: 21 January 2019 to 01 February 2019"),
        Para("Lead inspector: Lemuel Ashgrove"),
        Para("Her Majesty’s Inspector"),
        judged(*rows, flow="wrapped"),
        Para("Services in Thornwick have grown stronger since 2015, when they were judged to require improvement."),
        Heading("What needs to improve"),
        bullets(WANT_2018, WINGDINGS_SQUARE),
        Heading(f"{HELP}: requires improvement to be good"),
        Para(
            "Contacts are screened on the day that they arrive. Thresholds for help are shared, and families are asked for their consent."
        ),
        Heading(f"{BOTH}: good"),
        Para("Children in care live with carers who know them well. Care leavers stay in touch with their advisers until they are 25."),
        Heading(f"{LEADERS}: good"),
        Para("Leaders know what needs to improve and have a plan for it."),
        PageBreak(),
        Para(
            "The Office for Standards in Education, Children’s Services and Skills (Ofsted) looks at and reports "
            "on services that care for children."
        ),
        Para("© Crown copyright 2019"),
    )
    key = Key(
        framework="ilacs-2018",
        authority="Thornwick",
        started=date(2019, 1, 21),
        ended=date(2019, 2, 1),
        lead="Lemuel Ashgrove",
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*WANT_2018),
    )
    return Paper(title="Thornwick", blocks=blocks), key


WANT_2023 = (
    "The pace at which homeless 16- and 17-year-olds are offered an assessment, accommodation and independent advice.",
    "The quality and regularity of supervision, including the challenge that managers give.",
    "The help that is given to care leavers over 21 and to those in custody.",
    "Sufficiency of homes for children in care who have complex needs.",
    "The response to children who are privately fostered.",
    "How well independent reviewing officers (IROs) escalate drift.",
)


def ilacs_2023() -> Case:
    """Five judgements, footer of two lines that falls inside the list, a footnote digit on the heading, prior grades in prose."""
    rows = (LEADERS, RI), (HELP, RI), (CARE, "Good"), (LEAVERS, "Inadequate"), (OVERALL, RI)
    paras = prose(1, "the front door"), prose(4, "the virtual school"), prose(7, "housing"), prose(10, "the audit programme")
    title = "Inspection of Barrowdene local authority children’s services"
    blocks = (
        Heading(title, 1),
        Para("Inspection dates: 27 November 2023 to 8 December 2023"),
        Para("Lead inspector: Ottoline Fairweather, His Majesty’s Inspector"),
        judged(*rows),
        Para(
            "Since the last inspection in 2019, when services were judged to be good, the experiences of care "
            "leavers have become worse. A focused visit in July 2022 found areas for priority action."
        ),
        *(Para("The authority has had three directors since then. " * 5) for _ in range(4)),
        Heading("What needs to improve?", 2, "1"),
        bullets(WANT_2023, SQUARE),
        Footnote("1", "The areas for improvement have been cross-referenced with the national framework."),
        Heading(f"{HELP}: requires improvement to be good"),
        *paras[0],
        Heading(f"{CARE}: good"),
        *paras[1],
        Heading(f"{LEAVERS}: inadequate"),
        *paras[2],
        Heading(f"{LEADERS}: requires improvement to be good"),
        *paras[3],
        PageBreak(),
        Para("© Crown copyright 2024"),
    )
    key = Key(
        framework="ilacs-2023",
        authority="Barrowdene",
        started=date(2023, 11, 27),
        ended=date(2023, 12, 8),
        lead="Ottoline Fairweather",
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*WANT_2023),
        paragraphs=paragraphs_of(*(para for section in paras for para in section)),
    )
    footer = ("Inspection of Barrowdene local authority children’s services", "27 November 2023 to 8 December 2023")
    return Paper(title=title, blocks=blocks, footer=footer, page_lines=53), key


def ilacs_2026() -> Case:
    """Four grades and no overall; the prose says good overall, which is no grade; a publication date; Word's own numbers."""
    rows = (LEADERS, "Good"), (HELP, "Good"), (CARE, "Outstanding"), (LEAVERS, RI)
    want = ("Support for care leavers’ emotional health.", "How soon permanence is agreed for children who stay with connected carers.")
    paras = prose(1, "family help"), prose(4, "fostering")
    blocks = (
        Heading("Inspection of Quernford local authority children’s services", 1),
        Para("Inspection dates: 11 to 22 May 2026"),
        Para("Lead inspector: Caspian Rowntree, His Majesty’s Inspector"),
        Para("Published: 6 July 2026"),
        judged(*rows),
        Para(
            "Children in Quernford are mostly well served. Overall, practice is good, and for children in care "
            "it is often better than that."
        ),
        Heading("What needs to improve?"),
        bullets(want),
        Heading(f"{HELP}: good"),
        *paras[0],
        Heading(f"{CARE}: outstanding"),
        *paras[1],
    )
    key = Key(
        framework="ilacs-2026",
        authority="Quernford",
        started=date(2026, 5, 11),
        ended=date(2026, 5, 22),
        published=date(2026, 7, 6),
        lead="Caspian Rowntree",
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*want),
        paragraphs=paragraphs_of(*paras[0], *paras[1]),
    )
    return Paper(title="Quernford", blocks=blocks, word_numbers=True), key


def ilacs_three_ways() -> Case:
    """Requires improvement printed in three ways in one table; an awkward name; flattened columns in the .txt; no lines."""
    rows = (LEADERS, "Requires Improvement to be good"), (HELP, "Requires improvement"), (CARE, RI), (LEAVERS, "Good"), (OVERALL, RI)
    want = (
        "Plans, so that they are clear about what must change and by when",
        "The use of genograms",
        "The standard of return home interviews",
    )
    blocks = (
        Heading("Inspection of Fenn and North East Wolding local authority children’s services", 1),
        Para("Inspection dates: 30 September to 11 October 2024"),
        Para("Lead inspector: Ms Isolde Vantongeren, His Majesty’s Inspector"),
        judged(*rows, flow="columns", ruled=False),
        Para("Too many plans for children drift. Where it is good, practice is very good."),
        Heading("What needs to improve?"),
        bullets(want, ""),
        Heading(f"{HELP}: requires improvement to be good"),
        Para("Decisions in the hub are made by people who know their area. Strategy meetings are late for some children."),
    )
    key = Key(
        framework="ilacs-2023",
        authority="Fenn and North East Wolding",
        started=date(2024, 9, 30),
        ended=date(2024, 10, 11),
        lead=("Isolde Vantongeren", "Ms Isolde Vantongeren"),
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*want),
    )
    return Paper(title="Fenn", blocks=blocks), key


CASES = {
    "sif-2013": sif,
    "ilacs-2018": ilacs_2018,
    "ilacs-2023": ilacs_2023,
    "ilacs-2026": ilacs_2026,
    "ilacs-three-ways": ilacs_three_ways,
}
