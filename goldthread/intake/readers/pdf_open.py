"""Rows that a table's lines leave open: the head shows the columns, the rows below have no upright lines."""

from goldthread.intake.readers.pdf_geometry import Word
from goldthread.intake.readers.pdf_grid import Grid

_CLEAR = 1.2

Slot = tuple[int, int]


def split_open_rows(grid: Grid, words: tuple[Word, ...]) -> Grid:
    """The grid with merged rows divided at column borders that no word crosses and that have words on both sides.

    Only rows are divided whose every inner border is missing; a heading across the table stays whole because its words run
    over the borders or end before them.
    """
    if grid.columns < 2:
        return grid
    owner = dict(grid.owner)
    for row in range(grid.rows):
        if any(grid.owner[row, column] != (row, 0) for column in range(grid.columns)):
            continue
        inside = [word for word in words if grid.slot(word.middle)[0] == row]
        _divide(owner, grid, row, _open_borders(grid, inside))
    return Grid(grid.xs, grid.ys, owner)


def _divide(owner: dict[Slot, Slot], grid: Grid, row: int, borders: set[int]) -> None:
    start = 0
    for column in range(grid.columns):
        if column in borders:
            start = column
        owner[row, column] = (row, start)


def _open_borders(grid: Grid, words: list[Word]) -> set[int]:
    """Columns that begin at a border with white on it and words on both sides; all of them, once there are two or more cells."""
    clear = {column for column in range(1, grid.columns) if not _is_crossed(grid.xs[column], words)}
    filled = {grid.slot(word.middle)[1] for word in words}
    if len(filled) < 2 or len(clear) < grid.columns - 1:
        return set()
    starts = [min(word.left for word in words if grid.slot(word.middle)[1] == column) for column in sorted(filled)[1:]]
    before = [max(word.right for word in words if grid.slot(word.middle)[1] < column) for column in sorted(filled)[1:]]
    size = max(word.style.size for word in words)
    return clear if all(start - end > _CLEAR * size for start, end in zip(starts, before, strict=True)) else set()


def _is_crossed(x: float, words: list[Word]) -> bool:
    return any(word.left < x - 1 and word.right > x + 1 for word in words)
