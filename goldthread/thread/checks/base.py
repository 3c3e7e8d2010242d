"""What a check is, what it may look at, what it says, and the list that it is entered in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from goldthread.common.places import NOWHERE, Place
from goldthread.common.text import words_in_list
from goldthread.thread.checks.config import Config
from goldthread.thread.links import Links, links
from goldthread.thread.picture import Action, Finding, Item, Picture

EXAMPLE_DAY = date(2026, 3, 31)
"""The day that every check's bad and good example is checked for."""

SEVERITIES = ("error", "warning", "note")
"""``error``: the thread is broken here. ``warning``: it is likely to break. ``note``: better put otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One action with the item it stands under and its position there, from 1."""

    item: Item
    action: Action
    position: int

    @property
    def where(self) -> str:
        """``item 5:action 2``: by the action's printed number, else by position."""
        return f"{at_item(self.item)}:action {(self.action.number or str(self.position)).rstrip('.')}"

    def place(self, field_name: str) -> Place:
        """The place of one value of the action, else the action's own."""
        return (self.action.places or {}).get(field_name, self.action.place)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a check looks at: a picture, the day it is checked for, and what the plan's owners have set."""

    picture: Picture
    as_at: date
    config: Config = field(default_factory=Config)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every action of the plan in order."""
        return tuple(
            Line(item=item, action=action, position=position)
            for item in self.picture.plan.items
            for position, action in enumerate(item.actions, 1)
        )

    def lines_of(self, item: Item) -> tuple[Line, ...]:
        """The actions of one item of the plan in order."""
        return tuple(self._by_item.get(id(item), ()))

    @cached_property
    def _by_item(self) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(id(line.item), []).append(line)
        return found

    @cached_property
    def links(self) -> Links:
        """Which item answers which finding."""
        return links(self.picture)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a check found. message, do: lower case, without a full stop; do is empty for the check's usual advice.

    refs: the refs of the items and findings concerned.
    """

    where: str
    message: str
    do: str = ""
    place: Place = NOWHERE
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFinding:
    """What a run reports: a hit with its check's code, title and severity."""

    code: str
    title: str
    where: str
    message: str
    do: str
    place: Place = NOWHERE
    refs: tuple[str, ...] = ()
    severity: str = "warning"

    def line(self, file: str) -> str:
        """As linters print it: ``plan.docx:item 5:action 2: GT204 two leads and none responsible — underline or mark one``."""
        return f"{file}:{self.where}: {self.code} {self.message} — {self.do}"


Look = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look for.

    why: what goes wrong when nobody looks. source: the statute, guidance, inspectorate or kind of document behind it.
    do: the usual advice. bad, good: small pictures, the first flagged by this check and the second not, as at EXAMPLE_DAY.
    """

    code: str
    title: str
    why: str
    source: str
    do: str
    bad: Picture
    good: Picture
    look: Look
    severity: str = "warning"

    def run(self, subject: Subject) -> Iterator[CheckFinding]:
        """Everything that this check finds."""
        for hit in self.look(subject):
            yield CheckFinding(
                code=self.code,
                title=self.title,
                where=hit.where,
                message=hit.message,
                do=hit.do or self.do,
                place=hit.place,
                refs=hit.refs,
                severity=self.severity,
            )

    @property
    def bad_output(self) -> tuple[str, ...]:
        """The lines printed for the bad example."""
        found = self.run(Subject(picture=self.bad, as_at=EXAMPLE_DAY))
        return tuple(finding.line(self.bad.source.file) for finding in found)


REGISTERED: dict[str, Check] = {}


def check(
    *, code: str, title: str, why: str, source: str, do: str, bad: Picture, good: Picture, severity: str = "warning"
) -> Callable[[Look], Look]:
    """Enter the function below as the check with this code. Raises ValueError when the code is taken: codes are never reused."""

    def enter(look: Look) -> Look:
        if code in REGISTERED or severity not in SEVERITIES:
            raise ValueError(f"{code} is taken, or {severity} is none of {SEVERITIES}")
        REGISTERED[code] = Check(code=code, title=title, why=why, source=source, do=do, bad=bad, good=good, look=look, severity=severity)
        return look

    return enter


def at_item(item: Item) -> str:
    """``item 5``, by the item's ref."""
    return f"item {item.ref}"


def at_finding(finding: Finding) -> str:
    """``finding A3`` or ``paragraph 14``, by the finding's ref."""
    return f"paragraph {finding.ref[1:]}" if finding.kind == "paragraph" else f"finding {finding.ref}"


def on_line(line: Line, message: str, *, value: str = "text", do: str = "", also: Sequence[str] = ()) -> Hit:
    """A hit on an action, at the place of one of its values."""
    return Hit(where=line.where, message=message, do=do, place=line.place(value), refs=(line.item.ref, *also))


def on_item(item: Item, message: str, *, do: str = "", place: Place | None = None, also: Sequence[str] = ()) -> Hit:
    """A hit on an item."""
    return Hit(where=at_item(item), message=message, do=do, place=place or item.place, refs=(item.ref, *also))


def on_plan(message: str, *, do: str = "", place: Place = NOWHERE, refs: Sequence[str] = ()) -> Hit:
    """A hit on the plan as a whole."""
    return Hit(where="plan", message=message, do=do, place=place, refs=tuple(refs))


def each_or_once(hits: Sequence[Hit], total: int, whole: str) -> Sequence[Hit]:
    """The hits; but one hit on the plan when every one of two or more has the same gap: then a column is missing."""
    return [on_plan(whole.format(count=total))] if total >= 2 and len(hits) == total else hits


FEW = 5
"""So many hits of one check that all say the same are told apart; more are told once, with a list of where."""


def each_or_listed(hits: Sequence[Hit], whole: str) -> Sequence[Hit]:
    """The hits; but more than a few that say the same thing are one hit on the plan, at the place of the first."""
    if len(hits) <= FEW:
        return hits
    message = f"{whole.format(count=len(hits))}: {wheres_in_words(hit.where for hit in hits)}"
    return [on_plan(message, place=hits[0].place, refs=tuple(dict.fromkeys(ref for hit in hits for ref in hit.refs)))]


def wheres_in_words(wheres: Iterable[str]) -> str:
    """``item 1:action 1``, ``item 1:action 2`` and ``item 4:action 1`` as ``item 1 (1, 2), item 4 (1)``."""
    by_item: dict[str, list[str]] = {}
    for where in wheres:
        item, _, beneath = where.partition(":")
        by_item.setdefault(item, []).append(beneath.removeprefix("action "))
    return ", ".join(f"{item} ({', '.join(inner)})" if all(inner) else item for item, inner in by_item.items())


def quoted_list(texts: Iterable[str]) -> str:
    """``“a”``, ``“a” and “b”``, ``“a”, “b” and “c”``."""
    return words_in_list(f"“{text}”" for text in texts)
