"""Fourth round: tables beside the plan that are no plan, headings that are long or misspelt, many ways of saying who, when and how far."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")
EVERY = (*USUAL, "csv", "tabs")


def many_tables() -> Shape:
    """A small plan among tables of measures, people, meetings, courses, budgets, risks, past judgements and comments."""
    acts = ("Give every child a named worker.", "Check each week that they have one.")
    plan = table(
        ("Priority", "Action", "Lead", "By when", "RAG"),
        (c("Continuity", 2), acts[0], "Head of Care", "March 2026", "Amber"),
        (acts[1], "Data Manager", "January 2026", "Green"),
        widths=(5, 8, 5, 4, 3),
    )
    judgements = table(
        ("Inspection", "Date", "Judgement"),
        ("Standard inspection", "May 2022", "Requires improvement"),
        ("Focused visit", "June 2024", "Not judged"),
    )
    measures = table(
        ("Indicator", "Owner", "Baseline", "Target", "Q1", "Q2", "RAG"),
        ("Children with three workers or more in a year", "Data Manager", "31%", "15%", "28%", "24%", "Amber"),
        ("Visits on time", "Head of Care", "81%", "95%", "85%", "90%", "Amber"),
        widths=(8, 4, 3, 3, 3, 3, 3),
    )
    members = table(
        ("Name", "Role", "Organisation"),
        ("Ana Quill", "Independent chair", "Independent"),
        ("Rolf Vale", "Director", "The council"),
    )
    meetings = table(
        ("Date", "Meeting", "Lead officer", "Papers due"),
        ("14 January 2026", "Improvement Board", "Board Secretary", "7 January 2026"),
        ("11 February 2026", "Improvement Board", "Board Secretary", "4 February 2026"),
    )
    courses = table(
        ("Course", "Audience", "Provider", "Date", "Places"),
        ("Direct work", "Social workers", "Practice academy", "12 March 2026", "20"),
    )
    budget = table(("Budget line", "Cost", "Funded by", "Budget holder"), ("Two workers", "£96,000", "Reserves", "Head of Care"))
    risks = table(
        ("Risk", "Likelihood", "Impact", "Score", "Mitigation", "Risk owner"),
        ("Workers leave.", "4", "4", "16", "Pay supplement.", "HR Business Partner"),
    )
    comments = table(
        ("You said", "We did"),
        ("My worker keeps changing.", "We counted the changes."),
        ("Nobody rings me back.", "We set a standard."),
    )
    key = Key(
        items=(
            item(
                "Continuity",
                act(acts[0], leads=["Head of Care"], due=["2026-03"], rating="Amber"),
                act(acts[1], leads=["Data Manager"], due=["2026-01"], rating="Green"),
            ),
        ),
    )
    blocks = (
        Heading("Continuity improvement plan"),
        Heading("Where we started", 2),
        judgements,
        Heading("Who is on the board", 2),
        members,
        Heading("Meetings", 2),
        meetings,
        Heading("The plan", 2),
        plan,
        Heading("Scorecard", 2),
        measures,
        Heading("Training", 2),
        courses,
        Heading("Budget", 2),
        budget,
        Heading("Risks", 2),
        risks,
        Heading("What children told us", 2),
        comments,
    )
    return Shape(name="many_tables", paper=paper(*blocks), key=key, formats=USUAL)


def long_headings() -> Shape:
    """Headings that are whole sentences of instruction."""
    areas = ("Quality of return interviews.", "Timeliness of return interviews.")
    acts = ("Commission an independent interviewer.", "Offer an interview within 72 hours.")
    body = table(
        (
            "Area for improvement as set out in the inspection report published in 2025",
            "What specific actions will be taken by the service in order to address the area for improvement identified by inspectors?",
            "Name of the person who is responsible for making sure that the action is carried out in full and on time",
            "Date by which the action is expected to be fully completed",
            "What progress has been made so far and what is the evidence for it (please give figures where they are available)?",
        ),
        (areas[0], acts[0], "Commissioning Manager", "30 April 2026", "Tender issued."),
        (areas[1], acts[1], "Missing Team Manager", "31 January 2026", "66% in time."),
        widths=(6, 8, 6, 5, 7),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Commissioning Manager"], due=["2026-04-30"], says=("Tender issued",))),
            item(areas[1], act(acts[1], leads=["Missing Team Manager"], due=["2026-01-31"], says=("66% in time",))),
        ),
    )
    return Shape(name="long_headings", paper=paper(Heading("Missing children action plan"), body), key=key, formats=EVERY)


def misspelt_headings() -> Shape:
    """Capitals, stops and spelling as they come."""
    acts = ("Write a pathway plan with each young person.", "Review it every six months.")
    body = table(
        ("REF.", "AREA FOR DEVELOPEMENT", "ACTION REQUIRED", "LEAD OFFICER/S", "TIMSCALE", "PROGESS", "R.A.G."),
        ("1.", c("PATHWAY PLANS", 2), acts[0], "Leaving Care Manager", "31/03/26", "Half are done.", "AMBER"),
        ("2.", acts[1], "Reviewing Officers", "30/09/26", "", "RED"),
        widths=(2, 5, 8, 5, 4, 5, 3),
    )
    key = Key(
        items=(
            item(
                "PATHWAY PLANS",
                act(
                    acts[0],
                    leads=["Leaving Care Manager"],
                    due=["2026-03-31"],
                    rating=OneOf("AMBER", "Amber"),
                    says=("Half are done",),
                ),
                act(acts[1], leads=["Reviewing Officers"], due=["2026-09-30"], rating=OneOf("RED", "Red")),
            ),
        ),
    )
    return Shape(name="misspelt_headings", paper=paper(Heading("LEAVING CARE ACTION PLAN"), body), key=key, formats=USUAL)


def ways_of_saying_who() -> Shape:
    """One plan with many ways of naming leads."""
    whos = (
        ("AD Safeguarding / HoS Quality Assurance", ["AD Safeguarding", "HoS Quality Assurance"]),
        ("DCS", ["DCS"]),
        ("Heads of Service", ["Heads of Service"]),
        ("Cllr Quill", OneOf(["Cllr Quill"])),
        ("Ana Quill (Head of Service)", OneOf(["Ana Quill (Head of Service)"], ["Ana Quill"])),
        ("Ana Quill, Head of Service", OneOf(["Ana Quill, Head of Service"], ["Ana Quill"])),
        ("Head of Service – Assessment and Safeguarding", ["Head of Service – Assessment and Safeguarding"]),
        ("Designated Nurse; Designated Doctor", ["Designated Nurse", "Designated Doctor"]),
        ("Police and health", OneOf(["Police", "health"], ["Police and health"])),
        ("Director of Public Health and Director of Children’s Services", ["Director of Public Health", "Director of Children’s Services"]),
        ("Principal Social Worker\nPractice Lead", ["Principal Social Worker", "Practice Lead"]),
        ("Virtual School Head & SEND Manager", ["Virtual School Head", "SEND Manager"]),
        ("TBC", []),
        ("Head of Fostering, Adoption and Permanence", ["Head of Fostering, Adoption and Permanence"]),
        ("Quality & Performance Manager", ["Quality & Performance Manager"]),
    )
    stones = [
        "agate",
        "beryl",
        "coral",
        "diamond",
        "emerald",
        "flint",
        "garnet",
        "hematite",
        "iolite",
        "jasper",
        "kyanite",
        "lapis",
        "malachite",
        "nephrite",
        "opal",
    ]
    texts = tuple(f"Catalogue the {stone} collection." for stone in stones)
    rows = tuple((text, c(who), "May 2026") for text, (who, _leads) in zip(texts, whos, strict=True))
    acts = (act(text, leads=leads, due=["2026-05"]) for text, (_who, leads) in zip(texts, whos, strict=True))
    blocks = (Heading("Collections action plan"), table(("Action", "Lead(s)", "Deadline"), *rows, widths=(8, 9, 4)))
    return Shape(
        name="ways_of_saying_who", paper=paper(*blocks), key=Key(items=(item(..., *acts),)), formats=("docx", "xlsx", "html", "md")
    )


def ways_of_saying_when() -> Shape:
    """One plan with further ways of saying when."""
    whens = (
        ("by 31st March 26", ["2026-03-31"], None),
        ("Every six weeks", [], ...),
        ("April 2026 – ongoing", Has("2026-04"), ...),
        ("From 1 April 2026 to 31 March 2027", ["2026-04-01", "2027-03-31"], None),
        ("Nov/Dec 2025", ["2025-11", "2025-12"], None),
        ("March 2026 (revised from January 2026)", Has("2026-03"), None),
        ("End of Spring Term 2026", [], None),
        ("H1 2026", [], None),
        ("Thurs 5 March", [], None),
        ("By: 12 June 2026", ["2026-06-12"], None),
        ("12.06.2026 at the latest", ["2026-06-12"], None),
        ("Monthly from May 2026", ["2026-05"], "monthly"),
        ("6-monthly", [], ...),
        ("Quarterly – first report July 2026", ["2026-07"], "quarterly"),
    )
    birds = [
        "auk",
        "bunting",
        "crane",
        "dunnock",
        "eider",
        "finch",
        "godwit",
        "heron",
        "ibis",
        "jay",
        "kestrel",
        "linnet",
        "merlin",
        "nightjar",
    ]
    texts = tuple(f"Count the {bird} nests." for bird in birds)
    rows = tuple((text, "Reserve Manager", when) for text, (when, _due, _again) in zip(texts, whens, strict=True))
    acts = (act(text, leads=["Reserve Manager"], due=due, recurrence=again) for text, (_when, due, again) in zip(texts, whens, strict=True))
    blocks = (Heading("Reserve action plan"), table(("Action", "Responsible officer", "Timescale"), *rows, widths=(8, 5, 8)))
    return Shape(name="ways_of_saying_when", paper=paper(*blocks), key=Key(items=(item(..., *acts),)), formats=EVERY)


def ways_of_saying_how_far() -> Shape:
    """A status column in many words, with notes of progress beside it."""
    words = ("Not due", "Paused", "Cancelled", "Complete – awaiting evidence", "Amber (on track)", "GREEN", "Overdue", "Embedded", "B")
    trees = ["alder", "beech", "cedar", "dogwood", "elm", "fir", "guelder", "hazel", "ivy"]
    texts = tuple(f"Prune the {tree} in the park." for tree in trees)
    rows = tuple((text, "Park Keeper", "May 2026", word, "Seen in January.") for text, word in zip(texts, words, strict=True))
    likely = (
        "Not due",
        "Paused",
        "Cancelled",
        OneOf("Complete – awaiting evidence", "Complete"),
        OneOf("Amber (on track)", "Amber"),
        OneOf("GREEN", "Green"),
        "Overdue",
        "Embedded",
        OneOf("B", "Blue"),
    )
    acts = (
        act(text, leads=["Park Keeper"], due=["2026-05"], rating=word, says=("Seen in January",))
        for text, word in zip(texts, likely, strict=True)
    )
    head = ("Action", "Lead", "Due date", "Current status", "Progress note")
    blocks = (Heading("Parks action plan"), table(head, *rows, widths=(8, 4, 4, 6, 5)))
    return Shape(name="ways_of_saying_how_far", paper=paper(*blocks), key=Key(items=(item(..., *acts),)), formats=EVERY)


def baseline_and_target() -> Shape:
    """Measures with a baseline, a target and where things are, beside each action; a risk if it is not done."""
    areas = ("Children’s dental health", "Immunisation")
    acts = ("Book a check in the first month.", "Remind carers by text.")
    body = table(
        ("Area for improvement", "Action", "Lead", "Timescale", "Baseline", "Target", "Current", "Risk if not done"),
        (areas[0], acts[0], "Designated Nurse", "April 2026", "54%", "90%", "71%", "Decay goes untreated."),
        (areas[1], acts[1], "Health Coordinator", "June 2026", "80%", "95%", "82%", "Outbreaks."),
        widths=(5, 7, 5, 4, 3, 3, 3, 5),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Designated Nurse"], due=["2026-04"])),
            item(areas[1], act(acts[1], leads=["Health Coordinator"], due=["2026-06"])),
        ),
    )
    return Shape(name="baseline_and_target", paper=paper(Heading("Health of children in care: action plan"), body), key=key, formats=EVERY)


def contents_first() -> Shape:
    """A title page of lines, contents with page numbers, an introduction, then priorities with a table each; appendix of words."""
    names = ("Priority 1: Listening", "Priority 2: Acting early")
    acts = ("Hold a children’s assembly.", "Open a helpline.", "Place workers in ten schools.")
    head = ("No.", "What we will do", "Who leads", "Finish by", "How far are we?")
    one = table(
        head,
        ("1", acts[0], "Participation Lead", "July 2026", "Hall booked."),
        ("2", acts[1], "Head of Early Help", "May 2026", ""),
        widths=(2, 8, 5, 4, 6),
    )
    two = table(head, ("1", acts[2], "Head of Early Help", "September 2026", "Four in place."), widths=(2, 8, 5, 4, 6))
    key = Key(
        items=(
            item(
                OneOf("Listening", names[0]),
                act(acts[0], leads=["Participation Lead"], due=["2026-07"], says=("Hall booked",)),
                act(acts[1], leads=["Head of Early Help"], due=["2026-05"]),
            ),
            item(OneOf("Acting early", names[1]), act(acts[2], leads=["Head of Early Help"], due=["2026-09"], says=("Four in place",))),
        ),
    )
    blocks = (
        Heading("Children and young people’s improvement plan 2026"),
        Text("Version 2.1, approved by Cabinet on 9 December 2025"),
        Heading("Contents", 2),
        Text("Introduction ........ 3"),
        Text("Priority 1: Listening ........ 4"),
        Text("Priority 2: Acting early ........ 6"),
        Text("Appendix: words we use ........ 8"),
        Heading("Introduction", 2),
        Text("Inspectors visited in June 2025. This plan says what we will do, who leads it and when it will be done."),
        Bullets(("We will listen.", "We will act early.")),
        Heading(names[0], 2),
        Text("Children told inspectors that they are not always heard."),
        one,
        Heading(names[1], 2),
        Text("Help comes late."),
        two,
        Heading("Appendix: words we use", 2),
        table(("Word", "What it means"), ("EHCP", "education, health and care plan"), ("IRO", "independent reviewing officer")),
    )
    return Shape(name="contents_first", paper=paper(*blocks, footer="Improvement plan 2026"), key=key, formats=USUAL)


SHAPES = (
    many_tables,
    long_headings,
    misspelt_headings,
    ways_of_saying_who,
    ways_of_saying_when,
    ways_of_saying_how_far,
    baseline_and_target,
    contents_first,
)
