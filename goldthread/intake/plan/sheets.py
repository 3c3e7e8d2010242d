"""A sheet that came as one table: the legend or glossary at its head or foot, apart from the plan between them."""

from collections.abc import Sequence
from dataclasses import replace

from goldthread.common.text import BULLETS, squeeze
from goldthread.intake.document import Block, Cell, Line, Table
from goldthread.intake.plan.bands import Row, parts_of
from goldthread.intake.plan.headings_of import headers_in
from goldthread.intake.plan.keys import is_key_table, says_key
from goldthread.intake.plan.monitoring import is_glossary_heading, is_glossary_table, is_monitoring_heading, read_board_table

_NARROW = 3
"""Columns of a legend, a glossary or a table of boards."""


def parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what stands above and below a plan in the same table as blocks of their own."""
    return [part for block in blocks for part in (_parts(block) if isinstance(block, Table) and block.ruled else [block])]


def _parts(table: Table) -> list[Block]:
    headers = headers_in(table) if len(table.rows) > _NARROW and len(table.rows[0]) > _NARROW else []
    if not headers:
        return [table]
    head = _head(table, headers[0][0])
    foot = _foot(table, headers[-1][0] + headers[-1][1].depth)
    body = replace(table, rows=table.rows[head:foot])
    return [*([_narrowed(table, table.rows[:head])] if head else []), body, *_below(table, table.rows[foot:])]


def _head(table: Table, header: int) -> int:
    """How many rows above the plan's headings are a legend or a glossary of their own."""
    rows = table.rows[:header]
    if header < _NARROW or any(len(parts_of(row)) > _NARROW for row in rows) or not _is_apart(_narrowed(table, rows)):
        return 0
    return header


def _is_apart(table: Table) -> bool:
    return is_key_table(table) or is_glossary_table(table) or bool(read_board_table(table))


def _foot(table: Table, first: int) -> int:
    """Where the plan's rows end: at a heading that says key, glossary or governance, below which only narrow rows stand."""
    last = len(table.rows) - 1
    if last > first and len(parts_of(table.rows[last])) > _NARROW:
        return len(table.rows)
    for at in range(last - 1, first, -1):
        told = parts_of(table.rows[at])
        if len(told) > _NARROW:
            break
        if len(told) == 1 and _names_other(told[0].text):
            return at
    return len(table.rows)


def _names_other(text: str) -> bool:
    short = len(text) < 60
    return short and (says_key(text) or is_glossary_heading(text) or is_monitoring_heading(text)) and len(text.split()) <= 6


def _below(table: Table, rows: Sequence[Row]) -> list[Block]:
    """The rows under the plan: their heading as a line, then lines or a table."""
    if not rows:
        return []
    heading = parts_of(rows[0])[0]
    rest = [row for row in rows[1:] if parts_of(row) or any(cell.fill for cell in row)]
    blocks: list[Block] = [Line(text=squeeze(heading.text), place=heading.place, bold=True, gap=True)]
    if all(len(parts_of(row)) == 1 for row in rest) and not any(cell.fill for row in rest for cell in row):
        cells = [parts_of(row)[0] for row in rest]
        return [*blocks, *(_line(cell) for cell in cells)]
    return [*blocks, _narrowed(table, rest)]


def _line(cell: Cell) -> Line:
    text = squeeze(cell.text)
    return Line(text=text, place=cell.place, bullet=text[:1] in BULLETS)


def _narrowed(table: Table, rows: Sequence[Row]) -> Table:
    """The rows without columns that are empty in all of them."""
    held = [at for at in range(len(rows[0])) if any(row[at].text.strip() or row[at].fill for row in rows)]
    return replace(table, rows=tuple(tuple(row[at] for at in held) for row in rows), title=None)
