"""Lead and date told inside the action's own sentence: “Open a desk (Lead: Duty Manager; by 30 June 2026)”."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldthread.common.dates import find_part_dates, find_undated
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.drafts import DraftAction, Piece

_LABEL = r"(?:lead(?: officer| agency)?|owner|responsible|who|by whom|by when|by|due|when|timescale|deadline)"
_TAIL = re.compile(
    rf"^(?P<text>.{{15,}}?)\s*[(\[–—-]\s*(?P<facts>{_LABEL}\b\s*(?::|\s)\s*.+?)[)\]]?\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(rf"\s*[;|]\s*|(?:,|\s[–—-])\s*(?={_LABEL}\b)", re.IGNORECASE)
_FACT = re.compile(rf"(?P<label>{_LABEL})\b\s*(?P<colon>:)?\s*(?P<said>\S.*)$", re.IGNORECASE | re.DOTALL)
_WHO = frozenset({"lead", "lead officer", "lead agency", "owner", "responsible", "who", "by whom"})
_LONGEST = 1500

Facts = list[tuple[Role, str]]


def take_tail(text: str) -> tuple[str, Facts]:
    """An action's words without the lead and date that close them, and these; the whole text and nothing where none do."""
    match = _TAIL.match(text) if len(text) < _LONGEST else None
    facts = list(_facts(match["facts"])) if match else []
    return (match["text"].strip(), [fact for fact in facts if fact]) if match and facts and all(facts) else (text, [])


def _facts(text: str) -> Iterator[tuple[Role, str] | None]:
    """Each stretch as a fact; None for one that is no fact, so that the sentence stays whole."""
    for piece in _BETWEEN.split(text):
        match = _FACT.match(piece.strip())
        if not match:
            yield None
            continue
        said = match["said"].strip(" ).")
        role = Role.LEAD if match["label"].lower() in _WHO else Role.BY_WHEN
        plain = bool(match["colon"]) or (role is Role.BY_WHEN and bool(find_part_dates(said) or find_undated(said)))
        yield (role, said) if plain and len(said) < 160 else None


def with_tail(action: DraftAction) -> DraftAction:
    """An action without a lead or date of its own takes those that close its words."""
    pieces = action.pieces(Role.ACTION)
    if not pieces or action.text(Role.LEAD) or action.text(Role.BY_WHEN):
        return action
    text, facts = take_tail(action.text(Role.ACTION))
    if not facts:
        return action
    cell = replace(pieces[0].cell, spans=())
    cells = dict(action.cells) | {Role.ACTION: [Piece(text, pieces[0].cell, True)]}
    for role, said in facts:
        cells[role] = [*cells.get(role, []), Piece(said, cell, True)]
    return replace(action, cells=cells)
