"""What pages ask of a plan is worked out once, is never old, and is nobody else's."""

from datetime import date
from pathlib import Path

import pytest
from django.test.utils import CaptureQueriesContext

from goldthread.intake import sandbox
from goldthread.models import Action, Person, Plan
from goldthread.operations import actions
from goldthread.queries import plan_pages, plans
from goldthread.queries.plan_pages import Own, Whole, read
from goldthread.reports.tally import tally
from goldthread.rules.errors import NotAllowed
from goldthread.thread.joining import joined
from goldthread.thread.picture import Picture
from tests import big, world
from tests.factories import a_finding, a_picture, a_plan, an_action, an_inspection, an_item

PACK = Path("northmere/pack")
Kind = world.Kind

pytestmark = pytest.mark.django_db


def shared() -> Picture:
    """A plan of three actions, of which the Designated Nurse leads the second."""
    own = an_action("Own", leads=("Designated Nurse",), due_dates=("2026-05-01",))
    hidden = an_action("Hidden", leads=("Head of Care",), due_dates=("2026-05-01",))
    return a_picture(plan=a_plan([an_item("1", actions=[hidden, own]), an_item("2", text="Secret heading", actions=[hidden])]))


def nurse_of(council: world.World) -> Person:
    return world.person(council, Kind.PARTNER_LEAD, job_title="Designated Nurse")


def postpone(council: world.World, action: Action, to: str) -> None:
    action.refresh_from_db()
    manager = world.acting(council.manager)
    actions.change_due_date(action=action, by=manager, version=action.version, by_when=to, dates=[to], why="Recruitment takes longer.")


# What is kept


def test_a_plan_is_worked_out_once() -> None:
    council = world.council()
    plan, manager = world.plan(council, shared()), world.acting(council.manager)

    first, again = read(manager, plan), read(world.acting(council.manager), plan)

    assert again is first
    assert first.rows is again.rows


def test_a_change_is_seen_at_once() -> None:
    council = world.council()
    plan, manager = world.plan(council, shared()), world.acting(council.manager)
    before = read(manager, plan).rows[0].due

    postpone(council, Action.objects.filter(item__plan=plan)[0], "2026-09-30")

    assert before == date(2026, 5, 1)
    assert read(manager, plan).rows[0].due == date(2026, 9, 30)


def test_another_day_is_another_reading() -> None:
    council = world.council()
    plan = world.plan(council, shared())

    before, after = (read(world.acting(council.manager, on=day), plan) for day in (date(2026, 5, 1), date(2026, 5, 2)))

    assert (before.tally.late, after.tally.late) == (0, 3)


def test_another_plan_is_another_reading() -> None:
    council = world.council()
    manager = world.acting(council.manager)
    one, other = world.plan(council, shared()), world.plan(council, a_picture())

    assert len(read(manager, one).rows) == 3
    assert len(read(manager, other).rows) == 1


def test_no_more_readings_are_kept_than_a_worker_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = type(plan_pages._kept)()
    monkeypatch.setattr(plan_pages, "_kept", kept)
    council = world.council()
    plan = world.plan(council, shared())

    days = [date(2026, 3, day) for day in range(1, plan_pages.KEPT + 4)]
    for day in days:
        read(world.acting(council.manager, on=day), plan)

    assert [key[2] for key in kept] == days[-plan_pages.KEPT :]


# Whose it is


def test_who_sees_only_own_actions_has_a_reading_that_holds_nothing_else() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())

    whole = read(world.acting(council.manager), plan)
    own = read(world.acting(nurse), plan)

    assert isinstance(whole, Whole)
    assert isinstance(own, Own)
    assert [row.text for row in own.rows] == ["Own"]
    assert "Hidden" not in repr(own)
    assert "Secret heading" not in repr(own)
    assert "Hidden" in repr(whole.rows)


def test_a_whole_readers_entry_is_never_given_to_others_nor_the_other_way_round() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())

    for _ in range(2):
        assert len(read(world.acting(nurse), plan).rows) == 1
        assert len(read(world.acting(council.manager), plan).rows) == 3


def test_two_leads_see_each_their_own() -> None:
    council = world.council()
    nurse, care = nurse_of(council), world.person(council, Kind.PARTNER_LEAD, job_title="Head of Care")
    plan = world.plan(council, shared())

    assert [row.text for row in read(world.acting(nurse), plan).rows] == ["Own"]
    assert [row.text for row in read(world.acting(care), plan).rows] == ["Hidden", "Hidden"]


def test_who_leads_no_more_sees_no_more() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())
    before = read(world.acting(nurse), plan)
    own = Action.objects.get(item__plan=plan, text="Own")

    actions.change_leads(action=own, by=world.acting(council.manager), version=1, leads=[actions.NewLead(words="Head of Localities")])

    assert len(before.rows) == 1
    assert read(world.acting(nurse), plan).rows == ()


def test_what_needs_the_whole_plan_refuses_a_part_of_it() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())

    with pytest.raises(TypeError):
        plan_pages.whole(world.acting(nurse), plan)


def test_an_item_answers_a_finding_for_its_partner_as_for_everybody() -> None:
    """The links of an item hang on the items beside it, which the partner does not see."""
    council = world.council()
    findings = [a_finding(f"A{number}", f"Improve the {words} of children’s records") for number, words in ((1, "order"), (2, "safety"))]
    own = an_item("2", text="Improve the safety of children’s records", actions=[an_action("Own", leads=("Designated Nurse",))])
    other = an_item("1", text="Improve the order of children’s records", actions=[an_action("Hidden")])
    nurse, plan = nurse_of(council), world.plan(council, a_picture(findings=findings, plan=a_plan([other, own])))
    item = plan.items.get(ref="2")

    seen = [read(world.acting(who), plan).item(item.pk).behind for who in (council.manager, nurse)]

    assert [[one.finding.finding.ref for one in behind] for behind in seen] == [["A2"], ["A2"]]


def test_an_item_that_is_not_theirs_is_not_there() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())

    with pytest.raises(KeyError):
        read(world.acting(nurse), plan).item(plan.items.get(ref="2").pk)


# Dates that moved


def test_a_date_that_was_put_off_is_counted_as_slipped_and_one_brought_forward_is_not() -> None:
    council = world.council()
    plan = world.plan(council, shared())
    later, sooner, _ = Action.objects.filter(item__plan=plan).order_by("item__order", "order")
    postpone(council, later, "2026-06-30")
    postpone(council, later, "2026-07-31")
    postpone(council, sooner, "2026-04-30")

    reading = read(world.acting(council.manager), plan)

    assert {key: move.words for key, move in reading.moves.items()} == {
        "/plan/items/0/actions/0": "moved twice, 91 days later than 1 May 2026",
        "/plan/items/0/actions/1": "moved once, 1 day earlier than 1 May 2026",
    }
    assert reading.slipped == 1


def test_others_moves_are_not_told() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())
    postpone(council, Action.objects.filter(item__plan=plan, text="Hidden")[0], "2026-07-31")

    assert read(world.acting(nurse), plan).moves == {}


# Plans in numbers


@pytest.mark.slow
@pytest.mark.parametrize("which", ["northmere", "big"])
def test_the_list_of_plans_counts_as_the_plan_itself_does(which: str) -> None:
    papers = [PACK / "improvement-plan.docx", PACK / "inspection-report.pdf"]
    picture = joined(*map(sandbox.run, papers)) if which == "northmere" else big.a_big_picture(items=6, actions=12, findings=20)
    council = world.council()
    plan, manager = world.plan(council, picture), world.acting(council.manager)

    listed, counted = plan_pages.tallies(manager, [plan])[plan.pk], tally(read(manager, plan).rows)

    assert (listed.actions, listed.late, listed.undated, listed.unproved, listed.unevidenced, listed.done, listed.words) == (
        counted.actions,
        counted.late,
        counted.undated,
        counted.unproved,
        counted.unevidenced,
        counted.done,
        counted.words,
    )


def test_the_list_counts_what_its_reader_sees() -> None:
    council = world.council()
    nurse, plan = nurse_of(council), world.plan(council, shared())
    empty = world.plan(council, a_picture(items=()))

    assert plan_pages.tallies(world.acting(nurse), [plan])[plan.pk].actions == 1
    assert plan_pages.tallies(world.acting(council.manager), [plan, empty])[empty.pk].words == "No actions"


# A report that is not published yet


def unpublished(council: world.World) -> Plan:
    return world.plan(council, a_picture(inspection=an_inspection(published=date(2026, 5, 14))))


def test_a_page_that_quotes_a_confidential_report_says_until_when() -> None:
    council = world.council()
    lead = world.person(council, Kind.ACTION_LEAD)

    with pytest.raises(NotAllowed, match="14 May 2026"):
        plan_pages.check_report(world.acting(lead), unpublished(council))


def test_who_answers_for_the_service_reads_it_before_and_everybody_after() -> None:
    council = world.council()
    lead, plan = world.person(council, Kind.ACTION_LEAD), unpublished(council)

    plan_pages.check_report(world.acting(council.manager), plan)
    plan_pages.check_report(world.acting(lead, on=date(2026, 5, 14)), plan)
    plan_pages.check_report(world.acting(lead), world.plan(council, a_picture(findings=(), inspection=an_inspection(published=None))))


# What it costs


def test_queries_do_not_grow_with_the_plan(django_assert_max_num_queries: CaptureQueriesContext) -> None:
    council = world.council()
    plan, manager = world.plan(council, big.a_big_picture(items=5, actions=8, findings=30)), world.acting(council.manager)

    with django_assert_max_num_queries(18):
        read(manager, plan)
    with django_assert_max_num_queries(2):
        read(manager, plan)


def test_an_invisible_plan_holds_no_action() -> None:
    council = world.council()
    plan, stranger = world.plan(council, shared()), world.acting(world.person(council, Kind.PARTNER_LEAD))

    assert not plans.visible_to(stranger).filter(pk=plan.pk).exists()
    assert read(stranger, plan).rows == ()
