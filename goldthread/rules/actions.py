"""One's own actions: who may change which, and when. When an action may be due is in ``due_dates``."""

from datetime import date

from goldthread.common.dates import spoken
from goldthread.models import Action, Lead, Role
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.errors import ChangedMeanwhile, NotAllowed, NotPossible
from goldthread.rules.permissions import Permission

_EVERY_ACTION = (Role.Kind.IMPROVEMENT_MANAGER,)
"""Roles that change any action of a plan, whoever leads it."""


def leads_it(by: Acting, action: Action) -> bool:
    """Whether the person is one of the action's leads on that day."""
    return any(lead.person_id == by.person.pk and leads_on(lead, by.on) for lead in action.leads.all())


def leads_on(lead: Lead, day: date) -> bool:
    """Whether the lead leads on the day: from its first day on, until its last."""
    return (lead.starts_on is None or lead.starts_on <= day) and (lead.ends_on is None or lead.ends_on >= day)


def check_can_change_date(by: Acting, action: Action) -> None:
    """Its leads, the head of service among them, and the improvement manager."""
    _check_own(by, action, Permission.DATES_CHANGE, "change when it is due")


def check_can_add_progress(by: Acting, action: Action) -> None:
    """Its leads and the improvement manager."""
    _check_own(by, action, Permission.PROGRESS_ADD, "report progress on it")


def check_can_rate(by: Acting, action: Action) -> None:
    """Its leads and the improvement manager."""
    _check_own(by, action, Permission.RATINGS_CHANGE, "rate it")


def check_can_change_leads(by: Acting, action: Action) -> None:  # noqa: ARG001 - the pair of the others
    """The improvement manager, the Director and heads of service."""
    permissions.check(by, Permission.LEADS_CHANGE)


def can_change_date(by: Acting, action: Action) -> bool:
    """The same rule as a yes or no."""
    return _may(by, action, Permission.DATES_CHANGE)


def can_add_progress(by: Acting, action: Action) -> bool:
    """The same rule as a yes or no."""
    return _may(by, action, Permission.PROGRESS_ADD)


def can_rate(by: Acting, action: Action) -> bool:
    """The same rule as a yes or no."""
    return _may(by, action, Permission.RATINGS_CHANGE)


def can_change_leads(by: Acting, action: Action) -> bool:  # noqa: ARG001 - the pair of the others
    """The same rule as a yes or no."""
    return permissions.can(by, Permission.LEADS_CHANGE)


def check_unchanged(action: Action, version: int) -> None:
    """Raises ChangedMeanwhile when the form was filled in over an older state of the action."""
    if action.version != version:
        raise ChangedMeanwhile(
            "Somebody else has changed this action since you opened the form, so nothing was saved. Look at what changed in its history, "
            "then make your change again."
        )


def check_reason(why: str, doing: str = "A change of date") -> str:
    """The reason, trimmed. Raises NotPossible when there is none."""
    if not why.strip():
        raise NotPossible(f"{doing} needs a reason, in a sentence that a board will understand. Nothing was changed.")
    return why.strip()


def check_rating(rating: str | None, labels: list[str]) -> str | None:
    """The rating, or None for none. labels: those of the plan's own key; a plan without a key takes any words. Raises NotPossible."""
    rating = (rating or "").strip() or None
    if rating and labels and rating not in labels:
        raise NotPossible(f"“{rating}” is no rating of this plan’s key. Its ratings: {', '.join(labels)}.")
    return rating


def check_other_rating(before: str | None, after: str | None) -> None:
    """Rating it again as it is would put a change on record that is none. Raises NotPossible."""
    if before == after:
        raise NotPossible(f"The action is {f'rated “{after}”' if after else 'not rated'} already. To say more of it, report progress.")


def check_progress(text: str, letter: str | None, letters: list[str]) -> tuple[str, str | None]:
    """What is reported, trimmed, and the lettered part that it is about, None for the whole. Raises NotPossible."""
    if not text.strip():
        raise NotPossible("There is nothing to report yet. Say in a sentence what has been done, by whom and with what effect.")
    if letter and letter not in letters:
        raise NotPossible(f"The action has no part {letter}. Its parts: {', '.join(letters) or 'none'}.")
    return text.strip(), letter or None


def check_hand_over_day(by: Acting, action: Action, day: date) -> None:
    """A hand-over may lie in the past, but not before the one that it follows: nobody's time as a lead is taken off the record."""
    for lead in action.leads.all():
        if lead.starts_on and day <= lead.starts_on < by.on and (lead.ends_on is None or lead.ends_on >= day):
            raise NotPossible(f"{lead.as_printed} leads the action since {spoken(lead.starts_on)}. Hand over on a later day.")


def _may(by: Acting, action: Action, permission: Permission) -> bool:
    return permissions.can(by, permission) and (by.has(*_EVERY_ACTION) or leads_it(by, action))


def _check_own(by: Acting, action: Action, permission: Permission, doing: str) -> None:
    permissions.check(by, permission)
    if not _may(by, action, permission):
        raise NotAllowed(f"Only those who lead this action and the improvement manager {doing}. Its leads: {_leads(by, action)}.")


def _leads(by: Acting, action: Action) -> str:
    return "; ".join(lead.as_printed for lead in action.leads.all() if leads_on(lead, by.on)) or "nobody yet"


def check_leads(leads: list[tuple[str, bool]]) -> None:
    """Leads as (words, responsible): none twice, none without words, and exactly one responsible when there are several."""
    if any(not words.strip() for words, _ in leads):
        raise NotPossible("A lead needs a post or a name. Fill it in or leave the line out.")
    if len({words.strip() for words, _ in leads}) < len(leads):
        raise NotPossible("The same lead is named twice. Leave one of them out.")
    responsible = sum(mark for _, mark in leads)
    if len(leads) > 1 and responsible != 1:
        raise NotPossible(f"{len(leads)} leads and {responsible or 'none'} responsible. Say which one answers for the action.")
