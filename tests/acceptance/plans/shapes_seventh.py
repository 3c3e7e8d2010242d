"""Seventh round, written last and read once: what was left of the ideas."""

from tests.acceptance.plans.key import Has, Key, Shape, act, item
from tests.acceptance.plans.paper import Bullets, Heading, Text, paper, table
from tests.acceptance.plans.shapes_merged import c

USUAL = ("docx", "xlsx", "html", "md", "pdf")


def judgement_areas() -> Shape:
    """The inspection's judgement areas in one column, a finding in the next; service and division columns; a priority in words."""
    found = ("Some children in need drift.", "Care leavers lack health histories.")
    acts = ("Review children in need at three months.", "Give each care leaver a history at 17.")
    body = table(
        ("Judgement area", "Inspection finding", "What needs to happen", "Division", "Accountable manager", "To be completed", "State"),
        ("Help and protection", found[0], acts[0], "Safeguarding", "Head of Safeguarding", "31 May 2026", "Started"),
        ("Care leavers", found[1], acts[1], "Corporate parenting", "Leaving Care Manager", "30 June 2026", "Not started"),
        widths=(4, 6, 6, 4, 5, 4, 3),
    )
    key = Key(
        items=(
            item(found[0], act(acts[0], leads=["Head of Safeguarding"], due=["2026-05-31"])),
            item(found[1], act(acts[1], leads=["Leaving Care Manager"], due=["2026-06-30"])),
        ),
    )
    return Shape(name="judgement_areas", paper=paper(Heading("Ofsted action plan"), body), key=key, formats=USUAL)


def aim_then_steps() -> Shape:
    """An aim with three steps numbered inside one cell each, who and when in the same order beside them."""
    acts = ("Agree the offer.", "Publish the offer.")
    body = table(
        ("Our aim", "Steps we will take", "Led by", "Finished by", "Measures of success"),
        (c("Short breaks for every disabled child", 2), acts[0], "Commissioner", "28/02/2026", "Offer agreed with parents"),
        (acts[1], "Communications Officer", "30/04/2026", "500 visits to the page"),
        widths=(6, 7, 5, 4, 6),
    )
    key = Key(
        items=(
            item(
                "Short breaks for every disabled child",
                act(acts[0], leads=["Commissioner"], due=["2026-02-28"]),
                act(acts[1], leads=["Communications Officer"], due=["2026-04-30"]),
                success=("Offer agreed with parents", "500 visits to the page"),
            ),
        ),
    )
    return Shape(name="aim_then_steps", paper=paper(Heading("Short breaks improvement plan"), body), key=key, formats=USUAL)


def quarters_as_targets() -> Shape:
    """Milestones by quarter: what is to be done in each quarter stands in its column; one lead a row."""
    aim = "Reduce the use of distant placements"
    acts = ("Map needs.", "Sign two providers.", "Open a local home.")
    body = table(
        ("Priority", "Lead", "Actions for Q1", "Actions for Q2", "Actions for Q3"),
        (aim, "Commissioner", *acts),
        widths=(6, 5, 6, 6, 6),
    )
    key = Key(items=(item(aim, *(act(text, leads=["Commissioner"]) for text in acts)),))
    return Shape(name="quarters_as_targets", paper=paper(Heading("Sufficiency action plan 2026/27"), body), key=key, formats=USUAL)


def numbered_paragraphs() -> Shape:
    """No table and no labels: sentences that say who will do what by when."""
    acts = (
        "By 31 March 2026 the Head of Access will publish a referral guide",
        "By 30 June 2026 the Practice Lead will train all duty workers",
    )
    key = Key(items=(item(..., act(Has(acts[0]), due=["2026-03-31"]), act(Has(acts[1]), due=["2026-06-30"])),))
    blocks = (
        Heading("Action plan after the focused visit"),
        Heading("Priority: referrals", 2),
        Bullets(tuple(f"{text}." for text in acts), numbered=True),
    )
    return Shape(name="numbered_paragraphs", paper=paper(*blocks), key=key, formats=("docx", "html", "md", "pdf"))


def red_only_report() -> Shape:
    """An exception report: only what is off track, why, and what is being done; the original and the forecast date."""
    acts = ("Recruit four managers", "Replace the case system")
    body = table(
        ("Action (off track)", "Owner", "Original date", "Forecast date", "Reason for delay", "Recovery action", "RAG"),
        (acts[0], "HR Business Partner", "31/12/2025", "31/03/2026", "Few applicants.", "Search firm engaged.", "Red"),
        (acts[1], "Systems Manager", "31/01/2026", "30/09/2026", "Supplier is late.", "Weekly calls.", "Red"),
        widths=(6, 5, 4, 4, 5, 6, 2),
    )
    key = Key(
        items=(
            item(
                ...,
                act(acts[0], leads=["HR Business Partner"], due=Has("2026-03-31"), rating="Red"),
                act(acts[1], leads=["Systems Manager"], due=Has("2026-09-30"), rating="Red"),
            ),
        ),
    )
    return Shape(name="red_only_report", paper=paper(Heading("Improvement plan: exceptions"), body), key=key, formats=USUAL)


def by_team() -> Shape:
    """A team's own plan: team as section, standard in the next column, evidence and self-rating out of four."""
    standards = ("Records are up to date", "Children are seen alone")
    acts = ("Close the day with ten minutes of recording.", "Say in the diary where the child will be seen.")
    body = table(
        ("Practice standard", "What are we doing about it?", "Champion", "Check date", "Evidence", "Self-assessment"),
        (standards[0], acts[0], "Team manager", "27/02/2026", "Weekly report", "2"),
        (standards[1], acts[1], "Senior practitioner", "27/03/2026", "", "3"),
        widths=(6, 7, 5, 4, 5, 3),
    )
    key = Key(
        items=(
            item(standards[0], act(acts[0], leads=["Team manager"], due=["2026-02-27"])),
            item(standards[1], act(acts[1], leads=["Senior practitioner"], due=["2026-03-27"])),
        ),
    )
    return Shape(name="by_team", paper=paper(Heading("North team improvement plan"), Text("January 2026"), body), key=key, formats=USUAL)


SHAPES = (judgement_areas, aim_then_steps, quarters_as_targets, numbered_paragraphs, red_only_report, by_team)
