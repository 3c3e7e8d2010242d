"""The board of judgements: areas over the years, each reason for a gap given once below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.models import Inspection
from goldthread.queries.inspections import History
from goldthread.reports.board import ABSENT, BoardCell
from goldthread.reports.map.marks import Mark, grade_mark
from goldthread.reports.map.words import sentence
from goldthread.thread import frameworks, picture
from goldthread.thread.frameworks import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one inspection said of an area. notes: numbers of the notes below the board that say why there is no grade to compare."""

    mark: Mark | None
    words: str
    href: str | None
    change: str
    note: int | None
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An area over all inspections."""

    area: str
    service: str | None
    overall: bool
    framework: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """columns: each inspection with its heading's lines. notes: the reasons, by number from 1."""

    columns: tuple[tuple[Inspection, str, str], ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def board(history: History, service: str = "") -> Board:
    """The board for a service, all of it where none is named. Reasons that several cells share are given once, below."""
    notes: dict[str, int] = {}
    columns = tuple(
        (inspection, column.framework, column.words) for inspection, column in zip(history.inspections, history.board.columns, strict=True)
    )
    rows = tuple(
        Row(
            area=row.area,
            service=row.service,
            overall=row.overall,
            framework=row.framework,
            cells=tuple(_cell(cell, columns[cell.picture], history.changes.get((number, cell.picture), ""), notes) for cell in row.cells),
        )
        for number, row in enumerate(history.board.rows)
        if not service or row.service == service
    )
    return Board(columns=columns, rows=rows, notes=tuple(notes))


def services(history: History) -> list[str]:
    """The services that judgements were given for."""
    return list(dict.fromkeys(row.service for row in history.board.rows if row.service))


def _cell(cell: BoardCell, column: tuple[Inspection, str, str], change: str, notes: dict[str, int]) -> Cell:
    note = notes.setdefault(cell.why, len(notes) + 1) if cell.why else None
    words = "Not judged under this framework" if cell.state == ABSENT else sentence(cell.words)
    return Cell(mark=cell.mark, words=words, href=None, change=change, note=note, column=f"{column[1]}, {column[2]}")


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
