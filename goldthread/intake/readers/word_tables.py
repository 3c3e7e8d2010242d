"""A Word table as rows of cells: merged cells, gaps in the grid, shading, tables within cells."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from goldthread.common.places import Place
from goldthread.intake.document import Cell, Span, Table
from goldthread.intake.readers.office_symbols import is_dot
from goldthread.intake.readers.word_shading import Given, TableLook, shading
from goldthread.intake.readers.word_styles import VAL, W, number, value
from goldthread.intake.readers.word_text import Paper, Piece, chosen, is_prompt, local, read_words, spans, trimmed, with_mark

_HAIR = 110  # twips: columns nearer than 2 mm are one border drawn twice
_USUAL = 1440  # twips, for columns of no stated width
_MOST_COLUMNS = 1000
_THROUGH = frozenset({"customXml", "ins", "moveTo", "sdtContent"})

Lines = list[list[Piece]]


@dataclass(slots=True)
class _Drawn:
    """A cell as the file has it: from edge start up to edge end of the table's grid."""

    element: Any
    start: int
    end: int
    goes_on: bool
    owner: "tuple[int, int] | None" = None


@dataclass(slots=True)
class Cells:
    """What is read of a table's cells. lights: colours of shapes drawn in the cell."""

    lines: Lines = field(default_factory=list)
    lights: list[str] = field(default_factory=list)


def inside(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also those in content controls; what is tracked as deleted is left out."""
    for child in parent:
        kind = local(child)
        if kind == name:
            yield child
        elif kind == "sdt":
            for content in child.iterchildren(W + "sdtContent"):
                yield from inside(content, name)
        elif kind in _THROUGH:
            yield from inside(child, name)


def kept_rows(table: Any, paper: Paper | None = None) -> list[Any]:
    """The rows that are not tracked as deleted."""
    rows = []
    for row in inside(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            rows.append(row)
        elif paper:
            paper.left_out["deletions"] += 1
    return rows


def is_layout(table: Any) -> bool:
    """Whether a table only sets a frame round text or round other tables."""
    rows = kept_rows(table)
    cells = [list(inside(row, "tc")) for row in rows]
    if sum(map(len, cells)) == 1:
        return True
    return all(len(row) == 1 for row in cells) and any(len(list(inside(row, "tc"))) > 1 for row in table.iter(W + "tr") if row not in rows)


def read_table(paper: Paper, element: Any, count: int) -> Table | None:
    """The table with its number in the document; None when it holds neither words nor shading."""
    rows = kept_rows(element, paper)
    drawn = [_drawn(row) for row in rows]
    columns = _settle(drawn, _positions(element, drawn))
    if not columns:
        return None
    look = TableLook(element, paper.styles, paper.theme)
    made = tuple(tuple(_row(paper, row, (at, len(drawn) - 1), columns, count, look)) for at, row in enumerate(_owned(drawn)))
    made = tuple(_coloured(row, made) for row in made)
    if not any(cell.text or cell.fill for row in made for cell in row):
        return None
    return Table(rows=made, place=Place(table=count), title=_caption(element))


def _caption(table: Any) -> str | None:
    caption = value(table.find(W + "tblPr"), "tblCaption")
    return caption.strip() or None if caption else None


def _drawn(row: Any) -> list[_Drawn]:
    properties = row.find(W + "trPr")
    at = min(max(number(value(properties, "gridBefore")) or 0, 0), _MOST_COLUMNS)
    cells: list[_Drawn] = []
    for element in inside(row, "tc"):
        kind = element.find(W + "tcPr")
        span = min(max(number(value(kind, "gridSpan")) or 1, 1), _MOST_COLUMNS)
        if cells and _continues(kind, "hMerge"):
            cells[-1].end += span
        else:
            cells.append(_Drawn(element, at, at + span, _continues(kind, "vMerge")))
        at += span
    return cells


def _continues(properties: Any, name: str) -> bool:
    """Whether a cell is a covered part of a merged one; the switch without a value says so."""
    merge = properties.find(W + name) if properties is not None else None
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _positions(table: Any, drawn: list[list[_Drawn]]) -> list[int]:
    """Where each edge of the grid stands, in twips from the left."""
    last = max((cell.end for row in drawn for cell in row), default=0)
    grid = table.find(W + "tblGrid")
    widths = [number(each.get(W + "w")) or 0 for each in grid.iterchildren(W + "gridCol")] if grid is not None else []
    known = all(width > 0 for width in widths)
    widths = [widths[at] if known and at < len(widths) else _USUAL for at in range(last)]
    return list(itertools.accumulate(widths, initial=0))


def _settle(drawn: list[list[_Drawn]], positions: list[int]) -> int:
    """Renumber the cells' edges so that there is a column where some cell begins, and none for a border a hair beside another.

    Gives the number of columns.
    """
    edges = sorted({edge for row in drawn for cell in row for edge in (cell.start, cell.end)} | {0})
    begun = {(cell.start, cell.end) for row in drawn for cell in row}
    groups: list[list[int]] = []
    for edge in edges:
        near = bool(groups) and positions[edge] - positions[groups[-1][0]] < _HAIR
        if near and not any((other, edge) in begun for other in groups[-1]):
            groups[-1].append(edge)
        else:
            groups.append([edge])
    column = {edge: at for at, group in enumerate(groups) for edge in group}
    for cell in (cell for row in drawn for cell in row):
        cell.start, cell.end = column[cell.start], column[cell.end]
    return len(groups) - 1


def _owned(drawn: list[list[_Drawn]]) -> list[list[_Drawn]]:
    """The rows with the owner of every covered cell: (row, column) from 0 of the cell above that covers it."""
    above: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(drawn):
        here: dict[int, tuple[int, int]] = {}
        for cell in row:
            cell.owner = above.get(cell.start) if cell.goes_on else None
            owner = cell.owner or (at, cell.start)
            mergeable = cell.owner is not None or cell.element.find(f"{W}tcPr/{W}vMerge") is not None
            here |= dict.fromkeys(range(cell.start, cell.end), owner) if mergeable else {}
        above = here
    return drawn


def _row(paper: Paper, row: list[_Drawn], at: tuple[int, int], columns: int, count: int, look: TableLook) -> Iterator[Cell]:
    by_start = {cell.start: cell for cell in row}
    column = 0
    while column < columns:
        place = Place(table=count, row=at[0] + 1, column=column + 1)
        cell = by_start.get(column)
        if cell is None:
            yield Cell(text="", place=place)
            column += 1
            continue
        given = look.given(at[0], column, at[1], columns - 1 - (cell.end - 1 - column))
        first = Cell(text="", place=place, merged_from=_from_one(cell.owner)) if cell.owner else _cell(paper, cell.element, place, given)
        yield first
        owner = cell.owner or (at[0], cell.start)
        for covered in range(column + 1, max(cell.end, column + 1)):
            yield Cell(text="", place=Place(table=count, row=at[0] + 1, column=covered + 1), fill=first.fill, merged_from=_from_one(owner))
        column = max(cell.end, column + 1)


def _from_one(slot: tuple[int, int] | None) -> tuple[int, int] | None:
    return (slot[0] + 1, slot[1] + 1) if slot else None


def _coloured(row: tuple[Cell, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Cell, ...]:
    """The row with the shading of merged cells carried to the parts that they cover."""
    return tuple(
        Cell(text="", place=cell.place, fill=rows[cell.merged_from[0] - 1][cell.merged_from[1] - 1].fill, merged_from=cell.merged_from)
        if cell.merged_from
        else cell
        for cell in row
    )


def _cell(paper: Paper, element: Any, place: Place, given: Given) -> Cell:
    cells = Cells()
    read_cell(paper, element, cells, bold=given.bold)
    lines = [line for pieces in cells.lines if (line := trimmed(pieces))]
    pieces = [piece for at, line in enumerate(lines) for piece in ([Piece("\n")] if at else []) + line]
    found: tuple[Span, ...] = spans(pieces)
    text = "".join(span.text for span in found)
    fill = _fill(paper, element, given) or _seen(pieces) or (cells.lights[0] if cells.lights and not text else None)
    return Cell(text=text, place=place.saying(text) if text else place, fill=fill, spans=found)


def _fill(paper: Paper, element: Any, given: Given) -> str | None:
    own = element.find(f"{W}tcPr/{W}shd")
    return shading(own, paper.theme) if own is not None and (own.get(W + "fill") or own.get(W + "themeFill")) else given.fill


def _seen(pieces: list[Piece]) -> str | None:
    """The colour of a cell whose every word is highlighted in it, or that holds nothing but a coloured dot."""
    printed = [piece for piece in pieces if piece.text.strip()]
    behind = {piece.shade for piece in printed}
    if len(behind) == 1 and (only := behind.pop()):
        return only
    if not is_dot("".join(piece.text for piece in printed)) or printed[0].colour == "000000":
        return None
    return printed[0].colour


def read_cell(paper: Paper, parent: Any, cells: Cells, *, bold: bool = False) -> None:
    """Add the words inside a cell (or a text box), a line for each paragraph and for each row of a table within."""
    for child in parent:
        kind = local(child)
        if kind == "p":
            _paragraph(paper, child, cells, bold=bold)
        elif kind == "tbl":
            cells.lines += [_within(paper, row, cells) for row in kept_rows(child, paper)]
        elif kind == "sdt":
            if is_prompt(child.find(W + "sdtPr")):
                paper.left_out["prompts"] += 1
            else:
                for content in child.iterchildren(W + "sdtContent"):
                    read_cell(paper, content, cells, bold=bold)
        elif kind in _THROUGH:
            read_cell(paper, child, cells, bold=bold)
        elif kind == "AlternateContent":
            read_cell(paper, chosen(child), cells, bold=bold)


def _paragraph(paper: Paper, paragraph: Any, cells: Cells, *, bold: bool) -> None:
    words = read_words(paper, paragraph, bold=bold)
    behind = shading(paragraph.find(f"{W}pPr/{W}shd"), paper.theme)
    pieces = with_mark(words)
    if behind:
        pieces = [Piece(p.text, p.bold, p.underline, p.size, p.colour, p.shade or behind) for p in pieces]
    cells.lines.append(pieces)
    cells.lights += words.lights
    for box in words.boxes:
        read_cell(paper, box, cells)


def _within(paper: Paper, row: Any, cells: Cells) -> list[Piece]:
    """A row of a table within a cell, as one line with tabs between its cells."""
    line: list[Piece] = []
    for at, element in enumerate(inside(row, "tc")):
        inner = Cells()
        if not _continues(element.find(W + "tcPr"), "vMerge"):
            read_cell(paper, element, inner)
        line += [Piece("\t")] if at else []
        line += [piece for place, pieces in enumerate(inner.lines) if pieces for piece in ([Piece("\n")] if place else []) + pieces]
        cells.lights += inner.lights
    return line
