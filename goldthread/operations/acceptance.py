"""A picture that a person accepted becomes records. The other way round from ``queries.pictures``; together they lose nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from goldthread.common.dates import PartDate, last_day
from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import fold
from goldthread.models import (
    Action,
    Board,
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
    Organisation,
    Outcome,
    Part,
    Person,
    Plan,
    Progress,
    RatingKey,
)
from goldthread.thread import picture as thread

_AT_ONCE = 500


def place(value: Place) -> dict[str, Any]:
    """A place as it is stored: only what it has."""
    return {} if value == NOWHERE else {name: part for name, part in asdict(value).items() if part is not None}


def places(values: dict[str, Place] | None) -> dict[str, Any] | None:
    """Places of single values as they are stored."""
    return {name: place(value) for name, value in values.items()} if values else None


def due_on(dates: Sequence[str]) -> date | None:
    """The last day that is still in time: the latest of the dates, a month's last day."""
    return max((last_day(PartDate(part)) for part in dates), default=None)


def inspection(picture: thread.Picture, organisation: Organisation, document: Document | None) -> Inspection:
    """The inspection with its judgements and findings, written."""
    facts = picture.inspection
    row = Inspection.objects.create(
        organisation=organisation,
        document=document,
        framework=facts.framework,
        framework_name=facts.framework_name,
        authority=facts.authority,
        inspectorates=list(facts.inspectorates),
        started_on=facts.started,
        ended_on=facts.ended,
        published_on=facts.published,
        lead_inspector=facts.lead_inspector,
        age_group=facts.age_group,
        places=places(facts.places),
    )
    _create(Judgement(inspection=row, order=at, **_plain(said)) for at, said in enumerate(picture.judgements))
    _create(Finding(inspection=row, order=at, **_plain(found)) for at, found in enumerate(picture.findings))
    return row


def _plain(value: Any, *left_out: str) -> dict[str, Any]:
    """The fields of a value as columns: tuples as lists, places as they are stored."""
    found = {name: getattr(value, name) for name in value.__dataclass_fields__ if name not in left_out}
    return {name: _column(field) for name, field in found.items()}


def _column(value: Any) -> Any:
    if isinstance(value, Place):
        return place(value)
    return list(value) if isinstance(value, tuple) else value


def _create(rows: Iterable[Model]) -> None:
    """Writes rows of one model, many at once."""
    found = list(rows)
    if found:
        type(found[0])._default_manager.bulk_create(found, batch_size=_AT_ONCE)


class PlanWriter:
    """Writes one plan with everything in it. at and by: who accepted it and when, kept with every first due date."""

    def __init__(self, plan: Plan, *, at: datetime, by: Person) -> None:
        self.plan, self.at, self.by = plan, at, by
        self.boards = _boards(plan.organisation)
        self.people = _people()

    def write(self, value: thread.Plan) -> None:
        """The plan's own lists, then its items, then what stands under them."""
        plan = self.plan
        _create(
            Monitoring(
                plan=plan,
                order=at,
                board=self.boards.get(fold(said.board)),
                as_printed=said.board,
                cadence=said.cadence,
                purpose=said.purpose,
                place=place(said.place),
            )
            for at, said in enumerate(value.monitoring)
        )
        _create(Mechanism(plan=plan, order=at, **_plain(said)) for at, said in enumerate(value.mechanisms))
        _create(RatingKey(plan=plan, order=at, **_plain(said)) for at, said in enumerate(value.status_key))
        _create(GlossaryTerm(plan=plan, order=at, **_plain(said)) for at, said in enumerate(value.glossary))
        items = [Item(plan=plan, order=at, **_plain(item, "outcomes", "actions", "measures")) for at, item in enumerate(value.items)]
        _create(items)
        pairs = list(zip(items, value.items, strict=True))
        _create(Outcome(item=row, order=at, **_plain(said)) for row, item in pairs for at, said in enumerate(item.outcomes))
        _create(Measure(item=row, order=at, **_plain(said)) for row, item in pairs for at, said in enumerate(item.measures))
        self._actions([(row, at, said) for row, item in pairs for at, said in enumerate(item.actions)])

    def _actions(self, lines: Sequence[tuple[Item, int, thread.Action]]) -> None:
        rows = [self._action(item, at, said) for item, at, said in lines]
        _create(rows)
        pairs = [(row, said) for row, (_item, _at, said) in zip(rows, lines, strict=True)]
        _create(Part(action=row, order=at, **_plain(part)) for row, said in pairs for at, part in enumerate(said.parts))
        _create(self._lead(row, said, at) for row, said in pairs for at in range(len(said.leads)))
        _create(self._due(row, said) for row, said in pairs)
        _create(Progress(action=row, order=at, **_plain(told)) for row, said in pairs for at, told in enumerate(said.progress))
        _create(Evidence(action=row, order=at, **_plain(shown)) for row, said in pairs for at, shown in enumerate(said.evidence))
        _create(Measure(action=row, order=at, **_plain(said)) for row, line in pairs for at, said in enumerate(line.measures))

    @staticmethod
    def _action(item: Item, at: int, said: thread.Action) -> Action:
        return Action(
            item=item,
            order=at,
            number=said.number,
            text=said.text,
            accountable_to=list(said.accountable_to),
            rating=said.rating,
            impact_rating=said.impact_rating,
            leads_basis=said.leads_basis,
            place=place(said.place),
            places=places(said.places),
        )

    def _lead(self, row: Action, said: thread.Action, at: int) -> Lead:
        words = said.leads[at]
        responsible = words == said.responsible_lead and words not in said.leads[:at]
        return Lead(action=row, order=at, as_printed=words, person=self.people.get(fold(words)), responsible=responsible)

    def _due(self, row: Action, said: thread.Action) -> DueDate:
        return DueDate(
            action=row,
            revision=1,
            by_when=said.by_when_text,
            dates=list(said.due_dates),
            recurrence=said.recurrence,
            due_on=due_on(said.due_dates),
            set_at=self.at,
            set_by=self.by,
        )


def _boards(organisation: Organisation) -> dict[str, Board]:
    """Every name and alias of the register's boards. A name that two boards share stands for neither."""
    return _unmistakable(
        (name, board) for board in Board.objects.filter(organisation=organisation) for name in [board.name, *board.aliases]
    )


def _people() -> dict[str, Person]:
    """Names and job titles of people with an open account. What two people share stands for neither."""
    people = Person.objects.filter(is_active=True)
    return _unmistakable((words, person) for person in people for words in {person.name, person.job_title} if words)


def _unmistakable(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    shared: set[str] = set()
    for words, thing in pairs:
        key = fold(words)
        if found.setdefault(key, thing) != thing:
            shared.add(key)
    return {key: thing for key, thing in found.items() if key not in shared}
