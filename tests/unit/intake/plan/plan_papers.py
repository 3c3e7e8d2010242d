"""Small made-up documents for the plan reader: lines and tables as a reader would give them."""

from collections.abc import Sequence

from goldthread.common.places import Place
from goldthread.intake.document import Block, Cell, Document, Line, Span, Table
from goldthread.intake.plan.read import PlanReading, read_plan
from goldthread.thread.picture import Action, Item

UP = "↑"
"""A cell covered by a merged one above it."""
LEFT = "←"
"""A cell covered by a merged one to its left."""
Given = str | tuple[str, str] | tuple[Span, ...]
"""A cell's text; its text and fill; or its spans."""


def line(text: str, **kept: object) -> Line:
    """A line outside tables."""
    return Line(text=text, place=Place(line=1, quote=text), **kept)  # type: ignore[arg-type]


def heading(text: str, level: int = 2) -> Line:
    """A heading of a level."""
    return line(text, level=level)


def table(*rows: Sequence[Given], number: int = 1, ruled: bool = True, title: str | None = None) -> Table:
    """A table; shorter rows are filled up with empty cells."""
    width = max(len(row) for row in rows)
    made: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows, 1):
        cells: list[Cell] = []
        for column in range(1, width + 1):
            given = row[column - 1] if column <= len(row) else ""
            cells.append(_cell(given, Place(table=number, row=at, column=column), made, cells))
        made.append(tuple(cells))
    return Table(rows=tuple(made), place=Place(table=number), ruled=ruled, title=title)


def _cell(given: Given, place: Place, above: Sequence[Sequence[Cell]], before: Sequence[Cell]) -> Cell:
    if given in (UP, LEFT):
        origin = above[-1][len(before)] if given == UP else before[-1]
        row, column = origin.merged_from or (origin.place.row or 0, origin.place.column or 0)
        return Cell(text="", place=place, merged_from=(row, column), fill=origin.fill)
    if isinstance(given, str):
        return Cell(text=given, place=place.saying(given))
    if isinstance(given[0], Span):
        text = "".join(span.text for span in given)  # type: ignore[union-attr]
        return Cell(text=text, place=place.saying(text), spans=given)  # type: ignore[arg-type]
    return Cell(text=str(given[0]), place=place.saying(str(given[0])), fill=str(given[1]).lstrip("#"))


def document(*blocks: Block, file: str = "plan.docx") -> Document:
    """A document of blocks."""
    return Document(file=file, blocks=blocks)


def read(*blocks: Block, file: str = "plan.docx") -> PlanReading:
    """The plan that blocks hold."""
    return read_plan(document(*blocks, file=file))


def items(*blocks: Block, file: str = "plan.docx") -> tuple[Item, ...]:
    """The items that blocks hold."""
    return read(*blocks, file=file).plan.items


def actions(*blocks: Block, file: str = "plan.docx") -> list[Action]:
    """All actions that blocks hold."""
    return [action for item in items(*blocks, file=file) for action in item.actions]
