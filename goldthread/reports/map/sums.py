"""How much an item, or a fold of several, holds and where its threads break, without setting a word of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goldthread.reports.map.content import FindingLine, GradeLine
from goldthread.reports.map.keys import action_key, item_key
from goldthread.reports.map.lines import Lines, action_ref, is_measured, lead
from goldthread.reports.map.marks import Mark, rating_mark
from goldthread.reports.map.words import count
from goldthread.thread.checks.base import Line
from goldthread.thread.checks.dates import beyond, overdue
from goldthread.thread.checks.limits import Limit, limit_of
from goldthread.thread.picture import Action, Item

KINDS = ("finding", "outcome", "action", "lead", "evidence", "measure", "answer")
"""What may be missing, in the order of the thread; ``answer``: a finding that no item answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One place where the thread breaks. kind: one of ``KINDS``; key: of the item, action or finding that lacks it; ref: its ref."""

    kind: str
    key: str
    ref: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSum:
    """An item in figures. overdue, late: actions past their date and not shown as done, and dated after the inspectors' limit."""

    position: int
    key: str
    item: Item
    rating: Mark | None
    grades: tuple[GradeLine, ...]
    findings: tuple[FindingLine, ...]
    outcomes: int
    actions: int
    overdue: int
    late: int
    breaks: tuple[Break, ...]

    def missing(self, kind: str) -> int:
        """How many breaks of a kind it has."""
        return sum(one.kind == kind for one in self.breaks)


def item_sum(position: int, lines: Lines) -> ItemSum:
    """The figures of the item at a position."""
    item = lines.picture.plan.items[position]
    findings = lines.behind(item)
    over = (lines.grade_behind(line.finding.ref) for line in findings)
    overdue, late = _timings(item, limit_of(item, lines.subject) if item.actions else None, lines)
    return ItemSum(
        position=position,
        key=item_key(position),
        item=item,
        rating=rating_mark(item.rating, lines.picture.plan.status_key),
        grades=tuple({line.key: line for line in over if line}.values()),
        findings=findings,
        outcomes=sum(bool(outcome.text.strip()) for outcome in item.outcomes),
        actions=len(item.actions),
        overdue=overdue,
        late=late,
        breaks=tuple(_breaks(position, item, founded=bool(findings))),
    )


def _timings(item: Item, limit: Limit | None, lines: Lines) -> tuple[int, int]:
    placed = [Line(item=item, action=action, position=number) for number, action in enumerate(item.actions, start=1)]
    passed = sum(overdue(line, lines.subject) is not None for line in placed)
    return passed, sum(beyond(line, limit, lines.subject) is not None for line in placed)


def _breaks(position: int, item: Item, *, founded: bool) -> Iterator[Break]:
    measured = is_measured(item)
    for kind, words in lacking(item, founded=founded):
        yield Break(kind=kind, key=item_key(position), ref=item.ref, words=words)
    if not item.actions and not measured:
        yield Break(kind="measure", key=item_key(position), ref=item.ref, words="no measure")
    for number, action in enumerate(item.actions):
        for kind, words in missing(action, measured=measured):
            ref = action_ref(item, action, number + 1)
            yield Break(kind=kind, key=action_key(position, number), ref=ref, words=words)


def lacking(item: Item, *, founded: bool) -> Iterator[tuple[str, str]]:
    """What an item lacks before its actions, as kind and words. founded: whether a finding is behind it."""
    if not founded:
        yield "finding", "no finding behind this item"
    if not any(outcome.text.strip() for outcome in item.outcomes):
        yield "outcome", "no outcome"
    if not item.actions:
        yield "action", "no action"


def missing(action: Action, *, measured: bool) -> Iterator[tuple[str, str]]:
    """What an action lacks, as kind and words. measured: whether its item has a measure."""
    answers = lead(action)
    if answers.name is None:
        yield "lead", answers.words
    if not proved(action):
        yield "evidence", "nothing reported"
    if not measured and not any(measure.text.strip() for measure in action.measures):
        yield "measure", "no measure"


def proved(action: Action) -> bool:
    """Whether an action shows evidence or progress."""
    return any(piece.text.strip() for piece in action.evidence) or any(piece.text.strip() for piece in action.progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Several items in figures. broken: items with a break anywhere; missing: breaks by kind, those of none left out."""

    items: int
    grades: tuple[GradeLine, ...]
    findings: int
    outcomes: int
    actions: int
    overdue: int
    late: int
    broken: int
    missing: dict[str, int]

    @property
    def words(self) -> str:
        """``Ten items, 100 actions, seven threads broken``."""
        whole = "every thread whole" if not self.broken else f"{count(self.broken, 'thread')} broken"
        return f"{count(self.items, 'item')}, {count(self.actions, 'action')}, {whole}"


def summed(items: Iterable[ItemSum]) -> Sum:
    """The figures of several items together; a finding or grade that several share is counted once."""
    them = tuple(items)
    told = [one.kind for item in them for one in item.breaks]
    return Sum(
        items=len(them),
        grades=tuple({line.key: line for item in them for line in item.grades}.values()),
        findings=len({line.key for item in them for line in item.findings}),
        outcomes=sum(item.outcomes for item in them),
        actions=sum(item.actions for item in them),
        overdue=sum(item.overdue for item in them),
        late=sum(item.late for item in them),
        broken=sum(bool(item.breaks) for item in them),
        missing={kind: told.count(kind) for kind in KINDS if kind in told},
    )
