"""How a Word document's styles make text look: bold, underlined, hidden, how large, how deep a heading."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from goldthread.intake.readers.office_package import is_on

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_Read = TypeVar("_Read")
_BODY = 9  # the outline level that is none
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}


def value(parent: Any, name: str) -> str | None:
    """The ``w:val`` of a child element; None without the child or without a value."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def number(text: str | None) -> int | None:
    """A whole number as Word writes it, or None."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text.strip()) else None


def measure(text: str | None, part: float) -> float | None:
    """A length in points: a bare number counts parts of a point, and the Strict kind names its unit ("12pt")."""
    found = re.fullmatch(r"(-?\d{1,9}(?:\.\d+)?)(pt|in|cm|mm|pc)?", (text or "").strip())
    if not found:
        return None
    return float(found[1]) * _POINTS[found[2]] if found[2] else float(found[1]) / part


@dataclass(frozen=True, slots=True)
class Look:
    """What a run of text looks like; None where nothing says. size in points. shade: its highlighter or shading."""

    bold: bool | None = None
    underline: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    font: str | None = None
    colour: str | None = None

    def over(self, under: "Look") -> "Look":
        """This look, and where it says nothing, the one under it."""
        unsaid = {name: getattr(under, name) for name in self.__slots__ if getattr(self, name) is None}
        return replace(self, **unsaid)


def look_of(properties: Any) -> Look:
    """What a ``w:rPr`` element itself says."""
    if properties is None:
        return Look()
    fonts = properties.find(W + "rFonts")
    underline = properties.find(W + "u")
    return Look(
        bold=_switch(properties, "b"),
        underline=None if underline is None else underline.get(VAL, "single") != "none",
        size=measure(value(properties, "sz"), 2),
        hidden=_switch(properties, "vanish"),
        struck=_either(_switch(properties, "strike"), _switch(properties, "dstrike")),
        raised=None if (raised := value(properties, "vertAlign")) is None else raised == "superscript",
        font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
        colour=value(properties, "color"),
    )


def _switch(properties: Any, name: str) -> bool | None:
    element = properties.find(W + name)
    return None if element is None else is_on(element, VAL)


def _either(one: bool | None, other: bool | None) -> bool | None:
    return None if one is None and other is None else bool(one or other)


class Styles:
    """The styles part of a document, or no styles when root is None."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default: str | None = None
        self._base = Look()
        for style in root.iterchildren(W + "style") if root is not None else ():
            self._styles.setdefault(style.get(W + "styleId", ""), style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = style.get(W + "styleId")
        if root is not None:
            self._base = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._paragraph_look = cache(self._styled_paragraph)
        self._character_look = cache(self._styled_characters)

    def chain(self, style: str | None) -> Iterator[Any]:
        """A style's element and those it is based on, nearest first."""
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def style_of(self, paragraph: Any) -> str | None:
        """The id of a paragraph's style."""
        named = value(paragraph.find(W + "pPr"), "pStyle")
        return named if named in self._styles else self._default

    def look(self, run_properties: Any, style: str | None) -> Look:
        """What text with these run properties looks like in a paragraph of the style."""
        under = self._paragraph_look(style)
        if run_properties is None:
            return under
        named = value(run_properties, "rStyle")
        return look_of(run_properties).over(self._character_look(named).over(under) if named else under)

    def _styled_paragraph(self, style: str | None) -> Look:
        look = Look()
        for element in self.chain(style):
            look = look.over(look_of(element.find(W + "rPr")))
        return look.over(self._base)

    def _styled_characters(self, style: str) -> Look:
        look = Look()
        for element in self.chain(style):
            own = look_of(element.find(W + "rPr"))
            # The line under a web address marks a link, not the lead who is responsible.
            is_link = "hyperlink" in (value(element, "name") or "").lower()
            look = look.over(replace(own, underline=None) if is_link else own)
        return look

    def level(self, paragraph: Any) -> int | None:
        """A paragraph's heading level, 1–6, or None for body text."""
        own = number(value(paragraph.find(W + "pPr"), "outlineLvl"))
        if own is not None:
            return _level(own)
        for element in self.chain(self.style_of(paragraph)):
            named = re.fullmatch(r"heading ([1-9])", (value(element, "name") or "").strip().lower())
            if named:
                return _level(int(named[1]) - 1)
            outline = number(value(element.find(W + "pPr"), "outlineLvl"))
            if outline is not None:
                return _level(outline)
            if (value(element, "name") or "").strip().lower() == "title":
                return 1
        return None

    def found(self, paragraph: Any, read: Callable[[Any], _Read | None]) -> _Read | None:
        """What the paragraph's own properties or else those of its styles say first."""
        return next((told for properties in self._properties(paragraph) if (told := read(properties)) is not None), None)

    def _properties(self, paragraph: Any) -> Iterable[Any]:
        yield from paragraph.iterchildren(W + "pPr")
        for element in self.chain(self.style_of(paragraph)):
            yield from element.iterchildren(W + "pPr")


def _level(outline: int) -> int | None:
    return min(outline + 1, 6) if 0 <= outline < _BODY else None
