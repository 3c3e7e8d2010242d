"""The heading rows of a table, wherever in it they stand."""

from goldthread.common.text import fold
from goldthread.intake.document import Cell, Table
from goldthread.intake.plan.bands import is_key_row
from goldthread.intake.plan.columns import Header, read_header


def headers_in(table: Table) -> list[tuple[int, Header]]:
    """Every heading row of a table with its index; a repeated heading counts again."""
    texts = [[cell.text for cell in row] for row in table.rows]
    covered = [[cell.merged_from is not None and cell.merged_from[0] != cell.place.row for cell in row] for row in table.rows]
    groups = [_across(row) for row in table.rows]
    found: list[tuple[int, Header]] = []
    at = 0
    while at < len(texts):
        header = None if is_key_row(table.rows[at]) else read_header(texts, at, covered, groups)
        if header and (not found or _heads_again(header, found[0][1])):
            found.append((at, header))
            at += header.depth
        else:
            at += 1
    return found


def _heads_again(header: Header, first: Header) -> bool:
    """Whether a second heading row in a table is one: it repeats the first, or names four things in few words."""
    same = len({fold(text) for text in header.texts if text} & {fold(text) for text in first.texts if text})
    return same * 2 >= len([text for text in first.texts if text]) or (
        len(set(header.order())) >= 4 and all(len(text) <= 40 for text in header.texts)
    )


def _across(row: tuple[Cell, ...]) -> list[str]:
    """A row's texts, those of cells merged across repeated in the cells that they cover."""
    texts = [cell.text for cell in row]
    for at, cell in enumerate(row):
        if cell.merged_from is not None and cell.merged_from[0] == cell.place.row and at:
            texts[at] = texts[at - 1]
    return texts
