"""One sheet's XML as cells, merged ranges and hidden rows and columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from goldthread.intake.readers.office_package import is_on
from goldthread.intake.readers.office_symbols import signs
from goldthread.intake.readers.workbook_styles import Font, S, Style, Styles
from goldthread.intake.readers.workbook_values import plain_number, shown, shown_iso

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


Run = tuple[str, Font | None]
"""Text with the font that it names itself, if any."""


class Range(NamedTuple):
    """Cells from top left to bottom right, all four counted from 1 and included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell is in the range."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell holds. text: as shown. value: for comparing: a number, or the words. empty_formula: never worked out."""

    text: str
    style: Style
    runs: tuple[Run, ...] = ()
    value: float | str = ""
    error: bool = False
    empty_formula: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet as stored. cells: by (row, column) from 1, only those that the file has."""

    name: str
    position: int
    cells: dict[tuple[int, int], Held] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    folded_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    folded_columns: int = 0
    filters: list[Range] = field(default_factory=list)
    root: Any = None

    def column_hidden(self, column: int) -> bool:
        """Whether the column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a workbook's sheets share. texts: its shared strings as runs."""

    styles: Styles
    texts: list[tuple[Run, ...]]
    from_1904: bool


def at_reference(text: str) -> tuple[int, int] | None:
    """Row and column of a reference such as ``B7`` or ``$B$7``."""
    found = _REFERENCE.fullmatch(text.strip())
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def column_name(column: int) -> str:
    """The letters of a column counted from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def ranges(text: str | None) -> list[Range]:
    """The ranges of a list such as ``A1:C4 E2``; those that cannot be read are left out."""
    found = []
    for part in (text or "").split():
        first, _, last = part.partition(":")
        one, two = at_reference(first), at_reference(last or first)
        if one and two:
            found.append(Range(min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])))
    return found


def read_runs(element: Any, styles: Styles) -> tuple[Run, ...]:
    """The text of a shared or inline string with its fonts."""
    runs: list[Run] = []
    for child in element:
        if child.tag == f"{S}t":
            runs.append((_unescaped(child.text or ""), None))
        elif child.tag == f"{S}r":
            text = "".join(each.text or "" for each in child.iterchildren(f"{S}t"))
            properties = child.find(f"{S}rPr")
            runs.append((_unescaped(text), styles.font(properties) if properties is not None else None))
    return tuple(runs)


def _character(found: "re.Match[str]") -> str:
    """The character of an escape such as _x000D_; those that no text holds (control characters, half pairs) are dropped."""
    letter = chr(int(found[1], 16))
    return letter if letter.isprintable() or letter in "\t\n\r" else ""


def _unescaped(text: str) -> str:
    text = _ESCAPED.sub(_character, text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_sheet(root: Any, name: str, position: int, shared: Shared, table_filters: list[Range]) -> Sheet:
    """The sheet as stored, nothing left out. table_filters: the ranges of its tables that have filters."""
    sheet = Sheet(name=name, position=position, root=root)
    own = root.find(f"{S}autoFilter")
    sheet.filters = [*ranges(own.get("ref") if own is not None else None), *table_filters]
    sheet.merges = [found for each in root.iterfind(f"{S}mergeCells/{S}mergeCell") for found in ranges(each.get("ref"))]
    _read_columns(root, sheet)
    row = 0
    for element in root.iterfind(f"{S}sheetData/{S}row"):
        row = _whole(element.get("r")) or row + 1
        _read_row(element, row, sheet, shared)
    return sheet


def _read_columns(root: Any, sheet: Sheet) -> None:
    for each in root.iterfind(f"{S}cols/{S}col"):
        first, last = _whole(each.get("min")), _whole(each.get("max"))
        if not first or not last or not (is_on(each, "hidden") if each.get("hidden") else each.get("width") == "0"):
            continue
        if each.get("outlineLevel", "0") != "0":
            sheet.folded_columns += last - first + 1
        else:
            sheet.hidden_columns.append((first, last))


def _read_row(element: Any, row: int, sheet: Sheet, shared: Shared) -> None:
    if (element.get("hidden") and is_on(element, "hidden")) or element.get("ht") == "0":
        folded = element.get("outlineLevel", "0") != "0" or any(each.top < row <= each.bottom for each in sheet.filters)
        (sheet.folded_rows if folded else sheet.hidden_rows).add(row)
    column = 0
    for cell in element.iterchildren(f"{S}c"):
        place = at_reference(cell.get("r") or "")
        column = place[1] if place else column + 1
        sheet.cells[row, column] = _held(cell, shared)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _held(cell: Any, shared: Shared) -> Held:
    style = shared.styles.style(cell.get("s"))
    kind, stored = cell.get("t", "n"), cell.find(f"{S}v")
    value = (stored.text or "") if stored is not None else ""
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return _of_runs(read_runs(inline, shared.styles) if inline is not None else (), style)
    if kind == "s":
        index = _whole(value)
        return _of_runs(shared.texts[index] if index is not None and index < len(shared.texts) else (), style)
    if not value:
        unworked = cell.find(f"{S}f") is not None and kind != "str"
        return Held("", style, empty_formula=unworked)
    return _of_value(kind, value, style, from_1904=shared.from_1904)


def _of_runs(runs: tuple[Run, ...], style: Style) -> Held:
    drawn = tuple((signs((font or style.font).name, text), font) for text, font in runs)
    text = "".join(text for text, _ in drawn)
    return Held(text.strip(), style, runs=drawn, value=text)


def _of_value(kind: str, value: str, style: Style, *, from_1904: bool) -> Held:
    if kind == "b":
        said = "Yes" if value.strip().lower() in ("1", "true") else "No"
        return Held(said, style, value="TRUE" if said == "Yes" else "FALSE")
    if kind == "e":
        return Held(value, style, value=value, error=True)
    if kind == "d":
        return Held(shown_iso(value, style.form) or value, style, value=value)
    if kind == "str":
        text = signs(style.font.name, _unescaped(value))
        return Held(text.strip(), style, runs=((text, None),), value=text)
    try:
        number = float(value)
    except ValueError:
        return Held(value.strip(), style, value=value)
    return Held(shown(number, style.form, from_1904=from_1904) or plain_number(number), style, value=number)


def words_in_drawing(root: Any) -> Iterator[str]:
    """The paragraphs of the text boxes and shapes drawn on a sheet."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for paragraph in root.iter(f"{drawing}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{drawing}t")).strip()
        if text:
            yield text
