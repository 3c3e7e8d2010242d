"""The drawings: bands of the thread map, the timing strip and the shapes of marks, as SVG text.

Colours and weights live in the page's style sheet, by class, so that print, dark gold and forced colours are settled once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup, escape

from goldthread.reports.map.content import Timing
from goldthread.reports.map.layout import GAP, LEADING, LEFTS, PAD, WIDTH, WIDTHS, Band, Cell, Foot, Row

SHAPE_PATHS = {
    "down": "M0 1h12L6 11.5z",
    "diamond": "M6 0l6 6-6 6-6-6z",
    "disc": "M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 1 1 0-11z",
    "square": "M1 1h10v10H1z",
    "ring": "M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 1 1 0-11zm0 2.5a3 3 0 1 0 0 6 3 3 0 1 0 0-6z",
    "bar": "M0 4.5h12v3H0z",
}
"""Each shape in a box of 12 by 12."""

Href = Callable[[str], str | None]
"""From a node's key to the address that it leads to; None for a node that leads nowhere."""

_TURN = 9
_STUB = 16


def units(value: float) -> str:
    """A length as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def thread(path: str) -> str:
    """A stretch of the gold line."""
    return f'<path class="line" d="{path}"/>'


def fray(x: float, y: float, toward: int = 1, *, small: bool = False) -> str:
    """The loose fibres at a broken end; toward: 1 when the end points right, -1 when it points left."""
    ends = ((11, -7), (14, -2), (12, 3), (8, 8))
    fibres = "".join(f"M{units(x)} {units(y)}q{units(toward * dx * 0.6)} 0 {units(toward * dx)} {dy}" for dx, dy in ends)
    return f'<path class="fray{" small" if small else ""}" d="{fibres}"/>'


def knot(x: float, y: float) -> str:
    """Where the thread enters or leaves a box."""
    return f'<circle class="knot" cx="{units(x)}" cy="{units(y)}" r="3.5"/>'


def _bend(x0: float, y0: float, turn: float, x1: float, y1: float) -> str:
    """From one point across to a turning place, up or down, and across to the other point, with round corners."""
    if abs(y1 - y0) < 1:
        return f"M{units(x0)} {units(y0)}H{units(x1)}"
    way = 1 if y1 > y0 else -1
    step = min(_TURN, abs(y1 - y0) / 2) * way
    side = min(_TURN, turn - x0, x1 - turn) if turn > x0 else 0
    start = f"M{units(x0)} {units(y0)}" + (f"H{units(turn - side)}q{units(side)} 0 {units(side)} {units(step)}" if side else "")
    return f"{start}V{units(y1 - step)}q0 {units(step)} {units(min(_TURN, x1 - turn))} {units(step)}H{units(x1)}"


def _turn(column: int) -> float:
    """Where lines between a column and the next turn."""
    return LEFTS[column] + WIDTHS[column] + GAP / 2


def _text(lines: Iterable[str], x: float, y: float, css: str) -> Iterator[str]:
    """Lines of words; each ends in a space, so that a link's name reads as words and not as one long one."""
    for number, line in enumerate(lines):
        yield f'<text class="{css}" x="{units(x)}" y="{units(y + number * LEADING)}">{escape(line)} </text>'


def shape(name: str, x: float, y: float, tone: str) -> str:
    """A mark's shape with its top left corner at x, y."""
    return f'<path class="shape {tone}" transform="translate({units(x)} {units(y)})" d="{SHAPE_PATHS[name]}"/>'


def _foot(foot: Foot, x: float, y: float) -> Iterator[str]:
    if foot.broken:
        yield f'<path class="line thin" d="M{units(x)} {units(y - 4)}h8"/>' + fray(x + 8, y - 4, small=True)
        yield from _text(foot.words, x + 28, y, "strong")
    else:
        yield from _text(foot.words, x, y, "strong" if foot.strong else "words")


def _inside(cell: Cell) -> Iterator[str]:
    x, y = cell.left + PAD, cell.top + PAD + 13
    yield from _text(cell.label, x, y, "label")
    y += LEADING * len(cell.label)
    yield from _text(cell.lines, x, y, "words")
    y += LEADING * len(cell.lines)
    if cell.mark:
        yield shape(cell.mark.shape, x, y - 11, cell.mark.tone)
        yield from _text(cell.mark_lines, x + 18, y, f"strong {cell.mark.tone}")
        y += LEADING * len(cell.mark_lines)
    for foot in cell.feet:
        yield from _foot(foot, x, y + 3)
        y += LEADING * len(foot.words) + 3


def _beneath(key: str) -> str:
    """The key as a place on the same page."""
    return f"#{key}"


def node(css: str, address: str | None, inside: str) -> str:
    """A link round what is drawn, or the same without one where there is no address."""
    return f'<a class="{css}" href="{escape(address)}">{inside}</a>' if address else f'<g class="{css}">{inside}</g>'


def _boxed(cell: Cell, href: Href) -> str:
    width = cell.right - cell.left
    rect = f'<rect x="{units(cell.left)}" y="{units(cell.top)}" width="{units(width)}" height="{units(cell.height)}" rx="3"/>'
    return node("node", href(cell.key), rect + "".join(_inside(cell)))


def _torn(cell: Cell, href: Href) -> str:
    """A break: the thread comes in from the left, frays, and words say what is missing."""
    x, y = cell.left, cell.knot
    rect = f'<rect x="{units(x)}" y="{units(cell.top)}" width="{units(cell.right - x)}" height="{units(cell.height)}" rx="3"/>'
    words = "".join(_text(cell.label, x + PAD + 14, y + 5, "strong"))
    link = node("node gap", href(cell.key), rect + words)
    return fray(x + 2, y) + link


def _cell(cell: Cell, href: Href) -> str:
    return _torn(cell, href) if cell.broken else _boxed(cell, href)


def _arrive(cell: Cell) -> float:
    """Where a line into a cell ends."""
    return cell.left + (2 if cell.broken else 0)


def _knots(cells: Sequence[Cell], *, left: bool = True, right: bool = True) -> str:
    sides = [(cell.left, cell.knot) for cell in cells if left] + [(cell.right, cell.knot) for cell in cells if right]
    return "".join(knot(*side) for side in sides)


def _judged(band: Band) -> Iterator[str]:
    """Each judgement to the findings under it; judgements turn a little apart so that crossing threads stay two."""
    for finding, judge in zip(band.findings, band.judged, strict=True):
        if judge is not None and band.judgements:
            start = band.judgements[judge]
            turn = _turn(0) + 3 * min(judge, 3) - 3 * (len(band.judgements) > 1)
            yield thread(_bend(start.right, start.knot, turn, finding.left, finding.knot))
        elif not finding.broken and band.first:
            x = finding.left - _STUB
            yield fray(x + 4, finding.knot, -1) + thread(f"M{units(x + 4)} {units(finding.knot)}H{units(finding.left)}")


def _continued(band: Band) -> Iterator[str]:
    """In a continuation the thread comes in from the left edge, past the columns that have nothing more to show."""
    top = 2 + 17
    past = next((column for column, cells in ((1, band.findings), (2, band.outcomes)) if cells), 3)
    yield f'<text class="label" x="{units(LEFTS[0])}" y="{top - 6}">{escape(band.title)}</text>'
    yield thread(f"M{units(LEFTS[0])} {top}H{units(LEFTS[past] if past > 1 else LEFTS[1])}")
    if past == 1 and not band.outcomes:
        yield ""


def _fan_in(cells: Sequence[Cell], column: int, top: float) -> Iterator[str]:
    for cell in cells:
        if not cell.broken:
            yield thread(_bend(cell.right, cell.knot, _turn(column), _turn(column) + GAP / 4, top))


def _fan_out(cells: Sequence[Cell], column: int, top: float) -> Iterator[str]:
    for cell in cells:
        yield thread(_bend(_turn(column), top, _turn(column), _arrive(cell), cell.knot))


def _loose(column: int, top: float) -> str:
    """A thread that starts from nothing: what should stand before it is missing."""
    x = _turn(column) - 4
    return fray(x, top, -1) + thread(f"M{units(x)} {units(top)}H{units(_turn(column))}")


def _onward(cells: Sequence[Cell], column: int, top: float, *, past: bool) -> Iterator[str]:
    """From a column to the turning place after it: from its cells, straight past it, or from a loose end."""
    if past:
        yield thread(f"M{units(LEFTS[column])} {units(top)}H{units(_turn(column))}")
    elif all(cell.broken for cell in cells):
        yield _loose(column, top)
    else:
        yield from _fan_in(cells, column, top)


def _row(row: Row, band: Band, top: float, href: Href, *, reached: bool) -> str:
    start = thread(_bend(_turn(2), top, _turn(2), row.action.left, row.action.knot)) if reached else ""
    proof = thread(f"M{units(row.action.right)} {units(row.action.knot)}H{units(_arrive(row.evidence))}")
    parts = [
        start,
        proof,
        *_proved(row, band, top),
        _cell(row.action, href),
        _cell(row.evidence, href),
        _cell(row.measure, href) if row.measure else "",
    ]
    knots = _knots([row.action]) + ("" if row.evidence.broken else _knots([row.evidence]))
    return f'<g class="row">{"".join(parts)}{knots}{_knots([row.measure], right=False) if row.measure else ""}</g>'


def _proved(row: Row, band: Band, top: float) -> Iterator[str]:
    """From evidence to measure; without evidence a measure hangs loose."""
    if row.measure:
        y = row.measure.knot
        if row.evidence.broken:
            x = row.measure.left - _STUB
            yield fray(x + 4, y, -1) + thread(f"M{units(x + 4)} {units(y)}H{units(row.measure.left)}")
        else:
            yield thread(f"M{units(row.evidence.right)} {units(y)}H{units(row.measure.left)}")
    elif band.measures and not row.evidence.broken:
        yield thread(_bend(row.evidence.right, row.evidence.knot, _turn(4), _turn(4) + GAP / 4, top))


def _measured(band: Band, top: float) -> Iterator[str]:
    if not band.measures:
        return
    led = any(not row.evidence.broken and row.measure is None for row in band.rows)
    if led or not band.measures[0].broken:
        yield from _fan_out(band.measures, 4, top)
    if not led and not band.measures[0].broken:
        yield _loose(4, top)


def _shared(band: Band, top: float) -> Iterator[str]:
    """Everything up to the actions, which all of an item's actions share."""
    yield from _judged(band)
    if not band.first:
        yield from _continued(band)
    if band.outcomes:
        yield from _onward(band.findings, 1, top, past=not band.findings) if band.first or band.findings else ()
        yield from _fan_out(band.outcomes, 1, top) if not (band.outcomes[0].broken and _all_broken(band.findings)) else ()
    if band.rows:
        yield from _onward(band.outcomes, 2, top, past=not band.outcomes)
    elif band.ends > 2 and band.first:
        yield from _fan_in(band.outcomes, 2, top)


def _all_broken(cells: Sequence[Cell]) -> bool:
    return bool(cells) and all(cell.broken for cell in cells)


def draw_band(band: Band, href: Href = _beneath) -> Markup:
    """One band as an SVG whose nodes are links, in reading order: shared cells by column, then each action's row.

    href: asked with each node's key. Without it a node leads to the element of the same page whose id is the key.
    """
    top = 2.0 + 17
    cells = [*band.judgements, *band.findings, *band.outcomes, *band.measures]
    whole = [cell for cell in cells if not cell.broken]
    shared = "".join([*_shared(band, top), *_measured(band, top)])
    rows = "".join(_row(row, band, top, href, reached=bool(band.outcomes or band.findings or not band.first)) for row in band.rows)
    boxes = "".join(_cell(cell, href) for cell in cells if cell.column < 3)
    measures = "".join(_cell(cell, href) for cell in band.measures)
    knots = _knots([cell for cell in whole if 0 < cell.column < 5]) + _knots([cell for cell in whole if cell.column == 5], right=False)
    starts = _knots([cell for cell in whole if cell.column == 0], left=False)
    height = units(band.height)
    # The label and every word come from the document: escaped here, since this text goes into the page as markup.
    return Markup(
        f'<svg class="band" width="{units(WIDTH)}" height="{height}" viewBox="0 0 {units(WIDTH)} {height}" role="group" '
        f'aria-label="Thread of {escape(band.title)}"><g class="shared">{shared}{boxes}{starts}{knots}</g>{rows}'
        f'<g class="shared">{measures}</g></svg>'
    )


def _across(day: date, span: tuple[date, date], width: float) -> float:
    whole = (span[1] - span[0]).days or 1
    return 7 + (width - 14) * (day - span[0]).days / whole


def draw_timing(timing: Timing, span: tuple[date, date] | None, width: float = 132) -> Markup:
    """A strip with a tick for the limit and a bead for the council's date; hidden from those who hear the words beside it."""
    if not span or not (timing.council or timing.limit):
        return Markup("")
    marks = [f'<path class="rule" d="M2 11H{units(width - 2)}"/>']
    if timing.council and timing.limit and timing.late:
        start, end = _across(timing.limit, span, width), _across(timing.council, span, width)
        marks.append(f'<path class="over" d="M{units(start)} 11H{units(end)}"/>')
    if timing.limit:
        marks.append(f'<path class="limit" d="M{units(_across(timing.limit, span, width))} 2v18"/>')
    if timing.council:
        marks.append(f'<circle class="council" cx="{units(_across(timing.council, span, width))}" cy="11" r="5"/>')
    drawn = "".join(marks)
    return Markup(
        f'<svg class="timing" width="{units(width)}" height="22" viewBox="0 0 {units(width)} 22" aria-hidden="true">{drawn}</svg>'
    )
