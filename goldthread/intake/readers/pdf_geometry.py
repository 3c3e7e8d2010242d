"""Shapes on a PDF page, in points from the top left corner of the page as it is shown."""

from typing import NamedTuple


class Style(NamedTuple):
    """How a glyph is set. size: points. turn: quarter turns clockwise of the text's direction on the page, -1 for aslant.

    clip: left, bottom, right and top, with y upwards, of the area outside which nothing is shown, where one is set.
    """

    size: float
    bold: bool
    colour: str
    hidden: bool
    turn: int
    clip: tuple[float, float, float, float] | None = None


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Points across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Points down."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Square points; 0 for an empty rectangle."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    def holds(self, point: tuple[float, float], margin: float = 0.0) -> bool:
        """Whether the point lies inside, or outside by at most margin points."""
        x, y = point
        return self.left - margin <= x <= self.right + margin and self.top - margin <= y <= self.bottom + margin

    def overlap(self, other: "Box") -> "Box":
        """The part shared with other; its area is 0 when there is none."""
        return Box(max(self.left, other.left), max(self.top, other.top), min(self.right, other.right), min(self.bottom, other.bottom))

    def within(self, other: "Box", margin: float = 0.0) -> bool:
        """Whether other surrounds this, by at least margin points on each side (a negative margin lets it stick out)."""
        return (
            self.left >= other.left + margin
            and self.top >= other.top + margin
            and self.right <= other.right - margin
            and self.bottom <= other.bottom - margin
        )


class Word(NamedTuple):
    """Glyphs that stand together. base: the baseline's distance from the top. spaced: a space was set before it.

    ends: where each letter ends, as long as the text unless a glyph stands for several letters.
    clip: the area outside which the word is not shown, where one is set.
    """

    text: str
    left: float
    right: float
    base: float
    style: Style
    spaced: bool
    ends: tuple[float, ...] = ()
    underline: bool = False
    clip: Box | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """A point well inside the word's letters, or where they are cut off the nearest point that is shown.

        A spreadsheet's row may be too low for its text; what is cut off still belongs to its own cell.
        """
        x, y = (self.left + self.right) / 2, self.base - self.style.size * 0.3
        if self.clip is None:
            return x, y
        left, top, right, bottom = self.clip
        return min(max(x, left + 1), right - 1), min(max(y, top + 1), bottom - 1)


def is_white(colour: str) -> bool:
    """Whether ``RRGGBB`` cannot be told from white paper."""
    return min(colour[0:2], colour[2:4], colour[4:6]) >= "FD"


class Fill(NamedTuple):
    """A filled shape in painting order. colour: ``RRGGBB``. round: not a rectangle, only its surrounding box is known."""

    box: Box
    colour: str
    round: bool = False


class Rule(NamedTuple):
    """A drawn straight line. at: its distance from the left (upright) or the top (level); from start to end along it."""

    at: float
    start: float
    end: float


class Sheet(NamedTuple):
    """What is drawn on one page. images: boxes of pictures. unreadable: how many glyphs have no known letter."""

    number: int
    width: float
    height: float
    words: list[Word]
    level: list[Rule]
    upright: list[Rule]
    fills: list[Fill]
    images: list[Box]
    unreadable: int
    turned: int
