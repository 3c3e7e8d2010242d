"""What a person confirms before a paper is accepted, and what cannot be accepted at all."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from goldthread.models import Inspection
from goldthread.rules import authorities, inspections
from goldthread.rules.errors import NotPossible
from goldthread.thread.picture import Picture

OTHER_AUTHORITY: Final = "other_authority"
SECOND_PLAN: Final = "second_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that a person confirms. code: one of the above; words: what is so; tick: what is confirmed."""

    code: str
    words: str
    tick: str


def holds_report(picture: Picture) -> bool:
    """Whether a picture makes an inspection."""
    return bool(picture.judgements or picture.findings)


def about_another(picture: Picture, council: str) -> list[Doubt]:
    """A report about another authority than the council whose installation this is; one that prints none raises no doubt."""
    authority = picture.inspection.authority
    if not holds_report(picture) or not authority or authorities.is_same(authority, council):
        return []
    words = f"This report is about {authority}, and this is {council}’s Goldthread."
    return [Doubt(code=OTHER_AUTHORITY, words=words, tick=f"Accept the report about {authority} all the same")]


def answered_already(inspection: Inspection | None) -> list[Doubt]:
    """A plan that answers the inspection already."""
    first = inspection.plans.first() if inspection else None
    if first is None:
        return []
    words = f"A plan answers this inspection already: {first}; a second one would double everybody’s work."
    return [Doubt(code=SECOND_PLAN, words=words, tick="Accept a second plan for this inspection all the same")]


def check_confirmed(doubts: Iterable[Doubt], confirmed: Container[str]) -> None:
    """Raises NotPossible for the first doubt that nobody has confirmed."""
    if left := next((one for one in doubts if one.code not in confirmed), None):
        raise NotPossible(f"{left.words} Tick “{left.tick}”, or leave the paper.")


def check_is_new(picture: Picture, held: Iterable[Inspection]) -> None:
    """Raises NotPossible when the report's inspection is held already."""
    known = inspections.held_already(picture.inspection, held) if holds_report(picture) else None
    if known:
        plan = (
            "To accept only the plan, refuse the report’s parts in the review (the inspection, its judgements and its findings), "
            "and choose that inspection here."
            if picture.plan.items
            else "Leave this paper, or take that report back first."
        )
        paper = f", from “{known.document.name}”" if known.document else ""
        raise NotPossible(f"The inspection “{inspections.named(known)}” is here already{paper}. {plan}")
