"""Boxes above the actions, headers said again, two levels of heading columns, and the very short plan."""

from tests.acceptance.plans.key import Has, Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Cell, Heading, Table, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, GREEN, RED, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def _box(rec: str, outcome: str, *rows: tuple[str | Cell, ...]) -> Table:
    return table(
        (c("**Recommendation**"), c(rec, across=4)),
        (c("**Outcome**"), c(outcome, across=4)),
        ("**Action**", "**Lead**", "**Timescale**", "**Progress**", "**RAG**"),
        *rows,
        headers=0,
        widths=(8, 5, 4, 7, 3),
    )


def boxed_items() -> Shape:
    """One table a recommendation: its words and outcome in boxes at the top, then the header, then the actions."""
    recs = (
        "1. Improve the quality of support for children placed with relatives.",
        "2. Improve the timeliness of initial health assessments.",
    )
    outs = ("Relatives feel able to care for children for as long as is needed.", "Children’s health needs are known within 20 days.")
    acts = (
        "Set up a kinship support team.",
        "Offer kinship carers the foster carers’ training.",
        "Book clinics on the day a child enters care.",
    )
    one = _box(
        recs[0],
        outs[0],
        (acts[0], "Head of Kinship and Fostering", "Sept 2026", "Business case agreed.", "Amber"),
        (acts[1], "Training Officer", "April 2026", "Open to all.", "Green"),
    )
    two = _box(recs[1], outs[1], (acts[2], "Named Nurse", "by end March 2026", "", "Red"))
    key = Key(
        items=(
            item(
                OneOf(recs[0], recs[0][3:]),
                act(acts[0], leads=["Head of Kinship and Fostering"], due=["2026-09"], progress=1, rating="Amber"),
                act(acts[1], leads=["Training Officer"], due=["2026-04"], rating="Green"),
                number="1",
                outcomes=[outs[0]],
            ),
            item(
                OneOf(recs[1], recs[1][3:]),
                act(acts[2], leads=["Named Nurse"], due=["2026-03-31"], progress=0, rating="Red"),
                number="2",
                outcomes=[outs[1]],
            ),
        ),
    )
    return Shape(name="boxed_items", paper=paper(Heading("ILACS action plan"), one, Text(""), two), key=key, formats=USUAL)


def header_again() -> Shape:
    """A title row across the table, the header, and the header again as a row in the middle, as pages pasted together have it."""
    columns = ("Ref", "Recommendation", "Action", "Lead", "Date", "Status")
    recs = ("Commission a review of thresholds.", "Improve the use of the escalation policy.")
    acts = ("Ask a neighbouring authority to review 50 cases.", "Publish the findings.", "Brief all designated safeguarding leads.")
    body = table(
        (c("Partnership action plan 2026", across=6),),
        columns,
        ("1.1", c(recs[0], 2), acts[0], "Partnership Manager", "March 2026", "On track"),
        ("1.2", acts[1], "Partnership Manager", "May 2026", "Not due"),
        columns,
        ("2.1", recs[1], acts[2], "Education Safeguarding Lead", "30/04/2026", "On track"),
        headers=2,
        widths=(2, 7, 8, 5, 4, 4),
    )
    key = Key(
        items=(
            item(
                recs[0],
                act(acts[0], number="1.1", leads=["Partnership Manager"], due=["2026-03"], rating="On track"),
                act(acts[1], number="1.2", leads=["Partnership Manager"], due=["2026-05"], rating="Not due"),
            ),
            item(recs[1], act(acts[2], number="2.1", leads=["Education Safeguarding Lead"], due=["2026-04-30"], rating="On track")),
        ),
    )
    return Shape(name="header_again", paper=paper(body), key=key, formats=(*USUAL, "csv", "tabs"))


def what_who_when() -> Shape:
    """The shortest plan: three columns under a heading, and nothing else."""
    acts = ("Ring every family on the list", "Write up what they tell us", "Bring it to the June board")
    body = table(
        ("What", "Who", "When"),
        (acts[0], "Duty team", "by 13 March"),
        (acts[1], "Participation Worker", "April 2026"),
        (acts[2], "Service Manager", "June 2026"),
        widths=(8, 5, 4),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], leads=["Duty team"]),
                act(acts[1], leads=["Participation Worker"], due=["2026-04"]),
                act(acts[2], leads=["Service Manager"], due=["2026-06"]),
            ),
        ),
    )
    blocks = (Heading("Action plan: listening to families"), body)
    return Shape(name="what_who_when", paper=paper(*blocks), key=key, formats=(*USUAL, "tabs"))


def two_levels() -> Shape:
    """A priority column over a finding column, both merged; lead and support apart; status with words after the colour."""
    finds = ("Plans for permanence are late.", "Life story work is not done for all.")
    acts = ("Track permanence from the second review.", "Train link workers.", "Give each child a memory box.")
    body = table(
        ("Priority", "Inspection finding", "Ref", "What we will do", "Lead", "Support", "By", "Status"),
        (
            c("Permanence", 3),
            c(finds[0], 2),
            "P1.1",
            acts[0],
            "Permanence Manager",
            "Business Support",
            "31 Mar 2026",
            c("Green – on track", fill=GREEN),
        ),
        ("P1.2", acts[1], "Adoption Manager", "Regional adoption agency", "Jun 2026", c("Amber – some delay", fill=AMBER)),
        (finds[1], "P1.3", acts[2], "Fostering Manager", "Foster carers", "Dec 2026", c("Red – stalled", fill=RED)),
        widths=(4, 6, 2, 7, 5, 5, 4, 4),
    )
    green, amber, red = (
        OneOf(*pair) for pair in (("Green", "Green – on track"), ("Amber", "Amber – some delay"), ("Red", "Red – stalled"))
    )
    key = Key(
        items=(
            item(
                finds[0],
                act(acts[0], number="P1.1", leads=Has("Permanence Manager"), due=["2026-03-31"], rating=green),
                act(acts[1], number="P1.2", leads=Has("Adoption Manager"), due=["2026-06"], rating=amber),
            ),
            item(finds[1], act(acts[2], number="P1.3", leads=Has("Fostering Manager"), due=["2026-12"], rating=red)),
        ),
    )
    return Shape(name="two_levels", paper=paper(Heading("Permanence improvement plan"), body), key=key, formats=USUAL)


def number_column() -> Shape:
    """Item number, item words and source in merged columns; actions numbered 1, 2 afresh; notes under the table."""
    recs = ("Strengthen the corporate parenting panel.", "Widen the apprenticeship offer for care experienced people.")
    acts = (
        "Agree a new work programme.",
        "Invite two care leavers to join.",
        "Ring-fence ten apprenticeships.",
        "Pay travel in the first year.",
    )
    body = table(
        ("No", "Area for development", "Source", "Action no", "Action", "Responsible officer", "Target completion", "RAG"),
        (
            c("4", 2),
            c(recs[0], 2),
            c("Ofsted ¶18", 2),
            "1",
            acts[0],
            "Democratic Services Manager & Head of Corporate Parenting",
            "March 2026",
            c("", fill=GREEN),
        ),
        ("2", acts[1], "Participation Manager", "May 2026", c("", fill=AMBER)),
        (
            c("7", 2),
            c(recs[1], 2),
            c("Peer review", 2),
            "1",
            acts[2],
            "Director of HR, OD and Payroll",
            "September 2026",
            c("", fill=GREEN),
        ),
        ("2", acts[3], "Director of HR, OD and Payroll", "September 2026", c("", fill=RED)),
        widths=(1, 6, 4, 2, 8, 6, 4, 2),
    )
    green, amber, red = (Kept("fill", OneOf(name, letter)) for name, letter in (("Green", "G"), ("Amber", "A"), ("Red", "R")))
    hr = "Director of HR, OD and Payroll"
    legend = table(
        ("RAG", "Meaning"), (c("Green", fill=GREEN), "On track"), (c("Amber", fill=AMBER), "At risk"), (c("Red", fill=RED), "Late")
    )
    key = Key(
        items=(
            item(
                recs[0],
                act(
                    acts[0], number="1", leads=["Democratic Services Manager", "Head of Corporate Parenting"], due=["2026-03"], rating=green
                ),
                act(acts[1], number="2", leads=["Participation Manager"], due=["2026-05"], rating=amber),
                number="4",
            ),
            item(
                recs[1],
                act(acts[2], number="1", leads=[hr], due=["2026-09"], rating=green),
                act(acts[3], number="2", leads=[hr], due=["2026-09"], rating=red),
                number="7",
            ),
        ),
        status=("Green", "Amber", "Red"),
        glossary={"HR": "Human Resources", "OD": "Organisational Development"},
    )
    blocks = (
        Heading("Corporate parenting plan"),
        body,
        legend,
        Heading("Abbreviations", 2),
        Bullets(("HR – Human Resources", "OD – Organisational Development")),
    )
    return Shape(name="number_column", paper=paper(*blocks), key=key, formats=USUAL)


SHAPES = (boxed_items, header_again, what_who_when, two_levels, number_column)
