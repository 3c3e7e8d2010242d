"""Plans laid out as forms, as prose, as sheets of a workbook; packs."""

from datetime import date

from tests.acceptance.plans.key import Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Cell, Heading, PageBreak, Paper, Sheet, Table, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, GREEN, RED, c


def _form(number: str, text: str, lead: str, when: str, success: str, update: str, status: str) -> Table:
    rows = (
        ("Action number", number),
        ("Action", text),
        ("Action owner", lead),
        ("Due date", when),
        ("Success looks like", success),
        ("Progress to date", update),
        ("Status", status),
    )
    return table(*((f"**{label}**", value) for label, value in rows), headers=0, widths=(3, 10))


def form_per_action() -> Shape:
    """Labels down the left, one table an action, headings for the recommendations."""
    acts = (
        "Write a joint protocol for homeless 16- and 17-year-olds.",
        "Keep six emergency beds.",
        "Offer every care leaver a council tax exemption.",
    )
    key = Key(
        items=(
            item(
                OneOf("Recommendation 1: Homeless young people", "Homeless young people"),
                act(acts[0], number="1.1", leads=["Housing Options Manager"], due=["2026-06"], progress=1, rating="Amber"),
                act(acts[1], number="1.2", leads=["Head of Commissioning"], due=["2026-03-31"], rating="Green"),
                number=OneOf("1", "Recommendation 1"),
                success=("Every young person has a joint assessment",),
            ),
            item(
                OneOf("Recommendation 2: Care leavers", "Care leavers"),
                act(acts[2], number="2.1", leads=["Head of Revenues and Benefits"], due=["2026-04"], rating="Complete"),
                number=OneOf("2", "Recommendation 2"),
            ),
        ),
    )
    blocks = (
        Heading("Focused visit action plan"),
        Heading("Recommendation 1: Homeless young people", 2),
        _form(
            "1.1", acts[0], "Housing Options Manager", "June 2026", "Every young person has a joint assessment", "Draft shared.", "Amber"
        ),
        _form("1.2", acts[1], "Head of Commissioning", "31 March 2026", "No use of bed and breakfast", "Four in place.", "Green"),
        Heading("Recommendation 2: Care leavers", 2),
        _form("2.1", acts[2], "Head of Revenues and Benefits", "April 2026", "All claim it", "Agreed by Cabinet.", "Complete"),
    )
    return Shape(name="form_per_action", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "pdf"))


def workstream_sheets() -> Shape:
    """Workbook: a sheet a workstream with title rows, real dates, a risk register, version control, budget, a hidden old sheet."""
    columns = ("Ref", "Action", "Owner", "Due", "RAG", "Commentary")
    widths = (2, 9, 5, 4, 2, 8)
    acts = ("Appoint a permanent assistant director", "Hold weekly performance clinics", "Recruit 25 social workers", "Open the academy")

    def row(ref: str, text: str, owner: str, due: date, fill: str, rating: str, said: str) -> tuple[str | Cell, ...]:
        return (ref, text, owner, Cell(value=due), c(rating, fill=fill), said)

    one = Sheet(
        name="WS1 Leadership",
        blocks=(
            Heading("Workstream 1: Leadership and management"),
            Text("Workstream lead: Director of Children’s Services"),
            table(
                columns,
                row("1.1", acts[0], "Chief Executive", date(2026, 3, 31), AMBER, "Amber", "Shortlist on 14 January"),
                row("1.2", acts[1], "Director of Children’s Services", date(2026, 1, 31), GREEN, "Green", "Running"),
                widths=widths,
            ),
        ),
    )
    two = Sheet(
        name="WS2 Workforce",
        blocks=(
            Heading("Workstream 2: Workforce"),
            table(
                columns,
                row("2.1", acts[2], "Head of HR", date(2026, 9, 30), RED, "Red", "Nine in post"),
                row("2.2", acts[3], "Principal Social Worker", date(2026, 9, 1), GREEN, "Green", ""),
                widths=widths,
            ),
        ),
    )
    risks = Sheet(
        name="Risks",
        blocks=(
            Heading("Risk register"),
            table(
                ("Risk ID", "Risk", "Likelihood", "Impact", "Score", "Mitigation", "Risk owner"),
                ("R1", "Agency costs go over budget", "4", "4", "16", "Monthly review of agency use", "Head of Finance"),
            ),
        ),
    )
    budget = Sheet(name="Budget", blocks=(table(("Line", "2025/26", "2026/27"), ("Academy", "£210,000", "£240,000")),))
    versions = Sheet(
        name="Version control",
        blocks=(table(("Version", "Date", "Author", "Change"), ("0.1", "2 December 2025", "Programme Manager", "First draft")),),
    )
    old = Sheet(
        name="old plan",
        hidden=True,
        blocks=(table(columns, row("9.9", "An action long dropped", "Nobody", date(2024, 1, 1), RED, "Red", "")),),
    )
    key = Key(
        items=(
            item(
                OneOf("WS1 Leadership", "Workstream 1: Leadership and management", "Leadership and management"),
                act(acts[0], number="1.1", leads=["Chief Executive"], due=["2026-03-31"], rating="Amber", progress=1),
                act(acts[1], number="1.2", leads=["Director of Children’s Services"], due=["2026-01-31"], rating="Green"),
            ),
            item(
                OneOf("WS2 Workforce", "Workstream 2: Workforce", "Workforce"),
                act(acts[2], number="2.1", leads=["Head of HR"], due=["2026-09-30"], rating="Red", says=("Nine in post",)),
                act(acts[3], number="2.2", leads=["Principal Social Worker"], due=["2026-09-01"], rating="Green", progress=0),
            ),
        ),
    )
    made = Paper(sheets=(versions, one, two, risks, budget, old))
    return Shape(name="workstream_sheets", paper=made, key=key, formats=("docx", "xlsx", "html", "md", "pdf"))


def pack() -> Shape:
    """A committee pack: cover, a short inspection report, then the plan that answers it."""
    areas = ("The quality of assessments for disabled children.", "Oversight of private fostering.")
    acts = ("Train the disabled children’s team in assessment.", "Review all open assessments.", "Appoint a private fostering lead.")
    body = table(
        ("Area for improvement", "Action", "Lead", "By when", "Success criteria"),
        (c(areas[0], 2), acts[0], "Head of Disability", "March 2026", "Assessments graded good rise"),
        (acts[1], "Team Manager, Disability", "February 2026", "All reviewed"),
        (areas[1], acts[2], "Head of Fostering", "15 January 2026", "Post filled"),
        widths=(7, 8, 5, 4, 6),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Head of Disability"], due=["2026-03"]),
                act(acts[1], leads=["Team Manager, Disability"], due=["2026-02"]),
                success=("Assessments graded good rise", "All reviewed"),
            ),
            item(areas[1], act(acts[2], leads=["Head of Fostering"], due=["2026-01-15"])),
        ),
        kinds=("improvement_plan", "inspection_report"),
    )
    blocks = (
        Heading("Children’s Scrutiny Committee, 14 January 2026"),
        Text("Agenda item 6: Inspection outcome and action plan"),
        PageBreak(),
        Heading("Inspection of Ashmere local authority children’s services"),
        Text("Inspection dates: 6 to 10 October 2025"),
        Text("Lead inspector: Rowan Ellery, His Majesty’s Inspector"),
        table(
            ("Judgement", "Grade"),
            ("The impact of leaders on social work practice with children and families", "Good"),
            ("The experiences and progress of children who need help and protection", "Requires improvement to be good"),
            ("The experiences and progress of children in care", "Good"),
            ("The experiences and progress of care leavers", "Good"),
            ("Overall effectiveness", "Good"),
        ),
        Heading("What needs to improve?", 2),
        Bullets(areas),
        Heading("The experiences and progress of children who need help and protection: requires improvement to be good", 2),
        Text("1. Most children are seen quickly. Assessments for disabled children do not always consider their wishes."),
        Text("2. Private fostering arrangements are not always visited on time."),
        PageBreak(),
        Heading("Action plan in response to the inspection"),
        body,
    )
    return Shape(name="pack", paper=paper(*blocks, footer="Scrutiny pack"), key=key, formats=("docx", "html", "md", "pdf"))


def extra_tables() -> Shape:
    """One plan table among tables that are no plan: membership, KPI scorecard, risks, decisions, budget."""
    act1, act2 = "Replace the case management system.", "Cleanse data before migration."
    plan = table(
        ("Ref", "Objective", "Action", "Lead", "Deadline", "Status"),
        ("1", c("Good data", 2), act1, "Programme Manager", "Oct 2026", "On track"),
        ("2", act2, "Data Manager", "July 2026", "Behind"),
        widths=(1, 5, 8, 5, 4, 3),
    )
    key = Key(
        items=(
            item(
                "Good data",
                act(act1, leads=["Programme Manager"], due=["2026-10"], rating="On track"),
                act(act2, leads=["Data Manager"], due=["2026-07"], rating="Behind"),
            ),
        ),
    )
    blocks = (
        Heading("Systems improvement plan"),
        Heading("Document history", 2),
        table(("Version", "Date", "Author", "Comments"), ("1.0", "5 January 2026", "Data Manager", "Agreed")),
        Heading("Board membership", 2),
        table(("Name", "Role", "Organisation"), ("Lou Farrant", "Independent chair", "–"), ("Bea Osei", "Director", "Council")),
        Heading("Plan", 2),
        plan,
        Heading("Scorecard", 2),
        table(("Indicator", "Target", "Oct", "Nov", "Dec", "RAG"), ("Assessments in 45 days", "85%", "78%", "80%", "81%", "Amber")),
        Heading("Risks", 2),
        table(("Risk", "Likelihood", "Impact", "Mitigating action", "Owner"), ("Supplier fails", "Low", "High", "Escrow", "Head of ICT")),
        Heading("Budget", 2),
        table(("Item", "Cost"), ("Licences", "£90,000")),
    )
    return Shape(name="extra_tables", paper=paper(*blocks), key=key)


def prose_only() -> Shape:
    """No table: numbered actions as paragraphs with labelled lines under each."""
    acts = (
        "Put in place a dedicated team for unaccompanied children.",
        "Review every child’s age assessment.",
        "Recruit 40 foster carers by asking existing carers to refer.",
    )

    def lines(number: str, text: str, lead: str, when: str, update: str) -> tuple[Text, ...]:
        return (Text(f"{number} {text}"), Text(f"Lead: {lead}"), Text(f"Timescale: {when}"), Text(f"Progress: {update}"))

    key = Key(
        items=(
            item(
                "Unaccompanied children",
                act(acts[0], number="1.1", leads=["Head of Corporate Parenting"], due=["2026-05"], says=("Team manager appointed.",)),
                act(acts[1], number="1.2", leads=["Service Manager, Asylum"], due=["2026-02-28"], says=("31 of 44 done.",)),
                number="1",
            ),
            item(
                "Foster carers",
                act(acts[2], number="2.1", leads=["Fostering Manager"], due=["2027-03"], says=("Six approved.",)),
                number="2",
            ),
        ),
    )
    blocks = (
        Heading("Corporate parenting improvement plan"),
        Heading("1. Unaccompanied children", 2),
        *lines("1.1", acts[0], "Head of Corporate Parenting", "May 2026", "Team manager appointed."),
        *lines("1.2", acts[1], "Service Manager, Asylum", "28 February 2026", "31 of 44 done."),
        Heading("2. Foster carers", 2),
        *lines("2.1", acts[2], "Fostering Manager", "March 2027", "Six approved."),
    )
    return Shape(name="prose_only", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf", "tabs"))


def two_line_actions() -> Shape:
    """Several numbered actions in one cell, which share the lead and date beside them."""
    recs = ("Ensure that decisions to end help are recorded.", "Ensure that fathers are included.")
    body = table(
        ("Recommendation", "Actions", "Lead", "Date"),
        (recs[0], "1.1 Add a closure form.\n1.2 Sample ten closures a month.", "Service Manager, Help", "April 2026"),
        (
            recs[1],
            "2.1 Ask about fathers at first contact.\n2.2 Record fathers’ details.\n2.3 Invite fathers to every meeting.",
            "Service Manager, Safeguarding",
            "May 2026",
        ),
        widths=(7, 9, 5, 4),
    )
    one, two = {"leads": ["Service Manager, Help"], "due": ["2026-04"]}, {"leads": ["Service Manager, Safeguarding"], "due": ["2026-05"]}
    key = Key(
        items=(
            item(recs[0], act("Add a closure form.", number="1.1", **one), act("Sample ten closures a month.", number="1.2", **one)),
            item(
                recs[1],
                act("Ask about fathers at first contact.", number="2.1", **two),
                act("Record fathers’ details.", number="2.2", **two),
                act("Invite fathers to every meeting.", number="2.3", **two),
            ),
        ),
    )
    return Shape(
        name="two_line_actions",
        paper=paper(Heading("Inspection action plan"), body),
        key=key,
        formats=("docx", "xlsx", "html", "md", "pdf"),
    )


SHAPES = (form_per_action, workstream_sheets, pack, extra_tables, prose_only, two_line_actions)
