"""The heading rows of a table, wherever in it they stand."""

from goldthread.intake.document import Table
from goldthread.intake.plan.columns import Header, read_header


def headers_in(table: Table) -> list[tuple[int, Header]]:
    """Every heading row of a table with its index; a repeated heading counts again."""
    texts = [[cell.text for cell in row] for row in table.rows]
    covered = [[cell.merged_from is not None for cell in row] for row in table.rows]
    found: list[tuple[int, Header]] = []
    at = 0
    while at < len(texts):
        header = read_header(texts, at, covered)
        if header:
            found.append((at, header))
            at += header.depth
        else:
            at += 1
    return found
