"""PDF files as lines and tables, in reading order, each with its page."""

import itertools
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake.document import Block, Document, Line
from goldthread.intake.readers.pdf_furniture import Page, furniture, printed_furniture
from goldthread.intake.readers.pdf_geometry import Sheet
from goldthread.intake.readers.pdf_layout import Layout, lay_out
from goldthread.intake.readers.pdf_lines import Print
from goldthread.intake.readers.pdf_problems import page_problems
from goldthread.intake.readers.pdf_sheet import Unreadable, read_sheet
from goldthread.intake.readers.pdf_table import make_table

_GAP = 1.3  # of the usual distance between lines
_TAIL = 2048  # bytes at the end, where a whole file says that it ends


class OnlyPictures(Refused):
    """A PDF without text. pages: how many it has, for whoever can read pictures."""

    def __init__(self, name: str, pages: int) -> None:
        super().__init__(
            f"{name}: no text can be read, only pictures of pages. Run it through OCR, or use --ocr when Tesseract is installed."
        )
        self.pages = pages


def read(path: Path, *, max_pages: int = 2000) -> Document:
    """The file's lines and tables in reading order, each with its page; sizes and indents in points.

    Running headers and footers, page numbers, text set sideways and text that cannot be seen are left out. Tables
    without upright lines have ``ruled=False`` unless level lines, white or numbers tell their rows. A table that runs over
    pages comes as one piece for each page.
    Raises Refused when the file needs a password, is broken or cut short, has no pages or more than max_pages, or has no text.
    """
    document = _open(path)
    try:
        pages = len(document)
        if not 0 < pages <= max_pages:
            raise Refused(f"{path.name}: {pages} pages; from 1 to {max_pages} can be read. Split the file and read the parts.")
        sheets, broken = _sheets(document, pages)
    finally:
        document.close()
    if len(broken) == pages:
        raise Refused(f"{path.name}: none of its pages can be opened; the file is broken. Save it again from its source, then read it.")
    if not any(sheet.words for sheet in sheets):
        raise OnlyPictures(path.name, pages)
    layouts = lay_out(sheets)
    printed = [Page(layout.sheet.height, list(layout.lines)) for layout in layouts]
    outside = furniture(printed)
    return Document(
        file=path.name,
        blocks=tuple(_blocks(layouts, outside)),
        pages=pages,
        problems=tuple(page_problems(sheets, broken)),
        furniture=printed_furniture(printed, outside),
    )


def _open(path: Path) -> Any:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Refused(f"{path.name}: a password protects this PDF. Save a copy without a password and read that.") from None
        raise Refused(f"{path.name}: not a whole PDF; it is broken or cut short. Fetch or save it again, then read it.") from None
    if not _has_end(path):  # the library mends what it can and would silently lose the pages that are missing
        document.close()
        raise Refused(f"{path.name}: this PDF is cut short; its end is missing. Fetch or save it again, then read it.")
    return document


def _has_end(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-min(_TAIL, path.stat().st_size), 2)
        return b"%%EOF" in file.read()


def _sheets(document: Any, pages: int) -> tuple[list[Sheet], list[int]]:
    """The pages that can be opened, and the numbers of those that cannot."""
    sheets: list[Sheet] = []
    broken: list[int] = []
    for index in range(pages):
        try:
            sheets.append(read_sheet(document.raw, index))
        except Unreadable:
            broken.append(index + 1)
    return sheets, broken


def _blocks(layouts: list[Layout], outside: list[set[int]]) -> list[Block]:
    blocks: list[Block] = []
    tables = 0
    for layout, dropped in zip(layouts, outside, strict=True):
        sheet = layout.sheet
        kept = [line for index, line in enumerate(layout.lines) if index not in dropped]
        lines = list(zip(kept, _lines(sheet.number, kept), strict=True))
        for piece in layout.pieces:
            blocks += [line for drawn, line in lines if drawn.base < piece.grid.ys[0]]
            lines = [(drawn, line) for drawn, line in lines if drawn.base >= piece.grid.ys[0]]
            tables += 1
            blocks.append(make_table(piece.grid, list(piece.words), sheet.fills, sheet.number, tables, ruled=piece.ruled))
        blocks += [line for _, line in lines]
    return blocks


def _lines(page: int, prints: list[Print]) -> list[Line]:
    pitches = [(after.base - line.base) / (line.size or 1) for line, after in itertools.pairwise(prints)]
    usual = median([pitch for pitch in pitches if 0.9 < pitch < 2] or [1.2])
    lines = []
    for number, line in enumerate(prints, start=1):
        before = prints[number - 2] if number > 1 else None
        gap = before is not None and line.base - before.base > _GAP * usual * max(line.size, before.size)
        place = Place(page=page, line=number, quote=line.text)
        lines.append(Line(text=line.text, place=place, size=line.size, bold=line.bold, indent=line.box.left, bullet=line.bullet, gap=gap))
    return lines
