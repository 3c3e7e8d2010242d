"""The table of permissions: what each role may do, and what is said to somebody who may not.

The page docs/reference/permissions.md is printed from this table. What a role may do to *one* thing (its own action, its own board) is in
the rules of that area; what of a kind of thing a role may *see* is in ``queries``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from goldthread.models import Role
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed

Kind = Role.Kind


class Permission(StrEnum):
    """Something that a role may do. The value is its name in the reference and in the access table."""

    SIGNED_IN = "signed_in"
    INSPECTIONS_READ = "inspections_read"
    PLANS_READ = "plans_read"
    WHOLE_PLANS_READ = "whole_plans_read"
    DATES_CHANGE = "dates_change"
    PROGRESS_ADD = "progress_add"
    LEADS_CHANGE = "leads_change"
    RATINGS_CHANGE = "ratings_change"
    DOCUMENTS_UPLOAD = "documents_upload"
    DOCUMENTS_READ = "documents_read"
    BOARDS_READ = "boards_read"
    BOARDS_CHANGE = "boards_change"
    PEOPLE_READ = "people_read"
    ACCOUNTS_MANAGE = "accounts_manage"
    GLOSSARY_READ = "glossary_read"
    SEARCH = "search"
    HISTORY_READ = "history_read"


EVERYBODY: Final = frozenset(kind.value for kind in Kind)
_COUNCIL_PLAN = frozenset(
    {
        Kind.IMPROVEMENT_MANAGER,
        Kind.DIRECTOR,
        Kind.HEAD_OF_SERVICE,
        Kind.ACTION_LEAD,
        Kind.QUALITY_ASSURANCE_OFFICER,
        Kind.DATA_ANALYST,
        Kind.BOARD_SECRETARY,
        Kind.LEAD_MEMBER,
        Kind.INSPECTOR,
    }
)
"""Roles for which the whole plan is their work or their duty to watch."""
_OWN_ACTIONS = frozenset(
    {Kind.PARTNER_LEAD, Kind.TEAM_MANAGER, Kind.DESIGNATED_OFFICER, Kind.INDEPENDENT_REVIEWING_OFFICER, Kind.COMPLAINTS_MANAGER}
)
"""Roles that see the actions they lead and what those stand under."""
_LEADERS = frozenset(
    {Kind.IMPROVEMENT_MANAGER, Kind.DIRECTOR, Kind.HEAD_OF_SERVICE, Kind.ACTION_LEAD, Kind.QUALITY_ASSURANCE_OFFICER} | _OWN_ACTIONS
)
"""Roles that can lead actions."""

BY_BOARD: Final = frozenset({Kind.BOARD_MEMBER.value})
"""Roles that see a whole plan when a board of theirs watches it."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Who may, in which words it is asked for, and what is said to the others; ``instead``: to those of one role."""

    roles: frozenset[str]
    doing: str
    reason: str
    instead: Mapping[str, str] = field(default_factory=dict)

    def said_to(self, who: Acting) -> str:
        """The reason as this person reads it."""
        return next((self.instead[kind] for kind in sorted(who.roles) if kind in self.instead), self.reason)


_NOT_FOR: Final[Mapping[str, str]] = {
    Kind.ADMINISTRATOR: "Administrators look after accounts and read no inspections or plans. Ask for a further role if your work needs "
    "one.",
    Kind.SCRUTINY_COUNCILLOR: "Scrutiny councillors read the papers that are issued to their committee, not the working plan. The board "
    "secretary can say which papers your committee is owed.",
}
"""What is said of plans to roles that see none."""


TABLE: Final[dict[Permission, Grant]] = {
    Permission.SIGNED_IN: Grant(
        EVERYBODY, "use Goldthread", "Your account has no role today. An administrator gives roles; ask yours for the one you need."
    ),
    Permission.INSPECTIONS_READ: Grant(
        EVERYBODY - {Kind.ADMINISTRATOR},
        "read inspections and their findings",
        _NOT_FOR[Kind.ADMINISTRATOR],
    ),
    Permission.PLANS_READ: Grant(
        _COUNCIL_PLAN | _OWN_ACTIONS | {Kind.BOARD_MEMBER},
        "read improvement plans",
        "Improvement plans are for the council’s staff, its partners and the boards that watch them. The improvement manager can say more.",
        _NOT_FOR,
    ),
    Permission.WHOLE_PLANS_READ: Grant(
        _COUNCIL_PLAN | {Kind.BOARD_MEMBER},
        "read a whole plan, its map and its checks",
        "Your role sees the actions that you lead, under My work, and not the whole plan. The improvement manager can show you more of it.",
        _NOT_FOR,
    ),
    Permission.DATES_CHANGE: Grant(
        _LEADERS,
        "change when an action is due",
        "Only those who lead actions and the improvement manager change dates; those who watch a plan do not change it.",
    ),
    Permission.PROGRESS_ADD: Grant(
        _LEADERS,
        "report progress on an action",
        "Only those who lead actions and the improvement manager report progress; those who watch a plan do not write into it.",
    ),
    Permission.LEADS_CHANGE: Grant(
        frozenset({Kind.IMPROVEMENT_MANAGER, Kind.DIRECTOR, Kind.HEAD_OF_SERVICE}),
        "say who leads an action",
        "The improvement manager, the Director and heads of service say who leads an action. Ask the improvement manager.",
    ),
    Permission.RATINGS_CHANGE: Grant(
        _LEADERS,
        "rate an action",
        "Only those who lead actions and the improvement manager rate them; boards judge the rating in their meeting.",
    ),
    Permission.DOCUMENTS_UPLOAD: Grant(
        frozenset({Kind.IMPROVEMENT_MANAGER}),
        "hand in a pack and accept what is read from it",
        "The improvement manager hands in papers and decides what of them is accepted. Send them the paper.",
    ),
    Permission.DOCUMENTS_READ: Grant(
        frozenset({Kind.IMPROVEMENT_MANAGER, Kind.DIRECTOR, Kind.QUALITY_ASSURANCE_OFFICER}),
        "read the papers that were handed in",
        "The improvement manager, the Director and quality assurance officers open the papers that were handed in. Ask one of them.",
    ),
    Permission.BOARDS_READ: Grant(
        EVERYBODY - {Kind.ADMINISTRATOR}, "read the register of boards", "Administrators look after accounts and read no boards or plans."
    ),
    Permission.BOARDS_CHANGE: Grant(
        frozenset({Kind.IMPROVEMENT_MANAGER, Kind.BOARD_SECRETARY}),
        "keep the register of boards",
        "Board secretaries and the improvement manager keep the register of boards. Tell one of them what has changed.",
    ),
    Permission.PEOPLE_READ: Grant(
        EVERYBODY - {Kind.PARTNER_LEAD, Kind.SCRUTINY_COUNCILLOR},
        "look people up",
        "The list of people is for members of the council’s staff, its lead member and inspectors. An action names its own leads.",
    ),
    Permission.ACCOUNTS_MANAGE: Grant(
        frozenset({Kind.ADMINISTRATOR}),
        "add people and give roles",
        "Administrators add people and give roles, so that nobody gives one to themselves unseen. Ask an administrator.",
    ),
    Permission.GLOSSARY_READ: Grant(
        EVERYBODY - {Kind.ADMINISTRATOR}, "read the glossary", "Administrators look after accounts and read nothing of the plans."
    ),
    Permission.SEARCH: Grant(
        EVERYBODY - {Kind.ADMINISTRATOR}, "search", "Administrators look after accounts and read nothing of the plans."
    ),
    Permission.HISTORY_READ: Grant(
        frozenset({Kind.IMPROVEMENT_MANAGER, Kind.DIRECTOR, Kind.QUALITY_ASSURANCE_OFFICER, Kind.INSPECTOR, Kind.ADMINISTRATOR}),
        "read the history of everything that the role sees",
        "The history is for the improvement manager, the Director, quality assurance officers and inspectors, and that of accounts for "
        "administrators. What changed on one action stands on its own page.",
    ),
}


def can(who: Acting, permission: Permission) -> bool:
    """Whether any role that the person holds may do this."""
    return who.has(*TABLE[permission].roles)


def check(who: Acting, permission: Permission) -> None:
    """Raises NotAllowed with the reason when no role that the person holds may do this."""
    if not who.roles:
        raise NotAllowed(TABLE[Permission.SIGNED_IN].reason)
    if not can(who, permission):
        raise NotAllowed(TABLE[permission].said_to(who))
