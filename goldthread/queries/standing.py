"""How actions stand on a day: done or not, when due, how late. The same judgement as check GT303, for lists of any actions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import CharField, DateField, JSONField, OuterRef, Prefetch, Q, QuerySet, Subquery, TextField, Value

from goldthread.common.dates import PartDate, last_day
from goldthread.common.text import shorten
from goldthread.models import Action, DueDate, Item, Lead, Part, Plan, Progress, RatingKey
from goldthread.reports.map.lines import action_ref
from goldthread.reports.map.marks import Mark, rating_mark
from goldthread.thread import picture as thread
from goldthread.thread.checks.base import Line, Subject
from goldthread.thread.checks.dates import overdue
from goldthread.thread.checks.wording import is_done, term_in

_WORDS = 90
Keys = dict[int, tuple[thread.StatusKey, ...]]
"""The keys of ratings by the plan's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One action on a day. ref: ``3.2``; words: its first ones; due: a month when no more is printed; by_when: as printed.

    recurs: it comes back, such as quarterly, and has no last day. days_late: 0 when it is not late, is done, or recurs.
    """

    action: Action
    ref: str
    words: str
    due: PartDate | None
    by_when: str
    recurs: bool
    is_done: bool
    days_late: int
    mark: Mark | None

    @property
    def day(self) -> date | None:
        """The day that it is expected by: the last of its date, else of the month in which the season or term it names begins."""
        part = self.due or term_in(self.by_when)
        return last_day(part) if part else None

    @property
    def is_undated(self) -> bool:
        """Whether it says no time at all: no date, no season and no recurrence. What a plan's own page counts as without a date."""
        return self.day is None and not self.recurs

    @property
    def item(self) -> Item:
        """The item that it stands under."""
        return self.action.item

    @property
    def plan(self) -> Plan:
        """The plan that it stands in."""
        return self.action.item.plan

    @property
    def late(self) -> str:
        """``12 days late``; empty when it is not."""
        return f"{self.days_late} day{'s' * (self.days_late != 1)} late" if self.days_late else ""


def of(actions: QuerySet[Action], on: date) -> tuple[Standing, ...]:
    """The standing of each action, in the order of the query set, which may be cut to a page. Three queries for any number of them."""
    rows: Sequence[Any] = list(with_due(actions.select_related("item__plan")))
    told = _told([row.pk for row in rows])
    keys = _keys({row.item.plan_id for row in rows})
    return tuple(_standing(row, told, keys[row.item.plan_id], on) for row in rows)


def with_due(actions: QuerySet[Action]) -> QuerySet[Any]:
    """The actions with the date that counts now: ``due_on`` (a day), ``due_parts`` (as in the picture), ``by_when``, ``recurrence``."""
    latest = DueDate.objects.filter(action=OuterRef("pk")).order_by("-revision")
    return actions.annotate(
        due_on=Subquery(latest.values("due_on")[:1], output_field=DateField()),
        due_parts=Subquery(latest.values("dates")[:1], output_field=JSONField()),
        by_when=Subquery(latest.values("by_when")[:1], output_field=TextField()),
        recurrence=Subquery(latest.values("recurrence")[:1], output_field=TextField()),
    )


def with_leads(actions: QuerySet[Action], on: date) -> QuerySet[Action]:
    """The actions with their leads of that day, as the plan prints them, fetched ahead as ``printed``. One query more."""
    still = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
    return actions.prefetch_related(Prefetch("leads", Lead.objects.filter(still & started).order_by("order"), to_attr="printed"))


def ref(item_ref: str, number: str | None, order: int) -> str:
    """How pages call an action: its item's ref, then its own number or position; as the plan on a page does it."""
    return action_ref(thread.Item(ref=item_ref), thread.Action(number=number), order + 1)


def _standing(row: Any, told: "_Told", key: tuple[thread.StatusKey, ...], on: date) -> Standing:
    line = _line(row, told)
    past = overdue(line, _subject(key, on))
    return Standing(
        action=row,
        ref=ref(row.item.ref, row.number, row.order),
        words=shorten(row.text, _WORDS) or f"Action {row.number or row.order + 1}",
        due=max(line.action.due_dates, key=last_day, default=None),
        by_when=row.by_when or "",
        recurs=bool(row.recurrence),
        is_done=is_done(line.action, thread.Plan(status_key=key)),
        days_late=(on - last_day(past)).days if past else 0,
        mark=rating_mark(row.rating, key),
    )


def _line(row: Any, told: "_Told") -> Line:
    action = thread.Action(
        number=row.number,
        text=row.text,
        parts=tuple(thread.Part(letter=letter or "", text=text) for letter, text in told["part", row.pk]),
        by_when_text=row.by_when,
        due_dates=tuple(map(PartDate, row.due_parts or ())),
        recurrence=row.recurrence,
        progress=tuple(thread.Progress(letter=letter, text=text) for letter, text in told["progress", row.pk]),
        rating=row.rating,
    )
    return Line(item=thread.Item(ref=row.item.ref), action=action, position=row.order + 1)


_Told = dict[tuple[str, int], list[tuple[str | None, str]]]
"""Letter and text of parts and of progress, by which of the two and the action's id."""


def _told(ids: Sequence[int]) -> _Told:
    columns = ("what", "action_id", "order", "letter", "text")
    parts, progress = (
        model.objects.filter(action__in=ids).order_by().annotate(what=Value(what, output_field=CharField())).values_list(*columns)
        for what, model in (("part", Part), ("progress", Progress))
    )
    found: _Told = defaultdict(list)
    for what, action_id, _order, letter, text in parts.union(progress, all=True).order_by("order") if ids else ():
        found[what, action_id].append((letter, text))
    return found


def _keys(plans: set[int]) -> Keys:
    found: Keys = dict.fromkeys(plans, ())
    for row in RatingKey.objects.filter(plan__in=plans) if plans else ():
        found[row.plan_id] += (thread.StatusKey(label=row.label, colour=row.colour, meaning=row.meaning),)
    return found


@lru_cache(maxsize=64)
def _subject(key: tuple[thread.StatusKey, ...], on: date) -> Subject:
    """A plan of nothing but its key: all that the check needs beside the action itself."""
    return Subject(picture=thread.Picture(plan=thread.Plan(status_key=key)), as_at=on)
