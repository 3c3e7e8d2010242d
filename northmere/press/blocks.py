"""A paper as blocks, before it is known whether Word or PDF will carry it."""

from dataclasses import dataclass

HEADER_FILL = "D9E2EC"
ITEM_FILL = "EEF2F6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text with its emphasis. raised: set as a superscript, as footnote marks are."""

    text: str
    bold: bool = False
    underline: bool = False
    raised: bool = False


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading. mark: a footnote digit printed after it; contents: whether the contents page lists it."""

    text: str
    level: int
    mark: str | None = None
    contents: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph. size: in points. number: printed before it with a hanging indent.

    space: points after it. keep: on the page of what follows.
    """

    runs: Paragraph
    size: float = 11
    number: str | None = None
    space: float = 6
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A bulleted list."""

    texts: tuple[str, ...]
    size: float = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A contents page. entries: (heading, page number in the Word form); the PDF works its own numbers out."""

    heading: str
    entries: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note at the foot of the page."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """The next block starts a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell that starts at its place; those that it covers across and down are not given."""

    paragraphs: tuple[Paragraph, ...] = ()
    fill: str | None = None
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table. widths: shares of the page; headers: how many first rows repeat on every page."""

    widths: tuple[int, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    headers: int = 1
    size: float = 9


Block = Heading | Text | Bullets | Contents | Footnote | PageBreak | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper. footer: lines at the foot of every page, beside the page number. size: of its type, in points."""

    title: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]
    landscape: bool = False
    size: float = 11


def plain(text: str, *, bold: bool = False, underline: bool = False) -> Paragraph:
    """A paragraph of one run."""
    return (Run(text=text, bold=bold, underline=underline),)


def cell(*texts: str, bold: bool = False, fill: str | None = None, across: int = 1, down: int = 1) -> GridCell:
    """A cell with a paragraph for each text."""
    return GridCell(paragraphs=tuple(plain(text, bold=bold) for text in texts), fill=fill, across=across, down=down)
