"""One action with the thread that runs through it, for its own page. Few queries, whatever the size of the plan.

What stands above and below is worked out by the same code that draws maps (``reports.map.lines``), on a picture in which this action is
whole and of everything else only the words that links rest on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from goldthread.common.dates import PartDate
from goldthread.common.text import fold
from goldthread.models import Action, Board, DueDate, Lead, Measure, Person, Progress
from goldthread.queries import boards
from goldthread.queries.pictures import Held, of_action, of_headings
from goldthread.reports.item import ItemThread, item_thread
from goldthread.reports.map.content import ActionLine
from goldthread.reports.map.keys import Keys, action_key, item_key
from goldthread.reports.map.lines import Lines
from goldthread.rules.acting import Acting
from goldthread.thread import checks
from goldthread.thread import picture as thread
from goldthread.thread.checks import CheckFinding
from goldthread.thread.checks.limits import Limit, limit_of


def ahead(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The actions with everything under them and whose it is: seven queries for any number of them."""
    return actions.select_related("item__plan__inspection", "item__plan__document").prefetch_related(
        "parts",
        Prefetch("leads", Lead.objects.select_related("person")),
        Prefetch("due_dates", DueDate.objects.select_related("set_by")),
        Prefetch("progress", Progress.objects.select_related("by")),
        "evidence",
        "measures",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Threaded:
    """An action in its thread. above: the item with what it answers; action: as maps show it.

    ids: JSON pointer → the row's id. limit: the inspectors' last day for the item. said: what the checks say of this action.
    """

    above: ItemThread
    action: ActionLine
    ids: dict[str, int]
    limit: Limit | None
    key: tuple[thread.StatusKey, ...]
    said: tuple[CheckFinding, ...]


def threaded(row: Action, on: date) -> Threaded:
    """An action that ``ahead`` fetched, in the thread of its plan on a day."""
    held = of_headings(row.item.plan)
    at, number = _position(held, row)
    picture = _with_whole(held.picture, at, number, row, on)
    lines = Lines(picture, on, str, lambda _key: ())
    above = item_thread(lines, at)
    limit = limit_of(picture.plan.items[at], lines.subject)
    return Threaded(
        above=above,
        action=above.line.actions[number],
        ids=held.ids,
        limit=limit,
        key=picture.plan.status_key,
        said=_said(picture, at, number, limit, on),
    )


def _position(held: Held, row: Action) -> tuple[int, int]:
    """Where the action stands in the picture: its item's position and its own under it, from 0."""
    for at, item in enumerate(held.picture.plan.items):
        if held.ids[item_key(at)] == row.item_id:
            return at, next(n for n in range(len(item.actions)) if held.ids[action_key(at, n)] == row.pk)
    raise LookupError(f"action {row.pk} stands under no item of its plan")


def _with_whole(picture: thread.Picture, at: int, number: int, row: Action, on: date) -> thread.Picture:
    """The picture with everything of one action and with its item's measures."""
    items = picture.plan.items
    measures = tuple(thread.Measure(text=text) for text in Measure.objects.filter(item=row.item_id).values_list("text", flat=True))
    actions = tuple(of_action(row, on) if n == number else action for n, action in enumerate(items[at].actions))
    whole = replace(items[at], actions=actions, measures=measures)
    return replace(picture, plan=replace(picture.plan, items=(*items[:at], whole, *items[at + 1 :])))


_OF_THE_WHOLE = ("GT7", "GT801")
"""Checks that one action by itself would set off falsely: findings that other items answer, acronyms that the plan explains elsewhere."""


def _said(picture: thread.Picture, at: int, number: int, limit: Limit | None, on: date) -> tuple[CheckFinding, ...]:
    """What the checks say of one action by itself.

    The item stands alone with its limit written out, since a whole plan would be checked for one line's sake; what two lines say of
    one another is on the plan's page of checks.
    """
    item = picture.plan.items[at]
    due = PartDate(limit.day.isoformat()) if limit else None
    alone = replace(item, actions=(item.actions[number],), due=due, timescale=None)
    plan = replace(picture.plan, items=(alone,))
    small = thread.Picture(inspection=picture.inspection, plan=plan)
    keys, wanted = Keys(small), action_key(0, 0)
    found = checks.run(small, as_at=on, ignore=_OF_THE_WHOLE)
    return tuple(finding for finding in found if keys.of(finding) == wanted)


def boards_named(names: Sequence[str], who: Acting) -> dict[str, Board]:
    """Of these names, those by which the register knows a board, as printed → the board."""
    known = {fold(name): board for board in boards.visible_to(who) for name in [board.name, *board.aliases]} if names else {}
    return {name: known[fold(name)] for name in names if fold(name) in known}


def holders(typed: str, people: Sequence[Person]) -> list[Person]:
    """Those whom a post or a name means: by name, by job title, or by both as ``Name, job title``."""
    wanted = fold(typed)
    named = [person for person in people if wanted in (fold(person.name), fold(f"{person.name}, {person.job_title}"))]
    return named or [person for person in people if person.job_title and fold(person.job_title) == wanted]
