"""Which words of a page stand in tables and which are lines of text."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from goldthread.intake.readers.pdf_aligned import find_aligned
from goldthread.intake.readers.pdf_columns import reading_order
from goldthread.intake.readers.pdf_geometry import Box, Sheet, Word
from goldthread.intake.readers.pdf_grid import SNAP, Grid, find_grids
from goldthread.intake.readers.pdf_lines import Print

_NEXT_TO = 8.0  # points between a table and a box that continues it


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on one page and the words in it."""

    grid: Grid
    words: tuple[Word, ...]
    ruled: bool = True

    @property
    def filled(self) -> int:
        """How many cells hold words."""
        return len({self.grid.owner[self.grid.slot(word.middle)] for word in self.words})


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's tables and, in reading order, its lines outside them."""

    sheet: Sheet
    pieces: tuple[Piece, ...]
    lines: tuple[Print, ...]


def lay_out(sheets: list[Sheet]) -> list[Layout]:
    """Tables and lines of every page. Pieces of one table over several pages get the same columns."""
    drafts = [_pieces(sheet) for sheet in sheets]
    _share_columns(drafts)
    return [_layout(sheet, pieces) for sheet, pieces in zip(sheets, drafts, strict=True)]


def _pieces(sheet: Sheet) -> list[Piece]:
    frame = Box(0, 0, sheet.width, sheet.height)
    pieces = []
    for grid in find_grids(sheet.level, sheet.upright, sheet.fills, frame):
        words = tuple(word for word in sheet.words if grid.box.holds(word.middle, 1))
        if words:
            pieces.append(Piece(grid, words))
    return pieces


def _share_columns(drafts: list[list[Piece]]) -> None:
    """Give a piece the column borders of the piece that it continues, in place, forwards and then backwards."""
    places = [(page, index) for page, pieces in enumerate(drafts) for index in range(len(pieces))]
    for one, two in [*zip(places, places[1:], strict=False), *reversed(list(zip(places[1:], places, strict=False)))]:
        model, other = drafts[one[0]][one[1]], drafts[two[0]][two[1]]
        if _continues(one[0], model, two[0], other):
            drafts[two[0]][two[1]] = replace(other, grid=refined(other.grid, model.grid.xs))


def _continues(page: int, model: Piece, other_page: int, other: Piece) -> bool:
    if abs(page - other_page) > 1 or model.grid.columns <= other.grid.columns:
        return False
    if page == other_page:
        first, second = sorted((model.grid.box, other.grid.box), key=lambda box: box.top)
        if second.top - first.bottom > _NEXT_TO:
            return False
    return all(any(abs(x - known) <= SNAP for known in model.grid.xs) for x in other.grid.xs) and (
        abs(model.grid.xs[0] - other.grid.xs[0]) <= SNAP and abs(model.grid.xs[-1] - other.grid.xs[-1]) <= SNAP
    )


def refined(grid: Grid, xs: tuple[float, ...]) -> Grid:
    """The grid with the column borders xs, which hold its own; the new ones run through merged cells."""
    old = [min(max(bisect_right(grid.xs, (start + end) / 2) - 1, 0), grid.columns - 1) for start, end in zip(xs, xs[1:], strict=False)]
    first = {column: old.index(column) for column in sorted(set(old))}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(grid.rows):
        for column, before in enumerate(old):
            at_row, at_column = grid.owner[row, before]
            owner[row, column] = (at_row, first[at_column])
    return Grid(xs, grid.ys, owner)


def _layout(sheet: Sheet, pieces: list[Piece]) -> Layout:
    tables = [piece for piece in pieces if piece.grid.columns >= 2 and piece.filled >= 2]
    taken = {id(word) for piece in tables for word in piece.words}
    rest = [word for word in sheet.words if id(word) not in taken]
    aligned = [Piece(grid, tuple(word for word in rest if grid.box.holds(word.middle, 1)), ruled=False) for grid in find_aligned(sheet, rest)]
    taken |= {id(word) for piece in aligned for word in piece.words}
    tables = sorted([*tables, *aligned], key=lambda piece: (piece.grid.ys[0], piece.grid.xs[0]))
    lines = reading_order([word for word in rest if id(word) not in taken], [piece.grid.box for piece in tables])
    return Layout(sheet, tuple(tables), tuple(lines))
