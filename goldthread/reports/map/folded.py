"""A fold of the thread drawn as one row: what each column holds, how much is missing, and the thread as whole as it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from goldthread.reports.map.content import GradeLine
from goldthread.reports.map.layout import EDGE, LEADING, LEFTS, PAD, TEXT, WIDTH, WIDTHS
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.sums import Sum
from goldthread.reports.map.svg import fray, knot, node, shape, thread, units
from goldthread.reports.map.typeset import wrap
from goldthread.reports.map.words import count, number_word, sentence

_TITLE = EDGE + PAD + 13
_LINE = _TITLE + 18
_WORDS = _LINE + 24
_ASIDE = 200
_INDENTS = {"torn": 28, "grade": 18}
"""How far words stand in from their column, for the sign before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One column of a fold. words: lines of plain words; warned: of strong ones; torn: what is missing, in words.

    gone: nothing of it is there at all, so that the thread breaks here. mark: the one grade there is.
    """

    words: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    gone: bool = False
    mark: Mark | None = None


def told(total: Sum) -> tuple[Told, ...]:
    """What each of the six columns of a fold of items says."""
    lack = total.missing
    return (
        _judgements(total.grades),
        _column(total.findings, "finding", lack.get("finding", 0), "item", total.items),
        _column(total.outcomes, "outcome", lack.get("outcome", 0), "item", total.items),
        _actions(total),
        _of_actions(total, "evidence", "with evidence or progress"),
        _of_actions(total, "measure", "with a measure"),
    )


def told_unanswered(grades: Sequence[GradeLine], findings: int) -> tuple[Told, ...]:
    """What the columns of a fold of findings say that no item answers."""
    return (
        _judgements(grades),
        Told(words=(sentence(count(findings, "finding")),)),
        Told(torn=(f"no item answers {'this' if findings == 1 else 'these'}",), gone=True),
    )


def _judgements(grades: Sequence[GradeLine]) -> Told:
    if not grades:
        return Told(words=("No judgement known",), gone=True)
    if len(grades) > 1:
        return Told(words=(sentence(count(len(grades), "judgement")),))
    return Told(words=(grades[0].judgement.area,), mark=grades[0].mark)


def _column(held: int, name: str, without: int, whose: str, total: int) -> Told:
    if without == total:
        return Told(torn=(f"no {name}",), gone=True)
    torn = (f"{count(without, whose)} without one",) if without else ()
    return Told(words=(sentence(count(held, name)),), torn=torn)


def _actions(total: Sum) -> Told:
    without, unled = total.missing.get("action", 0), total.missing.get("lead", 0)
    if not total.actions:
        return Told(torn=("no action",), gone=True)
    warned = (
        f"{number_word(total.overdue)} past {_their(total.overdue)} date" if total.overdue else "",
        f"{number_word(total.late)} later than the limit" if total.late else "",
    )
    torn = (f"{count(without, 'item')} without one" if without else "", f"{number_word(unled)} with nobody responsible" if unled else "")
    return Told(words=(sentence(count(total.actions, "action")),), warned=tuple(filter(None, warned)), torn=tuple(filter(None, torn)))


def _their(number: int) -> str:
    return "its" if number == 1 else "their"


def _of_actions(total: Sum, kind: str, having: str) -> Told:
    without = total.missing.get(kind, 0)
    if not total.actions:
        return Told(gone=True)
    if without >= total.actions:
        return Told(torn=(f"no {kind}",), gone=True)
    torn = (f"{number_word(without)} without",) if without else ()
    return Told(words=(sentence(f"{number_word(total.actions - without)} {having}"),), torn=torn)


@dataclass(frozen=True, slots=True)
class _Set:
    """The words of a column, broken into lines that fit it."""

    mark: Mark | None
    lines: tuple[tuple[str, str], ...]

    @property
    def height(self) -> int:
        return len(self.lines) * LEADING


def _set(column: int, one: Told) -> _Set:
    room = WIDTHS[column] - 2 * PAD
    mark = one.mark
    graded = () if mark is None else (mark.word if mark.says_its_letter else f"{mark.letter}  {mark.word}",)
    styled = [
        ("words", one.words, 0),
        ("strong", one.warned, 0),
        ("torn", one.torn, _INDENTS["torn"]),
        ("grade", graded, _INDENTS["grade"]),
    ]
    lines = tuple(
        (css if number == 0 else f"{css} more", line)
        for css, texts, indent in styled
        for text in texts
        for number, line in enumerate(wrap(text, room - indent, TEXT, most=3, bold=css != "words"))
    )
    return _Set(mark, lines)


def draw_folded(title: str, columns: Sequence[Told], *, aside: str, address: str | None) -> Markup:
    """A fold as an SVG that is one link. aside: a few words at the right of the title; address: where the fold opens."""
    sets = [_set(column, one) for column, one in enumerate(columns)]
    height = _WORDS + max(one.height for one in sets) - LEADING + PAD + EDGE
    heading = wrap(title, WIDTH - 2 * PAD - _ASIDE, TEXT, most=1, bold=True)[0]
    inside = "".join(
        (
            f'<rect x="{EDGE}" y="{EDGE}" width="{units(WIDTH - 2 * EDGE)}" height="{units(height - 2 * EDGE)}" rx="3"/>',
            f'<text class="title" x="{EDGE + PAD}" y="{_TITLE}">{escape(heading)} </text>',
            f'<text class="label aside" x="{units(WIDTH - EDGE - PAD)}" y="{_TITLE}" text-anchor="end">{escape(aside)} </text>',
            *_threads(columns),
            *(piece for column, one in enumerate(sets) for piece in _words(column, one)),
        )
    )
    return Markup(
        f'<svg class="band folded" width="{units(WIDTH)}" height="{units(height)}" viewBox="0 0 {units(WIDTH)} {units(height)}" '
        f'role="group" aria-label="{escape(heading)}">{node("node fold", address, inside)}</svg>'
    )


def _at(column: int) -> float:
    return LEFTS[column] + PAD + 4


def _threads(columns: Sequence[Told]) -> Iterator[str]:
    """The thread from column to column; where a column has nothing it frays before it, and starts loose after it."""
    for column, one in enumerate(columns):
        x = _at(column)
        if column + 1 < len(columns) and not one.gone:
            yield from _onward(x, _at(column + 1), broken=columns[column + 1].gone)
        elif column + 1 < len(columns) and not columns[column + 1].gone:
            start = _at(column + 1) - 30
            yield fray(start, _LINE, -1) + thread(f"M{units(start)} {_LINE}H{units(_at(column + 1))}")
        if not one.gone:
            yield knot(x, _LINE)


def _onward(x: float, end: float, *, broken: bool) -> Iterator[str]:
    if broken:
        yield thread(f"M{units(x)} {_LINE}H{units(end - 34)}") + fray(end - 34, _LINE)
    else:
        yield thread(f"M{units(x)} {_LINE}H{units(end)}")


def _words(column: int, one: _Set) -> Iterator[str]:
    x, y = LEFTS[column] + PAD, _WORDS
    for kind, line in one.lines:
        base, _, more = kind.partition(" ")
        if not more:
            yield from _sign(base, x, y, one.mark)
        css = {"words": "words", "grade": f"strong {one.mark.tone if one.mark else ''}"}.get(base, "strong")
        yield f'<text class="{css}" x="{units(x + _INDENTS.get(base, 0))}" y="{units(y)}">{escape(line)} </text>'
        y += LEADING


def _sign(kind: str, x: float, y: float, mark: Mark | None) -> Iterator[str]:
    """What stands before the first line of what is missing, and of a grade."""
    if kind == "torn":
        yield f'<path class="line thin" d="M{units(x)} {units(y - 4)}h8"/>' + fray(x + 8, y - 4, small=True)
    elif kind == "grade" and mark:
        yield shape(mark.shape, x, y - 11, mark.tone)
