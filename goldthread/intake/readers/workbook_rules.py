"""Colours that come by rule: conditional formats that look at a cell's words or value. Ratings are often coloured so."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from goldthread.intake.readers.office_package import is_on
from goldthread.intake.readers.workbook_formulas import Formula, Sheets, same, truth
from goldthread.intake.readers.workbook_sheet import Range, Sheet, ranges
from goldthread.intake.readers.workbook_styles import S, Styles

_X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
_WORDS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, sought: sought in text,
    "notContainsText": lambda text, sought: sought not in text,
    "beginsWith": lambda text, sought: text.startswith(sought),
    "endsWith": lambda text, sought: text.endswith(sought),
}
_COMPARED = {
    "equal": "=",
    "notEqual": "<>",
    "greaterThan": ">",
    "lessThan": "<",
    "greaterThanOrEqual": ">=",
    "lessThanOrEqual": "<=",
}
_SHOWN = frozenset({"iconSet", "colorScale", "dataBar"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One conditional format. fill: the colour it gives, None for none. stops: no rule after it is looked at."""

    where: tuple[Range, ...]
    order: int
    kind: str
    operator: str
    text: str | None
    formulas: tuple[str, ...]
    fill: str | None
    stops: bool

    def covers(self, row: int, column: int) -> bool:
        """Whether the rule looks at the cell."""
        return any(each.holds(row, column) for each in self.where)

    @property
    def origin(self) -> tuple[int, int]:
        """The cell for which the rule's formulas are written; for others their references move along."""
        return min(each.top for each in self.where), min(each.left for each in self.where)


class Rules:
    """A sheet's conditional formats. unread: kinds of them that could not be worked out, with their number."""

    def __init__(self, sheet: Sheet, styles: Styles, sheets: Sheets) -> None:
        self._sheet, self._sheets = sheet, sheets
        found = [*_rules(sheet.root, styles), *_newer_rules(sheet.root, styles)]
        self.unread: dict[str, int] = defaultdict(int)
        for rule in found:
            if rule.kind in _SHOWN:
                self.unread[rule.kind] += 1
        self._rules = sorted((rule for rule in found if rule.fill or rule.stops), key=lambda rule: rule.order)
        self._unknown: set[int] = set()
        self._by_row: dict[int, list[Rule]] = {}

    def fill(self, row: int, column: int) -> str | None:
        """The colour that the rules give a cell, or None."""
        for rule in self._of_row(row):
            if rule.covers(row, column) and self._holds(rule, row, column) and (rule.fill or rule.stops):
                return rule.fill
        return None

    def _of_row(self, row: int) -> list[Rule]:
        """The rules that look at the row: copying cells leaves some workbooks with thousands of rules."""
        if row not in self._by_row:
            self._by_row[row] = [rule for rule in self._rules if any(each.top <= row <= each.bottom for each in rule.where)]
        return self._by_row[row]

    @property
    def unknown(self) -> int:
        """How many rules were met that could not be worked out."""
        return len(self._unknown)

    def _holds(self, rule: Rule, row: int, column: int) -> bool:
        told = self._told(rule, row, column)
        if told is None:
            self._unknown.add(id(rule))
        return bool(told)

    def _told(self, rule: Rule, row: int, column: int) -> bool | None:
        held = self._sheet.cells.get((row, column))
        value: float | str = held.value if held else ""
        formula = Formula(self._sheet.name, self._sheets, (row - rule.origin[0], column - rule.origin[1]))
        if rule.kind in _WORDS:
            sought = rule.text if rule.text is not None else formula.sought(rule.formulas)
            return None if sought is None else bool(str(value)) and _WORDS[rule.kind](str(value).casefold(), sought.casefold())
        if rule.kind in ("containsBlanks", "notContainsBlanks"):
            return (not str(value).strip()) == (rule.kind == "containsBlanks")
        if rule.kind == "cellIs":
            return _compared(rule, value, [formula.value(each) for each in rule.formulas])
        if rule.kind == "expression" and rule.formulas:
            return formula.condition(rule.formulas[0])
        return None if rule.kind not in _SHOWN else False


def _compared(rule: Rule, value: float | str, operands: list[float | str | None]) -> bool | None:
    if not operands or any(each is None for each in operands):
        return None
    known = [each for each in operands if each is not None]
    if rule.operator in _COMPARED:
        return truth(value, _COMPARED[rule.operator], known[0]) if value != "" or same(known[0], "") else False
    if rule.operator in ("between", "notBetween") and len(known) > 1:
        inside = truth(value, ">=", known[0]) and truth(value, "<=", known[1]) and value != ""
        return inside == (rule.operator == "between")
    return None


def _rules(root: Any, styles: Styles) -> Iterator[Rule]:
    for block in root.iterfind(f"{S}conditionalFormatting"):
        where = tuple(ranges(block.get("sqref")))
        for each in block.iterchildren(f"{S}cfRule") if where else ():
            index = each.get("dxfId", "")
            fill = styles.fills[int(index)] if index.isdecimal() and int(index) < len(styles.fills) else None
            yield _rule(each, where, [formula.text or "" for formula in each.iterchildren(f"{S}formula")], fill)


def _newer_rules(root: Any, styles: Styles) -> Iterator[Rule]:
    """The rules that Excel 2010 brought, which keep their colours with them."""
    for block in root.iter(f"{_X14}conditionalFormatting"):
        where = tuple(ranges(block.findtext(f"{_XM}sqref")))
        for each in block.iterchildren(f"{_X14}cfRule") if where else ():
            fill = styles.fill(each.find(f"{_X14}dxf/{S}fill"), rule=True)
            yield _rule(each, where, [formula.text or "" for formula in each.iterchildren(f"{_XM}f")], fill)


def _rule(element: Any, where: tuple[Range, ...], formulas: list[str], fill: str | None) -> Rule:
    order = element.get("priority", "")
    return Rule(
        where=where,
        order=int(order) if re.fullmatch(r"\d{1,9}", order) else 0,
        kind=element.get("type", ""),
        operator=element.get("operator", ""),
        text=element.get("text"),
        formulas=tuple(formulas),
        fill=fill,
        stops=bool(element.get("stopIfTrue")) and is_on(element, "stopIfTrue"),
    )
