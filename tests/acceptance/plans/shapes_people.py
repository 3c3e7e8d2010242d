"""Plans that differ in how they say who."""

from tests.acceptance.plans.key import Has, Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

WITHOUT_CSV = ("docx", "xlsx", "html", "md", "pdf")


def youth_justice_initials() -> Shape:
    """Youth justice: initials with a key, 1a numbering in the item's row, quarter columns of progress."""
    items = ("Assessments do not take enough account of children’s safety.", "Volunteers are not supervised.")
    acts = (
        "Train all case managers in safety planning.",
        "Countersign every assessment for six months.",
        "Set a supervision timetable for volunteers.",
    )
    body = table(
        ("HMIP recommendation", "Ref", "Action", "Lead", "Date", "Q1 progress", "Q2 progress", "Q3 progress", "Q4 progress"),
        (c("1. " + items[0], 2), "1a", acts[0], "KO", "June 2026", "Course booked", "14 of 15 trained", "", ""),
        ("1b", acts[1], "KO/RB", "Sept 2026", "Begun", "92% countersigned", "", ""),
        (c("2. " + items[1]), "2a", acts[2], "SV", "May 2026", "Timetable agreed", "", "", ""),
        widths=(6, 2, 7, 3, 4, 5, 5, 3, 3),
    )
    names = table(
        ("Initials", "Name and post"),
        ("KO", "Kit Orwell, Head of Youth Justice"),
        ("RB", "Rosa Benbow, Practice Manager"),
        ("SV", "Sunil Varde, Volunteer Coordinator"),
    )
    ko, rb, sv = (
        OneOf(short, long, long.partition(",")[0], long.partition(", ")[2])
        for short, long in (
            ("KO", "Kit Orwell, Head of Youth Justice"),
            ("RB", "Rosa Benbow, Practice Manager"),
            ("SV", "Sunil Varde, Volunteer Coordinator"),
        )
    )
    key = Key(
        items=(
            item(
                items[0],
                act(acts[0], number="1a", leads=[ko], due=["2026-06"], says=("Course booked", "14 of 15 trained")),
                act(acts[1], number="1b", leads=[ko, rb], responsible=None, due=["2026-09"], says=("Begun", "92% countersigned")),
                number="1",
            ),
            item(items[1], act(acts[2], number="2a", leads=[sv], due=["2026-05"], progress=1), number="2"),
        ),
    )
    blocks = (Heading("Youth justice improvement plan 2026–27"), body, Heading("Leads", 2), names)
    return Shape(name="youth_justice_initials", paper=paper(*blocks), key=key, formats=WITHOUT_CSV)


def names_and_posts() -> Shape:
    """People named with posts in brackets, several by line, comma, semicolon and "and"; "(lead)" says who answers."""
    acts = (
        "Agree thresholds with schools.",
        "Re-launch the family hub offer.",
        "Audit closed early help cases.",
        "Brief all head teachers.",
    )
    body = table(
        ("No", "Action", "Responsible officer(s)", "Target date", "Position statement"),
        ("1", acts[0], "Maya Fenn (Head of Early Help)", "30 June 2026", "Two of three clusters agreed."),
        ("2", acts[1], "Maya Fenn (Head of Early Help)\nOwen Pryce (Public Health Principal)", "July 2026", ""),
        ("3", acts[2], "Quality Assurance Manager (lead); Early Help Team Manager", "May 2026", ""),
        ("4", acts[3], "Director of Education and Skills, Head of Safeguarding & Reviewing", "April 2026", "Dates in diaries."),
        widths=(1, 8, 8, 4, 7),
    )
    fenn = OneOf("Maya Fenn (Head of Early Help)", "Maya Fenn")
    key = Key(
        items=(
            item(
                "Families get help early",
                act(acts[0], number="1", leads=[fenn], due=["2026-06-30"], progress=1),
                act(acts[1], number="2", leads=[fenn, OneOf("Owen Pryce (Public Health Principal)", "Owen Pryce")], responsible=None),
                act(
                    acts[2],
                    number="3",
                    leads=["Quality Assurance Manager", "Early Help Team Manager"],
                    responsible="Quality Assurance Manager",
                ),
                act(acts[3], number="4", leads=["Director of Education and Skills", "Head of Safeguarding & Reviewing"], due=["2026-04"]),
            ),
        ),
    )
    blocks = (Heading("Early help improvement plan"), Heading("Families get help early", 2), body)
    return Shape(name="names_and_posts", paper=paper(*blocks), key=key)


def bold_lead() -> Shape:
    """The lead in bold, as the plan's first lines say; numbered recommendations in their own column, unmerged blanks below."""
    recs = ("Improve the quality of care plans.", "Improve placement stability.")
    acts = ("Set a standard for care plans.", "Coach reviewing officers.", "Hold stability meetings early.")
    body = table(
        ("Recommendation", "Actions to achieve it", "Leads", "Finish date", "RAG"),
        ("R1 " + recs[0], acts[0], "**Head of Care Planning**, Principal Social Worker", "May 2026", "Red"),
        ("", acts[1], "Principal Social Worker, **IRO Manager**", "June 2026", "Amber"),
        ("R2 " + recs[1], acts[2], "Placements Manager", "July 2026", "Green"),
        widths=(7, 8, 8, 4, 3),
    )
    key = Key(
        items=(
            item(
                recs[0],
                act(
                    acts[0],
                    leads=["Head of Care Planning", "Principal Social Worker"],
                    responsible=Kept("bold", "Head of Care Planning"),
                    due=["2026-05"],
                    rating="Red",
                ),
                act(acts[1], leads=["Principal Social Worker", "IRO Manager"], responsible=Kept("bold", "IRO Manager"), rating="Amber"),
                number=OneOf("R1", "1"),
            ),
            item(recs[1], act(acts[2], leads=["Placements Manager"], due=["2026-07"], rating="Green"), number=OneOf("R2", "2")),
        ),
    )
    blocks = (Heading("Care planning action plan"), Text("The accountable lead for each action is shown in bold."), body)
    return Shape(name="bold_lead", paper=paper(*blocks), key=key, formats=(*WITHOUT_CSV, "csv", "tabs"))


def bodies_as_leads() -> Shape:
    """Bodies and boards as leads, two agencies by slash; first named answers, the plan says; monitoring prose and a table."""
    acts = ("Share data on exclusions each half term.", "Agree a joint funding protocol.", "Publish a shared risk assessment.")
    body = table(
        ("Ref.", "Key action", "Responsible body", "By when", "Current position", "Confidence"),
        ("A1", acts[0], "Schools’ Forum / Local Authority", "Spring term 2026", "First data shared", "High"),
        ("A2", acts[1], "Integrated Care Board / Local Authority", "31 May 2026", "Draft with lawyers", "Medium"),
        ("A3", acts[2], "Community Safety Partnership", "August 2026", "", "Low"),
        widths=(2, 8, 7, 4, 6, 4),
    )
    key = Key(
        items=(
            item(
                OneOf("Priority A: Working together", "Working together"),
                act(acts[0], number="A1", leads=["Schools’ Forum", "Local Authority"], responsible=OneOf("Schools’ Forum", None), due=[]),
                act(
                    acts[1],
                    number="A2",
                    leads=["Integrated Care Board", "Local Authority"],
                    due=["2026-05-31"],
                    says=("Draft with lawyers",),
                ),
                act(acts[2], number="A3", leads=["Community Safety Partnership"], due=["2026-08"], progress=0),
            ),
        ),
        boards={
            "Improvement Board": "monthly",
            "Cabinet": OneOf("six-monthly", "half-yearly", "every six months"),
            "Scrutiny": "quarterly",
        },
    )
    blocks = (
        Heading("Partnership plan"),
        Text("Where more than one body is named, the first named is responsible."),
        Heading("Priority A: Working together", 2),
        body,
        Heading("Governance and monitoring", 2),
        table(
            ("Forum", "How often", "What it does"),
            ("Improvement Board", "Monthly", "Progress and exceptions"),
            ("Cabinet", "Every six months", "Approves changes"),
            ("Children’s Scrutiny Committee", "Quarterly", "Challenge"),
        ),
    )
    return Shape(name="bodies_as_leads", paper=paper(*blocks), key=key, formats=WITHOUT_CSV)


def so_what_letters() -> Shape:
    """Letters R A G C with a key, "So what?", accountable officer beside delivery lead, "Where are we now?"."""
    acts = ("Screen every contact within a working day.", "Write to every referrer with the outcome.", "Map step-down routes.")
    body = table(
        ("Finding", "#", "What we will do", "Delivery lead", "SRO", "When", "So what?", "Where are we now?", "R/A/G/C"),
        (
            c("Contacts are not always screened in time.", 2),
            "1",
            acts[0],
            "Front Door Manager",
            "DCS",
            "Feb-26",
            "Children are safe sooner",
            "86% in time",
            "A",
        ),
        ("2", acts[1], "Front Door Manager", "DCS", "Mar-26", "Referrers know what happened", "Letters drafted", "G"),
        (
            "Step down is unclear to families.",
            "3",
            acts[2],
            "Early Help Manager",
            "AD Early Help",
            "01/05/26",
            "No family falls between services",
            "Done",
            "C",
        ),
        widths=(6, 1, 7, 4, 4, 3, 5, 5, 2),
    )
    key = Key(
        items=(
            item(
                "Contacts are not always screened in time.",
                act(
                    acts[0], number="1", leads=Has("Front Door Manager"), due=["2026-02"], rating=OneOf("A", "Amber"), says=("86% in time",)
                ),
                act(acts[1], number="2", leads=Has("Front Door Manager"), due=["2026-03"], rating=OneOf("G", "Green")),
                success=("Children are safe sooner", "Referrers know what happened"),
            ),
            item(
                "Step down is unclear to families.",
                act(acts[2], number="3", leads=Has("Early Help Manager"), due=["2026-05-01"], rating=OneOf("C", "Complete")),
                success=("No family falls between services",),
            ),
        ),
    )
    key_table = table(("R", "Not started or stalled"), ("A", "Moving"), ("G", "Nearly there"), ("C", "Complete"), headers=0)
    blocks = (Heading("Front door plan"), body, Text("Key"), key_table)
    return Shape(name="so_what_letters", paper=paper(*blocks), key=key, formats=WITHOUT_CSV)


def bullets_no_table() -> Shape:
    """A plan in prose: headings, a paragraph of outcome, a list of actions each with lead and date in the sentence."""
    acts = ("Write a neglect strategy", "Train 300 practitioners", "Open a second family centre")
    key = Key(
        items=(
            item(
                OneOf("Priority 1: Tackle neglect", "Tackle neglect"),
                act(OneOf(acts[0], Has(acts[0])), due=["2026-04"], leads=["Head of Safeguarding"]),
                act(OneOf(acts[1], Has(acts[1])), due=["2026-07-31"], leads=["Training Manager"]),
                number=OneOf("1", "Priority 1"),
            ),
            item(
                OneOf("Priority 2: Help families sooner", "Help families sooner"),
                act(OneOf(acts[2], Has(acts[2])), due=["2026-09"], leads=["Head of Early Help"]),
                number=OneOf("2", "Priority 2"),
            ),
        ),
    )
    blocks = (
        Heading("Small authority improvement plan"),
        Text("This short plan sets out what we will do in the coming year."),
        Heading("Priority 1: Tackle neglect", 2),
        Text("Outcome: Children who are neglected are seen sooner."),
        Bullets((f"{acts[0]} – Lead: Head of Safeguarding – By: April 2026", f"{acts[1]} – Lead: Training Manager – By: 31 July 2026")),
        Heading("Priority 2: Help families sooner", 2),
        Text("Outcome: Families do not wait for help."),
        Bullets((f"{acts[2]} – Lead: Head of Early Help – By: September 2026",)),
    )
    return Shape(name="bullets_no_table", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf", "tabs"))


SHAPES = (youth_justice_initials, names_and_posts, bold_lead, bodies_as_leads, so_what_letters, bullets_no_table)
