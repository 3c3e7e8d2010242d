"""A plan on a page: a column a pillar or priority, and under its name a list of what will be done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldthread.common.text import BULLETS, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.columns import Role

_NAME = re.compile(r"(?:pillar|priority|theme|goal|objective|ambition|aim|strand|workstream)\s*\d{1,2}\b\W*\w.*", re.IGNORECASE)
_ENTRY = re.compile(rf"^\s*(?:[{re.escape(BULLETS)}]|[-–*]\s)\s*", re.MULTILINE)

Entry = list[tuple[Role, Cell]]


def pillars_in(table: Table) -> list[Entry]:
    """Each list entry as an action under its column's name; none when the columns are not all numbered names over lists."""
    head, *below = [row for row in table.rows if any(cell.text.strip() for cell in row)] or [()]
    if len(head) < 2 or not below or not all(_NAME.fullmatch(squeeze(cell.text)) for cell in head):
        return []
    columns = list(zip(*below, strict=True))
    if not all(_is_list(column) for column in columns):
        return []
    return [
        [(Role.ITEM, name), (Role.ACTION, entry)]
        for name, column in zip(head, columns, strict=True)
        for cell in column
        for entry in _entries(cell)
    ]


def _is_list(column: Sequence[Cell]) -> bool:
    told = [cell.text.strip() for cell in column if cell.text.strip()]
    return bool(told) and all(_ENTRY.match(text) for text in told)


def _entries(cell: Cell) -> Iterator[Cell]:
    for text in _ENTRY.split(cell.text):
        if text.strip():
            yield replace(cell, text=text.strip(), spans=(), place=cell.place.saying(squeeze(text)))
