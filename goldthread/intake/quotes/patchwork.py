"""A quote put together from several passages: lines with a page's foot between them, cells under cells, a column's head and a cell.

Each part but the first and the last is all that a passage says; the first may begin and the last may end within one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from goldthread.intake.quotes.letters import Letters, letters_of, same_numbers
from goldthread.intake.quotes.scope import Slice
from goldthread.intake.words import Passage, Words

TELLING = 20
"""Letters and digits by which a quote is known though it begins after its place."""
_ENOUGH = 6
"""Letters by which the end of a quote is known in a passage that does not follow on from the part before."""
_PARTED = 12
"""Letters by which a passage is known though the quote's word goes on after it."""
_MOST_STEPS = 200


def patched(words: Words, quote: str, passages: Sequence[int], near: frozenset[int], below: frozenset[int]) -> tuple[Slice, ...]:
    """The parts of passages that together say the quote, in its order; none unless all of it is found.

    One part is near, the quote's own place, or the quote is long and begins in a passage below it.
    """
    roots = near | (below if len(letters_of(quote).text) >= TELLING else frozenset())
    return _Patchwork(words, quote, passages, near, roots).parts(0, ()) or ()


@dataclass(slots=True)
class _Patchwork:
    words: Words
    quote: str
    passages: Sequence[int]
    near: frozenset[int]
    roots: frozenset[int]
    steps: int = 0

    def parts(self, done: int, before: tuple[Slice, ...]) -> tuple[Slice, ...] | None:
        """All parts, those before included, when the letters after the first ``done`` can be found too."""
        letters = letters_of(self.quote)
        self.steps += 1
        if done == len(letters.text):
            return before if len(before) > 1 and self._is_here(before) else None
        if self.steps > _MOST_STEPS:
            return None
        for part, end in self._next(letters, done, before):
            if whole := self.parts(end, (*before, part)):
                return whole
        return None

    def _is_here(self, parts: tuple[Slice, ...]) -> bool:
        return parts[0].passage in self.roots or any(part.passage in self.near for part in parts)

    def _next(self, letters: Letters, done: int, before: tuple[Slice, ...]) -> Iterator[tuple[Slice, int]]:
        """Parts that can follow, likeliest first, each with how many letters are then done."""
        used = {part.passage for part in before}
        for at in self._likeliest_first(before):
            here = letters_of(self.words.passages[at].text)
            if at in used or not here.text:
                continue
            for start, end in self._fits(letters, done, here, at, before):
                slice_ = Slice(at, *here.slice(start, end))
                said = self.quote[slice(*letters.slice(done, done + end - start))]
                if same_numbers(said, self.words.passages[at].text[slice_.start : slice_.end]):
                    yield slice_, done + end - start

    def _fits(self, letters: Letters, done: int, here: Letters, at: int, before: tuple[Slice, ...]) -> Iterator[tuple[int, int]]:
        size, left = len(here.text), len(letters.text) - done
        if letters.text.startswith(here.text, done) and (letters.parts_words(done + size) or size >= self._known_by(before, at)):
            yield 0, size
        elif before and left < size and here.text.startswith(letters.text[done:]) and here.parts_words(left):
            if left >= _ENOUGH or self._follows(before[-1].passage, at):
                yield 0, left
        elif not before and at in self.roots:
            yield from ((start, size) for start in _ends(here, letters) if letters.parts_words(size - start))

    def _known_by(self, before: tuple[Slice, ...], at: int) -> int:
        """How many letters tell a passage whose end is within a word of the quote."""
        return _ENOUGH if before and self._follows(before[-1].passage, at) else _PARTED

    def _likeliest_first(self, before: tuple[Slice, ...]) -> list[int]:
        if not before:
            first = min(self.near)
            return sorted(self.passages, key=lambda at: (at not in self.near, not self._is_beside(at, first), abs(at - first)))
        last = before[-1].passage
        return sorted(self.passages, key=lambda at: (not self._follows(last, at), at < last, abs(at - last)))

    def _is_beside(self, at: int, other: int) -> bool:
        return self.words.passages[at].table == self.words.passages[other].table

    def _follows(self, last: int, at: int) -> bool:
        return at > last and _goes_on(self.words.passages[last], self.words.passages[at])


def _ends(here: Letters, letters: Letters) -> Iterator[int]:
    """Where the words that a passage ends with are those that a quote begins with."""
    first = letters.text[:_ENOUGH]
    starts = (n for n in range(max(1, len(here.text) - len(letters.text) + 1), len(here.text)) if here.begins[n])
    alike = (n for n in starts if first.startswith(here.text[n : n + len(first)]))
    for start in islice(alike, _MOST_STEPS):
        if letters.text.startswith(here.text[start:]):
            yield start


def _goes_on(one: Passage, other: Passage) -> bool:
    """Whether the other is the next line, or the next cell of the same column or row."""
    if one.table is None or one.table != other.table or one.row is None or other.row is None:
        return one.table is None and other.table is None
    return (one.column == other.column and other.row - one.row <= 3) or (one.row == other.row)
