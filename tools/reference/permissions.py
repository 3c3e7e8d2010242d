"""Who may do what and who sees what, from the table of permissions and the rules of seeing. Needs ``site.ready()``."""

from collections.abc import Iterator

from goldthread.models import Role
from goldthread.queries import inspections
from goldthread.rules import actions
from goldthread.rules.permissions import BY_BOARD, TABLE, Permission
from tools.reference.markdown import page, sentence, table

Kind = Role.Kind

GROUPS = {
    "Reading": (
        Permission.INSPECTIONS_READ,
        Permission.PLANS_READ,
        Permission.WHOLE_PLANS_READ,
        Permission.BOARDS_READ,
        Permission.GLOSSARY_READ,
        Permission.SEARCH,
    ),
    "Changing": (
        Permission.PROGRESS_ADD,
        Permission.DATES_CHANGE,
        Permission.RATINGS_CHANGE,
        Permission.LEADS_CHANGE,
        Permission.BOARDS_CHANGE,
        Permission.DOCUMENTS_UPLOAD,
    ),
    "Papers, people, history": (
        Permission.SIGNED_IN,
        Permission.DOCUMENTS_READ,
        Permission.PEOPLE_READ,
        Permission.ACCOUNTS_MANAGE,
        Permission.HISTORY_READ,
    ),
}
"""The permissions in three tables that fit on a page; a test holds that each is in one of them."""
OWN = frozenset({Permission.PROGRESS_ADD, Permission.DATES_CHANGE, Permission.RATINGS_CHANGE})
"""What a role may do to the actions that its holder leads (``rules.actions``)."""

EVERY_PLAN, BY_ITS_BOARD, OWN_ACTIONS, NO_PLAN = (
    "every plan, whole",
    "plans that a board of theirs watches, whole",
    "the actions that they lead, with the items and plans that those stand in",
    "none",
)
ALL_REPORTS, PUBLISHED, NO_INSPECTION = "every one, before publication too", "those whose report is published", "none"

_INTRODUCTION = """What each role may do, as the table in `goldthread/rules/permissions.py` says. Whoever holds several roles may do what
any of them may. A role is held at a council, from a day and perhaps to a day; an inspector's always to a day. A closed account holds
none.

*own*: for the actions that they lead on that day. The improvement manager changes every action."""

_SEEING = """What is not visible to somebody does not exist for them: the page is the same as for a number that nobody has. What is
visible and not theirs to do is refused with the sentence below. A plan, an item or an action is fetched through `visible_to` in
`goldthread/queries` and in no other way.

An inspection whose report prints no day of publication counts as published once a plan answers it. Boards, glossary, search and history
show what the tables above say, and of plans and inspections what the role sees here."""

_REASONS = """Everybody else reads this sentence, with the page's answer 403."""


def pages() -> dict[str, str]:
    """``permissions.md``."""
    parts = [f"## {title}\n\n{_matrix(group)}" for title, group in GROUPS.items()]
    seen = table(("Role", "Plans", "Inspections"), ((kind.label, plans_of(kind), inspections_of(kind)) for kind in Kind))
    told = table(("To", "Permission", "Said to others"), (row for permission in Permission for row in reasons(permission)))
    parts += [f"## What each role sees\n\n{_SEEING}\n\n{seen}", f"## The reason for each no\n\n{_REASONS}\n\n{told}"]
    return {"permissions.md": page("Permissions", _INTRODUCTION, *parts)}


def _matrix(group: tuple[Permission, ...]) -> str:
    heads = ("Role", *(sentence(TABLE[permission].doing).rstrip(".") for permission in group))
    return table(heads, ((kind.label, *(mark(kind, permission) for permission in group)) for kind in Kind))


def reasons(permission: Permission) -> Iterator[tuple[str, str, str]]:
    """A row for what everybody else reads, and one for each role that reads something of its own."""
    grant = TABLE[permission]
    yield sentence(grant.doing), f"`{permission.value}`", grant.reason
    yield from (
        ("", "", f"To the role *{Kind(kind).label.lower()}*: {words}") for kind, words in grant.instead.items() if kind not in grant.roles
    )


def mark(kind: str, permission: Permission) -> str:
    """``yes``, ``own`` or nothing."""
    if kind not in TABLE[permission].roles:
        return ""
    return "own" if permission in OWN and kind not in actions._EVERY_ACTION else "yes"


def plans_of(kind: str) -> str:
    """What somebody with this role alone sees of plans."""
    if kind in BY_BOARD:
        return BY_ITS_BOARD
    if kind in TABLE[Permission.WHOLE_PLANS_READ].roles:
        return EVERY_PLAN
    return OWN_ACTIONS if kind in TABLE[Permission.PLANS_READ].roles else NO_PLAN


def inspections_of(kind: str) -> str:
    """What somebody with this role alone sees of inspections."""
    if kind not in TABLE[Permission.INSPECTIONS_READ].roles:
        return NO_INSPECTION
    return ALL_REPORTS if kind in inspections._BEFORE_PUBLICATION else PUBLISHED
