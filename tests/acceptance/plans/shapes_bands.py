"""Plans whose items are rows across the table, or headings above tables."""

from tests.acceptance.plans.key import Has, Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, PageBreak, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, BLUE, GREEN, GREY, RED, c


def sif_bands() -> Shape:
    """SIF 2014: a band row for each recommendation, shading with a legend where blue is embedded, actions 1a, 1b."""
    recs = (
        "Recommendation 1: Make sure that child protection plans are reviewed on time and have clear contingencies.",
        "Recommendation 2: Improve the use of chronologies so that history informs decisions.",
        "Recommendation 3: Ensure that care leavers receive their health histories.",
    )
    acts = (
        "Review all plans over 15 months old.",
        "Add contingency to the conference minutes template.",
        "Set a chronology standard.",
        "Give every care leaver a health passport on their 18th birthday.",
    )
    body = table(
        ("No.", "What will we do", "Who", "Completion", "How will we know", "RAG"),
        (c(recs[0], across=6, fill=GREY),),
        ("1a", acts[0], "Chairs’ Manager", "November 2014", "No plan over 24 months", c("", fill=BLUE)),
        ("1b", acts[1], "Chairs’ Manager", "Completed Jan 2015", "Contingency in all minutes sampled", c("", fill=GREEN)),
        (c(recs[1], across=6, fill=GREY),),
        ("2a", acts[2], "Head of Safeguarding", "by end March 2015", "", c("", fill=AMBER)),
        (c(recs[2], across=6, fill=GREY),),
        ("3a", acts[3], "Leaving Care Manager", "TBC", "Care leavers’ survey", c("", fill=RED)),
        widths=(1, 9, 5, 4, 6, 2),
    )
    legend = table(
        ("RAG", "What it means"),
        (c("Blue", fill=BLUE), "Done and embedded"),
        (c("Green", fill=GREEN), "Done, not yet embedded"),
        (c("Amber", fill=AMBER), "On track to be done by the date"),
        (c("Red", fill=RED), "Will miss the date"),
    )
    key = Key(
        items=(
            item(
                OneOf(recs[0], recs[0].partition(": ")[2]),
                act(acts[0], number="1a", leads=["Chairs’ Manager"], due=["2014-11"], rating=Kept("fill", "Blue")),
                act(acts[1], number="1b", leads=["Chairs’ Manager"], rating=Kept("fill", "Green")),
                number=OneOf("1", "Recommendation 1"),
                success=("No plan over 24 months",),
            ),
            item(
                OneOf(recs[1], recs[1].partition(": ")[2]),
                act(acts[2], number="2a", leads=["Head of Safeguarding"], due=["2015-03-31"], rating=Kept("fill", "Amber")),
                number=OneOf("2", "Recommendation 2"),
            ),
            item(
                OneOf(recs[2], recs[2].partition(": ")[2]),
                act(acts[3], number="3a", leads=["Leaving Care Manager"], due=[], rating=Kept("fill", "Red")),
                number=OneOf("3", "Recommendation 3"),
            ),
        ),
        status=("Blue", "Green", "Amber", "Red"),
    )
    blocks = (Heading("Action plan following the single inspection, 2014"), Text("Eastry Vale Council"), legend, body)
    return Shape(name="sif_bands", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "md", "pdf", "csv"))


def send_headings() -> Shape:
    """SEND priority action plan: heading above each table, start and end columns, lead agency and SRO apart, bold SRO."""
    heads = (
        "Priority action 1: Leaders must improve the timeliness and quality of education, health and care plans.",
        "Priority action 2: The partnership must reduce waits for neurodevelopmental assessment.",
    )
    acts = (
        "Recruit six permanent plan coordinators",
        "Set up a multi-agency quality panel",
        "Re-write the annual review pathway",
        "Fund 400 extra assessments",
        "Publish a waiting-well offer",
    )
    columns = ("Ref", "Action", "SRO", "Lead agency", "Start", "End", "Impact: so what for children?", "Status")
    one = table(
        columns,
        ("1.1", acts[0], "Director of Education", "Local authority", "Jan 2026", "Apr 2026", "Plans in 20 weeks", "On track"),
        ("1.2", acts[1], "Designated Clinical Officer", "ICB", "Feb 2026", "May 2026", "Advice is specific", "Some slippage"),
        ("1.3", acts[2], "Head of SEND", "Local authority", "May 2026", "31 August 2026", "Reviews lead to change", "Not started"),
        widths=(2, 8, 5, 5, 3, 4, 7, 4),
    )
    two = table(
        columns,
        ("2.1", acts[3], "Director of Commissioning, ICB", "ICB", "Mar 2026", "Mar 2027", "Waits under 40 weeks", "On track"),
        ("2.2", acts[4], "Head of SEND", "Parent carer forum", "Jan 2026", "Apr 2026", "Families feel supported", "Complete"),
        widths=(2, 8, 5, 5, 3, 4, 7, 4),
    )
    governance = table(
        ("Board", "Frequency", "Role"),
        ("SEND Improvement Board", "Monthly", "Holds leads to account"),
        ("Health and Wellbeing Board", "Quarterly", "Scrutiny of impact"),
    )
    key = Key(
        items=(
            item(
                OneOf(heads[0], heads[0].partition(": ")[2]),
                act(acts[0], number="1.1", leads=Has("Director of Education"), due=Has("2026-04"), rating="On track"),
                act(acts[1], number="1.2", leads=Has("Designated Clinical Officer"), due=Has("2026-05"), rating="Some slippage"),
                act(acts[2], number="1.3", leads=Has("Head of SEND"), due=Has("2026-08-31"), rating="Not started"),
                number=OneOf("1", "Priority action 1"),
                success=("Plans in 20 weeks",),
            ),
            item(
                OneOf(heads[1], heads[1].partition(": ")[2]),
                act(acts[3], number="2.1", leads=Has("Director of Commissioning, ICB"), due=Has("2027-03"), rating="On track"),
                act(acts[4], number="2.2", leads=Has("Head of SEND"), due=Has("2026-04"), rating="Complete"),
                number=OneOf("2", "Priority action 2"),
            ),
        ),
        boards={"SEND Improvement Board": "monthly", "Health and Wellbeing Board": "quarterly"},
    )
    blocks = (
        Heading("Priority action plan (area SEND)"),
        Text("Hexworth local area partnership, January 2026"),
        Heading("Governance", 2),
        governance,
        Heading(heads[0], 2),
        one,
        Heading(heads[1], 2),
        two,
    )
    return Shape(name="send_headings", paper=paper(*blocks, footer="Hexworth partnership"), key=key)


def nhs_must_should() -> Shape:
    """Must do and should do bands, delivery and assurance rated apart, long job titles."""
    acts = (
        "The trust must ensure that all staff complete safeguarding level 3 training.",
        "The service must ensure that medicines are stored at the right temperature.",
        "The service should consider a quiet room for young people.",
    )
    steps = (
        "Book all remaining staff on the February and March courses.",
        "Fit temperature alarms and check them daily.",
        "Cost the conversion of the old linen store.",
    )
    owners = ("Chief Nurse and Director of Infection Prevention and Control", "Chief Pharmacist", "Matron, Children and Young People")
    body = table(
        ("Ref", "CQC requirement", "Action to be taken", "Executive owner", "Target date", "Delivery RAG", "Impact RAG"),
        (c("MUST DO", across=7),),
        ("MD1", acts[0], steps[0], owners[0], "31/03/2026", "G", "A"),
        ("MD2", acts[1], steps[1], owners[1], "15 Feb 2026", "B", "G"),
        (c("SHOULD DO", across=7),),
        ("SD1", acts[2], steps[2], owners[2], "Jun-26", "R", "N/A"),
        widths=(2, 8, 8, 6, 4, 3, 3),
    )
    key = Key(
        items=(
            item(
                acts[0],
                act(
                    steps[0],
                    leads=OneOf([owners[0]], owners[0].split(" and ", 1)),
                    due=["2026-03-31"],
                    rating=OneOf("G", "Green"),
                    impact=OneOf("A", "Amber"),
                ),
            ),
            item(
                acts[1],
                act(steps[1], leads=[owners[1]], due=["2026-02-15"], rating=OneOf("B", "Blue"), impact=OneOf("G", "Green")),
            ),
            item(acts[2], act(steps[2], leads=[owners[2]], due=["2026-06"], rating=OneOf("R", "Red"))),
        ),
    )
    blocks = (
        Heading("CQC action plan – children’s community services"),
        body,
        Text("Key: B = done and independently checked; G = done; A = on track; R = not on track."),
    )
    return Shape(name="nhs_must_should", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "md", "pdf", "csv", "tabs"))


def section_and_bands() -> Shape:
    """Leaders' plan: section headings, band rows in bold with an outcome row under them, table broken over a page with its
    header printed again, the item carrying on."""
    bands = ("1. Partners share information in time", "2. Children are heard")
    acts = (
        "Agree a single information-sharing protocol.",
        "Place a police analyst in the front door.",
        "Log each late referral.",
        "Train advocates in every locality.",
    )
    columns = ("Action", "Lead", "Timescale", "Update")
    widths = (8, 5, 4, 7)
    one = table(
        columns,
        (c("**" + bands[0] + "**", across=4),),
        (c("Outcome: decisions at the front door are made on full information.", across=4),),
        (acts[0], "Police Superintendent / Head of MASH", "30 April 2026", "Signed by four of six agencies."),
        (acts[1], "Police Superintendent", "March 2026", "In post."),
        widths=widths,
    )
    two = table(
        columns,
        (acts[2], "Head of MASH", "Ongoing – review August 2026", ""),
        (c("**" + bands[1] + "**", across=4),),
        (c("Outcome: what children say changes what happens.", across=4),),
        (acts[3], "Participation Officer", "by end Feb 2026", "Two trained."),
        widths=widths,
    )
    key = Key(
        items=(
            item(
                OneOf(bands[0], bands[0][3:]),
                act(acts[0], leads=["Police Superintendent", "Head of MASH"], responsible=None, due=["2026-04-30"], progress=1),
                act(acts[1], leads=["Police Superintendent"], due=["2026-03"], progress=1),
                act(acts[2], leads=["Head of MASH"], progress=0),
                number="1",
                outcomes=[OneOf("decisions at the front door are made on full information.")],
            ),
            item(
                OneOf(bands[1], bands[1][3:]),
                act(acts[3], leads=["Participation Officer"], due=["2026-02-28"], progress=1),
                number="2",
                outcomes=["what children say changes what happens."],
            ),
        ),
    )
    blocks = (Heading("Statement of action after the joint targeted area inspection"), one, PageBreak(), two)
    return Shape(name="section_and_bands", paper=paper(*blocks, footer="JTAI statement of action"), key=key)


def jtai_lists() -> Shape:
    """Multi-agency statement with headings 1.1 under 1, lead agencies as bodies, an aim above each table, list of boards."""
    acts = ("Deliver joint training on neglect.", "Adopt the graded care profile.", "Hold a weekly domestic abuse triage.")
    columns = ("#", "Action", "Lead agency", "Accountable to", "Date", "Measure of success", "Progress")
    one = table(
        columns,
        (
            "1.1",
            acts[0],
            "Probation, Police and Children’s Social Care",
            "Safeguarding Partnership Executive",
            "From Feb 2026, quarterly",
            "200 staff trained",
            "Dates set",
        ),
        ("1.2", acts[1], "Health Visiting Service", "Neglect Sub-Group", "30/09/2026", "Used in 75% of cases", "Licences bought"),
    )
    two = table(columns, ("2.1", acts[2], "Police", "Vulnerability Board", "Immediate", "Triage within 24 hours", "Begun 5 January 2026"))
    key = Key(
        items=(
            item(
                OneOf("Neglect is not recognised early enough", "Area for improvement 1: Neglect is not recognised early enough"),
                act(acts[0], number="1.1", recurrence="quarterly", accountable=["Safeguarding Partnership Executive"]),
                act(acts[1], number="1.2", leads=["Health Visiting Service"], due=["2026-09-30"], accountable=["Neglect Sub-Group"]),
                success=("200 staff trained", "Used in 75% of cases"),
                outcomes=Has("Neglect is named and acted on at the first signs."),
            ),
            item(
                OneOf("Responses to domestic abuse are slow", "Area for improvement 2: Responses to domestic abuse are slow"),
                act(acts[2], number="2.1", leads=["Police"], due=[], accountable=["Vulnerability Board"], progress=1),
            ),
        ),
        boards={
            "Safeguarding Partnership Executive": "quarterly",
            "Vulnerability Board": "monthly",
            "Scrutiny": OneOf("six-monthly", "half-yearly"),
        },
    )
    blocks = (
        Heading("Joint statement of proposed action"),
        Heading("Area for improvement 1: Neglect is not recognised early enough", 2),
        Text("Outcome sought: Neglect is named and acted on at the first signs."),
        one,
        Heading("Area for improvement 2: Responses to domestic abuse are slow", 2),
        two,
        Heading("How we will monitor this plan", 2),
        Bullets(
            (
                "Safeguarding Partnership Executive – quarterly",
                "Vulnerability Board – monthly",
                "Overview and Scrutiny Committee – six-monthly",
            )
        ),
    )
    return Shape(name="jtai_lists", paper=paper(*blocks), key=key)


SHAPES = (sif_bands, send_headings, nhs_must_should, section_and_bands, jtai_lists)
