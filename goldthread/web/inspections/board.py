"""The boards of judgements: an authority's areas over the years, each reason for a gap given once below all of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goldthread.models import Inspection
from goldthread.queries.inspections import History
from goldthread.reports.board import ABSENT, BoardCell, BoardRow
from goldthread.reports.map.marks import Mark, grade_mark
from goldthread.reports.map.words import sentence
from goldthread.thread import frameworks, picture
from goldthread.thread.frameworks import Framework
from goldthread.thread.frameworks.mapping import NOT_READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one inspection said of an area. note: number of the note below the boards that says why there is no grade to compare."""

    mark: Mark | None
    words: str
    change: str
    note: int | None
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An area over all inspections. notes: numbers of those that several of its cells share, said once, beside the area."""

    area: str
    service: str | None
    overall: bool
    framework: str
    notes: tuple[int, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One authority's judgements. columns: each inspection with its heading's lines."""

    authority: str
    columns: tuple[tuple[Inspection, str, str], ...]
    rows: tuple[Row, ...]


def boards(histories: Iterable[History], service: str = "") -> tuple[list[Board], list[str]]:
    """Boards that have rows for a service (all of them where none is named), and the notes that they share, by number from 1."""
    notes: dict[str, int] = {}
    made = [_board(history, service, notes) for history in histories]
    return [one for one in made if one.rows], list(notes)


def _board(history: History, service: str, notes: dict[str, int]) -> Board:
    columns = tuple(
        (inspection, column.framework, column.words) for inspection, column in zip(history.inspections, history.board.columns, strict=True)
    )
    heads = [f"{framework}, {words}" for _, framework, words in columns]
    chosen = [(number, row) for number, row in enumerate(history.board.rows) if not service or row.service == service]
    rows = tuple(
        _row(row, heads, {at: words for (of, at), words in history.changes.items() if of == number}, notes) for number, row in chosen
    )
    return Board(authority=history.authority, columns=columns, rows=rows)


def services(histories: Iterable[History]) -> list[str]:
    """The services that judgements were given for."""
    return list(dict.fromkeys(row.service for history in histories for row in history.board.rows if row.service))


def _row(row: BoardRow, heads: Sequence[str], changes: Mapping[int, str], notes: dict[str, int]) -> Row:
    reasons = ["" if cell.why == NOT_READ else cell.why for cell in row.cells]  # the cell itself says “no grade read”
    numbers = [notes.setdefault(why, len(notes) + 1) if why else None for why in reasons]
    shared = tuple(number for number, times in Counter(filter(None, numbers)).items() if times > 1)
    return Row(
        area=row.area,
        service=row.service,
        overall=row.overall,
        framework=row.framework,
        notes=shared,
        cells=tuple(
            _cell(cell, heads[cell.picture], changes.get(cell.picture, ""), None if number in shared else number)
            for cell, number in zip(row.cells, numbers, strict=True)
        ),
    )


def _cell(cell: BoardCell, column: str, change: str, note: int | None) -> Cell:
    words = "Not judged under this framework" if cell.state == ABSENT else sentence(cell.words)
    return Cell(mark=cell.mark, words=words, change=change, note=note, column=column)


def scales(inspections: Iterable[Inspection]) -> list[tuple[Framework, list[Mark]]]:
    """The frameworks of these inspections with their grades and what each means, the newest last."""
    codes = {inspection.framework for inspection in inspections}
    return [(one, scale) for one in frameworks.all() if one.code in codes and (scale := grades(one))]


def grades(framework: Framework) -> list[Mark]:
    """A framework's grades as marks with their meanings."""
    found = []
    for grade in framework.grades:
        mark = grade_mark(picture.Judgement(area="", grade=grade.code, as_printed=grade.label))
        if mark:
            found.append(Mark(word=mark.word, letter=mark.letter, tone=mark.tone, meaning=grade.meaning or None))
    return found
