"""Tables of plain text whose borders are drawn: Markdown's pipes, grids of ``+---+`` and columns under rules of dashes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from goldthread.common.places import Place
from goldthread.common.text import BULLETS
from goldthread.intake.document import Cell, Span, Table
from goldthread.intake.readers.text_inline import plain, spans_of, stripped
from goldthread.intake.readers.text_source import SourceLine

_MOST_COLUMNS = 200
_LONGEST_BETWEEN = 5000  # characters of a row of dashes
_BETWEEN = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_RULES = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*|\s*-{10,}\s*")
_ENTRY = re.compile(rf"[{re.escape(BULLETS)}*–—-]\s|\(?(?:\d{{1,3}}|[a-z])[.)]\s", re.IGNORECASE)


def pipe_rows(lines: Sequence[SourceLine], at: int) -> int:
    """Where the pipe table that starts at a line ends; at itself when there is none."""
    if "|" not in lines[at].text or (len(pipe_fields(lines[at].text)) < 2 and not _is_closed(lines[at].text)):
        return at
    marked = at + 1 < len(lines) and not lines[at + 1].apart and _is_between(lines[at + 1].text)
    end = at
    while end < len(lines) and (end == at or not lines[end].apart) and _is_pipe_row(lines[end].text, marked):
        end += 1
    return end if end - at > 1 and not all(_is_between(line.text) for line in lines[at:end]) else at


def _is_between(text: str) -> bool:
    return "|" in text and "-" in text and len(text) <= _LONGEST_BETWEEN and bool(_BETWEEN.fullmatch(text))


def _is_closed(text: str) -> bool:
    bare = text.strip()
    return len(bare) > 2 and bare[0] == bare[-1] == "|"


def _is_pipe_row(text: str, marked: bool) -> bool:
    """Without the row of dashes only lines that open and close with a pipe are rows."""
    return bool(_PIPE.search(text)) and text.count("|") <= _MOST_COLUMNS and (marked or _is_closed(text))


def pipe_fields(text: str) -> list[str]:
    """The fields of a pipe row as they stand between the pipes, outer pipes taken off."""
    fields = _PIPE.split(text.strip())
    return fields[
        1 if not fields[0].strip() and len(fields) > 1 and text.strip()[:1] == "|" else 0 : -1 if text.strip()[-1:] == "|" else None
    ]


def pipe_table(lines: Sequence[SourceLine], number: int, *, markdown: bool) -> Table:
    """Pipe rows as a table, the row of dashes left out."""
    rows = [(line, pipe_fields(line.text)) for line in lines if not _is_between(line.text)]
    width = max(len(fields) for _, fields in rows)
    cells = [
        tuple(
            make_cell(quote.replace("\\|", "|"), line, (number, row, column), markdown=markdown)
            for column, quote in enumerate([*fields, *[""] * (width - len(fields))], start=1)
        )
        for row, (line, fields) in enumerate(rows, start=1)
    ]
    return Table(rows=tuple(cells), place=Place(page=lines[0].page, line=lines[0].number, table=number))


def make_cell(printed: str, line: SourceLine, at: tuple[int, int, int], *, markdown: bool) -> Cell:
    """A cell at (table, row, column) from its words as printed, their marks read."""
    spans: tuple[Span, ...] = () if line.plain else stripped(spans_of(printed, markdown=markdown))
    table, row, column = at
    place = Place(page=line.page, line=line.number, table=table, row=row, column=column, quote=printed.strip() or None)
    return Cell(text=printed.strip() if line.plain else plain(spans), place=place, spans=spans)


def grid_rows(lines: Sequence[SourceLine], at: int) -> int:
    """Where the grid that opens with a border at a line ends; at itself when there is none."""
    if not _BORDER.fullmatch(lines[at].text.strip()):
        return at
    end = at + 1
    while end < len(lines) and not lines[end].apart and lines[end].text.strip()[:1] in "+|" and lines[end].text.strip()[-1:] in "+|":
        end += 1
    closed = end - 1
    while closed > at and not _BORDER.fullmatch(lines[closed].text.strip()):
        closed -= 1
    return closed + 1 if closed > at + 1 else at


@dataclass(slots=True)
class _Area:
    """A cell while its lines are gathered. row, column: where it starts, from 1."""

    row: int
    column: int
    width: int
    line: SourceLine
    texts: list[str] = field(default_factory=list)


def grid_table(lines: Sequence[SourceLine], number: int, *, markdown: bool) -> Table:
    """A drawn grid as a table; cells that run over borders give covered cells."""
    shift = len(lines[0].text) - len(lines[0].text.lstrip())
    edges = sorted({m.start() for line in lines if _BORDER.fullmatch(line.text.strip()) for m in re.finditer(r"\+", line.text[shift:])})
    open_areas: dict[int, _Area] = {}
    owners: list[dict[int, _Area]] = []
    for line in lines:
        text = line.text[shift:].ljust(edges[-1] + 1)
        drawn = {column for column, (left, right) in enumerate(pairwise(edges)) if _is_drawn(text[left + 1 : right])}
        if drawn and text[0] in "+|":
            owners.append({})
            open_areas = {column: area for column, area in open_areas.items() if column not in drawn}
        _gather(text, line, edges, open_areas, owners, drawn)
    return _from_areas([row for row in owners if row], len(edges) - 1, lines[0], number, markdown=markdown)


def _is_drawn(stretch: str) -> bool:
    return bool(stretch) and set(stretch) <= set("-=:+") and len(set(stretch) & set("-=")) == 1


def _gather(
    text: str, line: SourceLine, edges: Sequence[int], areas: dict[int, _Area], owners: list[dict[int, _Area]], drawn: set[int]
) -> None:
    column = 0
    while column < len(edges) - 1:
        if column in drawn:
            column += 1
            continue
        end = column + 1
        while end < len(edges) - 1 and end not in drawn and text[edges[end]] not in "|+":
            end += 1
        area = areas.get(column)
        if area is None:
            area = _Area(len(owners), column + 1, edges[end] - edges[column] - 3, line)
        area.texts.append(text[edges[column] + 1 : edges[end]])
        for covered in range(column, end):
            areas[covered] = area
            owners[-1][covered] = area
        column = end


def _from_areas(owners: Sequence[dict[int, _Area]], columns: int, first: SourceLine, number: int, *, markdown: bool) -> Table:
    rows = []
    starts: dict[int, tuple[int, int]] = {}
    for row, held in enumerate(owners, start=1):
        cells = []
        for column in range(columns):
            area = held.get(column)
            place = Place(page=first.page, line=area.line.number if area else None, table=number, row=row, column=column + 1)
            if area is None:
                cells.append(Cell(text="", place=place))
            elif id(area) in starts:
                cells.append(Cell(text="", place=place, merged_from=starts[id(area)]))
            else:
                starts[id(area)] = (row, column + 1)
                cells.append(make_cell(unwrapped(area.texts, area.width), area.line, (number, row, column + 1), markdown=markdown))
        rows.append(tuple(cells))
    return Table(rows=tuple(rows), place=Place(page=first.page, line=first.number, table=number))


def unwrapped(texts: Sequence[str], width: int) -> str:
    """The lines of a cell joined into its paragraphs: a line that still had room for the next word ended on purpose."""
    joined, before = "", ""
    for text in (text.strip() for text in texts):
        word = text.split(" ", 1)[0]
        if joined and text:
            room = width - len(before) > len(word) and before != ""
            joined += "\n" if not before or room or _ENTRY.match(text) else " "
        joined += text
        before = text
    return joined


def ruled_rows(lines: Sequence[SourceLine], at: int) -> tuple[int, list[int]]:
    """Where a table under rules of dashes (one a column) ends, and where its columns start; the line itself when there is none.

    The heading stands above the rules; the table ends at a blank line or at the same rules printed again.
    """
    if at + 2 >= len(lines) or lines[at + 1].apart or lines[at + 2].apart:
        return at, []
    rules = [match.start() for match in re.finditer(r"-{2,}", lines[at + 1].text)]
    if len(rules) < 2 or not _RULES.fullmatch(lines[at + 1].text):
        return at, []
    end = at + 2
    while end < len(lines) and not lines[end].apart and "\t" not in lines[end].text and _keeps_clear(lines[end].text, rules):
        end += 1
    return (end, rules) if end > at + 2 and _keeps_clear(lines[at].text, rules) else (at, [])


def _keeps_clear(text: str, starts: Sequence[int]) -> bool:
    return all(text[start - 1 : start].strip() == "" for start in starts[1:])


def is_rule(text: str) -> bool:
    """Whether a line holds nothing but rules of dashes."""
    return bool(_RULES.fullmatch(text))
