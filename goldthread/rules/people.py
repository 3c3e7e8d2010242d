"""Accounts and roles: who may change whose."""

from datetime import date

from goldthread.models import Person, Role
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed, NotPossible
from goldthread.rules.permissions import Permission


def check_can_close(by: Acting, person: Person) -> None:
    """Administrators close accounts, never their own: somebody must be left who can open one."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    if by.person.pk == person.pk:
        raise NotAllowed("Nobody closes or opens their own account. Ask another administrator.")


def check_can_give_role(by: Acting, person: Person, kind: str, ends_on: date | None) -> None:
    """Administrators give roles, never to themselves. An inspector's role has an end."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    if by.person.pk == person.pk:
        raise NotAllowed("Nobody gives a role to their own account. Ask another administrator.")
    if kind == Role.Kind.INSPECTOR and ends_on is None:
        raise NotPossible("An inspector’s account is time-boxed. Say until which day the role is held.")


def check_can_end_role(by: Acting, role: Role) -> None:
    """Administrators end roles, never their own."""
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    if by.person.pk == role.person_id:
        raise NotAllowed("Nobody ends a role of their own account. Ask another administrator.")
