"""The picture's JSON: every part with its fields, types and meanings."""

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from goldthread.common.places import Place
from goldthread.thread import picture as values
from goldthread.thread.codec import BEYOND
from tools.reference.markdown import page, rst, sentence, table

_PARTS: tuple[type, ...] = (
    *(values.Picture, values.Source, values.Inspection, values.Judgement, values.Finding, values.Plan, values.Monitoring),
    *(values.Mechanism, values.Item, values.Outcome, values.Measure, values.Action, values.Part, values.Progress, values.Evidence),
    *(values.StatusKey, values.GlossaryEntry, values.Problem, values.Change, Place),
)

_INTRODUCTION = f"""`goldthread read --out` writes this JSON: schema `{values.SCHEMA}`, UTF-8, keys in the order of the tables below.

- A date is ISO text: a day `2012-02-29`, and where the paper prints only a month, the month `2012-03`.
- What is not known is `null`. A list is never `null`.
- What a document says is kept as printed; words that are lost stand as `[...]`.
- Fields marked *when held* are left out when they hold nothing.
- Nothing is worked out but what the tables say is worked out."""

_PLAIN = {"str": "text", "int": "whole number", "bool": "true or false", "date": "date", "object": "any JSON", "PartDate": "day or month"}

_BY_NAME = {
    "Picture": {
        "schema": "which contract this is",
        "source": "the file",
        "inspection": "the inspection that the report is of",
        "judgements": "the grades",
        "findings": "what inspectors wrote that a plan may have to answer",
        "plan": "the improvement plan",
        "problems": "what needs a person",
        "history": "dated changes, oldest first",
    },
    "Source": {
        "file": "its name, without folders",
        "sha256": "the sum of its bytes",
        "bytes": "its size",
        "pages": "how many pages, where the format has pages",
    },
    "Inspection": {
        "framework_name": "the framework's name in full",
        "authority": "the council or area inspected",
        "inspectorates": "who inspected",
        "started": "first day",
        "ended": "last day",
        "published": "day of publication",
        "lead_inspector": "as printed",
        "age_group": "where the report names one",
        "places": "the place of single values by field name",
    },
    "Judgement": {
        "service": "where the framework judges services apart",
        "area": "what the grade is for",
        "grade_number": "only where the report or the framework numbers its grades",
    },
    "Finding": {
        "number": "as printed",
        "section": "the heading that it stands under",
        "text": "its words",
        "addressees": "who is asked to act",
    },
    "Monitoring": {"board": "its name as printed", "purpose": "what it is there for, as printed"},
    "Mechanism": {"number": "as printed", "text": "its words"},
    "Outcome": {"text": "its words"},
    "Measure": {"text": "its words"},
    "Evidence": {"text": "its words"},
    "Part": {"letter": "`a`, `b`…", "text": "its words"},
    "Progress": {"letter": "the part that it reports on", "text": "its words"},
    "Action": {
        "number": "as printed",
        "text": "its words",
        "parts": "its lettered parts",
        "leads": "who leads, each apart",
        "accountable_to": "boards or people, each apart",
        "progress": "what is reported",
        "evidence": "what is offered as proof, apart from progress",
        "measures": "how anybody will know, where it is stated for this action",
    },
    "Item": {
        "ref": "the name that checks and boards use, unique in the plan",
        "section": "the heading that it stands under",
        "number": "as printed",
        "text": "its heading",
        "timescale": "as for a finding",
        "due": "as for a finding",
        "notes": "remarks that belong to no action",
        "rating": "the label printed under the plan's own key",
        "outcomes": "what should be different",
        "actions": "what will be done",
        "impact_rating": "where the plan rates effect apart from delivery",
        "measures": "how anybody will know",
    },
    "StatusKey": {"label": "its word", "meaning": "what the plan says that it means"},
    "GlossaryEntry": {"term": "as printed", "meaning": "as printed"},
    "Plan": {
        "title": "as printed",
        "owner": "whose plan it is",
        "monitoring": "who watches it",
        "items": "its headings with their actions",
        "status_key": "its own key to ratings",
        "glossary": "terms that it explains",
        "mechanisms": "ways of monitoring that it promises",
    },
    "Problem": {"where": "the place in words", "found": "what stands there", "expected": "what would be right", "do": "what to do"},
    "Change": {"on": "the day of the change", "by": "who made it", "why": "the reason given"},
}
"""Meanings that the code leaves to a field's name."""


@dataclass(frozen=True)
class Entry:
    """A field as the page prints it."""

    name: str
    type: str
    meaning: str
    beyond: bool


def pages() -> dict[str, str]:
    """``picture.md``."""
    return {"picture.md": page("The picture: `goldthread.picture/1`", _INTRODUCTION, *map(_part, _PARTS))}


def entries(part: type) -> list[Entry]:
    """The fields of one part in the JSON's order."""
    meanings = {"place": "where it stands in the document"} | _BY_NAME.get(part.__name__, {}) | described(part)
    hints = get_type_hints(part)
    return [Entry(one.name, _type(hints[one.name]), meanings.get(one.name, ""), one.name in BEYOND) for one in fields(part)]


def described(part: type) -> dict[str, str]:
    """What a class's docstring says of its fields, by field: entries such as ``grade: …; as_printed: …``."""
    names = "|".join(one.name for one in fields(part))
    text = _flat(part)
    starts = [*re.finditer(rf"(?:(?<=[.;…] )|^)((?:{names})(?:, (?:{names}))*): ", text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    spans = [(match[1].split(", "), text[match.end() : end].strip(" ;.")) for match, end in zip(starts, ends, strict=False)]
    return {name: meaning for names, meaning in spans for name in names}


def summary(part: type) -> str:
    """The docstring without what it says of single fields."""
    names = "|".join(one.name for one in fields(part))
    return re.split(rf"(?:(?<=[.;…] )|^)(?:{names})(?:, (?:{names}))*: ", _flat(part))[0].strip()


def _flat(part: type) -> str:
    """A class's docstring on one line, in the JSON's words."""
    return re.sub(r"\bNone\b", "null", " ".join(rst(part.__doc__ or "").split()))


def _part(part: type) -> str:
    rows = [(f"`{one.name}`", one.type, sentence(one.meaning), "when held" if one.beyond else "") for one in entries(part)]
    return f"## {part.__name__}\n\n{sentence(summary(part))}\n\n{table(('Field', 'Type', 'Meaning', ''), rows)}"


def _type(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"  # type: ignore[union-attr]
    if origin is tuple:
        return f"list of {_type(inner[0])}"
    if origin is dict:
        return f"object of {_type(inner[1])} by name"
    if inner:
        return " or ".join("null" if one is type(None) else _type(one) for one in inner)
    name = str(hint.__name__)
    return _PLAIN.get(name, name)
