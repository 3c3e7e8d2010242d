"""Proves that the history is whole and that the records are what it says.

Three questions: does every event follow from the one before, with nothing changed, left out or put in between; does the chain end where
its head says and where an earlier checkpoint said; and is every record what its events add up to, with nothing changed behind Goldthread.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from goldthread.models import Document, HistoryEvent, HistoryHead
from goldthread.operations import chain
from goldthread.queries import states


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """How far the chain went once, kept elsewhere: a cut or rewritten chain cannot match it."""

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Something that does not hold. what: where and how, in words without anybody's data."""

    what: str


def checkpoint() -> Checkpoint:
    """The end of the chain now."""
    head = HistoryHead.objects.filter(id=1).first() or HistoryHead()
    return Checkpoint(number=head.number, digest=head.digest)


def broken(earlier: Checkpoint | None = None) -> Iterator[Broken]:
    """Everything that does not hold, the first broken link first; nothing when all is whole."""
    folded: dict[tuple[str, int], states.State] = {}
    last, seen = Checkpoint(number=0, digest=chain.START), None
    for event in HistoryEvent.objects.order_by("number").iterator(chunk_size=1000):
        if fault := _link(event, last):
            yield Broken(what=fault)
            return
        last = Checkpoint(number=event.number, digest=event.digest)
        seen = last if earlier and event.number == earlier.number else seen
        _fold(folded, event)
    yield from _ends(last, earlier, seen)
    yield from _records(folded)
    yield from _files()


def _link(event: HistoryEvent, last: Checkpoint) -> str | None:
    if event.number != last.number + 1:
        return f"event {last.number + 1} is missing: event {last.number} is followed by event {event.number}"
    if event.digest != chain.digest(event, last.digest):
        return f"event {event.number} ({event.at:%Y-%m-%d %H:%M} UTC) is not what was written: its digest does not match its content"
    return None


def _ends(last: Checkpoint, earlier: Checkpoint | None, seen: Checkpoint | None) -> Iterator[Broken]:
    if last != checkpoint():
        yield Broken(what=f"the chain ends at event {last.number} and its head says {checkpoint().number}: events at the end are missing")
    if earlier and earlier.number and seen != earlier:
        yield Broken(what=f"the chain does not hold the checkpoint at event {earlier.number}: it was cut or written anew")


def _fold(folded: dict[tuple[str, int], states.State], event: HistoryEvent) -> None:
    """What the thing is after the event. A field that is null on the after side is gone; a thing with none left is gone."""
    state = folded.setdefault((event.target_kind, event.target_id), {})
    for name, (_before, after) in event.changes.items():
        state[name] = after


def _records(folded: dict[tuple[str, int], states.State]) -> Iterator[Broken]:
    """Each kind of record against what its events add up to."""
    expected: dict[str, dict[int, states.State]] = defaultdict(dict)
    for (kind, number), state in folded.items():
        if any(value is not None for value in state.values()):
            expected[kind][number] = state
    for kind, model in states.KINDS.items():
        yield from _compare(kind, expected[kind], states.of_every(model))


def _files() -> Iterator[Broken]:
    """The papers' own files against the sums that were taken when they were handed in."""
    for document in Document.objects.only("file", "sha256").order_by("pk"):
        try:
            with document.file.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == document.sha256
        except OSError:
            yield Broken(what=f"the file of document {document.pk} cannot be opened")
        else:
            if not same:
                yield Broken(what=f"the file of document {document.pk} is not what was handed in")


def _compare(kind: str, expected: dict[int, states.State], found: dict[int, states.State]) -> Iterator[Broken]:
    for number in sorted({*expected, *found}):
        if number not in found:
            yield Broken(what=f"{kind} {number} is in the history and not among the records: it was deleted outside Goldthread")
        elif number not in expected:
            yield Broken(what=f"{kind} {number} is among the records and not in the history: it was added outside Goldthread")
        elif names := _different(expected[number], found[number]):
            yield Broken(what=f"{kind} {number} was changed outside Goldthread: {', '.join(names)}")


def _different(expected: states.State, found: states.State) -> list[str]:
    """Fields that an older version did not keep yet are in no event, and prove nothing either way."""
    return [name for name in found if name in expected and chain.canonical(expected[name]) != chain.canonical(found[name])]
