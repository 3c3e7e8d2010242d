"""The words of a thing by which the search finds it: only what everybody reads who sees the thing at all."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db.models import Model, Prefetch, QuerySet

from goldthread.common.text import shorten, squeeze
from goldthread.models import Action, Board, Finding, GlossaryTerm, Inspection, Item, Lead, Person, Plan, SearchEntry
from goldthread.queries.engines import unmarked

_TITLE, _LONGEST = 120, 100_000
"""Characters of a title; and of a body, since no database indexes a text without end."""


def entry(thing: Model) -> SearchEntry:
    """What is kept of a thing, not saved. Title: its first words; body: all of its words, the title's among them."""
    kind, words, _ahead = KINDS[type(thing)]
    title, told = words(thing)
    body = "\n".join(filter(None, told))
    return SearchEntry(
        kind=kind,
        object_id=thing.pk,
        title=unmarked(shorten(title or body or kind, _TITLE)),
        body=unmarked(body)[:_LONGEST],
    )


def ahead(model: type[Model]) -> QuerySet[Any]:
    """Things of a kind, with what their words are made of fetched ahead."""
    return model._default_manager.order_by("pk").prefetch_related(*KINDS[model][2])


def under(thing: Model) -> tuple[QuerySet[Any], ...]:
    """What stands under a thing and is found by itself."""
    if isinstance(thing, Plan):
        return (Item.objects.filter(plan=thing), Action.objects.filter(item__plan=thing), GlossaryTerm.objects.filter(plan=thing))
    return (Finding.objects.filter(inspection=thing),) if isinstance(thing, Inspection) else ()


Told = tuple[str, list[str | None]]
"""A title and further words."""


def _texts(*groups: Iterable[Any]) -> list[str | None]:
    return [row.text for group in groups for row in group]


def _plan(plan: Plan) -> Told:
    return str(plan), [str(plan), plan.owner, plan.reference]


def _item(item: Item) -> Told:
    return item.text, [item.text, *_texts(item.outcomes.all(), item.measures.all()), item.section, item.notes, item.ref]


def _action(action: Action) -> Told:
    beneath = _texts(action.parts.all(), action.progress.all(), action.evidence.all(), action.measures.all())
    leads = [lead.as_printed for lead in action.leads.all()]
    return action.text, [action.text, *beneath, *leads, *action.accountable_to, action.number]


def _inspection(inspection: Inspection) -> Told:
    title = inspection.framework_name or "Inspection"
    judged = [f"{row.area} {row.as_printed or row.grade or ''}" for row in inspection.judgements.all()]
    return title, [title, inspection.authority, inspection.lead_inspector, *inspection.inspectorates, *map(squeeze, judged)]


def _finding(finding: Finding) -> Told:
    return finding.text, [finding.text, finding.section, *finding.addressees, finding.ref]


def _board(board: Board) -> Told:
    return board.name, [board.name, *board.aliases, board.purpose, board.chair]


def _person(person: Person) -> Told:
    return person.name, [person.name, person.job_title, person.organisation.name]


def _term(term: GlossaryTerm) -> Told:
    return term.term, [term.term, term.meaning]


KINDS: Final[dict[type[Model], tuple[str, Callable[[Any], Told], tuple[Any, ...]]]] = {
    Plan: ("plan", _plan, ()),
    Item: ("item", _item, ("outcomes", "measures")),
    Action: (
        "action",
        _action,
        ("parts", "progress", "evidence", "measures", Prefetch("leads", Lead.objects.filter(ends_on__isnull=True))),
    ),
    Inspection: ("inspection", _inspection, ("judgements",)),
    Finding: ("finding", _finding, ()),
    Board: ("board", _board, ()),
    Person: ("person", _person, ("organisation",)),
    GlossaryTerm: ("term", _term, ()),
}
"""Each kind of thing that is found: its name in ``SearchEntry.kind``, what its words are, and what to fetch ahead for many."""
