"""Small documents from text, as a reader would give them: a line a line, a blank line a gap, ``|`` between cells."""

from collections.abc import Sequence

from goldthread.common.places import Place
from goldthread.intake.document import Block, Cell, Document, Line, Table

FRONT = """
Inspection of Norhaven local authority children’s services

Inspection dates: 3 June 2024 to 14 June 2024

Lead inspector: Odile Farrant, His Majesty’s Inspector

Published: 22 July 2024
"""
"""The first lines of a report on an authority that does not exist."""

PARAGRAPHS = "\n\n".join(
    f"{number}. Social workers know the children in group {number} well and visit them often." for number in range(1, 7)
)
"""Numbered prose, as reports have."""


def document(text: str, *, file: str = "report.txt") -> Document:
    """The text's document. ``# `` begins a heading (level 1), ``## `` one of level 2; ``~`` turns the page of a PDF."""
    blocks: list[Block] = []
    gap, page, rows = False, 1 if file.endswith(".pdf") else None, list[list[str]]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if "|" in line:
            rows.append([cell.strip().replace("\\n", "\n") for cell in line.split("|")])
            continue
        if rows:
            blocks.append(table(rows, page=page))
            rows = []
        if line.strip() == "~":
            page, gap = (page or 1) + 1, False
        elif line.strip():
            blocks.append(_line(line, number, gap=gap, page=page))
            gap = False
        else:
            gap = True
    return Document(file=file, blocks=tuple(blocks))


def _line(text: str, number: int, *, gap: bool, page: int | None) -> Line:
    words = text.strip()
    level = 1 if words.startswith("# ") else 2 if words.startswith("## ") else None
    words = words.lstrip("# ") if level else words
    place = Place(line=number, page=page, quote=words)
    return Line(text=words, place=place, level=level, indent=len(text) - len(text.lstrip()), gap=gap)


def table(rows: Sequence[Sequence[str]], *, page: int | None = None) -> Table:
    """A ruled table; every row as long as the longest."""
    width = max(map(len, rows))
    cells = tuple(
        tuple(
            Cell(text=text, place=Place(page=page, table=1, row=row, column=column, quote=text))
            for column, text in enumerate([*texts, *[""] * (width - len(texts))], start=1)
        )
        for row, texts in enumerate(rows, start=1)
    )
    return Table(rows=cells, place=Place(page=page, table=1))
