"""Second round: whole papers that are unusual: pillars on a page, a highlight report, two plans, a very long one, damaged print."""

from tests.acceptance.plans.key import Has, Key, OneOf, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, PageBreak, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def pillars() -> Shape:
    """A plan on a page: a column a pillar, bulleted actions below, nobody's name."""
    names = ("Pillar 1: Strong leaders", "Pillar 2: Skilled staff", "Pillar 3: Safe homes")
    acts = (
        ("Visit every team each quarter", "Publish one set of priorities"),
        ("Open a practice academy", "Pay a market supplement"),
        ("Build two small homes", "Inspect every placement"),
    )
    body = table(names, tuple("\n".join(f"• {text}" for text in pillar) for pillar in acts), widths=(6, 6, 6))
    key = Key(
        items=tuple(
            item(OneOf(name, name.split(": ")[1]), *(act(text) for text in pillar)) for name, pillar in zip(names, acts, strict=True)
        ),
    )
    blocks = (Heading("Our improvement plan on a page"), Text("Vision: every child safe, heard and at home."), body)
    return Shape(name="pillars", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def highlight_report() -> Shape:
    """A monthly highlight report: prose, achievements, risks and a table of measures; the actions stand in an appendix."""
    acts = ("Appoint a permanent head of quality.", "Refresh the threshold document.", "Bring caseloads under 18.")
    measures = table(
        ("Measure", "Target", "Dec 2025", "Jan 2026"),
        ("Assessments in 45 days", "85%", "78%", "81%"),
        ("Average caseload", "18", "21", "20"),
        widths=(8, 3, 3, 3),
    )
    risks = table(
        ("Risk", "Likelihood", "Impact", "Mitigation", "Owner"),
        ("Agency staff leave at once.", "3", "4", "Notice period of four weeks.", "HR Business Partner"),
        widths=(8, 3, 3, 8, 5),
    )
    tracker = table(
        ("ID", "Workstream", "Action", "Lead", "Deadline", "BRAG", "Comment"),
        ("A01", "Leadership", acts[0], "Director", "28/02/2026", "Blue", "In post."),
        ("A02", "Front door", acts[1], "Head of Assessment", "31/03/2026", "Green", "Draft with partners."),
        ("A03", "Workforce", acts[2], "Heads of Service", "30/06/2026", "Amber", "Average is 20."),
        widths=(2, 4, 8, 5, 4, 3, 6),
    )
    key = Key(
        items=(
            item("Leadership", act(acts[0], number="A01", leads=["Director"], due=["2026-02-28"], rating="Blue", says=("In post",))),
            item("Front door", act(acts[1], number="A02", leads=["Head of Assessment"], due=["2026-03-31"], rating="Green")),
            item("Workforce", act(acts[2], number="A03", leads=["Heads of Service"], due=["2026-06-30"], rating="Amber")),
        ),
    )
    blocks = (
        Heading("Improvement programme: highlight report, January 2026"),
        Heading("Achievements this month", 2),
        Bullets(("Twelve social workers began.", "The board met on 14 January.")),
        Heading("Planned for next month", 2),
        Bullets(("Second practice week.",)),
        Heading("Measures", 2),
        measures,
        Heading("Risks", 2),
        risks,
        PageBreak(),
        Heading("Appendix 1: Action tracker", 2),
        tracker,
        Heading("Appendix 2: Abbreviations", 2),
        Text("IRO – independent reviewing officer"),
    )
    return Shape(name="highlight_report", paper=paper(*blocks), key=key, formats=USUAL)


def two_plans() -> Shape:
    """Two plans with unlike columns in one file, each numbered from 1."""
    areas = ("Assessments lack analysis.", "Supervision is irregular.", "Waits for therapy are long.")
    acts = ("Teach analysis in six sessions.", "Keep a supervision log.", "Hire two therapists.")
    one = table(
        ("No", "Area for improvement", "Action", "Lead", "Deadline", "RAG"),
        ("1", areas[0], acts[0], "Practice Lead", "March 2026", "Amber"),
        ("2", areas[1], acts[1], "Team managers", "January 2026", "Green"),
        widths=(2, 7, 7, 5, 4, 3),
    )
    two = table(
        ("No", "Significant concern", "What we will do", "Owner", "Completion", "Impact measure"),
        ("1", areas[2], acts[2], "Integrated care board", "July 2026", "Wait under 12 weeks"),
        widths=(2, 7, 7, 5, 4, 5),
    )
    key = Key(
        items=(
            item(areas[0], act(acts[0], leads=["Practice Lead"], due=["2026-03"], rating="Amber"), number="1"),
            item(areas[1], act(acts[1], leads=["Team managers"], due=["2026-01"], rating="Green"), number="2"),
            item(
                areas[2],
                act(acts[2], leads=["Integrated care board"], due=["2026-07"], rating=None),
                number="1",
                success=("Wait under 12 weeks",),
            ),
        ),
    )
    blocks = (
        Heading("Social care improvement plan"),
        one,
        PageBreak(),
        Heading("SEND written statement of action"),
        two,
    )
    return Shape(name="two_plans", paper=paper(*blocks), key=key, formats=USUAL)


def sixty_actions() -> Shape:
    """Six priorities of ten actions over many pages, headings repeated."""
    nouns = ("visits", "plans", "audits", "panels", "letters", "records", "meetings", "reviews", "calls", "forms")
    priorities = ("Thresholds", "Assessment", "Permanence", "Leaving care", "Exploitation", "Workforce")
    rows, items = [], []
    for n, priority in enumerate(priorities, 1):
        texts = [f"Improve the {noun} in the {priority.lower()} service" for noun in nouns]
        for m, text in enumerate(texts, 1):
            rows.append((c(priority, 1), f"{n}.{m}", text, f"{priority} Manager", f"{m:02}/0{n}/2026", "Green" if m % 2 else "Amber"))
        acts = (
            act(text, number=f"{n}.{m}", leads=[f"{priority} Manager"], due=[f"2026-0{n}-{m:02}"], rating="Green" if m % 2 else "Amber")
            for m, text in enumerate(texts, 1)
        )
        items.append(item(priority, *acts))
    body = table(("Priority", "Ref", "Action", "Lead", "Due", "RAG"), *rows, widths=(4, 2, 9, 5, 4, 3))
    blocks = (Heading("Whole service improvement plan"), body)
    return Shape(name="sixty_actions", paper=paper(*blocks), key=Key(items=tuple(items)), formats=(*USUAL, "csv", "tabs", "aligned"))


def one_action() -> Shape:
    """A plan of one area and one action."""
    area = "The timeliness of initial health assessments."
    text = "Book each assessment on the day a child comes into care."
    body = table(
        ("Area for improvement", "Action", "Lead", "Timescale", "Success measure"),
        (area, text, "Designated Nurse", "31 May 2026", "95% within 20 days"),
        widths=(7, 8, 5, 4, 5),
    )
    key = Key(items=(item(area, act(text, leads=["Designated Nurse"], due=["2026-05-31"]), success=("95% within 20 days",)),))
    blocks = (Heading("Action plan following a focused visit"), body)
    return Shape(name="one_action", paper=paper(*blocks), key=key, formats=(*USUAL, "csv", "tabs", "aligned"))


def damaged_print() -> Shape:
    """Text out of a scan: the recommendation is cut over columns in the middle of words, the heading's words fall apart."""
    rows = (
        ("1. Inspection", "Make sure that contacts are screened", " by a qualified wor", "ker within one d", "ay of receipt"),
        ("Recommendation", "", "", "", ""),
        ("Timescale: Immediate", "", "", "", ""),
        ("Required Outcome", "Actions", "Lead", "Ву when", "Progress"),
        (
            "Children are safe from the first contact.",
            "1.1 Put a qualified worker on the screening rota.",
            "Duty Manager",
            "March 2013",
            "Rota in place.",
        ),
        ("", "1.2 Sample twenty contacts each month.", "Audit Officer", "April 2013", ""),
    )
    key = Key(
        items=(
            item(
                ...,
                act("Put a qualified worker on the screening rota.", number="1.1", leads=["Duty Manager"], due=["2013-03"]),
                act("Sample twenty contacts each month.", number="1.2", leads=["Audit Officer"], due=["2013-04"]),
                timescale="immediately",
            ),
        ),
    )
    blocks = (Text("Inspection action plan"), table(*rows, headers=0))
    return Shape(name="damaged_print", paper=paper(*blocks), key=key, formats=("tabs",))


def notice_conditions() -> Shape:
    """An improvement notice's conditions, each with what the council does and how the adviser will know."""
    conditions = (
        "The council must agree a sufficiency strategy with the adviser.",
        "The council must report caseloads to the department each month.",
    )
    acts = ("Draft the strategy.", "Take it to Cabinet.", "Send the first report.")
    body = table(
        ("Notice paragraph", "Condition", "Milestones", "Senior responsible officer", "Deadline", "Adviser’s view"),
        (c("4(a)", 2), c(conditions[0], 2), acts[0], "Director", "28 February 2026", "Draft is sound."),
        (acts[1], "Lead Member", "21 April 2026", ""),
        ("4(b)", conditions[1], acts[2], "Performance Manager", "6 March 2026", "Received."),
        widths=(3, 8, 7, 5, 4, 6),
    )
    key = Key(
        items=(
            item(
                conditions[0],
                act(acts[0], leads=["Director"], due=["2026-02-28"]),
                act(acts[1], leads=["Lead Member"], due=["2026-04-21"]),
            ),
            item(conditions[1], act(acts[2], leads=["Performance Manager"], due=["2026-03-06"])),
        ),
    )
    blocks = (Heading("Response to the improvement notice"), body)
    return Shape(name="notice_conditions", paper=paper(*blocks), key=key, formats=USUAL)


def peer_challenge() -> Shape:
    """A peer challenge's findings as headings with bullets below, then who and when in one line."""
    findings = ("Make the vision clear to all staff", "Use data in every team meeting")
    acts = ("Hold six staff conversations", "Print the vision on one page", "Give each team a weekly data sheet")
    key = Key(
        items=(
            item(findings[0], act(Has(acts[0])), act(Has(acts[1]))),
            item(findings[1], act(Has(acts[2]))),
        ),
    )
    blocks = (
        Heading("Peer challenge action plan"),
        Heading(f"Recommendation 1: {findings[0]}", 2),
        Bullets((f"{acts[0]} (Director, March 2026)", f"{acts[1]} (Communications Manager, April 2026)")),
        Heading(f"Recommendation 2: {findings[1]}", 2),
        Bullets((f"{acts[2]} (Performance Manager, May 2026)",)),
    )
    return Shape(name="peer_challenge", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf", "tabs"))


SHAPES = (
    pillars,
    highlight_report,
    two_plans,
    sixty_actions,
    one_action,
    damaged_print,
    notice_conditions,
    peer_challenge,
)
