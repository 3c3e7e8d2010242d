"""Facts about an item that stand beside its heading: “Outcome: …”, “Timescale: …”, who raised it, notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.common.places import Place
from goldthread.common.text import BULLETS, fold, squeeze
from goldthread.intake.document import Cell, Line
from goldthread.intake.plan.columns import Role, role_of
from goldthread.intake.plan.damage import unbroken
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
    if re.fullmatch(r"(?:executive |senior |political )?(?:sponsor|champion|chair)s?", text):
        return Role.LEAD
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
    """The lines under an item's heading that are facts, those listed under a label among them; running text is left alone."""
    listed: tuple[Role, str] | None = None
    for line in lines:
        text = squeeze(line.text)
        if listed and _ENTRY.match(text):
            tell_fact(item, *listed, [Cell(text=_ENTRY.sub("", text), place=line.place)])
            continue
        if listed and line.bullet:
            tell_fact(item, *listed, [Cell(text=text, place=line.place)])
            continue
        role = fact_of(text) if text.endswith(":") and len(text) <= _LONGEST_LABEL else None
        listed = (role, text) if role in {Role.OUTCOME, Role.MEASURE} else None
        _read_fact(item, text, line)


_ENTRY = re.compile(rf"[{re.escape(BULLETS)}]\s*|[-–*]\s+")


def _read_fact(item: DraftItem, text: str, line: Line) -> None:
    label = read_label(text)
    if is_note(text):
        item.notes.append(text)
    elif label and item.label is None and len(text) < _LONGEST_LABEL:
        tell_label(item, text)
    elif tell_line(item, text, line.place):
        return
    elif timescale := _TIMESCALE.search(text):
        item.timescale = timescale["when"]


def is_line_fact(text: str) -> bool:
    """Whether a line says something of an item under a label (“Outcome: …”)."""
    labelled = _LABELLED.match(text)
    return labelled is not None and fact_of(labelled["label"]) is not None


def tell_line(item: DraftItem, text: str, place: Place) -> bool:
    """Give an item what a labelled line says of it (“Outcome: …”); whether it was one."""
    labelled = _LABELLED.match(text)
    role = fact_of(labelled["label"]) if labelled else None
    if labelled is None or role is None:
        return False
    tell_fact(item, role, labelled["label"], [Cell(text=labelled["said"], place=place)])
    return True


@dataclass(frozen=True, slots=True)
class Told:
    """What an item's cell says: its words, and the label, timescale and notes that stand with them on lines of their own."""

    text: str
    label: Label | None = None
    timescale: str = ""
    notes: tuple[str, ...] = ()


def read_cell(text: str, *, soft: bool = False) -> Told:
    """An item's cell taken apart: “Ofsted area for improvement / Timescale: within 3 months / Improve how… / NB: …”.

    soft: newlines are where print wrapped. A cell that is nothing but a label and a timescale has no words of its own.
    """
    lines = [line.strip() for line in re.sub(r"(?<=[.!?)])\s+(?=NB\s?[:–-])", "\n", text).split("\n") if line.strip()]
    cut = next((at for at, line in enumerate(lines) if is_note(line)), len(lines))
    notes = (flat("\n".join(lines[cut:]), soft=soft),) if lines[cut:] else ()
    timescale, lines = _take_timescale(lines[:cut], soft=soft)
    if not timescale:
        timescale, lines = _timescale_in_label(lines)
    label, lines = _take_label(lines, soft=soft)
    return Told("\n".join(lines), label, timescale, notes)


def flat(text: str, *, soft: bool) -> str:
    """Text on one line; where print wrapped it, a hyphen at a line's end takes no space."""
    return unbroken(text) if soft else squeeze(text)


def _take_label(lines: list[str], *, soft: bool) -> tuple[Label | None, list[str]]:
    """The label that the first lines are, and the other lines; print may have wrapped it over as many as four."""
    for count in range(min(4 if soft else 1, len(lines)), 0, -1):
        label = read_label(" ".join(lines[:count]))
        if label and not label.text:
            return label, lines[count:]
    return None, lines


def _timescale_in_label(lines: list[str]) -> tuple[str, list[str]]:
    """A timescale that runs on behind the label in one line (“1. Recommendation Timescale: Immediate”): it, and the label alone."""
    found = _TIMESCALE.search(lines[0]) if len(lines) == 1 and len(lines[0]) < _LONGEST_LABEL else None
    label = read_label(lines[0][: found.start()].strip(" .:–-") + ":") if found else None
    return (squeeze(found["when"]), [lines[0][: found.start()].strip(" .:–-") + ":"]) if found and label else ("", lines)


_LONGEST_LABEL = 160


_TIMED = re.compile(r"time ?(?:scale|frame|limit)s?\s*[:–-]", re.IGNORECASE)
_TIMED_ON = re.compile(r"(?:within|immediate|months?|weeks?|\(|by\b|end\b|[a-z]+ \d{4}|\d{4}\b|\d{1,2} (?:months?|weeks?))", re.IGNORECASE)


def _take_timescale(lines: list[str], *, soft: bool) -> tuple[str, list[str]]:
    """The timescale that has lines of its own, and the other lines."""
    start = next((at for at, line in enumerate(lines) if _TIMED.match(line)), None)
    if start is None:
        return "", lines
    end = start + 1
    while soft and end < len(lines) and end < start + 6 and _goes_on(" ".join(lines[start:end]), lines[end]):
        end += 1
    found = _TIMESCALE.match(" ".join(lines[start:end]))
    return (squeeze(found["when"]), lines[:start] + lines[end:]) if found else ("", lines)


def _goes_on(told: str, line: str) -> bool:
    unfinished = told.count("(") > told.count(")") or told.endswith(":")
    return unfinished or bool(_TIMED_ON.match(line))


def tell_label(item: DraftItem, text: str) -> bool:
    """Who raised an item and by when, from words beside its heading (“Ofsted area for improvement. Timescale: …”); whether they said so."""
    timescale = _TIMESCALE.search(text)
    label = read_label(squeeze(text[: timescale.start()] if timescale else text).strip(" .:–-") + ":")
    if timescale:
        item.timescale = squeeze(timescale["when"])
    if label:
        item.label, item.source = label, label.source or item.source
    return bool(label or timescale)
