"""Headings of a plan's columns, sorted by what the reader takes each to be."""

from goldthread.intake.plan.columns import Role, role_of
from tools.reference.markdown import page, table

HEADINGS = (
    *("Ref", "No.", "Action no", "ID", "Recommendation number", "Theme", "Workstream", "Domain", "Category"),
    *("Recommendation", "Ofsted recommendation", "Area for improvement", "Area for development", "Finding", "Priority", "Objective"),
    *("Improvement required", "Issue identified", "Weaknesses", "Concerns", "Source", "Paragraph", "Inspection report"),
    *("Required outcome", "Outcomes", "Intended impact", "What will be different?", "What do we want to achieve?", "Desired result"),
    *("Action", "Actions", "What will we do?", "How", "Activity", "Tasks", "Steps", "Deliverables", "Council response", "Milestones"),
    *("Lead", "Lead officer", "Responsible officer", "Owner", "Who", "By whom", "Person responsible", "Responsibility", "Assigned to"),
    *("Accountable to", "Governance", "Reporting to", "Oversight", "Board", "Responsible board", "Signed off by", "Monitoring"),
    *("By when", "When", "Timescale", "Timeframe", "Deadline", "Target date", "Due date", "Completion date", "Revised date"),
    *("By when / Accountable to", "Success measure", "Success criteria", "Measures", "KPI", "Target", "Milestones and measures"),
    *("How will we know?", "What will good look like?", "Performance indicators", "Evidence", "Evidence of impact", "Source of evidence"),
    *("Impact", "Impact on children", "Difference made", "Progress", "Evidence of progress", "Update", "Latest position", "Commentary"),
    *("Comments", "What have we done?", "Where are we now?", "Q1", "Narrative", "RAG", "RAG rating", "BRAG", "Status", "Progress RAG"),
    *("Direction of travel", "% complete", "Impact RAG", "Outcome rating", "Notes", "Risks", "Barriers", "Resources", "Cost", "Start date"),
    "Last updated",
)
"""Headings that plans print, one of each kind that the reader was made for."""

_MEANING = {
    Role.NUMBER: "a number or reference",
    Role.SECTION: "the section that an item stands in",
    Role.ITEM: "the recommendation, area or objective",
    Role.SOURCE: "who or what raised it",
    Role.TIMESCALE: "the inspectors' limit",
    Role.OUTCOME: "what should be different",
    Role.ACTION: "what will be done",
    Role.PART: "a part of an action",
    Role.LEAD: "who leads",
    Role.ACCOUNTABLE: "the board or person accountable to",
    Role.BY_WHEN: "by when",
    Role.MEASURE: "how anybody will know",
    Role.EVIDENCE: "what is offered as proof",
    Role.PROGRESS: "what has been done",
    Role.RATING: "the rating of delivery",
    Role.IMPACT: "the rating of effect",
    Role.NOTES: "remarks",
    Role.OTHER: "something that the picture has no field for; the column is left out",
}

_INTRODUCTION = """A plan's table is read by the headings of its columns. Below are headings in common use and what the reader takes
a column under each of them to hold when it looks at the heading alone; other headings around it, and what stands
beneath it, can settle it otherwise (see [plan shapes](../explanation/plan-shapes.md)).
Capitals, a colon at the end and line breaks make no difference.

This is not the whole of what is recognised: the rules are in `goldthread/intake/plan/columns.py`."""


def pages() -> dict[str, str]:
    """``column-headings.md``."""
    roles = {heading: role_of(heading) for heading in HEADINGS}
    rows = [
        (_MEANING[role], "; ".join(heading for heading, found in roles.items() if found is role)) for role in Role if role in roles.values()
    ]
    unknown = [heading for heading, role in roles.items() if role is None]
    told = f"Not recognised by the heading alone: {'; '.join(unknown)}." if unknown else ""
    return {"column-headings.md": page("Column headings of plans", _INTRODUCTION, table(("The column holds", "Headings"), rows), told)}
