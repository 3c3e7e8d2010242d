"""Plans as pages show them, worked out once and kept in memory: rows, threads, checks.

What is worked out is kept for each process, by the plan's last event in the history and the day, for the few plans that were read last.
A change of anything in the plan writes an event, so nothing old is ever shown. Readers who see only actions of their own have entries of
their own, which hold nothing else.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from django.db.models import Exists, OuterRef
from django.db.models.functions import Trim

from goldthread.common.dates import spoken
from goldthread.models import Action, DueDate, Evidence, HistoryEvent, Monitoring, Plan, Progress
from goldthread.queries import inspections, plans, standing
from goldthread.queries.pictures import of_plan
from goldthread.reports.check_groups import Spot, placed
from goldthread.reports.item import ItemThread, cut_to, item_thread
from goldthread.reports.map.lines import Lines
from goldthread.reports.map.marks import Mark, key_marks
from goldthread.reports.rows import Row, plan_rows
from goldthread.reports.slipping import Moved, moved
from goldthread.reports.tally import Tally, tally
from goldthread.rules.acting import Acting
from goldthread.rules.errors import NotAllowed
from goldthread.thread import checks
from goldthread.thread.checks import CheckFinding
from goldthread.thread.picture import Picture

KEPT: Final = 6
"""Readings kept in memory. One of 2,000 actions takes some 10 MB."""


class _Counted:
    """What both kinds of reading are asked for."""

    rows: tuple[Row, ...]
    ids: Mapping[str, int]
    moves: Mapping[str, Moved]

    @cached_property
    def tally(self) -> Tally:
        """The reader's actions in numbers."""
        return tally(self.rows)

    @cached_property
    def slipped(self) -> int:
        """How many of them were moved to a later date."""
        return sum(move.slipped for move in self.moves.values())

    @cached_property
    def keys(self) -> Mapping[int, str]:
        """Id of an item → its JSON Pointer."""
        return {number: key for key, number in self.ids.items() if _is_item(key)}


@dataclass(frozen=True)
class Whole(_Counted):
    """A plan for those who read all of it, on a day. Each part is worked out when it is first asked for.

    picture: with the inspection that the plan answers. ids: JSON Pointer → id of the row. moves: the actions whose dates were changed.
    """

    picture: Picture
    ids: Mapping[str, int]
    as_at: date
    moves: Mapping[str, Moved]

    @cached_property
    def rows(self) -> tuple[Row, ...]:  # type: ignore[override]  # worked out, and never set
        """Every action, in the plan's order."""
        return plan_rows(self.picture, as_at=self.as_at)

    @cached_property
    def found(self) -> tuple[CheckFinding, ...]:
        """Everything that the checks find."""
        return checks.run(self.picture, as_at=self.as_at)

    @cached_property
    def checked(self) -> tuple[Spot, ...]:
        """The same, each with what it speaks of."""
        return placed(self.picture, self.found)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The plan's own key of ratings."""
        return key_marks(self.picture.plan.status_key)

    def item(self, number: int) -> ItemThread:
        """The thread of the item with that id. Raises KeyError when the reader's plan has none."""
        return item_thread(self._lines, int(self.keys[number].rsplit("/", 1)[1]))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.picture, self.as_at, lambda key: key, lambda _key: ())


@dataclass(frozen=True)
class Own(_Counted):
    """The same for those who see only actions of their own: those, and the items that they stand under. It holds nothing else."""

    as_at: date
    rows: tuple[Row, ...]
    ids: Mapping[str, int]
    marks: tuple[Mark, ...]
    threads: Mapping[int, ItemThread]
    moves: Mapping[str, Moved]

    def item(self, number: int) -> ItemThread:
        """The thread of the item with that id. Raises KeyError when it is not theirs."""
        return self.threads[number]


Reading = Whole | Own


def _is_item(key: str) -> bool:
    return key.startswith("/plan/items/") and key.count("/") == 3


def _is_action(key: str) -> bool:
    return key.startswith("/plan/items/") and key.count("/") == 5 and "/actions/" in key


def _own(whole: Whole, actions: frozenset[int]) -> Own:
    """What the actions with these ids need of a plan. Whether an item answers a finding is judged from the whole plan."""
    rows = tuple(row for row in whole.rows if whole.ids[row.key] in actions)
    kept = {key for row in rows for key in (row.key, row.item_key)}
    items = {whole.ids[row.item_key] for row in rows}
    return Own(
        as_at=whole.as_at,
        rows=rows,
        ids={key: number for key, number in whole.ids.items() if key in kept or _of_the_report(key)},
        marks=whole.marks,
        threads={number: cut_to(whole.item(number), kept) for number in items},
        moves={key: move for key, move in whole.moves.items() if key in kept},
    )


def _of_the_report(key: str) -> bool:
    return key.startswith(("/inspection", "/judgements/", "/findings/"))


# --- keeping

_Key = tuple[str, int, date, frozenset[int] | None]
"""The plan's state, its id, the day, and which actions the reader sees; None for all of them."""
_kept: "OrderedDict[_Key, Reading]" = OrderedDict()
_at_hand = threading.Lock()


def read(who: Acting, plan: Plan) -> Reading:
    """The plan as this reader sees it on their day. Two or three queries when it was read before, about twenty when it was not."""
    if plans.whole_to(who).filter(pk=plan.pk).exists():
        return _remembered((_state(plan), plan.pk, who.on, None), lambda: _whole(plan, who.on))
    own = frozenset(plans.actions_visible_to(who).filter(item__plan=plan).values_list("pk", flat=True))
    return _remembered((_state(plan), plan.pk, who.on, own), lambda: _own(_whole(plan, who.on), own))


def _whole(plan: Plan, day: date) -> Whole:
    held = of_plan(plan, on=day)
    revisions: dict[int, list[tuple[str | None, list[str]]]] = {}
    changed = DueDate.objects.filter(action__item__plan=plan, revision__gt=1).values("action")
    for action, printed, dates in (
        DueDate.objects.filter(action__in=changed).order_by("action", "revision").values_list("action_id", "by_when", "dates")
    ):
        revisions.setdefault(action, []).append((printed, dates))
    keys = {number: key for key, number in held.ids.items() if _is_action(key)} if revisions else {}
    found = ((keys.get(action), moved(them)) for action, them in revisions.items())
    return Whole(held.picture, held.ids, day, {key: move for key, move in found if key and move})


def whole(who: Acting, plan: Plan) -> Whole:
    """The same for a plan of ``plans.whole_to``."""
    found = read(who, plan)
    if not isinstance(found, Whole):
        raise TypeError("The plan was not fetched from plans.whole_to.")
    return found


def _state(plan: Plan) -> str:
    """What changes whenever anything in the plan does: the digest of its last event, which no two events share."""
    events = HistoryEvent.objects.filter(plan_id=plan.pk).order_by("-number").values_list("digest", flat=True)
    return f"{events.first() or ''} {plan.version} {plan.inspection_id}"


def _remembered(key: _Key, make: Callable[[], Reading]) -> Reading:
    with _at_hand:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = make()
    with _at_hand:
        _kept[key] = made
        _kept.move_to_end(key)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


# --- many plans in a few numbers


def tallies(who: Acting, of: Sequence[Plan]) -> dict[int, Tally]:
    """Plans in numbers by their ids, counting the actions that the reader sees. Three queries for any number of plans.

    ``beyond`` is left at 0: what is after a limit hangs on the findings, which a list does not read.
    """
    actions = plans.actions_visible_to(who).filter(item__plan__in=[plan.pk for plan in of])
    found: dict[int, list[standing.Standing]] = {plan.pk: [] for plan in of}
    for one in standing.of(actions.annotate(evidenced=_said(Evidence), reported=_said(Progress)), who.on):
        found[one.plan.pk].append(one)
    return {number: _counted(them) for number, them in found.items()}


def _said(model: type[Evidence] | type[Progress]) -> Exists:
    """Whether an action has words of evidence, or of progress."""
    return Exists(model.objects.alias(said=Trim("text")).exclude(said="").filter(action=OuterRef("pk")))


def _counted(them: Sequence[standing.Standing]) -> Tally:
    return Tally(
        actions=len(them),
        late=sum(one.days_late > 0 for one in them),
        undated=sum(one.is_undated for one in them),
        unproved=sum(not (_has(one.action, "evidenced") or _has(one.action, "reported")) for one in them),
        unevidenced=sum(not _has(one.action, "evidenced") for one in them),
        done=sum(one.is_done for one in them),
    )


def _has(action: Action, what: str) -> bool:
    return bool(getattr(action, what, False))


# --- what stands beside the plan


def watching(plan: Plan) -> list[Monitoring]:
    """The boards that the plan says watch it, as printed, each with the board of the register that it is, if any."""
    return list(Monitoring.objects.filter(plan=plan).select_related("board"))


def report_shown(who: Acting, plan: Plan) -> bool:
    """Whether the reader may read the report that the plan answers; it is confidential until it is published."""
    return plan.inspection_id is None or inspections.visible_to(who).filter(pk=plan.inspection_id).exists()


def check_report(who: Acting, plan: Plan) -> None:
    """Raises NotAllowed for a page that quotes the report throughout when the reader may not read the report yet."""
    if not report_shown(who, plan):
        day = plan.inspection.published_on if plan.inspection else None
        until = f"until it is published on {spoken(day)}" if day else "until it is published"
        raise NotAllowed(
            f"The inspectors’ report is confidential {until}, and this page quotes it. The plan itself is open to you; "
            "the improvement manager can say more."
        )
