"""``goldthread check``: what is printed, for which day, with which settings, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from goldthread.thread.picture import Picture, Source
from tests.factories import a_finding, a_picture, a_plan, an_action, an_item

Run = Callable[..., Result]
Store = Callable[..., Path]

TWO_LEADS = a_picture([an_item(ref="5", actions=[an_action(number="2", leads=("Head of Practice", "Principal Social Worker"))])])


def test_a_finding_is_one_line_with_its_place_code_and_advice(goldthread: Run, stored: Store) -> None:
    done = goldthread("check", stored(TWO_LEADS), "--select", "GT2", "--as-at", "2025-01-01")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert any(line.startswith(f"{Path.cwd() / 'plan.json'}:item 5:action 2: GT") and " — " in line for line in lines)


def test_nothing_found_ends_with_0_and_prints_nothing(goldthread: Run, stored: Store) -> None:
    done = goldthread("check", stored(TWO_LEADS), "--select", "GT6", "--ignore", "GT6", "--as-at", "2025-01-01")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "as at 1 January 2025" in done.stderr


@pytest.mark.parametrize(("form", "key"), [("json", "files"), ("sarif", "runs")])
def test_other_forms_are_json_and_nothing_else(goldthread: Run, stored: Store, form: str, key: str) -> None:
    assert key in json.loads(goldthread("check", stored(TWO_LEADS), "--format", form).stdout)


@pytest.mark.parametrize("codes", ["GT9", "nonsense"])
def test_a_code_that_no_check_has_is_refused_before_reading(goldthread: Run, codes: str) -> None:
    done = goldthread("check", "not-even-there.docx", "--select", codes)
    assert done.exit_code == 2
    assert "not-even-there" not in done.stderr


def test_settings_beside_the_plan_are_used(goldthread: Run, stored: Store) -> None:
    plan = stored(TWO_LEADS)
    plan.with_name("goldthread.toml").write_text('as_at = 2012-03-29\nselect = ["GT2"]\n', encoding="utf-8")
    done = goldthread("check", plan)
    assert "as at 29 March 2012" in done.stderr
    assert {line.split(": ")[1][:3] for line in done.stdout.splitlines()} == {"GT2"}


def test_a_day_on_the_command_line_wins_over_the_settings(goldthread: Run, stored: Store) -> None:
    plan = stored(TWO_LEADS)
    plan.with_name("goldthread.toml").write_text("as_at = 2012-03-29\n", encoding="utf-8")
    assert "as at 31 March 2026" in goldthread("check", plan, "--as-at", "31 March 2026").stderr


@pytest.mark.parametrize(
    ("settings", "named"),
    [("as_at = yesterday", "goldthread.toml"), ("colour = 1", "colour"), ("months_without_progress = 0", "months_without_progress")],
)
def test_settings_that_cannot_be_read_are_refused_in_one_line(goldthread: Run, stored: Store, settings: str, named: str) -> None:
    plan = stored(TWO_LEADS)
    plan.with_name("goldthread.toml").write_text(settings, encoding="utf-8")
    done = goldthread("check", plan)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert named in done.stderr


def test_a_report_in_another_file_gives_the_findings_to_cover(goldthread: Run, stored: Store) -> None:
    report = stored(
        Picture(source=Source(file="report.pdf"), findings=(a_finding(ref="A1", text="Return home interviews for children"),)),
        "report.json",
    )
    plan = stored(Picture(source=Source(file="plan.docx"), plan=a_plan([an_item(text="Management oversight of social work")])))
    assert "A1" not in goldthread("check", plan, "--select", "GT7").stdout
    assert "A1" in goldthread("check", plan, "--report", report, "--select", "GT7").stdout


def test_a_report_without_a_plan_is_refused_with_what_to_do(goldthread: Run, stored: Store) -> None:
    alone = Picture(source=Source(file="report.pdf", kinds=("inspection_report",)), findings=(a_finding(),))
    done = goldthread("check", stored(alone, "report.json"))
    assert done.exit_code == 2
    assert "--report" in done.stderr


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "goldthread.picture/9"}', '{"schema": 3}'])
def test_a_json_that_is_no_picture_is_refused_in_one_line(goldthread: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.json").write_text(text, encoding="utf-8")
    done = goldthread("check", "odd.json")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "odd.json" in done.stderr


def test_a_plan_that_is_refused_does_not_keep_the_others_from_being_checked(goldthread: Run, stored: Store) -> None:
    done = goldthread("check", "nowhere.docx", stored(TWO_LEADS), "--select", "GT2")
    assert done.exit_code == 2
    assert "GT204" in done.stdout
    assert "nowhere.docx" in done.stderr


def test_nothing_is_printed_when_every_plan_is_refused(goldthread: Run) -> None:
    done = goldthread("check", "nowhere.docx", "nor-here.docx", "--format", "sarif")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 2)


def test_a_json_of_something_else_is_no_empty_picture(goldthread: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"name": "something else"}', encoding="utf-8")
    done = goldthread("check", "odd.json")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
