"""Whoever changes a row behind Goldthread's back is found, on either database."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from goldthread.common.dates import PartDate
from goldthread.models import Action, HistoryEvent
from goldthread.operations import actions, history, people, plans, verification
from goldthread.operations.verification import Checkpoint, broken, checkpoint
from tests import world
from tests.factories import a_finding, a_picture, a_plan, an_action, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> world.World:
    """A council with a plan of one action whose date was changed once."""
    council = world.council()
    world.plan(council, a_picture(findings=[a_finding()], plan=a_plan([an_item(actions=[an_action(leads=("Head of Care",))])])))
    change_date(council, 1)
    return council


def change_date(council: world.World, version: int) -> None:
    manager = world.acting(council.manager)
    actions.change_due_date(
        action=Action.objects.get(), by=manager, version=version, by_when="May 2026", dates=[PartDate("2026-05")], why="Posts are vacant."
    )


def told(earlier: Checkpoint | None = None) -> list[str]:
    return [fault.what for fault in broken(earlier)]


def behind_its_back(*statements: str) -> None:
    """Runs statements as somebody who may do anything to the database, its triggers included."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or nothing of the table can be altered in this transaction
            cursor.execute("ALTER TABLE goldthread_historyevent DISABLE TRIGGER USER")
        else:
            for name in ("history_no_update", "history_no_delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.usefixtures("held")
def test_what_only_operations_touched_is_whole() -> None:
    assert told() == []
    assert told(checkpoint()) == []


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    "statement",
    ["UPDATE goldthread_historyevent SET why = 'nothing' WHERE number = 3", "DELETE FROM goldthread_historyevent WHERE number = 3"],
)
def test_the_database_itself_refuses_to_change_the_history(statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert told() == []


@pytest.mark.usefixtures("held")
def test_the_site_cannot_change_it_either() -> None:
    event = HistoryEvent.objects.get(number=2)
    event.why = "nothing"
    for change in (event.save, event.delete, HistoryEvent.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE goldthread_historyevent SET why = 'nothing' WHERE number = 3", "event 3 "),
        ("UPDATE goldthread_historyevent SET at = '2020-01-01 00:00:00+00:00' WHERE number = 3", "event 3 "),
        ("UPDATE goldthread_historyevent SET by_id = NULL WHERE number = 4", "event 4 "),
        ("DELETE FROM goldthread_historyevent WHERE number = 3", "event 3 is missing"),
        (
            "DELETE FROM goldthread_historyevent WHERE number = (SELECT MAX(number) FROM goldthread_historyevent)",
            "events at the end are missing",
        ),
        ("UPDATE goldthread_action SET text = 'Something easier'", "was changed outside Goldthread: text"),
        ("UPDATE goldthread_duedate SET due_on = '2027-01-01' WHERE revision = 2", "was changed outside Goldthread: due"),
        ("UPDATE goldthread_duedate SET why = 'Agreed' WHERE revision = 1", "was changed outside Goldthread: earlier_dates"),
        ("UPDATE goldthread_duedate SET set_at = '2025-01-01 00:00:00+00:00' WHERE revision = 2", "was changed outside Goldthread: due"),
        ("UPDATE goldthread_finding SET text = ''", "was changed outside Goldthread: findings"),
        ("UPDATE goldthread_role SET kind = 'director' WHERE kind = 'administrator'", "was changed outside Goldthread: kind"),
        ("DELETE FROM goldthread_lead", "was changed outside Goldthread: leads"),
        ("INSERT INTO goldthread_organisation (name, kind) VALUES ('Elsewhere', 'council')", "was added outside Goldthread"),
    ],
)
def test_a_change_behind_its_back_is_found(statement: str, found: str) -> None:
    behind_its_back(statement)

    assert any(found in fault for fault in told()), told()


@pytest.mark.usefixtures("held")
def test_a_chain_written_anew_does_not_match_the_checkpoint_kept_elsewhere() -> None:
    earlier = Checkpoint(number=3, digest="f" * 64)

    assert told(earlier) == ["the chain does not hold the checkpoint at event 3: it was cut or written anew"]


def test_what_is_taken_back_leaves_nothing_and_breaks_nothing(held: world.World) -> None:
    council = held
    second = world.plan(council, a_picture(plan=a_plan([an_item()])))
    plans.take_back(plan=second, by=world.acting(council.manager), why="The wrong paper.")
    person = world.person(council, world.Kind.ACTION_LEAD)
    people.end_role(role=person.roles.get(), by=world.acting(council.administrator), ends_on=date(2026, 3, 1))

    assert told() == []


def test_each_change_is_one_event_with_who_and_why(held: world.World) -> None:
    event = HistoryEvent.objects.latest("number")

    assert (event.verb, event.by, event.why) == ("due_date_changed", held.manager, "Posts are vacant.")
    before, after = event.changes["due"]
    assert (before["revision"], after["dates"]) == (1, ["2026-05"])


def test_history_outside_a_transaction_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as outside:
        outside.setattr(transaction.get_connection(), "in_atomic_block", False)
        with pytest.raises(transaction.TransactionManagementError, match="inside the operation's transaction"):
            history.write([], by=None)


def test_a_field_that_an_older_version_did_not_keep_proves_nothing() -> None:
    assert "invented" not in verification._different({"text": "as it was"}, {"text": "as it was", "invented": "by a later version"})
    assert verification._different({"text": "as it was"}, {"text": "another"}) == ["text"]


@pytest.mark.usefixtures("held")
def test_a_field_that_was_empty_from_the_start_is_compared_too() -> None:
    behind_its_back("UPDATE goldthread_plan SET owner = 'Somebody else'", "UPDATE goldthread_item SET notes = 'No longer needed'")

    assert any("changed outside Goldthread: owner" in fault for fault in told())
    assert any("changed outside Goldthread: notes" in fault for fault in told())
