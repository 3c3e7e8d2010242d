"""Rows that lost their merging (text, Markdown, CSV) and still head an item: told by what stands below them, or by bold."""

import re

from goldthread.common.text import squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.bands import Row, parts_of
from goldthread.intake.plan.columns import Header, Role
from goldthread.intake.plan.labelled import is_line_fact


def heads_item(row: Row, following: Row | None, header: Header | None) -> bool:
    """Whether a row with nothing but a number and words, or words alone, names the item of the rows below it."""
    if header is None or following is None or header.column(Role.ITEM) is not None or len(header.roles) != len(row):
        return False
    filled = [(role, cell) for role, cell in zip(header.roles, row, strict=True) if cell.text.strip()]
    if any(cell.merged_from for cell in row) or len(row) < 3:
        return False
    roles = [role for role, _ in filled]
    if roles == [Role.NUMBER, Role.ACTION] or (roles[:2] == [Role.NUMBER, Role.ACTION] and _sums_up(roles, following, header)):
        return _numbers_go_on(filled[0][1].text, following, header)
    if roles == [Role.ACTION] and _codes_go_on(filled[0][1].text, following, header):
        return True
    return roles == [Role.ACTION] and ((_is_bold(filled[0][1]) and not _any_bold(following)) or _says_fact(following))


def _numbers_go_on(number: str, following: Row, header: Header) -> bool:
    """Whether the next row's number is the first inside this one's: 2 above 2.1, 3 above 3a."""
    column = header.column(Role.NUMBER)
    assert column is not None
    own, inner = number.strip(" .)("), following[column].text.strip(" .)(")
    return bool(re.fullmatch(r"[A-Z]{0,3}\d+(?:\.\d+)*", own)) and bool(re.fullmatch(rf"{re.escape(own)}(?:\.[01]|\.?[aA])", inner))


_SUMMED = frozenset({Role.NUMBER, Role.ACTION, Role.BY_WHEN, Role.RATING, Role.OTHER, None})


def _sums_up(roles: list[Role | None], following: Row, header: Header) -> bool:
    """Whether a row only adds up the rows below it, as a schedule's does: days and how far, and nobody who does it."""
    lead = header.column(Role.LEAD)
    return lead is not None and set(roles) <= _SUMMED and bool(following[lead].text.strip())


_CODE = re.compile(r"(?P<code>[A-Z]{1,5}[ -]?\d{1,2}(?:\.\d{1,2})*)\s+\S")


def _codes_go_on(text: str, following: Row, header: Header) -> bool:
    """The same for a code and its words in one cell: “CYP 1 Front door” above “CYP 1.1 Redesign the form”."""
    column = header.column(Role.ACTION)
    assert column is not None
    own, inner = _CODE.match(text.strip()), _CODE.match(following[column].text.strip())
    return bool(own and inner and re.fullmatch(rf"{re.escape(own['code'])}\.[01]\d?", inner["code"]))


def _is_bold(cell: Cell) -> bool:
    told = [span for span in cell.spans if span.text.strip()]
    return bool(told) and all(span.bold for span in told)


def _any_bold(row: Row) -> bool:
    return any(_is_bold(cell) for cell in parts_of(row))


def _says_fact(following: Row) -> bool:
    filled = parts_of(following)
    return len(filled) == 1 and is_line_fact(squeeze(filled[0].text))
