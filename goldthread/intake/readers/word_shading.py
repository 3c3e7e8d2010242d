"""The colour behind a cell or a run: its own shading, or what the table's style gives to its place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from goldthread.intake.readers.office_colours import Theme, blend, lighter, shade
from goldthread.intake.readers.office_package import is_on
from goldthread.intake.readers.word_styles import VAL, Styles, W, look_of, value

_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}


def shading(element: Any, theme: Theme) -> str | None:
    """The colour that a ``w:shd`` element gives, as ``RRGGBB``; None for white, automatic or none."""
    if element is None:
        return None
    pattern = element.get(VAL, "clear")
    behind = _colour(element, "fill", "themeFill", theme)
    before = _colour(element, "color", "themeColor", theme)
    if pattern in ("nil", "clear"):
        return shade(behind) if pattern == "clear" else None
    if pattern == "solid":
        return shade(before) or ("000000" if before is None else None)
    part = int(pattern[3:]) / 100 if pattern[3:].isdecimal() else 0.5
    return shade(blend(before or "000000", behind or "FFFFFF", min(part, 1.0)))


def _colour(element: Any, plain: str, themed: str, theme: Theme) -> str | None:
    """The colour as Word has worked it out itself, or else worked out from the theme."""
    own = element.get(W + plain)
    if own and len(own) == 6 and not set(own.upper()) - set("0123456789ABCDEF"):
        return str(own).upper()
    named = theme.named(element.get(W + themed, ""))
    if not named:
        return None
    for name, sign in ((f"{themed}Tint", 1), (f"{themed}Shade", -1)):
        amount = element.get(W + name)
        if amount and len(amount) <= 2 and not set(amount.upper()) - set("0123456789ABCDEF"):
            named = lighter(named, sign * (1 - int(amount, 16) / 255))
    return named


class Given(NamedTuple):
    """What a table's style gives a cell."""

    fill: str | None
    bold: bool


class TableLook:
    """What a table's style gives to its first and last rows and columns and to the rest.

    Shading that only alternates from row to row is left out: it says nothing, and could be taken for a rating.
    """

    def __init__(self, table: Any, styles: Styles, theme: Theme) -> None:
        properties = table.find(W + "tblPr")
        self._theme = theme
        self._styles = list(styles.chain(value(properties, "tblStyle")))
        self._on = _switched_on(properties.find(W + "tblLook") if properties is not None else None)
        self._cache: dict[tuple[str, ...], Given] = {}

    def given(self, row: int, column: int, last_row: int, last_column: int) -> Given:
        """What the cell at row and column (from 0) is given."""
        places = {"firstRow": row == 0, "lastRow": row == last_row, "firstColumn": column == 0, "lastColumn": column == last_column}
        kinds = tuple(name.replace("Column", "Col") for name, here in places.items() if here and name in self._on)
        if kinds not in self._cache:
            self._cache[kinds] = self._work_out(kinds)
        return self._cache[kinds]

    def _work_out(self, kinds: tuple[str, ...]) -> Given:
        parts = list(self._parts(kinds))
        fills = (shading(part.find(f"{W}tcPr/{W}shd"), self._theme) for part in parts if part.find(f"{W}tcPr/{W}shd") is not None)
        bolds = (bold for part in parts if (bold := look_of(part.find(W + "rPr")).bold) is not None)
        return Given(next(fills, None), next(bolds, False))

    def _parts(self, kinds: tuple[str, ...]) -> Iterator[Any]:
        for kind in kinds:
            for style in self._styles:
                yield from (part for part in style.iterchildren(W + "tblStylePr") if part.get(W + "type") == kind)
        yield from self._styles


def _switched_on(look: Any) -> frozenset[str]:
    if look is None:
        return frozenset()
    mask = look.get(VAL, "")
    bits = int(mask, 16) if mask and not set(mask.upper()) - set("0123456789ABCDEF") else 0
    return frozenset(name for name, bit in _LOOKS.items() if (is_on(look, W + name) if look.get(W + name) is not None else bits & bit))
