"""What a built paper says, in a form that two builds of the same words share."""

import io
import zipfile
from typing import Any

import openpyxl
import pypdfium2

AUTHORED = ("word/document.xml", "word/footer1.xml")
"""The parts of a Word file that hold the paper's own words, fills and emphasis; styles belong to the library's template."""


def says(name: str, data: bytes) -> Any:
    """The text of a .pdf by page, the authored parts of a .docx, or the cells of an .xlsx with their fills, merges and states."""
    if name.endswith(".pdf"):
        return _pdf(data)
    return _workbook(data) if name.endswith(".xlsx") else _word(data)


def _pdf(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def _word(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in AUTHORED]


def _workbook(data: bytes) -> list[object]:
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    sheets: list[object] = []
    for sheet in book:
        cells = [(cell.coordinate, repr(cell.value), cell.fill.fgColor.rgb) for row in sheet.iter_rows() for cell in row]
        sheets.append((sheet.title, sheet.sheet_state, sorted(map(str, sheet.merged_cells.ranges)), cells))
    return sheets
