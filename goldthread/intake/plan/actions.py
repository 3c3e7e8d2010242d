"""From a draft to an action: each cell read by its own reader, each value with its place."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from goldthread.common.places import Place
from goldthread.common.text import LOST, fold, squeeze
from goldthread.intake.document import Span
from goldthread.intake.plan.blanks import says_nothing
from goldthread.intake.plan.builder import ended
from goldthread.intake.plan.by_when import ByWhen, read_by_when
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.doubts import Doubts
from goldthread.intake.plan.drafts import DraftAction, Pieces, place_of, text_of
from goldthread.intake.plan.leads import Leads, accountable_names, is_body, read_leads
from goldthread.intake.plan.letters import split_parts, split_progress
from goldthread.intake.plan.rating_words import read_rating
from goldthread.intake.plan.statements import hard_statements, wrapped_statements
from goldthread.thread.picture import Action, Evidence, Measure, Part, Progress, StatusKey

_ANSWERS_TO = re.compile(
    r"\s*(?:[(/–-]\s*)?\b(?:(?:accountab(?:le|ility)|report(?:s|ing|ed)?)(?:\s+to)?\s*:"
    r"|(?<=[–-]\s)(?:sign(?:ed)?[ -]?off by|report(?:s|ing|ed)? to|accountable to)\s)\s*(?P<whom>.{2,160})$",
    re.IGNORECASE | re.DOTALL,
)
"""A labelled clause at the end of a by-when cell that names a board and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the document as a whole says that a single cell needs.

    year: near the document's own. names: leads known from elsewhere in it. key: its rating key.
    """

    year: int | None = None
    names: Collection[str] = ()
    key: tuple[StatusKey, ...] = ()


def read_action(draft: DraftAction, about: Context, doubts: Doubts, where: str) -> Action:
    """The action that a draft holds. where: “item 3 › action 2”, for problems."""
    text, parts = _text(draft, doubts, where)
    leads = _leads(draft, about, doubts, where)
    when, printed = _by_when(draft, about, doubts, where)
    return Action(
        number=draft.number,
        text=text,
        parts=parts,
        leads=leads.names,
        leads_basis="none" if not leads.names else "filled_down" if Role.LEAD in draft.filled else "printed",
        responsible_lead=leads.responsible,
        by_when_text=printed,
        due_dates=when.due_dates,
        recurrence=when.recurrence,
        accountable_to=_accountable(draft, when),
        progress=_progress(draft, parts),
        rating=rating_of(draft.pieces(Role.RATING), about, doubts),
        impact_rating=rating_of(draft.pieces(Role.IMPACT), about, doubts),
        evidence=tuple(Evidence(text=text, place=place) for text, place in statements(draft.pieces(Role.EVIDENCE), soft=draft.soft)),
        measures=tuple(Measure(text=text, place=place) for text, place in statements(draft.pieces(Role.MEASURE), soft=draft.soft)),
        place=draft.place,
        places=_places(draft),
    )


def _text(draft: DraftAction, doubts: Doubts, where: str) -> tuple[str, tuple[Part, ...]]:
    printed = draft.text(Role.ACTION)
    if not squeeze(printed):
        doubts.say(
            where,
            f"a row without the action's words: {squeeze(draft.place.quote or '')[:80]}",
            "what is to be done",
            "Look at the document: the action's words are lost.",
            "error",
        )
        return LOST, ()
    return split_parts(printed)


def _leads(draft: DraftAction, about: Context, doubts: Doubts, where: str) -> Leads:
    pieces = draft.pieces(Role.LEAD)
    text = lead_text(draft)
    if support := draft.text(Role.SUPPORT):
        text = f"{text}\nSupport: {squeeze(support)}"
    leads = read_leads(text, _spans(pieces), known=about.names)
    if len(leads.names) == 1 and leads.responsible and is_body(leads.names[0]):
        leads = replace(leads, responsible=None)
    own = read_leads(draft.text(Role.LEAD), known=about.names).names if support else ()
    if len(own) == 1 and not is_body(own[0]):  # the columns tell the one who leads from those who help
        leads = replace(leads, responsible=own[0])
    if Role.LEAD not in draft.filled:
        doubts.extend(leads.problems, where)
        text = squeeze(text)
        if text and not leads.names and not leads.problems and re.search(r"\w{3}", text):
            doubts.say(f"{where} › lead", text, "the name of a post, person or body", "Say who leads; no name was understood.")
    return leads


def lead_text(draft: DraftAction) -> str:
    """The lead cell's text with the line breaks that part names, and without those where print only wrapped."""
    pieces = draft.pieces(Role.LEAD)
    text = "\n".join(piece.text for piece in pieces)
    if not draft.soft:
        return text
    if re.search("[/;]" if len(pieces) > 1 else "[/;,]", text):  # signs part its names, so its line breaks only wrap
        return draft.text(Role.LEAD)
    return _unwrapped(text) if len(pieces) == 1 else text


def _unwrapped(text: str) -> str:
    """A cell whose first line is a lone word that the next line's first had no room beside (“Police” / “Safeguarding Lead”): joined."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    width = max((len(line) for line in lines), default=0)
    if len(lines) > 1 and " " not in lines[0] and len(lines[0]) + 1 + len(lines[1].split()[0]) > width:
        lines = [f"{lines[0]} {lines[1]}", *lines[2:]]
    return "\n".join(lines)


def _spans(pieces: Pieces) -> tuple[Span, ...]:
    spans: list[Span] = []
    for piece in pieces:
        if fold("".join(span.text for span in piece.cell.spans)) != fold(piece.text):
            continue
        spans += [Span(text="\n")] if spans else []
        spans += piece.cell.spans
    return tuple(spans)


_LONGEST_TIME = 1500
"""Characters; what stands further on in a by-when cell is no time."""


def _by_when(draft: DraftAction, about: Context, doubts: Doubts, where: str) -> tuple[ByWhen, str | None]:
    """What the cell says, and its words without a labelled “Accountable to: …” that shares it."""
    printed = draft.text(Role.BY_WHEN)
    read = read_by_when(printed[:_LONGEST_TIME], year_hint=about.year)
    doubts.extend(read.problems, where)
    whom = _answers_to(printed)
    timed = printed[: whom.start()] if whom else printed
    return read, squeeze(timed) or None


def _answers_to(printed: str) -> re.Match[str] | None:
    found = _ANSWERS_TO.search(printed)
    return found if found and accountable_names(found["whom"]) and not re.search(r"[.;]\s|\d", found["whom"]) else None


def _accountable(draft: DraftAction, when: ByWhen) -> tuple[str, ...]:
    own = draft.text(Role.ACCOUNTABLE)
    labelled = _answers_to(draft.text(Role.BY_WHEN))
    named = accountable_names(labelled["whom"]) if labelled else ()
    names = [*(accountable_names(own) if own else ()), *(named or when.accountable_to)]
    return tuple({fold(name): name for name in reversed(names)}[key] for key in dict.fromkeys(map(fold, names)))


def _progress(draft: DraftAction, parts: tuple[Part, ...]) -> tuple[Progress, ...]:
    told = [piece for piece in draft.pieces(Role.PROGRESS) if not says_nothing(piece.text)]
    return split_progress(text_of(told, soft=draft.soft), [part.letter for part in parts])


def statements(pieces: Pieces, *, soft: bool) -> list[tuple[str, Place]]:
    """The statements of a cell, each with the place it was printed in."""
    split = wrapped_statements if soft else hard_statements
    return [(text, piece.cell.place.saying(text)) for piece in _rejoined(pieces) for text in split(piece.text)]


def _rejoined(pieces: Pieces) -> Pieces:
    """The pieces with those that a page break cut off put back: a piece that starts small goes on with the one before."""
    whole: Pieces = []
    for piece in pieces:
        if whole and piece.text.strip()[:1].islower() and not ended(whole[-1].text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text}\n{piece.text}")
        else:
            whole.append(piece)
    return whole


def rating_of(pieces: Pieces, about: Context, doubts: Doubts) -> str | None:
    """The rating as printed; a cell with a fill alone is rated under the document's own key, and else by the fill itself."""
    printed = squeeze(" ".join(piece.text for piece in pieces))
    fill = next((piece.cell.fill for piece in pieces if piece.cell.fill), None)
    if re.search(r"\w|[^\x00-\x7f]", printed) and not re.fullmatch(r"[\s–—-]*", printed):
        return read_rating(printed) or printed
    if fill is None:
        return None
    label = _label_of(fill, about.key)
    if label is None:
        doubts.say(
            "rating",
            f"cells shaded #{fill} without a word",
            "a key to the ratings that shows this colour",
            "Say what the colour means; it is kept as it is.",
        )
    return label or f"#{fill}"


def _label_of(fill: str, key: tuple[StatusKey, ...]) -> str | None:
    return next((entry.label for entry in key if entry.colour == f"#{fill}"), None)


_PLACED: Mapping[str, Role] = {
    "text": Role.ACTION,
    "leads": Role.LEAD,
    "by_when_text": Role.BY_WHEN,
    "accountable_to": Role.ACCOUNTABLE,
    "progress": Role.PROGRESS,
    "rating": Role.RATING,
    "impact_rating": Role.IMPACT,
}


def _places(draft: DraftAction) -> dict[str, Place] | None:
    places = {name: place_of(draft.pieces(role)) for name, role in _PLACED.items() if draft.pieces(role)}
    if "due_dates" not in places and "by_when_text" in places:
        places["due_dates"] = places["by_when_text"]
    return places or None
