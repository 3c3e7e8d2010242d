"""Stored plans as pictures: the same plain values that intake proposes, so that every check, map and paper works on them.

``held`` gives a plan as a reader may see it, together with the database's ids of everything in it by JSON pointer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, Value

from goldthread.common.dates import PartDate
from goldthread.models import (
    Action,
    Document,
    DueDate,
    Evidence,
    Finding,
    GlossaryTerm,
    Inspection,
    Item,
    Judgement,
    Lead,
    Measure,
    Mechanism,
    Monitoring,
    Outcome,
    Part,
    Plan,
    Progress,
    RatingKey,
)
from goldthread.queries import values
from goldthread.thread import picture as thread

Rows = dict[int, list[Any]]
"""Rows by the id of what they belong to, in their order."""


@dataclass(frozen=True, slots=True)
class Held:
    """A stored plan as a picture. ids: JSON pointer (``/plan/items/0/actions/2``) → the row's id."""

    picture: thread.Picture
    ids: dict[str, int]


class _Said(NamedTuple):
    """Words about an action or its lettered part."""

    letter: str | None
    text: str


def of_plan(plan: Plan, actions: QuerySet[Action] | None = None, *, on: date | None = None) -> Held:
    """The plan with everything in it; with ``actions``, only those and the items that they stand under.

    on: the day whose leads are shown; without it those who lead in the end, hand-overs to come included.
    Takes some fifteen queries however large the plan is.
    """
    ids: dict[str, int] = {}
    inspection = _inspection(plan.inspection_id, ids)
    picture = thread.Picture(
        source=_source(plan.document_id),
        report_source=_report_source(plan),
        plan=_plan(plan, actions, ids, on),
        problems=tuple(thread.Problem(**problem) for problem in plan.problems),
        **inspection,
    )
    return Held(picture, ids)


def of_inspection(inspection: Inspection) -> Held:
    """An inspection by itself, without a plan."""
    ids: dict[str, int] = {}
    return Held(thread.Picture(source=_source(inspection.document_id), **_inspection(inspection.pk, ids)), ids)


def of_judgements(inspections: Sequence[Inspection]) -> list[Held]:
    """Inspections with their judgements and nothing else, in the order given: one query for all of them."""
    judged = _by(Judgement.objects.filter(inspection__in=inspections).order_by("inspection_id", "order"), "inspection_id")
    return [_judged(row, judged[row.pk]) for row in inspections]


def _judged(row: Inspection, judgements: Sequence[Judgement]) -> Held:
    ids = {"/inspection": row.pk, **{f"/judgements/{at}": judgement.pk for at, judgement in enumerate(judgements)}}
    return Held(thread.Picture(inspection=values.inspection(row), judgements=tuple(map(values.judgement, judgements))), ids)


def of_headings(plan: Plan, *, dated: bool = False) -> Held:
    """The inspection whole, and of the plan what links are worked out from: items, their outcomes and the words of their actions.

    dated: with when each action is due, and the parts of those without words of their own. About eight queries however large it is.
    """
    ids: dict[str, int] = {"/plan": plan.pk}
    inspection = _inspection(plan.inspection_id, ids)
    under, outcomes = _bare_actions(plan, dated=dated), _together(plan, values.Shown, outcomes=(Outcome, "item"))["outcomes"]
    items = []
    for at, row in enumerate(Item.objects.filter(plan=plan)):
        ids[f"/plan/items/{at}"] = row.pk
        ids.update((f"/plan/items/{at}/actions/{n}", pk) for n, (pk, _action) in enumerate(under[row.pk]))
        items.append(_item(row, outcomes[row.pk], (), tuple(action for _pk, action in under[row.pk])))
    key = _listed(RatingKey.objects.filter(plan=plan), "/plan/status_key", ids, values.rating_key)
    return Held(thread.Picture(plan=thread.Plan(title=plan.title, owner=plan.owner, items=tuple(items), status_key=key), **inspection), ids)


ACTION_ROWS = ("parts", "leads", "due_dates", "progress", "evidence", "measures")
"""What is fetched ahead for ``of_action``."""


def of_action(row: Action, on: date) -> thread.Action:
    """One action as it stands on a day, from what was fetched ahead with it."""
    leads = [lead for lead in row.leads.all() if not (lead.starts_on and lead.starts_on > on) and not (lead.ends_on and lead.ends_on < on)]
    rows = {name: {row.pk: list(getattr(row, name).all())} for name in ("parts", "progress", "evidence", "measures")}
    dates = {row.pk: sorted(row.due_dates.all(), key=lambda due: due.revision)}
    return _action(row, _ActionRows(leads={row.pk: leads}, dates=dates, **rows))


def _bare_actions(plan: Plan, *, dated: bool) -> dict[int, list[tuple[int, thread.Action]]]:
    """Actions with their number and words, and when wanted their dates, with their ids by the item that they stand under."""
    rows = list(Action.objects.filter(item__plan=plan).order_by("item__order", "order").values_list("pk", "item_id", "number", "text"))
    dates = _latest_dates(plan) if dated else {}
    lost = [pk for pk, _item_id, _number, text in rows if not text] if dated else []
    parts = _by(Part.objects.filter(action__in=lost).order_by("action_id", "order"), "action_id") if lost else defaultdict(list)
    found: dict[int, list[tuple[int, thread.Action]]] = defaultdict(list)
    for pk, item_id, number, text in rows:
        said = tuple(thread.Part(letter=part.letter, text=part.text) for part in parts[pk])
        found[item_id].append((pk, thread.Action(number=number, text=text, parts=said, **dates.get(pk, {}))))
    return found


def _latest_dates(plan: Plan) -> dict[int, dict[str, Any]]:
    """When each action is due by its id, as fields of a picture's action."""
    rows = DueDate.objects.filter(action__item__plan=plan).order_by("action_id", "revision")
    return {
        pk: {"by_when_text": by_when, "due_dates": tuple(map(PartDate, dates)), "recurrence": recurrence}
        for pk, by_when, dates, recurrence in rows.values_list("action_id", "by_when", "dates", "recurrence")
    }


# Where it came from


def _source(document_id: int | None) -> thread.Source:
    found = Document.objects.filter(pk=document_id).values_list("picture__source", flat=True).first() if document_id else None
    return thread.Source(**{**found, "kinds": tuple(found["kinds"])}) if found else thread.Source()


def _report_source(plan: Plan) -> thread.Source | None:
    """The report's own file, where report and plan came in two."""
    report = plan.inspection.document_id if plan.inspection else None
    return _source(report) if report and report != plan.document_id else None


# The inspection


def _inspection(inspection_id: int | None, ids: dict[str, int]) -> dict[str, Any]:
    row = Inspection.objects.filter(pk=inspection_id).first() if inspection_id else None
    if row is None:
        return {}
    ids["/inspection"] = row.pk
    judgements = list(Judgement.objects.filter(inspection=row))
    findings = list(Finding.objects.filter(inspection=row))
    ids.update((f"/judgements/{at}", judgement.pk) for at, judgement in enumerate(judgements))
    ids.update((f"/findings/{at}", finding.pk) for at, finding in enumerate(findings))
    return {
        "inspection": values.inspection(row),
        "judgements": tuple(map(values.judgement, judgements)),
        "findings": tuple(map(values.finding, findings)),
    }


# The plan


def _plan(plan: Plan, actions: QuerySet[Action] | None, ids: dict[str, int], on: date | None) -> thread.Plan:
    ids["/plan"] = plan.pk
    return thread.Plan(
        title=plan.title,
        owner=plan.owner,
        monitoring=_listed(Monitoring.objects.filter(plan=plan), "/plan/monitoring", ids, values.monitoring),
        items=_items(plan, actions, ids, on),
        status_key=_listed(RatingKey.objects.filter(plan=plan), "/plan/status_key", ids, values.rating_key),
        glossary=_listed(GlossaryTerm.objects.filter(plan=plan), "/plan/glossary", ids, values.glossary_entry),
        mechanisms=_listed(Mechanism.objects.filter(plan=plan), "/plan/mechanisms", ids, values.mechanism),
    )


def _listed(rows: Iterable[Any], pointer: str, ids: dict[str, int], made: Callable[[Any], Any]) -> tuple[Any, ...]:
    found = list(rows)
    ids.update((f"{pointer}/{at}", row.pk) for at, row in enumerate(found))
    return tuple(map(made, found))


def _items(plan: Plan, actions: QuerySet[Action] | None, ids: dict[str, int], on: date | None) -> tuple[thread.Item, ...]:
    wanted = (Action.objects.all() if actions is None else actions).filter(item__plan=plan).order_by("item__order", "order")
    under: Rows = _by(wanted, "item_id")
    rows = [row for row in Item.objects.filter(plan=plan) if actions is None or row.pk in under]
    shown = _together(
        plan,
        values.Shown,
        outcomes=(Outcome, "item"),
        goals=(Measure, "item"),
        measures=(Measure, "action"),
        evidence=(Evidence, "action"),
    )
    outcomes, goals = shown.pop("outcomes"), shown.pop("goals")
    parts = _ActionRows.of(plan, shown, on)
    made = []
    for at, row in enumerate(rows):
        pointer = f"/plan/items/{at}"
        ids[pointer] = row.pk
        lines = under[row.pk]
        ids.update((f"{pointer}/actions/{n}", line.pk) for n, line in enumerate(lines))
        made.append(_item(row, outcomes[row.pk], goals[row.pk], tuple(_action(line, parts) for line in lines)))
    return tuple(made)


def _item(row: Item, outcomes: Sequence[values.Shown], measures: Sequence[values.Shown], actions: tuple[thread.Action, ...]) -> thread.Item:
    return thread.Item(
        ref=row.ref,
        section=row.section,
        number=row.number,
        kind=row.kind,
        source=row.source,
        text=row.text,
        timescale=row.timescale,
        due=values.due(row.due),
        notes=row.notes,
        rating=row.rating,
        outcomes=tuple(thread.Outcome(text=outcome.text, place=values.place(outcome.place)) for outcome in outcomes),
        actions=actions,
        place=values.place(row.place),
        impact_rating=row.impact_rating,
        measures=tuple(map(values.measure, measures)),
    )


# Actions


@dataclass(frozen=True, slots=True)
class _ActionRows:
    """What stands under the actions of one plan, by the action's id."""

    parts: Rows
    leads: Rows
    dates: Rows
    progress: Rows
    evidence: Rows
    measures: Rows

    @classmethod
    def of(cls, plan: Plan, shown: dict[str, Rows], on: date | None) -> "_ActionRows":
        """shown: evidence and measures."""
        said = _together(plan, _Said, parts=(Part, "action"), progress=(Progress, "action"))
        leads = Lead.objects.filter(_leading(on), action__item__plan=plan).order_by("order")
        dates = DueDate.objects.filter(action__item__plan=plan).order_by("revision")
        return cls(
            leads=_by(leads.values_list("action_id", "as_printed", "responsible", named=True), "action_id"),
            dates=_by(dates.values_list("action_id", "by_when", "dates", "recurrence", named=True), "action_id"),
            **said,
            **shown,
        )


def _together(plan: Plan, row: type[values.Shown] | type[_Said], **kinds: tuple[Any, str]) -> dict[str, Rows]:
    """Rows of several models with the same columns, by kind and by what they belong to: one query for all of them.

    kinds: name → the model and whether it belongs to an ``item`` or an ``action``. Columns are read, and no records made of them: a large
    plan has ten thousand.
    """
    asked = [_columns(plan, name, model, owner, row._fields) for name, (model, owner) in kinds.items()]
    found: dict[str, Rows] = {name: defaultdict(list) for name in kinds}
    for name, owner, _order, *columns in asked[0].union(*asked[1:], all=True).order_by("order"):
        found[name][owner].append(row(*columns))
    return found


def _columns(plan: Plan, name: str, model: Any, owner: str, columns: tuple[str, ...]) -> Any:
    beneath = {"item": "item__plan", "action": "action__item__plan"}[owner]
    rows = model.objects.filter(**{beneath: plan}).order_by().annotate(kind=Value(name, output_field=CharField()))
    return rows.values_list("kind", f"{owner}_id", "order", *columns)


def _leading(on: date | None) -> Q:
    """Those who lead on the day; without one, those who lead in the end."""
    if on is None:
        return Q(ends_on__isnull=True)
    return (Q(starts_on__isnull=True) | Q(starts_on__lte=on)) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def _by(rows: Iterable[Any], owner: str) -> Rows:
    found: Rows = defaultdict(list)
    key = attrgetter(owner)
    for row in rows:
        found[key(row)].append(row)
    return found


def _action(row: Action, under: _ActionRows) -> thread.Action:
    leads, dates = under.leads[row.pk], under.dates[row.pk]
    due = dates[-1] if dates else None
    return thread.Action(
        number=row.number,
        text=row.text,
        parts=tuple(thread.Part(letter=part.letter, text=part.text) for part in under.parts[row.pk]),
        leads=tuple(lead.as_printed for lead in leads),
        leads_basis=row.leads_basis,
        responsible_lead=next((lead.as_printed for lead in leads if lead.responsible), None),
        by_when_text=due.by_when if due else None,
        due_dates=tuple(map(PartDate, due.dates)) if due else (),
        recurrence=due.recurrence if due else None,
        accountable_to=tuple(row.accountable_to),
        progress=tuple(thread.Progress(letter=said.letter, text=said.text) for said in under.progress[row.pk]),
        rating=row.rating,
        place=values.place(row.place),
        impact_rating=row.impact_rating,
        evidence=tuple(thread.Evidence(text=shown.text, place=values.place(shown.place)) for shown in under.evidence[row.pk]),
        measures=tuple(map(values.measure, under.measures[row.pk])),
        places=values.places(row.places),
    )
