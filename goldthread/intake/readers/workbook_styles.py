"""A workbook's styles: the font, fill and number format of each cell, and the fills of conditional formats."""

from dataclasses import dataclass
from typing import Any

from goldthread.intake.readers.office_colours import Theme, blend, lighter, shade
from goldthread.intake.readers.office_package import is_on
from goldthread.intake.readers.workbook_standard import NUMBER_FORMATS, PALETTE

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_GREYS = {
    "darkGray": 0.75,
    "mediumGray": 0.5,
    "lightGray": 0.25,
    "gray125": 0.125,
    "gray0625": 0.0625,
}
_DATES = {14: "dd/mm/yyyy", 22: "dd/mm/yyyy h:mm", **dict.fromkeys((27, 30, 36, 50, 57), "dd/mm/yyyy")}


@dataclass(frozen=True, slots=True)
class Font:
    """How letters are set. size in points."""

    bold: bool = False
    underline: bool = False
    struck: bool = False
    size: float | None = None
    name: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell is set. form: its number format code."""

    font: Font = Font()
    fill: str | None = None
    form: str = "General"


class Styles:
    """The styles part; root may be None. fills: of conditional formats, in the order of their numbers."""

    def __init__(self, root: Any, theme: Theme) -> None:
        self._theme = theme
        self._palette = self._indexed(root)
        self._styles: list[Style] = []
        self.fills: list[str | None] = []
        if root is None:
            return
        forms = {each.get("numFmtId"): each.get("formatCode", "General") for each in root.iterfind(f"{S}numFmts/{S}numFmt")}
        fonts = [self.font(each) for each in root.iterfind(f"{S}fonts/{S}font")]
        fills = [self.fill(each) for each in root.iterfind(f"{S}fills/{S}fill")]
        for each in root.iterfind(f"{S}cellXfs/{S}xf"):
            form = each.get("numFmtId", "0")
            self._styles.append(
                Style(
                    font=_at(fonts, each.get("fontId")) or Font(),
                    fill=_at(fills, each.get("fillId")),
                    form=forms.get(form) or _builtin(form),
                )
            )
        self.fills = [self.fill(each.find(f"{S}fill"), rule=True) for each in root.iterfind(f"{S}dxfs/{S}dxf")]

    def style(self, index: str | None) -> Style:
        """The style with a cell's style number."""
        return _at(self._styles, index or "0") or Style()

    def font(self, element: Any, base: Font | None = None) -> Font:
        """What a font or run-properties element says; base where there is no element."""
        if element is None:
            return base or Font()
        size, name = element.find(f"{S}sz"), element.find(f"{S}name")
        name = element.find(f"{S}rFont") if name is None else name
        underline = element.find(f"{S}u")
        return Font(
            bold=is_on(element.find(f"{S}b"), "val"),
            underline=underline is not None and underline.get("val", "single") != "none",
            struck=is_on(element.find(f"{S}strike"), "val"),
            size=_decimal(size.get("val")) if size is not None else (base.size if base else None),
            name=name.get("val") if name is not None else None,
            colour=shade(self.colour(element.find(f"{S}color"))),
        )

    def fill(self, element: Any, *, rule: bool = False) -> str | None:
        """The colour of a fill element; rule: that of a conditional format, whose colour is the background."""
        if element is None:
            return None
        pattern = element.find(f"{S}patternFill")
        if pattern is None:
            stops = [self.colour(each) for each in element.iterfind(f"{S}gradientFill/{S}stop/{S}color")]
            return next((shade(stop) for stop in reversed(stops) if shade(stop)), None)
        before, behind = self.colour(pattern.find(f"{S}fgColor")), self.colour(pattern.find(f"{S}bgColor"))
        kind = pattern.get("patternType", "solid" if rule else "none")
        if kind == "none":
            return None
        if kind == "solid":
            return shade((behind or before) if rule else before)
        return shade(blend(before or "000000", behind or "FFFFFF", _GREYS.get(kind, 0.5)))

    def colour(self, element: Any) -> str | None:
        """The six hex figures of a colour element, its theme, palette and tint resolved; None for automatic."""
        if element is None:
            return None
        base = self._base(element)
        tint = _decimal(element.get("tint"))
        return lighter(base, max(-1.0, min(1.0, tint))) if base and tint else base

    def _base(self, element: Any) -> str | None:
        rgb, theme, index = element.get("rgb"), element.get("theme"), element.get("indexed")
        if rgb and len(rgb) in (6, 8) and not set(rgb.upper()) - set("0123456789ABCDEF"):
            return str(rgb[-6:]).upper()
        if theme and theme.isdecimal():
            return self._theme.counted(int(theme))
        if index and index.isdecimal() and int(index) < len(self._palette):
            return self._palette[int(index)]
        return None

    def _indexed(self, root: Any) -> list[str]:
        """The workbook's palette; its own where it has changed the usual one."""
        own = root.findall(f"{S}colors/{S}indexedColors/{S}rgbColor") if root is not None else []
        palette = list(PALETTE)
        for at, each in enumerate(own[:64]):
            rgb = each.get("rgb", "")
            if len(rgb) in (6, 8):
                palette[at] = rgb[-6:].upper()
        return palette


def _at(values: list[Any], index: str | None) -> Any:
    return values[int(index)] if index and index.isdecimal() and int(index) < len(values) else None


def _builtin(number: str) -> str:
    if not number.isdecimal():
        return "General"
    return _DATES.get(int(number)) or NUMBER_FORMATS.get(int(number), "General")


def _decimal(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
