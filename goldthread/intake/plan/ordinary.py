"""Tables of a plan made ordinary before they are read: a column an agency, and columns that go on in the next table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from goldthread.common.text import squeeze
from goldthread.intake.document import Block, Cell, Table
from goldthread.intake.plan.bands import Row, covered_across
from goldthread.intake.plan.by_contents import is_prose
from goldthread.intake.plan.columns import ABOUT, CORE, Role, role_of
from goldthread.intake.plan.facts_in_cells import with_columns
from goldthread.intake.plan.headings_of import headers_in

_AGENCY = re.compile(
    r"(?:.*\b)?(?:police|health|social (?:care|work)|education|schools?|probation|icb|integrated care board|council|local authority|la"
    r"|nhs|youth (?:justice|offending)|housing|camhs|early help|voluntary sector|ambulance|hospital|trust|partnership|fire)\b.{0,25}",
    re.IGNORECASE,
)
_LONGEST_NAME = 45


def ordinary(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with such tables rewritten as a row an action; all other blocks as they are."""
    return [_by_period(_by_agency(with_columns(block))) if isinstance(block, Table) and block.ruled else block for block in _joined(blocks)]


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each table and the table straight after it as one, where the second holds only the first's further columns."""
    held: Table | None = None
    for block in blocks:
        if held is not None and isinstance(block, Table) and _goes_on(held, block):
            rows = tuple((*left, *right) for left, right in zip(held.rows, block.rows, strict=True))
            held = replace(held, rows=rows)
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Table) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _goes_on(left: Table, right: Table) -> bool:
    """Whether a sheet too wide for its page went on in the second table.

    It does when there are as many rows, the first says what is done, and the second's headings all say other things about
    doing it and never what is done nor in which row (a number).
    """
    if not (left.ruled and right.ruled) or len(left.rows) != len(right.rows) or len(left.rows) < 2:
        return False
    if any(cell.merged_from for row in (*left.rows, *right.rows) for cell in row):
        return False
    own, further = _roles(left.rows[0]), _roles(right.rows[0])
    told = set(further)
    return (
        Role.ACTION in own
        and len(told) >= 2
        and None not in told
        and told <= (ABOUT | {Role.NOTES, Role.SUPPORT, Role.OTHER}) - CORE
        and not told & set(own)
        and not headers_in(right)
    )


def _roles(row: Row) -> list[Role | None]:
    return [role_of(cell.text) for cell in row]


def _by_agency(table: Table) -> Table:
    """A table with a column for what each agency does, as a row for each agency: its words the action, its name the lead."""
    agencies = _agency_columns(table)
    if not agencies:
        return table
    kept = [at for at in range(len(table.rows[0])) if at not in agencies]
    head = table.rows[0]
    rows: list[Row] = [(*(head[at] for at in kept), _made("Action", head[agencies[0]]), _made("Lead", head[agencies[0]]))]
    for row in table.rows[1:]:
        acting = [at for at in agencies if row[at].text.strip()]
        for at in acting or agencies[:1]:
            lead = replace(head[at], text=squeeze(head[at].text) if acting else "", spans=())
            rows.append((*(row[other] for other in kept), row[at], lead))
    return replace(table, rows=tuple(rows))


_PERIOD = re.compile(r".*\b(?:q[1-4]|quarter [1-4]|phase \d|stage \d|year \d)\b.*", re.IGNORECASE)


def _by_period(table: Table) -> Table:
    """A table with a column of actions for each quarter or phase, as a row for each: the heading says when."""
    head = table.rows[0] if table.rows else ()
    periods = [at for at, cell in enumerate(head) if role_of(cell.text) is Role.ACTION and _PERIOD.fullmatch(squeeze(cell.text))]
    if len(periods) < 2 or Role.BY_WHEN in _roles(head) or any(covered_across(row) for row in table.rows):
        return table
    kept = [at for at in range(len(head)) if at not in periods]
    rows: list[Row] = [(*(head[at] for at in kept), _made("Action", head[periods[0]]), _made("By when", head[periods[0]]))]
    for row in table.rows[1:]:
        for at in [at for at in periods if row[at].text.strip()]:
            rows.append((*(row[other] for other in kept), row[at], replace(head[at], text=squeeze(head[at].text), spans=())))
    return replace(table, rows=tuple(rows))


def _made(word: str, beside: Cell) -> Cell:
    """A heading in our words over columns that had none of that kind."""
    return Cell(text=word, place=beside.place)


def _agency_columns(table: Table) -> list[int]:
    """The columns headed by an agency that hold sentences, in a table that names what is to improve and no action or lead."""
    if len(table.rows) < 2 or any(covered_across(row) for row in table.rows):
        return []
    head = table.rows[0]
    roles = _roles(head)
    found = [at for at, cell in enumerate(head) if _is_agency(cell.text) and is_prose([row[at] for row in table.rows[1:]])]
    others = {role for at, role in enumerate(roles) if at not in found}
    named = {Role.ITEM, Role.SECTION, Role.OUTCOME} & others
    return found if len(found) > 1 and named and not others & {Role.ACTION, Role.LEAD} and others & (ABOUT - CORE) else []


def _is_agency(heading: str) -> bool:
    text = squeeze(heading)
    return len(text) <= _LONGEST_NAME and bool(_AGENCY.fullmatch(text)) and role_of(text) in {None, Role.SUPPORT}
