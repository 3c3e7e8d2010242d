"""A document's own words with their places, small enough to keep beside the picture that was read from them.

A review shows each proposed value beside the words that it was read from, long after the file itself is gone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import msgspec

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake.document import Block, Document, Table

MOST_PASSAGES = 50_000
MOST_CHARACTERS = 2_000_000
"""Of one document. A plan of 2,000 actions stays within them; what goes beyond is left out, and counted in a last passage."""
MOST_IN_ONE = 50_000
"""Characters of one passage; a workbook's cell holds at most 32,767."""
_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A line, paragraph, table title or table cell that holds words; numbers as in ``Place``.

    text: as read, its paragraphs parted by newlines; empty for a cell that has only a fill. heading: the format says that it
    is a heading or a table's title. fill: a cell's shading as ``RRGGBB``, which a rating may have been read from.
    note: our own words about what is left out, not the document's.
    """

    text: str
    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    heading: bool = False
    fill: str | None = None
    note: bool = False


Stand = tuple[int | None, ...]
"""What tells one passage's place from another's: table, row and column, or page and line."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """All that a document says, in reading order. left_out: how many passages the limits kept out."""

    passages: tuple[Passage, ...] = ()
    left_out: int = 0

    @cached_property
    def standing(self) -> dict[Stand, tuple[int, ...]]:
        """Positions of passages by where they stand."""
        found: dict[Stand, list[int]] = {}
        for at, passage in enumerate(self.passages):
            if not passage.note:
                found.setdefault(stand(passage), []).append(at)
        return {key: tuple(positions) for key, positions in found.items()}

    @cached_property
    def rows(self) -> dict[tuple[int | None, int | None], tuple[int, ...]]:
        """Positions of the cells of each table row by (table, row), from left to right."""
        found: dict[tuple[int | None, int | None], list[int]] = {}
        for at, passage in enumerate(self.passages):
            if passage.table is not None and passage.row is not None:
                found.setdefault((passage.table, passage.row), []).append(at)
        return {key: tuple(positions) for key, positions in found.items()}

    @cached_property
    def strips(self) -> tuple[range, ...]:
        """Positions of what stands side by side: the cells of a table row; a line alone."""
        keys = [(passage.table, passage.row) if passage.row is not None else at for at, passage in enumerate(self.passages)]
        found: list[range] = []
        for _, group in groupby(range(len(keys)), key=keys.__getitem__):
            positions = list(group)
            found.append(range(positions[0], positions[-1] + 1))
        return tuple(found)

    @cached_property
    def strip_of(self) -> tuple[int, ...]:
        """By position of a passage, that of its strip in ``strips``."""
        return tuple(n for n, positions in enumerate(self.strips) for _ in positions)


def stand(of: Passage | Place) -> Stand:
    """The key of a place in ``Words.standing``."""
    return (of.page, of.line) if of.table is None else (of.table, of.row, of.column)


def words_of(document: Document, *, most_passages: int = MOST_PASSAGES, most_characters: int = MOST_CHARACTERS) -> Words:
    """The words of an opened document. Beyond either limit, a note says how many passages and characters are left out."""
    kept: list[Passage] = []
    left, out, lost = most_characters, 0, 0
    for passage in _passages(document.blocks):
        shown = passage.text[: min(left, MOST_IN_ONE)]
        lost += len(passage.text) - len(shown)
        if out or len(kept) == most_passages or (passage.text and not shown):
            out, lost = out + 1, lost + len(shown)
            continue
        kept.append(replace(passage, text=shown))
        left -= len(shown)
    return Words(passages=(*kept, *_note(out, lost)), left_out=out)


def _note(passages: int, characters: int) -> tuple[Passage, ...]:
    if not (passages or characters):
        return ()
    whole = f" in {passages:,} more passage{'s' * (passages > 1)}" if passages else ""
    return (Passage(text=f"The document says more: {characters:,} characters{whole} are left out here. See the file itself.", note=True),)


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _cells(block)
        elif block.text.strip():
            yield _passage(block.text, block.place, heading=block.level is not None)


def _cells(table: Table) -> Iterator[Passage]:
    if table.title and table.title.strip():
        yield _passage(table.title, replace(table.place, row=None, column=None), heading=True)
    for row in table.rows:
        for cell in row:
            if cell.text.strip() or cell.fill:
                yield _passage(cell.text, cell.place, fill=cell.fill)


def _passage(text: str, place: Place, *, heading: bool = False, fill: str | None = None) -> Passage:
    return Passage(
        text=text, page=place.page, line=place.line, table=place.table, row=place.row, column=place.column, heading=heading, fill=fill
    )


_Number = int | None
_Row = tuple[str, _Number, _Number, _Number, _Number, _Number, bool, str | None, bool]
"""A passage's fields in their order; a list in JSON, as there are thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    passages: tuple[_Row, ...]
    left_out: int


def to_json(words: Words) -> bytes:
    """The words as JSON on one line."""
    return msgspec.json.encode(_Kept(passages=tuple(_row(one) for one in words.passages), left_out=words.left_out))


def from_json(text: str | bytes) -> Words:
    """The words that text holds. Raises Refused when it holds anything else or more than the limits allow."""
    try:
        kept = msgspec.json.decode(text, type=_Kept)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as problem:
        raise Refused(f"These are not a document's words that Goldthread wrote: {problem}. Read the document again.") from None
    if len(kept.passages) > MOST_PASSAGES + 1 or sum(len(row[0]) for row in kept.passages) > MOST_CHARACTERS + _LONGEST_NOTE:
        raise Refused("These are more words than Goldthread keeps of a document. Read the document again.")
    return Words(passages=tuple(_from_row(row) for row in kept.passages), left_out=kept.left_out)


def _row(one: Passage) -> _Row:
    return one.text, one.page, one.line, one.table, one.row, one.column, one.heading, one.fill, one.note


def _from_row(row: _Row) -> Passage:
    text, page, line, table, at, column, heading, fill, note = row
    return Passage(text=text, page=page, line=line, table=table, row=at, column=column, heading=heading, fill=fill, note=note)
