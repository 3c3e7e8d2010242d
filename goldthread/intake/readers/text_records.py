"""Which lines of print make one row of a table laid out with spaces: those between blank lines, or from number to number."""

import re
from collections.abc import Sequence

from goldthread.common.places import Place
from goldthread.intake.document import Cell, Table
from goldthread.intake.readers.hyphens import goes_on_after_hyphen
from goldthread.intake.readers.text_source import SourceLine

Fields = tuple[str, ...]

_LABEL = re.compile(r"\(?(?:[A-Z]{1,4}[-–./ ]?)?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?[.):]?|\(?[a-z][.)]", re.IGNORECASE)
_HEAD_LINES = 3
_SHORT = 40  # characters of a column heading
_FULL = 0.7  # of a column's widest line: a line as long may have run on


def whole_rows(lines: Sequence[SourceLine], rows: Sequence[Sequence[str]]) -> list[range] | None:
    """The lines that make each row of a table, its head first; None when that is not certain.

    rows: the fields of each line. Cells begin on the first line of their row, so that a later line fills no column that
    the first leaves empty; where a line does, cells are not set so and nothing is certain.
    """
    fields = [tuple(field.strip() for field in row) for row in rows]
    found = _between_blanks(lines, fields) or _from_numbers(lines, fields)
    if not found or not all(_begins_together(fields[row.start : row.stop]) for row in found[1:]):
        return None
    return found


def _between_blanks(lines: Sequence[SourceLine], fields: Sequence[Fields]) -> list[range] | None:
    """Rows that blank lines part, at least one of them with wrapped cells."""
    starts = [0, *(at for at, line in enumerate(lines) if at and line.gap)]
    head = _head_end(fields, starts[1] if len(starts) > 1 else len(lines))
    if head not in starts:
        starts = sorted([*starts, head])
    found = _ranges(starts, len(lines))
    body = found[1:]
    if len(body) < 2 or all(len(row) == 1 for row in body) or len(starts) < len(body) + 1:
        return None
    if sum(line.gap for line in lines[head:]) < len(body) - 1:
        return None
    whole = all(sum(map(bool, fields[row.start])) > 1 for row in body)
    return found if whole and not _runs_through(fields, body) else None


def _runs_through(fields: Sequence[Fields], body: Sequence[range]) -> bool:
    """Whether several numbers stand between two blank lines: these part groups of rows."""
    columns = _number_columns(fields[body[0].start :])
    return any(sum(bool(fields[at][column]) for at in row) > 1 for row in body for column in columns)


def _from_numbers(lines: Sequence[SourceLine], fields: Sequence[Fields]) -> list[range] | None:
    """Rows that begin at the numbers or references of a column that holds nothing else; at a table's right edge they are scores."""
    first = _head_end(fields, len(lines))
    columns = [column for column in _number_columns(fields[first:]) if column < len(fields[0]) - 1]
    starts = [at for at in range(first, len(fields)) if any(fields[at][column] for column in columns)]
    begun = set(starts)
    if len(starts) < 2 or starts[0] != first or any(at and line.gap and at not in begun for at, line in enumerate(lines)):
        return None
    for column in zip(*fields, strict=True):
        widest = max(map(len, column))
        if any(_runs_over(column[at - 1], column[at], widest) for at in starts[1:]):
            return None
    return [range(first), *_ranges(starts, len(fields))]


def _number_columns(fields: Sequence[Fields]) -> list[int]:
    columns = range(len(fields[0])) if fields else range(0)
    filled = {column: [row[column] for row in fields if row[column]] for column in columns}
    return [column for column, texts in filled.items() if len(texts) > 1 and all(map(_LABEL.fullmatch, texts))]


def _runs_over(above: str, here: str, widest: int) -> bool:
    """Whether a sentence seems to run on past a row's start: a full line above, a small letter there."""
    return here[:1].islower() and len(above) >= _FULL * widest and above[-1:] not in ".;:"


def _head_end(fields: Sequence[Fields], most: int) -> int:
    """Where the head ends: with its first line, or with others of short words that fill fewer columns."""
    end = 1
    while end < min(most, _HEAD_LINES) and _goes_on(fields[0], fields[end]):
        end += 1
    return end


def _goes_on(head: Fields, line: Fields) -> bool:
    filled = [column for column, field in enumerate(line) if field]
    return (
        len(filled) < sum(map(bool, head))
        and all(head[column] and len(line[column]) <= _SHORT for column in filled)
        and not any(_LABEL.fullmatch(line[column]) for column in filled)
    )


def _begins_together(rows: Sequence[Fields]) -> bool:
    return all(rows[0][column] or not field for row in rows[1:] for column, field in enumerate(row))


def _ranges(starts: Sequence[int], end: int) -> list[range]:
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=True)]


def whole_table(lines: Sequence[SourceLine], rows: Sequence[Sequence[str]], found: Sequence[range], number: int) -> Table:
    """The table whose rows are several lines each; a cell's lines are parted by line breaks."""
    drawn = tuple(
        tuple(
            _cell(lines[lines_of.start], [rows[at][column] for at in lines_of], number, row, column + 1) for column in range(len(rows[0]))
        )
        for row, lines_of in enumerate(found, start=1)
    )
    return Table(rows=drawn, place=Place(page=lines[0].page, line=lines[0].number, table=number))


def _cell(line: SourceLine, fields: Sequence[str], table: int, row: int, column: int) -> Cell:
    text = ""
    for field in filter(None, map(str.strip, fields)):
        text += ("\n" if text and not goes_on_after_hyphen(text, field) else "") + field
    return Cell(text=text, place=Place(page=line.page, line=line.number, table=table, row=row, column=column, quote=text or None))
