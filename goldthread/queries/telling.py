"""The history's values in words: what a field is called, and how what stood in it is said. Fields without a name here are not told."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model

from goldthread.common.dates import PartDate, is_part_date, spoken
from goldthread.common.text import shorten, words_in_list
from goldthread.models import Board, Document, HistoryEvent, Inspection, Membership, Organisation, Person, Plan, Role

LONGEST: Final = 300
"""Characters of one value that are told; the thing itself shows the rest."""
_MANY = 6
"""Rows that are told one by one; more are counted."""

Names = Mapping[str, Mapping[int, str]]
"""Name of a reference (``person``) → id → what it is called."""

_REFERENCES: Final[dict[str, type[Model]]] = {
    "person": Person,
    "alternate_for": Person,
    "organisation": Organisation,
    "board": Board,
    "document": Document,
    "report": Document,
    "inspection": Inspection,
    "plan": Plan,
}
_CHOICES: Final[dict[tuple[str, str], Mapping[str, str]]] = {
    ("organisation", "kind"): dict(Organisation.Kind.choices),
    ("role", "kind"): dict(Role.Kind.choices),
    ("membership", "capacity"): dict(Membership.Capacity.choices),
    ("document", "status"): dict(Document.Status.choices),
}
_LABELS: Final[dict[str, dict[str, str]]] = {
    "organisation": {"name": "Name", "kind": "Kind"},
    "person": {
        "name": "Name",
        "email": "E-mail address",
        "job_title": "Job title",
        "organisation_id": "Organisation",
        "is_active": "Account open",
        "note": "Note",
    },
    "role": {"person_id": "Person", "kind": "Role", "organisation_id": "At", "starts_on": "From", "ends_on": "Last day"},
    "board": {
        "name": "Name",
        "aliases": "Other names",
        "chair": "Chair",
        "cadence": "Meets",
        "purpose": "Purpose",
        "meets_in_public": "Meets in public",
    },
    "membership": {
        "person_id": "Person",
        "capacity": "Sits as",
        "alternate_for_id": "Stands in for",
        "starts_on": "From",
        "ends_on": "Last day",
    },
    "document": {"name": "File", "status": "Status", "report_id": "Report that it answers"},
    "inspection": {
        "framework_name": "Framework",
        "authority": "Authority",
        "started_on": "Began",
        "ended_on": "Ended",
        "published_on": "Published",
        "lead_inspector": "Lead inspector",
        "judgements": "Judgements",
        "findings": "Findings",
    },
    "plan": {
        "title": "Title",
        "owner": "Owner",
        "inspection_id": "Inspection that it answers",
        "monitoring": "Boards that watch it",
        "mechanisms": "Ways of monitoring",
        "rating_key": "Status key",
        "glossary": "Glossary",
    },
    "item": {
        "ref": "Ref",
        "section": "Section",
        "text": "Text",
        "timescale": "Inspectors’ limit",
        "due": "Inspectors’ date",
        "notes": "Notes",
        "rating": "Delivery rating",
        "impact_rating": "Impact rating",
        "outcomes": "Outcomes",
        "measures": "Measures",
    },
    "action": {
        "number": "Number",
        "text": "Text",
        "accountable_to": "Accountable to",
        "rating": "Delivery rating",
        "impact_rating": "Impact rating",
        "parts": "Parts",
        "leads": "Leads",
        "due": "Due date",
        "progress": "Progress",
        "evidence": "Evidence",
        "measures": "Measures",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A field's name in words and what it was and is; empty where there was or is nothing."""

    label: str
    was: str = ""
    now: str = ""


def changes(event: HistoryEvent, names: Names) -> tuple[Change, ...]:
    """What changed, field by field in the order of the table; of lists only the rows that went and came."""
    labels = _LABELS.get(event.target_kind, {})
    return tuple(
        found
        for field, label in labels.items()
        if field in event.changes and (found := _change(event.target_kind, field, label, event.changes[field], names))
    )


def names(events: Iterable[HistoryEvent]) -> Names:
    """What everything that the events refer to is called: at most one query for each kind of thing."""
    wanted: dict[str, set[int]] = {}
    sitting = set()
    for event in events:
        if event.target_kind == "membership":
            sitting.add(event.target_id)
        for reference, number in _references(event.changes):
            wanted.setdefault(reference, set()).add(number)
    models: dict[type[Model], set[int]] = {}
    for reference, numbers in wanted.items():
        models.setdefault(_REFERENCES[reference], set()).update(numbers)
    called = {model: {thing.pk: str(thing) for thing in model._default_manager.filter(pk__in=ids)} for model, ids in models.items()}
    return {**{reference: called[_REFERENCES[reference]] for reference in wanted}, "membership": _sitting(sitting)}


def _sitting(ids: set[int]) -> dict[int, str]:
    """Memberships by whose they are."""
    return {row.pk: row.person.name for row in Membership.objects.filter(pk__in=ids).select_related("person")} if ids else {}


def _references(value: Any) -> Iterable[tuple[str, int]]:
    """Every reference in the changes, however deep: field names that end in _id."""
    if isinstance(value, dict):
        for field, inner in value.items():
            reference = field.removesuffix("_id")
            if reference != field and reference in _REFERENCES:
                yield from ((reference, number) for number in (inner if isinstance(inner, list) else [inner]) if number is not None)
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _change(kind: str, field: str, label: str, pair: Sequence[Any], names: Names) -> Change | None:
    was, now = pair
    if isinstance(was, list) or isinstance(now, list):
        was, now = _without(was or [], now or []), _without(now or [], was or [])
    said = Change(label=label, was=_said(kind, field, was, names), now=_said(kind, field, now, names))
    return said if said.was != said.now else None


def _without(rows: list[Any], others: list[Any]) -> list[Any]:
    return [row for row in rows if row not in others]


def _said(kind: str, field: str, value: Any, names: Names) -> str:
    """One value in words; nothing for what is not there."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return _rows(field, value, names)
    if isinstance(value, dict):
        return _ROWS[field](value, names)
    if field.endswith("_id"):
        return named(names, field, value)
    return _plain(_CHOICES.get((kind, field), {}).get(value, value))


def _plain(value: Any) -> str:
    text = str(value)
    return spoken(PartDate(text)) if is_part_date(text) else shorten(text, LONGEST)


def named(names: Names, field: str, number: int) -> str:
    """What a reference is called; its number when it is gone."""
    return names.get(field.removesuffix("_id"), {}).get(number) or f"number {number}, which is gone"


def _rows(field: str, rows: list[Any], names: Names) -> str:
    if len(rows) > _MANY:
        return str(len(rows))
    return "; ".join(_plain(row) if isinstance(row, str) else _ROWS[field](row, names) for row in rows)


def _lead(row: Mapping[str, Any], names: Names) -> str:
    number = row.get("person_id")
    who = named(names, "person_id", number) if number else ""
    notes = [
        who if who and who != row["as_printed"] else "",
        "responsible" if row["responsible"] else "",
        f"from {_plain(row['starts_on'])}" if row["starts_on"] else "",
        f"until {_plain(row['ends_on'])}" if row["ends_on"] else "",
    ]
    told = ", ".join(filter(None, notes))
    return f"{row['as_printed']} ({told})" if told else str(row["as_printed"])


def _due(row: Mapping[str, Any], _names: Names) -> str:
    days = [spoken(PartDate(part)) for part in row["dates"]]
    return words_in_list(days) or row["by_when"] or row["recurrence"] or "no date"


def _monitoring(row: Mapping[str, Any], _names: Names) -> str:
    return str(row["as_printed"])


def _lettered(row: Mapping[str, Any], _names: Names) -> str:
    return f"{row['letter']}: {_plain(row['text'])}" if row.get("letter") else _plain(row["text"])


def _meaning(row: Mapping[str, Any], _names: Names) -> str:
    return (
        f"{row.get('label') or row.get('term')}: {_plain(row['meaning'])}" if row["meaning"] else str(row.get("label") or row.get("term"))
    )


def _judgement(row: Mapping[str, Any], _names: Names) -> str:
    return f"{row['area']}: {row['grade'] or row['as_printed']}"


def _finding(row: Mapping[str, Any], _names: Names) -> str:
    return f"{row['ref']}: {_plain(row['text'])}"


_ROWS: Final[dict[str, Callable[[Mapping[str, Any], Names], str]]] = {
    "leads": _lead,
    "due": _due,
    "parts": _lettered,
    "progress": _lettered,
    "evidence": _lettered,
    "measures": _lettered,
    "outcomes": _lettered,
    "mechanisms": _lettered,
    "monitoring": _monitoring,
    "rating_key": _meaning,
    "glossary": _meaning,
    "judgements": _judgement,
    "findings": _finding,
}
"""How a row of each list is said in one line."""
