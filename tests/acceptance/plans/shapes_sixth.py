"""Sixth round: groups over headings, items continued and said as above, ticks and figures for status, struck names, footnote marks."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, PageBreak, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")
SPANS = ("docx", "xlsx", "html", "pdf")
EVERY = (*USUAL, "csv", "tabs")


def objectives_and_results() -> Shape:
    """Objective, key result, initiative, owner, confidence in per cent."""
    aims = ("Every child has a plan that works", "Staff stay")
    acts = ("Coach managers in planning.", "Review plans at six weeks.", "Offer flexible hours.")
    body = table(
        ("Objective", "Key result", "Initiative", "Owner", "Target date", "Confidence"),
        (c(aims[0], 2), "80% of plans good", acts[0], "Practice Lead", "30/06/2026", "70%"),
        ("90% reviewed in time", acts[1], "Reviewing Manager", "31/07/2026", "50%"),
        (aims[1], "Turnover under 12%", acts[2], "HR Business Partner", "31/08/2026", "60%"),
        widths=(6, 5, 7, 5, 4, 3),
    )
    key = Key(
        items=(
            item(
                aims[0],
                act(acts[0], leads=["Practice Lead"], due=["2026-06-30"]),
                act(acts[1], leads=["Reviewing Manager"], due=["2026-07-31"]),
                success=("80% of plans good", "90% reviewed in time"),
            ),
            item(aims[1], act(acts[2], leads=["HR Business Partner"], due=["2026-08-31"]), success=("Turnover under 12%",)),
        ),
    )
    return Shape(name="objectives_and_results", paper=paper(Heading("Improvement plan 2026"), body), key=key, formats=USUAL)


def continued_items() -> Shape:
    """The item said again on the next page with “continued”."""
    area = "Recording of decisions"
    acts = ("Agree a template.", "Train managers in it.", "Audit its use.")
    head = ("Area for improvement", "Action", "Lead", "Timescale", "RAG")
    widths = (6, 8, 5, 4, 3)
    one = table(
        head,
        (area, acts[0], "Practice Lead", "January 2026", "Green"),
        ("", acts[1], "Workforce Lead", "March 2026", "Amber"),
        widths=widths,
    )
    two = table(head, (f"{area} (continued)", acts[2], "Audit Manager", "May 2026", "Red"), widths=widths)
    leads, due, rag = ("Practice Lead", "Workforce Lead", "Audit Manager"), ("2026-01", "2026-03", "2026-05"), ("Green", "Amber", "Red")
    key = Key(
        items=(
            item(
                area, *(act(text, leads=[who], due=[when], rating=how) for text, who, when, how in zip(acts, leads, due, rag, strict=True))
            ),
        ),
    )
    return Shape(name="continued_items", paper=paper(Heading("Recording action plan"), one, PageBreak(), two), key=key, formats=USUAL)


def said_as_above() -> Shape:
    """The item, the lead and the date are said “as above”; dashes where there is nothing."""
    areas = ("Visits", "Plans")
    acts = ("Plan visits monthly.", "Report missed visits.", "Write plans with families.")
    body = table(
        ("Area", "Action", "Lead", "Deadline", "Progress", "RAG"),
        (areas[0], acts[0], "Team managers", "March 2026", "Begun.", "Amber"),
        ("As above", acts[1], "As above", "As above", "-", "Red"),
        (areas[1], acts[2], "Practice Lead", "June 2026", "–", "Red"),
        widths=(5, 8, 5, 4, 5, 3),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Team managers"], due=["2026-03"], rating="Amber", progress=1),
                act(acts[1], leads=["Team managers"], due=["2026-03"], rating="Red", progress=0),
            ),
            item(areas[1], act(acts[2], leads=["Practice Lead"], due=["2026-06"], rating="Red", progress=0)),
        ),
    )
    return Shape(name="said_as_above", paper=paper(Heading("Practice action plan"), body), key=key, formats=EVERY)


def start_and_end_below_timescale() -> Shape:
    """“Timescale” over start and end, “Responsibility” over lead and support."""
    acts = ("Map the journey of a child.", "Cut it to five steps.")
    body = table(
        (
            c("Ref", 2),
            c("Priority", 2),
            c("Action", 2),
            c("Responsibility", across=2),
            c("Timescale", across=2),
            c("RAG", 2),
        ),
        ("Lead", "Support", "Start", "End"),
        ("1.1", c("One front door", 2), acts[0], "Head of Access", "Business Analyst", "05/01/2026", "27/02/2026", "Green"),
        ("1.2", acts[1], "Head of Access", "Police", "02/03/2026", "31/07/2026", "Amber"),
        headers=2,
        widths=(2, 5, 7, 5, 5, 4, 4, 3),
    )
    key = Key(
        items=(
            item(
                "One front door",
                act(acts[0], number="1.1", leads=Has("Head of Access"), due=Has("2026-02-27"), rating="Green"),
                act(acts[1], number="1.2", leads=Has("Head of Access"), due=Has("2026-07-31"), rating="Amber"),
            ),
        ),
    )
    return Shape(name="start_and_end_below_timescale", paper=paper(Heading("Access delivery plan"), body), key=key, formats=SPANS)


def questions_over_headings() -> Shape:
    """Three questions span the headings below them."""
    areas = ("Police are not told quickly enough.", "Schools do not hear back.")
    acts = ("Ring the police within the hour.", "Write to schools in two days.")
    body = table(
        (
            c("What did inspectors say?", across=2),
            c("What will we do?", across=3),
            c("How will we know?", across=2),
        ),
        ("No", "Finding", "Action", "Lead", "By when", "Success measure", "RAG"),
        ("1", areas[0], acts[0], "Duty Manager", "31/01/2026", "100% in the hour", "Green"),
        ("2", areas[1], acts[1], "Education Lead", "28/02/2026", "90% in two days", "Amber"),
        headers=2,
        widths=(2, 6, 7, 5, 4, 5, 3),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Duty Manager"], due=["2026-01-31"], rating="Green"),
                number="1",
                success=("100% in the hour",),
            ),
            item(
                areas[1],
                act(acts[1], leads=["Education Lead"], due=["2026-02-28"], rating="Amber"),
                number="2",
                success=("90% in two days",),
            ),
        ),
    )
    return Shape(name="questions_over_headings", paper=paper(Heading("Joint response plan"), body), key=key, formats=SPANS)


def figures_for_status() -> Shape:
    """Status in figures from 0 to 3, explained below."""
    acts = ("Buy the booking system.", "Set it up.", "Teach staff to use it.")
    body = table(
        ("Theme", "Action", "Lead", "Due", "Status (0–3)"),
        (c("Systems", 3), acts[0], "Systems Manager", "31/01/2026", "3"),
        (acts[1], "Systems Manager", "31/03/2026", "2"),
        (acts[2], "Workforce Lead", "31/05/2026", "0"),
        widths=(4, 8, 5, 4, 3),
    )
    words = ("complete", "on track", "not begun")
    key = Key(
        items=(
            item(
                "Systems",
                act(acts[0], leads=["Systems Manager"], due=["2026-01-31"], rating=OneOf("3", words[0])),
                act(acts[1], leads=["Systems Manager"], due=["2026-03-31"], rating=OneOf("2", words[1])),
                act(acts[2], leads=["Workforce Lead"], due=["2026-05-31"], rating=OneOf("0", words[2])),
            ),
        ),
    )
    blocks = (Heading("Systems action plan"), body, Bullets(("0 = not begun", "1 = late", "2 = on track", "3 = complete")))
    return Shape(name="figures_for_status", paper=paper(*blocks), key=key, formats=USUAL)


def ticked_boxes() -> Shape:
    """A box ticked when it is done; footnote marks on dates."""
    acts = ("Print the new leaflets.", "Send them to surgeries.")
    body = table(
        ("#", "To do", "Who", "By", "Done?"),
        ("1", acts[0], "Communications Officer", "30 January 2026", "☑"),
        ("2", acts[1], "Health Lead", "27 February 2026*", "☐"),
        widths=(1, 8, 5, 5, 2),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], number="1", leads=["Communications Officer"], due=["2026-01-30"], rating=OneOf("☑", "Done", "Yes", None)),
                act(acts[1], number="2", leads=["Health Lead"], due=["2026-02-27"], rating=OneOf("☐", "Not done", "No", None)),
            ),
        ),
    )
    blocks = (Heading("Leaflets action plan"), body, Text("* if the printer delivers"))
    return Shape(name="ticked_boxes", paper=paper(*blocks), key=key, formats=EVERY)


def number_above_words() -> Shape:
    """The number stands on a line of its own above the action's words; the old lead is struck out."""
    acts = ("Give carers a handbook.", "Ring each carer monthly.")
    body = table(
        ("Priority", "Action", "Lead", "Timescale", "Progress"),
        (c("Carers", 2), f"1.1\n{acts[0]}", "~~Head of Fostering~~\nFostering Manager", "May 2026", "Text agreed."),
        (f"1.2\n{acts[1]}", "Fostering Manager", "Ongoing", "Since January."),
        widths=(4, 8, 5, 4, 5),
    )
    key = Key(
        items=(
            item(
                "Carers",
                act(acts[0], number="1.1", leads=Has("Fostering Manager"), due=["2026-05"], says=("Text agreed",)),
                act(acts[1], number="1.2", leads=["Fostering Manager"], due=[], says=("Since January",)),
            ),
        ),
    )
    return Shape(name="number_above_words", paper=paper(Heading("Carers plan"), body), key=key, formats=USUAL)


SHAPES = (
    objectives_and_results,
    continued_items,
    said_as_above,
    start_and_end_below_timescale,
    questions_over_headings,
    figures_for_status,
    ticked_boxes,
    number_above_words,
)
