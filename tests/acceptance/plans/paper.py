"""A plain description of a paper, and what each format keeps of it. The writers are in ``writers_*.py``.

Cells and paragraphs are written in a small markup: ``**bold**``, ``__underlined__``, ``~~struck~~``; a newline starts a
new paragraph of the cell. As in HTML, a row lists only the cells that start in it; those that a span covers are left out.
"""

import re
from dataclasses import dataclass
from datetime import date

MARKS = {"**": "bold", "__": "underline", "~~": "strike"}

KEEPS = {
    "docx": {"bold", "underline", "fill", "merge"},
    "xlsx": {"bold", "underline", "fill", "merge"},
    "html": {"bold", "underline", "fill", "merge"},
    "pdf": {"bold", "underline", "fill", "merge"},
    "pdf-rows": {"bold", "underline", "fill"},
    "pdf-bare": {"bold", "underline", "fill"},
    "md": {"bold", "underline"},
    "csv": set(),
    "tabs": set(),
    "aligned": set(),
}
"""What a reader can still see of emphasis, shading and spans in each format."""

SUFFIX = {"tabs": "txt", "aligned": "txt", "pdf-rows": "pdf", "pdf-bare": "pdf"}


@dataclass(frozen=True, kw_only=True)
class Run:
    text: str
    bold: bool = False
    underline: bool = False
    strike: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """value: marked-up text, or a real date (a date cell in a workbook). number_format: how a workbook shows that date."""

    value: str | date = ""
    across: int = 1
    down: int = 1
    fill: str | None = None
    number_format: str = "dd/mm/yyyy"

    @property
    def markup(self) -> str:
        return self.value if isinstance(self.value, str) else self.value.strftime("%d/%m/%Y")

    @property
    def plain(self) -> str:
        return plain(self.markup)


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Bullets:
    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True, kw_only=True)
class Table:
    """headers: how many rows at the top are headers. repeat: print them again on each page. widths: of the columns, relative."""

    rows: tuple[tuple[Cell, ...], ...]
    headers: int = 1
    widths: tuple[int, ...] = ()
    repeat: bool = True
    plain_header: bool = False

    def grid(self) -> list[list[tuple[Cell, bool]]]:
        """Every row in full: each place has its cell and whether the cell starts there."""
        places: dict[tuple[int, int], tuple[Cell, bool]] = {}
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in places:
                    column += 1
                _occupy(places, row, column, cell)
        width = 1 + max(column for _row, column in places)
        empty = (Cell(), True)
        return [[places.get((row, column), empty) for column in range(width)] for row in range(len(self.rows))]


Block = Heading | Text | Bullets | PageBreak | Table


@dataclass(frozen=True, kw_only=True)
class Sheet:
    name: str
    blocks: tuple[Block, ...]
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class Paper:
    """page_height: of the PDF in centimetres, small ones cut rows. footer: printed on each page where there are pages."""

    sheets: tuple[Sheet, ...]
    footer: str = ""
    page_height: float = 21.0

    @property
    def shown(self) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets if not sheet.hidden)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All shown sheets as one run of blocks, each sheet's name a heading where there are several."""
        several = len(self.shown) > 1
        return tuple(block for sheet in self.shown for block in ((Heading(sheet.name), *sheet.blocks) if several else sheet.blocks))


def _occupy(places: dict[tuple[int, int], tuple[Cell, bool]], row: int, column: int, cell: Cell) -> None:
    for down in range(cell.down):
        for across in range(cell.across):
            place = (row + down, column + across)
            assert place not in places, f"spans overlap at {place}: {cell}"
            places[place] = (cell, not down and not across)


def runs(markup: str) -> list[Run]:
    """One paragraph's runs."""
    on: set[str] = set()
    made = []
    for piece in re.split(r"(\*\*|__|~~)", markup):
        if piece in MARKS:
            on ^= {MARKS[piece]}
        elif piece:
            made.append(Run(text=piece, bold="bold" in on, underline="underline" in on, strike="strike" in on))
    return made


def plain(markup: str) -> str:
    return re.sub(r"\*\*|__|~~", "", markup)


def cell(value: str | date | Cell, **fields: object) -> Cell:
    return value if isinstance(value, Cell) else Cell(value=value, **fields)  # type: ignore[arg-type]


def table(*rows: "tuple[str | date | Cell, ...] | list[str | date | Cell]", headers: int = 1, **fields: object) -> Table:
    """A table from rows of texts, dates and cells."""
    return Table(rows=tuple(tuple(cell(value) for value in row) for row in rows), headers=headers, **fields)  # type: ignore[arg-type]


def paper(*blocks: Block, **fields: object) -> Paper:
    """A paper of one sheet."""
    return Paper(sheets=(Sheet(name="Plan", blocks=blocks),), **fields)  # type: ignore[arg-type]
