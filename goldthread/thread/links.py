"""Which item of the plan answers which finding of the inspection.

Nothing here is stored: links are worked out from the words each time, so that a corrected word corrects its links.
Headings of plans are nearly always the inspectors' own wording, sometimes shortened and sometimes cut by damage to
the document; likeness is therefore how much of the *shorter* text stands in the longer one, rare words counting for
more than common ones, and a short heading needs a rare word of its own before it links at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

from goldthread.common.text import fold, words
from goldthread.thread.likeness import SHORT, Index, Scale, stem, stems
from goldthread.thread.numbered import named_by_heading, unlabelled
from goldthread.thread.ordering import placed_by_order
from goldthread.thread.picture import Finding, Inspection, Item, Judgement, Picture

MUST_BE_ANSWERED = frozenset({"area_for_improvement", "priority_action", "recommendation"})
"""Kinds of finding that a plan has to answer; paragraphs are background that it may pick up."""

SURE = 70.0
"""At this likeness (0–100) a heading and a finding are taken to be the same words."""
PERHAPS = 50.0
"""At this likeness they are linked only when neither has a better partner."""
QUOTED = 80.0
"""At this likeness a heading is taken to quote a paragraph, or an action to repeat a finding."""

_GENERAL = frozenset(
    word[:6]
    for word in words(
        "progress experiences impact capacity improvement overall effectiveness quality provision outcomes children young people services "
        "families practice social work need help"
    )
)
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
        """The grade given for what the finding is about: see ``_Judge``. None when the report does not let anybody tell."""
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
        judge = _Judge(self.picture)
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
    """Work out every link of a picture: references that items make, then likeness of words. Takes milliseconds."""
    scale = Scale([*(finding.text for finding in picture.findings), *(unlabelled(item.text) for item in picture.plan.items)])
    found: dict[tuple[str, str], Link] = {}
    for link in [*_referred(picture), *_alike(picture, scale), *_quoting(picture, scale)]:
        found.setdefault((link.finding, link.item), link)
    for link in _numbered(picture, tuple(found.values()), scale):
        found.setdefault((link.finding, link.item), link)
    for link in _ordered(picture, found.values(), scale):
        found.setdefault((link.finding, link.item), link)
    return Links(picture=picture, links=tuple(found.values()))


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


def _alike(picture: Picture, scale: Scale) -> list[Link]:
    """Findings that must be answered against headings, then against what stands under headings."""
    items, asked = picture.plan.items, [finding for finding in picture.findings if finding.kind in MUST_BE_ANSWERED]
    headings = [unlabelled(item.text) for item in items]
    known, under = Index(headings), _Under(items)
    pairs: dict[tuple[str, str], float] = {}
    for finding in asked:
        alike = known.comparable(stems(finding.text))
        # The first finding is held against every text, since a scale counts only the texts that it has met.
        beneath = under.near(finding) if finding is not asked[0] else under.all
        for at, item in enumerate(items):
            score = scale.likeness(finding.text, headings[at]) if at in alike else 0.0
            score = max(score, _beneath(finding, beneath.get(at, ()), scale))
            pairs[finding.ref, item.ref] = max(0.0, score - 15 * _elsewhere_in_report(finding, item)) if score else 0.0
    best_finding, best_item = _best(pairs, 0), _best(pairs, 1)
    return [
        Link(finding=finding, item=item, basis="same words", likeness=round(score, 1))
        for (finding, item), score in pairs.items()
        if score >= SURE or (score >= PERHAPS and score >= best_finding[finding] and score >= best_item[item])
    ]


def _best(pairs: Mapping[tuple[str, str], float], side: int) -> dict[str, float]:
    best: dict[str, float] = {}
    for pair, score in pairs.items():
        if score:
            best[pair[side]] = max(score, best.get(pair[side], 0.0))
    return best


class _Under:
    """What stands under headings: outcomes and actions. all: their texts by the heading's position."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.all: Mapping[int, Sequence[str]] = {
            at: [*(outcome.text for outcome in item.outcomes), *(action.text for action in item.actions)] for at, item in enumerate(items)
        }
        self._texts = [(at, text) for at, texts in self.all.items() for text in texts]
        self._index = Index([text for _, text in self._texts])

    def near(self, finding: Finding) -> Mapping[int, Sequence[str]]:
        """Those texts that may repeat a finding, in their order."""
        wanted = stems(finding.text)
        found: dict[int, list[str]] = {}
        for number in sorted(at for at, count in self._index.shared(wanted).items() if _enough(count, wanted)):
            at, text = self._texts[number]
            found.setdefault(at, []).append(text)
        return found


def _enough(shared: int, wanted: frozenset[str]) -> bool:
    return shared > max(SHORT, len(wanted) / 2)


def _beneath(finding: Finding, texts: Iterable[str], scale: Scale) -> float:
    """Likeness to an outcome or action, for headings that are themes or are lost; only near-repetition counts."""
    wanted = stems(finding.text)
    scores = [scale.likeness(finding.text, text) for text in texts if _enough(len(scale.stems(text) & wanted), wanted)]
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


class _Judge:
    """Which judgement stands behind a finding."""

    def __init__(self, picture: Picture) -> None:
        self._judgements = picture.judgements
        self._paragraphs = [finding for finding in picture.findings if finding.kind == "paragraph"]
        self._index = Index([finding.text for finding in self._paragraphs])
        self._scale = Scale(finding.text for finding in picture.findings)

    def behind(self, finding: Finding) -> Judgement | None:
        """The judgement for the finding's own section; for a list of areas, the one that its words lead to; else overall.

        A list of areas for improvement stands in no graded section, so the paragraphs of the same service say what it is about,
        or else the one judged area that its words name (“care leavers”).
        """
        same = [judgement for judgement in self._judgements if _same_service(judgement.service, finding.service)]
        if direct := _in_section(finding.section, same):
            return direct
        overall = [judgement for judgement in same if fold(judgement.area).startswith("overall")]
        particular = [judgement for judgement in same if judgement not in overall]  # what stands under “overall” sums the others up
        if finding.kind != "paragraph" and (told := self._by_paragraph(finding, particular) or _by_name(finding, particular)):
            return told
        return overall[0] if overall else None

    def _by_paragraph(self, finding: Finding, judgements: Sequence[Judgement]) -> Judgement | None:
        near = [self._paragraphs[at] for at in sorted(self._index.comparable(stems(finding.text)))]
        graded = [
            (self._scale.likeness(finding.text, other.text), judgement)
            for other in near
            if _same_service(other.service, finding.service) and (judgement := _in_section(other.section, judgements))
        ]
        score, best = max(graded, key=lambda pair: pair[0], default=(0.0, None))
        return best if score >= PERHAPS else None


def _by_name(finding: Finding, judgements: Sequence[Judgement]) -> Judgement | None:
    areas = [(judgement, stems(judgement.area) - _GENERAL) for judgement in judgements]
    seen = Counter(stem for _, telling in areas for stem in telling)
    said = Counter(stem(word) for word in words(finding.text))
    own = [({stem for stem in telling if seen[stem] == 1}, judgement) for judgement, telling in areas]
    counted = sorted(((sum(said[stem] for stem in telling), judgement) for telling, judgement in own), key=lambda pair: -pair[0])
    clear = counted and counted[0][0] and (len(counted) == 1 or counted[0][0] > 2 * counted[1][0])
    return counted[0][1] if clear else None


def _same_service(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other) or "all" in (one, other)


def _in_section(section: str | None, judgements: Sequence[Judgement]) -> Judgement | None:
    return next((judgement for judgement in judgements if section and _same_area(section, judgement.area)), None)


@lru_cache(maxsize=1024)
def _same_area(section: str, area: str) -> bool:
    """Headings of sections often go on with the grade (``Children in care: good``)."""
    wanted, named = fold(section), fold(area)
    return bool(wanted) and (wanted.startswith(named) or fuzz.ratio(wanted, named) >= 90)
