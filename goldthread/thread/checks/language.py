"""GT8xx: would a councillor, a parent or a new manager understand the plan?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from goldthread.common.places import Place
from goldthread.common.text import fold, shorten, words, words_in_list
from goldthread.thread.checks.base import FEW, Hit, Subject, at_item, check, on_line, on_plan
from goldthread.thread.checks.examples import an_action, an_item, example
from goldthread.thread.checks.names import initials_at_work
from goldthread.thread.checks.wording import ACTIVITY_VERBS, acronyms, texts
from goldthread.thread.picture import GlossaryEntry, Part

_EVERYDAY = frozenset(
    [
        "NHS",
        "GP",
        "GPS",
        "UK",
        "EU",
        "IT",
        "HR",
        "TV",
        "PC",
        "PDF",
        "SMART",
        "RAG",
        "BRAG",
        "NB",
        "OK",
        "FAQ",
        "AM",
        "PM",
        "TBC",
        "TBA",
        "ID",
        "CD",
        "DVD",
        "USB",
        "BBC",
        "MP",
        "CEO",
        "VAT",
        "UKVI",
        "ASAP",
        "RAYG",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "DOB",
        "CV",
        "QR",
        "URL",
        "PIN",
        "GCSE",
        "MMR",
        "HIV",
        "AIDS",
        "NSPCC",
        "RSPCA",
        "UN",
        "UNICEF",
        "ITV",
    ]
)
_VAGUE = re.compile(
    r"(?:to\s+|we will\s+)?(consider(?:ation)?|explore|continue(?: to)?|look (?:at|into)|seek to|aim to|work towards?|"
    r"endeavour to|attempt to|try to|"
    r"think about|investigate the possibility|give consideration|be mindful|raise awareness)\b"
)
_LEFT_OPEN = re.compile(
    r"\b(?:will (?:need to )?be|to be|needs? to be) (?:considered|explored|looked (?:at|into)|thought about)\b|"
    r"\b(?:consideration|thought) (?:will|is to|to|should) (?:need to )?be given\b"
)
_ENSURE = re.compile(r"(?:to\s+)?(?:ensure|make sure|assure)\b")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&-]+ ){2,9}$")
_HOW = re.compile(r"\b(?:by|through|via|using) (?:\w+ly )?(?:\w+ing|an?|the|use|regular|monthly|weekly)\b|:")
_DEPENDS = re.compile(r"\b(?:to \w+|so that|which|who|that|for|how|where|including|such as|in order)\b")


@check(
    code="GT801",
    title="Acronym never explained",
    why="Plans are public papers; a reader outside the service cannot look an acronym up.",
    source="GOV.UK style guide, abbreviations and acronyms: explain on first use",
    do="explain it at first use or in the glossary",
    severity="note",
    bad=example(an_item(an_action("Report to the SSOB each month"))),
    good=example(
        an_item(an_action("Report to the SSOB each month")),
        glossary=(GlossaryEntry(term="SSOB", meaning="Safeguarding Standards Overview Board"),),
    ),
)
def unexplained(subject: Subject) -> Iterator[Hit]:
    told = _texts(subject)
    counted = never_explained([text for _, text, _ in told], subject)
    named = [f"“{term}”{f' (in {times} places)' if times > 1 else ''}" for term, times in counted.items()]
    if len(named) > FEW:
        _, _, place = _first(next(iter(counted)), told)
        yield on_plan(
            f"{len(named)} acronyms are never explained: {words_in_list(named)}",
            do="explain each at first use or in the glossary",
            place=place,
        )
        return
    for term, times in counted.items():
        where, _, place = _first(term, told)
        more = f" (in {times} places)" if times > 1 else ""
        yield Hit(where=where, message=f"“{term}” is never explained{more}", place=place)


def never_explained(told: Sequence[str], subject: Subject) -> Counter[str]:
    """Acronyms that the texts use and nothing explains, with in how many of the texts each stands, in the order of their first use.

    Of the subject only the plan's glossary and the settings are looked at.
    """
    explained = _explained("\n".join(told), subject)
    return Counter(found for text in told for found in dict.fromkeys(acronyms(text)) if found.casefold() not in explained)


def _first(term: str, told: Sequence[tuple[str, str, Place]]) -> tuple[str, str, Place]:
    return next(entry for entry in told if term in acronyms(entry[1]))


@check(
    code="GT802",
    title="Several actions in one",
    why="Two actions in one sentence share one date, one lead and one colour, and the slower one hides behind the other.",
    source="Plans with lettered parts show how to part them; the SMART test that plans set themselves",
    do="make them separate actions or lettered parts",
    severity="note",
    bad=example(an_item(an_action("Develop a quality framework and train all managers in its use"))),
    good=example(an_item(an_action("Review and update the quality framework"))),
)
def several_actions(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        steps = _steps(line.action.text) if not line.action.parts else []
        if len(steps) > 1:
            yield on_line(line, f"holds {len(steps)} actions: {'; '.join(f'“{shorten(step, 30)}”' for step in steps[:3])}")


@check(
    code="GT803",
    title="Action that promises nothing",
    why="“Consider”, “explore” and “continue to” are done the moment they are written.",
    source="The SMART test that plans set themselves: an action has to be specific",
    do="say what will have been done by the date",
    bad=example(an_item(an_action("Consider extending the advocacy contract"))),
    good=example(an_item(an_action("Decide by June whether the advocacy contract is extended"))),
)
def vague(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        for label, text in _own_and_parts(line.action.text, line.action.parts):
            if found := _VAGUE.match(fold(text)):
                yield on_line(line, f"{label}begins with “{found[1]}”")
            elif found := _LEFT_OPEN.search(fold(text)):
                yield on_line(line, f"{label}says “{found[0]}”")


@check(
    code="GT804",
    title="“Ensure…” and not how",
    why="“Ensure that plans are good” repeats the recommendation; it does not say what anybody will do.",
    source="Inspectors write recommendations as “ensure that…”; an action has to say how",
    do="say what will be done to bring it about",
    bad=example(an_item(an_action("Ensure that all care plans are of good quality"))),
    good=example(an_item(an_action("Ensure that all care plans are of good quality by sampling ten a month in every team"))),
)
def only_ensure(subject: Subject) -> Iterator[Hit]:
    for line in subject.lines:
        said = fold(line.action.text)
        if _ENSURE.match(said) and not line.action.parts and not _HOW.search(said) and not _acts_later(said):
            yield on_line(line, "says “ensure” and not how")


@check(
    code="GT805",
    title="Recommendation used as an action",
    why="Copying the inspectors' sentence into the action column answers the finding with the finding.",
    source="Plans whose headings are the inspectors' own words: the action has to add something to them",
    do="say what will be done about it",
    bad=example(
        an_item(
            an_action("Improve the timeliness of supervision of all social workers"),
            text="Improve the timeliness of supervision of all social workers.",
        )
    ),
    good=example(
        an_item(
            an_action("Book supervision a quarter ahead in every team"), text="Improve the timeliness of supervision of all social workers."
        )
    ),
)
def copies_heading(subject: Subject) -> Sequence[Hit]:
    hits = []
    for line in subject.lines:
        own, heading = words(line.action.text), words(line.item.text)
        if len(own) > 4 and own == heading and not line.action.parts:
            hits.append(on_line(line, "repeats the heading word for word"))
    # a list of actions without headings is read as headings of one action each: there nothing was copied
    bare = len(hits) > 1 and all(len(item.actions) == 1 for item in subject.picture.plan.items) and not subject.picture.findings
    return [] if bare and len(hits) == len(subject.lines) else hits


def _texts(subject: Subject) -> list[tuple[str, str, Place]]:
    """Everything the plan's own authors wrote, with where it stands."""
    told: list[tuple[str, str, Place]] = []
    for item in subject.picture.plan.items:
        told += [(at_item(item), text, item.place) for text in (item.text, item.notes or "", *texts(item.outcomes, item.measures))]
        for line in subject.lines_of(item):
            action = line.action
            beneath = texts(action.parts, action.progress, action.evidence, action.measures)
            told += [(line.where, text, action.place) for text in (action.text, *beneath, action.by_when_text or "", *action.leads)]
    return told


def _explained(everything: str, subject: Subject) -> set[str]:
    """Folded terms that the glossary, the settings, common knowledge or the text itself explains."""
    entries = subject.picture.plan.glossary
    known = {term.casefold() for term in (*_EVERYDAY, *subject.config.acronyms, *initials_at_work(everything, subject))}
    known |= set(re.findall(r"(?<![\w'’])[a-z]{3,7}(?![\w'’])", everything))  # a word that the plan has in small letters too is a shout
    known |= {fold(term) for entry in entries for term in re.split(r"\s*/\s*", entry.term)}
    known |= {term.casefold() for before, term in _before_brackets(everything) if _spells(before, term)}
    known |= {
        term.casefold()
        for term, after in re.findall(r"\b([A-Z][A-Z&]{1,6})s? \(((?:[\w'’&-]+ ?){2,9})", everything)
        if _spells(after, term)
    }
    return known


def _before_brackets(text: str) -> Iterator[tuple[str, str]]:
    """Each acronym that stands in brackets, with the two to nine words before it on its line."""
    for found in re.finditer(r"\(([A-Z][A-Z&]{1,6})s?\)", text):
        line = text.rfind("\n", 0, found.start()) + 1
        if before := _WORDS_BEFORE.search(text, line, found.start()):
            yield before[0], found[1]


def _spells(phrase: str, term: str) -> bool:
    """Whether the words of phrase hold the acronym's letters as initials, in order."""
    initials = iter("".join(word[0] for word in words(phrase.replace("-", " "))))
    return all(letter in initials for letter in term.casefold() if letter.isalpha())


def _steps(text: str) -> list[str]:
    """The separate instructions in a sentence: clauses of three words or more that begin with a verb of doing."""
    steps: list[str] = []
    before = ""
    for joint, clause in _clauses(text):
        said = words(clause)
        verb = said[1] if said[:1] in (["to"], ["then"], ["also"]) and len(said) > 1 else (said[0] if said else "")
        independent = not steps or joint in ".;" or not _DEPENDS.search(fold(before))
        if verb in ACTIVITY_VERBS and len(said) >= 3 and independent:
            steps.append(clause.strip())
        before = clause if joint in ".;" else f"{before} {clause}"
    return steps


def _clauses(text: str) -> Iterable[tuple[str, str]]:
    pieces = re.split(r"([.;](?=\s)|,? and |, )", f"{text} ")
    return zip(["."] + [piece.strip() or "," for piece in pieces[1::2]], pieces[0::2], strict=False)


def _acts_later(said: str) -> bool:
    return any(word in ACTIVITY_VERBS for _, clause in list(_clauses(said))[1:] for word in words(clause)[:1])


def _own_and_parts(text: str, parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    yield "", text
    yield from ((f"part {part.letter} ", part.text) for part in parts)
