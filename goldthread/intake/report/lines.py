"""The document as single lines of text with their places, tables included row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goldthread.common.places import Place
from goldthread.common.text import squeeze
from goldthread.intake.document import Document, Line, Table

_LONGEST = 2000  # characters of a paragraph that are looked at for labels and titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A line's first words on one line, with its place and the position of its block. size, bold: where the format tells."""

    text: str
    place: Place
    block: int
    size: float = 0
    bold: bool = False
    gap: bool = False


def strips(document: Document, first: int, end: int, skip: frozenset[int] = frozenset()) -> tuple[Strip, ...]:
    """Every line from block first up to but not including end; a table gives a line for each row."""
    found: list[Strip] = []
    for at in range(first, end):
        block = document.blocks[at]
        if at in skip:
            continue
        if isinstance(block, Line):
            text = squeeze(block.text[:_LONGEST])
            place = block.place if block.place.quote else block.place.saying(block.text)
            found.append(Strip(text=text, place=place, block=at, size=block.size or 0, bold=block.bold, gap=block.gap))
        else:
            found += _rows(block, at)
    return tuple(found)


def _rows(table: Table, at: int) -> Iterator[Strip]:
    for row in table.rows:
        cells = [cell for cell in row if cell.text.strip()]
        text = squeeze(" ".join(cell.text[:_LONGEST] for cell in cells))
        if text:
            yield Strip(text=text, place=replace(cells[0].place, quote=text), block=at)
