"""By-when cells in the forms that plans print."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.dates import MONTHS, is_part_date
from goldthread.intake.plan.by_when import read_by_when

PARENTING = "Corporate Parenting and Safeguarding Board"


# Each row: the cell, its due dates, how often, and to whom it answers, in a plan of 2012.
@pytest.mark.parametrize(
    ("text", "due", "recurrence", "accountable"),
    [
        # a date alone
        ("February 2012", ["2012-02"], None, []),
        ("1 February 2012", ["2012-02-01"], None, []),
        ("December 2011", ["2011-12"], None, []),
        ("February – March 2012", ["2012-02", "2012-03"], None, []),
        ("Policy to be completed by end April 2012.", ["2012-04-30"], None, []),
        ("January 2012 Compliance to be tested through planned audit cycle.", ["2012-01"], None, []),
        # a date and to whom it answers
        ("March 2012 – sign-off by DMT and LSCB", ["2012-03"], None, ["DMT", "LSCB"]),
        ("April 2012/0-13 Project Board", ["2012-04"], None, ["0-13 Project Board"]),
        ("April 2012 Any proposals to be considered by DMT first.", ["2012-04"], None, ["DMT"]),
        ("February 2012 Report to DMT covering all services.", ["2012-02"], None, ["DMT"]),
        ("Review by Complaints Manager and SCMT – April 2012.", ["2012-04"], None, ["Complaints Manager", "SCMT"]),
        ("Signed off by DMT, and in place and working by June 2012.", ["2012-06"], None, ["DMT"]),
        ("Progress report on all actions below to LSCB for scrutiny April 2012", ["2012-04"], None, ["LSCB"]),
        (f"September 2012 Evaluation report to go to DMT and to {PARENTING}.", ["2012-09"], None, ["DMT", PARENTING]),
        (f"October 2012 IRO report will be presented to the {PARENTING}", ["2012-10"], None, [PARENTING]),
        ("All actions by March 2012 Progress to be reported to DMT March 2012.", ["2012-03"], None, ["DMT"]),
        ("Next audit: April 2012 Outcome of audit to be reported to LSCB.", ["2012-04"], None, ["LSCB"]),
        ("LSCB", [], None, ["LSCB"]),
        # posts that it answers to, and posts that only do the work
        (
            "Held March 2012 Accountable to Director of Children's Services who will ensure it",
            ["2012-03"],
            None,
            ["Director of Children's Services"],
        ),
        ("Meeting March 2012 Accountable to LSCB Independent Chair, then to DCS", ["2012-03"], None, ["LSCB Independent Chair", "DCS"]),
        ("Task and finish group to report February 2012.", ["2012-02"], None, []),
        ("Monitoring to be reported to DMT so that DCS can ensure that it is done.", [], None, ["DMT"]),
        ("To be written by Head of Safeguarding, June 2012", ["2012-06"], None, []),
        # how often: the action's, and not that of a report which is only mentioned
        ("Report to LSCB February 2012 then on quarterly basis.", ["2012-02"], "quarterly", ["LSCB"]),
        ("Meeting of Strategy Review group February 2012, then on quarterly basis", ["2012-02"], "quarterly", ["Strategy Review group"]),
        ("Annual report to DMT and LSCB-July 12", ["2012-07"], "annual", ["DMT", "LSCB"]),
        ("Quarterly report to the LSCB on outcomes, from December 11", ["2011-12"], "quarterly", ["LSCB"]),
        (
            "Report to be scrutinised by DCS on monthly basis, and through High-Level Child Protection meeting. Report to LSCB June 2012.",
            ["2012-06"],
            "monthly",
            ["DCS", "High-Level Child Protection meeting", "LSCB"],
        ),
        (
            "March 12. Included in plan quarterly report to Departmental Management Team and Local Safeguarding Children Board",
            ["2012-03"],
            None,
            ["Departmental Management Team", "Local Safeguarding Children Board"],
        ),
        ("June 2012 to be included within quarterly action plan report to DMT and LSCB", ["2012-06"], None, ["DMT", "LSCB"]),
        (
            "1 February 2012 Information to be presented to DMT and to LSCB as part of quarterly monitoring.",
            ["2012-02-01"],
            None,
            ["DMT", "LSCB"],
        ),
        (
            "Audit September 2012. Outcome to be presented to DMT and to LSCB as part of quarterly monitoring.",
            ["2012-09"],
            None,
            ["DMT", "LSCB"],
        ),
        (
            f"Included within quarterly data set to be reported to LSCB and DMT. Monitored through the Care Project and Board. "
            f"Report on progress to go to {PARENTING} September 2012.",
            ["2012-09"],
            None,
            ["LSCB", "DMT", "Care Project and Board", PARENTING],
        ),
        (
            f"Reported to DMT. Also monitored by the LAC Strategy group. Report to go to {PARENTING} September 12",
            ["2012-09"],
            None,
            ["DMT", "LAC Strategy group", PARENTING],
        ),
        # whole years are no dates, and a document's name is no body
        (
            "To feed in to LSCB Annual Review 2011 and Plan 2012 Scrutiny through the Chief Executive's quarterly multi-agency meetings; "
            f"and by the members' {PARENTING}.",
            [],
            None,
            ["Chief Executive's quarterly multi-agency meetings", PARENTING],
        ),
    ],
)
def test_cells_that_mix_date_and_board(text: str, due: list[str], recurrence: str | None, accountable: list[str]) -> None:
    read = read_by_when(text, year_hint=2012)
    assert list(read.due_dates) == due
    assert read.recurrence == recurrence
    assert list(read.accountable_to) == accountable
    assert read.problems == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("31st March 2026", ["2026-03-31"]),
        ("27 March 2026", ["2026-03-27"]),
        ("2026-03-27 00:00:00", ["2026-03-27"]),
        ("27/03/2026; 30/06/2026", ["2026-03-27", "2026-06-30"]),
        ("Q3 2025/26", ["2025-12"]),
        ("Phase 1 completed; Phase 2 Mar 2017", ["2017-03"]),
        ("March\n2026", ["2026-03"]),
        ("Jan 2026 - Mar 2026", ["2026-01", "2026-03"]),
    ],
)
def test_dates_in_other_forms(text: str, due: list[str]) -> None:
    assert list(read_by_when(text, year_hint=2026).due_dates) == due


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("2012-13", "whole year"),
        ("Summer term", "school term"),
        ("ASAP", "as soon as possible"),
        ("TBC", "to be confirmed"),
        ("As and when", "as and when"),
        ("3 months", "length of time"),
        ("Within 6 weeks of report", "length of time"),
        ("End of Q2", "quarter"),
        ("Complete", "complete"),
    ],
)
def test_what_gives_no_date_says_why_and_is_no_problem(text: str, note: str) -> None:
    read = read_by_when(text, year_hint=2012)
    assert read.due_dates == ()
    assert any(note in one for one in read.notes)
    assert read.problems == ()


@pytest.mark.parametrize("text", ["", " ", "-", "–", "n/a", "N/A"])
def test_a_blank_cell_says_nothing(text: str) -> None:
    read = read_by_when(text)
    assert (read.due_dates, read.notes, read.problems) == ((), (), ())


@pytest.mark.parametrize("text", ["3.5.5.5.7, 2022", "r -", ",", "[...]"])
def test_damage_gives_no_date_and_a_problem(text: str) -> None:
    read = read_by_when(text, year_hint=2012)
    assert read.due_dates == ()
    assert read.problems[0].found == text


@pytest.mark.parametrize("text", ["31 March", "31 February 2012"])
def test_a_doubtful_date_is_left_out_with_a_problem(text: str) -> None:
    read = read_by_when(text)
    assert read.due_dates == ()
    assert (read.problems[0].found, read.problems[0].severity) == (text, "warning")


@pytest.mark.parametrize(
    ("text", "immediate", "ongoing"),
    [
        ("Immediate", True, False),
        ("Immediate and ongoing", True, True),
        ("Take up post December 2011. Then ongoing", False, True),
        ("Ongoing, as key part of role.", False, True),
        ("April 2012", False, False),
    ],
)
def test_immediate_and_ongoing(text: str, immediate: bool, ongoing: bool) -> None:
    read = read_by_when(text)
    assert (read.immediate, read.ongoing) == (immediate, ongoing)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Monthly from April 2026", "monthly"),
        ("Every six weeks", "six-weekly"),
        ("6-weekly", "six-weekly"),
        ("every two months", "bi-monthly"),
        ("every 3 months", "quarterly"),
        ("twice a year", "six-monthly"),
        ("Reviewed annually", "annual"),
        ("Half termly", "half-termly"),
        ("Reported quarterly to Improvement Board", "quarterly"),
        ("as part of the monthly scorecard", None),
        ("within six weeks", None),
    ],
)
def test_how_often(text: str, recurrence: str | None) -> None:
    assert read_by_when(text).recurrence == recurrence


def test_a_review_date_stands_in_only_when_there_is_no_other() -> None:
    only = read_by_when("Ongoing. To be reviewed for impact August 2012 (post exam results)")
    assert (only.due_dates, only.review_dates) == (("2012-08",), ("2012-08",))
    both = read_by_when("January 2012. Report to DMT February 12.", year_hint=2012)
    assert (both.due_dates, both.review_dates) == (("2012-01",), ("2012-02",))


@pytest.mark.parametrize(
    "text",
    [
        "by 30 June 2026 (revised from 31 March 2026)",
        "31 March 2026 extended to 30 June 2026",
        "31/03/26 Revised: 30/06/26",
        "Original date: 31 March 2026; revised: 30 June 2026",
        "Was 31 March 2026, now 30 June 2026",
    ],
)
def test_a_moved_date_keeps_the_earlier_one_as_a_note(text: str) -> None:
    read = read_by_when(text)
    assert read.due_dates == ("2026-06-30",)
    assert "earlier date: 31 March 2026" in read.notes


@given(st.text() | st.text("ongoing March 2012 30/6/26 Q1-4 to DMT.;()revised by end of\n"), st.none() | st.integers(2005, 2035))
def test_no_date_is_invented(text: str, hint: int | None) -> None:
    read = read_by_when(text, year_hint=hint)
    assert read.text == text
    for value in (*read.due_dates, *read.review_dates):
        year, month = value[:4], int(value[5:7])
        names = [name for name, number in MONTHS.items() if number == month]
        by_rule = re.search(r"q|quarter|end", text, re.IGNORECASE)
        assert is_part_date(value)
        assert year[2:] in text or str(int(year) - 1)[2:] in text or str(int(year) + 1)[2:] in text
        assert by_rule or any(name[:3] in text.casefold() for name in names) or str(month) in text


@pytest.mark.parametrize("board", ["DMT", "Improvement Board", PARENTING, "LSCB", "Scrutiny Committee"])
def test_board_and_day_are_both_read_from_a_report_line(board: str) -> None:
    read = read_by_when(f"Report to {board} 27 March 2026")
    assert (read.accountable_to, read.due_dates) == ((board,), ("2026-03-27",))
