"""What answers the findings of an inspection, as far as a reader may see, with the ways to choose among them that a page offers."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from goldthread.models import Finding, Inspection, Plan
from goldthread.queries import pictures, plans
from goldthread.reports.covered import COVERED, ELSEWHERE, NOT_COVERED, Answer, Covered, coverage
from goldthread.reports.map.words import service_words
from goldthread.rules.acting import Acting
from goldthread.thread import picture as thread

NO_PLAN: Final = "no plan"
OWN: Final = "own"
NOT_OWN: Final = "not own"
STATES: Final[Mapping[str, str]] = {
    COVERED: "Covered by the plan",
    ELSEWHERE: "Left to others",
    NOT_COVERED: "Covered by nothing",
    OWN: "Answered by an action of yours",
    NOT_OWN: "Not answered by an action of yours",
}
"""States to choose by, with their labels. Readers who see only their own actions learn of those, and of nothing that others do."""
TIMESCALES: Final[Mapping[str, str]] = {
    "immediately": "Immediately",
    "within_3_months": "Within 3 months",
    "within_6_months": "Within 6 months",
    "other": "Another time",
    "": "No time limit",
}
ASKED: Final = "asked"
"""The kind that stands for everything which must be answered: all but paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding with what answers it. pk: the finding's id. state: a key of ``STATES``, ``background`` or ``no plan``."""

    pk: int
    finding: thread.Finding
    covered: Covered
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The findings of one inspection with what answers them in one plan.

    plan: None where the reader sees no plan that answers it. whole: whether all of the plan is the reader's to see; else own holds the
    JSON pointers of the reader's own actions. others: further plans that answer the inspection. held: the picture that it was read from.
    """

    plan: Plan | None
    whole: bool
    own: frozenset[str]
    others: tuple[Plan, ...]
    lines: tuple[Line, ...]
    held: pictures.Held

    @property
    def ids(self) -> Mapping[str, int]:
        """JSON pointer → the row's id."""
        return self.held.ids

    @property
    def asked(self) -> tuple[Line, ...]:
        """What a plan has to answer."""
        return tuple(line for line in self.lines if line.covered.must_be_answered)


def of_inspection(inspection: Inspection, who: Acting, reference: str = "") -> Coverage:
    """What the reader sees of how an inspection is answered: by the plan of that reference, else by the newest."""
    answering = list(plans.visible_to(who).filter(inspection=inspection))
    plan = next((one for one in answering if one.reference == reference), answering[0] if answering else None)
    if plan is None:
        held = pictures.of_inspection(inspection)
        return Coverage(plan=None, whole=False, own=_NONE, others=(), held=held, lines=_lines(held, lambda told: (told, NO_PLAN)))
    held, whole = pictures.of_headings(plan, dated=True), plans.sees_whole(who, plan)
    own = _NONE if whole else _own_keys(held, plan, who)
    lines = _lines(held, lambda told: (told, told.state) if whole else _cut(told, own))
    others = tuple(one for one in answering if one != plan)
    return Coverage(plan=plan, whole=whole, own=own, others=others, held=held, lines=lines)


_NONE: frozenset[str] = frozenset()


def _own_keys(held: pictures.Held, plan: Plan, who: Acting) -> frozenset[str]:
    own = frozenset(plans.led_by(who).filter(action__item__plan=plan).values_list("action_id", flat=True))
    return frozenset(key for key, pk in held.ids.items() if "/actions/" in key and pk in own)


def _lines(held: pictures.Held, made: Callable[[Covered], tuple[Covered, str]]) -> tuple[Line, ...]:
    found = []
    for told, finding in zip(coverage(held.picture), held.picture.findings, strict=True):
        seen, state = made(told)
        found.append(Line(pk=held.ids[told.key], finding=finding, covered=seen, state=state))
    return tuple(found)


def _cut(told: Covered, keys: Container[str]) -> tuple[Covered, str]:
    """What of the answers is the reader's own. How the rest stands, in time or at all, is not said."""
    answers = tuple(own for answer in told.answers if (own := _own(answer, keys)).actions)
    cut = replace(told, answers=answers, elsewhere=None, kept=None, timing_words="")
    return cut, OWN if answers else NOT_OWN


def _own(answer: Answer, keys: Container[str]) -> Answer:
    return replace(answer, actions=tuple(action for action in answer.actions if action.key in keys), due=None, due_words="")


# --- choosing


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to show; empty shows all. kind: a kind of finding, or ``asked`` for all but paragraphs."""

    kind: str = ""
    service: str = ""
    addressee: str = ""
    state: str = ""
    timescale: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a filter, its label and how many findings it shows."""

    value: str
    label: str
    count: int


def chosen(lines: Iterable[Line], choice: Choice) -> tuple[Line, ...]:
    """The findings that fit everything chosen, in the report's order."""
    return tuple(line for line in lines if _fits(line, choice))


def _fits(line: Line, choice: Choice) -> bool:
    finding = line.finding
    return (
        (not choice.kind or choice.kind == finding.kind or (choice.kind == ASKED and line.covered.must_be_answered))
        and (not choice.service or choice.service == finding.service)
        and (not choice.addressee or choice.addressee in finding.addressees)
        and (not choice.state or choice.state == line.state)
        and (choice.timescale is None or choice.timescale == (finding.timescale or ""))
    )


def options(lines: Sequence[Line]) -> Mapping[str, tuple[Option, ...]]:
    """For each thing to choose by, the values that these findings have, with how many each shows."""
    kinds = {ASKED: "To be answered", **dict(Finding.Kind.choices)}
    asked = [ASKED for line in lines if line.covered.must_be_answered]
    services = [line.finding.service for line in lines if line.finding.service]
    addressees = sorted(name for line in lines for name in line.finding.addressees)
    return {
        "kind": _counted([*asked, *(line.finding.kind for line in lines)], kinds, tuple(kinds)),
        "service": _counted(services, {name: service_words(name) or name for name in services}),
        "addressee": _counted(addressees, {}),
        "state": _counted([line.state for line in lines], STATES, tuple(STATES)),
        "timescale": _counted([line.finding.timescale or "" for line in lines], TIMESCALES, tuple(TIMESCALES)),
    }


def _counted(values: Sequence[str], labels: Mapping[str, str], order: Sequence[str] = ()) -> tuple[Option, ...]:
    counts = Counter(values)
    names = [name for name in order if name in counts] if order else list(counts)
    return tuple(Option(value=name, label=labels.get(name, name), count=counts[name]) for name in names)
