"""The thread map by itself, for a page that shows nothing else and whose nodes lead to other pages.

A plan of a few dozen actions is drawn whole. A bigger one is drawn as its folds, one row each, of which one may be open, and in that
one item; so no drawing grows with the plan. What is folded is counted and never left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from goldthread.reports.map.checklist import check_line
from goldthread.reports.map.content import CheckLine, FindingLine, GradeLine
from goldthread.reports.map.folded import draw_folded, told, told_unanswered
from goldthread.reports.map.groups import folds, unanswered_findings
from goldthread.reports.map.keys import Keys
from goldthread.reports.map.layout import COLUMNS, bands, unanswered
from goldthread.reports.map.lines import Lines
from goldthread.reports.map.outline import Entry, folded_item, item_entry, unanswered_entries
from goldthread.reports.map.sums import Break, ItemSum, Sum, item_sum, summed
from goldthread.reports.map.svg import Href, draw_band
from goldthread.reports.map.words import count, fit, sentence
from goldthread.thread.checks.base import CheckFinding
from goldthread.thread.picture import Picture

MOST_ROWS = 80
"""No more actions of one item are drawn; the rest are counted."""


def _nowhere(_opened: str | None) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """How much of a plan is drawn. opened: the key of the fold or item to unfold, None for none (a key that there is not counts as none).

    href: asked with such a key, or None, for the address of the map with that unfolded and the rest folded.
    whole: a plan, or an open fold, of no more actions than this is drawn whole.
    """

    opened: str | None = None
    href: Callable[[str | None], str | None] = _nowhere
    whole: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One item of an open fold. key: its JSON Pointer; href: where it leads; toggle: the address that folds or unfolds it, if any.

    left: how many of its actions are not drawn.
    """

    key: str
    title: str
    href: str | None
    folded: bool
    toggle: str | None
    drawings: tuple[Markup, ...]
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One fold of the map. words: what it holds and how much of it is broken. toggle: as for a strand.

    drawings: the folded row, or for findings that no item answers one drawing each; an open fold of items has strands instead.
    """

    key: str
    title: str
    words: str
    folded: bool
    toggle: str | None
    drawings: tuple[Markup, ...] = ()
    strands: tuple[Strand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadMap:
    """The map: as drawings, as a list in words, and every break of the whole plan, folded or not. total: the whole plan in figures."""

    columns: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    outline: tuple[Entry, ...]
    breaks: tuple[Break, ...]
    total: Sum

    @property
    def svg(self) -> Markup:
        """Every drawing, one SVG after another, none of them taller than a printed page of A3."""
        strands = (drawing for sheet in self.sheets for strand in sheet.strands for drawing in strand.drawings)
        drawn = [drawing for sheet in self.sheets for drawing in sheet.drawings]
        return Markup("\n").join([*drawn, *strands])


def thread_map(
    picture: Picture, findings_of_checks: Sequence[CheckFinding], *, as_at: date, href: Href, fold: Fold | None = None
) -> ThreadMap:
    """The thread map of a picture as at a day.

    href: asked with the JSON Pointer of each node's thing (``/plan/items/3/actions/1``, ``/findings/7``) for the address that the node
    leads to; a node without one is no link. fold: None draws the whole plan, however big.
    """
    return _Drawing(
        picture, findings_of_checks, as_at, href, fold or Fold(whole=sum(len(item.actions) for item in picture.plan.items))
    ).map()


class _Drawing:
    def __init__(self, picture: Picture, found: Sequence[CheckFinding], as_at: date, href: Href, fold: Fold) -> None:
        self.found, self.href, self.fold = _by_key(picture, found), href, fold
        self.lines = Lines(picture, as_at, lambda key: key, self._checks)
        self.items = tuple(item_sum(position, self.lines) for position in range(len(picture.plan.items)))
        self.whole = sum(item.actions for item in self.items) <= fold.whole

    def _checks(self, key: str) -> tuple[CheckLine, ...]:
        return tuple(check_line(finding, key) for finding in self.found.get(key, ()))

    def map(self) -> ThreadMap:
        made = [self._fold(number, title, members) for number, (title, members) in enumerate(folds(self.items), start=1)]
        left = unanswered_findings(self.lines)
        made += [self._unanswered(number, title, pairs) for number, (title, pairs) in enumerate(left.items(), start=len(made) + 1)]
        open_breaks = [_unanswered_break(line) for pairs in left.values() for line, _grade in pairs]
        return ThreadMap(
            columns=COLUMNS,
            sheets=tuple(sheet for sheet, _entry in made),
            outline=tuple(entry for _sheet, entry in made),
            breaks=(*(one for item in self.items for one in item.breaks), *open_breaks),
            total=summed(self.items),
        )

    def _fold(self, number: int, title: str, members: Sequence[ItemSum]) -> tuple[Sheet, Entry]:
        key, total = f"fold-{number}", summed(members)
        words = sentence(total.words)
        if not (self.whole or self.fold.opened == key or any(item.key == self.fold.opened for item in members)):
            address = self.fold.href(key)
            drawing = _fit(draw_folded(title, told(total), aside=_aside(words, address), address=address))
            entry = Entry(kind="fold", key=key, href=address, words=f"{title}: {words}", broken=bool(total.broken))
            return Sheet(key=key, title=title, words=words, folded=True, toggle=address, drawings=(drawing,)), entry
        drawn = [self._item(item, key, all_whole=self.whole or total.actions <= self.fold.whole) for item in members]
        toggle = None if self.whole else self.fold.href(None)
        entries = tuple(entry for _strand, entry in drawn)
        entry = Entry(kind="fold", key=key, href=toggle, words=f"{title}: {words}", broken=bool(total.broken), entries=entries)
        return Sheet(key=key, title=title, words=words, folded=False, toggle=toggle, strands=tuple(strand for strand, _ in drawn)), entry

    def _item(self, item: ItemSum, fold: str, *, all_whole: bool) -> tuple[Strand, Entry]:
        title, address = f"{item.item.ref}  {item.item.text}", self.href(item.key)
        if not all_whole and self.fold.opened != item.key:
            total, toggle = summed((item,)), self.fold.href(item.key)
            drawing = _fit(draw_folded(title, told(total), aside=_aside(sentence(count(item.actions, "action")), toggle), address=toggle))
            strand = Strand(key=item.key, title=title, href=address, folded=True, toggle=toggle, drawings=(drawing,))
            return strand, folded_item(item, total, self.href, toggle)
        most = None if self.whole else MOST_ROWS
        line = self.lines.item(item.position, most)
        left = item.actions - len(line.actions)
        toggle = None if all_whole else self.fold.href(fold)
        drawings = tuple(_fit(draw_band(band, self.href)) for band in bands(line))
        strand = Strand(key=item.key, title=title, href=address, folded=False, toggle=toggle, drawings=drawings, left=left)
        return strand, item_entry(line, self.href, left)

    def _unanswered(self, number: int, title: str, pairs: Sequence[tuple[FindingLine, GradeLine | None]]) -> tuple[Sheet, Entry]:
        key, words = f"fold-{number}", sentence(count(len(pairs), "finding"))
        folded = not self.whole and self.fold.opened != key
        toggle = None if self.whole else self.fold.href(key if folded else None)
        if folded:
            grades = tuple({grade.key: grade for _line, grade in pairs if grade}.values())
            drawings: tuple[Markup, ...] = (
                _fit(draw_folded(title, told_unanswered(grades, len(pairs)), aside=_aside(words, toggle), address=toggle)),
            )
        else:
            drawings = tuple(_fit(draw_band(band, self.href)) for band in unanswered(pairs))
        entries = () if folded else unanswered_entries(pairs, self.href)
        entry = Entry(kind="fold", key=key, href=toggle, words=f"{title}: {words}", broken=True, entries=entries)
        return Sheet(key=key, title=title, words=words, folded=folded, toggle=toggle, drawings=drawings), entry


def _by_key(picture: Picture, found: Sequence[CheckFinding]) -> dict[str, list[CheckFinding]]:
    keys, by_key = Keys(picture), dict[str, list[CheckFinding]]()
    for finding in found:
        if key := keys.of(finding):
            by_key.setdefault(key, []).append(finding)
    return by_key


def _unanswered_break(line: FindingLine) -> Break:
    words = f"no item answers this; look in {line.elsewhere}" if line.elsewhere else "no item answers this"
    return Break(kind="answer", key=line.key, ref=line.finding.ref, words=words)


def _aside(words: str, address: str | None) -> str:
    return f"{words} · Unfold" if address else words


def _fit(drawing: Markup) -> Markup:
    # The drawing is markup already, its words escaped; only letters that no page may hold are taken out.
    return Markup(fit(drawing))
