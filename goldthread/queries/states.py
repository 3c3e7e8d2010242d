"""The state of a stored thing as plain JSON: what the history compares before and after, and what verifying compares with now.

Only what makes up the thing is in it: not counters (version, permission_version). Moments are in UTC, the same from either database.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model, QuerySet

from goldthread.common.text import shorten
from goldthread.models import (
    Action,
    Board,
    Document,
    Inspection,
    Item,
    Membership,
    Organisation,
    Person,
    Plan,
    Role,
)

State = dict[str, Any]
_PLACED = ("text", "place")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _fields(thing: Model, *names: str) -> State:
    return {name: _plain(getattr(thing, name)) for name in names}


def _rows(things: Any, *names: str) -> list[State]:
    """The parts of an aggregate, in their order. ``all()`` and not ``order_by``, so that what was fetched ahead is used."""
    return [_fields(thing, *names) for thing in sorted(things.all(), key=lambda thing: thing.order)]


def _organisation(thing: Organisation) -> State:
    return _fields(thing, "name", "kind")


def _person(thing: Person) -> State:
    return _fields(thing, "email", "name", "job_title", "organisation_id", "is_active", "note")


def _role(thing: Role) -> State:
    return _fields(thing, "person_id", "kind", "organisation_id", "starts_on", "ends_on")


def _board(thing: Board) -> State:
    return _fields(thing, "organisation_id", "name", "aliases", "chair", "cadence", "purpose", "meets_in_public")


def _membership(thing: Membership) -> State:
    return _fields(thing, "board_id", "person_id", "capacity", "alternate_for_id", "starts_on", "ends_on")


def _document(thing: Document) -> State:
    state = _fields(
        thing, "organisation_id", "name", "file", "sha256", "size", "read_as", "status", "report_id", "uploaded_by_id", "accepted_by_id"
    )
    state["file"] = str(thing.file)
    if thing.status == Document.Status.READING:
        state["status"] = Document.Status.WAITING.value  # that somebody reads it just now is no change of the paper
    return state


_INSPECTION = (
    "organisation_id", "document_id", "framework", "framework_name", "authority", "inspectorates", "started_on", "ended_on", "published_on",
    "lead_inspector", "age_group", "places",
)  # fmt: skip
_JUDGEMENT = ("service", "area", "grade", "grade_number", "as_printed", "place")
_FINDING = (
    "ref", "kind", "service", "number", "section", "text", "timescale", "due", "addressees", "inferred", "place",
)  # fmt: skip


def _inspection(thing: Inspection) -> State:
    return {
        **_fields(thing, *_INSPECTION),
        "judgements": _rows(thing.judgements, *_JUDGEMENT),
        "findings": _rows(thing.findings, *_FINDING),
    }


def _plan(thing: Plan) -> State:
    return {
        **_fields(thing, "organisation_id", "inspection_id", "document_id", "reference", "title", "owner", "problems"),
        "monitoring": _rows(thing.monitoring, "board_id", "as_printed", "cadence", "purpose", "place"),
        "mechanisms": _rows(thing.mechanisms, "number", *_PLACED),
        "rating_key": _rows(thing.rating_key, "label", "colour", "meaning"),
        "glossary": _rows(thing.glossary, "term", "meaning"),
    }


_ITEM = (
    "plan_id", "order", "ref", "section", "number", "kind", "source", "text", "timescale", "due", "notes", "rating", "impact_rating",
    "place",
)  # fmt: skip


def _item(thing: Item) -> State:
    return {**_fields(thing, *_ITEM), "outcomes": _rows(thing.outcomes, *_PLACED), "measures": _rows(thing.measures, *_PLACED)}


_DUE = ("revision", "by_when", "dates", "recurrence", "due_on", "set_by_id", "set_at", "why")
_ACTION = ("item_id", "order", "number", "text", "accountable_to", "rating", "impact_rating", "leads_basis", "place", "places")


def _action(thing: Action) -> State:
    dates = sorted(thing.due_dates.all(), key=lambda due: due.revision)
    return {
        **_fields(thing, *_ACTION),
        "parts": _rows(thing.parts, "letter", "text"),
        "leads": _rows(thing.leads, "as_printed", "person_id", "responsible", "starts_on", "ends_on"),
        "due": _fields(dates[-1], *_DUE) if dates else None,
        "earlier_dates": [_fields(due, *_DUE) for due in dates[:-1]],
        "progress": _rows(thing.progress, "letter", "text", "by_id", "at"),
        "evidence": _rows(thing.evidence, *_PLACED),
        "measures": _rows(thing.measures, *_PLACED),
    }


_STATES: dict[type[Model], tuple[str, Callable[[Any], State], tuple[str, ...]]] = {
    Organisation: ("organisation", _organisation, ()),
    Person: ("person", _person, ()),
    Role: ("role", _role, ()),
    Board: ("board", _board, ()),
    Membership: ("membership", _membership, ()),
    Document: ("document", _document, ()),
    Inspection: ("inspection", _inspection, ("judgements", "findings")),
    Plan: ("plan", _plan, ("monitoring", "mechanisms", "rating_key", "glossary")),
    Item: ("item", _item, ("outcomes", "measures")),
    Action: ("action", _action, ("parts", "leads", "due_dates", "progress", "evidence", "measures")),
}
"""Each kept thing: its name in the history, how its state is made, and what to fetch ahead for many of them."""

KINDS: dict[str, type[Model]] = {name: model for model, (name, _state, _ahead) in _STATES.items()}
"""Name in the history → model."""


def kind(thing: Model) -> str:
    """The thing's name in the history."""
    return _STATES[type(thing)][0]


def of(thing: Model) -> State:
    """The thing's state now, from the database's rows under it and its own fields as they are in memory."""
    return _STATES[type(thing)][1](thing)


def of_every(model: type[Model]) -> dict[int, State]:
    """The state of each stored thing of a kind by its id, in a handful of queries."""
    return {thing.pk: of(thing) for thing in ahead(model._default_manager.order_by("pk"))}


def ahead(things: QuerySet[Any]) -> Iterator[Any]:
    """The things with what their states are made of fetched ahead, a thousand at a time."""
    return things.prefetch_related(*_STATES[things.model][2]).iterator(chunk_size=1000)


def title(thing: Model) -> str:
    """A few words by which a reader knows the thing. A role and a membership are named by what they are, their person by the event."""
    if isinstance(thing, Action | Item):
        return shorten(thing.text or str(thing), 80)
    if isinstance(thing, Membership):
        return f"{thing.get_capacity_display()}, {thing.board.name}"
    if isinstance(thing, Inspection):
        return thing.framework_name or "Inspection"
    return str(thing)


def plan_of(thing: Model) -> int | None:
    """The plan that a thing belongs to, by its id."""
    if isinstance(thing, Plan):
        return thing.pk
    if isinstance(thing, Item):
        return thing.plan_id
    return thing.item.plan_id if isinstance(thing, Action) else None
