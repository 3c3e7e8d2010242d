"""Rows as the plain values of a picture."""

from typing import Any, NamedTuple

from goldthread.common.dates import PartDate
from goldthread.common.places import NOWHERE, Place
from goldthread.models import Finding, GlossaryTerm, Inspection, Judgement, Measure, Mechanism, Monitoring, RatingKey
from goldthread.thread import picture as thread


class Shown(NamedTuple):
    """Words with their place: an outcome, a measure, a piece of evidence."""

    text: str
    place: dict[str, Any]


def inspection(row: Inspection) -> thread.Inspection:
    """The facts of an inspection."""
    return thread.Inspection(
        framework=row.framework,
        framework_name=row.framework_name,
        authority=row.authority,
        inspectorates=tuple(row.inspectorates),
        started=row.started_on,
        ended=row.ended_on,
        published=row.published_on,
        lead_inspector=row.lead_inspector,
        age_group=row.age_group,
        places=places(row.places),
    )


def judgement(row: Judgement) -> thread.Judgement:
    """One judgement."""
    return thread.Judgement(
        service=row.service,
        area=row.area,
        grade=row.grade,
        grade_number=row.grade_number,
        as_printed=row.as_printed,
        place=place(row.place),
    )


def finding(row: Finding) -> thread.Finding:
    """One finding."""
    return thread.Finding(
        ref=row.ref,
        kind=row.kind,
        service=row.service,
        number=row.number,
        section=row.section,
        text=row.text,
        timescale=row.timescale,
        due=due(row.due),
        addressees=tuple(row.addressees),
        inferred=row.inferred,
        place=place(row.place),
    )


def monitoring(row: Monitoring) -> thread.Monitoring:
    """A board that the plan says watches it."""
    return thread.Monitoring(board=row.as_printed, cadence=row.cadence, purpose=row.purpose, place=place(row.place))


def rating_key(row: RatingKey) -> thread.StatusKey:
    """An entry of the plan's own key."""
    return thread.StatusKey(label=row.label, colour=row.colour, meaning=row.meaning)


def glossary_entry(row: GlossaryTerm) -> thread.GlossaryEntry:
    """A term that the plan explains."""
    return thread.GlossaryEntry(term=row.term, meaning=row.meaning)


def mechanism(row: Mechanism) -> thread.Mechanism:
    """A way of monitoring."""
    return thread.Mechanism(number=row.number, text=row.text, place=place(row.place))


def due(stored: str | None) -> PartDate | None:
    """A day or a month."""
    return PartDate(stored) if stored else None


def measure(row: Shown | Measure) -> thread.Measure:
    """A measure."""
    return thread.Measure(text=row.text, place=place(row.place))


def place(stored: dict[str, Any]) -> Place:
    """A place in a document."""
    return Place(**stored) if stored else NOWHERE


def places(stored: dict[str, Any] | None) -> dict[str, Place] | None:
    """Places of single values by field."""
    return {name: Place(**place) for name, place in stored.items()} if stored else None
