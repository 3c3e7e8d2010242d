"""The values that components show. Templates take these, or dictionaries with the same names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from goldthread.common.dates import PartDate
from goldthread.reports.map.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """text: the words pressed. href: None for words that lead nowhere, such as the page itself in a trail."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One of several views of the same thing. count: how many lie behind it, shown even when 0; None shows none."""

    text: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a summary list.

    value: text, date, number, safe markup, or a sequence of them; None or "" is missing. href: where it is changed.
    missing: the link's words in place of a missing value; without an href, ``none`` stands there instead.
    """

    key: str
    value: object = None
    href: str | None = None
    action: str = "Change"
    note: str = ""
    missing: str = ""
    none: str = "None given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. key: what ``sort`` is in the address when the table is ordered by it; None cannot be ordered.

    numeric: set right. hidden: a heading for the ear only, as over a column of buttons. least, greatest: what comes first when it
    is ordered upwards and downwards, such as ``earliest`` and ``latest``.
    """

    text: str
    key: str | None = None
    numeric: bool = False
    hidden: bool = False
    least: str = ""
    greatest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. who: by role first. words: plain text or safe markup below it."""

    title: str
    when: date | datetime | PartDate
    who: str = ""
    words: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A line of a task list. tone: a tag's colour (``blue``, ``grey``, ``red`` for errors only); None shows plain words."""

    text: str
    status: str
    href: str | None = None
    hint: str = ""
    tone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One of a list of cards."""

    title: str
    href: str | None = None
    text: str = ""
    meta: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of a strip and the rating given in it, None where none was."""

    part: PartDate
    mark: Mark | None = None


Months = Sequence[Month]
