"""What the checks find, set out for a page."""

from datetime import date

from goldthread.reports.check_groups import Spot, by_severity, chosen, code_options, in_themes, item_options, placed, severity_options
from goldthread.thread import checks
from goldthread.thread.picture import Picture
from tests.factories import a_finding, a_picture, an_action, an_item

DAY = date(2026, 3, 31)
PICTURE = a_picture(
    [
        an_item("1", actions=[an_action("Train managers", leads=("Head of Care", "Head of Safeguarding"), due_dates=("2026-02",))]),
        an_item("2", actions=[an_action("Audit records", due_dates=("2026-02",)), an_action("Write guidance", due_dates=("2026-02",))]),
        an_item(
            "3",
            actions=[an_action("Publish a report", progress="A draft was written.", due_dates=("2026-12",), by_when_text="December 2026")],
        ),
    ],
    findings=[a_finding("A1", "Nobody answers this at all")],
)


def spots(picture: Picture = PICTURE) -> tuple[Spot, ...]:
    return placed(picture, checks.run(picture, as_at=DAY))


def test_every_finding_leads_to_what_it_speaks_of() -> None:
    by_place = {(line.code, line.where): line.key for line in spots()}

    assert by_place["GT303", "Item 2, action 1"] == "/plan/items/1/actions/0"
    assert by_place["GT701", "Finding A1"] == "/findings/0"


def test_a_finding_about_the_whole_plan_leads_nowhere_and_names_what_it_concerns() -> None:
    late = an_action(due_dates=("2026-02",))
    (overdue,) = chosen(spots(a_picture([an_item("1", actions=[late]), an_item("2", actions=[late])])), code="GT303")

    assert (overdue.key, overdue.where) == (None, "The plan as a whole")
    assert overdue.concerns == (("1", "/plan/items/0"), ("2", "/plan/items/1"))
    assert overdue.items == {"/plan/items/0", "/plan/items/1"}


def test_a_check_says_why_and_what_to_do_once_for_all_that_it_finds() -> None:
    groups = {group.code: group for theme in in_themes(spots()) for group in theme.groups}
    overdue = groups["GT303"]

    assert overdue.count == len(overdue.spots) == 3
    assert overdue.why.endswith("?")
    assert all(not spot.do or spot.do != overdue.do for spot in overdue.spots)
    assert overdue.spots[0].where == "Item 1, action 1"


def test_what_is_left_out_is_counted() -> None:
    (overdue,) = (group for theme in in_themes(spots(), most=2) for group in theme.groups if group.code == "GT303")

    assert (len(overdue.spots), overdue.left, overdue.count) == (2, 1, 3)


def test_advice_about_a_file_of_settings_is_left_to_the_command_line() -> None:
    groups = {group.code: group for theme in in_themes(spots()) for group in theme.groups}

    assert "goldthread.toml" not in groups["GT701"].do
    assert groups["GT701"].do.endswith("covers it.")


def test_findings_are_chosen_by_check_severity_and_item() -> None:
    found = spots()

    assert {line.code for line in chosen(found, code="GT303")} == {"GT303"}
    assert {line.severity for line in chosen(found, severity="error")} == {"error"}
    assert all("/plan/items/1" in line.items for line in chosen(found, item="/plan/items/1"))
    assert len(chosen(found)) == len(found)


def test_an_item_is_not_taken_for_one_whose_number_begins_alike() -> None:
    late = an_action(due_dates=("2026-02",))
    early = an_action(progress="Begun.", due_dates=("2026-12",), by_when_text="December 2026")
    found = spots(a_picture([an_item(str(number), actions=[late if number % 2 else early]) for number in range(12)]))

    assert {line.key for line in chosen(found, item="/plan/items/1", code="GT303")} == {"/plan/items/1/actions/0"}


def test_the_choices_are_what_there_is_with_how_much_of_it() -> None:
    found = spots()

    assert {option.value: option.count for option in severity_options(found)} == by_severity(found)
    assert next(option.count for option in code_options(found) if option.value == "GT303") == 3
    assert [option.label[:1] for option in item_options(found, PICTURE) if option.count] == ["1", "2", "3"]
