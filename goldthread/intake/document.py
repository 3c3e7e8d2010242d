"""What every reader gives every interpreter: a document as lines and tables, each with its place.

Readers keep what is on the page and judge nothing. Interpreters never open a file.
"""

from dataclasses import dataclass

from goldthread.common.places import Place
from goldthread.thread.picture import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a cell's text with its emphasis, where the format keeps it."""

    text: str
    bold: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line or paragraph outside tables.

    text: without surrounding space; bullets as printed. level: heading level 1–6 where the format says so.
    size: type size in points where the format says so. bold: the whole line is bold.
    indent: left edge, in points or leading spaces; only differences matter. bullet: the format marks a list entry.
    gap: at least one blank line (or a wide gap) stands before it.
    """

    text: str
    place: Place
    level: int | None = None
    size: float | None = None
    bold: bool = False
    indent: float = 0
    bullet: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell. text: its paragraphs or lines joined with newlines, or empty.

    fill: shading as ``RRGGBB`` in capitals, None when there is none or it is white.
    merged_from: (row, column), both from 1, of the cell that this one is a covered part of; its text is then empty.
    """

    text: str
    place: Place
    fill: str | None = None
    spans: tuple[Span, ...] = ()
    merged_from: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, every row as long as the longest. Header rows are rows like any other.

    ruled: the cell borders are certain (the format, drawn lines or clear white space say so). When False, rows are lines of print that
    happen to be split into columns, and one cell of the original may run over several rows or be cut in the middle.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    ruled: bool = True
    title: str | None = None


Block = Line | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read. problems: what the reader left out or could not keep (hidden sheets, lost images of text…).

    furniture: the words of running headers and feet that were left out of the blocks, each once, page numbers aside.
    """

    file: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    furniture: tuple[str, ...] = ()
