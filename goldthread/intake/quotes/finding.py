"""Where a quote stands among the passages near its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goldthread.common.places import Place
from goldthread.common.text import squeeze
from goldthread.intake.quotes.letters import letters_of
from goldthread.intake.quotes.patchwork import TELLING, patched
from goldthread.intake.quotes.scope import Run, Scope, Slice
from goldthread.intake.words import Words, stand

_CUT = re.compile(r"\s*(?:…|\[\s*(?:\.\s*){3}\]|\.{3,})\s*")
_BAR = " | "
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
"""A line's end within a cell, as Markdown has it."""
_FURTHER = 80
"""Passages after the first that a quote may reach into; a table cut by a page begins again with its head."""
_BACK = 250
"""Passages before it in which the head of a column, or what a merged cell says, may stand."""
_MOST_PARTS = 30
"""Cells of a row, or parts between cuts, that are looked for one by one."""
_LOOSE = 6
"""Letters by which a part of a quote is known though a cut has gone through a word."""
_SIGNS_AFTER, _SIGNS_BEFORE = re.compile(r"[^\w\s]*"), re.compile(r"[^\w\s]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place among the words. anchors: positions of the passages that stand there; row: of the cells beside them.

    Both are empty when the words do not have the place; anchors alone when its cell is empty.
    """

    words: Words
    place: Place
    anchors: Sequence[int]
    row: Sequence[int]

    @property
    def quote(self) -> str:
        """The place's quote, trimmed."""
        return _BREAK.sub(" ", self.place.quote or "").strip()

    @property
    def first(self) -> int:
        """The first position at or beside the place."""
        return min([*self.anchors, *self.row])


def spot(words: Words, place: Place) -> Spot:
    """The place among the words."""
    row = words.rows.get((place.table, place.row), ()) if place.table is not None else ()
    return Spot(words=words, place=place, anchors=words.standing.get(stand(place), ()), row=row)


def find(at: Spot, quote: str) -> tuple[Slice, ...]:
    """The parts of passages that say the quote, in reading order; none when not all of it is found, or it might be in two places."""
    return tuple(_merged(_with_signs(at.words, part, quote) for part in _nearest(at, quote)))


def find_within(words: Words, slices: Iterable[Slice], said: str) -> tuple[Slice, ...]:
    """The parts of the slices that say this; none when they do not say it just once."""
    letters = letters_of(said).text
    if not letters:
        return ()
    wanted = list(slices)
    scope = Scope(words, [part.passage for part in wanted])
    runs = [tuple(scope.slices(run)) for run in scope.runs(said)]
    inside = [parts for parts in runs if all(any(part in other for other in wanted) for part in parts)]
    return tuple(_with_signs(words, part, said) for part in inside[0]) if len(inside) == 1 else ()


def _nearest(at: Spot, quote: str) -> Sequence[Slice]:
    passages = at.words.passages
    onwards = range(at.first, min(at.first + _FURTHER, len(passages)))
    below = [n for n in onwards if at.row and (passages[n].table, passages[n].column) == (at.place.table, at.place.column)]
    near = frozenset([*at.anchors, *at.row] if _BAR in quote else at.anchors or at.row)
    signs = not letters_of(quote).text
    for where in (at.anchors, at.row, below, onwards):
        if found := _in_order(Scope(at.words, where, signs=signs), quote, near):
            return found
    if signs:
        return ()
    window = range(max(0, at.first - _BACK), onwards.stop)
    return patched(at.words, quote, window, near, frozenset(below)) or _by_cells(at, quote)


def _by_cells(at: Spot, quote: str) -> Sequence[Slice]:
    """Each cell's part of the quote on its own: here, or as all that another cell of the table says."""
    found: list[Slice] = []
    for cell in quote.split(_BAR) if 0 < quote.count(_BAR) < _MOST_PARTS and at.row else ():
        part = _nearest(at, cell) or _only_cell(at, cell)
        if letters_of(cell).text and (not part or any(one in other or other in one for one in part for other in found)):
            return ()
        found += part
    return found


def _only_cell(at: Spot, said: str) -> Sequence[Slice]:
    same = squeeze(said)
    cells = [n for n, passage in enumerate(at.words.passages) if passage.table == at.place.table and squeeze(passage.text) == same]
    return [Slice(cells[0], 0, len(at.words.passages[cells[0]].text))] if len(cells) == 1 else ()


# Within one scope

_Found = list[tuple[Run, str]]
"""Runs with the part of the quote that each of them is."""


def _in_order(scope: Scope, quote: str, near: frozenset[int]) -> list[Slice]:
    """The parts that together say the quote; none unless all of it is found and it begins near its place, or is long and there once."""
    found: _Found = []
    for cell in quote.split(_BAR):
        if _BAR in quote and not letters_of(cell).text:
            continue  # a dash or a coloured sign beside the words of other cells
        part = _in_one(scope, cell, found) or _around_cuts(scope, cell, found)
        if not part:
            return []
        found += part
    slices = [part for run, _ in found for part in scope.slices(run)]
    said = letters_of(found[0][1]).text if found else ""
    telling = len(said) >= TELLING and scope.text.count(said) == 1
    return slices if telling or (slices and slices[0].passage in near) else []


def _in_one(scope: Scope, said: str, before: _Found) -> _Found:
    """One run that says it: the only one, or beside other cells' words the first."""
    runs = _free(scope.runs(said), before)
    chosen = [run for run in runs if scope.is_whole(run)] or runs
    return [(chosen[0], said)] if len(chosen) == 1 or (chosen and before) else []


def _around_cuts(scope: Scope, said: str, before: _Found) -> _Found:
    """The parts between cuts, one after the other."""
    found: _Found = []
    after = 0
    parts = _CUT.split(said)
    for part in parts if 1 < len(parts) < _MOST_PARTS else ():
        letters = letters_of(part).text
        runs = _free(scope.runs(part, after, loose=len(letters) >= _LOOSE), before)
        if letters and not runs:
            return []
        found += [(run, part) for run in runs[:1]]
        after = runs[0].end if runs else after
    return found


def _free(runs: Iterable[Run], before: _Found) -> list[Run]:
    return [run for run in runs if not any(run.overlaps(other) for other, _ in before)]


# Signs beside words


def _with_signs(words: Words, part: Slice, quote: str) -> Slice:
    """The slice with brackets, full stops and the like that touch it and that the quote has too."""
    text = words.passages[part.passage].text
    after, before = _SIGNS_AFTER.match(text, part.end), _SIGNS_BEFORE.search(text, 0, part.start)
    end = after.end() if after and after[0] in quote else part.end
    return Slice(part.passage, before.start() if before and before[0] in quote else part.start, end)


def _merged(slices: Iterable[Slice]) -> Iterator[Slice]:
    """Slices in order; those of one passage that overlap as one."""
    last: Slice | None = None
    for part in sorted(slices):
        if last and last.passage == part.passage and part.start <= last.end:
            last = Slice(last.passage, last.start, max(last.end, part.end))
            continue
        if last:
            yield last
        last = part
    if last:
        yield last
