"""Whose account and roles somebody may change, and what is said to those who may not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from goldthread.models import Organisation, Person
from goldthread.operations import organisations, people
from goldthread.rules import people as rules
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed, NotPossible
from tests import world
from tests.world import DAY, Kind, acting

pytestmark = pytest.mark.django_db

Check = Callable[[Acting, Person], None]
CHECKS: dict[str, Check] = {
    "manage": rules.check_can_manage,
    "change": rules.check_can_change,
    "close": rules.check_can_close,
    "link": rules.check_can_send_link,
    "second steps": rules.check_can_remove_second_steps,
    "give": lambda by, person: rules.check_can_give_role(by, person, Kind.DIRECTOR, person.organisation, DAY, None),
    "end": lambda by, person: rules.check_can_end_role(by, person.roles.first()),  # type: ignore[arg-type]
}


@pytest.fixture
def council() -> world.World:
    return world.council()


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_an_administrator_does_it_for_others(council: world.World, check: Check) -> None:
    check(acting(council.administrator), council.manager)


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_nobody_does_it_to_themselves(council: world.World, check: Check) -> None:
    with pytest.raises(NotAllowed) as refusal:
        check(acting(council.administrator), council.administrator)

    assert "administrator" in str(refusal.value) or "Your account" in str(refusal.value)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.ADMINISTRATOR])
@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_no_other_role_does_it(council: world.World, check: Check, kind: str) -> None:
    with pytest.raises(NotAllowed, match="Ask an administrator"):
        check(acting(world.person(council, kind)), council.manager)


def test_an_administrator_of_yesterday_does_it_no_longer(council: world.World) -> None:
    former = world.person(council, Kind.ADMINISTRATOR, ends_on=DAY - timedelta(days=1))

    with pytest.raises(NotAllowed):
        rules.check_can_manage(acting(former), council.manager)


@pytest.mark.parametrize(
    ("kind", "starts_on", "ends_on", "said"),
    [
        (Kind.INSPECTOR, DAY, None, "time-boxed"),
        (Kind.DIRECTOR, DAY, DAY - timedelta(days=1), "would end on 30 March 2026, before it starts on 31 March 2026"),
    ],
)
def test_days_that_cannot_be(council: world.World, kind: str, starts_on: date, ends_on: date | None, said: str) -> None:
    with pytest.raises(NotPossible, match=said):
        rules.check_can_give_role(acting(council.administrator), council.manager, kind, council.council, starts_on, ends_on)


def test_one_day_is_a_period(council: world.World) -> None:
    rules.check_can_give_role(acting(council.administrator), council.manager, Kind.INSPECTOR, council.council, DAY, DAY)


def test_roles_are_held_at_a_council(council: world.World) -> None:
    admin = acting(council.administrator)
    agency = organisations.add(name="Integrated Care Board", kind=Organisation.Kind.PARTNER, by=admin)

    with pytest.raises(NotPossible, match="People of a partner agency hold theirs at the council"):
        rules.check_can_give_role(admin, council.manager, Kind.PARTNER_LEAD, agency, DAY, None)


def test_a_closed_account_is_opened_before_it_gets_anything(council: world.World) -> None:
    admin = acting(council.administrator)
    closed = people.set_open(person=council.manager, is_open=False, by=admin)

    for check in (CHECKS["give"], CHECKS["link"]):
        with pytest.raises(NotPossible, match="Open it first"):
            check(admin, closed)


def test_whoever_manages_is_asked_by_the_same_rule(council: world.World) -> None:
    admin = acting(council.administrator)

    assert rules.can_manage(admin, council.manager)
    assert not rules.can_manage(admin, council.administrator)
    assert not rules.can_manage(acting(council.manager), council.administrator)


@pytest.mark.parametrize("why", ["", "  "])
def test_a_reason_is_a_reason(why: str) -> None:
    with pytest.raises(NotPossible, match="Say why"):
        rules.check_reason(why)
