"""What people do to an action: dates, leads, ratings, progress. Each takes the version that the form was filled in over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Manager, Max
from django.utils import timezone

from goldthread.models import Action, DueDate, Lead, Person, Plan, Progress
from goldthread.operations import history, search
from goldthread.operations.history import Verb
from goldthread.queries import states
from goldthread.rules import actions as rules
from goldthread.rules import due_dates
from goldthread.rules.acting import Acting, day_before
from goldthread.rules.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLead:
    """Who is to lead. words: the post or name as plans print it; person: who that is, when known."""

    words: str
    person: Person | None = None
    responsible: bool = False


@transaction.atomic
def change_due_date(
    *, action: Action, by: Acting, version: int, by_when: str, dates: Sequence[str], why: str, recurrence: str | None = None
) -> DueDate:
    """A new revision of when the action is due; the ones before stay. dates: an ISO day or month, or the two ends of a period."""
    action = _taken(action)
    rules.check_can_change_date(by, action)
    rules.check_unchanged(action, version)
    why, parts = rules.check_reason(why), due_dates.check_dates(dates)
    latest = action.due_dates.order_by("-revision").first()
    if latest:
        due_dates.check_differs((latest.dates, latest.by_when, latest.recurrence), (list(parts), by_when, recurrence))
    before = states.of(action)
    revision = DueDate.objects.create(
        action=action,
        revision=latest.revision + 1 if latest else 1,
        by_when=by_when,
        dates=list(parts),
        recurrence=recurrence,
        due_on=due_dates.due_on(parts),
        set_at=timezone.now(),
        set_by=by.person,
        why=why,
    )
    _changed(Verb.DUE_DATE_CHANGED, action, by, before, why)
    return revision


@transaction.atomic
def change_leads(*, action: Action, by: Acting, version: int, leads: Sequence[NewLead], on: date | None = None, why: str = "") -> Action:
    """Hands the action over on a day, today unless told: the leads until then end the day before, and stay on record."""
    action, day = _taken(action), on or by.on
    rules.check_can_change_leads(by, action)
    rules.check_unchanged(action, version)
    rules.check_leads([(lead.words, lead.responsible) for lead in leads])
    rules.check_hand_over_day(by, action, day)
    before, basis = states.of(action), "printed" if leads else "none"
    if not _hand_over(action, leads, day) and action.leads_basis == basis:
        raise NotPossible("These lead the action already. Change a line, or leave it as it is.")
    Action.objects.filter(pk=action.pk).update(leads_basis=basis)
    _changed(Verb.LEADS_CHANGED, action, by, before, why.strip())
    return action


@transaction.atomic
def rate(*, action: Action, by: Acting, version: int, rating: str | None, why: str) -> Action:
    """The action's delivery rating, a label of the plan's own key or none, with the reason for it."""
    action = _taken(action)
    rules.check_can_rate(by, action)
    rules.check_unchanged(action, version)
    rating = rules.check_rating(rating, list(action.item.plan.rating_key.values_list("label", flat=True)))
    rules.check_other_rating(action.rating, rating)
    why, before = rules.check_reason(why, "A rating"), states.of(action)
    action.rating = rating
    action.save(update_fields=["rating"])
    _changed(Verb.RATING_CHANGED, action, by, before, why)
    return action


@transaction.atomic
def add_progress(*, action: Action, by: Acting, version: int, text: str, letter: str | None = None) -> Progress:
    """What somebody reports. It is added to what was said before and is never changed."""
    action = _taken(action)
    rules.check_can_add_progress(by, action)
    rules.check_unchanged(action, version)
    text, letter = rules.check_progress(text, letter, list(action.parts.values_list("letter", flat=True)))
    before = states.of(action)
    said = Progress.objects.create(action=action, order=_next(action.progress), letter=letter, text=text, at=timezone.now(), by=by.person)
    _changed(Verb.PROGRESS_ADDED, action, by, before, "")
    return said


def _taken(action: Action) -> Action:
    """The action as it is now, locked until the transaction ends, with nothing fetched ahead."""
    return Action.objects.select_for_update(of=("self",)).select_related("item__plan").get(pk=action.pk)


def _next(rows: Manager[Any]) -> int:
    """The order that comes after the last of the rows."""
    last: int | None = rows.aggregate(last=Max("order"))["last"]
    return 0 if last is None else last + 1


def _changed(verb: Verb, action: Action, by: Acting, before: states.State, why: str) -> None:
    """The counters go up, and the history keeps what the action was and is."""
    Action.objects.filter(pk=action.pk).update(version=F("version") + 1)
    Plan.objects.filter(pk=action.item.plan_id).update(version=F("version") + 1)
    action.refresh_from_db()
    history.record(verb, action, by=by.person, before=before, why=why)
    search.index([action])


def _hand_over(action: Action, leads: Sequence[NewLead], day: date) -> bool:
    """Leads who go on as they were are left alone; others end, new ones start. Whether anything is other than it was."""
    wanted = {(lead.words.strip(), lead.person and lead.person.pk, lead.responsible): lead for lead in leads}
    held = [lead for lead in action.leads.all() if lead.ends_on is None or lead.ends_on >= day]
    going_on = [lead for lead in held if _known(lead) in wanted and (lead.starts_on is None or lead.starts_on <= day)]
    for lead in held:
        if lead not in going_on:
            _end(lead, day)
    ending = [lead for lead in going_on if lead.ends_on]
    for lead in ending:  # after the others have ended: only one at a time is responsible without an end
        lead.ends_on = None
        lead.save(update_fields=["ends_on"])
    for lead in going_on:
        del wanted[_known(lead)]
    order = _next(action.leads)
    for at, (known, new) in enumerate(wanted.items()):
        Lead.objects.create(
            action=action, order=order + at, as_printed=known[0], person=new.person, responsible=new.responsible, starts_on=day
        )
    return bool(wanted) or len(going_on) < len(held) or bool(ending)


def _known(lead: Lead) -> tuple[str, int | None, bool]:
    return lead.as_printed, lead.person_id, lead.responsible


def _end(lead: Lead, day: date) -> None:
    """The lead's last day is the day before; one that was to start that day or later never led and goes."""
    if lead.starts_on is not None and lead.starts_on >= day:
        lead.delete()
        return
    lead.ends_on = day_before(day)
    lead.save(update_fields=["ends_on"])
