"""Where a thing of a plan has its page, and the frame that the pages of one plan share."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.urls import reverse

from goldthread.models import Monitoring, Plan
from goldthread.queries.plan_pages import Reading
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.web.tags.parts import Link, Tab

_ACTION = re.compile(r"/plan/items/\d+/actions/\d+")
_ITEM = re.compile(r"/plan/items/\d+")
_FINDING = re.compile(r"/findings/\d+")
Href = Callable[[str], str | None]


def href(plan: Plan, ids: Mapping[str, int]) -> Href:
    """From the JSON Pointer of anything in the plan to the page that shows it; None for what has none."""

    def address(key: str) -> str | None:
        if found := _ACTION.match(key):
            return _page("action", pk=ids.get(found[0]))
        if found := _ITEM.match(key):
            return _page("item", reference=plan.reference, pk=ids.get(found[0]))
        if found := _FINDING.match(key):
            return _page("finding", pk=ids.get(found[0]))
        return _page("inspection", pk=ids.get("/inspection")) if key.startswith(("/judgements/", "/inspection")) else None

    return address


def _page(name: str, *, pk: int | None, **more: str) -> str | None:
    return reverse(name, kwargs={"pk": pk, **more}) if pk is not None else None


class Folds:
    """The folds of a map in addresses: ``?open=fold-2`` or ``?open=item-17``, the item by its id, since positions move."""

    def __init__(self, plan: Plan, reading: Reading) -> None:
        self._own = reverse("plan_map", kwargs={"reference": plan.reference})
        self._reading = reading

    def opened(self, asked: str) -> str | None:
        """The key of the fold or item that an address asks for."""
        if found := re.fullmatch(r"item-(\d{1,18})", asked):
            return self._reading.keys.get(int(found[1]))
        return asked or None

    def href(self, key: str | None) -> str:
        """The address of the map with that unfolded, at the place where it stands."""
        name = self.name(key) if key else ""
        return f"{self._own}?open={name}#{name}" if name else self._own

    def name(self, key: str) -> str:
        """A key as it stands in an address and as an id on the page."""
        return f"item-{self._reading.ids[key]}" if key in self._reading.ids else key


def frame(plan: Plan, who: Acting, current: str, *, whole: bool) -> dict[str, Any]:
    """What the pages of one plan share. current: the name of the page's address."""
    address = None if current == "plan" else reverse("plan", kwargs={"reference": plan.reference})
    return {
        "plan": plan,
        "section": "Plans",
        "breadcrumbs": [Link(text="Plans", href=reverse("plans")), Link(text=str(plan), href=address)],
        "tabs": _tabs(plan, who, current) if whole else (),
        "whole": whole,
    }


def _tabs(plan: Plan, who: Acting, current: str) -> list[Tab]:
    named = {"plan": "Plan", "plan_map": "Thread map", "plan_checks": "Checks", "plan_boards": "Boards that watch it"}
    tabs = [
        Tab(text=words, href=reverse(name, kwargs={"reference": plan.reference}), current=name == current) for name, words in named.items()
    ]
    if permissions.can(who, Permission.HISTORY_READ):
        tabs.append(Tab(text="History", href=f"{reverse('history')}?plan={plan.pk}"))
    return tabs


def board(one: Monitoring, seen: Collection[int]) -> str | None:
    """The page of the board of the register that it is; None where it is none that the reader sees."""
    return _page("board", pk=one.board_id) if one.board_id in seen else None
