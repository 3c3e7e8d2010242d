"""What the map page says, as plain frozen values: everything is decided here, so that templates only set it.

Every ``href`` and ``anchor`` is an id on the page, without the ``#``; every ``key`` is the JSON Pointer of the thing in the picture.
"""

from dataclasses import dataclass, field
from datetime import date

from goldthread.reports.map.marks import Mark
from goldthread.thread.picture import Action, Finding, Inspection, Item, Judgement, Mechanism, Monitoring, Outcome, Problem, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One value as printed. what: the value's name in words; where: ``page 39, line 12``; words: None when only the place is known."""

    what: str
    where: str
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the summary sets large. out_of: None when there is nothing to count from, and then ``number`` is not shown."""

    name: str
    number: int
    out_of: int | None
    unit: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeLine:
    """One judgement. mark: None when the report gives no grade; words then says so."""

    key: str
    anchor: str
    judgement: Judgement
    mark: Mark | None
    words: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The judgements of one service. name: None when the report does not divide them."""

    name: str | None
    grades: tuple[GradeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Who answers for an action. name: None when nobody is marked; ``words`` then says why (``two leads, none responsible``)."""

    name: str | None
    initials: str
    words: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """An action's date against the inspectors' limit.

    by_when: the plan's words; council, limit: days on the calendar (a month counts to its last day), None when there is none;
    late: the council's date is after the limit (GT305); overdue: its date has passed and it is not done (GT303); words: how the two
    dates stand to one another.
    """

    by_when: str
    council: date | None
    limit: date | None
    late: bool
    overdue: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something an action has, with its source: evidence, progress or a measure."""

    kind: str
    key: str
    anchor: str
    text: str
    letter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """One action: a row of the plan on a page, and an entry in the thread in words.

    borne_out: what dates and words bear out, with the first reason; doubted: how the printed rating differs from that, None when
    it does not.
    """

    key: str
    anchor: str
    row_anchor: str
    ref: str
    item_ref: str
    item_anchor: str
    action: Action
    lead: Lead
    timing: Timing
    rating: Mark | None
    impact: Mark | None
    borne_out: str
    doubted: str | None
    evidence: tuple[Piece, ...]
    measures: tuple[Piece, ...]
    checks: tuple["CheckLine", ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """One outcome. states: the figures or targets it gives itself, if any."""

    key: str
    anchor: str
    number: int
    outcome: Outcome
    states: str | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding. needs_answer: an area, priority or recommendation rather than a paragraph; elsewhere: who else answers it."""

    key: str
    anchor: str
    finding: Finding
    kind: str
    needs_answer: bool
    answered_by: tuple[tuple[str, str], ...]
    elsewhere: str | None
    limit: str | None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item with everything its thread passes through. judged: for each finding, which of the grades stands behind it."""

    key: str
    anchor: str
    item: Item
    limit: str | None
    rating: Mark | None
    impact: Mark | None
    grades: tuple[GradeLine, ...]
    findings: tuple[FindingLine, ...]
    judged: tuple[int | None, ...]
    outcomes: tuple[OutcomeLine, ...]
    actions: tuple[ActionLine, ...]
    measures: tuple[Piece, ...]
    breaks: tuple[str, ...]
    checks: tuple["CheckLine", ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A fold of the thread: items of one section or judgement, and the findings there that no item answers."""

    anchor: str
    title: str
    items: tuple[ItemLine, ...]
    unanswered: tuple[tuple[FindingLine, GradeLine | None], ...]
    broken: int
    open: bool

    @property
    def actions(self) -> int:
        """How many actions stand in the fold."""
        return sum(len(item.actions) for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check finding with the id of the place it speaks of."""

    code: str
    title: str
    where: str
    message: str
    do: str
    severity: str
    href: str | None
    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """The findings of one check."""

    code: str
    title: str
    severity: str
    anchor: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The checks of one hundred of codes (GT2xx people)."""

    name: str
    anchor: str
    groups: tuple[CheckGroup, ...]

    @property
    def count(self) -> int:
        """How many check findings stand under it."""
        return sum(len(group.lines) for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The whole page. span: the first and last day that the timing strips cover, None when no action has a date or limit."""

    authority: str
    title: str
    inspection: Inspection
    inspected: str
    sources: tuple[Source, ...]
    as_at: date
    headline: str
    figures: tuple[Figure, ...]
    services: tuple[Service, ...]
    no_grade: tuple[str, ...]
    key: tuple[Mark, ...]
    actions: tuple[ActionLine, ...]
    span: tuple[date, date] | None
    groups: tuple[Group, ...]
    themes: tuple[Theme, ...]
    asked: tuple[FindingLine, ...]
    paragraphs: tuple[FindingLine, ...]
    monitoring: tuple[Monitoring, ...]
    mechanisms: tuple[Mechanism, ...]
    glossary: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    quotes: tuple[Quote, ...] = field(default=())
