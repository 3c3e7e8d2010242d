"""PDF files as lines and tables, in reading order, each with its page."""

from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake.document import Block, Document, Line
from goldthread.intake.readers.pdf_furniture import furniture
from goldthread.intake.readers.pdf_layout import Layout, lay_out
from goldthread.intake.readers.pdf_lines import Print
from goldthread.intake.readers.pdf_sheet import Unreadable, read_sheet
from goldthread.intake.readers.pdf_table import make_table
from goldthread.thread.picture import Problem

_GAP = 1.3


def read(path: Path, *, max_pages: int = 2000) -> Document:
    """The file's text lines and tables, page by page.

    Raises Refused when the file needs a password, is broken, has no pages or more than max_pages, or has no text at all.
    """
    document = _open(path)
    try:
        pages = len(document)
        if not 0 < pages <= max_pages:
            raise Refused(f"{path.name}: {pages} pages; from 1 to {max_pages} can be read. Split the file and read the parts.")
        sheets = [read_sheet(document.raw, index) for index in range(pages)]
    except Unreadable as unreadable:
        raise Refused(f"{path.name}: page {unreadable.args[0] + 1} is broken. Save the PDF again from its source, then read it.") from None
    finally:
        document.close()
    if not any(sheet.words for sheet in sheets):
        raise Refused(f"{path.name}: no text can be read, only pictures of pages. Run it through OCR, or use --ocr when Tesseract is installed.")
    return Document(file=path.name, blocks=tuple(_blocks(lay_out(sheets))), pages=pages)


def _open(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Refused(f"{path.name}: a password protects this PDF. Save a copy without a password and read that.") from None
        raise Refused(f"{path.name}: not a whole PDF; it is broken or cut short. Fetch or save it again, then read it.") from None


def _blocks(layouts: list[Layout]) -> list[Block]:
    outside = furniture([(layout.sheet.height, list(layout.lines)) for layout in layouts])
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
    pitches = [(after.base - line.base) / line.size for line, after in zip(prints, prints[1:], strict=False)]
    usual = median([pitch for pitch in pitches if 0.9 < pitch < 2] or [1.2])
    lines = []
    for number, line in enumerate(prints, start=1):
        before = prints[number - 2] if number > 1 else None
        gap = before is not None and (line.base - before.base) > _GAP * usual * max(line.size, before.size)
        place = Place(page=page, line=number, quote=line.text)
        lines.append(Line(text=line.text, place=place, size=line.size, bold=line.bold, indent=line.box.left, bullet=line.bullet, gap=gap))
    return lines
