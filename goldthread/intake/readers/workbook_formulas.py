"""The few formulas that colour ratings, worked out: comparing cells with words and numbers, searching words.

Anything else is answered with None: not known. Nothing here runs what a workbook brings.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from goldthread.intake.readers.workbook_sheet import Sheet, at_reference, column_name

Value = float | str
Sheets = Mapping[str, Sheet]
_LONGEST = 600  # characters of a formula that is looked at
_ORDERED: dict[str, Callable[[Value, Value], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}
_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'!|([\w.]+)!)?(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
_CALL = re.compile(r"([A-Za-z][A-Za-z.]*)\((.*)\)", re.DOTALL)
_CHANGES: dict[str, Callable[[str], str]] = {"TRIM": lambda text: " ".join(text.split()), "UPPER": str.upper, "LOWER": str.lower, "T": str}


def same(one: Value, other: Value) -> bool:
    """Whether two values are equal as a workbook compares them: words without regard to capitals."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return one == other


def truth(one: Value, sign: str, other: Value) -> bool:
    """Whether a comparison holds. Numbers come before words."""
    if sign in ("=", "<>"):
        return same(one, other) == (sign == "=")
    if isinstance(one, str) != isinstance(other, str):
        return _ORDERED[sign](float(isinstance(one, str)), float(isinstance(other, str)))
    if isinstance(one, str) and isinstance(other, str):
        return _ORDERED[sign](one.casefold(), other.casefold())
    return _ORDERED[sign](one, other)


@dataclass(frozen=True, slots=True)
class Formula:
    """Works out formulas for a cell. sheet: where it stands. moved: how far it is from the cell they are written for."""

    sheet: str
    sheets: Sheets
    moved: tuple[int, int]

    def value(self, text: str) -> Value | None:
        """The value of a word in quotes, a number, a cell or a simple change of one; None when not known."""
        text = text.strip().removeprefix("=").strip()
        if len(text) > _LONGEST:
            return None
        if re.fullmatch(r'"(?:[^"]|"")*"', text):
            return text[1:-1].replace('""', '"')
        if re.fullmatch(r"-?\d+(?:\.\d+)?%?", text):
            return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
        if text.upper() in ("TRUE", "FALSE"):
            return text.upper()
        found = _REFERENCE.fullmatch(text)
        return self._cell(found) if found else self._called(text)

    def condition(self, text: str) -> bool | None:
        """Whether a formula is true; None when not known."""
        text = text.strip().removeprefix("=").strip()
        if len(text) > _LONGEST:
            return None
        for sign, left, right in _comparisons(text):
            one, other = self.value(left), self.value(right)
            return None if one is None or other is None else truth(one, sign, other)
        call = _CALL.fullmatch(text)
        if call:
            return self._asked(call[1].upper(), _arguments(call[2]))
        value = self.value(text)
        return None if value is None else value == "TRUE" or (isinstance(value, float) and value != 0)

    def sought(self, formulas: tuple[str, ...]) -> str | None:
        """The words that a rule such as NOT(ISERROR(SEARCH("x",A1))) looks for."""
        for text in formulas:
            found = re.search(r"SEARCH\((\"(?:[^\"]|\"\")*\"|[^,]+),|=\s*(\"(?:[^\"]|\"\")*\")", text, re.IGNORECASE)
            value = self.value(found[1] or found[2]) if found else None
            if value is not None:
                return str(value)
        return None

    def _cell(self, found: "re.Match[str]") -> Value | None:
        name = (found[1] or found[2] or self.sheet).replace("''", "'")
        sheet = self.sheets.get(name.casefold())
        base = at_reference(f"{found[4]}{found[6]}")
        if sheet is None or base is None:
            return None
        row = base[0] + (0 if found[5] else self.moved[0])
        column = base[1] + (0 if found[3] else self.moved[1])
        if row < 1 or column < 1 or not column_name(column):
            return None
        held = sheet.cells.get((row, column))
        return held.value if held else ""

    def _called(self, text: str) -> Value | None:
        call = _CALL.fullmatch(text)
        if not call:
            return None
        name, arguments = call[1].upper(), _arguments(call[2])
        first = self.value(arguments[0]) if arguments else None
        if first is None:
            return self._found_at(name, arguments)
        if name in _CHANGES and len(arguments) == 1:
            return _CHANGES[name](str(first))
        if name in ("LEFT", "RIGHT"):
            length = self.value(arguments[1]) if len(arguments) > 1 else 1.0
            return (str(first)[: int(length)] if name == "LEFT" else str(first)[-int(length) :]) if isinstance(length, float) else None
        return float(len(str(first))) if name == "LEN" else self._found_at(name, arguments)

    def _found_at(self, name: str, arguments: list[str]) -> Value | None:
        """Where words are found in others, from 1; 0 when they are not (a workbook gives an error there)."""
        if name not in ("SEARCH", "FIND") or len(arguments) < 2:
            return None
        sought, within = self.value(arguments[0]), self.value(arguments[1])
        if sought is None or within is None:
            return None
        return float(str(within).casefold().find(str(sought).casefold()) + 1)

    def _asked(self, name: str, arguments: list[str]) -> bool | None:
        if name in ("AND", "OR"):
            return _together(name, [self.condition(each) for each in arguments])
        if len(arguments) == 1 and name in ("NOT", "ISERROR", "ISNUMBER", "ISBLANK"):
            return self._asked_of_one(name, arguments[0])
        if name == "EXACT" and len(arguments) == 2:
            one, other = map(self.value, arguments)
            return None if one is None or other is None else str(one) == str(other)
        value = self.value(f"{name}({','.join(arguments)})")
        return None if value is None else value not in (0.0, "", "FALSE")

    def _asked_of_one(self, name: str, argument: str) -> bool | None:
        if name == "NOT":
            told = self.condition(argument)
            return None if told is None else not told
        value = self.value(argument)
        if value is None:
            return None
        if name == "ISBLANK":
            return value == ""
        is_search = argument.strip().upper().startswith(("SEARCH(", "FIND("))
        fails = value == 0.0 if is_search else isinstance(value, str) and value.startswith("#")
        return fails if name == "ISERROR" else isinstance(value, float) and not fails


def _together(name: str, told: list[bool | None]) -> bool | None:
    decisive = name == "OR"
    if decisive in told:
        return decisive
    return None if None in told else not decisive


def _split(text: str, wanted: Callable[[str, int], str]) -> list[tuple[str, int]]:
    """Marks outside quotes and brackets with their places. wanted: gives the mark that begins at a place, or nothing."""
    found: list[tuple[str, int]] = []
    depth, at, quoted = 0, 0, ""
    while at < len(text):
        letter = text[at]
        if quoted:
            quoted = "" if letter == quoted else quoted
        elif letter in "\"'":
            quoted = letter
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif depth == 0 and (mark := wanted(text, at)):
            found.append((mark, at))
            at += len(mark) - 1
        at += 1
    return found


def _comparisons(text: str) -> list[tuple[str, str, str]]:
    def sign(within: str, at: int) -> str:
        return next((each for each in ("<>", ">=", "<=", "=", ">", "<") if within.startswith(each, at)), "")

    marks = _split(text, sign)
    return [(mark, text[:at], text[at + len(mark) :]) for mark, at in marks] if len(marks) == 1 else []


def _arguments(text: str) -> list[str]:
    places = [at for _, at in _split(text, lambda within, at: "," if within[at] == "," else "")]
    return [text[start + 1 : end].strip() for start, end in zip([-1, *places], [*places, len(text)], strict=True)]
