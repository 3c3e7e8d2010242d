"""Findings set in a table: one a row, often with the bodies responsible or a timescale beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Cell, Table
from goldthread.intake.report.bodies import bodies, listed_bodies
from goldthread.intake.report.chunks import join_print, strip_mark, strip_number
from goldthread.intake.report.entry import Entry
from goldthread.intake.report.headings import list_kind
from goldthread.intake.timescale import Timescale, read_timescale

_WHO = re.compile(r"respons|\bwho\b|\bbod(?:y|ies)\b|\bowners?\b|\blead|\bagenc(?:y|ies)\b|\bpartners?\b|\borganisations?\b|addressee")
_WHEN = re.compile(r"timescale|\bwhen\b|deadline|\btime ?frame\b|\bby\b|\bdate\b")
_NUMBER = re.compile(r"(?:no\.?|number|ref(?:erence)?\.?|#)?")
_SHORTEST = 12  # characters of a finding, on average
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]?|[A-Z]{1,3}\d{1,2}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of a table of findings, from 0; width of the whole. kind: of findings, where a head says it."""

    text: int
    who: int | None = None
    when: int | None = None
    number: int | None = None
    width: int = 0
    kind: str | None = None


def layout_of(table: Table) -> tuple[Layout, int] | None:
    """The columns that the table's head names and the number of rows before the first finding; None for other tables."""
    for at, row in enumerate(table.rows[:3]):
        heads = [fold(cell.text[:200]) for cell in row]
        told = [(column, kind) for column, head in enumerate(heads) if head and (kind := list_kind(head))]
        if told:
            column, kind = told[0]
            return Layout(column, _find(_WHO, heads, column), _find(_WHEN, heads, column), _number(heads, column), len(row), kind), at + 1
    return None


def plain_layout(table: Table) -> Layout | None:
    """The columns of a table without a head under a heading for findings: the one with most words, bodies beside it."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    if not rows or max(map(len, rows)) < 2:
        return None
    skipped = head_rows(table)
    rest = rows[skipped:]
    heads = [fold(cell.text[:200]) for cell in rows[0]] if skipped else []
    sizes = [sum(len(row[at].text) for row in rest if at < len(row)) for at in range(max(map(len, rows)))]
    beside = {at for at, head in enumerate(heads) if _WHO.search(head) or _WHEN.search(head)}
    text = max((at for at in range(len(sizes)) if at not in beside), key=lambda at: sizes[at], default=0)
    if sizes[text] < _SHORTEST * len(rest):
        return None
    who = _find(_WHO, heads, text) if skipped else _column_of_bodies(rest, text, sizes)
    numbers = next((at for at in range(text) if all(_NUMBERED.fullmatch(row[at].text.strip() or "0") for row in rest)), None)
    return Layout(text, who, _find(_WHEN, heads, text) if skipped else None, numbers, len(sizes))


def _column_of_bodies(rows: Sequence[Sequence[Cell]], text: int, sizes: Sequence[int]) -> int | None:
    for at in range(len(sizes)):
        lines = [line for row in rows if at < len(row) for line in row[at].text.splitlines() if line.strip()]
        if at != text and lines and all(bodies(line) for line in lines):
            return at
    return None


def head_rows(table: Table) -> int:
    """1 where the first row names columns that say whom or when, without naming the findings; otherwise 0."""
    heads = [fold(cell.text[:200]) for cell in table.rows[0]] if table.rows else []
    return int(len(heads) > 1 and max(map(len, heads)) < 40 and any(_WHO.search(head) or _WHEN.search(head) for head in heads[1:]))


def table_entries(table: Table, layout: Layout, start: int, before: Entry | None) -> list[Entry]:
    """The findings of the rows from start on; words that go on from the row before are joined to it.

    before: the last finding of the piece of the table on the page before.
    """
    found: list[Entry] = []
    who: tuple[str, ...] = ()
    for row in table.rows[start:] if table.ruled else _regrouped(table.rows[start:], layout):
        if layout.text >= len(row):
            continue
        cell = row[layout.text]
        who = _bodies(row, layout.who, who)
        last = found[-1] if found else before
        if last and _goes_on(cell, row, layout, last):
            last.go_on(squeeze(cell.text))
            last.beside = tuple(dict.fromkeys([*last.beside, *who]))
            continue
        found += _cell_entries(cell, row, layout, who)
    return found


def _regrouped(lines: Sequence[Sequence[Cell]], layout: Layout) -> list[list[Cell]]:
    """Lines of print of a table without borders put together as rows: a row begins where the one before has ended."""
    rows: list[list[Cell]] = []
    for line in lines:
        if layout.text >= len(line):
            continue
        text = squeeze(line[layout.text].text)
        ended = not rows or rows[-1][layout.text].text.rstrip().endswith((".", "!", "?"))
        if ended and text and not text[:1].islower():
            rows.append(list(line))
        elif rows:
            pairs = zip(rows[-1], line, strict=False)
            rows[-1] = [replace(above, text=f"{above.text}\n{below.text}".strip("\n")) for above, below in pairs]
    return rows


def _cell_entries(cell: Cell, row: Sequence[Cell], layout: Layout, who: tuple[str, ...]) -> list[Entry]:
    when = _timescale(row, layout.when)
    entries: list[Entry] = []
    for number, text, points in _texts(cell.text):
        printed = number or (squeeze(row[layout.number].text).strip(".()") if layout.number is not None else None)
        place = _place(cell, text)
        entries.append(
            Entry(
                points=points,
                text=text,
                place=place,
                number=printed or None,
                kind=layout.kind,
                beside=who,
                band=when,
                band_place=place if when else None,
            )
        )
    return entries


def _texts(text: str) -> list[tuple[str | None, str, list[str]]]:
    """The cell's findings: one, or as many as it has entries with the same mark and a capital."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and strip_mark(lines[0])[0] and all(strip_mark(line)[1][:1].isupper() or not strip_mark(line)[0] for line in lines):
        return [(None, words, []) for words in _marked(lines)]
    first = next((at for at, line in enumerate(lines) if at and strip_mark(line)[0]), len(lines))
    number, rest = strip_number(squeeze(" ".join(lines[:first])))
    return [(number, strip_mark(rest)[1], _marked(lines[first:]))] if rest.strip() else []


def _marked(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        mark, words = strip_mark(line)
        if mark or not found:
            found.append(words)
        else:
            found[-1] = join_print(found[-1], words)
    return found


def _goes_on(cell: Cell, row: Sequence[Cell], layout: Layout, last: Entry) -> bool:
    text = squeeze(cell.text)
    if not text or last.last.endswith((".", "!", "?")):
        return False
    numbered = layout.number is not None and row[layout.number].text.strip()
    return text[:1].islower() and not numbered


def _bodies(row: Sequence[Cell], column: int | None, above: tuple[str, ...]) -> tuple[str, ...]:
    if column is None or column >= len(row):
        return ()
    cell = row[column]
    if cell.merged_from:
        return above
    return listed_bodies(cell.text)


def _timescale(row: Sequence[Cell], column: int | None) -> Timescale | None:
    if column is None or column >= len(row) or not row[column].text.strip():
        return None
    return read_timescale(row[column].text)


def _place(cell: Cell, text: str) -> Place:
    return replace(cell.place, quote=text)


def _find(form: re.Pattern[str], heads: Sequence[str], taken: int) -> int | None:
    return next((at for at, head in enumerate(heads) if at != taken and form.search(head)), None)


def _number(heads: Sequence[str], taken: int) -> int | None:
    return next((at for at, head in enumerate(heads[:taken]) if _NUMBER.fullmatch(head)), None)
