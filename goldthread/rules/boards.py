"""The register of boards: who keeps it."""

from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


def check_can_change(by: Acting) -> None:
    """Board secretaries and the improvement manager."""
    permissions.check(by, Permission.BOARDS_CHANGE)


def can_change(by: Acting) -> bool:
    """The same rule as a yes or no."""
    return permissions.can(by, Permission.BOARDS_CHANGE)
