"""A paper as a Word document, with the habits of councils' own: repeated header rows, merged cells, shading, field page numbers."""

import io
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from press.archive import steady
from press.blocks import Block, Bullets, Contents, Footnote, Grid, GridCell, Heading, PageBreak, Paper, Paragraph, Text

HEADING_SIZES = {1: 22, 2: 14, 3: 11.5}


def word_bytes(paper: Paper, made_on: datetime) -> bytes:
    """The paper as the bytes of a .docx that says it was made at that moment."""
    document = docx.Document()
    _set_page(document, paper)
    _set_styles(document)
    for before, block in zip((None, *paper.blocks), paper.blocks, strict=False):
        already = len(document.paragraphs)
        _add(document, block)
        if isinstance(before, PageBreak):
            document.paragraphs[already].paragraph_format.page_break_before = True
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.title, "Goldthread", "Goldthread"
    properties.created = properties.modified = made_on
    properties.comments, properties.revision = "", 1
    saved = io.BytesIO()
    document.save(saved)
    return steady(saved.getvalue(), made_on)


def _set_page(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if paper.landscape else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(1.5 if paper.landscape else 2.5)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.9)
    for place, line in enumerate(paper.footer):
        paragraph = section.footer.paragraphs[0] if place == 0 else section.footer.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(_room(document), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(line).font.size = Pt(8)
    _add_field(section.footer.paragraphs[-1], "PAGE")


def _room(document: Any) -> Any:
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _add_field(paragraph: Any, code: str) -> None:
    run = paragraph.add_run("\t")
    run.font.size = Pt(8)
    for kind, text in (("begin", None), (None, code), ("separate", None), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _set_styles(document: Any) -> None:
    names = {"Normal": 11.0, **{f"Heading {level}": size for level, size in HEADING_SIZES.items()}}
    for name, size in names.items():
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(attribute), "Arial")
        if name != "Normal":
            style.font.color.rgb, style.font.bold = RGBColor(0x17, 0x21, 0x2B), name != "Heading 1"


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        heading = document.add_heading(block.text, block.level)
        heading.paragraph_format.space_after = Pt(6)
        if block.mark:
            heading.add_run(block.mark).font.superscript = True
    elif isinstance(block, Text):
        _add_text(document, block)
    elif isinstance(block, Bullets):
        for text in block.texts:
            document.add_paragraph(style="List Bullet").add_run(text).font.size = Pt(block.size)
    elif isinstance(block, Contents):
        _add_contents(document, block)
    elif isinstance(block, Footnote):
        paragraph = document.add_paragraph()
        paragraph.add_run(block.mark).font.superscript = True
        paragraph.add_run(f" {block.text}").font.size = Pt(8.5)
    elif isinstance(block, Grid):
        _add_grid(document, block)


def _add_text(document: Any, block: Text) -> None:
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_after, layout.keep_with_next = Pt(block.space), block.keep or None
    if block.number:
        layout.left_indent, layout.first_line_indent = Cm(0.9), Cm(-0.9)
        paragraph.add_run(f"{block.number}.\t").font.size = Pt(block.size)
    _add_runs(paragraph, block.runs, block.size)


def _add_runs(paragraph: Any, runs: Paragraph, size: float) -> None:
    for run in runs:
        made = paragraph.add_run(run.text)
        made.font.size = Pt(size)
        made.bold, made.underline = run.bold or None, run.underline or None


def _add_contents(document: Any, block: Contents) -> None:
    document.add_paragraph().add_run(block.heading).bold = True
    for heading, page in block.entries:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.right_indent = Cm(0)
        paragraph.paragraph_format.tab_stops.add_tab_stop(_room(document), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(f"{heading}\t{page}").font.size = Pt(10)


def _add_grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=len(grid.rows), cols=len(grid.widths))
    table.style, table.autofit = "Table Grid", False
    cells = [list(row.cells) for row in table.rows]
    room = _room(document)
    for width, column in zip(grid.widths, table.columns, strict=True):
        column.width = int(room * width / sum(grid.widths))
    for row in cells:
        for width, made in zip(grid.widths, row, strict=True):
            made.width = int(room * width / sum(grid.widths))
    covered: set[tuple[int, int]] = set()
    for down, given in enumerate(grid.rows):
        across = 0
        for drawn in given:
            while (down, across) in covered:
                across += 1
            covered |= {(down + below, across + beside) for below in range(drawn.down) for beside in range(drawn.across)}
            made = cells[down][across]
            if drawn.down > 1 or drawn.across > 1:
                made = made.merge(cells[down + drawn.down - 1][across + drawn.across - 1])
            _fill(made, drawn, grid.size)
    for row in table.rows[: grid.headers]:
        _mark(row._tr.get_or_add_trPr(), "w:tblHeader")
    for row in table.rows:
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")


def _mark(properties: Any, name: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    properties.append(element)


def _fill(made: Any, drawn: GridCell, size: float) -> None:
    for paragraph in made.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    for place, runs in enumerate(drawn.paragraphs):
        paragraph = made.paragraphs[0] if place == 0 else made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        _add_runs(paragraph, runs, size)
    if drawn.fill:
        shading = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", drawn.fill)):
            shading.set(qn(name), value)
        made._tc.get_or_add_tcPr().append(shading)
