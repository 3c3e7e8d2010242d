"""What happened as one sentence without its end: naming the thing and, when one field changed, what it was and is."""

from typing import Final

from goldthread.common.text import words_in_list
from goldthread.models import HistoryEvent
from goldthread.models.history import HistoryVerb as Verb
from goldthread.queries import telling
from goldthread.queries.telling import Change, Names

OWN: Final = frozenset({Verb.SIGNED_IN.value, Verb.SIGNED_OUT.value, Verb.LOCKED_OUT.value})
"""What somebody does to nothing but their own session: the sentence names them already."""
_BARE = frozenset({"organisation", "person", "board"})
"""Kinds whose titles are names; other titles stand in quotation marks."""
_KINDS: Final = {"document": "Paper", "inspection": "Inspection", "plan": "Plan", "item": "Item", "action": "Action", "board": "Board"}

_FIXED: Final = {
    Verb.ORGANISATION_ADDED: "{title} added to the organisations",
    Verb.PERSON_ADDED: "{title} added to the people",
    Verb.PERSON_CLOSED: "Account of {title} closed",
    Verb.PERSON_OPENED: "Account of {title} opened again",
    Verb.SIGNED_IN: "{title} signed in",
    Verb.SIGNED_OUT: "{title} signed out",
    Verb.LOCKED_OUT: "{title} locked out after too many wrong passwords",
    Verb.BOARD_ADDED: "{title} added to the register of boards",
    Verb.DOCUMENT_UPLOADED: "{title} handed in",
    Verb.DOCUMENT_READ: "{title} read",
    Verb.DOCUMENT_REFUSED: "{title} refused: it could not be read",
    Verb.DOCUMENT_STOPPED: "Reading of {title} stopped",
    Verb.DOCUMENT_ACCEPTED: "What was read from {title} accepted",
    Verb.DOCUMENT_UNDONE: "Acceptance of {title} undone",
    Verb.DOCUMENT_OPENED: "{title} opened",
    Verb.PROGRESS_ADDED: "Progress reported on {title}",
    Verb.INSPECTION_ADDED: "Inspection {title} added",
    Verb.INSPECTION_UNDONE: "Inspection {title} taken back",
    Verb.PLAN_ADDED: "Plan {title} added",
    Verb.PLAN_UNDONE: "Plan {title} taken back",
    Verb.ITEM_ADDED: "Item {title} added",
    Verb.ITEM_UNDONE: "Item {title} taken back",
    Verb.ACTION_ADDED: "Action {title} added",
    Verb.ACTION_UNDONE: "Action {title} taken back",
}


def sentence(event: HistoryEvent, changes: tuple[Change, ...], names: Names) -> str:
    """The event in words."""
    if event.target_kind == "role":
        return _of_role(event, changes)
    if event.target_kind == "membership":
        return _of_membership(event, changes, names)
    title = event.title if event.target_kind in _BARE else f"‘{event.title}’"
    fixed = _FIXED.get(Verb(event.verb))
    return fixed.format(title=title) if fixed else _changed(event, title, changes)


def is_of_the_account(event: HistoryEvent) -> bool:
    """Whether it is about what a person signs in with, which is no field of theirs: the event's reason says what happened."""
    return event.verb == Verb.PERSON_CHANGED and not event.changes and bool(event.why)


def _changed(event: HistoryEvent, title: str, changes: tuple[Change, ...]) -> str:
    if len(changes) != 1:
        fields = words_in_list(change.label[:1].lower() + change.label[1:] for change in changes)
        thing = title if event.target_kind in _BARE else f"{_KINDS.get(event.target_kind, '')} {title}".strip()
        if is_of_the_account(event):
            return f"Account of {title}: {event.why[:1].lower()}{event.why[1:]}"
        return f"{thing} changed: {fields}" if fields else f"{thing} changed"
    (one,) = changes
    if not one.was:
        return f"{one.label} of {title} set to {one.now}"
    return (
        f"{one.label} of {title} changed from {one.was} to {one.now}" if one.now else f"{one.label} of {title} taken away; it was {one.was}"
    )


def _of_role(event: HistoryEvent, changes: tuple[Change, ...]) -> str:
    """Titles of roles are ``Administrator: Ada Minister``, or the role alone where the event has the person."""
    kind, _, name = event.title.partition(": ")
    said = {change.label: change.now or change.was for change in changes}
    name = name or said.get("Person", "")
    if event.verb == Verb.ROLE_ENDED and "Person" in said:
        return f"Role ‘{kind}’ of {name} taken away"
    end = f" until {said['Last day']}" if said.get("Last day") else ""
    if event.verb == Verb.ROLE_GIVEN:
        return f"Role ‘{kind}’ given to {name} from {said['From']}{end}"
    return f"Role ‘{kind}’ of {name} ended; last held on {said['Last day']}"


def _of_membership(event: HistoryEvent, changes: tuple[Change, ...], names: Names) -> str:
    """Titles of memberships are ``Chair, Improvement Board``; the person stands in the event, or in the membership."""
    said = {change.label: change for change in changes}
    person = said.get("Person", Change(label="Person", now=telling.named(names, "membership_id", event.target_id)))
    if event.verb == Verb.MEMBER_ADDED:
        return f"{person.now} sits on a board from {said['From'].now}: {event.title}"
    last = said["Last day"].now if "Last day" in said else ""
    name = person.now or person.was
    return f"{name} sits on a board no longer: {event.title}" + (f"; {last} was the last day" if last else "")
