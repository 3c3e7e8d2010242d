"""Forms: tables whose labels stand down the left side, one action a form or one a column."""

import re
from collections.abc import Sequence

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.columns import Role, role_of

Form = list[tuple[Role, Cell]]
_SHARE = 0.6


def forms_in(table: Table) -> list[Form]:
    """The actions of a table of labels and values, each as its cells by role; none when it is another table."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    if len(rows) < 3 or any(_heads_columns(row) for row in rows):
        return []
    width = len(rows[0])
    pairs = [list(_pairs(row)) for row in rows] if width in {2, 4, 6} else []
    if (
        pairs
        and _is_form([label for row in pairs for label, _ in row])
        and not _has_headings([cell for row in pairs for _, cell in row], 4)
    ):
        return _parted([(role_of(label), cell) for row in pairs for label, cell in row])
    labels = [row[0].text for row in rows]
    if width >= 3 and _is_form(labels) and not _has_headings(rows[0]):
        return [form for at in range(1, width) for form in _parted([(role_of(row[0].text), row[at]) for row in rows])]
    return []


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Whether a row is the heading of columns: three short cells or more that each name something else, what is done among them."""
    told = [cell.text for cell in row if cell.text.strip()]
    roles = {role_of(text) for text in told} if len(told) >= 3 and all(len(text) <= 40 and ":" not in text for text in told) else set()
    return len(roles) == len(told) and None not in roles and Role.ACTION in roles


def _has_headings(cells: Sequence[Cell], one_in: float = 1.5) -> bool:
    """Whether many of the cells' words (one in so many) are headings themselves: then they stand over columns."""
    told = [
        cell.text for cell in cells if 0 < len(cell.text.strip()) <= 30 and not re.fullmatch(r"[A-Za-z]+ \d{1,3}[a-z]?", cell.text.strip())
    ]
    return sum(1 for text in told if role_of(text)) * one_in > len(told) > 0


def _pairs(row: Sequence[Cell]) -> list[tuple[str, Cell]]:
    """Label and value, twice or thrice across; a value merged over the rest of the row belongs to its own label."""
    if len({(cell.merged_from or (cell.place.row, cell.place.column)) for cell in row[1:]}) == 1 and len(row) > 2 and row[1].text.strip():
        return [(row[0].text, row[1])]
    return [(row[at].text, row[at + 1]) for at in range(0, len(row), 2) if row[at].text.strip()]


def _is_form(labels: Sequence[str]) -> bool:
    told = [squeeze(label) for label in labels if label.strip()]
    roles = [role_of(label) for label in told if len(label) <= 60]
    known = {role for role in roles if role}
    enough = sum(1 for role in roles if role) >= _SHARE * len(told)
    return enough and len(told) >= 3 and Role.ACTION in known and bool(known & {Role.LEAD, Role.BY_WHEN}) and len(known) >= 3


def _parted(told: Sequence[tuple[Role | None, Cell]]) -> list[Form]:
    """One form for each time that the first label (or the action's) comes again."""
    forms: list[Form] = []
    repeats = [role for role, _ in told].count(Role.ACTION) > 1
    for role, cell in told:
        if role is None or (not cell.text.strip() and not cell.fill):
            continue
        held = {one for one, _ in forms[-1]} if forms else set()
        if not forms or (repeats and role in held and role in {Role.ACTION, Role.NUMBER, Role.ITEM}):
            forms.append([])
        forms[-1].append((role, cell))
    return [form for form in forms if any(role is Role.ACTION for role, _ in form)]
