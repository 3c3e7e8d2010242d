"""Which column is which, by its heading and by what it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.intake.plan.by_contents import looks_of
from goldthread.intake.plan.columns import Role, read_header, role_of
from tests.unit.intake.plan.plan_papers import table

HEADINGS = {
    Role.NUMBER: "Ref|No.|Ref No|Action No.|ID|#|Rec No|Action Ref|S/N|Number|Ref.|Action ID|Unique reference|KLOE ref|Priority no."
    "|WBS|Action number|Task no|Recommendation ref|Rhif / No",
    Role.ITEM: "Recommendation|Ofsted recommendation|Area for improvement|Finding|Inspection finding|What Ofsted said|What inspectors found"
    "|Issue identified|Must do|Area for development|Ofsted finding / recommendation|Concern|Requirement|Priority|Objective"
    "|Improvement area|What needs to improve|Weakness|Significant concern|AfI|Areas of focus|Key finding|What|Area"
    "|Key improvement area|Required improvement|Gaps identified|Areas identified for improvement|Condition",
    Role.SECTION: "Theme|Workstream|Section|Strand|Pillar|Improvement theme|Bucket|Epic",
    Role.SOURCE: "Source|Origin|Raised by|Report para|Paragraph",
    Role.OUTCOME: "Required outcome|Outcome|Desired outcome|Intended impact|What will be different|What difference will it make?"
    "|Outcomes for children|Expected outcome|So that|Outcome sought|What do we want to achieve?|Expected impact"
    "|So what?|Where do we want to be|What will be the impact?",
    Role.ACTION: "Action|Actions|Action required|Action to be taken|Actions to address|Key actions|What we will do|What we are going to do"
    "|How|How we will do it|How will we do it?|Task|Key activities|Steps|Agreed action|Our response|Management response|Milestones"
    "|Key milestones|Deliverables|What will we do?|Activities to deliver|Action(s)|Actions we will take"
    "|What will be done?|What needs to be done",
    Role.LEAD: "Lead|Lead officer|Owner|Action owner|Responsible officer|Who|By whom|Lead(s)|Responsible|Responsibility|Person responsible"
    "|Accountable lead|Accountable officer|Lead agency|Who is responsible?|SRO|Senior responsible officer|Assigned to|Named lead"
    "|Lead / partners|Delivery lead|Who's leading|Owner/Lead|Who by?|Responsible person(s)|Resp. officer|Exec lead|Leau"
    "|Assigned to|Managed by|Workstream lead|Health lead|LA lead|Head of service|Resource Names",
    Role.SUPPORT: "Supporting officers|Partners|Support|Key partners|Supported by",
    Role.BY_WHEN: "By when|When|Timescale|Timescales|Target date|Due date|Deadline|Completion date|Date|Complete by|To be completed by"
    "|Target completion date|End date|Timeframe|By when / Accountable to|Date for completion|Timeline|Due|Finish|Milestone date"
    "|Implementation date|Original date|Revised date|When by|Ву when"
    "|Expected completion|Forecast date|To be achieved by",
    Role.MEASURE: "Success criteria|Success measures|KPI|How will we know?|How we will know|What will success look like?"
    "|What good looks like"
    "|Performance indicator|How it will be measured|Target/measure|Measurable outcome|Indicators of success|Baseline|Target"
    "|What does good look like?",
    Role.EVIDENCE: "Evidence|Evidence required|Sources of evidence|Evidence of impact|Evidence of completion"
    "|How evidenced|Assurance evidence",
    Role.PROGRESS: "Progress|Progress update|Update|Progress to date|Evidence of progress January 2012|Progress and impact"
    "|Comments|Commentary"
    "|Latest position|Status update|Q1|Q2 update|Quarter 3|Monthly update|What have we done?|Position at March 2024|Action taken"
    "|Delivery update|Update – May 2024|Where are we now?|Lividence of progress"
    "|Date completed|Next steps|Latest note|Jan 2026 update",
    Role.RATING: "RAG|RAG rating|BRAG|Status|RAG status|Delivery RAG|Progress RAG|Rating|% complete|Direction of travel|Complete?"
    "|Action status|Completed Y/N|Current RAG|Assurance level"
    "|C/O/D|R/A/G|Level of assurance|DoT",
    Role.IMPACT: "Impact RAG|Impact rating|RAG for impact|Outcome RAG|Impact status",
    Role.ACCOUNTABLE: "Accountable to|Reports to|Board|Governance|Reporting to|Forum|Oversight|Accountable body"
    "|Scrutinised by|Monitored by|Sign off",
    Role.NOTES: "Notes|Risks and mitigation|Dependencies|Barriers|Rationale|Why is this important?|Blockers",
    Role.OTHER: "Resources|Cost|Budget|Start date|Date added|Priority level|High/Med/Low|Review date|Duration",
}


@pytest.mark.parametrize(("heading", "role"), [(text, role) for role, texts in HEADINGS.items() for text in texts.split("|")])
def test_headings_name_their_role(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "words", ["", "Head of Care", "Zebra", "Improve how leaders use figures so that they see whether lives get better."]
)
def test_other_words_name_nothing(words: str) -> None:
    assert role_of(words) is None


@pytest.mark.parametrize(
    ("texts", "looks"),
    [
        (["1", "2", "3a", "4.1"], Role.NUMBER),
        (["May 2024", "Ongoing", "By 3 June 2024", ""], Role.BY_WHEN),
        (["Head of Care", "Director of Children’s Services", "LSCB"], Role.LEAD),
        (["Green", "Amber", ""], Role.RATING),
        (["Write a new strategy with partners", "Train all practitioners well"], None),
        (["60%", "90%"], None),
        ([], None),
    ],
)
def test_a_column_looks_like_what_most_of_it_holds(texts: list[str], looks: Role | None) -> None:
    assert looks_of([row[0] for row in table(*((text,) for text in texts)).rows] if texts else []) is looks


@pytest.mark.parametrize(
    "row",
    [
        ("Write a policy and train.", "Head of Care", "May 2024"),
        ("1. Ofsted Recommendation", "Ensure that it is regular.", "", ""),
        ("Action", "", ""),
        ("Responsible leaders", "Nothing known"),
    ],
)
def test_rows_of_data_are_no_headings(row: tuple[str, ...]) -> None:
    assert read_header([row, ("x",) * len(row)], 0) is None


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_heading_has_a_role_for_each_column_or_is_none(rows: list[list[str]]) -> None:
    header = read_header(rows, 0)
    assert header is None or len(header.roles) == len(header.texts) == 3
