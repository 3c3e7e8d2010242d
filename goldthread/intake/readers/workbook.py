"""Workbooks as lines and tables: each sheet that shows, with what its cells show."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake.document import Block, Document, Line, Table
from goldthread.intake.readers.office_colours import Theme
from goldthread.intake.readers.office_package import RELATION, Package, Relation, is_on
from goldthread.intake.readers.workbook_blocks import cut
from goldthread.intake.readers.workbook_problems import book_problems, left_out_sheet, sheet_problems
from goldthread.intake.readers.workbook_rules import Rules
from goldthread.intake.readers.workbook_sheet import Range, Shared, Sheet, ranges, read_runs, read_sheet, words_in_drawing
from goldthread.intake.readers.workbook_styles import S, Styles
from goldthread.thread.picture import Problem

_SHEET_LEVEL = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sheet as the workbook lists it. kind: ``worksheet``, ``chartsheet`` and so on."""

    name: str
    position: int
    state: str
    kind: str
    part: str


def read(path: Path) -> Document:
    """Each sheet that shows: its name as a heading, then its titles as lines and its tables.

    Cells hold what a reader sees: dates in words, numbers as their format shows them, formulas as last worked out.
    Hidden sheets, rows and columns are left out and reported; rows that a filter or a fold hides are kept and reported.
    A place's page is the sheet's position in the workbook; row and column are those that the sheet shows.
    Raises Refused when the file needs a password, is broken or cut short, or is no workbook.
    """
    package = Package(path, "workbook")
    try:
        book = _Book(package)
        blocks, problems = book.read()
        return Document(file=path.name, blocks=tuple(blocks), pages=len(book.entries), problems=tuple(problems))
    finally:
        package.close()


class _Book:
    """An open workbook."""

    def __init__(self, package: Package) -> None:
        self.package, self.part = package, package.main_part()
        root = package.root(self.part)
        if root.tag != f"{S}workbook":
            raise package.broken("it has no sheets in it")
        styles = Styles(self._related("styles"), Theme(package, self.part))
        strings = self._related("sharedStrings")
        texts = [read_runs(each, styles) for each in strings.iterchildren(f"{S}si")] if strings is not None else []
        properties = root.find(f"{S}workbookPr")
        self.shared = Shared(styles, texts, properties is not None and is_on(properties, "date1904") and bool(properties.get("date1904")))
        self.entries = list(_entries(root, package.relations(self.part)))

    def _related(self, kind: str) -> Any:
        return next((self.package.root(name) for name in self.package.related(self.part, kind)), None)

    def read(self) -> tuple[list[Block], list[Problem]]:
        """The blocks of all sheets that show, and what was left out."""
        sheets = {entry.name: self._sheet(entry) for entry in self.entries if entry.kind == "worksheet"}
        by_name = {name.casefold(): sheet for name, sheet in sheets.items()}
        blocks: list[Block] = []
        problems: list[Problem] = []
        for entry in self.entries:
            if entry.kind != "worksheet" or entry.state != "visible":
                problems.append(left_out_sheet(entry.name, entry.kind, entry.state))
                continue
            sheet = sheets[entry.name]
            rules = Rules(sheet, self.shared.styles, by_name)
            tables = sum(isinstance(block, Table) for block in blocks)
            found = [*self._drawn(entry), *cut(sheet, _colouring(sheet, rules), tables)]
            if found:
                blocks += [_heading(entry), *found]
            problems += sheet_problems(sheet, rules, self._comments(entry))
        return blocks, [*problems, *book_problems(macros=bool(self.package.related(self.part, "vbaProject")))]

    def _sheet(self, entry: _Entry) -> Sheet:
        filters: list[Range] = []
        for name in self.package.related(entry.part, "table"):
            own = self.package.root(name).find(f"{S}autoFilter")
            filters += ranges(own.get("ref")) if own is not None else []
        return read_sheet(self.package.root(entry.part), entry.name, entry.position, self.shared, filters)

    def _drawn(self, entry: _Entry) -> list[Line]:
        """The words of text boxes, of which the file does not say where in reading order they belong: first."""
        words = [text for name in self.package.related(entry.part, "drawing") for text in words_in_drawing(self.package.root(name))]
        return [Line(text=text, place=Place(page=entry.position, quote=text), gap=True) for text in words]

    def _comments(self, entry: _Entry) -> int:
        try:
            roots = [self.package.root(name) for name in self.package.related(entry.part, "comments")]
        except Refused:  # broken comments leave the sheet readable
            return 0
        return sum(len(root.findall(f"{S}commentList/{S}comment")) for root in roots)


def _entries(root: Any, relations: dict[str, Relation]) -> list[_Entry]:
    found = []
    for position, each in enumerate(root.iterfind(f"{S}sheets/{S}sheet"), start=1):
        relation = relations.get(each.get(f"{RELATION}id", ""))
        if relation:
            state = each.get("state", "visible")
            found.append(_Entry(each.get("name") or f"Sheet {position}", position, state, relation.kind, relation.target))
    return found


def _heading(entry: _Entry) -> Line:
    return Line(text=entry.name, place=Place(page=entry.position, quote=entry.name), level=_SHEET_LEVEL, gap=True)


def _colouring(sheet: Sheet, rules: Rules) -> Callable[[int, int], str | None]:
    """The colour that a reader sees in a cell: a rule's comes before the cell's own."""
    known: dict[tuple[int, int], str | None] = {}

    def colour(row: int, column: int) -> str | None:
        if (row, column) not in known:
            held = sheet.cells.get((row, column))
            known[row, column] = rules.fill(row, column) or (held.style.fill if held else None)
        return known[row, column]

    return colour
