"""GT7xx: does the plan answer what the inspectors found?"""

import re
from collections import Counter
from collections.abc import Iterator

from goldthread.common.text import fold, shorten
from goldthread.thread.checks.base import Hit, Subject, at_finding, check, on_item, on_plan
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.likeness import stems
from goldthread.thread.picture import Finding, Item, Judgement

_NAMES = {"area_for_improvement": "area for improvement", "priority_action": "priority action", "recommendation": "recommendation"}
_LOWEST = frozenset({"inadequate", "outcome_3"})
_PRIORITY = re.compile(
    r"\b(?:priorit\w+|highest|urgent\w*|weekly|fortnightly|monthly|(?:additional|extra|enhanced) (?:report|scrutin|monitor|oversight)\w*)\b"
)
_OFTEN = re.compile(r"\b(?:weekly|fortnightly|monthly|six[- ]weekly)\b")
_OWN_ACCOUNT = re.compile(r"\b(?:additional|local|self|council|internal|audit|peer|partner\w*|own|learning review|serious case)\b")
_STRONG = re.compile(
    r"\b(?:inadequate\w*|unacceptabl\w*|unsafe|poor|poorly|fail(?:s|ed|ure|ures|ing)?|not (?:\w+ )?satisfactory|"
    r"serious (?:concern|weakness)\w*|"
    r"too (?:variable|few|little|many|often|slow|slowly|late|long|much)|not (?:robust|effective|good enough|sufficient))\b"
)
_WEAK = re.compile(
    r"\b(?:insufficient\w*|inconsisten\w*|lacks?|lack of|weak\w*|delays?|few, if any|not (?:always|yet|been|consistently|sufficiently|"
    r"routinely|fully|clear)|neither|limited|however|underdeveloped|absence of|no formal)\b"
)
_OVERCOME = re.compile(
    r"\bno (?:[\w-]+ ){1,5}?(?:is|are|was|were) (?:judged )?(?:to be )?(?:inadequate|poor|unsafe)\b|"
    r"\b(?:tackl|address|resolv|eliminat|overcom|reduc)\w* (?:\w+ ){0,2}?(?:poor|weak\w*|delays?|inconsisten\w*|fail\w*|unsafe)\b"
)
_TELLS = 0.34
_RARE = 0.04


@check(
    code="GT701",
    title="Area for improvement with no item",
    why="What no item answers, nobody will do. If another plan covers it, a reader of this one has to be told which.",
    source="Ofsted's ILACS reports on plans that do not address the weakness; councils must answer each area for priority action",
    do="add an item, or say which plan covers it (goldthread.toml, [covered_elsewhere])",
    severity="error",
    bad=example(
        an_item(an_action()), findings=(an_area("A2", "Complete initial health assessments of children in care within timescale"),)
    ),
    good=example(an_item(an_action()), findings=(an_area("A1", "Improve supervision of social workers"),)),
)
def not_covered(subject: Subject) -> Iterator[Hit]:
    for finding in subject.links.uncovered if subject.picture.plan.items else ():
        if finding.ref in subject.config.covered_elsewhere:
            continue
        told = f"no item answers this {_NAMES[finding.kind]} (“{shorten(finding.text, 70)}”)"
        if bodies := subject.links.elsewhere.get(finding.ref):
            told += f"; it is addressed only to {bodies}"
        yield Hit(where=at_finding(finding), message=told, place=finding.place, refs=(finding.ref,))


@check(
    code="GT702",
    title="Item with neither a finding nor another source",
    why="Work that nobody asked for takes time from work that inspectors did ask for; or its source has gone missing.",
    source="Plans whose headings are the inspectors' own words, and that mark additional areas as such",
    do="cite the paragraph, or say where the item comes from",
    severity="note",
    bad=example(
        an_item(an_action(), text="Redecorate the reception area"), findings=(an_area("A1", "Improve supervision of social workers"),)
    ),
    good=example(
        an_item(an_action(), text="Redecorate the reception area", source="Additional area"),
        findings=(an_area("A1", "Improve supervision of social workers"),),
    ),
)
def no_finding(subject: Subject) -> Iterator[Hit]:
    for item in subject.picture.plan.items if subject.picture.findings else ():
        if stems(item.text) and not subject.links.findings_behind(item.ref) and not _OWN_ACCOUNT.search(fold(item.source or "")):
            yield on_item(item, f"“{shorten(item.text, 60)}” is not found in the report")


@check(
    code="GT703",
    title="Lowest judgement without priority",
    why="A judgement of inadequate asks for more than a line among others: to come first, and to be reported more often.",
    source="Plans that gave their Inadequate area highest priority and reporting of its own",
    do="mark its items as highest priority and say who receives what, how often",
    severity="error",
    bad=example(
        an_item(an_action(), text="Complete health assessments of children in care on time"),
        findings=(an_area("A1", "Complete health assessments of children in care on time", section="Being healthy"),),
        judgements=(Judgement(area="Being healthy", grade="inadequate"),),
    ),
    good=example(
        an_item(
            an_action(), text="Complete health assessments of children in care on time", notes="Highest priority: monthly to the Director."
        ),
        findings=(an_area("A1", "Complete health assessments of children in care on time", section="Being healthy"),),
        judgements=(Judgement(area="Being healthy", grade="inadequate"),),
    ),
)
def inadequate_without_priority(subject: Subject) -> Iterator[Hit]:
    for judgement in subject.picture.judgements if subject.picture.plan.items else ():
        if judgement.grade in _LOWEST:
            yield from _priority_gap(judgement, subject)


def _priority_gap(judgement: Judgement, subject: Subject) -> Iterator[Hit]:
    area_name = f"“{shorten(judgement.area, 60)}” was judged {(judgement.as_printed or judgement.grade or '').replace('_', ' ').lower()}"
    items = _items_behind(judgement, subject)
    tied = items or any(subject.links.judgement_behind(finding.ref) == judgement for finding in subject.links.answerable)
    if fold(judgement.area).startswith("overall") or (not tied and len(subject.picture.judgements) == 1):
        if not any(_OFTEN.search(fold(watch.cadence or "")) for watch in subject.picture.plan.monitoring):
            yield on_plan(f"{area_name} and no board monitors the plan monthly or more often", place=judgement.place)
    elif tied and not items:
        yield on_plan(f"{area_name} and no item answers it", place=judgement.place)
    elif not any(map(_has_priority, items or subject.picture.plan.items)):  # where no finding can be tied to it, any item may be meant
        refs = tuple(item.ref for item in items)
        whose = f"none of its items ({', '.join(refs)})" if refs else "no item of the plan"
        yield on_plan(f"{area_name} and {whose} has priority or extra reporting", place=judgement.place, refs=refs)


def _has_priority(item: Item) -> bool:
    return bool(_PRIORITY.search(fold(f"{item.text} {item.notes or ''} {item.source or ''} {item.section or ''}")))


@check(
    code="GT704",
    title="Critical paragraph that nothing picks up",
    why="Inspectors' criticism in the body of a report is a finding too, and the next inspection will look for it.",
    source="Plans that add “additional areas for development” from the body of the report; ILACS reports on plans that miss weaknesses",
    do="add it to an item or cite the paragraph in one",
    severity="note",
    bad=example(
        an_item(an_action()),
        findings=(
            Finding(
                ref="¶14",
                kind="paragraph",
                text="Return interviews are poor and often fail to happen, so risks of exploitation are unknown.",
            ),
        ),
    ),
    good=example(
        an_item(an_action(), notes="See paragraph 14."),
        findings=(
            Finding(
                ref="¶14",
                kind="paragraph",
                text="Return interviews are poor and often fail to happen, so risks of exploitation are unknown.",
            ),
        ),
    ),
)
def criticism_not_picked_up(subject: Subject) -> Iterator[Hit]:
    answers, rare = _answers(subject), _rare(subject)
    linked = {link.finding for link in subject.links.links}
    for finding in subject.picture.findings if subject.picture.plan.items else ():
        if finding.kind == "paragraph" and finding.ref not in linked:
            left = [sentence for sentence in _critical(finding.text) if not _picked_up(sentence, answers, rare)]
            if left:
                message = f"no item picks up “{shorten(left[0], 90)}”"
                yield Hit(where=at_finding(finding), message=message, place=finding.place, refs=(finding.ref,))


def _items_behind(judgement: Judgement, subject: Subject) -> list[Item]:
    refs = {finding.ref for finding in subject.picture.findings if subject.links.judgement_behind(finding.ref) == judgement}
    return [item for item in subject.picture.plan.items if refs & {finding.ref for finding in subject.links.findings_behind(item.ref)}]


def _answers(subject: Subject) -> list[frozenset[str]]:
    """The telling words of everything that answers: items with what stands under them, and the areas that they answer."""
    told = [
        " ".join([item.text, item.notes or "", *(outcome.text for outcome in item.outcomes), *_action_texts(item)])
        for item in subject.picture.plan.items
    ]
    open_areas = {finding.ref for finding in subject.links.uncovered}
    areas = [finding.text for finding in subject.links.answerable if finding.ref not in open_areas]
    return [stems(text) for text in (*told, *areas)]


def _action_texts(item: Item) -> list[str]:
    return [text for action in item.actions for text in (action.text, *(part.text for part in action.parts))]


def _critical(text: str) -> list[str]:
    """Sentences that criticise: a strong word, or two weaker ones. What is praised for having overcome something does not count."""
    sentences = re.split(r"(?<=[.;])\s+(?=[A-Z])", text)
    return [sentence for sentence in sentences if _criticises(_OVERCOME.sub(" ", fold(sentence))) and not _explains_grades(fold(sentence))]


def _explains_grades(said: str) -> bool:
    """Whether a sentence tells what the grades are, the lowest and the highest in one breath."""
    return "outstanding" in said and "inadequate" in said


def _criticises(said: str) -> bool:
    return bool(_STRONG.search(said)) or len(_WEAK.findall(said)) > 1


def _rare(subject: Subject) -> frozenset[str]:
    """Telling words that few texts of the report and the plan hold: sharing them says more than sharing “children” and “plan”."""
    texts = [*(finding.text for finding in subject.picture.findings), *(item.text for item in subject.picture.plan.items)]
    seen = Counter(stem for text in texts for stem in stems(text))
    return frozenset(stem for stem, times in seen.items() if times <= max(2, _RARE * len(texts)))


def _picked_up(sentence: str, answers: list[frozenset[str]], rare: frozenset[str]) -> bool:
    told = stems(sentence)
    enough = max(3, _TELLS * len(told))
    return len(told) < 5 or any(len(shared := told & answer) >= enough or len(shared & rare) >= 3 for answer in answers)
