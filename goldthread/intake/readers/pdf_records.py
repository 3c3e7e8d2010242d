"""The rows of a table whose columns are known and whose rows no lines part: the white between them tells.

The lines of one cell stand one line pitch apart; rows stand clearly further apart. Where the white does not tell, a
column of numbers or references does: each begins a row. Where neither tells, there are no rows for certain.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from goldthread.intake.readers.pdf_geometry import Word
from goldthread.intake.readers.pdf_grid import Slot
from goldthread.intake.readers.pdf_lines import rows_of

Row = list[Word]
Goes = Callable[[Row, Row], bool]
"""Whether the second line of a column goes on in the cell of the first."""

SPLIT = 0.85
"""Of the type size: white wider than this parts the entries of a line."""

LABEL = re.compile(r"\(?(?:[A-Z]{1,4}[-–./ ]?)?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?[.):]?|\(?[a-z][.)]", re.IGNORECASE)
"""A number or reference of a row, such as 1, 2.3, 4a or P1-02."""

SINGLE = 1.35
"""Of the type size: lines set without extra space, as in one cell."""

_SAME = 1.06  # of the line pitch: lines of one cell
_APART = 1.1  # of the line pitch: rows, at the least
_TOGETHER = 1.5  # points between the first lines of a row's cells
_ON_LINE = 0.5  # points
_REACH = 24.0  # points from the edge of a cell's shading to its first line, at the most
_MOST_LATE = 0.25  # of the rows have a paragraph of a cell that begins apart


class Stretch(NamedTuple):
    """Lines of one column that stand a line pitch apart: a cell, or a paragraph of it."""

    column: int
    lines: tuple[tuple[Word, ...], ...]

    @property
    def first(self) -> float:
        """The baseline of the first line."""
        return self.lines[0][0].base

    @property
    def last(self) -> float:
        """The baseline of the last line."""
        return self.lines[-1][0].base


class Records(NamedTuple):
    """Rows found. tops: the upper edge of each. covered: for each (row, column) that a cell above runs over, that cell."""

    tops: tuple[float, ...]
    covered: dict[Slot, Slot]


def entries_of(row: Row) -> list[Row]:
    """A line's words parted where the white is wider than between words."""
    entries = [[row[0]]]
    for before, word in itertools.pairwise(row):
        if word.left - before.right > SPLIT * max(word.style.size, before.style.size):
            entries.append([])
        entries[-1].append(word)
    return entries


def crosses(entry: Sequence[Word], x: float) -> bool:
    """Whether an entry runs over the border at x: with whole words, or by more than a letter that sticks out."""
    if entry[0].left > x - 3:
        return False
    return entry[-1].right > x + entry[0].style.size or (len(entry) > 1 and entry[-1].left > x - 1)


def pitch_of(xs: Sequence[float], parts: Iterable[Sequence[Row]]) -> float | None:
    """The most that lines of one cell stand apart, in type sizes: where the distances in a table's columns are of two kinds."""
    ratios = sorted(_ratio(*pair) for lines in parts for column in _columns(xs, lines) for pair in itertools.pairwise(column))
    wide = next((ratio for ratio in ratios if ratio > ratios[0] * _SAME), None)
    return ratios[0] * _SAME if wide and wide > ratios[0] * _APART else None


def records(xs: Sequence[float], lines: Sequence[Row], pitch: float | None, edges: Sequence[float] = ()) -> Records | None:
    """The rows that lines of print make between the column borders xs, None when they are not certain.

    pitch: see pitch_of. edges: the upper and lower edges of cells' shading.
    """
    columns = _columns(xs, lines)
    filled = [column for column in columns if column]
    labelled = {number for number, column in enumerate(columns) if _are_labels(column)}
    widest = max((_ratio(*pair) for column in filled for pair in itertools.pairwise(column)), default=0.0)
    if not labelled and widest <= (pitch or SINGLE) and (widest == 0 or _narrows(filled)) and (one := _one(columns)):
        return one
    found = _by_white(columns, pitch, labelled) if pitch else _all_filled(columns)
    if not pitch and not found and 0 < widest <= SINGLE:  # all lines of one column are one cell's
        found = _by_white(columns, widest * _SAME, labelled)
        found = None if found and found.covered else found
    bases = [line[0].base for column in filled for line in column]
    begun = [line[0].base for column in labelled for line in columns[column]]
    begun += [base for at in edges if (base := min((base for base in bases if base > at), default=None)) is not None and base - at < _REACH]
    return found or _by_marks(columns, _merged(begun))


def label_bases(xs: Sequence[float], lines: Sequence[Row]) -> list[list[float]]:
    """Where the numbers or references stand, for each column that holds nothing else."""
    return [[line[0].base for line in column] for column in _columns(xs, lines) if _are_labels(column)]


def _columns(xs: Sequence[float], lines: Iterable[Row]) -> list[list[Row]]:
    """Each column's words line by line."""
    columns: list[list[Word]] = [[] for _ in xs[1:]]
    for word in itertools.chain.from_iterable(lines):
        middle = word.middle[0]
        columns[min(max(sum(x <= middle for x in xs) - 1, 0), len(columns) - 1)].append(word)
    return [rows_of(column) for column in columns]


def _ratio(line: Row, below: Row) -> float:
    return (below[0].base - line[0].base) / max(line[0].style.size, below[0].style.size)


def _are_labels(lines: list[Row]) -> bool:
    return len(lines) > 1 and all(_is_label(line) for line in lines)


def _is_label(line: Row) -> bool:
    return bool(LABEL.fullmatch(" ".join(word.text for word in line)))


def _one(columns: list[list[Row]]) -> Records | None:
    """All lines as one row, whose cells begin on one line."""
    first = min(lines[0][0].base for lines in columns if lines)
    if any(lines and abs(lines[0][0].base - first) > _TOGETHER for lines in columns):
        return None
    return Records(_tops([first], columns), {})


def _tops(starts: list[float], columns: list[list[Row]]) -> tuple[float, ...]:
    """The upper edges of the lines that start at baselines."""
    sizes = [0.0] * len(starts)
    for line in itertools.chain.from_iterable(columns):
        if _is_near(line[0].base, starts):
            row = _at(line[0].base, starts)
            sizes[row] = max(sizes[row], *(word.style.size for word in line))
    return tuple(start - size for start, size in zip(starts, sizes, strict=True))


def _narrows(columns: list[list[Row]]) -> bool:
    """Whether fewer columns go on than begin, as in one row whose longest cells wrap; equal rows would fill as many."""
    return sum(len(lines) > 1 for lines in columns) < len(columns)


def _by_white(columns: list[list[Row]], most: float, labelled: set[int]) -> Records | None:
    """Rows that begin where more white stands above than between the lines of a cell; most: such a line's ratio."""
    stretches = _stretches(columns, lambda line, below: _ratio(line, below) <= most)
    starts = _shared_starts(stretches, labelled)
    if len(starts) < 2 or any(column in labelled and len(lines) > 1 for column, lines in stretches):
        return None
    if not _tell_rows(stretches, starts) or _are_one_grid(stretches, starts):
        return None
    return _records(columns, stretches, starts)


def _are_one_grid(stretches: list[Stretch], starts: list[float]) -> bool:
    """Whether a cell that would go on past a row's start has a line right on it: then rows stand no further apart than lines."""
    return any(_is_near(line[0].base, starts, _ON_LINE) for stretch in stretches for line in stretch.lines[1:])


def _all_filled(columns: list[list[Row]]) -> Records | None:
    """A row for each line where every line has an entry in every column: wrapped cells would not all end together."""
    starts = [line[0].base for line in columns[0]]
    alike = all(len(lines) == len(starts) for lines in columns)
    if not alike or any(abs(line[0].base - base) > _TOGETHER for lines in columns for line, base in zip(lines, starts, strict=True)):
        return None
    return Records(_tops(starts, columns), {})


def _by_marks(columns: list[list[Row]], starts: list[float]) -> Records | None:
    """Rows that begin at a number or reference or where shading begins, at which all their cells begin."""
    first = min(lines[0][0].base for lines in columns if lines)
    if len(starts) < 2 or abs(starts[0] - first) > _TOGETHER:
        return None
    stretches = _stretches(columns, lambda _, below: not _is_near(below[0].base, starts))
    if not all(_is_near(stretch.first, starts) for stretch in stretches):
        return None
    return None if any(_runs_over(lines, starts) for lines in columns) else _records(columns, stretches, starts)


def _runs_over(lines: list[Row], starts: list[float]) -> bool:
    """Whether a sentence seems to run on past a row's start: a full line above, a small letter there."""
    edge = max((line[-1].right for line in lines), default=0.0)
    return any(
        below[0].text[0].islower() and line[-1].right + below[0].right - below[0].left + below[0].style.size * 0.3 > edge
        for line, below in itertools.pairwise(lines)
        if _is_near(below[0].base, starts)
    )


def _stretches(columns: list[list[Row]], goes_on: Goes) -> list[Stretch]:
    found = []
    for column, lines in enumerate(columns):
        group: list[Row] = []
        for line in lines:
            if group and not goes_on(group[-1], line):
                found.append(Stretch(column, tuple(map(tuple, group))))
                group = []
            group.append(line)
        if group:
            found.append(Stretch(column, tuple(map(tuple, group))))
    return found


def _merged(bases: Iterable[float]) -> list[float]:
    """Baselines that are one line's, the first of each."""
    kept: list[float] = []
    for base in sorted(bases):
        if not kept or base - kept[-1] > _TOGETHER:
            kept.append(base)
    return kept


def _shared_starts(stretches: list[Stretch], labelled: set[int]) -> list[float]:
    """Baselines on which the cells of two columns begin, or a number; the first may go on from the page before."""
    bases = _merged(stretch.first for stretch in stretches)
    columns: dict[int, set[int]] = defaultdict(set)
    for stretch in stretches:
        columns[bisect_right(bases, stretch.first) - 1].add(stretch.column)
    return [base for at, base in enumerate(bases) if not at or len(columns[at]) > 1 or columns[at] & labelled]


def _tell_rows(stretches: list[Stretch], starts: list[float]) -> bool:
    """Whether the rows are more than a guess: cells begin with their row, and fewer columns go on than begin."""
    rows = [_at(stretch.first, starts) for stretch in stretches]
    on_time = [_is_near(stretch.first, starts) for stretch in stretches]
    above = {(stretch.column, row) for stretch, row, fits in zip(stretches, rows, on_time, strict=True) if fits}
    late = [(stretch.column, row) for stretch, row, fits in zip(stretches, rows, on_time, strict=True) if not fits]
    if len(late) > _MOST_LATE * len(starts) or not above.issuperset(late):
        return False
    begun = Counter(rows)
    going = Counter(row for stretch, row in zip(stretches, rows, strict=True) if len(stretch.lines) > 1)
    return sum(go < begun[row] for row, go in going.items()) >= len(going) / 2


def _at(base: float, starts: list[float]) -> int:
    """The row that a baseline stands in."""
    return max(bisect_right(starts, base + _TOGETHER) - 1, 0)


def _is_near(base: float, starts: list[float], margin: float = _TOGETHER) -> bool:
    """Whether a row starts at a baseline."""
    at = bisect_left(starts, base - margin)
    return at < len(starts) and starts[at] <= base + margin


def _records(columns: list[list[Row]], stretches: list[Stretch], starts: list[float]) -> Records:
    covered: dict[Slot, Slot] = {}
    for stretch in stretches:
        row, end = _at(stretch.first, starts), _at(stretch.last + _TOGETHER, starts)
        for over in range(row + 1, end + 1):
            covered[over, stretch.column] = (row, stretch.column)
    return Records(_tops(starts, columns), covered)
