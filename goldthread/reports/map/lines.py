"""The lines of the plan: actions with their leads, dates and evidence; outcomes; findings; judgements."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from goldthread.reports.map.content import (
    ActionLine,
    CheckLine,
    FindingLine,
    GradeLine,
    ItemLine,
    Lead,
    OutcomeLine,
    Piece,
)
from goldthread.reports.map.keys import action_key, finding_key, item_key, judgement_key, outcome_key
from goldthread.reports.map.marks import grade_mark, rating_mark
from goldthread.reports.map.timing import limit_words, timing
from goldthread.reports.map.words import count, initials, kind_words, quotes, unmeasured
from goldthread.thread.checks.base import Line, Subject
from goldthread.thread.checks.dates import beyond, overdue
from goldthread.thread.checks.limits import Limit, finding_limit, limit_of
from goldthread.thread.checks.outcomes import no_measure
from goldthread.thread.checks.wording import lost
from goldthread.thread.frameworks import Framework, find
from goldthread.thread.links import MUST_BE_ANSWERED, Links
from goldthread.thread.picture import Action, Item, Judgement, Measure, Outcome, Picture, Plan, StatusKey
from goldthread.thread.ratings import beside, computed

NO_GRADE = "not given under this framework"
UNREAD_GRADE = "no grade read"
_TARGET = re.compile(r"[^.;]*\b\d[\d,.]*\s*(?:%|per cent|percent|days?|weeks?|hours?|months?)(?:\W|$)[^.;]*", re.IGNORECASE)


Name = Callable[[str], str]
"""From a key to the id that it has on a page."""


def grade_line(judgement: Judgement, key: str, anchor: str, framework: Framework | None) -> GradeLine:
    """One judgement as the page shows it."""
    mark = grade_mark(judgement)
    absent = NO_GRADE if framework and not framework.grades else UNREAD_GRADE
    return GradeLine(
        key=key,
        anchor=anchor,
        judgement=judgement,
        mark=mark,
        words=mark.word if mark else absent,
        quotes=quotes("judgement", judgement.place),
    )


def lead(action: Action) -> Lead:
    """The one who answers for an action, or why nobody can tell."""
    return _lead(action.answerable, action.leads)


@lru_cache(maxsize=4096)
def _lead(name: str | None, leads: tuple[str, ...]) -> Lead:
    others = tuple(other for other in leads if other != name)
    if name:
        return Lead(name=name, initials=initials(name), words=name, others=others)
    words = f"{count(len(others), 'lead')}, none responsible" if others else "no lead"
    return Lead(name=None, initials="", words=words, others=others)


def _evidence(action: Action, key: str, anchor: str) -> tuple[Piece, ...]:
    shown = [("Evidence", f"{key}/evidence/{at}", None, piece.text) for at, piece in enumerate(action.evidence) if piece.text.strip()]
    told = [
        ("Progress reported", f"{key}/progress/{at}", piece.letter, piece.text)
        for at, piece in enumerate(action.progress)
        if piece.text.strip()
    ]
    return tuple(
        Piece(kind=kind, key=own, anchor=f"{anchor}-evidence-{number}", text=text, letter=letter)
        for number, (kind, own, letter, text) in enumerate([*shown, *told], start=1)
    )


def _measures(measures: Sequence[Measure], key: str, anchor: str) -> tuple[Piece, ...]:
    kept = [(f"{key}/measures/{at}", measure.text) for at, measure in enumerate(measures) if measure.text.strip()]
    return tuple(
        Piece(kind="Measure", key=own, anchor=f"{anchor}-measure-{number}", text=text) for number, (own, text) in enumerate(kept, start=1)
    )


def action_ref(item: Item, action: Action, position: int) -> str:
    """How the page calls an action: the item's ref, then the action's own number or its position from 1."""
    number = (action.number or str(position)).strip(" .)")
    if number.startswith(f"{item.ref}."):  # the plan numbers its actions 7.1, 7.2 under item 7
        return number
    return f"{item.ref}.{number}" if re.fullmatch(r"\w{1,3}", number) else f"{item.ref} {number}"


@lru_cache(maxsize=4096)
def _states(text: str) -> str | None:
    """What an outcome says itself that can be measured: the words about its figure, else all of it; None where GT403 finds nothing."""
    alone = Picture(plan=Plan(items=(Item(ref="", outcomes=(Outcome(text=text),)),)))
    if lost(text) or any(no_measure(Subject(picture=alone, as_at=date.min))):
        return None
    found = _TARGET.search(text)
    return found[0].strip(" ,") if found else text


def is_measured(item: Item) -> bool:
    """Whether an item has a measure, or an outcome that states what can be measured."""
    return any(measure.text.strip() for measure in item.measures) or any(
        _states(outcome.text) for outcome in item.outcomes if outcome.text.strip()
    )


def outcome_line(outcome: Outcome, key: str, anchor: str, number: int) -> OutcomeLine:
    """One outcome with the target it states, if it does."""
    return OutcomeLine(
        key=key, anchor=anchor, number=number, outcome=outcome, states=_states(outcome.text), quotes=quotes("outcome", outcome.place)
    )


class Lines:
    """Makes the lines of one picture. name: from a key to its id; checks: from an id to the check findings that speak of it."""

    def __init__(self, picture: Picture, as_at: date, name: Name, checks: Callable[[str], Sequence[CheckLine]]) -> None:
        self.picture, self.name, self.checks = picture, name, checks
        self.subject = Subject(picture=picture, as_at=as_at)
        self.links = self.subject.links
        framework = find(picture.inspection.framework)
        keyed = [(judgement, judgement_key(at)) for at, judgement in enumerate(picture.judgements)]
        self.grades = tuple(grade_line(judgement, key, name(key), framework) for judgement, key in keyed)
        self._grade = {id(line.judgement): line for line in self.grades}
        self._answered = _by_finding(picture, self.links, name)
        self.findings = tuple(self._finding(position) for position in range(len(picture.findings)))
        self._lines = {id(line.finding): line for line in self.findings}

    def grade_behind(self, finding: str) -> GradeLine | None:
        """The judgement behind the finding with that ref."""
        judgement = self.links.judgement_behind(finding)
        return self._grade.get(id(judgement)) if judgement else None

    def behind(self, item: Item) -> tuple[FindingLine, ...]:
        """The findings that an item answers, in the report's order."""
        return tuple(self._lines[id(finding)] for finding in self.links.findings_behind(item.ref))

    def _finding(self, position: int) -> FindingLine:
        finding, key = self.picture.findings[position], finding_key(position)
        limit = finding_limit(finding, self.subject)
        return FindingLine(
            key=key,
            anchor=self.name(key),
            finding=finding,
            kind=kind_words(finding.kind),
            needs_answer=finding.kind in MUST_BE_ANSWERED,
            answered_by=self._answered.get(finding.ref, ()),
            elsewhere=self.links.elsewhere.get(finding.ref),
            limit=limit_words(limit) if limit else None,
            quotes=quotes("finding", finding.place),
        )

    def _action(self, at: tuple[int, int], item: Item, action: Action, limit: Limit | None, key: Sequence[StatusKey]) -> ActionLine:
        own = action_key(*at)
        anchor = self.name(own)
        found = computed(action, item, self.subject.as_at)
        compared = beside(action.rating, found, key)
        line = Line(item=item, action=action, position=at[1] + 1)
        late, passed = beyond(line, limit, self.subject), overdue(line, self.subject)
        return ActionLine(
            key=own,
            anchor=anchor,
            row_anchor=f"row-{anchor}",
            ref=action_ref(item, action, at[1] + 1),
            item_ref=item.ref,
            item_anchor=self.name(item_key(at[0])),
            action=action,
            lead=lead(action),
            timing=timing(action, limit, late=late is not None, overdue=passed is not None),
            rating=rating_mark(action.rating, key),
            impact=rating_mark(action.impact_rating, key),
            borne_out=". ".join((found.state, *found.reasons[:1])),
            doubted=compared.words if compared.needs_reason else None,
            evidence=_evidence(action, own, anchor),
            measures=_measures(action.measures, own, anchor),
            checks=tuple(self.checks(anchor)),
            quotes=quotes("action", action.place, action.places),
        )

    def outcomes(self, position: int, item: Item) -> tuple[OutcomeLine, ...]:
        """The outcomes of the item at a position that have words."""
        kept = [(number, outcome) for number, outcome in enumerate(item.outcomes) if outcome.text.strip()]
        keyed = [(number, outcome, outcome_key(position, number)) for number, outcome in kept]
        return tuple(outcome_line(outcome, key, self.name(key), number + 1) for number, outcome, key in keyed)

    def measures(self, item: Item, key: str, outcomes: Sequence[OutcomeLine]) -> tuple[Piece, ...]:
        """The item's own measures, then what its outcomes state that can be measured."""
        stated = _measures(item.measures, key, self.name(key))
        targets = (
            Piece(kind=f"Outcome {line.number} says", key=line.key, anchor=line.anchor, text=line.states)
            for line in outcomes
            if line.states
        )
        return (*stated, *targets)

    def item(self, position: int, most: int | None = None) -> ItemLine:
        """The item at a position with everything its thread passes through, or with no more than so many of its actions."""
        item, own, key = self.picture.plan.items[position], item_key(position), self.picture.plan.status_key
        anchor = self.name(own)
        behind = self.behind(item)
        limit = limit_of(item, self.subject)
        outcomes = self.outcomes(position, item)
        actions = tuple(self._action((position, number), item, action, limit, key) for number, action in enumerate(item.actions[:most]))
        over = [self.grade_behind(line.finding.ref) for line in behind]
        grades = tuple({line.key: line for line in over if line}.values())
        measures = self.measures(item, own, outcomes)
        return ItemLine(
            key=own,
            anchor=anchor,
            item=item,
            limit=limit.said if limit else None,
            rating=rating_mark(item.rating, key),
            impact=rating_mark(item.impact_rating, key),
            grades=grades,
            findings=behind,
            judged=tuple(grades.index(line) if line else None for line in over),
            outcomes=outcomes,
            actions=actions,
            measures=measures,
            breaks=breaks(behind, outcomes, actions, measures),
            checks=tuple(self.checks(anchor)),
            quotes=quotes("item", item.place),
        )


def breaks(
    findings: Sequence[FindingLine], outcomes: Sequence[OutcomeLine], actions: Sequence[ActionLine], measures: Sequence[Piece]
) -> tuple[str, ...]:
    """Where an item's thread is broken, in the order of the thread; empty when it runs from end to end."""
    unproved = sum(not line.evidence for line in actions)
    unled = sum(line.lead.name is None for line in actions)
    gap = not measures and not all(line.measures for line in actions)
    told = [
        "no finding" if not findings else "",
        "no outcome" if not outcomes else "",
        "no action" if not actions else "",
        f"{count(unled, 'action')} with nobody responsible" if unled else "",
        f"{count(unproved, 'action')} with nothing reported" if unproved else "",
        unmeasured(actions) if gap or not (measures or actions) else "",
    ]
    return tuple(said for said in told if said)


def _by_finding(picture: Picture, links: Links, name: Name) -> dict[str, tuple[tuple[str, str], ...]]:
    """By finding ref the refs and ids of the items that answer it; where refs repeat, the first item's."""
    order = {item.ref: at for at, item in reversed(list(enumerate(picture.plan.items)))}
    found: dict[str, dict[str, int]] = {}
    for link in links.links:
        found.setdefault(link.finding, {})[link.item] = order[link.item]
    return {
        ref: tuple((item, name(item_key(at))) for item, at in sorted(items.items(), key=lambda pair: pair[1]))
        for ref, items in found.items()
    }
