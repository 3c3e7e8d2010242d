"""Second round: exports of task systems, audit and scrutiny trackers."""

from datetime import date

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

SHEETS = ("xlsx", "html", "csv", "tabs", "pdf")
EVERY = ("docx", "xlsx", "html", "md", "pdf", "csv", "tabs")


def planner_export() -> Shape:
    """A task board's export: title first, bucket as group, start and finish, several people by semicolon, labels."""
    acts = ("Rewrite the duty manual", "Hold duty workshops", "Map the missing-episode form", "Switch on the missing-episode form")
    body = table(
        ("Title", "Bucket", "Assigned To", "Start", "Finish", "% Complete", "Labels", "Modified"),
        (acts[0], "Duty and advice", "Orla Finch", date(2026, 1, 5), date(2026, 2, 27), "100", "Quick win", date(2026, 3, 2)),
        (acts[1], "Duty and advice", "Orla Finch; Bram Castell", date(2026, 3, 2), date(2026, 5, 29), "50", "Training", date(2026, 3, 9)),
        (acts[2], "Missing children", "Bram Castell", date(2026, 2, 2), date(2026, 3, 31), "50", "System", date(2026, 3, 9)),
        (acts[3], "Missing children", "Suki Thane", date(2026, 4, 1), date(2026, 6, 30), "0", "System", date(2026, 1, 20)),
        widths=(8, 5, 6, 4, 4, 3, 4, 4),
    )
    key = Key(
        items=(
            item(
                "Duty and advice",
                act(acts[0], leads=["Orla Finch"], due=["2026-02-27"]),
                act(acts[1], leads=["Orla Finch", "Bram Castell"], due=["2026-05-29"]),
            ),
            item(
                "Missing children",
                act(acts[2], leads=["Bram Castell"], due=["2026-03-31"]),
                act(acts[3], leads=["Suki Thane"], due=["2026-06-30"]),
            ),
        ),
    )
    return Shape(name="planner_export", paper=paper(body), key=key, formats=SHEETS)


def project_outline() -> Shape:
    """A project schedule: outline numbers, a summary row with dates of its own above its tasks."""
    acts = ("Advertise twelve posts", "Hold an assessment day", "Choose a supervision template", "Audit forty supervision files")
    body = table(
        ("WBS", "Task Name", "Duration", "Start", "Finish", "Resource Names", "% Complete"),
        ("1", "**Stable workforce**", "120 days", "05/01/2026", "19/06/2026", "", "40%"),
        ("1.1", acts[0], "20 days", "05/01/2026", "30/01/2026", "HR Business Partner", "100%"),
        ("1.2", acts[1], "5 days", "15/06/2026", "19/06/2026", "Principal Social Worker", "0%"),
        ("2", "**Supervision**", "90 days", "02/02/2026", "05/06/2026", "", "10%"),
        ("2.1", acts[2], "15 days", "02/02/2026", "20/02/2026", "Practice Lead", "30%"),
        ("2.2", acts[3], "30 days", "27/04/2026", "05/06/2026", "Quality Assurance Manager", "0%"),
        widths=(2, 9, 3, 4, 4, 6, 3),
    )
    key = Key(
        items=(
            item(
                "Stable workforce",
                act(acts[0], number="1.1", leads=["HR Business Partner"], due=["2026-01-30"]),
                act(acts[1], number="1.2", leads=["Principal Social Worker"], due=["2026-06-19"]),
                number="1",
            ),
            item(
                "Supervision",
                act(acts[2], number="2.1", leads=["Practice Lead"], due=["2026-02-20"]),
                act(acts[3], number="2.2", leads=["Quality Assurance Manager"], due=["2026-06-05"]),
                number="2",
            ),
        ),
    )
    return Shape(name="project_outline", paper=paper(Heading("Improvement programme schedule"), body), key=key, formats=EVERY)


def issue_tracker() -> Shape:
    """An issue tracker's export: keys, an epic on each row, assignee, workflow words."""
    acts = ("Send chronology reminders from the case system", "Sample chronologies in four teams", "Draft a life-story guide")
    body = table(
        ("Key", "Summary", "Epic", "Assignee", "Priority", "Status", "Due", "Updated"),
        ("CSI-12", acts[0], "Case recording", "Priya Holm", "High", "Done", "28/Feb/26", "01/Mar/26"),
        ("CSI-15", acts[1], "Case recording", "Jonas Pell", "Medium", "In Progress", "30/Apr/26", "11/Mar/26"),
        ("CSI-21", acts[2], "Life-story work", "Unassigned", "Medium", "To Do", "31/May/26", "02/Feb/26"),
        widths=(3, 9, 5, 4, 3, 4, 4, 4),
    )
    key = Key(
        items=(
            item(
                "Case recording",
                act(acts[0], number="CSI-12", leads=["Priya Holm"], due=["2026-02-28"], rating="Done"),
                act(acts[1], number="CSI-15", leads=["Jonas Pell"], due=["2026-04-30"], rating="In Progress"),
            ),
            item("Life-story work", act(acts[2], number="CSI-21", due=["2026-05-31"], rating="To Do")),
        ),
    )
    return Shape(name="issue_tracker", paper=paper(body), key=key, formats=SHEETS)


def performance_system() -> Shape:
    """A performance system's report: code and title in one cell, band rows, managed by, latest note, status icon in words."""
    titles = ("CYP 1.1 Redesign the contact form", "CYP 1.2 Answer every contact in a day", "CYP 2.1 Recruit ten foster carers")
    body = table(
        ("Code & Title", "Due Date", "Managed By", "Status", "Progress Bar", "Latest Note"),
        (c("**CYP 1 Front door**", across=6),),
        (titles[0], "31-Mar-2026", "Lena Brook", "Completed", "100%", "Form went live on 2 March."),
        (titles[1], "30-Jun-2026", "Lena Brook", "In Progress", "45%", "82% in a day in February."),
        (c("**CYP 2 Sufficiency**", across=6),),
        (titles[2], "30-Sep-2026", "Idris Vale", "Overdue", "20%", ""),
        widths=(9, 4, 4, 4, 3, 8),
    )
    texts = tuple(OneOf(title, title.split(" ", 2)[2]) for title in titles)
    key = Key(
        items=(
            item(
                OneOf("Front door", "CYP 1 Front door"),
                act(texts[0], leads=["Lena Brook"], due=["2026-03-31"], rating="Completed", says=("Form went live on 2 March",)),
                act(texts[1], leads=["Lena Brook"], due=["2026-06-30"], rating="In Progress", says=("82% in a day in February",)),
            ),
            item(OneOf("Sufficiency", "CYP 2 Sufficiency"), act(texts[2], leads=["Idris Vale"], due=["2026-09-30"], rating="Overdue")),
        ),
    )
    return Shape(name="performance_system", paper=paper(Heading("Service plan actions"), body), key=key, formats=EVERY)


def audit_recommendations() -> Shape:
    """Internal audit follow-up: priority in a word, management's response is the action, first and revised dates, open or closed."""
    recs = ("Payments to carers should be checked monthly.", "Access rights of leavers should be removed.", "Petty cash should be counted.")
    acts = (
        "Agreed. A monthly exception report will go to the Finance Manager.",
        "Agreed. Leavers will be sent to ICT each Friday.",
        "Agreed. Count at each month end.",
    )
    body = table(
        ("Ref", "Recommendation", "Priority", "Management response", "Responsible officer", "Original date", "Revised date", "Status"),
        ("R1", recs[0], "High", acts[0], "Finance Manager", "30/09/2025", "31/01/2026", "Open"),
        ("R2", recs[1], "Medium", acts[1], "Head of ICT", "31/10/2025", "", "Closed"),
        ("R3", recs[2], "Low", acts[2], "Business Manager", "30/11/2025", "N/A", "Open"),
        widths=(2, 8, 3, 8, 5, 4, 4, 3),
    )
    key = Key(
        items=(
            item(recs[0], act(acts[0], leads=["Finance Manager"], due=Has("2026-01-31"), rating="Open"), number="R1"),
            item(recs[1], act(acts[1], leads=["Head of ICT"], due=["2025-10-31"], rating="Closed"), number="R2"),
            item(recs[2], act(acts[2], leads=["Business Manager"], due=["2025-11-30"], rating="Open"), number="R3"),
        ),
    )
    blocks = (
        Heading("Internal audit: follow-up of recommendations"),
        Text("High, medium and low are the priorities of the finding."),
        body,
    )
    return Shape(name="audit_recommendations", paper=paper(*blocks), key=key, formats=EVERY)


def scrutiny_response() -> Shape:
    """Cabinet's answer to scrutiny: accepted or not, with nothing to do where it is not."""
    recs = (
        "That young people sit on every interview panel.",
        "That the leaving care offer is printed as a booklet.",
        "That the Cabinet funds a second contact centre.",
    )
    acts = ("Train twenty young interviewers.", "Design the booklet with the care council.")
    body = table(
        (
            "No.",
            "Scrutiny recommendation",
            "Accepted / Not accepted",
            "Executive response",
            "Action to be taken",
            "Lead officer",
            "By when",
        ),
        ("1", recs[0], "Accepted", "The executive welcomes this.", acts[0], "HR Business Partner", "May 2026"),
        ("2", recs[1], "Accepted in part", "A web page comes first.", acts[1], "Leaving Care Manager", "July 2026"),
        ("3", recs[2], "Not accepted", "There is no budget for it.", "", "", ""),
        widths=(2, 8, 4, 6, 7, 5, 3),
    )
    key = Key(
        items=(
            item(recs[0], act(acts[0], leads=["HR Business Partner"], due=["2026-05"]), number="1"),
            item(recs[1], act(acts[1], leads=["Leaving Care Manager"], due=["2026-07"]), number="2"),
            item(recs[2], number="3"),
        ),
    )
    blocks = (Heading("Executive response to the scrutiny review of leaving care"), body)
    return Shape(name="scrutiny_response", paper=paper(*blocks), key=key, formats=EVERY)


SHAPES = (planner_export, project_outline, issue_tracker, performance_system, audit_recommendations, scrutiny_response)
