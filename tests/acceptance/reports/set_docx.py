"""A paper as a Word document with headings, lists, tables and real page feet."""

from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt

from tests.acceptance.reports.paper import Beside, Block, Bullets, Contents, Footnote, Heading, PageBreak, Paper, Para, Table


def write(paper: Paper, path: Path) -> None:
    """Writes the paper as .docx."""
    document = docx.Document()
    document.core_properties.title = paper.title
    document.sections[0].header.paragraphs[0].text = paper.header
    document.sections[0].footer.paragraphs[0].text = "\n".join(paper.footer)
    for block in paper.blocks:
        _block(block, paper, document)
    document.save(str(path))


def _block(block: Block, paper: Paper, document: Document) -> None:
    match block:
        case Heading():
            _heading(block, document)
        case Para():
            _para(block, paper, document)
        case Bullets():
            _bullets(block, paper, document)
        case Table():
            _table(block, document)
        case Beside():
            table = document.add_table(rows=1, cols=2)
            for cell, texts in zip(table.rows[0].cells, (block.left, block.right), strict=True):
                cell.text = "\n".join(texts)
        case Contents():
            _contents(block, document)
        case Footnote():
            paragraph = document.add_paragraph()
            paragraph.add_run(block.mark).font.superscript = True
            paragraph.add_run(" " + block.text).font.size = Pt(8)
        case PageBreak():
            document.add_page_break()


def _heading(heading: Heading, document: Document) -> None:
    paragraph = document.add_heading(heading.text, heading.level)
    if heading.note:
        paragraph.add_run(heading.note).font.superscript = True


def _contents(contents: Contents, document: Document) -> None:
    document.add_paragraph("Contents")
    for text, page in contents.entries:
        document.add_paragraph(f"{text}\t{page}")


def _para(para: Para, paper: Paper, document: Document) -> None:
    if para.number is not None and paper.word_numbers:
        paragraph = document.add_paragraph(style="List Number")
    else:
        paragraph = document.add_paragraph()
        if para.number is not None:
            paragraph.add_run(f"{para.number}.\t")
    paragraph.add_run(para.text).bold = para.bold or None


def _bullets(block: Bullets, paper: Paper, document: Document) -> None:
    for number, entry in enumerate(block.entries, 1):
        if block.numbered:
            document.add_paragraph(f"{number}.\t{entry.text}")
        elif not block.mark:
            document.add_paragraph(entry.text)
        elif paper.word_lists:
            document.add_paragraph(entry.text, style="List Bullet")
        else:
            document.add_paragraph(f"{block.mark}\t{entry.text}")
        for text in entry.under:
            _under(text, block, paper, document)


def _under(text: str, block: Bullets, paper: Paper, document: Document) -> None:
    if paper.word_lists:
        document.add_paragraph(text, style="List Bullet 2")
    else:
        document.add_paragraph(f"{block.under_mark}\t{text}").paragraph_format.left_indent = Pt(36)


def _table(table: Table, document: Document) -> None:
    across = max(map(len, table.rows))
    made = document.add_table(rows=len(table.rows), cols=across)
    if table.ruled:
        made.style = "Table Grid"
    for number, row in enumerate(table.rows):
        cells = made.rows[number].cells
        if len(row) == 1 and across > 1:
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    if table.header:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
