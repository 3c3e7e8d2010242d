"""Terms that plans explain, and acronyms that they do not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce

from goldthread.common.text import fold, slug, squeeze
from goldthread.models import Action, DueDate, Evidence, GlossaryTerm, Item, Lead, Measure, Outcome, Part, Plan, Progress
from goldthread.queries import plans
from goldthread.rules import permissions
from goldthread.rules.acting import Acting
from goldthread.rules.permissions import Permission
from goldthread.thread import picture as thread
from goldthread.thread.checks.base import Subject
from goldthread.thread.checks.language import never_explained


def visible_to(who: Acting) -> QuerySet[GlossaryTerm]:
    """The terms of plans that the reader sees, whole or in part: a plan explains its words to everybody whom it concerns."""
    terms = GlossaryTerm.objects.select_related("plan")
    return terms.filter(plan__in=plans.visible_to(who)) if permissions.can(who, Permission.GLOSSARY_READ) else terms.none()


# The page


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term with every way in which plans explain it, each with the plans that do. anchor: its id on the page."""

    term: str
    anchor: str
    meanings: tuple[tuple[str, tuple[Plan, ...]], ...]

    @property
    def letter(self) -> str:
        """The capital that it stands under; ``0–9`` for figures and signs."""
        first = fold(self.term)[:1]
        return first.upper() if first.isalpha() else "0–9"


def entries(who: Acting, *, plan: str = "", typed: str = "") -> list[Entry]:
    """Every visible term in order, of one plan (by its reference) or of all, with these words in it or in what it means.

    Where plans explain a term differently, the newest plan comes first. One query.
    """
    rows = visible_to(who).order_by("plan", "order")
    wanted = fold(typed)
    found: dict[str, list[GlossaryTerm]] = {}
    for row in rows.filter(plan__reference=plan) if plan else rows:
        if wanted in fold(row.term) or wanted in fold(row.meaning):
            found.setdefault(fold(row.term), []).append(row)
    return [_entry(found[key]) for key in sorted(found)]


def anchor(term: str) -> str:
    """Where on the page the term stands."""
    return f"term-{slug(term) or fold(term).encode().hex()}"


def _entry(rows: Sequence[GlossaryTerm]) -> Entry:
    meanings: dict[str, tuple[str, dict[int, Plan]]] = {}
    for row in rows:
        _, said_by = meanings.setdefault(fold(row.meaning), (squeeze(row.meaning), {}))
        said_by[row.plan_id] = row.plan
    said = tuple((meaning, tuple(said_by.values())) for meaning, said_by in meanings.values())
    return Entry(term=squeeze(rows[0].term), anchor=anchor(rows[0].term), meanings=said)


# Acronyms that nothing explains


def unexplained(plan: Plan) -> list[tuple[str, int]]:
    """Acronyms that a plan uses and never explains (check GT801), with in how many of its texts each stands. Two queries."""
    told = Subject(picture=thread.Picture(plan=thread.Plan(glossary=_glossary(plan))), as_at=date.min)
    return sorted(never_explained([text for (text,) in _texts(plan)], told).items())


def _glossary(plan: Plan) -> tuple[thread.GlossaryEntry, ...]:
    return tuple(thread.GlossaryEntry(term=row.term, meaning=row.meaning) for row in GlossaryTerm.objects.filter(plan=plan))


def _texts(plan: Plan) -> Iterable[tuple[str]]:
    """Everything that the plan's authors wrote under its items."""
    action: dict[str, Any] = {"action__item__plan": plan}
    latest = ~Exists(DueDate.objects.filter(action=OuterRef("action"), revision__gt=OuterRef("revision")))
    first, *others = (
        rows.order_by().annotate(told=Coalesce(F(column), Value(""), output_field=TextField())).values_list("told")
        for rows, column in (
            (Item.objects.filter(plan=plan), "text"),
            (Item.objects.filter(plan=plan), "notes"),
            (Outcome.objects.filter(item__plan=plan), "text"),
            (Measure.objects.filter(item__plan=plan), "text"),
            (Action.objects.filter(item__plan=plan), "text"),
            (Part.objects.filter(**action), "text"),
            (Progress.objects.filter(**action), "text"),
            (Evidence.objects.filter(**action), "text"),
            (Measure.objects.filter(**action), "text"),
            (DueDate.objects.filter(latest, **action), "by_when"),
            (Lead.objects.filter(ends_on__isnull=True, **action), "as_printed"),
        )
    )
    return first.union(*others, all=True)


# Words of a page with their meanings


@dataclass(frozen=True)
class Meanings:
    """A plan's terms, ready to be found in texts. terms: each with its meaning."""

    terms: tuple[tuple[str, str], ...]

    def split(self, text: str, seen: set[int] | None = None) -> Iterator[tuple[str, str]]:
        """The text in pieces, each with a meaning where it is the first use of a term, else with nothing.

        seen: terms that were used before; grows, so that several texts can share it.
        """
        before = set() if seen is None else seen
        done = 0
        for found in self._pattern.finditer(text) if self._names else ():
            number = (found.lastindex or 1) - 1
            if number not in before:
                before.add(number)
                yield text[done : found.start()], ""
                yield found[0], self._names[number][1]
                done = found.end()
        yield text[done:], ""

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """Each name of a term with its meaning, longest first; of two meanings in one plan the first."""
        pairs = ((squeeze(name), meaning) for term, meaning in reversed(self.terms) for name in re.split(r"\s*/\s*", term))
        named = {name: meaning for name, meaning in pairs if name and meaning.strip()}
        return sorted(named.items(), key=lambda pair: (-len(pair[0]), pair[0]))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One group for each name, whole words only and not within an address."""
        return re.compile(rf"(?<![\w@])(?:{'|'.join(_written(name) for name, _ in self._names)})(?![\w@]|\.\w)")


def _written(name: str) -> str:
    """An abbreviation as it is written, one or several of them; other terms in any capitals."""
    words = r"\s+".join(map(re.escape, name.split()))
    is_short = any(sum(letter.isupper() for letter in word) > 1 for word in name.split())
    return f"({words})s?" if is_short else f"((?i:{words}))"


@lru_cache(maxsize=32)
def _made(terms: tuple[tuple[str, str], ...]) -> Meanings:
    return Meanings(terms)


def of_plan(plan: Plan) -> Meanings:
    """The plan's terms for the tag ``terms``. One query; the pattern is made once for the same terms."""
    return _made(tuple(GlossaryTerm.objects.filter(plan=plan).order_by("order").values_list("term", "meaning")))
