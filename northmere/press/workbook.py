"""The improvement plan as the tracker that the improvement team keeps in Excel."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from press.archive import steady
from press.words import LETTERS, Action, Item, Section, fills, read, sections, spoken_date

GROUPS = (
    ("Item", ("No.", "Area", "Outcome", "Measure")),
    ("Action", ("Ref", "Action", "Lead", "Due", "Accountable to")),
    ("Position at 31 March 2026", ("Progress", "Evidence", "RAG", "Notes")),
)
WIDTHS = (6, 34, 30, 28, 7, 42, 26, 18, 24, 46, 24, 9, 26)
HEADER_ROWS = 4
SHADE = PatternFill("solid", fgColor="FFD9E2EC")
BAND = PatternFill("solid", fgColor="FF1F3A5F")
EDGE = Border(**{side: Side(style="thin", color="FF8796A5") for side in ("left", "right", "top", "bottom")})
WRAP = Alignment(wrap_text=True, vertical="top", horizontal="left")
STALE = (("7.4", "Share the step-up guidance with schools", "Head of Early Help", "Closed"), ("12.3", "Merged with 12.1", "", "Closed"))


def workbook_bytes(made_on: datetime) -> bytes:
    """The tracker as the bytes of an .xlsx: cover, key, two sheets of the plan, two hidden sheets.

    The first plan sheet prints ratings as words on a fill and underlines the responsible lead; the second shows
    ratings by fill alone and names the responsible lead in words. Exact days are real date cells.
    """
    book = openpyxl.Workbook()
    _cover(book.active)
    _key(book.create_sheet("Key"))
    halves = sections()[:2], sections()[2:]
    _plan(book.create_sheet("Plan - leaders & protection"), halves[0], in_words=True)
    _plan(book.create_sheet("Plan - care & care leavers"), halves[1], in_words=False)
    _hidden(book)
    book.properties.title, book.properties.creator = read("plan")["title"], "Goldthread"
    saved = io.BytesIO()
    book.save(saved)
    return steady(saved.getvalue(), made_on)


def _font(**style: Any) -> Font:
    return Font(**{"name": "Arial", "size": 10, **style})


def _fit(sheet: Any, paper: int) -> None:
    """Landscape, as wide as one page of that Excel paper size (9: A4, 8: A3)."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", paper, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)


def _cover(sheet: Any) -> None:
    words = read("plan")
    sheet.title = "Cover"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = 46, 20, 80
    for line in (words["title"] + ": tracker", words["owner"], words["as_at_printed"], words["version"]):
        sheet.append([line])
    for row in range(1, 5):
        sheet.cell(row, 1).font = _font(size=16 if row == 1 else 10, bold=row == 1)
    _fit(sheet, 9)
    sheet.append([])
    _listing(sheet, words["monitoring_heading"], ("Board", "How often", "Part in this plan"), _monitoring(words))


def _monitoring(words: dict[str, Any]) -> list[tuple[str, ...]]:
    return [(entry["board"], entry["printed"], entry["purpose"]) for entry in words["monitoring"]]


def _listing(sheet: Any, title: str, headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    sheet.append([title])
    sheet.cell(sheet.max_row, 1).font = _font(size=12, bold=True)
    for values in (headings, *rows):
        sheet.append([value or None for value in values])
        for cell in sheet[sheet.max_row]:
            cell.alignment, cell.border = WRAP, EDGE
            cell.font = _font(bold=values is headings)


def _key(sheet: Any) -> None:
    words = read("plan")
    _fit(sheet, 9)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 70
    _listing(sheet, words["key_heading"], ("Rating", "Meaning"), [(entry["label"], entry["meaning"]) for entry in words["key"]])
    for row, entry in enumerate(words["key"], 3):
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor="FF" + entry["fill"])
    sheet.append([])
    _listing(sheet, "Glossary", ("Term", "Meaning"), [(entry["term"], entry["meaning"]) for entry in words["glossary"]])


def _plan(sheet: Any, half: tuple[Section, ...], *, in_words: bool) -> None:
    words = read("plan")
    sheet.append([words["title"]])
    sheet.append([f"{words['as_at_printed']}. {words['marking']}"])
    sheet["A1"].font = _font(size=14, bold=True)
    _headings(sheet)
    for section in half:
        _band(sheet, section.heading)
        for item in section.items:
            _item(sheet, item, in_words=in_words)
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = sheet.cell(HEADER_ROWS + 1, 1)
    _fit(sheet, 8)
    sheet.print_title_rows = f"3:{HEADER_ROWS}"


def _headings(sheet: Any) -> None:
    column = 1
    for group, names in GROUPS:
        sheet.cell(3, column, group)
        sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + len(names) - 1)
        for beside, name in enumerate(names):
            sheet.cell(4, column + beside, name)
        column += len(names)
    for row in (3, 4):
        for cell in sheet[row]:
            cell.font, cell.fill, cell.border, cell.alignment = _font(bold=True), SHADE, EDGE, WRAP


def _band(sheet: Any, heading: str) -> None:
    row = sheet.max_row + 1
    cell = sheet.cell(row, 1, heading)
    cell.font, cell.fill = _font(bold=True, color="FFFFFFFF"), BAND
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(WIDTHS))


def _item(sheet: Any, item: Item, *, in_words: bool) -> None:
    first = sheet.max_row + 1
    for place, action in enumerate(item.actions):
        head = (int(item.number), _area(item), "\n".join(item.outcomes), "\n".join(item.measures)) if place == 0 else (None,) * 4
        values = (*head, *_values(action, in_words=in_words), item.notes if place == 0 else None)
        for column, value in enumerate(values, 1):
            _put(sheet.cell(first + place, column), value)
        sheet.cell(first + place, 12).fill = PatternFill("solid", fgColor="FF" + fills()[action.rating])
    last = first + len(item.actions) - 1
    _set_heights(sheet, first, last)
    for column in (1, 2, 3, 4, 13):
        sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    _merge_leads(sheet, item, first)


def _area(item: Item) -> str:
    return "\n".join([item.label, *([item.timescale_printed] if item.timescale_printed else []), item.text])


def _set_heights(sheet: Any, first: int, last: int) -> None:
    """Room for the longest cell of each row; Excel does not fit the height of merged cells by itself."""
    shared = max(_lines(sheet, first, column) for column in (2, 3, 4, 13)) / (last - first + 1)
    for row in range(first, last + 1):
        own = max(_lines(sheet, row, column) for column in (6, 7, 8, 9, 10, 11))
        sheet.row_dimensions[row].height = 13.5 * max(shared, own) + 4


def _lines(sheet: Any, row: int, column: int) -> int:
    return sum(1 + int(len(line) * 1.02 / WIDTHS[column - 1]) for line in str(sheet.cell(row, column).value or "").split("\n"))


def _merge_leads(sheet: Any, item: Item, first: int) -> None:
    for place, action in enumerate(item.actions):
        if action.same_lead:
            sheet.merge_cells(start_row=first + place - 1, end_row=first + place, start_column=7, end_column=7)


def _values(action: Action, *, in_words: bool) -> tuple[object, ...]:
    parts = [f"{letter}. {part}" for letter, part in zip(LETTERS, action.parts, strict=False)]
    lettered = [f"{letter}. {text}" for letter, text in action.lettered.items()]
    return (
        action.ref,
        "\n".join([action.text, *parts]),
        None if action.same_lead else _leads(action, underline=in_words),
        _due(action),
        "; ".join(action.to),
        "\n".join([*action.progress, *lettered]),
        "\n".join(action.evidence),
        action.rating if in_words else None,
    )


def _leads(action: Action, *, underline: bool) -> object:
    if len(action.leads) < 2 or action.responsible is None:
        return " / ".join(action.leads)
    if not underline:
        return " / ".join(f"{lead} (responsible lead)" if lead == action.responsible else lead for lead in action.leads)
    pieces: list[object] = []
    for place, lead in enumerate(action.leads):
        pieces += [" / "] if place else []
        pieces.append(TextBlock(InlineFont(rFont="Arial", sz=10, u="single"), lead) if lead == action.responsible else lead)
    return CellRichText(pieces)


def _due(action: Action) -> object:
    """A real date where the paper prints one exact day and nothing else; otherwise the words as printed."""
    exact = len(action.due) == 1 and len(action.due[0]) == 10
    day = date.fromisoformat(action.due[0]) if exact else None
    return day if day and action.by_when in (spoken_date(day), f"{day:%d/%m/%Y}") else action.by_when


def _put(cell: Any, value: object) -> None:
    cell.value = value or None
    cell.alignment, cell.border, cell.font = WRAP, EDGE, _font()
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def _hidden(book: Any) -> None:
    """Sheets that the team forgot: an old list of actions and the values of a drop-down."""
    old = book.create_sheet("Closed Oct 25")
    for row in (("Ref", "Action", "Lead", "Status"), *STALE):
        old.append(row)
    lists = book.create_sheet("Lists")
    for label in fills():
        lists.append([label])
    old.sheet_state, lists.sheet_state = "hidden", "veryHidden"
