"""A grid and the words in it as a table: text, emphasis and shading of each cell."""

from collections import defaultdict
from itertools import groupby

from goldthread.common.places import Place
from goldthread.intake.document import Cell, Span, Table
from goldthread.intake.readers.hyphens import goes_on_after_hyphen
from goldthread.intake.readers.pdf_geometry import Box, Fill, Word, is_white
from goldthread.intake.readers.pdf_grid import Grid
from goldthread.intake.readers.pdf_lines import rows_of, set_line, space_before

_SHADED = 0.08  # of a cell's area: less is a highlighted word
_MARK_SHADED = 0.004  # of the area, when a round mark (a traffic light) stands in the cell

Slot = tuple[int, int]


def make_table(grid: Grid, words: list[Word], fills: list[Fill], page: int, number: int, *, ruled: bool = True) -> Table:
    """The table with its number in the document; words are those inside the grid, fills in painting order."""
    areas = grid.areas()
    inside: dict[Slot, list[Word]] = defaultdict(list)
    for word in words:
        inside[grid.owner[grid.slot(word.middle)]].append(word)
    near = [fill for fill in fills if fill.box.overlap(grid.box).area > 0 and fill.box.overlap(grid.box).width > 0]
    place = Place(page=page, table=number)

    def cell(slot: Slot) -> Cell:
        at = Place(page=page, table=number, row=slot[0] + 1, column=slot[1] + 1)
        owner = grid.owner[slot]
        fill = _shade(areas[owner], near)
        if owner != slot:
            return Cell(text="", place=at, fill=fill, merged_from=(owner[0] + 1, owner[1] + 1))
        spans = cell_spans(inside[slot])
        text = "".join(span.text for span in spans)
        return Cell(text=text, place=at.saying(text) if text else at, fill=fill, spans=spans)

    rows = tuple(tuple(cell((row, column)) for column in range(grid.columns)) for row in range(grid.rows))
    return Table(rows=rows, place=place, ruled=ruled)


def cell_spans(words: list[Word]) -> tuple[Span, ...]:
    """The words line by line with their emphasis; the texts joined are the cell's text."""
    pieces: list[tuple[str, bool, bool]] = []
    for line in filter(None, map(set_line, rows_of(words))):
        for index, word in enumerate(line.words):
            lead = space_before(line.words[index - 1], word) if index else _line_break(pieces, word.text)
            if lead and pieces and pieces[-1][1:] != (word.style.bold, word.underline):
                pieces.append((lead.replace("  ", " "), False, False))
                lead = ""
            pieces.append((lead.replace("  ", " ") + word.text, word.style.bold, word.underline))
    return tuple(
        Span(text="".join(piece[0] for piece in group), bold=bold, underline=underline)
        for (bold, underline), group in groupby(pieces, key=lambda piece: piece[1:])
    )


def _line_break(pieces: list[tuple[str, bool, bool]], text: str) -> str:
    """What parts a line from the one above: nothing in a name that print parts at its hyphen, such as Sub-Group."""
    return "" if not pieces or goes_on_after_hyphen(pieces[-1][0], text) else "\n"


def _shade(area: Box, fills: list[Fill]) -> str | None:
    """The colour seen behind the cell's text, or None for white."""
    seen: dict[str, float] = defaultdict(float)
    least: dict[str, float] = {}
    for fill in fills:
        left, top, right, bottom = fill.box
        if right - area.left <= 1 or area.right - left <= 1 or bottom - area.top <= 1 or area.bottom - top <= 1:
            continue
        part = fill.box.overlap(area)
        share = part.area / area.area
        if share >= 0.9 and not fill.round:  # painted over everything beneath
            seen.clear()
        seen[fill.colour] += share
        is_mark = fill.round and fill.box.within(area, -1)
        least[fill.colour] = min(least.get(fill.colour, 1), _MARK_SHADED if is_mark else _SHADED)
    shades = {colour: share for colour, share in seen.items() if share >= least[colour] and not is_white(colour)}
    return max(shades, key=shades.__getitem__) if shades else None
