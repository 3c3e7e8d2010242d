"""The plan on a page as plain rows, one an action, with the ways to choose and order them that a page offers.

Everything is worked out from the picture on a day; what counts as late or kept is for the checks to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from goldthread.common.dates import first_day, last_day, spoken
from goldthread.common.errors import Refused
from goldthread.common.text import fold, shorten
from goldthread.reports.map.content import Lead, Timing
from goldthread.reports.map.lines import action_ref, is_measured, lead
from goldthread.reports.map.marks import Mark, key_marks, rating_mark
from goldthread.reports.map.sums import lacking, missing
from goldthread.reports.map.timing import days, timing
from goldthread.reports.map.words import initials
from goldthread.thread.checks.base import Line, Subject
from goldthread.thread.checks.dates import beyond, passed
from goldthread.thread.checks.limits import Limit, limit_of
from goldthread.thread.checks.wording import is_done
from goldthread.thread.picture import Action, Picture

FIRST_WORDS = 130
"""So many characters of an action stand in its row."""
SOON = timedelta(days=30)

LATENESS: Mapping[str, str] = {
    "overdue": "Date passed, not shown as done",
    "after_limit": "Later than the inspectors’ limit",
    "due_soon": "Due within 30 days",
    "undated": "No date",
    "done": "Shown as done",
}
"""The states of an action's dates, with their labels. An action may have none or several."""

PROOF: Mapping[str, str] = {"evidence": "Evidence of effect", "progress": "Progress only", "none": "Nothing reported"}
UNEVIDENCED = "no_evidence"
PROOFS: Mapping[str, str] = {**PROOF, UNEVIDENCED: "No evidence of effect: progress only, or nothing"}
"""What rows may be chosen by: an action that has progress only, or nothing, has no evidence of effect as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One lead of an action. responsible: the one who answers for it, marked or the only one."""

    name: str
    initials: str
    responsible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One action of the plan on a page.

    key, item_key: JSON Pointers into the picture. position: from 0, over the whole plan. text: all of the action's words; words:
    the first of them. due: the last day of its last date. due_words: that date as exact as the plan has it, empty for none.
    limit_kept: None where there is no date or no limit; timing.words says how the two stand. lateness: keys of ``LATENESS``.
    days_late: days from its date to the day asked about, for an overdue action. rating_rank: its place in the plan's own key, from 0.
    proof: a key of ``PROOF``. breaks: what is missing, in the order of the thread.
    """

    key: str
    item_key: str
    position: int
    ref: str
    item_ref: str
    item_text: str
    section: str | None
    text: str
    words: str
    leads: tuple[Person, ...]
    lead: Lead
    timing: Timing
    due: date | None
    due_words: str
    limit_kept: bool | None
    lateness: tuple[str, ...]
    days_late: int | None
    late_words: str
    rating: Mark | None
    rating_rank: int | None
    impact: Mark | None
    proof: str
    breaks: tuple[str, ...]
    boards: tuple[str, ...]

    @property
    def proofs(self) -> tuple[str, ...]:
        """The keys of ``PROOFS`` that hold."""
        return (self.proof,) if self.proof == "evidence" else (self.proof, UNEVIDENCED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to show; None shows all. lead: a name. item: an item's key. rating: a word of the plan, empty for none printed.

    lateness, proof: keys of ``LATENESS`` and ``PROOFS``. words: all of them must stand in the action, its leads, ref or item.
    """

    lead: str | None = None
    item: str | None = None
    section: str | None = None
    rating: str | None = None
    lateness: str | None = None
    board: str | None = None
    proof: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a filter with its label and how many rows it shows."""

    value: str
    label: str
    count: int


def plan_rows(picture: Picture, *, as_at: date) -> tuple[Row, ...]:
    """Every action of the plan in its order, as at a day."""
    subject = Subject(picture=picture, as_at=as_at)
    ranks = {mark.word: rank for rank, mark in enumerate(key_marks(picture.plan.status_key))}
    found: list[Row] = []
    for number, item in enumerate(picture.plan.items):
        limit = limit_of(item, subject) if item.actions else None
        gaps = tuple(words for _kind, words in lacking(item, founded=bool(subject.links.findings_behind(item.ref))))
        around = _Around(key=f"/plan/items/{number}", limit=limit, gaps=gaps, measured=is_measured(item))
        for at, action in enumerate(item.actions):
            line = Line(item=item, action=action, position=at + 1)
            found.append(_row(line, len(found), around, subject, ranks))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What the actions of one item share. gaps: where its thread breaks before them."""

    key: str
    limit: Limit | None
    gaps: tuple[str, ...]
    measured: bool


def _row(line: Line, position: int, around: _Around, subject: Subject, ranks: Mapping[str, int]) -> Row:
    item, action, key = line.item, line.action, subject.picture.plan.status_key
    answers = lead(action)
    late = beyond(line, around.limit, subject) is not None
    done = is_done(action, subject.picture.plan)
    overdue = None if done else passed(line, subject.as_at)
    dates = timing(action, around.limit, late=late, overdue=overdue is not None)
    rating = rating_mark(action.rating, key)
    text = action.text or "; ".join(f"{part.letter}) {part.text}" for part in action.parts)
    past = (subject.as_at - last_day(overdue)).days if overdue else None
    proof = _proof(action)
    return Row(
        key=f"{around.key}/actions/{line.position - 1}",
        item_key=around.key,
        position=position,
        ref=action_ref(item, action, line.position),
        item_ref=item.ref,
        item_text=item.text,
        section=item.section,
        text=text,
        words=shorten(text, FIRST_WORDS),
        leads=_people(action.leads, answers.name),
        lead=answers,
        timing=dates,
        due=dates.council,
        due_words=spoken(max(action.due_dates, key=first_day)) if action.due_dates else "",
        limit_kept=not late if dates.council and around.limit else None,
        lateness=_lateness(action, dates, subject.as_at, done=done),
        days_late=past,
        late_words=f"{days(past)} past its date" if past is not None else "",
        rating=rating,
        rating_rank=ranks.get(rating.word) if rating else None,
        impact=rating_mark(action.impact_rating, key),
        proof=proof,
        breaks=(*around.gaps, *(words for _kind, words in missing(action, measured=around.measured))),
        boards=action.accountable_to,
    )


@lru_cache(maxsize=4096)
def _people(leads: tuple[str, ...], responsible: str | None) -> tuple[Person, ...]:
    return tuple(Person(name=name, initials=initials(name), responsible=name == responsible) for name in leads)


def _proof(action: Action) -> str:
    if any(piece.text.strip() for piece in action.evidence):
        return "evidence"
    return "progress" if any(piece.text.strip() for piece in action.progress) else "none"


def _lateness(action: Action, dates: Timing, as_at: date, *, done: bool) -> tuple[str, ...]:
    soon = dates.council is not None and not done and as_at <= dates.council <= as_at + SOON
    undated = dates.council is None and not action.recurrence
    held = (dates.overdue, dates.late, soon, undated, done)
    return tuple(name for name, holds in zip(LATENESS, held, strict=True) if holds)


# --- choosing


def _has_words(row: Row, words: Sequence[str]) -> bool:
    said = fold(" ".join((row.ref, row.text, row.item_text, *(person.name for person in row.leads))))
    return all(word in said for word in words)


def _tests(choice: Choice) -> Iterable[Callable[[Row], bool]]:
    """One test for each thing chosen."""
    words = fold(choice.words or "").split()
    if choice.lead is not None:
        yield lambda row: any(person.name == choice.lead for person in row.leads)
    if choice.item is not None:
        yield lambda row: row.item_key == choice.item
    if choice.section is not None:
        yield lambda row: (row.section or "") == choice.section
    if choice.rating is not None:
        yield lambda row: (row.rating.word if row.rating else "") == choice.rating
    if choice.lateness is not None:
        yield lambda row: choice.lateness in row.lateness
    if choice.board is not None:
        yield lambda row: choice.board in row.boards
    if choice.proof is not None:
        yield lambda row: choice.proof in row.proofs
    if words:
        yield lambda row: _has_words(row, words)


def filtered(rows: Iterable[Row], choice: Choice) -> tuple[Row, ...]:
    """The rows that fit everything chosen, in the order they came in."""
    tests = tuple(_tests(choice))
    return tuple(row for row in rows if all(test(row) for test in tests))


def options(rows: Sequence[Row]) -> Mapping[str, tuple[Option, ...]]:
    """For each field of ``Choice`` but words, the values that the rows have, with how many rows each shows."""
    return {
        "lead": _counted((person.name for row in rows for person in row.leads), in_order=False),
        "item": _counted((row.item_key for row in rows), {row.item_key: _item_label(row) for row in rows}),
        "section": _counted(row.section for row in rows if row.section),
        "rating": _counted((row.rating.word if row.rating else "" for row in _by_rank(rows)), {"": "None printed"}),
        "lateness": _counted((state for row in rows for state in row.lateness), LATENESS, order=tuple(LATENESS)),
        "board": _counted((board for row in rows for board in row.boards), in_order=False),
        "proof": _counted((proof for row in rows for proof in row.proofs), PROOFS, order=tuple(PROOFS)),
    }


def _item_label(row: Row) -> str:
    return shorten(f"{row.item_ref} {row.item_text}", 80)


def _by_rank(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: len(rows) if row.rating_rank is None else row.rating_rank)


def _counted(
    values: Iterable[str], labels: Mapping[str, str] | None = None, *, order: Sequence[str] = (), in_order: bool = True
) -> tuple[Option, ...]:
    """The values with their counts: in the order given, else as they come, else by name."""
    counts = Counter(values)
    names = [name for name in order if name in counts] or (list(counts) if in_order else sorted(counts, key=fold))
    return tuple(Option(value=name, label=(labels or {}).get(name, name), count=counts[name]) for name in names)


# --- ordering

COLUMNS: Mapping[str, Callable[[Row], Any]] = {
    "ref": lambda row: row.position,
    "words": lambda row: fold(row.words) or None,
    "lead": lambda row: fold(row.lead.name) if row.lead.name else None,
    "due": lambda row: row.due,
    "late": lambda row: row.days_late,
    "limit": lambda row: row.timing.limit,
    "rating": lambda row: row.rating_rank,
    "proof": lambda row: tuple(PROOF).index(row.proof),
    "breaks": lambda row: len(row.breaks),
}
"""What rows may be ordered by. A value of None stands last, whichever way the rest runs."""


def sorted_by(rows: Iterable[Row], column: str = "ref", descending: bool = False) -> tuple[Row, ...]:
    """The rows by a column, those that are equal there in the plan's order. Raises Refused for a column that there is not."""
    if column not in COLUMNS:
        raise Refused(f"“{column}” is nothing that actions can be ordered by. Use one of {', '.join(COLUMNS)}.")
    value = COLUMNS[column]
    keyed = [(value(row), row) for row in sorted(rows, key=lambda row: row.position)]
    known = sorted((pair for pair in keyed if pair[0] is not None), key=lambda pair: pair[0], reverse=descending)
    return tuple(row for _, row in (*known, *(pair for pair in keyed if pair[0] is None)))
