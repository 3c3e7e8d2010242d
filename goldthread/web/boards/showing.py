"""What pages show of boards, as parts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goldthread.common.text import fold
from goldthread.models import Board, Membership, Monitoring
from goldthread.operations.boards import Facts
from goldthread.queries.boards import Unregistered
from goldthread.queries.history import Told
from goldthread.web.boards.forms import add_address, alias_address
from goldthread.web.tags.parts import Event, Fact

NOT_SAID = "Nobody has said how often it meets"


def facts(board: Board, watches: Sequence[Monitoring], *, may_change: bool) -> list[Fact]:
    """A board's own facts, each with a way to change it for those who may."""
    href = reverse("board_change", args=[board.pk]) if may_change else None
    return [
        Fact(key="Other names", value=list(board.aliases), href=href, missing="Enter other names"),
        Fact(key="What it is for", value=board.purpose, href=href, missing="Enter what it is for"),
        Fact(key="Chair", value=board.chair, href=href, missing="Enter the chair"),
        Fact(key="How often it meets", value=_cadence(board), href=href, note=_as_plans_say(board, watches)),
        Fact(key="Meets in public", value=board.meets_in_public, href=href),
    ]


def _cadence(board: Board) -> str | SafeString:
    return board.cadence or format_html('<span class="gt-break">{}</span>', NOT_SAID)


def _as_plans_say(board: Board, watches: Sequence[Monitoring]) -> str:
    """Where a plan has another rhythm than the register."""
    said = {row.cadence: row for row in watches if row.cadence and fold(row.cadence) != fold(board.cadence)}
    return "; ".join(f"“{row.plan}” says {cadence}" for cadence, row in said.items())


def answers(given: Facts) -> list[Fact]:
    """What is about to be saved of a board."""
    return [
        Fact(key="Name", value=given.name),
        Fact(key="Other names", value=list(given.aliases), none="None"),
        Fact(key="Chair", value=given.chair, none="Nobody"),
        Fact(key="How often it meets", value=given.cadence, none=NOT_SAID),
        Fact(key="What it is for", value=given.purpose, none="Not said"),
        Fact(key="Meets in public", value=given.meets_in_public),
    ]


_JOINED = "These plans will be joined to the board, and board members who sit on it will read them from end to end:"
_LEFT = "These plans will be joined to the board no longer, and its members will no longer read them because of it:"


def consequence(joining: Sequence[Monitoring], leaving: Sequence[Monitoring] = ()) -> SafeString:
    """Which plans will be joined to a board and which no longer, and what that means for its members."""
    return format_html("{}{}", _listed(_JOINED, joining), _listed(_LEFT, leaving))


def _listed(words: str, rows: Sequence[Monitoring]) -> SafeString:
    plans = format_html_join("", "<li>{}, which prints “{}”</li>", ((row.plan, row.as_printed) for row in rows))
    return format_html("<p>{}</p><ul>{}</ul>", words, plans) if rows else SafeString("")


def period(member: Membership) -> str:
    """A person in a capacity."""
    return f"{member.person.name}, {member.get_capacity_display().lower()}"


def happened(events: Iterable[Told]) -> list[Event]:
    """The history of a board, the newest first."""
    return [Event(title=event.title, when=event.at, who=event.by_name, words=_said(event)) for event in events]


def _said(event: Told) -> SafeString:
    return format_html("<p>{}.</p>{}", event.words, format_html("<p>Reason: {}</p>", event.why) if event.why else "")


@dataclass(frozen=True, slots=True)
class Named:
    """A printed name with the two ways to put it into the register."""

    one: Unregistered

    @property
    def add(self) -> str:
        """Where it becomes a new board."""
        return add_address(self.one.name)

    @property
    def alias(self) -> str:
        """Where it becomes another name of a board."""
        return alias_address(self.one.name)
