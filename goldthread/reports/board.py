"""Judgements over several inspections: one row an area, one column an inspection, and a reason wherever no grade can stand.

Which area of one framework is which of another is data (``thread.frameworks``) and never a likeness of names; a headline grade is shown
where inspectors gave one and is never made up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldthread.common.dates import spoken
from goldthread.reports.map.marks import Mark, grade_mark
from goldthread.reports.map.words import service_words
from goldthread.thread.frameworks import find, mapping
from goldthread.thread.picture import Inspection, Judgement, Picture

GIVEN = "given"
ABSENT = "absent"
UNREAD = "unread"
NO_GRADE = "no grade read"
_APART = "That inspection was under no framework that Goldthread knows, so nothing can be said of how its areas compare."
_OTHERS = "This judgement is of no area that the framework is known to have, so it stands by itself."


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """One inspection. picture: its position among those given. framework: its short name, as printed where it is not known."""

    picture: int
    framework: str
    known: bool
    began: date | None
    published: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """What one inspection said of an area.

    state: ``given`` (mark is set), ``absent`` (that framework has no such area; why says where it went) or ``unread``. words: the
    grade's own words, or what stands for them. key: JSON Pointer of the judgement in that picture, None where there is none.
    comparable: whether a line may be drawn from this grade to the grades of the row's own framework.
    """

    picture: int
    state: str
    mark: Mark | None
    words: str
    why: str
    key: str | None
    comparable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One area over all inspections. overall: a headline grade. framework: short name of the one whose area it is."""

    area: str
    service: str | None
    overall: bool
    framework: str
    cells: tuple[BoardCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementBoard:
    """The whole board. columns and every row's cells run as the pictures were given."""

    columns: tuple[BoardColumn, ...]
    rows: tuple[BoardRow, ...]


def judgement_board(pictures: Sequence[Picture]) -> JudgementBoard:
    """The judgements of inspections, given in the order of time: the newest framework's areas first, then those that ended.

    Judgements that the frameworks' data cannot place stand in rows of their own below.
    """
    keys = [{id(judgement): f"/judgements/{at}" for at, judgement in enumerate(picture.judgements)} for picture in pictures]
    known = [at for at, picture in enumerate(pictures) if find(picture.inspection.framework)]
    told = mapping.compared([(pictures[at].inspection, pictures[at].judgements) for at in known])
    rows = tuple(_row(row, known, keys) for row in told)
    columns = tuple(_column(at, picture.inspection) for at, picture in enumerate(pictures))
    return JudgementBoard(columns=columns, rows=(*rows, *_apart(pictures, columns, rows)))


def _column(at: int, inspection: Inspection) -> BoardColumn:
    framework = find(inspection.framework)
    when = inspection.started or inspection.ended
    words = f"inspected {spoken(when)}" if when else f"published {spoken(inspection.published)}" if inspection.published else "no date read"
    return BoardColumn(
        picture=at,
        framework=framework.short_name if framework else inspection.framework_name or "No framework known",
        known=framework is not None,
        began=when,
        published=inspection.published,
        words=words,
    )


def _row(row: mapping.Row, known: Sequence[int], keys: Sequence[Mapping[int, str]]) -> BoardRow:
    by_picture = dict(zip(known, row.cells, strict=True))
    return BoardRow(
        area=row.area.title,
        service=service_words(row.area.service),
        overall=row.area.overall,
        framework=row.framework.short_name,
        cells=tuple(_cell(at, by_picture[at], keys[at]) if at in by_picture else _absent(at, _APART) for at in range(len(keys))),
    )


def _cell(at: int, cell: mapping.Cell, keys: Mapping[int, str]) -> BoardCell:
    if cell.absent:
        return _absent(at, cell.why)
    if cell.judgement is None:
        return BoardCell(picture=at, state=UNREAD, mark=None, words=NO_GRADE, why=cell.why, key=None, comparable=False)
    return _said(at, cell.judgement, keys[id(cell.judgement)], why=cell.why, comparable=cell.comparable)


def _said(at: int, judgement: Judgement, key: str, *, why: str, comparable: bool) -> BoardCell:
    mark = grade_mark(judgement)
    state, words = (GIVEN, mark.word) if mark else (UNREAD, NO_GRADE)
    return BoardCell(picture=at, state=state, mark=mark, words=words, why=why, key=key, comparable=comparable)


def _absent(at: int, why: str) -> BoardCell:
    return BoardCell(picture=at, state=ABSENT, mark=None, words="not judged", why=why, key=None, comparable=False)


def _apart(pictures: Sequence[Picture], columns: Sequence[BoardColumn], rows: Sequence[BoardRow]) -> list[BoardRow]:
    """A row for every judgement that has no cell yet: of an unknown framework, of no known area, or a second one of the same area."""
    shown = {(cell.picture, cell.key) for row in rows for cell in row.cells}
    return [
        _alone(columns, at, judgement, f"/judgements/{number}")
        for at, picture in enumerate(pictures)
        for number, judgement in enumerate(picture.judgements)
        if (at, f"/judgements/{number}") not in shown
    ]


def _alone(columns: Sequence[BoardColumn], at: int, judgement: Judgement, key: str) -> BoardRow:
    why = _OTHERS if columns[at].known else _APART
    own = _said(at, judgement, key, why=why, comparable=False)
    return BoardRow(
        area=judgement.area,
        service=service_words(judgement.service),
        overall=False,
        framework=columns[at].framework,
        cells=tuple(own if other == at else _absent(other, why) for other in range(len(columns))),
    )
