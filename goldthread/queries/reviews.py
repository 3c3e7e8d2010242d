"""What was read from a paper, one proposal after another, with what a person decided about each.

A paper's picture and words are long; what is made of them is kept in this process, for the few papers that are under review at once.
"""

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, Final

from django.db.models import TextField
from django.db.models.functions import Cast

from goldthread.intake import words as own_words
from goldthread.intake.words import Words
from goldthread.models import Document
from goldthread.models.document import ProposalDecision as Verdict
from goldthread.thread import codec
from goldthread.thread.picture import Picture, Problem
from goldthread.thread.proposals.fields import Field, in_words
from goldthread.thread.proposals.listing import Proposal, general_problems, proposals

_KEPT = 4
"""Papers whose proposals are kept at once."""
OPEN_WITH_PARENT: Final = "parent"
"""The verdict on an action whose item is refused: it goes with it, and needs no decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a review. kinds: of the proposals in it."""

    name: str
    title: str
    kinds: frozenset[str]


PARTS: Final = (
    Part(name="inspection", title="Inspection", kinds=frozenset({"inspection"})),
    Part(name="judgements", title="Judgements", kinds=frozenset({"judgement"})),
    Part(name="findings", title="Findings", kinds=frozenset({"finding"})),
    Part(name="plan", title="Plan", kinds=frozenset({"plan"})),
    Part(name="boards", title="Boards", kinds=frozenset({"monitoring", "mechanism"})),
    Part(name="items", title="Items and actions", kinds=frozenset({"item", "action"})),
    Part(name="key", title="Rating key", kinds=frozenset({"status"})),
    Part(name="glossary", title="Glossary", kinds=frozenset({"term"})),
)
PART_OF: Final = {kind: part for part in PARTS for kind in part.kinds}


@dataclass(frozen=True)
class Read:
    """What was read from one paper. needed: the proposals that a person decides on; the others propose nothing."""

    picture: Picture
    proposals: tuple[Proposal, ...]
    needed: tuple[Proposal, ...]
    general: tuple[Problem, ...]

    @cached_property
    def paths(self) -> Mapping[str, Proposal]:
        """Proposals that need a decision by their path."""
        return {one.path: one for one in self.needed}

    def proposal(self, path: str) -> Proposal:
        """Raises KeyError when nothing that needs a decision has this path."""
        return self.paths[path]

    @cached_property
    def inferred(self) -> Mapping[str, Mapping[str, str]]:
        """What no cell says itself: path → field → how it was worked out. A person confirms it by accepting."""
        found: dict[str, dict[str, str]] = {}
        for at, finding in enumerate(self.picture.findings):
            if finding.inferred:
                found[f"/findings/{at}"] = {"number": "The number is lost in the text and was counted on from those beside it."}
        for at, item in enumerate(self.picture.plan.items):
            for n, action in enumerate(item.actions):
                if action.leads_basis == "filled_down" and action.leads:
                    found[f"/plan/items/{at}/actions/{n}"] = {
                        "leads": "Inferred: its own cell is blank or merged, so the lead above stands."
                    }
        return found


def needed(picture: Picture) -> tuple[Proposal, ...]:
    """The proposals that a person decides on: not the facts of an inspection or a plan of which the paper says nothing at all."""
    listed = proposals(picture)
    return tuple(one for one in listed if one.path not in _unsaid(picture, listed))


def _unsaid(picture: Picture, listed: Sequence[Proposal]) -> frozenset[str]:
    plan = picture.plan
    there = {
        "/inspection": bool(picture.judgements or picture.findings),
        "/plan": bool(plan.items or plan.monitoring or plan.mechanisms or plan.status_key or plan.glossary),
    }
    return frozenset(one.path for one in listed if not there.get(one.path, True) and not any(field.value for field in one.fields))


def read(document: Document) -> Read:
    """What was read. Raises Document.DoesNotExist when the paper is not read, or has been read anew since it was fetched."""
    if document.read_at is None:
        raise Document.DoesNotExist
    return _read(document.pk, document.read_at)


def words(document: Document) -> Words:
    """The document's own words; raises as ``read``."""
    if document.read_at is None:
        raise Document.DoesNotExist
    return _words(document.pk, document.read_at)


@lru_cache(maxsize=_KEPT)
def _read(pk: int, read_at: datetime) -> Read:
    text = _column("picture", pk, read_at)
    with _uncollected():
        picture = codec.from_json(text)
        listed = proposals(picture)
        unsaid = _unsaid(picture, listed)
        return Read(picture, listed, tuple(one for one in listed if one.path not in unsaid), general_problems(picture))


@contextmanager
def _uncollected() -> Iterator[None]:
    """A hundred thousand values are made at once and all of them stay; looking for rubbish among them would take half of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@lru_cache(maxsize=_KEPT)
def _words(pk: int, read_at: datetime) -> Words:
    return own_words.from_json(_column("words", pk, read_at))


def _column(name: str, pk: int, read_at: datetime) -> str:
    """A JSON column as text, so that it is parsed once and by the parser that checks it."""
    return str(Document.objects.filter(pk=pk, read_at=read_at).values_list(Cast(name, TextField()), flat=True).get())


# Decisions


def is_doubt(problem: Problem) -> bool:
    """Whether it needs a person; others are only said."""
    return problem.severity != "info"


def doubts(proposal: Proposal) -> tuple[Problem, ...]:
    """The doubts that name it."""
    return tuple(filter(is_doubt, proposal.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many proposals, and how many of them are undecided; doubtful: of all, with a doubt, and of those the undecided."""

    total: int = 0
    open: int = 0
    doubtful: int = 0
    open_doubtful: int = 0
    changed: int = 0
    refused: int = 0

    @property
    def decided(self) -> int:
        """Those with a decision."""
        return self.total - self.open

    @property
    def accepted(self) -> int:
        """Those that become records, as read or changed."""
        return self.decided - self.refused


@dataclass(frozen=True)
class Review:
    """A paper's proposals with the decisions as they stand now. verdicts: path → verdict and, for a change, its values."""

    document: Document
    read: Read
    verdicts: Mapping[str, tuple[str, Mapping[str, Any] | None]] = field(default_factory=dict)

    def verdict(self, proposal: Proposal) -> str:
        """A decision's code, or OPEN_WITH_PARENT for what goes with its refused item."""
        if proposal.parent and self.verdicts.get(proposal.parent, (Verdict.OPEN,))[0] == Verdict.REFUSE:
            return OPEN_WITH_PARENT
        return self.verdicts.get(proposal.path, (Verdict.OPEN.value, None))[0]

    def changes(self, path: str) -> Mapping[str, Any]:
        """A changed proposal's new values by field."""
        return self.verdicts.get(path, ("", None))[1] or {}

    def of(self, part: Part) -> tuple[Proposal, ...]:
        """The proposals of a part, in order."""
        return tuple(one for one in self.read.needed if one.kind in part.kinds)

    def count(self, of: Sequence[Proposal] | None = None) -> Count:
        """Of all proposals, or of those given."""
        listed = self.read.needed if of is None else of
        verdicts = [self.verdict(one) for one in listed]
        doubtful = [bool(doubts(one)) for one in listed]
        return Count(
            total=len(verdicts),
            open=verdicts.count(Verdict.OPEN),
            doubtful=sum(doubtful),
            open_doubtful=sum(doubt and verdict == Verdict.OPEN for doubt, verdict in zip(doubtful, verdicts, strict=True)),
            changed=verdicts.count(Verdict.CHANGE),
            refused=verdicts.count(Verdict.REFUSE) + verdicts.count(OPEN_WITH_PARENT),
        )

    @cached_property
    def parts(self) -> tuple[tuple[Part, Count], ...]:
        """Parts that hold anything, with their counts."""
        listed = ((part, self.of(part)) for part in PARTS)
        return tuple((part, self.count(found)) for part, found in listed if found)

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """The paths of undecided proposals with a doubt."""
        return tuple(one.path for one in self.read.needed if doubts(one) and self.verdict(one) == Verdict.OPEN)

    def as_decided(self, proposal: Proposal) -> tuple[Field, ...]:
        """The proposal's fields with what a person changed in them."""
        return tuple(now(one, self.changes(proposal.path)) for one in proposal.fields)


def now(field: Field, changes: Mapping[str, Any]) -> Field:
    """The field as changed."""
    if field.name not in changes:
        return field
    raw = changes[field.name]
    return replace(field, raw=raw, value=in_words(field.form, raw, field.choices))


def of(document: Document) -> Review:
    """The review of a paper that has been read: two queries, none for the paper's content once it is kept here."""
    rows = document.proposals.values_list("path", "decision", "value")
    return Review(document, read(document), {path: (verdict, value) for path, verdict, value in rows})


SHOWS: Final = {"all": "All", "open": "Not decided", "doubts": "With doubts"}
"""Which proposals of a part a page lists."""


def listed(review: Review, part: Part, show: str) -> tuple[Proposal, ...]:
    """The part's proposals that a page is to list."""
    wanted = review.of(part)
    if show == "open":
        return tuple(one for one in wanted if review.verdict(one) == Verdict.OPEN)
    return tuple(one for one in wanted if doubts(one)) if show == "doubts" else wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A field that a person changed: what was read and what it is to be, in words."""

    title: str
    label: str
    was: str
    now: str


def changed(review: Review) -> tuple[Changed, ...]:
    """Every field changed so far, in order."""
    found = [one for one in review.read.needed if review.verdict(one) == Verdict.CHANGE]
    return tuple(
        Changed(title=one.title, label=was.label, was=was.value, now=is_now.value)
        for one in found
        for was, is_now in zip(one.fields, review.as_decided(one), strict=True)
        if was.raw != is_now.raw
    )


def refused(review: Review) -> tuple[Proposal, ...]:
    """What is refused by itself; actions that go with their item are not named again."""
    return tuple(one for one in review.read.needed if review.verdict(one) == Verdict.REFUSE)


def accepted_with_doubts(review: Review) -> tuple[Proposal, ...]:
    """What has a doubt and was accepted as it was read, in order."""
    return tuple(one for one in review.read.needed if review.verdict(one) == Verdict.ACCEPT and doubts(one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What accepting would make. makes: how many of what, in words; needs_inspection: a plan, and no inspection of its own."""

    makes: tuple[tuple[int, str], ...]
    needs_inspection: bool


_MADE: Final = {
    "judgement": ("judgement", "judgements"),
    "finding": ("finding", "findings"),
    "item": ("item", "items"),
    "action": ("action", "actions"),
    "monitoring": ("board", "boards"),
    "mechanism": ("way of monitoring", "ways of monitoring"),
    "status": ("rating in the key", "ratings in the key"),
    "term": ("term", "terms"),
}


def outcome(review: Review) -> Outcome:
    """Counted from the decisions as they stand; what is undecided counts as accepted."""
    stays = [one for one in review.read.needed if review.verdict(one) not in (Verdict.REFUSE, OPEN_WITH_PARENT)]
    kinds = Counter(one.kind for one in stays)
    inspection = bool(kinds["judgement"] or kinds["finding"])
    whole = [(1, name) for name, is_made in (("inspection", inspection), ("plan", kinds["item"])) if is_made]
    made = [(kinds[kind], one if kinds[kind] == 1 else many) for kind, (one, many) in _MADE.items() if kinds[kind]]
    return Outcome(makes=(*whole, *made), needs_inspection=bool(kinds["item"]) and not inspection)
