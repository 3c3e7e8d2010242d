"""Flat tables (a row an action, the item said again or in its own column) and trackers."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

EVERY = ("docx", "xlsx", "html", "md", "pdf", "csv", "tabs")


def hmicfrs_tracker() -> Shape:
    """Police-like tracker: one action a recommendation, statuses in words, time bands in words."""
    recs = (
        "By the date given, the force should make sure that it records crimes against children within 24 hours.",
        "The force should improve its response to missing children.",
        "The force should review the custody of children.",
    )
    acts = (
        "Move crime recording for child abuse into the public protection unit.",
        "Brief control room staff on risk grading.",
        "Daily review of children in custody by an inspector.",
    )
    body = table(
        ("Rec no", "HMICFRS recommendation", "Timescale", "Force response", "Strategic lead", "Status"),
        ("1", recs[0], "within six months", acts[0], "ACC Crime", "In progress"),
        ("2", recs[1], "immediately", acts[1], "ACC Response", "Completed"),
        ("3", recs[2], "within three months", acts[2], "ACC Local Policing", "Superseded"),
        widths=(2, 9, 4, 9, 4, 4),
    )
    key = Key(
        items=tuple(
            item(rec, act(text, leads=[lead], rating=status, due=[]), number=str(number))
            for number, (rec, text, lead, status) in enumerate(
                zip(
                    recs, acts, ("ACC Crime", "ACC Response", "ACC Local Policing"), ("In progress", "Completed", "Superseded"), strict=True
                ),
                1,
            )
        ),
    )
    return Shape(name="hmicfrs_tracker", paper=paper(Heading("HMICFRS recommendations tracker"), body), key=key, formats=EVERY)


def repeated_item_column() -> Shape:
    """Export from a system: the item is said again on each row; title rows before the header; percent complete with a rule."""
    items = ("PEP completion and quality", "Attendance of children in care")
    acts = (
        "Train designated teachers in writing PEPs",
        "Virtual school to sample 10% of PEPs each term",
        "Weekly attendance call for children under 90%",
        "Agree a part-time timetable protocol with heads",
    )
    body = table(
        ("Priority", "Action ref", "Action", "Action owner", "Original due date", "Revised due date", "% complete", "Latest update"),
        (items[0], "P1-01", acts[0], "Ines Marlow", "31/12/2025", "", "80%", "Three of four sessions held"),
        (items[0], "P1-02", acts[1], "Tomasz Wren", "31/03/2026", "", "40%", "Autumn sample done"),
        (items[1], "P2-01", acts[2], "Ines Marlow", "30/11/2025", "31/01/2026", "100%", "In place"),
        (items[1], "P2-02", acts[3], "Adaeze Thornley", "30/04/2026", "", "10%", ""),
        widths=(5, 3, 8, 5, 4, 4, 3, 6),
    )
    key = Key(
        items=(
            item(
                items[0],
                act(acts[0], number="P1-01", leads=["Ines Marlow"], due=Has("2025-12-31"), says=("Three of four sessions held",)),
                act(acts[1], number="P1-02", leads=["Tomasz Wren"], due=Has("2026-03-31")),
            ),
            item(
                items[1],
                act(acts[2], number="P2-01", leads=["Ines Marlow"], due=Has("2026-01-31")),
                act(acts[3], number="P2-02", leads=["Adaeze Thornley"], due=Has("2026-04-30"), progress=0),
            ),
        ),
    )
    blocks = (
        Text("Virtual school improvement plan"),
        Text("Exported 09/01/2026 14:22"),
        Text("0–25% red, 26–75% amber, 76% and over green"),
        body,
    )
    return Shape(name="repeated_item_column", paper=paper(*blocks), key=key, formats=EVERY)


def every_date() -> Shape:
    """One plan with each way of saying when."""
    whens = (
        ("29/02/2028", ["2028-02-29"], None),
        ("by end Feb 2026", ["2026-02-28"], None),
        ("Q2 2025/26", ["2025-09"], None),
        ("Summer term 2026", [], None),
        ("Immediate and ongoing", [], OneOf("ongoing", None)),
        ("ASAP", [], None),
        ("31.03.26", ["2026-03-31"], None),
        ("Mar-26", ["2026-03"], None),
        ("March–June 2026", ["2026-03", "2026-06"], None),
        ("April 2026 then quarterly", ["2026-04"], "quarterly"),
        ("TBC", [], None),
        ("Friday 13th March 2026", ["2026-03-13"], None),
        ("Sept 2026", ["2026-09"], None),
    )
    verbs = ("Publish", "Review", "Launch", "Test", "Refresh", "Print", "Agree", "Share", "Pilot", "Report", "Cost", "Sign", "Close")
    acts = [
        f"{verb} the {thing} policy."
        for verb, thing in zip(
            verbs,
            ("leave", "travel", "gifts", "keys", "phones", "visits", "pets", "post", "lone working", "caseload", "car", "print", "cash"),
            strict=True,
        )
    ]
    rows = [(str(n), text, "Business Manager", when[0]) for n, (text, when) in enumerate(zip(acts, whens, strict=True), 1)]
    body = table(("No", "Action", "Owner", "Deadline"), *rows, widths=(1, 8, 4, 6))
    actions = (
        act(text, number=str(n), leads=["Business Manager"], due=due, recurrence=recurrence)
        for n, (text, (_said, due, recurrence)) in enumerate(zip(acts, whens, strict=True), 1)
    )
    key = Key(items=(item("Policies are up to date", *actions),))
    blocks = (Heading("Improvement plan 2025–28"), Heading("Policies are up to date", 2), body)
    return Shape(name="every_date", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf", "tabs", "aligned"))


def ditto_and_blank() -> Shape:
    """Ditto marks, "as above", blank leads, and several actions a cell's worth apart."""
    acts = (
        "Appoint a practice educator.",
        "Offer weekly reflective space.",
        "Give each newly qualified worker a protected caseload.",
        "Hold stay interviews at six months.",
    )
    body = table(
        ("Objective", "Steps", "Lead officer", "By", "RAG status"),
        (c("A stable workforce", 4), acts[0], "Head of Workforce", "June 2026", "Amber"),
        (acts[1], "As above", "June 2026", "Green"),
        (acts[2], "″", "July 2026", "Green"),
        (acts[3], "", "Aug 2026", "Red"),
        widths=(5, 9, 5, 4, 3),
    )
    lead = ["Head of Workforce"]
    key = Key(
        items=(
            item(
                "A stable workforce",
                act(acts[0], leads=lead, basis="printed", due=["2026-06"], rating="Amber"),
                act(acts[1], leads=lead, due=["2026-06"], rating="Green"),
                act(acts[2], leads=lead, due=["2026-07"], rating="Green"),
                act(acts[3], basis=OneOf("filled_down", "none"), due=["2026-08"], rating="Red"),
            ),
        ),
    )
    blocks = (Heading("Workforce improvement plan"), Text("Orrin Sands Council, children’s services"), body)
    return Shape(name="ditto_and_blank", paper=paper(*blocks), key=key, formats=EVERY)


def wider_plan() -> Shape:
    """Corporate plan: 1, 1.1 and 1.1.1; a KPI column; baseline and target; no lead marked."""
    acts = ("Offer every child in care a mentor.", "Match mentors by interest.", "Cut placement moves through early planning meetings.")
    body = table(
        ("Ref", "Objective / action", "KPI", "Baseline", "Target", "Lead", "Due", "Status"),
        (
            "1",
            c("**Children in care thrive**", across=7),
        ),
        (
            "1.1",
            c("**Children have someone who stays**", across=7),
        ),
        ("1.1.1", acts[0], "Children with a mentor", "12%", "60%", "Participation Manager", "December 2026", "On track"),
        ("1.1.2", acts[1], "Matches lasting a year", "n/a", "80%", "Participation Manager", "March 2027", "On track"),
        (
            "1.2",
            c("**Children move less**", across=7),
        ),
        ("1.2.1", acts[2], "Three or more moves", "14%", "9%", "Head of Children in Care", "March 2027", "Overdue"),
        widths=(2, 8, 5, 3, 3, 5, 4, 4),
    )
    key = Key(
        items=(
            item(
                "Children have someone who stays",
                act(acts[0], number="1.1.1", leads=["Participation Manager"], due=["2026-12"], rating="On track"),
                act(acts[1], number="1.1.2", leads=["Participation Manager"], due=["2027-03"], rating="On track"),
                number="1.1",
            ),
            item(
                "Children move less",
                act(acts[2], number="1.2.1", leads=["Head of Children in Care"], due=["2027-03"], rating="Overdue"),
                number="1.2",
            ),
        ),
        spare_items=True,
    )
    return Shape(
        name="wider_plan", paper=paper(Heading("Our plan for children 2026–29"), body), key=key, formats=("docx", "xlsx", "html", "pdf")
    )


SHAPES = (hmicfrs_tracker, repeated_item_column, every_date, ditto_and_blank, wider_plan)
