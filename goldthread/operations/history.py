"""Recording what happened. Called by every operation, within its transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from goldthread.models import HistoryEvent, HistoryHead, Person
from goldthread.models.history import HistoryVerb as Verb
from goldthread.operations import chain
from goldthread.queries import states

__all__ = ["Entry", "Verb", "entry", "gone", "record", "write"]

Changes = dict[str, list[Any]]
_AT_ONCE = 500
"""Rows in one INSERT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event before it has a place in the chain. changes: field → [before, after]."""

    verb: Verb
    target: models.Model
    title: str
    changes: Changes = field(default_factory=dict)
    plan_id: int | None = None
    why: str = ""


def record(
    verb: Verb, target: models.Model, *, by: Person | None, before: states.State | None = None, why: str = "", title: str = ""
) -> None:
    """Writes one event: what the target was (before: its state then; None when it is new) and what it is now."""
    write([entry(verb, target, before=before, why=why, title=title)], by=by)


def entry(verb: Verb, target: models.Model, *, before: states.State | None = None, why: str = "", title: str = "") -> Entry:
    """The event of a target that is new or has changed since ``before``."""
    after = states.of(target)
    return Entry(
        verb=verb,
        target=target,
        title=title or states.title(target),
        changes=differing(before, after),
        plan_id=states.plan_of(target),
        why=why,
    )


def gone(verb: Verb, target: models.Model, *, why: str = "") -> Entry:
    """The event of a target that is about to be taken away."""
    return Entry(
        verb=verb,
        target=target,
        title=states.title(target),
        changes=differing(states.of(target), None),
        plan_id=states.plan_of(target),
        why=why,
    )


def differing(before: states.State | None, after: states.State | None) -> Changes:
    """Field → [before, after]: every field of a thing that comes or goes, and those that differ of one that stays.

    None on a side where the thing does not exist. That a new thing's empty fields are there too lets verifying tell a field that was
    empty from one that this version of Goldthread did not keep yet.
    """
    was, now = before or {}, after or {}
    if before is None or after is None:
        return {name: [was.get(name), now.get(name)] for name in {**was, **now}}
    return {name: [was.get(name), now.get(name)] for name in {**was, **now} if was.get(name) != now.get(name)}


def write(entries: Iterable[Entry], *, by: Person | None) -> None:
    """Adds events to the end of the chain. Must run inside the operation's transaction; other writers wait until it ends."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("History is written inside the operation's transaction, or not at all.")
    head, _ = HistoryHead.objects.select_for_update().get_or_create(id=1)
    events = [_event(entry, by) for entry in entries]
    for event in events:
        head.number += 1
        event.number = head.number
        event.digest = head.digest = chain.digest(event, head.digest)
    HistoryEvent.objects.bulk_create(events, batch_size=_AT_ONCE)
    head.save(update_fields=["number", "digest"])


def _event(entry: Entry, by: Person | None) -> HistoryEvent:
    return HistoryEvent(
        at=timezone.now(),
        by=by,
        verb=entry.verb,
        target_kind=states.kind(entry.target),
        target_id=entry.target.pk,
        title=entry.title,
        plan_id=entry.plan_id,
        changes=entry.changes,
        why=entry.why,
    )
