"""Facts about an item that stand beside its heading: “Outcome: …”, “Timescale: …”, who raised it, notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Line
from goldthread.intake.plan.columns import Role, role_of
from goldthread.intake.plan.drafts import DraftItem, Piece
from goldthread.intake.plan.heads import Label, read_label

_LABELLED = re.compile(r"^(?P<label>[A-Z][^:\n]{1,60}?)\s*:\s*(?P<said>\S.*)$", re.DOTALL)
_TIMESCALE = re.compile(r"\b(?:time ?(?:scale|frame|limit))s?\s*[:–-]\s*(?P<when>.+)$", re.IGNORECASE | re.DOTALL)
_NOTE = re.compile(r"\s*(?:NB|N\.B\.|Notes?|Links?(?: to)?|Cross[- ]reference)\b\s*[:.–-]", re.IGNORECASE)


def is_note(text: str) -> bool:
    """Whether text is marked as a note (“NB: …”)."""
    return bool(_NOTE.match(text))


def fact_of(label: str) -> Role | None:
    """What a fact's label names: an outcome, measure, timescale, note, source, rating… or None for another word."""
    text = fold(label).strip(" :*.-")
    if re.match(r"time ?(scale|frame|limit)|within$", text):
        return Role.TIMESCALE
    if re.match(r"nb$|notes?\b|link|cross[- ]ref", text):
        return Role.NOTES
    role = role_of(text)
    return (
        role if role in {Role.OUTCOME, Role.MEASURE, Role.SOURCE, Role.RATING, Role.IMPACT, Role.NOTES, Role.LEAD, Role.BY_WHEN} else None
    )


def tell_fact(item: DraftItem, role: Role, label: str, cells: Sequence[Cell]) -> None:
    """Give an item what a fact says. Leads and dates of a whole item are kept as notes, as printed."""
    words = squeeze(" ".join(cell.text for cell in cells))
    if not words:
        return
    pieces = [Piece(cell.text, cell, True) for cell in cells if cell.text.strip()]
    if role is Role.OUTCOME:
        item.outcomes += pieces
    elif role is Role.MEASURE:
        item.measures += pieces
    elif role is Role.TIMESCALE:
        item.timescale = words
    elif role is Role.SOURCE:
        item.source = words
    elif role is Role.RATING:
        item.rating += pieces
    elif role is Role.IMPACT:
        item.impact += pieces
    else:
        item.notes.append(words if is_note(words) else f"{squeeze(label).rstrip(': ')}: {words}")


def read_facts(item: DraftItem, lines: Sequence[Line]) -> None:
    """The lines under an item's heading that are facts; running text is left alone."""
    for line in lines:
        text = squeeze(line.text)
        label = read_label(text)
        labelled = _LABELLED.match(text)
        if is_note(text):
            item.notes.append(text)
        elif label and item.label is None and len(text) < 160:
            tell_label(item, text)
        elif labelled and (role := fact_of(labelled["label"])):
            tell_fact(item, role, labelled["label"], [Cell(text=labelled["said"], place=line.place)])
        elif timescale := _TIMESCALE.search(text):
            item.timescale = timescale["when"]


@dataclass(frozen=True, slots=True)
class Told:
    """What an item's cell says: its words, and the label, timescale and notes that stand with them on lines of their own."""

    text: str
    label: Label | None = None
    timescale: str = ""
    notes: tuple[str, ...] = ()


def read_cell(text: str) -> Told:
    """An item's cell taken apart: “Ofsted area for improvement / Timescale: within 3 months / Improve how… / NB: …”."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    cut = next((at for at, line in enumerate(lines) if is_note(line)), len(lines))
    notes = (squeeze(" ".join(lines[cut:])),) if lines[cut:] else ()
    timed = [found for line in lines[:cut] if (found := _TIMESCALE.match(line))]
    lines = [line for line in lines[:cut] if not _TIMESCALE.match(line)]
    label = read_label(lines[0]) if len(lines) > 1 else None
    if label and not label.text:
        lines = lines[1:]
    else:
        label = None
    return Told("\n".join(lines), label, squeeze(timed[0]["when"]) if timed else "", notes)


def tell_label(item: DraftItem, text: str) -> bool:
    """Who raised an item and by when, from words beside its heading (“Ofsted area for improvement. Timescale: …”); whether they said so."""
    timescale = _TIMESCALE.search(text)
    label = read_label(squeeze(text[: timescale.start()] if timescale else text).strip(" .:–-") + ":")
    if timescale:
        item.timescale = squeeze(timescale["when"])
    if label:
        item.label, item.source = label, label.source or item.source
    return bool(label or timescale)
