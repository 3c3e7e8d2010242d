"""A made-up report as blocks, before it is known which kind of file will carry it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SQUARE = "\u25fc"
WINGDINGS_SQUARE = "\uf0a7"
SYMBOL_DOT = "\uf0b7"
WINGDINGS_BOX = "\uf06e"
DOT = "\u2022"
DASH = "\u2013"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list with its sub-points."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. note: a footnote digit that stands on it."""

    text: str
    level: int = 2
    note: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. number: printed before it. split, lost: the .txt has the number on a line of its own, or a dash for it."""

    text: str
    number: int | None = None
    bold: bool = False
    split: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list. mark: printed before each entry; empty for none. numbered: 1, 2, 3 instead of the mark."""

    entries: tuple[Entry, ...]
    mark: str = SQUARE
    under_mark: str = DASH
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first a header unless told. A row of one cell goes right across.

    flow: how the .txt lays it out: ``row`` (columns kept by spaces), ``below`` (each cell on lines of its own),
    ``wrapped`` (a row's cells run on), ``columns`` (the whole first column, then the second). ruled: lines are drawn.
    """

    rows: tuple[tuple[str, ...], ...]
    flow: str = "row"
    header: bool = True
    ruled: bool = True
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """Two runs of paragraphs side by side."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents page: headings with their pages."""

    entries: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """Small print at the foot of the page where it stands."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""


Block = Heading | Para | Bullets | Table | Beside | Contents | Footnote | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper. footer, header: on every page of files that have pages.

    page_lines, width: of the .txt's pages. hang: the .txt indents an entry's later lines.
    word_lists: Word keeps lists as lists, so that no mark is in the text; word_numbers: the same for numbered paragraphs.
    """

    title: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()
    header: str = ""
    page_lines: int = 46
    width: int = 84
    hang: bool = False
    word_lists: bool = True
    word_numbers: bool = False


Writer = Callable[[Paper, Path], None]


def entries(texts: tuple[str, ...]) -> tuple[Entry, ...]:
    """A list's entries without sub-points."""
    return tuple(Entry(text=text) for text in texts)


def bullets(texts: tuple[str, ...], mark: str = SQUARE) -> Bullets:
    """A plain list."""
    return Bullets(entries(texts), mark)


def numbered(start: int, *texts: str, split: tuple[int, ...] = (), lost: tuple[int, ...] = ()) -> tuple[Para, ...]:
    """Numbered paragraphs from start on."""
    return tuple(Para(text, number, split=number in split, lost=number in lost) for number, text in enumerate(texts, start))
