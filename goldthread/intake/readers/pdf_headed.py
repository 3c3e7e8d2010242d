"""Tables whose columns only a shaded or ruled head shows: the rows below have level lines between them, or none at all."""

from bisect import bisect_left
from statistics import median
from typing import NamedTuple

from goldthread.intake.readers.pdf_geometry import Box, Fill, Rule, Word, is_white
from goldthread.intake.readers.pdf_grid import SNAP, Grid, joined
from goldthread.intake.readers.pdf_lines import rows_of
from goldthread.intake.readers.pdf_records import Row, crosses, entries_of
from goldthread.intake.readers.pdf_rows import (
    between_lines,
    holds_several,
    is_across,
    is_larger,
    joined_below,
    rows_between,
    without_end,
    without_lines,
)

_ROW_RULE = 0.5  # of the width: a level line as long parts rows; shorter ones are shading of single cells
_CLOSED = 0.7  # of the body's inner upright borders drawn: its cells are known without looking further
_FAR = 3.0  # of the type size between lines: a table without lines ends
_NEAR = 40.0  # points above a grid in which a line may belong to it
_LARGER = 0.6  # points above the table's own type size: a heading after the table


_NOTHING = Grid((), (0.0,), {})


class Page(NamedTuple):
    """What stands on a page. level: lines across. fills: its shading, white left out. grids: every grid found on it."""

    words: list[Word]
    level: list[Rule]
    fills: list[Fill]
    grids: list[Grid]


def page_of(words: list[Word], level: list[Rule], fills: list[Fill], grids: list[Grid]) -> Page:
    """The page with its words in order."""
    shaded = [fill for fill in fills if not fill.round and not is_white(fill.colour)]
    return Page(sorted(words, key=lambda word: (word.base, word.left)), joined(level), shaded, grids)


def with_body(grid: Grid, page: Page) -> Grid | None:
    """The grid of the head with all rows that stand below it, or the head alone when its rows are not certain.

    None when the grid has no such head or nothing stands below it.
    """
    head = _head_of(grid, page)
    if head is None or _is_closed(grid, head):
        return None
    xs, top = grid.xs, grid.ys[head + 1]
    below = _below(page, Box(xs[0], top, xs[-1], top), xs)
    if not below:
        return None
    size = median(word.style.size for row in below[:3] for word in row)
    body = _body(xs, below, page, grid._replace(ys=grid.ys[: head + 2]), size)
    return joined_below(grid, head, body or _NOTHING)


def _body(xs: tuple[float, ...], below: list[Row], page: Page, head: Grid, size: float) -> Grid | None:
    edges = _edges(page, below, xs)
    tops = [other.box.top for other in page.grids if other.columns > 1]
    ys = rows_between(_row_rules(edges, head.box, head.ys[-1]), below, head.ys[-1], tops)
    rest = [row for row in below if row[0].base > ys[-1]]
    if len(ys) < 2 or not any(abs(rule.at - ys[-1]) <= SNAP for rule in page.level):
        after = _unruled_lines(rest, head._replace(ys=(*head.ys[:-1], ys[-1])), size)
    else:
        after = []  # a line closes the table
    inside = [row for row in below if row[0].base <= ys[-1]]
    if len(ys) < 3 or holds_several(xs, ys, inside):
        return without_lines(xs, [*inside, *after], page.fills)
    body = between_lines(xs, ys, inside, edges)
    if not (after := without_end(xs, after, page.fills)):
        return body
    end = without_lines(xs, after, page.fills)
    return joined_below(body, body.rows - 1, end) if end else None


def _edges(page: Page, below: list[Row], xs: tuple[float, ...]) -> list[Rule]:
    """Lines across and edges of shading, but not of bands that only part groups of rows."""
    bands = [row[0].middle for row in below if is_across(xs, row)]
    boxes = [fill.box for fill in page.fills if fill.box.width <= xs[-1] - xs[0] + 2 * SNAP]
    cells = [box for box in boxes if not any(box.holds(middle) for middle in bands)]
    return joined([*page.level, *(Rule(at, box.left, box.right) for box in cells for at in (box.top, box.bottom))])


def _head_of(grid: Grid, page: Page) -> int | None:
    """The row that has a cell of its own, with words, in most columns, below rows that are its own titles."""
    for row in range(min(grid.rows, 3)):
        owners = [grid.owner[row, column] for column in range(grid.columns)]
        if len(set(owners)) == grid.columns >= 2:
            band = Box(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[row + 1])
            filled = {grid.owner[grid.slot(word.middle)] for word in _inside(page.words, band)}
            return row if len(filled & set(owners)) > grid.columns / 2 and not _is_headed(grid, page) else None
    return None


def _is_headed(grid: Grid, page: Page) -> bool:
    """Whether entries in its columns stand right above a grid, which then only begins with a shaded row of a table's body."""
    box = grid.box
    first = _first_base(_inside(page.words, box))
    above = [
        word for word in _inside(page.words, box._replace(top=box.top - _NEAR, bottom=box.top)) if first - word.base < 2.5 * word.style.size
    ]
    lines = rows_of(above)
    entries = entries_of(lines[-1]) if lines else []
    if len(entries) == 1:
        own = min(_inside(page.words, box), key=lambda word: (word.base, word.left), default=entries[0][0]).style
        alike = abs(own.size - entries[0][0].style.size) <= _LARGER and own.bold == entries[0][0].style.bold
    return bool(entries) and (len(entries) > 1 or alike) and not any(crosses(entry, x) for entry in entries for x in grid.xs[1:-1])


def _first_base(words: list[Word]) -> float:
    return min((word.base for word in words), default=-1e9)


def _inside(words: list[Word], box: Box) -> list[Word]:
    from_, to = (bisect_left(words, at, key=lambda word: word.base) for at in (box.top, box.bottom + 30))
    return [word for word in words[from_:to] if box.holds(word.middle)]


def _is_closed(grid: Grid, head: int) -> bool:
    body = [(row, column) for row in range(head + 1, grid.rows) for column in range(1, grid.columns)]
    parted = sum(grid.owner[row, column] != grid.owner[row, column - 1] for row, column in body)
    return bool(body) and parted >= _CLOSED * len(body)


def _below(page: Page, box: Box, xs: tuple[float, ...]) -> list[Row]:
    """The lines of print under a head and between its sides, down to another table or to words that stick out of it."""
    end = min((other.box.top for other in page.grids if other.box.top > box.top + 1 and _is_table(other, page, xs)), default=1e9)
    first = bisect_left(page.words, box.top, key=lambda word: word.base)
    kept: list[Word] = []
    for word in page.words[first:]:
        if word.base - word.style.size * 0.3 > end:
            break
        if word.right < box.left or word.left > box.right:
            continue
        if word.left < box.left - 2 or word.right > box.right + 2:
            return rows_of([other for other in kept if other.base < word.base - word.style.size * 0.4])
        kept.append(word)
    return rows_of(kept)


def _is_table(other: Grid, page: Page, xs: tuple[float, ...]) -> bool:
    """Whether a grid further down is a table of its own, no shaded row or column of the one with the borders xs."""
    if other.columns < 2 or other.xs[-1] <= xs[0] or other.xs[0] >= xs[-1]:
        return False
    if not all(any(abs(x - own) <= SNAP for own in xs) for x in other.xs):
        return True
    head = _head_of(other, page)
    return head is not None and all(word.style.bold for word in _inside(page.words, other.box._replace(bottom=other.ys[head + 1])))


def _row_rules(edges: list[Rule], box: Box, top: float) -> list[float]:
    """The heights of level lines that run over most of the table and not beyond it."""
    found: dict[float, float] = {}
    for rule in sorted(edges):
        if rule.at > top + 1 and rule.start > box.left - 2 * SNAP and rule.end < box.right + 2 * SNAP:
            at = next((at for at in found if abs(at - rule.at) <= SNAP), rule.at)
            found[at] = found.get(at, 0.0) + rule.end - rule.start
    return [at for at, length in found.items() if length >= _ROW_RULE * box.width]


def _unruled_lines(below: list[Row], grid: Grid, size: float) -> list[Row]:
    """The lines that may be a table's own when no line closes it."""
    kept: list[Row] = []
    base = grid.ys[-1]
    for row in below:
        if kept:
            base = kept[-1][0].base
        if row[0].base - base > _FAR * size or is_larger(row, size):
            break
        if any(crosses(entry, x) for entry in entries_of(row) for x in grid.xs[1:-1]) and not is_across(grid.xs, row):
            break
        kept.append(row)
    return kept
