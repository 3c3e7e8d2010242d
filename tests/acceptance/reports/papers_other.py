"""Inspections by others, and papers that look awkward: no list, prose that only talks of findings, odd names and dates."""

from datetime import date

from tests.acceptance.reports.key import ANY, AREA, RECOMMENDATION, Found, Grade, Key
from tests.acceptance.reports.paper import (
    DOT,
    SYMBOL_DOT,
    Bullets,
    Contents,
    Entry,
    Heading,
    PageBreak,
    Paper,
    Para,
    Table,
    bullets,
    entries,
)
from tests.acceptance.reports.papers_ilacs import BOTH, CARE, HELP, LEADERS, LEAVERS, OVERALL, RI, areas, grade, judged

Case = tuple[Paper, Key]

STATEMENTS = (
    ("Assessing needs", 2),
    ("Supporting people to live healthier lives", 3),
    ("Equity in experience and outcomes", 2),
    ("Care provision, integration and continuity", 3),
    ("Partnerships and communities", 3),
    ("Safe systems, pathways and transitions", 2),
    ("Safeguarding", 1),
    ("Governance, management and sustainability", 3),
    ("Learning, improvement and innovation", 4),
)


def adult_social_care() -> Case:
    """Nine scores and a rating; a table that says what the scores mean."""
    words = {
        1: "Evidence shows significant shortfalls",
        2: "Evidence shows some shortfalls",
        3: "Evidence shows a good standard",
        4: "Evidence shows an exceptional standard",
    }
    blocks = (
        Heading("Brackenford Council: local authority assessment", 1),
        Para("Published: 18 July 2025"),
        Para(
            "Care Quality Commission assessment of how the council meets its duties under Part 1 of the Care Act "
            "2014. On-site: 3 to 5 March 2025."
        ),
        Heading("Overall rating"),
        Para("Requires improvement", bold=True),
        Heading("Quality statement scores"),
        Table((("Quality statement", "Score"), *((name, str(score)) for name, score in STATEMENTS)), shares=(4, 1)),
        Heading("How scores are explained", 3),
        Table((("Score", "Meaning"), *((str(score), meaning) for score, meaning in sorted(words.items()))), shares=(1, 4)),
        Heading("Summary of people’s experiences"),
        Para(
            "People who wait for an assessment are told how long it will be. Safe practice is not the same in "
            "every team. Staff said that good leaders listen."
        ),
    )
    scores = tuple(Grade(name, f"score_{score}", score) for name, score in STATEMENTS)
    key = Key(
        framework="cqc-asc",
        authority=("Brackenford", "Brackenford Council"),
        started=(None, date(2025, 3, 3)),
        ended=(None, date(2025, 3, 5)),
        published=date(2025, 7, 18),
        grades=(*scores, Grade("Overall rating", "requires_improvement")),
    )
    return Paper(title="Assessment", blocks=blocks), key


DOMAINS = (
    ("Organisational delivery", "", ""),
    ("Governance and leadership", "Good", "2"),
    ("Staff", "Outstanding", "3"),
    ("Partnerships and services", "Requires improvement", "1"),
    ("Court disposals", "", ""),
    ("Assessing", "Good", "2"),
    ("Planning", "Inadequate", "0"),
)


def youth_justice() -> Case:
    """A table of standards rated in three domains with an overall score; recommendations to two bodies, numbered."""
    board = ("review whether the board hears from children often enough", "set out how health partners will fill the vacant posts.")
    police = ("ensure that out-of-court disposals are decided together with the service.",)
    blocks = (
        Heading("An inspection of youth justice services in Fallowmere", 1),
        Para("HM Inspectorate of Probation, March 2024"),
        PageBreak(),
        Contents((("Foreword", 3), ("Ratings", 4), ("Recommendations", 5), ("1. Organisational delivery", 7))),
        PageBreak(),
        Heading("Ratings"),
        Para("Fieldwork started November 2023"),
        Para("Score 22/36"),
        Para("Overall rating: Good"),
        Table((("Standard", "Rating", "Score"), *DOMAINS), shares=(4, 3, 1)),
        Heading("Recommendations"),
        Para("The Fallowmere Youth Justice Management Board should:", bold=True),
        Bullets(entries(board), numbered=True),
        Para("Fallowmere Police should:", bold=True),
        Bullets(entries(police), numbered=True),
        Heading("1. Organisational delivery"),
        Para("The service has a clear vision. We rated staff outstanding because they are skilled and stay."),
    )
    rated = tuple(Grade(name, rating.casefold().replace(" ", "_"), int(score)) for name, rating, score in DOMAINS if rating)
    bodies = ("Fallowmere Youth Justice Management Board",), ("Fallowmere Police",)
    key = Key(
        framework="other",
        authority="Fallowmere",
        started=None,
        ended=None,
        published=None,
        grades=(*(Grade(one.area, one.grade) for one in rated), Grade("Overall rating", "good")),
        findings=(
            *(Found(RECOMMENDATION, text, None, bodies[0]) for text in board),
            *(Found(RECOMMENDATION, text, None, bodies[1]) for text in police),
        ),
    )
    return Paper(title="Youth justice", blocks=blocks, word_lists=False), key


def heading_without_list() -> Case:
    """The heading is there and no list; the next heading follows at once. Dates in figures with "St" in the name."""
    rows = (LEADERS, "Outstanding"), (HELP, "Good"), (CARE, "Outstanding"), (LEAVERS, "Outstanding"), (OVERALL, "Outstanding")
    blocks = (
        Heading("Inspection of St Aldates local authority children’s services", 1),
        Para("Inspection dates: 24 – 28 June 2024"),
        Para("Lead inspector: Marigold Tempest, His Majesty’s Inspector"),
        judged(*rows),
        Para("Children in St Aldates are helped well and soon."),
        Heading("What needs to improve?"),
        Heading(f"{HELP}: good"),
        Para("Families get help from people whom they trust."),
        bullets(("The family hubs are open in the evening.", "Parents run two of them."), DOT),
    )
    key = Key(
        framework="ilacs-2023",
        authority="St Aldates",
        started=date(2024, 6, 24),
        ended=date(2024, 6, 28),
        lead="Marigold Tempest",
        doubt="needs to improve",
        grades=tuple(grade(*row) for row in rows),
    )
    return Paper(title="St Aldates", blocks=blocks), key


def prose_only() -> Case:
    """A good report whose prose says areas for improvement and requires improvement, with a short list and an Annex on the scale."""
    rows = (
        (LEADERS, "Good"),
        (HELP, "Good"),
        (BOTH, "Good"),
        (OVERALL, "Good"),
    )
    want = ("The timeliness of initial health assessments.",)
    blocks = (
        Heading("Royal Borough of Marlhaven", 1),
        Heading("Inspection of children’s social care services"),
        Para("Inspection dates: 29 November 2021 to 10 December 2021"),
        Para("Lead inspector: Peregrine Oakes, Her Majesty’s Inspector"),
        judged(*rows, flow="row"),
        Para("Areas for improvement from 2017 were taken seriously. Practice that requires improvement is found and put right."),
        Para("What needs to improve is known to leaders, who wrote it in their self-evaluation."),
        Heading("What needs to improve"),
        bullets(want, SYMBOL_DOT),
        Heading(f"{HELP}: good"),
        Para(
            "Audits grade work as outstanding, good, requires improvement or inadequate. Of 50 audits, 3 were "
            "inadequate: managers went back to each one."
        ),
        Para("Areas for improvement", bold=True),
        Para("were once many; they are few now, and the board hears of them every quarter."),
        Heading(f"{BOTH}: good"),
        Para("Children in care are safe."),
        Heading("Annex: the grades", 2),
        Table(
            (
                ("Grade", "Meaning"),
                ("Outstanding", "Children’s lives are much better"),
                ("Good", "Children are helped"),
                (RI, "Not yet good"),
                ("Inadequate", "Children are let down"),
            )
        ),
    )
    key = Key(
        framework="ilacs-2018",
        authority=("Marlhaven", "Royal Borough of Marlhaven"),
        started=date(2021, 11, 29),
        ended=date(2021, 12, 10),
        lead="Peregrine Oakes",
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*want),
    )
    return Paper(title="Marlhaven", blocks=blocks), key


def cover_against_feet() -> Case:
    """Cover and page feet give other dates: either may be kept or none, and a problem says so."""
    rows = (LEADERS, "Inadequate"), (HELP, "Inadequate"), (CARE, RI), (LEAVERS, RI), (OVERALL, "Inadequate")
    want = (
        "The stability of the senior leadership team",
        "Multi-agency strategy discussions, so that they are held when they are needed and well-attended by "
        "those who hold information about the child and the child’s family, and so that safety planning "
        "starts at once.",
    )
    blocks = (
        Heading("Inspection of Wick and Harborne local authority children’s services", 1),
        Para("Inspection dates: 13 to 24 January 2025"),
        Para("Lead inspector: Sir Barnaby Winterbourne OBE, His Majesty’s Inspector"),
        judged(*rows),
        Para("Serious weakness in leadership leaves children at risk. " * 30),
        Heading("What needs to improve?"),
        Bullets(tuple(Entry(text=text) for text in want)),
        Heading(f"{HELP}: inadequate"),
        Para("Children wait for help. " * 40),
    )
    key = Key(
        framework="ilacs-2023",
        authority="Wick and Harborne",
        started=(None, date(2025, 1, 13)),
        ended=(None, date(2025, 1, 24)),
        lead=("Barnaby Winterbourne", "Sir Barnaby Winterbourne", "Sir Barnaby Winterbourne OBE"),
        doubt="date",
        doubt_in=("pdf", "txt"),
        grades=tuple(grade(*row) for row in rows),
        findings=tuple(Found(AREA, text, ANY) for text in want),
    )
    return Paper(
        title="Wick",
        blocks=blocks,
        footer=("Inspection of Wick and Harborne local authority children’s services", "20 to 31 January 2025"),
        page_lines=24,
    ), key


CASES = {
    "cqc-adult-social-care": adult_social_care,
    "hmip-youth-justice": youth_justice,
    "heading-without-list": heading_without_list,
    "prose-only": prose_only,
    "cover-against-feet": cover_against_feet,
}
