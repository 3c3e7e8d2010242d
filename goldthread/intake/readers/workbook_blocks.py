"""A sheet cut into lines and tables: titles above, tables apart, bands within them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from goldthread.common.places import Place
from goldthread.common.text import fold
from goldthread.intake.document import Block, Cell, Line, Span, Table
from goldthread.intake.readers.office_symbols import is_dot
from goldthread.intake.readers.workbook_sheet import LAST_COLUMN, LAST_ROW, Held, Range, Sheet

_NARROW = 3  # columns of a key or glossary, beside which the next one may stand with the same columns

Slot = tuple[int, int]


class _Row(NamedTuple):
    """A row that shows words: their columns in order. keyed: a wordless cell beside its one text has a colour of its own."""

    number: int
    columns: tuple[int, ...]
    keyed: bool = False

    @property
    def lone(self) -> bool:
        """Whether the row shows one text and nothing else."""
        return len(self.columns) == 1 and not self.keyed


@dataclass(slots=True)
class _Sight:
    """What a reader sees of a sheet. texts: cells with words. owners: the merged range that a cell is part of, by rows."""

    sheet: Sheet
    fill: Callable[[int, int], str | None]
    texts: dict[Slot, Held] = field(default_factory=dict)
    merges: list[tuple[Range, Slot]] = field(default_factory=list)
    by_row: dict[int, list[tuple[Range, Slot]]] = field(default_factory=dict)

    def owner(self, slot: Slot) -> Slot:
        """The cell that shows the words of the merged range that the cell is in, or the cell itself."""
        return next((first for area, first in self.by_row.get(slot[0], ()) if area.holds(*slot)), slot)

    def colour(self, slot: Slot) -> str | None:
        """The colour seen in a cell."""
        return self.fill(*slot)


def cut(sheet: Sheet, fill: Callable[[int, int], str | None], tables_before: int) -> list[Block]:
    """The sheet's lines and tables from top to bottom. fill: the colour of a cell. tables_before: how many tables came before.

    Rows and columns that are hidden or hold nothing are left out; places keep the numbers that the sheet shows.
    """
    sight = _look(sheet, fill)
    blocks: list[Block] = []
    for rows, is_table in _parts(sight):
        if is_table:
            number = tables_before + 1 + sum(isinstance(block, Table) for block in blocks)
            blocks.append(_table(sight, rows, number))
        else:
            blocks += [line for row in rows for line in _lines(sight, row)]
    return blocks


def _look(sheet: Sheet, fill: Callable[[int, int], str | None]) -> _Sight:
    sight = _Sight(sheet, fill)
    shown = {slot: held for slot, held in sheet.cells.items() if held.text.strip()}
    for area in sheet.merges:
        first = _first_seen(sheet, area)
        if first and (area.bottom, area.right) != (area.top, area.left):
            sight.merges.append((area, first))
            held = shown.pop((area.top, area.left), None)
            if held and first not in shown:
                shown[first] = held
    sight.texts = {slot: held for slot, held in shown.items() if slot[0] not in sheet.hidden_rows and not sheet.column_hidden(slot[1])}
    rows = sorted({row for row, _ in sight.texts})
    for area, first in sight.merges:
        for row in rows[bisect_left(rows, area.top) : bisect_right(rows, area.bottom)]:
            sight.by_row.setdefault(row, []).append((area, first))
    sight.texts = {slot: held for slot, held in sight.texts.items() if sight.owner(slot) == slot}
    return sight


def _first_seen(sheet: Sheet, area: Range) -> Slot | None:
    """The first cell of a merged range that is not hidden: there its words show."""
    row, column = area.top, area.left
    while row <= min(area.bottom, LAST_ROW) and row in sheet.hidden_rows:
        row += 1
    while column <= min(area.right, LAST_COLUMN) and sheet.column_hidden(column):
        column += 1
    return (row, column) if row <= area.bottom and column <= area.right else None


def _segments(sight: _Sight) -> Iterator[list[_Row]]:
    """Rows with words that follow on one another without a blank row between."""
    columns: dict[int, list[int]] = {}
    for row, column in sight.texts:
        columns.setdefault(row, []).append(column)
    segment: list[_Row] = []
    for number in sorted(columns):
        if segment and _blank_between(sight, segment[-1].number, number):
            yield segment
            segment = []
        segment.append(_Row(number, tuple(sorted(columns[number])), _is_keyed(sight, number, columns[number])))
    if segment:
        yield segment


def _is_keyed(sight: _Sight, row: int, columns: list[int]) -> bool:
    """Whether a row's one text has a colour beside it, as in a key that shows its colours without naming them."""
    if len(columns) > 1:
        return False
    text = (row, columns[0])
    beside = [(row, column) for column in (text[1] - 1, text[1] + 1) if not sight.sheet.column_hidden(column)]
    colours = (sight.colour(slot) for slot in beside if slot in sight.sheet.cells and sight.owner(slot) == slot)
    return any(colour and colour != sight.colour(text) for colour in colours)


def _blank_between(sight: _Sight, above: int, below: int) -> bool:
    if below - above < 2 or any(area.bottom >= below - 1 for area, _ in sight.by_row.get(above, ())):
        return False
    hidden = sum(above < row < below for row in sight.sheet.hidden_rows) if below - above - 1 <= len(sight.sheet.hidden_rows) else 0
    return below - above - 1 > hidden


def _parts(sight: _Sight) -> Iterator[tuple[list[_Row], bool]]:
    """Runs of rows, each with whether it is a table (else titles and notes)."""
    table: list[_Row] = []
    loose: list[_Row] = []
    for whole in _segments(sight):
        beside, segment = _beside(sight, whole)
        if beside:
            yield from _flushed(sight, table)
            yield loose, False
            yield from ((rows, any(not row.lone for row in rows)) for rows in beside)
            table, loose = [], []
        if not segment:
            continue
        titles = _titles(sight, segment)
        rest = segment[len(titles) :]
        loose += titles
        if rest and table and _fits(sight, table, rest, titled=bool(loose)):
            table += [*loose, *rest]
            loose = []
        elif rest:
            yield from _flushed(sight, table)
            yield loose, False
            table, loose = rest, []
    yield from _flushed(sight, table)
    yield loose, False


def _beside(sight: _Sight, segment: list[_Row]) -> tuple[list[list[_Row]], list[_Row]]:
    """Titles and the one small table that stands beside them above the heading, each by itself; and the rows that remain."""
    fullest = max(len(row.columns) for row in segment)
    head = next((at for at, row in enumerate(segment) if len(row.columns) > max(_NARROW, fullest // 2)), len(segment))
    groups = [group for columns in _groups(sight, segment[:head]) if (group := _within(segment[:head], columns))]
    small = [group for group in groups if sum(not row.lone for row in group) > 1]
    titles = [group for group in groups if all(row.lone for row in group)]
    if len(small) != 1 or len(titles) != len(groups) - 1 or not titles:
        return [], segment
    if head == len(segment) and max(map(len, titles)) >= min(_NARROW, len(small[0])):
        return [], segment  # one table with a column left blank
    return groups, segment[head:]


def _within(rows: list[_Row], columns: range) -> list[_Row]:
    """What of the rows stands in the columns."""
    parts = (row._replace(columns=tuple(column for column in row.columns if column in columns)) for row in rows)
    return [part for part in parts if part.columns]


def _groups(sight: _Sight, rows: list[_Row]) -> list[range]:
    """The columns that rows use, parted where a column between is blank in all of them."""
    used: set[int] = set()
    for row in rows:
        used |= set(row.columns)
        used |= {column for area, _ in sight.by_row.get(row.number, ()) for column in range(area.left, min(area.right, area.left + 50) + 1)}
    groups: list[range] = []
    for column in sorted(used):
        if groups and groups[-1].stop == column:
            groups[-1] = range(groups[-1].start, column + 1)
        else:
            groups.append(range(column, column + 1))
    return groups


def _flushed(sight: _Sight, table: list[_Row]) -> Iterator[tuple[list[_Row], bool]]:
    """A table, and as lines the notes under it that run across it."""
    notes: list[_Row] = []
    while table and table[-1].lone and _runs_across(sight, table[-1], table):
        notes.insert(0, table[-1])
        table = table[:-1]
    if table:
        yield table, True
    yield notes, False


def _titles(sight: _Sight, segment: list[_Row]) -> list[_Row]:
    """The rows at the top that hold one text at the left or across: titles. All rows, when none holds more."""
    fuller = next((at for at, row in enumerate(segment) if not row.lone), None)
    if fuller is None:
        return segment
    titles: list[_Row] = []
    edge = sorted({column for row in segment[fuller:] for column in row.columns})[:2][-1]  # the second column with words
    for row in segment[:fuller]:
        if row.columns[0] > edge and not _runs_across(sight, row, segment):
            break
        titles.append(row)
    return titles


def _runs_across(sight: _Sight, row: _Row, rows: list[_Row]) -> bool:
    """Whether a row's one text is merged over half of the table's width or more."""
    columns = {column for each in rows for column in each.columns}
    slot = (row.number, row.columns[0])
    area = next((area for area, first in sight.by_row.get(row.number, ()) if first == slot), None)
    return area is not None and 2 * sum(area.left <= column <= area.right for column in columns) >= len(columns) > 1


def _fits(sight: _Sight, table: list[_Row], rest: list[_Row], *, titled: bool) -> bool:
    """Whether rows after a blank row go on with the table above: the same columns, as full, and no heading of their own."""
    above = {column for row in table for column in row.columns}
    below = {column for row in rest for column in row.columns}
    fullest = max(len(row.columns) for row in table)
    if not (min(above) <= min(below) and max(below) <= max(above)):
        return False
    if titled and fullest <= _NARROW:
        return False
    half = 2 * max(len(row.columns) for row in rest)
    if half < fullest or (titled and half == fullest):
        return False
    return not _new_heading(sight, table, rest)


def _new_heading(sight: _Sight, table: list[_Row], rest: list[_Row]) -> bool:
    """Whether the first full row is set like the table's heading and says something else."""
    head = next((row for row in table if len(row.columns) > 1), table[0])
    first = next((row for row in rest if len(row.columns) > 1), rest[0])
    said = _words(sight, head)
    body = [row for row in table if len(row.columns) > 1 and row.number > head.number + 1 and _words(sight, row) != said]
    if not _is_set_apart(sight, head) or not _is_set_apart(sight, first) or any(_is_set_apart(sight, row) for row in body):
        return False
    return _words(sight, first) != said


def _words(sight: _Sight, row: _Row) -> list[str]:
    return [fold(sight.texts[row.number, column].text) for column in row.columns]


def _is_set_apart(sight: _Sight, row: _Row) -> bool:
    """Whether all of a row's words are bold, or all on a colour."""
    held = [(sight.texts[row.number, column], (row.number, column)) for column in row.columns]
    return all(each.style.font.bold for each, _ in held) or all(sight.colour(slot) for _, slot in held)


def _lines(sight: _Sight, row: _Row) -> Iterator[Line]:
    for column in row.columns:
        held = sight.texts[row.number, column]
        font = held.style.font
        for at, text in enumerate(filter(None, map(str.strip, held.text.split("\n")))):
            place = Place(page=sight.sheet.position, row=row.number, column=column, quote=text)
            bold = font.bold or bool(held.runs and all(own.bold for text, own in held.runs if own and text.strip()) and held.runs[0][1])
            yield Line(text=text, place=place, size=font.size, bold=bold, indent=column - 1, gap=at == 0)


def _table(sight: _Sight, rows: list[_Row], number: int) -> Table:
    columns = _columns(sight, rows)
    kept = {row.number for row in rows}
    place = Place(page=sight.sheet.position, table=number)

    def at(slot: Slot, quote: str | None) -> Place:
        return Place(page=sight.sheet.position, table=number, row=slot[0], column=slot[1], quote=quote)

    def cell(slot: Slot) -> Cell:
        owner = sight.owner(slot)
        if owner != slot and owner[0] in kept and owner[1] in columns:
            return Cell(text="", place=at(slot, None), fill=sight.colour(owner), merged_from=owner)
        held = sight.texts.get(slot)
        spans = _spans(held) if held else ()
        text = "".join(span.text for span in spans)
        return Cell(text=text, place=at(slot, text or None), fill=sight.colour(slot) or _dot(held), spans=spans)

    made = tuple(tuple(cell((row.number, column)) for column in sorted(columns)) for row in rows)
    return Table(rows=made, place=place)


def _dot(held: Held | None) -> str | None:
    """The colour of a cell that holds nothing but a coloured dot."""
    colour = held.style.font.colour if held and is_dot(held.text) else None
    return colour if colour != "000000" else None


def _columns(sight: _Sight, rows: list[_Row]) -> set[int]:
    """The columns with words, and those between or beside them that hold colours of their own."""
    columns = {column for row in rows for column in row.columns}
    first, last = min(columns), max(columns)
    coloured: dict[int, int] = {}
    for column in (*(each for each in range(first, last) if each not in columns), first - 1, last + 1):
        if column < 1 or sight.sheet.column_hidden(column):
            continue
        beside = min(max(column, first), last)
        own = [(slot, fill) for row in rows if (slot := (row.number, column)) in sight.sheet.cells and (fill := sight.colour(slot))]
        coloured[column] = sum(fill != sight.colour((slot[0], beside)) and sight.owner(slot) == slot for slot, fill in own)
    return columns | {column for column, count in coloured.items() if count and (first < column < last or 2 * count >= len(rows))}


def _spans(held: Held) -> tuple[Span, ...]:
    """The cell's words with their emphasis, without white space at both ends."""
    font = held.style.font
    pieces = [(text, (own or font).bold, (own or font).underline) for text, own in held.runs] or [(held.text, font.bold, font.underline)]
    found: list[Span] = []
    for text, bold, underline in pieces:
        if found and (not text.strip() or (found[-1].bold, found[-1].underline) == (bold, underline)):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        elif text.strip() or found:
            found.append(Span(text=text, bold=bold, underline=underline))
    if found and (found[0].text[:1].isspace() or found[-1].text[-1:].isspace()):
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)
