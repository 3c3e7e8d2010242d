"""How single actions stand on a day."""

from datetime import date

import pytest

from goldthread.common.dates import PartDate
from goldthread.models import Action, Item, Plan
from goldthread.operations import actions
from goldthread.queries import standing
from goldthread.queries.standing import Standing
from goldthread.thread import checks
from goldthread.thread.picture import Action as Line
from tests import world
from tests.factories import a_picture, an_action, an_item
from tests.world import DAY, acting

pytestmark = pytest.mark.django_db


def standing_of(*lines: Line, on: date = DAY) -> tuple[Standing, ...]:
    world.plan(world.council(), a_picture([an_item("3", actions=lines)]))
    return standing.of(Action.objects.order_by("order"), on)


def due(*dates: str, **fields: object) -> Line:
    return an_action(due_dates=tuple(map(PartDate, dates)), by_when_text=" to ".join(dates), **fields)


@pytest.mark.parametrize(
    ("line", "late", "done"),
    [
        (due("2026-03-19"), "12 days late", False),
        (due("2026-03-30"), "1 day late", False),
        (due("2026-03-31"), "", False),
        (due("2026-03"), "", False),
        (due("2026-01", "2026-02"), "31 days late", False),
        (due("2026-03-19", recurrence="monthly"), "", False),
        (due("2026-03-19", rating="Blue"), "", True),
        (due("2026-03-19", rating="Red", progress=("Completed.",)), "12 days late", False),
        (due("2026-03-19", progress=("Completed. Published in March.",)), "", True),
        (due("2026-03-19", parts=("Write", "Publish"), progress=("Completed.",)), "", True),
        (due(), "", False),
    ],
)
def test_late_and_done(line: Line, late: str, done: bool) -> None:
    (one,) = standing_of(line)

    assert (one.late, one.is_done) == (late, done)


def test_it_judges_as_the_check_does() -> None:
    lines = [due("2026-02-10"), due("2026-06-10", number="2"), due("2026-02-10", number="3", progress=("Started.",)), due(number="4")]
    picture = a_picture([an_item("3", actions=lines)])

    late = {f"item 3:action {one.action.number}" for one in standing_of(*lines) if one.days_late}

    assert late == {found.where for found in checks.run(picture, as_at=DAY, select=("GT303",))}


def test_what_is_shown_of_one() -> None:
    (one,) = standing_of(due("2026-05", number="2.", text="Train " * 40, rating="Amber"))

    assert one.ref == "3.2"
    assert one.words.startswith("Train Train")
    assert one.words.endswith("…")
    assert len(one.words) < 100
    assert (one.due, one.by_when) == ("2026-05", "2026-05")
    assert one.mark is not None
    assert (one.mark.word, one.mark.letter, one.mark.tone) == ("Amber", "A", "amber")


def test_an_action_without_words_or_number_is_called_by_its_position() -> None:
    (one,) = standing_of(due(text="", number=None))

    assert (one.words, one.ref) == ("Action 1", "3.1")


def test_the_newest_date_counts() -> None:
    council = world.council()
    world.plan(council, a_picture([an_item(actions=[due("2026-02-01")])]))
    actions.change_due_date(
        action=Action.objects.get(), by=acting(council.manager), version=1, by_when="30 June 2026", dates=["2026-06-30"], why="Later"
    )

    (one,) = standing.of(Action.objects.all(), DAY)

    assert (one.due, one.days_late) == ("2026-06-30", 0)


def test_an_action_that_has_no_date_row_at_all_is_undated() -> None:
    council = world.council()
    item = Item.objects.create(plan=Plan.objects.create(organisation=council.council, reference="p"), order=0, ref="1", kind="action_group")
    Action.objects.create(item=item, order=0, text="Train")

    (one,) = standing.of(Action.objects.all(), DAY)

    assert (one.due, one.mark, one.late) == (None, None, "")


def test_three_queries_for_any_number(django_assert_num_queries: object) -> None:
    world.plan(world.council(), a_picture([an_item(actions=[due("2026-02-01", number=str(at)) for at in range(30)])]))

    with django_assert_num_queries(3):
        assert len(standing.of(Action.objects.all()[:20], DAY)) == 20
    with django_assert_num_queries(1):
        assert standing.of(Action.objects.none() | Action.objects.filter(text="none"), DAY) == ()
