"""What happens when people are added, changed, closed, and given roles: all of it, once, in the history."""

from datetime import timedelta

import pytest

from goldthread.models import HistoryEvent, Person, Role
from goldthread.operations import accounts, organisations, people, sessions
from goldthread.operations.verification import broken
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from tests import world
from tests.world import DAY, LONG_AGO, Kind, acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> world.World:
    return world.council()


def last() -> HistoryEvent:
    return HistoryEvent.objects.latest("number")


def version(person: Person) -> int:
    return Person.objects.values_list("permission_version", flat=True).get(pk=person.pk)


def test_a_person_is_added_with_an_address_in_small_letters_and_no_password(council: world.World) -> None:
    made = people.add(
        name="  Nia   New ",
        email=" Nia@Northmere.TEST ",
        organisation=council.council,
        by=acting(council.administrator),
        note=" From April ",
    )

    assert (made.name, made.email, made.note) == ("Nia New", "nia@northmere.test", "From April")
    assert not made.has_usable_password()
    assert last().verb == "person_added"
    assert "password" not in last().changes


def test_two_people_do_not_share_an_address_whatever_its_capitals(council: world.World) -> None:
    with pytest.raises(NotPossible, match="already"):
        people.add(name="Other", email="ADA@northmere.test", organisation=council.council, by=acting(council.administrator))


def test_several_people_may_have_none(council: world.World) -> None:
    for name in ("One", "Two"):
        assert people.add(name=name, email="", organisation=council.council, by=acting(council.administrator)).email is None


def test_nobody_is_without_a_name(council: world.World) -> None:
    with pytest.raises(NotPossible, match="name"):
        people.add(name="  ", organisation=council.council, by=acting(council.administrator))


def test_only_what_changed_is_in_the_history(council: world.World) -> None:
    manager = council.manager
    people.change(
        person=manager,
        by=acting(council.administrator),
        name=manager.name,
        email=manager.email,
        job_title="Head of improvement",
        organisation=council.council,
    )

    assert last().changes == {"job_title": ["", "Head of improvement"]}


def test_a_change_does_not_undo_what_was_changed_meanwhile(council: world.World) -> None:
    stale = Person.objects.get(pk=council.manager.pk)
    people.set_open(person=council.manager, is_open=False, by=acting(council.administrator))

    people.change(
        person=stale, by=acting(council.administrator), name="Olga Manager", email=stale.email, job_title="", organisation=council.council
    )

    assert not Person.objects.get(pk=stale.pk).is_active


def test_closing_and_opening_end_sessions_and_say_why(council: world.World) -> None:
    before = version(council.manager)

    people.set_open(person=council.manager, is_open=False, by=acting(council.administrator), why=" Left the council ")

    assert version(council.manager) == before + 1
    assert (last().verb, last().why, last().changes) == ("person_closed", "Left the council", {"is_active": [True, False]})
    people.set_open(person=council.manager, is_open=True, by=acting(council.administrator))
    assert version(council.manager) == before + 2


def test_what_is_closed_is_not_closed_again(council: world.World) -> None:
    people.set_open(person=council.manager, is_open=False, by=acting(council.administrator))
    events = HistoryEvent.objects.count()

    with pytest.raises(NotPossible, match="closed already"):
        people.set_open(person=council.manager, is_open=False, by=acting(council.administrator))

    assert HistoryEvent.objects.count() == events


def test_two_administrators_do_not_end_each_other(council: world.World) -> None:
    second = world.person(council, Kind.ADMINISTRATOR)
    first_acts, second_acts = acting(council.administrator), acting(second)
    people.set_open(person=second, is_open=False, by=first_acts)

    with pytest.raises(NotAllowed):
        people.set_open(person=council.administrator, is_open=False, by=second_acts)
    with pytest.raises(NotAllowed):
        people.end_role(role=council.administrator.roles.get(), by=second_acts)

    assert acting(council.administrator).has(Kind.ADMINISTRATOR)


def test_a_role_counts_from_its_first_day_to_its_last(council: world.World) -> None:
    who = world.person(council)
    people.give_role(
        person=who,
        kind=Kind.DIRECTOR,
        organisation=council.council,
        by=acting(council.administrator),
        starts_on=DAY,
        ends_on=DAY + timedelta(days=7),
    )

    held = [acting(who, DAY + timedelta(days=days)).has(Kind.DIRECTOR) for days in (-1, 0, 7, 8)]

    assert held == [False, True, True, False]


def test_giving_and_ending_a_role_end_sessions(council: world.World) -> None:
    who = world.person(council)
    before = version(who)
    role = people.give_role(person=who, kind=Kind.DIRECTOR, organisation=council.council, by=acting(council.administrator))
    people.end_role(role=role, by=acting(council.administrator))

    assert version(who) == before + 2
    assert not Role.objects.filter(person=who).exists()


@pytest.mark.parametrize(("days", "clashes"), [(-3, True), (0, True), (7, True), (8, False)])
def test_the_same_role_is_not_held_twice_on_a_day(council: world.World, days: int, clashes: bool) -> None:
    who, admin = world.person(council), acting(council.administrator)
    role = {"person": who, "kind": Kind.DIRECTOR, "organisation": council.council, "by": admin}
    people.give_role(**role, starts_on=DAY, ends_on=DAY + timedelta(days=7))

    if clashes:
        with pytest.raises(NotPossible, match="already from 31 March 2026 until 7 April 2026"):
            people.give_role(**role, starts_on=DAY + timedelta(days=days))
    else:
        people.give_role(**role, starts_on=DAY + timedelta(days=days))


def test_another_role_beside_it_is_given(council: world.World) -> None:
    who = world.person(council, Kind.DIRECTOR)

    people.give_role(person=who, kind=Kind.BOARD_MEMBER, organisation=council.council, by=acting(council.administrator))

    assert acting(who).roles == {Kind.DIRECTOR, Kind.BOARD_MEMBER}


def test_a_role_that_has_ended_is_not_ended_again(council: world.World) -> None:
    who = world.person(council, Kind.DIRECTOR)
    people.end_role(role=who.roles.get(), by=acting(council.administrator))

    with pytest.raises(NotPossible, match="last held on 30 March 2026"):
        people.end_role(role=who.roles.get(), by=acting(council.administrator))


def test_a_role_ends_on_the_day_that_is_said(council: world.World) -> None:
    who = world.person(council, Kind.DIRECTOR)
    people.end_role(role=who.roles.get(), by=acting(council.administrator), ends_on=DAY + timedelta(days=1))

    assert acting(who, DAY + timedelta(days=1)).roles
    assert not acting(who, DAY + timedelta(days=2)).roles


def test_there_is_one_first_administrator(council: world.World) -> None:
    with pytest.raises(NotPossible, match="people already"):
        people.first_administrator(name="Eve", email="eve@northmere.test", organisation=council.council, on=LONG_AGO)


def test_an_organisation_is_added_once(council: world.World) -> None:
    admin = acting(council.administrator)
    organisations.add(name=" Integrated   Care Board ", kind="partner", by=admin)

    with pytest.raises(NotPossible, match="there already"):
        organisations.add(name="integrated care board", kind="partner", by=admin)
    with pytest.raises(NotPossible, match="needs a name"):
        organisations.add(name=" ", kind="partner", by=admin)
    with pytest.raises(NotAllowed):
        organisations.add(name="Police", kind="partner", by=acting(council.manager))


def test_coming_and_going_leaves_who_and_nothing_else(council: world.World) -> None:
    sessions.signed_in(person=council.manager)
    sessions.signed_out(person=council.manager)

    came, went = HistoryEvent.objects.order_by("-number")[1], last()
    for event, verb in ((came, "signed_in"), (went, "signed_out")):
        assert (event.verb, event.target_id, event.by, event.changes, event.why) == (verb, council.manager.pk, council.manager, {}, "")


def test_whoever_is_locked_out_is_named_once_in_a_quarter_of_an_hour(council: world.World) -> None:
    for _ in range(3):
        sessions.locked_out(email=str(council.manager.email).upper())
    sessions.locked_out(email="nobody@northmere.test")
    sessions.locked_out(email="")

    assert list(HistoryEvent.objects.filter(verb="locked_out").values_list("target_id", "by")) == [(council.manager.pk, None)]


def test_the_records_stay_what_the_history_says(council: world.World) -> None:
    who, admin = world.person(council, Kind.DIRECTOR, name="Dee Day"), acting(council.administrator)
    people.change(person=who, by=admin, name="Dee Night", email="dee@northmere.test", job_title="Director", organisation=council.council)
    accounts.set_password(person=who, password="a very long new password")
    accounts.second_step_changed(person=who, what="Passkey added")
    accounts.remove_second_steps(person=who, by=admin, why="Lost")
    people.set_open(person=who, is_open=False, by=admin)
    sessions.signed_in(person=who)

    assert list(broken()) == []


def test_whoever_comes_second_to_end_a_role_changes_nothing() -> None:
    council = world.council()
    person = world.person(council, world.Kind.ACTION_LEAD)
    first, second = person.roles.get(), person.roles.get()
    admin = world.acting(council.administrator)
    people.end_role(role=first, by=admin)

    with pytest.raises(ChangedMeanwhile, match="Somebody else has ended this role"):
        people.end_role(role=second, by=admin)
    assert list(broken()) == []


def test_a_name_never_turns_the_words_beside_it_about() -> None:
    council = world.council()

    added = people.add(name="Ada\u202e nimdA\ufffe", organisation=council.council, by=world.acting(council.administrator))

    assert added.name == "Ada nimdA\ufffd"
