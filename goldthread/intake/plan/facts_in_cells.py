"""A table whose one column says everything, a labelled line a fact (“Action: … / Lead: … / By when: …”): its facts as columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.bands import Row, covered_across
from goldthread.intake.plan.columns import Role, role_of

_FACT = re.compile(r"(?P<label>[A-Za-z][^:\n]{1,40}?)\s*:\s*(?P<said>\S.*)$", re.DOTALL)
_HEADINGS = {
    Role.ACTION: "Action",
    Role.LEAD: "Lead",
    Role.BY_WHEN: "By when",
    Role.ACCOUNTABLE: "Accountable to",
    Role.MEASURE: "Measure",
    Role.EVIDENCE: "Evidence",
    Role.PROGRESS: "Progress",
    Role.RATING: "Status",
    Role.NOTES: "Notes",
}
_WIDEST = 4
Facts = dict[Role, Cell]


def with_columns(table: Table) -> Table:
    """The table with a column for each kind of fact and a row for each action; another table as it is."""
    at = _told_column(table)
    if at is None:
        return table
    told = [[] if number == 0 else _facts_in(row[at]) for number, row in enumerate(table.rows)]
    roles = [role for role in _HEADINGS if any(role in facts for facts_of_row in told for facts in facts_of_row)]
    head = table.rows[0]
    rows: list[Row] = [(*_without(head, at), *(Cell(text=_HEADINGS[role], place=head[at].place) for role in roles))]
    for row, actions in zip(table.rows[1:], told[1:], strict=True):
        for facts in actions or [{Role.ACTION: row[at]}]:
            rows.append((*_without(row, at), *(facts.get(role) or Cell(text="", place=row[at].place) for role in roles)))
    return replace(table, rows=tuple(rows))


def _without(row: Row, at: int) -> Row:
    return (*row[:at], *row[at + 1 :])


def _told_column(table: Table) -> int | None:
    """The one column most of whose cells say what is done and who does it or by when, in a narrow table that names items."""
    if len(table.rows) < 2 or not 2 <= len(table.rows[0]) <= _WIDEST or any(covered_across(row) for row in table.rows):
        return None
    roles = [role_of(cell.text) for cell in table.rows[0]]
    if not {Role.ITEM, Role.SECTION, Role.OUTCOME} & set(roles) or {Role.LEAD, Role.BY_WHEN} & set(roles):
        return None
    full = [at for at in range(len(roles)) if _mostly_told([row[at] for row in table.rows[1:]])]
    return full[0] if len(full) == 1 else None


def _mostly_told(column: Sequence[Cell]) -> bool:
    filled = [cell for cell in column if cell.text.strip()]
    told = [cell for cell in filled if any(Role.ACTION in facts and {Role.LEAD, Role.BY_WHEN} & set(facts) for facts in _facts_in(cell))]
    return bool(told) and len(told) * 2 > len(filled)


def _facts_in(cell: Cell) -> list[Facts]:
    """The facts of each action that a cell tells of; a line without a label goes on with the one above, or is a note when it is first."""
    found: list[Facts] = []
    role = Role.NOTES
    for line in cell.text.split("\n"):
        match = _FACT.match(line.strip())
        named = role_of(match["label"]) if match else None
        if not line.strip():
            continue
        if (match and named in _HEADINGS) or not found:
            role = named if named in _HEADINGS else Role.NOTES
            said = match["said"] if match and role is not Role.NOTES else line
            if not found or role in found[-1]:
                found.append({})
            found[-1][role] = replace(cell, text=said.strip(), spans=(), place=cell.place.saying(line.strip()))
        else:
            found[-1][role] = replace(found[-1][role], text=f"{found[-1][role].text}\n{line.strip()}")
    return found
