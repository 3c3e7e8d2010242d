"""Running checks: what is chosen, in what order, and what the settings may say."""

from datetime import date

import pytest

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.thread import checks
from goldthread.thread.checks import Config, from_toml
from goldthread.thread.checks.base import check
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.picture import Action

DAY = date(2026, 3, 31)
BROKEN = example(
    an_item(an_action("Consider options", leads="Head of A / Head of B", due="2026-01"), ref="2"),
    an_item(an_action("Ensure quality"), ref="10"),
    findings=[an_area("A9", "Complete initial health assessments of children in care in time")],
)


def codes(**how: object) -> set[str]:
    return {finding.code for finding in checks.run(BROKEN, as_at=DAY, **how)}  # type: ignore[arg-type]


def test_selecting_and_ignoring_go_by_the_beginning_of_codes() -> None:
    assert codes(select=["GT204", "GT3"]) == {"GT204", "GT301", "GT303"}
    assert codes(select=["GT2", "GT3"], ignore=["GT3", "GT201"]) == {"GT204"}


def test_a_selection_given_wins_over_the_settings_and_what_either_ignores_is_ignored() -> None:
    settings = Config(select=("GT2",), ignore={"GT303": ""})
    assert codes(config=settings) == {"GT201", "GT204"}
    assert codes(config=settings, select=["GT3"]) == {"GT301"}


@pytest.mark.parametrize("prefix", ["GT9", "X", "", "GT2045", "gt2"])
def test_a_code_that_no_check_has_is_refused(prefix: str) -> None:
    with pytest.raises(Refused, match="No check has a code that begins with"):
        codes(select=[prefix])


def test_findings_come_in_reading_order() -> None:
    found = [finding.where for finding in checks.run(BROKEN, as_at=DAY)]
    places = list(dict.fromkeys(found))
    assert places == ["plan", "item 2", "item 2:action 1", "item 10", "item 10:action 1", "finding A9"]


def test_the_day_is_the_callers() -> None:
    assert not [finding for finding in checks.run(BROKEN, as_at=date(2026, 1, 31)) if finding.code == "GT303"]


def test_a_finding_carries_the_place_of_the_value_it_is_about() -> None:
    place, cell = Place(page=2, row=3), Place(page=2, row=3, column=4, quote="Board")
    action = Action(text="Publish", leads=("Board",), place=place, places={"leads": cell})
    only = checks.run(example(an_item(action)), as_at=DAY, select=["GT202"])[0]
    assert (only.place, only.refs) == (cell, ("1",))
    assert checks.run(example(an_item(action)), as_at=DAY, select=["GT301"])[0].place == place


def test_a_code_cannot_be_used_twice() -> None:
    again = check(code="GT204", title="x", why="x", source="x", do="x", bad=BROKEN, good=BROKEN)
    with pytest.raises(ValueError, match="GT204 is taken"):
        again(lambda _: ())


def test_settings_are_read() -> None:
    text = """
        as_at = 2012-03-29
        select = ["GT3"]
        months_without_progress = 3
        acronyms = ["LADO"]
        [ignore]
        GT303 = "agreed with the board"
        [boards]
        "Improvement Board" = ["Improving Services Group"]
        [covered_elsewhere]
        A7 = "Health action plan"
    """
    assert from_toml(text) == Config(
        as_at=date(2012, 3, 29),
        select=("GT3",),
        ignore={"GT303": "agreed with the board"},
        months_without_progress=3,
        acronyms=("LADO",),
        boards={"Improvement Board": ("Improving Services Group",)},
        covered_elsewhere={"A7": "Health action plan"},
    )


def test_an_empty_file_changes_nothing() -> None:
    assert from_toml("") == Config()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "goldthread.toml: “colour” is not a setting. The settings are as_at, "),
        ('as_at = "soon"', "as_at is 'soon'; it should be a date such as 2026-03-31"),
        ("as_at = 2026-03-31T10:00:00", "it should be a date"),
        ('select = "GT3"', "select is 'GT3'; it should be a list of codes"),
        ('ignore = ["everything"]', "it should be a list of codes"),
        ("months_without_progress = true", "it should be a whole number of months from 1 to 24"),
        ("months_without_progress = 0", "it should be a whole number of months from 1 to 24"),
        ('boards = {A = "B"}', 'it should be a table of "board" = ["other name"]'),
        ("covered_elsewhere = {A7 = 1}", "it should be a table of finding"),
        ('ignore_needs_reason = true\nignore = ["GT8"]', "GT8 is ignored without a reason"),
        ("as_at =", "is not valid TOML"),
    ],
)
def test_a_wrong_setting_gives_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        from_toml(text)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
