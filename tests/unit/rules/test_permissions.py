"""The table of permissions: every no has its reason, in words for the one who reads it."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from goldthread.models import Role
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed
from goldthread.rules.permissions import TABLE, Permission

Kind = Role.Kind


def acting(*kinds: str) -> Acting:
    return Acting(cast(Any, SimpleNamespace(pk=1, name="Somebody")), date(2026, 3, 31), frozenset(kinds), frozenset())


@pytest.mark.parametrize("permission", Permission)
def test_each_permission_says_who_holds_it_and_why_others_do_not(permission: Permission) -> None:
    grant = TABLE[permission]

    assert grant.roles <= permissions.EVERYBODY
    assert grant.reason[0].isupper()
    assert grant.reason.endswith(".")
    assert len(grant.reason) > 50


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize("permission", Permission)
def test_yes_and_no_are_the_same_rule(permission: Permission, kind: str) -> None:
    who = acting(kind)

    if permissions.can(who, permission):
        permissions.check(who, permission)
    else:
        with pytest.raises(NotAllowed, match=r"\."):
            permissions.check(who, permission)


@pytest.mark.parametrize(
    ("kind", "permission", "words"),
    [
        (Kind.SCRUTINY_COUNCILLOR, Permission.PLANS_READ, "Scrutiny councillors read the papers that are issued to their committee"),
        (Kind.SCRUTINY_COUNCILLOR, Permission.WHOLE_PLANS_READ, "Scrutiny councillors read the papers that are issued to their committee"),
        (Kind.ADMINISTRATOR, Permission.PLANS_READ, "Administrators look after accounts"),
        (Kind.ADMINISTRATOR, Permission.WHOLE_PLANS_READ, "Administrators look after accounts"),
        (Kind.PARTNER_LEAD, Permission.WHOLE_PLANS_READ, "the actions that you lead"),
    ],
)
def test_the_reason_speaks_of_the_readers_own_role(kind: str, permission: Permission, words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        permissions.check(acting(kind), permission)


def test_whoever_has_no_role_today_is_told_that() -> None:
    with pytest.raises(NotAllowed, match="Your account has no role today"):
        permissions.check(acting(), Permission.PLANS_READ)


def test_an_administrator_reads_nothing_of_plans_and_nobody_else_gives_roles() -> None:
    plans = (Permission.PLANS_READ, Permission.WHOLE_PLANS_READ, Permission.INSPECTIONS_READ, Permission.DOCUMENTS_READ, Permission.SEARCH)

    assert not any(permissions.can(acting(Kind.ADMINISTRATOR), permission) for permission in plans)
    assert TABLE[Permission.ACCOUNTS_MANAGE].roles == {Kind.ADMINISTRATOR}


def test_two_roles_may_what_either_may() -> None:
    who = acting(Kind.SCRUTINY_COUNCILLOR, Kind.BOARD_MEMBER)

    assert permissions.can(who, Permission.PLANS_READ)
    assert not permissions.can(who, Permission.DATES_CHANGE)
