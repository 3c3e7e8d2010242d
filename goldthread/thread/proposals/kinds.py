"""Which fields each kind of proposal has, in the order in which a person reads them."""

from goldthread.thread import frameworks
from goldthread.thread.picture import Inspection
from goldthread.thread.proposals.fields import Form, Kind

_TIMESCALES = (
    ("immediately", "Immediately"),
    ("within_3_months", "Within 3 months"),
    ("within_6_months", "Within 6 months"),
    ("other", "Other"),
)
FINDING_KINDS = (
    ("area_for_improvement", "Area for improvement"),
    ("priority_action", "Priority action"),
    ("recommendation", "Recommendation"),
    ("paragraph", "Paragraph"),
)
_ITEM_KINDS = (
    ("recommendation", "Recommendation"),
    ("area_for_development", "Area for development"),
    ("action_group", "Group of actions"),
)

_SERVICES = (("safeguarding", "Safeguarding"), ("looked_after", "Looked after"), ("all", "All services"))
_SERVICE = Kind(name="service", label="Service", choices=_SERVICES)
_WORDS = Kind(name="text", label="Words", form=Form.TEXT)
_NUMBER = Kind(name="number", label="Number")

FINDING = (
    Kind(name="kind", label="Kind", form=Form.CHOICE, choices=FINDING_KINDS, required=True),
    _NUMBER,
    _SERVICE,
    Kind(name="section", label="Section"),
    _WORDS,
    Kind(name="timescale", label="Timescale", form=Form.CHOICE, choices=_TIMESCALES),
    Kind(name="due", label="Due", form=Form.PART_DATE),
    Kind(name="addressees", label="Addressed to", form=Form.LIST),
)
PLAN = (Kind(name="title", label="Title"), Kind(name="owner", label="Owner"))
MONITORING = (
    Kind(name="board", label="Board or person", required=True),
    Kind(name="cadence", label="How often"),
    Kind(name="purpose", label="Purpose", form=Form.TEXT),
)
MECHANISM = (_NUMBER, _WORDS)
ITEM = (
    _NUMBER,
    Kind(name="section", label="Section"),
    Kind(name="kind", label="Kind", form=Form.CHOICE, choices=_ITEM_KINDS, required=True),
    Kind(name="source", label="Raised by"),
    _WORDS,
    Kind(name="timescale", label="Timescale", form=Form.CHOICE, choices=_TIMESCALES),
    Kind(name="due", label="Due", form=Form.PART_DATE),
    Kind(name="notes", label="Notes", form=Form.TEXT),
    Kind(name="rating", label="Rating"),
    Kind(name="impact_rating", label="Impact rating"),
)
ACTION = (
    _NUMBER,
    _WORDS,
    Kind(name="leads", label="Leads", form=Form.LIST),
    Kind(name="responsible_lead", label="Responsible lead"),
    Kind(name="by_when_text", label="By when, as printed"),
    Kind(name="due_dates", label="Due dates", form=Form.PART_DATES),
    Kind(name="recurrence", label="Recurrence"),
    Kind(name="accountable_to", label="Accountable to", form=Form.LIST),
    Kind(name="rating", label="Rating"),
    Kind(name="impact_rating", label="Impact rating"),
)
STATUS = (
    Kind(name="label", label="Rating", required=True),
    Kind(name="colour", label="Colour"),
    Kind(name="meaning", label="Meaning", form=Form.TEXT),
)
TERM = (
    Kind(name="term", label="Term", required=True),
    Kind(name="meaning", label="Meaning", form=Form.TEXT, required=True),
)


def inspection() -> tuple[Kind, ...]:
    """An inspection's own facts."""
    codes = (*((one.code, one.name) for one in frameworks.all()), (frameworks.OTHER, "Another framework"))
    return (
        Kind(name="framework", label="Framework", form=Form.CHOICE, choices=codes),
        Kind(name="framework_name", label="Framework, as printed"),
        Kind(name="authority", label="Authority"),
        Kind(name="inspectorates", label="Inspectorates", form=Form.LIST),
        Kind(name="started", label="First day", form=Form.DAY),
        Kind(name="ended", label="Last day", form=Form.DAY),
        Kind(name="published", label="Published", form=Form.DAY),
        Kind(name="lead_inspector", label="Lead inspector"),
        Kind(name="age_group", label="Age group"),
    )


def judgement(of: Inspection) -> tuple[Kind, ...]:
    """A judgement of that inspection; its grade is one of the framework's where that is known."""
    framework = frameworks.find(of.framework)
    grades = tuple((grade.code, grade.label) for grade in framework.grades) if framework else ()
    return (
        Kind(name="area", label="Area", required=True),
        _SERVICE,
        Kind(name="grade", label="Grade", form=Form.CHOICE if grades else Form.WORDS, choices=grades),
        Kind(name="grade_number", label="Grade's number", form=Form.NUMBER),
        Kind(name="as_printed", label="As printed"),
    )
