"""One finding with the thread below it: the items that answer it and everything under them, as far as a reader may see."""

from dataclasses import dataclass, replace

from goldthread.models import Action, Measure
from goldthread.queries import actions
from goldthread.queries.coverage import Coverage, Line
from goldthread.queries.pictures import Rows, of_action
from goldthread.reports.item import ItemThread, cut_to, item_thread
from goldthread.reports.map.lines import Lines
from goldthread.rules.acting import Acting
from goldthread.thread import picture as thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """An item that answers a finding, whole. actions: the rows of its actions that the reader sees, in its order, as its line has them."""

    item: ItemThread
    pk: int
    actions: tuple[Action, ...]


def below(line: Line, told: Coverage, who: Acting) -> tuple[Below, ...]:
    """The items that answer a finding, with their actions as they stand on the reader's day; nine queries however many."""
    places = {int(answer.key.rsplit("/", 1)[1]): told.ids[answer.key] for answer in line.covered.answers}
    if not places:
        return ()
    rows = _rows(tuple(places.values()))
    picture = _whole(told.held.picture, places, rows, who)
    lines = Lines(picture, who.on, str, lambda _key: ())
    return tuple(_below(item_thread(lines, at), pk, rows[pk], told) for at, pk in places.items())


def _rows(items: tuple[int, ...]) -> Rows:
    found: Rows = {pk: [] for pk in items}
    for row in actions.ahead(Action.objects.filter(item__in=items)).order_by("item__order", "order"):
        found[row.item_id].append(row)
    return found


def _whole(picture: thread.Picture, places: dict[int, int], rows: Rows, who: Acting) -> thread.Picture:
    """The picture with everything of these items and their actions."""
    items = list(picture.plan.items)
    measures: dict[int, list[thread.Measure]] = {pk: [] for pk in places.values()}
    for pk, text in Measure.objects.filter(item__in=places.values()).order_by("item_id", "order").values_list("item_id", "text"):
        measures[pk].append(thread.Measure(text=text))
    for at, pk in places.items():
        items[at] = replace(items[at], actions=tuple(of_action(row, who.on) for row in rows[pk]), measures=tuple(measures[pk]))
    return replace(picture, plan=replace(picture.plan, items=tuple(items)))


def _below(item: ItemThread, pk: int, rows: list[Action], told: Coverage) -> Below:
    if told.whole:
        return Below(item=item, pk=pk, actions=tuple(rows))
    seen = {told.ids[key] for key in told.own}
    return Below(item=cut_to(item, told.own), pk=pk, actions=tuple(row for row in rows if row.pk in seen))
