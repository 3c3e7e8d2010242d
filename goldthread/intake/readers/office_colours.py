"""Colours as Word and Excel write them (hex, theme, palette, lightened, darkened, patterned), as ``RRGGBB``."""

import colorsys
import re
from typing import Any

from goldthread.intake.readers.office_package import Package

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
"""The order in which workbooks count a theme's colours."""

_ALIASES = {
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "hyperlink": "hlink",
    "followedhyperlink": "folHlink",
}
_OFFICE = dict(
    zip(
        _ORDER,
        ["FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"],
        strict=True,
    )
)
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "darkblue": "000080",
    "darkcyan": "008080",
    "darkgreen": "008000",
    "darkmagenta": "800080",
    "darkred": "800000",
    "darkyellow": "808000",
    "darkgray": "808080",
    "lightgray": "C0C0C0",
}
"""Word's highlighter pens."""

_ALMOST = 250  # of 255 in every part: paper white


def shade(colour: str | None) -> str | None:
    """The colour in capitals, or None when it is none, automatic or white."""
    plain = (colour or "").strip().lstrip("#").upper()
    if re.fullmatch("[0-9A-F]{8}", plain):
        plain = plain[2:]
    if not re.fullmatch("[0-9A-F]{6}", plain) or all(part >= _ALMOST for part in bytes.fromhex(plain)):
        return None
    return plain


def blend(over: str, under: str, part: float) -> str:
    """The colour seen when part (0–1) of one lies over another."""
    mixed = (round(top * part + bottom * (1 - part)) for top, bottom in zip(bytes.fromhex(over), bytes.fromhex(under), strict=True))
    return bytes(mixed).hex().upper()


def lighter(colour: str, tint: float) -> str:
    """The colour with its lightness moved by tint: up to 1 towards white, down to -1 towards black."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(colour)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return bytes(round(part * 255) for part in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)).hex().upper()


class Theme:
    """The twelve named colours of a document; Office's own where the document has none."""

    def __init__(self, package: Package, part: str) -> None:
        self._colours = dict(_OFFICE)
        for name in package.related(part, "theme")[:1]:
            scheme = package.root(name).find(f".//{_DRAWING}clrScheme")
            for entry in scheme if scheme is not None else ():
                if len(entry) and (colour := entry[0].get("lastClr") or entry[0].get("val")):
                    self._colours[entry.tag.rpartition("}")[2]] = colour.upper()

    def named(self, name: str) -> str | None:
        """The colour of a name such as ``accent1`` or ``background1``."""
        return _six(self._colours.get(_ALIASES.get(name.lower(), name)))

    def counted(self, index: int) -> str | None:
        """The colour at a workbook's theme index, from 0."""
        return _six(self._colours.get(_ORDER[index])) if 0 <= index < len(_ORDER) else None

    def drawn(self, fill: Any) -> str | None:
        """The colour of a drawing's solidFill element."""
        if fill is None or not len(fill):
            return None
        kind, value = fill[0].tag.rpartition("}")[2], fill[0].get("val", "")
        return self.named(value) if kind == "schemeClr" else _six(value)


def _six(colour: str | None) -> str | None:
    return colour.upper() if colour and re.fullmatch("[0-9A-Fa-f]{6}", colour) else None
