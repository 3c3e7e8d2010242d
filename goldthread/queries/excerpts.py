"""The document's own words beside a proposal, as plain values: what was read is marked, and in the margin stands which field it became."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import shorten
from goldthread.intake.highlight import Mark, Piece, Shown, Strip, marks, showing
from goldthread.intake.words import Words
from goldthread.thread.proposals.fields import Field, Form
from goldthread.thread.proposals.listing import Proposal

_BOOKS = (".xlsx", ".xlsm", ".csv")
_FROM_ELSEWHERE = ("service",)
"""Read from the headings above; its words may stand in a sentence that says something else."""
_MAIN = ("text", "area", "board", "term", "label")
"""What a proposal is about: where its words are not found letter for letter, the whole of what was read as it is marked."""
_LINE, _CELL = 160, 80
"""Characters shown of a line or a cell that nothing was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the document, or a cell of a table row. labels: the fields that were read from it.

    is_near: something in it was read, but not letter for letter, so the whole of it is marked. fill: the shading, as RRGGBB, of a
    cell that says nothing else.
    """

    pieces: tuple[Piece, ...]
    labels: tuple[str, ...] = ()
    is_near: bool = False
    is_marked: bool = False
    fill: str | None = None
    is_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Lines that stand together: one outside tables, the cells of one row. is_row: of a table. gap: something is left out before it."""

    lines: tuple[Line, ...]
    is_row: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the document says where a proposal was read. place: in words; empty when it was read nowhere in particular."""

    place: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_near(self) -> bool:
        """Whether any words were not found letter for letter."""
        return any(line.is_near for stretch in self.stretches for line in stretch.lines)


def beside(words: Words, proposal: Proposal, file: str, *, around: int = 1) -> Beside:
    """The words that a proposal was read from. file: the paper's name; around: lines before and after, outside tables."""
    found = list(_found(words, proposal))
    if not found and proposal.place != NOWHERE:
        found = [(mark, "") for mark in marks(words, proposal.place)]
    excerpt = showing(words, [mark for mark, _ in found], before=around, after=around)
    labels = _labels(found)
    by_passage = {id(words.passages[at]): named for at, named in labels.items()}
    near = {id(words.passages[mark.passage]) for mark in excerpt.marks if not mark.exact}
    stretches = [
        Stretch(lines=tuple(_lines(strip, by_passage, near)), is_row=strip.row is not None, gap=strip.gap) for strip in excerpt.strips
    ]
    return Beside(place=place_in_words(proposal.place, file), stretches=tuple(_once(stretches)))


def _once(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Where a value goes on over several lines, its label stands at the first."""
    said: tuple[str, ...] = ()
    for stretch in stretches:
        lines = stretch.lines
        if len(lines) == 1 and not stretch.is_row and lines[0].labels == said:
            lines = (replace(lines[0], labels=()),)
        said = stretch.lines[-1].labels if stretch.lines else ()
        yield replace(stretch, lines=lines)


def place_in_words(place: Place, file: str) -> str:
    """``Page 7, line 36``; ``Sheet 3, row 42`` of a workbook; empty when it says nothing."""
    if place.saying("") == NOWHERE.saying(""):
        return ""
    words = str(replace(place, column=None))
    if file.lower().endswith(_BOOKS):
        named = (("sheet", place.page), ("row", place.row)) if place.row else (("sheet", place.page), ("table", place.table))
        words = ", ".join(f"{name} {number}" for name, number in named if number)
    return words[:1].upper() + words[1:]


def _found(words: Words, proposal: Proposal) -> Iterator[tuple[Mark, str]]:
    """Each mark with the label of its field."""
    for field in proposal.fields:
        if field.value and field.place != NOWHERE and field.name not in _FROM_ELSEWHERE:
            yield from ((mark, field.label) for mark in dict.fromkeys(_of_field(words, proposal, field)))


def _of_field(words: Words, proposal: Proposal, field: Field) -> Iterator[Mark]:
    """Where a field's value stands. Without a place of its own it is marked only where its words are found, save the main one."""
    whole = marks(words, field.place) if field.place == proposal.place else None
    for value in _printed(field):
        found = marks(words, field.place, value)
        if found != whole or field.name in _MAIN:
            yield from found


def _printed(field: Field) -> Sequence[str]:
    return [str(one) for one in field.raw] if field.form is Form.LIST else [field.value]


def _labels(found: Sequence[tuple[Mark, str]]) -> dict[int, tuple[str, ...]]:
    labels: dict[int, dict[str, None]] = {}
    for mark, label in found:
        if label:
            labels.setdefault(mark.passage, {})[label] = None
    return {at: tuple(named) for at, named in labels.items()}


def _lines(strip: Strip, labels: dict[int, tuple[str, ...]], near: set[int]) -> Iterator[Line]:
    """Cells with nothing in them are left out, unless their shading was read."""
    for shown in strip.passages:
        if shown.pieces or shown.marked:
            yield _line(shown, labels, near, _LINE if strip.row is None else _CELL)


def _line(shown: Shown, labels: dict[int, tuple[str, ...]], near: set[int], most: int) -> Line:
    passage = shown.passage
    pieces = shown.pieces if shown.marked else tuple(replace(piece, text=shorten(piece.text, most)) for piece in shown.pieces)
    return Line(
        pieces=pieces,
        labels=labels.get(id(passage), ()),
        is_near=id(passage) in near,
        is_marked=shown.marked,
        fill=passage.fill if not shown.pieces else None,
        is_note=passage.note,
    )
