"""Second round: what stands inside the cells (codes, odd dates, people with their telephones, status in brackets) and odd papers."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def coloured_discs() -> Shape:
    """Coloured discs for status, with a line that says what each is."""
    acts = ("Give every care leaver a health passport.", "Reopen the drop-in.", "Publish the local offer.")
    body = table(
        ("Priority", "Action", "Lead", "Due", "Status"),
        (c("Care leavers", 3), acts[0], "Designated Nurse", "30/06/2026", "🟠"),
        (acts[1], "Leaving Care Manager", "31/01/2026", "🔴"),
        (acts[2], "Participation Lead", "28/02/2026", "🟢"),
        widths=(5, 9, 5, 4, 3),
    )
    key = Key(
        items=(
            item(
                "Care leavers",
                act(acts[0], leads=["Designated Nurse"], due=["2026-06-30"], rating=OneOf("🟠", "Amber", "Orange", "At risk")),
                act(acts[1], leads=["Leaving Care Manager"], due=["2026-01-31"], rating=OneOf("🔴", "Red", "Off track")),
                act(acts[2], leads=["Participation Lead"], due=["2026-02-28"], rating=OneOf("🟢", "Green", "On track")),
            ),
        ),
    )
    blocks = (Heading("Care leavers plan"), Text("🔴 Off track   🟠 At risk   🟢 On track"), body)
    return Shape(name="coloured_discs", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "md", "csv", "tabs"))


def odd_dates() -> Shape:
    """Dates as busy people type them."""
    whens = (
        ("Sept 25", ["2025-09"]),
        ("w/e 12/9/25", ["2025-09-12"]),
        ("FY25/26 Q2", ["2025-09"]),
        ("by next inspection", []),
        ("30/9", []),
        ("01-Oct-25", ["2025-10-01"]),
        ("1st Dec 2025", ["2025-12-01"]),
        ("Q4 2025-26", ["2026-03"]),
        ("end of Q3", []),
        ("No later than 14.11.2025", ["2025-11-14"]),
        ("Oct ’25", ["2025-10"]),
        ("mid January 2026", ["2026-01"]),
    )
    verbs = ("Choose", "Order", "Test", "Share", "Paint", "Mend", "Count", "Sort", "Join", "Part", "Weigh", "Store")
    tools = ["north", "south", "east", "west", "far", "near", "new", "old", "red", "tall", "wide", "low"]
    texts = tuple(f"{verb} the {tool} tools." for verb, tool in zip(verbs, tools, strict=True))
    rows = tuple((str(n), text, "Tools Manager", when) for n, (text, (when, _due)) in enumerate(zip(texts, whens, strict=True), 1))
    key = Key(
        items=(item(..., *(act(text, leads=["Tools Manager"], due=due) for text, (_when, due) in zip(texts, whens, strict=True))),),
    )
    blocks = (Heading("Tools plan"), table(("#", "Action", "Lead", "Target date"), *rows, widths=(2, 9, 5, 6)))
    return Shape(name="odd_dates", paper=paper(*blocks), key=key, formats=(*USUAL, "csv", "tabs"))


def letter_codes() -> Shape:
    """One-letter codes for status, explained in a note under the table."""
    acts = ("Map services for young carers.", "Agree a shared assessment.", "Hold a young carers’ day.")
    body = table(
        ("Objective", "Task", "By whom", "Target", "C/O/D"),
        (c("Young carers are found early", 3), acts[0], "Commissioner", "January 2026", "C"),
        (acts[1], "Early Help Manager", "April 2026", "O"),
        (acts[2], "Young Carers Lead", "February 2026", "D"),
        widths=(6, 8, 5, 4, 2),
    )
    key = Key(
        items=(
            item(
                "Young carers are found early",
                act(acts[0], leads=["Commissioner"], due=["2026-01"], rating=OneOf("C", "complete")),
                act(acts[1], leads=["Early Help Manager"], due=["2026-04"], rating=OneOf("O", "on target")),
                act(acts[2], leads=["Young Carers Lead"], due=["2026-02"], rating=OneOf("D", "delayed")),
            ),
        ),
    )
    blocks = (Heading("Young carers plan"), body, Text("C = complete; O = on target; D = delayed"))
    return Shape(name="letter_codes", paper=paper(*blocks), key=key, formats=USUAL)


def numbered_colours() -> Shape:
    """Colours with their rank before them, as drop-down lists sort them; a confidence column; arrows for the trend."""
    acts = ("Bring fostering payments up to date.", "Recruit a support worker.")
    body = table(
        ("Workstream", "Milestone", "Milestone owner", "Baseline date", "Forecast date", "RAG", "Trend"),
        (c("Fostering", 2), acts[0], "Finance Partner", "31/12/2025", "28/02/2026", "1-Red", "↓"),
        (acts[1], "Fostering Manager", "31/03/2026", "31/03/2026", "3-Green", "↑"),
        widths=(4, 8, 5, 4, 4, 3, 2),
    )
    key = Key(
        items=(
            item(
                "Fostering",
                act(acts[0], leads=["Finance Partner"], due=Has("2026-02-28"), rating=OneOf("1-Red", "Red")),
                act(acts[1], leads=["Fostering Manager"], due=Has("2026-03-31"), rating=OneOf("3-Green", "Green")),
            ),
        ),
    )
    return Shape(name="numbered_colours", paper=paper(Heading("Fostering milestones"), body), key=key, formats=(*USUAL, "csv"))


def people_with_telephones() -> Shape:
    """Owner cells with post, name and telephone; outcome and measure in one cell under their own words."""
    acts = ("Start a weekly clinic for carers.", "Write to every carer.")
    wanted = ("Carers feel supported.", "80% of carers say so in the survey.")
    body = table(
        ("Outcome and measure", "Action", "Responsible", "Deadline"),
        (
            c(f"Outcome: {wanted[0]}\nMeasure: {wanted[1]}", 2),
            acts[0],
            "Fostering Manager – Ana Quill – 01632 960123",
            "31 March 2026",
        ),
        (acts[1], "Service Manager – Rolf Amber – 01632 960456", "27 February 2026"),
        widths=(8, 8, 7, 5),
    )
    one = OneOf(["Fostering Manager – Ana Quill"], ["Ana Quill"], ["Fostering Manager"], ["Ana Quill, Fostering Manager"])
    two = OneOf(["Service Manager – Rolf Amber"], ["Rolf Amber"], ["Service Manager"], ["Rolf Amber, Service Manager"])
    key = Key(items=(item(..., act(acts[0], leads=one, due=["2026-03-31"]), act(acts[1], leads=two, due=["2026-02-27"])),))
    return Shape(name="people_with_telephones", paper=paper(Heading("Support to carers: action plan"), body), key=key, formats=USUAL)


def status_in_brackets() -> Shape:
    """Each action ends with how far it is, in brackets; several bulleted actions stand in a cell."""
    acts = ("Appoint three team managers", "Agree a caseload promise", "Open a practice academy")
    body = table(
        ("Priority", "Actions", "Lead", "Timescale"),
        (c("Workforce", 3), f"{acts[0]} (completed)", "Head of Service", "December 2025"),
        (f"{acts[1]} (on track)", "Director", "March 2026"),
        (f"{acts[2]} (delayed)", "Academy Lead", "January 2026"),
        widths=(5, 9, 5, 4),
    )
    key = Key(
        items=(
            item(
                "Workforce",
                act(Has(acts[0]), leads=["Head of Service"], due=["2025-12"], rating=OneOf("completed", None)),
                act(Has(acts[1]), leads=["Director"], due=["2026-03"], rating=OneOf("on track", None)),
                act(Has(acts[2]), leads=["Academy Lead"], due=["2026-01"], rating=OneOf("delayed", None)),
            ),
        ),
    )
    return Shape(name="status_in_brackets", paper=paper(Heading("Workforce action plan"), body), key=key, formats=USUAL)


def regulations() -> Shape:
    """A hospital trust's answer: the regulation in its own column, must and should in the text, two leads, evidence of completion."""
    musts = (
        "The trust must ensure that staff complete safeguarding training at level three.",
        "The trust must ensure that medicines are stored safely.",
        "The trust should review the waiting area for children.",
    )
    acts = ("Book all staff on level three training.", "Fit locks to medicine fridges.", "Ask the youth forum to inspect the waiting area.")
    body = table(
        ("Regulation", "Must / should do", "Action required", "Executive lead", "Completion date", "Evidence of completion", "Status"),
        ("Regulation 13 (2)", musts[0], acts[0], "Chief Nurse", "31/03/2026", "Training report", "On track"),
        ("Regulation 12 (2)(g)", musts[1], acts[1], "Chief Pharmacist", "31/01/2026", "Photographs of locks", "Complete"),
        ("Not applicable", musts[2], acts[2], "Chief Nurse", "30/04/2026", "", "Not started"),
        widths=(4, 8, 7, 4, 4, 5, 4),
    )
    leads = ("Chief Nurse", "Chief Pharmacist", "Chief Nurse")
    due = ("2026-03-31", "2026-01-31", "2026-04-30")
    status = ("On track", "Complete", "Not started")
    key = Key(
        items=tuple(
            item(must, act(text, leads=[lead], due=[day], rating=word))
            for must, text, lead, day, word in zip(musts, acts, leads, due, status, strict=True)
        ),
    )
    return Shape(name="regulations", paper=paper(Heading("CQC action plan"), body), key=key, formats=(*USUAL, "csv", "tabs"))


def three_levels() -> Shape:
    """Word with numbers in three levels: headings for priorities, bold rows for objectives, 1.1.1 for actions."""
    objectives = ("Leaders know the quality of practice", "Staff have time to think", "Children see the same worker")
    acts = (
        "Hold a monthly practice week.",
        "Report learning to the board.",
        "Set a ceiling of 16 children a worker.",
        "Match workers to children for two years.",
    )
    head = ("Ref", "Action", "Responsible", "Timescale", "Progress")
    one = table(
        head,
        ("**1.1**", c(f"**{objectives[0]}**", across=4)),
        ("1.1.1", acts[0], "Director", "February 2026", "First held 9 to 13 February."),
        ("1.1.2", acts[1], "Quality Assurance Manager", "Quarterly", ""),
        ("**1.2**", c(f"**{objectives[1]}**", across=4)),
        ("1.2.1", acts[2], "Heads of Service", "June 2026", ""),
        widths=(2, 9, 6, 4, 7),
    )
    two = table(
        head,
        ("**2.1**", c(f"**{objectives[2]}**", across=4)),
        ("2.1.1", acts[3], "Team managers", "September 2026", ""),
        widths=(2, 9, 6, 4, 7),
    )
    key = Key(
        items=(
            item(
                objectives[0],
                act(acts[0], number="1.1.1", leads=["Director"], due=["2026-02"], says=("First held",)),
                act(acts[1], number="1.1.2", leads=["Quality Assurance Manager"], due=[], recurrence="quarterly"),
                number="1.1",
            ),
            item(objectives[1], act(acts[2], number="1.2.1", leads=["Heads of Service"], due=["2026-06"]), number="1.2"),
            item(objectives[2], act(acts[3], number="2.1.1", leads=["Team managers"], due=["2026-09"]), number="2.1"),
        ),
    )
    blocks = (Heading("Improvement plan"), Heading("Priority 1: Leadership", 2), one, Heading("Priority 2: Stability", 2), two)
    return Shape(name="three_levels", paper=paper(*blocks), key=key, formats=USUAL)


SHAPES = (
    coloured_discs,
    odd_dates,
    letter_codes,
    numbered_colours,
    people_with_telephones,
    status_in_brackets,
    regulations,
    three_levels,
)
