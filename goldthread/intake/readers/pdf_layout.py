"""Which words of a page stand in tables and which are lines of text."""

import itertools
from bisect import bisect_right
from dataclasses import dataclass, replace

from goldthread.intake.readers.pdf_aligned import find_aligned, hints_of
from goldthread.intake.readers.pdf_columns import reading_order
from goldthread.intake.readers.pdf_furniture import Page, furniture, in_margin, is_running, running_words
from goldthread.intake.readers.pdf_geometry import Box, Sheet, Word
from goldthread.intake.readers.pdf_grid import SNAP, Grid, find_grids
from goldthread.intake.readers.pdf_headed import page_of, with_body
from goldthread.intake.readers.pdf_lines import Print, rows_of, set_line
from goldthread.intake.readers.pdf_open import is_drawn, split_open_rows, with_open_ends

_LARGEST_DOT = 8.0  # points across
_DOT_REACH = 24.0  # points from a drawn bullet to its text
_FOOT = 0.86  # of the page's height: where a running footer may begin
_LOW, _HIGH = 0.65, 0.35  # of the page's height: where a table that runs over the break ends and begins
_NEXT_TO = 8.0  # points between a table and a box that continues it


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on one page and the words in it. joined: it has the columns of the piece that it continues.

    whole: its rows were found below a head, past the lines that are drawn."""

    grid: Grid
    words: tuple[Word, ...]
    ruled: bool = True
    joined: bool = False
    whole: bool = False

    @property
    def text(self) -> str:
        """All its words in drawing order."""
        return " ".join(word.text for word in self.words)

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
    footers = _footers(sheets)
    drafts = _without_running(sheets, [_pieces(sheet, footer) for sheet, footer in zip(sheets, footers, strict=True)])
    _share_columns(sheets, drafts)
    return [_layout(sheet, pieces, footer) for sheet, pieces, footer in zip(sheets, drafts, footers, strict=True)]


def _footers(sheets: list[Sheet]) -> list[float]:
    """For each page where its running footer begins, which no table without lines may take in."""
    low = [[row for row in rows_of(_low_words(sheet)) if row] for sheet in sheets]
    prints = [[line for row in rows if (line := set_line(row))] for rows in low]
    found = furniture([Page(sheet.height, lines) for sheet, lines in zip(sheets, prints, strict=True)])
    return [
        min((prints[page][index].box.top for index in dropped), default=sheet.height)
        for page, (sheet, dropped) in enumerate(zip(sheets, found, strict=True))
    ]


def _low_words(sheet: Sheet) -> list[Word]:
    return [word for word in sheet.words if word.base > _FOOT * sheet.height]


def _pieces(sheet: Sheet, footer: float) -> list[Piece]:
    frame = Box(0, 0, sheet.width, sheet.height)
    grids = find_grids(sheet.level, sheet.upright, sheet.fills, frame)
    page = page_of([word for word in sheet.words if word.base < footer], sheet.level, sheet.fills, grids)
    pieces: list[Piece] = []
    for drawn in grids:
        whole = None if is_drawn(drawn, sheet.upright) else with_body(drawn, page)
        grid = whole or with_open_ends(drawn, sheet.words, sheet.level, sheet.upright)
        words = tuple(word for word in sheet.words if grid.box.holds(word.middle, 1))
        if words and not any(drawn.box.within(piece.grid.box, -SNAP) for piece in pieces if piece.whole):
            pieces.append(Piece(whole or split_open_rows(grid, words, sheet.upright), words, whole=whole is not None))
    return pieces


def _without_running(sheets: list[Sheet], drafts: list[list[Piece]]) -> list[list[Piece]]:
    """The pieces without ruled page headers and footers, all but the first of each, for the first may be the title."""
    margins = [
        [piece for piece in pieces if in_margin(piece.grid.box.top, piece.grid.box.bottom, sheet.height)]
        for sheet, pieces in zip(sheets, drafts, strict=True)
    ]
    running = running_words([[piece.text for piece in pieces] for pieces in margins])
    return [
        [piece for piece in pieces if page == 0 or piece not in margins[page] or not is_running(piece.text, running)]
        for page, pieces in enumerate(drafts)
    ]


def _share_columns(sheets: list[Sheet], drafts: list[list[Piece]]) -> None:
    """Give a piece the column borders of the piece that it continues, in place, forwards and then backwards."""
    places = [(page, index) for page, pieces in enumerate(drafts) for index in range(len(pieces))]
    pairs = list(itertools.pairwise(places))
    for (page, index), (next_page, next_index) in [*pairs, *reversed(pairs)]:
        first, second = drafts[page][index], drafts[next_page][next_index]
        between = second.grid.box.top - first.grid.box.bottom if page == next_page else None
        if between is None and not _meet_at_break(sheets[page], first.grid.box, sheets[next_page], second.grid.box):
            continue
        if between is not None and between > _NEXT_TO:
            continue
        drafts[page][index] = _joined_to(first, second.grid.xs)
        drafts[next_page][next_index] = _joined_to(second, first.grid.xs)


def _meet_at_break(sheet: Sheet, above: Box, next_sheet: Sheet, below: Box) -> bool:
    """Whether one table ends low on a page and the other begins high on the next."""
    is_next = next_sheet.number == sheet.number + 1
    return is_next and above.bottom > _LOW * sheet.height and below.top < _HIGH * next_sheet.height


def _joined_to(piece: Piece, xs: tuple[float, ...]) -> Piece:
    """The piece with the columns xs when its own columns are some of those and both are equally wide."""
    own = piece.grid.xs
    same_width = abs(own[0] - xs[0]) <= SNAP and abs(own[-1] - xs[-1]) <= SNAP
    if len(xs) <= len(own) or not same_width or not all(any(abs(x - known) <= SNAP for known in xs) for x in own):
        return piece
    return replace(piece, grid=refined(piece.grid, xs), joined=True)


def refined(grid: Grid, xs: tuple[float, ...]) -> Grid:
    """The grid with the column borders xs, which hold its own; the new ones run through merged cells."""
    old = [min(max(bisect_right(grid.xs, (start + end) / 2) - 1, 0), grid.columns - 1) for start, end in itertools.pairwise(xs)]
    first = {column: old.index(column) for column in sorted(set(old))}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(grid.rows):
        for column, before in enumerate(old):
            at_row, at_column = grid.owner[row, before]
            owner[row, column] = (at_row, first[at_column])
    return Grid(xs, grid.ys, owner)


def _layout(sheet: Sheet, pieces: list[Piece], footer: float) -> Layout:
    firm = [piece for piece in pieces if piece.grid.columns >= 2 and (piece.joined or piece.filled >= 2)]
    single = [piece for piece in firm if piece.grid.rows == 1 and not piece.joined and not _has_upright(sheet, piece.grid)]
    firm = [piece for piece in firm if piece not in single]
    taken = _ids(firm)
    rest = [word for word in sheet.words if id(word) not in taken]
    aligned = _aligned(sheet, [word for word in rest if word.base < footer], firm, single)
    taken |= _ids(aligned)
    tables = [*firm, *aligned, *(piece for piece in single if not _ids([piece]) & taken)]
    tables.sort(key=lambda piece: (piece.grid.ys[0], piece.grid.xs[0]))
    taken = _ids(tables)
    lines = reading_order([word for word in sheet.words if id(word) not in taken], [piece.grid.box for piece in tables])
    dots = [fill.box for fill in sheet.fills if max(fill.box.width, fill.box.height) <= _LARGEST_DOT]
    return Layout(sheet, tuple(tables), tuple(_dotted(line, dots) for line in lines))


def _dotted(line: Print, dots: list[Box]) -> Print:
    """The line as a list entry when its bullet is drawn rather than set, as browsers print them."""
    before = Box(line.box.left - _DOT_REACH, line.box.top, line.box.left, line.base)
    return line._replace(bullet=True) if any(dot.within(before) for dot in dots) else line


def _has_upright(sheet: Sheet, grid: Grid) -> bool:
    """Whether a line is drawn between columns; shading alone may be the head of a table whose other rows have no lines."""
    return any(
        abs(rule.at - x) <= SNAP and rule.start < grid.box.bottom - 1 and rule.end > grid.box.top + 1
        for rule in sheet.upright
        for x in grid.xs[1:-1]
    )


def _ids(pieces: list[Piece]) -> set[int]:
    return {id(word) for piece in pieces for word in piece.words}


def _aligned(sheet: Sheet, words: list[Word], firm: list[Piece], single: list[Piece]) -> list[Piece]:
    hints = hints_of(sheet.level, sheet.fills, [piece.grid for piece in single], [piece.grid.box for piece in firm])
    return [
        Piece(grid, tuple(word for word in words if grid.box.holds(word.middle, 1)), ruled=certain)
        for grid, certain in find_aligned(words, hints)
    ]
