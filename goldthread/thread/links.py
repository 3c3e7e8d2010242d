"""Which item of the plan answers which finding of the inspection.

Nothing here is stored: links are worked out from the words each time, so that a corrected word corrects its links.
Headings of plans are nearly always the inspectors' own wording, sometimes shortened and sometimes cut by damage to
the document; likeness is therefore how much of the *shorter* text stands in the longer one, rare words counting for
more than common ones, and a short heading needs a rare word of its own before it links at all.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

from goldthread.common.text import fold
from goldthread.thread.judged import Judge
from goldthread.thread.likeness import SHORT, Index, Scale, stems
from goldthread.thread.numbered import named_by_heading, unlabelled
from goldthread.thread.ordering import placed_by_order
from goldthread.thread.picture import Finding, Inspection, Item, Judgement, Picture, Plan

MUST_BE_ANSWERED = frozenset({"area_for_improvement", "priority_action", "recommendation"})
"""Kinds of finding that a plan has to answer; paragraphs are background that it may pick up."""

SURE = 70.0
"""At this likeness (0–100) a heading and a finding are taken to be the same words."""
PERHAPS = 50.0
"""At this likeness they are linked only when neither has a better partner."""
QUOTED = 80.0
"""At this likeness a heading is taken to quote a paragraph, or an action to repeat a finding."""

_OTHER_BODY = re.compile(
    r"\b(nhs|hospitals?|pct|ccg|icb|gps?|primary care|clinical commissioning|integrated care|ambulance|police|constabulary|probation|"
    r"cafcass|health (?:trust|board|provider|service|commissioner|partner)s?|community health)\b"
)
_OWN_BODY = re.compile(r"\b(council|local authority|borough|county|directorate|department|social care|children'?s services)\b")
_PARAGRAPHS = re.compile(r"(?:¶+|\bpara(?:graph)?s?\.?)\s*((?:\d{1,3}(?!\.\d))(?:\s*(?:,|and|&|-|to)\s*¶?\s*\d{1,3})*)")
_STATED = re.compile(
    r"\b(recommendation|priority action|area for improvement|area for priority action|afi)s?\s+(?:nos?\.?\s*)?"
    r"(\d{1,2}(?:\s*(?:,|and|&|-|to)\s*\d{1,2})*)\b"
)
_STATED_KINDS = {"recommendation": "recommendation", "priority action": "priority_action", "area for priority action": "priority_action"}
_REPEATED = re.compile(r"\b(repeat|replicat|same as|shared with|duplicat|as in|see also)")
_COVERED_IN = re.compile(
    r"\b(?:covered|addressed|included|contained|set out|monitored|being taken forward|dealt with)\s+(?:with)?(?:in|by|through|under)\s+"
    r"(?:the\s+|a\s+|our\s+)?(?:separate\s+)?((?:[\w'&-]+\s+){0,5}?(?:action |improvement |delivery |strategic )?(?:plan|strategy))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One finding answered by one item. finding, item: their refs. likeness: 0–100, 100 for references.

    basis: ``same words``, ``paragraph reference`` (the item cites ¶14), ``stated`` (the item names the finding) or
    ``order of the list`` (a lost heading between two that are sure; likeness 0, see ``ordering``).
    """

    finding: str
    item: str
    basis: str
    likeness: float


@dataclass(frozen=True, kw_only=True)
class Links:
    """All links of one picture, and what they leave open."""

    picture: Picture
    links: tuple[Link, ...]

    def items_answering(self, finding: str) -> tuple[Item, ...]:
        """The items that answer the finding with that ref, in the plan's order."""
        return self._items.get(finding, ())

    def findings_behind(self, item: str) -> tuple[Finding, ...]:
        """The findings that the item with that ref answers, in the report's order."""
        return self._findings.get(item, ())

    @cached_property
    def _items(self) -> Mapping[str, tuple[Item, ...]]:
        return _gathered(((link.finding, link.item) for link in self.links), self.picture.plan.items)

    @cached_property
    def _findings(self) -> Mapping[str, tuple[Finding, ...]]:
        return _gathered(((link.item, link.finding) for link in self.links), self.picture.findings)

    def judgement_behind(self, finding: str) -> Judgement | None:
        """The grade given for what the finding is about: see ``judged.Judge``. None when the report does not let anybody tell."""
        return self._judged.get(finding)

    @property
    def answerable(self) -> tuple[Finding, ...]:
        """The findings that the plan has to answer, in the report's order."""
        return tuple(finding for finding in self.picture.findings if finding.kind in MUST_BE_ANSWERED)

    @cached_property
    def uncovered(self) -> tuple[Finding, ...]:
        """Findings that the plan has to answer and no item does, whoever they are addressed to."""
        answered = {link.finding for link in self.links}
        return tuple(finding for finding in self.answerable if finding.ref not in answered)

    @cached_property
    def elsewhere(self) -> Mapping[str, str]:
        """By finding ref, where an answer has to be looked for: another plan that the item names, or the only bodies addressed.

        A finding that an item answers is here too when the item says that another plan covers it as well.
        """
        return {finding.ref: where for finding in self.answerable if (where := self._elsewhere(finding))}

    def _elsewhere(self, finding: Finding) -> str | None:
        for item in self.items_answering(finding.ref):
            if found := _COVERED_IN.search(fold(f"{item.text} {item.notes or ''}")):
                return found[1]
        if not self.items_answering(finding.ref) and only_for_others(finding, self.picture):
            return ", ".join(finding.addressees)
        return None

    @cached_property
    def _judged(self) -> Mapping[str, Judgement]:
        judge = Judge(self.picture)
        return {finding.ref: grade for finding in self.picture.findings if (grade := judge.behind(finding))}


Referred = TypeVar("Referred", Item, Finding)


def _gathered(pairs: Iterable[tuple[str, str]], things: Sequence[Referred]) -> dict[str, tuple[Referred, ...]]:
    """By the first of each pair, the things whose ref is the second, in their own order."""
    wanted: dict[str, set[str]] = {}
    for one, other in pairs:
        wanted.setdefault(other, set()).add(one)
    found: dict[str, list[Referred]] = {}
    for thing in things:
        for one in wanted.get(thing.ref, ()):
            found.setdefault(one, []).append(thing)
    return {one: tuple(gathered) for one, gathered in found.items()}


def links(picture: Picture) -> Links:
    """Work out every link of a picture: references that items make, then likeness of words. Takes milliseconds.

    Links rest on words alone, so those of the last few pictures are remembered by their words.
    """
    items = tuple(replace(item, outcomes=(), actions=(), measures=()) for item in picture.plan.items)
    beneath = tuple((*(one.text for one in item.outcomes), *(one.text for one in item.actions)) for item in picture.plan.items)
    return Links(picture=picture, links=_links(Picture(findings=picture.findings, plan=Plan(items=items)), beneath))


@lru_cache(maxsize=8)
def _links(picture: Picture, beneath: tuple[tuple[str, ...], ...]) -> tuple[Link, ...]:
    """The links of a picture of bare headings; beneath: for each of them the texts of its outcomes and actions."""
    scale = Scale([*(finding.text for finding in picture.findings), *(unlabelled(item.text) for item in picture.plan.items)])
    found: dict[tuple[str, str], Link] = {}
    for link in [*_referred(picture), *_alike(picture, beneath, scale), *_quoting(picture, scale)]:
        found.setdefault((link.finding, link.item), link)
    for link in _numbered(picture, tuple(found.values()), scale):
        found.setdefault((link.finding, link.item), link)
    for link in _ordered(picture, found.values(), scale):
        found.setdefault((link.finding, link.item), link)
    return tuple(found.values())


def only_for_others(finding: Finding, picture: Picture) -> bool:
    """Whether every body that the finding addresses is another than the plan's owner (a health trust, the police…).

    Plans of a whole area (JTAI, area SEND) answer for all bodies, so there nothing is for others only.
    """
    if _joint(picture.inspection) or not finding.addressees or _OTHER_BODY.search(fold(picture.plan.owner or "")):
        return False
    return all(_OTHER_BODY.search(fold(body)) and not _OWN_BODY.search(fold(body)) for body in finding.addressees)


def _joint(inspection: Inspection) -> bool:
    return (inspection.framework or "").startswith(("jtai", "send"))


def _numbers(text: str) -> list[int]:
    """``3, 5-7 and 9`` as numbers; an impossible range as its two ends."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:\s*(?:-|to)\s*¶?\s*(\d+))?", text):
        start, end = int(first), int(last or first)
        found.extend(range(start, end + 1) if start <= end < start + 50 else (start, end))
    return found


def _referred(picture: Picture) -> Iterable[Link]:
    refs = {finding.ref for finding in picture.findings}
    for item in picture.plan.items:
        said = fold(" ".join(filter(None, (item.text, item.source, item.notes))))
        for numbers in _PARAGRAPHS.findall(said):
            for number in _numbers(numbers):
                if f"¶{number}" in refs:
                    yield Link(finding=f"¶{number}", item=item.ref, basis="paragraph reference", likeness=100)
        yield from _named(item, said, picture)


def _named(item: Item, said: str, picture: Picture) -> Iterable[Link]:
    """Findings that the item names by kind and number. A note on repeating other items names those, not findings."""
    if _REPEATED.search(said):
        return
    for kind, numbers in _STATED.findall(said):
        wanted = {str(number) for number in _numbers(numbers)}
        kinds = _STATED_KINDS.get(kind, "area_for_improvement")
        named = [finding for finding in picture.findings if finding.kind == kinds and (finding.number or finding.ref[1:]) in wanted]
        if len({finding.number or finding.ref for finding in named}) == len(named):
            yield from (Link(finding=finding.ref, item=item.ref, basis="stated", likeness=100) for finding in named)


def _numbered(picture: Picture, links: Sequence[Link], scale: Scale) -> Iterable[Link]:
    """Findings whose number a heading begins with ("Area 2: …"), where words link neither and do not contradict it.

    They do when the heading shares no telling word with that finding, or when other headings' numbers are not the findings'.
    """
    named = {item.ref: finding for item in picture.plan.items if (finding := named_by_heading(item, picture.findings))}
    worded = [link for link in links if link.basis == "same words" and link.item in named and not link.finding.startswith("¶")]
    agreeing = {link.item for link in worded if link.finding == named[link.item].ref}
    if any(link.item not in agreeing for link in worded):
        return
    told, answered = {link.item for link in links}, {link.finding for link in links}
    for item in picture.plan.items:
        finding = named.get(item.ref)
        if finding is None or item.ref in told or finding.ref in answered:
            continue
        own = scale.stems(unlabelled(item.text))
        if not own or own & scale.stems(finding.text):
            yield Link(finding=finding.ref, item=item.ref, basis="stated", likeness=100)


def _elsewhere_in_report(finding: Finding, item: Item) -> bool:
    """Whether the item stands in another service's section of the plan than the finding has in the report."""
    services = {"safeguarding": "safeguard", "looked_after": "looked after"}
    section = fold(item.section or "")
    told = [name for name, sign in services.items() if sign in section]
    return finding.service in services and len(told) == 1 and told[0] != finding.service


def _alike(picture: Picture, beneath: Sequence[Sequence[str]], scale: Scale) -> list[Link]:
    """Findings that must be answered against headings, then against what stands under headings."""
    items, asked = picture.plan.items, [finding for finding in picture.findings if finding.kind in MUST_BE_ANSWERED]
    headings = [unlabelled(item.text) for item in items]
    known, under = Index(headings), _Under(beneath)
    pairs: dict[tuple[str, str], float] = {}
    unlike = () if _all_differ(asked) and _all_differ(items) else range(len(items))  # where refs repeat, the last one's words count
    for finding in asked:
        alike = known.comparable(stems(finding.text))
        # The first finding is held against every text, since a scale counts only the texts that it has met.
        repeating = under.near(finding) if finding is not asked[0] else under.all
        for at in sorted({*alike, *repeating, *unlike}):
            item, score = items[at], scale.likeness(finding.text, headings[at]) if at in alike else 0.0
            if at in repeating:
                score = max(score, _beneath(finding, repeating[at], scale))
            pairs[finding.ref, item.ref] = max(0.0, score - 15 * _elsewhere_in_report(finding, item)) if score else 0.0
    best_finding, best_item = _best(pairs, 0), _best(pairs, 1)
    return [
        Link(finding=finding, item=item, basis="same words", likeness=round(score, 1))
        for (finding, item), score in pairs.items()
        if score >= SURE or (score >= PERHAPS and score >= best_finding[finding] and score >= best_item[item])
    ]


def _all_differ(things: Sequence[Item] | Sequence[Finding]) -> bool:
    return len({thing.ref for thing in things}) == len(things)


def _best(pairs: Mapping[tuple[str, str], float], side: int) -> dict[str, float]:
    best: dict[str, float] = {}
    for pair, score in pairs.items():
        if score:
            best[pair[side]] = max(score, best.get(pair[side], 0.0))
    return best


class _Under:
    """What stands under headings: outcomes and actions. all: their texts by the heading's position."""

    def __init__(self, beneath: Sequence[Sequence[str]]) -> None:
        self.all: Mapping[int, Sequence[str]] = dict(enumerate(beneath))
        self._texts = [(at, text) for at, texts in self.all.items() for text in texts]
        self._index = Index([text for _, text in self._texts])

    def near(self, finding: Finding) -> Mapping[int, Sequence[str]]:
        """Those texts that may repeat a finding, in their order."""
        wanted = stems(finding.text)
        enough, found = _enough(wanted), dict[int, list[str]]()
        for number in sorted(at for at, count in self._index.shared(wanted).items() if count > enough):
            at, text = self._texts[number]
            found.setdefault(at, []).append(text)
        return found


def _enough(wanted: frozenset[str]) -> float:
    """A text has to share more telling words than this to repeat another."""
    return max(SHORT, len(wanted) / 2)


def _beneath(finding: Finding, texts: Iterable[str], scale: Scale) -> float:
    """Likeness to an outcome or action, for headings that are themes or are lost; only near-repetition counts."""
    wanted = stems(finding.text)
    scores = [scale.likeness(finding.text, text) for text in texts if len(scale.stems(text) & wanted) > _enough(wanted)]
    top = max(scores, default=0.0)
    return top if top >= QUOTED else 0.0


def _quoting(picture: Picture, scale: Scale) -> Iterable[Link]:
    """Items whose heading quotes a paragraph; the best-matching paragraph only, since reports repeat themselves."""
    paragraphs = [finding for finding in picture.findings if finding.kind == "paragraph"]
    known = Index([finding.text for finding in paragraphs])
    folded = {finding.ref: finding.text for finding in paragraphs}  # where refs repeat, the last one's words
    for item in picture.plan.items:
        if len(scale.stems(item.text)) <= SHORT:
            continue
        near, heading = [paragraphs[at] for at in sorted(known.comparable(stems(item.text)))], fold(item.text)
        scored = [
            (letters + rough, max(letters, rough), finding.ref)
            for finding in near
            if (rough := scale.likeness(item.text, finding.text)) >= PERHAPS and not _elsewhere_in_report(finding, item)
            if (letters := fuzz.partial_ratio(heading, fold(folded[finding.ref]))) >= QUOTED or _retold(item, finding, rough, scale)
        ]
        if scored:
            _, score, ref = max(scored)
            yield Link(finding=ref, item=item.ref, basis="same words", likeness=round(score, 1))


def _retold(item: Item, finding: Finding, rough: float, scale: Scale) -> bool:
    """Whether the heading says a paragraph's sentence in another order: most of its telling words, and more than a phrase."""
    return rough >= SURE and len(scale.stems(item.text) & scale.stems(finding.text)) > SHORT + 1


def _ordered(picture: Picture, links: Iterable[Link], scale: Scale) -> Iterable[Link]:
    asked = [finding for finding in picture.findings if finding.kind in MUST_BE_ANSWERED]
    wanted = {finding.ref for finding in asked}
    linked: dict[str, list[str]] = {}
    for link in links:
        if link.finding in wanted:
            linked.setdefault(link.item, []).append(link.finding)
    telling = {text: scale.stems(text) for text in (*(finding.text for finding in asked), *(item.text for item in picture.plan.items))}
    for finding, item in placed_by_order(picture.plan.items, asked, linked, telling):
        yield Link(finding=finding, item=item, basis="order of the list", likeness=0)
