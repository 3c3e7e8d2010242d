"""The picture: inspections, findings and the plan that answers them, as plain immutable values.

The JSON form of these values is the contract ``goldthread.picture/1`` (docs/reference/picture.md). Field order
here is key order there. Fields after the comment *beyond the first contract* are written only when they hold
something, so a reader that knows only the first contract is never surprised.
"""

from dataclasses import dataclass
from datetime import date

from goldthread.common.dates import PartDate
from goldthread.common.places import NOWHERE, Place

SCHEMA = "goldthread.picture/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file that a picture was read from. kinds: ``inspection_report``, ``improvement_plan`` or both."""

    file: str = ""
    sha256: str = ""
    bytes: int = 0
    kinds: tuple[str, ...] = ()
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One inspection. framework: a code of ``thread.frameworks`` or ``other``."""

    framework: str | None = None
    framework_name: str | None = None
    authority: str | None = None
    inspectorates: tuple[str, ...] = ()
    started: date | None = None
    ended: date | None = None
    published: date | None = None
    lead_inspector: str | None = None
    age_group: str | None = None
    # beyond the first contract
    places: dict[str, Place] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A grade for an area. grade: the framework's grade in lower case with underscores; as_printed: the report's words."""

    service: str | None = None
    area: str
    grade: str | None = None
    grade_number: int | None = None
    as_printed: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something inspectors wrote that a plan may have to answer.

    ref: ``A3`` area for improvement, ``P1`` priority action, ``R2`` recommendation, ``¶14`` paragraph.
    kind: ``area_for_improvement``, ``priority_action``, ``recommendation`` or ``paragraph``.
    service: ``safeguarding``, ``looked_after``, ``all`` or another service as printed.
    timescale: ``immediately``, ``within_3_months``, ``within_6_months``, ``other`` or None.
    due: printed, or worked out from a printed date (then a problem says so).
    inferred: the paragraph's number was lost in the text and worked out from its neighbours.
    """

    ref: str
    kind: str
    service: str | None = None
    number: str | None = None
    section: str | None = None
    text: str = ""
    timescale: str | None = None
    due: PartDate | None = None
    addressees: tuple[str, ...] = ()
    inferred: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    """A board or person the plan says watches it, and how often. cadence: ``monthly``, ``bi-monthly``, ``quarterly``…"""

    board: str
    cadence: str | None = None
    purpose: str | None = None
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A way of monitoring that the plan promises (a monthly update, a quarterly data set…)."""

    number: str | None = None
    text: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What should be different, apart from what is to be done."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How anybody will know: a success criterion, target or indicator that the plan states apart from the outcome."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A lettered part of an action."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the plan reports about an action, or about its lettered part when letter is set."""

    letter: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the plan offers, apart from its progress column, to show an action's effect."""

    text: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One line of the plan.

    leads_basis: ``printed``, ``filled_down`` (a merged or blank cell repeats the one above) or ``none``.
    responsible_lead: the one that the document marks (underline, bold or words), or the only lead; None when nobody can tell,
    and for every action where the document says that it marks them and the marks are lost on the way.
    by_when_text: as printed; due_dates: machine dates from it, a range as its two ends; recurrence: ``quarterly``…
    rating: the label printed under the plan's own key. impact_rating: where the plan rates effect apart from delivery.
    places: the place of single values by field name (``leads``, ``by_when_text``, ``progress``, ``rating``…).
    """

    number: str | None = None
    text: str = ""
    parts: tuple[Part, ...] = ()
    leads: tuple[str, ...] = ()
    leads_basis: str = "none"
    responsible_lead: str | None = None
    by_when_text: str | None = None
    due_dates: tuple[PartDate, ...] = ()
    recurrence: str | None = None
    accountable_to: tuple[str, ...] = ()
    progress: tuple[Progress, ...] = ()
    rating: str | None = None
    place: Place = NOWHERE
    # beyond the first contract
    impact_rating: str | None = None
    evidence: tuple[Evidence, ...] = ()
    measures: tuple[Measure, ...] = ()
    places: dict[str, Place] | None = None

    @property
    def answerable(self) -> str | None:
        """The one person to ask: the marked lead, else the only one; None when there are several and none marked."""
        return self.responsible_lead or (self.leads[0] if len(self.leads) == 1 else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A heading of the plan: usually the inspectors' own recommendation or area, with outcomes and actions under it.

    kind: ``recommendation``, ``area_for_development`` or ``action_group``.
    source: who raised it, as printed (``Ofsted``, ``Ofsted/CQC``, ``additional area``…).
    """

    ref: str
    section: str | None = None
    number: str | None = None
    kind: str = "action_group"
    source: str | None = None
    text: str = ""
    timescale: str | None = None
    due: PartDate | None = None
    notes: str | None = None
    rating: str | None = None
    outcomes: tuple[Outcome, ...] = ()
    actions: tuple[Action, ...] = ()
    place: Place = NOWHERE
    # beyond the first contract
    impact_rating: str | None = None
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusKey:
    """One entry of the plan's own rating key. colour: the colour's word or ``#RRGGBB``, as the document has it."""

    label: str
    colour: str | None = None
    meaning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term as the plan explains it."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The improvement plan."""

    title: str | None = None
    owner: str | None = None
    monitoring: tuple[Monitoring, ...] = ()
    items: tuple[Item, ...] = ()
    status_key: tuple[StatusKey, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    # beyond the first contract
    mechanisms: tuple[Mechanism, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A doubt that needs a person. severity: ``info`` (said, needs nobody), ``warning`` or ``error`` (something is lost)."""

    where: str
    found: str
    expected: str
    do: str
    severity: str = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One dated change to a picture, kept so that the picture can be seen as it stood.

    path: where in the JSON form, as a JSON Pointer. before, after: the values there in JSON form (None: absent).
    """

    on: date
    path: str
    before: object = None
    after: object = None
    by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A whole plan at one moment, with the inspection it answers.

    report_source: the inspection report's own file, where plan and report were read from two.
    """

    schema: str = SCHEMA
    source: Source = Source()
    inspection: Inspection = Inspection()
    judgements: tuple[Judgement, ...] = ()
    findings: tuple[Finding, ...] = ()
    plan: Plan = Plan()
    problems: tuple[Problem, ...] = ()
    # beyond the first contract
    report_source: Source | None = None
    history: tuple[Change, ...] = ()
