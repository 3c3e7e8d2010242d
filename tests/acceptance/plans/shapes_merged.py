"""Plans whose items stand in a merged column of one table."""

from datetime import date

from tests.acceptance.plans.key import Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Cell, Heading, Text, paper, table

RED, AMBER, GREEN, BLUE, GREY = "FF0000", "FFC000", "00B050", "0070C0", "BFBFBF"


def c(text: str, down: int = 1, across: int = 1, fill: str | None = None) -> Cell:
    return Cell(value=text, down=down, across=across, fill=fill)


def ilacs_merged() -> Shape:
    """ILACS plan: area for improvement in a merged column, numbers 1 and 1.1, words in a BRAG column, key as bullets below."""
    areas = (
        "The quality and timeliness of return home interviews, so that what children say informs their plans.",
        "The recording of management oversight – including the rationale for decisions – on children’s files.",
        "The sufficiency of local homes for children with complex needs.",
    )
    acts = (
        "Commission an independent provider to carry out return home interviews within 72 hours.",
        "Add a ‘what I said’ box to the plan template and train all social workers in its use.",
        "Publish a supervision policy that sets the frequency and content of management oversight.",
        "Audit 20 files each month against the policy and report the results to team managers.",
        "Agree a three-year sufficiency strategy with neighbouring authorities.",
        "Open two small homes for children in the north of the county.",
    )
    body = table(
        ("Ref", "Area for improvement", "No.", "Action", "Lead", "By when", "Progress", "BRAG"),
        (
            c("1", 2),
            c(areas[0], 2),
            "1.1",
            acts[0],
            "Service Manager, Contextual Safeguarding",
            "31/03/2026",
            "Tender closed; provider starts in April.",
            "Green",
        ),
        ("1.2", acts[1], "Principal Social Worker", "May 2026", "Template drafted.", "Amber"),
        (
            c("2", 2),
            c(areas[1], 2),
            "2.1",
            acts[2],
            "Head of Quality Assurance and Practice Improvement",
            "28 February 2026",
            "Policy published and briefings held.",
            "Blue",
        ),
        ("2.2", acts[3], "Head of Quality Assurance and Practice Improvement", "Monthly from March 2026", "", "Green"),
        (c("3", 2), c(areas[2], 2), "3.1", acts[4], "Assistant Director, Commissioning", "September 2026", "First draft shared.", "Amber"),
        ("3.2", acts[5], "Head of Residential Services", "31 December 2026", "Planning permission refused; appeal lodged.", "Red"),
        widths=(2, 8, 2, 10, 6, 5, 7, 3),
    )
    pa = "Head of Quality Assurance and Practice Improvement"
    key = Key(
        items=(
            item(
                areas[0],
                act(
                    acts[0],
                    number="1.1",
                    leads=["Service Manager, Contextual Safeguarding"],
                    due=["2026-03-31"],
                    rating="Green",
                    progress=1,
                    basis="printed",
                ),
                act(acts[1], number="1.2", leads=["Principal Social Worker"], due=["2026-05"], rating="Amber", progress=1),
                number="1",
            ),
            item(
                areas[1],
                act(acts[2], number="2.1", leads=[pa], due=["2026-02-28"], rating="Blue", progress=1),
                act(acts[3], number="2.2", leads=[pa], recurrence="monthly", rating="Green", progress=0),
                number="2",
            ),
            item(
                areas[2],
                act(acts[4], number="3.1", leads=["Assistant Director, Commissioning"], due=["2026-09"], rating="Amber"),
                act(acts[5], number="3.2", leads=["Head of Residential Services"], due=["2026-12-31"], rating="Red", progress=1),
                number="3",
            ),
        ),
        status=("Blue", "Red", "Amber", "Green"),
    )
    blocks = (
        Heading("Fenmoor County Council"),
        Heading("ILACS improvement plan 2025–2027", 2),
        Text("This plan answers the areas for improvement in the report published on 3 November 2025."),
        body,
        Heading("Key to BRAG", 2),
        Bullets(
            (
                "Blue – complete and embedded in practice",
                "Red – off track, needs the board’s attention",
                "Amber – some slippage, recovery in hand",
                "Green – on track",
            )
        ),
    )
    formats = ("docx", "xlsx", "html", "md", "pdf", "csv", "tabs", "aligned")
    return Shape(name="ilacs_merged", paper=paper(*blocks, footer="Improvement plan v4 | OFFICIAL"), key=key, formats=formats)


def asc_odd_columns() -> Shape:
    """Adult social care: title rows, odd column order and names, shading only, legend in a table, real dates."""
    what = ("People wait too long for a Care Act assessment.", "Carers do not know what support they can ask for.")
    acts = (
        "Clear the backlog of first assessments, longest waits first.",
        "Text people every four weeks while they wait.",
        "Write a carers’ offer in plain English with the carers’ forum.",
        "Offer every known carer a conversation once a year.",
    )
    body = table(
        ("", "Who", "What needs to improve", "What will we do", "How will we know", "Completion", "Where are we now"),
        (
            c("", fill=GREEN),
            "Head of Adult Locality Teams",
            c(what[0], 2),
            acts[0],
            "No one waits over 28 days",
            Cell(value=date(2026, 6, 30)),
            "112 waiting, down from 340",
        ),
        (
            c("", fill=AMBER),
            "Business Support Manager",
            acts[1],
            "Fewer repeat calls to the contact centre",
            Cell(value=date(2026, 3, 1), number_format="mmm-yy"),
            "Pilot with one team",
        ),
        (
            c("", fill=GREEN),
            "Carers Lead & Commissioning Officer",
            c(what[1], 2),
            acts[2],
            "Carers tell us that they know what is on offer",
            Cell(value=date(2026, 4, 17)),
            "Draft read by the forum",
        ),
        (
            c("", fill=RED),
            "Head of Adult Locality Teams",
            acts[3],
            "60% of carers say that they were listened to",
            Cell(value=date(2027, 3, 31)),
            "Not begun",
        ),
        widths=(1, 5, 7, 8, 7, 4, 6),
    )
    legend = table(
        ("Colour", "Meaning"),
        (c("", fill=RED), "Delayed, plan needed"),
        (c("", fill=AMBER), "Minor delay"),
        (c("", fill=GREEN), "On course"),
    )
    key = Key(
        items=(
            item(
                what[0],
                act(acts[0], leads=["Head of Adult Locality Teams"], due=["2026-06-30"], says=("112 waiting, down from 340",)),
                act(acts[1], leads=["Business Support Manager"], says=("Pilot with one team",)),
                success=("No one waits over 28 days", "Fewer repeat calls to the contact centre"),
            ),
            item(
                what[1],
                act(
                    acts[2],
                    leads=OneOf(["Carers Lead & Commissioning Officer"], ["Carers Lead", "Commissioning Officer"]),
                    due=["2026-04-17"],
                ),
                act(acts[3], leads=["Head of Adult Locality Teams"], due=["2027-03-31"], says=("Not begun",)),
            ),
        ),
    )
    blocks = (
        Text("**Wexcombe Borough Council – Adult Social Care**"),
        Text("CQC assessment improvement plan. Updated 12 January 2026."),
        body,
        Text("Legend"),
        legend,
    )
    return Shape(name="asc_odd_columns", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "pdf", "csv"))


def post_inspection_2010() -> Shape:
    """2009–12 style: underlined leads, lettered parts with lettered progress, by when and accountable to in one cell."""
    recs = (
        "Ensure that initial assessments are of a consistently good quality and are completed on time.",
        "Ensure that all looked after children have an up to date health assessment and dental check.",
    )
    first = "Improve the quality of initial assessments:"
    parts = {
        "a": "issue revised guidance to all duty teams",
        "b": "introduce weekly sampling of ten assessments by managers",
        "c": "report on timeliness to the senior management team",
    }
    acts = (
        "Train all duty social workers in analysis and in writing for families.",
        "Appoint a second designated nurse.",
        "Send a list of overdue health assessments to the health trust.",
    )
    leads = ("Head of Referral and Assessment", "Workforce Development Manager", "Designated Nurse", "Head of Care Planning")
    body = table(
        ("Recommendation", "Required outcome", "Action", "Lead", "By when / Accountable to", "Evidence of progress\nFebruary 2011", "RAG"),
        (
            c("1. " + recs[0], 2),
            c("Children are seen and their needs understood without delay.", 2),
            "1.1 " + first + "\n" + "\n".join(f"{letter}) {text}" for letter, text in parts.items()),
            f"__{leads[0]}__ / {leads[1]}",
            "March 2011\nSenior Management Team",
            "a) Guidance issued 14 January 2011.\nb) Sampling in place in two of three teams.\nc) First report made.",
            c("", fill=AMBER),
        ),
        ("1.2 " + acts[0], leads[1], "by end February 2012\nLSCB Training Sub-Group", "JT to insert course figures.", c("", fill=GREEN)),
        (
            c("2. " + recs[1], 2),
            c("Every child in care has their health needs met.", 2),
            "2.1 " + acts[1],
            f"{leads[2]}; __{leads[3]}__",
            "April 2011\nCorporate Parenting Board",
            "Job description enclosed.",
            "",
        ),
        ("2.2 " + acts[2], "", "Immediate then monthly\nCorporate Parenting Board", "", c("", fill=GREEN)),
        widths=(6, 6, 9, 6, 6, 8, 2),
    )
    key = Key(
        items=(
            item(
                recs[0],
                act(
                    OneOf(first, first + " " + " ".join(f"{k}) {v}" for k, v in parts.items())),
                    number="1.1",
                    parts=parts,
                    leads=[leads[0], leads[1]],
                    responsible=Kept("underline", leads[0]),
                    due=["2011-03"],
                    accountable=["Senior Management Team"],
                    progress=3,
                ),
                act(
                    acts[0],
                    number="1.2",
                    leads=[leads[1]],
                    due=["2012-02-29"],
                    accountable=["LSCB Training Sub-Group"],
                    says=("JT to insert course figures",),
                ),
                number="1",
                outcomes=["Children are seen and their needs understood without delay."],
            ),
            item(
                recs[1],
                act(
                    acts[1],
                    number="2.1",
                    leads=[leads[2], leads[3]],
                    responsible=Kept("underline", leads[3]),
                    due=["2011-04"],
                    accountable=["Corporate Parenting Board"],
                    says=("Job description enclosed",),
                    rating=None,
                ),
                act(acts[2], number="2.2", due=[], recurrence="monthly", accountable=["Corporate Parenting Board"], progress=0),
                number="2",
                outcomes=["Every child in care has their health needs met."],
            ),
        ),
        glossary={"LSCB": "Local Safeguarding Children Board", "IRO": "Independent Reviewing Officer"},
        boards={"Local Safeguarding Children Board": OneOf("bi-monthly", "every two months"), "Corporate Parenting Board": "quarterly"},
    )
    blocks = (
        Heading("Marlhythe Metropolitan Borough: post-inspection action plan"),
        Text("Where an action has more than one lead, the responsible lead is underlined."),
        Heading("Monitoring arrangements", 2),
        Bullets(
            (
                "The Local Safeguarding Children Board will monitor the plan bi-monthly.",
                "The Corporate Parenting Board will receive a report quarterly.",
            )
        ),
        Heading("Section 1: Safeguarding and looked after children", 2),
        body,
        Heading("Glossary", 2),
        table(("Acronym", "Meaning"), ("LSCB", "Local Safeguarding Children Board"), ("IRO", "Independent Reviewing Officer")),
    )
    return Shape(name="post_inspection_2010", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "md", "pdf", "aligned"))


def how_when_success() -> Shape:
    """Several how / when / success rows under one what; two-row header; no numbers."""
    whats = ("Children’s plans are specific and written with families.", "Supervision is regular, reflective and recorded.")
    hows = (
        "Run family-led planning workshops for each team.",
        "Replace the plan template.",
        "Hold a monthly plan surgery.",
        "Set supervision dates for the year in every diary.",
        "Record supervision on the child’s file within five days.",
    )
    success = (
        "80% of families say the plan makes sense",
        "All new plans on the template",
        "Plans graded good rise from 35% to 60%",
        "95% of supervision held",
        "90% of records in time",
    )
    body = table(
        (c("What", 2), c("Delivery", across=3), c("Success", 2)),
        ("How", "When", "Delivery lead"),
        (c(whats[0], 3), hows[0], "Summer term 2026", "Practice Lead", success[0]),
        (hows[1], "31.03.26", "Systems Manager", success[1]),
        (hows[2], "March–June 2026, then quarterly", "Practice Lead", success[2]),
        (c(whats[1], 2), hows[3], "ASAP", "All service managers", success[3]),
        (hows[4], "Q2 2025/26", "All service managers", success[4]),
        headers=2,
        widths=(6, 8, 5, 5, 7),
    )
    key = Key(
        items=(
            item(
                whats[0],
                act(hows[0], leads=["Practice Lead"], due=[]),
                act(hows[1], leads=["Systems Manager"], due=["2026-03-31"], recurrence=None),
                act(hows[2], leads=["Practice Lead"], due=["2026-03", "2026-06"], recurrence="quarterly"),
                success=success[:3],
            ),
            item(
                whats[1],
                act(hows[3], leads=["All service managers"], due=[]),
                act(hows[4], leads=["All service managers"], due=["2025-09"]),
                success=success[3:],
            ),
        ),
    )
    blocks = (Heading("Torrhaven Council – children’s improvement plan"), Heading("Workstream 2: Practice", 2), body)
    return Shape(name="how_when_success", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "md", "pdf", "csv"))


SHAPES = (ilacs_merged, asc_odd_columns, post_inspection_2010, how_when_success)
