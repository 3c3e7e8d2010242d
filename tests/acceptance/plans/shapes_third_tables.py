"""Third round: questions as headings, months as columns, updates in rows of their own, facts sharing cells."""

from tests.acceptance.plans.key import Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, paper, table
from tests.acceptance.plans.shapes_merged import GREEN, RED, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")
EVERY = (*USUAL, "csv", "tabs")


def months_across() -> Shape:
    """A bar chart of a plan: a column a month with crosses in it."""
    acts = ("Write the neglect strategy.", "Consult families on it.", "Launch it with partners.")
    body = table(
        ("Workstream", "Action", "Lead", "Apr", "May", "Jun", "Jul", "Status"),
        (c("Neglect", 3), acts[0], "Policy Officer", "X", "X", "", "", "Complete"),
        (acts[1], "Participation Lead", "", "X", "X", "", "On track"),
        (acts[2], "Partnership Manager", "", "", "", "X", "Not started"),
        widths=(4, 8, 5, 2, 2, 2, 2, 4),
    )
    key = Key(
        items=(
            item(
                "Neglect",
                act(acts[0], leads=["Policy Officer"], rating="Complete"),
                act(acts[1], leads=["Participation Lead"], rating="On track"),
                act(acts[2], leads=["Partnership Manager"], rating="Not started"),
            ),
        ),
    )
    return Shape(name="months_across", paper=paper(Heading("Neglect delivery plan"), body), key=key, formats=USUAL)


def questions_as_headings() -> Shape:
    """Every heading is a question."""
    areas = ("Children wait too long for adoption.", "Adopters are not supported afterwards.")
    acts = ("Match children within six months.", "Hold matching days.", "Offer a link worker for three years.")
    body = table(
        (
            "What did inspectors find?",
            "What are we going to do about it?",
            "Who will make it happen?",
            "When will it be done?",
            "How will we know it has worked?",
            "How are we doing?",
        ),
        (c(areas[0], 2), acts[0], "Adoption Manager", "June 2026", "Average of 180 days", "Now 240 days."),
        (acts[1], "Family Finding Team", "March 2026", "Four days a year", "One held."),
        (areas[1], acts[2], "Adoption Support Lead", "September 2026", "90% keep their worker", ""),
        widths=(7, 7, 5, 4, 6, 5),
    )
    key = Key(
        items=(
            item(
                areas[0],
                act(acts[0], leads=["Adoption Manager"], due=["2026-06"], says=("Now 240 days",)),
                act(acts[1], leads=["Family Finding Team"], due=["2026-03"]),
                success=("Average of 180 days",),
            ),
            item(areas[1], act(acts[2], leads=["Adoption Support Lead"], due=["2026-09"]), success=("90% keep their worker",)),
        ),
    )
    return Shape(name="questions_as_headings", paper=paper(Heading("Adoption: our answer to inspectors"), body), key=key, formats=EVERY)


def update_rows() -> Shape:
    """Below each action a row across the table says how far it is."""
    acts = ("Set up a contact panel.", "Write contact plans for all children.")
    body = table(
        ("Ref", "Action", "Lead", "Deadline", "RAG"),
        ("1", acts[0], "Contact Manager", "31/01/2026", "Green"),
        (c("Update January 2026: the panel met twice.", across=5),),
        ("2", acts[1], "Team managers", "31/03/2026", "Amber"),
        (c("Update January 2026: 62 of 110 are written.", across=5),),
        widths=(2, 9, 5, 4, 3),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], number="1", leads=["Contact Manager"], due=["2026-01-31"], rating="Green", says=("the panel met twice",)),
                act(acts[1], number="2", leads=["Team managers"], due=["2026-03-31"], rating="Amber", says=("62 of 110 are written",)),
            ),
        ),
    )
    return Shape(
        name="update_rows", paper=paper(Heading("Family time action plan"), body), key=key, formats=("docx", "xlsx", "html", "pdf")
    )


def rating_with_words() -> Shape:
    """The status cell says the colour and then what is behind it."""
    acts = ("Reduce agency social workers to 10%.", "Keep newly qualified workers for two years.")
    body = table(
        ("Priority", "Action", "Lead", "Due", "Status and commentary"),
        (c("Workforce", 2), acts[0], "HR Business Partner", "31/03/2026", "Amber – 14% in December, down from 22%."),
        (acts[1], "Principal Social Worker", "30/09/2026", "Green – 31 of 33 stayed."),
        widths=(4, 8, 5, 4, 8),
    )
    key = Key(
        items=(
            item(
                "Workforce",
                act(acts[0], leads=["HR Business Partner"], due=["2026-03-31"], rating="Amber", says=("14% in December, down from 22%",)),
                act(acts[1], leads=["Principal Social Worker"], due=["2026-09-30"], rating="Green", says=("31 of 33 stayed",)),
            ),
        ),
    )
    return Shape(name="rating_with_words", paper=paper(Heading("Workforce plan"), body), key=key, formats=USUAL)


def ratings_by_month() -> Shape:
    """Three columns of colours by month; the last is how things are; two columns of updates."""
    acts = ("Visit children weekly.", "See children alone.")
    body = table(
        ("Action", "Owner", "Deadline", "RAG Nov 25", "RAG Dec 25", "RAG Jan 26", "Update Oct 2025", "Update Jan 2026"),
        (acts[0], "Team managers", "31/01/2026", "Red", "Amber", "Green", "Visits began.", "94% seen weekly."),
        (acts[1], "Practice Lead", "28/02/2026", "Red", "Red", "Amber", "", "61% seen alone."),
        widths=(7, 5, 4, 3, 3, 3, 6, 6),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], leads=["Team managers"], due=["2026-01-31"], rating="Green", says=("Visits began", "94% seen weekly")),
                act(acts[1], leads=["Practice Lead"], due=["2026-02-28"], rating="Amber", says=("61% seen alone",)),
            ),
        ),
    )
    return Shape(name="ratings_by_month", paper=paper(Heading("Visits action plan"), body), key=key, formats=EVERY)


def headings_with_notes() -> Shape:
    """Headings explain themselves in brackets; a column of ranks called priority; costs; a row of totals."""
    acts = ("Lease a family centre.", "Fit out contact rooms.")
    body = table(
        (
            "Priority (1–3)",
            "Area",
            "Action (specific and measurable)",
            "Owner (post)",
            "Completion date (dd/mm/yy)",
            "Cost (£)",
            "RAG (see key)",
        ),
        ("1", c("Contact centres", 2), acts[0], "Property Manager", "30/04/26", "£42,000", "Amber"),
        ("2", acts[1], "Contact Manager", "31/08/26", "£18,500", "Red"),
        ("Total", "", "", "", "", "£60,500", ""),
        widths=(3, 5, 8, 5, 4, 4, 3),
    )
    key = Key(
        items=(
            item(
                "Contact centres",
                act(acts[0], leads=["Property Manager"], due=["2026-04-30"], rating="Amber"),
                act(acts[1], leads=["Contact Manager"], due=["2026-08-31"], rating="Red"),
            ),
        ),
    )
    return Shape(name="headings_with_notes", paper=paper(Heading("Family centres action plan"), body), key=key, formats=USUAL)


def one_date_for_several() -> Shape:
    """The date and the lead are each merged over several actions; the lead stands first."""
    acts = ("Ask foster carers what they need.", "Publish what they said.", "Write a new payments policy.")
    body = table(
        ("Lead officer", "Area", "Action", "Date", "Progress"),
        (c("Fostering Manager", 2), c("Carers’ voice", 2), acts[0], c("31 March 2026", 2), "88 replied."),
        (acts[1], "Draft ready."),
        ("Finance Partner", "Payments", acts[2], "30 June 2026", ""),
        widths=(5, 5, 8, 4, 5),
    )
    key = Key(
        items=(
            item(
                "Carers’ voice",
                act(acts[0], leads=["Fostering Manager"], due=["2026-03-31"], says=("88 replied",)),
                act(acts[1], leads=["Fostering Manager"], due=["2026-03-31"], basis="filled_down", says=("Draft ready",)),
            ),
            item("Payments", act(acts[2], leads=["Finance Partner"], due=["2026-06-30"], progress=0)),
        ),
    )
    return Shape(
        name="one_date_for_several", paper=paper(Heading("Fostering plan"), body), key=key, formats=("docx", "xlsx", "html", "pdf")
    )


def logic_model() -> Shape:
    """Objective, activity, output and outcome, with two ratings, one for delivery and one for impact."""
    aims = ("Fewer children come into care in an emergency.", "Teenagers stay at home safely.")
    acts = ("Open an edge of care team.", "Hold family group meetings.", "Train youth workers in mediation.")
    body = table(
        ("Objective", "Activity", "Output", "Outcome", "Lead", "End date", "RAG: delivery", "RAG: impact"),
        (
            c(aims[0], 2),
            acts[0],
            "Team of six",
            c("Emergency entries fall by a third", 2),
            "Head of Help",
            "31/05/2026",
            "Green",
            "Amber",
        ),
        (acts[1], "100 meetings", "Family Group Manager", "30/11/2026", "Amber", "Red"),
        (aims[1], acts[2], "12 trained", "Fewer breakdowns", "Youth Service Manager", "30/09/2026", "Red", "Red"),
        widths=(6, 6, 4, 6, 5, 4, 3, 3),
    )
    key = Key(
        items=(
            item(
                aims[0],
                act(acts[0], leads=["Head of Help"], due=["2026-05-31"], rating="Green", impact="Amber"),
                act(acts[1], leads=["Family Group Manager"], due=["2026-11-30"], rating="Amber", impact="Red"),
                success=("Emergency entries fall by a third",),
            ),
            item(
                aims[1],
                act(acts[2], leads=["Youth Service Manager"], due=["2026-09-30"], rating="Red", impact="Red"),
                success=("Fewer breakdowns",),
            ),
        ),
    )
    return Shape(name="logic_model", paper=paper(Heading("Edge of care delivery plan"), body), key=key, formats=USUAL)


def far_off_dates() -> Shape:
    """Times that are no dates, and a few that are."""
    whens = (
        ("Within 6 weeks", []),
        ("Month 3", []),
        ("Day 70", []),
        ("2026/27", []),
        ("Before Christmas", []),
        ("As required", []),
        ("05.01.2026 – 30.01.2026", ["2026-01-05", "2026-01-30"]),
        ("from January 2026", ["2026-01"]),
        ("Jan/Feb 2026", ["2026-01", "2026-02"]),
        ("31st of March, 2026", ["2026-03-31"]),
        ("2026-04-30", ["2026-04-30"]),
    )
    colours = ("amber", "brown", "coral", "denim", "ebony", "flax", "green", "hazel", "ivory", "jade", "khaki")
    texts = tuple(f"Paint the {colour} room." for colour in colours)
    rows = tuple((text, "Buildings Manager", when) for text, (when, _due) in zip(texts, whens, strict=True))
    acts = (act(text, leads=["Buildings Manager"], due=due) for text, (_when, due) in zip(texts, whens, strict=True))
    blocks = (Heading("Buildings action plan"), table(("Action", "Responsible", "Timeline"), *rows, widths=(9, 5, 6)))
    return Shape(name="far_off_dates", paper=paper(*blocks), key=Key(items=(item(..., *acts),)), formats=EVERY)


def stacked_letters() -> Shape:
    """Narrow headings set a letter a line; shading alone for the rating; bullets of updates in a cell."""
    acts = ("Write to schools about attendance.", "Call parents on the first day.")
    body = table(
        ("N\no", "Aim", "What", "Who", "By when", "R\nA\nG", "Notes on progress"),
        (
            "1",
            c("Attendance of children in care", 2),
            acts[0],
            "Virtual School Head",
            "Jan 2026",
            c("G", fill=GREEN),
            "• All schools written to.\n• 40 answered.",
        ),
        ("2", acts[1], "Attendance Officer", "Feb 2026", c("R", fill=RED), ""),
        widths=(1, 6, 8, 5, 4, 1, 8),
    )
    key = Key(
        items=(
            item(
                "Attendance of children in care",
                act(acts[0], leads=["Virtual School Head"], due=["2026-01"], rating=OneOf("G", "Green"), says=("40 answered",)),
                act(acts[1], leads=["Attendance Officer"], due=["2026-02"], rating=OneOf("R", "Red"), progress=0),
            ),
        ),
    )
    blocks = (Heading("Attendance improvement plan"), body)
    return Shape(name="stacked_letters", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "pdf"))


SHAPES = (
    months_across,
    questions_as_headings,
    update_rows,
    rating_with_words,
    ratings_by_month,
    headings_with_notes,
    one_date_for_several,
    logic_model,
    far_off_dates,
    stacked_letters,
)
