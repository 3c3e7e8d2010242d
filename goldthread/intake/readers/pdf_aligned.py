"""Tables without upright lines: entries in line under one another, with level lines or shaded bands or with none.

Careful on purpose: running text, lists, contents pages and two columns of print must stay lines.
"""

import itertools
import re
from statistics import median
from typing import NamedTuple

from goldthread.intake.readers.pdf_geometry import Box, Fill, Rule, Word, is_white
from goldthread.intake.readers.pdf_grid import Grid, joined
from goldthread.intake.readers.pdf_lines import rows_of
from goldthread.intake.readers.pdf_records import SPLIT, Row, crosses, entries_of
from goldthread.intake.readers.pdf_rows import between_lines, headed_by_bold, holds_several, is_larger, is_marked, rows_between, without_end

_WHITE = 5.0  # points of white that must run down between columns
_IN_LINE = 3.0  # points by which the entries of a column may start apart
_MOST_IN_LINE = 0.75
_BOTH_SIDES = 0.5  # of the lines hold more than one entry
_CROSSING = 0.7  # of the width: a level line that tells of a table
_ABOVE = 12.0  # points from the words of the first row to the line above it
_PARTING = 0.5  # of the width: a level line that parts rows, some of whose cells may go on under it
_FAR = 3.0  # of the type size between lines ends a table without bands
_LOOSE = 1.6  # of the type size between lines of one cell
_LABEL = re.compile(r"\W{1,2}|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.):]?", re.IGNORECASE)


class Hints(NamedTuple):
    """What is drawn that may belong to a table without upright lines. edges: level lines and the edges of shading.

    heads: shaded rows of cells, whose borders tell the columns even when there are only two. fills: shading that is not white.
    """

    edges: list[Rule]
    heads: list[Grid]
    fills: list[Fill]


class _Run(NamedTuple):
    """Lines of print from first up to last, with white running down between them. end: past wrapped lines that may follow."""

    first: int
    last: int
    end: int
    gutters: tuple[tuple[float, float], ...]


def hints_of(level: list[Rule], fills: list[Fill], single_rows: list[Grid], tables: list[Box]) -> Hints:
    """The hints outside the tables already found."""
    shaded = [fill for fill in fills if not fill.round and not is_white(fill.colour)]
    edges = [*level, *(Rule(at, fill.box.left, fill.box.right) for fill in shaded for at in (fill.box.top, fill.box.bottom))]
    kept = [rule for rule in joined(edges) if not any(box.holds(((rule.start + rule.end) / 2, rule.at), 2) for box in tables)]
    return Hints(kept, single_rows, shaded)


def find_aligned(words: list[Word], hints: Hints) -> list[tuple[Grid, bool]]:
    """Tables made of words alone, from top to bottom, each with at least three lines that hold more than one entry.

    With each, whether its rows are certain; otherwise they may be lines of print.
    """
    rows = rows_of(words)
    grids: list[tuple[Grid, bool]] = []
    index = 0
    while index < len(rows) - 2:
        run = _run(rows, index, hints.fills) if len(entries_of(rows[index])) > 1 else None
        if run and (grid := _table(rows, run, hints)):
            grids.append(grid)
            bottom = grid[0].ys[-1]
            index = next((at for at in range(index + 1, run.end) if rows[at][0].base > bottom), max(run.last, index + 1))
        else:
            index += 1
    return grids


def _run(rows: list[Row], first: int, fills: list[Fill]) -> _Run | None:
    """The longest run of lines from first that keeps white between the entries of its first line."""
    entries = entries_of(rows[first])
    gutters = [(left[-1].right, right[0].left) for left, right in itertools.pairwise(entries)]
    last = first + 1
    while last < len(rows):
        row = rows[last]
        if row[0].base - rows[last - 1][0].base > _FAR * max(row[0].style.size, rows[last - 1][0].style.size):
            break
        narrower = [piece for gutter in gutters for piece in _without(gutter, row)]
        if len(narrower) < len(gutters) and (len(entries_of(row)) < 2 or not narrower):
            if not _is_band(rows, last, gutters, fills):
                break
            narrower = gutters
        gutters = narrower
        last += 1
    end = last
    while last > first and len(entries_of(rows[last - 1])) < 2:
        last -= 1  # a heading or a last wrapped line below belongs to no table for certain
    return _Run(first, last, end, tuple(gutters)) if last - first >= 3 and gutters else None


def _is_band(rows: list[Row], at: int, gutters: list[tuple[float, float]], fills: list[Fill]) -> bool:
    """Whether a line across the columns is a bold or shaded band, with rows of the same columns below it."""
    if at + 1 == len(rows) or not is_marked(rows[at], fills) or len(entries_of(rows[at])) > 1:
        return False
    below = rows[at + 1]
    near = below[0].base - rows[at][0].base <= _FAR * below[0].style.size
    near = near and not is_larger(rows[at], below[0].style.size)
    return near and len(entries_of(below)) > 1 and all(_without(gutter, below) for gutter in gutters)


def _without(gutter: tuple[float, float], row: Row) -> list[tuple[float, float]]:
    """What is left of a gutter between a line's words: the widest piece, and others as wide as between entries."""
    start, end = gutter
    pieces = []
    for word in row:
        if word.left < end and word.right > start:
            pieces.append((start, word.left))
            start = max(start, word.right)
    pieces.append((start, end))
    widest = max(pieces, key=lambda piece: piece[1] - piece[0])
    clear = row[0].style.size * SPLIT
    return [piece for piece in pieces if piece[1] - piece[0] >= (_WHITE if piece is widest else clear)]


def _used(gutters: tuple[tuple[float, float], ...], lines: list[Row]) -> tuple[tuple[float, float], ...]:
    """The gutters with words on both sides in several lines; others are white left by a short or centred heading."""
    kept = list(gutters)
    for gutter in gutters:
        spans = _spans(tuple(kept))
        at = kept.index(gutter)
        both = sum(bool(_part(line, *spans[at]) and _part(line, *spans[at + 1])) for line in lines)
        if both < 2:
            kept.remove(gutter)
    return tuple(kept)


def _table(rows: list[Row], run: _Run, hints: Hints) -> tuple[Grid, bool] | None:
    lines = [row for row in rows[run.first : run.last] if not _is_over(row, run.gutters)]
    run = run._replace(gutters=_with_more(_used(run.gutters, lines), lines))
    box = _box(lines)
    edges = [rule.at for rule in hints.edges if _crosses(rule, box)]
    headed = any(grid.columns > 1 and grid.box.overlap(box).area > 0 for grid in hints.heads)
    columns = len(run.gutters) + 1
    least = 2 if headed or len(edges) >= 3 else 3
    if columns < least or not _is_table(lines, run.gutters):
        return None
    xs = (box.left, *((start + end) / 2 for start, end in run.gutters), box.right)
    if certain := _certain(xs, rows[run.first : run.end], hints):
        return certain, True
    lines = rows[run.first : run.last]
    ys = _borders(lines, edges, box)
    return Grid(xs, ys, {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(columns)}), False


def _box(lines: list[Row]) -> Box:
    return Box(
        min(row[0].left for row in lines) - 1,
        min(word.base - word.style.size for word in lines[0]),
        max(row[-1].right for row in lines) + 1,
        max(word.base + word.style.size * 0.3 for word in lines[-1]),
    )


def _is_over(row: Row, gutters: tuple[tuple[float, float], ...]) -> bool:
    """Whether a line is a band that runs over the white between columns."""
    entries = entries_of(row)
    return len(entries) == 1 and any(crosses(entries[0], (start + end) / 2) for start, end in gutters)


def _with_more(gutters: tuple[tuple[float, float], ...], lines: list[Row]) -> tuple[tuple[float, float], ...]:
    """The gutters and those that the first line had no entry to show: several lines keep white there, none prints over it."""
    found: list[tuple[float, float]] = []
    for low, high in _spans(gutters):
        parts = [part for line in lines if (part := _part(line, low, high))]
        splits = [(left[-1].right, right[0].left) for part in parts for left, right in itertools.pairwise(entries_of(part))]
        reach = 0.0
        for start, end in _white([word for part in parts for word in part]):
            shared = sum(start >= left - 1 and end <= right + 1 for left, right in splits)
            if shared > 1 and end - start >= _WHITE and start > reach:
                found.append((start, end))
                reach = end
    return tuple(sorted([*gutters, *found]))


def _white(words: list[Word]) -> list[tuple[float, float]]:
    """The white that no word covers, from left to right."""
    gaps = []
    reach = None
    for word in sorted(words, key=lambda word: word.left):
        if reach is not None and word.left > reach:
            gaps.append((reach, word.left))
        reach = max(reach or word.right, word.right)
    return gaps


def _certain(xs: tuple[float, ...], lines: list[Row], hints: Hints) -> Grid | None:
    """The table with rows that level lines or the white between them tell; None when neither does."""
    box = _box(lines)
    level = [rule for rule in hints.edges if _crosses(rule, box, _PARTING)]
    closing = min((rule.at for rule in level if rule.at > lines[-1][0].base), default=None)
    if closing is None:
        lines = without_end(xs, lines, hints.fills)
    box = _box(lines)
    first = lines[0][0].base
    top = max((rule.at for rule in level if box.top - _ABOVE < rule.at < first), default=box.top)
    ats = sorted({rule.at for rule in level if rule.at > first} | ({box.bottom} if closing is None else set()))
    ys = rows_between(ats, lines, top, ())
    inside = [line for line in lines if line[0].base < ys[-1]]
    if len(ys) > 3 and not holds_several(xs, ys, inside):
        return between_lines(xs, ys, inside, level)
    return headed_by_bold(xs, lines, hints.fills)


def _crosses(rule: Rule, box: Box, least: float = _CROSSING) -> bool:
    shared = min(rule.end, box.right) - max(rule.start, box.left)
    return shared > least * box.width and box.top - 20 <= rule.at <= box.bottom + 20


def _is_table(lines: list[Row], gutters: tuple[tuple[float, float], ...]) -> bool:
    """Whether the entries stand under one another and are entries, not a list's numbers and its text."""
    columns = [[_part(line, low, high) for line in lines] for low, high in _spans(gutters)]
    filled = [[part for part in column if part] for column in columns]
    both = sum(sum(bool(column[index]) for column in columns) > 1 for index in range(len(lines)))
    if both < 3 or both < _BOTH_SIDES * len(lines) or any(len(column) < 2 for column in filled):
        return False
    if len(columns) == 2 and (_are_labels(filled[0]) or _are_labels(filled[1])):
        return False
    return all(_in_line(column) for column in filled) and not _is_print(filled)


def _spans(gutters: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    ends = [(start + end) / 2 for start, end in gutters]
    return list(zip([-1e9, *ends], [*ends, 1e9], strict=True))


def _part(line: Row, low: float, high: float) -> Row:
    return [word for word in line if low <= (word.left + word.right) / 2 < high]


def _are_labels(parts: list[Row]) -> bool:
    return sum(len(part) == 1 and bool(_LABEL.fullmatch(part[0].text)) for part in parts) >= 0.6 * len(parts)


def _in_line(parts: list[Row]) -> bool:
    """Whether most entries share a left edge, a right edge or a middle."""
    for places in ([part[0].left for part in parts], [part[-1].right for part in parts], [part[0].left + part[-1].right for part in parts]):
        usual = median(places)
        if sum(abs(place - usual) <= _IN_LINE for place in places) >= _MOST_IN_LINE * len(places):
            return True
    return False


def _is_print(columns: list[list[Row]]) -> bool:
    """Two columns of running text rather than a table: nearly every line of each fills its column."""
    full = 0
    for parts in columns:
        width = max(part[-1].right for part in parts) - min(part[0].left for part in parts)
        full += width > 150 and median(part[-1].right - part[0].left for part in parts) > 0.85 * width
    return full == len(columns)


def _borders(lines: list[Row], edges: list[float], box: Box) -> tuple[float, ...]:
    """The rows' borders: the drawn edges where they part the table into rows, or else between every two lines of print."""
    bases = [line[0].base for line in lines]
    inner = sorted(edge for edge in edges if bases[0] - 2 <= edge <= bases[-1] - 2)
    parted = [bases[0]] + [min(base for base in bases if base >= edge - 2) for edge in inner]
    bands = sorted(set(parted))
    loose = [line[0].base for above, line in itertools.pairwise(lines) if _is_loose(above, line)]
    if len(bands) >= 3:
        bands = sorted({*bands, *loose})
    if len(bands) < 3 or max(_sizes(bases, bands)) > max(3, len(bases) / 2):
        bands = bases
    tops = [min(word.base - word.style.size for word in lines[bases.index(band)]) for band in bands]
    return (*tops, box.bottom)


def _is_loose(above: Row, line: Row) -> bool:
    """Whether a line of several entries stands apart from the one above as a row of its own does."""
    return line[0].base - above[0].base > _LOOSE * line[0].style.size and len(entries_of(line)) > 1


def _sizes(bases: list[float], bands: list[float]) -> list[int]:
    ends = [*bands[1:], float("inf")]
    return [sum(start <= base < end for base in bases) for start, end in zip(bands, ends, strict=True)]
