"""A reading beside its key: one mark for every field that the key asserts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import fuzz

from goldthread.thread.picture import Action, Item, Picture
from tests.acceptance.plans.key import Has, Key, KeyAction, KeyItem, OneOf, Said, expected

ALIKE = 60
ACTION_FIELDS = (
    "text",
    "number",
    "parts",
    "leads",
    "basis",
    "responsible",
    "due",
    "recurrence",
    "accountable",
    "rating",
    "impact",
    "progress",
    "says",
)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One asserted field. found: the reading holds anything there at all, or rightly holds nothing.

    lost: nothing in the reading is like the item or action that the field belongs to.
    """

    where: str
    field: str
    right: bool
    found: bool
    want: Any
    got: Any
    lost: bool = False

    def __str__(self) -> str:
        if self.lost:
            return f"{self.where}: not found: {self.want!r}"
        return f"{self.where}: {self.field}: read {self.got!r}, should be {self.want!r}"


def compare(key: Key, picture: Picture, form: str) -> list[Mark]:
    """Every mark, items and actions matched by their words so that one lost does not spoil the rest."""
    plan = picture.plan
    read = [item for item in plan.items if item.actions or not key.spare_items]
    marks = [mark("plan", "items", len(key.items), len(read))]
    for number, (wanted, found) in enumerate(pairs(key.items, read, form), 1):
        marks += item_marks(wanted, found, form, f"item {number}")
    if key.boards is not ...:
        for board, cadence in key.boards.items():
            cadences = [entry.cadence for entry in plan.monitoring if board.lower() in entry.board.lower()]
            marks.append(mark(f"monitoring {board}", "boards", cadence, cadences[0] if cadences else None))
    if key.status is not ...:
        marks.append(mark("key", "status", sorted(key.status), sorted(entry.label for entry in plan.status_key)))
    if key.glossary is not ...:
        entries = {entry.term: entry.meaning for entry in plan.glossary}
        marks += [mark(f"glossary {term}", "glossary", meaning, entries.get(term)) for term, meaning in key.glossary.items()]
    if key.kinds is not ...:
        marks.append(mark("source", "kinds", sorted(key.kinds), sorted(picture.source.kinds)))
    return marks


def wrong_ones(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that are wrong; of an item or action that was not found at all, only its text."""
    return [mark for mark in marks if not mark.right and (not mark.lost or mark.field in ("item text", "text"))]


def item_marks(wanted: KeyItem, found: Item | None, form: str, where: str) -> list[Mark]:
    marks = []
    outcomes = [outcome.text for outcome in found.outcomes] if found else None
    values = {name: getattr(found, name, None) for name in ("text", "number", "rating", "timescale")} | {"outcomes": outcomes}
    for name, value in values.items():
        said = expected(getattr(wanted, name), form)
        if said is not ...:
            marks.append(mark(where, f"item {name}", said, value))
    if wanted.success is not ...:
        marks.append(mark(where, "success", Has(*wanted.success), success_texts(found) if found else None))
    read = found.actions if found else ()
    marks.append(mark(where, "actions", len(wanted.actions), len(read)))
    for number, (action, match) in enumerate(pairs(wanted.actions, read, form), 1):
        marks += action_marks(action, match, form, f"{where} action {number}")
    return marks if found else [replace(mark, lost=True) for mark in marks]


def success_texts(item: Item) -> list[str]:
    measures = [*item.measures, *(measure for action in item.actions for measure in action.measures)]
    return [measure.text for measure in measures] + [outcome.text for outcome in item.outcomes]


def action_marks(wanted: KeyAction, found: Action | None, form: str, where: str) -> Iterator[Mark]:
    for name in ACTION_FIELDS:
        said = expected(getattr(wanted, name), form)
        if said is not ...:
            value = action_value(found, name) if found else None
            yield replace(mark(where, name, Has(*said) if name == "says" else said, value), lost=found is None)


def action_value(action: Action, name: str) -> Any:
    if name == "parts":
        return {part.letter: part.text for part in action.parts}
    if name == "says":
        return " ".join([entry.text for entry in action.progress] + [entry.text for entry in action.evidence])
    if name == "progress":
        return len(action.progress)
    fields = {
        "basis": "leads_basis",
        "responsible": "responsible_lead",
        "due": "due_dates",
        "accountable": "accountable_to",
        "impact": "impact_rating",
    }
    value = getattr(action, fields.get(name, name))
    return list(value) if isinstance(value, tuple) else value


def pairs(wanted: Sequence[Any], read: Sequence[Any], form: str) -> list[tuple[Any, Any]]:
    """Each key entry with the reading most like it, in order of likeness; None where there is none alike."""
    if len(wanted) == 1 and len(read) == 1:
        return [(wanted[0], read[0])]
    scores = sorted(
        ((likeness(expected(one.text, form), other.text), i, j) for i, one in enumerate(wanted) for j, other in enumerate(read)),
        key=lambda score: (-score[0], score[1], score[2]),
    )
    taken: dict[int, int] = {}
    for score, i, j in scores:
        if score >= ALIKE and i not in taken and j not in taken.values():
            taken[i] = j
    return [(one, read[taken[i]] if i in taken else None) for i, one in enumerate(wanted)]


def likeness(said: Said, text: str) -> float:
    if isinstance(said, OneOf):
        return max(likeness(one, text) for one in said)
    if isinstance(said, Has):
        return likeness(said[0], text)
    return 0.0 if said is ... else fuzz.ratio(tidy(said), tidy(text))


def mark(where: str, field: str, want: Said, got: Any) -> Mark:
    right = agrees(want, got)
    return Mark(where=where, field=field, right=right, found=right or got not in (None, [], {}, "", 0), want=want, got=got)


def agrees(want: Said, got: Any) -> bool:
    """Whether a reading is what the key says; runs of space and a full stop at the end make no difference."""
    if isinstance(want, OneOf):
        return any(agrees(one, got) for one in want)
    if isinstance(want, Has):
        if isinstance(got, str):
            return all(tidy(phrase) in tidy(got) for phrase in want)
        return got is not None and all(any(agrees(one, other) for other in got) for one in want)
    if isinstance(want, list):
        return isinstance(got, list) and len(want) == len(got) and all(agrees(one, other) for one, other in zip(want, got, strict=True))
    if isinstance(want, dict):
        return isinstance(got, dict) and want.keys() == got.keys() and all(agrees(value, got[name]) for name, value in want.items())
    if isinstance(want, str):
        return isinstance(got, str) and tidy(want) == tidy(got)
    return bool(want == got)


def tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().rstrip(".:;").strip()
