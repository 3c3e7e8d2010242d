"""The search: what is found of what a reader may see.

What a reader may not see takes no part in anything: not in what is found, nor in counts, pages or order. The order is therefore made of the
found thing alone (the words in its title first, then by kind, then as the plan has it) and not of how rare a word is among all texts.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value, When

from goldthread.models import Action, Finding, GlossaryTerm, Inspection, Item, Person, Plan, SearchEntry
from goldthread.queries import boards, engines, glossary, inspections, people, plans, sought, standing
from goldthread.queries.engines import Shown
from goldthread.queries.snippets import Pieces, pieces, snippet
from goldthread.queries.sought import Sought
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing that is found. name: as in ``SearchEntry.kind``."""

    name: str
    one: str
    many: str
    visible_to: Callable[[Acting], QuerySet[Any]]


def _people(who: Acting) -> QuerySet[Person]:
    return people.visible_to(who) if permissions.can(who, Permission.PEOPLE_READ) else Person.objects.none()


KINDS: Final = (
    Kind(name="plan", one="Plan", many="Plans", visible_to=plans.visible_to),
    Kind(name="item", one="Item", many="Items", visible_to=plans.items_visible_to),
    Kind(name="action", one="Action", many="Actions", visible_to=plans.actions_visible_to),
    Kind(name="inspection", one="Inspection", many="Inspections", visible_to=inspections.visible_to),
    Kind(name="finding", one="Finding", many="Findings", visible_to=inspections.findings_visible_to),
    Kind(name="board", one="Board", many="Boards", visible_to=boards.visible_to),
    Kind(name="person", one="Person", many="People", visible_to=_people),
    Kind(name="term", one="Term", many="Terms", visible_to=glossary.visible_to),
)
"""Every kind, in the order in which they are shown."""
NAMES: Final = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found. where: what it is and where it stands, in words; plan: that it is or stands in; inspection_id: a finding's."""

    kind: Kind
    object_id: int
    title: Pieces
    snippet: Pieces
    where: str
    plan: Plan | None = None
    inspection_id: int | None = None

    @property
    def words(self) -> str:
        """The title without marks."""
        return "".join(words for words, _ in self.title)


def visible_to(who: Acting) -> QuerySet[SearchEntry]:
    """The entries of everything that the reader may see."""
    seen = Q(pk__in=())
    for kind in KINDS:
        seen |= Q(kind=kind.name, object_id__in=kind.visible_to(who).order_by().values("pk"))
    return SearchEntry.objects.filter(seen)


class Found:
    """What a reader finds: counted by kind, and cut into pages by slicing (``found[0:20]``). Takes any typed text.

    only: the name of the one kind that is wanted; anything else means all.
    """

    def __init__(self, who: Acting, typed: str, only: str = "") -> None:
        self.sought = sought.read(typed)
        self.only = NAMES.get(only)
        self._entries = visible_to(who).filter(engines.engine().matches(self.sought)) if self.sought else SearchEntry.objects.none()

    @cached_property
    def counts(self) -> tuple[tuple[Kind, int], ...]:
        """How many of each kind, in order; kinds of which nothing is found are left out."""
        rows = self._entries.order_by().values_list("kind").annotate(number=Count("pk")) if self.sought else ()
        counted = Counter(dict(rows))
        return tuple((kind, counted[kind.name]) for kind in KINDS if counted[kind.name])

    @property
    def total(self) -> int:
        """How many of all kinds together."""
        return sum(number for _, number in self.counts)

    def __len__(self) -> int:
        return sum(number for kind, number in self.counts if self.only in (None, kind))

    def __getitem__(self, wanted: slice) -> list[Hit]:
        if not isinstance(wanted, slice):
            raise TypeError("What is found is cut into pages, such as found[0:20].")  # templates try their names here first
        return _hits(list(self._ordered()[wanted]), self.sought) if len(self) else []

    def _ordered(self) -> QuerySet[SearchEntry, int]:
        chosen = self._entries.filter(kind=self.only.name) if self.only else self._entries
        order = Case(*(When(kind=kind.name, then=Value(at)) for at, kind in enumerate(KINDS)), output_field=IntegerField())
        first = Case(When(engines.engine().in_title(self.sought), then=Value(0)), default=Value(1), output_field=IntegerField())
        return chosen.order_by(first, order, "object_id").values_list("pk", flat=True)


def _hits(ids: Sequence[int], wanted: Sequence[Sought]) -> list[Hit]:
    entries = {entry.pk: entry for entry in _told(SearchEntry.objects.filter(pk__in=ids))}
    stands_in = Plan.objects.in_bulk({entry.plan_id for entry in entries.values() if entry.plan_id})
    shown = engines.engine().show(wanted, ids)
    return [_hit(entries[at], shown.get(at), stands_in) for at in ids]


def _hit(entry: Any, shown: Shown | None, stands_in: dict[int, Plan]) -> Hit:
    plan = stands_in.get(entry.plan_id)
    title = pieces(shown.title if shown else entry.title)
    return Hit(
        kind=NAMES[entry.kind],
        object_id=entry.object_id,
        title=title,
        snippet=snippet(pieces(shown.body), title) if shown else (),
        where=", ".join(filter(None, [_called(entry), entry.about, str(plan) if plan and entry.kind != "plan" else ""])),
        plan=plan,
        inspection_id=entry.inspection_id,
    )


def _called(entry: Any) -> str:
    """``Action 2.1``, ``Finding A3``, ``Board``."""
    ref = standing.ref(entry.ref, entry.number, entry.order) if entry.kind == "action" else entry.ref
    return f"{NAMES[entry.kind].one} {ref or ''}".strip()


def _told(entries: QuerySet[SearchEntry]) -> QuerySet[Any]:
    """The entries with where their things stand: ref, a word about it, the plan and the inspection, in one query."""
    return entries.annotate(
        ref=_each(action="item__ref", item="ref", finding="ref", output=TextField()),
        number=_each(action="number", output=TextField()),
        order=_each(action="order", output=IntegerField()),
        about=_each(person="job_title", finding="inspection__framework_name", inspection="authority", output=TextField()),
        plan_id=_each(action="item__plan_id", item="plan_id", plan="pk", term="plan_id", output=IntegerField()),
        inspection_id=_each(finding="inspection_id", output=IntegerField()),
    )


_MODELS: Final[dict[str, Any]] = {
    "action": Action,
    "item": Item,
    "plan": Plan,
    "finding": Finding,
    "inspection": Inspection,
    "person": Person,
    "term": GlossaryTerm,
}


def _each(output: Any, **fields: str) -> Case:
    """For each named kind, one field of the thing itself."""
    whens = [
        When(
            kind=kind, then=Subquery(_MODELS[kind].objects.filter(pk=OuterRef("object_id")).order_by().annotate(_=F(field)).values("_")[:1])
        )
        for kind, field in fields.items()
    ]
    return Case(*whens, output_field=output)
