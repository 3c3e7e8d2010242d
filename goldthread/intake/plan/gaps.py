"""What is missing from a plan as a whole: numbers left out of a sequence, marks and ratings that the document promises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from goldthread.intake.document import Block, Line
from goldthread.intake.plan.doubts import Doubts
from goldthread.thread.picture import Action, Item, Plan

_MARKED = re.compile(
    r"\b(?:leads?|officers?|owners?)\b.{0,80}\b(?:underlined?|in bold|bold|asterisk)\b"
    r"|\b(?:underlined?|in bold)\b.{0,60}\b(?:leads?|officers?|owners?)\b",
    re.IGNORECASE,
)


def tell_gaps(plan: Plan, blocks: Sequence[Block], doubts: Doubts, *, rated: bool) -> None:
    """Say what is missing. rated: a heading promises ratings."""
    for number in _missing([item.section for item in plan.items], sections=True):
        doubts.say(
            "sections",
            f"no section {number} between the others",
            "sections numbered without a gap",
            "Look whether one is lost; a plan may leave a number out.",
            "info",
        )
    for item in plan.items:
        for number in _missing([action.number for action in item.actions]):
            before_all = not any(action.number and action.number.isdigit() and int(action.number) < number for action in item.actions)
            doubts.say(
                f"item {item.ref}",
                f"no action {number}",
                "actions numbered without a gap",
                "Look at the document: an action may be lost.",
                "error" if before_all else "warning",
            )
    if rated and plan.items and not any(_ratings(item) for item in plan.items):
        doubts.say(
            "ratings",
            "a column for ratings and no rating in it",
            "a rating for each action",
            "Look at the document: colours may be lost on the way; no rating does not mean not started.",
        )
    _tell_marks(plan, blocks, doubts)


def _ratings(item: Item) -> list[str]:
    found = [item.rating, item.impact_rating, *(action.rating or action.impact_rating for action in item.actions)]
    return [rating for rating in found if rating]


def _missing(printed: Sequence[str | None], *, sections: bool = False) -> Iterator[int]:
    """Whole numbers that a sequence leaves out, from its beginning on; nothing when it is no plain sequence."""
    numbers: list[int] = []
    for text in printed:
        match = re.match(r"(?:(?:section|part|theme)\s+)?(\d{1,2})(?=[.):\s]|$)" if sections else r"(\d{1,2})$", text or "", re.IGNORECASE)
        if match and (not numbers or int(match[1]) != numbers[-1]):
            numbers.append(int(match[1]))
    if not numbers or any(after <= before for before, after in pairwise(numbers)) or len(numbers) < 2:
        return
    start = 0 if numbers[0] <= 2 else numbers[0] - 1
    for before, after in pairwise([start, *numbers]):
        if after - before <= 3:
            yield from range(before + 1, after)


def lost_marks(items: Sequence[Item], blocks: Sequence[Block]) -> str | None:
    """The document's words that the responsible lead is marked, when several leads stand together and no mark survives; else None."""
    several = _several(items)
    if not several or any(action.responsible_lead for action in several):
        return None
    return next((block.text for block in blocks if isinstance(block, Line) and _MARKED.search(block.text)), None)


def _several(items: Sequence[Item]) -> list[Action]:
    return [action for item in items for action in item.actions if len(action.leads) > 1]


def without_responsible(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with nobody called responsible: where marks are lost, a lead alone in a cell may not be the only one either."""
    return tuple(replace(item, actions=tuple(replace(action, responsible_lead=None) for action in item.actions)) for item in items)


def _tell_marks(plan: Plan, blocks: Sequence[Block], doubts: Doubts) -> None:
    """The document says that the responsible lead is marked, and no mark survives."""
    promise = lost_marks(plan.items, blocks)
    if promise:
        doubts.say(
            "leads",
            f"{len(_several(plan.items))} actions with several leads and none marked, though the plan says: {promise}",
            "one responsible lead marked",
            "Look at the document: underlining or bold may be lost on the way.",
        )
