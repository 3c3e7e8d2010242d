"""A value's words found again in the document, so that a person can see where each proposal comes from.

Quotes are not always letter for letter what a passage holds: readers join lines, mend hyphens, set spaces right and cut
(``…``, ``[...]``); interpreters quote several cells of a row with `` | `` between them. Letters and digits are therefore
compared alone. What is not found so, whole words from end to end, is not guessed: then the whole passage is marked, inexactly.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from goldthread.common.places import NOWHERE, Place
from goldthread.intake.quotes.finding import Spot, find, find_within, spot
from goldthread.intake.words import Passage, Words

LONGEST_PLAIN = 300
"""Characters of an excerpt's words that stand together without a mark; more are cut to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to highlight. passage: its position in ``Words.passages``; start, end: offsets in its text.

    exact: these are the words quoted; nothing from 0 to 0 of a cell that was read by its fill alone.
    Otherwise the whole passage is marked, because the quote was not found in it as it stands.
    """

    passage: int
    start: int
    end: int
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a passage's text. marked: None, ``exact`` or ``near`` (somewhere in it)."""

    text: str
    marked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A passage in an excerpt. pieces: its text, marked and shortened; empty for a cell without words."""

    passage: Passage
    pieces: tuple[Piece, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A line outside tables, or the cells of one table row from left to right. gap: something was left out before it."""

    passages: tuple[Shown, ...]
    table: int | None = None
    row: int | None = None
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words near a place in reading order. begins, ends: the document begins with its first and ends with its last strip."""

    strips: tuple[Strip, ...] = ()
    marks: tuple[Mark, ...] = ()
    begins: bool = False
    ends: bool = False

    @property
    def exact(self) -> bool:
        """Whether the words quoted are marked, and not a whole passage."""
        return bool(self.marks) and all(mark.exact for mark in self.marks)


def marks(words: Words, place: Place, value: str = "") -> tuple[Mark, ...]:
    """Where the quote of a place stands, in reading order; empty when the place says nothing or is not in the words.

    value: as printed; when it stands just once in the quote's words, only it is marked.
    """
    at = spot(words, place)
    if place == NOWHERE or not (at.anchors or at.row):
        return ()
    if not at.quote:
        return tuple(_whole(words, one, exact=not words.passages[one].text) for one in at.anchors)
    found = find(at, at.quote)
    if not found:
        return tuple(_whole(words, one) for one in at.anchors or at.row)
    narrow = find_within(words, found, value)
    return tuple(Mark(passage=part.passage, start=part.start, end=part.end) for part in narrow or found)


def _whole(words: Words, at: int, *, exact: bool = False) -> Mark:
    return Mark(passage=at, start=0, end=len(words.passages[at].text), exact=exact)


def around(words: Words, place: Place, value: str = "", *, before: int = 2, after: int = 2) -> Excerpt:
    """The marked passages with so many lines or table rows before and after them; empty when the words do not have the place.

    Marks far from the place, such as the head of its column, come without their neighbours. value: as for ``marks``.
    """
    found = marks(words, place, value)
    centre = _centre(spot(words, place), found)
    if centre is None:
        return Excerpt()
    strips = words.strips
    middle = words.strip_of[centre]
    near = range(max(0, middle - before), min(len(strips), middle + after + 1))
    wanted = sorted({*near, *(words.strip_of[mark.passage] for mark in found)})
    shown = tuple(_strip(words, strips[n], found, gap=n - 1 not in wanted and n != wanted[0]) for n in wanted)
    return Excerpt(strips=shown, marks=found, begins=wanted[0] == 0, ends=wanted[-1] == len(strips) - 1)


def showing(words: Words, found: Iterable[Mark], *, before: int = 1, after: int = 1) -> Excerpt:
    """The passages with these marks, such as those of one row's several values; overlapping marks are joined.

    Where the first stands outside tables, so many lines before and after it, and the marked ones that follow it, are there too.
    """
    apart = tuple(_apart(found))
    if not apart:
        return Excerpt()
    strips, marked = words.strips, sorted({words.strip_of[mark.passage] for mark in apart})
    first, last = marked[0], next(n for n in marked if n + 1 not in marked)
    alone = words.passages[apart[0].passage].row is None
    near = range(max(0, first - before), min(len(strips), last + after + 1)) if alone else ()
    wanted = sorted({*near, *marked})
    shown = tuple(_strip(words, strips[n], apart, gap=n - 1 not in wanted and n != wanted[0]) for n in wanted)
    return Excerpt(strips=shown, marks=apart, begins=wanted[0] == 0, ends=wanted[-1] == len(strips) - 1)


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    """Marks in reading order, none within another; a passage with exact ones is not marked as a whole too."""
    marked = list(found)
    exact = {mark.passage for mark in marked if mark.exact}
    kept = [mark for mark in marked if mark.exact or mark.passage not in exact]
    last: Mark | None = None
    for mark in sorted(kept, key=lambda mark: (mark.passage, mark.start, mark.end)):
        if last and last.passage == mark.passage and mark.start < last.end:
            last = replace(last, end=max(last.end, mark.end))
            continue
        if last:
            yield last
        last = mark
    if last:
        yield last


def _centre(at: Spot, found: Iterable[Mark]) -> int | None:
    """The position to show the neighbours of; for an empty cell in an empty row, the first of its table or page."""
    near = [*at.anchors, *(mark.passage for mark in found), *at.row]
    if near or at.place == NOWHERE:
        return near[0] if near else None
    place = at.place
    for n, passage in enumerate(at.words.passages):
        if passage.table == place.table if place.table is not None else passage.page == place.page is not None:
            return n
    return None


def _strip(words: Words, positions: range, found: Iterable[Mark], *, gap: bool) -> Strip:
    first = words.passages[positions[0]]
    shown = tuple(_shown(words.passages[at], [mark for mark in found if mark.passage == at]) for at in positions)
    return Strip(passages=shown, table=first.table, row=first.row, gap=gap)


def _shown(passage: Passage, found: list[Mark]) -> Shown:
    return Shown(passage=passage, pieces=tuple(_pieces(passage.text, found)), marked=bool(found))


def _pieces(text: str, found: list[Mark]) -> Iterator[Piece]:
    done = 0
    for mark in found:
        yield from _plain(text, done, mark.start)
        if mark.end > mark.start:
            yield Piece(text=text[mark.start : mark.end], marked="exact" if mark.exact else "near")
        done = mark.end
    yield from _plain(text, done, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Piece]:
    """Unmarked words; of many, those that stand beside marks."""
    if end - start <= LONGEST_PLAIN:
        cut = text[start:end]
    elif start == 0 and end < len(text):
        cut = "… " + text[end - LONGEST_PLAIN : end]
    elif end == len(text):
        cut = text[start : start + LONGEST_PLAIN] + " …"
    else:
        cut = f"{text[start : start + LONGEST_PLAIN // 2]} … {text[end - LONGEST_PLAIN // 2 : end]}"
    if cut:
        yield Piece(text=cut)
