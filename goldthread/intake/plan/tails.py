"""Lead and date told inside the action's own sentence: “Open a desk (Lead: Duty Manager; by 30 June 2026)”."""

import re
from collections.abc import Iterator
from dataclasses import replace

from goldthread.common.dates import find_part_dates, find_undated
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.drafts import DraftAction, Piece
from goldthread.intake.plan.names import kind_of_name

_LABEL = r"(?:lead(?: officer| agency)?|owner|responsible|who|by whom|by when|by|due|when|timescale|deadline)"
_TAIL = re.compile(
    rf"^(?P<text>.{{8,}}?)(?:\s*[(\[–—-]|\n|(?<=[.;])\s)\s*(?P<facts>{_LABEL}\b\s*(?::|\s)\s*.+?)[)\]]?\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(rf"\s*[;|\n]\s*|(?:,|\s[–—-])\s*(?={_LABEL}\b)", re.IGNORECASE)
_FACT = re.compile(rf"(?P<label>{_LABEL})\b\s*(?P<colon>:)?\s*(?P<said>\S.*)$", re.IGNORECASE | re.DOTALL)
_WHO = frozenset({"lead", "lead officer", "lead agency", "owner", "responsible", "who", "by whom"})
_LONGEST = 1500

Facts = list[tuple[Role, str]]


def take_tail(text: str) -> tuple[str, Facts]:
    """An action's words without the lead and date that close them, and these; the whole text and nothing where none do."""
    if bracketed := _bracketed(text):
        return bracketed
    match = _TAIL.match(text) if len(text) < _LONGEST else None
    facts = list(_facts(match["facts"])) if match else []
    return (match["text"].strip(), [fact for fact in facts if fact]) if match and facts and all(facts) else (text, [])


_BRACKET = re.compile(
    r"^(?P<text>.{8,}?)\s*[(\[](?P<who>[^():\[\]]{3,80}?)[,;]\s*(?P<when>(?:by |end |end of )*[^()\[\],;]{4,30})[)\]]\s*\.?$", re.DOTALL
)


def _bracketed(text: str) -> tuple[str, Facts] | None:
    """A post and a date alone in brackets at the end (“(Director, March 2026)”); other names and a date may cite a paper."""
    match = _BRACKET.match(text) if len(text) < _LONGEST else None
    if not match or kind_of_name(match["who"]) != "post":
        return None
    dates = find_part_dates(match["when"])
    if len(dates) != 1 or not re.fullmatch(r"\s*(?:by |end |of |the )*", match["when"][: dates[0].start]):
        return None
    return match["text"].strip(), [(Role.LEAD, match["who"].strip()), (Role.BY_WHEN, match["when"].strip())]


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
    """An action without a lead or date of its own takes those that close its words, and a date that closes its lead's."""
    pieces = action.pieces(Role.ACTION)
    text, facts = take_tail(action.text(Role.ACTION)) if pieces else ("", [])
    if facts and not any(action.text(role) for role, _ in facts):
        cell = replace(pieces[0].cell, spans=())
        cells = dict(action.cells) | {Role.ACTION: [Piece(text, pieces[0].cell, True)]}
        for role, said in facts:
            cells[role] = [*cells.get(role, []), Piece(said, cell, True)]
        action = replace(action, cells=cells)
    return action if action.text(Role.BY_WHEN) else _with_date_of_lead(action)


_BEFORE_DATE = re.compile(r"[\s,;/|(–—-]*(?:\b(?:by|due|in|on|before|end|the|of|early|late|mid)\b\s*)*$", re.IGNORECASE)
_HANDED_OVER = re.compile(r"\b(?:from|until|till|since|to|as of)\s*$", re.IGNORECASE)


def _with_date_of_lead(action: DraftAction) -> DraftAction:
    """Where one column says who and by when (“Head of Care, May 2026”), the date that closes the cell is the action's."""
    pieces = action.pieces(Role.LEAD)
    text = action.text(Role.LEAD)
    dates = find_part_dates(text)
    if len(pieces) != 1 or not dates or text[dates[-1].end :].strip(" .)"):
        return action
    start = _BEFORE_DATE.search(text[: dates[0].start])
    assert start is not None
    if not text[: start.start()].strip() or _HANDED_OVER.search(text[: dates[0].start]):
        return action
    cell = replace(pieces[0].cell, spans=())
    who, when = text[: start.start()], text[start.start() :].strip(" ,;/|()–—-\n")
    return replace(action, cells=dict(action.cells) | {Role.LEAD: [Piece(who, cell, True)], Role.BY_WHEN: [Piece(when, cell, True)]})
