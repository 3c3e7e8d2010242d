"""Lead cells: how many posts they name, and which one is responsible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.text import words
from goldthread.intake.document import Span
from goldthread.intake.plan.leads import accountable_names, is_body, read_leads

POSTS = [
    "Head of Safeguarding",
    "Head of Localities and Disabled Children",
    "Complaints Manager",
    "Director of Children's Services",
    "DMT",
    "LSCB",
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # one post whose name holds what elsewhere separates
        ("Head of Localities and Disabled Children", ["Head of Localities and Disabled Children"]),
        ("Head of Localities &\nDisabled Children", ["Head of Localities & Disabled Children"]),
        ("Director of Strategy, Partnerships and Improvement", ["Director of Strategy, Partnerships and Improvement"]),
        ("Assistant Director, Children's Social Care", ["Assistant Director, Children's Social Care"]),
        ("Head of Policy/Performance", ["Head of Policy/Performance"]),
        ("Service Manager, MASH", ["Service Manager, MASH"]),
        ("Jane Smith, Head of Service", ["Jane Smith, Head of Service"]),
        ("Head of Commissioning and Resources Panel", ["Head of Commissioning and Resources Panel"]),
        ("LSCB Independent Chair", ["LSCB Independent Chair"]),
        ("Assistant\nDirector\nSocial Care", ["Assistant Director Social Care"]),
        ("LSCB\nBusiness Manager", ["LSCB Business Manager"]),
        ("Director of HR, OD and Payroll", ["Director of HR, OD and Payroll"]),
        ("Director of Commissioning, ICB", ["Director of Commissioning, ICB"]),
        ("Service Manager – Ann Lee – 01632 960123", ["Service Manager – Ann Lee"]),
        ("Ann Lee, ann.lee@example.org", ["Ann Lee"]),
        ("Head of Care, JS and KL", ["Head of Care", "JS", "KL"]),
        # slashes, commas, semicolons, bullets
        ("Head of Localities & Disabled Children/Head of Care", ["Head of Localities & Disabled Children", "Head of Care"]),
        ("Head of\nLocalities and\nDisabled\nChildren/Head of\nCare", ["Head of Localities and Disabled Children", "Head of Care"]),
        ("LSCB/Head of Safeguarding", ["LSCB", "Head of Safeguarding"]),
        (
            "Head of People Services/HR Services manager/Operational HOS",
            ["Head of People Services", "HR Services manager", "Operational HOS"],
        ),
        ("DMT, SCMT, Complaints Manager", ["DMT", "SCMT", "Complaints Manager"]),
        ("Head of Care, Head of Legal Services", ["Head of Care", "Head of Legal Services"]),
        ("Head of Service, Early Help; Head of Service, Youth Justice", ["Head of Service, Early Help", "Head of Service, Youth Justice"]),
        ("JS/AB", ["JS", "AB"]),
        ("• Head of Care\n• Head of Safeguarding", ["Head of Care", "Head of Safeguarding"]),
        # a post with the organisation of its holder
        (
            "Head of Care/ Deputy Director, Nursing and Clinical Standards, Northmere ICO",
            ["Head of Care", "Deputy Director, Nursing and Clinical Standards, Northmere ICO"],
        ),
        (
            "Deputy Director, Nursing & Standards, Head of Health Improvement, North and South ICO",
            ["Deputy Director, Nursing & Standards", "Head of Health Improvement, North and South ICO"],
        ),
        # and between two names in full
        ("Head of Safeguarding and Director of Education", ["Head of Safeguarding", "Director of Education"]),
        ("Jane Smith and John Brown", ["Jane Smith", "John Brown"]),
        ("DMT and LSCB", ["DMT", "LSCB"]),
        # lines that separate, and names run together
        ("Head of Safeguarding\nHead of Care", ["Head of Safeguarding", "Head of Care"]),
        ("Ann Bell, Lead Member\nJo Field, DCS", ["Ann Bell, Lead Member", "Jo Field, DCS"]),
        ("Jane Smith\nHead of Service", ["Jane Smith, Head of Service"]),
        ("DCS LSCB Independent chair", ["DCS", "LSCB Independent chair"]),
        ("DCS\n\nLSCB\nIndependent\nchair", ["DCS", "LSCB Independent chair"]),
        (
            "Director of Children and Families Director of Strategy, Partnerships and Improvement",
            ["Director of Children and Families", "Director of Strategy, Partnerships and Improvement"],
        ),
        # the same lead twice
        ("Head of Care/Head of Care", ["Head of Care"]),
        ("", []),
        ("–", []),
    ],
)
def test_leads_in_a_cell(text: str, names: list[str]) -> None:
    read = read_leads(text)
    assert list(read.names) == names
    assert read.responsible == (names[0] if len(names) == 1 else None)
    assert read.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Lead: Head of Care; Support: Team Manager",
        "Head of Care (lead), Team Manager",
        "Head of Care*/Team Manager",
        "Head of Care (Accountable); Team Manager",
        "Head of Care supported by Team Manager",
        "Head of Care (Lead Officer)\nTeam Manager",
    ],
)
def test_words_mark_the_responsible_lead(text: str) -> None:
    read = read_leads(text)
    assert (read.names, read.responsible) == (("Head of Care", "Team Manager"), "Head of Care")


def test_underlining_marks_the_responsible_lead() -> None:
    spans = [Span(text="Head of "), Span(text="Care/"), Span(text="Head of Safe", underline=True), Span(text="guarding", underline=True)]
    assert read_leads("Head of Care/Head of Safeguarding", spans).responsible == "Head of Safeguarding"


def test_underlining_is_trusted_before_words_and_bold() -> None:
    spans = [Span(text="Head of Care (lead)", bold=True), Span(text="/"), Span(text="Team Manager", underline=True)]
    assert read_leads("Head of Care (lead)/Team Manager", spans).responsible == "Team Manager"


def test_bold_marks_only_when_one_lead_alone_is_bold() -> None:
    text = "Head of Care\nTeam Manager"
    one = [Span(text="Head of Care", bold=True), Span(text="\nTeam Manager")]
    both = [Span(text=text, bold=True)]
    assert read_leads(text, one).responsible == "Head of Care"
    assert read_leads(text, both).responsible is None


@pytest.mark.parametrize(
    "spans",
    [
        [Span(text="Head of Care/Team Manager", underline=True)],
        [Span(text="Head", underline=True), Span(text=" of Care/Team Manager")],
        [],
    ],
)
def test_underlining_everything_or_half_a_name_marks_nothing(spans: list[Span]) -> None:
    assert read_leads("Head of Care/Team Manager", spans).responsible is None


def test_two_of_three_underlined_is_a_problem() -> None:
    spans = [Span(text="Head of Care/Team Manager", underline=True), Span(text="/Head of Safeguarding")]
    read = read_leads("Head of Care/Team Manager/Head of Safeguarding", spans)
    assert read.responsible is None
    assert "2 leads underlined" in read.problems[0].found


def test_a_dated_handover_is_a_note_and_not_a_name() -> None:
    read = read_leads("Head of Localities/Head of Transitions Service from 1.4.2012")
    assert read.names == ("Head of Localities", "Head of Transitions Service")
    assert read.notes == ("Head of Transitions Service from 1.4.2012",)
    assert read.problems[0].severity == "info"


def test_remarks_beside_the_names_are_notes() -> None:
    assert read_leads("Head of Health Improvement (see health plan)").names == ("Head of Health Improvement",)
    read = read_leads("Head of Care/Deputy Director, Strategy & Planning, NHS Northmere Regular review of contracts will ensure delivery.")
    assert read.names == ("Head of Care", "Deputy Director, Strategy & Planning, NHS Northmere")
    assert read.notes == ("Regular review of contracts will ensure delivery.",)


def test_a_lead_to_be_confirmed_is_no_name() -> None:
    read = read_leads("TBC")
    assert read.names == ()
    assert read.problems[0].found == "TBC"


def test_names_known_from_elsewhere_show_where_one_ends() -> None:
    text = "Quality Partner Early Help Navigator"
    assert read_leads(text).names == (text,)
    assert read_leads(text, known=["Quality Partner", "Early Help Navigator"]).names == ("Quality Partner", "Early Help Navigator")


@pytest.mark.parametrize(
    "name",
    [
        "LSCB",
        "DMT",
        "Improvement Board",
        "Chief Officers' Group",
        "Corporate Parenting Panel",
        "Transitions Team",
        "Northmere NHS Trust",
        "LAC Strategy group",
    ],
)
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Head of Safeguarding",
        "Chair of the Improvement Board",
        "LSCB Development Manager",
        "Team Manager of Transitions team",
        "Lead Member for Children",
        "Community Services Director, NHS Northmere",
        "DCS",
        "IRO",
        "Jane Smith",
        "JS",
        "Partnership Officer",
        "",
    ],
)
def test_posts_and_people_are_no_bodies(name: str) -> None:
    assert not is_body(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DMT and LSCB", ["DMT", "LSCB"]),
        ("Improvement Board\nCorporate Parenting Board", ["Improvement Board", "Corporate Parenting Board"]),
        ("Corporate Parenting and Safeguarding Board", ["Corporate Parenting and Safeguarding Board"]),
        ("Accountable to Director of Children's Services", ["Director of Children's Services"]),
        ("LSCB Independent Chair, then to DCS", ["LSCB Independent Chair", "DCS"]),
        ("Scrutiny Committee (quarterly)", ["Scrutiny Committee"]),
        (
            "Progress reported monthly to the Improvement Board and quarterly to Scrutiny Committee",
            ["Improvement Board", "Scrutiny Committee"],
        ),
        ("DfE", ["DfE"]),
        ("", []),
    ],
)
def test_whom_an_accountable_to_cell_names(text: str, names: list[str]) -> None:
    assert list(accountable_names(text)) == names


@given(st.lists(st.sampled_from(POSTS), min_size=1, max_size=4, unique=True), st.sampled_from(["/", "; ", "\n", " / "]))
def test_names_joined_by_any_separator_are_found_again(names: list[str], separator: str) -> None:
    assert list(read_leads(separator.join(names)).names) == names


@given(st.text() | st.text("Head of Care/,;\n&()and DMT lead: *from 1.4.12"))
def test_any_text_is_read_and_no_word_is_made_up(text: str) -> None:
    read = read_leads(text, [Span(text=text, underline=True)])
    assert set(words(" ".join(read.names))) <= set(words(text)) | set(words(text.replace("/", " ")))
    accountable_names(text)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Head of Commissioning and", False),
        ("Assistant Director Social", False),
        ("Director of Integrated", False),
        ("Service Manager Disabled", False),
        ("Assistant Director Social Care", True),
        ("Assistant Director Adults", True),
        ("Head of Early Help", True),
        ("Head of Service", True),
        ("Social Care Director", True),
    ],
)
def test_a_post_that_breaks_off_is_told(name: str, whole: bool) -> None:
    told = [problem.expected for problem in read_leads(name).problems]
    assert told == ([] if whole else ["the whole name of the post"])


def test_lost_words_name_nobody() -> None:
    assert read_leads("[...]").names == ()
    assert read_leads("[...]; Head of Care").names == ("Head of Care",)
    assert read_leads("Head of [...]").names == ("Head of [...]",)
