"""Drawn lines joined to grids: which rows and columns a table has, and which of its cells are one."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from goldthread.intake.readers.pdf_geometry import Box, Fill, Rule, is_white

SNAP = 3.0
"""Points: lines closer than this are one line, drawn double or in pieces."""

_TOUCH = 2.5
_SHORTEST = 6.0
_COVERED = 0.5  # of a cell's side must be drawn for it to count as a border
_MOST_RULES = 3000

Slot = tuple[int, int]


class Grid(NamedTuple):
    """A table's lines. xs, ys: borders from left to right and from top to bottom, one more than columns and rows.

    owner: for each (row, column) from 0 the cell at the top left of the merged area that it belongs to.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: dict[Slot, Slot]

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many columns."""
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """The area of the whole grid."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def slot(self, point: tuple[float, float]) -> Slot:
        """The row and column, from 0, nearest to a point, merged areas left out of account."""
        x, y = point
        column = min(max(bisect_right(self.xs, x) - 1, 0), self.columns - 1)
        return min(max(bisect_right(self.ys, y) - 1, 0), self.rows - 1), column

    def areas(self) -> dict[Slot, Box]:
        """The box of every cell that is not covered by another, by its top left slot."""
        areas: dict[Slot, Box] = {}
        for (row, column), owner in self.owner.items():
            box = Box(self.xs[column], self.ys[row], self.xs[column + 1], self.ys[row + 1])
            known = areas.get(owner, box)
            areas[owner] = Box(*map(min, known[:2], box[:2]), *map(max, known[2:], box[2:]))
        return areas


def find_grids(level: list[Rule], upright: list[Rule], fills: list[Fill], page: Box) -> list[Grid]:
    """The grids on a page from top to bottom, whatever their number of columns.

    Edges of shading count as lines, unless the shading lies within a ruled cell (a highlighted word, a paragraph's shade).
    """
    ruled = _grids(joined(level), joined(upright))
    cells = [area for grid in ruled for area in grid.areas().values()]
    edges = [fill.box for fill in fills if _is_edged(fill, cells, page)]
    if edges:
        level = level + [Rule(at, box.left, box.right) for box in edges for at in (box.top, box.bottom)]
        upright = upright + [Rule(at, box.top, box.bottom) for box in edges for at in (box.left, box.right)]
        ruled = _grids(joined(level), joined(upright))
    ruled.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return [grid for grid in ruled if not any(_is_inside(grid, other) for other in ruled if other is not grid)]


def _is_edged(fill: Fill, cells: list[Box], page: Box) -> bool:
    box = fill.box
    if fill.round or is_white(fill.colour):
        return False
    if box.width < _SHORTEST or box.height < _SHORTEST or box.area > 0.8 * page.area:
        return False
    return not any(box.within(cell, -1) and not cell.within(box, -SNAP) for cell in cells)


def _is_inside(grid: Grid, other: Grid) -> bool:
    """Whether the grid lies within one cell of another table, where its words are the cell's words."""
    if other.columns < 2 or not grid.box.within(other.box, -1):
        return False
    return any(grid.box.within(area, -1) for area in other.areas().values())


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces on one line joined where they touch; leftovers shorter than any cell dropped."""
    joined: list[Rule] = []
    for group in _clusters(sorted(rules), 1.5):
        at = sum(rule.at for rule in group) / len(group)
        start = end = None
        for rule in sorted(group, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _TOUCH:
                if start is not None and end is not None:
                    joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            joined.append(Rule(at, start, end))
    return [rule for rule in joined if rule.end - rule.start >= _SHORTEST]


def _clusters(rules: list[Rule], apart: float) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and rule.at - groups[-1][-1].at <= apart:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _grids(level: list[Rule], upright: list[Rule]) -> list[Grid]:
    if len(level) + len(upright) > _MOST_RULES:
        return []
    return [grid for rows, columns in _components(level, upright) if (grid := _grid(rows, columns))]


def _components(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that touch one another, each group's level and upright ones."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [rule.at for rule in level]
    for number, rule in enumerate(upright, start=len(level)):
        for index in range(bisect_left(heights, rule.start - _TOUCH), bisect_right(heights, rule.end + _TOUCH)):
            if level[index].start - _TOUCH <= rule.at <= level[index].end + _TOUCH:
                parent[root(index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*level, *upright]):
        groups[root(index)][index >= len(level)].append(rule)
    return list(groups.values())


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    if len(level) + len(upright) < 3 or not level or not upright:
        return None
    xs = _borders(upright, [rule.start for rule in level], [rule.end for rule in level])
    ys = _borders(level, [rule.start for rule in upright], [rule.end for rule in upright])
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(xs, ys, owners_of(xs, ys, level, upright))


def _borders(rules: list[Rule], starts: list[float], ends: list[float]) -> tuple[float, ...]:
    """The places of the lines, and where the lines across begin and end when no line closes them."""
    places = [sum(rule.at for rule in group) / len(group) for group in _clusters(sorted(rules), SNAP)]
    if min(starts) < places[0] - SNAP:
        places.insert(0, min(starts))
    if max(ends) > places[-1] + SNAP:
        places.append(max(ends))
    return tuple(places)


def owners_of(xs: tuple[float, ...], ys: tuple[float, ...], level: list[Rule], upright: list[Rule]) -> dict[Slot, Slot]:
    """Cells without a line between them are one; the first of them, row by row, owns the others."""
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(slot: Slot) -> Slot:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    def unite(one: Slot, two: Slot) -> None:
        first, second = sorted((root(one), root(two)))
        owner[second] = first

    across, down = _by_place(xs, upright), _by_place(ys, level)
    for row, column in list(owner):
        if column and not _is_drawn(across[column], ys[row], ys[row + 1]):
            unite((row, column - 1), (row, column))
        if row and not _is_drawn(down[row], xs[column], xs[column + 1]):
            unite((row - 1, column), (row, column))
    return {slot: root(slot) for slot in owner}


def _by_place(places: tuple[float, ...], rules: list[Rule]) -> list[list[Rule]]:
    at: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        at[min(range(len(places)), key=lambda index: abs(places[index] - rule.at))].append(rule)
    return at


def _is_drawn(rules: list[Rule], start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return drawn >= _COVERED * (end - start)
