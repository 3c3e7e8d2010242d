"""The glyphs of a PDF page, joined to words in the order in which they were drawn."""

import ctypes
import math
from collections import Counter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from goldthread.intake.readers.pdf_geometry import Box, Style, Word

Affine = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f."""

_UNKNOWN = "\ufffd"
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_FORCED_BOLD = 1 << 18
_INVISIBLE = 3
_FILL_AND_STROKE = 2
_DIGITS = frozenset("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰")
_RAISED = 0.2  # of the type size that a digit's foot stands above the line
_RAISED_SIZE = 0.6
_LEAST_CLIP = 4.0  # points: less than any cell
_RECTANGLE = (4, 5)  # segments of its outline
_NUMBER_GAP = 0.02  # a list's number may nearly touch its text
_WORD_GAP = 0.22  # of the type size: the narrowest space that justified print shows
_NOTHING = bytes(ctypes.sizeof(ctypes.c_void_p))


class Glyph(NamedTuple):
    """One letter as the file places it, before the page is turned upright."""

    text: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    style: Style


def times(first: Affine, then: Affine) -> Affine:
    """One transformation after another."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def read_glyphs(text_page: Any) -> list[Glyph]:
    """The page's letters and spaces in drawing order; letters without a known character come as U+FFFD."""
    get_unicode, get_origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    get_box, get_object = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetTextObject
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    x_, y_, box_ = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    styles, letters = _Styles(text_page), _Letters()
    glyphs: list[Glyph] = []
    last_key, style = b"", Style(0, False, "000000", False, 0)
    in_number, half = False, 0
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = get_unicode(text_page, index)
        if code in _FIRST_HALVES:  # of a character that takes two, as coloured discs do
            half = code
            continue
        text = letters[_whole(half, code)]
        if not text:
            continue
        text_object = get_object(text_page, index)
        key = bytes(text_object)
        if key == _NOTHING:  # a space that the library worked out from the distance
            if glyphs:
                glyphs.append(glyphs[-1]._replace(text=" "))
            continue
        if key != last_key:
            last_key, style = key, styles.of(text_object, index)
        get_origin(text_page, index, x_, y_)
        get_box(text_page, index, box_)
        glyph = Glyph(text, x.value, y.value, box.left, box.bottom, box.right, box.top, style)
        if text in _DIGITS and not in_number:
            glyph = _as_raised(glyph, text_page, index, styles)
        in_number = text in _DIGITS and glyph.style is style
        glyphs.append(glyph)
    return glyphs


def _as_raised(glyph: Glyph, text_page: Any, index: int, styles: "_Styles") -> Glyph:
    """The digit made smaller and higher when it is drawn above the line: some fonts keep raised digits at full size on it."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    size, turn = glyph.style.size, glyph.style.turn
    above = (bottom.value - glyph.y, left.value - glyph.x, glyph.y - top.value, glyph.x - right.value)[turn]
    if turn < 0 or above < _RAISED * size:
        return glyph
    across, up = ((0, 1), (1, 0), (0, -1), (-1, 0))[turn]
    small = styles.kept(glyph.style._replace(size=round(size * _RAISED_SIZE, 2)))
    return glyph._replace(x=glyph.x + across * above, y=glyph.y + up * above, style=small)


_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


def _whole(half: int, code: int) -> int:
    """The character's code where the library gives it in two halves; a half on its own is no character."""
    if code not in _SECOND_HALVES:
        return code
    return 0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half in _FIRST_HALVES else 0


def _letter(code: int) -> str:
    if code in (0x02, 0xAD):  # the library's mark for a hyphen at a line's end, and the soft hyphen as printed
        return "-"
    if code in (0, 0xFFFD, 0xFFFE, 0xFFFF):
        return _UNKNOWN
    if code in (0x0D, 0x0A, 0x200B, 0xFEFF):
        return ""
    if code < 0x20 or code == 0xA0 or 0x2000 <= code <= 0x200A or code == 0x202F:
        return " "
    return _LIGATURES.get(code) or chr(code)


_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st"}


class _Letters(dict[int, str]):
    """The letters of codes, each worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = _letter(code)
        return letter


class _Styles:
    """Styles of text objects; fonts are asked once each."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._fonts: dict[bytes, bool] = {}
        self._known: dict[Style, Style] = {}

    def of(self, text_object: Any, index: int) -> Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        colour, alpha = fill_colour(text_object)
        style = Style(
            round(abs(pdfium.FPDFText_GetFontSize(self._page, index)) * math.hypot(matrix.c, matrix.d), 2),
            mode == _FILL_AND_STROKE or self._is_bold(text_object),
            colour,
            mode == _INVISIBLE or alpha == 0,
            quarter_turns(matrix.a, matrix.b),
            _clip_of(text_object),
        )
        return self.kept(style)

    def kept(self, style: Style) -> Style:
        """The one object for equal styles, so that they compare fast."""
        return self._known.setdefault(style, style)

    def _is_bold(self, text_object: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(text_object)
        key = bytes(font)
        if key not in self._fonts:
            self._fonts[key] = key != _NOTHING and _is_bold_font(font)
        return self._fonts[key]


def _clip_of(text_object: Any) -> tuple[float, float, float, float] | None:
    """The innermost area that the text is clipped to, when it is a rectangle."""
    path = pdfium.FPDFPageObj_GetClipPath(text_object)
    last = pdfium.FPDFClipPath_CountPaths(path) - 1 if path else -1
    segments = pdfium.FPDFClipPath_CountPathSegments(path, last) if last >= 0 else 0
    if not _RECTANGLE[0] <= segments <= _RECTANGLE[1]:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(segments):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, last, index), x, y)
        points.append((x.value, y.value))
    across, along = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(along), max(across), max(along)


def _is_bold_font(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode("utf-8", "replace")
    if any(word in name.lower() for word in _BOLD_NAMES):
        return True
    return bool(pdfium.FPDFFont_GetFlags(font) & _FORCED_BOLD)


def fill_colour(page_object: Any) -> tuple[str, int]:
    """The fill as ``RRGGBB`` and its opacity 0–255; black when the file names none."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(255)
    if not pdfium.FPDFPageObj_GetFillColor(page_object, red, green, blue, alpha):
        return "000000", 255
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}", alpha.value


def quarter_turns(across: float, along: float) -> int:
    """How a direction (x to the right, y up) is turned: 0 to the right, 1 down, 2 left, 3 up; -1 aslant."""
    if abs(along) <= abs(across) * 0.1:
        return 0 if across >= 0 else 2
    if abs(across) <= abs(along) * 0.1:
        return 1 if along < 0 else 3
    return -1


def main_turn(glyphs: list[Glyph]) -> int:
    """The direction in which most of the text runs; 0 when there is none."""
    turns = Counter(glyph.style.turn for glyph in glyphs if glyph.text != " " and glyph.style.turn >= 0)
    return turns.most_common(1)[0][0] if turns else 0


def join_words(glyphs: list[Glyph], affine: Affine) -> list[Word]:
    """Words in drawing order, placed by the transformation that makes them upright."""
    a, b, c, d, e, f = affine
    words: list[Word] = []
    clips = _Clips(affine)
    letters: list[str] = []
    ends: list[float] = []
    start = end = base = 0.0
    style: Style | None = None
    spaced = after_space = False
    for text, x, y, left, bottom, right, top, glyph_style in glyphs:
        if text == " ":
            after_space = True
            continue
        at = b * x + d * y + f
        one, two = (a * left + c * bottom + e, a * right + c * top + e)
        low, high = (one, two) if one <= two else (two, one)
        size = glyph_style.size or 1.0
        joined = (
            letters
            and not after_space
            and style is glyph_style
            and abs(at - base) <= size * 0.1
            and -size * 0.5 <= low - end <= size * _WORD_GAP
            and not (letters[-1] in ".)" and low - end > size * _NUMBER_GAP and text.isalpha() and "".join(letters[:-1]).isdigit())
        )
        if not joined:
            if style is not None:
                words.append(Word("".join(letters), start, end, base, style, spaced, tuple(ends), clip=clips[style]))
            letters, ends, start, base, style, spaced = [], [], low, at, glyph_style, after_space
            end = high
        letters.append(text)
        end = max(end, high)
        ends.append(end)
        after_space = False
    if style is not None:
        words.append(Word("".join(letters), start, end, base, style, spaced, tuple(ends), clip=clips[style]))
    return words


class _Clips(dict[Style, Box | None]):
    """Where each style is shown on the upright page."""

    def __init__(self, affine: Affine) -> None:
        self._affine = affine

    def __missing__(self, style: Style) -> Box | None:
        self[style] = found = self._box(style.clip) if style.clip else None
        return found

    def _box(self, clip: tuple[float, float, float, float]) -> Box | None:
        a, b, c, d, e, f = self._affine
        left, bottom, right, top = clip
        across = sorted((a * left + c * bottom + e, a * right + c * top + e))
        down = sorted((b * left + d * bottom + f, b * right + d * top + f))
        box = Box(across[0], down[0], across[1], down[1])
        return box if min(box.width, box.height) > _LEAST_CLIP else None
