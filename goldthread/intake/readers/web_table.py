"""Tables of web pages with their merged cells laid out, bounded so that no span can fill the memory."""

from dataclasses import dataclass
from typing import Any

from goldthread.common.places import Place
from goldthread.intake.document import Cell, Span, Table
from goldthread.intake.readers.web_flow import Flow, Paragraph, joined, own
from goldthread.intake.readers.web_numbers import whole_number

_HONEST_SPAN = 20  # columns: a wider cell only means “right across”
MOST_CELLS = 500_000
_LOOKED_THROUGH = 30  # elements inside a cell that may hold its shading


class TooLarge(Exception):
    """A table with more than MOST_CELLS cells."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in the grid: the cell's element, and where its merged cell starts."""

    element: Any
    row: int
    column: int


def make_table(element: Any, number: int, flow: Flow) -> Table | None:
    """The table with every row as long as the longest; None when it is empty. Raises TooLarge."""
    rows = [row for row in own(element, ("tr",)) if not flow.leaves_out(row)]
    cells = [[cell for cell in own(row, ("td", "th")) if not flow.leaves_out(cell)] for row in rows]
    kept = [(row, held) for row, held in zip(rows, cells, strict=True) if held]
    grid, width = _lay_out([held for _, held in kept])
    made = [
        tuple(_cell(line.get(column), kept[row][0], (number, row + 1, column + 1), flow) for column in range(width))
        for row, line in enumerate(grid)
    ]
    if not any(cell.text or cell.fill for row in made for cell in row):
        return None
    return Table(rows=tuple(made), place=Place(line=element.sourceline, table=number), title=_title(element, flow))


def _lay_out(rows: list[list[Any]]) -> tuple[list[dict[int, _Slot]], int]:
    """For each row the slots by column, from 0, and the number of columns."""
    grid: list[dict[int, _Slot]] = [{} for _ in rows]
    widest, laid = _widest(rows), 0
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column in grid[row]:
                column += 1
            across = _span(cell, "colspan")
            across = across if across <= _HONEST_SPAN else max(1, min(across, widest - column))
            down = min(_span(cell, "rowspan") or len(rows), len(rows) - row)
            slot = _Slot(cell, row, column)
            laid += across * down
            if laid > MOST_CELLS:
                raise TooLarge
            for covered in range(row, row + down):
                for at in range(column, column + across):
                    grid[covered].setdefault(at, slot)
            column += across
    width = max((max(line, default=-1) + 1 for line in grid), default=0)
    if len(grid) * width > MOST_CELLS:
        raise TooLarge
    return grid, width


def _widest(rows: list[list[Any]]) -> int:
    """The columns of the widest row, cells that go right across counted as one."""
    spans = ([_span(cell, "colspan") for cell in row] for row in rows)
    return max((sum(span if span <= _HONEST_SPAN else 1 for span in row) for row in spans), default=0)


def _span(cell: Any, name: str) -> int:
    """The rows or columns that a cell takes; 0 rows means down to the end."""
    said = whole_number((cell.get(name) or "")[:7])
    if said is None or said < 0 or (said == 0 and name == "colspan"):
        return 1
    return said


def _cell(slot: _Slot | None, row: Any, at: tuple[int, int, int], flow: Flow) -> Cell:
    table, line, column = at
    if slot is None:
        return Cell(text="", place=Place(line=row.sourceline, table=table, row=line, column=column))
    place = Place(line=slot.element.sourceline, table=table, row=line, column=column)
    if (slot.row + 1, slot.column + 1) != (line, column):
        return Cell(text="", place=place, merged_from=(slot.row + 1, slot.column + 1))
    spans = _spans(slot.element, flow)
    text = "".join(span.text for span in spans)
    return Cell(text=text, place=place.saying(text) if text else place, fill=_fill(slot.element, row, text, flow), spans=spans)


def _spans(element: Any, flow: Flow) -> tuple[Span, ...]:
    """The cell's paragraphs joined with newlines; entries of lists keep their marks."""
    spans: list[Span] = []
    for paragraph in flow.paragraphs(element, in_cell=True):
        if isinstance(paragraph, Paragraph):
            spans += [Span(text="\n")] if spans else []
            spans += [Span(text=f"{paragraph.mark} ")] if paragraph.mark else []
            spans += paragraph.spans
    return tuple(joined(spans))


def _title(element: Any, flow: Flow) -> str | None:
    captions = own(element, ("caption",))
    if not captions:
        return None
    words = [part.text for part in flow.paragraphs(captions[0], in_cell=True) if isinstance(part, Paragraph)]
    return " ".join(words) or None


def _fill(element: Any, row: Any, text: str, flow: Flow) -> str | None:
    """The cell's shading: its own, that of a label which holds all of its words, or its row's."""
    said, colour = flow.styles.fill(element)
    if said:
        return colour
    for at, inner in enumerate(element.iterdescendants()):
        if at >= _LOOKED_THROUGH:
            break
        if isinstance(inner.tag, str):
            said, colour = flow.styles.fill(inner)
            if said and colour and "".join("".join(inner.itertext()).split()) == "".join(text.split()):
                return colour
    return flow.styles.fill(row)[1]
