"""Builders of small pictures: the least data that holds together, with any field given by name."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from goldthread.common.dates import PartDate
from goldthread.common.places import Place
from goldthread.thread.picture import (
    Action,
    Finding,
    GlossaryEntry,
    Inspection,
    Item,
    Judgement,
    Measure,
    Monitoring,
    Outcome,
    Part,
    Picture,
    Plan,
    Progress,
    Source,
    StatusKey,
)

TRAFFIC_LIGHTS = (
    StatusKey(label="Red", colour="#FF0000", meaning="Off track or overdue"),
    StatusKey(label="Amber", colour="#FFC000", meaning="In progress, some slippage"),
    StatusKey(label="Green", colour="#00B050", meaning="On track"),
    StatusKey(label="Blue", colour="#0070C0", meaning="Complete"),
)
"""One plan's key, not the key: other plans mean other things by the same colours."""


def a_place(**fields: Any) -> Place:
    """A place on page 1."""
    return Place(**{"page": 1, "line": 1, "quote": "as printed"} | fields)


def a_finding(ref: str = "A1", text: str = "How often social workers are supervised", **fields: Any) -> Finding:
    """An area for improvement."""
    return Finding(**{"ref": ref, "kind": "area_for_improvement", "text": text} | fields)


def a_judgement(area: str = "Overall effectiveness", grade: str = "good", **fields: Any) -> Judgement:
    """A grade as printed."""
    return Judgement(**{"area": area, "grade": grade, "as_printed": grade.replace("_", " ").capitalize()} | fields)


def an_inspection(**fields: Any) -> Inspection:
    """An ILACS inspection of Northmere."""
    given = {"framework": "ilacs-2023", "authority": "Northmere", "inspectorates": ("Ofsted",), "published": date(2025, 3, 14)}
    return Inspection(**given | fields)


def an_action(text: str = "Train managers to supervise", **fields: Any) -> Action:
    """A dated action with one lead; parts and progress may be given as plain words."""
    given = {
        "number": "1",
        "text": text,
        "leads": ("Head of Safeguarding",),
        "leads_basis": "printed",
        "by_when_text": "September 2025",
        "due_dates": (PartDate("2025-09"),),
    }
    return Action(**given | fields | {"parts": _parts(fields.get("parts", ())), "progress": _progress(fields.get("progress", ()))})


def an_item(
    ref: str = "1", actions: Sequence[Action] | None = None, outcomes: Sequence[Outcome | str] | None = None, **fields: Any
) -> Item:
    """A recommendation with one action and one outcome, unless others are given; outcomes may be plain words."""
    wanted = ("Social workers are supervised every month",) if outcomes is None else outcomes
    given = {
        "ref": ref,
        "number": ref,
        "kind": "recommendation",
        "text": "Improve the supervision of social workers",
        "outcomes": tuple(Outcome(text=one) if isinstance(one, str) else one for one in wanted),
        "actions": (an_action(),) if actions is None else tuple(actions),
    }
    return Item(**given | fields)


def a_measure(text: str = "95% of social workers supervised in the month", **fields: Any) -> Measure:
    """A target with a figure."""
    return Measure(text=text, **fields)


def a_board(board: str = "Improvement Board", cadence: str | None = "monthly", **fields: Any) -> Monitoring:
    """A board that meets monthly."""
    return Monitoring(board=board, cadence=cadence, **fields)


def a_plan(items: Sequence[Item] | None = None, **fields: Any) -> Plan:
    """A plan of one item with a status key, a board and a glossary entry."""
    given = {
        "title": "Improvement plan",
        "owner": "Northmere Council",
        "items": (an_item(),) if items is None else tuple(items),
        "monitoring": (a_board(),),
        "status_key": TRAFFIC_LIGHTS,
        "glossary": (GlossaryEntry(term="IRO", meaning="Independent reviewing officer"),),
    }
    return Plan(**given | fields)


def a_picture(
    items: Sequence[Item] | None = None,
    findings: Sequence[Finding] | None = None,
    judgements: Sequence[Judgement] = (),
    **fields: Any,
) -> Picture:
    """A report with one finding and a plan with one item; ``items`` go into the plan, other fields are the picture's own."""
    given = {
        "source": Source(file="northmere.docx", sha256="0" * 64, bytes=1, kinds=("inspection_report", "improvement_plan")),
        "inspection": an_inspection(),
        "judgements": tuple(judgements),
        "findings": (a_finding(),) if findings is None else tuple(findings),
        "plan": a_plan(items),
    }
    return Picture(**given | fields)


def _parts(parts: Sequence[Part | str]) -> tuple[Part, ...]:
    return tuple(Part(letter="abcdefgh"[at], text=part) if isinstance(part, str) else part for at, part in enumerate(parts))


def _progress(entries: Sequence[Progress | str] | str) -> tuple[Progress, ...]:
    entries = (entries,) if isinstance(entries, str) else entries
    return tuple(Progress(text=entry) if isinstance(entry, str) else entry for entry in entries)
