"""Rows of the plan on a page: each of its own action, late as the checks say, and never a colour without its word."""

from datetime import date

import pytest
from hypothesis import given

from goldthread.common.dates import PartDate
from goldthread.common.errors import Refused
from goldthread.reports.map import thread_map
from goldthread.reports.rows import COLUMNS, LATENESS, PROOFS, Choice, Row, filtered, options, plan_rows, sorted_by
from goldthread.thread import checks
from goldthread.thread.picture import Evidence, Picture, Progress
from tests import strategies
from tests.factories import TRAFFIC_LIGHTS, a_measure, a_picture, an_action, an_inspection, an_item
from tests.unit.reports.pointers import at

DAY = date(2025, 11, 24)
DONE = (Progress(text="Completed 3 September 2025."),)


def rows(*actions: object, **item: object) -> tuple[Row, ...]:
    return plan_rows(a_picture([an_item(actions=actions, **item)]), as_at=DAY)  # type: ignore[arg-type]


def row(**fields: object) -> Row:
    (only,) = rows(an_action(**fields))
    return only


def due(day: str, **fields: object) -> object:
    return an_action(due_dates=(PartDate(day),), by_when_text=day, **fields)


@given(strategies.pictures_without_history)
def test_a_row_points_to_its_own_action_and_item(picture: Picture) -> None:
    found = plan_rows(picture, as_at=DAY)
    assert [id(at(picture, one.key)) for one in found] == [id(action) for item in picture.plan.items for action in item.actions]
    assert all(at(picture, one.item_key).ref == one.item_ref for one in found)
    assert [one.position for one in found] == list(range(len(found)))


@given(strategies.pictures_without_history)
def test_no_colour_stands_without_its_word_and_letter(picture: Picture) -> None:
    for one in plan_rows(picture, as_at=DAY):
        assert all(mark.word and mark.letter and mark.shape for mark in (one.rating, one.impact) if mark)


@given(strategies.pictures_without_history)
def test_rows_and_the_thread_map_name_the_same_breaks(picture: Picture) -> None:
    told = thread_map(picture, (), as_at=DAY, href=lambda _: None).breaks
    for one in plan_rows(picture, as_at=DAY):
        here = [brk.words for brk in told if brk.key == one.item_key and brk.kind in ("finding", "outcome")]
        assert list(one.breaks) == [*here, *(brk.words for brk in told if brk.key == one.key)]


def test_what_is_late_is_what_the_checks_call_late() -> None:
    actions = [
        due("2025-05", number="1"),
        due("2025-06-14", number="2"),
        due("2025-07-01", number="3"),
        due("2025-10", number="4", progress=DONE),
    ]
    picture = a_picture([an_item(actions=actions, due=PartDate("2025-06-14"))])
    found = plan_rows(picture, as_at=DAY)
    codes = {(finding.code, finding.where) for finding in checks.run(picture, as_at=DAY)}
    for number, one in enumerate(found, start=1):
        assert (one.limit_kept is False) == (("GT305", f"item 1:action {number}") in codes)
        assert ("overdue" in one.lateness) == (("GT303", f"item 1:action {number}") in codes)
    assert [one.limit_kept for one in found] == [True, True, False, False]


def test_days_late_count_from_the_last_day_that_the_date_can_mean() -> None:
    assert (row(due_dates=(PartDate("2025-11-20"),)).days_late, row(due_dates=(PartDate("2025-10"),)).days_late) == (4, 24)
    assert row(due_dates=(PartDate("2025-11-23"),)).late_words == "1 day past its date"


@pytest.mark.parametrize(
    "fields",
    [
        {"due_dates": (PartDate("2025-11-24"),)},
        {"due_dates": (PartDate("2025-11"),)},
        {"due_dates": (PartDate("2025-01"),), "recurrence": "quarterly"},
        {"due_dates": (PartDate("2025-01"),), "progress": DONE},
        {"due_dates": (PartDate("2025-01"),), "rating": "Blue"},
        {"due_dates": (), "by_when_text": None},
    ],
    ids=["today", "this month", "comes round again", "reported done", "rated done", "no date"],
)
def test_what_is_not_overdue_is_never_called_late(fields: dict[str, object]) -> None:
    one = row(**fields)
    assert (one.days_late, one.late_words, "overdue" in one.lateness) == (None, "", False)


def test_without_a_limit_or_a_date_nobody_says_that_a_limit_is_kept() -> None:
    picture = a_picture([an_item()], [], inspection=an_inspection(published=None))
    assert plan_rows(picture, as_at=DAY)[0].limit_kept is None
    (undated,) = rows(an_action(due_dates=(), by_when_text="tbc"), due=PartDate("2025-06"))
    assert (undated.limit_kept, undated.due, undated.due_words) == (None, None, "")
    assert "undated" in undated.lateness


def test_leads_show_who_answers_and_nobody_is_made_responsible() -> None:
    marked = row(leads=("Head of Safeguarding", "Designated Nurse"), responsible_lead="Designated Nurse")
    assert [(one.initials, one.responsible) for one in marked.leads] == [("HS", False), ("DN", True)]
    unmarked = row(leads=("Head of Safeguarding", "Designated Nurse"))
    assert not any(one.responsible for one in unmarked.leads)
    assert unmarked.lead.words == "two leads, none responsible"


def test_a_rating_is_read_under_the_plans_own_key() -> None:
    amber, odd, none = row(rating="A"), row(rating="Slipping a bit"), row(rating=None)
    assert amber.rating is not None
    assert odd.rating is not None
    assert (amber.rating.word, amber.rating.letter, amber.rating.shape, amber.rating_rank) == ("Amber", "A", "diamond", 1)
    assert (odd.rating.word, odd.rating.tone, odd.rating_rank) == ("Slipping a bit", "plain", None)
    assert none.rating is None


def test_breaks_are_told_in_the_order_of_the_thread() -> None:
    bare = an_action(leads=(), progress=(), evidence=())
    (one,) = plan_rows(a_picture([an_item(actions=[bare], outcomes=[], text="Fostering")]), as_at=DAY)
    assert one.breaks == ("no finding behind this item", "no outcome", "no lead", "nothing reported", "no measure")
    whole = an_item(
        actions=[an_action(evidence=(Evidence(text="Audit"),))], text="How often social workers are supervised", measures=(a_measure(),)
    )
    assert plan_rows(a_picture([whole]), as_at=DAY)[0].breaks == ()


PLAN = a_picture(
    [
        an_item(
            "1",
            [an_action("Train managers", rating="Red", accountable_to=("Improvement Board",)), due("2026-01", number="2")],
            section="Care",
        ),  # type: ignore[list-item]
        an_item(
            "2",
            [
                due("2025-12-01", number="1", leads=("Designated Nurse",), evidence=(Evidence(text="Audit"),)),
                an_action("Visit", rating="Blue", number="2", progress=DONE),
            ],
        ),  # type: ignore[list-item]
    ]
)
ROWS = plan_rows(PLAN, as_at=DAY)


@pytest.mark.parametrize(
    ("choice", "refs"),
    [
        (Choice(), ["1.1", "1.2", "2.1", "2.2"]),
        (Choice(lead="Designated Nurse"), ["2.1"]),
        (Choice(item="/plan/items/1"), ["2.1", "2.2"]),
        (Choice(section="Care"), ["1.1", "1.2"]),
        (Choice(rating="Red"), ["1.1"]),
        (Choice(rating=""), ["1.2", "2.1"]),
        (Choice(lateness="overdue"), ["1.1"]),
        (Choice(lateness="due_soon"), ["2.1"]),
        (Choice(lateness="done"), ["2.2"]),
        (Choice(board="Improvement Board"), ["1.1"]),
        (Choice(proof="evidence"), ["2.1"]),
        (Choice(words="train MANAGERS"), ["1.1", "1.2", "2.1"]),
        (Choice(words="managers nurse"), ["2.1"]),
        (Choice(words="managers zebra"), []),
        (Choice(section="Care", rating="Red"), ["1.1"]),
        (Choice(section="Care", rating="Green"), []),
        (Choice(lead="Nobody of that name"), []),
    ],
    ids=str,
)
def test_a_choice_shows_what_fits_all_of_it_in_the_plans_order(choice: Choice, refs: list[str]) -> None:
    assert [one.ref for one in filtered(ROWS, choice)] == refs


def test_every_option_shows_as_many_rows_as_it_says() -> None:
    for field, values in options(ROWS).items():
        for value in values:
            assert len(filtered(ROWS, Choice(**{field: value.value}))) == value.count, (field, value)
            assert value.label


def test_options_stand_in_an_order_that_means_something() -> None:
    found = options(ROWS)
    assert [one.value for one in found["rating"]] == ["Red", "Blue", ""]
    assert [one.value for one in found["lateness"]] == [state for state in LATENESS if state in ("overdue", "due_soon", "done")]
    assert {one.value for one in found["proof"]} <= set(PROOFS)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_ordering_keeps_every_row_and_puts_what_is_not_known_last(column: str, descending: bool) -> None:
    found = sorted_by(ROWS, column, descending)
    known = [COLUMNS[column](one) for one in found if COLUMNS[column](one) is not None]
    assert sorted(found, key=lambda one: one.position) == list(ROWS)
    assert known == sorted(known, reverse=descending)
    assert all(COLUMNS[column](one) is None for one in found[len(known) :])


def test_rows_that_are_equal_stay_in_the_plans_order_both_ways() -> None:
    same = plan_rows(a_picture([an_item(actions=[an_action(number=str(number)) for number in range(1, 4)])]), as_at=DAY)
    assert sorted_by(same, "lead", True) == sorted_by(same, "lead") == same


def test_a_column_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refused, match=r"“colour”.*ref, words, lead"):
        sorted_by(ROWS, "colour")


def test_the_key_ranks_ratings_and_hue_does_not() -> None:
    assert [TRAFFIC_LIGHTS[one.rating_rank or 0].label for one in sorted_by(ROWS, "rating") if one.rating] == ["Red", "Blue"]
