"""What the page on permissions says is what the rules do."""

import pytest

from goldthread.queries import inspections, plans
from goldthread.rules import actions
from goldthread.rules.permissions import TABLE, Permission
from tests import world
from tests.unit.web.roles import Everybody, everybody
from tests.world import Kind
from tools.reference import permissions

pytestmark = pytest.mark.django_db
SEEN = {
    permissions.EVERY_PLAN: "watched unwatched whole",
    permissions.BY_ITS_BOARD: "watched whole",
    permissions.OWN_ACTIONS: "watched",
    permissions.NO_PLAN: "",
    permissions.ALL_REPORTS: "published unpublished",
    permissions.PUBLISHED: "published",
    permissions.NO_INSPECTION: "",
}
"""The page's words → what of two plans and two inspections is there for somebody who leads an action of the watched plan."""
MAY = {
    Permission.DATES_CHANGE: actions.can_change_date,
    Permission.PROGRESS_ADD: actions.can_add_progress,
    Permission.RATINGS_CHANGE: actions.can_rate,
    Permission.LEADS_CHANGE: actions.can_change_leads,
}


@pytest.fixture
def cast() -> Everybody:
    return everybody()


def test_every_permission_stands_in_one_table() -> None:
    listed = [permission for group in permissions.GROUPS.values() for permission in group]
    assert sorted(listed) == sorted(Permission)


def test_every_reason_is_printed() -> None:
    (text,) = permissions.pages().values()
    reasons = [words for grant in TABLE.values() for words in (grant.reason, *grant.instead.values())]
    assert [words for words in reasons if words not in text] == []


@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_each_role_sees_what_the_page_says(kind: str, cast: Everybody) -> None:
    who = world.acting(cast.people[kind])
    visible, reports = plans.visible_to(who), inspections.visible_to(who)
    seen = [
        *(["watched"] if cast.plan in visible else []),
        *(["unwatched"] if cast.unwatched in visible else []),
        *(["whole"] if cast.plan in plans.whole_to(who) else []),
    ]
    read = [*(["published"] if cast.inspection in reports else []), *(["unpublished"] if cast.unpublished in reports else [])]

    assert " ".join(seen) == SEEN[permissions.plans_of(kind)]
    assert " ".join(read) == SEEN[permissions.inspections_of(kind)]


@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_each_role_may_do_to_actions_what_the_page_says(kind: str, cast: Everybody) -> None:
    who = world.acting(cast.people[kind])
    for permission, may in MAY.items():
        own, other = may(who, cast.own), may(who, cast.other)
        assert {"yes": (True, True), "own": (True, False), "": (False, False)}[permissions.mark(kind, permission)] == (own, other)
