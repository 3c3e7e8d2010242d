"""Second round: tables whose columns are unusual: one an agency, one a quarter, turned round, apart by blanks, over two pages."""

from tests.acceptance.plans.key import Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, PageBreak, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, GREEN, RED, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def ofsted_said() -> Shape:
    """Three plain-spoken columns and the impact: Ofsted said, we will, who, when, impact so far."""
    said = ("Too many children wait for a first visit.", "Plans are written in language that families do not understand.")
    acts = ("See every child within five days of referral.", "Report late visits daily.", "Rewrite the plan template with parents.")
    body = table(
        ("Ofsted said", "We will", "Who", "When", "Impact so far"),
        (c(said[0], 2), acts[0], "Assessment managers", "March 2026", "Visits in five days: 71% to 88%."),
        (acts[1], "Data team", "January 2026", "Late visits halved."),
        (said[1], acts[2], "Practice Lead", "May 2026", ""),
        widths=(7, 8, 5, 4, 7),
    )
    key = Key(
        items=(
            item(
                said[0],
                act(acts[0], leads=["Assessment managers"], due=["2026-03"], says=("71% to 88%",)),
                act(acts[1], leads=["Data team"], due=["2026-01"], says=("Late visits halved",)),
            ),
            item(said[1], act(acts[2], leads=["Practice Lead"], due=["2026-05"])),
        ),
    )
    return Shape(name="ofsted_said", paper=paper(Heading("Post-Ofsted action plan"), body), key=key, formats=(*USUAL, "csv", "tabs"))


def agency_columns() -> Shape:
    """A multi-agency response: each area has what each agency will do in its own column."""
    areas = ("Strategy discussions without health", "Sharing of police reports on domestic abuse")
    acts = (
        ("Invite the nurse to every discussion.", "Send an officer within the hour.", "Staff a rota for discussions."),
        ("Read each report within a day.", "Send reports by nine each morning.", "Add reports to the child’s record."),
    )
    agencies = ("Children’s social care", "Police", "Health")
    body = table(
        ("Area for improvement", *agencies, "By when"),
        (areas[0], *acts[0], "April 2026"),
        (areas[1], *acts[1], "June 2026"),
        widths=(6, 7, 7, 7, 4),
    )
    key = Key(
        items=tuple(
            item(area, *(act(text, leads=[agency], due=[due]) for text, agency in zip(row, agencies, strict=True)))
            for area, row, due in zip(areas, acts, ("2026-04", "2026-06"), strict=True)
        ),
    )
    return Shape(name="agency_columns", paper=paper(Heading("Joint targeted area inspection: our response"), body), key=key, formats=USUAL)


def quarter_columns() -> Shape:
    """Headings over two rows: each quarter has its colour and its update under it."""
    acts = ("Open a family hub in each district.", "Train hub staff in early help.")
    body = table(
        (
            c("Priority", 2),
            c("Action", 2),
            c("Lead", 2),
            c("Q1 Apr–Jun 2025", across=2),
            c("Q2 Jul–Sep 2025", across=2),
        ),
        ("RAG", "Update", "RAG", "Update"),
        (c("Family hubs", 2), acts[0], "Early Help Manager", "Red", "No sites yet.", "Amber", "Two sites chosen."),
        (acts[1], "Workforce Lead", "Amber", "Course written.", "Green", "All 60 staff trained."),
        headers=2,
        widths=(5, 8, 5, 3, 6, 3, 6),
    )
    key = Key(
        items=(
            item(
                "Family hubs",
                act(acts[0], leads=["Early Help Manager"], rating=OneOf("Amber", None), says=("No sites yet", "Two sites chosen")),
                act(acts[1], leads=["Workforce Lead"], rating=OneOf("Green", None), says=("Course written", "All 60 staff trained")),
            ),
        ),
    )
    return Shape(name="quarter_columns", paper=paper(Heading("Early help plan 2025/26"), body), key=key, formats=USUAL)


def turned_round() -> Shape:
    """A table on its side: the headings stand down the first column and each action is a column."""
    acts = ("Write a missing-children protocol", "Interview every child who returns", "Review the ten most missing")
    body = table(
        ("", "Action 1", "Action 2", "Action 3"),
        ("What we will do", *acts),
        ("Who", "Service Manager", "Return Home Team", "Missing Panel chair"),
        ("By when", "January 2026", "March 2026", "30 April 2026"),
        ("How we will know", "Protocol signed", "90% interviewed", "Fewer episodes"),
        widths=(4, 7, 7, 7),
    )
    who = ("Service Manager", "Return Home Team", "Missing Panel chair")
    due = ("2026-01", "2026-03", "2026-04-30")
    key = Key(items=(item(..., *(act(text, leads=[lead], due=[day]) for text, lead, day in zip(acts, who, due, strict=True))),))
    return Shape(name="turned_round", paper=paper(Heading("Missing children action plan"), body), key=key, formats=USUAL)


def right_to_left() -> Shape:
    """Progress first and the area last."""
    areas = ("Voice of the child", "Timely permanence")
    acts = ("Record the child’s own words at each visit.", "Ask children about their plans.", "Track every plan for permanence.")
    body = table(
        ("RAG", "Progress to date", "Deadline", "Owner", "Action", "Area"),
        (c("G", fill=GREEN), "In 70% of visits.", "31/01/2026", "Team managers", acts[0], areas[0]),
        (c("A", fill=AMBER), "Form drafted.", "28/02/2026", "Participation Lead", acts[1], areas[0]),
        (c("R", fill=RED), "No tracker yet.", "31/03/2026", "Permanence Lead", acts[2], areas[1]),
        widths=(2, 6, 4, 5, 8, 5),
    )
    green, amber, red = OneOf("G", "Green"), OneOf("A", "Amber"), OneOf("R", "Red")
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Team managers"], due=["2026-01-31"], rating=green, says=("In 70% of visits",)),
                act(acts[1], leads=["Participation Lead"], due=["2026-02-28"], rating=amber),
            ),
            item(areas[1], act(acts[2], leads=["Permanence Lead"], due=["2026-03-31"], rating=red)),
        ),
    )
    return Shape(name="right_to_left", paper=paper(Heading("Practice tracker"), body), key=key, formats=(*USUAL, "csv", "tabs"))


def blank_columns() -> Shape:
    """A table of counts first, then a tracker with blank columns and rows for looks, and its title row printed twice."""
    acts = ("Draw up a neglect toolkit.", "Train partners in the toolkit.", "Audit neglect cases.")
    counts = table(("Status", "Number"), ("Complete", "1"), ("On track", "1"), ("Delayed", "1"), ("Total", "3"), widths=(4, 2))
    head = ("Ref", "", "Action", "", "Lead", "", "Due date", "", "Status")
    body = table(
        head,
        ("N1", "", acts[0], "", "Neglect Lead", "", "30/01/2026", "", "Complete"),
        ("", "", "", "", "", "", "", "", ""),
        ("N2", "", acts[1], "", "Workforce Lead", "", "29/05/2026", "", "On track"),
        head,
        ("N3", "", acts[2], "", "Audit Manager", "", "30/04/2026", "", "Delayed"),
        widths=(3, 1, 9, 1, 6, 1, 4, 1, 4),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], number="N1", leads=["Neglect Lead"], due=["2026-01-30"], rating="Complete"),
                act(acts[1], number="N2", leads=["Workforce Lead"], due=["2026-05-29"], rating="On track"),
                act(acts[2], number="N3", leads=["Audit Manager"], due=["2026-04-30"], rating="Delayed"),
            ),
        ),
    )
    blocks = (Heading("Neglect action plan"), Heading("Summary", 2), counts, Heading("Actions", 2), body)
    return Shape(name="blank_columns", paper=paper(*blocks), key=key, formats=(*USUAL, "csv"))


def over_two_pages() -> Shape:
    """A wide sheet printed so that the right-hand columns come out on the next page, row by row in the same order."""
    areas = ("Recording", "Caseloads")
    acts = ("Close old records.", "Teach brief recording.", "Set a ceiling for caseloads.")
    left = table(
        ("Ref", "Priority", "Action", "Lead"),
        ("1.1", areas[0], acts[0], "Business Support Manager"),
        ("1.2", areas[0], acts[1], "Practice Lead"),
        ("2.1", areas[1], acts[2], "Head of Service"),
        widths=(2, 5, 9, 6),
    )
    right = table(
        ("Due date", "Progress", "RAG"),
        ("31/01/2026", "412 closed.", "Green"),
        ("31/03/2026", "Two courses held.", "Amber"),
        ("30/06/2026", "Not agreed yet.", "Red"),
        widths=(4, 9, 3),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], number="1.1", leads=["Business Support Manager"], due=["2026-01-31"], rating="Green", says=("412 closed",)),
                act(acts[1], number="1.2", leads=["Practice Lead"], due=["2026-03-31"], rating="Amber", says=("Two courses held",)),
            ),
            item(areas[1], act(acts[2], number="2.1", leads=["Head of Service"], due=["2026-06-30"], rating="Red")),
        ),
    )
    blocks = (Heading("Recording and caseloads improvement plan"), left, PageBreak(), right)
    return Shape(name="over_two_pages", paper=paper(*blocks), key=key, formats=("pdf", "docx", "html"))


def two_lead_columns() -> Shape:
    """A SEND action plan: a lead for the council and a lead for health, an outcome for each priority, a phase and a real date."""
    areas = ("Waits for neurodevelopmental assessment", "Quality of education, health and care plans")
    acts = ("Open a second assessment clinic.", "Offer support while families wait.", "Train writers in all three agencies.")
    body = table(
        ("Area for priority action", "Action", "LA lead", "Health lead", "Start date", "End date", "BRAG"),
        (c(areas[0], 2), acts[0], "Head of SEND", "Clinical Director", "January 2026", "July 2026", "Amber"),
        (acts[1], "Early Help Manager", "Designated Clinical Officer", "February 2026", "May 2026", "Green"),
        (areas[1], acts[2], "SEND Quality Lead", "Designated Clinical Officer", "March 2026", "September 2026", "Red"),
        widths=(7, 8, 5, 6, 4, 4, 3),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Head of SEND", "Clinical Director"], due=["2026-07"], rating="Amber"),
                act(acts[1], leads=["Early Help Manager", "Designated Clinical Officer"], due=["2026-05"], rating="Green"),
            ),
            item(areas[1], act(acts[2], leads=["SEND Quality Lead", "Designated Clinical Officer"], due=["2026-09"], rating="Red")),
        ),
    )
    return Shape(name="two_lead_columns", paper=paper(Heading("Area SEND priority action plan"), body), key=key, formats=USUAL)


def both_tongues() -> Shape:
    """Headings in Welsh and English; status in English."""
    acts = ("Offer every child an advocate in their own language.", "Publish the complaints leaflet in two languages.")
    body = table(
        ("Rhif / No", "Maes / Area", "Cam gweithredu / Action", "Arweinydd / Lead", "Erbyn pryd / By when", "Statws / Status"),
        ("1", c("Llais y plentyn / Voice of the child", 2), acts[0], "Advocacy Manager", "May 2026", "On track"),
        ("2", acts[1], "Complaints Officer", "March 2026", "Complete"),
        widths=(3, 6, 8, 5, 4, 4),
    )
    key = Key(
        items=(
            item(
                "Llais y plentyn / Voice of the child",
                act(acts[0], number="1", leads=["Advocacy Manager"], due=["2026-05"], rating="On track"),
                act(acts[1], number="2", leads=["Complaints Officer"], due=["2026-03"], rating="Complete"),
            ),
        ),
    )
    return Shape(name="both_tongues", paper=paper(Heading("Cynllun gwella / Improvement plan"), body), key=key, formats=USUAL)


SHAPES = (
    ofsted_said,
    agency_columns,
    quarter_columns,
    turned_round,
    right_to_left,
    blank_columns,
    over_two_pages,
    two_lead_columns,
    both_tongues,
)
