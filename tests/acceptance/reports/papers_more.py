"""More shapes: numbered areas with two addressees, a board's list of times, columns, figures for dates, a page not found."""

from datetime import date

from tests.acceptance.reports.key import ANY, AREA, RECOMMENDATION, Found, Key, paragraphs_of
from tests.acceptance.reports.paper import DOT, SQUARE, Beside, Bullets, Entry, Heading, Paper, Para, Table, bullets, entries, numbered
from tests.acceptance.reports.papers_ilacs import BOTH, CARE, HELP, LEADERS, LEAVERS, OVERALL, RI, areas, grade, judged

Case = tuple[Paper, Key]


def numbered_areas() -> Case:
    """Single inspection whose areas are numbered lists in two sections: what the authority, then what the board should do."""
    authority = (
        "Raise the quality of plans, so that each says what will change and by when.",
        "Make sure that children who are privately fostered are visited in line with regulations.",
        "Tell care leavers what they are entitled to.",
    )
    board = ("Test how well the early help offer works in each district.", "Publish the threshold document on the board’s site.")
    paras = numbered(
        1,
        "Most contacts are dealt with on the day.",
        "Agency staff make up a third of the workforce.",
        "Turnover has slowed since the spring.",
    )
    rows = (
        ("Children who need help and protection", "Requires improvement"),
        ("Children looked after and achieving permanence", "Requires improvement"),
        ("Adoption performance", "Requires improvement"),
        ("Experiences and progress of care leavers", "Good"),
        ("Leadership, management and governance", "Requires improvement"),
    )
    blocks = (
        Heading("City of Durnholme", 1),
        Heading("Inspection of services for children in need of help and protection, children looked after and care leavers"),
        Heading("and Review of the effectiveness of the Local Safeguarding Children Board", 3, "1"),
        Para("Inspection date: 18 April 2016 – 12 May 2016"),
        Para("Report published: 4 July 2016"),
        Para("Children’s services in Durnholme require improvement to be good", bold=True),
        Table(rows, header=False, flow="row", shares=(3, 2)),
        Heading("Recommendations"),
        Para("The local authority should:", bold=True),
        Bullets(entries(authority), numbered=True),
        Para("The Local Safeguarding Children Board should:", bold=True),
        Bullets(entries(board), numbered=True),
        Heading("Inspection findings"),
        *paras,
        Heading("Information about this inspection"),
        Para("The inspection team:"),
        Para("Lead inspector: Sabina Copplestone HMI"),
        Para("Deputy lead inspector: Orlando Pike HMI"),
    )
    key = Key(
        framework="sif-2013",
        authority=("City of Durnholme", "Durnholme"),
        started=date(2016, 4, 18),
        ended=date(2016, 5, 12),
        published=date(2016, 7, 4),
        lead="Sabina Copplestone",
        grades=(*(grade(*row) for row in rows), grade(OVERALL, "Requires improvement")),
        findings=(
            *(Found(RECOMMENDATION, text, None, ("local authority",)) for text in authority),
            *(Found(RECOMMENDATION, text, None, ("Local Safeguarding Children Board",)) for text in board),
        ),
        paragraphs=paragraphs_of(*paras),
    )
    return Paper(title="Durnholme", blocks=blocks, word_lists=False), key


def police_times() -> Case:
    """A child protection inspection of a police force: recommendations at once, in three and in six months; no grades."""
    now = (
        "act to improve how officers record what children say and how they behave",
        "review how it deals with children who are held in custody overnight",
    )
    three = ("make sure that staff in the control room know how to spot a child at risk",)
    six = ("improve how it shares information on registered sex offenders",)
    blocks = (
        Heading("National child protection inspection", 1),
        Heading("Tarnshire Police"),
        Para("His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)"),
        Para("Inspection dates: 6 to 17 February 2023"),
        Para("Published on: 21 June 2023"),
        Heading("Findings"),
        Para(
            "Cases are assessed as good, requires improvement or inadequate. Of 70 cases, 21 were good, 30 "
            "required improvement and 19 were inadequate."
        ),
        Heading("Recommendations"),
        Para("Immediately, we recommend that Tarnshire Police should:"),
        bullets(now, DOT),
        Para("Within three months, we recommend that Tarnshire Police should:"),
        bullets(three, DOT),
        Para("Within six months, we recommend that Tarnshire Police should:"),
        bullets(six, DOT),
        Heading("Next steps"),
        Para("Within six weeks of publication, the force should tell us what it has done."),
    )
    times = (now, "immediately"), (three, "within_3_months"), (six, "within_6_months")
    key = Key(
        framework="other",
        authority=(None, "Tarnshire", "Tarnshire Police"),
        started=date(2023, 2, 6),
        ended=date(2023, 2, 17),
        published=date(2023, 6, 21),
        findings=tuple(Found(RECOMMENDATION, text, when, ("Tarnshire Police",)) for texts, when in times for text in texts),
    )
    return Paper(title="Tarnshire Police", blocks=blocks), key


def tagged_areas() -> Case:
    """Areas that carry a reference to the national framework, as from 2025; page feet without the page's number."""
    want = (
        "The timeliness of permanence decisions. (outcome 2, national framework)",
        "The help for families before they reach a crisis. (outcome 1, national framework)",
        "The stability of the workforce and of its managers. (enabler 3, national framework)",
    )
    rows = (LEADERS, "Good"), (HELP, "Good"), (CARE, RI), (LEAVERS, "Good"), (OVERALL, "Good")
    blocks = (
        Heading("Inspection of Penrose and the Moors local authority children’s services", 1),
        Para("Inspection dates: 24 March to 4 April 2025"),
        Para("Lead inspector: Aurelia Hodge, His Majesty’s Inspector"),
        judged(*rows, flow="wrapped"),
        Para("Penrose and the Moors became an authority in 2023. This is its first inspection."),
        Heading("What needs to improve?", 2, "1"),
        bullets(want, SQUARE),
        Heading(f"{HELP}: good"),
        Para("Children get help soon."),
    )
    key = Key(
        framework="ilacs-2023",
        authority="Penrose and the Moors",
        started=date(2025, 3, 24),
        ended=date(2025, 4, 4),
        lead="Aurelia Hodge",
        grades=tuple(grade(*row) for row in rows),
        findings=areas(*want),
    )
    return Paper(title="Penrose", blocks=blocks, header="Inspection of Penrose and the Moors local authority children’s services"), key


def short_report() -> Case:
    """A short inspection with the grades first in capitals and dates in figures; strengths and areas side by side."""
    rows = (OVERALL, "Good"), (LEADERS, "Good"), (HELP, "Requires improvement to be good"), (BOTH, "Outstanding")
    want = ("Written plans for children in need", "Support for kinship carers")
    blocks = (
        Heading("Linnet Bay", 1),
        Heading("Inspection of children’s social care services"),
        Para("Inspection dates: 09/09/2019 – 20/09/2019"),
        Para("Lead inspector: Mrs Cordelia Swift HMI"),
        judged(*rows),
        Heading("What is working well and who says so"),
        Beside(("Parents like the hubs.", "Staff stay."), ("Foster carers are thanked.", "The virtual school is strong.")),
        Heading("What needs to improve"),
        Bullets(tuple(Entry(text=text) for text in want), DOT),
        Heading(f"{HELP}: requires improvement to be good"),
        Para("Some plans are too long to be of use to families."),
    )
    key = Key(
        framework="ilacs-2018",
        authority="Linnet Bay",
        started=date(2019, 9, 9),
        ended=date(2019, 9, 20),
        lead=("Cordelia Swift", "Mrs Cordelia Swift"),
        grades=tuple(grade(*row) for row in rows),
        findings=tuple(Found(AREA, text, ANY) for text in want),
    )
    return Paper(title="Linnet Bay", blocks=blocks), key


def not_found() -> Case:
    """A web page that says that the report is not there, saved as if it were the report."""
    blocks = (
        Heading("Report not found", 1),
        Para("Sorry, we could not find the inspection report that you asked for. It may have been moved."),
        bullets(("Find an inspection report", "Contact Ofsted", "Terms and conditions"), DOT),
    )
    return Paper(title="Report not found", blocks=blocks), Key(none_at_all=True)


CASES = {
    "sif-numbered-areas": numbered_areas,
    "police-times": police_times,
    "ilacs-tagged": tagged_areas,
    "ilacs-short": short_report,
    "no-report-page-not-found": not_found,
}
