"""The same paper made differently: what Word, Excel and browsers do to a file without changing a word that a reader sees."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.comments import Comment

Change = Callable[[Path], None]


def in_content_controls(path: Path) -> None:
    """Each cell's paragraphs stand inside a content control, as drop-down lists and date pickers do."""
    _each_paragraph(path, _into("w:sdt", "w:sdtContent"))


def with_tracked_changes(path: Path) -> None:
    """Words inserted, and others deleted, with nobody having accepted the changes: the inserted ones stand."""
    _each_paragraph(path, _track)


def with_line_breaks(path: Path) -> None:
    """A cell's lines are parted by line breaks in one paragraph."""
    document = docx.Document(str(path))
    for cell in _cells(document):
        first, *rest = cell.paragraphs
        for paragraph in rest:
            first.add_run().add_break()
            for run in list(paragraph._p.iter(qn("w:r"))):
                first._p.append(run)
            paragraph._p.getparent().remove(paragraph._p)
    document.save(str(path))


def in_a_layout_table(path: Path) -> None:
    """Each table stands in the one cell of another table, as pasted pages have it."""
    document = docx.Document(str(path))
    for table in list(document.tables):
        outer = document.add_table(rows=1, cols=1)
        table._tbl.addprevious(outer._tbl)
        outer.cell(0, 0)._tc.insert(1, table._tbl)
    document.save(str(path))


def with_hidden_words(path: Path) -> None:
    """Hidden runs stand in the paragraphs; nobody sees them."""
    document = docx.Document(str(path))
    for cell in _cells(document):
        cell.paragraphs[-1].add_run(" UNSEEN").font.hidden = True
    document.save(str(path))


def with_hard_spaces(path: Path) -> None:
    """Spaces are hard ones and long words have soft hyphens."""
    document = docx.Document(str(path))
    for cell in _cells(document):
        for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
            run.text = re.sub(r"(\w{6})(?=\w{4})", "\\1\u00ad", run.text.replace(" of ", "\u00a0of\u00a0"))
    document.save(str(path))


def with_automatic_letters(path: Path) -> None:
    """Letters a, b, c at the head of a cell's lines are Word's own numbering; the text itself has none."""
    document = docx.Document(str(path))
    for cell in _cells(document):
        lettered = [paragraph for paragraph in cell.paragraphs if re.match(r"[a-z][.)] ", paragraph.text)]
        if [paragraph.text[0] for paragraph in lettered] == list("abcdefghij"[: len(lettered)]) and lettered:
            number = _new_list(document)
            for paragraph in lettered:
                paragraph.runs[0].text = paragraph.runs[0].text[3:]
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
                paragraph._p.pPr.numPr.get_or_add_ilvl().val = 0
    document.save(str(path))


def _new_list(document: docx.document.Document) -> int:
    """The id of a new list that counts a, b, c from its own beginning."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(number := 500 + len(numbering)))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "lowerLetter"), ("lvlText", "%1)")):
        made = OxmlElement(f"w:{name}")
        made.set(qn("w:val"), value)
        level.append(made)
    abstract.append(level)
    numbering.insert(0, abstract)
    return int(numbering.add_num(number).numId)


def _cells(document: docx.document.Document) -> Iterable[docx.table._Cell]:
    seen = {id(cell._tc): cell for table in document.tables for row in table.rows for cell in row.cells}
    return seen.values()


def _each_paragraph(path: Path, change: Callable[[docx.text.paragraph.Paragraph], None]) -> None:
    document = docx.Document(str(path))
    for cell in list(_cells(document)):
        for paragraph in cell.paragraphs:
            change(paragraph)
    document.save(str(path))


def _into(*names: str) -> Callable[[docx.text.paragraph.Paragraph], None]:
    def wrap(paragraph: docx.text.paragraph.Paragraph) -> None:
        runs = paragraph._p.findall(qn("w:r"))
        if not runs:
            return
        outer = inner = OxmlElement(names[0])
        for name in names[1:]:
            inner.append(OxmlElement(name))
            inner = inner[-1]
        runs[0].addprevious(outer)
        for run in runs:
            inner.append(run)

    return wrap


def _track(paragraph: docx.text.paragraph.Paragraph) -> None:
    runs = paragraph._p.findall(qn("w:r"))
    if not runs:
        return
    gone = deepcopy(runs[0])
    for text in gone.findall(qn("w:t")):
        text.tag, text.text = qn("w:delText"), "Deleted words "
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    for mark in (deleted, inserted):
        mark.set(qn("w:author"), "Somebody")
        mark.set(qn("w:id"), "1")
    deleted.append(gone)
    runs[0].addprevious(deleted)
    runs[0].addprevious(inserted)
    for run in runs:
        inserted.append(run)


def _each_sheet(path: Path, change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> None:
    book = openpyxl.load_workbook(path, rich_text=True)
    for sheet in book.worksheets:
        change(sheet)
    book.save(path)


def with_comments(path: Path) -> None:
    """Cells have comments; nobody reads them as the cell."""

    def comment(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value:
                    cell.comment = Comment("Check this with finance", "Somebody")
                    break

    _each_sheet(path, comment)


def with_a_hidden_column(path: Path) -> None:
    """A hidden column of working notes stands at the right."""

    def hide(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        column = sheet.max_column + 1
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, column, "Old due date: 1 May 2019")
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True

    _each_sheet(path, hide)


def with_far_formatting(path: Path) -> None:
    """Cells far below and far to the right are formatted and empty, as after a whole column was filled."""

    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.cell(3000, 1).font = openpyxl.styles.Font(bold=True)
        sheet.cell(1, 60).font = openpyxl.styles.Font(bold=True)

    _each_sheet(path, fill)


def _rewrite(change: Callable[[str], str]) -> Change:
    def rewrite(path: Path) -> None:
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return rewrite


def with_hidden_elements(page: str) -> str:
    """Scripts, styles, comments and elements that are not shown."""
    hidden = '<span style="display: none">UNSEEN</span><!-- unseen --><script>var unseen = "Action";</script>'
    return page.replace("</td>", hidden + "</td>")


def with_hard_spaces_and_hyphens(page: str) -> str:
    """Entities for hard spaces and for places where a long word may break."""
    return re.sub(r"(>[^<]*?\w{6})(?=\w{4}[^<]*</t[dh]>)", "\\1&shy;", page.replace(" of ", "&nbsp;of&nbsp;"))


def in_head_and_body(page: str) -> str:
    """The table has a caption, a head and a body, and each cell's words stand in paragraphs."""
    page = re.sub(r"<(td|th)([^>]*)>(.*?)</\1>", r"<\1\2>\n  <div><p>\3</p></div>\n</\1>", page, flags=re.DOTALL)
    return page.replace("<table>", '<div class="wrap"><table class="plan"><tbody>').replace("</table>", "</tbody></table></div>")


def with_a_menu(page: str) -> str:
    """The site's menu and cookie notice stand around the paper."""
    menu = "<nav><ul><li>Home</li><li>Council and democracy</li><li>Action plans</li></ul></nav>"
    return page.replace("<body>", f"<body><header>{menu}</header><main>").replace("</body>", "</main><aside>We use cookies</aside></body>")


def _encoded(encoding: str, newline: str = "\r\n") -> Change:
    def encode(path: Path) -> None:
        path.write_bytes(path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\n", newline).encode(encoding))

    return encode


VARIANTS: dict[str, tuple[str, Change]] = {
    "content controls": ("docx", in_content_controls),
    "tracked changes": ("docx", with_tracked_changes),
    "line breaks": ("docx", with_line_breaks),
    "layout table": ("docx", in_a_layout_table),
    "hidden words": ("docx", with_hidden_words),
    "hard spaces": ("docx", with_hard_spaces),
    "automatic letters": ("docx", with_automatic_letters),
    "comments": ("xlsx", with_comments),
    "hidden column": ("xlsx", with_a_hidden_column),
    "far formatting": ("xlsx", with_far_formatting),
    "hidden elements": ("html", _rewrite(with_hidden_elements)),
    "head and body": ("html", _rewrite(in_head_and_body)),
    "hard spaces on a page": ("html", _rewrite(with_hard_spaces_and_hyphens)),
    "menu": ("html", _rewrite(with_a_menu)),
    "cp1252": ("csv", _encoded("cp1252")),
    "utf-16": ("csv", _encoded("utf-16")),
    "carriage returns": ("tabs", _encoded("utf-8")),
}
