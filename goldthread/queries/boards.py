"""Boards and their members."""

from django.db.models import QuerySet

from goldthread.models import Board
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


def visible_to(who: Acting) -> QuerySet[Board]:
    """Every board for those whose role reads the register."""
    boards = Board.objects.select_related("organisation")
    return boards if permissions.can(who, Permission.BOARDS_READ) else boards.none()
