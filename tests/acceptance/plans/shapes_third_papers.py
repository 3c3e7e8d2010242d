"""Third round: action logs, archives, workbooks with lists, initials with a key, dashes for labels, narrow columns of print."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, Paper, Sheet, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, GREEN, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")
EVERY = (*USUAL, "csv", "tabs")


def action_log() -> Shape:
    """A board's log: a band a meeting, the day each was raised, open or closed."""
    acts = ("Bring a paper on caseloads.", "Share the audit of the front door.", "Invite the care council.")
    body = table(
        ("Action no.", "Date raised", "Action", "Owner", "Due", "Update", "Open / closed"),
        (c("**Improvement Board, 10 December 2025**", across=7),),
        ("12", "10/12/2025", acts[0], "Head of Service", "14/01/2026", "On the agenda.", "Closed"),
        ("13", "10/12/2025", acts[1], "Audit Manager", "14/01/2026", "Shared.", "Closed"),
        (c("**Improvement Board, 14 January 2026**", across=7),),
        ("14", "14/01/2026", acts[2], "Board Secretary", "11/02/2026", "", "Open"),
        widths=(2, 4, 8, 5, 4, 5, 4),
    )
    key = Key(
        items=(
            item(
                "Improvement Board, 10 December 2025",
                act(acts[0], number="12", leads=["Head of Service"], due=["2026-01-14"], rating="Closed"),
                act(acts[1], number="13", leads=["Audit Manager"], due=["2026-01-14"], rating="Closed", says=("Shared",)),
            ),
            item(
                "Improvement Board, 14 January 2026",
                act(acts[2], number="14", leads=["Board Secretary"], due=["2026-02-11"], rating="Open"),
            ),
        ),
    )
    return Shape(name="action_log", paper=paper(Heading("Improvement Board action log"), body), key=key, formats=USUAL)


def archive() -> Shape:
    """Open actions, then those that are closed, with the day they were."""
    areas = ("Front door", "Court work")
    acts = ("Answer calls in a minute.", "File statements on time.", "Write a court guide.")
    now = table(
        ("Ref", "Area", "Action", "Lead", "Target date", "Status"),
        ("3", areas[0], acts[0], "Duty Manager", "31/03/2026", "On track"),
        ("5", areas[1], acts[1], "Court Manager", "30/04/2026", "Delayed"),
        widths=(2, 5, 8, 5, 4, 4),
    )
    done = table(
        ("Ref", "Area", "Action", "Lead", "Target date", "Date closed", "Closed by"),
        ("2", areas[1], acts[2], "Court Manager", "30/11/2025", "28/11/2025", "Improvement Board"),
        widths=(2, 5, 8, 5, 4, 4, 5),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Duty Manager"], due=["2026-03-31"], rating="On track")),
            item(areas[1], act(acts[1], leads=["Court Manager"], due=["2026-04-30"], rating="Delayed")),
            item(areas[1], act(acts[2], leads=["Court Manager"], due=Has("2025-11-30"))),
        ),
    )
    blocks = (Heading("Improvement tracker"), Heading("Open actions", 2), now, Heading("Closed actions", 2), done)
    return Shape(name="archive", paper=paper(*blocks), key=key, formats=USUAL)


def workbook_with_lists() -> Shape:
    """A sheet of instructions, one of counts, one of actions and one of the lists behind its menus."""
    acts = ("Sample twelve files a month.", "Feed findings back in a week.", "Moderate two audits in ten.")
    notes = Sheet(
        name="Read me",
        blocks=(Text("How to fill in this workbook"), Text("Choose a status from the list. Do not change the references.")),
    )
    counts = Sheet(name="Dashboard", blocks=(table(("Status", "Count", "%"), ("Complete", "1", "33%"), ("In progress", "2", "67%")),))
    plan = Sheet(
        name="Actions",
        blocks=(
            Text("Quality assurance action plan"),
            Text("Version: 3"),
            Text("Last updated: 12/01/2026"),
            table(
                ("Ref", "Theme", "Action", "Owner", "Due date", "Status", "Comments"),
                ("QA1", "Audit", acts[0], "Audit Manager", "31/01/2026", "Complete", "Twelve in each month."),
                ("QA2", "Audit", acts[1], "Audit Manager", "28/02/2026", "In progress", ""),
                ("QA3", "Moderation", acts[2], "Principal Social Worker", "30/04/2026", "In progress", ""),
            ),
        ),
    )
    lists = Sheet(
        name="Lists",
        blocks=(
            table(
                ("Status", "Owner", "Theme"),
                ("Not started", "Audit Manager", "Audit"),
                ("In progress", "Principal Social Worker", "Moderation"),
                ("Complete", "", ""),
            ),
        ),
    )
    key = Key(
        items=(
            item(
                "Audit",
                act(acts[0], number="QA1", leads=["Audit Manager"], due=["2026-01-31"], rating="Complete", says=("Twelve in each month",)),
                act(acts[1], number="QA2", leads=["Audit Manager"], due=["2026-02-28"], rating="In progress"),
            ),
            item("Moderation", act(acts[2], number="QA3", leads=["Principal Social Worker"], due=["2026-04-30"], rating="In progress")),
        ),
    )
    made = Paper(sheets=(notes, counts, plan, lists))
    return Shape(name="workbook_with_lists", paper=made, key=key, formats=("xlsx", "docx", "html", "pdf"))


def initials_with_key() -> Shape:
    """Leads by initials; whose they are stands in a table after the plan."""
    acts = ("Bring in a duty rota.", "Review it after a month.")
    body = table(
        ("Improvement area", "Action", "Lead", "When", "RAG"),
        (c("Out of hours", 2), acts[0], "AQ", "Feb 2026", c("Green", fill=GREEN)),
        (acts[1], "RV / AQ", "Mar 2026", c("Amber", fill=AMBER)),
        widths=(5, 8, 3, 4, 3),
    )
    people = table(
        ("Initials", "Name", "Role"),
        ("AQ", "Ana Quill", "Duty Manager"),
        ("RV", "Rolf Vale", "Head of Service"),
        widths=(3, 5, 6),
    )
    key = Key(
        items=(
            item(
                "Out of hours",
                act(acts[0], leads=OneOf(["AQ"], ["Ana Quill"]), due=["2026-02"], rating="Green"),
                act(acts[1], leads=OneOf(["RV", "AQ"], ["Rolf Vale", "Ana Quill"]), due=["2026-03"], rating="Amber"),
            ),
        ),
    )
    blocks = (Heading("Out of hours action plan"), body, Heading("Who is who", 2), people)
    return Shape(name="initials_with_key", paper=paper(*blocks), key=key, formats=USUAL)


def dashes_for_labels() -> Shape:
    """No table: a heading an action, and its facts as bullets with dashes for colons."""
    areas = ("Area 1: Recording of decisions", "Area 2: Visits")
    acts = ("Train managers to record why", "Text families before visits")
    key = Key(
        items=(
            item(
                OneOf(areas[0], "Recording of decisions"),
                act(OneOf(acts[0], f"Action 1.1: {acts[0]}"), leads=["Practice Lead"], due=["2026-03-31"]),
            ),
            item(
                OneOf(areas[1], "Visits"),
                act(OneOf(acts[1], f"Action 2.1: {acts[1]}"), leads=["Digital Manager"], due=["2026-05-31"]),
            ),
        ),
    )
    blocks = (
        Heading("Focused visit action plan"),
        Heading(areas[0], 2),
        Text(f"Action 1.1: {acts[0]}"),
        Bullets(("Lead – Practice Lead", "Timescale – 31 March 2026", "Progress – two of six sessions held")),
        Heading(areas[1], 2),
        Text(f"Action 2.1: {acts[1]}"),
        Bullets(("Lead – Digital Manager", "Timescale – 31 May 2026")),
    )
    return Shape(name="dashes_for_labels", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def outcome_above_each() -> Shape:
    """A priority a heading; lines below it say why, what should be different and who sponsors it; then its table."""
    names = ("Priority 1: Strong practice leadership", "Priority 2: Purposeful plans")
    acts = ("Name a practice lead in each team.", "Coach managers monthly.", "Write plans with families.")
    head = ("Ref", "Action", "Lead", "Timescale", "Measure", "RAG")
    one = table(
        head,
        ("1a", acts[0], "Director", "January 2026", "Lead named in 12 teams", "Green"),
        ("1b", acts[1], "Practice Lead", "Monthly", "Coaching log", "Amber"),
        widths=(2, 8, 5, 4, 5, 3),
    )
    two = table(head, ("2a", acts[2], "Team managers", "June 2026", "80% of plans", "Red"), widths=(2, 8, 5, 4, 5, 3))
    key = Key(
        items=(
            item(
                OneOf(names[0], "Strong practice leadership"),
                act(acts[0], number="1a", leads=["Director"], due=["2026-01"], rating="Green"),
                act(acts[1], number="1b", leads=["Practice Lead"], due=[], recurrence="monthly", rating="Amber"),
                success=("Practice is consistently good.", "Lead named in 12 teams"),
            ),
            item(
                OneOf(names[1], "Purposeful plans"),
                act(acts[2], number="2a", leads=["Team managers"], due=["2026-06"], rating="Red"),
                success=("Families understand their plan.",),
            ),
        ),
    )
    blocks = (
        Heading("Children’s improvement plan"),
        Heading(names[0], 2),
        Text("Why this matters: inspectors found uneven practice."),
        Text("Outcome: Practice is consistently good."),
        Text("Sponsor: Director of Children’s Services"),
        one,
        Heading(names[1], 2),
        Text("Why this matters: plans were too general."),
        Text("Outcome: Families understand their plan."),
        two,
    )
    return Shape(name="outcome_above_each", paper=paper(*blocks), key=key, formats=USUAL)


def narrow_print() -> Shape:
    """A plain table as print with its layout: long words wrap in narrow columns."""
    areas = ("Decision making at the front door is not always timely.", "Children’s plans do not say what must change.")
    acts = (
        "Set a one-day standard for decisions and report against it every week.",
        "Put a manager on the front door at weekends.",
        "Rewrite the plan template with parents and with young people.",
    )
    body = table(
        ("Finding", "Action", "Lead", "Timescale", "Progress", "RAG"),
        (areas[0], acts[0], "Head of Assessment", "31 March 2026", "Reported weekly since November.", "Green"),
        (areas[0], acts[1], "Duty Manager", "30 April 2026", "Rota out for consultation.", "Amber"),
        (areas[1], acts[2], "Practice Lead", "30 June 2026", "", "Red"),
        widths=(6, 7, 4, 4, 6, 2),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Head of Assessment"], due=["2026-03-31"], rating="Green", says=("Reported weekly since November",)),
                act(acts[1], leads=["Duty Manager"], due=["2026-04-30"], rating="Amber"),
            ),
            item(areas[1], act(acts[2], leads=["Practice Lead"], due=["2026-06-30"], rating="Red", progress=0)),
        ),
    )
    blocks = (Heading("Post-inspection action plan"), body)
    return Shape(name="narrow_print", paper=paper(*blocks), key=key, formats=("docx", "pdf", "aligned", "pdf-rows", "pdf-bare", "csv"))


def by_quarter() -> Shape:
    """A heading a quarter; the area in a column; outputs, and costs that are no part of the picture."""
    areas = ("Placements", "Health of children in care")
    acts = ("Sign the framework.", "Open ten beds.", "Book dental checks.")
    head = ("Area", "Deliverable", "Responsible officer", "Deadline", "Cost")
    one = table(head, (areas[0], acts[0], "Commissioner", "30/06/2026", "Nil"), widths=(5, 8, 5, 4, 3))
    two = table(
        head,
        (areas[0], acts[1], "Commissioner", "30/09/2026", "£90,000"),
        (areas[1], acts[2], "Designated Nurse", "31/08/2026", "Nil"),
        widths=(5, 8, 5, 4, 3),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Commissioner"], due=["2026-06-30"])),
            item(areas[0], act(acts[1], leads=["Commissioner"], due=["2026-09-30"])),
            item(areas[1], act(acts[2], leads=["Designated Nurse"], due=["2026-08-31"])),
        ),
    )
    blocks = (Heading("Sufficiency delivery plan"), Heading("Quarter 1", 2), one, Heading("Quarter 2", 2), two)
    return Shape(name="by_quarter", paper=paper(*blocks), key=key, formats=USUAL)


SHAPES = (
    action_log,
    archive,
    workbook_with_lists,
    initials_with_key,
    dashes_for_labels,
    outcome_above_each,
    narrow_print,
    by_quarter,
)
