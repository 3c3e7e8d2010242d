"""Small pictures for the checks' good and bad examples, and how the reference prints them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from goldthread.common.dates import PartDate
from goldthread.thread import codec
from goldthread.thread.picture import Action, Finding, Inspection, Item, Judgement, Outcome, Picture, Plan, Progress, Source


def example(
    *items: Item, findings: Iterable[Finding] = (), judgements: Iterable[Judgement] = (), began: date | None = None, **plan: Any
) -> Picture:
    """A picture of ``plan.docx`` with these items and findings, the inspection's first day, and other fields of the plan."""
    return Picture(
        source=Source(file="plan.docx"),
        inspection=Inspection(started=began),
        findings=tuple(findings),
        judgements=tuple(judgements),
        plan=Plan(items=items, **plan),
    )


def an_item(*actions: Action, ref: str = "1", text: str = "Improve supervision of social workers", outcome: str = "", **more: Any) -> Item:
    """An item with these actions and, when given, one outcome."""
    outcomes = (Outcome(text=outcome),) if outcome else ()
    return Item(ref=ref, number=more.pop("number", ref), text=text, actions=actions, outcomes=more.pop("outcomes", outcomes), **more)


def an_action(text: str = "Publish the supervision policy", *, leads: str = "", due: str = "", said: str = "", **more: Any) -> Action:
    """An action. leads: separated by ``/``; due: ISO days or months separated by spaces; said: its progress."""
    names = tuple(name.strip() for name in leads.split("/") if name.strip())
    return Action(
        number=more.pop("number", "1"),
        text=text,
        leads=names,
        leads_basis=more.pop("leads_basis", "printed" if names else "none"),
        responsible_lead=more.pop("responsible_lead", names[0] if len(names) == 1 else None),
        due_dates=tuple(PartDate(day) for day in due.split()),
        by_when_text=more.pop("by_when_text", due or None),
        progress=more.pop("progress", (Progress(text=said),) if said else ()),
        **more,
    )


def an_area(ref: str, text: str, **more: Any) -> Finding:
    """An area for improvement."""
    return Finding(ref=ref, kind=more.pop("kind", "area_for_improvement"), number=ref[1:], text=text, **more)


def printed(picture: Picture) -> str:
    """What the example says, as indented lines of ``name: value``; empty values and what every example has are left out."""
    shown = {key: value for key, value in codec.to_builtins(picture).items() if key not in ("schema", "source")}
    return "\n".join(_lines(shown, ""))


def _lines(value: Any, indent: str) -> Iterable[str]:
    for key, inner in value.items():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            for one in inner:
                yield f"{indent}{key}:"
                yield from _lines(one, indent + "  ")
        elif isinstance(inner, dict):
            beneath = list(_lines(inner, indent + "  "))
            yield from ([f"{indent}{key}:", *beneath] if beneath and key != "place" else [])
        elif inner:
            yield f"{indent}{key}: {', '.join(map(str, inner)) if isinstance(inner, list) else inner}"
