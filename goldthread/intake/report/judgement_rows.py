"""Areas with their grades from tables, and from lines that once were a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from goldthread.common.places import Place
from goldthread.common.text import fold, squeeze
from goldthread.intake.document import Table
from goldthread.intake.report.grades import known_area, whole_grade, whole_score
from goldthread.intake.report.headings import plain_heading
from goldthread.intake.report.lines import Strip
from goldthread.thread import frameworks

_HEAD = re.compile(
    r"(?:key )?judgements?(?: grades?)?|grades?|ratings?|scores?|areas?|(?:key )?judgement (?:area|grade)|inspection judgements?|standards?"
)
_BEFORE = re.compile(r"previous|last|prior|20\d\d")
_NUMBERING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")
_PIECES = (
    "requires improvement to be good",
    "requires improvement to be",
    "requires improvement to",
    "requires improvement",
    "require improvement to be good",
    "require improvement",
    "requires",
    "outstanding",
    "inadequate",
    "adequate",
    "good",
)
_RESTS = ("improvement to be good", "improvement to be", "improvement to", "improvement", "to be good", "to be", "be good", "good", "to")
_GRADE_NEXT = re.compile(r"\s*[:–-]?\s*(?:outstanding|good|adequate|inadequate|requires? improvement)\b", re.IGNORECASE)
_LONGEST = 200  # characters of an area's title with its grade
_SHORTEST = 12  # letters of an area's title that is sure outside a table
_HEAD_WORDS = {"judgement", "grade", "judgement grade", "judgements", "key judgement judgement grade", "key judgement", "area judgement"}


@dataclass(frozen=True, slots=True)
class Row:
    """An area and its grade as printed. group: the heading within the table that the row stands under."""

    area: str
    grade: str
    place: Place
    block: int
    group: str | None = None


def plain_area(text: str) -> str:
    """The area's title as printed, without numbering, footnote figure or colon."""
    return _NUMBERING.sub("", plain_heading(text)).rstrip(" :–-.")


def table_rows(table: Table, block: int, *, any_area: bool = False) -> list[Row]:
    """The table's areas with their grades; empty when it judges none that a framework knows.

    any_area: take areas that no framework here knows, for inspections under other frameworks.
    """
    rows = list(_rows(table, block))
    heads = [fold(cell.text) for cell in table.rows[0] if cell.text.strip()] if table.rows else []
    headed = any(_HEAD.fullmatch(head) and ("judgement" in head or "rating" in head) for head in heads) and len(heads) <= 3
    known = sum(known_area(row.area) for row in rows)
    if not table.ruled and not any_area:  # a row is a line of print, and its area may be cut; lines are read as such too
        return [row for row in rows if known_area(row.area)]
    return rows if rows and (known * 2 >= len(rows) or headed or (any_area and len(rows) > 2)) else []


def _rows(table: Table, block: int) -> Iterator[Row]:
    last: Row | None = None
    for row in _cut_rows(table, block):
        if last and not table.ruled and row.grade == "" and row.area[:1].islower():
            last = replace(last, area=f"{last.area} {row.area}")
            continue
        if last:
            yield last
        last = row if row.grade else None
    if last:
        yield last


def _cut_rows(table: Table, block: int) -> Iterator[Row]:
    """The table's rows as they stand; those of words alone have no grade and may be the end of the row before."""
    earlier = _earlier_columns(table)
    group: str | None = None
    for cells in table.rows:
        filled = [(at, squeeze(cell.text)) for at, cell in enumerate(cells) if cell.text.strip()]
        grades = [(at, text) for at, text in filled if at not in earlier and _is_grade(text, at, filled)]
        names = [(at, text) for at, text in filled if not _is_grade(text, at, filled) and re.search(r"[A-Za-z]{3}", text)]
        if not names:
            continue
        if not grades:
            group = names[0][1] if len(filled) == 1 and len(names[0][1]) < 120 else group
            yield Row(plain_area(names[0][1]), "", table.place, block)
            continue
        name = names[0][1]
        if grades[0][0] > names[0][0] and len(name) < 200:
            place = cells[grades[0][0]].place.saying(f"{name} {grades[0][1]}")
            yield Row(plain_area(name), whole_grade(grades[0][1]) or grades[0][1], place, block, group)


def _is_grade(text: str, at: int, filled: Sequence[tuple[int, str]]) -> bool:
    if whole_grade(text):
        return True
    return at > 0 and bool(whole_score(text)) and known_area(plain_area(filled[0][1]), frameworks.get("cqc-asc"))


def _earlier_columns(table: Table) -> set[int]:
    heads = [fold(cell.text) for cell in table.rows[0]] if table.rows else []
    marked = {at for at, head in enumerate(heads) if _BEFORE.search(head)}
    return marked if len(marked) < len([head for head in heads if head]) - 1 else set()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line parted into an area's words and the piece of a grade at its end."""

    head: str
    tail: str
    strip: Strip


def line_rows(lines: Sequence[Strip]) -> list[Row]:
    """Areas with their grades from lines: the grade on the area's line, on the one after or before it, or between its lines."""
    rows: list[Row] = []
    run: list[_Piece] = []
    for line in lines:
        piece = _piece(line, run)
        if piece is not None:
            run.append(piece)
            continue
        rows += _of_run(run)
        run = []
    return rows + _of_run(run)


def _piece(line: Strip, run: Sequence[_Piece]) -> _Piece | None:
    """The line as area words and grade piece, or None when it holds anything else."""
    text = _NUMBERING.sub("", line.text) if not re.fullmatch(r"\d+", line.text) else line.text
    pending = _pending(run)
    for tail in (*(_RESTS if pending else ()), *_PIECES):
        if (head := _before(text, tail)) is None:
            continue
        if tail in _RESTS and tail != "good" and not _fits(pending, tail):
            continue
        if not head or _is_area_words(head):
            return _Piece(head, text[len(text.rstrip(" .*0123456789")) - len(tail) :].strip(" .*0123456789") if tail else "", line)
    plain = text.rstrip(" :0123456789")
    return _Piece(plain, "", line) if _is_area_words(plain) or fold(plain) in _HEAD_WORDS else None


def _before(text: str, tail: str) -> str | None:
    plain = text.rstrip(" .*0123456789")
    if not fold(plain).endswith(tail):
        return None
    head = plain[: len(plain) - len(tail)]
    return None if head[-1:].isalpha() else head.rstrip(" :–-\t")


def _pending(run: Sequence[_Piece]) -> str:
    """The unfinished grade at the end of the run, if any."""
    told = ""
    for piece in run:
        if piece.tail:
            told = f"{told} {fold(piece.tail)}".strip() if _is_rest(told, fold(piece.tail)) else fold(piece.tail)
    return told if told.startswith("require") and not told.endswith("good") else ""


def _is_rest(before: str, tail: str) -> bool:
    return bool(before) and _fits(before, tail)


def _fits(before: str, tail: str) -> bool:
    return before.startswith("require") and any(
        whole.startswith(f"{before} {tail}") for whole in ("requires improvement to be good", "require improvement to be good")
    )


def begins_with_judgement(text: str) -> bool:
    """Whether text begins with an area and its grade, as a row of a record of judgements does."""
    start = text[: _LONGEST * 2]
    match = _title_form().match("".join(_same_length(letter) for letter in start))
    return match is not None and bool(_GRADE_NEXT.match(start[match.end() :]))


def names_area(text: str) -> bool:
    """Whether the whole of text names an area that some framework judges, its title long enough to be sure."""
    words = _NUMBERING.sub("", fold(text[:_LONGEST])).strip(" :.").removeprefix("the ")
    return len(text) < _LONGEST and words in _titles()


def _is_area_words(text: str) -> bool:
    """Whether text is a stretch of an area's title, cut at words."""
    words = fold(text[:_LONGEST]).strip(" :.").removeprefix("the ")
    return bool(words) and len(text) < _LONGEST and f" {words} " in _all_titles()


@cache
def _titles() -> tuple[str, ...]:
    names = {
        fold(name).removeprefix("the ")
        for framework in frameworks.all()
        for area in framework.areas
        for name in (area.title, *area.synonyms)
    }
    return tuple(sorted((name for name in names if len(name) >= _SHORTEST), key=len, reverse=True))


@cache
def _all_titles() -> str:
    return "\n".join(f" {title} " for title in _titles())


@cache
def _title_form() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:the )?(?:{'|'.join(re.escape(title) for title in _titles())})(?!\w)")


def _of_run(run: Sequence[_Piece]) -> list[Row]:
    if not any(piece.tail for piece in run):
        return []
    areas, grades = list(_areas(run)), list(_grades(run))
    if len(areas) == len(grades):
        return [_row(run, area, grade) for area, grade in zip(areas, grades, strict=True)]
    return [
        _row(run, area, near[0]) for area in areas if len(near := [grade for grade in grades if area[1] <= grade[1] <= area[2] + 1]) == 1
    ]


def _row(run: Sequence[_Piece], area: tuple[str, int, int], grade: tuple[str, int]) -> Row:
    strip = run[grade[1]].strip
    return Row(plain_area(area[0]), grade[0], strip.place.saying(f"{area[0]} {grade[0]}"), strip.block)


def _areas(run: Sequence[_Piece]) -> Iterator[tuple[str, int, int]]:
    """Each area's title as printed, with its first and last line in the run."""
    heads = [piece.head for piece in run]
    starts, text = [], ""
    for head in heads:
        starts.append(len(text))
        text += f"{head} " if head else ""
    plain = "".join(_same_length(letter) for letter in text)
    for match in _title_form().finditer(plain):
        lines = [
            at for at, (start, _after) in enumerate(pairwise([*starts, len(text) + 1])) if match.start() >= start or start < match.end()
        ]
        inside = [at for at in lines if heads[at] and starts[at] < match.end() and starts[at] + len(heads[at]) > match.start()]
        yield text[match.start() : match.end()], inside[0], inside[-1]


def _same_length(letter: str) -> str:
    return {"’": "'", "‘": "'", "–": "-", "‑": "-"}.get(letter, letter.lower() if len(letter.lower()) == 1 else letter)


def _grades(run: Sequence[_Piece]) -> Iterator[tuple[str, int]]:
    """Each grade as printed, with the line in the run that it begins on."""
    told, at = "", 0
    for index, piece in enumerate(run):
        if not piece.tail:
            continue
        if _is_rest(fold(told), fold(piece.tail)):
            told = f"{told} {piece.tail}"
            continue
        if told:
            yield told, at
        told, at = piece.tail, index
    if told:
        yield told, at
