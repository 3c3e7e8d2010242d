"""Files of separated values (.csv, .tsv): title lines, then one table; the separator is found from the rows."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake.document import Block, Cell, Document, Line, Table
from goldthread.intake.readers.encoding import read_text
from goldthread.thread.picture import Problem

_SEPARATORS = (",", ";", "\t", "|")
_TRIED = 300  # rows that decide on the separator
_MOST_CELLS = 2_000_000
_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Record:
    """One row of values. line: of the file, from 1, where the row starts; last: where it ends."""

    line: int
    last: int
    values: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many values say something."""
        return sum(1 for value in self.values if value.strip())


def read(path: Path) -> Document:
    """The file's title rows as lines and its other rows as one table, each with the line of the file where it starts.

    Blank rows are dropped. A row shorter or longer than the others is filled up and reported with its line.
    Raises Refused when the file is empty, is not text or would make too large a table.
    """
    decoded = read_text(path)
    text, separator = _separator(decoded.text, path.suffix.lower())
    records, problems = _records(text, separator)
    records = [record for record in records if record.filled]
    titles, rows = _parted(records)
    blocks: list[Block] = [_line(record) for record in titles]
    if rows:
        _refuse_bomb(path.name, rows)
        width = _usual_width(rows)
        problems += _uneven(rows, width)
        blocks.append(_table(rows))
    return Document(file=path.name, blocks=tuple(blocks), problems=(*decoded.problems, *problems))


def _separator(text: str, suffix: str) -> tuple[str, str]:
    """The text with any line that names the separator blanked, and the separator."""
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower()
    if named.startswith("sep=") and len(first.strip().strip('"')) == 5 and named[4] in _SEPARATORS:
        return "\n" + rest, named[4]
    order = ("\t", *_SEPARATORS) if suffix == ".tsv" else _SEPARATORS
    return text, max(dict.fromkeys(order), key=lambda separator: _steadiness(text, separator))


def _steadiness(text: str, separator: str) -> tuple[float, int]:
    """How evenly a separator parts the rows (share with the usual number of values), then into how many."""
    widths = [len(record.values) for record in _parse(_physical(text), separator, most=_TRIED) if record.filled]
    parted = Counter(width for width in widths if width > 1)
    if not parted:
        return 0.0, 0
    width, count = max(parted.items(), key=lambda item: (item[1], item[0]))
    return count / len(widths), width


def _physical(text: str) -> list[str]:
    """The lines of the file with their ends, which belong to a value that runs over lines."""
    return [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


@contextmanager
def _long_fields(limit: int) -> Iterator[None]:
    """The csv module's limit is one for the whole program: set for the reading and put back."""
    usual = csv.field_size_limit()
    csv.field_size_limit(max(limit, usual))
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _records(text: str, separator: str) -> tuple[list[Record], list[Problem]]:
    """Every row; from a quotation mark that is never closed on, quotation marks are read as plain characters."""
    lines = _physical(text)
    records = _parse(lines, separator)
    last = records[-1] if records else None
    if last is None or last.last == last.line or text.count('"') % 2 == 0:
        return records, []
    rest = _parse(lines[last.line - 1 :], separator, quotes=False, before=last.line - 1)
    problem = Problem(
        where=f"line {last.line}",
        found="a quotation mark that is never closed",
        expected="quotation marks in pairs around a value",
        do="check the rows from this line on; close or remove the quotation mark in the file",
    )
    return [*records[:-1], *rest], [problem]


def _parse(lines: Sequence[str], separator: str, *, quotes: bool = True, before: int = 0, most: int | None = None) -> list[Record]:
    with _long_fields(sum(map(len, lines)) + 1):
        reader = csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE)
        records: list[Record] = []
        start = 1
        for values in islice(reader, most):
            records.append(Record(start + before, reader.line_num + before, tuple(values)))
            start = reader.line_num + 1
    return records


def _parted(records: Sequence[Record]) -> tuple[Sequence[Record], Sequence[Record]]:
    """Rows with one filled value above the first row with several are titles; the rest is the table."""
    header = next((at for at, record in enumerate(records) if record.filled > 1), len(records))
    return records[:header], records[header:]


def _line(record: Record) -> Line:
    text = next(value for value in record.values if value.strip()).strip()
    return Line(text=text, place=Place(line=record.line, quote=text))


def _refuse_bomb(name: str, rows: Sequence[Record]) -> None:
    if len(rows) * max(len(row.values) for row in rows) > _MOST_CELLS:
        raise Refused(f"{name}: more than {_MOST_CELLS} cells; no plan is that large. Keep the rows and columns of the plan, then read it.")


def _usual_width(rows: Sequence[Record]) -> int:
    """The commonest number of values; the widest of those equally common."""
    return max(Counter(len(row.values) for row in rows).items(), key=lambda item: (item[1], item[0]))[0]


def _uneven(rows: Sequence[Record], width: int) -> Iterator[Problem]:
    """A problem for each row that is not as wide as the others, the rows above the header left alone."""
    first = next(at for at, row in enumerate(rows) if len(row.values) == width)
    odd = [row for row in rows[first:] if _odd(row, width)]
    for row in odd[:_MOST_PROBLEMS]:
        yield Problem(
            where=f"line {row.line}",
            found=f"{len(row.values)} values",
            expected=f"{width} values as in the other rows",
            do="look for a missing or unquoted separator in this row",
            severity="info" if row.filled == 1 else "warning",
        )
    if len(odd) > _MOST_PROBLEMS:
        yield Problem(
            where=f"line {odd[_MOST_PROBLEMS].line} and after",
            found=f"{len(odd) - _MOST_PROBLEMS} more rows with too few or too many values",
            expected=f"{width} values in each row",
            do="save the file again from its source with every value in quotation marks",
        )


def _odd(row: Record, width: int) -> bool:
    return len(row.values) < width or any(value.strip() for value in row.values[width:])


def _table(rows: Sequence[Record]) -> Table:
    filled = (at + 1 for row in rows for at, value in enumerate(row.values) if value.strip())
    width = max(max(filled), _usual_width(rows))
    return Table(
        rows=tuple(_row(record, number, width) for number, record in enumerate(rows, start=1)), place=Place(line=rows[0].line, table=1)
    )


def _row(record: Record, number: int, width: int) -> tuple[Cell, ...]:
    values = (*record.values[:width], *[""] * (width - len(record.values)))
    return tuple(
        Cell(text=_tidy(value), place=Place(line=record.line, table=1, row=number, column=column, quote=value or None))
        for column, value in enumerate(values, start=1)
    )


def _tidy(value: str) -> str:
    return "\n".join(line.strip() for line in value.strip().split("\n"))
