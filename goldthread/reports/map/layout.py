"""Where everything stands on the thread map: six columns of cells, cut into bands that fit one printed page.

All lengths are in SVG units, which are pixels on a screen at 100%. Cells of a column stand under one another from the
top, so that an unbroken thread is one straight line along the top of its band and everything else branches off below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goldthread.reports.map.content import ActionLine, FindingLine, GradeLine, ItemLine, OutcomeLine, Piece
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.typeset import wrap
from goldthread.reports.map.words import action_words, unmeasured

COLUMNS = ("Judgement", "Finding", "Outcome", "Action", "Evidence", "Measure")
WIDTHS = (128, 196, 196, 238, 186, 132)
GAP = 24
EDGE = 2
WIDTH = sum(WIDTHS) + GAP * (len(WIDTHS) - 1) + 2 * EDGE
LEFTS = tuple(EDGE + sum(WIDTHS[:column]) + GAP * column for column in range(len(WIDTHS)))

TEXT, LEADING = 14, 18
PAD = 9
KNOT = 17
"""How far below a cell's top the thread enters and leaves it."""
BETWEEN = 12
TALLEST = 820
"""No band is taller, so that an A3 page on its side holds it whole."""

_LINES = {0: 6, 1: 6, 2: 6, 3: 6, 4: 5, 5: 5}
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A line at a cell's foot. broken: it says that the thread is broken here (nobody responsible)."""

    words: tuple[str, ...]
    strong: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A box, or a break in the thread when broken."""

    column: int
    key: str
    label: tuple[str, ...]
    lines: tuple[str, ...] = ()
    mark: Mark | None = None
    mark_lines: tuple[str, ...] = ()
    feet: tuple[Foot, ...] = ()
    broken: bool = False
    top: float = 0.0

    @property
    def height(self) -> float:
        """From its top to its foot."""
        count = len(self.label) + len(self.lines) + len(self.mark_lines) + sum(len(foot.words) for foot in self.feet)
        return count * LEADING + 2 * PAD + 3 * len(self.feet)

    @property
    def left(self) -> float:
        """Its left edge."""
        return LEFTS[self.column]

    @property
    def right(self) -> float:
        """Its right edge."""
        return LEFTS[self.column] + WIDTHS[self.column]

    @property
    def knot(self) -> float:
        """How far from the band's top the thread passes."""
        return self.top + KNOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One action with what proves it. measures: its own ones; the item's stand in the band."""

    action: Cell
    evidence: Cell
    measure: Cell | None = None

    @property
    def height(self) -> float:
        """The tallest of its cells."""
        return max(cell.height for cell in (self.action, self.evidence, self.measure) if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One drawing. judged: for each finding the position of its judgement, None for none; first: False for a continuation."""

    title: str
    key: str
    judgements: tuple[Cell, ...] = ()
    findings: tuple[Cell, ...] = ()
    judged: tuple[int | None, ...] = ()
    outcomes: tuple[Cell, ...] = ()
    rows: tuple[Row, ...] = ()
    measures: tuple[Cell, ...] = ()
    first: bool = True
    ends: int = 5

    @property
    def height(self) -> float:
        """Down to the foot of its lowest cell."""
        columns = (self.judgements, self.findings, self.outcomes, self.measures)
        feet = [cell.top + cell.height for column in columns for cell in column]
        return max([*feet, *(row.action.top + row.height for row in self.rows), 40.0]) + EDGE


def _room(column: int) -> float:
    return WIDTHS[column] - 2 * PAD


def _lines(text: str, column: int, most: int | None = None, *, bold: bool = False, indent: float = 0) -> tuple[str, ...]:
    return wrap(text, _room(column) - indent, TEXT, most=most or _LINES[column], bold=bold)


def box(column: int, key: str, label: str, text: str, *, mark: Mark | None = None, feet: Sequence[Foot] = ()) -> Cell:
    """A cell with its words set; a mark takes lines of its own."""
    marked = (mark.word if mark.says_its_letter else f"{mark.letter}  {mark.word}") if mark else ""
    lines = _lines(text, column) if text.strip() else ()
    return Cell(
        column=column,
        key=key,
        label=_lines(label, column, 2, bold=True),
        lines=lines,
        mark=mark,
        mark_lines=_lines(marked, column, 3, bold=True, indent=18) if mark else (),
        feet=tuple(feet),
    )


def broken(column: int, key: str, words: str) -> Cell:
    """A break: the thread frays, and words say what is missing."""
    return Cell(column=column, key=key, label=_lines(words, column, 3, bold=True, indent=14), broken=True)


def judgement_cell(line: GradeLine) -> Cell:
    """A judgement, or the words that none was given."""
    feet = () if line.mark else (Foot(words=_lines(line.words, 0, 3)),)
    return box(0, line.key, "Judgement", line.judgement.area, mark=line.mark, feet=feet)


def finding_cell(line: FindingLine) -> Cell:
    """A finding with its limit."""
    feet = (Foot(words=_lines(f"Limit: {line.limit}", 1, 1), strong=True),) if line.limit else ()
    return box(1, line.key, f"{line.finding.ref} {line.kind.lower()}", line.finding.text, feet=feet)


def _outcome_cell(line: OutcomeLine) -> Cell:
    return box(2, line.key, f"Outcome {line.number}", line.outcome.text)


def _action_feet(line: ActionLine) -> tuple[Foot, ...]:
    unled = line.lead.name is None
    late = (Foot(words=("later than the limit",), strong=True),) if line.timing.late else ()
    lead = Foot(words=_lines(line.lead.words, 3, 2, bold=True, indent=28 if unled else 0), broken=unled, strong=True)
    return (Foot(words=_lines(line.timing.by_when, 3, 1)), *late, lead)


def _pieces_cell(column: int, pieces: Sequence[Piece], key: str) -> Cell:
    text = " · ".join(f"({piece.letter}) {piece.text}" if piece.letter else piece.text for piece in pieces)
    return box(column, pieces[0].key if pieces else key, pieces[0].kind, text)


def _row(line: ActionLine) -> Row:
    return Row(
        action=box(3, line.key, f"Action {line.ref}", action_words(line), mark=line.rating, feet=_action_feet(line)),
        evidence=_pieces_cell(4, line.evidence, line.key) if line.evidence else broken(4, line.key, "nothing reported"),
        measure=_pieces_cell(5, line.measures, line.key) if line.measures else None,
    )


def _measures(item: ItemLine) -> tuple[Cell, ...]:
    """The item's own measures; none where every action has one, since then no thread leads to them."""
    if item.actions and all(line.measures for line in item.actions):
        return ()
    if not item.measures:
        return (broken(5, item.key, unmeasured(item.actions)),)
    cells = [box(5, piece.key, piece.kind, piece.text) for piece in item.measures[:_SHOWN]]
    left = len(item.measures) - _SHOWN
    return (*cells, box(5, item.key, f"and {left} more", "")) if left > 0 else tuple(cells)


def _stack(cells: Sequence[Cell], tops: float = EDGE) -> tuple[Cell, ...]:
    placed = []
    for cell in cells:
        placed.append(replace(cell, top=tops))
        tops += cell.height + BETWEEN
    return tuple(placed)


def _stack_rows(rows: Sequence[Row], under: float) -> tuple[Row, ...]:
    """Rows under one another; a row with a measure of its own starts below the item's measures, where it would cover them."""
    placed, top = [], float(EDGE)
    for row in rows:
        if row.measure:
            top = max(top, under)
        own = replace(row.measure, top=top) if row.measure else None
        placed.append(Row(action=replace(row.action, top=top), evidence=replace(row.evidence, top=top), measure=own))
        top += row.height + BETWEEN
    return tuple(placed)


def _pages(heights: Sequence[float]) -> list[int]:
    """How many of the things with these heights stand in each band."""
    counts, used = [0], 0.0
    for height in heights:
        if counts[-1] and used + height > TALLEST:
            counts.append(0)
            used = 0.0
        counts[-1] += 1
        used += height + BETWEEN
    return counts


def _split(cells: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    parts, start = [], 0
    for count in _pages([cell.height for cell in cells]):
        parts.append(tuple(cells[start : start + count]))
        start += count
    return parts


def _split_rows(rows: Sequence[Row], first_under: float) -> list[tuple[Row, ...]]:
    parts, start = [], 0
    own_first = bool(rows and rows[0].measure)
    heights = [row.height + (first_under if number == 0 and own_first else 0) for number, row in enumerate(rows)]
    for count in _pages(heights):
        parts.append(tuple(rows[start : start + count]))
        start += count
    return parts


def _finding_cells(item: ItemLine) -> tuple[Cell, ...]:
    return tuple(finding_cell(line) for line in item.findings) or (broken(1, item.key, "no finding behind this item"),)


def bands(item: ItemLine) -> Iterator[Band]:
    """The drawings of one item, each no taller than a printed page."""
    measures = _stack(_measures(item))
    under = max((cell.top + cell.height + BETWEEN for cell in measures), default=EDGE)
    findings = _split(_finding_cells(item))
    outcomes = _split([_outcome_cell(line) for line in item.outcomes] or [broken(2, item.key, "no outcome")])
    rows = _split_rows([_row(line) for line in item.actions], under)
    judged = item.judged or (None,)
    used = 0
    for page in range(max(len(findings), len(outcomes), len(rows))):
        here = _at(findings, page)
        yield Band(
            title=f"{item.item.ref}{', continued' if page else ''}",
            key=item.key,
            judgements=_stack([judgement_cell(line) for line in item.grades]) if page == 0 else (),
            findings=_stack(here),
            judged=judged[used : used + len(here)],
            outcomes=_stack(_at(outcomes, page)),
            rows=_stack_rows(_at(rows, page), under if page == 0 else EDGE),
            measures=measures if page == 0 else _again(item, measures, _at(rows, page)),
            first=page == 0,
            ends=5 if item.actions else 3,
        )
        used += len(here)


def _again(item: ItemLine, measures: Sequence[Cell], rows: Sequence[Row]) -> tuple[Cell, ...]:
    """The measure column of a continuation, where some action still has to lead to it."""
    if not measures or not any(row.measure is None for row in rows) or any(row.measure for row in rows):
        return ()
    return _stack([measures[0] if measures[0].broken else box(5, item.key, "Measures", "as above")])


def _at(parts: Sequence[tuple], page: int) -> tuple:  # type: ignore[type-arg]
    return parts[page] if page < len(parts) else ()


def unanswered(pairs: Sequence[tuple[FindingLine, GradeLine | None]]) -> Iterator[Band]:
    """One short band for each finding that no item answers."""
    for line, grade in pairs:
        words = f"no item answers this; look in {line.elsewhere}" if line.elsewhere else "no item answers this"
        yield Band(
            title=line.finding.ref,
            key=line.key,
            judgements=_stack([judgement_cell(grade)] if grade else []),
            findings=_stack([finding_cell(line)]),
            judged=(0 if grade else None,),
            outcomes=_stack([broken(2, line.key, words)]),
            ends=2,
        )
