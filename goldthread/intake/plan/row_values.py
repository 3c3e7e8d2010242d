"""What a row of a plan table says, column by column, once its cells that say two things are parted."""

import re
from dataclasses import replace

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.bands import Row
from goldthread.intake.plan.blanks import says_nothing
from goldthread.intake.plan.builder import Values, take_number
from goldthread.intake.plan.columns import Header, Role, is_group, role_of
from goldthread.intake.plan.rating_words import is_rating_text


def values_of(row: Row, header: Header) -> Values:
    """The row's cells with their roles, those left out whose heading names nothing known."""
    values: list[tuple[Role, Cell]] = [
        (role, replace(cell, text=_with_heading(cell, header, i)))
        for i, (role, cell) in enumerate(zip(header.roles, row, strict=True))
        if role and role is not Role.OTHER
    ]
    values = _rated(values, header)
    if (column := header.column(Role.ITEM)) is not None and is_group(header.texts[column]):
        values.sort(key=lambda value: value[0] is not Role.ITEM)  # a number before a theme numbers the action
    return _doubled(values)


def _doubled(values: Values) -> Values:
    """Where no column says what is to be done, the recommendation (or the outcome) is itself what is followed up."""
    roles = {role for role, _ in values}
    if Role.ACTION in roles:
        return values
    stands_in = Role.ITEM if Role.ITEM in roles else Role.OUTCOME
    return [
        *values,
        *((Role.ACTION, replace(cell, text=take_number(cell.text)[1])) for role, cell in values if role is stands_in and cell.text.strip()),
    ]


def _with_heading(cell: Cell, header: Header, column: int) -> str:
    """Where several columns share a role (quarters of progress), a cell's words say which column they stood in."""
    role, text = header.roles[column], cell.text
    if header.roles.count(role) < 2 or says_nothing(text):
        return text
    heading = squeeze(header.texts[column])
    first = header.roles.index(role) == column
    if role is Role.LEAD:
        return text if first else f"; {text}"  # another agency's, whatever the layout does to the line between
    if role is Role.PROGRESS or (role is Role.MEASURE and not first) or (role is Role.BY_WHEN and _EARLIER.search(heading)):
        return f"{heading}: {text}"
    return text


_COLOUR_FIRST = re.compile(r"(?P<colour>\w[\w ]{0,20}?)\s*[-–—:;,./\n]\s*(?P<rest>\S.*)$", re.DOTALL)


def _rated(values: list[tuple[Role, Cell]], header: Header) -> list[tuple[Role, Cell]]:
    """Where a status is told in sentences, the colour that opens it is the rating (“Amber – 14% in December”)."""
    told = header.column(Role.PROGRESS)
    if Role.RATING in header.roles or told is None or role_of(header.texts[told]) is not Role.RATING:
        return values
    made: list[tuple[Role, Cell]] = []
    for role, cell in values:
        match = _COLOUR_FIRST.match(cell.text) if role is Role.PROGRESS else None
        if match and is_rating_text(match["colour"]):
            made += [(Role.RATING, replace(cell, text=match["colour"], spans=())), (role, replace(cell, text=match["rest"], spans=()))]
        else:
            made.append((role, cell))
    return made


_EARLIER = re.compile(r"\b(?:original|previous|initial|first)\b", re.IGNORECASE)
