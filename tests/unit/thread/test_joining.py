"""A report and a plan read from two files become one picture."""

from dataclasses import replace

from goldthread.thread.codec import from_json, to_json
from goldthread.thread.joining import joined
from goldthread.thread.picture import Picture, Problem, Source
from tests.factories import a_finding, a_judgement, a_plan, an_inspection, an_item


def a_doubt(where: str) -> Problem:
    return Problem(where=where, found="a smudge", expected="a date", do="Ask.")


REPORT = Picture(
    source=Source(file="report.pdf", kinds=("inspection_report",)),
    inspection=an_inspection(authority="Northmere"),
    judgements=(a_judgement(),),
    findings=(a_finding(),),
    problems=(a_doubt("page 2"),),
)
PLAN = Picture(source=Source(file="plan.docx", kinds=("improvement_plan",)), plan=a_plan([an_item()]), problems=(a_doubt("table 1"),))


def test_the_plan_comes_from_one_and_the_inspection_from_the_other() -> None:
    both = joined(PLAN, REPORT)
    assert (both.plan, both.inspection, both.judgements, both.findings) == (
        PLAN.plan,
        REPORT.inspection,
        REPORT.judgements,
        REPORT.findings,
    )


def test_both_files_stay_named() -> None:
    both = joined(PLAN, REPORT)
    assert (both.source, both.report_source) == (PLAN.source, REPORT.source)


def test_every_problem_says_in_which_file_it_stands() -> None:
    assert [problem.where for problem in joined(PLAN, REPORT).problems] == ["report.pdf, page 2", "plan.docx, table 1"]


def test_what_a_plan_quotes_of_an_inspection_gives_way_to_the_report() -> None:
    quoting = replace(PLAN, inspection=an_inspection(authority="Northmere Council"), findings=(a_finding(ref="A9"),))
    assert joined(quoting, REPORT).findings == REPORT.findings


def test_a_joined_picture_goes_to_json_and_back() -> None:
    both = joined(PLAN, REPORT)
    assert from_json(to_json(both)) == both


def test_a_picture_of_one_file_says_nothing_of_a_second() -> None:
    assert "report_source" not in to_json(PLAN)
