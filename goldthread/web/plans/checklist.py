"""What the checks find, for its page: each finding with the page of its place, each check with the way to all that it finds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from goldthread.reports.check_groups import Group, Spot, Theme
from goldthread.web.plans.places import Href
from goldthread.web.tags.parts import Link

_MOST: Final = 12
"""Items that are named one by one; a finding that concerns more concerns the plan."""
_TONES: Final = {"error": "red", "warning": "yellow", "note": "grey"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A finding with the page of its place. concerns: refs with their pages, where it speaks of the whole plan."""

    said: Spot
    href: str | None
    concerns: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One check and what it finds. more_href: where all of it stands, empty when it stands here."""

    group: Group
    tone: str
    spots: tuple[Placed, ...]
    more_href: str


def themes(found: Iterable[Theme], query: QueryDict, href: Href) -> Iterator[tuple[Theme, list[Listed]]]:
    """The themes with their checks. query: the filters in force, which the way to more keeps."""
    for theme in found:
        yield theme, [_listed(group, query, href) for group in theme.groups]


def _listed(group: Group, query: QueryDict, href: Href) -> Listed:
    more = query.copy()
    more["code"] = group.code
    more.pop("page", None)
    spots = tuple(_placed(spot, href) for spot in group.spots)
    return Listed(group=group, tone=_TONES[group.severity], spots=spots, more_href=f"?{more.urlencode()}" if group.left else "")


def _placed(spot: Spot, href: Href) -> Placed:
    named = tuple(Link(text=ref, href=href(key)) for ref, key in spot.concerns)
    return Placed(said=spot, href=href(spot.key) if spot.key else None, concerns=named if len(named) <= _MOST else ())
