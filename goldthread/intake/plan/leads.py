"""The lead cell: one post or several, and which of them is responsible."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from goldthread.common.dates import find_part_dates
from goldthread.common.text import BULLETS, fold, squeeze
from goldthread.intake.document import Span
from goldthread.intake.plan.answerable import accountable_names
from goldthread.intake.plan.emphasis import emphasised
from goldthread.intake.plan.names import is_body
from goldthread.intake.plan.splitting import split_names
from goldthread.thread.picture import Problem

__all__ = ["Leads", "accountable_names", "is_body", "read_leads"]

_LABEL = re.compile(
    r"(?:^|(?<=[\n;,/.]))\s*(?P<label>(?:(?:overall|strategic|operational|responsible|accountable|action|project|joint|co-?)\s*-?\s*)?"
    r"(?:lead(?:s|\s+(?:officer|person|agency|manager))?|support(?:ed\s+by|ing)?|responsible|accountable|owner|sponsor"
    r"|consulted|informed)(?:\(s\))?)"
    r"\s*(?::|\s[-–]\s)\s*",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(r"\s+\(?(?:supported\s+by|with\s+support\s+from|assisted\s+by)\s+", re.IGNORECASE)
_MARK = re.compile(
    r"\s*(?:\((?:overall\s+|responsible\s+|accountable\s+)?(?:lead(?:\s+officer)?|responsible|accountable|owner)\)|\*+)", re.IGNORECASE
)
_SUPPORT = re.compile(r"\s*\((?:support(?:ing)?|deputy lead|consulted|informed)\)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\((?:see|as per|refer to|tbc|vacant|interim|until|from|to be)\b[^)]*\)", re.IGNORECASE)
_HANDOVER = re.compile(
    r"[\s,(–-]*\b(?:from|until|till|to|up\s+to|since|as\s+(?:of|from)|with\s+effect\s+from|w\.?e\.?f\.?|after)\s+$", re.IGNORECASE
)
_REACHED_AT = re.compile(
    r"[\s,;:(–—-]*(?:(?:tel(?:ephone)?|phone|mobile|ext|email|e-mail)\.?\s*:?\s*)?"
    r"(?:\+?\d[\d\s()]{7,}\d|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\)?",
    re.IGNORECASE,
)
"""A telephone number or an address for mail: no part of anybody's name."""
_NOBODY = re.compile(
    r"[\s\-–—.?\"″“”〃]*(?:tbc|tba|tbd|n/?a|not applicable|none|vacant|to be (?:confirmed|agreed|appointed|identified|decided)"
    r"|(?:same )?as (?:above|before|previous)|ditto)?[\s\-–—.?\"″“”〃]*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?P<start>\b[A-Z][a-z]+\s+(?!of\b|and\b|for\b|the\b|to\b|in\b|on\b|at\b)[a-z]+\b[^.;/]{0,200}?\b(?:will|shall|should"
    r"|must|is|are|has|have|was|were|needs?)\b.*)",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"(?:\b(?:of|and|for|the|to|with|by)|[&,/–-])$", re.IGNORECASE)
_BROKEN_OFF = re.compile(
    r"(?:\w+ )*(?:director|head|manager|lead|officer|commissioner)\b(?: (?:of|for)|,)? (?:[\w&,’'-]+ )*"
    r"(?:social|integrated|early|disabled|looked|vulnerable|complex|additional|targeted|multi-agency)",
    re.IGNORECASE,
)
"""A post that stops at a word which needs another after it: “Assistant Director Social”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """What a lead cell says.

    names: as printed, in order, without marks, dates of handover and remarks. responsible: the one name that underline,
    bold or words mark, or the only one; None when nobody can tell. notes: what stood in the cell beside the names.
    problems: their ``where`` is only "lead"; the caller adds the place.
    """

    names: tuple[str, ...] = ()
    responsible: str | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stretch of the cell under one label. standing: ``lead``, ``support`` or empty when nothing says."""

    text: str
    standing: str = ""


def read_leads(text: str, spans: Sequence[Span] = (), *, known: Iterable[str] = ()) -> Leads:
    """The leads that a cell names. spans: its text with emphasis, where the format keeps it.

    known: whole names from elsewhere in the document, which show where one name ends and the next begins.
    """
    return _read(text, tuple(spans), frozenset(known))


@lru_cache(maxsize=1024)
def _read(text: str, spans: tuple[Span, ...], known: frozenset[str]) -> Leads:
    """A plan's lead cells say the same few names again and again."""
    if _NOBODY.fullmatch(text):
        return Leads(problems=_nobody(text))
    bare, notes = _without_remarks(_REACHED_AT.sub("", text))
    bare, handovers = _without_handovers(bare)
    names: list[str] = []
    standing: dict[str, str] = {}
    for segment in _segments(bare):
        for printed in split_names(segment.text, known=known):
            name, mark = _unmarked(printed)
            if re.search(r"\w", name) and fold(name) not in {fold(other) for other in names}:
                names.append(name)
                standing[name] = mark or segment.standing
    responsible, problems = _responsible(names, standing, spans)
    return Leads(
        names=tuple(names),
        responsible=responsible,
        notes=(*notes, *(note for note in handovers)),
        problems=(*problems, *(_handover(note) for note in handovers), *_unfinished(names)),
    )


def _segments(text: str) -> list[_Segment]:
    labels = list(_LABEL.finditer(text))
    if labels:
        starts = [(0, 0, "")] if text[: labels[0].start()].strip() else []
        starts += [(label.start(), label.end(), label["label"]) for label in labels]
        ends = [start for start, _, _ in starts[1:]] + [len(text)]
        return [_Segment(text[after:end].strip(" ;,\n/"), _standing(label)) for (_, after, label), end in zip(starts, ends, strict=True)]
    if supported := _SUPPORTED.search(text):
        return [_Segment(text[: supported.start()], "lead"), _Segment(text[supported.end() :].rstrip(") "), "support")]
    return [_Segment(text)]


def _standing(label: str) -> str:
    if not label:
        return ""
    return "support" if re.match(r"support|consulted|informed|sponsor", label, re.IGNORECASE) else "lead"


def _without_remarks(text: str) -> tuple[str, list[str]]:
    """The cell without asides in brackets and without a sentence that ran into it; these as notes."""
    notes = [squeeze(aside).strip("()") for aside in _ASIDE.findall(text) if not find_part_dates(aside)]
    bare = _ASIDE.sub(lambda aside: aside[0] if find_part_dates(aside[0]) else " ", text)
    sentence = _SENTENCE.search(bare)
    if sentence and bare[: sentence.start()].strip(f" \n-–;,/{BULLETS}"):
        notes.append(squeeze(sentence["start"]))
        bare = bare[: sentence.start()]
    return bare, notes


def _without_handovers(text: str) -> tuple[str, list[str]]:
    """The cell without "from 1 April 2012" and its like; each as a note that names whose it is."""
    notes: list[str] = []
    for found in reversed(find_part_dates(text)):
        if not (lead_in := _HANDOVER.search(text[: found.start])):
            continue
        whose = squeeze(re.split(r"[/;\n]", text[: lead_in.start()])[-1])
        closing = 1 if text[found.end : found.end + 1] == ")" and "(" in lead_in[0] else 0
        notes.insert(0, squeeze(f"{whose} {lead_in[0].strip(' ,(–-')} {found.text}"))
        text = f"{text[: lead_in.start()]} {text[found.end + closing :]}"
    return text, notes


def _unmarked(printed: str) -> tuple[str, str]:
    name = _SUPPORT.sub(" ", printed)
    mark = "support" if name != printed else ""
    bare = _MARK.sub(" ", name)
    return squeeze(bare).strip(" ,;:/"), "lead" if bare != name else mark


def _responsible(names: list[str], standing: dict[str, str], spans: Sequence[Span]) -> tuple[str | None, tuple[Problem, ...]]:
    if len(names) <= 1:
        return (names[0] if names else None), ()
    underlined = emphasised(names, spans, lambda span: span.underline)
    if len(underlined) == 1:
        return underlined[0], ()
    leading = [name for name in names if standing[name] == "lead"]
    if len(leading) == 1:
        return leading[0], ()
    bold = emphasised(names, spans, lambda span: span.bold)
    if len(bold) == 1 and not underlined:
        return bold[0], ()
    marked = underlined if 1 < len(underlined) < len(names) else ()
    return None, tuple(_several(marked))


def _several(marked: Sequence[str]) -> Iterable[Problem]:
    if marked:
        yield Problem(
            where="lead",
            found=f"{len(marked)} leads underlined: {'; '.join(marked)}",
            expected="one responsible lead underlined",
            do="Say which of them is responsible.",
        )


def _nobody(text: str) -> tuple[Problem, ...]:
    if not re.search(r"\w", text):
        return ()
    return (Problem(where="lead", found=squeeze(text), expected="the post that leads", do="Name the lead when it is known."),)


def _handover(note: str) -> Problem:
    return Problem(
        where="lead",
        found=note,
        expected="one lead for the whole of the action",
        do="Change the lead on that day; the date is kept as a note.",
        severity="info",
    )


def _unfinished(names: list[str]) -> Iterable[Problem]:
    for name in names:
        if _UNFINISHED.search(name) or _BROKEN_OFF.fullmatch(name):
            yield Problem(
                where="lead", found=name, expected="the whole name of the post", do="Look at the document: the end of the name is missing."
            )
