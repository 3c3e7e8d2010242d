"""Dates, names and the extent of a report, and what is not one. All words are made up."""

from datetime import date

import pytest

from goldthread.intake.report.read import looks_like_report, read_report
from tests.unit.intake.report.printed import FRONT, PARAGRAPHS, document

TITLE = "Inspection of Norhaven local authority children’s services"
PLAN = """
Norhaven Council

Children’s services improvement plan

This plan answers the inspection of Norhaven local authority children’s services.

What needs to improve

• An old thing

Recommendation | Action | Lead | By when | Progress
The first | Do it | Head of service | March 2025 | Started
"""


@pytest.mark.parametrize(
    ("printed", "started", "ended"),
    [
        ("Inspection dates: 3 – 14 October 2011", "2011-10-03", "2011-10-14"),
        ("Inspection dates: 18 - 29 July 2011", "2011-07-18", "2011-07-29"),
        ("Inspection date: 24 – 28 June 2013", "2013-06-24", "2013-06-28"),
        ("Inspection dates: 26 February 2024 to 8 March 2024", "2024-02-26", "2024-03-08"),
        ("Inspection dates: 12 December 2022 to 13 January 2023", "2022-12-12", "2023-01-13"),
        ("Inspection dates: 28 November to 9 December 2022", "2022-11-28", "2022-12-09"),
        ("Inspection dates: 9 March 2020", "2020-03-09", "2020-03-09"),
    ],
)
def test_dates_run_over_months_and_years(printed: str, started: str, ended: str) -> None:
    inspection = read_report(document(f"{TITLE}\n\n{printed}\n\nLead inspector: Odile Farrant\n\nText.\n")).inspection
    assert (str(inspection.started), str(inspection.ended)) == (started, ended)


def test_dates_at_odds_are_told_and_the_first_are_kept() -> None:
    reading = read_report(document(f"{FRONT}\nText.\n\nInspection dates: 5 June 2024 to 14 June 2024\n"))
    assert reading.inspection.started == date(2024, 6, 3)
    assert any("Two sets of inspection dates" in problem.found for problem in reading.problems)


@pytest.mark.parametrize("other", ["Previous inspection dates: 4 to 8 March 2019", "Date of last inspection: 4 March 2019"])
def test_dates_of_an_earlier_inspection_are_no_conflict(other: str) -> None:
    reading = read_report(document(f"{FRONT}\n{other}\n\nText.\n"))
    assert reading.inspection.started == date(2024, 6, 3)
    assert not any("Two sets" in problem.found for problem in reading.problems)


def test_what_is_not_printed_is_absent_and_told() -> None:
    reading = read_report(document(f"{TITLE}\n\nInspection dates: 3 to 14 June 2024\n\nText.\n"))
    assert (reading.inspection.published, reading.inspection.lead_inspector, reading.inspection.age_group) == (None, None, None)
    assert any(problem.where == "inspection: publication" and problem.severity == "info" for problem in reading.problems)


def test_every_fact_keeps_its_place() -> None:
    places = read_report(document(FRONT + "\nText.\n")).inspection.places or {}
    assert {"authority", "framework", "started", "ended", "published", "lead_inspector"} <= set(places)
    assert places["published"].quote == "Published: 22 July 2024"


@pytest.mark.parametrize(
    ("title", "authority"),
    [
        ("Inspection of Norhaven local authority children’s services", "Norhaven"),
        ("Inspection of St Ebbe and Vale children’s social care services", "St Ebbe and Vale"),
        ("Area SEND inspection of Norhaven Local Area Partnership", "Norhaven"),
        ("Joint targeted area inspection of Norhaven", "Norhaven"),
        ("An inspection of youth justice services in Norhaven", "Norhaven"),
        ("Norhaven Council: local authority assessment", "Norhaven"),
    ],
)
def test_the_authority_is_named_in_the_title(title: str, authority: str) -> None:
    assert read_report(document(f"{title}\n\nInspection dates: 3 to 14 June 2024\n\nText.\n")).inspection.authority == authority


@pytest.mark.parametrize(
    ("title", "framework"),
    [
        ("Inspection of safeguarding and looked after children services", "slac-2009"),
        ("Inspection of services for children in need of help and protection", "sif-2013"),
        ("Joint targeted area inspection of Norhaven", "jtai"),
        ("Area SEND inspection of Norhaven Local Area Partnership", "send-2023"),
        ("Norhaven Council: local authority assessment", "cqc-asc"),
        ("An inspection of youth justice services in Norhaven", "other"),
        ("Annual unannounced inspection of contact, referral and assessment arrangements in Norhaven", "other"),
        ("Norhaven bus timetable", None),
    ],
)
def test_the_title_tells_the_framework(title: str, framework: str | None) -> None:
    assert read_report(document(f"{title}\n\nInspection dates: 3 to 14 June 2019\n\nText.\n")).inspection.framework == framework


def test_several_inspectorates_are_named_as_the_report_names_them() -> None:
    front = "Joint targeted area inspection of Norhaven\n\nInspection dates: 3 to 7 June 2019\n\n"
    assert read_report(document(f"{front}By Ofsted, the Care Quality Commission and HMICFRS.\n")).inspection.inspectorates == (
        "Ofsted",
        "Care Quality Commission",
        "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
    )


def test_a_report_in_a_pack_ends_where_the_plan_begins() -> None:
    agenda = "Children’s committee\n\nAgenda item 7\n\nThe committee is asked to note the report.\n"
    whole = document(f"{agenda}\n{FRONT}\nWhat needs to improve\n\n• Plans.\n\n{PARAGRAPHS}\n{PLAN}")
    reading = read_report(whole)
    words = [getattr(block, "text", "") for block in whole.blocks]
    assert words[reading.first] == TITLE
    assert words[reading.end] == "Norhaven Council"
    assert [finding.text for finding in reading.findings if finding.ref.startswith("A")] == ["Plans."]


@pytest.mark.parametrize(
    ("text", "is_report"),
    [
        (FRONT + PARAGRAPHS, True),
        (FRONT + PARAGRAPHS + PLAN, True),
        (PLAN, False),
        ("Minutes of the board\n\nMembers noted the inspection report.\n", False),
        ("Report not found\n\nThe page that you asked for is not here.\n", False),
        ("", False),
    ],
)
def test_a_report_is_known_from_other_papers(text: str, is_report: bool) -> None:
    assert looks_like_report(document(text)) is is_report


def test_an_empty_document_gives_an_empty_reading() -> None:
    reading = read_report(document(""))
    assert (reading.findings, reading.judgements, reading.first, reading.end) == ((), (), 0, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FRONT.replace("22 July 2024", "22 May 2024"), "ends after its report was published"),
        (FRONT + "\nText.\n\nPublished: 29 July 2024\n", "Two days of publication"),
    ],
)
def test_dates_that_cannot_all_be_right_are_told_and_kept(text: str, found: str) -> None:
    reading = read_report(document(text))
    assert any(found in problem.found for problem in reading.problems)
    assert reading.inspection.published is not None


def test_the_title_counts_before_what_the_prose_says_of_other_inspections() -> None:
    text = f"{TITLE}\n\nInspection dates: 3 to 14 June 2024\n\nSince the joint targeted area inspection of 2022, leaders have acted.\n"
    assert read_report(document(text)).inspection.framework == "ilacs-2023"


@pytest.mark.parametrize(
    ("sentence", "started", "ended"),
    [
        ("Between 25 September 2023 and 29 September 2023, Ofsted conducted a joint inspection.", "2023-09-25", "2023-09-29"),
        ("This letter summarises the visit\non 24 and 25 October 2023. It was the third since May 2022.", "2023-10-24", "2023-10-25"),
        ("This letter tells of the visit on 24 and 25 October, the first since the inspection of 2022.", "2023-10-24", "2023-10-25"),
        # only an earlier inspection has days
        ("Since the last inspection on 3 May 2022, the visit has been prepared.", "None", "None"),
    ],
)
def test_a_letter_s_own_date_is_not_the_visit_s(sentence: str, started: str, ended: str) -> None:
    letter = f"9 November 2023\n\nDear Ms Arkle\n\nMonitoring visit to Norhaven children’s services\n\n{sentence}\n\nYours sincerely\n"
    inspection = read_report(document(letter)).inspection
    assert (str(inspection.started), str(inspection.ended), str(inspection.published)) == (started, ended, "2023-11-09")


@pytest.mark.parametrize(
    "front",
    [
        "Norhaven Council: local authority assessment\n\nPublished: 18 July 2025\n\nOverall rating\n\nGood\n",
        "National child protection inspection\n\nNorhaven Police\n\nInspection dates: 6 to 17 February 2023\n",
        "Inspection of St Ebbe and the Vale local authority\nchildren’s services\n\nInspection dates: 3 to 14 June 2024\n\n"
        "Lead inspector Odile Farrant HMI\n",
    ],
)
def test_other_inspectorates_and_wrapped_titles_are_reports(front: str) -> None:
    assert looks_like_report(document(front + "\nText.\n"))


@pytest.mark.parametrize("after", ["The multi-agency response to neglect", "Key strengths", "Main findings", "What needs to improve?"])
def test_the_authority_s_name_ends_with_its_line(after: str) -> None:
    text = f"Joint targeted area inspection of Norhaven\n{after}\n\nInspection dates: 3 to 14 June 2019\n\nText.\n"
    assert read_report(document(text)).inspection.authority == "Norhaven"
