"""Passages one after the other as one text of letters, in which a quote may run from one passage into the next."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.intake.quotes.letters import letters_of, same_numbers
from goldthread.intake.words import Words

_MOST_TRIES = 500
"""Of one quote in one scope: what stands there more often is not told apart anyway, and no document may keep a page waiting."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a scope's letters, from start up to end."""

    start: int
    end: int

    def overlaps(self, other: "Run") -> bool:
        """Whether the two share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Slice:
    """Part of a passage. passage: its position in ``Words.passages``; start, end: offsets in its text."""

    passage: int
    start: int
    end: int

    def __contains__(self, other: "Slice") -> bool:
        """Whether the other is a part of this one."""
        return self.passage == other.passage and self.start <= other.start and other.end <= self.end


class Scope:
    """The passages in which a quote is looked for, in the order given."""

    def __init__(self, words: Words, passages: Sequence[int], *, signs: bool = False) -> None:
        self._words, self._passages, self._signs = words, passages, signs
        self._parts = [letters_of(words.passages[at].text, signs=signs) for at in passages]
        self.text = "".join(part.text for part in self._parts)
        self._begins = [0]
        for part in self._parts:
            self._begins.append(self._begins[-1] + len(part.text))

    def runs(self, said: str, after: int = 0, *, loose: bool = False) -> Iterator[Run]:
        """Where what is said stands, whole words only unless loose."""
        letters = letters_of(said, signs=self._signs).text
        start = self.text.find(letters, after) if letters else -1
        for _ in range(_MOST_TRIES):
            if start < 0:
                return
            run = Run(start, start + len(letters))
            if (loose or (self._parts_words(run.start) and self._parts_words(run.end))) and same_numbers(self._said(run), said):
                yield run
            start = self.text.find(letters, start + 1)

    def _parts_words(self, letter: int) -> bool:
        position = bisect_right(self._begins, letter, hi=len(self._parts)) - 1
        return self._parts[position].parts_words(letter - self._begins[position])

    def _said(self, run: Run) -> str:
        return "\n".join(self._words.passages[part.passage].text[part.start : part.end] for part in self.slices(run))

    def is_whole(self, run: Run) -> bool:
        """Whether the run is all that one or more passages say."""
        return run.start in self._begins and run.end in self._begins

    def slices(self, run: Run) -> Iterator[Slice]:
        """Each passage's share of the run."""
        for at, part, first in zip(self._passages, self._parts, self._begins, strict=False):
            begin, end = max(run.start, first), min(run.end, first + len(part.text))
            if begin < end:
                yield Slice(at, *part.slice(begin - first, end - first))
