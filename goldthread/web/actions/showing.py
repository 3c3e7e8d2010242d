"""One action as its page shows it: facts, dates, what happened, and the thread that it is part of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldthread.common.dates import spoken
from goldthread.common.text import shorten, words_in_list
from goldthread.models import Action, Board, DueDate, Lead, Person
from goldthread.models.history import HistoryVerb
from goldthread.queries.actions import Threaded
from goldthread.queries.history import Told
from goldthread.reports.covered import reason
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.sums import lacking, missing
from goldthread.reports.map.words import sentence
from goldthread.rules import actions as rules
from goldthread.rules.acting import Acting
from goldthread.rules.due_dates import due_on, slips, spoken_dates, times
from goldthread.thread import frameworks
from goldthread.thread.checks.wording import term_in
from goldthread.web.tags import marks
from goldthread.web.tags.filters import spoken as moment
from goldthread.web.tags.parts import Event, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """What the reader may do to the action."""

    date: bool
    leads: bool
    rating: bool
    progress: bool

    @property
    def anything(self) -> bool:
        """Whether any button is to be shown."""
        return self.date or self.leads or self.rating or self.progress


def may(who: Acting, row: Action) -> May:
    """By the rules of actions."""
    return May(
        date=rules.can_change_date(who, row),
        leads=rules.can_change_leads(who, row),
        rating=rules.can_rate(who, row),
        progress=rules.can_add_progress(who, row),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One date that the action has had. moved: how it stands to the one before, in words."""

    due: DueDate
    dates: str
    moved: str
    is_first: bool
    is_last: bool


def revisions(row: Action) -> list[Revision]:
    """Every date in its order, the printed one first."""
    found: list[Revision] = []
    ordered = sorted(row.due_dates.all(), key=lambda due: due.revision)
    for at, due in enumerate(ordered):
        found.append(
            Revision(
                due=due,
                dates=dates(due),
                moved=_moved(ordered[at - 1], due) if at else "",
                is_first=at == 0,
                is_last=at == len(ordered) - 1,
            )
        )
    return found


def dates(due: DueDate) -> str:
    """When it is due, in full."""
    return spoken_dates(due.dates) or (f"No date; recurs {due.recurrence}" if due.recurrence else "No date")


def _moved(before: DueDate, after: DueDate) -> str:
    was, now = due_on(before.dates), due_on(after.dates)
    if not (was and now):
        return "the first date" if now else ""
    days = (now - was).days
    if not days:
        return "the same last day"
    return f"{abs(days)} day{'s' * (abs(days) != 1)} {'later' if days > 0 else 'earlier'}"


# --- facts


def facts(row: Action, told: Threaded, boards: Mapping[str, Board], events: Sequence[Told], who: Acting, can: May) -> list[Fact]:
    """The summary list of an action. What is missing becomes a link for those who may put it right."""
    due = latest(row)
    return [
        _leads(row, who.on, can),
        *_other_leads(row, who.on),
        _due(row, told, can),
        _limit(told),
        _rating(row, told, events, can),
        *([Fact(key="Impact rating", value=_mark(told.action.impact))] if told.action.impact else []),
        _accountable(row, boards),
        Fact(key="Recurs", value=due.recurrence if due else None, none="No: it is done once"),
    ]


def latest(row: Action) -> DueDate | None:
    """The date that counts."""
    return max(row.due_dates.all(), key=lambda due: due.revision, default=None)


def leading(row: Action, on: date) -> list[Lead]:
    """Those who lead on the day, the responsible one first."""
    return sorted((lead for lead in row.leads.all() if rules.leads_on(lead, on)), key=lambda lead: not lead.responsible)


def _leads(row: Action, on: date, can: May) -> Fact:
    held = leading(row, on)
    note = "" if len(held) < 2 or held[0].responsible else f"{len(held)} leads, and nobody is responsible"
    inferred = "The plan leaves this cell blank; the lead is that of the row above" if row.leads_basis == "filled_down" else ""
    return Fact(
        key="Leads",
        value=[_lead(lead, several=len(held) > 1) for lead in held],
        href=reverse("action_leads", args=[row.pk]) if can.leads else None,
        missing="Say who leads it",
        none="Nobody leads it",
        note="; ".join(filter(None, (note, inferred))),
    )


def _lead(lead: Lead, *, several: bool) -> str:
    name = f" ({lead.person.name})" if lead.person and lead.person.name != lead.as_printed else ""
    notes = [
        "responsible" if lead.responsible and several else "",
        f"since {spoken(lead.starts_on)}" if lead.starts_on else "",
        f"until {spoken(lead.ends_on)}" if lead.ends_on else "",
    ]
    told = ", ".join(filter(None, notes))
    return f"{lead.as_printed}{name}{', ' if told else ''}{told}"


def _other_leads(row: Action, on: date) -> Iterator[Fact]:
    """Those who will lead, and those who led, the last of them first."""
    later = [lead for lead in row.leads.all() if lead.starts_on and lead.starts_on > on]
    before = sorted(
        (lead for lead in row.leads.all() if lead.ends_on and lead.ends_on < on), key=lambda lead: lead.ends_on or on, reverse=True
    )
    if later:
        yield Fact(key="Leads to come", value=[_lead(lead, several=len(later) > 1).replace("since", "from") for lead in later])
    if before:
        yield Fact(key="Led before", value=[_lead(lead, several=False) for lead in before])


def _due(row: Action, told: Threaded, can: May) -> Fact:
    """The date in full with the words as printed, where they say more."""
    due = latest(row)
    days, words = (spoken_dates(due.dates), due.by_when or "") if due else ("", "")
    moved = slips([one.dates for one in sorted(row.due_dates.all(), key=lambda one: one.revision)])
    notes = [
        f"The plan says: {words}" if words and words != (days or _no_day(due, words)) else "",
        f"It has moved back {times(moved)}" if moved else "",
        "Its date has passed and it is not shown as done" if told.action.timing.overdue else "",
    ]
    return Fact(
        key="Due",
        value=days or _no_day(due, words),
        href=reverse("action_due_date", args=[row.pk]) if can.date else None,
        missing="Enter due date",
        none=f"No date. The plan says: {words}" if words else "No date",
        note=". ".join(filter(None, notes)),
    )


def _no_day(due: DueDate | None, words: str) -> str:
    """When it is due without a day: how often it recurs, or the season as printed; empty where neither is said."""
    if due and due.recurrence:
        return words or sentence(due.recurrence)
    return words if term_in(words) else ""


def _limit(told: Threaded) -> Fact:
    if not told.limit:
        return Fact(key="Inspectors’ limit", none="The report and the plan set none")
    return Fact(key="Inspectors’ limit", value=sentence(told.limit.said), note=sentence(told.action.timing.words))


def _rating(row: Action, told: Threaded, events: Sequence[Told], can: May) -> Fact:
    """Delivery, with who rated it and what dates and words bear out."""
    set_by = next((event for event in events if event.title == HistoryVerb.RATING_CHANGED.label), None)
    who = f"Set by {set_by.by_name} on {moment(set_by.at)}: {set_by.why}" if set_by else "As printed in the plan" if row.rating else ""
    return Fact(
        key="Delivery rating",
        value=_mark(told.action.rating),
        href=reverse("action_rating", args=[row.pk]) if can.rating else None,
        missing="Rate it",
        none="Not rated",
        note=". ".join(filter(None, (who.rstrip("."), told.action.doubted))),
    )


def _mark(mark: Mark | None) -> SafeString | None:
    """Word, letter, shape and what the plan's key says that it means."""
    if mark is None:
        return None
    shown = SafeString(render_to_string("components/rating.html", marks.rating(mark)).strip())
    return format_html("{} {}", shown, mark.meaning) if mark.meaning else shown


def _accountable(row: Action, boards: Mapping[str, Board]) -> Fact:
    names = [_board(name, boards.get(name)) for name in row.accountable_to]
    return Fact(key="Accountable to", value=names, none="The plan names no board for it")


def _board(name: str, board: Board | None) -> str | SafeString:
    """As printed, with the register's name where that is another."""
    if board is None:
        return f"{name}, which the register of boards does not know"
    link = format_html('<a class="govuk-link" href="{}">{}</a>', reverse("board", args=[board.pk]), name)
    return link if board.name == name else format_html("{} ({})", link, board.name)


def late(row: Action, told: Threaded, on: date) -> str:
    """``12 days late``; empty when it is in time, done or without a date."""
    due = latest(row)
    last = due_on(due.dates) if due else None
    if not (told.action.timing.overdue and last):
        return ""
    return f"{(on - last).days} day{'s' * ((on - last).days != 1)} late"


# --- what happened


def happened(events: Iterable[Told]) -> list[Event]:
    """The action's history, the newest first."""
    return [Event(title=event.title, when=event.at, who=event.by_name, words=_said(event)) for event in events]


def _said(event: Told) -> SafeString:
    return format_html("<p>{}.</p>{}", event.words, format_html("<p>Reason: {}</p>", event.why) if event.why else "")


# --- the thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """A knot of the thread. mark: a grade or rating shown before the words. note: in quiet letters below."""

    kind: str
    words: str
    href: str | None = None
    mark: Mark | None = None
    note: str = ""
    is_broken: bool = False
    is_here: bool = False
    mend: str = ""


_WORDS = 240


def knots(row: Action, told: Threaded, can: May, *, report: bool) -> Iterator[Knot]:
    """From the judgement down to the measure, broken where it is broken. report: whether the reader may read the report."""
    if report:
        yield from _findings(told, row.item.plan.inspection.framework if row.item.plan.inspection else None)
    elif told.above.behind:
        yield Knot(kind="Finding", words="The report is confidential until it is published", is_broken=False)
    gaps = dict(lacking(told.above.line.item, founded=bool(told.above.behind)))
    if "finding" in gaps:
        yield Knot(kind="Finding", words=gaps["finding"], is_broken=True)
    item = told.above.line.item
    address = reverse("item", kwargs={"reference": row.item.plan.reference, "pk": row.item_id})
    yield Knot(kind=f"Item {item.ref}", words=shorten(item.text, _WORDS), href=address, mark=told.above.line.rating, note=item.notes or "")
    yield from _outcomes(told, gaps)
    yield Knot(kind=f"This action, {told.action.ref}", words=shorten(row.text, _WORDS), mark=told.action.rating, is_here=True)
    yield from _proof(row, told, can)


def _findings(told: Threaded, framework: str | None) -> Iterator[Knot]:
    grades = dict.fromkeys(behind.grade for behind in told.above.behind if behind.grade)
    inspection = told.ids.get("/inspection")
    for grade in grades:
        judgement = grade.judgement
        address = f"{reverse('inspection', args=[inspection])}#judgement-{told.ids[grade.key]}" if inspection else None
        note = meaning(framework, judgement.grade) if grade.mark else grade.words
        yield Knot(kind="Judgement", words=judgement.area, href=address, mark=grade.mark, note=note)
    for behind in told.above.behind:
        finding = behind.finding
        limit = f"Inspectors’ limit: {finding.limit}" if finding.limit else ""
        yield Knot(
            kind=f"{finding.kind} {finding.finding.ref}",
            words=shorten(finding.finding.text, _WORDS),
            href=reverse("finding", args=[told.ids[finding.key]]),
            note=". ".join(filter(None, (joined(behind.basis, behind.likeness), limit))),
        )


def meaning(framework: str | None, grade: str | None) -> str:
    """What the framework says that a grade means; empty where it says nothing."""
    known = frameworks.find(framework)
    found = known.grade_of(grade) if known and grade else None
    return found.meaning if found else ""


def joined(basis: str, likeness: float | None) -> str:
    """Why a finding and an item are taken to belong together."""
    return f"Joined because {reason(basis, likeness)}" if basis else ""


def _outcomes(told: Threaded, gaps: Mapping[str, str]) -> Iterator[Knot]:
    for outcome in told.above.line.outcomes:
        yield Knot(kind="Outcome", words=shorten(outcome.outcome.text, _WORDS))
    if "outcome" in gaps:
        yield Knot(kind="Outcome", words=gaps["outcome"], is_broken=True)


def _proof(row: Action, told: Threaded, can: May) -> Iterator[Knot]:
    gaps = dict(missing(told.action.action, measured=bool(told.above.line.measures)))
    if "lead" in gaps:
        yield _gap("Lead", gaps["lead"], reverse("action_leads", args=[row.pk]) if can.leads else None, "Say who is responsible")
    for piece in told.action.evidence[-2:]:
        part = f", part {piece.letter}" if piece.letter else ""
        yield Knot(kind=f"{piece.kind}{part}", words=shorten(piece.text, _WORDS))
    if "evidence" in gaps:
        yield _gap("Evidence", gaps["evidence"], reverse("action_progress", args=[row.pk]) if can.progress else None, "Report progress")
    for piece in (*told.action.measures, *told.above.line.measures):
        yield Knot(kind=piece.kind, words=shorten(piece.text, _WORDS))
    if "measure" in gaps:
        yield _gap("Measure", gaps["measure"], None, "")


def _gap(kind: str, words: str, href: str | None, mend: str) -> Knot:
    return Knot(kind=kind, words=words, href=href, is_broken=True, mend=mend)


def reported(row: Action) -> list[Event]:
    """What people have reported, the newest first; what the paper printed has no day and is apart."""
    said = sorted((one for one in row.progress.all() if one.at), key=lambda one: one.order, reverse=True)
    return [
        Event(
            title=f"Part {one.letter}" if one.letter else "The whole action",
            when=one.at,
            who=one.by.name if one.by else "",
            words=format_html("<p>{}</p>", linebreaksbr(one.text, autoescape=True)),
        )
        for one in said
        if one.at
    ]


# --- the document


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of the document and where they stand."""

    words: str
    place: str


_VALUES = {"action": "the whole action", "text": "its words", "due dates": "due date"}
"""Names of values where those of the document's reader are not what a page would say."""


def quotes(told: Threaded) -> list[Place]:
    """Where the action and its values stand in the document, the whole of it first; what stands in one place is named together."""
    found: dict[tuple[str, str], list[str]] = {}
    for quote in told.action.quotes:
        found.setdefault((quote.words or "", quote.where), []).append(_VALUES.get(quote.what, quote.what))
    return [Place(words=words, place=f"{sentence(words_in_list(what))}: {where}") for (words, where), what in found.items()]


def names(people: Iterable[Person]) -> list[str]:
    """People as they are offered where a lead is typed."""
    return [f"{person.name}, {person.job_title}" if person.job_title else person.name for person in people]
