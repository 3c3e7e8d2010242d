"""``python -m tests.acceptance.quotes.measure FILE…``: how many of a reading's places have their quote found exactly in its words."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from goldthread.common.places import NOWHERE, Place
from goldthread.intake.highlight import marks
from goldthread.intake.opening import read_document
from goldthread.intake.propose import propose
from goldthread.intake.words import Words, words_of
from goldthread.thread.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """places: of values in the picture that quote words; missed: those whose quote was not found exactly."""

    places: int
    missed: tuple[Place, ...]

    @property
    def share(self) -> float:
        """Percent found exactly."""
        return 100 * (self.places - len(self.missed)) / self.places if self.places else 100.0

    def __str__(self) -> str:
        return f"{self.places - len(self.missed):6} of {self.places:6} quotes found exactly: {self.share:.2f}%"

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(places=self.places + other.places, missed=(*self.missed, *other.missed))


NOTHING = Measured(places=0, missed=())


def measured(path: Path) -> Measured:
    """What a file's reading gives. Raises Refused as reading does."""
    document = read_document(path)
    return compared(propose(document), words_of(document))


def compared(picture: Picture, words: Words) -> Measured:
    """What a picture's places and a document's words give."""
    quoting = [place for place in places_in(picture) if place != NOWHERE and (place.quote or "").strip()]
    return Measured(places=len(quoting), missed=tuple(place for place in quoting if not _is_exact(words, place)))


def _is_exact(words: Words, place: Place) -> bool:
    found = marks(words, place)
    return bool(found) and all(mark.exact for mark in found)


def places_in(value: Any) -> Iterator[Place]:
    """Every place anywhere in a picture."""
    if isinstance(value, Place):
        yield value
    elif is_dataclass(value):
        yield from (place for each in fields(value) for place in places_in(getattr(value, each.name)))
    elif isinstance(value, dict | tuple):
        entries: Iterable[Any] = value.values() if isinstance(value, dict) else value
        yield from (place for entry in entries for place in places_in(entry))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        found = measured(Path(name))
        print(f"{found}  {Path(name).name}")
        for place in found.missed:
            print(f"    {place}: {place.quote}")
