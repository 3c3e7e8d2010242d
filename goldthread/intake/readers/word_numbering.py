"""The numbers, letters and bullets that Word draws before paragraphs and that are not in their text."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from goldthread.intake.readers.office_symbols import signs
from goldthread.intake.readers.word_styles import Styles, W, look_of, measure, number, value

_DEEPEST = 9
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a list entry. text: as printed, empty when nothing is. indent: its left edge in points, if known."""

    text: str
    bullet: bool
    indent: float | None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool
    indent: float | None
    restarts: int | None


class Numbering:
    """The lists of a document, counted on as its paragraphs come. root: the numbering part, or None."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        self._levels: dict[tuple[str, int], _Level | None] = {}
        if root is not None:
            self._abstract = {each.get(W + "abstractNumId", ""): each for each in root.iterchildren(W + "abstractNum")}
            self._lists = {each.get(W + "numId", ""): each for each in root.iterchildren(W + "num")}

    def mark(self, paragraph: Any) -> Mark | None:
        """What Word draws before the paragraph, which counts as the list's next entry; None when it is in no list."""
        entry = self._entry(paragraph)
        if not entry or not (level := self._level(*entry)):
            return None
        which, depth = entry
        counts = self._count(which, depth)
        if level.form in ("bullet", "none"):
            return Mark(level.text if level.form == "bullet" else "", level.form == "bullet", level.indent)
        return Mark(self._printed(which, level, counts), False, level.indent)

    def _entry(self, paragraph: Any) -> tuple[str, int] | None:
        which = self._styles.found(paragraph, lambda properties: value(properties.find(W + "numPr"), "numId"))
        if which not in self._lists:
            return None
        depth = number(self._styles.found(paragraph, lambda properties: value(properties.find(W + "numPr"), "ilvl")))
        if depth is None:
            depth = self._depth_of_style(which, paragraph)
        return which, min(max(depth, 0), _DEEPEST - 1)

    def _depth_of_style(self, which: str, paragraph: Any) -> int:
        """The level that a list ties to the paragraph's style, the first when it ties none."""
        named = {style.get(W + "styleId") for style in self._styles.chain(self._styles.style_of(paragraph))}
        for level in self._definition(which):
            if value(level, "pStyle") in named:
                return number(level.get(W + "ilvl")) or 0
        return 0

    def _definition(self, which: str, *, linked: bool = True) -> list[Any]:
        abstract = self._abstract.get(value(self._lists[which], "abstractNumId") or "")
        if abstract is None:
            return []
        link = value(abstract, "numStyleLink")
        if link and linked:
            for style in self._styles.chain(link):
                other = value(style.find(f"{W}pPr/{W}numPr"), "numId")
                if other in self._lists:
                    return self._definition(other, linked=False)
        return list(abstract.iterchildren(W + "lvl"))

    def _level(self, which: str, depth: int) -> _Level | None:
        if (which, depth) not in self._levels:
            self._levels[which, depth] = self._read_level(which, depth)
        return self._levels[which, depth]

    def _override(self, which: str, depth: int) -> Any:
        overrides = self._lists[which].iterchildren(W + "lvlOverride")
        return next((each for each in overrides if number(each.get(W + "ilvl")) == depth), None)

    def _read_level(self, which: str, depth: int) -> _Level | None:
        override = self._override(which, depth)
        element = override.find(W + "lvl") if override is not None else None
        if element is None:
            element = next((each for each in self._definition(which) if number(each.get(W + "ilvl")) == depth), None)
        if element is None:
            return None
        form = value(element, "numFmt") or "decimal"
        text = value(element, "lvlText") or ""
        start = number(value(override, "startOverride"))
        return _Level(
            start=start if start is not None else number(value(element, "start")) or 0,
            form=form,
            text=_bullet(element, text) if form == "bullet" else text,
            legal=element.find(W + "isLgl") is not None,
            indent=indent_of(element.find(W + "pPr")),
            restarts=number(value(element, "lvlRestart")),
        )

    def _count(self, which: str, depth: int) -> dict[int, int]:
        """The counts of the list's levels with the next entry at depth; lists on one definition count on from another."""
        counts = self._counts[value(self._lists[which], "abstractNumId") or which]
        override = self._override(which, depth)
        afresh = override is not None and override.find(W + "startOverride") is not None and (which, depth) not in self._begun
        self._begun.add((which, depth))
        for above in range(depth):
            counts.setdefault(above, self._start(which, above))
        counts[depth] = self._start(which, depth) if afresh or depth not in counts else counts[depth] + 1
        for below in [below for below in counts if below > depth and self._starts_again(which, below, depth)]:
            del counts[below]
        return counts

    def _start(self, which: str, depth: int) -> int:
        level = self._level(which, depth)
        return level.start if level else 1

    def _starts_again(self, which: str, below: int, depth: int) -> bool:
        level = self._level(which, below)
        return level is None or level.restarts is None or (level.restarts != 0 and depth < level.restarts)

    def _printed(self, which: str, level: _Level, counts: dict[int, int]) -> str:
        def counted(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            other = self._level(which, depth)
            form = "decimal" if level.legal or other is None else other.form
            return "" if form in ("bullet", "none") else numeral(counts.get(depth, other.start if other else 1), form)

        return re.sub(r"%([1-9])", counted, level.text).strip()


def numeral(count: int, form: str) -> str:
    """A count as a list prints it; form: Word's name for the kind of number. Kinds not known here are printed in figures."""
    forms: dict[str, Callable[[int], str]] = {
        "lowerLetter": _letters,
        "upperLetter": lambda count: _letters(count).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda count: _roman(count).upper(),
        "decimalZero": lambda count: f"{count:02d}",
        "ordinal": _ordinal,
    }
    return forms.get(form, str)(count) if count > 0 else str(count)


def _letters(count: int) -> str:
    """a, b … z, aa, bb … as Word goes on after z."""
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 30)


def _roman(count: int) -> str:
    printed = ""
    for worth, letters in _ROMAN:
        while count >= worth and len(printed) < 40:
            printed, count = printed + letters, count - worth
    return printed


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _bullet(level: Any, text: str) -> str:
    """The bullet as a character that other readers give too."""
    font = look_of(level.find(W + "rPr")).font
    drawn = signs(font or "Symbol", text.strip()[:1])
    if drawn == "o":
        return "◦"
    return drawn if drawn and not 0xE000 <= ord(drawn) < 0xF900 and not drawn.isalnum() else "•"


def indent_of(properties: Any) -> float | None:
    """The left edge of a paragraph's first line in points, or None when its properties do not say."""
    indent = properties.find(W + "ind") if properties is not None else None
    if indent is None:
        return None
    left = measure(indent.get(W + "left") or indent.get(W + "start"), 20) or 0
    return left + (measure(indent.get(W + "firstLine"), 20) or 0) - (measure(indent.get(W + "hanging"), 20) or 0)
