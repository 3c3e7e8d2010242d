"""The answer key: what Northmere's words say, as the picture that a perfect reading of the pack gives (places apart)."""

from datetime import date
from typing import Any

from press import words

from goldthread.common.dates import PartDate
from goldthread.thread.picture import (
    Action,
    Evidence,
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
    StatusKey,
)

AS_AT = date(2026, 3, 31)


def picture() -> Picture:
    """The report and the plan together."""
    return Picture(inspection=inspection(), judgements=judgements(), findings=findings(), plan=plan())


def inspection() -> Inspection:
    """The inspection as the report's front page gives it."""
    report = words.read("report")
    return Inspection(
        framework=report["framework"],
        authority=report["authority"],
        inspectorates=("Ofsted",),
        started=report["started"],
        ended=report["ended"],
        published=report["published"],
        lead_inspector=report["lead_inspector"],
    )


def judgements() -> tuple[Judgement, ...]:
    """The five grades."""
    return tuple(
        Judgement(area=entry["area"], grade=entry["grade"], as_printed=entry["printed"]) for entry in words.read("report")["judgement"]
    )


def findings() -> tuple[Finding, ...]:
    """Areas, the priority action, then the numbered paragraphs."""
    report = words.read("report")
    areas = [Finding(ref=entry["ref"], kind="area_for_improvement", text=entry["text"]) for entry in report["improve"]["area"]]
    priority = Finding(ref=report["priority"]["ref"], kind="priority_action", text=report["priority"]["text"])
    texts = [(section["heading"], text) for section in report["section"] for text in section["paragraphs"]]
    paragraphs = [
        Finding(ref=f"¶{number}", kind="paragraph", number=str(number), section=heading, text=text)
        for number, (heading, text) in enumerate(texts, 1)
    ]
    return (*areas, priority, *paragraphs)


def plan() -> Plan:
    """The plan as the Word and PDF forms print it."""
    front = words.read("plan")
    return Plan(
        title=front["title"],
        owner=front["owner"],
        monitoring=tuple(
            Monitoring(board=entry["board"], cadence=entry.get("cadence"), purpose=entry["purpose"]) for entry in front["monitoring"]
        ),
        items=tuple(_item(section.heading, item) for section in words.sections() for item in section.items),
        status_key=tuple(StatusKey(label=entry["label"], colour="#" + entry["fill"], meaning=entry["meaning"]) for entry in front["key"]),
        glossary=tuple(GlossaryEntry(term=entry["term"], meaning=entry["meaning"]) for entry in front["glossary"]),
    )


def _item(section: str, item: words.Item) -> Item:
    return Item(
        ref=item.number,
        section=section,
        number=item.number,
        kind="recommendation" if item.label.startswith("Ofsted") else "area_for_development",
        source=item.label,
        text=item.text,
        timescale=item.timescale,
        due=PartDate(item.due) if item.due else None,
        notes=item.notes,
        outcomes=tuple(Outcome(text=text) for text in item.outcomes),
        measures=tuple(Measure(text=text) for text in item.measures),
        actions=tuple(_action(action) for action in item.actions),
    )


def _action(action: words.Action) -> Action:
    apart: dict[str, Any] = {"evidence": tuple(Evidence(text=text) for text in action.evidence)}
    return Action(
        number=action.number,
        text=action.text,
        parts=tuple(Part(letter=letter, text=text) for letter, text in zip(words.LETTERS, action.parts, strict=False)),
        leads=action.leads,
        leads_basis="none" if not action.leads else "filled_down" if action.same_lead else "printed",
        responsible_lead=action.responsible,
        by_when_text=action.by_when or None,
        due_dates=tuple(PartDate(due) for due in action.due),
        recurrence=action.recurrence,
        accountable_to=action.to,
        progress=_progress(action),
        rating=action.rating,
        **apart,
    )


def _progress(action: words.Action) -> tuple[Progress, ...]:
    whole = (Progress(text="\n".join(action.progress)),) if action.progress else ()
    return (*whole, *(Progress(letter=letter, text=text) for letter, text in action.lettered.items()))
