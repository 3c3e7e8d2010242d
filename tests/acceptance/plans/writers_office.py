"""Papers as Word documents and workbooks."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from tests.acceptance.plans.paper import Block, Bullets, Cell, Heading, PageBreak, Paper, Run, Sheet, Table, Text, runs

HEADER_FILL = "D9E2EC"


def write_docx(paper: Paper, path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    if paper.footer:
        section.footer.paragraphs[0].text = paper.footer
    for block in paper.blocks:
        _docx_block(document, block)
    document.save(str(path))


def _docx_block(document: docx.document.Document, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, block.level)
    elif isinstance(block, Text):
        _docx_runs(document.add_paragraph(), block.text)
    elif isinstance(block, Bullets):
        for text in block.texts:
            _docx_runs(document.add_paragraph(style="List Number" if block.numbered else "List Bullet"), text)
    elif isinstance(block, PageBreak):
        document.add_page_break()
    else:
        _docx_table(document, block)


def _docx_runs(paragraph: docx.text.paragraph.Paragraph, markup: str, *, bold: bool = False) -> None:
    for run in runs(markup):
        made = paragraph.add_run(run.text)
        made.bold, made.underline, made.font.strike = run.bold or bold or None, run.underline or None, run.strike or None


def _docx_table(document: docx.document.Document, block: Table) -> None:
    grid = block.grid()
    made = document.add_table(rows=len(grid), cols=len(grid[0]))
    made.style = "Table Grid"
    places = [list(row.cells) for row in made.rows]
    for row, cells in enumerate(grid):
        for column, (cell, starts) in enumerate(cells):
            if starts:
                corner = places[row][column]
                if cell.across > 1 or cell.down > 1:
                    corner = corner.merge(places[row + cell.down - 1][column + cell.across - 1])
                header = row < block.headers and not block.plain_header
                _docx_cell(corner, cell, header=header)
        if row < block.headers and block.repeat:
            made.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _docx_cell(place: docx.table._Cell, cell: Cell, *, header: bool) -> None:
    for number, text in enumerate(cell.markup.split("\n")):
        _docx_runs(place.paragraphs[0] if not number else place.add_paragraph(), text, bold=header)
    fill = cell.fill or (HEADER_FILL if header else None)
    if fill:
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(qn(f"w:{name}"), value)
        place._tc.get_or_add_tcPr().append(shading)


def write_xlsx(paper: Paper, path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in paper.sheets:
        _xlsx_sheet(book, sheet, paper.footer)
    book.save(path)


def _xlsx_sheet(book: openpyxl.Workbook, sheet: Sheet, footer: str) -> None:
    page = book.create_sheet(sheet.name)
    page.sheet_state = "hidden" if sheet.hidden else "visible"
    page.oddFooter.center.text = footer or None
    row = 1
    for block in sheet.blocks:
        if isinstance(block, Table):
            row = _xlsx_table(page, block, row) + 1
        elif not isinstance(block, PageBreak):
            row = _xlsx_lines(page, block, row)


def _xlsx_lines(page: openpyxl.worksheet.worksheet.Worksheet, block: Block, row: int) -> int:
    """Write headings, text and bullets in the first column; the next free row."""
    if isinstance(block, Heading):
        page.cell(row, 1, block.text).font = Font(bold=True, size=18 - 2 * block.level)
        return row + 1
    texts = block.texts if isinstance(block, Bullets) else (block.text,) if isinstance(block, Text) else ()
    for number, text in enumerate(texts):
        mark = "" if isinstance(block, Text) else f"{number + 1}. " if isinstance(block, Bullets) and block.numbered else "• "
        page.cell(row + number, 1, _rich(mark + text))
    return row + len(texts)


def _xlsx_table(page: openpyxl.worksheet.worksheet.Worksheet, block: Table, top: int) -> int:
    side = Side(style="thin")
    grid = block.grid()
    for row, cells in enumerate(grid):
        for column, (cell, starts) in enumerate(cells):
            place = page.cell(top + row, column + 1)
            place.border = Border(left=side, right=side, top=side, bottom=side)
            if starts:
                _xlsx_cell(place, cell, header=row < block.headers and not block.plain_header)
                if cell.across > 1 or cell.down > 1:
                    ends = {"end_row": top + row + cell.down - 1, "end_column": column + cell.across}
                    page.merge_cells(start_row=top + row, start_column=column + 1, **ends)
    return top + len(grid)


def _xlsx_cell(place: openpyxl.cell.cell.Cell, cell: Cell, *, header: bool) -> None:
    place.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(cell.value, date):
        place.value, place.number_format = cell.value, cell.number_format
    else:
        place.value = _rich(cell.value) or None
    if header:
        place.font = Font(bold=True)
    fill = cell.fill or (HEADER_FILL if header else None)
    if fill:
        place.fill = PatternFill("solid", fgColor=fill)


def _rich(markup: str) -> str | CellRichText:
    found = runs(markup)
    if not any(run.bold or run.underline or run.strike for run in found):
        return markup
    return CellRichText(*_blocks(found))


def _blocks(found: Iterable[Run]) -> list[str | TextBlock]:
    return [
        TextBlock(InlineFont(b=run.bold or None, u="single" if run.underline else None, strike=run.strike or None), run.text)
        if run.bold or run.underline or run.strike
        else run.text
        for run in found
    ]
