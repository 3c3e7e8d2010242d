"""Plans that differ in how they say how far things are, and in where pages and rows break."""

from tests.acceptance.plans.key import Has, Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, BLUE, GREEN, RED, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def dated_progress() -> Shape:
    """Dated updates appended in the progress cell; an old date struck out beside the new one; amber is on track."""
    acts = ("Implement the new practice model.", "Evaluate the model with families.", "Share the results at the staff conference.")
    body = table(
        ("Area", "Action", "Lead", "Timescale", "Progress", "RAG"),
        (
            c("Practice model", 3),
            acts[0],
            "Principal Social Worker",
            "~~January 2026~~\nMarch 2026",
            "12/11/25: Trainers chosen.\n09/12/25: First 40 trained.\n06/01/26: 88 of 120 trained.",
            c("Amber", fill=AMBER),
        ),
        (acts[1], "Research Officer", "July 2026 (was April 2026)", "Dec 2025 – university partner found.", c("Amber", fill=AMBER)),
        (acts[2], "Research Officer", "Completed Jan 2026", "Held on 16 January 2026.", c("Green", fill=GREEN)),
        widths=(4, 7, 5, 5, 9, 3),
    )
    legend = table(
        ("Rating", "Definition"),
        (c("Red", fill=RED), "Behind, or will be"),
        (c("Amber", fill=AMBER), "Under way and on track"),
        (c("Green", fill=GREEN), "Completed"),
        (c("Blue", fill=BLUE), "Completed and making a difference"),
    )
    key = Key(
        items=(
            item(
                "Practice model",
                act(
                    acts[0],
                    leads=["Principal Social Worker"],
                    due=Has("2026-03"),
                    rating="Amber",
                    says=("Trainers chosen", "First 40 trained", "88 of 120 trained"),
                ),
                act(acts[1], leads=["Research Officer"], due=Has("2026-07"), rating="Amber", says=("university partner found",)),
                act(acts[2], leads=["Research Officer"], rating="Green", says=("Held on 16 January 2026",)),
            ),
        ),
        status=("Red", "Amber", "Green", "Blue"),
    )
    return Shape(name="dated_progress", paper=paper(Heading("Practice plan"), Heading("RAG key", 2), legend, body), key=key, formats=USUAL)


def symbols() -> Shape:
    """Symbols for status with a legend line; direction of travel in its own column; no numbers."""
    acts = ("Simplify the referral form.", "Give schools a named link worker.", "Publish monthly waiting times.")
    body = table(
        ("Theme", "Action", "Owner", "When", "Status", "Direction of travel"),
        (c("Access", 2), acts[0], "Front Door Manager", "March 2026", "✓", "↑"),
        (acts[1], "Early Help Manager", "April 2026", "●", "→"),
        ("Openness", acts[2], "Performance Manager", "May 2026", "✗", "↓"),
        widths=(4, 8, 5, 4, 2, 4),
    )
    done, going, not_begun = OneOf("✓", "Done"), OneOf("●", "Under way"), OneOf("✗", "Not begun")
    key = Key(
        items=(
            item(
                "Access",
                act(acts[0], leads=["Front Door Manager"], due=["2026-03"], rating=done),
                act(acts[1], leads=["Early Help Manager"], due=["2026-04"], rating=going),
            ),
            item("Openness", act(acts[2], leads=["Performance Manager"], due=["2026-05"], rating=not_begun)),
        ),
    )
    blocks = (Heading("Access to help plan"), Text("✓ Done   ● Under way   ✗ Not begun"), body)
    return Shape(name="symbols", paper=paper(*blocks), key=key, formats=(*USUAL, "csv"))


LONG = (
    "Redesign the duty rota so that each contact is read by an experienced worker within four hours, that the decision and the reason "
    "are recorded in the child’s own file, and that the referrer is told in writing what was decided and whom to ring when they disagree."
)
LONGER = (
    "The rota began on 1 December 2025 in two of four teams. Of 212 contacts sampled, 180 were read in four hours. Where they were not, "
    "the reasons were sickness (14), a system fault (11) and no clear reason (7). Managers now see the list at ten each morning. The "
    "remaining teams will begin in February 2026, after the unions’ meeting, and the sample will be repeated in April 2026 and reported "
    "to the board with the views of twenty referrers."
)


def cut_rows() -> Shape:
    """Low pages: long cells run over them and cut rows; the header is printed on each page; footers between."""
    recs = (
        "Improve the timeliness of decisions at the front door, including the recording of reasons.",
        "Improve what happens when partners disagree with a decision.",
    )
    acts = (
        LONG,
        "Publish an escalation procedure of one page, and test it with ten head teachers.",
        "Count escalations each month and tell the partnership what was learned.",
    )
    body = table(
        ("Recommendation", "No", "Action", "Lead", "By when", "Progress", "RAG"),
        (c(recs[0], 1), "1", acts[0], "Head of Front Door", "February 2026", LONGER, "Amber"),
        (c(recs[1], 2), "2", acts[1], "Partnership Manager", "March 2026", "In draft. " + LONGER[:150].rsplit(" ", 1)[0] + ".", "Green"),
        ("3", acts[2], "Partnership Manager", "Monthly", "", "Green"),
        widths=(6, 1, 7, 4, 3, 8, 2),
    )
    key = Key(
        items=(
            item(
                recs[0], act(acts[0], number="1", leads=["Head of Front Door"], due=["2026-02"], says=(LONGER,), progress=1, rating="Amber")
            ),
            item(
                recs[1],
                act(acts[1], number="2", leads=["Partnership Manager"], due=["2026-03"], progress=1, rating="Green"),
                act(acts[2], number="3", leads=["Partnership Manager"], due=[], recurrence="monthly", progress=0),
            ),
        ),
    )
    blocks = (Heading("Front door action plan"), Text("Agreed by the board."), body)
    return Shape(
        name="cut_rows", paper=paper(*blocks, footer="Front door plan – page", page_height=7.2), key=key, formats=("docx", "pdf", "aligned")
    )


def evidence_column() -> Shape:
    """Progress and evidence apart; evidence enclosed or still to come; measure columns; status in words, no key."""
    acts = (
        "Introduce a learning log for complaints.",
        "Respond to all stage one complaints in ten working days.",
        "Ask children how their complaint felt.",
    )
    body = table(
        ("Improvement theme", "Action required", "Lead officer", "Completion date", "Progress made", "Evidence", "Status"),
        (
            c("Learning from complaints", 3),
            acts[0],
            "Complaints Manager",
            "31/01/2026",
            "Log opened.",
            "Learning log (enclosed)",
            "Complete",
        ),
        (acts[1], "Complaints Manager", "Feb 2026", "Now 71%.", "Report to be inserted w/c 26.01.26", "In progress"),
        (acts[2], "Advocacy Manager", "30 April 2026", "", "", "Not started"),
        widths=(5, 8, 5, 4, 5, 6, 4),
    )
    key = Key(
        items=(
            item(
                "Learning from complaints",
                act(
                    acts[0],
                    leads=["Complaints Manager"],
                    due=["2026-01-31"],
                    says=("Log opened", "Learning log (enclosed)"),
                    rating="Complete",
                ),
                act(
                    acts[1], leads=["Complaints Manager"], due=["2026-02"], says=("Now 71%", "Report to be inserted"), rating="In progress"
                ),
                act(acts[2], leads=["Advocacy Manager"], due=["2026-04-30"], progress=0, rating="Not started"),
            ),
        ),
    )
    return Shape(
        name="evidence_column", paper=paper(Heading("Complaints improvement plan"), body), key=key, formats=(*USUAL, "csv", "tabs")
    )


def lettered_parts() -> Shape:
    """Parts a to h in one cell with progress a to h in another, one letter unanswered; shading only; no words for colours."""
    parts = (
        "map all services",
        "ask providers about gaps",
        "ask young people",
        "cost the options",
        "consult the market",
        "write the plan",
        "take it to Cabinet",
        "publish it",
    )
    said = ("Mapped.", "Twelve replied.", "Two workshops held.", "Costed.", "", "Drafted.")
    lettered = dict(zip("abcdefgh", parts, strict=True))
    body = table(
        ("Area for development", "Outcome", "Action", "Lead(s)", "By when/Accountable to", "Evidence of progress", "RAG"),
        (
            c("Commissioning of support for young carers"),
            "Young carers get help that fits them.",
            "1. Commission a new service:\n" + "\n".join(f"{letter}. {text}" for letter, text in lettered.items()),
            "Commissioning Manager",
            "September 2026\nChildren’s Trust Board",
            "\n".join(f"{letter}. {text}" for letter, text in zip("abcdf", [text for text in said if text], strict=True)),
            c("", fill=AMBER),
        ),
        (
            c("Identification of young carers in schools"),
            "Young carers are known to their school.",
            "1. Train school nurses.\n2. Add a question to the school census.",
            "School Nurse Lead",
            "May 2026\nHealth and Wellbeing Board",
            "",
            "",
        ),
        widths=(5, 5, 8, 4, 5, 7, 2),
    )
    key = Key(
        items=(
            item(
                "Commissioning of support for young carers",
                act(
                    OneOf("Commission a new service:", Has("Commission a new service")),
                    number="1",
                    parts=lettered,
                    leads=["Commissioning Manager"],
                    due=["2026-09"],
                    accountable=["Children’s Trust Board"],
                    progress=5,
                    says=("Twelve replied.", "Drafted."),
                ),
                outcomes=["Young carers get help that fits them."],
            ),
            item(
                "Identification of young carers in schools",
                act(
                    "Train school nurses.",
                    number="1",
                    leads=["School Nurse Lead"],
                    due=["2026-05"],
                    accountable=["Health and Wellbeing Board"],
                    parts={},
                ),
                act("Add a question to the school census.", number="2", leads=["School Nurse Lead"], due=["2026-05"], progress=0),
                outcomes=["Young carers are known to their school."],
            ),
        ),
    )
    return Shape(
        name="lettered_parts", paper=paper(Heading("Young carers: areas for development"), body), key=key, formats=(*USUAL, "aligned")
    )


def two_keys() -> Shape:
    """Delivery and impact rated apart by shading; key says blue is embedded, purple is the impact not yet known."""
    purple = "7030A0"
    acts = ("Set up a virtual hub for exploitation.", "Train taxi drivers.", "Visit every child missing twice in a month.")
    body = table(
        ("Priority", "Ref", "Action", "Lead", "Due", "Delivery", "Impact"),
        (c("Exploitation", 2), "3.1", acts[0], "Head of Exploitation", "Feb 2026", c("", fill=BLUE), c("", fill=GREEN)),
        ("3.2", acts[1], "Licensing Manager", "June 2026", c("", fill=GREEN), c("", fill=purple)),
        ("Missing", "4.1", acts[2], "Missing Coordinator", "Ongoing", c("", fill=RED), c("", fill=RED)),
        widths=(5, 2, 8, 5, 4, 3, 3),
    )
    legend = table(
        ("Colour", "Rating", "Meaning"),
        (c("", fill=BLUE), "Embedded", "Done and still done six months on"),
        (c("", fill=GREEN), "Good", "Going well"),
        (c("", fill=RED), "Concern", "Not going well"),
        (c("", fill=purple), "Unknown", "Too early to say"),
    )
    blue, green, red, unknown = (
        OneOf(*names) for names in (("Embedded", "Blue"), ("Good", "Green"), ("Concern", "Red"), ("Unknown", "Purple"))
    )
    key = Key(
        items=(
            item(
                "Exploitation",
                act(acts[0], number="3.1", leads=["Head of Exploitation"], rating=Kept("fill", blue), impact=Kept("fill", green)),
                act(acts[1], number="3.2", leads=["Licensing Manager"], rating=Kept("fill", green), impact=Kept("fill", unknown)),
            ),
            item(
                "Missing",
                act(acts[2], number="4.1", leads=["Missing Coordinator"], due=[], rating=Kept("fill", red), impact=Kept("fill", red)),
            ),
        ),
    )
    return Shape(
        name="two_keys",
        paper=paper(Heading("Exploitation plan"), body, Heading("Key", 2), legend),
        key=key,
        formats=("docx", "xlsx", "html", "pdf"),
    )


def plain_header() -> Shape:
    """No bold, no shading, no heading styles: the header is a row like any other; the status stands first; curly quotes."""
    acts = ("Say “sorry” first: train staff in restorative replies.", "Ring – don’t write – when news is bad.")
    body = table(
        ("Status", "Deadline", "Task", "Person responsible", "Notes"),
        ("Closed", "12th January 2026", acts[0], "Customer Care Manager", "All 14 trained"),
        ("Open", "before end of May 2026", acts[1], "All team managers", "—"),
        widths=(3, 5, 9, 5, 5),
        plain_header=True,
        repeat=False,
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], leads=["Customer Care Manager"], due=["2026-01-12"], rating="Closed"),
                act(acts[1], leads=["All team managers"], due=["2026-05-31"], rating="Open"),
            ),
        ),
    )
    blocks = (Text("Action plan: how we give bad news"), body)
    return Shape(name="plain_header", paper=paper(*blocks), key=key, formats=(*USUAL, "csv", "tabs"))


SHAPES = (dated_progress, symbols, cut_rows, evidence_column, lettered_parts, two_keys, plain_header)
