"""Lists of findings however they are printed, and what must not be taken for one. All words are made up."""

import pytest

from goldthread.intake.report.read import read_report
from goldthread.thread.picture import Finding, Problem
from tests.unit.intake.report.printed import FRONT, PARAGRAPHS, document

LISTED = ("area_for_improvement", "priority_action", "recommendation")


def listed(text: str, *, file: str = "report.txt", front: str = FRONT) -> list[Finding]:
    """The findings in lists."""
    return [finding for finding in read_report(document(f"{front}\n{text}", file=file)).findings if finding.kind in LISTED]


def texts(text: str, *, file: str = "report.txt") -> list[str]:
    """The words of the findings in lists."""
    return [finding.text for finding in listed(text, file=file)]


def problems(text: str) -> list[Problem]:
    """The problems of the report."""
    return list(read_report(document(f"{FRONT}\n{text}")).problems)


@pytest.mark.parametrize("mark", ["•", "◼ ", "\uf0a7 ", "\uf0b7 ", "\uf06e", "- ", "– ", "* "])
def test_bullets_of_any_font_begin_entries(mark: str) -> None:
    assert texts(f"What needs to improve?\n\n{mark}The quality of plans.\n{mark}The speed of visits.\n") == [
        "The quality of plans.",
        "The speed of visits.",
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        # a wrapped entry, a page turned in it, its bullet on a line of its own
        ("• The quality of plans\nfor children.\n• Visits.", ["The quality of plans for children.", "Visits."]),
        ("• The quality of plans\n~\nfor children.\n• Visits.", ["The quality of plans for children.", "Visits."]),
        ("•\nThe quality of plans.\n•\nVisits.", ["The quality of plans.", "Visits."]),
        # no bullets at all
        ("The quality of plans for children.\n\nThe speed of visits.", ["The quality of plans for children.", "The speed of visits."]),
        (
            "The quality of plans.\nThe speed of visits so that\nchildren are seen.",
            ["The quality of plans.", "The speed of visits so that children are seen."],
        ),
        # footnote figures, and a framework's tag after an entry
        ("• The quality of plans.1\n• Visits.2", ["The quality of plans.", "Visits."]),
        ("• The quality of plans.\n(Outcome 2, Enabler 1)\n• Visits.", ["The quality of plans. (Outcome 2, Enabler 1)", "Visits."]),
        # sub-points belong to their entry
        (
            "• Plans for children:\n  – in care\n  – on the edge of care.\n• Visits.",
            ["Plans for children:\n− in care\n− on the edge of care.", "Visits."],
        ),
        ("• Plans for children:\n• in care\n• at home.\n• Visits.", ["Plans for children:\n− in care\n− at home.", "Visits."]),
        (
            "• Plans for children:\n\n(i) in care\n\n(ii) at home.\n\n• Visits.",
            ["Plans for children:\n− (i) in care\n− (ii) at home.", "Visits."],
        ),
    ],
)
def test_an_entry_is_whole(printed: str, read: list[str]) -> None:
    assert texts(f"What needs to improve?\n\n{printed}\n\nInformation about this inspection\n\nInspectors came.") == read


def test_entries_without_bullets_keep_the_points_under_them() -> None:
    printed = (
        "Areas for improvement\n\nLeaders should listen.\n\nLeaders should carry on with:\n\n− waits;\n\n− plans.\n\nSchools should help."
    )
    assert texts(printed) == ["Leaders should listen.", "Leaders should carry on with:\n− waits;\n− plans.", "Schools should help."]


@pytest.mark.parametrize(
    "text",
    [
        "Leaders know the areas for improvement and have a plan.\n\n• The plan is new.",
        "Contents\nAreas for improvement 4\nRecommendations 5\nRecommendations 9\n\nStrengths\n\n• Staff are kind.",
        "What does the area partnership need to do better?\n\n• Too many children wait.",
        "Recommendations from the previous inspection\n\n• Do something old.",
        "Areas for improvement identified at the last inspection\n\n• Something old.",
        "Strengths\n\n• Leaders have dealt with areas for improvement.",
        "What needs to improve?\n\nInspectors identified no areas beyond those that leaders know of.",
    ],
)
def test_what_only_speaks_of_findings_is_none(text: str) -> None:
    assert listed(text) == []


def test_a_heading_without_its_list_is_a_problem() -> None:
    said = problems("What needs to improve?\n\nThe experiences and progress of care leavers: good\n\n" + PARAGRAPHS)
    assert any("no list under it" in problem.found for problem in said)


def test_a_heading_that_only_announces_the_next_list_is_no_problem() -> None:
    said = problems("What needs to improve?\n\nAreas for improvement\n\n• The quality of plans.")
    assert not any("no list" in problem.found for problem in said)


def test_a_list_ends_at_the_next_heading_or_paragraph() -> None:
    printed = f"What needs to improve?\n\n• The quality of plans.\n\n{PARAGRAPHS}"
    assert texts(printed) == ["The quality of plans."]
    assert texts("What needs to improve?\n\n• The quality of plans.\n\nStrengths\n\n• Staff are kind.") == ["The quality of plans."]


def test_running_titles_do_not_enter_a_list() -> None:
    running = "\n\nInspection of Norhaven local authority children’s services\n3 June 2024 to 14 June 2024\n{}\n\n"
    entries = f"• The reach of services that{running.format(1)}children need.\n{running.format(2)}• Visits.{running.format(3)}"
    assert texts(f"What needs to improve?\n\n{entries}") == ["The reach of services that children need.", "Visits."]


def test_refs_run_by_kind_over_the_whole_report_and_numbers_are_the_printed_ones() -> None:
    printed = """
Priority and immediate action

1. Ensure that children who go missing are seen.

Areas for improvement

2. Improve assessments.

Strengths

Staff are kind.

Areas for improvement

3. Improve plans.
"""
    assert [(finding.ref, finding.number, finding.timescale) for finding in listed(printed)] == [
        ("P1", "1", "immediately"),
        ("A1", "2", None),
        ("A2", "3", None),
    ]


def test_a_list_printed_twice_counts_once_and_is_told() -> None:
    printed = "Recommendations\n\n• The council should listen.\n\nStrengths\n\nStaff.\n\nRecommendations\n\n• The council should listen.\n"
    assert [finding.ref for finding in listed(printed)] == ["R1"]
    assert any("printed again" in problem.found for problem in problems(printed))


def test_time_bands_are_counted_from_publication_and_told() -> None:
    printed = """
Areas for improvement

The council should take the following action.

Immediately:

• ensure that children are seen

Within three months:

• publish a plan

Within six months:

• complete a review of care in which visits within six weeks are counted.
"""
    assert [(finding.timescale, finding.due) for finding in listed(printed)] == [
        ("immediately", None),
        ("within_3_months", "2024-10-22"),
        ("within_6_months", "2025-01-22"),
    ]
    told = [problem for problem in problems(printed) if "no date" in problem.found]
    assert [problem.where for problem in told] == ["A2", "A3"]
    assert {problem.severity for problem in told} == {"info"}


def test_a_band_without_a_day_of_publication_has_no_date() -> None:
    front = FRONT.replace("Published: 22 July 2024", "")
    assert [(f.timescale, f.due) for f in listed("Areas for improvement\n\nWithin three months:\n\n• publish a plan", front=front)] == [
        ("within_3_months", None)
    ]


TABLE = """
Areas for priority action

Area for priority action | Responsible bodies
Leaders should cut waits for | Norhaven Council and NHS Norhaven ICB
assessments. |
Plans must be:\\n- timely\\n- good. | Norhaven Council
"""


def test_a_table_gives_one_finding_a_row_with_the_bodies_beside_it() -> None:
    assert [(finding.ref, finding.text, finding.addressees) for finding in listed(TABLE)] == [
        ("P1", "Leaders should cut waits for assessments.", ("Norhaven Council", "NHS Norhaven ICB")),
        ("P2", "Plans must be:\n− timely\n− good.", ("Norhaven Council",)),
    ]


def test_a_table_of_contacts_holds_no_findings() -> None:
    contacts = "Local area partnership details\n\nLocal authority | Health\nNorhaven Council | NHS Norhaven ICB\n"
    assert texts(f"Areas for improvement\n\n• Plans.\n\n{contacts}") == ["Plans."]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "Recommendations for the council\n\n1. Improve audits.\n\nRecommendations for the board\n\n1. Agree thresholds.",
            [("council",), ("board",)],
        ),
        (
            "Recommendations\n\nThe youth justice service should:\n\n1. improve plans\n\n"
            "The management board should:\n\n2. meet more often",
            [("youth justice service",), ("management board",)],
        ),
        ("What does the LSCB need to improve?\n\nAreas for improvement\n\n1. Publish a framework.", [("LSCB",)]),
        (
            "Areas for improvement\n\nThe council and its partners should take the following action.\n\n• ensure that children are seen",
            [()],
        ),
    ],
)
def test_two_lists_for_two_bodies_keep_them_apart(printed: str, told: list[tuple[str, ...]]) -> None:
    assert [finding.addressees for finding in listed(printed)] == told


def test_levels_keep_sub_headings_inside_a_list() -> None:
    printed = "# What needs to improve\n\n## Care\n\n- Life-story work.\n\n## Help and protection\n\n- Visits.\n\n"
    printed += "# Strengths\n\n## Care\n\n- Kind staff.\n"
    assert texts(printed, file="report.md") == ["Life-story work.", "Visits."]


def test_every_finding_keeps_its_place_and_section() -> None:
    finding = listed("What needs to improve?1\n\n• The quality of plans.\n")[0]
    assert (finding.section, finding.place.quote, finding.place.line) == ("What needs to improve?", "• The quality of plans.", 12)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        # lettered entries; a bullet that only says whom the next ones are for
        ("a. The quality of plans.\n\nb. The supply of homes.", [("a", "The quality of plans.", ()), ("b", "The supply of homes.", ())]),
        (
            "• The service manager should:\n• ensure that plans are good.\n• The board should:\n• ensure that money is found.",
            [(None, "ensure that plans are good.", ("service manager",)), (None, "ensure that money is found.", ("board",))],
        ),
        # a bullet that opens sub-points is an entry of its own
        (
            "• The council to provide a service for children:\n• at home\n• in care.\n• The board to publish a report",
            [
                (None, "The council to provide a service for children:\n− at home\n− in care.", ("council",)),
                (None, "The board to publish a report", ("board",)),
            ],
        ),
    ],
)
def test_letters_and_addresses_in_lists(printed: str, read: list[tuple[str | None, str, tuple[str, ...]]]) -> None:
    assert [(finding.number, finding.text, finding.addressees) for finding in listed(f"Recommendations\n\n{printed}\n")] == read


def test_a_table_that_runs_over_a_page_goes_on_and_another_table_does_not() -> None:
    printed = """
Responsible body | Areas for priority action
Norhaven Council | Leaders should cut waits for
~
Responsible body | Areas for priority action
 | assessments.
NHS Norhaven ICB | Leaders must plan.

Key | Meaning
Word | What it means
"""
    assert [(finding.ref, finding.text, finding.addressees) for finding in listed(printed, file="report.pdf")] == [
        ("P1", "Leaders should cut waits for assessments.", ("Norhaven Council",)),
        ("P2", "Leaders must plan.", ("NHS Norhaven ICB",)),
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "Leaders should develop:\n\n• a plan\n\n• a board.\n\nSchools should help.",
            ["Leaders should develop:\n− a plan\n− a board.", "Schools should help."],
        ),
        (
            "1. Ensure that the following are safe:\n- children\n- young people.\n\n2. Improve plans.",
            ["Ensure that the following are safe:\n− children\n− young people.", "Improve plans."],
        ),
        ("The council needs to act on the following areas:\n\n• Plans.\n\n• Visits.", ["Plans.", "Visits."]),
        ("Leaders know what needs to improve.\n\nThe plan should be finished soon.", []),
    ],
)
def test_a_sentence_before_bullets_leads_in_or_is_an_entry(printed: str, read: list[str]) -> None:
    assert texts(f"Areas for improvement\n\n{printed}\n") == read


@pytest.mark.parametrize(
    ("lead_in", "who", "timescale"),
    [
        ("Norhaven Police should:", ("Norhaven Police",), None),
        ("The council should:", ("council",), None),
        ("Within three months, we recommend that Norhaven Police should:", ("Norhaven Police",), "within_3_months"),
        ("Immediately, the council should:", ("council",), "immediately"),
        ("## The Norhaven Safeguarding Board should:", ("Norhaven Safeguarding Board",), None),
    ],
)
@pytest.mark.parametrize("entries", ["• check its records\n• ask children", "1. check its records\n2. ask children"])
def test_a_lead_in_names_whom_the_list_is_for_and_by_when(lead_in: str, who: tuple[str, ...], timescale: str | None, entries: str) -> None:
    found = listed(f"# Recommendations\n\n{lead_in}\n\n{entries}\n\n# Inspection findings\n\n1. Most contacts are dealt with.\n")
    assert [(finding.text, finding.addressees, finding.timescale) for finding in found] == [
        ("check its records", who, timescale),
        ("ask children", who, timescale),
    ]


def test_a_numbered_lead_in_above_time_bands_is_a_paragraph_and_the_bands_are_a_list() -> None:
    text = (
        f"{PARAGRAPHS}\n\n# Areas for improvement\n\n7. To make services safer, the council should act as follows.\n\n"
        "Immediately:\n\n• Visit each child\n\nWithin three months:\n\n• Train staff\n\n"
        "# Safeguarding outcomes for children and young people\n\n8. Children are safe and say that they feel safe.\n"
    )
    reading = read_report(document(f"{FRONT}\n{text}"))
    assert [(finding.text, finding.timescale) for finding in reading.findings if finding.kind in LISTED] == [
        ("Visit each child", "immediately"),
        ("Train staff", "within_3_months"),
    ]
    paragraphs = {finding.number: finding.text for finding in reading.findings if finding.kind == "paragraph"}
    assert paragraphs["7"] == "To make services safer, the council should act as follows."
    assert paragraphs["8"].startswith("Children are safe")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_entries_without_marks_are_read_one_by_one(gap: str) -> None:
    entries = ("Plans, so that they are clear about what must change", "The use of genograms", "The standard of return interviews")
    text = f"What needs to improve?\n\n{gap.join(entries)}\n\nThe experiences and progress of care leavers: good\n\nAll is well here.\n"
    long = "A line of prose that shows how wide a line of this paper is when it is filled with words\n" * 12
    assert texts(f"{long}\n{text}") == list(entries)


def test_prose_under_a_heading_for_a_list_is_no_entry() -> None:
    assert texts("What needs to improve?\n\nLeaders know what must change and have begun to act.\n\nThey told us so.\n") == []


def test_a_letter_s_closing_is_no_part_of_its_last_entry() -> None:
    text = "Areas for improvement\n\n• Plans.\n• The wait for help.\nYours sincerely\nOdile Farrant HMI\n"
    assert texts(text) == ["Plans.", "The wait for help."]


def test_rows_of_judgements_with_numbers_are_no_paragraphs() -> None:
    rows = "1. Children who need help and protection\nInadequate\n2. Children looked after and achieving permanence\nGood\n"
    found = read_report(document(f"{FRONT}\n{rows}\n\n# Findings\n\n{PARAGRAPHS}")).findings
    assert [finding.text for finding in found if finding.number == "1"] == [
        "Social workers know the children in group 1 well and visit them often."
    ]


def test_a_table_laid_out_with_spaces_is_read_column_by_column() -> None:
    text = (
        "Areas for priority action\n\n"
        "Responsible body       Areas for priority action\n"
        "Norhaven Council       Leaders should act to find the needs\n"
        "1\n"
        "Norhaven Care Board    of children who are out of school.\n"
        "Norhaven Council       Leaders should clear late plans and keep\n"
        "                       families told.\n\n"
        "Leaders have begun.\n"
    )
    assert [(finding.text, finding.addressees) for finding in listed(text)] == [
        ("Leaders should act to find the needs of children who are out of school.", ("Norhaven Council", "Norhaven Care Board")),
        ("Leaders should clear late plans and keep families told.", ("Norhaven Council",)),
    ]
