"""Tables of plain text whose cell borders are gone: rows of tab-parted fields, and columns that spaces line up."""

import re
from collections.abc import Iterable, Sequence

from goldthread.common.places import Place
from goldthread.common.text import BULLETS
from goldthread.intake.document import Cell, Table
from goldthread.intake.readers.text_source import SourceLine

MOST_FIELDS = 200  # a line with more is no row of a plan
_WRAPPED = 60  # characters: the rest of a first cell is no longer
_LIST_MARK = re.compile(rf"[{re.escape(BULLETS)}*–—-]|\(?\d{{1,3}}(?:\.\d{{1,3}})*[.)]?|\(?(?:[a-z]|[ivx]{{1,5}})[.)]", re.IGNORECASE)
_GAP = re.compile(r" {2,}")
_SHORT_ENTRY, _LONG_ENTRY = 30, 90  # characters
_SHORT = 40  # characters of a column heading


def is_row(line: SourceLine, width: int = 0) -> bool:
    """Whether a line is parted by tabs, not merely set in by them. width: fields of the table before, which may go on here."""
    fields = line.text.count("\t") + 1
    return fields <= MOST_FIELDS and ("\t" in line.text.lstrip() or 3 < fields <= width)


def tab_rows(lines: Sequence[SourceLine], at: int, width: int = 0) -> int:
    """Where the run of tab-parted rows that starts at a line ends; at itself when it is no table. width: see ``is_row``."""
    end = at
    while end < len(lines) and (end == at or not lines[end].apart) and (is_row(lines[end], width) or _is_inside(lines, at, end)):
        end += 1
    if end == at or all(_is_entry(line.text, width) for line in lines[at:end]):
        return at
    return end


def _is_inside(lines: Sequence[SourceLine], first: int, at: int) -> bool:
    """A line between two rows that is the rest of the first cell above, or a line of empty cells: set in by tabs only."""
    text = lines[at].text
    if "\t" in text:
        return at > first and text.count("\t") < MOST_FIELDS
    follows = at + 1 < len(lines) and not lines[at + 1].apart and is_row(lines[at + 1])
    return at > first and follows and is_row(lines[at - 1]) and len(text.strip()) <= _WRAPPED and not re.match(r"#|[-*] ", text.lstrip())


def _is_entry(text: str, width: int) -> bool:
    """A list entry whose mark is set off by a tab, or a paragraph set in or ended by one: no row of a table."""
    fields = [field.strip() for field in text.split("\t")]
    filled = [field for field in fields if field]
    if len(filled) == 2 and fields[-1]:
        return bool(_LIST_MARK.fullmatch(filled[0])) and not re.fullmatch(r"\d+", filled[0])
    return len(filled) < 2 and not 3 < len(fields) <= width and (len(fields) == 2 or (not fields[0] and bool(fields[-1])))


def tab_table(lines: Sequence[SourceLine], number: int) -> Table:
    """Rows of fields as a table; each quote is the field as it stands between its tabs."""
    return unruled(((line, line.text.split("\t")) for line in lines), lines[0], number)


def unruled(rows: Iterable[tuple[SourceLine, Sequence[str]]], first: SourceLine, number: int) -> Table:
    """Rows of fields as a table without certain borders, every row filled up to the longest."""
    drawn = list(rows)
    width = max(len(fields) for _, fields in drawn)
    cells = tuple(_row(line, (*fields, *[""] * (width - len(fields))), number, row) for row, (line, fields) in enumerate(drawn, start=1))
    return Table(rows=cells, place=Place(page=first.page, line=first.number, table=number), ruled=False)


def _row(line: SourceLine, fields: Sequence[str], table: int, row: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            text=field.strip(),
            place=Place(page=line.page, line=line.number, table=table, row=row, column=column, quote=field or None),
        )
        for column, field in enumerate(fields, start=1)
    )


def aligned_rows(lines: Sequence[SourceLine], at: int) -> tuple[int, list[int]]:
    """Where the columns under the heading row at a line end, and where each column starts; the line itself when there are none.

    A heading row has short words parted by two or more spaces. Lines belong to it as long as their words keep clear of
    the gaps between its columns.
    """
    head = lines[at].text.rstrip()
    fields = _GAP.split(head.strip())
    if len(fields) < 2 or any(len(field) > _SHORT or not re.match(r"[A-Z(£%№#]", field) for field in fields) or "\t" in head:
        return at, []
    gaps = [range(*gap.span()) for gap in _GAP.finditer(head) if head[: gap.start()].strip()]
    end = at + 1
    while end < len(lines) and not lines[end].turned and not _is_far(lines, end):
        narrowed = _narrowed(gaps, lines[end].text)
        if narrowed is None:
            break
        gaps, end = narrowed, end + 1
    starts = [0, *(gap.stop for gap in gaps)]
    return (end, starts) if _is_certain(lines[at:end], starts) else (at, [])


def _is_far(lines: Sequence[SourceLine], at: int) -> bool:
    """After a blank line only a line that fills two columns still belongs to the table."""
    return lines[at].gap and not _GAP.search(lines[at].text.strip())


def _narrowed(gaps: Sequence[range], text: str) -> list[range] | None:
    """The gaps left between columns once a line is printed over them; None when one of them closes."""
    kept = []
    for gap in gaps:
        open_runs = [match.span() for match in re.finditer(r" +", text[gap.start : gap.stop].ljust(len(gap)))]
        start, stop = max(open_runs, key=lambda run: run[1] - run[0], default=(0, 0))
        if stop - start < 2 or "\t" in text:
            return None
        kept.append(range(gap.start + start, gap.start + stop))
    return kept


def _is_certain(lines: Sequence[SourceLine], starts: Sequence[int]) -> bool:
    rows = [[field.strip() for field in cut(line.text, starts)] for line in lines]
    shared = sum(1 for row in rows if sum(map(bool, row)) >= 2)
    if len(rows) == 2:
        return _is_one_row([cut(line.text, starts) for line in lines])
    if len(rows) < 3 or shared < 3:
        return False
    # Two columns may be two columns of prose: only where the second holds short entries, begun with a capital or figure,
    # or entries that blank lines part, each beside a short one, is it a table for certain.
    apart = all(line.gap for line in lines[1:])
    return len(starts) > 2 or all(_is_pair(first, second, apart=apart) for first, second in rows)


_SURE = 4


def _is_one_row(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a heading has one row under it: four columns or more, and all that is filled begins straight below its heading."""
    filled = [[field for field in row if field.strip()] for row in rows]
    return all(len(row) >= _SURE and not any(field[:1].isspace() for field in row) for row in filled)


def _is_pair(first: str, second: str, *, apart: bool) -> bool:
    """Whether two fields are entries of a table; apart: blank lines part them from others."""
    if second[:1].islower() or len(second) > (_LONG_ENTRY if apart else _SHORT_ENTRY):
        return False
    return not apart or 0 < len(first) <= _SHORT_ENTRY


def cut(text: str, starts: Sequence[int]) -> list[str]:
    """A line cut where the columns start."""
    return [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
