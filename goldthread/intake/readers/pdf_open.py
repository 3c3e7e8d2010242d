"""Rows that a table's lines leave open: the head or the shading shows the columns, other rows have no upright lines."""

from collections import defaultdict

from goldthread.intake.readers.pdf_geometry import Box, Rule, Word
from goldthread.intake.readers.pdf_grid import SNAP, Grid

_CLEAR = 1.0  # of the type size between entries of two columns
_TRUSTED = 0.35  # of the inner upright borders is drawn: then a missing one means a merged cell
_LEAST_ROW, _MOST_ROW = 6.0, 60.0  # points between a table and the line that closes an open row

Slot = tuple[int, int]


def split_open_rows(grid: Grid, words: tuple[Word, ...], upright: list[Rule]) -> Grid:
    """The grid with rows divided at column borders that words stand clear of, where few upright borders are drawn as lines.

    In a table drawn with its upright lines nothing changes: there a missing line is a merged cell. Elsewhere a heading
    across the table stays whole, because its words run over the borders or end before them.
    """
    if is_drawn(grid, upright):
        return grid
    inside: dict[Slot, list[Word]] = defaultdict(list)
    for word in words:
        inside[grid.slot(word.middle)].append(word)
    owner = _oblong(grid)
    for row, column in sorted(owner, reverse=True):
        start = owner[row, column]
        if start != (row, column) and start[0] == row and _stands_clear(grid, row, start[1], column, inside):
            for after in range(column, grid.columns):
                if owner[row, after] == start:
                    owner[row, after] = (row, column)
    return Grid(grid.xs, grid.ys, owner)


def with_open_ends(grid: Grid, words: list[Word], level: list[Rule], upright: list[Rule]) -> Grid:
    """The grid with the row above or below it that only a level line as long as the table closes."""
    if is_drawn(grid, upright):
        return grid
    box = grid.box
    lines = [rule.at for rule in level if abs(rule.start - box.left) <= SNAP and abs(rule.end - box.right) <= SNAP]
    above = max((at for at in lines if _LEAST_ROW < box.top - at < _MOST_ROW), default=None)
    below = min((at for at in lines if _LEAST_ROW < at - box.bottom < _MOST_ROW), default=None)
    if above is not None and _are_entries(grid, Box(box.left, above, box.right, box.top), words):
        grid = _with_row(grid, (above, *grid.ys), 0)
    if below is not None and _are_entries(grid, Box(box.left, box.bottom, box.right, below), words):
        grid = _with_row(grid, (*grid.ys, below), grid.rows)
    return grid


def is_drawn(grid: Grid, upright: list[Rule]) -> bool:
    """Whether the borders between columns are drawn with lines, or there is one column only."""
    return grid.columns < 2 or _drawn_share(grid, upright) >= _TRUSTED


def _are_entries(grid: Grid, band: Box, words: list[Word]) -> bool:
    inside = [word for word in words if band.holds(word.middle)]
    return bool(inside) and not any(word.left < x - 1 and word.right > x + 1 for x in grid.xs[1:-1] for word in inside)


def _with_row(grid: Grid, ys: tuple[float, ...], new: int) -> Grid:
    moved = int(new == 0)
    owner = {(row + moved, column): (first + moved, start) for (row, column), (first, start) in grid.owner.items()}
    return Grid(grid.xs, ys, owner | {(new, column): (new, 0) for column in range(grid.columns)})


def _drawn_share(grid: Grid, upright: list[Rule]) -> float:
    """How much of the inner upright borders is drawn with lines, 0–1."""
    drawn = sum(
        max(0.0, min(rule.end, grid.box.bottom) - max(rule.start, grid.box.top))
        for rule in upright
        if any(abs(rule.at - x) <= SNAP for x in grid.xs[1:-1])
    )
    return drawn / (grid.box.height * (grid.columns - 1))


def _oblong(grid: Grid) -> dict[Slot, Slot]:
    """Owners with every area that is not a rectangle taken apart into its rows: no cell has such a shape."""
    slots: dict[Slot, list[Slot]] = defaultdict(list)
    for slot, owner in grid.owner.items():
        slots[owner].append(slot)
    owners = dict(grid.owner)
    for area in slots.values():
        rows, columns = {row for row, _ in area}, {column for _, column in area}
        if len(area) == len(rows) * len(columns):
            continue
        for row, column in sorted(area):
            joined = (row, column - 1) in area
            owners[row, column] = owners[row, column - 1] if joined else (row, column)
    return owners


def _stands_clear(grid: Grid, row: int, first: int, column: int, inside: dict[Slot, list[Word]]) -> bool:
    """Whether the words from a column on begin at its border, clear of the words before them in the same area."""
    before = [word for earlier in range(first, column) for word in inside[row, earlier]]
    after = inside[row, column]
    if not before or not after:
        return False
    size = max(word.style.size for word in (*before, *after))
    gap = min(word.left for word in after) - max(word.right for word in before)
    return gap > _CLEAR * size and max(word.right for word in before) < grid.xs[column] + 1
