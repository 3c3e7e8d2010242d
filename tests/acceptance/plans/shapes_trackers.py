"""Trackers and longer plans: time bands, parts that start their numbers again, numbers inside cells, measures under each table."""

from tests.acceptance.plans.key import Has, Kept, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Cell, Heading, Table, Text, paper, table
from tests.acceptance.plans.shapes_merged import AMBER, GREEN, RED, c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def timescale_bands() -> Shape:
    """Recommendations under the inspectors' time bands as headings; a table under each band; leads by line break."""
    recs = (
        "Ensure that strategy discussions involve all relevant agencies.",
        "Ensure that all case files hold a current chronology.",
        "Develop a workforce plan for health visiting.",
    )
    acts = (
        "Move strategy discussions to video by default.",
        "Complete chronologies for all open cases.",
        "Agree a three-year workforce plan.",
    )
    columns = ("Ref", "Recommendation", "Action", "Lead", "By when", "Progress", "RAG")
    widths = (1, 7, 7, 5, 4, 6, 3)
    now = table(
        columns, ("1", recs[0], acts[0], "Head of Assessment\nDetective Inspector", "31 October 2012", "Done.", "Green"), widths=widths
    )
    soon = table(columns, ("2", recs[1], acts[1], "Team managers", "December 2012", "61% done.", "Amber"), widths=widths)
    late = table(columns, ("3", recs[2], acts[2], "Community Health Trust", "March 2013", "", "Amber"), widths=widths)
    key = Key(
        items=(
            item(
                recs[0],
                act(acts[0], leads=["Head of Assessment", "Detective Inspector"], responsible=None, due=["2012-10-31"], rating="Green"),
                timescale="immediately",
            ),
            item(
                recs[1],
                act(acts[1], leads=["Team managers"], due=["2012-12"], progress=1, rating="Amber"),
                timescale="within_3_months",
            ),
            item(
                recs[2],
                act(acts[2], leads=["Community Health Trust"], due=["2013-03"], progress=0, rating="Amber"),
                timescale="within_6_months",
            ),
        ),
    )
    blocks = (
        Heading("Safeguarding inspection action plan 2012"),
        Heading("Immediately", 2),
        now,
        Heading("Within three months", 2),
        soon,
        Heading("Within six months", 2),
        late,
    )
    return Shape(name="timescale_bands", paper=paper(*blocks), key=key, formats=USUAL)


def two_parts() -> Shape:
    """Two parts, each numbered from 1; a band row a recommendation with its number in its own cell; ongoing dates."""
    recs = (
        "Visits to children on plans",
        "Quality of core groups",
        "Visits to looked after children",
    )
    acts = (
        "Report visits weekly.",
        "Observe one core group a month.",
        "Report visits weekly to the Head of Care.",
        "Ask children about their visits.",
    )
    columns = ("No", "Action", "Lead officer", "Timescale", "Update", "RAG")
    widths = (2, 9, 5, 4, 7, 3)
    one = table(
        columns,
        ("1", c("**" + recs[0] + "**", across=5)),
        ("1.1", acts[0], "Performance Manager", "Immediate and ongoing", "Weekly since May.", c("", fill=GREEN)),
        ("2", c("**" + recs[1] + "**", across=5)),
        ("2.1", acts[1], "Service managers", "July 2016", "", c("", fill=RED)),
        widths=widths,
    )
    two = table(
        columns,
        ("1", c("**" + recs[2] + "**", across=5)),
        ("1.1", acts[2], "Performance Manager", "June 2016", "Begun.", c("", fill=AMBER)),
        ("1.2", acts[3], "Children’s Rights Officer", "Phase 1 completed; Phase 2 Mar 2017", "", c("", fill=AMBER)),
        widths=widths,
    )
    key = Key(
        items=(
            item(recs[0], act(acts[0], number="1.1", leads=["Performance Manager"], due=[], progress=1), number="1"),
            item(recs[1], act(acts[1], number="2.1", leads=["Service managers"], due=["2016-07"], progress=0), number="2"),
            item(
                recs[2],
                act(acts[2], number="1.1", leads=["Performance Manager"], due=["2016-06"]),
                act(acts[3], number="1.2", leads=["Children’s Rights Officer"], due=Has("2017-03")),
                number="1",
            ),
        ),
    )
    blocks = (
        Heading("Improvement plan 2016"),
        Heading("Part A: Children who need help and protection", 2),
        one,
        Heading("Part B: Children looked after", 2),
        two,
    )
    return Shape(name="two_parts", paper=paper(*blocks), key=key, formats=USUAL)


def numbers_in_cells() -> Shape:
    """Numbers printed at the head of the action's own words, "Action 1.1 –"; status with its date; delivery lead and sponsor."""
    recs = ("Risk is not always recognised.", "Plans drift.")
    acts = ("Use the risk tool in every strategy discussion.", "Teach the tool.", "Review plans at three months.")
    body = table(
        ("What inspectors said", "Our response", "Sponsor", "Delivery lead", "Due by", "Status (January 2026)"),
        (
            c("Finding 1: " + recs[0], 2),
            "Action 1.1 – " + acts[0],
            "Director of Practice",
            "Head of Assessment",
            "27.02.26",
            "In progress",
        ),
        ("Action 1.2 – " + acts[1], "Director of Practice", "Academy Manager", "27.03.26", "Awaiting sign-off"),
        ("Finding 2: " + recs[1], "Action 2.1 – " + acts[2], "Director of Practice", "Head of Assessment", "30.04.26", "Embedded"),
        widths=(7, 9, 5, 5, 4, 5),
    )
    key = Key(
        items=(
            item(
                OneOf(recs[0], "Finding 1: " + recs[0]),
                act(acts[0], number=OneOf("1.1", "Action 1.1"), leads=Has("Head of Assessment"), due=["2026-02-27"], rating="In progress"),
                act(
                    acts[1], number=OneOf("1.2", "Action 1.2"), leads=Has("Academy Manager"), due=["2026-03-27"], rating="Awaiting sign-off"
                ),
                number=OneOf("1", "Finding 1"),
            ),
            item(
                OneOf(recs[1], "Finding 2: " + recs[1]),
                act(acts[2], number=OneOf("2.1", "Action 2.1"), leads=Has("Head of Assessment"), due=["2026-04-30"], rating="Embedded"),
                number=OneOf("2", "Finding 2"),
            ),
        ),
    )
    return Shape(name="numbers_in_cells", paper=paper(Heading("Response to inspectors"), body), key=key, formats=(*USUAL, "csv"))


def measures_under_each() -> Shape:
    """Under each heading an action table and then a table of measures, whose rows are no actions."""
    acts = ("Call every parent before a first conference.", "Offer a parent advocate.", "Test a family group conference first.")
    measures = ("Parents who say they were prepared", "Conferences within 15 days", "Families offered a conference of their own")
    columns = ("Ref", "Action", "Lead", "Due", "Progress", "Rating")
    widths = (2, 9, 5, 4, 7, 3)

    def scores(*rows: tuple[str, ...]) -> Table:
        return table(("Measure", "Baseline", "Target", "Q1", "Q2", "Q3"), *rows, widths=(9, 3, 3, 3, 3, 3))

    key = Key(
        items=(
            item(
                OneOf("Priority 1: Parents are partners", "Parents are partners"),
                act(acts[0], number="1.1", leads=["Conference Manager"], due=["2026-02"], rating="Amber"),
                act(acts[1], number="1.2", leads=["Commissioner, Family Support"], due=["2026-06"], rating="Green"),
            ),
            item(
                OneOf("Priority 2: Families decide", "Families decide"),
                act(acts[2], number="2.1", leads=["Family Group Conference Lead"], due=["2026-09"], rating="Red", progress=0),
            ),
        ),
    )
    blocks = (
        Heading("Working with families: improvement plan"),
        Heading("Priority 1: Parents are partners", 2),
        table(
            columns,
            ("1.1", acts[0], "Conference Manager", "Feb 2026", "Started.", "Amber"),
            ("1.2", acts[1], "Commissioner, Family Support", "June 2026", "Tender out.", "Green"),
            widths=widths,
        ),
        Text("Measures"),
        scores((measures[0], "41%", "80%", "45%", "52%", ""), (measures[1], "77%", "90%", "79%", "83%", "")),
        Heading("Priority 2: Families decide", 2),
        table(columns, ("2.1", acts[2], "Family Group Conference Lead", "Sept 2026", "", "Red"), widths=widths),
        Text("Measures"),
        scores((measures[2], "12%", "100%", "15%", "", "")),
    )
    return Shape(name="measures_under_each", paper=paper(*blocks), key=key, formats=USUAL)


def offset_sheet() -> Shape:
    """An empty first column, notes above and below, item blank cells not merged, leads blank because they carry on."""
    recs = ("Private fostering is under-reported.", "Children do not know their rights.")
    acts = ("Run a campaign with faith groups.", "Brief schools’ admissions staff.", "Give each child a rights card.", "Ask them about it.")
    body = table(
        ("", "Key issue", "Steps to be taken", "Accountable officer", "Date for completion", "Comments", "RAG"),
        ("", recs[0], acts[0], "Head of Fostering", "Easter 2026", "Posters printed", "Amber"),
        ("", "", acts[1], "", "30/04/2026", "", "Green"),
        ("", recs[1], acts[2], "Children’s Rights Officer", "31/05/2026", "Cards designed", "Green"),
        ("", "", acts[3], "", "30/09/2026", "", "Not started"),
        widths=(1, 7, 7, 5, 4, 6, 3),
    )
    down = {"basis": "filled_down"}
    key = Key(
        items=(
            item(
                recs[0],
                act(acts[0], leads=["Head of Fostering"], basis="printed", due=[], rating="Amber", says=("Posters printed",)),
                act(acts[1], leads=["Head of Fostering"], due=["2026-04-30"], rating="Green", **down),
            ),
            item(
                recs[1],
                act(acts[2], leads=["Children’s Rights Officer"], basis="printed", due=["2026-05-31"], rating="Green"),
                act(acts[3], leads=["Children’s Rights Officer"], due=["2026-09-30"], rating="Not started", **down),
            ),
        ),
    )
    blocks = (
        Text("Rights and private fostering action plan"),
        Text("Owner: Independent Reviewing Service"),
        body,
        Text("Next review: February 2026"),
    )
    return Shape(name="offset_sheet", paper=paper(*blocks), key=key, formats=(*USUAL, "csv", "tabs"))


def lead_in_the_sentence() -> Shape:
    """Two columns only: each action's lead and date stand in brackets after its words."""
    acts = ("Open a weekend duty desk", "Move the phone line to one number")
    body = table(
        ("Action", "Progress"),
        (f"1. {acts[0]} (Lead: Duty Manager; by 30 June 2026)", "Rota agreed."),
        (f"2. {acts[1]} (Lead: Head of ICT; by March 2026)", ""),
        widths=(9, 5),
    )
    key = Key(
        items=(
            item(
                ...,
                act(Has(acts[0]), number="1", leads=["Duty Manager"], due=["2026-06-30"], progress=1),
                act(Has(acts[1]), number="2", leads=["Head of ICT"], due=["2026-03"], progress=0),
            ),
        ),
    )
    blocks = (Heading("Duty improvement action plan"), body)
    return Shape(name="lead_in_the_sentence", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def continuing_key() -> Shape:
    """The key's colours mean unlike things: amber is on track, green is done, yellow is slipping; shading; governance in a list."""
    yellow = "FFFF00"
    acts = ("Give carers a named contact.", "Hold respite days.", "Survey carers.")
    body = table(
        ("Priority", "Action", "Lead", "When", "Progress", "RAYG"),
        (c("Support for carers", 3), acts[0], "Fostering Manager", "May 2026", "40 of 60 named", Cell(value="", fill=AMBER)),
        (acts[1], "Fostering Manager", "August 2026", "Two held", c("", fill=yellow)),
        (acts[2], "Research Officer", "Jan 2026", "91 replies", c("", fill=GREEN)),
        widths=(5, 8, 5, 4, 6, 2),
    )
    legend = table(
        ("Colour", "Meaning"),
        (c("Red", fill=RED), "Will not be met"),
        (c("Amber", fill=AMBER), "On track"),
        (c("Yellow", fill=yellow), "Slipping"),
        (c("Green", fill=GREEN), "Done"),
    )
    key = Key(
        items=(
            item(
                "Support for carers",
                act(acts[0], leads=["Fostering Manager"], due=["2026-05"], rating=Kept("fill", "Amber")),
                act(acts[1], leads=["Fostering Manager"], due=["2026-08"], rating=Kept("fill", "Yellow")),
                act(acts[2], leads=["Research Officer"], due=["2026-01"], rating=Kept("fill", "Green")),
            ),
        ),
        status=("Red", "Amber", "Yellow", "Green"),
        boards={
            "Fostering Improvement Group": OneOf("fortnightly", "every two weeks", "every fortnight"),
            "Cabinet": OneOf("annually", "annual", "yearly"),
        },
    )
    blocks = (
        Heading("Fostering improvement plan"),
        Heading("How progress is overseen", 2),
        Bullets(
            (
                "The Fostering Improvement Group meets fortnightly and checks each action.",
                "Cabinet receives an annual report.",
            )
        ),
        body,
        Heading("RAYG key", 2),
        legend,
    )
    return Shape(name="continuing_key", paper=paper(*blocks), key=key, formats=("docx", "xlsx", "html", "pdf"))


SHAPES = (
    timescale_bands,
    two_parts,
    numbers_in_cells,
    measures_under_each,
    offset_sheet,
    lead_in_the_sentence,
    continuing_key,
)
