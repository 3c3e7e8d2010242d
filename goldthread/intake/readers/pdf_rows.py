"""Rows between known columns, by the lines drawn between them or by the white, with bands that run across the table."""

from collections.abc import Sequence
from statistics import median

from goldthread.intake.readers.pdf_geometry import Box, Fill, Rule
from goldthread.intake.readers.pdf_grid import SNAP, Grid, Slot, owners_of
from goldthread.intake.readers.pdf_records import SINGLE, Records, Row, crosses, entries_of, label_bases, pitch_of, records

_ROOM = 4.0  # of the type size: the most white above or below the words of a row between lines
_LARGER = 0.6  # points above the table's own type size
_BAND_LINES = 2  # of plain text across the table: more are a paragraph after it


def holds_several(xs: tuple[float, ...], ys: list[float], inside: list[Row]) -> bool:
    """Whether lines part groups of rows rather than rows: several numbers of one column stand between two lines."""
    for bases in label_bases(xs, [row for row in inside if not is_across(xs, row)]):
        rows = [sum(y < base for y in ys) for base in bases]
        if len(set(rows)) < len(rows):
            return True
    return False


def between_lines(xs: tuple[float, ...], ys: list[float], below: list[Row], edges: list[Rule]) -> Grid:
    """Rows between lines. A cell without a line under it goes on; an entry over several columns has them all."""
    upright = [Rule(x, ys[0], ys[-1]) for x in xs]
    level = [rule for rule in edges if ys[0] - SNAP <= rule.at <= ys[-1] + SNAP]
    grid = Grid(xs, tuple(ys), owners_of(xs, tuple(ys), level, upright))
    _merge_all_across(grid, below)
    return grid


def _merge_all_across(grid: Grid, lines: list[Row]) -> None:
    for row in range(grid.rows):
        own = [line for line in lines if grid.ys[row] < line[0].base - line[0].style.size * 0.3 < grid.ys[row + 1]]
        _merge_across(grid, row, own)


def _merge_across(grid: Grid, row: int, lines: list[Row]) -> None:
    """Make a row one cell when its words run over the borders of its columns or stand in the first alone, in place."""
    if not lines or any(len(entries_of(line)) > 1 for line in lines):
        return
    alone = all(line[-1].right < grid.xs[1] for line in lines)
    own = all(grid.owner[row, column] == (row, column) for column in range(grid.columns))
    if own and (alone or any(is_across(grid.xs, line) for line in lines)):
        grid.owner.update({(row, column): (row, 0) for column in range(grid.columns)})


def is_across(xs: Sequence[float], line: Row) -> bool:
    """Whether a line is one entry over several columns."""
    entries = entries_of(line)
    return len(entries) == 1 and any(crosses(entries[0], x) for x in xs[1:-1])


def without_lines(xs: tuple[float, ...], lines: list[Row], fills: list[Fill]) -> Grid | None:
    """Rows that the white between them tells, with bands across the table; None when any of it is not certain."""
    lines = without_end(xs, lines, fills)
    parts = _parts(xs, lines, fills)
    edges = sorted({at for fill in fills if _is_cell(fill.box, xs) for at in (fill.box.top, fill.box.bottom)})
    pitch = pitch_of(xs, [rows for is_band, rows in parts if not is_band])
    found: list[tuple[Records, bool]] = []
    for is_band, rows in parts:
        if is_band and len(rows) > _BAND_LINES and not is_marked(rows[0], fills):
            return None
        one = Records((min(word.base - word.style.size for word in rows[0]),), {}) if is_band else records(xs, rows, pitch, edges)
        if one is None:
            return None
        found.append((one, is_band))
    if not found:
        return None
    grid = _stacked(xs, found, max(word.base + word.style.size * 0.3 for word in lines[-1]))
    _merge_all_across(grid, lines)
    return grid


def headed_by_bold(xs: tuple[float, ...], lines: list[Row], fills: list[Fill]) -> Grid | None:
    """The rows of a table that begins with bold headings, or with a row like the others; None when they are not certain."""
    bold = next((at for at, line in enumerate(lines) if not all(word.style.bold for word in line) or is_across(xs, line)), 0)
    body = without_lines(xs, lines[bold:], fills)
    if body is None or not bold:
        return body
    head = Records((min(word.base - word.style.size for word in lines[0]),), {})
    return joined_below(_stacked(xs, [(head, False)], body.ys[0]), 0, body)


def _is_cell(box: Box, xs: tuple[float, ...]) -> bool:
    """Whether shading fills a column from side to side."""
    return all(any(abs(x - side) <= SNAP for x in xs) for side in (box.left, box.right))


def _stacked(xs: tuple[float, ...], found: list[tuple[Records, bool]], bottom: float) -> Grid:
    tops: list[float] = []
    owner: dict[Slot, Slot] = {}
    for part, is_band in found:
        first = len(tops)
        for row in range(len(part.tops)):
            for column in range(len(xs) - 1):
                own = part.covered.get((row, column), (row, column))
                owner[first + row, column] = (first + own[0], 0 if is_band else own[1])
        tops += part.tops
    return Grid(xs, (*tops, bottom), owner)


def _parts(xs: tuple[float, ...], lines: list[Row], fills: list[Fill]) -> list[tuple[bool, list[Row]]]:
    """The lines parted into bands across the table and what stands between them."""
    parts: list[tuple[bool, list[Row]]] = []
    for line in lines:
        above = parts[-1][1][-1] if parts else None
        is_band = is_across(xs, line) or _stands_alone(xs, above, line, fills)
        if parts and not is_band and parts[-1][0] and _ends_band(parts[-1][1], line):
            is_band = True
        far = above is not None and line[0].base - above[0].base > SINGLE * line[0].style.size
        if not parts or parts[-1][0] != is_band or (is_band and far):
            parts.append((is_band, []))
        parts[-1][1].append(line)
    return parts


def _stands_alone(xs: tuple[float, ...], above: Row | None, line: Row, fills: list[Fill]) -> bool:
    """Whether a marked line stands in the first column with nothing beside it and is not a cell's wrapped line."""
    near = above is not None and line[0].base - above[0].base <= SINGLE * line[0].style.size
    return not near and line[-1].right < xs[1] and len(entries_of(line)) == 1 and is_marked(line, fills)


def _ends_band(band: list[Row], line: Row) -> bool:
    """Whether a line is the short last one of a band."""
    near = line[0].base - band[-1][0].base <= SINGLE * line[0].style.size
    return near and len(entries_of(line)) == 1 and abs(line[0].left - band[0][0].left) <= 2 and line[0].style.bold == band[0][0].style.bold


def without_end(xs: tuple[float, ...], lines: list[Row], fills: list[Fill]) -> list[Row]:
    """The lines without those at the end that may be text below the table: one entry that goes on in no column."""
    pitch = pitch_of(xs, [[line for line in lines if not is_across(xs, line)]]) or SINGLE
    kept = list(lines)
    while kept and len(entries_of(kept[-1])) < 2 and not _is_shaded(kept[-1], fills):
        last = kept[-1][0]
        above = max((word.base for line in kept[:-1] for word in line if abs(word.left - last.left) <= 2), default=-1e9)
        if last.base - above <= pitch * last.style.size and not is_across(xs, kept[-1]):
            break
        kept.pop()
    return kept


def is_marked(line: Row, fills: list[Fill]) -> bool:
    """Whether a line is shaded or bold from end to end, as a band in a table is."""
    return all(word.style.bold for word in line) or _is_shaded(line, fills)


def _is_shaded(line: Row, fills: list[Fill]) -> bool:
    middle = line[0].middle
    return any(fill.box.holds(middle) for fill in fills)


def rows_between(ats: Sequence[float], lines: list[Row], top: float, tops: Sequence[float]) -> list[float]:
    """The borders of the rows that level lines at ats part, from top on, as far as they are one table's.

    tops: where tables begin. A heading, a title above another table and empty space end the rows.
    """
    ys, room = [top], None
    size = median(word.style.size for line in lines[:3] for word in line)
    for at in ats:
        rows = [row for row in lines if ys[-1] < row[0].base - row[0].style.size * 0.3 < at]
        if not rows and at - ys[-1] <= SNAP:
            continue
        if not rows or any(is_larger(row, size) for row in rows):
            break
        above = rows[0][0].base - ys[-1]
        may_be_title = any(abs(at - other) <= SNAP for other in tops) or all(len(entries_of(row)) == 1 for row in rows)
        if max(above, at - rows[-1][0].base) > _ROOM * size or (may_be_title and room is not None and above > room + size / 2):
            break
        room = max(room or 0.0, above)
        ys.append(at)
    return ys


def is_larger(row: Row, size: float) -> bool:
    """Whether a line is set larger than the table: a heading after it."""
    return all(word.style.size > size + _LARGER for word in row)


def joined_below(grid: Grid, head: int, body: Grid) -> Grid:
    """The head's rows and the body's as one grid."""
    ys = (*grid.ys[: head + 2], *body.ys[1:])
    owner = {slot: own for slot, own in grid.owner.items() if slot[0] <= head}
    owner |= {(row + head + 1, column): (own[0] + head + 1, own[1]) for (row, column), own in body.owner.items()}
    return Grid(grid.xs, ys, owner)
