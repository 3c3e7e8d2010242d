"""Northmere's plan told again in other ways of keeping it: the same is read from each."""

import textwrap
from dataclasses import replace
from datetime import date

import make
import pytest
from northmere_compare import plan_differences

from goldthread.intake.document import Block, Cell, Document, Table
from goldthread.intake.plan.read import read_plan
from goldthread.thread.codec import to_builtins
from goldthread.thread.picture import Picture

word = pytest.importorskip("goldthread.intake.readers.word", reason="the Word reader is not built yet")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan() -> Document:
    return word.read(make.PACK / "improvement-plan.docx")  # type: ignore[no-any-return]


def wrapped(text: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width, break_long_words=False)) for line in text.split("\n"))


def retold(document: Document, file: str, tell: object) -> list[str]:
    """The differences from the words when each table is told by ``tell`` as one or more blocks."""
    blocks = tuple(one for block in document.blocks for one in (tell(block) if isinstance(block, Table) else [block]))  # type: ignore[operator]
    read = read_plan(replace(document, file=file, blocks=blocks), published=date(2025, 7, 21))
    return plan_differences(to_builtins(Picture(plan=read.plan)), "docx")


@pytest.mark.parametrize("width", [12, 16, 22, 30, 45])
def test_cells_that_print_wrapped_say_the_same(plan: Document, width: int) -> None:
    def tell(table: Table) -> list[Block]:
        return [replace(table, rows=tuple(tuple(replace(cell, text=wrapped(cell.text, width)) for cell in row) for row in table.rows))]

    assert retold(plan, "plan.pdf", tell) == []


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("height", [5, 7, 10])
def test_tables_that_pages_part_say_the_same(plan: Document, height: int, repeat: bool) -> None:
    def tell(table: Table) -> list[Block]:
        if len(table.rows) < 8:
            return [table]
        starts = range(0, len(table.rows), height)
        head = table.rows[:1] if repeat else ()
        return [replace(table, rows=_renumbered((*(head if at else ()), *table.rows[at : at + height]))) for at in starts]

    assert retold(plan, "plan.pdf", tell) == []


def _renumbered(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Rows counted from 1 again; a cell merged from a row that is now in another piece is only empty."""
    places = {row[0].place.row: at for at, row in enumerate(rows, 1)}

    def again(cell: Cell, at: int) -> Cell:
        origin = places.get(cell.merged_from[0]) if cell.merged_from else None
        return replace(
            cell, place=replace(cell.place, row=at), merged_from=(origin, cell.merged_from[1]) if cell.merged_from and origin else None
        )

    return tuple(tuple(again(cell, at) for cell in row) for at, row in enumerate(rows, 1))


def test_text_that_keeps_a_row_to_a_line_loses_only_marks_and_shading(plan: Document) -> None:
    def tell(table: Table) -> list[Block]:
        rows = tuple(
            tuple(Cell(text=" ".join(cell.text.split()), place=replace(cell.place, row=at)) for cell in row)
            for at, row in enumerate(table.rows, 1)
        )
        return [replace(table, rows=rows, ruled=False)]

    # Line breaks alone had parted the leads of 11.1; the blank lead of 13.2 cannot be told from one that repeats the cell above.
    known = (" responsible_lead:", " rating:", "11.1 leads:", "13.2 leads")
    assert [text for text in retold(plan, "plan.txt", tell) if not any(word in text for word in known)] == []
