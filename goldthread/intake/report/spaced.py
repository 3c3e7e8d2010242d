"""A table of findings that a text file lays out with spaces: lines of print whose columns begin at the same places."""

import re
from collections.abc import Sequence
from dataclasses import replace

from goldthread.common.places import Place
from goldthread.intake.document import Block, Cell, Line, Table
from goldthread.intake.report.headings import list_kind

_PIECE = re.compile(r"\S+(?:\s\S+)*")
_NEAR = 2  # characters by which a column may begin elsewhere
_FIGURE = re.compile(r"\d{1,3}")

Pieces = list[tuple[int, str]]
"""Each piece of a line with the column of characters that it begins at."""


def spaced_table(blocks: Sequence[Block], at: int, end: int) -> tuple[Table, int] | None:
    """The table whose head stands at this position, and the position after its last line; None where there is none.

    Its head names findings in one of two columns or more. A row of the table is a line of print (``ruled=False``).
    """
    head = blocks[at]
    pieces = _pieces(head) if isinstance(head, Line) and head.size is None else []
    if len(pieces) < 2 or not any(list_kind(text) for _start, text in pieces):
        return None
    starts = [start for start, _text in pieces]
    rows = [_row(pieces, starts, head.place)]
    after = at + 1
    while after < end:
        line = blocks[after]
        if not isinstance(line, Line) or line.gap:
            break
        if not _FIGURE.fullmatch(line.text.strip()):  # a page's number
            inside = _pieces(line)
            if not all(_column(start, starts) is not None for start, _text in inside):
                break
            rows.append(_row(inside, starts, line.place))
        after += 1
    return (Table(rows=tuple(rows), place=head.place, ruled=False), after) if len(rows) > 1 else None


def _pieces(line: Line) -> Pieces:
    return [(int(line.indent) + match.start(), match[0]) for match in _PIECE.finditer(line.text)]


def _column(start: int, starts: Sequence[int]) -> int | None:
    return next((column for column, first in enumerate(starts) if abs(start - first) <= _NEAR), None)


def _row(pieces: Pieces, starts: Sequence[int], place: Place) -> tuple[Cell, ...]:
    texts = [""] * len(starts)
    for start, text in pieces:
        texts[_column(start, starts) or 0] = text
    return tuple(Cell(text=text, place=replace(place, column=column, quote=text)) for column, text in enumerate(texts, start=1))
