"""Who may change an action, role by role, and what is said to those who may not."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from goldthread.models import Action
from goldthread.operations import actions as operations
from goldthread.operations.actions import NewLead
from goldthread.rules import actions as rules
from goldthread.rules.acting import Acting
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from tests import world
from tests.factories import a_picture, an_action, an_item
from tests.world import DAY, Kind, acting

pytestmark = pytest.mark.django_db

# Of an action that the person leads, and of one that somebody else leads: date, progress, rating. Then: leads, of either.
TABLE = """
                               own               another's         either
                               date prog. rating date prog. rating leads
improvement_manager            yes  yes   yes    yes  yes   yes    yes
director                       yes  yes   yes    no   no    no     yes
head_of_service                yes  yes   yes    no   no    no     yes
action_lead                    yes  yes   yes    no   no    no     no
partner_lead                   yes  yes   yes    no   no    no     no
quality_assurance_officer      yes  yes   yes    no   no    no     no
team_manager                   yes  yes   yes    no   no    no     no
designated_officer             yes  yes   yes    no   no    no     no
independent_reviewing_officer  yes  yes   yes    no   no    no     no
complaints_manager             yes  yes   yes    no   no    no     no
data_analyst                   no   no    no     no   no    no     no
board_secretary                no   no    no     no   no    no     no
board_member                   no   no    no     no   no    no     no
lead_member                    no   no    no     no   no    no     no
scrutiny_councillor            no   no    no     no   no    no     no
inspector                      no   no    no     no   no    no     no
administrator                  no   no    no     no   no    no     no
nobody                         no   no    no     no   no    no     no
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()[2:]]

Can = Callable[[Acting, Action], bool]
Check = Callable[[Acting, Action], None]
CAN: tuple[Can, ...] = (rules.can_change_date, rules.can_add_progress, rules.can_rate)
CHECKS: tuple[Check, ...] = (rules.check_can_change_date, rules.check_can_add_progress, rules.check_can_rate)


def test_the_table_names_every_role_once() -> None:
    assert sorted(row[0] for row in ROWS) == sorted([*Kind.values, "nobody"])


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_who_may_change_what_of_an_action(row: list[str]) -> None:
    council = world.council()
    role, expected = row[0], [answer == "yes" for answer in row[1:]]
    person = world.person(council, None if role == "nobody" else role, job_title="The post")
    world.plan(council, a_picture([an_item(actions=[an_action(leads=("The post",)), an_action(leads=("Somebody else",))])]))
    own, other = Action.objects.order_by("order")
    who = acting(person)

    assert [can(who, action) for action in (own, other) for can in CAN] == expected[:6]
    assert [rules.can_change_leads(who, action) for action in (own, other)] == [expected[6]] * 2


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_check_raises_exactly_where_the_answer_is_no_and_says_who_may(row: list[str]) -> None:
    council = world.council()
    person = world.person(council, None if row[0] == "nobody" else row[0], job_title="The post")
    world.plan(council, a_picture([an_item(actions=[an_action(leads=("The post",)), an_action(leads=("Somebody else",))])]))
    who = acting(person)

    for action in Action.objects.all():
        for can, check in [*zip(CAN, CHECKS, strict=True), (rules.can_change_leads, rules.check_can_change_leads)]:
            if can(who, action):
                check(who, action)
            else:
                with pytest.raises(NotAllowed, match=r"improvement manager|administrator"):
                    check(who, action)


def test_the_refusal_of_an_action_that_others_lead_names_its_leads() -> None:
    council = world.council()
    person = world.person(council, Kind.ACTION_LEAD)
    world.plan(council, a_picture([an_item(actions=[an_action(leads=("Head of Front Door", "Principal Social Worker"))])]))

    with pytest.raises(NotAllowed) as refused:
        rules.check_can_change_date(acting(person), Action.objects.get())

    assert str(refused.value) == (
        "Only those who lead this action and the improvement manager change when it is due. "
        "Its leads: Head of Front Door; Principal Social Worker."
    )


def test_who_leads_is_asked_for_the_day() -> None:
    council = world.council()
    before, after = (world.person(council, Kind.ACTION_LEAD, job_title=title) for title in ("Old post", "New post"))
    world.plan(council, a_picture([an_item(actions=[an_action(leads=("Old post",))])]))
    action, handover = Action.objects.get(), DAY + timedelta(days=1)
    operations.change_leads(
        action=action, by=acting(council.manager), version=1, leads=[NewLead(words="New post", person=after, responsible=True)], on=handover
    )
    action = Action.objects.get()

    assert [rules.can_rate(acting(person), action) for person in (before, after)] == [True, False]
    assert [rules.can_rate(acting(person, handover), action) for person in (before, after)] == [False, True]


@pytest.mark.parametrize(
    ("leads", "message"),
    [
        ([("Head", True)], None),
        ([("Head", False)], None),
        ([("Head", True), ("Deputy", False)], None),
        ([], None),
        ([("Head", False), ("Deputy", False)], "2 leads and none responsible"),
        ([("Head", True), ("Deputy", True)], "2 leads and 2 responsible"),
        ([("Head", True), ("Head ", False)], "named twice"),
        ([("  ", True)], "needs a post or a name"),
    ],
)
def test_which_leads_can_be(leads: list[tuple[str, bool]], message: str | None) -> None:
    if message is None:
        rules.check_leads(leads)
        return
    with pytest.raises(NotPossible, match=message):
        rules.check_leads(leads)


@pytest.mark.parametrize(
    ("rating", "labels", "taken"),
    [
        ("Green", ["Red", "Green"], "Green"),
        (" Green ", ["Red", "Green"], "Green"),
        ("", ["Red", "Green"], None),
        (None, [], None),
        ("On track", [], "On track"),
    ],
)
def test_which_ratings_can_be(rating: str | None, labels: list[str], taken: str | None) -> None:
    assert rules.check_rating(rating, labels) == taken


def test_a_rating_outside_the_plans_own_key_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NotPossible, match=r"“Amber” is no rating of this plan’s key\. Its ratings: Red, Green"):
        rules.check_rating("Amber", ["Red", "Green"])


@pytest.mark.parametrize(
    ("text", "letter", "taken"), [(" Done. ", None, ("Done.", None)), ("Done.", "a", ("Done.", "a")), ("x", "", ("x", None))]
)
def test_which_progress_can_be(text: str, letter: str | None, taken: tuple[str, str | None]) -> None:
    assert rules.check_progress(text, letter, ["a", "b"]) == taken


@pytest.mark.parametrize(("text", "letter", "message"), [("  ", None, "nothing to report"), ("Done.", "c", "no part c. Its parts: a, b")])
def test_which_progress_cannot_be(text: str, letter: str | None, message: str) -> None:
    with pytest.raises(NotPossible, match=message):
        rules.check_progress(text, letter, ["a", "b"])


def test_a_form_over_an_older_state_is_told_so() -> None:
    council = world.council()
    world.plan(council, a_picture())
    action = Action.objects.get()

    rules.check_unchanged(action, action.version)
    with pytest.raises(ChangedMeanwhile):
        rules.check_unchanged(action, action.version - 1)


def test_a_hand_over_may_not_take_somebodys_time_as_a_lead_off_the_record() -> None:
    council = world.council()
    manager = acting(council.manager)
    world.plan(council, a_picture())
    action, began = Action.objects.get(), date(2026, 2, 1)
    operations.change_leads(action=action, by=manager, version=1, leads=[NewLead(words="Deputy", responsible=True)], on=began)
    action = Action.objects.get()

    with pytest.raises(NotPossible, match="Deputy leads the action since 1 February 2026"):
        rules.check_hand_over_day(manager, action, began - timedelta(days=1))
    rules.check_hand_over_day(manager, action, began + timedelta(days=1))
    rules.check_hand_over_day(manager, action, DAY)
