"""Accounts and roles: who may change whose."""

from datetime import date

from goldthread.common.dates import spoken
from goldthread.models import Organisation, Person, Role
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed, NotPossible
from goldthread.rules.permissions import Permission


def check_can_manage(by: Acting, person: Person) -> None:
    """Administrators look after the accounts of others."""
    _check(by, person, "This is your own account. Another administrator changes it, so that nobody gives themselves more than they had.")


def check_can_change(by: Acting, person: Person) -> None:
    """Administrators change what is known of others. What stands in one's own account is for another administrator to change."""
    _check(by, person, "Nobody changes what is known of themselves. Ask another administrator.")


def check_can_close(by: Acting, person: Person) -> None:
    """Administrators close accounts, never their own: somebody must be left who can open one."""
    _check(by, person, "Nobody closes or opens their own account. Ask another administrator.")


def check_can_give_role(by: Acting, person: Person, kind: str, organisation: Organisation, starts_on: date, ends_on: date | None) -> None:
    """Administrators give roles, never to themselves, at a council, to an open account. An inspector's role has an end."""
    _check(by, person, "Nobody gives a role to their own account. Ask another administrator.")
    if not person.is_active:
        raise NotPossible(f"The account of {person.name} is closed. Open it first, then give the role.")
    if organisation.kind != Organisation.Kind.COUNCIL:
        raise NotPossible(
            f"Roles are held at a council, and {organisation.name} is none. People of a partner agency hold theirs at the council."
        )
    if kind == Role.Kind.INSPECTOR and ends_on is None:
        raise NotPossible("An inspector’s account is time-boxed. Say until which day the role is held.")
    if ends_on is not None and ends_on < starts_on:
        raise NotPossible(
            f"The role would end on {spoken(ends_on)}, before it starts on {spoken(starts_on)}. Give a later last day, or none."
        )


def check_can_end_role(by: Acting, role: Role) -> None:
    """Administrators end roles, never their own, and once."""
    _check(by, role.person, "Nobody ends a role of their own account. Ask another administrator.")
    if role.ends_on is not None and role.ends_on < by.on:
        raise NotPossible(f"This role was last held on {spoken(role.ends_on)}. It has ended; nothing is left to do.")


def check_can_send_link(by: Acting, person: Person) -> None:
    """Administrators have the link sent by which a password is set; it goes to the person's own address and to nobody else."""
    _check(by, person, "This is your own account: change your password under Your account.")
    if not person.email:
        raise NotPossible(f"{person.name} has no e-mail address here, so no link can be sent. Enter one first.")
    if not person.is_active:
        raise NotPossible(f"The account of {person.name} is closed. Open it first, then send the link.")


def check_can_remove_second_steps(by: Acting, person: Person) -> None:
    """Administrators do it for others who lost what they sign in with; one's own are removed with one's own second step."""
    _check(by, person, "Your own second steps are removed under Your account, where one of them is asked for.")


def check_reason(why: str) -> str:
    """The reason without spaces around it. Raises NotPossible when there is none."""
    if not why.strip():
        raise NotPossible("Say why: whoever reads the history later needs the reason.")
    return why.strip()


def can_manage(by: Acting, person: Person) -> bool:
    """Whether the person's account is the reader's to look after: an administrator's, for everybody but themselves."""
    return permissions.can(by, Permission.ACCOUNTS_MANAGE) and by.person.pk != person.pk


def _check(by: Acting, person: Person, own: str) -> None:
    permissions.check(by, Permission.ACCOUNTS_MANAGE)
    if by.person.pk == person.pk:
        raise NotAllowed(own)
