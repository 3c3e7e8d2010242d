"""Small tables before a plan table: a heading set in a box, or an item's head as labels and values."""

from collections.abc import Sequence
from dataclasses import replace

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell, Line, Table
from goldthread.intake.plan.bands import parts_of
from goldthread.intake.plan.builder import Builder, take_number
from goldthread.intake.plan.columns import Role, role_of
from goldthread.intake.plan.heads import read_label
from goldthread.intake.plan.labelled import fact_of, read_cell, tell_fact

Fact = tuple[Role, str, Sequence[Cell]]
_LONGEST_HEADING = 300


def lone_heading(table: Table) -> Line | None:
    """The heading that a table of one filled cell is, as a line in bold; None for other tables."""
    filled = [cell for row in table.rows for cell in row if cell.text.strip()]
    if len(filled) != 1 or len(table.rows) > 2 or len(filled[0].text) > _LONGEST_HEADING or not table.ruled:
        return None
    return Line(text=squeeze(filled[0].text), place=filled[0].place, bold=True, gap=True)


def head_of_item(table: Table) -> list[Fact]:
    """The facts of a table that heads an item: its first row names the item, the others outcome, timescale and their like."""
    rows = [row for row in table.rows if parts_of(row)]
    if not table.ruled or not 1 <= len(rows) <= 10 or any(len(parts_of(row)) > 3 for row in rows):
        return []
    facts: list[Fact] = []
    for row in rows:
        label, *said = parts_of(row)
        role = Role.ITEM if _names_item(label.text) else fact_of(label.text) if len(label.text) <= 60 else None
        if role is None or not said:
            return []
        facts.append((role, squeeze(label.text), said))
    return facts if [role for role, _, _ in facts].count(Role.ITEM) == 1 else []


def _names_item(label: str) -> bool:
    named = read_label(squeeze(label))
    return bool(named and not named.text) or (len(label) <= 60 and role_of(label) is Role.ITEM)


def begin_with(builder: Builder, facts: Sequence[Fact], *, soft: bool) -> None:
    """Begin the item that a head table names, with what it says of it."""
    _, label, said = next(fact for fact in facts if fact[0] is Role.ITEM)
    told = read_cell(said[0].text)
    number, words = take_number(squeeze(told.text))
    named = read_label(label) or read_label(f"{label}:")
    place = said[0].place.saying(f"{label} {squeeze(said[0].text)}")
    item = builder.begin_item(replace(named, text="") if named else None, words, place, soft=soft, number=number)
    item.timescale, item.notes = told.timescale, [*told.notes]
    for role, name, cells in facts:
        if role is not Role.ITEM:
            tell_fact(item, role, name, cells)
