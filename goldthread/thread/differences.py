"""What changed between two pictures, in words that a board understands.

Items, actions and findings are matched by their words before their numbers, so that an insertion that renumbers a
plan reads as one addition and not as a plan that changed throughout.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from goldthread.common.dates import PartDate, first_day, is_part_date, spoken
from goldthread.common.places import Place
from goldthread.common.text import fold, shorten
from goldthread.thread.picture import Action, Change, Finding, Inspection, Item, Judgement, Picture, Plan, Source

ALIKE = 75
"""Percent of likeness from which two texts are one text, edited."""
SAME_NUMBER = 45
"""Percent that is enough when the number is the same too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change. subject: what it is about ("Item 2, action 1"). before, after: as words, empty for nothing.

    kind: ``added``, ``removed``, ``changed``, ``moved`` (another number, order or item), ``place`` (only where it stands
    in the document) or ``history`` (only the recorded trail); boards seldom need the last two.
    path: JSON Pointer into the picture after, or into the one before for what was removed.
    """

    kind: str
    subject: str
    before: str
    after: str
    words: str
    path: str


def differences(before: Picture, after: Picture) -> tuple[Difference, ...]:
    """Everything that changed, in the order of the picture after; nothing when the two are equal."""
    return tuple(_fields(before, after, _Subject("The document", "", "")))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is being compared: its name for the reader, and where it is in the picture after and in the one before."""

    name: str
    path: str
    was: str

    def inside(self, step: str) -> "_Subject":
        return _Subject(self.name, f"{self.path}/{step}", f"{self.was}/{step}")

    def tell(self, kind: str, before: str, after: str, words: str, step: str = "") -> Difference:
        path = self.was if kind == "removed" else self.path
        return Difference(kind=kind, subject=self.name, before=before, after=after, words=words, path=path + (step and f"/{step}"))


_FIELDS = {
    "by_when_text": "by when",
    "due_dates": "the date",
    "due": "the date",
    "responsible_lead": "the responsible lead",
    "leads_basis": "where the leads come from",
    "accountable_to": "accountable to",
    "impact_rating": "the impact rating",
    "as_printed": "the grade as printed",
    "grade_number": "the grade's number",
    "sha256": "the file's fingerprint",
    "bytes": "the file's size",
    "kinds": "the kinds of document",
    "report_source": "the inspection report's file",
    "text": "the words",
    "started": "the first day",
    "ended": "the last day",
    "published": "the day of publication",
    "do": "what to do",
}
"""What a reader calls a field, where its name with spaces and "the" will not do."""

_PLURAL = frozenset({"text", "notes"})
_ENTRIES = {
    "monitoring": "the board",
    "glossary": "the glossary entry",
    "status_key": "the status key's entry",
    "mechanisms": "the way of monitoring",
    "outcomes": "the outcome",
    "measures": "the measure",
    "evidence": "the evidence",
    "parts": "part",
    "progress": "progress",
    "problems": "the problem",
}


def _fields(old: Any, new: Any, subject: _Subject) -> Iterator[Difference]:
    """The differences of two values of one type, field by field."""
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after and not _told_by_another(field.name, old, new):
            yield from _field(field.name, before, after, subject)


def _told_by_another(name: str, old: Any, new: Any) -> bool:
    """An item's number that went with its ref is one change to the reader."""
    return name == "number" and isinstance(old, Item | Finding) and old.ref != new.ref


def _field(name: str, before: Any, after: Any, subject: _Subject) -> Iterator[Difference]:
    if name == "history":
        yield from _history(before, after, subject)
    elif name in ("place", "places"):
        yield _place(name, before, after, subject)
    elif name in ("ref", "number"):
        yield _renumbered(name, before, after, subject)
    elif name == "report_source" and None in (before, after):
        yield _value(name, _file_name(before), _file_name(after), subject)
    elif is_dataclass(before):
        yield from _fields(before, after, _part_of_document(before, subject.inside(name)))
    elif isinstance(before, tuple) and any(is_dataclass(one) for one in before + after):
        yield from _entries(name, before, after, subject.inside(name))
    else:
        yield _value(name, before, after, subject)


def _file_name(source: Source | None) -> str | None:
    return (source.file or "a file without a name") if source else None


def _part_of_document(value: object, subject: _Subject) -> _Subject:
    names = {Source: "The file", Inspection: "The inspection", Plan: "The plan"}
    return _Subject(names.get(type(value), subject.name), subject.path, subject.was)


# --- single values


def _value(name: str, before: object, after: object, subject: _Subject) -> Difference:
    label, old, new = _FIELDS.get(name, f"the {name.replace('_', ' ')}"), _words(before), _words(after)
    if name in ("due", "due_dates"):
        words = _dates(before, after, old, new)
    elif name == "responsible_lead":
        words = f"the responsible lead is now {new or 'nobody'} (was {old or 'nobody'})"
    elif name in ("grade", "rating", "impact_rating"):
        words = f"{label} went from {old or 'none'} to {new or 'none'}"
    elif isinstance(before, tuple) and isinstance(after, tuple):
        words = _list_of_words(label, before, after)
    elif old.strip() and new.startswith(old):
        words = f"{label} now also {'say' if name in _PLURAL else 'says'} {_quoted(new.removeprefix(old))}"
    else:
        now, then = ("are", "were") if name in _PLURAL else ("is", "was")
        words = f"{label} {now} now {_quoted(new)} ({then} {_quoted(old)})"
    return subject.tell("changed", old, new, f"{subject.name}: {words}", name)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_words(one) for one in value)
    if isinstance(value, date) or (isinstance(value, str) and is_part_date(value)):
        return spoken(value if isinstance(value, date) else PartDate(value))
    return str(value)


def _quoted(text: str) -> str:
    return f"“{shorten(text)}”" if text.strip() else "empty"


def _dates(before: object, after: object, old: str, new: str) -> str:
    if not old or not new:
        return f"the date {new} was set" if new else f"the date {old} was taken away"
    return f"the date moved from {old} to {new}{_how_far(before, after)}"


def _how_far(before: object, after: object) -> str:
    """By how much the last date moved: months where either is a month, else days or whole months."""
    first, second = (one[-1] if isinstance(one, tuple) else one for one in (before, after))
    if not (isinstance(first, str) and isinstance(second, str) and is_part_date(first) and is_part_date(second)):
        return ""
    start, end = first_day(PartDate(first)), first_day(PartDate(second))
    months = (end.year - start.year) * 12 + end.month - start.month
    in_days = len(first) == len(second) == 10 and start.day != end.day
    number = (end - start).days if in_days else months
    unit = ("day" if in_days else "month") + ("" if abs(number) == 1 else "s")
    return f" ({abs(number)} {unit} {'later' if number > 0 else 'earlier'})" if number else ""


def _list_of_words(label: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> str:
    come = [_words(one) for one in after if one not in before]
    gone = [_words(one) for one in before if one not in after]
    told = [f"{_quoted(', '.join(come))} added"] * bool(come) + [f"{_quoted(', '.join(gone))} taken off"] * bool(gone)
    return f"{label}: {' and '.join(told) or f'now {_quoted(_words(after))} (were {_quoted(_words(before))})'}"


def _renumbered(name: str, before: str | None, after: str | None, subject: _Subject) -> Difference:
    words = f"{subject.name} has another number: {after or 'none'} (was {before or 'none'})"
    return subject.tell("moved", before or "", after or "", words, name)


def _place(name: str, before: object, after: object, subject: _Subject) -> Difference:
    old, new = (str(one) if isinstance(one, Place) else "" for one in (before, after))
    words = f"{subject.name} stands elsewhere in the document" + (f": {new} (was {old})" if old != new else "")
    return subject.tell("place", old, new, words, name)


def _history(before: tuple[Change, ...], after: tuple[Change, ...], subject: _Subject) -> Iterator[Difference]:
    words = (
        f"The recorded history has {len(after)} entries (had {len(before)})"
        if len(after) != len(before)
        else "The recorded history differs"
    )
    yield subject.tell("history", str(len(before)), str(len(after)), words, "history")


# --- lists of values


def _entries(name: str, before: tuple[Any, ...], after: tuple[Any, ...], subject: _Subject) -> Iterator[Difference]:
    """What was added, changed, put in another order and removed, in the order of the list after; removals last."""
    pairs = match(before, after)
    partner = {new: old for old, new in pairs}
    for at, entry in enumerate(after):
        here = _Subject(_name(name, entry, at, subject), f"{subject.path}/{at}", f"{subject.was}/{partner.get(at)}")
        if at in partner:
            yield from _fields(before[partner[at]], entry, here)
        else:
            yield here.tell("added", "", _said(entry), f"{here.name} was added{_where(name, 'to')}")
    order = [old for old, _ in sorted(pairs, key=lambda pair: pair[1])]
    if order != sorted(order):
        yield subject.tell("moved", "", "", f"{_list_name(name, subject)} stand in another order")
    for at, entry in enumerate(before):
        if at not in partner.values():
            gone = _Subject(_name(name, entry, at, subject), "", f"{subject.was}/{at}")
            yield gone.tell("removed", _said(entry), "", f"{gone.name} {_gone(name)}")


def match(before: Sequence[Any], after: Sequence[Any]) -> tuple[tuple[int, int], ...]:
    """Which entry became which, as pairs of positions: equal ones first, then by likeness of words, then by number.

    Matching the other way round gives the same pairs turned round.
    """
    scored = sorted(
        ((score, old, new) for old, one in enumerate(before) for new, two in enumerate(after) if (score := _likeness(one, two))),
        key=lambda entry: (-entry[0], abs(entry[1] - entry[2]), min(entry[1:]), max(entry[1:])),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, old, new in scored:
        if old not in pairs and new not in taken:
            pairs[old] = new
            taken.add(new)
    return tuple(sorted(pairs.items()))


def _likeness(one: Any, two: Any) -> float:
    """0 for two different things; the more, the more alike. Whole equality beats words, words beat numbers."""
    if one == two:
        return 1000
    number = _number(one) == _number(two) and bool(_number(one))
    old, new = _text(one), _text(two)
    if not old or not new:
        return float(number or (old == new and not (_number(one) and _number(two))))
    continued = min(len(old), len(new)) > 12 and (old.startswith(new) or new.startswith(old))
    score = ALIKE if continued else float(fuzz.ratio(old, new, score_cutoff=SAME_NUMBER if number else ALIKE))
    return score + number * 5 if score else 0


def _number(entry: Any) -> str:
    return next((str(value) for name in ("ref", "number", "letter", "service") if (value := getattr(entry, name, None))), "")


def _text(entry: Any) -> str:
    return next((fold(value) for name in _TEXTS if (value := getattr(entry, name, None))), "")


_TEXTS = ("text", "area", "board", "term", "label", "found")


# --- names for the reader


def _name(name: str, entry: Any, at: int, subject: _Subject) -> str:
    if isinstance(entry, Finding):
        return entry.ref or "A finding without a number"
    if isinstance(entry, Judgement):
        area = entry.area or "A judgement without a name"
        return f"{area} ({entry.service.replace('_', ' ')})" if entry.service else area
    if isinstance(entry, Item):
        return f"Item {entry.ref or 'without a number'}"
    if isinstance(entry, Action):
        return f"{subject.name}, action {(entry.number or str(at + 1)).rstrip('.')}"
    detail = getattr(entry, "letter", None) or _quoted(_said(entry))
    return f"{subject.name}: {_ENTRIES.get(name, name)} {detail}"


def _said(entry: Any) -> str:
    return next((value for name in _TEXTS if (value := getattr(entry, name, None))), "")


def _where(name: str, word: str) -> str:
    return f" {word} the report" if name in ("findings", "judgements") else ""


def _gone(name: str) -> str:
    return f"is no longer in the {'report' if name in ('findings', 'judgements') else 'plan' if name != 'problems' else 'list'}"


def _list_name(name: str, subject: _Subject) -> str:
    return f"{subject.name}: the {name.replace('_', ' ')}"


def for_a_board(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Without what concerns only the document or the trail."""
    return tuple(
        one for one in found if one.kind not in ("place", "history") and not one.path.startswith(("/source", "/report_source", "/problems"))
    )
