"""One finding as its page shows it: its facts, the judgement above it and the thread of every item below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from goldthread.common.text import shorten
from goldthread.models import Inspection
from goldthread.queries.coverage import Coverage, Line
from goldthread.queries.findings import Below
from goldthread.reports.map.content import ActionLine
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.timing import days
from goldthread.reports.map.words import action_words, sentence
from goldthread.web.inspections.showing import Judged, joined, judged, limit
from goldthread.web.tags.parts import Fact


def finding_facts(line: Line, told: Coverage) -> list[Fact]:
    """What the report says of a finding, and how the plan's dates stand to the inspectors' limit."""
    finding, covered = line.finding, line.covered
    timing = sentence(covered.timing_words) if told.plan and told.whole and covered.limit else ""
    facts = [
        Fact(key="Service", value=covered.service, none="Not said"),
        Fact(key="Section of the report", value=covered.section, none="Not known"),
        Fact(key="Addressed to", value=list(finding.addressees), none="Nobody is named in its own text"),
        Fact(key="Inspectors’ limit", value=sentence(limit(line, told)), note=timing),
    ]
    if finding.inferred:
        facts.append(Fact(key="Number", value=finding.number, note="Lost in the text and worked out from its neighbours"))
    if not covered.must_be_answered:
        facts.append(Fact(key="Has to be answered", value="No: it is background, which a plan may take up"))
    return facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A knot of a thread. late: ``12 days late``, empty where it is not. is_broken: where the thread breaks instead."""

    kind: str
    words: str
    href: str | None = None
    mark: Mark | None = None
    note: str = ""
    late: str = ""
    is_broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The thread of one item that answers a finding. why: what joins the two."""

    title: str
    why: str
    steps: tuple[Step, ...]


def above(line: Line, told: Coverage, inspection: Inspection) -> Judged | None:
    """The judgement behind a finding."""
    key = line.covered.judgement_key
    if key is None:
        return None
    judgement = told.held.picture.judgements[int(key.rsplit("/", 1)[1])]
    return judged(told.ids[key], judgement, inspection.framework)


def thread(below: Below, line: Line, told: Coverage, on: date) -> Thread:
    """From the item down to the evidence and the measure, broken where it is broken."""
    item = below.item.line
    answer = next(one for one in line.covered.answers if told.ids[one.key] == below.pk)
    return Thread(title=f"Item {item.item.ref}", why=f"{joined(answer)}.", steps=tuple(_steps(below, told, on)))


def _steps(below: Below, told: Coverage, on: date) -> Iterator[Step]:
    item = below.item.line
    reference = told.plan.reference if told.plan else ""
    address = reverse("item", kwargs={"reference": reference, "pk": below.pk})
    yield Step(kind=f"Item {item.item.ref}", words=shorten(item.item.text, 240), href=address, mark=item.rating)
    yield from (Step(kind="Outcome", words=shorten(one.outcome.text, 240)) for one in item.outcomes)
    if not item.outcomes:
        yield Step(kind="Outcome", words="no outcome", is_broken=True)
    for row, action in zip(below.actions, item.actions, strict=True):
        yield _action(row.pk, action, on)
        yield from _proof(action)
    if not item.actions:
        yield Step(kind="Action", words="no action", is_broken=True)
    yield from (Step(kind=piece.kind, words=shorten(piece.text, 240)) for piece in item.measures)
    if not item.measures and not any(action.measures for action in item.actions):
        yield Step(kind="Measure", words="no measure", is_broken=True)


def _action(pk: int, action: ActionLine, on: date) -> Step:
    led = f"Led by {action.lead.words}" if action.lead.name else sentence(action.lead.words)
    return Step(
        kind=f"Action {action.ref}",
        words=shorten(action_words(action), 240) or "no words of the action are left",
        href=reverse("action", args=[pk]),
        mark=action.rating,
        note=f"{led}. Due: {action.timing.by_when}; {action.timing.words}",
        late=f"{days((on - action.timing.council).days)} late" if action.timing.overdue and action.timing.council else "",
    )


def _proof(action: ActionLine) -> Iterator[Step]:
    if not action.evidence:
        yield Step(kind=f"Evidence of action {action.ref}", words="nothing reported", is_broken=True)
    elif action.evidence[-1:]:
        piece = action.evidence[-1]
        yield Step(kind=f"{piece.kind}, action {action.ref}", words=shorten(piece.text, 240))
