"""Fifth round: reports of progress without actions, many facts in a cell, facts in a line, what stands beside a priority's name."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")
EVERY = (*USUAL, "csv", "tabs")


def progress_alone() -> Shape:
    """A follow-up: the recommendation, what has happened, the colour last time and now, what comes next; nobody's name."""
    recs = ("Strengthen oversight of children missing from care.", "Reduce the number of unallocated cases.")
    nexts = ("Move the panel to weekly.", "Recruit two more workers.")
    body = table(
        ("Recommendation", "Progress since last report", "Previous RAG", "Current RAG", "Next steps"),
        (recs[0], "Panel now meets fortnightly.", "Red", "Amber", nexts[0]),
        (recs[1], "Down from 41 to 12.", "Red", "Green", nexts[1]),
        widths=(7, 7, 3, 3, 6),
    )
    key = Key(
        items=(
            item(recs[0], act(OneOf(nexts[0], recs[0]), rating="Amber", says=("Panel now meets fortnightly",))),
            item(recs[1], act(OneOf(nexts[1], recs[1]), rating="Green", says=("Down from 41 to 12",))),
        ),
    )
    return Shape(name="progress_alone", paper=paper(Heading("Improvement plan: progress report"), body), key=key, formats=EVERY)


def colour_first() -> Shape:
    """The colour in the first column, then number, action, who and when; a status at a day; letters for numbers."""
    acts = ("Send letters in plain words.", "Offer letters in other languages.", "Ask families whether they understand.")
    body = table(
        ("RAG", "No", "Objective", "Action", "Who", "When", "Position at 31/12/25"),
        ("G", "a", c("Families understand us", 3), acts[0], "Business Manager", "Jan 2026", "All templates done."),
        ("A", "b", acts[1], "Business Manager", "Mar 2026", "Six of ten."),
        ("R", "c", acts[2], "Participation Lead", "May 2026", ""),
        widths=(2, 2, 5, 7, 5, 3, 6),
    )
    green, amber, red = OneOf("G", "Green"), OneOf("A", "Amber"), OneOf("R", "Red")
    key = Key(
        items=(
            item(
                "Families understand us",
                act(acts[0], leads=["Business Manager"], due=["2026-01"], rating=green, says=("All templates done",)),
                act(acts[1], leads=["Business Manager"], due=["2026-03"], rating=amber, says=("Six of ten",)),
                act(acts[2], leads=["Participation Lead"], due=["2026-05"], rating=red),
            ),
        ),
    )
    return Shape(name="colour_first", paper=paper(Heading("Communication action plan"), body), key=key, formats=USUAL)


def minutes_tracker() -> Shape:
    """A committee's tracker: minute numbers with strokes, the meeting's day, an outcome in words."""
    acts = ("Circulate the sufficiency figures.", "Arrange a visit to the contact centre.")
    body = table(
        ("Minute ref", "Meeting date", "Action agreed", "Responsible", "Target", "Status / outcome"),
        ("2025/34", "10/09/2025", acts[0], "Commissioning Manager", "10/10/2025", "Completed"),
        ("2025/41", "12/11/2025", acts[1], "Scrutiny Officer", "31/01/2026", "In progress"),
        widths=(3, 4, 8, 5, 4, 4),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], leads=["Commissioning Manager"], due=["2025-10-10"], rating="Completed"),
                act(acts[1], leads=["Scrutiny Officer"], due=["2026-01-31"], rating="In progress"),
            ),
        ),
    )
    return Shape(name="minutes_tracker", paper=paper(Heading("Scrutiny action tracker"), body), key=key, formats=EVERY)


def root_causes() -> Shape:
    """Issue and its cause, action, expected and actual impact."""
    issues = ("Assessments are late.", "Managers sign off poor work.")
    acts = ("Split the duty and assessment teams.", "Return work that is not good enough.")
    body = table(
        ("KLOE", "Issue identified", "Root cause", "Action", "Owner", "Deadline", "Expected impact", "Actual impact", "Status"),
        ("1", issues[0], "One team does both.", acts[0], "Head of Assessment", "31/03/2026", "85% in time", "74% in time so far", "Amber"),
        ("2", issues[1], "No shared standard.", acts[1], "Principal Social Worker", "28/02/2026", "Fewer reworks", "", "Red"),
        widths=(2, 6, 5, 7, 5, 4, 5, 5, 3),
    )
    key = Key(
        items=(
            item(
                issues[0],
                act(acts[0], leads=["Head of Assessment"], due=["2026-03-31"], rating="Amber", says=("74% in time so far",)),
                success=("85% in time",),
            ),
            item(issues[1], act(acts[1], leads=["Principal Social Worker"], due=["2026-02-28"], rating="Red"), success=("Fewer reworks",)),
        ),
    )
    return Shape(name="root_causes", paper=paper(Heading("Assessment action plan"), body), key=key, formats=EVERY)


def facts_in_a_cell() -> Shape:
    """Two columns: the recommendation, and beside it one cell in which action, lead, date and progress have a line each."""
    recs = ("Improve how children’s wishes are recorded.", "Make sure that supervision is regular.")
    acts = ("Add a page for wishes to each record.", "Put supervision dates in all diaries.")
    body = table(
        ("Recommendation", "Our response"),
        (recs[0], f"Action: {acts[0]}\nLead: Systems Manager\nBy when: 30 April 2026\nProgress: Page designed."),
        (recs[1], f"Action: {acts[1]}\nLead: Team managers\nBy when: 31 January 2026\nProgress: Done in nine teams."),
        widths=(6, 10),
    )
    key = Key(
        items=(
            item(recs[0], act(acts[0], leads=["Systems Manager"], due=["2026-04-30"], says=("Page designed",))),
            item(recs[1], act(acts[1], leads=["Team managers"], due=["2026-01-31"], says=("Done in nine teams",))),
        ),
    )
    return Shape(name="facts_in_a_cell", paper=paper(Heading("Response to the recommendations"), body), key=key, formats=USUAL)


def facts_in_a_line() -> Shape:
    """No table: under each heading a numbered line an action, which says who, by when and how far."""
    areas = ("Court work", "Life-story work")
    acts = ("File every statement on time.", "Give each child a life-story book.", "Train carers in life-story work.")
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Court Manager"], due=["2026-02-28"], rating=OneOf("Green", None))),
            item(
                areas[1],
                act(acts[1], leads=["Permanence Lead"], due=["2026-06-30"], rating=OneOf("Amber", None)),
                act(acts[2], leads=["Fostering Manager"], due=["2026-05-31"], rating=OneOf("Red", None)),
            ),
        ),
    )
    blocks = (
        Heading("Permanence improvement plan"),
        Heading(areas[0], 2),
        Text(f"1. {acts[0]} Lead: Court Manager. By when: 28 February 2026. Status: Green."),
        Heading(areas[1], 2),
        Text(f"2. {acts[1]} Lead: Permanence Lead. By when: 30 June 2026. Status: Amber."),
        Text(f"3. {acts[2]} Lead: Fostering Manager. By when: 31 May 2026. Status: Red."),
    )
    return Shape(name="facts_in_a_line", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def labelled_responses() -> Shape:
    """No table: a heading a recommendation, then labelled lines; one was not accepted and has none."""
    recs = ("Publish caseloads each quarter", "Review the threshold document", "Open a second office")
    acts = ("Add caseloads to the scorecard", "Hold three workshops with partners")
    key = Key(
        items=(
            item(Has(recs[0]), act(acts[0], leads=["Performance Manager"], due=["2026-04-30"], rating=OneOf("On track", None))),
            item(Has(recs[1]), act(acts[1], leads=["Partnership Manager"], due=["2026-07"], rating=OneOf("Not started", None))),
        ),
        spare_items=True,
    )
    blocks = (
        Heading("Response to the peer review: action plan"),
        Heading(f"Recommendation 1: {recs[0]}", 2),
        Text("Response: Accepted"),
        Text(f"Action: {acts[0]}"),
        Text("Owner: Performance Manager"),
        Text("Timescale: 30 April 2026"),
        Text("Status: On track"),
        Heading(f"Recommendation 2: {recs[1]}", 2),
        Text("Response: Accepted"),
        Text(f"Action: {acts[1]}"),
        Text("Owner: Partnership Manager"),
        Text("Timescale: July 2026"),
        Text("Status: Not started"),
        Heading(f"Recommendation 3: {recs[2]}", 2),
        Text("Response: Not accepted. There is no need for it."),
    )
    return Shape(name="labelled_responses", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def sponsor_beside() -> Shape:
    """A row above each heading row: the priority, who sponsors it and its overall colour, each in a cell."""
    names = ("Priority 1: Early help", "Priority 2: Permanence")
    acts = ("Open three hubs.", "Train hub staff.", "Review every plan for permanence.")
    head = ("Ref", "Action", "Lead", "Due", "Progress", "RAG")
    body = table(
        (c(names[0], across=3), c("Sponsor: Director of Early Help", across=2), "Amber"),
        head,
        ("1.1", acts[0], "Hub Manager", "30/04/2026", "One is open.", "Amber"),
        ("1.2", acts[1], "Workforce Lead", "31/05/2026", "", "Green"),
        (c(names[1], across=3), c("Sponsor: Director of Care", across=2), "Red"),
        head,
        ("2.1", acts[2], "Permanence Lead", "30/06/2026", "Not begun.", "Red"),
        headers=0,
        widths=(2, 8, 5, 4, 6, 3),
    )
    key = Key(
        items=(
            item(
                OneOf("Early help", names[0]),
                act(acts[0], number="1.1", leads=["Hub Manager"], due=["2026-04-30"], rating="Amber", says=("One is open",)),
                act(acts[1], number="1.2", leads=["Workforce Lead"], due=["2026-05-31"], rating="Green"),
            ),
            item(OneOf("Permanence", names[1]), act(acts[2], number="2.1", leads=["Permanence Lead"], due=["2026-06-30"], rating="Red")),
        ),
    )
    blocks = (Heading("Improvement programme plan"), body)
    return Shape(name="sponsor_beside", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "pdf"))


def two_kinds_of_evidence() -> Shape:
    """Evidence that it was done and evidence that it helped; who checked it and when."""
    areas = ("Chronologies", "Genograms")
    acts = ("Put a chronology on every record.", "Draw a family tree with each family.")
    body = table(
        ("Area", "Action", "Lead", "Deadline", "Evidence of completion", "Evidence of impact", "Verified by"),
        (areas[0], acts[0], "Practice Lead", "31/03/2026", "Report of 3 March", "Auditors find them used in 70%", "Audit Manager"),
        (areas[1], acts[1], "Team managers", "30/06/2026", "", "", ""),
        widths=(4, 7, 5, 4, 6, 6, 5),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Practice Lead"], due=["2026-03-31"], says=("Report of 3 March", "used in 70%"))),
            item(areas[1], act(acts[1], leads=["Team managers"], due=["2026-06-30"])),
        ),
    )
    return Shape(name="two_kinds_of_evidence", paper=paper(Heading("Recording action plan"), body), key=key, formats=EVERY)


SHAPES = (
    progress_alone,
    colour_first,
    minutes_tracker,
    root_causes,
    facts_in_a_cell,
    facts_in_a_line,
    labelled_responses,
    sponsor_beside,
    two_kinds_of_evidence,
)
