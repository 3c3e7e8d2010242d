"""The order in which the words outside tables are read, columns one after the other."""

import itertools
from bisect import bisect_right
from statistics import median

from goldthread.intake.readers.pdf_geometry import Box, Word
from goldthread.intake.readers.pdf_lines import Print, rows_of, set_line

Row = list[Word]

_GUTTER = 8.0  # points: the least white between columns of print
_LEAST_ROWS = 5
_LEAST_WIDTH = 90.0  # points: narrower columns are a table's, not running text
_FULL = 0.6  # of a column's width is filled by the middle line of running text
_BREAK = 2.5  # line pitches of white end a stretch of columns


def reading_order(words: list[Word], tables: list[Box]) -> list[Print]:
    """Lines of print in reading order: from top to bottom between tables, and column by column where a gutter runs."""
    prints: list[Print] = []
    for stretch in _stretches(rows_of(words), tables):
        prints += _read(stretch)
    return prints


def _stretches(rows: list[Row], tables: list[Box]) -> list[list[Row]]:
    """Rows above, between and below the tables."""
    tops = sorted(box.top for box in tables)
    stretches: list[list[Row]] = [[] for _ in range(len(tops) + 1)]
    for row in rows:
        stretches[bisect_right(tops, row[0].base)].append(row)
    return [stretch for stretch in stretches if stretch]


def _read(rows: list[Row]) -> list[Print]:
    found = _columns(rows)
    if not found:
        return [line for row in rows if (line := set_line(row))]
    first, last, x = found
    left = [part for row in rows[first:last] if (part := [word for word in row if word.right <= x])]
    right = [part for row in rows[first:last] if (part := [word for word in row if word.left >= x])]
    return [*_read(rows[:first]), *_read(_rows_again(left)), *_read(_rows_again(right)), *_read(rows[last:])]


def _rows_again(parts: list[Row]) -> list[Row]:
    return rows_of([word for part in parts for word in part])


def _columns(rows: list[Row]) -> tuple[int, int, float] | None:
    """The first stretch of rows (from, up to) with a gutter between two columns of running text, and the gutter's middle."""
    if len(rows) < _LEAST_ROWS:
        return None
    for x in _candidates(rows):
        for first, last in _uncrossed(rows, x):
            last = _without_tail(rows, first, last, x)
            if _is_running(rows[first:last], x):
                return first, last, x
    return None


def _candidates(rows: list[Row]) -> list[float]:
    """Middles of white gaps that many rows share, the commonest first."""
    gaps: dict[int, list[tuple[float, float]]] = {}
    for row in rows:
        for word, after in itertools.pairwise(row):
            if after.left - word.right >= _GUTTER:
                gaps.setdefault(round(after.left / 4), []).append((word.right, after.left))
    common = sorted((found for found in gaps.values() if len(found) >= _LEAST_ROWS - 2), key=len, reverse=True)
    return [min(start for _, start in found) - _GUTTER / 2 for found in common[:4]]


def _uncrossed(rows: list[Row], x: float) -> list[tuple[int, int]]:
    """Stretches of rows with no word in the gutter at x."""
    stretches: list[tuple[int, int]] = []
    start: int | None = None
    pitch = _pitch(rows)
    for index, row in enumerate(rows):
        crossed = any(word.left < x + _GUTTER / 2 - 0.5 and word.right > x - _GUTTER / 2 + 0.5 for word in row)
        far = index and row[0].base - rows[index - 1][0].base > _BREAK * 2 * pitch
        if start is not None and (crossed or far):
            stretches.append((start, index))
            start = None
        if start is None and not crossed:
            start = index
    if start is not None:
        stretches.append((start, len(rows)))
    return [(first, last) for first, last in stretches if last - first >= _LEAST_ROWS]


def _pitch(rows: list[Row]) -> float:
    return median([after[0].base - row[0].base for row, after in itertools.pairwise(rows)] or [12.0])


def _without_tail(rows: list[Row], first: int, last: int, x: float) -> int:
    """A heading set apart below the columns belongs to what follows them."""
    pitch = _pitch(rows[first:last])
    for index in range(last - 1, first, -1):
        if any(word.left >= x for word in rows[index]):
            break
        if rows[index][0].base - rows[index - 1][0].base > _BREAK / 1.5 * pitch:
            return index
    return last


def _is_running(rows: list[Row], x: float) -> bool:
    """Whether text runs on both sides: lines that fill most of their column, not a table's short entries."""
    left = [(row[0].left, max(word.right for word in row if word.right <= x)) for row in rows if row[0].right <= x]
    right = [(min(word.left for word in row if word.left >= x), row[-1].right) for row in rows if row[-1].left >= x]
    return all(_fills_column(extents) for extents in (left, right))


def _fills_column(extents: list[tuple[float, float]]) -> bool:
    if len(extents) < _LEAST_ROWS - 1:
        return False
    width = max(end for _, end in extents) - min(start for start, _ in extents)
    return width >= _LEAST_WIDTH and median(end - start for start, end in extents) >= _FULL * width
