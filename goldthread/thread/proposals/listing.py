"""What a picture proposes, one by one, in the order of the document's two halves: the inspection's, then the plan's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import shorten
from goldthread.thread.codec import to_builtins
from goldthread.thread.picture import Action, Item, Picture, Problem
from goldthread.thread.proposals import kinds
from goldthread.thread.proposals.concerning import Concerns
from goldthread.thread.proposals.fields import Field, Form, Kind

_BESIDE = {"framework_name": "framework", "responsible_lead": "leads", "due_dates": "by_when_text", "recurrence": "by_when_text"}
"""Fields read at the place of another where they have none of their own."""
_ENTRY_NAMES = {"outcomes": "Outcome", "measures": "Measure", "evidence": "Evidence", "parts": "Part", "progress": "Progress"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing that a person accepts, changes or refuses.

    kind: ``inspection``, ``judgement``, ``finding``, ``plan``, ``monitoring``, ``mechanism``, ``item``, ``action``,
    ``status`` or ``term``. path: JSON Pointer in the picture, by which decisions speak of it.
    parent: the path of the item that an action stands under; what refuses the parent refuses this.
    place: where the whole of it stands. problems: the picture's doubts that name it.
    """

    kind: str
    path: str
    title: str
    fields: tuple[Field, ...]
    place: Place = NOWHERE
    parent: str | None = None
    problems: tuple[Problem, ...] = ()


def proposals(picture: Picture) -> tuple[Proposal, ...]:
    """All that the picture proposes: the inspection's facts, judgements, findings; the plan's, its parts, its items with their actions.

    The plan's and the inspection's own facts are there even when none was read, so that a person can give them.
    """
    concerns = Concerns(picture)
    return tuple(replace(one, problems=concerns.of(one.path)) for one in _all(picture, to_builtins(picture)))


def general_problems(picture: Picture) -> tuple[Problem, ...]:
    """The doubts that name no one proposal: about the file, a table, a column, the whole plan."""
    return Concerns(picture).general


def _all(picture: Picture, content: Mapping[str, Any]) -> Iterator[Proposal]:
    yield _inspection(picture, content["inspection"])
    yield from _judgements(picture, content["judgements"])
    yield from _findings(picture, content["findings"])
    plan = content["plan"]
    yield Proposal(kind="plan", path="/plan", title="The plan", fields=_fields(kinds.PLAN, plan, NOWHERE))
    for at, board in enumerate(picture.plan.monitoring):
        fields = _fields(kinds.MONITORING, plan["monitoring"][at], board.place)
        yield Proposal(
            kind="monitoring", path=f"/plan/monitoring/{at}", title=f"Watched by {shorten(board.board)}", fields=fields, place=board.place
        )
    for at, way in enumerate(picture.plan.mechanisms):
        fields = _fields(kinds.MECHANISM, plan["mechanisms"][at], way.place)
        title = f"Way of monitoring {way.number or at + 1}"
        yield Proposal(kind="mechanism", path=f"/plan/mechanisms/{at}", title=title, fields=fields, place=way.place)
    for at, item in enumerate(picture.plan.items):
        yield from _item(f"/plan/items/{at}", item, plan["items"][at])
    yield from _keys_and_terms(picture, plan)


def _inspection(picture: Picture, content: Mapping[str, Any]) -> Proposal:
    fields = _fields(kinds.inspection(), content, NOWHERE, picture.inspection.places)
    place = next((field.place for field in fields if field.place != NOWHERE), NOWHERE)
    return Proposal(kind="inspection", path="/inspection", title="The inspection", fields=fields, place=place)


def _judgements(picture: Picture, content: Sequence[Mapping[str, Any]]) -> Iterator[Proposal]:
    described = kinds.judgement(picture.inspection)
    for at, judgement in enumerate(picture.judgements):
        fields = _fields(described, content[at], judgement.place)
        title = f"Judgement of {shorten(judgement.area)}"
        yield Proposal(kind="judgement", path=f"/judgements/{at}", title=title, fields=fields, place=judgement.place)


def _findings(picture: Picture, content: Sequence[Mapping[str, Any]]) -> Iterator[Proposal]:
    for at, finding in enumerate(picture.findings):
        named = dict(kinds.FINDING_KINDS).get(finding.kind, "Finding")
        fields = _fields(kinds.FINDING, content[at], finding.place)
        yield Proposal(kind="finding", path=f"/findings/{at}", title=f"{named} {finding.ref}", fields=fields, place=finding.place)


def _item(path: str, item: Item, content: Mapping[str, Any]) -> Iterator[Proposal]:
    entries = (*_entries("outcomes", content, item.outcomes), *_entries("measures", content, item.measures))
    fields = (*_fields(kinds.ITEM, content, item.place), *entries)
    title = f"Item {item.ref}: {shorten(item.text)}" if item.text else f"Item {item.ref}"
    yield Proposal(kind="item", path=path, title=title, fields=fields, place=item.place)
    for at, action in enumerate(item.actions):
        yield Proposal(
            kind="action",
            path=f"{path}/actions/{at}",
            title=f"Action {action.number or at + 1} of item {item.ref}",
            fields=_action_fields(action, content["actions"][at]),
            place=action.place,
            parent=path,
        )


def _action_fields(action: Action, content: Mapping[str, Any]) -> tuple[Field, ...]:
    places = action.places or {}
    words, progress = places.get("text", action.place), places.get("progress", action.place)
    return (
        *_fields(kinds.ACTION, content, action.place, places),
        *(replace(field, place=words) for field in _entries("parts", content, action.parts)),
        *(replace(field, place=progress) for field in _entries("progress", content, action.progress)),
        *_entries("evidence", content, action.evidence),
        *_entries("measures", content, action.measures),
    )


def _keys_and_terms(picture: Picture, plan: Mapping[str, Any]) -> Iterator[Proposal]:
    for at, entry in enumerate(picture.plan.status_key):
        fields = _fields(kinds.STATUS, plan["status_key"][at], NOWHERE)
        yield Proposal(kind="status", path=f"/plan/status_key/{at}", title=f"Rating {shorten(entry.label)}", fields=fields)
    for at, term in enumerate(picture.plan.glossary):
        fields = _fields(kinds.TERM, plan["glossary"][at], NOWHERE)
        yield Proposal(kind="term", path=f"/plan/glossary/{at}", title=f"Term {shorten(term.term)}", fields=fields)


def _fields(
    described: Iterable[Kind], content: Mapping[str, Any], place: Place, places: Mapping[str, Place] | None = None
) -> tuple[Field, ...]:
    near = places or {}
    return tuple(one.field(content.get(one.name), near.get(one.name) or near.get(_BESIDE.get(one.name, "")) or place) for one in described)


def _entries(name: str, content: Mapping[str, Any], entries: Sequence[Any]) -> Iterator[Field]:
    """A field for the words of each entry of a list; cleared, the entry goes."""
    for at, entry in enumerate(entries):
        letter = getattr(entry, "letter", None)
        label = f"{_ENTRY_NAMES[name]} {letter or ''}".strip() if name in ("parts", "progress") else _numbered(name, at, len(entries))
        described = Kind(name=f"{name}/{at}/text", label=label, form=Form.TEXT)
        yield described.field(content[name][at]["text"], getattr(entry, "place", NOWHERE))


def _numbered(name: str, at: int, count: int) -> str:
    return f"{_ENTRY_NAMES[name]} {at + 1}" if count > 1 else _ENTRY_NAMES[name]
