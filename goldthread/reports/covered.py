"""What answers each finding: the items and their actions, why they are taken to, and whether in the inspectors' time.

Links are worked out from words and references (``thread.links``); a finding that nothing answers is said to be so, never hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldthread.common.dates import PartDate, first_day, spoken
from goldthread.common.text import shorten
from goldthread.reports.map.lines import action_ref
from goldthread.reports.map.timing import limit_words
from goldthread.reports.map.words import kind_words, service_words
from goldthread.thread.checks.base import Subject
from goldthread.thread.checks.limits import Limit, finding_limit
from goldthread.thread.links import MUST_BE_ANSWERED, Link
from goldthread.thread.picture import Action, Finding, Item, Picture

COVERED = "covered"
ELSEWHERE = "covered elsewhere"
NOT_COVERED = "not covered"
BACKGROUND = "background"
STATES: Mapping[str, str] = {
    NOT_COVERED: "Not covered: no item answers it",
    ELSEWHERE: "Covered elsewhere",
    COVERED: "Covered",
    BACKGROUND: "A paragraph that no item takes up, which a plan need not answer",
}
"""Every state with its label."""

BASES: Mapping[str, str] = {
    "same words": "the item says the same words",
    "paragraph reference": "the item cites the paragraph",
    "stated": "the item names the finding",
    "order of the list": "its place in the list leaves only this finding",
}
"""What a link rests on, in words."""


_WORD_FOR_WORD = 99


def reason(basis: str, likeness: float | None) -> str:
    """Why a finding and an item are taken to belong together. basis: in words, as of ``BASES``; likeness: 0–100, None without words."""
    if likeness is None or likeness >= _WORD_FOR_WORD:
        return basis
    return f"the item says nearly the same words, {likeness:.0f} % alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweringAction:
    """One action under an answering item. key: its JSON Pointer."""

    key: str
    ref: str
    words: str
    due_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One item that answers a finding. key: its JSON Pointer; basis: in words; likeness: 0–100, None where words play no part.

    due: the latest day or month among its actions' dates, None where no action has one; due_words: the same in words.
    """

    key: str
    ref: str
    words: str
    basis: str
    likeness: float | None
    actions: tuple[AnsweringAction, ...]
    due: PartDate | None
    due_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One finding with its answers. key, judgement_key: JSON Pointers; judgement_key is None where no grade stands behind it.

    state: a key of ``STATES``. elsewhere: where else to look, which an answered finding may have too. limit: the inspectors' last day.
    kept: whether every dated action that answers it falls within the limit; None without a limit or a date.
    """

    key: str
    ref: str
    kind: str
    service: str | None
    section: str | None
    text: str
    must_be_answered: bool
    state: str
    answers: tuple[Answer, ...]
    elsewhere: str | None
    judgement_key: str | None
    limit: date | None
    limit_words: str
    kept: bool | None
    timing_words: str


def coverage(picture: Picture) -> tuple[Covered, ...]:
    """Every finding in the report's order with what answers it."""
    subject = Subject(picture=picture, as_at=date.min)
    linked: dict[str, list[Link]] = {}
    for link in subject.links.links:
        linked.setdefault(link.finding, []).append(link)
    answers = {link.item: link for link in subject.links.links}
    items = {item.ref: at for at, item in reversed(list(enumerate(picture.plan.items))) if item.ref in answers}
    judged = {id(judgement): f"/judgements/{at}" for at, judgement in enumerate(picture.judgements)}
    found = []
    for at, finding in enumerate(picture.findings):
        behind = sorted(linked.get(finding.ref, ()), key=lambda link: items[link.item])
        told = tuple(_answer(link, items[link.item], picture) for link in behind)
        judgement = subject.links.judgement_behind(finding.ref)
        key = judged.get(id(judgement)) if judgement else None
        found.append(_covered(f"/findings/{at}", finding, told, key, subject))
    return tuple(found)


def _covered(key: str, finding: Finding, answers: tuple[Answer, ...], judgement_key: str | None, subject: Subject) -> Covered:
    limit = finding_limit(finding, subject)
    elsewhere = subject.links.elsewhere.get(finding.ref)
    late = [answer for answer in answers if limit and answer.due and first_day(answer.due) > limit.day]
    dated = [answer for answer in answers if answer.due]
    return Covered(
        key=key,
        ref=finding.ref,
        kind=kind_words(finding.kind),
        service=service_words(finding.service),
        section=finding.section,
        text=finding.text,
        must_be_answered=finding.kind in MUST_BE_ANSWERED,
        state=_state(finding, answers, elsewhere),
        answers=answers,
        elsewhere=elsewhere,
        judgement_key=judgement_key,
        limit=limit.day if limit else None,
        limit_words=limit_words(limit) if limit else "",
        kept=not late if limit and dated else None,
        timing_words=_timing(limit, answers, late, dated),
    )


def _state(finding: Finding, answers: tuple[Answer, ...], elsewhere: str | None) -> str:
    if answers:
        return COVERED
    if elsewhere:
        return ELSEWHERE
    return NOT_COVERED if finding.kind in MUST_BE_ANSWERED else BACKGROUND


def _timing(limit: Limit | None, answers: tuple[Answer, ...], late: list[Answer], dated: list[Answer]) -> str:
    if limit is None:
        return "no limit known"
    said = limit_words(limit)
    if not answers:
        return f"limit {said}, and nothing that could keep it"
    if not dated:
        return f"no date to set against the limit of {said}"
    if late:
        last = max(late, key=lambda answer: first_day(answer.due) if answer.due else date.min)
        return f"the last action under item {last.ref} is dated {last.due_words}, after the limit of {said}"
    return f"within the limit of {said}"


def _answer(link: Link, at: int, picture: Picture) -> Answer:
    item = picture.plan.items[at]
    due = _last(item)
    return Answer(
        key=f"/plan/items/{at}",
        ref=item.ref,
        words=item.text,
        basis=BASES.get(link.basis, link.basis),
        likeness=link.likeness if link.basis == "same words" else None,
        actions=tuple(_action(item, action, at, number) for number, action in enumerate(item.actions)),
        due=due,
        due_words=spoken(due) if due else "",
    )


def _action(item: Item, action: Action, at: int, number: int) -> AnsweringAction:
    text = action.text or "; ".join(f"{part.letter}) {part.text}" for part in action.parts)
    return AnsweringAction(
        key=f"/plan/items/{at}/actions/{number}",
        ref=action_ref(item, action, number + 1),
        words=shorten(text, 130),
        due_words=action.by_when_text or " to ".join(spoken(due) for due in action.due_dates) or "no date",
    )


def _last(item: Item) -> PartDate | None:
    """The latest date of an item's actions, by its first day: a month is not taken to be later than it may be."""
    return max((due for action in item.actions for due in action.due_dates), key=first_day, default=None)
