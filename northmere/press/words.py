"""Northmere's words as values, read from ``northmere/words``."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).resolve().parents[1] / "words"
LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action. lettered: progress by the letter of the part; same_lead: printed as one merged cell with the action above."""

    ref: str
    number: str | None
    text: str
    parts: tuple[str, ...]
    leads: tuple[str, ...]
    responsible: str | None
    same_lead: bool
    by_when: str
    due: tuple[str, ...]
    recurrence: str | None
    to: tuple[str, ...]
    joiner: str
    progress: tuple[str, ...]
    lettered: dict[str, str]
    evidence: tuple[str, ...]
    rating: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. findings: the refs of what it answers; timescale and due: the inspectors' limit, normalised."""

    number: str
    findings: tuple[str, ...]
    label: str
    timescale: str | None
    timescale_printed: str | None
    due: str | None
    text: str
    outcomes: tuple[str, ...]
    measures: tuple[str, ...]
    notes: str | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a section's tables. width: share of the page, in percent."""

    field: str
    heading: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section and the way it is printed. layout: ``band``, ``wide`` or ``cards``; rating_as: ``word``, ``fill`` or both."""

    heading: str
    layout: str
    numbering: str
    lead_joiner: str
    lead_mark: str
    rating_as: str
    columns: tuple[Column, ...]
    items: tuple[Item, ...]


def read(name: str) -> dict[str, Any]:
    """The file of that name under ``northmere/words`` as plain values."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def sections() -> tuple[Section, ...]:
    """The plan's sections in order."""
    return tuple(_section(read(path.stem)) for path in sorted(WORDS.glob("items-*.toml")))


def items() -> tuple[Item, ...]:
    """The plan's items in order."""
    return tuple(item for section in sections() for item in section.items)


def actions() -> tuple[Action, ...]:
    """The plan's actions in order."""
    return tuple(action for item in items() for action in item.actions)


def fills() -> dict[str, str]:
    """Shading by rating label, as ``RRGGBB``."""
    return {entry["label"]: entry["fill"] for entry in read("plan")["key"]}


def spoken_date(day: date) -> str:
    """``31 March 2026``."""
    return f"{day.day} {day:%B %Y}"


def _section(raw: dict[str, Any]) -> Section:
    head = dict(raw["section"])
    columns = tuple(Column(field=field, heading=heading, width=width) for field, heading, width in head.pop("columns"))
    return Section(**head, columns=columns, items=tuple(_item(item, head["numbering"]) for item in raw["item"]))


def _item(raw: dict[str, Any], numbering: str) -> Item:
    return Item(
        number=raw["number"],
        findings=tuple(raw["findings"]),
        label=raw["label"],
        timescale=raw.get("timescale"),
        timescale_printed=raw.get("timescale_printed"),
        due=raw.get("due"),
        text=raw["text"],
        outcomes=tuple(raw.get("outcomes", ())),
        measures=tuple(raw.get("measures", ())),
        notes=raw.get("notes"),
        actions=tuple(_action(action, raw["number"], place, numbering) for place, action in enumerate(raw["action"], 1)),
    )


def _action(raw: dict[str, Any], item: str, place: int, numbering: str) -> Action:
    ref = f"{item}.{place}"
    return Action(
        ref=ref,
        number={"plain": str(place), "dotted": ref, "none": None}[numbering],
        text=raw["text"],
        parts=tuple(raw.get("parts", ())),
        leads=tuple(raw["leads"]),
        responsible=raw.get("responsible"),
        same_lead=raw.get("same_lead", False),
        by_when=raw["by_when"],
        due=tuple(raw.get("due", ())),
        recurrence=raw.get("recurrence"),
        to=tuple(raw["to"]),
        joiner=raw.get("joiner", "\nAccountable to: "),
        progress=tuple(raw.get("progress", ())),
        lettered=dict(raw.get("lettered", {})),
        evidence=tuple(raw.get("evidence", ())),
        rating=raw["rating"],
    )
